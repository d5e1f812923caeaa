// `npm start`: three namespaces on a virtual switch, a server in one of them; builds the network, asks the kernel for all of
// it, pings everybody from everywhere, fetches a page, and takes it down again.

import { Bridge, Netns, Veth, type LinkInfo } from '../lib/index.ts'
import { pingAll } from './ping.ts'
import { asProgram } from './sandbox.ts'
import { fetchFrom, serve } from './server.ts'
import { columns, print, type Row, type Show } from './show.ts'
import { Steps } from './steps.ts'

interface Place {
  name: string
  netns: Netns
  links: LinkInfo[]
}

const address = (position: number): string => `192.168.15.${position + 1}`

async function connect(bridge: Bridge, namespaces: readonly Netns[]): Promise<void> {
  await Promise.all(namespaces.map(async (netns, position) => Veth.create({
    netns, name: 'eth0', addresses: [`${address(position)}/24`], up: true,
    peer: { netns: bridge.netns, name: `veth-${netns.name}`, master: bridge, up: true },
  })))
  await Promise.all(namespaces.map(async (netns) => netns.routes.add({ to: 'default', via: '192.168.15.5' })))
}

/** Every namespace with what it has; the first is the host. */
async function look(namespaces: readonly Netns[]): Promise<Place[]> {
  return Promise.all(namespaces.map(async (netns) => ({ name: netns.name ?? 'host', netns, links: await netns.links.list() })))
}

/** The other end of a veth, as `NAMESPACE/LINK`: by its index, in the namespace that has this id here. */
async function peerOf(info: LinkInfo, place: Place, places: readonly Place[]): Promise<string | undefined> {
  if (info.kind !== 'veth') return undefined
  const ids = await Promise.all(places.map(async ({ netns }) => place.netns.id(netns)))
  const far = info.linkNetnsId === undefined ? place : places[ids.indexOf(info.linkNetnsId)]
  const peer = far?.links.find(({ index }) => index === info.link)
  return far && peer && `${far.name}/${peer.name}`
}

async function linkRows(places: readonly Place[]): Promise<Row[]> {
  return Promise.all(places.flatMap((place) => place.links.map(async (info) => ({
    namespace: place.name, index: info.index, name: info.name, kind: info.kind, state: info.up ? 'up' : 'down', mtu: info.mtu,
    address: info.address, peer: await peerOf(info, place, places), master: place.links.find(({ index }) => index === info.master)?.name,
  }))))
}

/** The rows of each namespace, under its name. */
async function everywhere(places: readonly Place[], rows: (netns: Netns) => Promise<readonly Row[]>): Promise<Row[]> {
  const all = await Promise.all(places.map(async ({ name, netns }) => (await rows(netns)).map((row) => ({ namespace: name, ...row }))))
  return all.flat()
}

async function tell(places: readonly Place[], show: Show): Promise<void> {
  await show('namespaces', columns(await Netns.list(), 'name', 'path', 'inode', 'id'))
  await show('links and their peers', await linkRows(places))
  const addresses = async (netns: Netns) => columns(await netns.addresses.list({ scope: 'global' }), 'name', 'address')
  const routes = async (netns: Netns) => columns(await netns.routes.list({ family: 'inet' }), 'to', 'via', 'dev', 'src')
  await show('addresses', await everywhere(places, addresses))
  await show('routes', await everywhere(places, routes))
}

export async function main(show: Show = print): Promise<void> {
  const host = Netns.current()
  const steps = new Steps()
  await using red = await steps.take('namespace red', async () => Netns.create('red'))
  await using blue = await steps.take('namespace blue', async () => Netns.create('blue'))
  await using orange = await steps.take('namespace orange', async () => Netns.create('orange'))
  const namespaces = [red, blue, orange]
  const settings = { name: 'v-net-0', addresses: ['192.168.15.5/24'], up: true }
  const bridge = await steps.take('bridge v-net-0 with its address', async () => Bridge.create(settings))
  await steps.take('three cables, addresses, default routes', async () => connect(bridge, namespaces))

  const places = await steps.take('list all links', async () => look([host, ...namespaces]))
  await tell(places, show)
  const hosts = [{ netns: host, address: '192.168.15.5' }, ...namespaces.map((netns, position) => ({ netns, address: address(position) }))]
  await show('pings', await steps.take('twelve pings at once', async () => pingAll(hosts)))
  const neighbors = async (netns: Netns) => columns(await netns.neighbors.list({ family: 'inet' }), 'dst', 'dev', 'address', 'state')
  await show('neighbours', await everywhere(places, neighbors))
  await show('a page', await steps.take('start a server in blue, fetch from orange', async () => fetchPage(blue, orange)))

  const made = [...await host.links.list({ kind: 'veth' }), bridge]
  await steps.take('delete the links', async () => host.links.delete(made.map(({ index }) => index)))
  await steps.take('delete the namespaces', async () => Promise.all(namespaces.map(async (netns) => netns.delete())))
  await show('how long it took', steps.rows)
}

async function fetchPage(server: Netns, client: Netns): Promise<Row[]> {
  const url = 'http://192.168.15.2:8080/'
  await using running = await serve(server, '192.168.15.2', 8080, 'hello from blue')
  return [{ 'server in': server.name, pid: running.pid, 'fetched from': client.name, url, answer: await fetchFrom(client, url) }]
}

await asProgram(import.meta.url, main)

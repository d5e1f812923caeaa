// Three namespaces on a bridge: all reach each other, and the host reaches them once the bridge has an address.
// Then, from the host's end of a cable, the way to find its other end.
//
//   node --import=tsx examples/03-a-virtual-switch.ts

import { Bridge, Netns, Veth } from '../lib/index.ts'
import { ping, pingAll } from './ping.ts'
import { asProgram } from './sandbox.ts'
import { columns, print, type Show } from './show.ts'

/** A cable from the namespace to a port of the bridge. */
async function plugIn(netns: Netns, address: string, bridge: Bridge): Promise<void> {
  // ip link add veth-red-br type veth peer name veth-red netns red
  // ip link set veth-red-br master v-net-0
  // ip -n red addr add 192.168.15.1/24 dev veth-red
  // ip -n red link set veth-red up;  ip link set veth-red-br up
  const { peer } = await Veth.create({
    netns, name: `veth-${netns.name}`, addresses: [address], up: true,
    peer: { netns: bridge.netns, name: `veth-${netns.name}-br`, master: bridge, up: true },
  })
  await peer.waitFor('running')                                     // a port forwards once it has a carrier
}

/** Where the other end of a veth is: its namespace's name, its name and its index. */
export async function findPeer(host: Netns, name: string): Promise<{ netns: string, index: number, name: string }> {
  // ethtool -S veth-red-br (peer_ifindex);  ip link show veth-red-br (link-netnsid)
  const { link, linkNetnsId } = await (await host.links.get(name)).get()
  const entry = (await Netns.list()).find(({ id }) => id === linkNetnsId)      // ip netns list-id
  if (link === undefined || entry === undefined) throw new Error(`the peer of ${name} is in a namespace without a name`)
  await using netns = await Netns.open(entry.name)
  const peer = await netns.links.get(link)                                     // ip -n red link
  return { netns: entry.name, index: peer.index, name: peer.name }
}

export async function main(show: Show = print): Promise<void> {
  const host = Netns.current()
  await using red = await Netns.create('red')                       // ip netns add red
  await using blue = await Netns.create('blue')                     // ip netns add blue
  await using orange = await Netns.create('orange')                 // ip netns add orange
  const bridge = await Bridge.create({ name: 'v-net-0', up: true }) // ip link add v-net-0 type bridge; ip link set v-net-0 up

  const hosts = [
    { netns: red, address: '192.168.15.1' }, { netns: blue, address: '192.168.15.2' }, { netns: orange, address: '192.168.15.3' },
  ]
  await Promise.all(hosts.map(async ({ netns, address }) => plugIn(netns, `${address}/24`, bridge)))
  const ports = await bridge.ports()                                // ip link show master v-net-0;  bridge link
  await show('ports of v-net-0', ports.map(({ index, name, port }) => ({ index, name, state: port?.state })))
  await show('all reach each other', await pingAll(hosts))

  await show('the host does not reach them', [await ping(host, '192.168.15.1')])
  await bridge.addresses.add('192.168.15.5/24')                     // ip addr add 192.168.15.5/24 dev v-net-0
  const answers = await Promise.all(hosts.map(async ({ address }) => ping(host, address)))
  await show('the host reaches them by the address of the bridge', answers)

  const ends = await host.links.list({ kind: 'veth' })              // ip link show type veth
  await show('the host\'s ends', columns(ends, 'index', 'name', 'link', 'linkNetnsId', 'master'))
  const peers = await Promise.all(ends.map(async ({ name }) => ({ end: name, ...await findPeer(host, name) })))
  await show('where their peers are', peers)

  await host.links.delete(ends.map(({ index }) => index))           // ip link delete veth-red-br ...
  await bridge.delete()                                             // ip link delete v-net-0
}

await asProgram(import.meta.url, main)

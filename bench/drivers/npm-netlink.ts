// The npm package netlink, as its README shows it: a promise for each request, each awaited before the next, since a thousand
// under way abort the process. It has no namespaces, and takes what is particular to a kind of link as bytes.

import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { address, addressLinks, indexes, repeats, routeAddress } from '../plan.ts'
import { cache, programs } from '../paths.ts'
import { settle } from '../sandbox.ts'
import { driverArguments, oneByOne, timed, type Result } from './timed.ts'

interface Link { data: { index?: number }, attrs: { ifname?: string, mtu?: number } }
interface Route { data: { dstLen?: number, table?: number }, attrs: { table?: number, oif?: number } }
interface Socket {
  newLink(data: object, attrs: object, options: object): Promise<unknown>
  getLink(data: object, attrs: object): Promise<Link[]>
  getLinks(): Promise<Link[]>
  newRoute(data: object, attrs: object, options: object): Promise<unknown>
  delRoute(data: object, attrs: object): Promise<unknown>
  getRoutes(data: object): Promise<Route[]>
  newAddress(data: object, attrs: object, options: object): Promise<unknown>
  delAddress(data: object, attrs: object): Promise<unknown>
}
interface Package { createRtNetlink(): Socket }

const require = createRequire(join(cache, 'package.json'))
const socket = (require('netlink') as Package).createRtNetlink()

// NLM_F_EXCL and NLM_F_CREATE: the package sends 0 unless told.
const create = { flags: 0x200 | 0x400 }
const inet = 2, main = 254, boot = 3, toLink = 253, unicast = 1

function attribute(type: number, payload: Buffer): Buffer {
  const bytes = Buffer.alloc(Math.ceil((4 + payload.length) / 4) * 4)
  bytes.writeUInt16LE(4 + payload.length, 0)
  bytes.writeUInt16LE(type, 2)
  payload.copy(bytes, 4)
  return bytes
}

/** IFLA_INFO_KIND, and IFLA_INFO_DATA with a VETH_INFO_PEER: a link message of its own with IFLA_IFNAME. */
function vethInfo(peer: string): Buffer {
  const message = Buffer.concat([Buffer.alloc(16), attribute(3, Buffer.from(`${peer}\0`))])
  return Buffer.concat([attribute(1, Buffer.from('veth')), attribute(2, attribute(1, message))])
}

async function addPair(i: number): Promise<void> {
  await socket.newLink({}, { ifname: `v${i}`, linkinfo: vethInfo(`p${i}`) }, create)
}

async function each(size: number, operation: (i: number) => Promise<unknown>): Promise<Result> {
  return timed(async () => {
    for (const i of indexes(size)) await operation(i)
  })
}

async function listed<T>(list: () => Promise<T[]>, value: (item: T) => number): Promise<Result> {
  let found = await list()
  const time = await each(repeats, async () => { found = await list() })
  return { ...time, repeat: repeats, count: found.length, checksum: found.reduce((sum, item) => sum + value(item), 0) }
}

const linkValue = ({ data, attrs }: Link): number => (data.index ?? 0) + (attrs.mtu ?? 0) + (attrs.ifname?.length ?? 0)
const routeValue = ({ data, attrs }: Route): number => (data.dstLen ?? 0) + (attrs.oif ?? 0)
const mainRoutes = async (): Promise<Route[]> => (await socket.getRoutes({ family: inet })).filter(({ data }) => data.table === main)

const bytesOf = (ipv4: string): Buffer => Buffer.from(ipv4.split('.').map(Number))
type Verb = 'add' | 'delete'

async function indexesOf(): Promise<Map<string | undefined, number | undefined>> {
  return new Map((await socket.getLinks()).map(({ attrs, data }) => [attrs.ifname, data.index]))
}

async function routes(size: number, verb: Verb): Promise<Result> {
  const oif = (await indexesOf()).get('r0')
  const data = { family: inet, dstLen: 32, table: main, scope: toLink, type: unicast, protocol: boot }
  const attrs = (i: number) => ({ dst: bytesOf(routeAddress(i)), oif })
  return each(size, (i) => verb === 'add' ? socket.newRoute(data, attrs(i), create) : socket.delRoute(data, attrs(i)))
}

async function addresses(size: number, verb: Verb): Promise<Result> {
  const all = await indexesOf()
  const links = indexes(addressLinks).map((i) => all.get(`v${i}`))
  const data = (i: number) => ({ family: inet, prefixlen: 32, index: links[i % addressLinks] })
  const attrs = (i: number) => ({ local: bytesOf(address(i)), address: bytesOf(address(i)) })
  return each(size, (i) => verb === 'add' ? socket.newAddress(data(i), attrs(i), create) : socket.delAddress(data(i), attrs(i)))
}

const trials: { readonly [name: string]: (size: number) => Promise<Result> } = {
  W1: (size) => each(size, addPair),
  W6: () => listed(() => socket.getLinks(), linkValue),
  W7: (size) => routes(size, 'add'),
  'W7-list': () => listed(mainRoutes, routeValue),
  'W7-delete': (size) => routes(size, 'delete'),
  address: (size) => addresses(size, 'add'),
  'address-delete': (size) => addresses(size, 'delete'),
  single: (size) => oneByOne(size, () => socket.getLink({ index: 1 }, {})),
  'single-veth': (size) => oneByOne(size, addPair),
}

const opposites: { readonly [name: string]: string } = { W7: 'W7-delete', 'W7-delete': 'W7', address: 'address-delete', 'address-delete': 'address' }

/** By one wait for RCU, which the package does not offer. */
function deletePairs(size: number): void {
  const lines = [...indexes(size).map((i) => `link set v${i} group 7`), 'link del group 7']
  execFileSync(programs.ip, ['-batch', '-'], { input: lines.join('\n') })
}

/** In this same namespace, since the package knows no others, and undone again; what is there to be deleted is deleted and made again. */
async function warmUp(name: string, trial: (size: number) => Promise<Result>, size: number): Promise<void> {
  await trial(size)
  await trials[opposites[name] ?? '']?.(size)
  if (name === 'W1' || name === 'single-veth') deletePairs(size)
  await settle()
}

const { name, size, warm } = driverArguments()
const trial = trials[name]
if (!trial) throw new Error(`no such trial: ${name}`)
if (warm > 0) await warmUp(name, trial, name.endsWith('-delete') ? Math.min(warm, size) : warm)
console.log(JSON.stringify(await trial(size)))

// The npm package netlink, as its README shows it: a promise for each request, each awaited before the next, since a thousand
// under way abort the process. It has no namespaces, and takes what is particular to a kind of link as bytes.

import { createRequire } from 'node:module'
import { join } from 'node:path'
import { indexes, repeats, routeAddress } from '../plan.ts'
import { cache } from '../paths.ts'

interface Link { data: { index?: number }, attrs: { ifname?: string, mtu?: number } }
interface Route { data: { dstLen?: number, table?: number }, attrs: { table?: number, oif?: number } }
interface Socket {
  newLink(data: object, attrs: object, options: object): Promise<unknown>
  getLink(data: object, attrs: object): Promise<Link[]>
  getLinks(): Promise<Link[]>
  newRoute(data: object, attrs: object, options: object): Promise<unknown>
  delRoute(data: object, attrs: object): Promise<unknown>
  getRoutes(data: object): Promise<Route[]>
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

type Operation = (i: number) => Promise<unknown>

async function timed(size: number, operation: Operation, each?: (microseconds: number) => void): Promise<{ seconds: number }> {
  const start = performance.now()
  for (const i of indexes(size)) {
    const before = performance.now()
    await operation(i)
    each?.((performance.now() - before) * 1000)
  }
  return { seconds: (performance.now() - start) / 1000 }
}

async function oneByOne(size: number, operation: Operation): Promise<object> {
  const latencies: number[] = []
  return { ...await timed(size, operation, (microseconds) => void latencies.push(microseconds)), latencies }
}

async function listed<T>(list: () => Promise<T[]>, value: (item: T) => number): Promise<object> {
  let found = await list()
  const time = await timed(repeats, async () => { found = await list() })
  return { ...time, repeat: repeats, count: found.length, checksum: found.reduce((sum, item) => sum + value(item), 0) }
}

const linkValue = ({ data, attrs }: Link): number => (data.index ?? 0) + (attrs.mtu ?? 0) + (attrs.ifname?.length ?? 0)
const routeValue = ({ data, attrs }: Route): number => (data.dstLen ?? 0) + (attrs.oif ?? 0)
const mainRoutes = async (): Promise<Route[]> => (await socket.getRoutes({ family: inet })).filter(({ data }) => data.table === main)

async function routes(size: number, add: boolean): Promise<object> {
  const r0 = (await socket.getLinks()).find(({ attrs }) => attrs.ifname === 'r0')
  const data = { family: inet, dstLen: 32, table: main, scope: toLink, type: unicast, protocol: boot }
  const attrs = (i: number) => ({ dst: Buffer.from(routeAddress(i).split('.').map(Number)), oif: r0?.data.index })
  return timed(size, (i) => add ? socket.newRoute(data, attrs(i), create) : socket.delRoute(data, attrs(i)))
}

const trials: { readonly [name: string]: (size: number) => Promise<object> } = {
  W1: (size) => timed(size, addPair),
  W6: () => listed(() => socket.getLinks(), linkValue),
  W7: (size) => routes(size, true),
  'W7-list': () => listed(mainRoutes, routeValue),
  'W7-delete': (size) => routes(size, false),
  single: (size) => oneByOne(size, () => socket.getLink({ index: 1 }, {})),
  'single-veth': (size) => oneByOne(size, addPair),
}

const [name = '', size = ''] = process.argv.slice(2)
const trial = trials[name]
if (!trial) throw new Error(`no such trial: ${name}`)
console.log(JSON.stringify(await trial(Number(size))))

// netns-native, as its README would have it written: one Promise.all for all that can be under way together.

import { type Link, Netns, Veth, type LinkInfo, type RouteInfo } from '../../lib/index.ts'
import { gateway, indexes, podAddress, repeats, routeAddress } from '../plan.ts'

interface Result { seconds: number, repeat?: number, count?: number, checksum?: number, latencies?: number[] }
type Trial = (size: number, lean: boolean) => Promise<Result>

const host = Netns.current()
const seconds = (start: number): number => (performance.now() - start) / 1000

async function timed(work: () => Promise<unknown>): Promise<Result> {
  const start = performance.now()
  await work()
  return { seconds: seconds(start) }
}

const pair = (i: number) => Veth.create({ name: `v${i}`, peer: { name: `p${i}` } })
const found = (names: readonly string[]): Promise<Link[]> => Promise.all(names.map((name) => host.links.get(name)))

const quiet = (lean: boolean) => lean ? { ipv6: 'none' as const } : {}

async function toOtherNetns(size: number, lean: boolean): Promise<Result> {
  const netns = await Netns.open('other')
  const bridge = await host.links.get('br0')
  const ipv6 = quiet(lean)
  return timed(() => Promise.all(indexes(size).map((i) =>
    Veth.create({ name: `v${i}`, master: bridge, up: true, ...ipv6, peer: { netns, name: `p${i}`, up: true, ...ipv6 } }))))
}

async function attach(i: number, bridge: Link, lean: boolean): Promise<void> {
  const netns = await Netns.create(`pod${i}`)
  await Veth.create({ netns, name: 'eth0', addresses: [`${podAddress(i)}/16`], up: true, ...quiet(lean),
    peer: { netns: host, name: `h${i}`, master: bridge, up: true, ...quiet(lean) } })
  await netns.routes.add({ to: 'default', via: gateway })
}

async function attachAll(size: number, lean: boolean): Promise<Result> {
  const bridge = await host.links.get('br0')
  return timed(() => Promise.all(indexes(size).map((i) => attach(i, bridge, lean))))
}

async function detachAll(size: number): Promise<Result> {
  const pods = await Promise.all(indexes(size).map((i) => Netns.open(`pod${i}`)))
  const ends = await found(indexes(size).map((i) => `h${i}`))
  return timed(async () => {
    await host.links.delete(ends)
    await Promise.all(pods.map((pod) => pod.delete()))
  })
}

async function listed<T>(list: () => Promise<T[]>, value: (info: T) => number): Promise<Result> {
  let infos = await list()
  const { seconds } = await timed(async () => {
    for (let at = 0; at < repeats; at++) infos = await list()
  })
  return { seconds, repeat: repeats, count: infos.length, checksum: infos.reduce((sum, info) => sum + value(info), 0) }
}

const ofLink = (info: LinkInfo): number => info.index + (info.mtu ?? 0) + info.name.length

/** In this trial all routes have a prefix and leave by r0. */
async function listRoutes(): Promise<Result> {
  const { index } = await host.links.get('r0')
  return listed<RouteInfo>(() => host.routes.list({ family: 'inet' }), ({ to }) => Number(to.split('/')[1] ?? 32) + index)
}

async function routes(size: number, verb: 'add' | 'delete'): Promise<Result> {
  const dev = await host.links.get('r0')
  return timed(() => Promise.all(indexes(size).map((i) => host.routes[verb]({ to: `${routeAddress(i)}/32`, dev }))))
}

async function oneByOne(size: number, operation: (i: number) => Promise<unknown>): Promise<Result> {
  const latencies: number[] = []
  const { seconds } = await timed(async () => {
    for (let i = 0; i < size; i++) {
      const start = performance.now()
      await operation(i)
      latencies.push((performance.now() - start) * 1000)
    }
  })
  return { seconds, latencies }
}

const trials: { readonly [name: string]: Trial } = {
  W1: (size) => timed(() => Promise.all(indexes(size).map(pair))),
  W2: toOtherNetns,
  W3: async (size) => {
    const links = await found(indexes(size).map((i) => `v${i}`))
    return timed(() => host.links.delete(links))
  },
  W4: (size) => timed(() => Promise.all(indexes(size).map((i) => Netns.create(`n${i}`)))),
  W5: attachAll,
  'W5-down': detachAll,
  W6: () => listed(() => host.links.list(), ofLink),
  W7: (size) => routes(size, 'add'),
  'W7-list': listRoutes,
  'W7-delete': (size) => routes(size, 'delete'),
  single: async (size) => {
    const lo = await host.links.get(1)
    return oneByOne(size, () => lo.get())
  },
  'single-veth': (size) => oneByOne(size, pair),
}

const [name = '', size = '', option] = process.argv.slice(2)
const trial = trials[name]
if (!trial) throw new Error(`no such trial: ${name}`)
await host.links.get('lo')   // opens the connection
console.log(JSON.stringify(await trial(Number(size), option === '--lean')))

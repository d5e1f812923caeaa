// netns-native, as its README would have it written: one Promise.all for all that can be under way together.

import { Bridge, type Link, Netns, Veth, type LinkInfo, type RouteInfo } from 'netns-native'
import { address, addressLinks, gateway, indexes, podAddress, repeats, routeAddress } from '../plan.ts'
import { settle } from '../sandbox.ts'
import { driverArguments, oneByOne, timed, type Result } from './timed.ts'

/** Where a trial takes place. */
interface Place {
  readonly host: Netns, readonly other: Netns
  readonly size: number, readonly lean: boolean
  /** Before the names of namespaces. */
  readonly prefix: string
  /** Namespaces that were made. */
  readonly made: Netns[]
}
type Trial = (place: Place) => Promise<Result>

const quiet = (lean: boolean) => lean ? { ipv6: 'none' as const } : {}
const each = <T>(size: number, make: (i: number) => Promise<T>): Promise<T[]> => Promise.all(indexes(size).map(make))
const found = (netns: Netns, size: number, prefix: string): Promise<Link[]> => each(size, (i) => netns.links.get(`${prefix}${i}`))

const pair = (netns: Netns, i: number) => Veth.create({ netns, name: `v${i}`, peer: { name: `p${i}` } })

async function toOtherNetns({ host, other, size, lean }: Place): Promise<Result> {
  const bridge = await host.links.get('br0')
  const ipv6 = quiet(lean)
  return timed(() => each(size, (i) => Veth.create({ netns: host, name: `v${i}`, master: bridge, up: true, ...ipv6,
    peer: { netns: other, name: `p${i}`, up: true, ...ipv6 } })))
}

async function attach({ host, lean, prefix, made }: Place, bridge: Link, i: number): Promise<void> {
  const netns = await Netns.create(`${prefix}pod${i}`)
  made.push(netns)
  await Veth.create({ netns, name: 'eth0', addresses: [`${podAddress(i)}/16`], up: true, ...quiet(lean),
    peer: { netns: host, name: `h${i}`, master: bridge, up: true, ...quiet(lean) } })
  await netns.routes.add({ to: 'default', via: gateway })
}

async function attachAll(place: Place): Promise<Result> {
  const bridge = await place.host.links.get('br0')
  return timed(() => each(place.size, (i) => attach(place, bridge, i)))
}

async function detachAll({ host, size, prefix }: Place): Promise<Result> {
  const pods = await each(size, (i) => Netns.open(`${prefix}pod${i}`))
  const ends = await found(host, size, 'h')
  return timed(async () => {
    await Promise.all(ends.map((end) => end.delete()))
    await Promise.all(pods.map((pod) => pod.delete()))
  })
}

async function listed<T>(list: () => Promise<T[]>, value: (info: T) => number): Promise<Result> {
  let infos = await list()
  const time = await timed(async () => {
    for (let at = 0; at < repeats; at++) infos = await list()
  })
  return { ...time, repeat: repeats, count: infos.length, checksum: infos.reduce((sum, info) => sum + value(info), 0) }
}

const ofLink = (info: LinkInfo): number => info.index + (info.mtu ?? 0) + info.name.length

/** In this trial all routes have a prefix and leave by r0. */
async function listRoutes({ host }: Place): Promise<Result> {
  const { index } = await host.links.get('r0')
  return listed<RouteInfo>(() => host.routes.list({ family: 'inet' }), ({ to }) => Number(to.split('/')[1] ?? 32) + index)
}

async function routes({ host, size }: Place, verb: 'add' | 'delete'): Promise<Result> {
  const dev = await host.links.get('r0')
  return timed(() => each(size, (i) => host.routes[verb]({ to: `${routeAddress(i)}/32`, dev })))
}

async function addresses({ host, size }: Place, verb: 'add' | 'delete'): Promise<Result> {
  const links = await found(host, addressLinks, 'v')
  return timed(() => each(size, async (i) => links[i % addressLinks]?.addresses[verb](`${address(i)}/32`)))
}

const trials: { readonly [name: string]: Trial } = {
  W1: ({ host, size }) => timed(() => each(size, (i) => pair(host, i))),
  W2: toOtherNetns,
  W3: async ({ host, size }) => {
    const links = await found(host, size, 'v')
    return timed(() => Promise.all(links.map((link) => link.delete())))
  },
  W4: ({ size, prefix, made }) => timed(async () => {
    made.push(...await each(size, (i) => Netns.create(`${prefix}n${i}`, { loopback: false })))
  }),
  'W4-down': ({ size, prefix }) => timed(() => each(size, (i) => Netns.delete(`${prefix}n${i}`))),
  W5: attachAll,
  'W5-down': detachAll,
  W6: ({ host }) => listed(() => host.links.list(), ofLink),
  W7: (place) => routes(place, 'add'),
  'W7-list': listRoutes,
  'W7-delete': (place) => routes(place, 'delete'),
  address: (place) => addresses(place, 'add'),
  'address-delete': (place) => addresses(place, 'delete'),
  single: async ({ host, size }) => {
    const lo = await host.links.get(1)
    return oneByOne(size, () => lo.get())
  },
  'single-veth': ({ host, size }) => oneByOne(size, (i) => pair(host, i)),
}

const bridged = ({ host, lean }: Place) => Bridge.create({ netns: host, name: 'br0', up: true, multicastSnooping: !lean, addresses: [`${gateway}/16`] })
const oneLink = ({ host }: Place) => Veth.create({ netns: host, name: 'r0', up: true, peer: { name: 'r1', up: true } })
const withRoutes = async (place: Place) => void await oneLink(place).then(() => routes(place, 'add'))
const withLinks = ({ host }: Place, size: number) => each(size, (i) => pair(host, i))

/** What a trial starts from, for the warm-up; for the measurement it is there already. */
const starts: { readonly [name: string]: (place: Place) => Promise<unknown> } = {
  W2: bridged, W5: bridged, W7: oneLink, 'W7-list': withRoutes, 'W7-delete': withRoutes,
  W3: (place) => withLinks(place, place.size),
  'W4-down': (place) => trials['W4']?.(place) ?? Promise.resolve(),
  'W5-down': (place) => bridged(place).then(() => attachAll(place)),
  W6: (place) => withLinks(place, place.size / 2),
  address: (place) => withLinks(place, addressLinks),
  'address-delete': (place) => withLinks(place, addressLinks).then(() => addresses(place, 'add')),
}

/** The same trial in namespaces that are gone afterwards. */
async function warmUp(name: string, trial: Trial, size: number, lean: boolean): Promise<void> {
  const place = { host: await Netns.create(), other: await Netns.create(), size, lean, prefix: 'warm', made: [] as Netns[] }
  await starts[name]?.(place)
  await trial(place)
  await Promise.all(place.made.map(async (netns) => {
    if (netns.name !== undefined) await Netns.delete(netns.name, { ifExists: true })
    await netns.close()
  }))
  await Promise.all([place.other.close(), place.host.close()])
  await settle()
}

const { name, size, lean, warm } = driverArguments()
const trial = trials[name]
if (!trial) throw new Error(`no such trial: ${name}`)
const host = Netns.current()
await host.links.get('lo')   // opens the connection
if (warm > 0) await warmUp(name, trial, warm, lean)
console.log(JSON.stringify(await trial({ host, other: await Netns.open('other'), size, lean, prefix: '', made: [] })))

// The options of a route, checked and turned into a message.

import { type Family } from './address.ts'
import { rangeError, typeError } from './errors.ts'
import { indexOf, knownIndex, type LinkRef } from './link-options.ts'
import { type Netns } from './netns.ts'
import { scopes } from './schema/address.ts'
import { type Input } from './schema/dsl.ts'
import { messages } from './schema/messages.ts'
import { numberOf } from './schema/record.ts'
import { routePreferences, routeProtocols, routeTypes } from './schema/route.ts'
import { tableNumber, tables } from './tables.ts'
import { boolean, integer, ipBytes, networkPrefix, snapshot, textBytes } from './values.ts'

export type RouteMessage = Input<typeof messages.route>
type Hop = NonNullable<RouteMessage['multipath']>[number]

/** One way of several. */
export interface NexthopOptions {
  via?: string | undefined
  dev?: LinkRef | undefined
  /** 1 to 256. Default 1. */
  weight?: number | undefined
  onlink?: boolean | undefined
}

export interface RouteOptions {
  /** `default`, or a prefix without host bits: `10.0.0.0/8`. */
  to: string
  /** The gateway; of the other family where an IPv4 route goes through an IPv6 one. */
  via?: string | undefined
  dev?: LinkRef | undefined
  /** Source prefix, IPv6 only. */
  from?: string | undefined
  /** Preferred source address. */
  src?: string | undefined
  /** The lowest wins. Default 0 for IPv4, 1024 for IPv6. */
  metric?: number | undefined
  /** `main`, `local`, `default` or a number. Default `main`, or `local` for types that need it. */
  table?: string | number | undefined
  /** Default `global` by way of a gateway, `link` without, `host` for local routes. */
  scope?: string | number | undefined
  /** `unicast`, `blackhole`, `unreachable`, `prohibit`, `throw`, `local` ... Default `unicast`. */
  type?: string | number | undefined
  /** Who made it. Default `boot`, as of ip(8). */
  proto?: string | number | undefined
  tos?: number | undefined
  /** The gateway is reached by `dev` though no prefix there says so. */
  onlink?: boolean | undefined
  nexthops?: readonly NexthopOptions[] | undefined
  /** Bytes. */
  mtu?: number | undefined
  advmss?: number | undefined
  window?: number | undefined
  hoplimit?: number | undefined
  initcwnd?: number | undefined
  initrwnd?: number | undefined
  /** Milliseconds. */
  rtoMin?: number | undefined
  quickack?: boolean | undefined
  congctl?: string | undefined
  /** IPv6: `low`, `medium`, `high`. */
  pref?: string | number | undefined
  /** Seconds, IPv6 only. */
  expires?: number | undefined
  /** Id of a nexthop object. Beside it `via`, `dev` and `nexthops` do not count: `list` shows what the object says. */
  nhid?: number | undefined
  /** Needed only where neither `to` nor `via` tells. */
  family?: Family | undefined
  /** As `list` shows them; only `onlink` is the user's to set. */
  flags?: readonly string[] | undefined
}

const metricNames = ['mtu', 'advmss', 'window', 'hoplimit', 'initcwnd', 'initrwnd', 'rtoMin', 'quickack'] as const
const metricOptions: ReadonlySet<string> = new Set([...metricNames, 'congctl'])
const routeOptionNames = new Set(['to', 'via', 'dev', 'from', 'src', 'metric', 'table', 'scope', 'type', 'proto', 'tos', 'onlink', 'nexthops',
  ...metricNames, 'congctl', 'pref', 'expires', 'nhid', 'family', 'flags'])
const nexthopNames = new Set(['via', 'dev', 'weight', 'onlink'])

/** Options that have been read. */
export type Taken = { [name: string]: unknown }

/** Where to, and so of which family. */
function destination({ to, via, family }: Taken): { family: Family, dstLen: number, dst: Uint8Array | undefined } {
  if (family !== undefined && family !== 'inet' && family !== 'inet6') throw rangeError('route.family', "'inet' or 'inet6' is wanted")
  if (to === 'default') {
    const known = family ?? (via !== undefined && ipBytes(via, 'route.via').length === 16 ? 'inet6' : 'inet')
    return { family: known, dstLen: 0, dst: undefined }
  }
  const prefix = networkPrefix(to, 'route.to')
  const told = prefix.family === 4 ? 'inet' : 'inet6'
  if (family !== undefined && family !== told) throw rangeError('route.family', `route.to is of family ${told}`)
  return { family: told, dstLen: prefix.length, dst: prefix.length === 0 ? undefined : prefix.bytes }
}

function setGateway(message: RouteMessage | Hop, via: unknown, family: Family, path: string): void {
  const bytes = ipBytes(via, path)
  const own = bytes.length === 4 ? 'inet' : 'inet6'
  if (own === family) message.gateway = bytes
  else if (own === 'inet') throw rangeError(path, 'an IPv6 route has no IPv4 gateway')
  else message.via = { family: 'inet6', addr: bytes }   // RFC 5549
}

function sameFamily(text: unknown, family: Family, path: string): Uint8Array {
  const bytes = ipBytes(text, path)
  if (bytes.length !== (family === 'inet' ? 4 : 16)) throw rangeError(path, `an address of family ${family} is wanted`)
  return bytes
}

/** What ip(8) supposes: without a gateway the destination is on the link. IPv6 has no scopes of routes. */
function scopeOf(route: Taken, type: number, direct: boolean): number {
  if (route['scope'] !== undefined) return numberOf(scopes, route['scope'], 1, 'route.scope')
  const { local, nat, broadcast, multicast, anycast, unicast } = routeTypes.values
  if (type === local || type === nat) return scopes.values.host
  if (type === broadcast || type === multicast || type === anycast || (type === unicast && direct)) return scopes.values.link
  return scopes.values.global
}

function isOnlink({ onlink, flags = [] }: Taken): boolean {
  if (!Array.isArray(flags)) throw typeError('route.flags', 'an array is wanted')
  return onlink === undefined ? flags.length > 0 && (flags as unknown[]).includes('onlink') : boolean(onlink, 'route.onlink')
}

function metric(name: typeof metricNames[number], value: unknown): number | boolean {
  return name === 'quickack' ? boolean(value, 'route.quickack') : integer(value, 0, 2 ** 32 - 1, `route.${name}`)
}

function checkText(value: unknown, path: string, max: number): unknown {
  textBytes(value, path, max)
  return value
}

/** Most routes have none of them, and a look for each would be most of the work. */
function hasMetrics(route: Taken): boolean {
  for (const name in route) if (metricOptions.has(name)) return true
  return false
}

function metricsOf(route: Taken): RouteMessage['metrics'] {
  const metrics: Taken = {}
  for (const name of metricNames) if (route[name] !== undefined) metrics[name] = metric(name, route[name])
  if (route['rtoMin'] !== undefined) metrics['lock'] = ['rto_min']   // otherwise tcp_rto_min passes over it
  if (route['congctl'] !== undefined) metrics['ccAlgo'] = checkText(route['congctl'], 'route.congctl', 15)
  return metrics
}

function nexthop(netns: Netns, { via, dev, weight = 1, onlink }: Taken, family: Family, path: string): Hop {
  const hop: Hop = { hops: integer(weight, 1, 256, `${path}.weight`) - 1 }
  if (onlink !== undefined && boolean(onlink, `${path}.onlink`)) hop.flags = ['onlink']
  if (dev !== undefined) hop.ifindex = knownIndex(netns, dev, `${path}.dev`)
  if (via !== undefined) setGateway(hop, via, family, `${path}.via`)
  return hop
}

/** The ways: one in the message itself, several, or none where a nexthop object has them (the kernel refuses both). */
function setWays(message: RouteMessage, netns: Netns, route: Taken, family: Family): void {
  const { nexthops, via, dev, nhid } = route
  if (nhid !== undefined) return
  if (via !== undefined) setGateway(message, via, family, 'route.via')
  if (dev !== undefined) message.oif = knownIndex(netns, dev, 'route.dev')
  if (nexthops === undefined) return
  if (via !== undefined || dev !== undefined) throw typeError('route.nexthops', 'via and dev belong into the nexthops here')
  message.multipath = (nexthops as Taken[]).map((one, index) => nexthop(netns, one, family, `route.nexthops[${index}]`))
}

/** The attributes that identify a route, for adding and deleting alike. */
function identity(netns: Netns, route: Taken): RouteMessage & { family: Family } {
  const { from, metric, table, tos, nhid } = route
  const { family, dstLen, dst } = destination(route)
  const message: RouteMessage & { family: Family } = { family, dstLen }
  if (dst) message.dst = dst
  if (from !== undefined) {
    const source = networkPrefix(from, 'route.from')
    if (family === 'inet' || source.family === 4) throw rangeError('route.from', 'only IPv6 routes by source; IPv4 has rules for that')
    message.srcLen = source.length
    message.src = source.bytes
  }
  setWays(message, netns, route, family)
  if (tos !== undefined) message.tos = integer(tos, 0, 255, 'route.tos')
  if (metric !== undefined) message.priority = integer(metric, 0, 2 ** 32 - 1, 'route.metric')
  if (table !== undefined) message.table = tableNumber(table, 'route.table')
  if (nhid !== undefined) message.nhId = integer(nhid, 1, 2 ** 32 - 1, 'route.nhid')
  return message
}

/** A route's options, read once; the nexthops' too. Waits only where a link is given by name. */
export function takeRoute(netns: Netns, options: unknown): Taken | Promise<Taken> {
  const route = snapshot(options, routeOptionNames, 'route')
  if (route['nexthops'] === undefined) return typeof route['dev'] === 'string' ? withIndexes(netns, route, []) : route
  if (!Array.isArray(route['nexthops'])) throw typeError('route.nexthops', 'an array is wanted')
  const hops = Array.from(route['nexthops'] as readonly unknown[]).map((one, index) => snapshot(one, nexthopNames, `route.nexthops[${index}]`))
  route['nexthops'] = hops
  return withIndexes(netns, route, hops)
}

async function withIndexes(netns: Netns, route: Taken, hops: readonly Taken[]): Promise<Taken> {
  if (typeof route['dev'] === 'string') route['dev'] = await indexOf(netns, route['dev'], 'route.dev')
  await Promise.all(hops.map(async (hop, index) => {
    if (typeof hop['dev'] === 'string') hop['dev'] = await indexOf(netns, hop['dev'], `route.nexthops[${index}].dev`)
  }))
  return route
}

export function routeMessage(netns: Netns, route: Taken): RouteMessage {
  const { src, pref, expires, proto = 'boot', type: wanted = 'unicast' } = route
  const message = identity(netns, route)
  const type = numberOf(routeTypes, wanted, 1, 'route.type')
  const direct = message.gateway === undefined && message.via === undefined && message.multipath === undefined && message.nhId === undefined
  const { local, broadcast, anycast } = routeTypes.values
  message.table ??= type === local || type === broadcast || type === anycast ? tables.local : tables.main
  message.protocol = numberOf(routeProtocols, proto, 1, 'route.proto')
  message.scope = message.family === 'inet' ? scopeOf(route, type, direct) : scopes.values.global
  message.type = type
  if (isOnlink(route)) message.flags = ['onlink']
  if (hasMetrics(route)) message.metrics = metricsOf(route)
  if (src !== undefined) message.prefsrc = sameFamily(src, message.family, 'route.src')
  if (pref !== undefined) message.pref = numberOf(routePreferences, pref, 1, 'route.pref')
  if (expires !== undefined) message.expires = integer(expires, 1, 2 ** 31 - 1, 'route.expires')
  return message
}

/** What is not named does not matter: fib_table_delete takes scope `nowhere`, protocol and type 0 for any. */
export function deleteMessage(netns: Netns, route: Taken): RouteMessage {
  const message = identity(netns, route)
  const { type, proto, scope } = route
  message.table ??= tables.main
  message.scope = scope === undefined ? scopes.values.nowhere : numberOf(scopes, scope, 1, 'route.scope')
  message.type = type === undefined ? 0 : numberOf(routeTypes, type, 1, 'route.type')
  message.protocol = proto === undefined ? 0 : numberOf(routeProtocols, proto, 1, 'route.proto')
  return message
}

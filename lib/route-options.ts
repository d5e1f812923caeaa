// The options of a route, checked and turned into a message.

import { type Encap } from './encap-types.ts'
import { rangeError } from './errors.ts'
import { type LinkRef } from './link-options.ts'
import { type Netns } from './netns.ts'
import { type Realms } from './realms.ts'
import { metricNames, metricsOf, type RouteMetrics } from './route-metrics.ts'
import { isOnlink, setRare, setWays, takeWays, withIndexes, type NexthopOptions, type RouteFamily, type RouteMessage, type Taken } from './route-ways.ts'
import { scopes } from './schema/address.ts'
import { numberOf } from './schema/record.ts'
import { routePreferences, routeProtocols, routeTypes } from './schema/route.ts'
import { tableNumber, tables } from './tables.ts'
import { boolean, integer, ipBytes, labelBytes, networkPrefix, snapshot } from './values.ts'

export interface RouteOptions extends RouteMetrics {
  /** `default`, or a prefix without host bits: `10.0.0.0/8`. A label of MPLS: 16 to 2^20-1, a number, or its text beside `family: 'mpls'`. */
  to: string | number
  /**
   * The gateway; of the other family where an IPv4 route goes through an IPv6 one. Of an MPLS route it may be a link-layer address, too;
   * without any the packet is this host's own.
   */
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
  /** What is put around packets. */
  encap?: Encap | undefined
  /** IPv4: realms for tc(8) and iptables to go by. */
  realms?: Realms | undefined
  /** Of MPLS: the labels that take the place of the one that came, the outermost first. Default: it is taken away. */
  as?: readonly number[] | undefined
  /** Of MPLS, and of routes with the encapsulation `mpls`: whether the time to live goes from IP to the label and back. Default: the namespace's. */
  ttlPropagate?: boolean | undefined
  /** IPv6: `low`, `medium`, `high`. */
  pref?: string | number | undefined
  /** Seconds, IPv6 only. */
  expires?: number | undefined
  /** Id of a nexthop object. Beside it `via`, `dev` and `nexthops` do not count: `list` shows what the object says. */
  nhid?: number | undefined
  /** Needed only where neither `to` nor `via` tells. */
  family?: RouteFamily | undefined
  /** As `list` shows them; only `onlink` is the user's to set. */
  flags?: readonly string[] | undefined
}

const routeOptionNames = new Set(['to', 'via', 'dev', 'from', 'src', 'metric', 'table', 'scope', 'type', 'proto', 'tos', 'onlink', 'nexthops',
  ...metricNames, 'pref', 'expires', 'nhid', 'family', 'flags', 'encap', 'realms', 'as', 'ttlPropagate'])

/** What few routes have: one look at the keys instead of one for each option, which would be most of the work. */
const Has = { metrics: 1, ways: 2, more: 4 } as const
const rare = new Map<string, number>([
  ...metricNames.map((name) => [name, Has.metrics] as const), ...['realms', 'encap', 'as'].map((name) => [name, Has.ways] as const),
  ...['from', 'src', 'pref', 'expires', 'ttlPropagate', 'tos', 'nhid', 'onlink', 'flags'].map((name) => [name, Has.more] as const),
])

function rarities(route: Taken): number {
  let found = 0
  for (const name in route) found |= rare.get(name) ?? 0
  return found
}

type Destination = { family: RouteFamily, dstLen: number, dst: Uint8Array | undefined }

/** An MPLS route is to a label, which has twenty bits. */
function label(to: unknown, family: unknown): Destination {
  if (family !== undefined && family !== 'mpls') throw rangeError('route.family', 'route.to is a label of MPLS')
  const number = typeof to === 'string' && /^\d{1,7}$/.test(to) ? Number(to) : to
  return { family: 'mpls', dstLen: 20, dst: labelBytes(number, 'route.to') }
}

/** Where to, and so of which family. */
function destination({ to, via, family }: Taken): Destination {
  if (typeof to === 'number' || family === 'mpls') return label(to, family)
  if (family !== undefined && family !== 'inet' && family !== 'inet6') throw rangeError('route.family', "'inet', 'inet6' or 'mpls' is wanted")
  if (to === 'default') {
    const known = family ?? (via !== undefined && ipBytes(via, 'route.via').length === 16 ? 'inet6' : 'inet')
    return { family: known, dstLen: 0, dst: undefined }
  }
  const prefix = networkPrefix(to, 'route.to')
  const told = prefix.family === 4 ? 'inet' : 'inet6'
  if (family !== undefined && family !== told) throw rangeError('route.family', `route.to is of family ${told}`)
  return { family: told, dstLen: prefix.length, dst: prefix.length === 0 ? undefined : prefix.bytes }
}

function sameFamily(text: unknown, family: RouteFamily, path: string): Uint8Array {
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

function setIdentity(message: RouteMessage, { from, tos, nhid }: Taken, family: RouteFamily): void {
  if (from !== undefined) {
    const source = networkPrefix(from, 'route.from')
    if (family !== 'inet6' || source.family === 4) throw rangeError('route.from', 'only IPv6 routes by source; IPv4 has rules for that')
    message.srcLen = source.length
    message.src = source.bytes
  }
  if (tos !== undefined) message.tos = integer(tos, 0, 255, 'route.tos')
  if (nhid !== undefined) message.nhId = integer(nhid, 1, 2 ** 32 - 1, 'route.nhid')
}

/** There is one; mpls_rtm_newroute looks for it in the header. */
function mplsTable(table: unknown): number {
  if (table !== undefined && tableNumber(table, 'route.table') !== tables.main) throw rangeError('route.table', 'MPLS has none but main')
  return tables.main
}

/** The attributes that identify a route, for adding and deleting alike. */
function identity(netns: Netns, route: Taken, has: number): RouteMessage & { family: RouteFamily } {
  const { metric, table } = route
  const { family, dstLen, dst } = destination(route)
  const message: RouteMessage & { family: RouteFamily } = { family, dstLen }
  if (dst) message.dst = dst
  if ((has & Has.more) !== 0) setIdentity(message, route, family)
  setWays(message, netns, route, family)
  if ((has & Has.ways) !== 0 && message.nhId === undefined) setRare(message, netns, route, 'route')
  if (metric !== undefined) message.priority = integer(metric, 0, 2 ** 32 - 1, 'route.metric')
  if (family === 'mpls') message.rtmTable = mplsTable(table)
  else if (table !== undefined) message.table = tableNumber(table, 'route.table')
  return message
}

/** A route's options, read once; those of its ways too. Waits only where a link is given by name. */
export function takeRoute(netns: Netns, options: unknown): Taken | Promise<Taken> {
  const route = snapshot(options, routeOptionNames, 'route')
  return takeWays(route) ? withIndexes(netns, route) : route
}

function setMore(message: RouteMessage, route: Taken, family: RouteFamily): void {
  const { src, pref, expires, ttlPropagate } = route
  if (isOnlink(route, 'route')) message.flags = ['onlink']
  if (src !== undefined) message.prefsrc = sameFamily(src, family, 'route.src')
  if (pref !== undefined) message.pref = numberOf(routePreferences, pref, 1, 'route.pref')
  if (expires !== undefined) message.expires = integer(expires, 1, 2 ** 31 - 1, 'route.expires')
  if (ttlPropagate !== undefined) message.ttlPropagate = boolean(ttlPropagate, 'route.ttlPropagate')
}

export function routeMessage(netns: Netns, route: Taken): RouteMessage {
  const { proto = 'boot', type: wanted = 'unicast' } = route
  const has = rarities(route)
  const message = identity(netns, route, has)
  const type = numberOf(routeTypes, wanted, 1, 'route.type')
  const direct = message.gateway === undefined && message.via === undefined && message.multipath === undefined && message.nhId === undefined
  const { local, broadcast, anycast } = routeTypes.values
  if (message.rtmTable === undefined) message.table ??= type === local || type === broadcast || type === anycast ? tables.local : tables.main
  message.protocol = numberOf(routeProtocols, proto, 1, 'route.proto')
  message.scope = message.family === 'inet' ? scopeOf(route, type, direct) : scopes.values.global
  message.type = type
  if ((has & Has.metrics) !== 0) message.metrics = metricsOf(route, 'route')
  if ((has & Has.more) !== 0) setMore(message, route, message.family)
  return message
}

/** What is not named does not matter: fib_table_delete takes scope `nowhere`, protocol and type 0 for any. MPLS knows but one of each. */
export function deleteMessage(netns: Netns, route: Taken): RouteMessage {
  const message = identity(netns, route, rarities(route))
  const { type, proto, scope } = route
  if (message.rtmTable === undefined) message.table ??= tables.main
  const mpls = message.family === 'mpls'
  message.scope = scope === undefined ? (mpls ? scopes.values.global : scopes.values.nowhere) : numberOf(scopes, scope, 1, 'route.scope')
  message.type = type === undefined ? (mpls ? routeTypes.values.unicast : 0) : numberOf(routeTypes, type, 1, 'route.type')
  message.protocol = proto === undefined ? 0 : numberOf(routeProtocols, proto, 1, 'route.proto')
  return message
}

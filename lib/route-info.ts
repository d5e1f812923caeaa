// A route as it is listed: the kernel's message in the words of ip-route(8).

import { encapInfo, encapLinks } from './encap.ts'
import { type Encap } from './encap-types.ts'
import { realmsOf, type Realms } from './realms.ts'
import { metricsInfo, type RouteMetrics } from './route-metrics.ts'
import { type RouteFamily } from './route-ways.ts'
import { type Infer } from './schema/dsl.ts'
import { messages } from './schema/messages.ts'
import { tableName } from './tables.ts'
import { formatIp, formatLladdr, ipBytes, labelOf, labelsOf } from './values.ts'

export type RawRoute = Infer<typeof messages.route>
type RawHop = NonNullable<RawRoute['multipath']>[number]
type Names = ReadonlyMap<number, string>

/** What one way of several has, and a route of one way. */
interface Way {
  via?: string
  /** Name of the link. */
  dev?: string
  /** IPv4. */
  realms?: Realms
  encap?: Encap
  /** Of MPLS: the labels that take the place of the one that came. */
  as?: number[]
}

/** One way of several. */
export interface Nexthop extends Way {
  /** 1 to 256. Default 1. */
  weight?: number
  onlink?: boolean
}

/** A route, as `list` and `get` show it; `add` takes it back. */
export interface RouteInfo extends RouteMetrics, Way {
  /** `default` or a prefix; a host's route has its length too. Of MPLS: the label. */
  to: string
  family: RouteFamily
  /** The preferred source address. */
  src?: string
  /** Source prefix, of IPv6 source routing; in `get`, the address asked for. */
  from?: string
  metric?: number
  /** `main`, `local`, `default` or a number. */
  table: string | number
  scope: string | number
  type: string | number
  proto: string | number
  tos?: number
  /** `onlink`, `linkdown`, `dead` ... */
  flags: readonly string[]
  nexthops?: Nexthop[]
  /** IPv6: which of several routers is preferred. */
  pref?: string | number
  /** Seconds left. */
  expires?: number
  /** Id of a nexthop object. */
  nhid?: number
  /** Of MPLS. */
  ttlPropagate?: boolean
}

/** The gateway's address: IP, or of the link layer where an MPLS route says so. */
export function gatewayOf({ gateway, via }: Pick<RawHop, 'gateway' | 'via'>): string | undefined {
  if (gateway !== undefined || via === undefined) return gateway
  return via.family === 'inet' || via.family === 'inet6' ? formatIp(via.addr) : formatLladdr(via.addr)
}

/** Indexes of the links that a route names. */
export function linksOf(raw: RawRoute): number[] {
  if (raw.multipath === undefined && raw.iif === undefined && raw.encapType === undefined) return raw.oif ? [raw.oif] : []   // most routes
  const indexes = [raw.oif, raw.iif, ...(raw.multipath ?? []).map((hop) => hop.ifindex)].filter((index): index is number => index !== undefined && index !== 0)
  return raw.encapType === undefined && raw.multipath === undefined ? indexes : [...indexes, ...[raw, ...(raw.multipath ?? [])].flatMap(encapLinks)]
}

/** Adds what is there of what a way may have. Property by property: lists have tens of thousands of routes. */
function addWay(way: Way, raw: RawRoute | RawHop, index: number | undefined, names: Names): void {
  const via = gatewayOf(raw)
  const dev = index === undefined ? undefined : names.get(index)
  if (via !== undefined) way.via = via
  if (dev !== undefined) way.dev = dev
  if (raw.flow !== undefined) way.realms = realmsOf(raw.flow)
  const encap = raw.encapType === undefined ? undefined : encapInfo(raw, names)
  if (encap !== undefined) way.encap = encap
  if (raw.newdst !== undefined) way.as = labelsOf(raw.newdst)
}

function nexthopInfo(hop: RawHop, names: Names): Nexthop {
  const next: Nexthop = { weight: hop.hops + 1 }
  addWay(next, hop, hop.ifindex, names)
  if (hop.flags.includes('onlink')) next.onlink = true
  return next
}

/** Adds what a route may lack. */
function addOptional(info: RouteInfo, raw: RawRoute, names: Names): void {
  const { cacheinfo, expires = cacheinfo && cacheinfo.expires > 0 ? Math.round(cacheinfo.expires / 100) : undefined } = raw
  if (raw.prefsrc !== undefined) info.src = raw.prefsrc
  if (raw.src !== undefined) info.from = `${raw.src}/${raw.srcLen}`
  if (raw.priority !== undefined) info.metric = raw.priority
  if (raw.tos !== 0) info.tos = raw.tos
  if (raw.multipath) info.nexthops = raw.multipath.map((hop) => nexthopInfo(hop, names))
  if (raw.pref !== undefined && raw.family === 'inet6' && raw.pref !== 'medium') info.pref = raw.pref
  if (expires !== undefined) info.expires = expires
  if (raw.nhId !== undefined) info.nhid = raw.nhId
  if (raw.ttlPropagate !== undefined) info.ttlPropagate = raw.ttlPropagate
  if (raw.metrics) Object.assign(info, metricsInfo(raw.metrics))
}

function destination({ family, dst, dstLen }: RawRoute): string {
  if (dst === undefined) return 'default'
  return family === 'mpls' ? String(labelOf(ipBytes(dst, 'dst'))) : `${dst}/${dstLen}`
}

export function routeInfo(raw: RawRoute, names: Names): RouteInfo {
  const info: RouteInfo = {
    to: destination(raw), family: raw.family as RouteFamily, table: tableName(raw.table ?? raw.rtmTable), scope: raw.scope, type: raw.type,
    proto: raw.protocol, flags: raw.flags,
  }
  addWay(info, raw, raw.oif, names)
  addOptional(info, raw, names)
  return info
}

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
  const indexes = [raw.oif, raw.iif, ...(raw.multipath ?? []).map((hop) => hop.ifindex)].filter((index): index is number => index !== undefined && index !== 0)
  return raw.encapType === undefined && raw.multipath === undefined ? indexes : [...indexes, ...[raw, ...(raw.multipath ?? [])].flatMap(encapLinks)]
}

/** What is there of what a way may have. */
function wayInfo(raw: RawRoute | RawHop, index: number | undefined, names: Names): Way {
  const way: Way = {}
  const via = gatewayOf(raw)
  const dev = index === undefined ? undefined : names.get(index)
  const encap = encapInfo(raw, names)
  if (via !== undefined) way.via = via
  if (dev !== undefined) way.dev = dev
  if (raw.flow !== undefined) way.realms = realmsOf(raw.flow)
  if (encap !== undefined) way.encap = encap
  if (raw.newdst !== undefined) way.as = labelsOf(raw.newdst)
  return way
}

function nexthopInfo(hop: RawHop, names: Names): Nexthop {
  const next: Nexthop = { weight: hop.hops + 1, ...wayInfo(hop, hop.ifindex, names) }
  if (hop.flags.includes('onlink')) next.onlink = true
  return next
}

/** What a route may lack. */
function optional(raw: RawRoute, names: Names): Partial<RouteInfo> {
  const from = raw.src === undefined ? undefined : `${raw.src}/${raw.srcLen}`
  const expires = raw.expires ?? (raw.cacheinfo && raw.cacheinfo.expires > 0 ? Math.round(raw.cacheinfo.expires / 100) : undefined)
  const info: Partial<RouteInfo> = {}
  const all = { src: raw.prefsrc, from, metric: raw.priority, tos: raw.tos || undefined, nexthops: raw.multipath?.map((hop) => nexthopInfo(hop, names)),
    pref: raw.family === 'inet6' && raw.pref !== 'medium' ? raw.pref : undefined, expires, nhid: raw.nhId, ttlPropagate: raw.ttlPropagate }
  for (const [name, value] of Object.entries(all)) if (value !== undefined) Object.assign(info, { [name]: value })
  return raw.metrics ? Object.assign(info, metricsInfo(raw.metrics)) : info
}

function destination({ family, dst, dstLen }: RawRoute): string {
  if (dst === undefined) return 'default'
  return family === 'mpls' ? String(labelOf(ipBytes(dst, 'dst'))) : `${dst}/${dstLen}`
}

export function routeInfo(raw: RawRoute, names: Names): RouteInfo {
  return {
    to: destination(raw), family: raw.family as RouteFamily, table: tableName(raw.table ?? raw.rtmTable), scope: raw.scope, type: raw.type,
    proto: raw.protocol, flags: raw.flags, ...wayInfo(raw, raw.oif, names), ...optional(raw, names),
  }
}

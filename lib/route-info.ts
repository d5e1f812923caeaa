// A route as it is listed: the kernel's message in the words of ip-route(8).

import { type Family } from './address.ts'
import { type Infer } from './schema/dsl.ts'
import { messages } from './schema/messages.ts'
import { tableName } from './tables.ts'
import { formatIp } from './values.ts'

export type RawRoute = Infer<typeof messages.route>

/** One way of several. */
export interface Nexthop {
  via?: string
  dev?: string
  /** 1 to 256. Default 1. */
  weight?: number
  onlink?: boolean
}

/** A route, as `list` and `get` show it; `add` takes it back. */
export interface RouteInfo {
  /** `default` or a prefix; a host's route has its length too. */
  to: string
  family: Family
  via?: string
  /** Name of the link. */
  dev?: string
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
  /** Bytes, from the route's metrics. */
  mtu?: number
  advmss?: number
  window?: number
  hoplimit?: number
  initcwnd?: number
  initrwnd?: number
  rtoMin?: number
  quickack?: boolean
  congctl?: string
  /** IPv6: which of several routers is preferred. */
  pref?: string | number
  /** Seconds left. */
  expires?: number
  /** Id of a nexthop object. */
  nhid?: number
}

const metrics = ['mtu', 'advmss', 'window', 'hoplimit', 'initcwnd', 'initrwnd', 'rtoMin', 'quickack'] as const

function nexthops(raw: NonNullable<RawRoute['multipath']>, names: ReadonlyMap<number, string>): Nexthop[] {
  return raw.map((hop) => {
    const next: Nexthop = { weight: hop.hops + 1 }
    const via = hop.gateway ?? (hop.via && formatIp(hop.via.addr))
    const dev = names.get(hop.ifindex)
    if (via !== undefined) next.via = via
    if (dev !== undefined) next.dev = dev
    if (hop.flags.includes('onlink')) next.onlink = true
    return next
  })
}

/** What several ways have in common, and what a route may lack. */
function optional(raw: RawRoute, names: ReadonlyMap<number, string>): Partial<RouteInfo> {
  const via = raw.gateway ?? (raw.via && formatIp(raw.via.addr))
  const dev = raw.oif === undefined ? undefined : names.get(raw.oif)
  const from = raw.src === undefined ? undefined : `${raw.src}/${raw.srcLen}`
  const ways = raw.multipath && nexthops(raw.multipath, names)
  const expires = raw.expires ?? (raw.cacheinfo && raw.cacheinfo.expires > 0 ? Math.round(raw.cacheinfo.expires / 100) : undefined)
  const info: Partial<RouteInfo> = {}
  const all = { via, dev, src: raw.prefsrc, from, metric: raw.priority, tos: raw.tos || undefined, nexthops: ways, congctl: raw.metrics?.ccAlgo,
    pref: raw.family === 'inet6' && raw.pref !== 'medium' ? raw.pref : undefined, expires, nhid: raw.nhId }
  for (const metric of metrics) Object.assign(all, { [metric]: raw.metrics?.[metric] })
  for (const [name, value] of Object.entries(all)) if (value !== undefined) Object.assign(info, { [name]: value })
  return info
}

export function routeInfo(raw: RawRoute, names: ReadonlyMap<number, string>): RouteInfo {
  const table = raw.table ?? raw.rtmTable
  return {
    to: raw.dst === undefined ? 'default' : `${raw.dst}/${raw.dstLen}`, family: raw.family as Family,
    table: tableName(table), scope: raw.scope, type: raw.type, proto: raw.protocol, flags: raw.flags, ...optional(raw, names),
  }
}

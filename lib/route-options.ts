// The options of a route, checked and turned into a message.

import { type Family } from './address.ts'
import { rangeError, typeError } from './errors.ts'
import { indexOf, type LinkRef } from './link-options.ts'
import { type Netns } from './netns.ts'
import { tables } from './route-info.ts'
import { scopes } from './schema/address.ts'
import { type Input } from './schema/dsl.ts'
import { messages } from './schema/messages.ts'
import { numberOf } from './schema/record.ts'
import { routeProtocols, routeTypes } from './schema/route.ts'
import { boolean, formatIp, integer, ipBytes, networkPrefix, snapshot } from './values.ts'

export type RouteMessage = Input<typeof messages.route>

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
  /** Id of a nexthop object, instead of `via` and `dev`. */
  nhid?: number | undefined
  /** Needed only where neither `to` nor `via` tells. */
  family?: Family | undefined
  /** As `list` shows them; only `onlink` is the user's to set. */
  flags?: readonly string[] | undefined
}

const metricNames = ['mtu', 'advmss', 'window', 'hoplimit', 'initcwnd', 'initrwnd', 'rtoMin', 'quickack'] as const
export const routeOptionNames = new Set(['to', 'via', 'dev', 'from', 'src', 'metric', 'table', 'scope', 'type', 'proto', 'tos', 'onlink', 'nexthops',
  ...metricNames, 'congctl', 'pref', 'expires', 'nhid', 'family', 'flags'])
const nexthopNames = new Set(['via', 'dev', 'weight', 'onlink'])

type Taken = { [name: string]: unknown }

export function tableNumber(table: unknown, path: string): number {
  if (typeof table !== 'string') return integer(table, 1, 2 ** 32 - 1, path)
  const number = Object.hasOwn(tables, table) ? tables[table] : undefined
  if (number === undefined) throw rangeError(path, `'${table}' is none of ${Object.keys(tables).join(' ')}, nor a number`)
  return number
}

/** Where to, and so of which family. */
function destination(route: Taken): { family: Family, dstLen: number, dst?: string } {
  const { to, via, family } = route
  if (family !== undefined && family !== 'inet' && family !== 'inet6') throw rangeError('route.family', "'inet' or 'inet6' is wanted")
  if (to === 'default') {
    const known = family ?? (via !== undefined && ipBytes(via, 'route.via').length === 16 ? 'inet6' : 'inet')
    return { family: known, dstLen: 0 }
  }
  const prefix = networkPrefix(to, 'route.to')
  const told = prefix.family === 4 ? 'inet' : 'inet6'
  if (family !== undefined && family !== told) throw rangeError('route.family', `route.to is of family ${told}`)
  return { family: told, dstLen: prefix.length, ...(prefix.length === 0 ? {} : { dst: formatIp(prefix.bytes) }) }
}

function gateway(via: unknown, family: Family, path: string): Pick<RouteMessage, 'gateway' | 'via'> {
  if (via === undefined) return {}
  const bytes = ipBytes(via, path)
  const own = bytes.length === 4 ? 'inet' : 'inet6'
  if (own === family) return { gateway: formatIp(bytes) }
  if (own === 'inet') throw rangeError(path, 'an IPv6 route has no IPv4 gateway')
  return { via: { family: 'inet6', addr: formatIp(bytes) } }   // RFC 5549
}

function sameFamily(text: unknown, family: Family, path: string): string {
  const bytes = ipBytes(text, path)
  if (bytes.length !== (family === 'inet' ? 4 : 16)) throw rangeError(path, `an address of family ${family} is wanted`)
  return formatIp(bytes)
}

/** What ip(8) supposes: without a gateway the destination is on the link. IPv6 has no scopes of routes. */
function scopeOf(route: Taken, type: number, direct: boolean): number {
  if (route['scope'] !== undefined) return numberOf(scopes, route['scope'], 1, 'route.scope')
  const { local, nat, broadcast, multicast, anycast, unicast } = routeTypes.values
  if (type === local || type === nat) return scopes.values.host
  if (type === broadcast || type === multicast || type === anycast || (type === unicast && direct)) return scopes.values.link
  return scopes.values.global
}

function flagsOf(route: Taken): { flags?: string[] } {
  const { onlink, flags = [] } = route
  if (!Array.isArray(flags)) throw typeError('route.flags', 'an array is wanted')
  const set = onlink === undefined ? (flags as unknown[]).includes('onlink') : boolean(onlink, 'route.onlink')
  return set ? { flags: ['onlink'] } : {}
}

function metricsOf(route: Taken): Pick<RouteMessage, 'metrics'> {
  const metrics: Taken = {}
  for (const name of metricNames) if (route[name] !== undefined) metrics[name] = route[name]
  if (route['congctl'] !== undefined) metrics['ccAlgo'] = route['congctl']
  return Object.keys(metrics).length === 0 ? {} : { metrics }
}

async function nexthop(netns: Netns, given: unknown, family: Family, path: string): Promise<NonNullable<RouteMessage['multipath']>[number]> {
  const { via, dev, weight = 1, onlink } = snapshot<NexthopOptions>(given, nexthopNames, path)
  return {
    ...(onlink !== undefined && boolean(onlink, `${path}.onlink`) ? { flags: ['onlink'] } : {}), hops: integer(weight, 1, 256, `${path}.weight`) - 1,
    ...(dev === undefined ? {} : { ifindex: await indexOf(netns, dev, `${path}.dev`) }), ...gateway(via, family, `${path}.via`),
  }
}

/** The ways: one in the message itself, or several. */
async function ways(netns: Netns, route: Taken, family: Family): Promise<Pick<RouteMessage, 'gateway' | 'via' | 'oif' | 'multipath'>> {
  const { nexthops, via, dev } = route
  if (nexthops === undefined) return { ...gateway(via, family, 'route.via'), ...(dev === undefined ? {} : { oif: await indexOf(netns, dev, 'route.dev') }) }
  if (!Array.isArray(nexthops)) throw typeError('route.nexthops', 'an array is wanted')
  if (via !== undefined || dev !== undefined) throw typeError('route.nexthops', 'via and dev belong into the nexthops here')
  return { multipath: await Promise.all((nexthops as unknown[]).map((one, index) => nexthop(netns, one, family, `route.nexthops[${index}]`))) }
}

/** The attributes that identify a route, for adding and deleting alike. */
async function identity(netns: Netns, route: Taken): Promise<RouteMessage & { family: Family }> {
  const { from, metric, table, tos, nhid } = route
  const to = destination(route)
  const source = from === undefined ? undefined : networkPrefix(from, 'route.from')
  if (source && to.family === 'inet') throw rangeError('route.from', 'only IPv6 routes by source; IPv4 has rules for that')
  return {
    ...to, ...(source ? { srcLen: source.length, src: formatIp(source.bytes) } : {}), ...await ways(netns, route, to.family),
    ...(tos === undefined ? {} : { tos: integer(tos, 0, 255, 'route.tos') }),
    ...(metric === undefined ? {} : { priority: integer(metric, 0, 2 ** 32 - 1, 'route.metric') }),
    ...(table === undefined ? {} : { table: tableNumber(table, 'route.table') }),
    ...(nhid === undefined ? {} : { nhId: integer(nhid, 1, 2 ** 32 - 1, 'route.nhid') }),
  }
}

export async function routeMessage(netns: Netns, route: Taken): Promise<RouteMessage> {
  const { src, pref, expires, proto = 'boot' } = route
  const same = await identity(netns, route)
  const type = numberOf(routeTypes, route['type'] ?? 'unicast', 1, 'route.type')
  const direct = same.gateway === undefined && same.via === undefined && same.multipath === undefined && same.nhId === undefined
  const implied = same.table === undefined && (type === routeTypes.values.local || type === routeTypes.values.broadcast || type === routeTypes.values.anycast) ? tables['local'] : tables['main']
  return {
    ...same, rtmTable: 0, table: same.table ?? implied ?? 254, protocol: numberOf(routeProtocols, proto, 1, 'route.proto'),
    scope: same.family === 'inet' ? scopeOf(route, type, direct) : 'global', type, ...flagsOf(route), ...metricsOf(route),
    ...(src === undefined ? {} : { prefsrc: sameFamily(src, same.family, 'route.src') }),
    ...(pref === undefined ? {} : { pref: pref as string as 'low' }),
    ...(expires === undefined ? {} : { expires: integer(expires, 1, 2 ** 31 - 1, 'route.expires') }),
  }
}

/** What is not named does not matter: fib_table_delete takes scope `nowhere`, protocol and type 0 for any. */
export async function deleteMessage(netns: Netns, route: Taken): Promise<RouteMessage> {
  const same = await identity(netns, route)
  const { type, proto, scope } = route
  return {
    ...same, table: same.table ?? tables['main'] ?? 254, scope: scope === undefined ? 'nowhere' : numberOf(scopes, scope, 1, 'route.scope'),
    type: type === undefined ? 0 : numberOf(routeTypes, type, 1, 'route.type'), protocol: proto === undefined ? 0 : numberOf(routeProtocols, proto, 1, 'route.proto'),
  }
}

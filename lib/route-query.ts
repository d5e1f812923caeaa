// The question which way a packet would take: `ip route get`.

import { rangeError, typeError } from './errors.ts'
import { indexOf, type LinkRef } from './link-options.ts'
import { type Netns } from './netns.ts'
import { type RouteMessage } from './route-ways.ts'
import { ipProtocols } from './schema/ip-protocols.ts'
import { numberOf } from './schema/record.ts'
import { boolean, formatIp, integer, ipBytes, labelBytes, snapshot } from './values.ts'

/** What the way may depend on. */
export interface RouteQuery {
  /** Source address. */
  from?: string | undefined
  /** The link that the packet came by; without it, it is this host's own. */
  iif?: LinkRef | undefined
  /** The link that the socket is bound to. */
  oif?: LinkRef | undefined
  /** The VRF whose table is asked, in place of `oif`. */
  vrf?: LinkRef | undefined
  mark?: number | undefined
  /** 0 to 255. */
  tos?: number | undefined
  /** Differentiated services code point, 0 to 63, in place of `tos`. */
  dscp?: number | undefined
  /** IPv6, 0 to 2^20-1; since Linux 6.14. */
  flowlabel?: number | undefined
  /** Number of the user who sends. Default: of this process. */
  uid?: number | undefined
  /** `tcp`, `udp`, `icmp`, `icmpv6`. */
  ipproto?: string | number | undefined
  /** 1 to 65535. */
  sport?: number | undefined
  dport?: number | undefined
  /** The answer is the route that matches, as it was added, instead of the way that comes of it. */
  fibmatch?: boolean | undefined
}

const queryNames = new Set(['from', 'iif', 'oif', 'vrf', 'mark', 'tos', 'dscp', 'flowlabel', 'uid', 'ipproto', 'sport', 'dport', 'fibmatch'])
const u32 = 2 ** 32 - 1

type Taken = { [name: string]: unknown }

function numbers({ mark, uid, ipproto, sport, dport, flowlabel }: Taken): RouteMessage {
  const message: RouteMessage = {}
  if (mark !== undefined) message.mark = integer(mark, 0, u32, 'query.mark')
  if (uid !== undefined) message.uid = integer(uid, 0, u32 - 1, 'query.uid')
  if (ipproto !== undefined) message.ipProto = numberOf(ipProtocols, ipproto, 1, 'query.ipproto')
  if (sport !== undefined) message.sport = integer(sport, 1, 65_535, 'query.sport')
  if (dport !== undefined) message.dport = integer(dport, 1, 65_535, 'query.dport')
  if (flowlabel !== undefined) message.flowlabel = integer(flowlabel, 0, 2 ** 20 - 1, 'query.flowlabel')
  return message
}

function tosOf({ tos, dscp }: Taken): RouteMessage {
  if (tos !== undefined && dscp !== undefined) throw typeError('query.dscp', 'tos says it already')
  if (dscp !== undefined) return { tos: integer(dscp, 0, 63, 'query.dscp') * 4 }
  return tos === undefined ? {} : { tos: integer(tos, 0, 255, 'query.tos') }
}

function source(from: unknown, bits: number): RouteMessage {
  if (from === undefined) return {}
  const bytes = ipBytes(from, 'query.from')
  if (bytes.length * 8 !== bits) throw rangeError('query.from', 'an address of the other family')
  return { src: formatIp(bytes), srcLen: bits }
}

/** Names of links cost questions, once all else is looked at. */
export async function queryMessage(netns: Netns, to: unknown, query: RouteQuery): Promise<RouteMessage> {
  const taken = snapshot<RouteQuery>(query, queryNames, 'query')
  const { iif, oif, vrf, fibmatch = false } = taken
  if (oif !== undefined && vrf !== undefined) throw typeError('query.vrf', 'oif says it already')
  const flags = boolean(fibmatch, 'query.fibmatch') ? ['fib_match'] : []
  if (typeof to === 'number') return { family: 'mpls', dstLen: 20, dst: labelBytes(to, 'to'), flags, ...numbers(taken) }
  const bytes = ipBytes(to, 'to')
  const bits = bytes.length * 8
  const message: RouteMessage = { dstLen: bits, dst: formatIp(bytes), ...source(taken['from'], bits), ...tosOf(taken), ...numbers(taken) }
  const link = async (ref: unknown, path: string): Promise<number | undefined> => ref === undefined ? undefined : indexOf(netns, ref, path)
  const [from, by] = await Promise.all([link(iif, 'query.iif'), vrf === undefined ? link(oif, 'query.oif') : link(vrf, 'query.vrf')])
  if (from !== undefined) message.iif = from
  if (by !== undefined) message.oif = by
  // inet6_rtm_valid_getroute_req refuses the flag lookup_table: IPv6 names the table in any case.
  return bits === 32 ? { family: 'inet', ...message, flags: ['lookup_table', ...flags] } : { family: 'inet6', ...message, flags }
}

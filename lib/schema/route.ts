// The route message: RTM_NEWROUTE and its relatives, for IPv4, IPv6 and MPLS, and as far as the forms agree for multicast.

import {
  attributes, be16, be32, bits, bool32, bool8, bytes, ip, message, names, nest, nested, packed, pad, records, s32, select, string,
  struct, u16, u32, u64, u8,
} from './dsl.ts'
import { scopes } from './address.ts'
import { encaps, encapTypes } from './encap.ts'
import { routeFamilies } from './families.ts'
import { ipProtocols } from './ip-protocols.ts'

export const routeTypes = names({
  none: 0, unicast: 1, local: 2, broadcast: 3, anycast: 4, multicast: 5, blackhole: 6, unreachable: 7, prohibit: 8, throw: 9,
  nat: 10, xresolve: 11,
})

/** Who made the route. Any other number is a program's own. */
export const routeProtocols = names({
  unspec: 0, redirect: 1, kernel: 2, boot: 3, static: 4,
  gated: 8, ra: 9, mrt: 10, zebra: 11, bird: 12, dnrouted: 13, xorp: 14, ntk: 15, dhcp: 16, mrouted: 17, keepalived: 18,
  babel: 42, ovn: 84, openr: 99, bgp: 186, isis: 187, ospf: 188, rip: 189, eigrp: 192,
})

/** RFC 4191. */
export const routePreferences = names({ medium: 0, high: 1, low: 3 })

const nexthopBits = { dead: 0x1, pervasive: 0x2, onlink: 0x4, offload: 0x8, linkdown: 0x10, unresolved: 0x20, trap: 0x40 } as const
export const nexthopFlags = bits(nexthopBits)

/** Of the route, and of its nexthop where it has only one. */
export const routeFlags = bits({
  ...nexthopBits,
  notify: 0x100, cloned: 0x200, equalize: 0x400, prefix: 0x800,
  lookup_table: 0x1000, fib_match: 0x2000,                              // in RTM_GETROUTE
  rt_offload: 0x4000, rt_trap: 0x8000, rt_offload_failed: 0x2000_0000,
})

const rtmsg = struct('rtmsg', 'rtm_', {
  family:   u8(routeFamilies),
  dstLen:   u8(),
  srcLen:   u8(),
  tos:      u8(),
  rtmTable: u8(),                  // 252 (RT_TABLE_COMPAT) where the number needs the attribute `table`, which always counts
  protocol: u8(routeProtocols),
  scope:    u8(scopes),
  type:     u8(routeTypes),
  flags:    u32(routeFlags),
})

/** Which metrics are locked: bit number = RTAX_*. */
const locks = bits({
  mtu: 1 << 2, window: 1 << 3, rtt: 1 << 4, rttvar: 1 << 5, ssthresh: 1 << 6, cwnd: 1 << 7, advmss: 1 << 8, reordering: 1 << 9,
  hoplimit: 1 << 10, initcwnd: 1 << 11, features: 1 << 12, rto_min: 1 << 13, initrwnd: 1 << 14, quickack: 1 << 15, cc_algo: 1 << 16,
  fastopen_no_cookie: 1 << 17,
})

export const metrics = attributes('RTAX_', {
  lock:             u32(1, locks),
  mtu:              u32(2),
  window:           u32(3),
  rtt:              u32(4),                                                                  // 1/8 ms
  rttvar:           u32(5),                                                                  // 1/4 ms
  ssthresh:         u32(6),
  cwnd:             u32(7),                                                                  // counts only when locked
  advmss:           u32(8),
  reordering:       u32(9),
  hoplimit:         u32(10),
  initcwnd:         u32(11),
  features:         u32(12, bits({ ecn: 1, sack: 2, timestamp: 4, allfrag: 8, tcp_usec_ts: 16 })),
  rtoMin:           u32(13),                                                                 // ms
  initrwnd:         u32(14),
  quickack:         bool32(15),
  ccAlgo:           string(16, 15),
  fastopenNoCookie: bool32(17),
})

/** A gateway of another family than the route's. */
const rtvia = struct('rtvia', 'rtvia_', {
  family: u16(routeFamilies),
  addr:   bytes(),             // of the link layer where an MPLS route says so
})

const rtnexthop = struct('rtnexthop', 'rtnh_', {
  len:     pad(2),             // counted by the codec
  flags:   u8(nexthopFlags),
  hops:    u8(),               // weight - 1
  ifindex: s32(),
})

// Those attributes of a route that fib_get_nhs and ip6_route_multipath_add read of each nexthop.
const nexthopAttributes = attributes('RTA_', {
  gateway:   ip(5),
  flow:      u32(11),
  via:       nest(18, () => rtvia),
  newdst:    packed(19, be32()),
  encapType: u16(21, encapTypes),
  encap:     nested(select(22, 'encapType', () => encaps)),
})

export const nexthop = message(rtnexthop, nexthopAttributes)

/** Times in USER_HZ ticks. */
const cacheinfo = struct('rta_cacheinfo', 'rta_', {
  clntref: u32(),
  lastuse: u32(),
  expires: s32(),   // ticks left, 0: never
  error:   u32(),   // errno, negative, as an unsigned number
  used:    u32(),
  id:      u32(),
  ts:      u32(),
  tsage:   u32(),
})

const mfcStats = struct('rta_mfc_stats', '', {
  mfcsPackets: u64(),
  mfcsBytes:   u64(),
  mfcsWrongIf: u64(),
})

// A destination of family mpls is one word of a label stack, which looks like an IPv4 address here; newdst has them as numbers.
export const routeAttributes = attributes('RTA_', {
  dst:          ip(1),
  src:          ip(2),
  iif:          u32(3),
  oif:          u32(4),
  gateway:      ip(5),
  priority:     u32(6),                                          // metric: the lowest wins
  prefsrc:      ip(7),
  metrics:      nest(8, () => metrics),
  multipath:    records(9, () => nexthop),
  protoinfo:    bytes(10),                                       // no longer used
  flow:         u32(11),                                         // realms: source << 16 | destination
  cacheinfo:    nest(12, () => cacheinfo),
  session:      bytes(13),                                       // no longer used
  mpAlgo:       bytes(14),                                       // no longer used
  table:        u32(15),
  mark:         u32(16),
  mfcStats:     nest(17, () => mfcStats),
  via:          nest(18, () => rtvia),
  newdst:       packed(19, be32()),                              // labels that take the place of dst
  pref:         u8(20, routePreferences),                       // of a router, IPv6 only
  encapType:    u16(21, encapTypes),
  encap:        nested(select(22, 'encapType', () => encaps)),
  expires:      u32(23),                                         // s; u64 in USER_HZ ticks where a multicast route is shown
  uid:          u32(25),                                         // in RTM_GETROUTE
  ttlPropagate: bool8(26),
  ipProto:      u8(27, ipProtocols),                            // these three in RTM_GETROUTE
  sport:        be16(28),
  dport:        be16(29),
  nhId:         u32(30),                                         // a nexthop object instead of gateway and oif
  flowlabel:    be32(31),                                        // in RTM_GETROUTE, since 6.14
  delReason:    u32(32, names({ unspec: 0, expired: 1, ra_withdrawn: 2 })),   // in RTM_DELROUTE, after 6.18
})

const set = message(rtmsg, routeAttributes)
type Set = typeof set
/** Its type has a name, so that the compiler need not spell it out for each request. */
export interface RouteSet extends Set {}
export const route: RouteSet = set

// The nexthop messages: RTM_NEWNEXTHOP and its relatives for objects that routes refer to by id, RTM_GETNEXTHOPBUCKET for what a
// resilient group has distributed.

import { attributes, be16, bits, flag, ip, list, message, names, nest, nested, packed, pad, select, struct, u16, u32, u64, u8, uint } from './dsl.ts'
import { encaps, encapTypes } from './encap.ts'
import { families } from './families.ts'
import { scopes } from './address.ts'
import { nexthopFlags, routeProtocols } from './route.ts'

const nhmsg = struct('nhmsg', 'nh_', {
  family:   u8(families),
  scope:    u8(scopes),             // shown only
  protocol: u8(routeProtocols),
  resvd:    pad(1),
  flags:    u32(nexthopFlags),
})

const nexthopGrp = struct('nexthop_grp', '', {
  id:         u32(),
  weight:     u8(),                 // low byte of weight - 1
  weightHigh: u8(),                 // since 6.12
  resvd2:     pad(2),
})

/** Times in USER_HZ ticks. */
const resGroup = attributes('NHA_RES_GROUP_', {
  buckets:         u16(1),
  idleTimer:       u32(2),
  unbalancedTimer: u32(3),
  unbalancedTime:  u64(4),
})

const resBucket = attributes('NHA_RES_BUCKET_', {
  index:    u16(1),
  idleTime: u64(2),
  nhId:     u32(3),
})

const groupStatsEntry = attributes('NHA_GROUP_STATS_ENTRY_', {
  id:        u32(1),
  packets:   uint(2),
  packetsHw: uint(3),
})

export const groupTypes = names({ mpath: 0, resilient: 1 })
export const nexthopOps = bits({ dump_stats: 0x1, dump_hw_stats: 0x2, resp_grp_resvd_0: 0x8000_0000 })

export const nexthopAttributes = attributes('NHA_', {
  id:            u32(1),                                    // 0: the kernel chooses
  group:         packed(2, nest(() => nexthopGrp)),
  groupType:     u16(3, groupTypes),
  blackhole:     flag(4),
  oif:           u32(5),                                    // in a dump's request: only of this link
  gateway:       ip(6),
  encapType:     u16(7, encapTypes),
  encap:         nested(select(8, 'encapType', () => encaps)),
  groups:        flag(9),                                   // in a dump's request: only groups
  master:        u32(10),                                   // in a dump's request: only of ports of this link
  fdb:           flag(11),
  resGroup:      nested(nest(12, () => resGroup)),
  resBucket:     nested(nest(13, () => resBucket)),
  opFlags:       u32(14, nexthopOps),                       // since 6.9, as the next three
  groupStats:    nested(list(15, nest(() => groupStatsEntry))),
  hwStatsEnable: u32(16),
  hwStatsUsed:   u32(17),
  dstPort:       be16(18),                                  // of a vxlan's fdb nexthop, after 6.18
})

const set = message(nhmsg, nexthopAttributes)
type Set = typeof set
/** Its type has a name, so that the compiler need not spell it out for each request. */
export interface NexthopSet extends Set {}
export const nexthop: NexthopSet = set

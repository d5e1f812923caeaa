// RTM_GETSTATS: counters that a link message has no room for. Those of a kind (bridge, bond), those of hardware that forwards on the
// link's behalf, and those of an address family. They count from the making of the link.

import { attributes, bits, bool8, message, multi, nest, nested, pad, struct, u16, u32, u64, u8 } from './dsl.ts'
import { families } from './families.ts'
import { vlanFlags } from './bridge-link.ts'
import { stats64 } from './stats.ts'

const vlan = struct('bridge_vlan_xstats', '', {
  rxBytes:   u64(),
  rxPackets: u64(),
  txBytes:   u64(),
  txPackets: u64(),
  vid:       u16(),
  flags:     u16(vlanFlags),
  pad2:      pad(4),
})

const directions = struct('br_mcast_dir[]', 'BR_MCAST_DIR_', {
  rx: u64(),
  tx: u64(),
})

/** Of IGMP and MLD, where multicastStatsEnabled. */
const multicast = struct('br_mcast_stats', '', {
  igmpV1queries:   nest(() => directions),
  igmpV2queries:   nest(() => directions),
  igmpV3queries:   nest(() => directions),
  igmpLeaves:      nest(() => directions),
  igmpV1reports:   nest(() => directions),
  igmpV2reports:   nest(() => directions),
  igmpV3reports:   nest(() => directions),
  igmpParseErrors: u64(),
  mldV1queries:    nest(() => directions),
  mldV2queries:    nest(() => directions),
  mldLeaves:       nest(() => directions),
  mldV1reports:    nest(() => directions),
  mldV2reports:    nest(() => directions),
  mldParseErrors:  u64(),
  mcastBytes:      nest(() => directions),
  mcastPackets:    nest(() => directions),
})

const stp = struct('bridge_stp_xstats', '', {
  transitionBlk: u64(),
  transitionFwd: u64(),
  rxBpdu:        u64(),
  txBpdu:        u64(),
  rxTcn:         u64(),
  txTcn:         u64(),
})

const bridge = attributes('BRIDGE_XSTATS_', {
  vlan:  multi(nest(1, () => vlan)),
  mcast: nest(2, () => multicast),
  stp:   nest(4, () => stp),          // of a port
})

/** Of LACP. */
const lacp = attributes('BOND_3AD_STAT_', {
  lacpduRx:        u64(0),
  lacpduTx:        u64(1),
  lacpduUnknownRx: u64(2),
  lacpduIllegalRx: u64(3),
  markerRx:        u64(4),
  markerTx:        u64(5),
  markerRespRx:    u64(6),
  markerRespTx:    u64(7),
  markerUnknownRx: u64(8),
})

const bond = attributes('BOND_XSTATS_', {
  lacp: nest(1, () => lacp),
}, { lacp: '3AD' })

const linkXstats = attributes('LINK_XSTATS_TYPE_', {
  bridge: nest(1, () => bridge),
  bond:   nest(2, () => bond),
})

const hwStats64 = struct('rtnl_hw_stats64', '', {
  rxPackets: u64(),
  txPackets: u64(),
  rxBytes:   u64(),
  txBytes:   u64(),
  rxErrors:  u64(),
  txErrors:  u64(),
  rxDropped: u64(),
  txDropped: u64(),
  multicast: u64(),
})

const hwSInfo = attributes('IFLA_OFFLOAD_XSTATS_HW_S_INFO_', {
  request: bool8(1),   // whether somebody wants them counted
  used:    bool8(2),   // whether a driver counts
})

const hwStatsInfo = attributes('IFLA_OFFLOAD_XSTATS_', {
  l3Stats: nested(nest(3, () => hwSInfo)),
})

const offload = attributes('IFLA_OFFLOAD_XSTATS_', {
  cpuHit:  nest(1, () => stats64),               // what hardware left to the CPU
  hwSInfo: nested(nest(2, () => hwStatsInfo)),   // since 5.18
  l3Stats: nest(3, () => hwStats64),
})

const mplsStats = struct('mpls_link_stats', '', {
  rxPackets: u64(),
  txPackets: u64(),
  rxBytes:   u64(),
  txBytes:   u64(),
  rxErrors:  u64(),
  txErrors:  u64(),
  rxDropped: u64(),
  txDropped: u64(),
  rxNoroute: u64(),
})

const mpls = attributes('MPLS_STATS_', {
  link: nest(1, () => mplsStats),
})

const afSpec = attributes('AF_', {
  mpls: nest(28, () => mpls),
})

/** IFLA_STATS_FILTER_BIT: which of the attributes are wanted. */
const filters = bits({ link_64: 1, link_xstats: 2, link_xstats_slave: 4, link_offload_xstats: 8, af_spec: 16 })

const ifStatsMsg = struct('if_stats_msg', '', {
  family:     u8(families),
  pad1:       pad(1),
  pad2:       pad(2),
  ifindex:    u32(),
  filterMask: u32(filters),
})

export const xstats = message(ifStatsMsg, attributes('IFLA_STATS_', {
  link64:            nest(1, () => stats64),
  linkXstats:        nest(2, () => linkXstats),
  linkXstatsSlave:   nest(3, () => linkXstats),   // of a port
  linkOffloadXstats: nest(4, () => offload),
  afSpec:            nest(5, () => afSpec),
}, { link64: 'LINK_64' }))

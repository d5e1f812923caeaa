// The link message: RTM_NEWLINK and its relatives. What belongs to one kind of link, to virtual functions, to an
// address family or to a bridge's view of its ports stands in tables of its own.

import {
  attributes, bits, bool8, bytes, label, lladdr, message, multi, names, nest, nested, pad, s32, string, struct, u16, u32, u8, uint,
} from './dsl.ts'
import { afSpec } from './af-spec.ts'
import { families } from './families.ts'
import { linkTypes } from './link-types.ts'
import { linkinfo } from './linkinfo.ts'
import { port, vfInfoList, vfPorts } from './sriov.ts'
import { ifmap, stats, stats64 } from './stats.ts'

export const linkFlags = bits({
  UP: 0x1, BROADCAST: 0x2, DEBUG: 0x4, LOOPBACK: 0x8, POINTOPOINT: 0x10, NOTRAILERS: 0x20,
  RUNNING: 0x40,   // ip(8) shows its absence, as NO-CARRIER
  NOARP: 0x80, PROMISC: 0x100, ALLMULTI: 0x200, MASTER: 0x400, SLAVE: 0x800, MULTICAST: 0x1000,
  PORTSEL: 0x2000, AUTOMEDIA: 0x4000, DYNAMIC: 0x8000, LOWER_UP: 0x1_0000, DORMANT: 0x2_0000, ECHO: 0x4_0000,
})

export const ifinfomsg = struct('ifinfomsg', 'ifi_', {
  family: u8(families),
  pad:    pad(1),
  type:   u16(linkTypes),
  index:  s32(),
  flags:  u32(linkFlags),
  change: u32(linkFlags),   // which flags to change; in notifications, which have changed
})

export const operstates = names({ unknown: 0, notpresent: 1, down: 2, lowerlayerdown: 3, testing: 4, dormant: 5, up: 6 })

/** What a dump of links contains beside the usual. Without skip_stats most of its bytes are counters. */
export const extMask = bits({
  vf: 0x1, brvlan: 0x2, brvlan_compressed: 0x4, skip_stats: 0x8, mrp: 0x10, cfm_config: 0x20, cfm_status: 0x40, mst: 0x80,
  name_only: 0x100,   // after 6.18
})

const events = names({
  'NONE': 0, 'REBOOT': 1, 'FEATURE CHANGE': 2, 'BONDING FAILOVER': 3, 'NOTIFY PEERS': 4, 'RESEND IGMP': 5, 'BONDING OPTION': 6,
})

const xdp = attributes('IFLA_XDP_', {
  fd:         s32(1),                                                               // -1 detaches
  attached:   u8(2, names({ none: 0, drv: 1, skb: 2, hw: 3, multi: 4 })),
  flags:      u32(3, bits({ update_if_noexist: 1, skb_mode: 2, drv_mode: 4, hw_mode: 8, replace: 16 })),
  progId:     u32(4),
  drvProgId:  u32(5),
  skbProgId:  u32(6),
  hwProgId:   u32(7),
  expectedFd: s32(8),
})

/** RTM_NEWLINKPROP and RTM_DELLINKPROP take it; links show it. */
const propList = attributes('IFLA_', {
  altIfname: multi(string(53, 127)),
})

const protoDownReason = attributes('IFLA_PROTO_DOWN_REASON_', {
  mask:  u32(1),
  value: u32(2),
})

/** Where the port is found in the devlink family: devlink_nl_port_handle_fill. */
const devlinkPort = attributes('DEVLINK_ATTR_', {
  busName:   string(1),
  devName:   string(2),
  portIndex: u32(3),
})

const dpllPin = attributes('DPLL_A_PIN_', {
  id: u32(1),
})

export const linkAttributes = attributes('IFLA_', {
  address:                 lladdr(1),
  broadcast:               lladdr(2),
  ifname:                  string(3, 15),
  mtu:                     u32(4),
  link:                    u32(5),                          // index in the namespace that linkNetnsid names, 0: none
  qdisc:                   string(6),
  stats:                   nest(7, () => stats),
  cost:                    bytes(8),                        // never used
  priority:                bytes(9),                        // never used
  master:                  u32(10),                         // 0 releases the port
  wireless:                bytes(11),                       // events of wireless extensions
  protinfo:                bytes(12),                       // inet6 or brport attributes, by the message's family
  txqlen:                  u32(13),
  map:                     nest(14, () => ifmap),
  weight:                  u32(15),                         // never used
  operstate:               u8(16, operstates),
  linkmode:                u8(17, names({ default: 0, dormant: 1, testing: 2 })),
  linkinfo:                nest(18, () => linkinfo),
  netNsPid:                u32(19),
  ifalias:                 label(20, 255),                  // empty: takes it away
  numVf:                   u32(21),
  vfinfoList:              nest(22, () => vfInfoList),
  stats64:                 nest(23, () => stats64),
  vfPorts:                 nest(24, () => vfPorts),
  portSelf:                nest(25, () => port),
  afSpec:                  nest(26, () => afSpec),
  group:                   u32(27),
  netNsFd:                 u32(28),
  extMask:                 u32(29, extMask),
  promiscuity:             u32(30),
  numTxQueues:             u32(31),
  numRxQueues:             u32(32),
  carrier:                 bool8(33),
  physPortId:              bytes(34),
  carrierChanges:          u32(35),
  physSwitchId:            bytes(36),
  linkNetnsid:             s32(37),                         // present only when the link is in another namespace
  physPortName:            string(38),
  protoDown:               bool8(39),
  gsoMaxSegs:              u32(40),
  gsoMaxSize:              u32(41),
  xdp:                     nest(43, () => xdp),
  event:                   u32(44, events),
  newNetnsid:              s32(45),                         // in the RTM_DELLINK of a link that moves
  targetNetnsid:           s32(46),                         // IFLA_IF_NETNSID by its older name
  carrierUpCount:          u32(47),
  carrierDownCount:        u32(48),
  newIfindex:              s32(49),
  minMtu:                  u32(50),
  maxMtu:                  u32(51),                         // 0: the kind does not say
  propList:                nested(nest(52, () => propList)),
  altIfname:               string(53, 127),                 // to find a link by an alternative name
  permAddress:             lladdr(54),
  protoDownReason:         nested(nest(55, () => protoDownReason)),
  parentDevName:           string(56),
  parentDevBusName:        string(57),
  groMaxSize:              u32(58),
  tsoMaxSize:              u32(59),
  tsoMaxSegs:              u32(60),
  allmulti:                u32(61),                         // since 6.0
  devlinkPort:             nested(nest(62, () => devlinkPort)),
  gsoIpv4MaxSize:          u32(63),                         // since 6.3
  groIpv4MaxSize:          u32(64),
  dpllPin:                 nested(nest(65, () => dpllPin)),
  maxPacingOffloadHorizon: uint(66),                        // ns
  netnsImmutable:          bool8(67),                       // since 6.15
  headroom:                u16(68),                         // since 6.18
  tailroom:                u16(69),
})

export const link = message(ifinfomsg, linkAttributes)

// What a bridge knows of a port: IFLA_INFO_SLAVE_DATA of a link whose master is a bridge, and IFLA_PROTINFO in link
// messages of family bridge. Timers are in USER_HZ ticks (hundredths of a second).

import { attributes, be16, bool8, flag, mac, names, nest, struct, u16, u32, u64, u8 } from './dsl.ts'

/** Priority and MAC of a spanning tree's bridge. */
export const bridgeId = struct('ifla_bridge_id', '', {
  prio: be16(),
  addr: mac(),
})

export const portStates = names({ disabled: 0, listening: 1, learning: 2, forwarding: 3, blocking: 4 })
export const routerModes = names({ disabled: 0, temp_query: 1, perm: 2, temp: 3 })

export const bridgePort = attributes('IFLA_BRPORT_', {
  state:                   u8(1, portStates),
  priority:                u16(2),
  cost:                    u32(3),
  mode:                    bool8(4),                  // hairpin
  guard:                   bool8(5),                  // BPDU guard
  protect:                 bool8(6),                  // root block
  fastLeave:               bool8(7),
  learning:                bool8(8),
  unicastFlood:            bool8(9),
  proxyarp:                bool8(10),
  learningSync:            bool8(11),
  proxyarpWifi:            bool8(12),
  rootId:                  nest(13, () => bridgeId),
  bridgeId:                nest(14, () => bridgeId),
  designatedPort:          u16(15),
  designatedCost:          u16(16),
  id:                      u16(17),
  no:                      u16(18),
  topologyChangeAck:       bool8(19),
  configPending:           bool8(20),
  messageAgeTimer:         u64(21),
  forwardDelayTimer:       u64(22),
  holdTimer:               u64(23),
  flush:                   flag(24),                  // write only: forget the addresses learned here
  multicastRouter:         u8(25, routerModes),
  multicastFlood:          bool8(27),
  multicastToUcast:        bool8(28),
  vlanTunnel:              bool8(29),
  bcastFlood:              bool8(30),
  groupFwdMask:            u16(31),
  neighSuppress:           bool8(32),
  isolated:                bool8(33),
  backupPort:              u32(34),                   // index, 0: none
  mrpRingOpen:             bool8(35),
  mrpInOpen:               bool8(36),
  multicastEhtHostsLimit:  u32(37),
  multicastEhtHostsCnt:    u32(38),
  locked:                  bool8(39),                 // since 5.18
  mab:                     bool8(40),                 // since 6.2
  multicastNGroups:        u32(41),                   // since 6.3
  multicastMaxGroups:      u32(42),
  neighVlanSuppress:       bool8(43),                 // since 6.4
  backupNhid:              u32(44),                   // since 6.6
  neighForwardGrat:        bool8(45),                 // after 6.18
}, { multicast: 'MCAST', multicastRouter: 'MULTICAST_ROUTER' })

/** What the kernel only shows: br_setport passes over it without a word. */
export const bridgePortShown = ['rootId', 'bridgeId', 'designatedPort', 'designatedCost', 'id', 'no', 'topologyChangeAck', 'configPending', 'messageAgeTimer',
  'forwardDelayTimer', 'holdTimer', 'mrpRingOpen', 'mrpInOpen', 'multicastEhtHostsCnt', 'multicastNGroups'] as const

// Forwards frames between its ports. Ports are other links, whose master it is: lib/schema/bridge-port.ts.
// Times are in USER_HZ ticks (hundredths of a second), whether set or shown.

import { GlobalVlans } from '../bridge-vlan.ts'
import { Master } from '../master.ts'
import { LinkMdb } from '../mdb.ts'
import { createLink, type Traits } from '../kind.ts'
import { type LinkOptions, type LinkRef } from '../link-options.ts'
import { attributes, be16, bits, bool8, flag, mac, names, nest, struct, u16, u32, u64, u8, type Input } from '../schema/dsl.ts'
import { querierState } from '../schema/bridge-querier.ts'
import { bridgeId, bridgePort, bridgePortShown, routerModes } from '../schema/bridge-port.ts'

/** Bit number = BR_BOOLOPT_*. */
const boolopts = bits({ no_ll_learn: 1, mcast_vlan_snooping: 2, mst_enable: 4, mdb_offload_fail_notification: 8, fdb_local_vlan_0: 16 })

const boolopt = struct('br_boolopt_multi', '', {
  optval:  u32(boolopts),
  optmask: u32(boolopts),   // which to change; shown: which exist
})

export const bridge = attributes('IFLA_BR_', {
  forwardDelay:                  u32(1),
  helloTime:                     u32(2),
  maxAge:                        u32(3),
  ageingTime:                    u32(4),
  stpState:                      u32(5),                                               // 0 off, 1 the kernel's, 2 a daemon's
  priority:                      u16(6),
  vlanFiltering:                 bool8(7),
  vlanProtocol:                  be16(8, names({ '802.1Q': 0x8100, '802.1ad': 0x88a8 })),
  groupFwdMask:                  u16(9),
  rootId:                        nest(10, () => bridgeId),
  bridgeId:                      nest(11, () => bridgeId),
  rootPort:                      u16(12),
  rootPathCost:                  u32(13),
  topologyChange:                bool8(14),
  topologyChangeDetected:        bool8(15),
  helloTimer:                    u64(16),
  tcnTimer:                      u64(17),
  topologyChangeTimer:           u64(18),
  gcTimer:                       u64(19),
  groupAddr:                     mac(20),
  fdbFlush:                      flag(21),                                             // write only
  multicastRouter:               u8(22, routerModes),
  multicastSnooping:             bool8(23),
  multicastQueryUseIfaddr:       bool8(24),
  multicastQuerier:              bool8(25),
  multicastHashElasticity:       u32(26),                                              // 16 whatever is set, since 5.0
  multicastHashMax:              u32(27),
  multicastLastMemberCnt:        u32(28),
  multicastStartupQueryCnt:      u32(29),
  multicastLastMemberIntvl:      u64(30),
  multicastMembershipIntvl:      u64(31),
  multicastQuerierIntvl:         u64(32),
  multicastQueryIntvl:           u64(33),
  multicastQueryResponseIntvl:   u64(34),
  multicastStartupQueryIntvl:    u64(35),
  nfCallIptables:                bool8(36),
  nfCallIp6tables:               bool8(37),
  nfCallArptables:               bool8(38),
  vlanDefaultPvid:               u16(39),                                              // 0: none
  vlanStatsEnabled:              bool8(41),
  multicastStatsEnabled:         bool8(42),
  multicastIgmpVersion:          u8(43),
  multicastMldVersion:           u8(44),
  vlanStatsPerPort:              bool8(45),
  multiBoolopt:                  nest(46, () => boolopt),
  multicastQuerierState:         nest(47, () => querierState),
  fdbNLearned:                   u32(48),                                              // since 6.7
  fdbMaxLearned:                 u32(49),                                              // 0: no limit
  stpMode:                       u32(50, names({ auto: 0, user: 1, kernel: 2 })),      // after 6.18
}, { multicast: 'MCAST' })

/** What the kernel only shows: br_changelink passes over them without a word. */
const readOnly = ['rootId', 'bridgeId', 'rootPort', 'rootPathCost', 'topologyChange', 'topologyChangeDetected', 'helloTimer', 'tcnTimer', 'topologyChangeTimer', 'gcTimer',
  'multicastQuerierState', 'fdbNLearned'] as const

/** The bridge's own options, as the table above has them. */
export interface BridgeSettings extends Omit<Input<typeof bridge>, typeof readOnly[number]> {}
export interface BridgeOptions extends LinkOptions, BridgeSettings {}

/** What can be set of a port, by `port` of `link.set`. Timers are shown only. */
export interface BridgePortSettings extends Omit<Input<typeof bridgePort>, typeof bridgePortShown[number] | 'backupPort'> {
  /** The port that takes over while this one has no carrier. 0: none. */
  backupPort?: LinkRef | undefined
}

/** A bridge: a virtual switch. */
export class Bridge extends Master<BridgeSettings, 'bridge'> {
  static readonly traits: Traits = { table: bridge, shown: readOnly }
  #globalVlans: GlobalVlans | undefined
  #mdb: LinkMdb | undefined

  /** What VLANs are set to on the whole bridge. */
  get globalVlans(): GlobalVlans { return this.#globalVlans ??= new GlobalVlans(this) }
  /** Multicast database: who listens to which group. */
  get mdb(): LinkMdb { return this.#mdb ??= new LinkMdb(this) }

  /**
   * Makes a bridge.
   *
   * @throws NetlinkError EEXIST: the name is taken. EINVAL with `attribute`: an option's value.
   * @example
   * const bridge = await Bridge.create({ name: 'v-net-0', addresses: ['192.168.15.5/24'], stpState: 0, up: true })
   */
  static async create(options: BridgeOptions = {}): Promise<Bridge> {
    return await createLink(Bridge, options)
  }
}

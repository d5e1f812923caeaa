// Several links as one: for failover, or to share the load. What it knows of each port is in the second table.

import { Master } from '../master.ts'
import { createLink, type Traits } from '../kind.ts'
import { type LinkOptions, type LinkRef } from '../link-options.ts'
import { attributes, bits, bool8, ipv4, ipv6, listFromZero, lladdr, mac, names, nest, s32, u16, u32, u8, type Input } from '../schema/dsl.ts'

const modes = names({
  'balance-rr': 0, 'active-backup': 1, 'balance-xor': 2, 'broadcast': 3, '802.3ad': 4, 'balance-tlb': 5, 'balance-alb': 6,
})
const policies = names({ 'layer2': 0, 'layer3+4': 1, 'layer2+3': 2, 'encap2+3': 3, 'encap3+4': 4, 'vlan+srcmac': 5 })
const validations = names({ none: 0, active: 1, backup: 2, all: 3, filter: 4, filter_active: 5, filter_backup: 6 })

/** The aggregator in use. */
const adInfo = attributes('IFLA_BOND_AD_INFO_', {
  aggregator: u16(1),
  numPorts:   u16(2),
  actorKey:   u16(3),
  partnerKey: u16(4),
  partnerMac: mac(5),
})

export const bond = attributes('IFLA_BOND_', {
  mode:            u8(1, modes),
  activeSlave:     u32(2),                                                        // index, 0: none
  miimon:          u32(3),                                                        // ms, 0: carriers are not looked at
  updelay:         u32(4),                                                        // ms, rounded to miimon
  downdelay:       u32(5),
  useCarrier:      bool8(6),                                                      // true whatever is set, since 6.18
  arpInterval:     u32(7),                                                        // ms; excludes miimon
  arpIpTarget:     listFromZero(8, ipv4()),                                       // at most 16
  arpValidate:     u32(9, validations),
  arpAllTargets:   u32(10, names({ any: 0, all: 1 })),
  primary:         u32(11),                                                       // index, 0: none
  primaryReselect: u8(12, names({ always: 0, better: 1, failure: 2 })),
  failOverMac:     u8(13, names({ none: 0, active: 1, follow: 2 })),
  xmitHashPolicy:  u8(14, policies),
  resendIgmp:      u32(15),
  numPeerNotif:    u8(16),
  allSlavesActive: bool8(17),
  minLinks:        u32(18),
  lpInterval:      u32(19),                                                       // s
  packetsPerSlave: u32(20),                                                       // of balance-rr; 0: at random
  adLacpRate:      u8(21, names({ slow: 0, fast: 1 })),
  adSelect:        u8(22, names({ stable: 0, bandwidth: 1, count: 2, prio: 3 })), // prio since 6.18
  adInfo:          nest(23, () => adInfo),
  adActorSysPrio:  u16(24),
  adUserPortKey:   u16(25),
  adActorSystem:   mac(26),
  tlbDynamicLb:    bool8(27),
  peerNotifDelay:  u32(28),                                                       // ms
  adLacpActive:    bool8(29),
  missedMax:       u8(30),
  nsIp6Target:     listFromZero(31, ipv6()),
  coupledControl:  bool8(32),                                                     // since 6.9
  broadcastNeigh:  bool8(33),                                                     // since 6.17
  lacpStrict:      bool8(34),                                                     // after 6.18
})

const lacpStates = { lacp_activity: 1, lacp_timeout: 2, aggregation: 4, synchronization: 8, collecting: 16, distributing: 32, defaulted: 64, expired: 128 } as const

export const bondPort = attributes('IFLA_BOND_SLAVE_', {
  state:                  u8(1, names({ active: 0, backup: 1 })),
  miiStatus:              u8(2, names({ up: 0, fail: 1, down: 2, back: 3 })),
  linkFailureCount:       u32(3),
  permHwaddr:             lladdr(4),
  queueId:                u16(5),
  adAggregatorId:         u16(6),
  adActorOperPortState:   u8(7, bits(lacpStates)),
  adPartnerOperPortState: u16(8, bits(lacpStates)),
  prio:                   s32(9),                                                 // since 6.0
  actorPortPrio:          u16(10),                                                // since 6.18
  adChurnActorState:      u8(11),                                                 // after 6.18
  adChurnPartnerState:    u8(12),
})

/** What the kernel only shows: bond_slave_changelink passes over it. */
export const bondPortShown = ['state', 'miiStatus', 'linkFailureCount', 'permHwaddr', 'adAggregatorId', 'adActorOperPortState', 'adPartnerOperPortState',
  'adChurnActorState', 'adChurnPartnerState'] as const

/** What can be set of a port, by `port` of `link.set`. */
export interface BondPortSettings extends Omit<Input<typeof bondPort>, typeof bondPortShown[number]> {}

/** Many can be changed only while it is down, or without ports; the kernel says which. */
export interface BondSettings extends Omit<Input<typeof bond>, 'adInfo' | 'primary' | 'activeSlave'> {
  /** The port that is used when it can be. 0: none. */
  primary?: LinkRef | undefined
  /** The port in use. 0: none. */
  activeSlave?: LinkRef | undefined
}
export interface BondOptions extends LinkOptions, BondSettings {}

/** A bond. */
export class Bond extends Master<BondSettings, 'bond'> {
  static readonly traits: Traits = { table: bond, shown: ['adInfo'], links: ['primary', 'activeSlave'] }

  /**
   * Makes a bond. Default: mode `balance-rr`, and nothing is monitored: say `miimon`. Links become ports while they are down.
   *
   * @throws NetlinkError EINVAL, EACCES with `attribute`: options that exclude each other or the mode.
   * @example
   * const bond0 = await Bond.create({ name: 'bond0', mode: 'active-backup', miimon: 100 })
   * await bond0.addPort(eth1)
   * await eth1.set({ port: { queueId: 2 } })
   */
  static async create(options: BondOptions = {}): Promise<Bond> {
    return await createLink(Bond, options)
  }
}

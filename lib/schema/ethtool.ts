// The family ethtool: what its messages have in common (whom they are about, sets of bits), and the messages about a link's
// settings. Linux sends what a driver says; what it does not say is absent.

import { attributes, bool8, bytes, message, multi, names, nest, nested, packed, s32, u32, u64, u8, uint } from './dsl.ts'
import { bitset, ethtoolHeader } from './ethtool-bitset.ts'
import { genlmsghdr } from './genl.ts'

const header = nested(nest(1, () => ethtoolHeader))
const bits = (type: number) => nested(nest(type, () => bitset))

const ports = names({ tp: 0, aui: 1, mii: 2, fibre: 3, bnc: 4, da: 5, none: 0xef, other: 0xff })
const mdix = names({ invalid: 0, mdi: 1, mdi_x: 2, auto: 3 })
const duplexes = names({ half: 0, full: 1, unknown: 0xff })

export const ethtoolLinkinfo = message(genlmsghdr, attributes('ETHTOOL_A_LINKINFO_', {
  header,
  port:        u8(2, ports),
  phyaddr:     u8(3),
  tpMdix:      u8(4, mdix),
  tpMdixCtrl:  u8(5, mdix),
  transceiver: u8(6, names({ internal: 0, external: 1 })),
}))

export const ethtoolLinkmodes = message(genlmsghdr, attributes('ETHTOOL_A_LINKMODES_', {
  header,
  autoneg:          bool8(2),
  ours:             bits(3),                  // supported and, of these, advertised
  peer:             bits(4),
  speed:            u32(5),                   // Mbit/s; 0xffffffff: unknown
  duplex:           u8(6, duplexes),
  masterSlaveCfg:   u8(7, names({ unsupported: 0, unknown: 1, master_preferred: 2, slave_preferred: 3, master_force: 4, slave_force: 5 })),
  masterSlaveState: u8(8, names({ unsupported: 0, unknown: 1, master: 2, slave: 3, err: 4 })),
  lanes:            u32(9),
  rateMatching:     u8(10, names({ none: 0, pause: 1, crs: 2, open_loop: 3 })),
}))

/** Why there is no link, of drivers that know. */
const extStates = names({
  autoneg: 0, link_training_failure: 1, link_logical_mismatch: 2, bad_signal_integrity: 3, no_cable: 4, cable_issue: 5, eeprom_issue: 6,
  calibration_failure: 7, power_budget_exceeded: 8, overheat: 9, module: 10, otp_speed_violation: 11, bmc_request_down: 12,
})

export const ethtoolLinkstate = message(genlmsghdr, attributes('ETHTOOL_A_LINKSTATE_', {
  header,
  link:        bool8(2),
  sqi:         u32(3),                        // signal quality
  sqiMax:      u32(4),
  extState:    u8(5, extStates),
  extSubstate: u8(6),                         // by extState: ETHTOOL_LINK_EXT_SUBSTATE_*
  extDownCnt:  u32(7),                        // since 6.2
}))

export const ethtoolDebug = message(genlmsghdr, attributes('ETHTOOL_A_DEBUG_', {
  header,
  msgmask: bits(2),
}))

export const ethtoolWol = message(genlmsghdr, attributes('ETHTOOL_A_WOL_', {
  header,
  modes:  bits(2),
  sopass: bytes(3, 6),                        // shown to CAP_NET_ADMIN only
}))

/** Of a SET's reply: `wanted` is what did not come about, `active` what changed. */
export const ethtoolFeatures = message(genlmsghdr, attributes('ETHTOOL_A_FEATURES_', {
  header,
  hw:       bits(2),                          // can be changed
  wanted:   bits(3),
  active:   bits(4),
  nochange: bits(5),                          // can never be changed
}))

export const ethtoolPrivflags = message(genlmsghdr, attributes('ETHTOOL_A_PRIVFLAGS_', {
  header,
  flags: bits(2),                             // the driver's own
}))

/** Numbers of descriptors. */
export const ethtoolRings = message(genlmsghdr, attributes('ETHTOOL_A_RINGS_', {
  header,
  rxMax:           u32(2),
  rxMiniMax:       u32(3),
  rxJumboMax:      u32(4),
  txMax:           u32(5),
  rx:              u32(6),
  rxMini:          u32(7),
  rxJumbo:         u32(8),
  tx:              u32(9),
  rxBufLen:        u32(10),                   // bytes
  tcpDataSplit:    u8(11, names({ unknown: 0, disabled: 1, enabled: 2 })),
  cqeSize:         u32(12),                   // bytes
  txPush:          bool8(13),
  rxPush:          bool8(14),                 // since 6.3
  txPushBufLen:    u32(15),                   // since 6.4
  txPushBufLenMax: u32(16),
  hdsThresh:       u32(17),                   // bytes, since 6.14
  hdsThreshMax:    u32(18),
}))

export const ethtoolChannels = message(genlmsghdr, attributes('ETHTOOL_A_CHANNELS_', {
  header,
  rxMax:         u32(2),
  txMax:         u32(3),
  otherMax:      u32(4),
  combinedMax:   u32(5),
  rxCount:       u32(6),
  txCount:       u32(7),
  otherCount:    u32(8),
  combinedCount: u32(9),
}))

/** Since 6.11. */
const irqModeration = attributes('ETHTOOL_A_IRQ_MODERATION_', {
  usec:  u32(1),
  pkts:  u32(2),
  comps: u32(3),
})

const profile = attributes('ETHTOOL_A_PROFILE_', {
  irqModeration: multi(nested(nest(1, () => irqModeration))),
})

/** Times in µs, sizes in frames. */
export const ethtoolCoalesce = message(genlmsghdr, attributes('ETHTOOL_A_COALESCE_', {
  header,
  rxUsecs:            u32(2),
  rxMaxFrames:        u32(3),
  rxUsecsIrq:         u32(4),
  rxMaxFramesIrq:     u32(5),
  txUsecs:            u32(6),
  txMaxFrames:        u32(7),
  txUsecsIrq:         u32(8),
  txMaxFramesIrq:     u32(9),
  statsBlockUsecs:    u32(10),
  useAdaptiveRx:      bool8(11),
  useAdaptiveTx:      bool8(12),
  pktRateLow:         u32(13),                // packets a second
  rxUsecsLow:         u32(14),
  rxMaxFramesLow:     u32(15),
  txUsecsLow:         u32(16),
  txMaxFramesLow:     u32(17),
  pktRateHigh:        u32(18),
  rxUsecsHigh:        u32(19),
  rxMaxFramesHigh:    u32(20),
  txUsecsHigh:        u32(21),
  txMaxFramesHigh:    u32(22),
  rateSampleInterval: u32(23),                // s
  useCqeModeTx:       bool8(24),
  useCqeModeRx:       bool8(25),
  txAggrMaxBytes:     u32(26),                // since 6.3
  txAggrMaxFrames:    u32(27),
  txAggrTimeUsecs:    u32(28),
  rxProfile:          nested(nest(29, () => profile)),
  txProfile:          nested(nest(30, () => profile)),
  rxCqeFrames:        u32(31),                // after 6.18
  rxCqeNsecs:         u32(32),                // ns
}))

const pauseStat = attributes('ETHTOOL_A_PAUSE_STAT_', {
  txFrames:           u64(2),
  rxFrames:           u64(3),
  txPauseStormEvents: u64(4),                 // since 6.18
})

export const ethtoolPause = message(genlmsghdr, attributes('ETHTOOL_A_PAUSE_', {
  header,
  autoneg:  bool8(2),
  rx:       bool8(3),
  tx:       bool8(4),
  stats:    nested(nest(5, () => pauseStat)),
  statsSrc: u32(6, names({ aggregate: 0, emac: 1, pmac: 2 })),   // since 6.3
}))

export const ethtoolEee = message(genlmsghdr, attributes('ETHTOOL_A_EEE_', {
  header,
  modesOurs:    bits(2),
  modesPeer:    bits(3),
  active:       bool8(4),
  enabled:      bool8(5),
  txLpiEnabled: bool8(6),
  txLpiTimer:   u32(7),                       // µs
}))

const tsStat = attributes('ETHTOOL_A_TS_STAT_', {
  txPkts:                   uint(1),
  txLost:                   uint(2),
  txErr:                    uint(3),
  txOnestepPktsUnconfirmed: uint(4),
})

const hwtstampProvider = attributes('ETHTOOL_A_TS_HWTSTAMP_PROVIDER_', {
  index:     u32(1),
  qualifier: u32(2),
})

export const ethtoolTsinfo = message(genlmsghdr, attributes('ETHTOOL_A_TSINFO_', {
  header,
  timestamping:     bits(2),
  txTypes:          bits(3),
  rxFilters:        bits(4),
  phcIndex:         s32(5),                   // of /dev/ptpN; absent: none
  stats:            nested(nest(6, () => tsStat)),
  hwtstampProvider: nested(nest(7, () => hwtstampProvider)),
  hwtstampSource:   u32(8),
  hwtstampPhyindex: u32(9),
}))

const fecHist = attributes('ETHTOOL_A_FEC_HIST_', {
  binLow:        u32(2),
  binHigh:       u32(3),
  binVal:        uint(4),
  binValPerLane: packed(5, u64()),
})

/** In all, then of each lane. */
const fecStat = attributes('ETHTOOL_A_FEC_STAT_', {
  corrected: packed(2, u64()),
  uncorr:    packed(3, u64()),
  corrBits:  packed(4, u64()),
  hist:      multi(nested(nest(5, () => fecHist))),
})

export const ethtoolFec = message(genlmsghdr, attributes('ETHTOOL_A_FEC_', {
  header,
  modes:  bits(2),
  auto:   bool8(3),
  active: u32(4),                             // number of the link mode
  stats:  nested(nest(5, () => fecStat)),
}))

export const ethtoolModule = message(genlmsghdr, attributes('ETHTOOL_A_MODULE_', {
  header,
  powerModePolicy: u8(2, names({ high: 1, auto: 2 })),
  powerMode:       u8(3, names({ low: 1, high: 2 })),
}))

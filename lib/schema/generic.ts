// Generic netlink beside messages.ts: the message sets, and of each family that this library speaks its name, the version of it,
// and the numbers of the commands. The families' own numbers are given out by the kernel as they are loaded.

import { ethtoolChannels, ethtoolCoalesce, ethtoolDebug, ethtoolEee, ethtoolFeatures, ethtoolFec, ethtoolLinkinfo, ethtoolLinkmodes, ethtoolLinkstate, ethtoolModule,
  ethtoolPause, ethtoolPrivflags, ethtoolRings, ethtoolTsinfo, ethtoolWol } from './ethtool.ts'
import { ctrl } from './genl.ts'
import { wireguard } from './wireguard.ts'

export const genericMessages = {
  ctrl, wireguard, ethtoolLinkinfo, ethtoolLinkmodes, ethtoolLinkstate, ethtoolDebug, ethtoolWol, ethtoolFeatures, ethtoolPrivflags,
  ethtoolRings, ethtoolChannels, ethtoolCoalesce, ethtoolPause, ethtoolEee, ethtoolTsinfo, ethtoolFec, ethtoolModule,
}

/** Commands of requests; what the kernel answers has numbers of its own. `from`: what has to be there for the family to be. */
export const genericFamilies = {
  nlctrl: { version: 2, from: 'generic netlink', commands: { CTRL_CMD_GETFAMILY: 3 } },
  ethtool: {
    version: 1, from: 'CONFIG_ETHTOOL_NETLINK, Linux 5.6', commands: {
      ETHTOOL_MSG_LINKINFO_GET: 2, ETHTOOL_MSG_LINKINFO_SET: 3, ETHTOOL_MSG_LINKMODES_GET: 4, ETHTOOL_MSG_LINKMODES_SET: 5,
      ETHTOOL_MSG_LINKSTATE_GET: 6, ETHTOOL_MSG_DEBUG_GET: 7, ETHTOOL_MSG_DEBUG_SET: 8, ETHTOOL_MSG_WOL_GET: 9, ETHTOOL_MSG_WOL_SET: 10,
      ETHTOOL_MSG_FEATURES_GET: 11, ETHTOOL_MSG_FEATURES_SET: 12, ETHTOOL_MSG_PRIVFLAGS_GET: 13, ETHTOOL_MSG_PRIVFLAGS_SET: 14,
      ETHTOOL_MSG_RINGS_GET: 15, ETHTOOL_MSG_RINGS_SET: 16, ETHTOOL_MSG_CHANNELS_GET: 17, ETHTOOL_MSG_CHANNELS_SET: 18,
      ETHTOOL_MSG_COALESCE_GET: 19, ETHTOOL_MSG_COALESCE_SET: 20, ETHTOOL_MSG_PAUSE_GET: 21, ETHTOOL_MSG_PAUSE_SET: 22,
      ETHTOOL_MSG_EEE_GET: 23, ETHTOOL_MSG_EEE_SET: 24, ETHTOOL_MSG_TSINFO_GET: 25, ETHTOOL_MSG_FEC_GET: 29, ETHTOOL_MSG_FEC_SET: 30,
      ETHTOOL_MSG_MODULE_GET: 34, ETHTOOL_MSG_MODULE_SET: 35,
    },
  },
  wireguard: { version: 1, from: 'module wireguard', commands: { WG_CMD_GET_DEVICE: 0, WG_CMD_SET_DEVICE: 1 } },
} as const

export type GenericFamily = keyof typeof genericFamilies
export type GenericCommand<F extends GenericFamily> = keyof (typeof genericFamilies)[F]['commands'] & string

// Asking for statistics beyond those of every link, and the kernel's answers about a bridge and about its port.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const xstats: readonly Fixture<typeof messages.xstats>[] = [
  {
    command: 'ip stats show dev eth0',
    type: 'RTM_GETSTATS', flags: ['NLM_F_REQUEST'],
    bytes: `
      1c000000 5e00 0100 00000000 00000000                # nlmsghdr
      00 00 0000 0a000000 1f000000                        # if_stats_msg
    `,
    object: { ifindex: 10, filterMask: ['link_64', 'link_xstats', 'link_xstats_slave', 'link_offload_xstats', 'af_spec'] },
  },
  {
    command: 'ip stats show dev eth0 group offload',
    type: 'RTM_GETSTATS', flags: ['NLM_F_REQUEST'],
    bytes: `
      1c000000 5e00 0100 00000000 00000000                # nlmsghdr
      00 00 0000 0a000000 08000000                        # if_stats_msg
    `,
    object: { ifindex: 10, filterMask: ['link_offload_xstats'] },
  },
  {
    command: 'ip stats show dev eth0 group xstats',
    type: 'RTM_GETSTATS', flags: ['NLM_F_REQUEST'],
    bytes: `
      1c000000 5e00 0100 00000000 00000000                # nlmsghdr
      00 00 0000 0a000000 02000000                        # if_stats_msg
    `,
    object: { ifindex: 10, filterMask: ['link_xstats'] },
  },
]

export const xstatsAnswers: readonly Fixture<typeof messages.xstats>[] = [
  {
    command: 'ip stats show dev br0',
    type: 'RTM_NEWSTATS', flags: [],
    bytes: `
      38010000 5c00 0000 00000000 00000000                # nlmsghdr
      00 00 0000 14000000 1e000000                        # if_stats_msg
      fc00 0200                                           # IFLA_STATS_LINK_XSTATS
        f800 0100                                         #   LINK_XSTATS_TYPE_BRIDGE
          f400 0200                                       #     BRIDGE_XSTATS_MCAST
            0000000000000000 0000000000000000 0000000000000000 0000000000000000 0000000000000000 0000000000000000
            0000000000000000 0000000000000000 0000000000000000 0000000000000000 0000000000000000 0000000000000000
            0100000000000000 0000000000000000 0000000000000000 0000000000000000 0000000000000000 0000000000000000
            0000000000000000 0000000000000000 0000000000000000 0000000000000000 0000000000000000 0200000000000000
            0200000000000000 0000000000000000 0000000000000000 0000000000000000 0000000000000000 0000000000000000
      1c00 0400                                           # IFLA_STATS_LINK_OFFLOAD_XSTATS
        1800 0280                                         #   IFLA_OFFLOAD_XSTATS_HW_S_INFO
          1400 0380                                       #     IFLA_OFFLOAD_XSTATS_L3_STATS
            0500 0100 00 000000                           #       IFLA_OFFLOAD_XSTATS_HW_S_INFO_REQUEST
            0500 0200 00 000000                           #       IFLA_OFFLOAD_XSTATS_HW_S_INFO_USED
      0400 0500                                           # IFLA_STATS_AF_SPEC
    `,
    object: {
      ifindex: 20, filterMask: ['link_xstats', 'link_xstats_slave', 'link_offload_xstats', 'af_spec'],
      linkXstats: { bridge: { mcast: { igmpV3reports: { rx: 1 }, mldV2reports: { rx: 2, tx: 2 } } } },
      linkOffloadXstats: { hwSInfo: { l3Stats: { request: false, used: false } } }, afSpec: {},
    },
  },
  {
    command: 'ip stats show dev eth0',
    type: 'RTM_NEWSTATS', flags: [],
    bytes: `
      6c010000 5c00 0000 00000000 00000000                # nlmsghdr
      00 00 0000 0a000000 1e000000                        # if_stats_msg
      3001 0300                                           # IFLA_STATS_LINK_XSTATS_SLAVE
        2c01 0100                                         #   LINK_XSTATS_TYPE_BRIDGE
          f400 0200                                       #     BRIDGE_XSTATS_MCAST
            0000000000000000 0000000000000000 0000000000000000 0000000000000000 0000000000000000 0000000000000000
            0000000000000000 0000000000000000 0000000000000000 0000000000000000 0000000000000000 0000000000000000
            0000000000000000 0100000000000000 0000000000000000 0000000000000000 0000000000000000 0000000000000000
            0000000000000000 0000000000000000 0000000000000000 0000000000000000 0000000000000000 0200000000000000
            0200000000000000 0000000000000000 0000000000000000 0000000000000000 0000000000000000 0000000000000000
          3400 0400                                       #     BRIDGE_XSTATS_STP
            0000000000000000 0000000000000000 0000000000000000 0000000000000000 0000000000000000 0000000000000000
      1c00 0400                                           # IFLA_STATS_LINK_OFFLOAD_XSTATS
        1800 0280                                         #   IFLA_OFFLOAD_XSTATS_HW_S_INFO
          1400 0380                                       #     IFLA_OFFLOAD_XSTATS_L3_STATS
            0500 0100 00 000000                           #       IFLA_OFFLOAD_XSTATS_HW_S_INFO_REQUEST
            0500 0200 00 000000                           #       IFLA_OFFLOAD_XSTATS_HW_S_INFO_USED
      0400 0500                                           # IFLA_STATS_AF_SPEC
    `,
    object: {
      ifindex: 10, filterMask: ['link_xstats', 'link_xstats_slave', 'link_offload_xstats', 'af_spec'],
      linkXstatsSlave: { bridge: { mcast: { igmpV3reports: { tx: 1 }, mldV2reports: { rx: 2, tx: 2 } }, stp: {} } },
      linkOffloadXstats: { hwSInfo: { l3Stats: { request: false, used: false } } }, afSpec: {},
    },
  },
]

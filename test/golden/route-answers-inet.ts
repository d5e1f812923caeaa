// What the kernel tells of IPv4 routes.

import { messages } from '../../lib/schema/messages.ts'
import { hex, type Fixture } from './golden.ts'

export const routeAnswersInet: readonly Fixture<typeof messages.route>[] = [
  {
    command: 'ip route show table all',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      3c000000 1800 2200 00000000 00000000                     # nlmsghdr
      02 10 00 00 64 03 00 01 00000000                         # rtmsg
      0800 0f00 64000000                                       # RTA_TABLE
      0800 0100 0a020000                                       # RTA_DST
      0800 0500 c0a80f02                                       # RTA_GATEWAY
      0800 0400 03000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet', dstLen: 16, rtmTable: 100, protocol: 'boot', type: 'unicast', table: 100, dst: '10.2.0.0', gateway: '192.168.15.2',
      oif: 3,
    },
  },
  {
    command: 'ip route show table all',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      3c000000 1800 2200 00000000 00000000                     # nlmsghdr
      02 08 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      0800 0100 0a000000                                       # RTA_DST
      0800 0500 c0a80f04                                       # RTA_GATEWAY
      0800 0400 03000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet', dstLen: 8, rtmTable: 254, protocol: 'boot', type: 'unicast', table: 254, dst: '10.0.0.0', gateway: '192.168.15.4',
      oif: 3,
    },
  },
  {
    command: 'ip route show table all',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      4c000000 1800 2200 00000000 00000000                     # nlmsghdr
      02 10 00 10 fe 04 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      0800 0100 0a010000                                       # RTA_DST
      0800 0600 64000000                                       # RTA_PRIORITY
      0800 0700 c0a80f01                                       # RTA_PREFSRC
      0800 0500 c0a80f02                                       # RTA_GATEWAY
      0800 0400 03000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet', dstLen: 16, tos: 16, rtmTable: 254, protocol: 'static', type: 'unicast', table: 254, dst: '10.1.0.0', priority: 100,
      prefsrc: '192.168.15.1', gateway: '192.168.15.2', oif: 3,
    },
  },
  {
    command: 'ip route show table all',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      2c000000 1800 2200 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 00 09 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      0800 0100 0a030500                                       # RTA_DST
    `,
    object: { family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', type: 'throw', table: 254, dst: '10.3.5.0' },
  },
  {
    command: 'ip route show table all',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      2c000000 1800 2200 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 00 07 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      0800 0100 0a030b00                                       # RTA_DST
    `,
    object: { family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', type: 'unreachable', table: 254, dst: '10.3.11.0' },
  },
  {
    command: 'ip route show table all',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      3c000000 1800 2200 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 00 01 04000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      0800 0100 0a060000                                       # RTA_DST
      0800 0500 ac100001                                       # RTA_GATEWAY
      0800 0400 03000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', type: 'unicast', flags: ['onlink'], table: 254, dst: '10.6.0.0',
      gateway: '172.16.0.1', oif: 3,
    },
  },
  {
    command: 'ip route show table all',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      4c000000 1800 2200 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      0800 0100 0a070000                                       # RTA_DST
      1600 1200 0a00fe800000000000000000000000000005 0000      # RTA_VIA
      0800 0400 03000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', type: 'unicast', table: 254, dst: '10.7.0.0',
      via: { family: 'inet6', addr: hex('fe800000000000000000000000000005') }, oif: 3,
    },
  },
  {
    command: 'ip route show table all',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      58000000 1800 2200 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      0800 0100 0a080000                                       # RTA_DST
      2c00 0900                                                # RTA_MULTIPATH
        1000 00 02 03000000                                    #   rtnexthop
          0800 0500 c0a80f02                                   #     RTA_GATEWAY
        1000 00 00 02000000                                    #   rtnexthop
          0800 0500 0a090002                                   #     RTA_GATEWAY
        0800 00 ff 03000000                                    #   rtnexthop
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', type: 'unicast', table: 254, dst: '10.8.0.0',
      multipath: [{ hops: 2, ifindex: 3, gateway: '192.168.15.2' }, { ifindex: 2, gateway: '10.9.0.2' }, { hops: 255, ifindex: 3 }],
    },
  },
  {
    command: 'ip route show table all',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      60000000 1800 2200 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      0800 0100 0a080100                                       # RTA_DST
      3400 0900                                                # RTA_MULTIPATH
        2000 00 00 03000000                                    #   rtnexthop
          1600 1200 0a00fe800000000000000000000000000005 0000  #     RTA_VIA
        1000 04 01 02000000                                    #   rtnexthop
          0800 0500 ac100009                                   #     RTA_GATEWAY
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', type: 'unicast', table: 254, dst: '10.8.1.0',
      multipath: [
        { ifindex: 3, via: { family: 'inet6', addr: hex('fe800000000000000000000000000005') } },
        { flags: ['onlink'], hops: 1, ifindex: 2, gateway: '172.16.0.9' },
      ],
    },
  },
  {
    command: 'ip route show table all',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      9c000000 1800 2200 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      0800 0100 0a0a0000                                       # RTA_DST
      6000 0800                                                # RTA_METRICS
        0800 0100 04200000                                     #   RTAX_LOCK
        0800 0200 78050000                                     #   RTAX_MTU
        0800 0300 204e0000                                     #   RTAX_WINDOW
        0800 0800 50050000                                     #   RTAX_ADVMSS
        0800 0a00 40000000                                     #   RTAX_HOPLIMIT
        0800 0b00 14000000                                     #   RTAX_INITCWND
        0800 0c00 01000000                                     #   RTAX_FEATURES
        0800 0d00 32000000                                     #   RTAX_RTO_MIN
        0800 0e00 1e000000                                     #   RTAX_INITRWND
        0800 0f00 01000000                                     #   RTAX_QUICKACK
        0900 1000 72656e6f00 000000                            #   RTAX_CC_ALGO reno
      0800 0500 c0a80f02                                       # RTA_GATEWAY
      0800 0400 03000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', type: 'unicast', table: 254, dst: '10.10.0.0',
      metrics: {
        lock: ['mtu', 'rto_min'], mtu: 1400, window: 20000, advmss: 1360, hoplimit: 64, initcwnd: 20, features: ['ecn'], rtoMin: 50,
        initrwnd: 30, quickack: true, ccAlgo: 'reno',
      },
      gateway: '192.168.15.2', oif: 3,
    },
  },
  {
    command: 'ip route show table all',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      80000000 1800 2200 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      0800 0100 0a0a0100                                       # RTA_DST
      3c00 0800                                                # RTA_METRICS
        0800 0100 80000000                                     #   RTAX_LOCK
        0800 0400 50000000                                     #   RTAX_RTT
        0800 0500 14000000                                     #   RTAX_RTTVAR
        0800 0600 64000000                                     #   RTAX_SSTHRESH
        0800 0700 0a000000                                     #   RTAX_CWND
        0800 0900 05000000                                     #   RTAX_REORDERING
        0800 1100 01000000                                     #   RTAX_FASTOPEN_NO_COOKIE
      0800 0500 c0a80f02                                       # RTA_GATEWAY
      0800 0400 03000000                                       # RTA_OIF
      0800 0b00 04000300                                       # RTA_FLOW
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', type: 'unicast', table: 254, dst: '10.10.1.0',
      metrics: { lock: ['cwnd'], rtt: 80, rttvar: 20, ssthresh: 100, cwnd: 10, reordering: 5, fastopenNoCookie: true },
      gateway: '192.168.15.2', oif: 3, flow: 196612,
    },
  },
  {
    command: 'ip route show table all',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      44000000 1800 2200 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      0800 0100 0a0b0000                                       # RTA_DST
      0800 1e00 05000000                                       # RTA_NH_ID
      0800 0500 c0a80f09                                       # RTA_GATEWAY
      0800 0400 03000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', type: 'unicast', table: 254, dst: '10.11.0.0', nhId: 5,
      gateway: '192.168.15.9', oif: 3,
    },
  },
  {
    command: 'ip route show table all',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      34000000 1800 2200 00000000 00000000                     # nlmsghdr
      02 18 00 00 ff 03 fe 02 00000000                         # rtmsg
      0800 0f00 ff000000                                       # RTA_TABLE
      0800 0100 0a040000                                       # RTA_DST
      0800 0400 03000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 255, protocol: 'boot', scope: 'host', type: 'local', table: 255, dst: '10.4.0.0', oif: 3,
    },
  },
  {
    command: 'ip route show table all',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      34000000 1800 2200 00000000 00000000                     # nlmsghdr
      02 20 00 00 ff 03 fd 03 00000000                         # rtmsg
      0800 0f00 ff000000                                       # RTA_TABLE
      0800 0100 0a0401ff                                       # RTA_DST
      0800 0400 03000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet', dstLen: 32, rtmTable: 255, protocol: 'boot', scope: 'link', type: 'broadcast', table: 255, dst: '10.4.1.255',
      oif: 3,
    },
  },
  {
    command: 'ip route get 10.8.0.7',
    type: 'RTM_NEWROUTE', flags: [],
    bytes: `
      68000000 1800 0000 00000000 00000000                     # nlmsghdr
      02 20 00 00 fe 00 00 01 00020000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      0800 0100 0a080007                                       # RTA_DST
      0800 0400 03000000                                       # RTA_OIF
      0800 0700 c0a80f01                                       # RTA_PREFSRC
      0800 1900 00000000                                       # RTA_UID
      2400 0c00                                                # RTA_CACHEINFO
        02000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
    `,
    object: {
      family: 'inet', dstLen: 32, rtmTable: 254, type: 'unicast', flags: ['cloned'], table: 254, dst: '10.8.0.7', oif: 3,
      prefsrc: '192.168.15.1', uid: 0, cacheinfo: { clntref: 2 },
    },
  },
]

// What the kernel tells of IPv6 routes.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const routeAnswersInet6: readonly Fixture<typeof messages.route>[] = [
  {
    command: 'ip route show table all',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      74000000 1800 2200 00000000 00000000                     # nlmsghdr
      0a 40 00 00 fe 02 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      1400 0100 20010db8000000000000000000000000               # RTA_DST
      0800 0600 00010000                                       # RTA_PRIORITY
      0800 0400 03000000                                       # RTA_OIF
      2400 0c00                                                # RTA_CACHEINFO
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0500 1400 00 000000                                      # RTA_PREF
    `,
    object: {
      family: 'inet6', dstLen: 64, rtmTable: 254, protocol: 'kernel', type: 'unicast', table: 254, dst: '2001:db8::', priority: 256,
      oif: 3, cacheinfo: {}, pref: 'medium',
    },
  },
  {
    command: 'ip route show table all',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      88000000 1800 2200 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      1400 0100 20010db8010000000000000000000000               # RTA_DST
      0800 0600 07000000                                       # RTA_PRIORITY
      1400 0500 fe800000000000000000000000000005               # RTA_GATEWAY
      0800 0400 03000000                                       # RTA_OIF
      2400 0c00                                                # RTA_CACHEINFO
        00000000 00000000 08750000 00000000 00000000 00000000 00000000 00000000
      0500 1400 01 000000                                      # RTA_PREF
    `,
    object: {
      family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', type: 'unicast', table: 254, dst: '2001:db8:100::', priority: 7,
      gateway: 'fe80::5', oif: 3, cacheinfo: { expires: 29960 }, pref: 'high',
    },
  },
  {
    command: 'ip route show table all',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      88000000 1800 2200 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      1400 0100 20010db8010100000000000000000000               # RTA_DST
      0800 0600 00040000                                       # RTA_PRIORITY
      1400 0500 20010db8000000000000000000000007               # RTA_GATEWAY
      0800 0400 03000000                                       # RTA_OIF
      2400 0c00                                                # RTA_CACHEINFO
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0500 1400 00 000000                                      # RTA_PREF
    `,
    object: {
      family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', type: 'unicast', table: 254, dst: '2001:db8:101::', priority: 1024,
      gateway: '2001:db8::7', oif: 3, cacheinfo: {}, pref: 'medium',
    },
  },
  {
    command: 'ip route show table all',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      b0000000 1800 2200 00000000 00000000                     # nlmsghdr
      0a 30 40 00 fe 03 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      1400 0100 20010db8010200000000000000000000               # RTA_DST
      1400 0200 20010db8000900000000000000000000               # RTA_SRC
      1400 0700 20010db8000000000000000000000001               # RTA_PREFSRC
      0800 0600 00040000                                       # RTA_PRIORITY
      1400 0500 20010db8000000000000000000000002               # RTA_GATEWAY
      0800 0400 03000000                                       # RTA_OIF
      2400 0c00                                                # RTA_CACHEINFO
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0500 1400 00 000000                                      # RTA_PREF
    `,
    object: {
      family: 'inet6', dstLen: 48, srcLen: 64, rtmTable: 254, protocol: 'boot', type: 'unicast', table: 254, dst: '2001:db8:102::',
      src: '2001:db8:9::', prefsrc: '2001:db8::1', priority: 1024, gateway: '2001:db8::2', oif: 3, cacheinfo: {}, pref: 'medium',
    },
  },
  {
    command: 'ip route show table all',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      a8000000 1800 2200 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      1400 0100 20010db8010300000000000000000000               # RTA_DST
      0800 0600 00040000                                       # RTA_PRIORITY
      3c00 0900                                                # RTA_MULTIPATH
        1c00 00 01 03000000                                    #   rtnexthop
          1400 0500 20010db8000000000000000000000002           #     RTA_GATEWAY
        1c00 00 04 02000000                                    #   rtnexthop
          1400 0500 20010db8000900000000000000000002           #     RTA_GATEWAY
      2400 0c00                                                # RTA_CACHEINFO
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0500 1400 00 000000                                      # RTA_PREF
    `,
    object: {
      family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', type: 'unicast', table: 254, dst: '2001:db8:103::', priority: 1024,
      multipath: [{ hops: 1, ifindex: 3, gateway: '2001:db8::2' }, { hops: 4, ifindex: 2, gateway: '2001:db8:9::2' }], cacheinfo: {},
      pref: 'medium',
    },
  },
  {
    command: 'ip route show table all',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      74000000 1800 2200 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 07 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      1400 0100 20010db8010400000000000000000000               # RTA_DST
      0800 0600 00040000                                       # RTA_PRIORITY
      0800 0400 01000000                                       # RTA_OIF
      2400 0c00                                                # RTA_CACHEINFO
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0500 1400 00 000000                                      # RTA_PREF
    `,
    object: {
      family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', type: 'unreachable', table: 254, dst: '2001:db8:104::',
      priority: 1024, oif: 1, cacheinfo: {}, pref: 'medium',
    },
  },
  {
    command: 'ip route show table all',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      90000000 1800 2200 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      1400 0100 20010db8010500000000000000000000               # RTA_DST
      0800 0600 00040000                                       # RTA_PRIORITY
      0800 1e00 06000000                                       # RTA_NH_ID
      1400 0500 20010db8000000000000000000000009               # RTA_GATEWAY
      0800 0400 03000000                                       # RTA_OIF
      2400 0c00                                                # RTA_CACHEINFO
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0500 1400 00 000000                                      # RTA_PREF
    `,
    object: {
      family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', type: 'unicast', table: 254, dst: '2001:db8:105::', priority: 1024,
      nhId: 6, gateway: '2001:db8::9', oif: 3, cacheinfo: {}, pref: 'medium',
    },
  },
  {
    command: 'ip route show table all',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      80000000 1800 2200 00000000 00000000                     # nlmsghdr
      0a 80 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      1400 0100 20010db8010600000000000000000001               # RTA_DST
      0c00 0800                                                # RTA_METRICS
        0800 0200 00050000                                     #   RTAX_MTU
      0800 0600 00040000                                       # RTA_PRIORITY
      0800 0400 03000000                                       # RTA_OIF
      2400 0c00                                                # RTA_CACHEINFO
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0500 1400 00 000000                                      # RTA_PREF
    `,
    object: {
      family: 'inet6', dstLen: 128, rtmTable: 254, protocol: 'boot', type: 'unicast', table: 254, dst: '2001:db8:106::1',
      metrics: { mtu: 1280 }, priority: 1024, oif: 3, cacheinfo: {}, pref: 'medium',
    },
  },
  {
    command: 'ip route show table all',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      74000000 1800 2200 00000000 00000000                     # nlmsghdr
      0a 00 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      0800 0600 00040000                                       # RTA_PRIORITY
      1400 0500 20010db8000000000000000000000005               # RTA_GATEWAY
      0800 0400 03000000                                       # RTA_OIF
      2400 0c00                                                # RTA_CACHEINFO
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0500 1400 00 000000                                      # RTA_PREF
    `,
    object: {
      family: 'inet6', rtmTable: 254, protocol: 'boot', type: 'unicast', table: 254, priority: 1024, gateway: '2001:db8::5', oif: 3,
      cacheinfo: {}, pref: 'medium',
    },
  },
  {
    command: 'ip route show table all',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      74000000 1800 2200 00000000 00000000                     # nlmsghdr
      0a 80 00 00 ff 02 00 04 00000000                         # rtmsg
      0800 0f00 ff000000                                       # RTA_TABLE
      1400 0100 20010db8000000000000000000000000               # RTA_DST
      0800 0600 00000000                                       # RTA_PRIORITY
      0800 0400 03000000                                       # RTA_OIF
      2400 0c00                                                # RTA_CACHEINFO
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0500 1400 00 000000                                      # RTA_PREF
    `,
    object: {
      family: 'inet6', dstLen: 128, rtmTable: 255, protocol: 'kernel', type: 'anycast', table: 255, dst: '2001:db8::', priority: 0,
      oif: 3, cacheinfo: {}, pref: 'medium',
    },
  },
  {
    command: 'ip route show table all',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      74000000 1800 2200 00000000 00000000                     # nlmsghdr
      0a 80 00 00 ff 02 00 02 00000000                         # rtmsg
      0800 0f00 ff000000                                       # RTA_TABLE
      1400 0100 20010db8000000000000000000000001               # RTA_DST
      0800 0600 00000000                                       # RTA_PRIORITY
      0800 0400 03000000                                       # RTA_OIF
      2400 0c00                                                # RTA_CACHEINFO
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0500 1400 00 000000                                      # RTA_PREF
    `,
    object: {
      family: 'inet6', dstLen: 128, rtmTable: 255, protocol: 'kernel', type: 'local', table: 255, dst: '2001:db8::1', priority: 0, oif: 3,
      cacheinfo: {}, pref: 'medium',
    },
  },
  {
    command: 'ip route show table all',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      74000000 1800 2200 00000000 00000000                     # nlmsghdr
      0a 08 00 00 ff 02 00 05 00000000                         # rtmsg
      0800 0f00 ff000000                                       # RTA_TABLE
      1400 0100 ff000000000000000000000000000000               # RTA_DST
      0800 0600 00010000                                       # RTA_PRIORITY
      0800 0400 02000000                                       # RTA_OIF
      2400 0c00                                                # RTA_CACHEINFO
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0500 1400 00 000000                                      # RTA_PREF
    `,
    object: {
      family: 'inet6', dstLen: 8, rtmTable: 255, protocol: 'kernel', type: 'multicast', table: 255, dst: 'ff00::', priority: 256, oif: 2,
      cacheinfo: {}, pref: 'medium',
    },
  },
  {
    command: 'ip -6 route show',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      88000000 1800 2200 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      1400 0100 20010db8010000000000000000000000               # RTA_DST
      0800 0600 07000000                                       # RTA_PRIORITY
      1400 0500 fe800000000000000000000000000005               # RTA_GATEWAY
      0800 0400 03000000                                       # RTA_OIF
      2400 0c00                                                # RTA_CACHEINFO
        00000000 00000000 06750000 00000000 00000000 00000000 00000000 00000000
      0500 1400 01 000000                                      # RTA_PREF
    `,
    object: {
      family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', type: 'unicast', table: 254, dst: '2001:db8:100::', priority: 7,
      gateway: 'fe80::5', oif: 3, cacheinfo: { expires: 29958 }, pref: 'high',
    },
  },
  {
    command: 'ip -6 route get 2001:db8:103::9',
    type: 'RTM_NEWROUTE', flags: [],
    bytes: `
      b0000000 1800 0000 00000000 00000000                     # nlmsghdr
      0a 80 80 00 fe 03 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      1400 0100 20010db8010300000000000000000009               # RTA_DST
      1400 0200 00000000000000000000000000000000               # RTA_SRC
      1400 0700 20010db8000900000000000000000001               # RTA_PREFSRC
      0800 0600 00040000                                       # RTA_PRIORITY
      1400 0500 20010db8000900000000000000000002               # RTA_GATEWAY
      0800 0400 02000000                                       # RTA_OIF
      2400 0c00                                                # RTA_CACHEINFO
        02000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0500 1400 00 000000                                      # RTA_PREF
    `,
    object: {
      family: 'inet6', dstLen: 128, srcLen: 128, rtmTable: 254, protocol: 'boot', type: 'unicast', table: 254, dst: '2001:db8:103::9',
      src: '::', prefsrc: '2001:db8:9::1', priority: 1024, gateway: '2001:db8:9::2', oif: 2, cacheinfo: { clntref: 2 }, pref: 'medium',
    },
  },
]

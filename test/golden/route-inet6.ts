// IPv6 routes.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const routeInet6: readonly Fixture<typeof messages.route>[] = [
  {
    command: 'ip -6 route add default via 2001:db8::5',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      44000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 00 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 00000000000000000000000000000000               # RTA_DST
      1400 0500 20010db8000000000000000000000005               # RTA_GATEWAY
    `,
    object: { family: 'inet6', rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '::', gateway: '2001:db8::5' },
  },
  {
    command: 'ip -6 route add 2001:db8:100::/48 via fe80::5 dev v0 metric 7 pref high expires 300',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      64000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 20010db8010000000000000000000000               # RTA_DST
      1400 0500 fe800000000000000000000000000005               # RTA_GATEWAY
      0800 0600 07000000                                       # RTA_PRIORITY
      0500 1400 01 000000                                      # RTA_PREF
      0800 1700 2c010000                                       # RTA_EXPIRES
      0800 0400 03000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '2001:db8:100::', gateway: 'fe80::5',
      priority: 7, pref: 'high', expires: 300, oif: 3,
    },
  },
  {
    command: 'ip -6 route add 2001:db8:101::/48 dev v0 pref low',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      40000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 20010db8010100000000000000000000               # RTA_DST
      0500 1400 03 000000                                      # RTA_PREF
      0800 0400 03000000                                       # RTA_OIF
    `,
    object: { family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '2001:db8:101::', pref: 'low', oif: 3 },
  },
  {
    command: 'ip -6 route add 2001:db8:102::/48 from 2001:db8:9::/64 via 2001:db8::2 src 2001:db8::1',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      6c000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 30 40 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 20010db8010200000000000000000000               # RTA_DST
      1400 0200 20010db8000900000000000000000000               # RTA_SRC
      1400 0500 20010db8000000000000000000000002               # RTA_GATEWAY
      1400 0700 20010db8000000000000000000000001               # RTA_PREFSRC
    `,
    object: {
      family: 'inet6', dstLen: 48, srcLen: 64, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '2001:db8:102::',
      src: '2001:db8:9::', gateway: '2001:db8::2', prefsrc: '2001:db8::1',
    },
  },
  {
    command: 'ip -6 route add 2001:db8:103::/48 nexthop via 2001:db8::2 dev v0 weight 2 nexthop via 2001:db8:9::2 dev v1 weight 5',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      6c000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 20010db8010300000000000000000000               # RTA_DST
      3c00 0900                                                # RTA_MULTIPATH
        1c00 00 01 03000000                                    #   rtnexthop
          1400 0500 20010db8000000000000000000000002           #     RTA_GATEWAY
        1c00 00 04 02000000                                    #   rtnexthop
          1400 0500 20010db8000900000000000000000002           #     RTA_GATEWAY
    `,
    object: {
      family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '2001:db8:103::',
      multipath: [{ hops: 1, ifindex: 3, gateway: '2001:db8::2' }, { hops: 4, ifindex: 2, gateway: '2001:db8:9::2' }],
    },
  },
  {
    command: 'ip -6 route add unreachable 2001:db8:104::/48',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      30000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 07 00000000                         # rtmsg
      1400 0100 20010db8010400000000000000000000               # RTA_DST
    `,
    object: { family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', type: 'unreachable', dst: '2001:db8:104::' },
  },
  {
    command: 'ip -6 route add 2001:db8:105::/48 nhid 6',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      38000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 20010db8010500000000000000000000               # RTA_DST
      0800 1e00 06000000                                       # RTA_NH_ID
    `,
    object: { family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '2001:db8:105::', nhId: 6 },
  },
  {
    command: 'ip -6 route add 2001:db8:106::1 dev v0 mtu 1280',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      44000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 80 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 20010db8010600000000000000000001               # RTA_DST
      0800 0400 03000000                                       # RTA_OIF
      0c00 0800                                                # RTA_METRICS
        0800 0200 00050000                                     #   RTAX_MTU
    `,
    object: {
      family: 'inet6', dstLen: 128, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '2001:db8:106::1', oif: 3,
      metrics: { mtu: 1280 },
    },
  },
  {
    command: 'ip -6 route replace 2001:db8:101::/48 dev v1',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_REPLACE', 'NLM_F_CREATE'],
    bytes: `
      38000000 1800 0505 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 20010db8010100000000000000000000               # RTA_DST
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: { family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '2001:db8:101::', oif: 2 },
  },
  {
    command: 'ip -6 route append 2001:db8:101::/48 via 2001:db8::7',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_CREATE', 'NLM_F_APPEND'],
    bytes: `
      44000000 1800 050c 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 20010db8010100000000000000000000               # RTA_DST
      1400 0500 20010db8000000000000000000000007               # RTA_GATEWAY
    `,
    object: {
      family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '2001:db8:101::', gateway: '2001:db8::7',
    },
  },
  {
    command: 'ip -6 route del 2001:db8:101::/48',
    type: 'RTM_DELROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      30000000 1900 0500 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 00 00 00 00000000                         # rtmsg
      1400 0100 20010db8010100000000000000000000               # RTA_DST
    `,
    object: { family: 'inet6', dstLen: 48, rtmTable: 254, dst: '2001:db8:101::' },
  },
]

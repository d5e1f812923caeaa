// Routes put before and behind others, all metrics with locks, realms, several ways with encapsulations; questions.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const routeMore: readonly Fixture<typeof messages.route>[] = [
  {
    command: 'ip route append 10.0.0.0/8 via 192.168.15.3',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_CREATE', 'NLM_F_APPEND'],
    bytes: `
      2c000000 1800 050c 00000000 00000000                     # nlmsghdr
      02 08 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0100 0a000000                                       # RTA_DST
      0800 0500 c0a80f03                                       # RTA_GATEWAY
    `,
    object: { family: 'inet', dstLen: 8, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '10.0.0.0', gateway: '192.168.15.3' },
  },
  {
    command: 'ip route prepend 10.0.0.0/8 via 192.168.15.4',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_CREATE'],
    bytes: `
      2c000000 1800 0504 00000000 00000000                     # nlmsghdr
      02 08 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0100 0a000000                                       # RTA_DST
      0800 0500 c0a80f04                                       # RTA_GATEWAY
    `,
    object: { family: 'inet', dstLen: 8, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '10.0.0.0', gateway: '192.168.15.4' },
  },
  {
    command: 'ip route change 10.0.0.0/8 via 192.168.15.5',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_REPLACE'],
    bytes: `
      2c000000 1800 0501 00000000 00000000                     # nlmsghdr
      02 08 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0100 0a000000                                       # RTA_DST
      0800 0500 c0a80f05                                       # RTA_GATEWAY
    `,
    object: { family: 'inet', dstLen: 8, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '10.0.0.0', gateway: '192.168.15.5' },
  },
  {
    command: 'ip -6 route append 2001:db8:101::/48 via 2001:db8::3',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_CREATE', 'NLM_F_APPEND'],
    bytes: `
      44000000 1800 050c 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 20010db8010100000000000000000000               # RTA_DST
      1400 0500 20010db8000000000000000000000003               # RTA_GATEWAY
    `,
    object: { family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '2001:db8:101::', gateway: '2001:db8::3' },
  },
  {
    command: 'ip route add 10.20.0.0/24 via 192.168.15.2 mtu lock 1400 window lock 20000 rtt 100ms rttvar 20ms ssthresh ' +
      '10 cwnd lock 20 advmss 1360 reordering 5 hoplimit 64 initcwnd 20 initrwnd 30 rto_min 50ms quickack 1 ' +
      'congctl lock reno features ecn fastopen_no_cookie 1',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      b8000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0100 0a140000                                       # RTA_DST
      0800 0500 c0a80f02                                       # RTA_GATEWAY
      8c00 0800                                                # RTA_METRICS
        0800 0200 78050000                                     #   RTAX_MTU
        0800 0300 204e0000                                     #   RTAX_WINDOW
        0800 0400 20030000                                     #   RTAX_RTT
        0800 0500 50000000                                     #   RTAX_RTTVAR
        0800 0600 0a000000                                     #   RTAX_SSTHRESH
        0800 0700 14000000                                     #   RTAX_CWND
        0800 0800 50050000                                     #   RTAX_ADVMSS
        0800 0900 05000000                                     #   RTAX_REORDERING
        0800 0a00 40000000                                     #   RTAX_HOPLIMIT
        0800 0b00 14000000                                     #   RTAX_INITCWND
        0800 0e00 1e000000                                     #   RTAX_INITRWND
        0800 0d00 32000000                                     #   RTAX_RTO_MIN
        0800 0f00 01000000                                     #   RTAX_QUICKACK
        0800 1000 72656e6f                                     #   RTAX_CC_ALGO reno
        0800 0c00 01000000                                     #   RTAX_FEATURES
        0800 1100 01000000                                     #   RTAX_FASTOPEN_NO_COOKIE
        0800 0100 8c200100                                     #   RTAX_LOCK
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '10.20.0.0', gateway: '192.168.15.2',
      metrics: {
        mtu: 1400, window: 20000, rtt: 800, rttvar: 80, ssthresh: 10, cwnd: 20, advmss: 1360, reordering: 5, hoplimit: 64, initcwnd: 20,
        initrwnd: 30, rtoMin: 50, quickack: true, ccAlgo: 'reno', features: ['ecn'], fastopenNoCookie: true,
        lock: ['mtu', 'window', 'cwnd', 'rto_min', 'cc_algo'],
      },
    },
    lossy: 'a congestion control algorithm goes out with its NUL',
  },
  {
    command: 'ip route add 10.21.0.0/24 via 192.168.15.2 realms 1/2',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      34000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0100 0a150000                                       # RTA_DST
      0800 0500 c0a80f02                                       # RTA_GATEWAY
      0800 0b00 02000100                                       # RTA_FLOW
    `,
    object: { family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '10.21.0.0', gateway: '192.168.15.2', flow: 65538 },
  },
  {
    command: 'ip route add 10.21.1.0/24 via 192.168.15.2 realms 7',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      34000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0100 0a150100                                       # RTA_DST
      0800 0500 c0a80f02                                       # RTA_GATEWAY
      0800 0b00 07000000                                       # RTA_FLOW
    `,
    object: { family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '10.21.1.0', gateway: '192.168.15.2', flow: 7 },
  },
  {
    command: 'ip route add 10.23.0.0/24 via 192.168.15.2 ttl-propagate disabled',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      34000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0100 0a170000                                       # RTA_DST
      0800 0500 c0a80f02                                       # RTA_GATEWAY
      0500 1a00 00 000000                                      # RTA_TTL_PROPAGATE
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '10.23.0.0', gateway: '192.168.15.2',
      ttlPropagate: false,
    },
  },
  {
    command: 'ip -6 route add 2001:db8:201::/48 via 2001:db8::2 mtu lock 1300 hoplimit 5 features ecn',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      68000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 20010db8020100000000000000000000               # RTA_DST
      1400 0500 20010db8000000000000000000000002               # RTA_GATEWAY
      2400 0800                                                # RTA_METRICS
        0800 0200 14050000                                     #   RTAX_MTU
        0800 0a00 05000000                                     #   RTAX_HOPLIMIT
        0800 0c00 01000000                                     #   RTAX_FEATURES
        0800 0100 04000000                                     #   RTAX_LOCK
    `,
    object: {
      family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '2001:db8:201::', gateway: '2001:db8::2',
      metrics: { mtu: 1300, hoplimit: 5, features: ['ecn'], lock: ['mtu'] },
    },
  },
  {
    command: 'ip route get 10.20.0.7 from 192.168.15.1 tos 0x10 uid 7 ipproto tcp sport 1000 dport 80',
    type: 'RTM_GETROUTE', flags: ['NLM_F_REQUEST'],
    bytes: `
      4c000000 1a00 0100 00000000 00000000                     # nlmsghdr
      02 20 20 10 00 00 00 00 00100000                         # rtmsg
      0800 0100 0a140007                                       # RTA_DST
      0800 0200 c0a80f01                                       # RTA_SRC
      0800 1900 07000000                                       # RTA_UID
      0500 1b00 06 000000                                      # RTA_IP_PROTO
      0600 1c00 03e8 0000                                      # RTA_SPORT
      0600 1d00 0050 0000                                      # RTA_DPORT
    `,
    object: {
      family: 'inet', dstLen: 32, srcLen: 32, tos: 16, flags: ['lookup_table'], dst: '10.20.0.7', src: '192.168.15.1', uid: 7,
      ipProto: 'tcp', sport: 1000, dport: 80,
    },
  },
  {
    command: 'ip route get fibmatch 10.20.0.7 oif v0 mark 0x10',
    type: 'RTM_GETROUTE', flags: ['NLM_F_REQUEST'],
    bytes: `
      34000000 1a00 0100 00000000 00000000                     # nlmsghdr
      02 20 00 00 00 00 00 00 00300000                         # rtmsg
      0800 0100 0a140007                                       # RTA_DST
      0800 0400 02000000                                       # RTA_OIF
      0800 1000 10000000                                       # RTA_MARK
    `,
    object: { family: 'inet', dstLen: 32, flags: ['lookup_table', 'fib_match'], dst: '10.20.0.7', oif: 2, mark: 16 },
  },
  {
    command: 'ip route get 10.20.0.7 from 192.168.15.77 iif v0 tos 0x10',
    type: 'RTM_GETROUTE', flags: ['NLM_F_REQUEST'],
    bytes: `
      34000000 1a00 0100 00000000 00000000                     # nlmsghdr
      02 20 20 10 00 00 00 00 00100000                         # rtmsg
      0800 0100 0a140007                                       # RTA_DST
      0800 0200 c0a80f4d                                       # RTA_SRC
      0800 0300 02000000                                       # RTA_IIF
    `,
    object: { family: 'inet', dstLen: 32, srcLen: 32, tos: 16, flags: ['lookup_table'], dst: '10.20.0.7', src: '192.168.15.77', iif: 2 },
  },
  {
    command: 'ip -6 route get 2001:db8:201::1 from 2001:db8::1 oif v0 mark 5 ipproto udp sport 7 dport 8',
    type: 'RTM_GETROUTE', flags: ['NLM_F_REQUEST'],
    bytes: `
      6c000000 1a00 0100 00000000 00000000                     # nlmsghdr
      0a 80 80 00 00 00 00 00 00000000                         # rtmsg
      1400 0100 20010db8020100000000000000000001               # RTA_DST
      1400 0200 20010db8000000000000000000000001               # RTA_SRC
      0500 1b00 11 000000                                      # RTA_IP_PROTO
      0600 1c00 0007 0000                                      # RTA_SPORT
      0600 1d00 0008 0000                                      # RTA_DPORT
      0800 0400 02000000                                       # RTA_OIF
      0800 1000 05000000                                       # RTA_MARK
    `,
    object: {
      family: 'inet6', dstLen: 128, srcLen: 128, dst: '2001:db8:201::1', src: '2001:db8::1', ipProto: 'udp', sport: 7, dport: 8, oif: 2,
      mark: 5,
    },
  },
  {
    command: 'ip -6 route get fibmatch 2001:db8:201::1',
    type: 'RTM_GETROUTE', flags: ['NLM_F_REQUEST'],
    bytes: `
      30000000 1a00 0100 00000000 00000000                     # nlmsghdr
      0a 80 00 00 00 00 00 00 00200000                         # rtmsg
      1400 0100 20010db8020100000000000000000001               # RTA_DST
    `,
    object: { family: 'inet6', dstLen: 128, flags: ['fib_match'], dst: '2001:db8:201::1' },
  },
  {
    command: 'ip route add 10.22.0.0/24 nexthop encap mpls 100 via 192.168.15.2 dev v0 realms 3 nexthop encap mpls ' +
      '200/300 via 10.9.0.2 dev v1 weight 2',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      7c000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0100 0a160000                                       # RTA_DST
      5800 0900                                                # RTA_MULTIPATH
        2c00 00 00 02000000                                    #   rtnexthop, with its length
        0c00 1680                                              #   RTA_ENCAP
          0800 0100 00064100                                   #     MPLS_IPTUNNEL_DST
        0600 1500 0100 0000                                    #   RTA_ENCAP_TYPE
        0800 0500 c0a80f02                                     #   RTA_GATEWAY
        0800 0b00 03000000                                     #   RTA_FLOW
        2800 00 01 03000000                                    #   rtnexthop, with its length
        1000 1680                                              #   RTA_ENCAP
          0c00 0100 000c80000012c100                           #     MPLS_IPTUNNEL_DST
        0600 1500 0100 0000                                    #   RTA_ENCAP_TYPE
        0800 0500 0a090002                                     #   RTA_GATEWAY
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '10.22.0.0',
      multipath: [
        { ifindex: 2, encap: { dst: [409856] }, encapType: 'mpls', gateway: '192.168.15.2', flow: 3 },
        { hops: 1, ifindex: 3, encap: { dst: [819200, 1229056] }, encapType: 'mpls', gateway: '10.9.0.2' },
      ],
    },
  },
  {
    command: 'ip route add 10.24.0.0/24 dev v0 scope link metric 5 features ecn',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      40000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 fd 01 00000000                         # rtmsg
      0800 0100 0a180000                                       # RTA_DST
      0800 0600 05000000                                       # RTA_PRIORITY
      0800 0400 02000000                                       # RTA_OIF
      0c00 0800                                                # RTA_METRICS
        0800 0c00 01000000                                     #   RTAX_FEATURES
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', scope: 'link', type: 'unicast', dst: '10.24.0.0', priority: 5, oif: 2,
      metrics: { features: ['ecn'] },
    },
  },
  {
    command: 'ip -6 route get 2001:db8:201::1 flowlabel 0x12345',
    type: 'RTM_GETROUTE', flags: ['NLM_F_REQUEST'],
    bytes: `
      38000000 1a00 0100 00000000 00000000                     # nlmsghdr
      0a 80 00 00 00 00 00 00 00000000                         # rtmsg
      1400 0100 20010db8020100000000000000000001               # RTA_DST
      0800 1f00 00012345                                       # RTA_FLOWLABEL
    `,
    object: { family: 'inet6', dstLen: 128, dst: '2001:db8:201::1', flowlabel: 74565 },
  },
  {
    command: 'ip route get 10.20.0.7 vrf vrf9',
    type: 'RTM_GETROUTE', flags: ['NLM_F_REQUEST'],
    bytes: `
      2c000000 1a00 0100 00000000 00000000                     # nlmsghdr
      02 20 00 00 00 00 00 00 00100000                         # rtmsg
      0800 0100 0a140007                                       # RTA_DST
      0800 0400 03000000                                       # RTA_OIF
    `,
    object: { family: 'inet', dstLen: 32, flags: ['lookup_table'], dst: '10.20.0.7', oif: 3 },
  },
]

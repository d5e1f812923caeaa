// IPv4 routes by several ways, through IPv6, with metrics, encapsulated.

import { messages } from '../../lib/schema/messages.ts'
import { hex, type Fixture } from './golden.ts'

export const routeWays: readonly Fixture<typeof messages.route>[] = [
  {
    command: 'ip route add 10.6.0.0/24 via 172.16.0.1 dev v0 onlink',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      34000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 00 01 04000000                         # rtmsg
      0800 0100 0a060000                                       # RTA_DST
      0800 0500 ac100001                                       # RTA_GATEWAY
      0800 0400 03000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', type: 'unicast', flags: ['onlink'], dst: '10.6.0.0',
      gateway: '172.16.0.1', oif: 3,
    },
  },
  {
    command: 'ip route add 10.7.0.0/24 via inet6 fe80::5 dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      44000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0100 0a070000                                       # RTA_DST
      1600 1200 0a00fe800000000000000000000000000005 0000      # RTA_VIA
      0800 0400 03000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '10.7.0.0',
      via: { family: 'inet6', addr: hex('fe800000000000000000000000000005') }, oif: 3,
    },
  },
  {
    command: 'ip route add 10.8.0.0/24 nexthop via 192.168.15.2 dev v0 weight 3 nexthop via 10.9.0.2 dev v1 weight 1 nexthop dev v0 ' +
      'weight 256',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      50000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0100 0a080000                                       # RTA_DST
      2c00 0900                                                # RTA_MULTIPATH
        1000 00 02 03000000                                    #   rtnexthop
          0800 0500 c0a80f02                                   #     RTA_GATEWAY
        1000 00 00 02000000                                    #   rtnexthop
          0800 0500 0a090002                                   #     RTA_GATEWAY
        0800 00 ff 03000000                                    #   rtnexthop
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '10.8.0.0',
      multipath: [{ hops: 2, ifindex: 3, gateway: '192.168.15.2' }, { ifindex: 2, gateway: '10.9.0.2' }, { hops: 255, ifindex: 3 }],
    },
  },
  {
    command: 'ip route add 10.8.1.0/24 nexthop via inet6 fe80::5 dev v0 weight 1 nexthop via 172.16.0.9 dev v1 weight 2 onlink',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      58000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0100 0a080100                                       # RTA_DST
      3400 0900                                                # RTA_MULTIPATH
        2000 00 00 03000000                                    #   rtnexthop
          1600 1200 0a00fe800000000000000000000000000005 0000  #     RTA_VIA
        1000 04 01 02000000                                    #   rtnexthop
          0800 0500 ac100009                                   #     RTA_GATEWAY
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '10.8.1.0',
      multipath: [
        { ifindex: 3, via: { family: 'inet6', addr: hex('fe800000000000000000000000000005') } },
        { flags: ['onlink'], hops: 1, ifindex: 2, gateway: '172.16.0.9' },
      ],
    },
  },
  {
    command: 'ip route add 10.10.0.0/24 via 192.168.15.2 mtu lock 1400 advmss 1360 window 20000 hoplimit 64 initcwnd 20 initrwnd 30 ' +
      'rto_min 50ms quickack 1 congctl reno features ecn',
    lossy: 'ip(8) sends the name of the algorithm without a NUL; ip_metrics_convert reads either',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      88000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0100 0a0a0000                                       # RTA_DST
      0800 0500 c0a80f02                                       # RTA_GATEWAY
      5c00 0800                                                # RTA_METRICS
        0800 0200 78050000                                     #   RTAX_MTU
        0800 0800 50050000                                     #   RTAX_ADVMSS
        0800 0300 204e0000                                     #   RTAX_WINDOW
        0800 0a00 40000000                                     #   RTAX_HOPLIMIT
        0800 0b00 14000000                                     #   RTAX_INITCWND
        0800 0e00 1e000000                                     #   RTAX_INITRWND
        0800 0d00 32000000                                     #   RTAX_RTO_MIN
        0800 0f00 01000000                                     #   RTAX_QUICKACK
        0800 1000 72656e6f                                     #   RTAX_CC_ALGO reno
        0800 0c00 01000000                                     #   RTAX_FEATURES
        0800 0100 04200000                                     #   RTAX_LOCK
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '10.10.0.0', gateway: '192.168.15.2',
      metrics: {
        mtu: 1400, advmss: 1360, window: 20000, hoplimit: 64, initcwnd: 20, initrwnd: 30, rtoMin: 50, quickack: true, ccAlgo: 'reno',
        features: ['ecn'], lock: ['mtu', 'rto_min'],
      },
    },
  },
  {
    command: 'ip route add 10.10.1.0/24 via 192.168.15.2 rtt 10ms rttvar 5ms ssthresh 100 cwnd lock 10 reordering 5 ' +
      'fastopen_no_cookie 1 realms 3/4',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      70000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0100 0a0a0100                                       # RTA_DST
      0800 0500 c0a80f02                                       # RTA_GATEWAY
      0800 0b00 04000300                                       # RTA_FLOW
      3c00 0800                                                # RTA_METRICS
        0800 0400 50000000                                     #   RTAX_RTT
        0800 0500 14000000                                     #   RTAX_RTTVAR
        0800 0600 64000000                                     #   RTAX_SSTHRESH
        0800 0700 0a000000                                     #   RTAX_CWND
        0800 0900 05000000                                     #   RTAX_REORDERING
        0800 1100 01000000                                     #   RTAX_FASTOPEN_NO_COOKIE
        0800 0100 80000000                                     #   RTAX_LOCK
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '10.10.1.0', gateway: '192.168.15.2',
      flow: 196612, metrics: { rtt: 80, rttvar: 20, ssthresh: 100, cwnd: 10, reordering: 5, fastopenNoCookie: true, lock: ['cwnd'] },
    },
  },
  {
    command: 'ip route add 10.11.0.0/24 nhid 5',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      2c000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0100 0a0b0000                                       # RTA_DST
      0800 1e00 05000000                                       # RTA_NH_ID
    `,
    object: { family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '10.11.0.0', nhId: 5 },
  },
  {
    command: 'ip route add 10.12.0.0/24 via 192.168.15.2 ttl-propagate enabled',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      34000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0100 0a0c0000                                       # RTA_DST
      0800 0500 c0a80f02                                       # RTA_GATEWAY
      0500 1a00 01 000000                                      # RTA_TTL_PROPAGATE
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '10.12.0.0', gateway: '192.168.15.2',
      ttlPropagate: true,
    },
  },
  {
    command: 'ip route add 10.13.0.0/24 encap mpls 100 via 192.168.15.2',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      40000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0100 0a0d0000                                       # RTA_DST
      0c00 1680 0800010000064100                               # RTA_ENCAP
      0600 1500 0100 0000                                      # RTA_ENCAP_TYPE
      0800 0500 c0a80f02                                       # RTA_GATEWAY
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '10.13.0.0',
      encap: { dst: [409856] }, encapType: 'mpls', gateway: '192.168.15.2',
    },
  },
]

// Routes with encapsulations, as the kernel (Linux 6.12) shows them.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const encapAnswers: readonly Fixture<typeof messages.route>[] = [
  {
    command: 'ip route show root 10.16.0.0/12',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      84000000 1800 2200 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      0800 0100 0a160000                                       # RTA_DST
      5800 0900                                                # RTA_MULTIPATH
        2c00 00 00 02000000                                    #   rtnexthop, with its length
        0800 0500 c0a80f02                                     #   RTA_GATEWAY
        0c00 1600                                              #   RTA_ENCAP
          0800 0100 00064100                                   #     MPLS_IPTUNNEL_DST
        0600 1500 0100 0000                                    #   RTA_ENCAP_TYPE
        0800 0b00 03000000                                     #   RTA_FLOW
        2800 00 01 02000000                                    #   rtnexthop, with its length
        0800 0500 c0a80f03                                     #   RTA_GATEWAY
        1000 1600                                              #   RTA_ENCAP
          0c00 0100 000c80000012c100                           #     MPLS_IPTUNNEL_DST
        0600 1500 0100 0000                                    #   RTA_ENCAP_TYPE
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', type: 'unicast', table: 254, dst: '10.22.0.0',
      multipath: [
        { ifindex: 2, gateway: '192.168.15.2', encap: { dst: [409856] }, encapType: 'mpls', flow: 3 },
        { hops: 1, ifindex: 2, gateway: '192.168.15.3', encap: { dst: [819200, 1229056] }, encapType: 'mpls' },
      ],
    },
  },
  {
    command: 'ip route show root 10.16.0.0/12',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      5c000000 1800 2200 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      0800 0100 0a1e0000                                       # RTA_DST
      0800 0500 c0a80f02                                       # RTA_GATEWAY
      0800 0400 02000000                                       # RTA_OIF
      1800 1600                                                # RTA_ENCAP
        0c00 0100 00064000000c8100                             #   MPLS_IPTUNNEL_DST
        0500 0200 05 000000                                    #   MPLS_IPTUNNEL_TTL
      0600 1500 0100 0000                                      # RTA_ENCAP_TYPE
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', table: 254, dst: '10.30.0.0', gateway: '192.168.15.2', oif: 2,
      encap: { dst: [409600, 819456], ttl: 5 }, type: 'unicast', encapType: 'mpls',
    },
  },
  {
    command: 'ip route show root 10.16.0.0/12',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      74000000 1800 2200 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 fd 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      0800 0100 0a1e0100                                       # RTA_DST
      0800 0400 02000000                                       # RTA_OIF
      3800 1600                                                # RTA_ENCAP
        0c00 0100 000000000000002a                             #   LWTUNNEL_IP_ID
        0800 0200 ac100009                                     #   LWTUNNEL_IP_DST
        0800 0300 ac100001                                     #   LWTUNNEL_IP_SRC
        0500 0500 10 000000                                    #   LWTUNNEL_IP_TOS
        0500 0400 09 000000                                    #   LWTUNNEL_IP_TTL
        0600 0600 000d 0000                                    #   LWTUNNEL_IP_FLAGS
      0600 1500 0200 0000                                      # RTA_ENCAP_TYPE
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', scope: 'link', table: 254, dst: '10.30.1.0', oif: 2,
      encap: { id: 42n, dst: '172.16.0.9', src: '172.16.0.1', tos: 16, ttl: 9, flags: ['csum', 'key', 'seq'] }, type: 'unicast',
      encapType: 'ip',
    },
  },
  {
    command: 'ip route show root 10.16.0.0/12',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      8c000000 1800 2200 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 fd 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      0800 0100 0a1e0300                                       # RTA_DST
      0800 0400 02000000                                       # RTA_OIF
      5000 1600                                                # RTA_ENCAP
        0c00 0100 000000000000002a                             #   LWTUNNEL_IP6_ID
        1400 0200 20010db8000000000000000000000009             #   LWTUNNEL_IP6_DST
        1400 0300 20010db8000000000000000000000001             #   LWTUNNEL_IP6_SRC
        0500 0500 10 000000                                    #   LWTUNNEL_IP6_TC
        0500 0400 09 000000                                    #   LWTUNNEL_IP6_HOPLIMIT
        0600 0600 0004 0000                                    #   LWTUNNEL_IP6_FLAGS
      0600 1500 0400 0000                                      # RTA_ENCAP_TYPE
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', scope: 'link', table: 254, dst: '10.30.3.0', oif: 2,
      encap: { id: 42n, dst: '2001:db8::9', src: '2001:db8::1', tc: 16, hoplimit: 9, flags: ['key'] }, type: 'unicast', encapType: 'ip6',
    },
  },
  {
    command: 'ip route show root 10.16.0.0/12',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      3c000000 1800 2200 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 02 fd 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      0800 0100 c0a80f00                                       # RTA_DST
      0800 0700 c0a80f01                                       # RTA_PREFSRC
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'kernel', scope: 'link', type: 'unicast', table: 254, dst: '192.168.15.0',
      prefsrc: '192.168.15.1', oif: 2,
    },
  },
]

// MPLS routes, as the kernel (Linux 6.12) shows them.

import { messages } from '../../lib/schema/messages.ts'
import { hex, type Fixture } from './golden.ts'

export const mplsAnswers: readonly Fixture<typeof messages.route>[] = [
  {
    command: 'ip -f mpls route show',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      38000000 1800 2200 00000000 00000000                     # nlmsghdr
      1c 14 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0100 00064100                                       # RTA_DST
      0a00 1200                                                # RTA_VIA
        0200 c0a80f02 0000                                     #   rtvia
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'mpls', dstLen: 20, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '0.6.65.0',
      via: { family: 'inet', addr: hex('c0a80f02') }, oif: 2,
    },
  },
  {
    command: 'ip -f mpls route show',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      44000000 1800 2200 00000000 00000000                     # nlmsghdr
      1c 14 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0100 00065100                                       # RTA_DST
      0c00 1300 000c80000012c100                               # RTA_NEWDST
      0a00 1200                                                # RTA_VIA
        0200 c0a80f02 0000                                     #   rtvia
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'mpls', dstLen: 20, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '0.6.81.0', newdst: [819200, 1229056],
      via: { family: 'inet', addr: hex('c0a80f02') }, oif: 2,
    },
  },
  {
    command: 'ip -f mpls route show',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      2c000000 1800 2200 00000000 00000000                     # nlmsghdr
      1c 14 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0100 00066100                                       # RTA_DST
      0800 0400 01000000                                       # RTA_OIF
    `,
    object: { family: 'mpls', dstLen: 20, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '0.6.97.0', oif: 1 },
  },
  {
    command: 'ip -f mpls route show',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      4c000000 1800 2200 00000000 00000000                     # nlmsghdr
      1c 14 00 00 fe 04 00 01 00000000                         # rtmsg
      0800 0100 00067100                                       # RTA_DST
      0500 1a00 00 000000                                      # RTA_TTL_PROPAGATE
      1600 1200                                                # RTA_VIA
        0a00 fe800000000000000000000000000005 0000             #   rtvia
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'mpls', dstLen: 20, rtmTable: 254, protocol: 'static', type: 'unicast', dst: '0.6.113.0', ttlPropagate: false,
      via: { family: 'inet6', addr: hex('fe800000000000000000000000000005') }, oif: 2,
    },
  },
  {
    command: 'ip -f mpls route show',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      58000000 1800 2200 00000000 00000000                     # nlmsghdr
      1c 14 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0100 00068100                                       # RTA_DST
      3400 0900                                                # RTA_MULTIPATH
        1c00 00 00 02000000                                    #   rtnexthop, with its length
        0800 1300 000c9100                                     #   RTA_NEWDST
        0a00 1200                                              #   RTA_VIA
          0200 c0a80f02 0000                                   #     rtvia
        1400 00 00 03000000                                    #   rtnexthop, with its length
        0a00 1200                                              #   RTA_VIA
          0200 0a090002 0000                                   #     rtvia
    `,
    object: {
      family: 'mpls', dstLen: 20, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '0.6.129.0',
      multipath: [
        { ifindex: 2, newdst: [823552], via: { family: 'inet', addr: hex('c0a80f02') } },
        { ifindex: 3, via: { family: 'inet', addr: hex('0a090002') } },
      ],
    },
  },
  {
    command: 'ip -f mpls route show',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      38000000 1800 2200 00000000 00000000                     # nlmsghdr
      1c 14 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0100 00069100                                       # RTA_DST
      0c00 1200                                                # RTA_VIA
        1100 020000000005                                      #   rtvia
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'mpls', dstLen: 20, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '0.6.145.0',
      via: { family: 'packet', addr: hex('020000000005') }, oif: 2,
    },
  },
]

// Nexthop objects and buckets, as the kernel (Linux 6.12) shows them.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const nexthopAnswers: readonly Fixture<typeof messages.nexthop>[] = [
  {
    command: 'ip nexthop show',
    type: 'RTM_NEWNEXTHOP', flags: ['NLM_F_MULTI'],
    bytes: `
      30000000 6800 0200 00000000 00000000                     # nlmsghdr
      02 fd 00 00 00000000                                     # nhmsg
      0800 0100 01000000                                       # NHA_ID
      0800 0500 02000000                                       # NHA_OIF
      0800 0600 c0a80f02                                       # NHA_GATEWAY
    `,
    object: { family: 'inet', scope: 'link', id: 1, oif: 2, gateway: '192.168.15.2' },
  },
  {
    command: 'ip nexthop show',
    type: 'RTM_NEWNEXTHOP', flags: ['NLM_F_MULTI'],
    bytes: `
      30000000 6800 0200 00000000 00000000                     # nlmsghdr
      02 fd 4d 00 04000000                                     # nhmsg
      0800 0100 02000000                                       # NHA_ID
      0800 0500 02000000                                       # NHA_OIF
      0800 0600 c0a80f03                                       # NHA_GATEWAY
    `,
    object: { family: 'inet', scope: 'link', protocol: 77, flags: ['onlink'], id: 2, oif: 2, gateway: '192.168.15.3' },
  },
  {
    command: 'ip nexthop show',
    type: 'RTM_NEWNEXTHOP', flags: ['NLM_F_MULTI'],
    bytes: `
      3c000000 6800 0200 00000000 00000000                     # nlmsghdr
      0a fd 00 00 00000000                                     # nhmsg
      0800 0100 03000000                                       # NHA_ID
      0800 0500 02000000                                       # NHA_OIF
      1400 0600 20010db8000000000000000000000002               # NHA_GATEWAY
    `,
    object: { family: 'inet6', scope: 'link', id: 3, oif: 2, gateway: '2001:db8::2' },
  },
  {
    command: 'ip nexthop show',
    type: 'RTM_NEWNEXTHOP', flags: ['NLM_F_MULTI'],
    bytes: `
      24000000 6800 0200 00000000 00000000                     # nlmsghdr
      02 00 00 00 00000000                                     # nhmsg
      0800 0100 05000000                                       # NHA_ID
      0400 0400                                                # NHA_BLACKHOLE
    `,
    object: { family: 'inet', id: 5, blackhole: true },
  },
  {
    command: 'ip nexthop show',
    type: 'RTM_NEWNEXTHOP', flags: ['NLM_F_MULTI'],
    bytes: `
      2c000000 6800 0200 00000000 00000000                     # nlmsghdr
      02 fd 00 00 00000000                                     # nhmsg
      0800 0100 07000000                                       # NHA_ID
      0400 0b00                                                # NHA_FDB
      0800 0600 c0a80f09                                       # NHA_GATEWAY
    `,
    object: { family: 'inet', scope: 'link', id: 7, fdb: true, gateway: '192.168.15.9' },
  },
  {
    command: 'ip nexthop show',
    type: 'RTM_NEWNEXTHOP', flags: ['NLM_F_MULTI'],
    bytes: `
      48000000 6800 0200 00000000 00000000                     # nlmsghdr
      02 fd 00 00 00000000                                     # nhmsg
      0800 0100 08000000                                       # NHA_ID
      0800 0500 02000000                                       # NHA_OIF
      0800 0600 c0a80f03                                       # NHA_GATEWAY
      1000 0800                                                # NHA_ENCAP
        0c00 0100 00064000000c8100                             #   MPLS_IPTUNNEL_DST
      0600 0700 0100 0000                                      # NHA_ENCAP_TYPE
    `,
    object: { family: 'inet', scope: 'link', id: 8, oif: 2, gateway: '192.168.15.3', encap: { dst: [409600, 819456] }, encapType: 'mpls' },
  },
  {
    command: 'ip nexthop show',
    type: 'RTM_NEWNEXTHOP', flags: ['NLM_F_MULTI'],
    bytes: `
      44000000 6800 0200 00000000 00000000                     # nlmsghdr
      00 00 00 00 00000000                                     # nhmsg
      0800 0100 0b000000                                       # NHA_ID
      0600 0300 0000 0000                                      # NHA_GROUP_TYPE
      1400 0200 01000000020000000200000004000000               # NHA_GROUP
      0800 0e00 00000080                                       # NHA_OP_FLAGS
    `,
    object: {
      id: 11, groupType: 'mpath', group: [{ id: 1, weight: 2, weightHigh: 0 }, { id: 2, weight: 4, weightHigh: 0 }],
      opFlags: ['resp_grp_resvd_0'],
    },
  },
  {
    command: 'ip nexthop show',
    type: 'RTM_NEWNEXTHOP', flags: ['NLM_F_MULTI'],
    bytes: `
      6c000000 6800 0200 00000000 00000000                     # nlmsghdr
      00 00 00 00 00000000                                     # nhmsg
      0800 0100 0c000000                                       # NHA_ID
      0600 0300 0100 0000                                      # NHA_GROUP_TYPE
      1400 0200 01000000000000000200000000000000               # NHA_GROUP
      2800 0c80                                                # NHA_RES_GROUP
        0600 0100 0200 0000                                    #   NHA_RES_GROUP_BUCKETS
        0800 0200 70170000                                     #   NHA_RES_GROUP_IDLE_TIMER
        0800 0300 30750000                                     #   NHA_RES_GROUP_UNBALANCED_TIMER
        0c00 0400 0000000000000000                             #   NHA_RES_GROUP_UNBALANCED_TIME
      0800 0e00 00000080                                       # NHA_OP_FLAGS
    `,
    object: {
      id: 12, groupType: 'resilient', group: [{ id: 1, weight: 0, weightHigh: 0 }, { id: 2, weight: 0, weightHigh: 0 }],
      resGroup: { buckets: 2, idleTimer: 6000, unbalancedTimer: 30000, unbalancedTime: 0 }, opFlags: ['resp_grp_resvd_0'],
    },
  },
  {
    command: 'ip nexthop bucket show',
    type: 'RTM_NEWNEXTHOPBUCKET', flags: ['NLM_F_MULTI'],
    bytes: `
      40000000 7400 0200 00000000 00000000                     # nlmsghdr
      00 00 00 00 00000000                                     # nhmsg
      0800 0100 0c000000                                       # NHA_ID
      2000 0d80                                                # NHA_RES_BUCKET
        0600 0100 0000 0000                                    #   NHA_RES_BUCKET_INDEX
        0800 0300 02000000                                     #   NHA_RES_BUCKET_NH_ID
        0c00 0200 3300000000000000                             #   NHA_RES_BUCKET_IDLE_TIME
    `,
    object: { id: 12, resBucket: { index: 0, nhId: 2, idleTime: 51 } },
  },
  {
    command: 'ip nexthop bucket show',
    type: 'RTM_NEWNEXTHOPBUCKET', flags: ['NLM_F_MULTI'],
    bytes: `
      40000000 7400 0200 00000000 00000000                     # nlmsghdr
      00 00 00 00 00000000                                     # nhmsg
      0800 0100 0c000000                                       # NHA_ID
      2000 0d80                                                # NHA_RES_BUCKET
        0600 0100 0100 0000                                    #   NHA_RES_BUCKET_INDEX
        0800 0300 01000000                                     #   NHA_RES_BUCKET_NH_ID
        0c00 0200 3300000000000000                             #   NHA_RES_BUCKET_IDLE_TIME
    `,
    object: { id: 12, resBucket: { index: 1, nhId: 1, idleTime: 51 } },
  },
]

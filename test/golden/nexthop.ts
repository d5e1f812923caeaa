// Nexthop objects and groups, as ip(8) makes them; those with hw_stats by iproute2 6.15.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const nexthop: readonly Fixture<typeof messages.nexthop>[] = [
  {
    command: 'ip nexthop add id 1 via 192.168.15.2 dev v0',
    type: 'RTM_NEWNEXTHOP', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      30000000 6800 0506 00000000 00000000                     # nlmsghdr
      02 00 00 00 00000000                                     # nhmsg
      0800 0100 01000000                                       # NHA_ID
      0800 0600 c0a80f02                                       # NHA_GATEWAY
      0800 0500 02000000                                       # NHA_OIF
    `,
    object: { family: 'inet', id: 1, gateway: '192.168.15.2', oif: 2 },
  },
  {
    command: 'ip nexthop add id 2 via 10.9.0.2 dev v1 proto static',
    type: 'RTM_NEWNEXTHOP', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      30000000 6800 0506 00000000 00000000                     # nlmsghdr
      02 00 04 00 00000000                                     # nhmsg
      0800 0100 02000000                                       # NHA_ID
      0800 0600 0a090002                                       # NHA_GATEWAY
      0800 0500 03000000                                       # NHA_OIF
    `,
    object: { family: 'inet', protocol: 'static', id: 2, gateway: '10.9.0.2', oif: 3 },
  },
  {
    command: 'ip nexthop add id 3 via 2001:db8::2 dev v0',
    type: 'RTM_NEWNEXTHOP', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      3c000000 6800 0506 00000000 00000000                     # nlmsghdr
      0a 00 00 00 00000000                                     # nhmsg
      0800 0100 03000000                                       # NHA_ID
      1400 0600 20010db8000000000000000000000002               # NHA_GATEWAY
      0800 0500 02000000                                       # NHA_OIF
    `,
    object: { family: 'inet6', id: 3, gateway: '2001:db8::2', oif: 2 },
  },
  {
    command: 'ip nexthop add id 4 dev v0',
    type: 'RTM_NEWNEXTHOP', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      28000000 6800 0506 00000000 00000000                     # nlmsghdr
      02 00 00 00 00000000                                     # nhmsg
      0800 0100 04000000                                       # NHA_ID
      0800 0500 02000000                                       # NHA_OIF
    `,
    object: { family: 'inet', id: 4, oif: 2 },
  },
  {
    command: 'ip nexthop add id 5 blackhole',
    type: 'RTM_NEWNEXTHOP', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      24000000 6800 0506 00000000 00000000                     # nlmsghdr
      02 00 00 00 00000000                                     # nhmsg
      0800 0100 05000000                                       # NHA_ID
      0400 0400                                                # NHA_BLACKHOLE
    `,
    object: { family: 'inet', id: 5, blackhole: true },
  },
  {
    command: 'ip nexthop add id 6 via 172.16.0.1 dev v0 onlink',
    type: 'RTM_NEWNEXTHOP', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      30000000 6800 0506 00000000 00000000                     # nlmsghdr
      02 00 00 00 04000000                                     # nhmsg
      0800 0100 06000000                                       # NHA_ID
      0800 0600 ac100001                                       # NHA_GATEWAY
      0800 0500 02000000                                       # NHA_OIF
    `,
    object: { family: 'inet', flags: ['onlink'], id: 6, gateway: '172.16.0.1', oif: 2 },
  },
  {
    command: 'ip nexthop add id 7 via 192.168.15.9 fdb',
    type: 'RTM_NEWNEXTHOP', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      2c000000 6800 0506 00000000 00000000                     # nlmsghdr
      02 00 00 00 00000000                                     # nhmsg
      0800 0100 07000000                                       # NHA_ID
      0800 0600 c0a80f09                                       # NHA_GATEWAY
      0400 0b00                                                # NHA_FDB
    `,
    object: { family: 'inet', id: 7, gateway: '192.168.15.9', fdb: true },
  },
  {
    command: 'ip -6 nexthop add id 9 blackhole',
    type: 'RTM_NEWNEXTHOP', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      24000000 6800 0506 00000000 00000000                     # nlmsghdr
      0a 00 00 00 00000000                                     # nhmsg
      0800 0100 09000000                                       # NHA_ID
      0400 0400                                                # NHA_BLACKHOLE
    `,
    object: { family: 'inet6', id: 9, blackhole: true },
  },
  {
    command: 'ip nexthop add id 10 group 1/2',
    type: 'RTM_NEWNEXTHOP', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      34000000 6800 0506 00000000 00000000                     # nlmsghdr
      00 00 00 00 00000000                                     # nhmsg
      0800 0100 0a000000                                       # NHA_ID
      1400 0200 01000000000000000200000000000000               # NHA_GROUP
    `,
    object: { id: 10, group: [{ id: 1, weight: 0, weightHigh: 0 }, { id: 2, weight: 0, weightHigh: 0 }] },
  },
  {
    command: 'ip nexthop add id 11 group 1,3/2,5 proto 77',
    type: 'RTM_NEWNEXTHOP', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      34000000 6800 0506 00000000 00000000                     # nlmsghdr
      00 00 4d 00 00000000                                     # nhmsg
      0800 0100 0b000000                                       # NHA_ID
      1400 0200 01000000020000000200000004000000               # NHA_GROUP
    `,
    object: { protocol: 77, id: 11, group: [{ id: 1, weight: 2, weightHigh: 0 }, { id: 2, weight: 4, weightHigh: 0 }] },
  },
  {
    command: 'ip nexthop add id 12 group 1/2 type resilient buckets 8 idle_timer 60 unbalanced_timer 300',
    type: 'RTM_NEWNEXTHOP', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      58000000 6800 0506 00000000 00000000                     # nlmsghdr
      00 00 00 00 00000000                                     # nhmsg
      0800 0100 0c000000                                       # NHA_ID
      1400 0200 01000000000000000200000000000000               # NHA_GROUP
      1c00 0c80                                                # NHA_RES_GROUP
        0600 0100 0800 0000                                    #   NHA_RES_GROUP_BUCKETS
        0800 0200 70170000                                     #   NHA_RES_GROUP_IDLE_TIMER
        0800 0300 30750000                                     #   NHA_RES_GROUP_UNBALANCED_TIMER
      0600 0300 0100 0000                                      # NHA_GROUP_TYPE
    `,
    object: {
      id: 12, group: [{ id: 1, weight: 0, weightHigh: 0 }, { id: 2, weight: 0, weightHigh: 0 }],
      resGroup: { buckets: 8, idleTimer: 6000, unbalancedTimer: 30000 }, groupType: 'resilient',
    },
  },
  {
    command: 'ip nexthop add via 192.168.15.4 dev v0',
    type: 'RTM_NEWNEXTHOP', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      28000000 6800 0506 00000000 00000000                     # nlmsghdr
      02 00 00 00 00000000                                     # nhmsg
      0800 0600 c0a80f04                                       # NHA_GATEWAY
      0800 0500 02000000                                       # NHA_OIF
    `,
    object: { family: 'inet', gateway: '192.168.15.4', oif: 2 },
  },
  {
    command: 'ip nexthop add id 13 group 7 fdb',
    type: 'RTM_NEWNEXTHOP', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      30000000 6800 0506 00000000 00000000                     # nlmsghdr
      00 00 00 00 00000000                                     # nhmsg
      0800 0100 0d000000                                       # NHA_ID
      0c00 0200 0700000000000000                               # NHA_GROUP
      0400 0b00                                                # NHA_FDB
    `,
    object: { id: 13, group: [{ id: 7, weight: 0, weightHigh: 0 }], fdb: true },
  },
  {
    command: 'ip nexthop replace id 1 via 192.168.15.7 dev v0',
    type: 'RTM_NEWNEXTHOP', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_REPLACE', 'NLM_F_CREATE'],
    bytes: `
      30000000 6800 0505 00000000 00000000                     # nlmsghdr
      02 00 00 00 00000000                                     # nhmsg
      0800 0100 01000000                                       # NHA_ID
      0800 0600 c0a80f07                                       # NHA_GATEWAY
      0800 0500 02000000                                       # NHA_OIF
    `,
    object: { family: 'inet', id: 1, gateway: '192.168.15.7', oif: 2 },
  },
  {
    command: 'ip nexthop replace id 12 group 1/2,3 type resilient',
    type: 'RTM_NEWNEXTHOP', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_REPLACE', 'NLM_F_CREATE'],
    bytes: `
      3c000000 6800 0505 00000000 00000000                     # nlmsghdr
      00 00 00 00 00000000                                     # nhmsg
      0800 0100 0c000000                                       # NHA_ID
      1400 0200 01000000000000000200000002000000               # NHA_GROUP
      0600 0300 0100 0000                                      # NHA_GROUP_TYPE
    `,
    object: { id: 12, group: [{ id: 1, weight: 0, weightHigh: 0 }, { id: 2, weight: 2, weightHigh: 0 }], groupType: 'resilient' },
  },
  {
    command: 'ip nexthop add id 8 encap mpls 100/200 via 192.168.15.3 dev v0',
    type: 'RTM_NEWNEXTHOP', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      48000000 6800 0506 00000000 00000000                     # nlmsghdr
      02 00 00 00 00000000                                     # nhmsg
      0800 0100 08000000                                       # NHA_ID
      1000 0880                                                # NHA_ENCAP
        0c00 0100 00064000000c8100                             #   MPLS_IPTUNNEL_DST
      0600 0700 0100 0000                                      # NHA_ENCAP_TYPE
      0800 0600 c0a80f03                                       # NHA_GATEWAY
      0800 0500 02000000                                       # NHA_OIF
    `,
    object: { family: 'inet', id: 8, encap: { dst: [409600, 819456] }, encapType: 'mpls', gateway: '192.168.15.3', oif: 2 },
  },
  {
    command: 'ip nexthop add id 3 group 1,300/2 hw_stats on',
    type: 'RTM_NEWNEXTHOP', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      3c000000 6800 0506 00000000 00000000                     # nlmsghdr
      00 00 00 00 00000000                                     # nhmsg
      0800 0100 03000000                                       # NHA_ID
      1400 0200 010000002b0100000200000000000000               # NHA_GROUP
      0800 1000 01000000                                       # NHA_HW_STATS_ENABLE
    `,
    object: { id: 3, group: [{ id: 1, weight: 43, weightHigh: 1 }, { id: 2, weight: 0, weightHigh: 0 }], hwStatsEnable: 1 },
  },
  {
    command: 'ip nexthop add id 4 group 1/2 hw_stats off',
    type: 'RTM_NEWNEXTHOP', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      3c000000 6800 0506 00000000 00000000                     # nlmsghdr
      00 00 00 00 00000000                                     # nhmsg
      0800 0100 04000000                                       # NHA_ID
      1400 0200 01000000000000000200000000000000               # NHA_GROUP
      0800 1000 00000000                                       # NHA_HW_STATS_ENABLE
    `,
    object: { id: 4, group: [{ id: 1, weight: 0, weightHigh: 0 }, { id: 2, weight: 0, weightHigh: 0 }], hwStatsEnable: 0 },
  },
]

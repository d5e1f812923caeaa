// Nexthop objects: deleting, listing, buckets, as ip(8) asks; statistics by iproute2 6.15.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const nexthopQueries: readonly Fixture<typeof messages.nexthop>[] = [
  {
    command: 'ip nexthop del id 10',
    type: 'RTM_DELNEXTHOP', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      20000000 6900 0500 00000000 00000000                     # nlmsghdr
      00 00 00 00 00000000                                     # nhmsg
      0800 0100 0a000000                                       # NHA_ID
    `,
    object: { id: 10 },
  },
  {
    command: 'ip nexthop get id 12',
    type: 'RTM_GETNEXTHOP', flags: ['NLM_F_REQUEST'],
    bytes: `
      20000000 6a00 0100 00000000 00000000                     # nlmsghdr
      00 00 00 00 00000000                                     # nhmsg
      0800 0100 0c000000                                       # NHA_ID
    `,
    object: { id: 12 },
  },
  {
    command: 'ip nexthop show',
    type: 'RTM_GETNEXTHOP', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      18000000 6a00 0103 00000000 00000000                     # nlmsghdr
      00 00 00 00 00000000                                     # nhmsg
    `,
    object: {},
  },
  {
    command: 'ip nexthop show dev v0',
    type: 'RTM_GETNEXTHOP', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      20000000 6a00 0103 00000000 00000000                     # nlmsghdr
      00 00 00 00 00000000                                     # nhmsg
      0800 0500 02000000                                       # NHA_OIF
    `,
    object: { oif: 2 },
  },
  {
    command: 'ip nexthop show groups',
    type: 'RTM_GETNEXTHOP', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      1c000000 6a00 0103 00000000 00000000                     # nlmsghdr
      00 00 00 00 00000000                                     # nhmsg
      0400 0900                                                # NHA_GROUPS
    `,
    object: { groups: true },
  },
  {
    command: 'ip nexthop show fdb',
    type: 'RTM_GETNEXTHOP', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      1c000000 6a00 0103 00000000 00000000                     # nlmsghdr
      00 00 00 00 00000000                                     # nhmsg
      0400 0b00                                                # NHA_FDB
    `,
    object: { fdb: true },
  },
  {
    command: 'ip nexthop bucket show',
    type: 'RTM_GETNEXTHOPBUCKET', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      18000000 7600 0103 00000000 00000000                     # nlmsghdr
      00 00 00 00 00000000                                     # nhmsg
    `,
    object: {},
  },
  {
    command: 'ip nexthop bucket show id 12',
    type: 'RTM_GETNEXTHOPBUCKET', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      20000000 7600 0103 00000000 00000000                     # nlmsghdr
      00 00 00 00 00000000                                     # nhmsg
      0800 0100 0c000000                                       # NHA_ID
    `,
    object: { id: 12 },
  },
  {
    command: 'ip nexthop bucket show nhid 1',
    type: 'RTM_GETNEXTHOPBUCKET', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      24000000 7600 0103 00000000 00000000                     # nlmsghdr
      00 00 00 00 00000000                                     # nhmsg
      0c00 0d80                                                # NHA_RES_BUCKET
        0800 0300 01000000                                     #   NHA_RES_BUCKET_NH_ID
    `,
    object: { resBucket: { nhId: 1 } },
  },
  {
    command: 'ip nexthop bucket get id 12 index 0',
    type: 'RTM_GETNEXTHOPBUCKET', flags: ['NLM_F_REQUEST'],
    bytes: `
      2c000000 7600 0100 00000000 00000000                     # nlmsghdr
      00 00 00 00 00000000                                     # nhmsg
      0800 0100 0c000000                                       # NHA_ID
      0c00 0d80                                                # NHA_RES_BUCKET
        0600 0100 0000 0000                                    #   NHA_RES_BUCKET_INDEX
    `,
    object: { id: 12, resBucket: { index: 0 } },
  },
  {
    command: 'ip nexthop show proto 4',
    type: 'RTM_GETNEXTHOP', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      18000000 6a00 0103 00000000 00000000                     # nlmsghdr
      00 00 00 00 00000000                                     # nhmsg
    `,
    object: {},
  },
  {
    command: 'ip -s nexthop show',
    type: 'RTM_GETNEXTHOP', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      20000000 6a00 0103 00000000 00000000                     # nlmsghdr
      00 00 00 00 00000000                                     # nhmsg
      0800 0e00 01000000                                       # NHA_OP_FLAGS
    `,
    object: { opFlags: ['dump_stats'] },
  },
  {
    command: 'ip -s -s nexthop show',
    type: 'RTM_GETNEXTHOP', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      20000000 6a00 0103 00000000 00000000                     # nlmsghdr
      00 00 00 00 00000000                                     # nhmsg
      0800 0e00 03000000                                       # NHA_OP_FLAGS
    `,
    object: { opFlags: ['dump_stats', 'dump_hw_stats'] },
  },
  {
    command: 'ip -s nexthop get id 3',
    type: 'RTM_GETNEXTHOP', flags: ['NLM_F_REQUEST'],
    bytes: `
      28000000 6a00 0100 00000000 00000000                     # nlmsghdr
      00 00 00 00 00000000                                     # nhmsg
      0800 0100 03000000                                       # NHA_ID
      0800 0e00 01000000                                       # NHA_OP_FLAGS
    `,
    object: { id: 3, opFlags: ['dump_stats'] },
  },
  {
    command: 'ip nexthop show id 3',
    type: 'RTM_GETNEXTHOP', flags: ['NLM_F_REQUEST'],
    bytes: `
      28000000 6a00 0100 00000000 00000000                     # nlmsghdr
      00 00 00 00 00000000                                     # nhmsg
      0800 0100 03000000                                       # NHA_ID
      0800 0e00 00000000                                       # NHA_OP_FLAGS
    `,
    object: { id: 3, opFlags: [] },
  },
  {
    command: 'ip nexthop show master v0',
    type: 'RTM_GETNEXTHOP', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      20000000 6a00 0103 00000000 00000000                     # nlmsghdr
      00 00 00 00 00000000                                     # nhmsg
      0800 0a00 02000000                                       # NHA_MASTER
    `,
    object: { master: 2 },
  },
]

// Entries of forwarding databases: bridge-fdb(8).

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const fdb: readonly Fixture<typeof messages.neighbor>[] = [
  {
    command: 'bridge fdb add 02:00:00:00:00:0c dev v1 master static',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      28000000 1c00 0506 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000 4200 04 00                           # ndmsg
      0a00 0200 02000000000c 0000                              # NDA_LLADDR
    `,
    object: { family: 'bridge', ifindex: 3, state: ['reachable', 'noarp'], flags: ['master'], lladdr: '02:00:00:00:00:0c' },
  },
  {
    command: 'bridge fdb add 02:00:00:00:00:0d dev v1 vlan 1 master static sticky',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      30000000 1c00 0506 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000 4200 44 00                           # ndmsg
      0a00 0200 02000000000d 0000                              # NDA_LLADDR
      0600 0500 0100 0000                                      # NDA_VLAN
    `,
    object: {
      family: 'bridge', ifindex: 3, state: ['reachable', 'noarp'], flags: ['master', 'sticky'], lladdr: '02:00:00:00:00:0d', vlan: 1,
    },
  },
  {
    command: 'bridge fdb replace 02:00:00:00:00:0c dev v1 master dynamic extern_learn',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_REPLACE', 'NLM_F_CREATE'],
    bytes: `
      28000000 1c00 0505 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000 0200 14 00                           # ndmsg
      0a00 0200 02000000000c 0000                              # NDA_LLADDR
    `,
    object: { family: 'bridge', ifindex: 3, state: ['reachable'], flags: ['master', 'extern_learn'], lladdr: '02:00:00:00:00:0c' },
  },
  {
    command: 'bridge fdb append 00:00:00:00:00:00 dev v0 dst 10.0.0.9 port 4790 vni 100 src_vni 7 via v1 self permanent',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_CREATE', 'NLM_F_APPEND'],
    bytes: `
      50000000 1c00 050c 00000000 00000000                     # nlmsghdr
      07 00 0000 04000000 c000 02 00                           # ndmsg
      0a00 0200 000000000000 0000                              # NDA_LLADDR
      0800 0100 0a000009                                       # NDA_DST
      0600 0600 12b6 0000                                      # NDA_PORT
      0800 0700 64000000                                       # NDA_VNI
      0800 0b00 07000000                                       # NDA_SRC_VNI
      0800 0800 03000000                                       # NDA_IFINDEX
    `,
    object: {
      family: 'bridge', ifindex: 4, state: ['noarp', 'permanent'], flags: ['self'], lladdr: '00:00:00:00:00:00', dst: '10.0.0.9',
      port: 4790, vni: 100, srcVni: 7, ndaIfindex: 3,
    },
  },
  {
    command: 'bridge fdb add 02:00:00:00:00:0e dev v0 dst 2001:db8::e vni 5',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      44000000 1c00 0506 00000000 00000000                     # nlmsghdr
      07 00 0000 04000000 c000 02 00                           # ndmsg
      0a00 0200 02000000000e 0000                              # NDA_LLADDR
      1400 0100 20010db800000000000000000000000e               # NDA_DST
      0800 0700 05000000                                       # NDA_VNI
    `,
    object: {
      family: 'bridge', ifindex: 4, state: ['noarp', 'permanent'], flags: ['self'], lladdr: '02:00:00:00:00:0e', dst: '2001:db8::e',
      vni: 5,
    },
  },
  {
    command: 'bridge fdb add 02:00:00:00:00:0f dev v0 nhid 12 self',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      30000000 1c00 0506 00000000 00000000                     # nlmsghdr
      07 00 0000 04000000 c000 02 00                           # ndmsg
      0a00 0200 02000000000f 0000                              # NDA_LLADDR
      0800 0d00 0c000000                                       # NDA_NH_ID
    `,
    object: { family: 'bridge', ifindex: 4, state: ['noarp', 'permanent'], flags: ['self'], lladdr: '02:00:00:00:00:0f', nhId: 12 },
  },
  {
    // No version of bridge(8) sends these: NFEA_* of linux/neighbour.h, in the nest that br_fdb_add parses.
    command: 'derived: bridge fdb add 02:00:00:00:00:36 dev v1 master static activity_notify',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      38000000 1c00 0506 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000 4200 04 00                           # ndmsg
      0a00 0200 020000000036 0000                              # NDA_LLADDR
      1000 0e80                                                # NDA_FDB_EXT_ATTRS
        0500 0100 01 000000                                    #   NFEA_ACTIVITY_NOTIFY
        0400 0200                                              #   NFEA_DONT_REFRESH
    `,
    object: {
      family: 'bridge', ifindex: 3, state: ['reachable', 'noarp'], flags: ['master'], lladdr: '02:00:00:00:00:36',
      fdbExtAttrs: { activityNotify: ['notify'], dontRefresh: true },
    },
  },
  {
    command: 'bridge fdb del 02:00:00:00:00:0c dev v1 master',
    type: 'RTM_DELNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      28000000 1d00 0500 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000 c000 04 00                           # ndmsg
      0a00 0200 02000000000c 0000                              # NDA_LLADDR
    `,
    object: { family: 'bridge', ifindex: 3, state: ['noarp', 'permanent'], flags: ['master'], lladdr: '02:00:00:00:00:0c' },
  },
  {
    command: 'bridge fdb get 02:00:00:00:00:0d br br0 vlan 1',
    type: 'RTM_GETNEIGH', flags: ['NLM_F_REQUEST'],
    bytes: `
      38000000 1e00 0100 00000000 00000000                     # nlmsghdr
      07 00 0000 00000000 0000 00 00                           # ndmsg
      0a00 0200 02000000000d 0000                              # NDA_LLADDR
      0600 0500 0100 0000                                      # NDA_VLAN
      0800 0900 02000000                                       # NDA_MASTER
    `,
    object: { family: 'bridge', lladdr: '02:00:00:00:00:0d', vlan: 1, master: 2 },
  },
  {
    command: 'bridge fdb flush dev br0 vlan 5 nopermanent',
    type: 'RTM_DELNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_BULK'],
    bytes: `
      2c000000 1d00 0502 00000000 00000000                     # nlmsghdr
      07 00 0000 02000000 0000 02 00                           # ndmsg
      0600 0500 0500 0000                                      # NDA_VLAN
      0600 1000 8000 0000                                      # NDA_NDM_STATE_MASK
    `,
    object: { family: 'bridge', ifindex: 2, flags: ['self'], vlan: 5, ndmStateMask: ['permanent'] },
  },
  {
    command: 'bridge fdb show',
    type: 'RTM_GETNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      1c000000 1e00 0103 00000000 00000000                     # nlmsghdr
      07 00 0000 00000000 0000 00 00                           # ndmsg
    `,
    object: { family: 'bridge' },
  },
  {
    command: 'bridge fdb show br br0',
    type: 'RTM_GETNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      24000000 1e00 0103 00000000 00000000                     # nlmsghdr
      07 00 0000 00000000 0000 00 00                           # ndmsg
      0800 0900 02000000                                       # NDA_MASTER
    `,
    object: { family: 'bridge', master: 2 },
  },
]

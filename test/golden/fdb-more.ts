// More entries of forwarding databases, and flushing them: bridge-fdb(8) of iproute2 6.1, the flush of a vxlan of 6.15.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const fdbMore: readonly Fixture<typeof messages.neighbor>[] = [
  {
    command: 'bridge fdb add 02:00:00:00:00:31 dev p0',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      28000000 1c00 0506 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000 c000 02 00                           # ndmsg
      0a00 0200 020000000031 0000                              # NDA_LLADDR
    `,
    object: { family: 'bridge', ifindex: 3, state: ['noarp', 'permanent'], flags: ['self'], lladdr: '02:00:00:00:00:31' },
  },
  {
    command: 'bridge fdb add 02:00:00:00:00:32 dev p0 master dynamic',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      28000000 1c00 0506 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000 0200 04 00                           # ndmsg
      0a00 0200 020000000032 0000                              # NDA_LLADDR
    `,
    object: { family: 'bridge', ifindex: 3, state: ['reachable'], flags: ['master'], lladdr: '02:00:00:00:00:32' },
  },
  {
    command: 'bridge fdb add 02:00:00:00:00:33 dev p0 master local',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      28000000 1c00 0506 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000 c000 04 00                           # ndmsg
      0a00 0200 020000000033 0000                              # NDA_LLADDR
    `,
    object: { family: 'bridge', ifindex: 3, state: ['noarp', 'permanent'], flags: ['master'], lladdr: '02:00:00:00:00:33' },
  },
  {
    command: 'bridge fdb append 02:00:00:00:00:38 dev vx0 dst 10.0.0.3 via v0 self dynamic',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_CREATE', 'NLM_F_APPEND'],
    bytes: `
      38000000 1c00 050c 00000000 00000000                     # nlmsghdr
      07 00 0000 07000000 0200 02 00                           # ndmsg
      0a00 0200 020000000038 0000                              # NDA_LLADDR
      0800 0100 0a000003                                       # NDA_DST
      0800 0800 04000000                                       # NDA_IFINDEX
    `,
    object: {
      family: 'bridge', ifindex: 7, state: ['reachable'], flags: ['self'], lladdr: '02:00:00:00:00:38', dst: '10.0.0.3',
      ndaIfindex: 4,
    },
  },
  {
    command: 'bridge fdb add 02:00:00:00:00:39 dev p0 master self static use router',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      28000000 1c00 0506 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000 4200 87 00                           # ndmsg
      0a00 0200 020000000039 0000                              # NDA_LLADDR
    `,
    object: {
      family: 'bridge', ifindex: 3, state: ['reachable', 'noarp'], flags: ['use', 'self', 'master', 'router'],
      lladdr: '02:00:00:00:00:39',
    },
  },
  {
    command: 'bridge fdb del 02:00:00:00:00:38 dev vx0 dst 10.0.0.3',
    type: 'RTM_DELNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      30000000 1d00 0500 00000000 00000000                     # nlmsghdr
      07 00 0000 07000000 c000 02 00                           # ndmsg
      0a00 0200 020000000038 0000                              # NDA_LLADDR
      0800 0100 0a000003                                       # NDA_DST
    `,
    object: {
      family: 'bridge', ifindex: 7, state: ['noarp', 'permanent'], flags: ['self'], lladdr: '02:00:00:00:00:38', dst: '10.0.0.3',
    },
  },
  {
    command: 'bridge fdb del 02:00:00:00:00:0d dev p0 vlan 1 master',
    type: 'RTM_DELNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      30000000 1d00 0500 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000 c000 04 00                           # ndmsg
      0a00 0200 02000000000d 0000                              # NDA_LLADDR
      0600 0500 0100 0000                                      # NDA_VLAN
    `,
    object: { family: 'bridge', ifindex: 3, state: ['noarp', 'permanent'], flags: ['master'], lladdr: '02:00:00:00:00:0d', vlan: 1 },
  },
  {
    command: 'bridge fdb get 02:00:00:00:00:38 dev vx0 self vni 100',
    type: 'RTM_GETNEIGH', flags: ['NLM_F_REQUEST'],
    bytes: `
      30000000 1e00 0100 00000000 00000000                     # nlmsghdr
      07 00 0000 07000000 0000 02 00                           # ndmsg
      0a00 0200 020000000038 0000                              # NDA_LLADDR
      0800 0700 64000000                                       # NDA_VNI
    `,
    object: { family: 'bridge', ifindex: 7, flags: ['self'], lladdr: '02:00:00:00:00:38', vni: 100 },
  },
  {
    command: 'bridge fdb get 02:00:00:00:00:32 dev p0 master',
    type: 'RTM_GETNEIGH', flags: ['NLM_F_REQUEST'],
    bytes: `
      28000000 1e00 0100 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000 0000 04 00                           # ndmsg
      0a00 0200 020000000032 0000                              # NDA_LLADDR
    `,
    object: { family: 'bridge', ifindex: 3, flags: ['master'], lladdr: '02:00:00:00:00:32' },
  },
  {
    command: 'bridge fdb show dev p0',
    type: 'RTM_GETNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      1c000000 1e00 0103 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000 0000 00 00                           # ndmsg
    `,
    object: { family: 'bridge', ifindex: 3 },
  },
  {
    command: 'bridge fdb show br br0 brport p0',
    type: 'RTM_GETNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      24000000 1e00 0103 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000 0000 00 00                           # ndmsg
      0800 0900 02000000                                       # NDA_MASTER
    `,
    object: { family: 'bridge', ifindex: 3, master: 2 },
  },
  {
    command: 'bridge fdb flush dev p0 master',
    type: 'RTM_DELNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_BULK'],
    bytes: `
      1c000000 1d00 0502 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000 0000 04 00                           # ndmsg
    `,
    object: { family: 'bridge', ifindex: 3, flags: ['master'] },
  },
  {
    command: 'bridge fdb flush dev br0 static',
    type: 'RTM_DELNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_BULK'],
    bytes: `
      24000000 1d00 0502 00000000 00000000                     # nlmsghdr
      07 00 0000 02000000 4000 02 00                           # ndmsg
      0600 1000 c000 0000                                      # NDA_NDM_STATE_MASK
    `,
    object: { family: 'bridge', ifindex: 2, state: ['noarp'], flags: ['self'], ndmStateMask: ['noarp', 'permanent'] },
  },
  {
    command: 'bridge fdb flush dev br0 permanent',
    type: 'RTM_DELNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_BULK'],
    bytes: `
      24000000 1d00 0502 00000000 00000000                     # nlmsghdr
      07 00 0000 02000000 8000 02 00                           # ndmsg
      0600 1000 8000 0000                                      # NDA_NDM_STATE_MASK
    `,
    object: { family: 'bridge', ifindex: 2, state: ['permanent'], flags: ['self'], ndmStateMask: ['permanent'] },
  },
  {
    command: 'bridge fdb flush dev br0 dynamic',
    type: 'RTM_DELNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_BULK'],
    bytes: `
      24000000 1d00 0502 00000000 00000000                     # nlmsghdr
      07 00 0000 02000000 0000 02 00                           # ndmsg
      0600 1000 c000 0000                                      # NDA_NDM_STATE_MASK
    `,
    object: { family: 'bridge', ifindex: 2, flags: ['self'], ndmStateMask: ['noarp', 'permanent'] },
  },
  {
    command: 'bridge fdb flush dev br0 nostatic',
    type: 'RTM_DELNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_BULK'],
    bytes: `
      24000000 1d00 0502 00000000 00000000                     # nlmsghdr
      07 00 0000 02000000 0000 02 00                           # ndmsg
      0600 1000 4000 0000                                      # NDA_NDM_STATE_MASK
    `,
    object: { family: 'bridge', ifindex: 2, flags: ['self'], ndmStateMask: ['noarp'] },
  },
  {
    command: 'bridge fdb flush dev br0 nodynamic',
    type: 'RTM_DELNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_BULK'],
    bytes: `
      24000000 1d00 0502 00000000 00000000                     # nlmsghdr
      07 00 0000 02000000 4000 02 00                           # ndmsg
      0600 1000 4000 0000                                      # NDA_NDM_STATE_MASK
    `,
    object: { family: 'bridge', ifindex: 2, state: ['noarp'], flags: ['self'], ndmStateMask: ['noarp'] },
  },
  {
    command: 'bridge fdb flush dev br0 brport p0 self',
    type: 'RTM_DELNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_BULK'],
    bytes: `
      24000000 1d00 0502 00000000 00000000                     # nlmsghdr
      07 00 0000 02000000 0000 02 00                           # ndmsg
      0800 0800 03000000                                       # NDA_IFINDEX
    `,
    object: { family: 'bridge', ifindex: 2, flags: ['self'], ndaIfindex: 3 },
  },
  {
    command: 'bridge fdb flush dev br0 extern_learn sticky offloaded added_by_user',
    type: 'RTM_DELNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_BULK'],
    bytes: `
      24000000 1d00 0502 00000000 00000000                     # nlmsghdr
      07 00 0000 02000000 0000 73 00                           # ndmsg
      0500 1100 71 000000                                      # NDA_NDM_FLAGS_MASK
    `,
    object: {
      family: 'bridge', ifindex: 2, flags: ['use', 'self', 'extern_learn', 'offload', 'sticky'], ndmFlagsMask: ['use',
      'extern_learn', 'offload', 'sticky'],
    },
  },
  {
    command: 'bridge fdb flush dev br0 noextern_learn nosticky nooffloaded noadded_by_user',
    type: 'RTM_DELNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_BULK'],
    bytes: `
      24000000 1d00 0502 00000000 00000000                     # nlmsghdr
      07 00 0000 02000000 0000 02 00                           # ndmsg
      0500 1100 71 000000                                      # NDA_NDM_FLAGS_MASK
    `,
    object: { family: 'bridge', ifindex: 2, flags: ['self'], ndmFlagsMask: ['use', 'extern_learn', 'offload', 'sticky'] },
  },
  {
    command: 'bridge fdb flush dev vx0 src_vni 7 vni 8 port 4790 dst 10.0.0.3 nhid 12 router self',
    type: 'RTM_DELNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_BULK'],
    bytes: `
      4c000000 1d00 0502 00000000 00000000                     # nlmsghdr
      07 00 0000 07000000 0000 82 00                           # ndmsg
      0800 0b00 07000000                                       # NDA_SRC_VNI
      0800 0d00 0c000000                                       # NDA_NH_ID
      0800 0700 08000000                                       # NDA_VNI
      0600 0600 12b6 0000                                      # NDA_PORT
      0800 0100 0a000003                                       # NDA_DST
      0500 1100 80 000000                                      # NDA_NDM_FLAGS_MASK
    `,
    object: {
      family: 'bridge', ifindex: 7, flags: ['self', 'router'], srcVni: 7, nhId: 12, vni: 8, port: 4790, dst: '10.0.0.3',
      ndmFlagsMask: ['router'],
    },
  },
]

export const fdbAnswers: readonly Fixture<typeof messages.neighbor>[] = [
  {
    command: 'bridge fdb show',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_MULTI'],
    bytes: `
      28000000 1c00 0200 00000000 00000000                     # nlmsghdr
      07 00 0000 02000000 8000 02 00                           # ndmsg
      0a00 0200 333300000001 0000                              # NDA_LLADDR
    `,
    object: { family: 'bridge', ifindex: 2, state: ['permanent'], flags: ['self'], lladdr: '33:33:00:00:00:01' },
  },
  {
    command: 'bridge fdb get 02:00:00:00:00:31 dev p0 master vlan 10',
    type: 'RTM_NEWNEIGH', flags: [],
    bytes: `
      54000000 1c00 0000 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000 4000 40 00                           # ndmsg
      0a00 0200 020000000031 0000                              # NDA_LLADDR
      0800 0900 02000000                                       # NDA_MASTER
      0800 0f00 00000000                                       # NDA_FLAGS_EXT
      1400 0300                                                # NDA_CACHEINFO
        00000000 56000000 56000000 00000000                    #   nda_cacheinfo
      0600 0500 0a00 0000                                      # NDA_VLAN
    `,
    object: {
      family: 'bridge', ifindex: 3, state: ['noarp'], flags: ['sticky'], lladdr: '02:00:00:00:00:31', master: 2, flagsExt: [],
      cacheinfo: { used: 86, updated: 86 }, vlan: 10,
    },
  },
  {
    command: 'bridge fdb get 00:00:00:00:00:00 dev vx0 self',
    type: 'RTM_NEWNEIGH', flags: [],
    bytes: `
      54000000 1c00 0000 00000000 00000000                     # nlmsghdr
      07 00 0000 07000000 c000 02 01                           # ndmsg
      0a00 0200 000000000000 0000                              # NDA_LLADDR
      0800 0100 0a000009                                       # NDA_DST
      0600 0600 12b6 0000                                      # NDA_PORT
      0800 0800 04000000                                       # NDA_IFINDEX
      1400 0300                                                # NDA_CACHEINFO
        00000000 55000000 62000000 00000000                    #   nda_cacheinfo
    `,
    object: {
      family: 'bridge', ifindex: 7, state: ['noarp', 'permanent'], flags: ['self'], type: 'unicast',
      lladdr: '00:00:00:00:00:00', dst: '10.0.0.9', port: 4790, ndaIfindex: 4, cacheinfo: { used: 85, updated: 98 },
    },
  },
]

// What the kernel tells of neighbours, proxies and forwarding entries.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const neighborAnswers: readonly Fixture<typeof messages.neighbor>[] = [
  {
    command: 'ip neighbour show nud all',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_MULTI'],
    bytes: `
      4c000000 1c00 0200 00000000 00000000                     # nlmsghdr
      02 00 0000 04000000 0400 00 01                           # ndmsg
      0800 0100 c0a80f15                                       # NDA_DST
      0a00 0200 020000000021 0000                              # NDA_LLADDR
      0800 0400 00000000                                       # NDA_PROBES
      1400 0300 71170000010000000100000000000000               # NDA_CACHEINFO
    `,
    object: {
      family: 'inet', ifindex: 4, state: ['stale'], type: 'unicast', dst: '192.168.15.21', lladdr: '02:00:00:00:00:21', probes: 0,
      cacheinfo: { confirmed: 6001, used: 1, updated: 1 },
    },
  },
  {
    command: 'ip neighbour show nud all',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_MULTI'],
    bytes: `
      4c000000 1c00 0200 00000000 00000000                     # nlmsghdr
      02 00 0000 04000000 8000 00 01                           # ndmsg
      0800 0100 c0a80f14                                       # NDA_DST
      0a00 0200 020000000020 0000                              # NDA_LLADDR
      0800 0400 00000000                                       # NDA_PROBES
      1400 0300 01000000010000000100000000000000               # NDA_CACHEINFO
    `,
    object: {
      family: 'inet', ifindex: 4, state: ['permanent'], type: 'unicast', dst: '192.168.15.20', lladdr: '02:00:00:00:00:20', probes: 0,
      cacheinfo: { confirmed: 1, used: 1, updated: 1 },
    },
  },
  {
    command: 'ip neighbour show nud all',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_MULTI'],
    bytes: `
      4c000000 1c00 0200 00000000 00000000                     # nlmsghdr
      02 00 0000 02000000 4000 00 05                           # ndmsg
      0800 0100 e0000016                                       # NDA_DST
      0a00 0200 01005e000016 0000                              # NDA_LLADDR
      0800 0400 00000000                                       # NDA_PROBES
      1400 0300 41180000d1000000d100000000000000               # NDA_CACHEINFO
    `,
    object: {
      family: 'inet', ifindex: 2, state: ['noarp'], type: 'multicast', dst: '224.0.0.22', lladdr: '01:00:5e:00:00:16', probes: 0,
      cacheinfo: { confirmed: 6209, used: 209, updated: 209 },
    },
  },
  {
    command: 'ip neighbour show nud all',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_MULTI'],
    bytes: `
      4c000000 1c00 0200 00000000 00000000                     # nlmsghdr
      02 00 0000 04000000 1000 00 01                           # ndmsg
      0800 0100 c0a80f02                                       # NDA_DST
      0a00 0200 020000000022 0000                              # NDA_LLADDR
      0800 0400 02000000                                       # NDA_PROBES
      1400 0300 e7170000840000007700000001000000               # NDA_CACHEINFO
    `,
    object: {
      family: 'inet', ifindex: 4, state: ['probe'], type: 'unicast', dst: '192.168.15.2', lladdr: '02:00:00:00:00:22', probes: 2,
      cacheinfo: { confirmed: 6119, used: 132, updated: 119, refcnt: 1 },
    },
  },
  {
    command: 'ip neighbour show nud all',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_MULTI'],
    bytes: `
      48000000 1c00 0200 00000000 00000000                     # nlmsghdr
      02 00 0000 04000000 0100 00 01                           # ndmsg
      0800 0100 c0a80f05                                       # NDA_DST
      0800 0400 05000000                                       # NDA_PROBES
      1400 0300 02180000920000009200000001000000               # NDA_CACHEINFO
      0800 0f00 01000000                                       # NDA_FLAGS_EXT
    `,
    object: {
      family: 'inet', ifindex: 4, state: ['incomplete'], type: 'unicast', dst: '192.168.15.5', probes: 5,
      cacheinfo: { confirmed: 6146, used: 146, updated: 146, refcnt: 1 }, flagsExt: ['managed'],
    },
  },
  {
    command: 'ip neighbour show nud all',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_MULTI'],
    bytes: `
      40000000 1c00 0200 00000000 00000000                     # nlmsghdr
      02 00 0000 04000000 0100 00 01                           # ndmsg
      0800 0100 c0a80f04                                       # NDA_DST
      0800 0400 05000000                                       # NDA_PROBES
      1400 0300 06180000960000009600000001000000               # NDA_CACHEINFO
    `,
    object: {
      family: 'inet', ifindex: 4, state: ['incomplete'], type: 'unicast', dst: '192.168.15.4', probes: 5,
      cacheinfo: { confirmed: 6150, used: 150, updated: 150, refcnt: 1 },
    },
  },
  {
    command: 'ip neighbour show nud all',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_MULTI'],
    bytes: `
      40000000 1c00 0200 00000000 00000000                     # nlmsghdr
      02 00 0000 04000000 0000 00 01                           # ndmsg
      0800 0100 c0a80f08                                       # NDA_DST
      0800 0400 00000000                                       # NDA_PROBES
      1400 0300 fc1700008c0000008c00000000000000               # NDA_CACHEINFO
    `,
    object: {
      family: 'inet', ifindex: 4, type: 'unicast', dst: '192.168.15.8', probes: 0,
      cacheinfo: { confirmed: 6140, used: 140, updated: 140 },
    },
  },
  {
    command: 'ip neighbour show nud all',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_MULTI'],
    bytes: `
      58000000 1c00 0200 00000000 00000000                     # nlmsghdr
      0a 00 0000 03000000 4000 00 05                           # ndmsg
      1400 0100 ff020000000000000000000000000016               # NDA_DST
      0a00 0200 333300000016 0000                              # NDA_LLADDR
      0800 0400 00000000                                       # NDA_PROBES
      1400 0300 41180000d1000000d100000000000000               # NDA_CACHEINFO
    `,
    object: {
      family: 'inet6', ifindex: 3, state: ['noarp'], type: 'multicast', dst: 'ff02::16', lladdr: '33:33:00:00:00:16', probes: 0,
      cacheinfo: { confirmed: 6209, used: 209, updated: 209 },
    },
  },
  {
    command: 'ip neighbour show nud all',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_MULTI'],
    bytes: `
      58000000 1c00 0200 00000000 00000000                     # nlmsghdr
      0a 00 0000 04000000 0200 80 01                           # ndmsg
      1400 0100 20010db8000000000000000000000002               # NDA_DST
      0a00 0200 020000000002 0000                              # NDA_LLADDR
      0800 0400 00000000                                       # NDA_PROBES
      1400 0300 ab000000ab000000ab00000001000000               # NDA_CACHEINFO
    `,
    object: {
      family: 'inet6', ifindex: 4, state: ['reachable'], flags: ['router'], type: 'unicast', dst: '2001:db8::2',
      lladdr: '02:00:00:00:00:02', probes: 0, cacheinfo: { confirmed: 171, used: 171, updated: 171, refcnt: 1 },
    },
  },
  {
    command: 'ip neighbour show proxy',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_MULTI'],
    bytes: `
      38000000 1c00 0200 00000000 00000000                     # nlmsghdr
      0a 00 0000 04000000 0000 08 01                           # ndmsg
      1400 0100 20010db8000000000000000000000007               # NDA_DST
      0500 0c00 04 000000                                      # NDA_PROTOCOL
    `,
    object: { family: 'inet6', ifindex: 4, flags: ['proxy'], type: 'unicast', dst: '2001:db8::7', protocol: 'static' },
  },
  {
    command: 'bridge fdb show br br0',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_MULTI'],
    bytes: `
      28000000 1c00 0200 00000000 00000000                     # nlmsghdr
      07 00 0000 02000000 8000 02 00                           # ndmsg
      0a00 0200 333300000001 0000                              # NDA_LLADDR
    `,
    object: { family: 'bridge', ifindex: 2, state: ['permanent'], flags: ['self'], lladdr: '33:33:00:00:00:01' },
  },
  {
    command: 'bridge fdb show br br0',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_MULTI'],
    bytes: `
      4c000000 1c00 0200 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000 4000 00 00                           # ndmsg
      0a00 0200 02000000000c 0000                              # NDA_LLADDR
      0800 0900 02000000                                       # NDA_MASTER
      0800 0f00 00000000                                       # NDA_FLAGS_EXT
      1400 0300 00000000050000000500000000000000               # NDA_CACHEINFO
    `,
    object: {
      family: 'bridge', ifindex: 3, state: ['noarp'], lladdr: '02:00:00:00:00:0c', master: 2, flagsExt: [],
      cacheinfo: { used: 5, updated: 5 },
    },
  },
  {
    command: 'bridge fdb show br br0',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_MULTI'],
    bytes: `
      4c000000 1c00 0200 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000 0200 00 00                           # ndmsg
      0a00 0200 a6869ea89cfd 0000                              # NDA_LLADDR
      0800 0900 02000000                                       # NDA_MASTER
      0800 0f00 00000000                                       # NDA_FLAGS_EXT
      1400 0300 00000000d50000000200000000000000               # NDA_CACHEINFO
    `,
    object: {
      family: 'bridge', ifindex: 3, state: ['reachable'], lladdr: 'a6:86:9e:a8:9c:fd', master: 2, flagsExt: [],
      cacheinfo: { used: 213, updated: 2 },
    },
  },
  {
    command: 'bridge fdb show br br0',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_MULTI'],
    bytes: `
      4c000000 1c00 0200 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000 8000 00 00                           # ndmsg
      0a00 0200 360902ca0ac0 0000                              # NDA_LLADDR
      0800 0900 02000000                                       # NDA_MASTER
      0800 0f00 00000000                                       # NDA_FLAGS_EXT
      1400 0300 00000000d7000000d700000000000000               # NDA_CACHEINFO
    `,
    object: {
      family: 'bridge', ifindex: 3, state: ['permanent'], lladdr: '36:09:02:ca:0a:c0', master: 2, flagsExt: [],
      cacheinfo: { used: 215, updated: 215 },
    },
  },
]

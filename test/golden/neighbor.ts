// Entries of the ARP and NDP tables, and of the proxies.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const neighbor: readonly Fixture<typeof messages.neighbor>[] = [
  {
    command: 'ip neighbour add 192.168.15.2 lladdr 02:00:00:00:00:02 dev v0',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      30000000 1c00 0506 00000000 00000000                     # nlmsghdr
      02 00 0000 04000000 8000 00 00                           # ndmsg
      0800 0100 c0a80f02                                       # NDA_DST
      0a00 0200 020000000002 0000                              # NDA_LLADDR
    `,
    object: { family: 'inet', ifindex: 4, state: ['permanent'], dst: '192.168.15.2', lladdr: '02:00:00:00:00:02' },
  },
  {
    command: 'ip neighbour add 2001:db8::2 lladdr 02:00:00:00:00:02 dev v0 nud reachable router',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      3c000000 1c00 0506 00000000 00000000                     # nlmsghdr
      0a 00 0000 04000000 0200 80 00                           # ndmsg
      1400 0100 20010db8000000000000000000000002               # NDA_DST
      0a00 0200 020000000002 0000                              # NDA_LLADDR
    `,
    object: { family: 'inet6', ifindex: 4, state: ['reachable'], flags: ['router'], dst: '2001:db8::2', lladdr: '02:00:00:00:00:02' },
  },
  {
    command: 'ip neighbour add proxy 192.168.15.7 dev v0',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      24000000 1c00 0506 00000000 00000000                     # nlmsghdr
      02 00 0000 04000000 8000 08 00                           # ndmsg
      0800 0100 c0a80f07                                       # NDA_DST
    `,
    object: { family: 'inet', ifindex: 4, state: ['permanent'], flags: ['proxy'], dst: '192.168.15.7' },
  },
  {
    command: 'ip neighbour add proxy 2001:db8::7 dev v0 protocol static',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      38000000 1c00 0506 00000000 00000000                     # nlmsghdr
      0a 00 0000 04000000 8000 08 00                           # ndmsg
      0500 0c00 04 000000                                      # NDA_PROTOCOL
      1400 0100 20010db8000000000000000000000007               # NDA_DST
    `,
    object: { family: 'inet6', ifindex: 4, state: ['permanent'], flags: ['proxy'], protocol: 'static', dst: '2001:db8::7' },
  },
  {
    command: 'ip neighbour add 192.168.15.3 lladdr 02:00:00:00:00:03 dev v0 nud stale protocol zebra extern_learn',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      38000000 1c00 0506 00000000 00000000                     # nlmsghdr
      02 00 0000 04000000 0400 10 00                           # ndmsg
      0500 0c00 0b 000000                                      # NDA_PROTOCOL
      0800 0100 c0a80f03                                       # NDA_DST
      0a00 0200 020000000003 0000                              # NDA_LLADDR
    `,
    object: {
      family: 'inet', ifindex: 4, state: ['stale'], flags: ['extern_learn'], protocol: 'zebra', dst: '192.168.15.3',
      lladdr: '02:00:00:00:00:03',
    },
  },
  {
    command: 'ip neighbour add 192.168.15.4 dev v0 use',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      24000000 1c00 0506 00000000 00000000                     # nlmsghdr
      02 00 0000 04000000 8000 01 00                           # ndmsg
      0800 0100 c0a80f04                                       # NDA_DST
    `,
    object: { family: 'inet', ifindex: 4, state: ['permanent'], flags: ['use'], dst: '192.168.15.4' },
  },
  {
    command: 'ip neighbour add 192.168.15.5 dev v0 managed',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      2c000000 1c00 0506 00000000 00000000                     # nlmsghdr
      02 00 0000 04000000 0000 00 00                           # ndmsg
      0800 0100 c0a80f05                                       # NDA_DST
      0800 0f00 01000000                                       # NDA_FLAGS_EXT
    `,
    object: { family: 'inet', ifindex: 4, dst: '192.168.15.5', flagsExt: ['managed'] },
  },
  {
    command: 'ip neighbour add 192.168.15.8 nud none dev v0',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      24000000 1c00 0506 00000000 00000000                     # nlmsghdr
      02 00 0000 04000000 0000 00 00                           # ndmsg
      0800 0100 c0a80f08                                       # NDA_DST
    `,
    object: { family: 'inet', ifindex: 4, dst: '192.168.15.8' },
  },
  {
    command: 'ip neighbour replace 192.168.15.2 lladdr 02:00:00:00:00:12 dev v0 nud noarp',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_REPLACE', 'NLM_F_CREATE'],
    bytes: `
      30000000 1c00 0505 00000000 00000000                     # nlmsghdr
      02 00 0000 04000000 4000 00 00                           # ndmsg
      0800 0100 c0a80f02                                       # NDA_DST
      0a00 0200 020000000012 0000                              # NDA_LLADDR
    `,
    object: { family: 'inet', ifindex: 4, state: ['noarp'], dst: '192.168.15.2', lladdr: '02:00:00:00:00:12' },
  },
  {
    command: 'ip neighbour change 192.168.15.2 lladdr 02:00:00:00:00:22 dev v0 nud delay',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_REPLACE'],
    bytes: `
      30000000 1c00 0501 00000000 00000000                     # nlmsghdr
      02 00 0000 04000000 0800 00 00                           # ndmsg
      0800 0100 c0a80f02                                       # NDA_DST
      0a00 0200 020000000022 0000                              # NDA_LLADDR
    `,
    object: { family: 'inet', ifindex: 4, state: ['delay'], dst: '192.168.15.2', lladdr: '02:00:00:00:00:22' },
  },
  {
    command: 'ip neighbour del 192.168.15.3 dev v0',
    type: 'RTM_DELNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      24000000 1d00 0500 00000000 00000000                     # nlmsghdr
      02 00 0000 04000000 8000 00 00                           # ndmsg
      0800 0100 c0a80f03                                       # NDA_DST
    `,
    object: { family: 'inet', ifindex: 4, state: ['permanent'], dst: '192.168.15.3' },
  },
  {
    command: 'ip neighbour del proxy 192.168.15.7 dev v0',
    type: 'RTM_DELNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      24000000 1d00 0500 00000000 00000000                     # nlmsghdr
      02 00 0000 04000000 8000 08 00                           # ndmsg
      0800 0100 c0a80f07                                       # NDA_DST
    `,
    object: { family: 'inet', ifindex: 4, state: ['permanent'], flags: ['proxy'], dst: '192.168.15.7' },
  },
  {
    command: 'ip neighbour get 192.168.15.2 dev v0',
    type: 'RTM_GETNEIGH', flags: ['NLM_F_REQUEST'],
    bytes: `
      24000000 1e00 0100 00000000 00000000                     # nlmsghdr
      02 00 0000 04000000 0000 00 00                           # ndmsg
      0800 0100 c0a80f02                                       # NDA_DST
    `,
    object: { family: 'inet', ifindex: 4, dst: '192.168.15.2' },
  },
  {
    command: 'ip neighbour show',
    type: 'RTM_GETNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      1c000000 1e00 0103 00000000 00000000                     # nlmsghdr
      00 00 0000 00000000 0000 00 00                           # ndmsg
    `,
    object: {},
  },
  {
    command: 'ip neighbour show dev v0 nud permanent',
    type: 'RTM_GETNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      24000000 1e00 0103 00000000 00000000                     # nlmsghdr
      00 00 0000 00000000 0000 00 00                           # ndmsg
      0800 0800 04000000                                       # NDA_IFINDEX
    `,
    object: { ndaIfindex: 4 },
  },
  {
    command: 'ip neighbour show proxy',
    type: 'RTM_GETNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      1c000000 1e00 0103 00000000 00000000                     # nlmsghdr
      00 00 0000 00000000 0000 08 00                           # ndmsg
    `,
    object: { flags: ['proxy'] },
  },
  {
    command: 'ip neighbour show master br0',
    type: 'RTM_GETNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      24000000 1e00 0103 00000000 00000000                     # nlmsghdr
      00 00 0000 00000000 0000 00 00                           # ndmsg
      0800 0900 02000000                                       # NDA_MASTER
    `,
    object: { master: 2 },
  },
  {
    command: 'ip -6 neighbour show',
    type: 'RTM_GETNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      1c000000 1e00 0103 00000000 00000000                     # nlmsghdr
      0a 00 0000 00000000 0000 00 00                           # ndmsg
    `,
    object: { family: 'inet6' },
  },
]

// Requests for routes: `ip route get` and dumps.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const routeQueries: readonly Fixture<typeof messages.route>[] = [
  {
    command: 'ip route get 10.8.0.7',
    type: 'RTM_GETROUTE', flags: ['NLM_F_REQUEST'],
    bytes: `
      24000000 1a00 0100 00000000 00000000                     # nlmsghdr
      02 20 00 00 00 00 00 00 00100000                         # rtmsg
      0800 0100 0a080007                                       # RTA_DST
    `,
    object: { family: 'inet', dstLen: 32, flags: ['lookup_table'], dst: '10.8.0.7' },
  },
  {
    command: 'ip route get 10.8.0.7 from 192.168.15.1 oif v0 mark 0x10',
    type: 'RTM_GETROUTE', flags: ['NLM_F_REQUEST'],
    bytes: `
      3c000000 1a00 0100 00000000 00000000                     # nlmsghdr
      02 20 20 00 00 00 00 00 00100000                         # rtmsg
      0800 0100 0a080007                                       # RTA_DST
      0800 0200 c0a80f01                                       # RTA_SRC
      0800 0400 03000000                                       # RTA_OIF
      0800 1000 10000000                                       # RTA_MARK
    `,
    object: { family: 'inet', dstLen: 32, srcLen: 32, flags: ['lookup_table'], dst: '10.8.0.7', src: '192.168.15.1', oif: 3, mark: 16 },
  },
  {
    command: 'ip route get 10.9.0.2 from 192.168.15.77 iif v0 ipproto tcp sport 1000 dport 80 uid 7',
    type: 'RTM_GETROUTE', flags: ['NLM_F_REQUEST'],
    bytes: `
      54000000 1a00 0100 00000000 00000000                     # nlmsghdr
      02 20 20 00 00 00 00 00 00100000                         # rtmsg
      0800 0100 0a090002                                       # RTA_DST
      0800 0200 c0a80f4d                                       # RTA_SRC
      0500 1b00 06 000000                                      # RTA_IP_PROTO
      0600 1c00 03e8 0000                                      # RTA_SPORT
      0600 1d00 0050 0000                                      # RTA_DPORT
      0800 1900 07000000                                       # RTA_UID
      0800 0300 03000000                                       # RTA_IIF
    `,
    object: {
      family: 'inet', dstLen: 32, srcLen: 32, flags: ['lookup_table'], dst: '10.9.0.2', src: '192.168.15.77', ipProto: 'tcp', sport: 1000,
      dport: 80, uid: 7, iif: 3,
    },
  },
  {
    command: 'ip -6 route get 2001:db8:103::9',
    type: 'RTM_GETROUTE', flags: ['NLM_F_REQUEST'],
    bytes: `
      30000000 1a00 0100 00000000 00000000                     # nlmsghdr
      0a 80 00 00 00 00 00 00 00000000                         # rtmsg
      1400 0100 20010db8010300000000000000000009               # RTA_DST
    `,
    object: { family: 'inet6', dstLen: 128, dst: '2001:db8:103::9' },
  },
  {
    command: 'ip route get fibmatch 10.8.0.7',
    type: 'RTM_GETROUTE', flags: ['NLM_F_REQUEST'],
    bytes: `
      24000000 1a00 0100 00000000 00000000                     # nlmsghdr
      02 20 00 00 00 00 00 00 00300000                         # rtmsg
      0800 0100 0a080007                                       # RTA_DST
    `,
    object: { family: 'inet', dstLen: 32, flags: ['lookup_table', 'fib_match'], dst: '10.8.0.7' },
  },
  {
    command: 'ip route show',
    type: 'RTM_GETROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      24000000 1a00 0103 00000000 00000000                     # nlmsghdr
      02 00 00 00 00 00 00 00 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
    `,
    object: { family: 'inet', table: 254 },
  },
  {
    command: 'ip route show table all',
    type: 'RTM_GETROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      1c000000 1a00 0103 00000000 00000000                     # nlmsghdr
      00 00 00 00 00 00 00 00 00000000                         # rtmsg
    `,
    object: {},
  },
  {
    command: 'ip route show table 1000',
    type: 'RTM_GETROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      24000000 1a00 0103 00000000 00000000                     # nlmsghdr
      02 00 00 00 00 00 00 00 00000000                         # rtmsg
      0800 0f00 e8030000                                       # RTA_TABLE
    `,
    object: { family: 'inet', table: 1000 },
  },
  {
    command: 'ip -6 route show',
    type: 'RTM_GETROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      24000000 1a00 0103 00000000 00000000                     # nlmsghdr
      0a 00 00 00 00 00 00 00 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
    `,
    object: { family: 'inet6', table: 254 },
  },
  {
    command: 'ip route show dev v0 proto static',
    type: 'RTM_GETROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      2c000000 1a00 0103 00000000 00000000                     # nlmsghdr
      02 00 00 00 00 04 00 00 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      0800 0400 03000000                                       # RTA_OIF
    `,
    object: { family: 'inet', protocol: 'static', table: 254, oif: 3 },
  },
]

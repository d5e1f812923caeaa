// Requests for links: one by name, alternative name or index, and dumps with the kernel's filters.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const linkQueries: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip link show dev a-name-of-more-than-fifteen-bytes',
    type: 'RTM_GETLINK', flags: ['NLM_F_REQUEST'],
    bytes: `
      50000000 1200 0100 00000000 00000000                     # nlmsghdr
      00 00 0000 00000000 00000000 00000000                    # ifinfomsg
      0800 1d00 09000000                                       # IFLA_EXT_MASK
      2600 3500                                                # IFLA_ALT_IFNAME a-name-of-more-than-fifteen-bytes
        612d6e61 6d652d6f 662d6d6f 72652d74 68616e2d 66696674 65656e2d 62797465 73000000
    `,
    object: { extMask: ['vf', 'skip_stats'], altIfname: 'a-name-of-more-than-fifteen-bytes' },
  },
  {
    command: 'ip link show dev eth0',
    type: 'RTM_GETLINK', flags: ['NLM_F_REQUEST'],
    bytes: `
      34000000 1200 0100 00000000 00000000                     # nlmsghdr
      00 00 0000 00000000 00000000 00000000                    # ifinfomsg
      0800 1d00 09000000                                       # IFLA_EXT_MASK
      0900 0300 6574683000 000000                              # IFLA_IFNAME eth0
    `,
    object: { extMask: ['vf', 'skip_stats'], ifname: 'eth0' },
  },
  {
    command: 'ip link show dev eth0',
    type: 'RTM_GETLINK', flags: ['NLM_F_REQUEST'],
    bytes: `
      28000000 1200 0100 00000000 00000000                     # nlmsghdr
      00 00 0000 02000000 00000000 00000000                    # ifinfomsg
      0800 1d00 09000000                                       # IFLA_EXT_MASK
    `,
    object: { index: 2, extMask: ['vf', 'skip_stats'] },
  },
  {
    command: 'ip link show',
    type: 'RTM_GETLINK', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      28000000 1200 0103 00000000 00000000                     # nlmsghdr
      11 00 0000 00000000 00000000 00000000                    # ifinfomsg
      0800 1d00 01000000                                       # IFLA_EXT_MASK
    `,
    object: { family: 'packet', extMask: ['vf'] },
  },
  {
    command: 'ip -s link show',
    type: 'RTM_GETLINK', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      28000000 1200 0103 00000000 00000000                     # nlmsghdr
      11 00 0000 00000000 00000000 00000000                    # ifinfomsg
      0800 1d00 01000000                                       # IFLA_EXT_MASK
    `,
    object: { family: 'packet', extMask: ['vf'] },
  },
  {
    command: 'ip link show group 7',
    type: 'RTM_GETLINK', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      28000000 1200 0103 00000000 00000000                     # nlmsghdr
      11 00 0000 00000000 00000000 00000000                    # ifinfomsg
      0800 1d00 01000000                                       # IFLA_EXT_MASK
    `,
    object: { family: 'packet', extMask: ['vf'] },
  },
  {
    command: 'ip link show type veth',
    type: 'RTM_GETLINK', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      34000000 1200 0103 00000000 00000000                     # nlmsghdr
      11 00 0000 00000000 00000000 00000000                    # ifinfomsg
      0800 1d00 01000000                                       # IFLA_EXT_MASK
      0c00 1200                                                # IFLA_LINKINFO
        0800 0100 76657468                                     #   IFLA_INFO_KIND veth
    `,
    object: { family: 'packet', extMask: ['vf'], linkinfo: { kind: 'veth' } },
  },
  {
    command: 'ip link show master br0',
    type: 'RTM_GETLINK', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      30000000 1200 0103 00000000 00000000                     # nlmsghdr
      11 00 0000 00000000 00000000 00000000                    # ifinfomsg
      0800 1d00 01000000                                       # IFLA_EXT_MASK
      0800 0a00 04000000                                       # IFLA_MASTER
    `,
    object: { family: 'packet', extMask: ['vf'], master: 4 },
  },
  {
    command: 'ip link show type bridge_slave',
    type: 'RTM_GETLINK', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      28000000 1200 0103 00000000 00000000                     # nlmsghdr
      11 00 0000 00000000 00000000 00000000                    # ifinfomsg
      0800 1d00 01000000                                       # IFLA_EXT_MASK
    `,
    object: { family: 'packet', extMask: ['vf'] },
  },
]

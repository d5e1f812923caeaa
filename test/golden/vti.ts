// VTI over IPv4 and IPv6.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const vti: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip link add vti1 type vti local 10.0.0.1 remote 10.0.0.2 ikey 5 okey 6 dev eth0 fwmark 9',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      6c000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0900 0300 7674693100 000000                         # IFLA_IFNAME vti1
      4000 1200                                           # IFLA_LINKINFO
        0700 0100 767469 00                               #   IFLA_INFO_KIND vti
        3400 0200                                         #   IFLA_INFO_DATA
          0800 0200 00000005                              #     IFLA_VTI_IKEY
          0800 0300 00000006                              #     IFLA_VTI_OKEY
          0800 0400 0a000001                              #     IFLA_VTI_LOCAL
          0800 0500 0a000002                              #     IFLA_VTI_REMOTE
          0800 0600 09000000                              #     IFLA_VTI_FWMARK
          0800 0100 0a000000                              #     IFLA_VTI_LINK
    `,
    object: {
      ifname: 'vti1',
      linkinfo: { kind: 'vti', data: { ikey: 5, okey: 6, local: '10.0.0.1', remote: '10.0.0.2', fwmark: 9, link: 10 } },
    },
  },
  {
    command: 'ip link add vti61 type vti6 local fd00::1 remote fd00::2 key 5',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      7c000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0a00 0300 767469363100 0000                         # IFLA_IFNAME vti61
      5000 1200                                           # IFLA_LINKINFO
        0800 0100 76746936                                #   IFLA_INFO_KIND vti6
        4400 0200                                         #   IFLA_INFO_DATA
          0800 0200 00000005                              #     IFLA_VTI_IKEY
          0800 0300 00000005                              #     IFLA_VTI_OKEY
          1400 0400 fd000000000000000000000000000001      #     IFLA_VTI_LOCAL
          1400 0500 fd000000000000000000000000000002      #     IFLA_VTI_REMOTE
          0800 0600 00000000                              #     IFLA_VTI_FWMARK
    `,
    object: {
      ifname: 'vti61',
      linkinfo: { kind: 'vti6', data: { ikey: 5, okey: 5, local: 'fd00::1', remote: 'fd00::2', fwmark: 0 } },
    },
  },
]

// ipvlan and ipvtap.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const ipvlan: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip link add link eth0 name iv0 type ipvlan',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      40000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 0500 0a000000                                  # IFLA_LINK
      0800 0300 69763000                                  # IFLA_IFNAME iv0
      1000 1200                                           # IFLA_LINKINFO
        0a00 0100 6970766c616e 0000                       #   IFLA_INFO_KIND ipvlan
    `,
    object: { link: 10, ifname: 'iv0', linkinfo: { kind: 'ipvlan' } },
  },
  {
    command: 'ip link add link eth0 name iv1 type ipvlan mode l2 private',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      54000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 0500 0a000000                                  # IFLA_LINK
      0800 0300 69763100                                  # IFLA_IFNAME iv1
      2400 1200                                           # IFLA_LINKINFO
        0a00 0100 6970766c616e 0000                       #   IFLA_INFO_KIND ipvlan
        1400 0200                                         #   IFLA_INFO_DATA
          0600 0100 0000 0000                             #     IFLA_IPVLAN_MODE
          0600 0200 0100 0000                             #     IFLA_IPVLAN_FLAGS
    `,
    object: { link: 10, ifname: 'iv1', linkinfo: { kind: 'ipvlan', data: { mode: 'l2', flags: ['private'] } } },
  },
  {
    command: 'ip link add link eth0 name iv2 type ipvlan mode l3s vepa',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      54000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 0500 0a000000                                  # IFLA_LINK
      0800 0300 69763200                                  # IFLA_IFNAME iv2
      2400 1200                                           # IFLA_LINKINFO
        0a00 0100 6970766c616e 0000                       #   IFLA_INFO_KIND ipvlan
        1400 0200                                         #   IFLA_INFO_DATA
          0600 0100 0200 0000                             #     IFLA_IPVLAN_MODE
          0600 0200 0200 0000                             #     IFLA_IPVLAN_FLAGS
    `,
    object: { link: 10, ifname: 'iv2', linkinfo: { kind: 'ipvlan', data: { mode: 'l3s', flags: ['vepa'] } } },
  },
  {
    command: 'ip link add link eth0 name it0 type ipvtap mode l3 bridge',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      54000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 0500 0a000000                                  # IFLA_LINK
      0800 0300 69743000                                  # IFLA_IFNAME it0
      2400 1200                                           # IFLA_LINKINFO
        0a00 0100 697076746170 0000                       #   IFLA_INFO_KIND ipvtap
        1400 0200                                         #   IFLA_INFO_DATA
          0600 0100 0100 0000                             #     IFLA_IPVLAN_MODE
          0600 0200 0000 0000                             #     IFLA_IPVLAN_FLAGS
    `,
    object: { link: 10, ifname: 'it0', linkinfo: { kind: 'ipvtap', data: { mode: 'l3', flags: [] } } },
  },
]

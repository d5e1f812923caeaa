// IPoIB, DSA, 6LoWPAN, virt_wifi, OpenVPN.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const moreKinds: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip link add link eth0 name ib1 type ipoib pkey 0x8001 mode connected umcast 1',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      5c000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 0500 02000000                                  # IFLA_LINK
      0800 0300 69623100                                  # IFLA_IFNAME ib1
      2c00 1200                                           # IFLA_LINKINFO
        0900 0100 69706f6962 000000                       #   IFLA_INFO_KIND ipoib
        1c00 0200                                         #   IFLA_INFO_DATA
          0600 0100 0180 0000                             #     IFLA_IPOIB_PKEY
          0600 0200 0100 0000                             #     IFLA_IPOIB_MODE
          0600 0300 0100 0000                             #     IFLA_IPOIB_UMCAST
    `,
    object: { link: 2, ifname: 'ib1', linkinfo: { kind: 'ipoib', data: { pkey: 0x8001, mode: 'connected', umcast: 1 } } },
  },
  {
    command: 'ip link set eth0 type ipoib mode datagram umcast 0',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      44000000 1000 0500 00000000 00000000                # nlmsghdr
      00 00 0000 02000000 00000000 00000000               # ifinfomsg
      2400 1200                                           # IFLA_LINKINFO
        0900 0100 69706f6962 000000                       #   IFLA_INFO_KIND ipoib
        1400 0200                                         #   IFLA_INFO_DATA
          0600 0200 0000 0000                             #     IFLA_IPOIB_MODE
          0600 0300 0000 0000                             #     IFLA_IPOIB_UMCAST
    `,
    object: { index: 2, linkinfo: { kind: 'ipoib', data: { mode: 'datagram', umcast: 0 } } },
  },
  // iproute2 6.15.
  {
    command: 'ip link set eth0 type dsa conduit eth1',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      38000000 1000 0500 00000000 00000000                # nlmsghdr
      00 00 0000 02000000 00000000 00000000               # ifinfomsg
      1800 1200                                           # IFLA_LINKINFO
        0700 0100 647361 00                               #   IFLA_INFO_KIND dsa
        0c00 0200                                         #   IFLA_INFO_DATA
          0800 0100 03000000                              #     IFLA_DSA_CONDUIT
    `,
    object: { index: 2, linkinfo: { kind: 'dsa', data: { conduit: 3 } } },
  },
  {
    command: 'ip link add link eth0 name lowpan0 type lowpan',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      44000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 0500 02000000                                  # IFLA_LINK
      0c00 0300 6c6f7770616e3000                          # IFLA_IFNAME lowpan0
      1000 1200                                           # IFLA_LINKINFO
        0a00 0100 6c6f7770616e 0000                       #   IFLA_INFO_KIND lowpan
    `,
    object: { link: 2, ifname: 'lowpan0', linkinfo: { kind: 'lowpan' } },
  },
  {
    command: 'ip link add link eth0 name wlan0 type virt_wifi',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      48000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 0500 02000000                                  # IFLA_LINK
      0a00 0300 776c616e3000 0000                         # IFLA_IFNAME wlan0
      1400 1200                                           # IFLA_LINKINFO
        0d00 0100 766972745f77696669 000000               #   IFLA_INFO_KIND virt_wifi
    `,
    object: { link: 2, ifname: 'wlan0', linkinfo: { kind: 'virt_wifi' } },
  },
  {
    command: 'ip link add ovpn0 type ovpn',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      38000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0a00 0300 6f76706e3000 0000                         # IFLA_IFNAME ovpn0
      0c00 1200                                           # IFLA_LINKINFO
        0800 0100 6f76706e                                #   IFLA_INFO_KIND ovpn
    `,
    object: { ifname: 'ovpn0', linkinfo: { kind: 'ovpn' } },
  },
  // No command sends the mode: derived from linux/if_link.h (IFLA_OVPN_MODE 1, OVPN_MODE_MP 1) and ovpn_policy, NLA_U8.
  {
    command: 'derived: ovpn0, mode mp',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      44000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0a00 0300 6f76706e3000 0000                         # IFLA_IFNAME ovpn0
      1800 1200                                           # IFLA_LINKINFO
        0800 0100 6f76706e                                #   IFLA_INFO_KIND ovpn
        0c00 0200                                         #   IFLA_INFO_DATA
          0500 0100 01 000000                             #     IFLA_OVPN_MODE
    `,
    object: { ifname: 'ovpn0', linkinfo: { kind: 'ovpn', data: { mode: 'mp' } } },
  },
]

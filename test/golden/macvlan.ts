// macvlan and macvtap.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const macvlan: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip link add link eth0 name mv0 type macvlan mode passthru nopromisc',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      54000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 0500 0a000000                                  # IFLA_LINK
      0800 0300 6d763000                                  # IFLA_IFNAME mv0
      2400 1200                                           # IFLA_LINKINFO
        0b00 0100 6d6163766c616e 00                       #   IFLA_INFO_KIND macvlan
        1400 0200                                         #   IFLA_INFO_DATA
          0800 0100 08000000                              #     IFLA_MACVLAN_MODE
          0600 0200 0100 0000                             #     IFLA_MACVLAN_FLAGS
    `,
    object: { link: 10, ifname: 'mv0', linkinfo: { kind: 'macvlan', data: { mode: 'passthru', flags: ['nopromisc'] } } },
  },
  {
    command: 'ip link add link eth0 name mv1 type macvlan mode passthru nodst bcqueuelen 2000',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      5c000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 0500 0a000000                                  # IFLA_LINK
      0800 0300 6d763100                                  # IFLA_IFNAME mv1
      2c00 1200                                           # IFLA_LINKINFO
        0b00 0100 6d6163766c616e 00                       #   IFLA_INFO_KIND macvlan
        1c00 0200                                         #   IFLA_INFO_DATA
          0800 0700 d0070000                              #     IFLA_MACVLAN_BC_QUEUE_LEN
          0800 0100 08000000                              #     IFLA_MACVLAN_MODE
          0600 0200 0200 0000                             #     IFLA_MACVLAN_FLAGS
    `,
    object: {
      link: 10, ifname: 'mv1',
      linkinfo: { kind: 'macvlan', data: { bcQueueLen: 2000, mode: 'passthru', flags: ['nodst'] } },
    },
  },
  {   // iproute2 6.15
    command: 'ip link add link eth0 name mv2 type macvlan mode bridge bclim 5',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      54000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 0500 0a000000                                  # IFLA_LINK
      0800 0300 6d763200                                  # IFLA_IFNAME mv2
      2400 1200                                           # IFLA_LINKINFO
        0b00 0100 6d6163766c616e 00                       #   IFLA_INFO_KIND macvlan
        1400 0200                                         #   IFLA_INFO_DATA
          0800 0900 05000000                              #     IFLA_MACVLAN_BC_CUTOFF
          0800 0100 04000000                              #     IFLA_MACVLAN_MODE
    `,
    object: { link: 10, ifname: 'mv2', linkinfo: { kind: 'macvlan', data: { bcCutoff: 5, mode: 'bridge' } } },
  },
  {
    command: 'ip link set eth0 type macvlan macaddr add 02:00:00:00:00:01',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      48000000 1000 0500 00000000 00000000                # nlmsghdr
      00 00 0000 0a000000 00000000 00000000               # ifinfomsg
      2800 1200                                           # IFLA_LINKINFO
        0b00 0100 6d6163766c616e 00                       #   IFLA_INFO_KIND macvlan
        1800 0200                                         #   IFLA_INFO_DATA
          0800 0300 00000000                              #     IFLA_MACVLAN_MACADDR_MODE
          0a00 0400 020000000001 0000                     #     IFLA_MACVLAN_MACADDR
    `,
    object: { index: 10, linkinfo: { kind: 'macvlan', data: { macaddrMode: 'add', macaddr: '02:00:00:00:00:01' } } },
  },
  {
    command: 'ip link set eth0 type macvlan macaddr set 02:00:00:00:00:01 02:00:00:00:00:02',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      58000000 1000 0500 00000000 00000000                # nlmsghdr
      00 00 0000 0a000000 00000000 00000000               # ifinfomsg
      3800 1200                                           # IFLA_LINKINFO
        0b00 0100 6d6163766c616e 00                       #   IFLA_INFO_KIND macvlan
        2800 0200                                         #   IFLA_INFO_DATA
          0800 0300 03000000                              #     IFLA_MACVLAN_MACADDR_MODE
          1c00 0500                                       #     IFLA_MACVLAN_MACADDR_DATA
            0a00 0400 020000000001 0000                   #       IFLA_MACVLAN_MACADDR
            0a00 0400 020000000002 0000                   #       IFLA_MACVLAN_MACADDR
    `,
    object: {
      index: 10,
      linkinfo: {
        kind: 'macvlan',
        data: { macaddrMode: 'set', macaddrData: { macaddr: ['02:00:00:00:00:01', '02:00:00:00:00:02'] } },
      },
    },
  },
  {
    command: 'ip link set eth0 type macvlan macaddr flush',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      3c000000 1000 0500 00000000 00000000                # nlmsghdr
      00 00 0000 0a000000 00000000 00000000               # ifinfomsg
      1c00 1200                                           # IFLA_LINKINFO
        0b00 0100 6d6163766c616e 00                       #   IFLA_INFO_KIND macvlan
        0c00 0200                                         #   IFLA_INFO_DATA
          0800 0300 02000000                              #     IFLA_MACVLAN_MACADDR_MODE
    `,
    object: { index: 10, linkinfo: { kind: 'macvlan', data: { macaddrMode: 'flush' } } },
  },
  {
    command: 'ip link add link eth0 name mt0 type macvtap mode vepa',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      4c000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 0500 0a000000                                  # IFLA_LINK
      0800 0300 6d743000                                  # IFLA_IFNAME mt0
      1c00 1200                                           # IFLA_LINKINFO
        0b00 0100 6d616376746170 00                       #   IFLA_INFO_KIND macvtap
        0c00 0200                                         #   IFLA_INFO_DATA
          0800 0100 02000000                              #     IFLA_MACVLAN_MODE
    `,
    object: { link: 10, ifname: 'mt0', linkinfo: { kind: 'macvtap', data: { mode: 'vepa' } } },
  },
  {
    command: 'ip link add link eth0 name mv3 type macvlan mode private',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      4c000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 0500 0a000000                                  # IFLA_LINK
      0800 0300 6d763300                                  # IFLA_IFNAME mv3
      1c00 1200                                           # IFLA_LINKINFO
        0b00 0100 6d6163766c616e 00                       #   IFLA_INFO_KIND macvlan
        0c00 0200                                         #   IFLA_INFO_DATA
          0800 0100 01000000                              #     IFLA_MACVLAN_MODE
    `,
    object: { link: 10, ifname: 'mv3', linkinfo: { kind: 'macvlan', data: { mode: 'private' } } },
  },
  {
    command: 'ip link add link eth0 name mv4 type macvlan mode source',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      4c000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 0500 0a000000                                  # IFLA_LINK
      0800 0300 6d763400                                  # IFLA_IFNAME mv4
      1c00 1200                                           # IFLA_LINKINFO
        0b00 0100 6d6163766c616e 00                       #   IFLA_INFO_KIND macvlan
        0c00 0200                                         #   IFLA_INFO_DATA
          0800 0100 10000000                              #     IFLA_MACVLAN_MODE
    `,
    object: { link: 10, ifname: 'mv4', linkinfo: { kind: 'macvlan', data: { mode: 'source' } } },
  },
]

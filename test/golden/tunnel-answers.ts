// What the kernel tells of tunnels.
// From Linux 6.12 in a virtual machine (capture.ts); of each message the header, the name and the kind's part.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const tunnelAnswers: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip link add x type gre local 10.0.0.1 remote 10.0.0.2 ttl 64 key 5 seq',
    type: 'RTM_NEWLINK', flags: [],
    bytes: `
      b8000000 1000 0000 00000000 00000000                # nlmsghdr
      00 00 0a03 06000000 90000000 00000000               # ifinfomsg
      0600 0300 7800 0000                                 # IFLA_IFNAME x
      9000 1200                                           # IFLA_LINKINFO
        0800 0100 67726500                                #   IFLA_INFO_KIND gre
        8400 0200                                         #   IFLA_INFO_DATA
          0800 0100 00000000                              #     IFLA_GRE_LINK
          0600 0200 3000 0000                             #     IFLA_GRE_IFLAGS
          0600 0300 3000 0000                             #     IFLA_GRE_OFLAGS
          0800 0400 00000005                              #     IFLA_GRE_IKEY
          0800 0500 00000005                              #     IFLA_GRE_OKEY
          0800 0600 0a000001                              #     IFLA_GRE_LOCAL
          0800 0700 0a000002                              #     IFLA_GRE_REMOTE
          0500 0800 40 000000                             #     IFLA_GRE_TTL
          0500 0900 00 000000                             #     IFLA_GRE_TOS
          0500 0a00 01 000000                             #     IFLA_GRE_PMTUDISC
          0800 1400 00000000                              #     IFLA_GRE_FWMARK
          0600 0e00 0000 0000                             #     IFLA_GRE_ENCAP_TYPE
          0600 1000 0000 0000                             #     IFLA_GRE_ENCAP_SPORT
          0600 1100 0000 0000                             #     IFLA_GRE_ENCAP_DPORT
          0600 0f00 0000 0000                             #     IFLA_GRE_ENCAP_FLAGS
          0500 1300 00 000000                             #     IFLA_GRE_IGNORE_DF
    `,
    object: {
      type: 'gre', index: 6, flags: ['POINTOPOINT', 'NOARP'], ifname: 'x',
      linkinfo: {
        kind: 'gre',
        data: {
          link: 0, iflags: ['key', 'seq'], oflags: ['key', 'seq'], ikey: 5, okey: 5, local: '10.0.0.1',
          remote: '10.0.0.2', ttl: 64, tos: 0, pmtudisc: true, fwmark: 0, encapType: 'none', encapSport: 0, encapDport: 0,
          encapFlags: [], ignoreDf: false,
        },
      },
    },
  },
  {
    command: 'ip link add x type erspan local 10.0.0.1 remote 10.0.0.2 seq key 5 erspan_ver 2 erspan_dir egress ' +
      'erspan_hwid 17',
    type: 'RTM_NEWLINK', flags: [],
    bytes: `
      d4000000 1000 0000 00000000 00000000                # nlmsghdr
      00 00 0100 06000000 02100000 00000000               # ifinfomsg
      0600 0300 7800 0000                                 # IFLA_IFNAME x
      ac00 1200                                           # IFLA_LINKINFO
        0b00 0100 65727370616e00 00                       #   IFLA_INFO_KIND erspan
        9c00 0200                                         #   IFLA_INFO_DATA
          0500 1600 02 000000                             #     IFLA_GRE_ERSPAN_VER
          0500 1700 01 000000                             #     IFLA_GRE_ERSPAN_DIR
          0600 1800 1100 0000                             #     IFLA_GRE_ERSPAN_HWID
          0800 0100 00000000                              #     IFLA_GRE_LINK
          0600 0200 3000 0000                             #     IFLA_GRE_IFLAGS
          0600 0300 3000 0000                             #     IFLA_GRE_OFLAGS
          0800 0400 00000005                              #     IFLA_GRE_IKEY
          0800 0500 00000005                              #     IFLA_GRE_OKEY
          0800 0600 0a000001                              #     IFLA_GRE_LOCAL
          0800 0700 0a000002                              #     IFLA_GRE_REMOTE
          0500 0800 00 000000                             #     IFLA_GRE_TTL
          0500 0900 00 000000                             #     IFLA_GRE_TOS
          0500 0a00 01 000000                             #     IFLA_GRE_PMTUDISC
          0800 1400 00000000                              #     IFLA_GRE_FWMARK
          0600 0e00 0000 0000                             #     IFLA_GRE_ENCAP_TYPE
          0600 1000 0000 0000                             #     IFLA_GRE_ENCAP_SPORT
          0600 1100 0000 0000                             #     IFLA_GRE_ENCAP_DPORT
          0600 0f00 0000 0000                             #     IFLA_GRE_ENCAP_FLAGS
          0500 1300 00 000000                             #     IFLA_GRE_IGNORE_DF
    `,
    object: {
      type: 'ether', index: 6, flags: ['BROADCAST', 'MULTICAST'], ifname: 'x',
      linkinfo: {
        kind: 'erspan',
        data: {
          erspanVer: 2, erspanDir: 1, erspanHwid: 17, link: 0, iflags: ['key', 'seq'], oflags: ['key', 'seq'], ikey: 5,
          okey: 5, local: '10.0.0.1', remote: '10.0.0.2', ttl: 0, tos: 0, pmtudisc: true, fwmark: 0, encapType: 'none',
          encapSport: 0, encapDport: 0, encapFlags: [], ignoreDf: false,
        },
      },
    },
  },
  {
    command: 'ip link add x type ip6gre local fd00::1 remote fd00::2',
    type: 'RTM_NEWLINK', flags: [],
    bytes: `
      d4000000 1000 0000 00000000 00000000                # nlmsghdr
      00 00 3703 06000000 90000000 00000000               # ifinfomsg
      0600 0300 7800 0000                                 # IFLA_IFNAME x
      ac00 1200                                           # IFLA_LINKINFO
        0b00 0100 69703667726500 00                       #   IFLA_INFO_KIND ip6gre
        9c00 0200                                         #   IFLA_INFO_DATA
          0800 0100 00000000                              #     IFLA_GRE_LINK
          0600 0200 0000 0000                             #     IFLA_GRE_IFLAGS
          0600 0300 0000 0000                             #     IFLA_GRE_OFLAGS
          0800 0400 00000000                              #     IFLA_GRE_IKEY
          0800 0500 00000000                              #     IFLA_GRE_OKEY
          1400 0600 fd000000000000000000000000000001      #     IFLA_GRE_LOCAL
          1400 0700 fd000000000000000000000000000002      #     IFLA_GRE_REMOTE
          0500 0800 40 000000                             #     IFLA_GRE_TTL
          0500 0b00 04 000000                             #     IFLA_GRE_ENCAP_LIMIT
          0800 0c00 00000000                              #     IFLA_GRE_FLOWINFO
          0800 0d00 00000300                              #     IFLA_GRE_FLAGS
          0800 1400 00000000                              #     IFLA_GRE_FWMARK
          0600 0e00 0000 0000                             #     IFLA_GRE_ENCAP_TYPE
          0600 1000 0000 0000                             #     IFLA_GRE_ENCAP_SPORT
          0600 1100 0000 0000                             #     IFLA_GRE_ENCAP_DPORT
          0600 0f00 0200 0000                             #     IFLA_GRE_ENCAP_FLAGS
    `,
    object: {
      type: 'gre6', index: 6, flags: ['POINTOPOINT', 'NOARP'], ifname: 'x',
      linkinfo: {
        kind: 'ip6gre',
        data: {
          link: 0, iflags: [], oflags: [], ikey: 0, okey: 0, local: 'fd00::1', remote: 'fd00::2', ttl: 64, encapLimit: 4,
          flowinfo: 0, flags: ['0x10000', '0x20000'], fwmark: 0, encapType: 'none', encapSport: 0, encapDport: 0,
          encapFlags: ['csum6'],
        },
      },
    },
  },
  {
    command: 'ip link add x type ipip local 10.0.0.1 remote 10.0.0.2',
    type: 'RTM_NEWLINK', flags: [],
    bytes: `
      9c000000 1000 0000 00000000 00000000                # nlmsghdr
      00 00 0003 06000000 90000000 00000000               # ifinfomsg
      0600 0300 7800 0000                                 # IFLA_IFNAME x
      7400 1200                                           # IFLA_LINKINFO
        0900 0100 6970697000 000000                       #   IFLA_INFO_KIND ipip
        6400 0200                                         #   IFLA_INFO_DATA
          0800 0100 00000000                              #     IFLA_IPTUN_LINK
          0800 0200 0a000001                              #     IFLA_IPTUN_LOCAL
          0800 0300 0a000002                              #     IFLA_IPTUN_REMOTE
          0500 0400 00 000000                             #     IFLA_IPTUN_TTL
          0500 0500 00 000000                             #     IFLA_IPTUN_TOS
          0500 0900 00 000000                             #     IFLA_IPTUN_PROTO
          0500 0a00 01 000000                             #     IFLA_IPTUN_PMTUDISC
          0800 1400 00000000                              #     IFLA_IPTUN_FWMARK
          0600 0f00 0000 0000                             #     IFLA_IPTUN_ENCAP_TYPE
          0600 1100 0000 0000                             #     IFLA_IPTUN_ENCAP_SPORT
          0600 1200 0000 0000                             #     IFLA_IPTUN_ENCAP_DPORT
          0600 1000 0000 0000                             #     IFLA_IPTUN_ENCAP_FLAGS
    `,
    object: {
      type: 'ipip', index: 6, flags: ['POINTOPOINT', 'NOARP'], ifname: 'x',
      linkinfo: {
        kind: 'ipip',
        data: {
          link: 0, local: '10.0.0.1', remote: '10.0.0.2', ttl: 0, tos: 0, proto: 'ip', pmtudisc: true, fwmark: 0,
          encapType: 'none', encapSport: 0, encapDport: 0, encapFlags: [],
        },
      },
    },
  },
  {
    command: 'ip link add x type sit local 10.0.0.1 6rd-prefix 2001:db8::/32 6rd-relay_prefix 10.0.0.0/8',
    type: 'RTM_NEWLINK', flags: [],
    bytes: `
      cc000000 1000 0000 00000000 00000000                # nlmsghdr
      00 00 0803 06000000 80000000 00000000               # ifinfomsg
      0600 0300 7800 0000                                 # IFLA_IFNAME x
      a400 1200                                           # IFLA_LINKINFO
        0800 0100 73697400                                #   IFLA_INFO_KIND sit
        9800 0200                                         #   IFLA_INFO_DATA
          0800 0100 00000000                              #     IFLA_IPTUN_LINK
          0800 0200 0a000001                              #     IFLA_IPTUN_LOCAL
          0800 0300 00000000                              #     IFLA_IPTUN_REMOTE
          0500 0400 00 000000                             #     IFLA_IPTUN_TTL
          0500 0500 00 000000                             #     IFLA_IPTUN_TOS
          0500 0a00 01 000000                             #     IFLA_IPTUN_PMTUDISC
          0500 0900 00 000000                             #     IFLA_IPTUN_PROTO
          0600 0800 0000 0000                             #     IFLA_IPTUN_FLAGS
          0800 1400 00000000                              #     IFLA_IPTUN_FWMARK
          1400 0b00 20010db8000000000000000000000000      #     IFLA_IPTUN_6RD_PREFIX
          0800 0c00 0a000000                              #     IFLA_IPTUN_6RD_RELAY_PREFIX
          0600 0d00 2000 0000                             #     IFLA_IPTUN_6RD_PREFIXLEN
          0600 0e00 0800 0000                             #     IFLA_IPTUN_6RD_RELAY_PREFIXLEN
          0600 0f00 0000 0000                             #     IFLA_IPTUN_ENCAP_TYPE
          0600 1100 0000 0000                             #     IFLA_IPTUN_ENCAP_SPORT
          0600 1200 0000 0000                             #     IFLA_IPTUN_ENCAP_DPORT
          0600 1000 0000 0000                             #     IFLA_IPTUN_ENCAP_FLAGS
    `,
    object: {
      type: 'sit', index: 6, flags: ['NOARP'], ifname: 'x',
      linkinfo: {
        kind: 'sit',
        data: {
          link: 0, local: '10.0.0.1', remote: '0.0.0.0', ttl: 0, tos: 0, pmtudisc: true, proto: 'ip', flags: [],
          fwmark: 0, sixrdPrefix: '2001:db8::', sixrdRelayPrefix: '10.0.0.0', sixrdPrefixlen: 32, sixrdRelayPrefixlen: 8,
          encapType: 'none', encapSport: 0, encapDport: 0, encapFlags: [],
        },
      },
    },
  },
  {
    command: 'ip link add x type ip6tnl local fd00::1 remote fd00::2 mode ipip6',
    type: 'RTM_NEWLINK', flags: [],
    bytes: `
      bc000000 1000 0000 00000000 00000000                # nlmsghdr
      00 00 0103 06000000 90000000 00000000               # ifinfomsg
      0600 0300 7800 0000                                 # IFLA_IFNAME x
      9400 1200                                           # IFLA_LINKINFO
        0b00 0100 697036746e6c00 00                       #   IFLA_INFO_KIND ip6tnl
        8400 0200                                         #   IFLA_INFO_DATA
          0800 0100 00000000                              #     IFLA_IPTUN_LINK
          1400 0200 fd000000000000000000000000000001      #     IFLA_IPTUN_LOCAL
          1400 0300 fd000000000000000000000000000002      #     IFLA_IPTUN_REMOTE
          0500 0400 40 000000                             #     IFLA_IPTUN_TTL
          0500 0600 04 000000                             #     IFLA_IPTUN_ENCAP_LIMIT
          0800 0700 00000000                              #     IFLA_IPTUN_FLOWINFO
          0800 0800 00000300                              #     IFLA_IPTUN_FLAGS
          0500 0900 04 000000                             #     IFLA_IPTUN_PROTO
          0800 1400 00000000                              #     IFLA_IPTUN_FWMARK
          0600 0f00 0000 0000                             #     IFLA_IPTUN_ENCAP_TYPE
          0600 1100 0000 0000                             #     IFLA_IPTUN_ENCAP_SPORT
          0600 1200 0000 0000                             #     IFLA_IPTUN_ENCAP_DPORT
          0600 1000 0200 0000                             #     IFLA_IPTUN_ENCAP_FLAGS
    `,
    object: {
      type: 'tunnel6', index: 6, flags: ['POINTOPOINT', 'NOARP'], ifname: 'x',
      linkinfo: {
        kind: 'ip6tnl',
        data: {
          link: 0, local: 'fd00::1', remote: 'fd00::2', ttl: 64, encapLimit: 4, flowinfo: 0,
          flags: ['0x10000', '0x20000'], proto: 'ipip', fwmark: 0, encapType: 'none', encapSport: 0, encapDport: 0,
          encapFlags: ['csum6'],
        },
      },
    },
  },
  {
    command: 'ip link add x type vti local 10.0.0.1 remote 10.0.0.2 ikey 5 okey 6',
    type: 'RTM_NEWLINK', flags: [],
    bytes: `
      68000000 1000 0000 00000000 00000000                # nlmsghdr
      00 00 0003 06000000 90000000 00000000               # ifinfomsg
      0600 0300 7800 0000                                 # IFLA_IFNAME x
      4000 1200                                           # IFLA_LINKINFO
        0800 0100 76746900                                #   IFLA_INFO_KIND vti
        3400 0200                                         #   IFLA_INFO_DATA
          0800 0100 00000000                              #     IFLA_VTI_LINK
          0800 0200 00000005                              #     IFLA_VTI_IKEY
          0800 0300 00000006                              #     IFLA_VTI_OKEY
          0800 0400 0a000001                              #     IFLA_VTI_LOCAL
          0800 0500 0a000002                              #     IFLA_VTI_REMOTE
          0800 0600 00000000                              #     IFLA_VTI_FWMARK
    `,
    object: {
      type: 'ipip', index: 6, flags: ['POINTOPOINT', 'NOARP'], ifname: 'x',
      linkinfo: { kind: 'vti', data: { link: 0, ikey: 5, okey: 6, local: '10.0.0.1', remote: '10.0.0.2', fwmark: 0 } },
    },
  },
  {
    command: 'ip link add x type vti6 local fd00::1 remote fd00::2 key 5',
    type: 'RTM_NEWLINK', flags: [],
    bytes: `
      84000000 1000 0000 00000000 00000000                # nlmsghdr
      00 00 0103 06000000 90000000 00000000               # ifinfomsg
      0600 0300 7800 0000                                 # IFLA_IFNAME x
      5c00 1200                                           # IFLA_LINKINFO
        0900 0100 7674693600 000000                       #   IFLA_INFO_KIND vti6
        4c00 0200                                         #   IFLA_INFO_DATA
          0800 0100 00000000                              #     IFLA_VTI_LINK
          1400 0400 fd000000000000000000000000000001      #     IFLA_VTI_LOCAL
          1400 0500 fd000000000000000000000000000002      #     IFLA_VTI_REMOTE
          0800 0200 00000005                              #     IFLA_VTI_IKEY
          0800 0300 00000005                              #     IFLA_VTI_OKEY
          0800 0600 00000000                              #     IFLA_VTI_FWMARK
    `,
    object: {
      type: 'tunnel6', index: 6, flags: ['POINTOPOINT', 'NOARP'], ifname: 'x',
      linkinfo: { kind: 'vti6', data: { link: 0, local: 'fd00::1', remote: 'fd00::2', ikey: 5, okey: 5, fwmark: 0 } },
    },
  },
]

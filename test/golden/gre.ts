// GRE over IPv4.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const gre: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip link add gre1 type gre local 10.0.0.1 remote 10.0.0.2',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      ac000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0900 0300 6772653100 000000                         # IFLA_IFNAME gre1
      8000 1200                                           # IFLA_LINKINFO
        0700 0100 677265 00                               #   IFLA_INFO_KIND gre
        7400 0200                                         #   IFLA_INFO_DATA
          0800 0400 00000000                              #     IFLA_GRE_IKEY
          0800 0500 00000000                              #     IFLA_GRE_OKEY
          0600 0200 0000 0000                             #     IFLA_GRE_IFLAGS
          0600 0300 0000 0000                             #     IFLA_GRE_OFLAGS
          0800 0600 0a000001                              #     IFLA_GRE_LOCAL
          0800 0700 0a000002                              #     IFLA_GRE_REMOTE
          0500 0a00 01 000000                             #     IFLA_GRE_PMTUDISC
          0500 0900 00 000000                             #     IFLA_GRE_TOS
          0500 0800 00 000000                             #     IFLA_GRE_TTL
          0800 1400 00000000                              #     IFLA_GRE_FWMARK
          0600 0e00 0000 0000                             #     IFLA_GRE_ENCAP_TYPE
          0600 0f00 0000 0000                             #     IFLA_GRE_ENCAP_FLAGS
          0600 1000 0000 0000                             #     IFLA_GRE_ENCAP_SPORT
          0600 1100 0000 0000                             #     IFLA_GRE_ENCAP_DPORT
    `,
    object: {
      ifname: 'gre1',
      linkinfo: {
        kind: 'gre',
        data: {
          ikey: 0, okey: 0, iflags: [], oflags: [], local: '10.0.0.1', remote: '10.0.0.2', pmtudisc: true, tos: 0, ttl: 0,
          fwmark: 0, encapType: 'none', encapFlags: [], encapSport: 0, encapDport: 0,
        },
      },
    },
  },
  {
    command: 'ip link add gre2 type gre remote 10.0.0.2 ttl 64 tos inherit key 5 csum seq dev eth0 nopmtudisc ' +
      'ignore-df fwmark 9',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      b4000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0900 0300 6772653200 000000                         # IFLA_IFNAME gre2
      8800 1200                                           # IFLA_LINKINFO
        0700 0100 677265 00                               #   IFLA_INFO_KIND gre
        7c00 0200                                         #   IFLA_INFO_DATA
          0800 0400 00000005                              #     IFLA_GRE_IKEY
          0800 0500 00000005                              #     IFLA_GRE_OKEY
          0600 0200 b000 0000                             #     IFLA_GRE_IFLAGS
          0600 0300 b000 0000                             #     IFLA_GRE_OFLAGS
          0800 0700 0a000002                              #     IFLA_GRE_REMOTE
          0500 0a00 00 000000                             #     IFLA_GRE_PMTUDISC
          0500 1300 01 000000                             #     IFLA_GRE_IGNORE_DF
          0500 0900 01 000000                             #     IFLA_GRE_TOS
          0800 0100 0a000000                              #     IFLA_GRE_LINK
          0500 0800 40 000000                             #     IFLA_GRE_TTL
          0800 1400 09000000                              #     IFLA_GRE_FWMARK
          0600 0e00 0000 0000                             #     IFLA_GRE_ENCAP_TYPE
          0600 0f00 0000 0000                             #     IFLA_GRE_ENCAP_FLAGS
          0600 1000 0000 0000                             #     IFLA_GRE_ENCAP_SPORT
          0600 1100 0000 0000                             #     IFLA_GRE_ENCAP_DPORT
    `,
    object: {
      ifname: 'gre2',
      linkinfo: {
        kind: 'gre',
        data: {
          ikey: 5, okey: 5, iflags: ['csum', 'key', 'seq'], oflags: ['csum', 'key', 'seq'], remote: '10.0.0.2',
          pmtudisc: false, ignoreDf: true, tos: 1, link: 10, ttl: 64, fwmark: 9, encapType: 'none', encapFlags: [],
          encapSport: 0, encapDport: 0,
        },
      },
    },
  },
  {
    command: 'ip link add gre3 type gre local 10.0.0.1 remote any ikey 1.2.3.4 okey 6 icsum oseq ttl inherit tos ' +
      '0x10 pmtudisc noignore-df',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      ac000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0900 0300 6772653300 000000                         # IFLA_IFNAME gre3
      8000 1200                                           # IFLA_LINKINFO
        0700 0100 677265 00                               #   IFLA_INFO_KIND gre
        7400 0200                                         #   IFLA_INFO_DATA
          0800 0400 01020304                              #     IFLA_GRE_IKEY
          0800 0500 00000006                              #     IFLA_GRE_OKEY
          0600 0200 a000 0000                             #     IFLA_GRE_IFLAGS
          0600 0300 3000 0000                             #     IFLA_GRE_OFLAGS
          0800 0600 0a000001                              #     IFLA_GRE_LOCAL
          0500 0a00 01 000000                             #     IFLA_GRE_PMTUDISC
          0500 1300 00 000000                             #     IFLA_GRE_IGNORE_DF
          0500 0900 10 000000                             #     IFLA_GRE_TOS
          0500 0800 00 000000                             #     IFLA_GRE_TTL
          0800 1400 00000000                              #     IFLA_GRE_FWMARK
          0600 0e00 0000 0000                             #     IFLA_GRE_ENCAP_TYPE
          0600 0f00 0000 0000                             #     IFLA_GRE_ENCAP_FLAGS
          0600 1000 0000 0000                             #     IFLA_GRE_ENCAP_SPORT
          0600 1100 0000 0000                             #     IFLA_GRE_ENCAP_DPORT
    `,
    object: {
      ifname: 'gre3',
      linkinfo: {
        kind: 'gre',
        data: {
          ikey: 16909060, okey: 6, iflags: ['csum', 'key'], oflags: ['key', 'seq'], local: '10.0.0.1', pmtudisc: true,
          ignoreDf: false, tos: 16, ttl: 0, fwmark: 0, encapType: 'none', encapFlags: [], encapSport: 0, encapDport: 0,
        },
      },
    },
  },
  {
    command: 'ip link add gre4 type gre remote 10.0.0.2 encap fou encap-sport auto encap-dport 5555 encap-csum ' +
      'encap-remcsum',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      a4000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0900 0300 6772653400 000000                         # IFLA_IFNAME gre4
      7800 1200                                           # IFLA_LINKINFO
        0700 0100 677265 00                               #   IFLA_INFO_KIND gre
        6c00 0200                                         #   IFLA_INFO_DATA
          0800 0400 00000000                              #     IFLA_GRE_IKEY
          0800 0500 00000000                              #     IFLA_GRE_OKEY
          0600 0200 0000 0000                             #     IFLA_GRE_IFLAGS
          0600 0300 0000 0000                             #     IFLA_GRE_OFLAGS
          0800 0700 0a000002                              #     IFLA_GRE_REMOTE
          0500 0a00 01 000000                             #     IFLA_GRE_PMTUDISC
          0500 0900 00 000000                             #     IFLA_GRE_TOS
          0500 0800 00 000000                             #     IFLA_GRE_TTL
          0800 1400 00000000                              #     IFLA_GRE_FWMARK
          0600 0e00 0100 0000                             #     IFLA_GRE_ENCAP_TYPE
          0600 0f00 0500 0000                             #     IFLA_GRE_ENCAP_FLAGS
          0600 1000 0000 0000                             #     IFLA_GRE_ENCAP_SPORT
          0600 1100 15b3 0000                             #     IFLA_GRE_ENCAP_DPORT
    `,
    object: {
      ifname: 'gre4',
      linkinfo: {
        kind: 'gre',
        data: {
          ikey: 0, okey: 0, iflags: [], oflags: [], remote: '10.0.0.2', pmtudisc: true, tos: 0, ttl: 0, fwmark: 0,
          encapType: 'fou', encapFlags: ['csum', 'remcsum'], encapSport: 0, encapDport: 5555,
        },
      },
    },
  },
  {
    command: 'ip link add gre5 type gre external',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      40000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0900 0300 6772653500 000000                         # IFLA_IFNAME gre5
      1400 1200                                           # IFLA_LINKINFO
        0700 0100 677265 00                               #   IFLA_INFO_KIND gre
        0800 0200                                         #   IFLA_INFO_DATA
          0400 1200                                       #     IFLA_GRE_COLLECT_METADATA
    `,
    object: { ifname: 'gre5', linkinfo: { kind: 'gre', data: { collectMetadata: true } } },
  },
]

// IP in IPv4.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const ipip: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip link add ipip1 type ipip local 10.0.0.1 remote 10.0.0.2',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      9c000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0a00 0300 697069703100 0000                         # IFLA_IFNAME ipip1
      7000 1200                                           # IFLA_LINKINFO
        0800 0100 69706970                                #   IFLA_INFO_KIND ipip
        6400 0200                                         #   IFLA_INFO_DATA
          0500 0900 00 000000                             #     IFLA_IPTUN_PROTO
          0800 0200 0a000001                              #     IFLA_IPTUN_LOCAL
          0800 0300 0a000002                              #     IFLA_IPTUN_REMOTE
          0500 0a00 01 000000                             #     IFLA_IPTUN_PMTUDISC
          0500 0500 00 000000                             #     IFLA_IPTUN_TOS
          0500 0400 00 000000                             #     IFLA_IPTUN_TTL
          0800 0100 00000000                              #     IFLA_IPTUN_LINK
          0800 1400 00000000                              #     IFLA_IPTUN_FWMARK
          0600 0f00 0000 0000                             #     IFLA_IPTUN_ENCAP_TYPE
          0600 1000 0000 0000                             #     IFLA_IPTUN_ENCAP_FLAGS
          0600 1100 0000 0000                             #     IFLA_IPTUN_ENCAP_SPORT
          0600 1200 0000 0000                             #     IFLA_IPTUN_ENCAP_DPORT
    `,
    object: {
      ifname: 'ipip1',
      linkinfo: {
        kind: 'ipip',
        data: {
          proto: 'ip', local: '10.0.0.1', remote: '10.0.0.2', pmtudisc: true, tos: 0, ttl: 0, link: 0, fwmark: 0,
          encapType: 'none', encapFlags: [], encapSport: 0, encapDport: 0,
        },
      },
    },
  },
  {
    command: 'ip link add ipip2 type ipip remote 10.0.0.2 tos 0x10 dev eth0 nopmtudisc mode any fwmark 9 encap ' +
      'gue encap-sport auto encap-dport 5555 encap-csum',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      94000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0a00 0300 697069703200 0000                         # IFLA_IFNAME ipip2
      6800 1200                                           # IFLA_LINKINFO
        0800 0100 69706970                                #   IFLA_INFO_KIND ipip
        5c00 0200                                         #   IFLA_INFO_DATA
          0500 0900 00 000000                             #     IFLA_IPTUN_PROTO
          0800 0300 0a000002                              #     IFLA_IPTUN_REMOTE
          0500 0a00 00 000000                             #     IFLA_IPTUN_PMTUDISC
          0500 0500 10 000000                             #     IFLA_IPTUN_TOS
          0500 0400 00 000000                             #     IFLA_IPTUN_TTL
          0800 0100 0a000000                              #     IFLA_IPTUN_LINK
          0800 1400 09000000                              #     IFLA_IPTUN_FWMARK
          0600 0f00 0200 0000                             #     IFLA_IPTUN_ENCAP_TYPE
          0600 1000 0100 0000                             #     IFLA_IPTUN_ENCAP_FLAGS
          0600 1100 0000 0000                             #     IFLA_IPTUN_ENCAP_SPORT
          0600 1200 15b3 0000                             #     IFLA_IPTUN_ENCAP_DPORT
    `,
    object: {
      ifname: 'ipip2',
      linkinfo: {
        kind: 'ipip',
        data: {
          proto: 'ip', remote: '10.0.0.2', pmtudisc: false, tos: 16, ttl: 0, link: 10, fwmark: 9, encapType: 'gue',
          encapFlags: ['csum'], encapSport: 0, encapDport: 5555,
        },
      },
    },
  },
  {
    command: 'ip link add ipip3 type ipip external mode mplsip',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      48000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0a00 0300 697069703300 0000                         # IFLA_IFNAME ipip3
      1c00 1200                                           # IFLA_LINKINFO
        0800 0100 69706970                                #   IFLA_INFO_KIND ipip
        1000 0200                                         #   IFLA_INFO_DATA
          0500 0900 89 000000                             #     IFLA_IPTUN_PROTO
          0400 1300                                       #     IFLA_IPTUN_COLLECT_METADATA
    `,
    object: { ifname: 'ipip3', linkinfo: { kind: 'ipip', data: { proto: 'mpls', collectMetadata: true } } },
  },
]

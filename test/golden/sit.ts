// IPv6 in IPv4.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const sit: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip link add sit1 type sit local 10.0.0.1 remote 10.0.0.2 ttl 64',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      a4000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0900 0300 7369743100 000000                         # IFLA_IFNAME sit1
      7800 1200                                           # IFLA_LINKINFO
        0700 0100 736974 00                               #   IFLA_INFO_KIND sit
        6c00 0200                                         #   IFLA_INFO_DATA
          0500 0900 00 000000                             #     IFLA_IPTUN_PROTO
          0800 0200 0a000001                              #     IFLA_IPTUN_LOCAL
          0800 0300 0a000002                              #     IFLA_IPTUN_REMOTE
          0500 0a00 01 000000                             #     IFLA_IPTUN_PMTUDISC
          0500 0500 00 000000                             #     IFLA_IPTUN_TOS
          0500 0400 40 000000                             #     IFLA_IPTUN_TTL
          0800 0100 00000000                              #     IFLA_IPTUN_LINK
          0800 1400 00000000                              #     IFLA_IPTUN_FWMARK
          0600 0f00 0000 0000                             #     IFLA_IPTUN_ENCAP_TYPE
          0600 1000 0000 0000                             #     IFLA_IPTUN_ENCAP_FLAGS
          0600 1100 0000 0000                             #     IFLA_IPTUN_ENCAP_SPORT
          0600 1200 0000 0000                             #     IFLA_IPTUN_ENCAP_DPORT
          0600 0800 0000 0000                             #     IFLA_IPTUN_FLAGS
    `,
    object: {
      ifname: 'sit1',
      linkinfo: {
        kind: 'sit',
        data: {
          proto: 'ip', local: '10.0.0.1', remote: '10.0.0.2', pmtudisc: true, tos: 0, ttl: 64, link: 0, fwmark: 0,
          encapType: 'none', encapFlags: [], encapSport: 0, encapDport: 0, flags: [],
        },
      },
    },
  },
  {
    command: 'ip link add sit2 type sit local 10.0.0.1 isatap mode ip6ip tos inherit',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      9c000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0900 0300 7369743200 000000                         # IFLA_IFNAME sit2
      7000 1200                                           # IFLA_LINKINFO
        0700 0100 736974 00                               #   IFLA_INFO_KIND sit
        6400 0200                                         #   IFLA_INFO_DATA
          0500 0900 29 000000                             #     IFLA_IPTUN_PROTO
          0800 0200 0a000001                              #     IFLA_IPTUN_LOCAL
          0500 0a00 01 000000                             #     IFLA_IPTUN_PMTUDISC
          0500 0500 01 000000                             #     IFLA_IPTUN_TOS
          0500 0400 00 000000                             #     IFLA_IPTUN_TTL
          0800 0100 00000000                              #     IFLA_IPTUN_LINK
          0800 1400 00000000                              #     IFLA_IPTUN_FWMARK
          0600 0f00 0000 0000                             #     IFLA_IPTUN_ENCAP_TYPE
          0600 1000 0000 0000                             #     IFLA_IPTUN_ENCAP_FLAGS
          0600 1100 0000 0000                             #     IFLA_IPTUN_ENCAP_SPORT
          0600 1200 0000 0000                             #     IFLA_IPTUN_ENCAP_DPORT
          0600 0800 0100 0000                             #     IFLA_IPTUN_FLAGS
    `,
    object: {
      ifname: 'sit2',
      linkinfo: {
        kind: 'sit',
        data: {
          proto: 'ipv6', local: '10.0.0.1', pmtudisc: true, tos: 1, ttl: 0, link: 0, fwmark: 0, encapType: 'none',
          encapFlags: [], encapSport: 0, encapDport: 0, flags: ['isatap'],
        },
      },
    },
  },
  {
    command: 'ip link add sit3 type sit local 10.0.0.1 6rd-prefix 2001:db8::/32 6rd-relay_prefix 10.0.0.0/8 mode any',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      c8000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0900 0300 7369743300 000000                         # IFLA_IFNAME sit3
      9c00 1200                                           # IFLA_LINKINFO
        0700 0100 736974 00                               #   IFLA_INFO_KIND sit
        9000 0200                                         #   IFLA_INFO_DATA
          0500 0900 00 000000                             #     IFLA_IPTUN_PROTO
          0800 0200 0a000001                              #     IFLA_IPTUN_LOCAL
          0500 0a00 01 000000                             #     IFLA_IPTUN_PMTUDISC
          0500 0500 00 000000                             #     IFLA_IPTUN_TOS
          0500 0400 00 000000                             #     IFLA_IPTUN_TTL
          0800 0100 00000000                              #     IFLA_IPTUN_LINK
          0800 1400 00000000                              #     IFLA_IPTUN_FWMARK
          0600 0f00 0000 0000                             #     IFLA_IPTUN_ENCAP_TYPE
          0600 1000 0000 0000                             #     IFLA_IPTUN_ENCAP_FLAGS
          0600 1100 0000 0000                             #     IFLA_IPTUN_ENCAP_SPORT
          0600 1200 0000 0000                             #     IFLA_IPTUN_ENCAP_DPORT
          0600 0800 0000 0000                             #     IFLA_IPTUN_FLAGS
          1400 0b00 20010db8000000000000000000000000      #     IFLA_IPTUN_6RD_PREFIX
          0600 0d00 2000 0000                             #     IFLA_IPTUN_6RD_PREFIXLEN
          0800 0c00 0a000000                              #     IFLA_IPTUN_6RD_RELAY_PREFIX
          0600 0e00 0800 0000                             #     IFLA_IPTUN_6RD_RELAY_PREFIXLEN
    `,
    object: {
      ifname: 'sit3',
      linkinfo: {
        kind: 'sit',
        data: {
          proto: 'ip', local: '10.0.0.1', pmtudisc: true, tos: 0, ttl: 0, link: 0, fwmark: 0, encapType: 'none',
          encapFlags: [], encapSport: 0, encapDport: 0, flags: [], sixrdPrefix: '2001:db8::', sixrdPrefixlen: 32,
          sixrdRelayPrefix: '10.0.0.0', sixrdRelayPrefixlen: 8,
        },
      },
    },
  },
  {
    command: 'ip link add ipip4 type ipip remote 10.0.0.2 ttl 64',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      94000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0a00 0300 697069703400 0000                         # IFLA_IFNAME ipip4
      6800 1200                                           # IFLA_LINKINFO
        0800 0100 69706970                                #   IFLA_INFO_KIND ipip
        5c00 0200                                         #   IFLA_INFO_DATA
          0500 0900 00 000000                             #     IFLA_IPTUN_PROTO
          0800 0300 0a000002                              #     IFLA_IPTUN_REMOTE
          0500 0a00 01 000000                             #     IFLA_IPTUN_PMTUDISC
          0500 0500 00 000000                             #     IFLA_IPTUN_TOS
          0500 0400 40 000000                             #     IFLA_IPTUN_TTL
          0800 0100 00000000                              #     IFLA_IPTUN_LINK
          0800 1400 00000000                              #     IFLA_IPTUN_FWMARK
          0600 0f00 0000 0000                             #     IFLA_IPTUN_ENCAP_TYPE
          0600 1000 0000 0000                             #     IFLA_IPTUN_ENCAP_FLAGS
          0600 1100 0000 0000                             #     IFLA_IPTUN_ENCAP_SPORT
          0600 1200 0000 0000                             #     IFLA_IPTUN_ENCAP_DPORT
    `,
    object: {
      ifname: 'ipip4',
      linkinfo: {
        kind: 'ipip',
        data: {
          proto: 'ip', remote: '10.0.0.2', pmtudisc: true, tos: 0, ttl: 64, link: 0, fwmark: 0, encapType: 'none',
          encapFlags: [], encapSport: 0, encapDport: 0,
        },
      },
    },
  },
]

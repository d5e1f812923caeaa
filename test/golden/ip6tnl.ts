// IP in IPv6.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const ip6tnl: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip link add tnl1 type ip6tnl local fd00::1 remote fd00::2',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      c0000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0900 0300 746e6c3100 000000                         # IFLA_IFNAME tnl1
      9400 1200                                           # IFLA_LINKINFO
        0a00 0100 697036746e6c 0000                       #   IFLA_INFO_KIND ip6tnl
        8400 0200                                         #   IFLA_INFO_DATA
          0500 0900 00 000000                             #     IFLA_IPTUN_PROTO
          1400 0200 fd000000000000000000000000000001      #     IFLA_IPTUN_LOCAL
          1400 0300 fd000000000000000000000000000002      #     IFLA_IPTUN_REMOTE
          0500 0400 40 000000                             #     IFLA_IPTUN_TTL
          0500 0600 04 000000                             #     IFLA_IPTUN_ENCAP_LIMIT
          0800 0700 00000000                              #     IFLA_IPTUN_FLOWINFO
          0800 0800 00000000                              #     IFLA_IPTUN_FLAGS
          0800 0100 00000000                              #     IFLA_IPTUN_LINK
          0800 1400 00000000                              #     IFLA_IPTUN_FWMARK
          0600 0f00 0000 0000                             #     IFLA_IPTUN_ENCAP_TYPE
          0600 1000 0200 0000                             #     IFLA_IPTUN_ENCAP_FLAGS
          0600 1100 0000 0000                             #     IFLA_IPTUN_ENCAP_SPORT
          0600 1200 0000 0000                             #     IFLA_IPTUN_ENCAP_DPORT
    `,
    object: {
      ifname: 'tnl1',
      linkinfo: {
        kind: 'ip6tnl',
        data: {
          proto: 'ip', local: 'fd00::1', remote: 'fd00::2', ttl: 64, encapLimit: 4, flowinfo: 0, flags: [], link: 0,
          fwmark: 0, encapType: 'none', encapFlags: ['csum6'], encapSport: 0, encapDport: 0,
        },
      },
    },
  },
  {
    command: 'ip link add tnl2 type ip6tnl remote fd00::2 mode ipip6 hoplimit 64 encaplimit 4 tclass 0x10 ' +
      'flowlabel 0x12345 dev eth0 dscp inherit fwmark inherit allow-localremote',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      ac000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0900 0300 746e6c3200 000000                         # IFLA_IFNAME tnl2
      8000 1200                                           # IFLA_LINKINFO
        0a00 0100 697036746e6c 0000                       #   IFLA_INFO_KIND ip6tnl
        7000 0200                                         #   IFLA_INFO_DATA
          0500 0900 04 000000                             #     IFLA_IPTUN_PROTO
          1400 0300 fd000000000000000000000000000002      #     IFLA_IPTUN_REMOTE
          0500 0400 40 000000                             #     IFLA_IPTUN_TTL
          0500 0600 04 000000                             #     IFLA_IPTUN_ENCAP_LIMIT
          0800 0700 01012345                              #     IFLA_IPTUN_FLOWINFO
          0800 0800 70000000                              #     IFLA_IPTUN_FLAGS
          0800 0100 0a000000                              #     IFLA_IPTUN_LINK
          0800 1400 00000000                              #     IFLA_IPTUN_FWMARK
          0600 0f00 0000 0000                             #     IFLA_IPTUN_ENCAP_TYPE
          0600 1000 0200 0000                             #     IFLA_IPTUN_ENCAP_FLAGS
          0600 1100 0000 0000                             #     IFLA_IPTUN_ENCAP_SPORT
          0600 1200 0000 0000                             #     IFLA_IPTUN_ENCAP_DPORT
    `,
    object: {
      ifname: 'tnl2',
      linkinfo: {
        kind: 'ip6tnl',
        data: {
          proto: 'ipip', remote: 'fd00::2', ttl: 64, encapLimit: 4, flowinfo: 16851781,
          flags: ['rcv_dscp_copy', 'use_orig_fwmark', 'allow_local_remote'], link: 10, fwmark: 0, encapType: 'none',
          encapFlags: ['csum6'], encapSport: 0, encapDport: 0,
        },
      },
    },
  },
  {
    command: 'ip link add tnl3 type ip6tnl remote fd00::2 mode ip6ip6 encaplimit none tclass inherit flowlabel ' +
      'inherit encap gue encap-sport auto encap-dport 5555',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      ac000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0900 0300 746e6c3300 000000                         # IFLA_IFNAME tnl3
      8000 1200                                           # IFLA_LINKINFO
        0a00 0100 697036746e6c 0000                       #   IFLA_INFO_KIND ip6tnl
        7000 0200                                         #   IFLA_INFO_DATA
          0500 0900 29 000000                             #     IFLA_IPTUN_PROTO
          1400 0300 fd000000000000000000000000000002      #     IFLA_IPTUN_REMOTE
          0500 0400 40 000000                             #     IFLA_IPTUN_TTL
          0500 0600 04 000000                             #     IFLA_IPTUN_ENCAP_LIMIT
          0800 0700 00000000                              #     IFLA_IPTUN_FLOWINFO
          0800 0800 07000000                              #     IFLA_IPTUN_FLAGS
          0800 0100 00000000                              #     IFLA_IPTUN_LINK
          0800 1400 00000000                              #     IFLA_IPTUN_FWMARK
          0600 0f00 0200 0000                             #     IFLA_IPTUN_ENCAP_TYPE
          0600 1000 0200 0000                             #     IFLA_IPTUN_ENCAP_FLAGS
          0600 1100 0000 0000                             #     IFLA_IPTUN_ENCAP_SPORT
          0600 1200 15b3 0000                             #     IFLA_IPTUN_ENCAP_DPORT
    `,
    object: {
      ifname: 'tnl3',
      linkinfo: {
        kind: 'ip6tnl',
        data: {
          proto: 'ipv6', remote: 'fd00::2', ttl: 64, encapLimit: 4, flowinfo: 0,
          flags: ['ign_encap_limit', 'use_orig_tclass', 'use_orig_flowlabel'], link: 0, fwmark: 0, encapType: 'gue',
          encapFlags: ['csum6'], encapSport: 0, encapDport: 5555,
        },
      },
    },
  },
  {
    command: 'ip link add tnl4 type ip6tnl external',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      4c000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0900 0300 746e6c3400 000000                         # IFLA_IFNAME tnl4
      2000 1200                                           # IFLA_LINKINFO
        0a00 0100 697036746e6c 0000                       #   IFLA_INFO_KIND ip6tnl
        1000 0200                                         #   IFLA_INFO_DATA
          0500 0900 00 000000                             #     IFLA_IPTUN_PROTO
          0400 1300                                       #     IFLA_IPTUN_COLLECT_METADATA
    `,
    object: { ifname: 'tnl4', linkinfo: { kind: 'ip6tnl', data: { proto: 'ip', collectMetadata: true } } },
  },
]

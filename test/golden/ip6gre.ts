// GRE over IPv6, for IP and Ethernet, and ERSPAN.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const ip6gre: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip link add ip6gre1 type ip6gre local fd00::1 remote fd00::2',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      d8000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0c00 0300 6970366772653100                          # IFLA_IFNAME ip6gre1
      ac00 1200                                           # IFLA_LINKINFO
        0a00 0100 697036677265 0000                       #   IFLA_INFO_KIND ip6gre
        9c00 0200                                         #   IFLA_INFO_DATA
          0800 0400 00000000                              #     IFLA_GRE_IKEY
          0800 0500 00000000                              #     IFLA_GRE_OKEY
          0600 0200 0000 0000                             #     IFLA_GRE_IFLAGS
          0600 0300 0000 0000                             #     IFLA_GRE_OFLAGS
          1400 0600 fd000000000000000000000000000001      #     IFLA_GRE_LOCAL
          1400 0700 fd000000000000000000000000000002      #     IFLA_GRE_REMOTE
          0500 0800 40 000000                             #     IFLA_GRE_TTL
          0500 0b00 04 000000                             #     IFLA_GRE_ENCAP_LIMIT
          0800 0c00 00000000                              #     IFLA_GRE_FLOWINFO
          0800 0d00 00000000                              #     IFLA_GRE_FLAGS
          0800 1400 00000000                              #     IFLA_GRE_FWMARK
          0500 1600 01 000000                             #     IFLA_GRE_ERSPAN_VER
          0600 0e00 0000 0000                             #     IFLA_GRE_ENCAP_TYPE
          0600 0f00 0200 0000                             #     IFLA_GRE_ENCAP_FLAGS
          0600 1000 0000 0000                             #     IFLA_GRE_ENCAP_SPORT
          0600 1100 0000 0000                             #     IFLA_GRE_ENCAP_DPORT
    `,
    object: {
      ifname: 'ip6gre1',
      linkinfo: {
        kind: 'ip6gre',
        data: {
          ikey: 0, okey: 0, iflags: [], oflags: [], local: 'fd00::1', remote: 'fd00::2', ttl: 64, encapLimit: 4,
          flowinfo: 0, flags: [], fwmark: 0, erspanVer: 1, encapType: 'none', encapFlags: ['csum6'], encapSport: 0,
          encapDport: 0,
        },
      },
    },
  },
  {
    command: 'ip link add ip6gre2 type ip6gre remote fd00::2 hoplimit 64 encaplimit 4 tclass 0x10 flowlabel ' +
      '0x12345 key 5 seq csum dev eth0 dscp inherit fwmark 9 allow-localremote',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      cc000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0c00 0300 6970366772653200                          # IFLA_IFNAME ip6gre2
      a000 1200                                           # IFLA_LINKINFO
        0a00 0100 697036677265 0000                       #   IFLA_INFO_KIND ip6gre
        9000 0200                                         #   IFLA_INFO_DATA
          0800 0400 00000005                              #     IFLA_GRE_IKEY
          0800 0500 00000005                              #     IFLA_GRE_OKEY
          0600 0200 b000 0000                             #     IFLA_GRE_IFLAGS
          0600 0300 b000 0000                             #     IFLA_GRE_OFLAGS
          1400 0700 fd000000000000000000000000000002      #     IFLA_GRE_REMOTE
          0800 0100 0a000000                              #     IFLA_GRE_LINK
          0500 0800 40 000000                             #     IFLA_GRE_TTL
          0500 0b00 04 000000                             #     IFLA_GRE_ENCAP_LIMIT
          0800 0c00 01012345                              #     IFLA_GRE_FLOWINFO
          0800 0d00 50000000                              #     IFLA_GRE_FLAGS
          0800 1400 09000000                              #     IFLA_GRE_FWMARK
          0500 1600 01 000000                             #     IFLA_GRE_ERSPAN_VER
          0600 0e00 0000 0000                             #     IFLA_GRE_ENCAP_TYPE
          0600 0f00 0200 0000                             #     IFLA_GRE_ENCAP_FLAGS
          0600 1000 0000 0000                             #     IFLA_GRE_ENCAP_SPORT
          0600 1100 0000 0000                             #     IFLA_GRE_ENCAP_DPORT
    `,
    object: {
      ifname: 'ip6gre2',
      linkinfo: {
        kind: 'ip6gre',
        data: {
          ikey: 5, okey: 5, iflags: ['csum', 'key', 'seq'], oflags: ['csum', 'key', 'seq'], remote: 'fd00::2', link: 10,
          ttl: 64, encapLimit: 4, flowinfo: 16851781, flags: ['rcv_dscp_copy', 'allow_local_remote'], fwmark: 9,
          erspanVer: 1, encapType: 'none', encapFlags: ['csum6'], encapSport: 0, encapDport: 0,
        },
      },
    },
  },
  {
    command: 'ip link add ip6gre3 type ip6gre remote fd00::2 encaplimit none tclass inherit flowlabel inherit ' +
      'noallow-localremote',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      c4000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0c00 0300 6970366772653300                          # IFLA_IFNAME ip6gre3
      9800 1200                                           # IFLA_LINKINFO
        0a00 0100 697036677265 0000                       #   IFLA_INFO_KIND ip6gre
        8800 0200                                         #   IFLA_INFO_DATA
          0800 0400 00000000                              #     IFLA_GRE_IKEY
          0800 0500 00000000                              #     IFLA_GRE_OKEY
          0600 0200 0000 0000                             #     IFLA_GRE_IFLAGS
          0600 0300 0000 0000                             #     IFLA_GRE_OFLAGS
          1400 0700 fd000000000000000000000000000002      #     IFLA_GRE_REMOTE
          0500 0800 40 000000                             #     IFLA_GRE_TTL
          0500 0b00 04 000000                             #     IFLA_GRE_ENCAP_LIMIT
          0800 0c00 00000000                              #     IFLA_GRE_FLOWINFO
          0800 0d00 07000000                              #     IFLA_GRE_FLAGS
          0800 1400 00000000                              #     IFLA_GRE_FWMARK
          0500 1600 01 000000                             #     IFLA_GRE_ERSPAN_VER
          0600 0e00 0000 0000                             #     IFLA_GRE_ENCAP_TYPE
          0600 0f00 0200 0000                             #     IFLA_GRE_ENCAP_FLAGS
          0600 1000 0000 0000                             #     IFLA_GRE_ENCAP_SPORT
          0600 1100 0000 0000                             #     IFLA_GRE_ENCAP_DPORT
    `,
    object: {
      ifname: 'ip6gre3',
      linkinfo: {
        kind: 'ip6gre',
        data: {
          ikey: 0, okey: 0, iflags: [], oflags: [], remote: 'fd00::2', ttl: 64, encapLimit: 4, flowinfo: 0,
          flags: ['ign_encap_limit', 'use_orig_tclass', 'use_orig_flowlabel'], fwmark: 0, erspanVer: 1, encapType: 'none',
          encapFlags: ['csum6'], encapSport: 0, encapDport: 0,
        },
      },
    },
  },
  {
    command: 'ip link add ip6gretap1 type ip6gretap local fd00::1 remote fd00::2 hoplimit 64',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      e0000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0f00 0300 6970366772657461703100 00                 # IFLA_IFNAME ip6gretap1
      b000 1200                                           # IFLA_LINKINFO
        0d00 0100 697036677265746170 000000               #   IFLA_INFO_KIND ip6gretap
        9c00 0200                                         #   IFLA_INFO_DATA
          0800 0400 00000000                              #     IFLA_GRE_IKEY
          0800 0500 00000000                              #     IFLA_GRE_OKEY
          0600 0200 0000 0000                             #     IFLA_GRE_IFLAGS
          0600 0300 0000 0000                             #     IFLA_GRE_OFLAGS
          1400 0600 fd000000000000000000000000000001      #     IFLA_GRE_LOCAL
          1400 0700 fd000000000000000000000000000002      #     IFLA_GRE_REMOTE
          0500 0800 40 000000                             #     IFLA_GRE_TTL
          0500 0b00 04 000000                             #     IFLA_GRE_ENCAP_LIMIT
          0800 0c00 00000000                              #     IFLA_GRE_FLOWINFO
          0800 0d00 00000000                              #     IFLA_GRE_FLAGS
          0800 1400 00000000                              #     IFLA_GRE_FWMARK
          0500 1600 01 000000                             #     IFLA_GRE_ERSPAN_VER
          0600 0e00 0000 0000                             #     IFLA_GRE_ENCAP_TYPE
          0600 0f00 0200 0000                             #     IFLA_GRE_ENCAP_FLAGS
          0600 1000 0000 0000                             #     IFLA_GRE_ENCAP_SPORT
          0600 1100 0000 0000                             #     IFLA_GRE_ENCAP_DPORT
    `,
    object: {
      ifname: 'ip6gretap1',
      linkinfo: {
        kind: 'ip6gretap',
        data: {
          ikey: 0, okey: 0, iflags: [], oflags: [], local: 'fd00::1', remote: 'fd00::2', ttl: 64, encapLimit: 4,
          flowinfo: 0, flags: [], fwmark: 0, erspanVer: 1, encapType: 'none', encapFlags: ['csum6'], encapSport: 0,
          encapDport: 0,
        },
      },
    },
  },
  {
    command: 'ip link add ip6erspan1 type ip6erspan local fd00::1 remote fd00::2 seq key 5 erspan_ver 2 ' +
      'erspan_dir ingress erspan_hwid 17',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      f0000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0f00 0300 69703665727370616e3100 00                 # IFLA_IFNAME ip6erspan1
      c000 1200                                           # IFLA_LINKINFO
        0d00 0100 69703665727370616e 000000               #   IFLA_INFO_KIND ip6erspan
        ac00 0200                                         #   IFLA_INFO_DATA
          0800 0400 00000005                              #     IFLA_GRE_IKEY
          0800 0500 00000005                              #     IFLA_GRE_OKEY
          0600 0200 3000 0000                             #     IFLA_GRE_IFLAGS
          0600 0300 3000 0000                             #     IFLA_GRE_OFLAGS
          1400 0600 fd000000000000000000000000000001      #     IFLA_GRE_LOCAL
          1400 0700 fd000000000000000000000000000002      #     IFLA_GRE_REMOTE
          0500 0800 40 000000                             #     IFLA_GRE_TTL
          0500 0b00 04 000000                             #     IFLA_GRE_ENCAP_LIMIT
          0800 0c00 00000000                              #     IFLA_GRE_FLOWINFO
          0800 0d00 00000000                              #     IFLA_GRE_FLAGS
          0800 1400 00000000                              #     IFLA_GRE_FWMARK
          0500 1600 02 000000                             #     IFLA_GRE_ERSPAN_VER
          0500 1700 00 000000                             #     IFLA_GRE_ERSPAN_DIR
          0600 1800 1100 0000                             #     IFLA_GRE_ERSPAN_HWID
          0600 0e00 0000 0000                             #     IFLA_GRE_ENCAP_TYPE
          0600 0f00 0200 0000                             #     IFLA_GRE_ENCAP_FLAGS
          0600 1000 0000 0000                             #     IFLA_GRE_ENCAP_SPORT
          0600 1100 0000 0000                             #     IFLA_GRE_ENCAP_DPORT
    `,
    object: {
      ifname: 'ip6erspan1',
      linkinfo: {
        kind: 'ip6erspan',
        data: {
          ikey: 5, okey: 5, iflags: ['key', 'seq'], oflags: ['key', 'seq'], local: 'fd00::1', remote: 'fd00::2', ttl: 64,
          encapLimit: 4, flowinfo: 0, flags: [], fwmark: 0, erspanVer: 2, erspanDir: 0, erspanHwid: 17, encapType: 'none',
          encapFlags: ['csum6'], encapSport: 0, encapDport: 0,
        },
      },
    },
  },
]

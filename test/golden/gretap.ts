// GRE for Ethernet over IPv4, and ERSPAN.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const gretap: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip link add gretap1 type gretap local 10.0.0.1 remote 10.0.0.2 key 7 encap gue encap-sport 1000 ' +
      'encap-dport 2000 encap-udp6-csum',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      b0000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0c00 0300 6772657461703100                          # IFLA_IFNAME gretap1
      8400 1200                                           # IFLA_LINKINFO
        0a00 0100 677265746170 0000                       #   IFLA_INFO_KIND gretap
        7400 0200                                         #   IFLA_INFO_DATA
          0800 0400 00000007                              #     IFLA_GRE_IKEY
          0800 0500 00000007                              #     IFLA_GRE_OKEY
          0600 0200 2000 0000                             #     IFLA_GRE_IFLAGS
          0600 0300 2000 0000                             #     IFLA_GRE_OFLAGS
          0800 0600 0a000001                              #     IFLA_GRE_LOCAL
          0800 0700 0a000002                              #     IFLA_GRE_REMOTE
          0500 0a00 01 000000                             #     IFLA_GRE_PMTUDISC
          0500 0900 00 000000                             #     IFLA_GRE_TOS
          0500 0800 00 000000                             #     IFLA_GRE_TTL
          0800 1400 00000000                              #     IFLA_GRE_FWMARK
          0600 0e00 0200 0000                             #     IFLA_GRE_ENCAP_TYPE
          0600 0f00 0200 0000                             #     IFLA_GRE_ENCAP_FLAGS
          0600 1000 03e8 0000                             #     IFLA_GRE_ENCAP_SPORT
          0600 1100 07d0 0000                             #     IFLA_GRE_ENCAP_DPORT
    `,
    object: {
      ifname: 'gretap1',
      linkinfo: {
        kind: 'gretap',
        data: {
          ikey: 7, okey: 7, iflags: ['key'], oflags: ['key'], local: '10.0.0.1', remote: '10.0.0.2', pmtudisc: true,
          tos: 0, ttl: 0, fwmark: 0, encapType: 'gue', encapFlags: ['csum6'], encapSport: 1000, encapDport: 2000,
        },
      },
    },
  },
  {
    command: 'ip link add erspan1 type erspan local 10.0.0.1 remote 10.0.0.2 seq key 5 erspan_ver 1 erspan 123',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      c0000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0c00 0300 65727370616e3100                          # IFLA_IFNAME erspan1
      9400 1200                                           # IFLA_LINKINFO
        0a00 0100 65727370616e 0000                       #   IFLA_INFO_KIND erspan
        8400 0200                                         #   IFLA_INFO_DATA
          0800 0400 00000005                              #     IFLA_GRE_IKEY
          0800 0500 00000005                              #     IFLA_GRE_OKEY
          0600 0200 3000 0000                             #     IFLA_GRE_IFLAGS
          0600 0300 3000 0000                             #     IFLA_GRE_OFLAGS
          0800 0600 0a000001                              #     IFLA_GRE_LOCAL
          0800 0700 0a000002                              #     IFLA_GRE_REMOTE
          0500 0a00 01 000000                             #     IFLA_GRE_PMTUDISC
          0500 0900 00 000000                             #     IFLA_GRE_TOS
          0500 0800 00 000000                             #     IFLA_GRE_TTL
          0800 1400 00000000                              #     IFLA_GRE_FWMARK
          0500 1600 01 000000                             #     IFLA_GRE_ERSPAN_VER
          0800 1500 7b000000                              #     IFLA_GRE_ERSPAN_INDEX
          0600 0e00 0000 0000                             #     IFLA_GRE_ENCAP_TYPE
          0600 0f00 0000 0000                             #     IFLA_GRE_ENCAP_FLAGS
          0600 1000 0000 0000                             #     IFLA_GRE_ENCAP_SPORT
          0600 1100 0000 0000                             #     IFLA_GRE_ENCAP_DPORT
    `,
    object: {
      ifname: 'erspan1',
      linkinfo: {
        kind: 'erspan',
        data: {
          ikey: 5, okey: 5, iflags: ['key', 'seq'], oflags: ['key', 'seq'], local: '10.0.0.1', remote: '10.0.0.2',
          pmtudisc: true, tos: 0, ttl: 0, fwmark: 0, erspanVer: 1, erspanIndex: 123, encapType: 'none', encapFlags: [],
          encapSport: 0, encapDport: 0,
        },
      },
    },
  },
  {
    command: 'ip link add erspan2 type erspan local 10.0.0.1 remote 10.0.0.2 seq key 5 erspan_ver 2 erspan_dir ' +
      'egress erspan_hwid 17',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      c8000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0c00 0300 65727370616e3200                          # IFLA_IFNAME erspan2
      9c00 1200                                           # IFLA_LINKINFO
        0a00 0100 65727370616e 0000                       #   IFLA_INFO_KIND erspan
        8c00 0200                                         #   IFLA_INFO_DATA
          0800 0400 00000005                              #     IFLA_GRE_IKEY
          0800 0500 00000005                              #     IFLA_GRE_OKEY
          0600 0200 3000 0000                             #     IFLA_GRE_IFLAGS
          0600 0300 3000 0000                             #     IFLA_GRE_OFLAGS
          0800 0600 0a000001                              #     IFLA_GRE_LOCAL
          0800 0700 0a000002                              #     IFLA_GRE_REMOTE
          0500 0a00 01 000000                             #     IFLA_GRE_PMTUDISC
          0500 0900 00 000000                             #     IFLA_GRE_TOS
          0500 0800 00 000000                             #     IFLA_GRE_TTL
          0800 1400 00000000                              #     IFLA_GRE_FWMARK
          0500 1600 02 000000                             #     IFLA_GRE_ERSPAN_VER
          0500 1700 01 000000                             #     IFLA_GRE_ERSPAN_DIR
          0600 1800 1100 0000                             #     IFLA_GRE_ERSPAN_HWID
          0600 0e00 0000 0000                             #     IFLA_GRE_ENCAP_TYPE
          0600 0f00 0000 0000                             #     IFLA_GRE_ENCAP_FLAGS
          0600 1000 0000 0000                             #     IFLA_GRE_ENCAP_SPORT
          0600 1100 0000 0000                             #     IFLA_GRE_ENCAP_DPORT
    `,
    object: {
      ifname: 'erspan2',
      linkinfo: {
        kind: 'erspan',
        data: {
          ikey: 5, okey: 5, iflags: ['key', 'seq'], oflags: ['key', 'seq'], local: '10.0.0.1', remote: '10.0.0.2',
          pmtudisc: true, tos: 0, ttl: 0, fwmark: 0, erspanVer: 2, erspanDir: 1, erspanHwid: 17, encapType: 'none',
          encapFlags: [], encapSport: 0, encapDport: 0,
        },
      },
    },
  },
]

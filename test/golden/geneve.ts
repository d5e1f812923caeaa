// GENEVE.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const geneve: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip link add gnv0 type geneve id 100 remote 10.0.0.2',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      68000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0900 0300 676e763000 000000                         # IFLA_IFNAME gnv0
      3c00 1200                                           # IFLA_LINKINFO
        0a00 0100 67656e657665 0000                       #   IFLA_INFO_KIND geneve
        2c00 0200                                         #   IFLA_INFO_DATA
          0800 0100 64000000                              #     IFLA_GENEVE_ID
          0800 0200 0a000002                              #     IFLA_GENEVE_REMOTE
          0800 0b00 00000000                              #     IFLA_GENEVE_LABEL
          0500 0300 00 000000                             #     IFLA_GENEVE_TTL
          0500 0400 00 000000                             #     IFLA_GENEVE_TOS
    `,
    object: { ifname: 'gnv0', linkinfo: { kind: 'geneve', data: { id: 100, remote: '10.0.0.2', label: 0, ttl: 0, tos: 0 } } },
  },
  {
    command: 'ip link add gnv1 type geneve id 101 remote fd00::2 ttl 64 tos 0x10 flowlabel 7 dstport 7000 ' +
      'noudpcsum udp6zerocsumtx noudp6zerocsumrx df set',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      9c000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0900 0300 676e763100 000000                         # IFLA_IFNAME gnv1
      7000 1200                                           # IFLA_LINKINFO
        0a00 0100 67656e657665 0000                       #   IFLA_INFO_KIND geneve
        6000 0200                                         #   IFLA_INFO_DATA
          0500 0d00 01 000000                             #     IFLA_GENEVE_DF
          0800 0100 65000000                              #     IFLA_GENEVE_ID
          1400 0700 fd000000000000000000000000000002      #     IFLA_GENEVE_REMOTE6
          0800 0b00 00000007                              #     IFLA_GENEVE_LABEL
          0500 0300 40 000000                             #     IFLA_GENEVE_TTL
          0500 0400 10 000000                             #     IFLA_GENEVE_TOS
          0600 0500 1b58 0000                             #     IFLA_GENEVE_PORT
          0500 0800 00 000000                             #     IFLA_GENEVE_UDP_CSUM
          0500 0900 01 000000                             #     IFLA_GENEVE_UDP_ZERO_CSUM6_TX
          0500 0a00 00 000000                             #     IFLA_GENEVE_UDP_ZERO_CSUM6_RX
    `,
    object: {
      ifname: 'gnv1',
      linkinfo: {
        kind: 'geneve',
        data: {
          df: 'set', id: 101, remote6: 'fd00::2', label: 7, ttl: 64, tos: 16, port: 7000, udpCsum: false,
          udpZeroCsum6Tx: true, udpZeroCsum6Rx: false,
        },
      },
    },
  },
  {
    command: 'ip link add gnv2 type geneve id 102 remote 10.0.0.3 ttl inherit tos inherit df unset udpcsum',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      80000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0900 0300 676e763200 000000                         # IFLA_IFNAME gnv2
      5400 1200                                           # IFLA_LINKINFO
        0a00 0100 67656e657665 0000                       #   IFLA_INFO_KIND geneve
        4400 0200                                         #   IFLA_INFO_DATA
          0500 0c00 01 000000                             #     IFLA_GENEVE_TTL_INHERIT
          0500 0d00 00 000000                             #     IFLA_GENEVE_DF
          0800 0100 66000000                              #     IFLA_GENEVE_ID
          0800 0200 0a000003                              #     IFLA_GENEVE_REMOTE
          0800 0b00 00000000                              #     IFLA_GENEVE_LABEL
          0500 0300 00 000000                             #     IFLA_GENEVE_TTL
          0500 0400 01 000000                             #     IFLA_GENEVE_TOS
          0500 0800 01 000000                             #     IFLA_GENEVE_UDP_CSUM
    `,
    object: {
      ifname: 'gnv2',
      linkinfo: {
        kind: 'geneve',
        data: { ttlInherit: true, df: 'unset', id: 102, remote: '10.0.0.3', label: 0, ttl: 0, tos: 1, udpCsum: true },
      },
    },
  },
  {
    command: 'ip link add gnv3 type geneve external innerprotoinherit',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      68000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0900 0300 676e763300 000000                         # IFLA_IFNAME gnv3
      3c00 1200                                           # IFLA_LINKINFO
        0a00 0100 67656e657665 0000                       #   IFLA_INFO_KIND geneve
        2c00 0200                                         #   IFLA_INFO_DATA
          0800 0100 00000000                              #     IFLA_GENEVE_ID
          0800 0b00 00000000                              #     IFLA_GENEVE_LABEL
          0500 0300 00 000000                             #     IFLA_GENEVE_TTL
          0500 0400 00 000000                             #     IFLA_GENEVE_TOS
          0400 0600                                       #     IFLA_GENEVE_COLLECT_METADATA
          0400 0e00                                       #     IFLA_GENEVE_INNER_PROTO_INHERIT
    `,
    object: {
      ifname: 'gnv3',
      linkinfo: { kind: 'geneve', data: { id: 0, label: 0, ttl: 0, tos: 0, collectMetadata: true, innerProtoInherit: true } },
    },
  },
]

// VXLAN.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const vxlan: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip link add vx0 type vxlan id 100 remote 10.0.0.2 local 10.0.0.1 dev eth0 dstport 4789',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      6c000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 0300 76783000                                  # IFLA_IFNAME vx0
      4400 1200                                           # IFLA_LINKINFO
        0900 0100 76786c616e 000000                       #   IFLA_INFO_KIND vxlan
        3400 0200                                         #   IFLA_INFO_DATA
          0800 0300 0a000000                              #     IFLA_VXLAN_LINK
          0800 0100 64000000                              #     IFLA_VXLAN_ID
          0800 0400 0a000001                              #     IFLA_VXLAN_LOCAL
          0800 0200 0a000002                              #     IFLA_VXLAN_GROUP
          0500 0700 01 000000                             #     IFLA_VXLAN_LEARNING
          0600 0f00 12b5 0000                             #     IFLA_VXLAN_PORT
    `,
    object: {
      ifname: 'vx0',
      linkinfo: { kind: 'vxlan', data: { link: 10, id: 100, local: '10.0.0.1', remote: '10.0.0.2', learning: true, port: 4789 } },
    },
  },
  {
    command: 'ip link add vx1 type vxlan id 101 group 239.1.1.1 dev eth0 dstport 0 ttl inherit tos inherit df ' +
      'inherit flowlabel 7',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      78000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 0300 76783100                                  # IFLA_IFNAME vx1
      5000 1200                                           # IFLA_LINKINFO
        0900 0100 76786c616e 000000                       #   IFLA_INFO_KIND vxlan
        4000 0200                                         #   IFLA_INFO_DATA
          0800 0300 0a000000                              #     IFLA_VXLAN_LINK
          0400 1c00                                       #     IFLA_VXLAN_TTL_INHERIT
          0500 0600 01 000000                             #     IFLA_VXLAN_TOS
          0500 1d00 02 000000                             #     IFLA_VXLAN_DF
          0800 1a00 00000007                              #     IFLA_VXLAN_LABEL
          0800 0100 65000000                              #     IFLA_VXLAN_ID
          0800 0200 ef010101                              #     IFLA_VXLAN_GROUP
          0500 0700 01 000000                             #     IFLA_VXLAN_LEARNING
    `,
    object: {
      ifname: 'vx1',
      linkinfo: {
        kind: 'vxlan',
        data: { link: 10, ttlInherit: true, tos: 1, df: 'inherit', label: 7, id: 101, remote: '239.1.1.1', learning: true },
      },
    },
  },
  {
    command: 'ip link add vx2 type vxlan id 102 remote fd00::2 local fd00::1 dstport 4789 srcport 1000 2000 ttl ' +
      '64 tos 0x10 df set',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      9c000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 0300 76783200                                  # IFLA_IFNAME vx2
      7400 1200                                           # IFLA_LINKINFO
        0900 0100 76786c616e 000000                       #   IFLA_INFO_KIND vxlan
        6400 0200                                         #   IFLA_INFO_DATA
          0800 0a00 03e8 07d0                             #     IFLA_VXLAN_PORT_RANGE
          0500 0500 40 000000                             #     IFLA_VXLAN_TTL
          0500 0600 10 000000                             #     IFLA_VXLAN_TOS
          0500 1d00 01 000000                             #     IFLA_VXLAN_DF
          0800 0100 66000000                              #     IFLA_VXLAN_ID
          1400 1100 fd000000000000000000000000000001      #     IFLA_VXLAN_LOCAL6
          1400 1000 fd000000000000000000000000000002      #     IFLA_VXLAN_GROUP6
          0500 0700 01 000000                             #     IFLA_VXLAN_LEARNING
          0600 0f00 12b5 0000                             #     IFLA_VXLAN_PORT
    `,
    object: {
      ifname: 'vx2',
      linkinfo: {
        kind: 'vxlan',
        data: {
          portRange: { low: 1000, high: 2000 }, ttl: 64, tos: 16, df: 'set', id: 102, local6: 'fd00::1',
          remote6: 'fd00::2', learning: true, port: 4789,
        },
      },
    },
  },
  {
    command: 'ip link add vx3 type vxlan id 103 dstport 4789 nolearning proxy rsc l2miss l3miss ageing 600 ' +
      'maxaddress 1000 udpcsum udp6zerocsumtx udp6zerocsumrx remcsumtx remcsumrx gbp',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      b0000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 0300 76783300                                  # IFLA_IFNAME vx3
      8800 1200                                           # IFLA_LINKINFO
        0900 0100 76786c616e 000000                       #   IFLA_INFO_KIND vxlan
        7800 0200                                         #   IFLA_INFO_DATA
          0500 0b00 01 000000                             #     IFLA_VXLAN_PROXY
          0500 0c00 01 000000                             #     IFLA_VXLAN_RSC
          0500 0d00 01 000000                             #     IFLA_VXLAN_L2MISS
          0500 0e00 01 000000                             #     IFLA_VXLAN_L3MISS
          0800 0800 58020000                              #     IFLA_VXLAN_AGEING
          0800 0900 e8030000                              #     IFLA_VXLAN_LIMIT
          0500 1200 01 000000                             #     IFLA_VXLAN_UDP_CSUM
          0500 1300 01 000000                             #     IFLA_VXLAN_UDP_ZERO_CSUM6_TX
          0500 1400 01 000000                             #     IFLA_VXLAN_UDP_ZERO_CSUM6_RX
          0500 1500 01 000000                             #     IFLA_VXLAN_REMCSUM_TX
          0500 1600 01 000000                             #     IFLA_VXLAN_REMCSUM_RX
          0400 1700                                       #     IFLA_VXLAN_GBP
          0800 0100 67000000                              #     IFLA_VXLAN_ID
          0500 0700 00 000000                             #     IFLA_VXLAN_LEARNING
          0600 0f00 12b5 0000                             #     IFLA_VXLAN_PORT
    `,
    object: {
      ifname: 'vx3',
      linkinfo: {
        kind: 'vxlan',
        data: {
          proxy: true, rsc: true, l2miss: true, l3miss: true, ageing: 600, limit: 1000, udpCsum: true,
          udpZeroCsum6Tx: true, udpZeroCsum6Rx: true, remcsumTx: true, remcsumRx: true, gbp: true, id: 103,
          learning: false, port: 4789,
        },
      },
    },
  },
  {
    command: 'ip link add vx4 type vxlan external dstport 4790 gpe',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      58000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 0300 76783400                                  # IFLA_IFNAME vx4
      3000 1200                                           # IFLA_LINKINFO
        0900 0100 76786c616e 000000                       #   IFLA_INFO_KIND vxlan
        2000 0200                                         #   IFLA_INFO_DATA
          0500 1900 01 000000                             #     IFLA_VXLAN_COLLECT_METADATA
          0400 1b00                                       #     IFLA_VXLAN_GPE
          0500 0700 00 000000                             #     IFLA_VXLAN_LEARNING
          0600 0f00 12b6 0000                             #     IFLA_VXLAN_PORT
    `,
    object: {
      ifname: 'vx4', linkinfo: { kind: 'vxlan', data: { collectMetadata: true, gpe: true, learning: false, port: 4790 } },
    },
  },
  {
    command: 'ip link add vx5 type vxlan external vnifilter dstport 4791 learning noproxy norsc nol2miss nol3miss ' +
      'ageing none maxaddress unlimited noudpcsum noudp6zerocsumtx noudp6zerocsumrx noremcsumtx noremcsumrx',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      b4000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 0300 76783500                                  # IFLA_IFNAME vx5
      8c00 1200                                           # IFLA_LINKINFO
        0900 0100 76786c616e 000000                       #   IFLA_INFO_KIND vxlan
        7c00 0200                                         #   IFLA_INFO_DATA
          0500 1900 01 000000                             #     IFLA_VXLAN_COLLECT_METADATA
          0500 1e00 01 000000                             #     IFLA_VXLAN_VNIFILTER
          0500 0b00 00 000000                             #     IFLA_VXLAN_PROXY
          0500 0c00 00 000000                             #     IFLA_VXLAN_RSC
          0500 0d00 00 000000                             #     IFLA_VXLAN_L2MISS
          0500 0e00 00 000000                             #     IFLA_VXLAN_L3MISS
          0800 0800 00000000                              #     IFLA_VXLAN_AGEING
          0800 0900 00000000                              #     IFLA_VXLAN_LIMIT
          0500 1200 00 000000                             #     IFLA_VXLAN_UDP_CSUM
          0500 1300 00 000000                             #     IFLA_VXLAN_UDP_ZERO_CSUM6_TX
          0500 1400 00 000000                             #     IFLA_VXLAN_UDP_ZERO_CSUM6_RX
          0500 1500 00 000000                             #     IFLA_VXLAN_REMCSUM_TX
          0500 1600 00 000000                             #     IFLA_VXLAN_REMCSUM_RX
          0500 0700 01 000000                             #     IFLA_VXLAN_LEARNING
          0600 0f00 12b7 0000                             #     IFLA_VXLAN_PORT
    `,
    object: {
      ifname: 'vx5',
      linkinfo: {
        kind: 'vxlan',
        data: {
          collectMetadata: true, vnifilter: true, proxy: false, rsc: false, l2miss: false, l3miss: false, ageing: 0,
          limit: 0, udpCsum: false, udpZeroCsum6Tx: false, udpZeroCsum6Rx: false, remcsumTx: false, remcsumRx: false,
          learning: true, port: 4791,
        },
      },
    },
  },
  {   // iproute2 6.15
    command: 'ip link add vx6 type vxlan id 106 dstport 4792 nolocalbypass',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      5c000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 0300 76783600                                  # IFLA_IFNAME vx6
      3400 1200                                           # IFLA_LINKINFO
        0900 0100 76786c616e 000000                       #   IFLA_INFO_KIND vxlan
        2400 0200                                         #   IFLA_INFO_DATA
          0500 1f00 00 000000                             #     IFLA_VXLAN_LOCALBYPASS
          0800 0100 6a000000                              #     IFLA_VXLAN_ID
          0500 0700 01 000000                             #     IFLA_VXLAN_LEARNING
          0600 0f00 12b8 0000                             #     IFLA_VXLAN_PORT
    `,
    object: { ifname: 'vx6', linkinfo: { kind: 'vxlan', data: { localbypass: false, id: 106, learning: true, port: 4792 } } },
  },
  {   // iproute2 6.15
    command: 'ip link add vx7 type vxlan id 107 dstport 4792 localbypass reserved_bits 0xff00000000000000',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      68000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 0300 76783700                                  # IFLA_IFNAME vx7
      4000 1200                                           # IFLA_LINKINFO
        0900 0100 76786c616e 000000                       #   IFLA_INFO_KIND vxlan
        3000 0200                                         #   IFLA_INFO_DATA
          0500 1f00 01 000000                             #     IFLA_VXLAN_LOCALBYPASS
          0c00 2100 ff00000000000000                      #     IFLA_VXLAN_RESERVED_BITS
          0800 0100 6b000000                              #     IFLA_VXLAN_ID
          0500 0700 01 000000                             #     IFLA_VXLAN_LEARNING
          0600 0f00 12b8 0000                             #     IFLA_VXLAN_PORT
    `,
    object: {
      ifname: 'vx7',
      linkinfo: {
        kind: 'vxlan',
        data: {
          localbypass: true, reservedBits: Uint8Array.of(0xff, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00), id: 107,
          learning: true, port: 4792,
        },
      },
    },
  },
  {
    command: 'ip link set dev eth0 type vxlan ageing 30 learning',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      44000000 1000 0500 00000000 00000000                # nlmsghdr
      00 00 0000 0a000000 00000000 00000000               # ifinfomsg
      2400 1200                                           # IFLA_LINKINFO
        0900 0100 76786c616e 000000                       #   IFLA_INFO_KIND vxlan
        1400 0200                                         #   IFLA_INFO_DATA
          0800 0800 1e000000                              #     IFLA_VXLAN_AGEING
          0500 0700 01 000000                             #     IFLA_VXLAN_LEARNING
    `,
    object: { index: 10, linkinfo: { kind: 'vxlan', data: { ageing: 30, learning: true } } },
  },
]

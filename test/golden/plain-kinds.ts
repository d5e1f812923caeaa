// Making links of kinds that have nothing to say, or a word.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const plainKinds: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip link add dummy0 type dummy',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      3c000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0b00 0300 64756d6d793000 00                         # IFLA_IFNAME dummy0
      1000 1200                                           # IFLA_LINKINFO
        0900 0100 64756d6d79 000000                       #   IFLA_INFO_KIND dummy
    `,
    object: { ifname: 'dummy0', linkinfo: { kind: 'dummy' } },
  },
  {
    command: 'ip link add ifb0 numtxqueues 4 type ifb',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      40000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 1f00 04000000                                  # IFLA_NUM_TX_QUEUES
      0900 0300 6966623000 000000                         # IFLA_IFNAME ifb0
      0c00 1200                                           # IFLA_LINKINFO
        0700 0100 696662 00                               #   IFLA_INFO_KIND ifb
    `,
    object: { numTxQueues: 4, ifname: 'ifb0', linkinfo: { kind: 'ifb' } },
  },
  {
    command: 'ip link add nlmon0 type nlmon',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      3c000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0b00 0300 6e6c6d6f6e3000 00                         # IFLA_IFNAME nlmon0
      1000 1200                                           # IFLA_LINKINFO
        0900 0100 6e6c6d6f6e 000000                       #   IFLA_INFO_KIND nlmon
    `,
    object: { ifname: 'nlmon0', linkinfo: { kind: 'nlmon' } },
  },
  {
    command: 'ip link add vcan0 type vcan',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      38000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0a00 0300 7663616e3000 0000                         # IFLA_IFNAME vcan0
      0c00 1200                                           # IFLA_LINKINFO
        0800 0100 7663616e                                #   IFLA_INFO_KIND vcan
    `,
    object: { ifname: 'vcan0', linkinfo: { kind: 'vcan' } },
  },
  {
    command: 'ip link add team0 type team',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      38000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0a00 0300 7465616d3000 0000                         # IFLA_IFNAME team0
      0c00 1200                                           # IFLA_LINKINFO
        0800 0100 7465616d                                #   IFLA_INFO_KIND team
    `,
    object: { ifname: 'team0', linkinfo: { kind: 'team' } },
  },
  {
    command: 'ip link add wg0 type wireguard',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      3c000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 0300 77673000                                  # IFLA_IFNAME wg0
      1400 1200                                           # IFLA_LINKINFO
        0d00 0100 776972656775617264 000000               #   IFLA_INFO_KIND wireguard
    `,
    object: { ifname: 'wg0', linkinfo: { kind: 'wireguard' } },
  },
  {
    command: 'ip link add vx0 type vxcan peer name vx1',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      58000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 0300 76783000                                  # IFLA_IFNAME vx0
      3000 1200                                           # IFLA_LINKINFO
        0900 0100 767863616e 000000                       #   IFLA_INFO_KIND vxcan
        2000 0200                                         #   IFLA_INFO_DATA
          1c00 0100                                       #     VXCAN_INFO_PEER
            00 00 0000 00000000 00000000 00000000         #       ifinfomsg
            0800 0300 76783100                            #       IFLA_IFNAME vx1
    `,
    object: { ifname: 'vx0', linkinfo: { kind: 'vxcan', data: { peer: { ifname: 'vx1' } } } },
  },
  {
    command: 'ip link add bat0 type batadv',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      3c000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0900 0300 6261743000 000000                         # IFLA_IFNAME bat0
      1000 1200                                           # IFLA_LINKINFO
        0a00 0100 626174616476 0000                       #   IFLA_INFO_KIND batadv
    `,
    object: { ifname: 'bat0', linkinfo: { kind: 'batadv' } },
  },
  {
    command: 'ip link add bat1 type batadv ra BATMAN_V',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      50000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0900 0300 6261743100 000000                         # IFLA_IFNAME bat1
      2400 1200                                           # IFLA_LINKINFO
        0a00 0100 626174616476 0000                       #   IFLA_INFO_KIND batadv
        1400 0200                                         #   IFLA_INFO_DATA
          0d00 0100 4241544d414e5f5600 000000             #     IFLA_BATADV_ALGO_NAME BATMAN_V
    `,
    object: { ifname: 'bat1', linkinfo: { kind: 'batadv', data: { algoName: 'BATMAN_V' } } },
  },
  {
    command: 'ip link add vrf10 type vrf table 10',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      44000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0a00 0300 767266313000 0000                         # IFLA_IFNAME vrf10
      1800 1200                                           # IFLA_LINKINFO
        0700 0100 767266 00                               #   IFLA_INFO_KIND vrf
        0c00 0200                                         #   IFLA_INFO_DATA
          0800 0100 0a000000                              #     IFLA_VRF_TABLE
    `,
    object: { ifname: 'vrf10', linkinfo: { kind: 'vrf', data: { table: 10 } } },
  },
  {
    command: 'ip link add name dummy1 index 50 mtu 1400 numrxqueues 2 gso_max_size 65536 gso_max_segs 128 ' +
      'gro_max_size 32768 type dummy',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      64000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 32000000 00000000 00000000               # ifinfomsg
      0800 0400 78050000                                  # IFLA_MTU
      0800 2000 02000000                                  # IFLA_NUM_RX_QUEUES
      0800 2900 00000100                                  # IFLA_GSO_MAX_SIZE
      0800 2800 80000000                                  # IFLA_GSO_MAX_SEGS
      0800 3a00 00800000                                  # IFLA_GRO_MAX_SIZE
      0b00 0300 64756d6d793100 00                         # IFLA_IFNAME dummy1
      1000 1200                                           # IFLA_LINKINFO
        0900 0100 64756d6d79 000000                       #   IFLA_INFO_KIND dummy
    `,
    object: {
      index: 50, mtu: 1400, numRxQueues: 2, gsoMaxSize: 65536, gsoMaxSegs: 128, groMaxSize: 32768, ifname: 'dummy1',
      linkinfo: { kind: 'dummy' },
    },
  },
]

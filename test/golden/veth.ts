// Making veths: the other end is a link message inside the link message.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const veth: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip link add v0 type veth peer name v1',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      54000000 1000 0506 00000000 00000000                     # nlmsghdr
      00 00 0000 00000000 00000000 00000000                    # ifinfomsg
      0700 0300 763000 00                                      # IFLA_IFNAME v0
      2c00 1200                                                # IFLA_LINKINFO
        0800 0100 76657468                                     #   IFLA_INFO_KIND veth
        2000 0200                                              #   IFLA_INFO_DATA
          1c00 0100                                            #     VETH_INFO_PEER
            00 00 0000 00000000 00000000 00000000              #       ifinfomsg
            0700 0300 763100 00                                #       IFLA_IFNAME v1
    `,
    object: { ifname: 'v0', linkinfo: { kind: 'veth', data: { peer: { ifname: 'v1' } } } },
  },
  {
    command: 'ip link add v2 mtu 1400 address 02:00:00:00:00:01 broadcast 02:ff:ff:ff:ff:ff group 7 txqueuelen 500 numtxqueues 4 ' +
      'numrxqueues 2 type veth peer name v3 netns red mtu 1300 address 02:00:00:00:00:02 txqueuelen 100 numtxqueues 2 ' +
      'numrxqueues 1 group 8 index 99',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      d0000000 1000 0506 00000000 00000000                     # nlmsghdr
      00 00 0000 00000000 00000000 00000000                    # ifinfomsg
      0800 0400 78050000                                       # IFLA_MTU
      0a00 0100 020000000001 0000                              # IFLA_ADDRESS
      0a00 0200 02ffffffffff 0000                              # IFLA_BROADCAST
      0800 1b00 07000000                                       # IFLA_GROUP
      0800 0d00 f4010000                                       # IFLA_TXQLEN
      0800 1f00 04000000                                       # IFLA_NUM_TX_QUEUES
      0800 2000 02000000                                       # IFLA_NUM_RX_QUEUES
      0700 0300 763200 00                                      # IFLA_IFNAME v2
      6800 1200                                                # IFLA_LINKINFO
        0800 0100 76657468                                     #   IFLA_INFO_KIND veth
        5c00 0200                                              #   IFLA_INFO_DATA
          5800 0100                                            #     VETH_INFO_PEER
            00 00 0000 63000000 00000000 00000000              #       ifinfomsg
            0800 1c00 04000000                                 #       IFLA_NET_NS_FD
            0800 0400 14050000                                 #       IFLA_MTU
            0a00 0100 020000000002 0000                        #       IFLA_ADDRESS
            0800 0d00 64000000                                 #       IFLA_TXQLEN
            0800 1f00 02000000                                 #       IFLA_NUM_TX_QUEUES
            0800 2000 01000000                                 #       IFLA_NUM_RX_QUEUES
            0800 1b00 08000000                                 #       IFLA_GROUP
            0700 0300 763300 00                                #       IFLA_IFNAME v3
    `,
    object: {
      mtu: 1400, address: '02:00:00:00:00:01', broadcast: '02:ff:ff:ff:ff:ff', group: 7, txqlen: 500, numTxQueues: 4, numRxQueues: 2,
      ifname: 'v2',
      linkinfo: {
        kind: 'veth',
        data: {
          peer: {
            index: 99, netNsFd: 4, mtu: 1300, address: '02:00:00:00:00:02', txqlen: 100, numTxQueues: 2, numRxQueues: 1, group: 8,
            ifname: 'v3',
          },
        },
      },
    },
  },
  {
    command: 'ip link add v4 index 40 type veth peer v5 index 41',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      54000000 1000 0506 00000000 00000000                     # nlmsghdr
      00 00 0000 28000000 00000000 00000000                    # ifinfomsg
      0700 0300 763400 00                                      # IFLA_IFNAME v4
      2c00 1200                                                # IFLA_LINKINFO
        0800 0100 76657468                                     #   IFLA_INFO_KIND veth
        2000 0200                                              #   IFLA_INFO_DATA
          1c00 0100                                            #     VETH_INFO_PEER
            00 00 0000 29000000 00000000 00000000              #       ifinfomsg
            0700 0300 763500 00                                #       IFLA_IFNAME v5
    `,
    object: { index: 40, ifname: 'v4', linkinfo: { kind: 'veth', data: { peer: { index: 41, ifname: 'v5' } } } },
  },
  {
    command: 'ip link add v6 netns red up type veth peer name v7 netns blue',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      64000000 1000 0506 00000000 00000000                     # nlmsghdr
      00 00 0000 00000000 01000000 01000000                    # ifinfomsg
      0800 1c00 04000000                                       # IFLA_NET_NS_FD
      0700 0300 763600 00                                      # IFLA_IFNAME v6
      3400 1200                                                # IFLA_LINKINFO
        0800 0100 76657468                                     #   IFLA_INFO_KIND veth
        2800 0200                                              #   IFLA_INFO_DATA
          2400 0100                                            #     VETH_INFO_PEER
            00 00 0000 00000000 00000000 00000000              #       ifinfomsg
            0800 1c00 05000000                                 #       IFLA_NET_NS_FD
            0700 0300 763700 00                                #       IFLA_IFNAME v7
    `,
    object: {
      flags: ['UP'], change: ['UP'], netNsFd: 4, ifname: 'v6', linkinfo: { kind: 'veth', data: { peer: { netNsFd: 5, ifname: 'v7' } } },
    },
  },
  {
    command: 'ip link add v8 up type veth peer name v9 up',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      54000000 1000 0506 00000000 00000000                     # nlmsghdr
      00 00 0000 00000000 01000000 01000000                    # ifinfomsg
      0700 0300 763800 00                                      # IFLA_IFNAME v8
      2c00 1200                                                # IFLA_LINKINFO
        0800 0100 76657468                                     #   IFLA_INFO_KIND veth
        2000 0200                                              #   IFLA_INFO_DATA
          1c00 0100                                            #     VETH_INFO_PEER
            00 00 0000 00000000 01000000 01000000              #       ifinfomsg
            0700 0300 763900 00                                #       IFLA_IFNAME v9
    `,
    object: {
      flags: ['UP'], change: ['UP'], ifname: 'v8',
      linkinfo: { kind: 'veth', data: { peer: { flags: ['UP'], change: ['UP'], ifname: 'v9' } } },
    },
  },
  {
    command: 'ip link add type veth',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      2c000000 1000 0506 00000000 00000000                     # nlmsghdr
      00 00 0000 00000000 00000000 00000000                    # ifinfomsg
      0c00 1200                                                # IFLA_LINKINFO
        0800 0100 76657468                                     #   IFLA_INFO_KIND veth
    `,
    object: { linkinfo: { kind: 'veth' } },
  },
]

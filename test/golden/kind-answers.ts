// What the kernel tells of links of some kinds: its own additions among the attributes, and forms that it takes in another way than
// it shows them. Of each message the header, the name and the kind's part.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const kindAnswers: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip link add vx0 type vxlan id 100 remote 10.0.0.2 local 10.0.0.1 dev eth0 dstport 4789 ttl inherit gbp df set',
    type: 'RTM_NEWLINK', flags: [],
    bytes: `
      1c010000 1000 0000 00000000 00000000                # nlmsghdr
      00 00 0100 1e000000 02100000 00000000               # ifinfomsg
      0800 0300 76783000                                  # IFLA_IFNAME vx0
      f400 1200                                           # IFLA_LINKINFO
        0a00 0100 76786c616e00 0000                       #   IFLA_INFO_KIND vxlan
        e400 0200                                         #   IFLA_INFO_DATA
          0800 0100 64000000                              #     IFLA_VXLAN_ID
          0800 0200 0a000002                              #     IFLA_VXLAN_GROUP
          0800 0300 0a000000                              #     IFLA_VXLAN_LINK
          0800 0400 0a000001                              #     IFLA_VXLAN_LOCAL
          0500 0500 00 000000                             #     IFLA_VXLAN_TTL
          0500 1c00 01 000000                             #     IFLA_VXLAN_TTL_INHERIT
          0500 0600 00 000000                             #     IFLA_VXLAN_TOS
          0500 1d00 01 000000                             #     IFLA_VXLAN_DF
          0800 1a00 00000000                              #     IFLA_VXLAN_LABEL
          0800 2000 00000000                              #     IFLA_VXLAN_LABEL_POLICY
          0500 0700 01 000000                             #     IFLA_VXLAN_LEARNING
          0500 0b00 00 000000                             #     IFLA_VXLAN_PROXY
          0500 0c00 00 000000                             #     IFLA_VXLAN_RSC
          0500 0d00 00 000000                             #     IFLA_VXLAN_L2MISS
          0500 0e00 00 000000                             #     IFLA_VXLAN_L3MISS
          0500 1900 00 000000                             #     IFLA_VXLAN_COLLECT_METADATA
          0800 0800 2c010000                              #     IFLA_VXLAN_AGEING
          0800 0900 00000000                              #     IFLA_VXLAN_LIMIT
          0600 0f00 12b5 0000                             #     IFLA_VXLAN_PORT
          0500 1200 01 000000                             #     IFLA_VXLAN_UDP_CSUM
          0500 1300 00 000000                             #     IFLA_VXLAN_UDP_ZERO_CSUM6_TX
          0500 1400 00 000000                             #     IFLA_VXLAN_UDP_ZERO_CSUM6_RX
          0500 1500 00 000000                             #     IFLA_VXLAN_REMCSUM_TX
          0500 1600 00 000000                             #     IFLA_VXLAN_REMCSUM_RX
          0500 1f00 01 000000                             #     IFLA_VXLAN_LOCALBYPASS
          0800 0a00 0000 0000                             #     IFLA_VXLAN_PORT_RANGE
          0400 1700                                       #     IFLA_VXLAN_GBP
          0c00 2100 77000000000000ff                      #     IFLA_VXLAN_RESERVED_BITS
    `,
    object: {
      type: 'ether', index: 30, flags: ['BROADCAST', 'MULTICAST'], ifname: 'vx0',
      linkinfo: {
        kind: 'vxlan',
        data: {
          id: 100, remote: '10.0.0.2', link: 10, local: '10.0.0.1', ttl: 0, ttlInherit: true, tos: 0, df: 'set', label: 0,
          labelPolicy: 'fixed', learning: true, proxy: false, rsc: false, l2miss: false, l3miss: false,
          collectMetadata: false, ageing: 300, limit: 0, port: 4789, udpCsum: true, udpZeroCsum6Tx: false,
          udpZeroCsum6Rx: false, remcsumTx: false, remcsumRx: false, localbypass: true, portRange: {}, gbp: true,
          reservedBits: Uint8Array.of(0x77, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xff),
        },
      },
    },
  },
  {
    command: 'ip link add link eth1 mv0 type macvlan mode source macaddr set 02:00:00:00:00:01 02:00:00:00:00:02',
    type: 'RTM_NEWLINK', flags: [],
    bytes: `
      80000000 1000 0000 00000000 00000000                # nlmsghdr
      00 00 0100 20000000 02100000 00000000               # ifinfomsg
      0800 0300 6d763000                                  # IFLA_IFNAME mv0
      5800 1200                                           # IFLA_LINKINFO
        0c00 0100 6d6163766c616e00                        #   IFLA_INFO_KIND macvlan
        4800 0200                                         #   IFLA_INFO_DATA
          0800 0100 10000000                              #     IFLA_MACVLAN_MODE
          0600 0200 0000 0000                             #     IFLA_MACVLAN_FLAGS
          0800 0600 02000000                              #     IFLA_MACVLAN_MACADDR_COUNT
          1c00 0500                                       #     IFLA_MACVLAN_MACADDR_DATA
            0a00 0400 020000000002 0000                   #       IFLA_MACVLAN_MACADDR
            0a00 0400 020000000001 0000                   #       IFLA_MACVLAN_MACADDR
          0800 0700 e8030000                              #     IFLA_MACVLAN_BC_QUEUE_LEN
          0800 0800 e8030000                              #     IFLA_MACVLAN_BC_QUEUE_LEN_USED
    `,
    object: {
      type: 'ether', index: 32, flags: ['BROADCAST', 'MULTICAST'], ifname: 'mv0',
      linkinfo: {
        kind: 'macvlan',
        data: {
          mode: 'source', flags: [], macaddrCount: 2,
          macaddrData: { macaddr: ['02:00:00:00:00:02', '02:00:00:00:00:01'] }, bcQueueLen: 1000, bcQueueLenUsed: 1000,
        },
      },
    },
  },
  {
    command: 'ip tuntap add dev tap0 mode tap multi_queue user 65534 group 65534',
    type: 'RTM_NEWLINK', flags: [],
    bytes: `
      84000000 1000 0000 00000000 00000000                # nlmsghdr
      00 00 0100 02000000 02100000 00000000               # ifinfomsg
      0900 0300 7461703000 000000                         # IFLA_IFNAME tap0
      5800 1200                                           # IFLA_LINKINFO
        0800 0100 74756e00                                #   IFLA_INFO_KIND tun
        4c00 0200                                         #   IFLA_INFO_DATA
          0500 0300 02 000000                             #     IFLA_TUN_TYPE
          0800 0100 feff0000                              #     IFLA_TUN_OWNER
          0800 0200 feff0000                              #     IFLA_TUN_GROUP
          0500 0400 00 000000                             #     IFLA_TUN_PI
          0500 0500 00 000000                             #     IFLA_TUN_VNET_HDR
          0500 0600 01 000000                             #     IFLA_TUN_PERSIST
          0500 0700 01 000000                             #     IFLA_TUN_MULTI_QUEUE
          0800 0800 00000000                              #     IFLA_TUN_NUM_QUEUES
          0800 0900 00000000                              #     IFLA_TUN_NUM_DISABLED_QUEUES
    `,
    object: {
      type: 'ether', index: 2, flags: ['BROADCAST', 'MULTICAST'], ifname: 'tap0',
      linkinfo: {
        kind: 'tun',
        data: {
          type: 'tap', owner: 65534, group: 65534, pi: false, vnetHdr: false, persist: true, multiQueue: true,
          numQueues: 0, numDisabledQueues: 0,
        },
      },
    },
  },
]

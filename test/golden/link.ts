// Changes of links: ip-link(8) `set`, `property` and `delete`, ip-token(8).

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const link: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip link set v0 up',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      20000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 03000000 01000000 01000000                    # ifinfomsg
    `,
    object: { index: 3, flags: ['UP'], change: ['UP'] },
  },
  {
    command: 'ip link set v0 down',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      20000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 03000000 00000000 01000000                    # ifinfomsg
    `,
    object: { index: 3, change: ['UP'] },
  },
  {
    command: 'ip link set v0 name eth0',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      2c000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 03000000 00000000 00000000                    # ifinfomsg
      0900 0300 6574683000 000000                              # IFLA_IFNAME eth0
    `,
    object: { index: 3, ifname: 'eth0' },
  },
  {
    command: 'ip link set eth0 mtu 1400 txqueuelen 500 group 7 address 02:00:00:00:00:01 broadcast 02:ff:ff:ff:ff:ff',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      50000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 03000000 00000000 00000000                    # ifinfomsg
      0800 0400 78050000                                       # IFLA_MTU
      0800 0d00 f4010000                                       # IFLA_TXQLEN
      0800 1b00 07000000                                       # IFLA_GROUP
      0a00 0100 020000000001 0000                              # IFLA_ADDRESS
      0a00 0200 02ffffffffff 0000                              # IFLA_BROADCAST
    `,
    object: { index: 3, mtu: 1400, txqlen: 500, group: 7, address: '02:00:00:00:00:01', broadcast: '02:ff:ff:ff:ff:ff' },
  },
  {
    command: 'ip link set eth0 master br0',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      28000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 03000000 00000000 00000000                    # ifinfomsg
      0800 0a00 04000000                                       # IFLA_MASTER
    `,
    object: { index: 3, master: 4 },
  },
  {
    command: 'ip link set eth0 nomaster',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      28000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 03000000 00000000 00000000                    # ifinfomsg
      0800 0a00 00000000                                       # IFLA_MASTER
    `,
    object: { index: 3, master: 0 },
  },
  {
    command: 'ip link set eth0 alias "uplink of red"',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      34000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 03000000 00000000 00000000                    # ifinfomsg
      1100 1400 75706c696e6b206f6620726564 000000              # IFLA_IFALIAS uplink of red
    `,
    object: { index: 3, ifalias: 'uplink of red' },
  },
  {
    command: 'ip link set eth0 alias ""',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      24000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 03000000 00000000 00000000                    # ifinfomsg
      0400 1400                                                # IFLA_IFALIAS
    `,
    object: { index: 3, ifalias: '' },
  },
  {
    command: 'ip link set eth0 addrgenmode none',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      30000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 03000000 00000000 00000000                    # ifinfomsg
      1000 1a00                                                # IFLA_AF_SPEC
        0c00 0a00                                              #   AF_INET6
          0500 0800 01 000000                                  #     IFLA_INET6_ADDR_GEN_MODE
    `,
    object: { index: 3, afSpec: { inet6: { addrGenMode: 'none' } } },
  },
  {
    command: 'ip link set eth0 addrgenmode eui64',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      30000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 03000000 00000000 00000000                    # ifinfomsg
      1000 1a00                                                # IFLA_AF_SPEC
        0c00 0a00                                              #   AF_INET6
          0500 0800 00 000000                                  #     IFLA_INET6_ADDR_GEN_MODE
    `,
    object: { index: 3, afSpec: { inet6: { addrGenMode: 'eui64' } } },
  },
  {
    command: 'ip link set eth0 addrgenmode random',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      30000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 03000000 00000000 00000000                    # ifinfomsg
      1000 1a00                                                # IFLA_AF_SPEC
        0c00 0a00                                              #   AF_INET6
          0500 0800 03 000000                                  #     IFLA_INET6_ADDR_GEN_MODE
    `,
    object: { index: 3, afSpec: { inet6: { addrGenMode: 'random' } } },
  },
  {
    command: 'ip link set eth0 addrgenmode stable_secret',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      30000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 03000000 00000000 00000000                    # ifinfomsg
      1000 1a00                                                # IFLA_AF_SPEC
        0c00 0a00                                              #   AF_INET6
          0500 0800 02 000000                                  #     IFLA_INET6_ADDR_GEN_MODE
    `,
    object: { index: 3, afSpec: { inet6: { addrGenMode: 'stable_secret' } } },
  },
  {
    command: 'ip token set ::1:2 dev eth0',
    type: 'RTM_SETLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      3c000000 1300 0500 00000000 00000000                     # nlmsghdr
      0a 00 0000 03000000 00000000 00000000                    # ifinfomsg
      1c00 1a00                                                # IFLA_AF_SPEC
        1800 0a00                                              #   AF_INET6
          1400 0700 00000000000000000000000000010002           #     IFLA_INET6_TOKEN
    `,
    object: { family: 'inet6', index: 3, afSpec: { inet6: { token: '::1:2' } } },
  },
  {
    command: 'ip link property add dev eth0 altname a-name-of-more-than-fifteen-bytes altname uplink',
    type: 'RTM_NEWLINKPROP', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE', 'NLM_F_APPEND'],
    bytes: `
      58000000 6c00 050e 00000000 00000000                     # nlmsghdr
      00 00 0000 03000000 00000000 00000000                    # ifinfomsg
      3800 3480                                                # IFLA_PROP_LIST
        2600 3500                                              #   IFLA_ALT_IFNAME a-name-of-more-than-fifteen-bytes
          612d6e61 6d652d6f 662d6d6f 72652d74 68616e2d 66696674 65656e2d 62797465 73000000
        0b00 3500 75706c696e6b00 00                            #   IFLA_ALT_IFNAME uplink
    `,
    object: { index: 3, propList: { altIfname: ['a-name-of-more-than-fifteen-bytes', 'uplink'] } },
  },
  {
    command: 'ip link property del dev eth0 altname uplink',
    type: 'RTM_DELLINKPROP', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      30000000 6d00 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 03000000 00000000 00000000                    # ifinfomsg
      1000 3480                                                # IFLA_PROP_LIST
        0b00 3500 75706c696e6b00 00                            #   IFLA_ALT_IFNAME uplink
    `,
    object: { index: 3, propList: { altIfname: ['uplink'] } },
  },
  {
    command: 'ip link set eth0 arp off multicast off promisc on allmulticast on dynamic on',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      20000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 03000000 80830000 80930000                    # ifinfomsg
    `,
    object: {
      index: 3, flags: ['NOARP', 'PROMISC', 'ALLMULTI', 'DYNAMIC'], change: ['NOARP', 'PROMISC', 'ALLMULTI', 'MULTICAST', 'DYNAMIC'],
    },
  },
  {
    command: 'ip link set group 7 down',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      28000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 00000000 00000000 01000000                    # ifinfomsg
      0800 1b00 07000000                                       # IFLA_GROUP
    `,
    object: { change: ['UP'], group: 7 },
  },
  {
    command: 'ip link del group 7',
    type: 'RTM_DELLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      28000000 1100 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 00000000 00000000 00000000                    # ifinfomsg
      0800 1b00 07000000                                       # IFLA_GROUP
    `,
    object: { group: 7 },
  },
  {
    command: 'ip link set v0 netns red',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      28000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 06000000 00000000 00000000                    # ifinfomsg
      0800 1c00 04000000                                       # IFLA_NET_NS_FD
    `,
    object: { index: 6, netNsFd: 4 },
  },
  {
    command: 'ip link set v1 netns 1',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      28000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 05000000 00000000 00000000                    # ifinfomsg
      0800 1300 01000000                                       # IFLA_NET_NS_PID
    `,
    object: { index: 5, netNsPid: 1 },
  },
  {
    command: 'ip link del br0',
    type: 'RTM_DELLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      20000000 1100 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 04000000 00000000 00000000                    # ifinfomsg
    `,
    object: { index: 4 },
  },
]

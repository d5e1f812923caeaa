// Of links of every kind: alternative names, flags, carrier, sizes of segments.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const linkMore: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip link property add dev eth0 altname a-long-name-of-eth0 altname another',
    type: 'RTM_NEWLINKPROP', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE', 'NLM_F_APPEND'],
    bytes: `
      48000000 6c00 050e 00000000 00000000                  # nlmsghdr
      00 00 0000 0a000000 00000000 00000000                 # ifinfomsg
      2800 3480                                             # IFLA_PROP_LIST
        1800 3500 612d6c6f6e672d6e616d652d6f662d6574683000  #   IFLA_ALT_IFNAME a-long-name-of-eth0
        0c00 3500 616e6f7468657200                          #   IFLA_ALT_IFNAME another
    `,
    object: { index: 10, propList: { altIfname: ['a-long-name-of-eth0', 'another'] } },
  },
  {
    command: 'ip link property del dev eth0 altname another',
    type: 'RTM_DELLINKPROP', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      30000000 6d00 0500 00000000 00000000                # nlmsghdr
      00 00 0000 0a000000 00000000 00000000               # ifinfomsg
      1000 3480                                           # IFLA_PROP_LIST
        0c00 3500 616e6f7468657200                        #   IFLA_ALT_IFNAME another
    `,
    object: { index: 10, propList: { altIfname: ['another'] } },
  },
  {
    command: 'ip link set eth0 arp off multicast off allmulticast on promisc on dynamic on',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      20000000 1000 0500 00000000 00000000                # nlmsghdr
      00 00 0000 0a000000 80830000 80930000               # ifinfomsg
    `,
    object: {
      index: 10, flags: ['NOARP', 'PROMISC', 'ALLMULTI', 'DYNAMIC'],
      change: ['NOARP', 'PROMISC', 'ALLMULTI', 'MULTICAST', 'DYNAMIC'],
    },
  },
  {
    command: 'ip link set eth0 protodown on',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      28000000 1000 0500 00000000 00000000                # nlmsghdr
      00 00 0000 0a000000 00000000 00000000               # ifinfomsg
      0500 2700 01 000000                                 # IFLA_PROTO_DOWN
    `,
    object: { index: 10, protoDown: true },
  },
  {
    command: 'ip link set eth0 protodown_reason 3 on',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      34000000 1000 0500 00000000 00000000                # nlmsghdr
      00 00 0000 0a000000 00000000 00000000               # ifinfomsg
      1400 3780                                           # IFLA_PROTO_DOWN_REASON
        0800 0100 08000000                                #   IFLA_PROTO_DOWN_REASON_MASK
        0800 0200 08000000                                #   IFLA_PROTO_DOWN_REASON_VALUE
    `,
    object: { index: 10, protoDownReason: { mask: 8, value: 8 } },
  },
  {
    command: 'ip link set eth0 carrier off',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      28000000 1000 0500 00000000 00000000                # nlmsghdr
      00 00 0000 0a000000 00000000 00000000               # ifinfomsg
      0500 2100 00 000000                                 # IFLA_CARRIER
    `,
    object: { index: 10, carrier: false },
  },
  {
    command: 'ip link set eth0 mode dormant',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      28000000 1000 0500 00000000 00000000                # nlmsghdr
      00 00 0000 0a000000 00000000 00000000               # ifinfomsg
      0500 1100 01 000000                                 # IFLA_LINKMODE
    `,
    object: { index: 10, linkmode: 'dormant' },
  },
  {
    command: 'ip link set eth0 state dormant',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      28000000 1000 0500 00000000 00000000                # nlmsghdr
      00 00 0000 0a000000 00000000 00000000               # ifinfomsg
      0500 1000 05 000000                                 # IFLA_OPERSTATE
    `,
    object: { index: 10, operstate: 'dormant' },
  },
  {
    command: 'ip link set eth0 gso_max_size 65536 gso_max_segs 128 gro_max_size 32768',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      38000000 1000 0500 00000000 00000000                # nlmsghdr
      00 00 0000 0a000000 00000000 00000000               # ifinfomsg
      0800 2900 00000100                                  # IFLA_GSO_MAX_SIZE
      0800 2800 80000000                                  # IFLA_GSO_MAX_SEGS
      0800 3a00 00800000                                  # IFLA_GRO_MAX_SIZE
    `,
    object: { index: 10, gsoMaxSize: 65536, gsoMaxSegs: 128, groMaxSize: 32768 },
  },
  {   // iproute2 6.15
    command: 'ip link set eth0 gso_ipv4_max_size 65536 gro_ipv4_max_size 65536',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      30000000 1000 0500 00000000 00000000                # nlmsghdr
      00 00 0000 0a000000 00000000 00000000               # ifinfomsg
      0800 3f00 00000100                                  # IFLA_GSO_IPV4_MAX_SIZE
      0800 4000 00000100                                  # IFLA_GRO_IPV4_MAX_SIZE
    `,
    object: { index: 10, gsoIpv4MaxSize: 65536, groIpv4MaxSize: 65536 },
  },
  {
    command: 'ip token set ::1 dev eth0',
    type: 'RTM_SETLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      3c000000 1300 0500 00000000 00000000                # nlmsghdr
      0a 00 0000 0a000000 00000000 00000000               # ifinfomsg
      1c00 1a00                                           # IFLA_AF_SPEC
        1800 0a00                                         #   AF_INET6
          1400 0700 00000000000000000000000000000001      #     IFLA_INET6_TOKEN
    `,
    object: { family: 'inet6', index: 10, afSpec: { inet6: { token: '::1' } } },
  },
]

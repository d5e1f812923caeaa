// Requests that the kernel answers with an error here, because a veth cannot do that or the kind is missing: carrier, virtual
// functions, XDP, kinds that this library does not know (their data are bytes).

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const linkRare: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip link set eth0 carrier off',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      28000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 03000000 00000000 00000000                    # ifinfomsg
      0500 2100 00 000000                                      # IFLA_CARRIER
    `,
    object: { index: 3, carrier: false },
  },
  {
    command: 'ip link set eth0 protodown on protodown_reason 3 on',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      3c000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 03000000 00000000 00000000                    # ifinfomsg
      0500 2700 01 000000                                      # IFLA_PROTO_DOWN
      1400 3780                                                # IFLA_PROTO_DOWN_REASON
        0800 0100 08000000                                     #   IFLA_PROTO_DOWN_REASON_MASK
        0800 0200 08000000                                     #   IFLA_PROTO_DOWN_REASON_VALUE
    `,
    object: { index: 3, protoDown: true, protoDownReason: { mask: 8, value: 8 } },
  },
  {
    command: 'ip link set eth0 state dormant mode dormant',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      30000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 03000000 00000000 00000000                    # ifinfomsg
      0500 1000 05 000000                                      # IFLA_OPERSTATE
      0500 1100 01 000000                                      # IFLA_LINKMODE
    `,
    object: { index: 3, operstate: 'dormant', linkmode: 'dormant' },
  },
  {
    command: 'ip link set eth0 gso_max_size 32768 gso_max_segs 100 gro_max_size 65536',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      38000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 03000000 00000000 00000000                    # ifinfomsg
      0800 2900 00800000                                       # IFLA_GSO_MAX_SIZE
      0800 2800 64000000                                       # IFLA_GSO_MAX_SEGS
      0800 3a00 00000100                                       # IFLA_GRO_MAX_SIZE
    `,
    object: { index: 3, gsoMaxSize: 32768, gsoMaxSegs: 100, groMaxSize: 65536 },
  },
  {
    command: 'ip link set eth0 vf 1 mac 02:00:00:00:00:07 vlan 10 qos 3 rate 100 spoofchk on trust on state enable',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      90000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 03000000 00000000 00000000                    # ifinfomsg
      7000 1600                                                # IFLA_VFINFO_LIST
        6c00 0100                                              #   IFLA_VF_INFO
          2800 0100                                            #     IFLA_VF_MAC
            01000000 02000000 00070000 00000000 00000000 00000000 00000000 00000000 00000000
          1000 0200 010000000a00000003000000                   #     IFLA_VF_VLAN
          0c00 0300 0100000064000000                           #     IFLA_VF_TX_RATE
          0c00 0400 0100000001000000                           #     IFLA_VF_SPOOFCHK
          0c00 0900 0100000001000000                           #     IFLA_VF_TRUST
          0c00 0500 0100000001000000                           #     IFLA_VF_LINK_STATE
    `,
    object: {
      index: 3,
      vfinfoList: {
        info: [
          {
            mac: {
              vf: 1, mac: Uint8Array.of(2, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
            },
            vlan: { vf: 1, vlan: 10, qos: 3 }, txRate: { vf: 1, rate: 100 }, spoofchk: { vf: 1, setting: 1 },
            trust: { vf: 1, setting: 1 }, linkState: { vf: 1, linkState: 'enable' },
          },
        ],
      },
    },
  },
  {
    command: 'ip link set eth0 vf 0 vlan 100 proto 802.1ad vlan 5',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      54000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 03000000 00000000 00000000                    # ifinfomsg
      3400 1600                                                # IFLA_VFINFO_LIST
        3000 0100                                              #   IFLA_VF_INFO
          2c00 0c00                                            #     IFLA_VF_VLAN_LIST
            1400 0100 00000000640000000000000088a80000         #       IFLA_VF_VLAN_INFO
            1400 0100 00000000050000000000000081000000         #       IFLA_VF_VLAN_INFO
    `,
    object: {
      index: 3, vfinfoList: { info: [{ vlanList: { info: [{ vlan: 100, vlanProto: '802.1ad' }, { vlan: 5, vlanProto: '802.1Q' }] } }] },
    },
  },
  {
    command: 'ip link set eth0 vf 2 min_tx_rate 10 max_tx_rate 20 query_rss on',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      44000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 03000000 00000000 00000000                    # ifinfomsg
      2400 1600                                                # IFLA_VFINFO_LIST
        2000 0100                                              #   IFLA_VF_INFO
          0c00 0700 0200000001000000                           #     IFLA_VF_RSS_QUERY_EN
          1000 0600 020000000a00000014000000                   #     IFLA_VF_RATE
    `,
    object: { index: 3, vfinfoList: { info: [{ rssQueryEn: { vf: 2, setting: 1 }, rate: { vf: 2, minTxRate: 10, maxTxRate: 20 } }] } },
  },
  {
    command: 'ip link set eth0 vf 2 node_guid 02:00:00:00:00:00:00:07',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      3c000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 03000000 00000000 00000000                    # ifinfomsg
      1c00 1600                                                # IFLA_VFINFO_LIST
        1800 0100                                              #   IFLA_VF_INFO
          1400 0a00 02000000000000000700000000000002           #     IFLA_VF_IB_NODE_GUID
    `,
    object: { index: 3, vfinfoList: { info: [{ ibNodeGuid: { vf: 2, guid: 144115188075855879n } }] } },
  },
  {
    command: 'ip link set eth0 xdp off',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      34000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 03000000 00000000 00000000                    # ifinfomsg
      1400 2b00                                                # IFLA_XDP
        0800 0100 ffffffff                                     #   IFLA_XDP_FD
        0800 0300 01000000                                     #   IFLA_XDP_FLAGS
    `,
    object: { index: 3, xdp: { fd: -1, flags: ['update_if_noexist'] } },
  },
  {
    command: 'ip link set eth0 link-netnsid 5',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      28000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 03000000 00000000 00000000                    # ifinfomsg
      0800 2500 05000000                                       # IFLA_LINK_NETNSID
    `,
    object: { index: 3, linkNetnsid: 5 },
  },
  {
    command: 'ip link add link v0 name v0.5 index 77 type vlan id 5 reorder_hdr off',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      58000000 1000 0506 00000000 00000000                     # nlmsghdr
      00 00 0000 4d000000 00000000 00000000                    # ifinfomsg
      0800 0500 06000000                                       # IFLA_LINK
      0900 0300 76302e3500 000000                              # IFLA_IFNAME v0.5
      2400 1200                                                # IFLA_LINKINFO
        0800 0100 766c616e                                     #   IFLA_INFO_KIND vlan
        1800 0200                                              #   IFLA_INFO_DATA
          0600 0100 0500 0000                                  #     IFLA_VLAN_ID
          0c00 0200 0000000001000000                           #     IFLA_VLAN_FLAGS
    `,
    object: {
      index: 77, link: 6, ifname: 'v0.5',
      linkinfo: { kind: 'vlan', data: { id: 5, flags: { mask: ['reorder_hdr'] } } },
    },
  },
  {
    command: 'ip link add d0 numtxqueues 4 numrxqueues 2 type dummy',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      48000000 1000 0506 00000000 00000000                     # nlmsghdr
      00 00 0000 00000000 00000000 00000000                    # ifinfomsg
      0800 1f00 04000000                                       # IFLA_NUM_TX_QUEUES
      0800 2000 02000000                                       # IFLA_NUM_RX_QUEUES
      0700 0300 643000 00                                      # IFLA_IFNAME d0
      1000 1200                                                # IFLA_LINKINFO
        0900 0100 64756d6d79 000000                            #   IFLA_INFO_KIND dummy
    `,
    object: { numTxQueues: 4, numRxQueues: 2, ifname: 'd0', linkinfo: { kind: 'dummy' } },
  },
]

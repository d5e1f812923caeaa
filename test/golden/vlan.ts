// VLANs.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const vlan: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip link add link eth0 name eth0.5 type vlan id 5',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      4c000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 0500 0a000000                                  # IFLA_LINK
      0b00 0300 657468302e3500 00                         # IFLA_IFNAME eth0.5
      1800 1200                                           # IFLA_LINKINFO
        0800 0100 766c616e                                #   IFLA_INFO_KIND vlan
        0c00 0200                                         #   IFLA_INFO_DATA
          0600 0100 0500 0000                             #     IFLA_VLAN_ID
    `,
    object: { link: 10, ifname: 'eth0.5', linkinfo: { kind: 'vlan', data: { id: 5 } } },
  },
  {
    command: 'ip link add link eth0 name eth0.6 type vlan protocol 802.1ad id 4094 reorder_hdr off gvrp on mvrp ' +
      'on loose_binding on bridge_binding on ingress-qos-map 1:2 3:4 egress-qos-map 5:6',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      8c000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 0500 0a000000                                  # IFLA_LINK
      0b00 0300 657468302e3600 00                         # IFLA_IFNAME eth0.6
      5800 1200                                           # IFLA_LINKINFO
        0800 0100 766c616e                                #   IFLA_INFO_KIND vlan
        4c00 0200                                         #   IFLA_INFO_DATA
          0600 0500 88a8 0000                             #     IFLA_VLAN_PROTOCOL
          0600 0100 fe0f 0000                             #     IFLA_VLAN_ID
          1c00 0400                                       #     IFLA_VLAN_INGRESS_QOS
            0c00 0100 01000000 02000000                   #       IFLA_VLAN_QOS_MAPPING
            0c00 0100 03000000 04000000                   #       IFLA_VLAN_QOS_MAPPING
          1000 0300                                       #     IFLA_VLAN_EGRESS_QOS
            0c00 0100 05000000 06000000                   #       IFLA_VLAN_QOS_MAPPING
          0c00 0200 1e000000 1f000000                     #     IFLA_VLAN_FLAGS
    `,
    object: {
      link: 10, ifname: 'eth0.6',
      linkinfo: {
        kind: 'vlan',
        data: {
          protocol: '802.1ad', id: 4094, ingressQos: { mapping: [{ from: 1, to: 2 }, { from: 3, to: 4 }] },
          egressQos: { mapping: [{ from: 5, to: 6 }] },
          flags: {
            flags: ['gvrp', 'loose_binding', 'mvrp', 'bridge_binding'],
            mask: ['reorder_hdr', 'gvrp', 'loose_binding', 'mvrp', 'bridge_binding'],
          },
        },
      },
    },
  },
  {
    command: 'ip link set dev eth0 type vlan gvrp off egress-qos-map 1:7 2:0',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      58000000 1000 0500 00000000 00000000                # nlmsghdr
      00 00 0000 0a000000 00000000 00000000               # ifinfomsg
      3800 1200                                           # IFLA_LINKINFO
        0800 0100 766c616e                                #   IFLA_INFO_KIND vlan
        2c00 0200                                         #   IFLA_INFO_DATA
          1c00 0300                                       #     IFLA_VLAN_EGRESS_QOS
            0c00 0100 01000000 07000000                   #       IFLA_VLAN_QOS_MAPPING
            0c00 0100 02000000 00000000                   #       IFLA_VLAN_QOS_MAPPING
          0c00 0200 00000000 02000000                     #     IFLA_VLAN_FLAGS
    `,
    object: {
      index: 10,
      linkinfo: { kind: 'vlan', data: { egressQos: { mapping: [{ from: 1, to: 7 }, { from: 2 }] }, flags: { mask: ['gvrp'] } } },
    },
  },
]

// VLANs of bridges and their ports, and their spanning trees: bridge-vlan(8) and bridge-mst(8) of iproute2 6.15.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const bridgeVlans: readonly Fixture<typeof messages.bridgeLink>[] = [
  {
    command: 'bridge vlan add dev p0 vid 20-29 untagged',
    type: 'RTM_SETLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      34000000 1300 0500 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000 00000000 00000000                    # ifinfomsg
      1400 1a00                                                # IFLA_AF_SPEC
        0800 0200                                              #   IFLA_BRIDGE_VLAN_INFO
          0c00 1400                                            #     bridge_vlan_info
        0800 0200                                              #   IFLA_BRIDGE_VLAN_INFO
          1400 1d00                                            #     bridge_vlan_info
    `,
    object: {
      family: 'bridge', index: 3, afSpec: { vlanInfo: [{ flags: ['untagged', 'range_begin'], vid: 20 }, { flags: ['untagged',
      'range_end'], vid: 29 }] },
    },
  },
  {
    command: 'bridge vlan add dev br0 vid 30 self',
    type: 'RTM_SETLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      34000000 1300 0500 00000000 00000000                     # nlmsghdr
      07 00 0000 02000000 00000000 00000000                    # ifinfomsg
      1400 1a00                                                # IFLA_AF_SPEC
        0600 0000 0200 0000                                    #   IFLA_BRIDGE_FLAGS
        0800 0200                                              #   IFLA_BRIDGE_VLAN_INFO
          0000 1e00                                            #     bridge_vlan_info
    `,
    object: { family: 'bridge', index: 2, afSpec: { flags: ['self'], vlanInfo: [{ vid: 30 }] } },
  },
  {
    command: 'bridge vlan add dev p0 vid 31 master',
    type: 'RTM_SETLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      34000000 1300 0500 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000 00000000 00000000                    # ifinfomsg
      1400 1a00                                                # IFLA_AF_SPEC
        0600 0000 0100 0000                                    #   IFLA_BRIDGE_FLAGS
        0800 0200                                              #   IFLA_BRIDGE_VLAN_INFO
          0000 1f00                                            #     bridge_vlan_info
    `,
    object: { family: 'bridge', index: 3, afSpec: { flags: ['master'], vlanInfo: [{ vid: 31 }] } },
  },
  {
    command: 'bridge vlan add dev p0 vid 32 self master',
    type: 'RTM_SETLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      34000000 1300 0500 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000 00000000 00000000                    # ifinfomsg
      1400 1a00                                                # IFLA_AF_SPEC
        0600 0000 0300 0000                                    #   IFLA_BRIDGE_FLAGS
        0800 0200                                              #   IFLA_BRIDGE_VLAN_INFO
          0000 2000                                            #     bridge_vlan_info
    `,
    object: { family: 'bridge', index: 3, afSpec: { flags: ['master', 'self'], vlanInfo: [{ vid: 32 }] } },
  },
  {
    command: 'bridge vlan add dev p0 vid 40-49 tunnel_info id 4000-4009',
    type: 'RTM_SETLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      5c000000 1300 0500 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000 00000000 00000000                    # ifinfomsg
      3c00 1a00                                                # IFLA_AF_SPEC
        1c00 0300                                              #   IFLA_BRIDGE_VLAN_TUNNEL_INFO
          0800 0100 a00f0000                                   #     IFLA_BRIDGE_VLAN_TUNNEL_ID
          0600 0200 2800 0000                                  #     IFLA_BRIDGE_VLAN_TUNNEL_VID
          0600 0300 0800 0000                                  #     IFLA_BRIDGE_VLAN_TUNNEL_FLAGS
        1c00 0300                                              #   IFLA_BRIDGE_VLAN_TUNNEL_INFO
          0800 0100 a90f0000                                   #     IFLA_BRIDGE_VLAN_TUNNEL_ID
          0600 0200 3100 0000                                  #     IFLA_BRIDGE_VLAN_TUNNEL_VID
          0600 0300 1000 0000                                  #     IFLA_BRIDGE_VLAN_TUNNEL_FLAGS
    `,
    object: {
      family: 'bridge', index: 3, afSpec: { vlanTunnelInfo: [{ id: 4000, vid: 40, flags: ['range_begin'] }, { id: 4009, vid: 49,
      flags: ['range_end'] }] },
    },
  },
  {
    command: 'bridge vlan del dev p0 vid 20-24',
    type: 'RTM_DELLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      34000000 1100 0500 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000 00000000 00000000                    # ifinfomsg
      1400 1a00                                                # IFLA_AF_SPEC
        0800 0200                                              #   IFLA_BRIDGE_VLAN_INFO
          0800 1400                                            #     bridge_vlan_info
        0800 0200                                              #   IFLA_BRIDGE_VLAN_INFO
          1000 1800                                            #     bridge_vlan_info
    `,
    object: {
      family: 'bridge', index: 3, afSpec: { vlanInfo: [{ flags: ['range_begin'], vid: 20 }, { flags: ['range_end'], vid: 24 }] },
    },
  },
  {
    command: 'bridge vlan del dev p0 vid 50 tunnel_info id 5000',
    type: 'RTM_DELLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      40000000 1100 0500 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000 00000000 00000000                    # ifinfomsg
      2000 1a00                                                # IFLA_AF_SPEC
        1c00 0300                                              #   IFLA_BRIDGE_VLAN_TUNNEL_INFO
          0800 0100 88130000                                   #     IFLA_BRIDGE_VLAN_TUNNEL_ID
          0600 0200 3200 0000                                  #     IFLA_BRIDGE_VLAN_TUNNEL_VID
          0600 0300 0000 0000                                  #     IFLA_BRIDGE_VLAN_TUNNEL_FLAGS
    `,
    object: { family: 'bridge', index: 3, afSpec: { vlanTunnelInfo: [{ id: 5000, vid: 50, flags: [] }] } },
  },
  {
    command: 'bridge vlan del dev br0 vid 30 self',
    type: 'RTM_DELLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      34000000 1100 0500 00000000 00000000                     # nlmsghdr
      07 00 0000 02000000 00000000 00000000                    # ifinfomsg
      1400 1a00                                                # IFLA_AF_SPEC
        0600 0000 0200 0000                                    #   IFLA_BRIDGE_FLAGS
        0800 0200                                              #   IFLA_BRIDGE_VLAN_INFO
          0000 1e00                                            #     bridge_vlan_info
    `,
    object: { family: 'bridge', index: 2, afSpec: { flags: ['self'], vlanInfo: [{ vid: 30 }] } },
  },
  {
    command: 'bridge mst set dev p0 msti 7 state blocking',
    type: 'RTM_SETLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      3c000000 1300 0500 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000 00000000 00000000                    # ifinfomsg
      1c00 1a00                                                # IFLA_AF_SPEC
        1800 0600                                              #   IFLA_BRIDGE_MST
          1400 0180                                            #     IFLA_BRIDGE_MST_ENTRY
            0600 0100 0700 0000                                #       IFLA_BRIDGE_MST_ENTRY_MSTI
            0500 0200 04 000000                                #       IFLA_BRIDGE_MST_ENTRY_STATE
    `,
    object: { family: 'bridge', index: 3, afSpec: { mst: { entry: [{ msti: 7, state: 'blocking' }] } } },
  },
  {
    command: 'bridge mst set dev p0 msti 7 state 3',
    type: 'RTM_SETLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      3c000000 1300 0500 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000 00000000 00000000                    # ifinfomsg
      1c00 1a00                                                # IFLA_AF_SPEC
        1800 0600                                              #   IFLA_BRIDGE_MST
          1400 0180                                            #     IFLA_BRIDGE_MST_ENTRY
            0600 0100 0700 0000                                #       IFLA_BRIDGE_MST_ENTRY_MSTI
            0500 0200 03 000000                                #       IFLA_BRIDGE_MST_ENTRY_STATE
    `,
    object: { family: 'bridge', index: 3, afSpec: { mst: { entry: [{ msti: 7, state: 'forwarding' }] } } },
  },
  {
    command: 'bridge mst show',
    type: 'RTM_GETLINK', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      28000000 1200 0103 00000000 00000000                     # nlmsghdr
      07 00 0000 00000000 00000000 00000000                    # ifinfomsg
      0800 1d00 80000000                                       # IFLA_EXT_MASK
    `,
    object: { family: 'bridge', extMask: ['mst'] },
  },
  {
    command: 'bridge link set dev p0 state 3 self',
    type: 'RTM_SETLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      38000000 1300 0500 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000 00000000 00000000                    # ifinfomsg
      0c00 0c80                                                # IFLA_PROTINFO
        0500 0100 03 000000                                    #   IFLA_BRPORT_STATE
      0c00 1a00                                                # IFLA_AF_SPEC
        0600 0000 0200 0000                                    #   IFLA_BRIDGE_FLAGS
    `,
    object: { family: 'bridge', index: 3, protinfo: { state: 'forwarding' }, afSpec: { flags: ['self'] } },
  },
  {
    command: 'bridge link set dev p0 cost 10 master',
    type: 'RTM_SETLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      38000000 1300 0500 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000 00000000 00000000                    # ifinfomsg
      0c00 0c80                                                # IFLA_PROTINFO
        0800 0300 0a000000                                     #   IFLA_BRPORT_COST
      0c00 1a00                                                # IFLA_AF_SPEC
        0600 0000 0100 0000                                    #   IFLA_BRIDGE_FLAGS
    `,
    object: { family: 'bridge', index: 3, protinfo: { cost: 10 }, afSpec: { flags: ['master'] } },
  },
]

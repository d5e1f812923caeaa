// Ports of bridges. ip(8) sends the kind of a port as `bridge_slave` and its data without IFLA_INFO_SLAVE_KIND, so that they are bytes
// to this library; bridge(8) sends the same attributes, and those of VLANs, in messages of family bridge.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const bridgePort: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip link set p0 type bridge_slave state 3 priority 33 cost 100 guard on hairpin on fastleave on root_block on learning ' +
      'off flood off',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      80000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 04000000 00000000 00000000                    # ifinfomsg
      6000 1200                                                # IFLA_LINKINFO
        1000 0100 6272696467655f736c617665                     #   IFLA_INFO_KIND bridge_slave
        4c00 0500                                              #   IFLA_INFO_SLAVE_DATA
          0500 0100 03 000000                                  #     IFLA_BRPORT_STATE
          0600 0200 2100 0000                                  #     IFLA_BRPORT_PRIORITY
          0800 0300 64000000                                   #     IFLA_BRPORT_COST
          0500 0500 01 000000                                  #     IFLA_BRPORT_GUARD
          0500 0400 01 000000                                  #     IFLA_BRPORT_MODE
          0500 0700 01 000000                                  #     IFLA_BRPORT_FAST_LEAVE
          0500 0600 01 000000                                  #     IFLA_BRPORT_PROTECT
          0500 0800 00 000000                                  #     IFLA_BRPORT_LEARNING
          0500 0900 00 000000                                  #     IFLA_BRPORT_UNICAST_FLOOD
    `,
    object: {
      index: 4,
      linkinfo: {
        kind: 'bridge_slave',
        slaveData: Uint8Array.of(
          5, 0, 1, 0, 3, 0, 0, 0, 6, 0, 2, 0, 33, 0, 0, 0, 8, 0, 3, 0, 100, 0, 0, 0, 5, 0, 5, 0, 1, 0, 0, 0,
          5, 0, 4, 0, 1, 0, 0, 0, 5, 0, 7, 0, 1, 0, 0, 0, 5, 0, 6, 0, 1, 0, 0, 0, 5, 0, 8, 0, 0, 0, 0, 0,
          5, 0, 9, 0, 0, 0, 0, 0,
        ),
      },
    },
  },
  {
    command: 'ip link set p0 type bridge_slave proxy_arp on proxy_arp_wifi on mcast_router 2 mcast_fast_leave off mcast_flood off ' +
      'bcast_flood off mcast_to_unicast on group_fwd_mask 0x4000 neigh_suppress on vlan_tunnel on isolated on locked on',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      98000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 04000000 00000000 00000000                    # ifinfomsg
      7800 1200                                                # IFLA_LINKINFO
        1000 0100 6272696467655f736c617665                     #   IFLA_INFO_KIND bridge_slave
        6400 0500                                              #   IFLA_INFO_SLAVE_DATA
          0500 0a00 01 000000                                  #     IFLA_BRPORT_PROXYARP
          0500 0c00 01 000000                                  #     IFLA_BRPORT_PROXYARP_WIFI
          0500 1900 02 000000                                  #     IFLA_BRPORT_MULTICAST_ROUTER
          0500 0700 00 000000                                  #     IFLA_BRPORT_FAST_LEAVE
          0500 1b00 00 000000                                  #     IFLA_BRPORT_MCAST_FLOOD
          0500 1e00 00 000000                                  #     IFLA_BRPORT_BCAST_FLOOD
          0500 1c00 01 000000                                  #     IFLA_BRPORT_MCAST_TO_UCAST
          0600 1f00 0040 0000                                  #     IFLA_BRPORT_GROUP_FWD_MASK
          0500 2000 01 000000                                  #     IFLA_BRPORT_NEIGH_SUPPRESS
          0500 1d00 01 000000                                  #     IFLA_BRPORT_VLAN_TUNNEL
          0500 2100 01 000000                                  #     IFLA_BRPORT_ISOLATED
          0500 2700 01 000000                                  #     IFLA_BRPORT_LOCKED
    `,
    object: {
      index: 4,
      linkinfo: {
        kind: 'bridge_slave',
        slaveData: Uint8Array.of(
          5, 0, 10, 0, 1, 0, 0, 0, 5, 0, 12, 0, 1, 0, 0, 0, 5, 0, 25, 0, 2, 0, 0, 0, 5, 0, 7, 0, 0, 0, 0, 0,
          5, 0, 27, 0, 0, 0, 0, 0, 5, 0, 30, 0, 0, 0, 0, 0, 5, 0, 28, 0, 1, 0, 0, 0, 6, 0, 31, 0, 0, 64, 0, 0,
          5, 0, 32, 0, 1, 0, 0, 0, 5, 0, 29, 0, 1, 0, 0, 0, 5, 0, 33, 0, 1, 0, 0, 0, 5, 0, 39, 0, 1, 0, 0, 0,
        ),
      },
    },
  },
  {
    command: 'ip link set p0 type bridge_slave backup_port p1',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      40000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 04000000 00000000 00000000                    # ifinfomsg
      2000 1200                                                # IFLA_LINKINFO
        1000 0100 6272696467655f736c617665                     #   IFLA_INFO_KIND bridge_slave
        0c00 0500                                              #   IFLA_INFO_SLAVE_DATA
          0800 2200 06000000                                   #     IFLA_BRPORT_BACKUP_PORT
    `,
    object: { index: 4, linkinfo: { kind: 'bridge_slave', slaveData: Uint8Array.of(8, 0, 34, 0, 6, 0, 0, 0) } },
  },
  {
    command: 'ip link set p0 type bridge_slave nobackup_port',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      40000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 04000000 00000000 00000000                    # ifinfomsg
      2000 1200                                                # IFLA_LINKINFO
        1000 0100 6272696467655f736c617665                     #   IFLA_INFO_KIND bridge_slave
        0c00 0500                                              #   IFLA_INFO_SLAVE_DATA
          0800 2200 00000000                                   #     IFLA_BRPORT_BACKUP_PORT
    `,
    object: { index: 4, linkinfo: { kind: 'bridge_slave', slaveData: Uint8Array.of(8, 0, 34, 0, 0, 0, 0, 0) } },
  },
  {
    command: 'ip link set p0 type bridge_slave fdb_flush',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      3c000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 04000000 00000000 00000000                    # ifinfomsg
      1c00 1200                                                # IFLA_LINKINFO
        1000 0100 6272696467655f736c617665                     #   IFLA_INFO_KIND bridge_slave
        0800 0500                                              #   IFLA_INFO_SLAVE_DATA
          0400 1800                                            #     IFLA_BRPORT_FLUSH
    `,
    object: { index: 4, linkinfo: { kind: 'bridge_slave', slaveData: Uint8Array.of(4, 0, 24, 0) } },
  },
]

export const bridgeLink: readonly Fixture<typeof messages.bridgeLink>[] = [
  {
    command: 'bridge link set dev p0 guard on hairpin off fastleave on root_block on learning off learning_sync on flood off ' +
      'mcast_flood off mcast_to_unicast on bcast_flood off cost 100 priority 33 state 3 mcast_router 2 neigh_suppress on ' +
      'vlan_tunnel on isolated on locked on backup_port p1',
    type: 'RTM_SETLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      bc000000 1300 0500 00000000 00000000                     # nlmsghdr
      07 00 0000 04000000 00000000 00000000                    # ifinfomsg
      9c00 0c80                                                # IFLA_PROTINFO
        0500 0500 01 000000                                    #   IFLA_BRPORT_GUARD
        0500 0400 00 000000                                    #   IFLA_BRPORT_MODE
        0500 0700 01 000000                                    #   IFLA_BRPORT_FAST_LEAVE
        0500 0600 01 000000                                    #   IFLA_BRPORT_PROTECT
        0500 0900 00 000000                                    #   IFLA_BRPORT_UNICAST_FLOOD
        0500 1900 02 000000                                    #   IFLA_BRPORT_MULTICAST_ROUTER
        0500 1b00 00 000000                                    #   IFLA_BRPORT_MCAST_FLOOD
        0500 1e00 00 000000                                    #   IFLA_BRPORT_BCAST_FLOOD
        0500 1c00 01 000000                                    #   IFLA_BRPORT_MCAST_TO_UCAST
        0500 0800 00 000000                                    #   IFLA_BRPORT_LEARNING
        0500 0b00 01 000000                                    #   IFLA_BRPORT_LEARNING_SYNC
        0800 0300 64000000                                     #   IFLA_BRPORT_COST
        0600 0200 2100 0000                                    #   IFLA_BRPORT_PRIORITY
        0500 0100 03 000000                                    #   IFLA_BRPORT_STATE
        0500 2000 01 000000                                    #   IFLA_BRPORT_NEIGH_SUPPRESS
        0500 1d00 01 000000                                    #   IFLA_BRPORT_VLAN_TUNNEL
        0500 2100 01 000000                                    #   IFLA_BRPORT_ISOLATED
        0500 2700 01 000000                                    #   IFLA_BRPORT_LOCKED
        0800 2200 06000000                                     #   IFLA_BRPORT_BACKUP_PORT
    `,
    object: {
      family: 'bridge', index: 4,
      protinfo: {
        guard: true, mode: false, fastLeave: true, protect: true, unicastFlood: false, multicastRouter: 'perm', multicastFlood: false,
        bcastFlood: false, multicastToUcast: true, learning: false, learningSync: true, cost: 100, priority: 33, state: 'forwarding',
        neighSuppress: true, vlanTunnel: true, isolated: true, locked: true, backupPort: 6,
      },
    },
  },
  {
    command: 'bridge link set dev p0 hwmode vepa self',
    type: 'RTM_SETLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      38000000 1300 0500 00000000 00000000                     # nlmsghdr
      07 00 0000 04000000 00000000 00000000                    # ifinfomsg
      0400 0c80                                                # IFLA_PROTINFO
      1400 1a00                                                # IFLA_AF_SPEC
        0600 0000 0200 0000                                    #   IFLA_BRIDGE_FLAGS
        0600 0100 0100 0000                                    #   IFLA_BRIDGE_MODE
    `,
    object: { family: 'bridge', index: 4, protinfo: {}, afSpec: { flags: ['self'], mode: 'vepa' } },
  },
  {
    command: 'bridge vlan add dev p0 vid 10 pvid untagged',
    type: 'RTM_SETLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      2c000000 1300 0500 00000000 00000000                     # nlmsghdr
      07 00 0000 04000000 00000000 00000000                    # ifinfomsg
      0c00 1a00                                                # IFLA_AF_SPEC
        0800 0200 06000a00                                     #   IFLA_BRIDGE_VLAN_INFO
    `,
    object: { family: 'bridge', index: 4, afSpec: { vlanInfo: [{ flags: ['pvid', 'untagged'], vid: 10 }] } },
  },
  {
    command: 'bridge vlan add dev p0 vid 20-29',
    type: 'RTM_SETLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      34000000 1300 0500 00000000 00000000                     # nlmsghdr
      07 00 0000 04000000 00000000 00000000                    # ifinfomsg
      1400 1a00                                                # IFLA_AF_SPEC
        0800 0200 08001400                                     #   IFLA_BRIDGE_VLAN_INFO
        0800 0200 10001d00                                     #   IFLA_BRIDGE_VLAN_INFO
    `,
    object: {
      family: 'bridge', index: 4, afSpec: { vlanInfo: [{ flags: ['range_begin'], vid: 20 }, { flags: ['range_end'], vid: 29 }] },
    },
  },
  {
    command: 'bridge vlan add dev p0 vid 40 tunnel_info id 4000',
    type: 'RTM_SETLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      40000000 1300 0500 00000000 00000000                     # nlmsghdr
      07 00 0000 04000000 00000000 00000000                    # ifinfomsg
      2000 1a00                                                # IFLA_AF_SPEC
        1c00 0300                                              #   IFLA_BRIDGE_VLAN_TUNNEL_INFO
          0800 0100 a00f0000                                   #     IFLA_BRIDGE_VLAN_TUNNEL_ID
          0600 0200 2800 0000                                  #     IFLA_BRIDGE_VLAN_TUNNEL_VID
          0600 0300 0000 0000                                  #     IFLA_BRIDGE_VLAN_TUNNEL_FLAGS
    `,
    object: { family: 'bridge', index: 4, afSpec: { vlanTunnelInfo: [{ id: 4000, vid: 40, flags: [] }] } },
  },
  {
    command: 'bridge vlan del dev p0 vid 10',
    type: 'RTM_DELLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      2c000000 1100 0500 00000000 00000000                     # nlmsghdr
      07 00 0000 04000000 00000000 00000000                    # ifinfomsg
      0c00 1a00                                                # IFLA_AF_SPEC
        0800 0200 00000a00                                     #   IFLA_BRIDGE_VLAN_INFO
    `,
    object: { family: 'bridge', index: 4, afSpec: { vlanInfo: [{ vid: 10 }] } },
  },
  {
    command: 'bridge link show',
    type: 'RTM_GETLINK', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      20000000 1200 0103 00000000 00000000                     # nlmsghdr
      07 00 0000 00000000 00000000 00000000                    # ifinfomsg
    `,
    object: { family: 'bridge' },
  },
  {
    command: 'bridge vlan show',
    type: 'RTM_GETLINK', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      28000000 1200 0103 00000000 00000000                     # nlmsghdr
      07 00 0000 00000000 00000000 00000000                    # ifinfomsg
      0800 1d00 02000000                                       # IFLA_EXT_MASK
    `,
    object: { family: 'bridge', extMask: ['brvlan'] },
  },
]

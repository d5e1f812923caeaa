// What Linux 6.12 answers about VLANs of bridges and ports, and about spanning trees.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const vlanAnswers: readonly Fixture<typeof messages.vlan>[] = [
  {
    command: 'bridge -d vlan show dev p0',
    type: 'RTM_NEWVLAN', flags: ['NLM_F_MULTI'],
    bytes: `
      80000000 7000 0200 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000                                      # br_vlan_msg
      3400 0180                                                # BRIDGE_VLANDB_ENTRY
        0800 0100                                              #   BRIDGE_VLANDB_ENTRY_INFO
          0600 0100                                            #     bridge_vlan_info
        0500 0300 03 000000                                    #   BRIDGE_VLANDB_ENTRY_STATE
        0500 0900 00 000000                                    #   BRIDGE_VLANDB_ENTRY_NEIGH_SUPPRESS
        0500 0600 01 000000                                    #   BRIDGE_VLANDB_ENTRY_MCAST_ROUTER
        0800 0700 01000000                                     #   BRIDGE_VLANDB_ENTRY_MCAST_N_GROUPS
        0800 0800 00000000                                     #   BRIDGE_VLANDB_ENTRY_MCAST_MAX_GROUPS
      3400 0180                                                # BRIDGE_VLANDB_ENTRY
        0800 0100                                              #   BRIDGE_VLANDB_ENTRY_INFO
          0000 1400                                            #     bridge_vlan_info
        0500 0300 04 000000                                    #   BRIDGE_VLANDB_ENTRY_STATE
        0500 0900 00 000000                                    #   BRIDGE_VLANDB_ENTRY_NEIGH_SUPPRESS
        0500 0600 01 000000                                    #   BRIDGE_VLANDB_ENTRY_MCAST_ROUTER
        0800 0700 00000000                                     #   BRIDGE_VLANDB_ENTRY_MCAST_N_GROUPS
        0800 0800 00000000                                     #   BRIDGE_VLANDB_ENTRY_MCAST_MAX_GROUPS
    `,
    object: {
      family: 'bridge', ifindex: 3, entry: [{ info: { flags: ['pvid', 'untagged'], vid: 1 }, state: 'forwarding',
      neighSuppress: false, mcastRouter: 'temp_query', mcastNGroups: 1, mcastMaxGroups: 0 }, { info: { vid: 20 },
      state: 'blocking', neighSuppress: false, mcastRouter: 'temp_query', mcastNGroups: 0, mcastMaxGroups: 0 }],
    },
  },
  {
    command: 'bridge -d -s vlan show dev p0',
    type: 'RTM_NEWVLAN', flags: ['NLM_F_MULTI'],
    bytes: `
      c8000000 7000 0200 00000000 00000000                     # nlmsghdr
      07 00 0000 02000000                                      # br_vlan_msg
      5800 0180                                                # BRIDGE_VLANDB_ENTRY
        0800 0100                                              #   BRIDGE_VLANDB_ENTRY_INFO
          0600 0100                                            #     bridge_vlan_info
        0500 0300 03 000000                                    #   BRIDGE_VLANDB_ENTRY_STATE
        0500 0900 00 000000                                    #   BRIDGE_VLANDB_ENTRY_NEIGH_SUPPRESS
        0500 0600 01 000000                                    #   BRIDGE_VLANDB_ENTRY_MCAST_ROUTER
        3400 0580                                              #   BRIDGE_VLANDB_ENTRY_STATS
          0c00 0100 3001000000000000                           #     BRIDGE_VLANDB_STATS_RX_BYTES
          0c00 0200 0400000000000000                           #     BRIDGE_VLANDB_STATS_RX_PACKETS
          0c00 0300 e000000000000000                           #     BRIDGE_VLANDB_STATS_TX_BYTES
          0c00 0400 0300000000000000                           #     BRIDGE_VLANDB_STATS_TX_PACKETS
      5800 0180                                                # BRIDGE_VLANDB_ENTRY
        0800 0100                                              #   BRIDGE_VLANDB_ENTRY_INFO
          0000 1400                                            #     bridge_vlan_info
        0500 0300 03 000000                                    #   BRIDGE_VLANDB_ENTRY_STATE
        0500 0900 00 000000                                    #   BRIDGE_VLANDB_ENTRY_NEIGH_SUPPRESS
        0500 0600 01 000000                                    #   BRIDGE_VLANDB_ENTRY_MCAST_ROUTER
        3400 0580                                              #   BRIDGE_VLANDB_ENTRY_STATS
          0c00 0100 0000000000000000                           #     BRIDGE_VLANDB_STATS_RX_BYTES
          0c00 0200 0000000000000000                           #     BRIDGE_VLANDB_STATS_RX_PACKETS
          0c00 0300 0000000000000000                           #     BRIDGE_VLANDB_STATS_TX_BYTES
          0c00 0400 0000000000000000                           #     BRIDGE_VLANDB_STATS_TX_PACKETS
    `,
    object: {
      family: 'bridge', ifindex: 2, entry: [{ info: { flags: ['pvid', 'untagged'], vid: 1 }, state: 'forwarding',
      neighSuppress: false, mcastRouter: 'temp_query', stats: { rxBytes: 304, rxPackets: 4, txBytes: 224, txPackets: 3 } },
      { info: { vid: 20 }, state: 'forwarding', neighSuppress: false, mcastRouter: 'temp_query', stats: { rxBytes: 0,
      rxPackets: 0, txBytes: 0, txPackets: 0 } }],
    },
  },
  {
    command: 'bridge -d vlan global show dev br0',
    type: 'RTM_NEWVLAN', flags: ['NLM_F_MULTI'],
    bytes: `
      30010000 7000 0200 00000000 00000000                     # nlmsghdr
      07 00 0000 02000000                                      # br_vlan_msg
      8c00 0280                                                # BRIDGE_VLANDB_GLOBAL_OPTIONS
        0600 0100 0100 0000                                    #   BRIDGE_VLANDB_GOPTS_ID
        0500 0300 01 000000                                    #   BRIDGE_VLANDB_GOPTS_MCAST_SNOOPING
        0500 0400 02 000000                                    #   BRIDGE_VLANDB_GOPTS_MCAST_IGMP_VERSION
        0800 0600 02000000                                     #   BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_CNT
        0800 0700 02000000                                     #   BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_CNT
        0500 0f00 00 000000                                    #   BRIDGE_VLANDB_GOPTS_MCAST_QUERIER
        0c00 0800 6400000000000000                             #   BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_INTVL
        0c00 0a00 9065000000000000                             #   BRIDGE_VLANDB_GOPTS_MCAST_MEMBERSHIP_INTVL
        0c00 0b00 9c63000000000000                             #   BRIDGE_VLANDB_GOPTS_MCAST_QUERIER_INTVL
        0c00 0c00 d430000000000000                             #   BRIDGE_VLANDB_GOPTS_MCAST_QUERY_INTVL
        0c00 0d00 e803000000000000                             #   BRIDGE_VLANDB_GOPTS_MCAST_QUERY_RESPONSE_INTVL
        0c00 0e00 340c000000000000                             #   BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_INTVL
        0500 0500 01 000000                                    #   BRIDGE_VLANDB_GOPTS_MCAST_MLD_VERSION
        0600 1200 0000 0000                                    #   BRIDGE_VLANDB_GOPTS_MSTI
      8c00 0280                                                # BRIDGE_VLANDB_GLOBAL_OPTIONS
        0600 0100 1400 0000                                    #   BRIDGE_VLANDB_GOPTS_ID
        0500 0300 01 000000                                    #   BRIDGE_VLANDB_GOPTS_MCAST_SNOOPING
        0500 0400 02 000000                                    #   BRIDGE_VLANDB_GOPTS_MCAST_IGMP_VERSION
        0800 0600 02000000                                     #   BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_CNT
        0800 0700 02000000                                     #   BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_CNT
        0500 0f00 00 000000                                    #   BRIDGE_VLANDB_GOPTS_MCAST_QUERIER
        0c00 0800 6400000000000000                             #   BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_INTVL
        0c00 0a00 9065000000000000                             #   BRIDGE_VLANDB_GOPTS_MCAST_MEMBERSHIP_INTVL
        0c00 0b00 9c63000000000000                             #   BRIDGE_VLANDB_GOPTS_MCAST_QUERIER_INTVL
        0c00 0c00 d430000000000000                             #   BRIDGE_VLANDB_GOPTS_MCAST_QUERY_INTVL
        0c00 0d00 e803000000000000                             #   BRIDGE_VLANDB_GOPTS_MCAST_QUERY_RESPONSE_INTVL
        0c00 0e00 340c000000000000                             #   BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_INTVL
        0500 0500 01 000000                                    #   BRIDGE_VLANDB_GOPTS_MCAST_MLD_VERSION
        0600 1200 0700 0000                                    #   BRIDGE_VLANDB_GOPTS_MSTI
    `,
    object: {
      family: 'bridge', ifindex: 2, globalOptions: [{ id: 1, mcastSnooping: true, mcastIgmpVersion: 2, mcastLastMemberCnt: 2,
      mcastStartupQueryCnt: 2, mcastQuerier: false, mcastLastMemberIntvl: 100, mcastMembershipIntvl: 26000,
      mcastQuerierIntvl: 25500, mcastQueryIntvl: 12500, mcastQueryResponseIntvl: 1000, mcastStartupQueryIntvl: 3124,
      mcastMldVersion: 1, msti: 0 }, { id: 20, mcastSnooping: true, mcastIgmpVersion: 2, mcastLastMemberCnt: 2,
      mcastStartupQueryCnt: 2, mcastQuerier: false, mcastLastMemberIntvl: 100, mcastMembershipIntvl: 26000,
      mcastQuerierIntvl: 25500, mcastQueryIntvl: 12500, mcastQueryResponseIntvl: 1000, mcastStartupQueryIntvl: 3124,
      mcastMldVersion: 1, msti: 7 }],
    },
  },
  {
    command: 'bridge -d vlan show dev p0',
    type: 'RTM_NEWVLAN', flags: ['NLM_F_MULTI'],
    bytes: `
      f0000000 7000 0200 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000                                      # br_vlan_msg
      3400 0180                                                # BRIDGE_VLANDB_ENTRY
        0800 0100                                              #   BRIDGE_VLANDB_ENTRY_INFO
          0400 0100                                            #     bridge_vlan_info
        0500 0300 03 000000                                    #   BRIDGE_VLANDB_ENTRY_STATE
        0500 0900 00 000000                                    #   BRIDGE_VLANDB_ENTRY_NEIGH_SUPPRESS
        0500 0600 01 000000                                    #   BRIDGE_VLANDB_ENTRY_MCAST_ROUTER
        0800 0700 01000000                                     #   BRIDGE_VLANDB_ENTRY_MCAST_N_GROUPS
        0800 0800 00000000                                     #   BRIDGE_VLANDB_ENTRY_MCAST_MAX_GROUPS
      3400 0180                                                # BRIDGE_VLANDB_ENTRY
        0800 0100                                              #   BRIDGE_VLANDB_ENTRY_INFO
          0600 0a00                                            #     bridge_vlan_info
        0500 0300 03 000000                                    #   BRIDGE_VLANDB_ENTRY_STATE
        0500 0900 00 000000                                    #   BRIDGE_VLANDB_ENTRY_NEIGH_SUPPRESS
        0500 0600 02 000000                                    #   BRIDGE_VLANDB_ENTRY_MCAST_ROUTER
        0800 0700 05000000                                     #   BRIDGE_VLANDB_ENTRY_MCAST_N_GROUPS
        0800 0800 00000000                                     #   BRIDGE_VLANDB_ENTRY_MCAST_MAX_GROUPS
      3400 0180                                                # BRIDGE_VLANDB_ENTRY
        0800 0100                                              #   BRIDGE_VLANDB_ENTRY_INFO
          0000 1400                                            #     bridge_vlan_info
        0500 0300 04 000000                                    #   BRIDGE_VLANDB_ENTRY_STATE
        0500 0900 00 000000                                    #   BRIDGE_VLANDB_ENTRY_NEIGH_SUPPRESS
        0500 0600 01 000000                                    #   BRIDGE_VLANDB_ENTRY_MCAST_ROUTER
        0800 0700 00000000                                     #   BRIDGE_VLANDB_ENTRY_MCAST_N_GROUPS
        0800 0800 00000000                                     #   BRIDGE_VLANDB_ENTRY_MCAST_MAX_GROUPS
      3c00 0180                                                # BRIDGE_VLANDB_ENTRY
        0800 0100                                              #   BRIDGE_VLANDB_ENTRY_INFO
          0000 1500                                            #     bridge_vlan_info
        0600 0200 1d00 0000                                    #   BRIDGE_VLANDB_ENTRY_RANGE
        0500 0300 03 000000                                    #   BRIDGE_VLANDB_ENTRY_STATE
        0500 0900 00 000000                                    #   BRIDGE_VLANDB_ENTRY_NEIGH_SUPPRESS
        0500 0600 01 000000                                    #   BRIDGE_VLANDB_ENTRY_MCAST_ROUTER
        0800 0700 00000000                                     #   BRIDGE_VLANDB_ENTRY_MCAST_N_GROUPS
        0800 0800 00000000                                     #   BRIDGE_VLANDB_ENTRY_MCAST_MAX_GROUPS
    `,
    object: {
      family: 'bridge', ifindex: 3, entry: [{ info: { flags: ['untagged'], vid: 1 }, state: 'forwarding', neighSuppress: false,
      mcastRouter: 'temp_query', mcastNGroups: 1, mcastMaxGroups: 0 }, { info: { flags: ['pvid', 'untagged'], vid: 10 },
      state: 'forwarding', neighSuppress: false, mcastRouter: 'perm', mcastNGroups: 5, mcastMaxGroups: 0 }, { info: { vid: 20 },
      state: 'blocking', neighSuppress: false, mcastRouter: 'temp_query', mcastNGroups: 0, mcastMaxGroups: 0 },
      { info: { vid: 21 }, range: 29, state: 'forwarding', neighSuppress: false, mcastRouter: 'temp_query', mcastNGroups: 0,
      mcastMaxGroups: 0 }],
    },
  },
]

export const mstAnswers: readonly Fixture<typeof messages.bridgeLink>[] = [
  {
    command: 'bridge mst show',
    type: 'RTM_NEWLINK', flags: ['NLM_F_MULTI'],
    bytes: `
      d4010000 1000 0200 00000000 00000000                     # nlmsghdr
      07 00 0100 03000000 43100100 00000000                    # ifinfomsg
      0700 0300 703000 00                                      # IFLA_IFNAME p0
      0800 0a00 02000000                                       # IFLA_MASTER
      0800 0400 dc050000                                       # IFLA_MTU
      0500 1000 06 000000                                      # IFLA_OPERSTATE
      0a00 0100 4658d06ab092 0000                              # IFLA_ADDRESS
      0800 0500 04000000                                       # IFLA_LINK
      5001 0c80                                                # IFLA_PROTINFO
        0500 0100 03 000000                                    #   IFLA_BRPORT_STATE
        0600 0200 2000 0000                                    #   IFLA_BRPORT_PRIORITY
        0800 0300 02000000                                     #   IFLA_BRPORT_COST
        0500 0400 00 000000                                    #   IFLA_BRPORT_MODE
        0500 0500 00 000000                                    #   IFLA_BRPORT_GUARD
        0500 0600 00 000000                                    #   IFLA_BRPORT_PROTECT
        0500 0700 00 000000                                    #   IFLA_BRPORT_FAST_LEAVE
        0500 1c00 00 000000                                    #   IFLA_BRPORT_MCAST_TO_UCAST
        0500 0800 01 000000                                    #   IFLA_BRPORT_LEARNING
        0500 0900 01 000000                                    #   IFLA_BRPORT_UNICAST_FLOOD
        0500 1b00 01 000000                                    #   IFLA_BRPORT_MCAST_FLOOD
        0500 1e00 01 000000                                    #   IFLA_BRPORT_BCAST_FLOOD
        0500 0a00 00 000000                                    #   IFLA_BRPORT_PROXYARP
        0500 0c00 00 000000                                    #   IFLA_BRPORT_PROXYARP_WIFI
        0c00 0d00                                              #   IFLA_BRPORT_ROOT_ID
          8000 4658d06ab092                                    #     ifla_bridge_id
        0c00 0e00                                              #   IFLA_BRPORT_BRIDGE_ID
          8000 4658d06ab092                                    #     ifla_bridge_id
        0600 0f00 0180 0000                                    #   IFLA_BRPORT_DESIGNATED_PORT
        0600 1000 0000 0000                                    #   IFLA_BRPORT_DESIGNATED_COST
        0600 1100 0180 0000                                    #   IFLA_BRPORT_ID
        0600 1200 0100 0000                                    #   IFLA_BRPORT_NO
        0500 1300 00 000000                                    #   IFLA_BRPORT_TOPOLOGY_CHANGE_ACK
        0500 1400 00 000000                                    #   IFLA_BRPORT_CONFIG_PENDING
        0500 1d00 01 000000                                    #   IFLA_BRPORT_VLAN_TUNNEL
        0600 1f00 0000 0000                                    #   IFLA_BRPORT_GROUP_FWD_MASK
        0500 2000 00 000000                                    #   IFLA_BRPORT_NEIGH_SUPPRESS
        0500 2300 00 000000                                    #   IFLA_BRPORT_MRP_RING_OPEN
        0500 2400 00 000000                                    #   IFLA_BRPORT_MRP_IN_OPEN
        0500 2100 00 000000                                    #   IFLA_BRPORT_ISOLATED
        0500 2700 00 000000                                    #   IFLA_BRPORT_LOCKED
        0500 2800 00 000000                                    #   IFLA_BRPORT_MAB
        0500 2b00 00 000000                                    #   IFLA_BRPORT_NEIGH_VLAN_SUPPRESS
        0c00 1500 0000000000000000                             #   IFLA_BRPORT_MESSAGE_AGE_TIMER
        0c00 1600 7a05000000000000                             #   IFLA_BRPORT_FORWARD_DELAY_TIMER
        0c00 1700 0000000000000000                             #   IFLA_BRPORT_HOLD_TIMER
        0500 1900 01 000000                                    #   IFLA_BRPORT_MULTICAST_ROUTER
        0800 2500 00020000                                     #   IFLA_BRPORT_MCAST_EHT_HOSTS_LIMIT
        0800 2600 00000000                                     #   IFLA_BRPORT_MCAST_EHT_HOSTS_CNT
        0800 2900 01000000                                     #   IFLA_BRPORT_MCAST_N_GROUPS
        0800 2a00 00000000                                     #   IFLA_BRPORT_MCAST_MAX_GROUPS
      3000 1a00                                                # IFLA_AF_SPEC
        2c00 0680                                              #   IFLA_BRIDGE_MST
          1400 0100                                            #     IFLA_BRIDGE_MST_ENTRY
            0600 0100 0000 0000                                #       IFLA_BRIDGE_MST_ENTRY_MSTI
            0500 0200 03 000000                                #       IFLA_BRIDGE_MST_ENTRY_STATE
          1400 0100                                            #     IFLA_BRIDGE_MST_ENTRY
            0600 0100 0700 0000                                #       IFLA_BRIDGE_MST_ENTRY_MSTI
            0500 0200 04 000000                                #       IFLA_BRIDGE_MST_ENTRY_STATE
    `,
    object: {
      family: 'bridge', type: 'ether', index: 3, flags: ['UP', 'BROADCAST', 'RUNNING', 'MULTICAST', 'LOWER_UP'], ifname: 'p0',
      master: 2, mtu: 1500, operstate: 'up', address: '46:58:d0:6a:b0:92', link: 4, protinfo: { state: 'forwarding',
      priority: 32, cost: 2, mode: false, guard: false, protect: false, fastLeave: false, multicastToUcast: false,
      learning: true, unicastFlood: true, multicastFlood: true, bcastFlood: true, proxyarp: false, proxyarpWifi: false,
      rootId: { prio: 32768, addr: '46:58:d0:6a:b0:92' }, bridgeId: { prio: 32768, addr: '46:58:d0:6a:b0:92' },
      designatedPort: 32769, designatedCost: 0, id: 32769, no: 1, topologyChangeAck: false, configPending: false,
      vlanTunnel: true, groupFwdMask: 0, neighSuppress: false, mrpRingOpen: false, mrpInOpen: false, isolated: false,
      locked: false, mab: false, neighVlanSuppress: false, messageAgeTimer: 0, forwardDelayTimer: 1402, holdTimer: 0,
      multicastRouter: 'temp_query', multicastEhtHostsLimit: 512, multicastEhtHostsCnt: 0, multicastNGroups: 1,
      multicastMaxGroups: 0 }, afSpec: { mst: { entry: [{ msti: 0, state: 'forwarding' }, { msti: 7, state: 'blocking' }] } },
    },
  },
]

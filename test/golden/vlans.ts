// What VLANs of bridges and ports are set to, one by one: bridge-vlan(8) of iproute2 6.15.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const vlans: readonly Fixture<typeof messages.vlan>[] = [
  {
    command: 'bridge vlan set dev p0 vid 10 state blocking',
    type: 'RTM_NEWVLAN', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      2c000000 7000 0500 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000                                      # br_vlan_msg
      1400 0180                                                # BRIDGE_VLANDB_ENTRY
        0800 0100                                              #   BRIDGE_VLANDB_ENTRY_INFO
          4000 0a00                                            #     bridge_vlan_info
        0500 0300 04 000000                                    #   BRIDGE_VLANDB_ENTRY_STATE
    `,
    object: { family: 'bridge', ifindex: 3, entry: [{ info: { flags: ['only_opts'], vid: 10 }, state: 'blocking' }] },
  },
  {
    command: 'bridge vlan set dev p0 vid 20-29 mcast_router 2',
    type: 'RTM_NEWVLAN', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      34000000 7000 0500 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000                                      # br_vlan_msg
      1c00 0180                                                # BRIDGE_VLANDB_ENTRY
        0800 0100                                              #   BRIDGE_VLANDB_ENTRY_INFO
          4000 1400                                            #     bridge_vlan_info
        0600 0200 1d00 0000                                    #   BRIDGE_VLANDB_ENTRY_RANGE
        0500 0600 02 000000                                    #   BRIDGE_VLANDB_ENTRY_MCAST_ROUTER
    `,
    object: { family: 'bridge', ifindex: 3, entry: [{ info: { flags: ['only_opts'], vid: 20 }, range: 29, mcastRouter: 'perm' }] },
  },
  {
    command: 'bridge vlan set dev p0 vid 10 mcast_max_groups 100',
    type: 'RTM_NEWVLAN', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      2c000000 7000 0500 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000                                      # br_vlan_msg
      1400 0180                                                # BRIDGE_VLANDB_ENTRY
        0800 0100                                              #   BRIDGE_VLANDB_ENTRY_INFO
          4000 0a00                                            #     bridge_vlan_info
        0800 0800 64000000                                     #   BRIDGE_VLANDB_ENTRY_MCAST_MAX_GROUPS
    `,
    object: { family: 'bridge', ifindex: 3, entry: [{ info: { flags: ['only_opts'], vid: 10 }, mcastMaxGroups: 100 }] },
  },
  {
    command: 'bridge vlan set dev p0 vid 10 neigh_suppress on',
    type: 'RTM_NEWVLAN', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      2c000000 7000 0500 00000000 00000000                     # nlmsghdr
      07 00 0000 03000000                                      # br_vlan_msg
      1400 0180                                                # BRIDGE_VLANDB_ENTRY
        0800 0100                                              #   BRIDGE_VLANDB_ENTRY_INFO
          4000 0a00                                            #     bridge_vlan_info
        0500 0900 01 000000                                    #   BRIDGE_VLANDB_ENTRY_NEIGH_SUPPRESS
    `,
    object: { family: 'bridge', ifindex: 3, entry: [{ info: { flags: ['only_opts'], vid: 10 }, neighSuppress: true }] },
  },
  {
    command: 'bridge vlan global set dev br0 vid 10 mcast_snooping 1 mcast_querier 1 mcast_igmp_version 3 mcast_mld_version ' +
      '2 mcast_last_member_count 3 mcast_startup_query_count 4 mcast_last_member_interval 101 ' +
      'mcast_membership_interval 26001 mcast_querier_interval 25501 mcast_query_interval 12501 ' +
      'mcast_query_response_interval 1001 mcast_startup_query_interval 3126',
    type: 'RTM_NEWVLAN', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      9c000000 7000 0500 00000000 00000000                     # nlmsghdr
      07 00 0000 02000000                                      # br_vlan_msg
      8400 0280                                                # BRIDGE_VLANDB_GLOBAL_OPTIONS
        0600 0100 0a00 0000                                    #   BRIDGE_VLANDB_GOPTS_ID
        0500 0300 01 000000                                    #   BRIDGE_VLANDB_GOPTS_MCAST_SNOOPING
        0500 0f00 01 000000                                    #   BRIDGE_VLANDB_GOPTS_MCAST_QUERIER
        0500 0400 03 000000                                    #   BRIDGE_VLANDB_GOPTS_MCAST_IGMP_VERSION
        0500 0500 02 000000                                    #   BRIDGE_VLANDB_GOPTS_MCAST_MLD_VERSION
        0800 0600 03000000                                     #   BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_CNT
        0800 0700 04000000                                     #   BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_CNT
        0c00 0800 6500000000000000                             #   BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_INTVL
        0c00 0a00 9165000000000000                             #   BRIDGE_VLANDB_GOPTS_MCAST_MEMBERSHIP_INTVL
        0c00 0b00 9d63000000000000                             #   BRIDGE_VLANDB_GOPTS_MCAST_QUERIER_INTVL
        0c00 0c00 d530000000000000                             #   BRIDGE_VLANDB_GOPTS_MCAST_QUERY_INTVL
        0c00 0d00 e903000000000000                             #   BRIDGE_VLANDB_GOPTS_MCAST_QUERY_RESPONSE_INTVL
        0c00 0e00 360c000000000000                             #   BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_INTVL
    `,
    object: {
      family: 'bridge', ifindex: 2, globalOptions: [{ id: 10, mcastSnooping: true, mcastQuerier: true, mcastIgmpVersion: 3,
      mcastMldVersion: 2, mcastLastMemberCnt: 3, mcastStartupQueryCnt: 4, mcastLastMemberIntvl: 101,
      mcastMembershipIntvl: 26001, mcastQuerierIntvl: 25501, mcastQueryIntvl: 12501, mcastQueryResponseIntvl: 1001,
      mcastStartupQueryIntvl: 3126 }],
    },
  },
  {
    command: 'bridge vlan global set dev br0 vid 20-29 mcast_snooping 0',
    type: 'RTM_NEWVLAN', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      34000000 7000 0500 00000000 00000000                     # nlmsghdr
      07 00 0000 02000000                                      # br_vlan_msg
      1c00 0280                                                # BRIDGE_VLANDB_GLOBAL_OPTIONS
        0600 0100 1400 0000                                    #   BRIDGE_VLANDB_GOPTS_ID
        0600 0200 1d00 0000                                    #   BRIDGE_VLANDB_GOPTS_RANGE
        0500 0300 00 000000                                    #   BRIDGE_VLANDB_GOPTS_MCAST_SNOOPING
    `,
    object: { family: 'bridge', ifindex: 2, globalOptions: [{ id: 20, range: 29, mcastSnooping: false }] },
  },
  {
    command: 'bridge vlan global set dev br0 vid 10 msti 7',
    type: 'RTM_NEWVLAN', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      2c000000 7000 0500 00000000 00000000                     # nlmsghdr
      07 00 0000 02000000                                      # br_vlan_msg
      1400 0280                                                # BRIDGE_VLANDB_GLOBAL_OPTIONS
        0600 0100 0a00 0000                                    #   BRIDGE_VLANDB_GOPTS_ID
        0600 1200 0700 0000                                    #   BRIDGE_VLANDB_GOPTS_MSTI
    `,
    object: { family: 'bridge', ifindex: 2, globalOptions: [{ id: 10, msti: 7 }] },
  },
]

export const vlanQueries: readonly Fixture<typeof messages.vlanDump>[] = [
  {
    command: 'bridge -d vlan show dev p0',
    type: 'RTM_GETVLAN', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      20000000 7200 0103 00000000 00000000                     # nlmsghdr
      07 00 0000 00000000                                      # br_vlan_msg
      0800 0100 00000000                                       # BRIDGE_VLANDB_DUMP_FLAGS
    `,
    object: { family: 'bridge', flags: [] },
  },
  {
    command: 'bridge -d -s vlan show dev p0',
    type: 'RTM_GETVLAN', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      20000000 7200 0103 00000000 00000000                     # nlmsghdr
      07 00 0000 00000000                                      # br_vlan_msg
      0800 0100 01000000                                       # BRIDGE_VLANDB_DUMP_FLAGS
    `,
    object: { family: 'bridge', flags: ['stats'] },
  },
  {
    command: 'bridge vlan global show dev br0',
    type: 'RTM_GETVLAN', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      20000000 7200 0103 00000000 00000000                     # nlmsghdr
      07 00 0000 00000000                                      # br_vlan_msg
      0800 0100 02000000                                       # BRIDGE_VLANDB_DUMP_FLAGS
    `,
    object: { family: 'bridge', flags: ['global'] },
  },
]

// Bridges, with every option that ip-link(8) of iproute2 6.1 has for them. mcast_vlan_snooping and vlan_* went to a kernel without
// CONFIG_BRIDGE_VLAN_FILTERING, which refused them.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const bridge: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip link add br0 type bridge',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      38000000 1000 0506 00000000 00000000                     # nlmsghdr
      00 00 0000 00000000 00000000 00000000                    # ifinfomsg
      0800 0300 62723000                                       # IFLA_IFNAME br0
      1000 1200                                                # IFLA_LINKINFO
        0a00 0100 627269646765 0000                            #   IFLA_INFO_KIND bridge
    `,
    object: { ifname: 'br0', linkinfo: { kind: 'bridge' } },
  },
  {
    command: 'ip link add br1 type bridge forward_delay 400 hello_time 200 max_age 2100 ageing_time 29900 stp_state 1 priority 4096 ' +
      'group_fwd_mask 0x4000 group_address 01:80:c2:00:00:0d no_linklocal_learn 1',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      8c000000 1000 0506 00000000 00000000                     # nlmsghdr
      00 00 0000 00000000 00000000 00000000                    # ifinfomsg
      0800 0300 62723100                                       # IFLA_IFNAME br1
      6400 1200                                                # IFLA_LINKINFO
        0a00 0100 627269646765 0000                            #   IFLA_INFO_KIND bridge
        5400 0200                                              #   IFLA_INFO_DATA
          0800 0100 90010000                                   #     IFLA_BR_FORWARD_DELAY
          0800 0200 c8000000                                   #     IFLA_BR_HELLO_TIME
          0800 0300 34080000                                   #     IFLA_BR_MAX_AGE
          0800 0400 cc740000                                   #     IFLA_BR_AGEING_TIME
          0800 0500 01000000                                   #     IFLA_BR_STP_STATE
          0600 0600 0010 0000                                  #     IFLA_BR_PRIORITY
          0600 0900 0040 0000                                  #     IFLA_BR_GROUP_FWD_MASK
          0a00 1400 0180c200000d 0000                          #     IFLA_BR_GROUP_ADDR
          0c00 2e00 0100000001000000                           #     IFLA_BR_MULTI_BOOLOPT
    `,
    object: {
      ifname: 'br1',
      linkinfo: {
        kind: 'bridge',
        data: {
          forwardDelay: 400, helloTime: 200, maxAge: 2100, ageingTime: 29900, stpState: 1, priority: 4096, groupFwdMask: 16384,
          groupAddr: '01:80:c2:00:00:0d', multiBoolopt: { optval: ['no_ll_learn'], optmask: ['no_ll_learn'] },
        },
      },
    },
  },
  {
    command: 'ip link add br2 type bridge vlan_filtering 1 vlan_protocol 802.1ad vlan_default_pvid 5 vlan_stats_enabled 1 ' +
      'vlan_stats_per_port 1 mcast_vlan_snooping 0',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      70000000 1000 0506 00000000 00000000                     # nlmsghdr
      00 00 0000 00000000 00000000 00000000                    # ifinfomsg
      0800 0300 62723200                                       # IFLA_IFNAME br2
      4800 1200                                                # IFLA_LINKINFO
        0a00 0100 627269646765 0000                            #   IFLA_INFO_KIND bridge
        3800 0200                                              #   IFLA_INFO_DATA
          0500 0700 01 000000                                  #     IFLA_BR_VLAN_FILTERING
          0600 0800 88a8 0000                                  #     IFLA_BR_VLAN_PROTOCOL
          0600 2700 0500 0000                                  #     IFLA_BR_VLAN_DEFAULT_PVID
          0500 2900 01 000000                                  #     IFLA_BR_VLAN_STATS_ENABLED
          0500 2d00 01 000000                                  #     IFLA_BR_VLAN_STATS_PER_PORT
          0c00 2e00 0000000002000000                           #     IFLA_BR_MULTI_BOOLOPT
    `,
    object: {
      ifname: 'br2',
      linkinfo: {
        kind: 'bridge',
        data: {
          vlanFiltering: true, vlanProtocol: '802.1ad', vlanDefaultPvid: 5, vlanStatsEnabled: true, vlanStatsPerPort: true,
          multiBoolopt: { optmask: ['mcast_vlan_snooping'] },
        },
      },
    },
  },
  {
    command: 'ip link add br3 type bridge mcast_snooping 0 mcast_router 2 mcast_query_use_ifaddr 1 mcast_querier 1 ' +
      'mcast_hash_elasticity 8 mcast_hash_max 1024 mcast_last_member_count 3 mcast_startup_query_count 4 ' +
      'mcast_last_member_interval 200 mcast_membership_interval 25000 mcast_querier_interval 25600 mcast_query_interval ' +
      '12600 mcast_query_response_interval 1001 mcast_startup_query_interval 3126 mcast_stats_enabled 1 mcast_igmp_version 3 ' +
      'mcast_mld_version 2',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      dc000000 1000 0506 00000000 00000000                     # nlmsghdr
      00 00 0000 00000000 00000000 00000000                    # ifinfomsg
      0800 0300 62723300                                       # IFLA_IFNAME br3
      b400 1200                                                # IFLA_LINKINFO
        0a00 0100 627269646765 0000                            #   IFLA_INFO_KIND bridge
        a400 0200                                              #   IFLA_INFO_DATA
          0500 1700 00 000000                                  #     IFLA_BR_MCAST_SNOOPING
          0500 1600 02 000000                                  #     IFLA_BR_MCAST_ROUTER
          0500 1800 01 000000                                  #     IFLA_BR_MCAST_QUERY_USE_IFADDR
          0500 1900 01 000000                                  #     IFLA_BR_MCAST_QUERIER
          0800 1a00 08000000                                   #     IFLA_BR_MCAST_HASH_ELASTICITY
          0800 1b00 00040000                                   #     IFLA_BR_MCAST_HASH_MAX
          0800 1c00 03000000                                   #     IFLA_BR_MCAST_LAST_MEMBER_CNT
          0800 1d00 04000000                                   #     IFLA_BR_MCAST_STARTUP_QUERY_CNT
          0c00 1e00 c800000000000000                           #     IFLA_BR_MCAST_LAST_MEMBER_INTVL
          0c00 1f00 a861000000000000                           #     IFLA_BR_MCAST_MEMBERSHIP_INTVL
          0c00 2000 0064000000000000                           #     IFLA_BR_MCAST_QUERIER_INTVL
          0c00 2100 3831000000000000                           #     IFLA_BR_MCAST_QUERY_INTVL
          0c00 2200 e903000000000000                           #     IFLA_BR_MCAST_QUERY_RESPONSE_INTVL
          0c00 2300 360c000000000000                           #     IFLA_BR_MCAST_STARTUP_QUERY_INTVL
          0500 2a00 01 000000                                  #     IFLA_BR_MCAST_STATS_ENABLED
          0500 2b00 03 000000                                  #     IFLA_BR_MCAST_IGMP_VERSION
          0500 2c00 02 000000                                  #     IFLA_BR_MCAST_MLD_VERSION
    `,
    object: {
      ifname: 'br3',
      linkinfo: {
        kind: 'bridge',
        data: {
          multicastSnooping: false, multicastRouter: 'perm', multicastQueryUseIfaddr: true, multicastQuerier: true,
          multicastHashElasticity: 8, multicastHashMax: 1024, multicastLastMemberCnt: 3, multicastStartupQueryCnt: 4,
          multicastLastMemberIntvl: 200, multicastMembershipIntvl: 25000, multicastQuerierIntvl: 25600, multicastQueryIntvl: 12600,
          multicastQueryResponseIntvl: 1001, multicastStartupQueryIntvl: 3126, multicastStatsEnabled: true, multicastIgmpVersion: 3,
          multicastMldVersion: 2,
        },
      },
    },
  },
  {
    command: 'ip link add br4 type bridge nf_call_iptables 1 nf_call_ip6tables 0 nf_call_arptables 1',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      54000000 1000 0506 00000000 00000000                     # nlmsghdr
      00 00 0000 00000000 00000000 00000000                    # ifinfomsg
      0800 0300 62723400                                       # IFLA_IFNAME br4
      2c00 1200                                                # IFLA_LINKINFO
        0a00 0100 627269646765 0000                            #   IFLA_INFO_KIND bridge
        1c00 0200                                              #   IFLA_INFO_DATA
          0500 2400 01 000000                                  #     IFLA_BR_NF_CALL_IPTABLES
          0500 2500 00 000000                                  #     IFLA_BR_NF_CALL_IP6TABLES
          0500 2600 01 000000                                  #     IFLA_BR_NF_CALL_ARPTABLES
    `,
    object: {
      ifname: 'br4', linkinfo: { kind: 'bridge', data: { nfCallIptables: true, nfCallIp6tables: false, nfCallArptables: true } },
    },
  },
  {
    command: 'ip link set br0 type bridge fdb_flush',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      38000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 02000000 00000000 00000000                    # ifinfomsg
      1800 1200                                                # IFLA_LINKINFO
        0a00 0100 627269646765 0000                            #   IFLA_INFO_KIND bridge
        0800 0200                                              #   IFLA_INFO_DATA
          0400 1500                                            #     IFLA_BR_FDB_FLUSH
    `,
    object: { index: 2, linkinfo: { kind: 'bridge', data: { fdbFlush: true } } },
  },
  {
    command: 'ip link set br0 type bridge mcast_router 0 vlan_filtering 0',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      44000000 1000 0500 00000000 00000000                     # nlmsghdr
      00 00 0000 02000000 00000000 00000000                    # ifinfomsg
      2400 1200                                                # IFLA_LINKINFO
        0a00 0100 627269646765 0000                            #   IFLA_INFO_KIND bridge
        1400 0200                                              #   IFLA_INFO_DATA
          0500 1600 00 000000                                  #     IFLA_BR_MCAST_ROUTER
          0500 0700 00 000000                                  #     IFLA_BR_VLAN_FILTERING
    `,
    object: { index: 2, linkinfo: { kind: 'bridge', data: { multicastRouter: 'disabled', vlanFiltering: false } } },
  },
]

// What the kernel tells of a bridge.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const bridgeAnswers: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip -d link show br1',
    type: 'RTM_NEWLINK', flags: [],
    bytes: `
      e8050000 1000 0000 00000000 00000000                     # nlmsghdr
      00 00 0100 03000000 03100000 00000000                    # ifinfomsg
      0800 0300 62723100                                       # IFLA_IFNAME br1
      0800 0d00 e8030000                                       # IFLA_TXQLEN
      0500 1000 02 000000                                      # IFLA_OPERSTATE
      0500 1100 00 000000                                      # IFLA_LINKMODE
      0500 4300 01 000000                                      # IFLA_NETNS_IMMUTABLE
      0800 0400 dc050000                                       # IFLA_MTU
      0800 3200 44000000                                       # IFLA_MIN_MTU
      0800 3300 ffff0000                                       # IFLA_MAX_MTU
      0800 1b00 00000000                                       # IFLA_GROUP
      0800 1e00 00000000                                       # IFLA_PROMISCUITY
      0800 3d00 00000000                                       # IFLA_ALLMULTI
      0800 1f00 01000000                                       # IFLA_NUM_TX_QUEUES
      0800 2800 ffff0000                                       # IFLA_GSO_MAX_SEGS
      0800 2900 00000100                                       # IFLA_GSO_MAX_SIZE
      0800 3a00 00000100                                       # IFLA_GRO_MAX_SIZE
      0800 3f00 00000100                                       # IFLA_GSO_IPV4_MAX_SIZE
      0800 4000 00000100                                       # IFLA_GRO_IPV4_MAX_SIZE
      0800 3b00 00000100                                       # IFLA_TSO_MAX_SIZE
      0800 3c00 ffff0000                                       # IFLA_TSO_MAX_SEGS
      0800 4200 00000000                                       # IFLA_MAX_PACING_OFFLOAD_HORIZON
      0800 2000 01000000                                       # IFLA_NUM_RX_QUEUES
      0500 2100 00 000000                                      # IFLA_CARRIER
      0800 2300 01000000                                       # IFLA_CARRIER_CHANGES
      0800 2f00 00000000                                       # IFLA_CARRIER_UP_COUNT
      0800 3000 01000000                                       # IFLA_CARRIER_DOWN_COUNT
      0600 4400 0000 0000                                      # IFLA_HEADROOM
      0600 4500 0000 0000                                      # IFLA_TAILROOM
      0500 2700 00 000000                                      # IFLA_PROTO_DOWN
      0a00 0100 02000000000b 0000                              # IFLA_ADDRESS
      0a00 0200 ffffffffffff 0000                              # IFLA_BROADCAST
      cc00 1700                                                # IFLA_STATS64
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000 01000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000
      6400 0700                                                # IFLA_STATS
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 01000000 00000000 00000000 00000000 00000000
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0c00 2b00                                                # IFLA_XDP
        0500 0200 00 000000                                    #   IFLA_XDP_ATTACHED
      9c01 1200                                                # IFLA_LINKINFO
        0b00 0100 62726964676500 00                            #   IFLA_INFO_KIND bridge
        8c01 0200                                              #   IFLA_INFO_DATA
          0c00 1000 c500000000000000                           #     IFLA_BR_HELLO_TIMER
          0c00 1100 0000000000000000                           #     IFLA_BR_TCN_TIMER
          0c00 1200 0000000000000000                           #     IFLA_BR_TOPOLOGY_CHANGE_TIMER
          0c00 1300 0700000000000000                           #     IFLA_BR_GC_TIMER
          0800 0100 90010000                                   #     IFLA_BR_FORWARD_DELAY
          0800 0200 c8000000                                   #     IFLA_BR_HELLO_TIME
          0800 0300 34080000                                   #     IFLA_BR_MAX_AGE
          0800 0400 cc740000                                   #     IFLA_BR_AGEING_TIME
          0800 0500 01000000                                   #     IFLA_BR_STP_STATE
          0600 0600 0010 0000                                  #     IFLA_BR_PRIORITY
          0500 0700 00 000000                                  #     IFLA_BR_VLAN_FILTERING
          0600 0900 0040 0000                                  #     IFLA_BR_GROUP_FWD_MASK
          0c00 0b00 100002000000000b                           #     IFLA_BR_BRIDGE_ID
          0c00 0a00 100002000000000b                           #     IFLA_BR_ROOT_ID
          0600 0c00 0000 0000                                  #     IFLA_BR_ROOT_PORT
          0800 0d00 00000000                                   #     IFLA_BR_ROOT_PATH_COST
          0500 0e00 00 000000                                  #     IFLA_BR_TOPOLOGY_CHANGE
          0500 0f00 00 000000                                  #     IFLA_BR_TOPOLOGY_CHANGE_DETECTED
          0a00 1400 0180c200000d 0000                          #     IFLA_BR_GROUP_ADDR
          0c00 2e00 010000001f000000                           #     IFLA_BR_MULTI_BOOLOPT
          0800 3000 00000000                                   #     IFLA_BR_FDB_N_LEARNED
          0800 3100 00000000                                   #     IFLA_BR_FDB_MAX_LEARNED
          0500 1600 01 000000                                  #     IFLA_BR_MCAST_ROUTER
          0500 1700 01 000000                                  #     IFLA_BR_MCAST_SNOOPING
          0500 1800 00 000000                                  #     IFLA_BR_MCAST_QUERY_USE_IFADDR
          0500 1900 00 000000                                  #     IFLA_BR_MCAST_QUERIER
          0500 2a00 00 000000                                  #     IFLA_BR_MCAST_STATS_ENABLED
          0800 1a00 10000000                                   #     IFLA_BR_MCAST_HASH_ELASTICITY
          0800 1b00 00100000                                   #     IFLA_BR_MCAST_HASH_MAX
          0800 1c00 02000000                                   #     IFLA_BR_MCAST_LAST_MEMBER_CNT
          0800 1d00 02000000                                   #     IFLA_BR_MCAST_STARTUP_QUERY_CNT
          0500 2b00 02 000000                                  #     IFLA_BR_MCAST_IGMP_VERSION
          0500 2c00 01 000000                                  #     IFLA_BR_MCAST_MLD_VERSION
          0c00 1e00 6400000000000000                           #     IFLA_BR_MCAST_LAST_MEMBER_INTVL
          0c00 1f00 9065000000000000                           #     IFLA_BR_MCAST_MEMBERSHIP_INTVL
          0c00 2000 9c63000000000000                           #     IFLA_BR_MCAST_QUERIER_INTVL
          0c00 2100 d430000000000000                           #     IFLA_BR_MCAST_QUERY_INTVL
          0c00 2200 e803000000000000                           #     IFLA_BR_MCAST_QUERY_RESPONSE_INTVL
          0c00 2300 340c000000000000                           #     IFLA_BR_MCAST_STARTUP_QUERY_INTVL
          0500 2400 00 000000                                  #     IFLA_BR_NF_CALL_IPTABLES
          0500 2500 00 000000                                  #     IFLA_BR_NF_CALL_IP6TABLES
          0500 2600 00 000000                                  #     IFLA_BR_NF_CALL_ARPTABLES
      0c00 0600 6e6f717565756500                               # IFLA_QDISC noqueue
      c001 1a00                                                # IFLA_AF_SPEC
        8c00 0200                                              #   AF_INET
          8800 0100                                            #     IFLA_INET_CONF
            00000000 00000000 00000000 01000000 01000000 01000000 01000000 00000000 01000000 00000000 00000000 00000000
            00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
            00000000 00000000 10270000 e8030000 00000000 00000000 00000000 00000000 01000000
        3001 0a00                                              #   AF_INET6
          0800 0100 00000000                                   #     IFLA_INET6_FLAGS
          1400 0500 ffff0000ef570600ac9f0000e8030000           #     IFLA_INET6_CACHEINFO
          f400 0200                                            #     IFLA_INET6_CONF
            00000000 40000000 dc050000 01000000 01000000 01000000 01000000 ffffffff a00f0000 e8030000 00000000 803a0900
            80510100 03000000 58020000 10000000 00000000 01000000 01000000 01000000 60ea0000 00000000 00000000 00000000
            00000000 00000000 00000000 01000000 00000000 00000000 10270000 e8030000 01000000 00000000 00000000 01000000
            00000000 00000000 01000000 00000000 00000000 00000000 00000000 80ee3600 00000000 00000000 01000000 00000000
            00000000 00000000 00000000 00000000 00040000 00000000 ffff0000 ffffffff 01000000 00000000 00000000 00000000
          1400 0700 00000000000000000000000000000000           #     IFLA_INET6_TOKEN
          0500 0800 00 000000                                  #     IFLA_INET6_ADDR_GEN_MODE
      2400 0e00                                                # IFLA_MAP
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0400 3e80                                                # IFLA_DEVLINK_PORT
      0400 4180                                                # IFLA_DPLL_PIN
    `,
    object: {
      type: 'ether', index: 3, flags: ['UP', 'BROADCAST', 'MULTICAST'], ifname: 'br1', txqlen: 1000, operstate: 'down',
      linkmode: 'default', netnsImmutable: true, mtu: 1500, minMtu: 68, maxMtu: 65535, group: 0, promiscuity: 0, allmulti: 0,
      numTxQueues: 1, gsoMaxSegs: 65535, gsoMaxSize: 65536, groMaxSize: 65536, gsoIpv4MaxSize: 65536, groIpv4MaxSize: 65536,
      tsoMaxSize: 65536, tsoMaxSegs: 65535, maxPacingOffloadHorizon: 0, numRxQueues: 1, carrier: false, carrierChanges: 1,
      carrierUpCount: 0, carrierDownCount: 1, headroom: 0, tailroom: 0, protoDown: false, address: '02:00:00:00:00:0b',
      broadcast: 'ff:ff:ff:ff:ff:ff', stats64: { txDropped: 1 }, stats: { txDropped: 1 }, xdp: { attached: 'none' },
      linkinfo: {
        kind: 'bridge',
        data: {
          helloTimer: 197, tcnTimer: 0, topologyChangeTimer: 0, gcTimer: 7, forwardDelay: 400, helloTime: 200, maxAge: 2100,
          ageingTime: 29900, stpState: 1, priority: 4096, vlanFiltering: false, groupFwdMask: 16384,
          bridgeId: { prio: 4096, addr: '02:00:00:00:00:0b' }, rootId: { prio: 4096, addr: '02:00:00:00:00:0b' }, rootPort: 0,
          rootPathCost: 0, topologyChange: false, topologyChangeDetected: false, groupAddr: '01:80:c2:00:00:0d',
          multiBoolopt: {
            optval: ['no_ll_learn'],
            optmask: ['no_ll_learn', 'mcast_vlan_snooping', 'mst_enable', 'mdb_offload_fail_notification', 'fdb_local_vlan_0'],
          },
          fdbNLearned: 0, fdbMaxLearned: 0, multicastRouter: 'temp_query', multicastSnooping: true, multicastQueryUseIfaddr: false,
          multicastQuerier: false, multicastStatsEnabled: false, multicastHashElasticity: 16, multicastHashMax: 4096,
          multicastLastMemberCnt: 2, multicastStartupQueryCnt: 2, multicastIgmpVersion: 2, multicastMldVersion: 1,
          multicastLastMemberIntvl: 100, multicastMembershipIntvl: 26000, multicastQuerierIntvl: 25500, multicastQueryIntvl: 12500,
          multicastQueryResponseIntvl: 1000, multicastStartupQueryIntvl: 3124, nfCallIptables: false, nfCallIp6tables: false,
          nfCallArptables: false,
        },
      },
      qdisc: 'noqueue',
      afSpec: {
        inet: {
          conf: {
            acceptRedirects: 1, secureRedirects: 1, sendRedirects: 1, sharedMedia: 1, acceptSourceRoute: 1,
            igmpv2UnsolicitedReportInterval: 10000, igmpv3UnsolicitedReportInterval: 1000, arpEvictNocarrier: 1,
          },
        },
        inet6: {
          flags: [], cacheinfo: { maxReasmLen: 65535, tstamp: 415727, reachableTime: 40876, retransTime: 1000 },
          conf: {
            hoplimit: 64, mtu6: 1500, acceptRa: 1, acceptRedirects: 1, autoconf: 1, dadTransmits: 1, rtrSolicits: -1,
            rtrSolicitInterval: 4000, rtrSolicitDelay: 1000, tempValidLft: 604800, tempPreferedLft: 86400, regenMaxRetry: 3,
            maxDesyncFactor: 600, maxAddresses: 16, acceptRaDefrtr: 1, acceptRaPinfo: 1, acceptRaRtrPref: 1, rtrProbeInterval: 60000,
            acceptDad: 1, mldv1UnsolicitedReportInterval: 10000, mldv2UnsolicitedReportInterval: 1000, suppressFragNdisc: 1,
            acceptRaMtu: 1, acceptRaMinHopLimit: 1, rtrSolicitMaxInterval: 3600000, enhancedDad: 1, raDefrtrMetric: 1024, ioam6Id: 65535,
            ioam6IdWide: -1, ndiscEvictNocarrier: 1,
          },
          token: '::', addrGenMode: 'eui64',
        },
      },
      map: {}, devlinkPort: {}, dpllPin: {},
    },
  },
]

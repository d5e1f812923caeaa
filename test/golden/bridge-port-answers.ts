// What the kernel tells of a bridge's port, as of a link and in messages of family bridge.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const bridgePortAnswers: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip -d link show p0',
    type: 'RTM_NEWLINK', flags: [],
    bytes: `
      c8050000 1000 0000 00000000 00000000                     # nlmsghdr
      00 00 0100 04000000 43100100 00000000                    # ifinfomsg
      0700 0300 703000 00                                      # IFLA_IFNAME p0
      0800 0d00 e8030000                                       # IFLA_TXQLEN
      0500 1000 06 000000                                      # IFLA_OPERSTATE
      0500 1100 00 000000                                      # IFLA_LINKMODE
      0500 4300 00 000000                                      # IFLA_NETNS_IMMUTABLE
      0800 0400 dc050000                                       # IFLA_MTU
      0800 3200 44000000                                       # IFLA_MIN_MTU
      0800 3300 ffff0000                                       # IFLA_MAX_MTU
      0800 1b00 00000000                                       # IFLA_GROUP
      0800 1e00 01000000                                       # IFLA_PROMISCUITY
      0800 3d00 01000000                                       # IFLA_ALLMULTI
      0800 1f00 02000000                                       # IFLA_NUM_TX_QUEUES
      0800 2800 ffff0000                                       # IFLA_GSO_MAX_SEGS
      0800 2900 00000100                                       # IFLA_GSO_MAX_SIZE
      0800 3a00 00000100                                       # IFLA_GRO_MAX_SIZE
      0800 3f00 00000100                                       # IFLA_GSO_IPV4_MAX_SIZE
      0800 4000 00000100                                       # IFLA_GRO_IPV4_MAX_SIZE
      0800 3b00 f8ff0700                                       # IFLA_TSO_MAX_SIZE
      0800 3c00 ffff0000                                       # IFLA_TSO_MAX_SEGS
      0800 4200 00000000                                       # IFLA_MAX_PACING_OFFLOAD_HORIZON
      0800 2000 02000000                                       # IFLA_NUM_RX_QUEUES
      0800 0a00 02000000                                       # IFLA_MASTER
      0500 2100 01 000000                                      # IFLA_CARRIER
      0800 2300 02000000                                       # IFLA_CARRIER_CHANGES
      0800 2f00 01000000                                       # IFLA_CARRIER_UP_COUNT
      0800 3000 01000000                                       # IFLA_CARRIER_DOWN_COUNT
      0600 4400 0000 0000                                      # IFLA_HEADROOM
      0600 4500 0000 0000                                      # IFLA_TAILROOM
      0500 2700 00 000000                                      # IFLA_PROTO_DOWN
      0a00 0100 d2e4b530cb6e 0000                              # IFLA_ADDRESS
      0a00 0200 ffffffffffff 0000                              # IFLA_BROADCAST
      cc00 1700                                                # IFLA_STATS64
        02000000 00000000 02000000 00000000 b0000000 00000000 b4000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000
      6400 0700                                                # IFLA_STATS
        02000000 02000000 b0000000 b4000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0c00 2b00                                                # IFLA_XDP
        0500 0200 00 000000                                    #   IFLA_XDP_ATTACHED
      6c01 1200                                                # IFLA_LINKINFO
        0900 0100 7665746800 000000                            #   IFLA_INFO_KIND veth
        0b00 0400 62726964676500 00                            #   IFLA_INFO_SLAVE_KIND bridge
        5001 0500                                              #   IFLA_INFO_SLAVE_DATA
          0500 0100 03 000000                                  #     IFLA_BRPORT_STATE
          0600 0200 2100 0000                                  #     IFLA_BRPORT_PRIORITY
          0800 0300 64000000                                   #     IFLA_BRPORT_COST
          0500 0400 00 000000                                  #     IFLA_BRPORT_MODE
          0500 0500 01 000000                                  #     IFLA_BRPORT_GUARD
          0500 0600 01 000000                                  #     IFLA_BRPORT_PROTECT
          0500 0700 01 000000                                  #     IFLA_BRPORT_FAST_LEAVE
          0500 1c00 01 000000                                  #     IFLA_BRPORT_MCAST_TO_UCAST
          0500 0800 00 000000                                  #     IFLA_BRPORT_LEARNING
          0500 0900 00 000000                                  #     IFLA_BRPORT_UNICAST_FLOOD
          0500 1b00 00 000000                                  #     IFLA_BRPORT_MCAST_FLOOD
          0500 1e00 00 000000                                  #     IFLA_BRPORT_BCAST_FLOOD
          0500 0a00 01 000000                                  #     IFLA_BRPORT_PROXYARP
          0500 0c00 01 000000                                  #     IFLA_BRPORT_PROXYARP_WIFI
          0c00 0d00 8000729d0c6f7376                           #     IFLA_BRPORT_ROOT_ID
          0c00 0e00 8000729d0c6f7376                           #     IFLA_BRPORT_BRIDGE_ID
          0600 0f00 0184 0000                                  #     IFLA_BRPORT_DESIGNATED_PORT
          0600 1000 0000 0000                                  #     IFLA_BRPORT_DESIGNATED_COST
          0600 1100 0184 0000                                  #     IFLA_BRPORT_ID
          0600 1200 0100 0000                                  #     IFLA_BRPORT_NO
          0500 1300 00 000000                                  #     IFLA_BRPORT_TOPOLOGY_CHANGE_ACK
          0500 1400 00 000000                                  #     IFLA_BRPORT_CONFIG_PENDING
          0500 1d00 01 000000                                  #     IFLA_BRPORT_VLAN_TUNNEL
          0600 1f00 0040 0000                                  #     IFLA_BRPORT_GROUP_FWD_MASK
          0500 2000 01 000000                                  #     IFLA_BRPORT_NEIGH_SUPPRESS
          0500 2300 00 000000                                  #     IFLA_BRPORT_MRP_RING_OPEN
          0500 2400 00 000000                                  #     IFLA_BRPORT_MRP_IN_OPEN
          0500 2100 01 000000                                  #     IFLA_BRPORT_ISOLATED
          0500 2700 01 000000                                  #     IFLA_BRPORT_LOCKED
          0500 2800 00 000000                                  #     IFLA_BRPORT_MAB
          0500 2b00 00 000000                                  #     IFLA_BRPORT_NEIGH_VLAN_SUPPRESS
          0c00 1500 0000000000000000                           #     IFLA_BRPORT_MESSAGE_AGE_TIMER
          0c00 1600 b305000000000000                           #     IFLA_BRPORT_FORWARD_DELAY_TIMER
          0c00 1700 0000000000000000                           #     IFLA_BRPORT_HOLD_TIMER
          0500 1900 02 000000                                  #     IFLA_BRPORT_MULTICAST_ROUTER
          0800 2500 00020000                                   #     IFLA_BRPORT_MCAST_EHT_HOSTS_LIMIT
          0800 2600 00000000                                   #     IFLA_BRPORT_MCAST_EHT_HOSTS_CNT
          0800 2900 00000000                                   #     IFLA_BRPORT_MCAST_N_GROUPS
          0800 2a00 00000000                                   #     IFLA_BRPORT_MCAST_MAX_GROUPS
      0800 0500 03000000                                       # IFLA_LINK
      0c00 0600 6e6f717565756500                               # IFLA_QDISC noqueue
      c001 1a00                                                # IFLA_AF_SPEC
        8c00 0200                                              #   AF_INET
          8800 0100                                            #     IFLA_INET_CONF
            00000000 00000000 00000000 01000000 01000000 01000000 01000000 00000000 01000000 00000000 00000000 00000000
            00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
            00000000 00000000 10270000 e8030000 00000000 00000000 00000000 00000000 01000000
        3001 0a00                                              #   AF_INET6
          0800 0100 00000080                                   #     IFLA_INET6_FLAGS
          1400 0500 ffff0000f1c20600cc8f0000e8030000           #     IFLA_INET6_CACHEINFO
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
      type: 'ether', index: 4, flags: ['UP', 'BROADCAST', 'RUNNING', 'MULTICAST', 'LOWER_UP'], ifname: 'p0', txqlen: 1000,
      operstate: 'up', linkmode: 'default', netnsImmutable: false, mtu: 1500, minMtu: 68, maxMtu: 65535, group: 0, promiscuity: 1,
      allmulti: 1, numTxQueues: 2, gsoMaxSegs: 65535, gsoMaxSize: 65536, groMaxSize: 65536, gsoIpv4MaxSize: 65536, groIpv4MaxSize: 65536,
      tsoMaxSize: 524280, tsoMaxSegs: 65535, maxPacingOffloadHorizon: 0, numRxQueues: 2, master: 2, carrier: true, carrierChanges: 2,
      carrierUpCount: 1, carrierDownCount: 1, headroom: 0, tailroom: 0, protoDown: false, address: 'd2:e4:b5:30:cb:6e',
      broadcast: 'ff:ff:ff:ff:ff:ff', stats64: { rxPackets: 2, txPackets: 2, rxBytes: 176, txBytes: 180 },
      stats: { rxPackets: 2, txPackets: 2, rxBytes: 176, txBytes: 180 }, xdp: { attached: 'none' },
      linkinfo: {
        kind: 'veth', slaveKind: 'bridge',
        slaveData: {
          state: 'forwarding', priority: 33, cost: 100, mode: false, guard: true, protect: true, fastLeave: true, multicastToUcast: true,
          learning: false, unicastFlood: false, multicastFlood: false, bcastFlood: false, proxyarp: true, proxyarpWifi: true,
          rootId: { prio: 32768, addr: '72:9d:0c:6f:73:76' }, bridgeId: { prio: 32768, addr: '72:9d:0c:6f:73:76' }, designatedPort: 33793,
          designatedCost: 0, id: 33793, no: 1, topologyChangeAck: false, configPending: false, vlanTunnel: true, groupFwdMask: 16384,
          neighSuppress: true, mrpRingOpen: false, mrpInOpen: false, isolated: true, locked: true, mab: false, neighVlanSuppress: false,
          messageAgeTimer: 0, forwardDelayTimer: 1459, holdTimer: 0, multicastRouter: 'perm', multicastEhtHostsLimit: 512,
          multicastEhtHostsCnt: 0, multicastNGroups: 0, multicastMaxGroups: 0,
        },
      },
      link: 3, qdisc: 'noqueue',
      afSpec: {
        inet: {
          conf: {
            acceptRedirects: 1, secureRedirects: 1, sendRedirects: 1, sharedMedia: 1, acceptSourceRoute: 1,
            igmpv2UnsolicitedReportInterval: 10000, igmpv3UnsolicitedReportInterval: 1000, arpEvictNocarrier: 1,
          },
        },
        inet6: {
          flags: ['ready'], cacheinfo: { maxReasmLen: 65535, tstamp: 443121, reachableTime: 36812, retransTime: 1000 },
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

export const bridgeLinkAnswers: readonly Fixture<typeof messages.bridgeLink>[] = [
  {
    command: 'bridge link show dev p0',
    type: 'RTM_NEWLINK', flags: ['NLM_F_MULTI'],
    bytes: `
      a4010000 1000 0200 00000000 00000000                     # nlmsghdr
      07 00 0100 04000000 43100100 00000000                    # ifinfomsg
      0700 0300 703000 00                                      # IFLA_IFNAME p0
      0800 0a00 02000000                                       # IFLA_MASTER
      0800 0400 dc050000                                       # IFLA_MTU
      0500 1000 06 000000                                      # IFLA_OPERSTATE
      0a00 0100 d2e4b530cb6e 0000                              # IFLA_ADDRESS
      0800 0500 03000000                                       # IFLA_LINK
      5001 0c80                                                # IFLA_PROTINFO
        0500 0100 03 000000                                    #   IFLA_BRPORT_STATE
        0600 0200 2100 0000                                    #   IFLA_BRPORT_PRIORITY
        0800 0300 64000000                                     #   IFLA_BRPORT_COST
        0500 0400 00 000000                                    #   IFLA_BRPORT_MODE
        0500 0500 01 000000                                    #   IFLA_BRPORT_GUARD
        0500 0600 01 000000                                    #   IFLA_BRPORT_PROTECT
        0500 0700 01 000000                                    #   IFLA_BRPORT_FAST_LEAVE
        0500 1c00 01 000000                                    #   IFLA_BRPORT_MCAST_TO_UCAST
        0500 0800 00 000000                                    #   IFLA_BRPORT_LEARNING
        0500 0900 00 000000                                    #   IFLA_BRPORT_UNICAST_FLOOD
        0500 1b00 00 000000                                    #   IFLA_BRPORT_MCAST_FLOOD
        0500 1e00 00 000000                                    #   IFLA_BRPORT_BCAST_FLOOD
        0500 0a00 01 000000                                    #   IFLA_BRPORT_PROXYARP
        0500 0c00 01 000000                                    #   IFLA_BRPORT_PROXYARP_WIFI
        0c00 0d00 8000729d0c6f7376                             #   IFLA_BRPORT_ROOT_ID
        0c00 0e00 8000729d0c6f7376                             #   IFLA_BRPORT_BRIDGE_ID
        0600 0f00 0184 0000                                    #   IFLA_BRPORT_DESIGNATED_PORT
        0600 1000 0000 0000                                    #   IFLA_BRPORT_DESIGNATED_COST
        0600 1100 0184 0000                                    #   IFLA_BRPORT_ID
        0600 1200 0100 0000                                    #   IFLA_BRPORT_NO
        0500 1300 00 000000                                    #   IFLA_BRPORT_TOPOLOGY_CHANGE_ACK
        0500 1400 00 000000                                    #   IFLA_BRPORT_CONFIG_PENDING
        0500 1d00 01 000000                                    #   IFLA_BRPORT_VLAN_TUNNEL
        0600 1f00 0040 0000                                    #   IFLA_BRPORT_GROUP_FWD_MASK
        0500 2000 01 000000                                    #   IFLA_BRPORT_NEIGH_SUPPRESS
        0500 2300 00 000000                                    #   IFLA_BRPORT_MRP_RING_OPEN
        0500 2400 00 000000                                    #   IFLA_BRPORT_MRP_IN_OPEN
        0500 2100 01 000000                                    #   IFLA_BRPORT_ISOLATED
        0500 2700 01 000000                                    #   IFLA_BRPORT_LOCKED
        0500 2800 00 000000                                    #   IFLA_BRPORT_MAB
        0500 2b00 00 000000                                    #   IFLA_BRPORT_NEIGH_VLAN_SUPPRESS
        0c00 1500 0000000000000000                             #   IFLA_BRPORT_MESSAGE_AGE_TIMER
        0c00 1600 ae05000000000000                             #   IFLA_BRPORT_FORWARD_DELAY_TIMER
        0c00 1700 0000000000000000                             #   IFLA_BRPORT_HOLD_TIMER
        0500 1900 02 000000                                    #   IFLA_BRPORT_MULTICAST_ROUTER
        0800 2500 00020000                                     #   IFLA_BRPORT_MCAST_EHT_HOSTS_LIMIT
        0800 2600 00000000                                     #   IFLA_BRPORT_MCAST_EHT_HOSTS_CNT
        0800 2900 00000000                                     #   IFLA_BRPORT_MCAST_N_GROUPS
        0800 2a00 00000000                                     #   IFLA_BRPORT_MCAST_MAX_GROUPS
    `,
    object: {
      family: 'bridge', type: 'ether', index: 4, flags: ['UP', 'BROADCAST', 'RUNNING', 'MULTICAST', 'LOWER_UP'], ifname: 'p0', master: 2,
      mtu: 1500, operstate: 'up', address: 'd2:e4:b5:30:cb:6e', link: 3,
      protinfo: {
        state: 'forwarding', priority: 33, cost: 100, mode: false, guard: true, protect: true, fastLeave: true, multicastToUcast: true,
        learning: false, unicastFlood: false, multicastFlood: false, bcastFlood: false, proxyarp: true, proxyarpWifi: true,
        rootId: { prio: 32768, addr: '72:9d:0c:6f:73:76' }, bridgeId: { prio: 32768, addr: '72:9d:0c:6f:73:76' }, designatedPort: 33793,
        designatedCost: 0, id: 33793, no: 1, topologyChangeAck: false, configPending: false, vlanTunnel: true, groupFwdMask: 16384,
        neighSuppress: true, mrpRingOpen: false, mrpInOpen: false, isolated: true, locked: true, mab: false, neighVlanSuppress: false,
        messageAgeTimer: 0, forwardDelayTimer: 1454, holdTimer: 0, multicastRouter: 'perm', multicastEhtHostsLimit: 512,
        multicastEhtHostsCnt: 0, multicastNGroups: 0, multicastMaxGroups: 0,
      },
    },
  },
]

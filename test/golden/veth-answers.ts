// What the kernel tells of a veth whose other end is in another namespace, and of that other end.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const vethAnswers: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip link show va',
    type: 'RTM_NEWLINK', flags: [],
    bytes: `
      94040000 1000 0000 00000000 00000000                     # nlmsghdr
      00 00 0100 08000000 43100100 00000000                    # ifinfomsg
      0700 0300 766100 00                                      # IFLA_IFNAME va
      0800 0d00 e8030000                                       # IFLA_TXQLEN
      0500 1000 06 000000                                      # IFLA_OPERSTATE
      0500 1100 00 000000                                      # IFLA_LINKMODE
      0500 4300 00 000000                                      # IFLA_NETNS_IMMUTABLE
      0800 0400 dc050000                                       # IFLA_MTU
      0800 3200 44000000                                       # IFLA_MIN_MTU
      0800 3300 ffff0000                                       # IFLA_MAX_MTU
      0800 1b00 00000000                                       # IFLA_GROUP
      0800 1e00 00000000                                       # IFLA_PROMISCUITY
      0800 3d00 00000000                                       # IFLA_ALLMULTI
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
      0500 2100 01 000000                                      # IFLA_CARRIER
      0900 1400 7769726500 000000                              # IFLA_IFALIAS wire
      0800 2300 02000000                                       # IFLA_CARRIER_CHANGES
      0800 2f00 01000000                                       # IFLA_CARRIER_UP_COUNT
      0800 3000 01000000                                       # IFLA_CARRIER_DOWN_COUNT
      0600 4400 0000 0000                                      # IFLA_HEADROOM
      0600 4500 0000 0000                                      # IFLA_TAILROOM
      0500 2700 00 000000                                      # IFLA_PROTO_DOWN
      0a00 0100 02000000000a 0000                              # IFLA_ADDRESS
      0a00 0200 ffffffffffff 0000                              # IFLA_BROADCAST
      cc00 1700                                                # IFLA_STATS64
        01000000 00000000 01000000 00000000 5a000000 00000000 5a000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000
      6400 0700                                                # IFLA_STATS
        01000000 01000000 5a000000 5a000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0c00 2b00                                                # IFLA_XDP
        0500 0200 00 000000                                    #   IFLA_XDP_ATTACHED
      1000 1200                                                # IFLA_LINKINFO
        0900 0100 7665746800 000000                            #   IFLA_INFO_KIND veth
      0800 2500 00000000                                       # IFLA_LINK_NETNSID
      0800 0500 04000000                                       # IFLA_LINK
      0c00 0600 6e6f717565756500                               # IFLA_QDISC noqueue
      c001 1a00                                                # IFLA_AF_SPEC
        8c00 0200                                              #   AF_INET
          8800 0100                                            #     IFLA_INET_CONF
            00000000 00000000 00000000 01000000 01000000 01000000 01000000 00000000 01000000 00000000 00000000 00000000
            00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
            00000000 00000000 10270000 e8030000 00000000 00000000 00000000 00000000 01000000
        3001 0a00                                              #   AF_INET6
          0800 0100 00000080                                   #     IFLA_INET6_FLAGS
          1400 0500 ffff00009c570600e46e0000e8030000           #     IFLA_INET6_CACHEINFO
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
      1c00 3480                                                # IFLA_PROP_LIST
        1800 3500 616e6f746865722d6e616d652d666f722d766100     #   IFLA_ALT_IFNAME another-name-for-va
      0400 3e80                                                # IFLA_DEVLINK_PORT
      0400 4180                                                # IFLA_DPLL_PIN
    `,
    object: {
      type: 'ether', index: 8, flags: ['UP', 'BROADCAST', 'RUNNING', 'MULTICAST', 'LOWER_UP'], ifname: 'va', txqlen: 1000,
      operstate: 'up', linkmode: 'default', netnsImmutable: false, mtu: 1500, minMtu: 68, maxMtu: 65535, group: 0, promiscuity: 0,
      allmulti: 0, numTxQueues: 2, gsoMaxSegs: 65535, gsoMaxSize: 65536, groMaxSize: 65536, gsoIpv4MaxSize: 65536, groIpv4MaxSize: 65536,
      tsoMaxSize: 524280, tsoMaxSegs: 65535, maxPacingOffloadHorizon: 0, numRxQueues: 2, carrier: true, ifalias: 'wire',
      carrierChanges: 2, carrierUpCount: 1, carrierDownCount: 1, headroom: 0, tailroom: 0, protoDown: false, address: '02:00:00:00:00:0a',
      broadcast: 'ff:ff:ff:ff:ff:ff', stats64: { rxPackets: 1, txPackets: 1, rxBytes: 90, txBytes: 90 },
      stats: { rxPackets: 1, txPackets: 1, rxBytes: 90, txBytes: 90 }, xdp: { attached: 'none' }, linkinfo: { kind: 'veth' },
      linkNetnsid: 0, link: 4, qdisc: 'noqueue',
      afSpec: {
        inet: {
          conf: {
            acceptRedirects: 1, secureRedirects: 1, sendRedirects: 1, sharedMedia: 1, acceptSourceRoute: 1,
            igmpv2UnsolicitedReportInterval: 10000, igmpv3UnsolicitedReportInterval: 1000, arpEvictNocarrier: 1,
          },
        },
        inet6: {
          flags: ['ready'], cacheinfo: { maxReasmLen: 65535, tstamp: 415644, reachableTime: 28388, retransTime: 1000 },
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
      map: {}, propList: { altIfname: ['another-name-for-va'] }, devlinkPort: {}, dpllPin: {},
    },
  },
  {
    command: 'ip -n red link show vb',
    type: 'RTM_NEWLINK', flags: [],
    bytes: `
      6c040000 1000 0000 00000000 00000000                     # nlmsghdr
      00 00 0100 04000000 43100100 00000000                    # ifinfomsg
      0700 0300 766200 00                                      # IFLA_IFNAME vb
      0800 0d00 e8030000                                       # IFLA_TXQLEN
      0500 1000 06 000000                                      # IFLA_OPERSTATE
      0500 1100 00 000000                                      # IFLA_LINKMODE
      0500 4300 00 000000                                      # IFLA_NETNS_IMMUTABLE
      0800 0400 dc050000                                       # IFLA_MTU
      0800 3200 44000000                                       # IFLA_MIN_MTU
      0800 3300 ffff0000                                       # IFLA_MAX_MTU
      0800 1b00 00000000                                       # IFLA_GROUP
      0800 1e00 00000000                                       # IFLA_PROMISCUITY
      0800 3d00 00000000                                       # IFLA_ALLMULTI
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
      0500 2100 01 000000                                      # IFLA_CARRIER
      0800 2300 02000000                                       # IFLA_CARRIER_CHANGES
      0800 2f00 01000000                                       # IFLA_CARRIER_UP_COUNT
      0800 3000 01000000                                       # IFLA_CARRIER_DOWN_COUNT
      0600 4400 0000 0000                                      # IFLA_HEADROOM
      0600 4500 0000 0000                                      # IFLA_TAILROOM
      0500 2700 00 000000                                      # IFLA_PROTO_DOWN
      0a00 0100 2ed980ee9fd2 0000                              # IFLA_ADDRESS
      0a00 0200 ffffffffffff 0000                              # IFLA_BROADCAST
      cc00 1700                                                # IFLA_STATS64
        01000000 00000000 01000000 00000000 5a000000 00000000 5a000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000
      6400 0700                                                # IFLA_STATS
        01000000 01000000 5a000000 5a000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0c00 2b00                                                # IFLA_XDP
        0500 0200 00 000000                                    #   IFLA_XDP_ATTACHED
      1000 1200                                                # IFLA_LINKINFO
        0900 0100 7665746800 000000                            #   IFLA_INFO_KIND veth
      0800 2500 01000000                                       # IFLA_LINK_NETNSID
      0800 0500 08000000                                       # IFLA_LINK
      0c00 0600 6e6f717565756500                               # IFLA_QDISC noqueue
      c001 1a00                                                # IFLA_AF_SPEC
        8c00 0200                                              #   AF_INET
          8800 0100                                            #     IFLA_INET_CONF
            00000000 00000000 00000000 01000000 01000000 01000000 01000000 00000000 01000000 00000000 00000000 00000000
            00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
            00000000 00000000 10270000 e8030000 00000000 00000000 00000000 00000000 01000000
        3001 0a00                                              #   AF_INET6
          0800 0100 00000080                                   #     IFLA_INET6_FLAGS
          1400 0500 ffff00009c570600b46f0000e8030000           #     IFLA_INET6_CACHEINFO
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
      type: 'ether', index: 4, flags: ['UP', 'BROADCAST', 'RUNNING', 'MULTICAST', 'LOWER_UP'], ifname: 'vb', txqlen: 1000,
      operstate: 'up', linkmode: 'default', netnsImmutable: false, mtu: 1500, minMtu: 68, maxMtu: 65535, group: 0, promiscuity: 0,
      allmulti: 0, numTxQueues: 2, gsoMaxSegs: 65535, gsoMaxSize: 65536, groMaxSize: 65536, gsoIpv4MaxSize: 65536, groIpv4MaxSize: 65536,
      tsoMaxSize: 524280, tsoMaxSegs: 65535, maxPacingOffloadHorizon: 0, numRxQueues: 2, carrier: true, carrierChanges: 2,
      carrierUpCount: 1, carrierDownCount: 1, headroom: 0, tailroom: 0, protoDown: false, address: '2e:d9:80:ee:9f:d2',
      broadcast: 'ff:ff:ff:ff:ff:ff', stats64: { rxPackets: 1, txPackets: 1, rxBytes: 90, txBytes: 90 },
      stats: { rxPackets: 1, txPackets: 1, rxBytes: 90, txBytes: 90 }, xdp: { attached: 'none' }, linkinfo: { kind: 'veth' },
      linkNetnsid: 1, link: 8, qdisc: 'noqueue',
      afSpec: {
        inet: {
          conf: {
            acceptRedirects: 1, secureRedirects: 1, sendRedirects: 1, sharedMedia: 1, acceptSourceRoute: 1,
            igmpv2UnsolicitedReportInterval: 10000, igmpv3UnsolicitedReportInterval: 1000, arpEvictNocarrier: 1,
          },
        },
        inet6: {
          flags: ['ready'], cacheinfo: { maxReasmLen: 65535, tstamp: 415644, reachableTime: 28596, retransTime: 1000 },
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

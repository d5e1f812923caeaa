// What the kernel tells of loopback when it is asked for everything, counters of IPv6 included.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const loopbackAnswers: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip link show lo',
    type: 'RTM_NEWLINK', flags: [],
    bytes: `
      bc050000 1000 0000 00000000 00000000                     # nlmsghdr
      00 00 0403 01000000 49000100 00000000                    # ifinfomsg
      0700 0300 6c6f00 00                                      # IFLA_IFNAME lo
      0800 0d00 e8030000                                       # IFLA_TXQLEN
      0500 1000 00 000000                                      # IFLA_OPERSTATE
      0500 1100 00 000000                                      # IFLA_LINKMODE
      0500 4300 01 000000                                      # IFLA_NETNS_IMMUTABLE
      0800 0400 00000100                                       # IFLA_MTU
      0800 3200 00000000                                       # IFLA_MIN_MTU
      0800 3300 00000000                                       # IFLA_MAX_MTU
      0800 1b00 00000000                                       # IFLA_GROUP
      0800 1e00 00000000                                       # IFLA_PROMISCUITY
      0800 3d00 00000000                                       # IFLA_ALLMULTI
      0800 1f00 01000000                                       # IFLA_NUM_TX_QUEUES
      0800 2800 ffff0000                                       # IFLA_GSO_MAX_SEGS
      0800 2900 00000100                                       # IFLA_GSO_MAX_SIZE
      0800 3a00 00000100                                       # IFLA_GRO_MAX_SIZE
      0800 3f00 00000100                                       # IFLA_GSO_IPV4_MAX_SIZE
      0800 4000 00000100                                       # IFLA_GRO_IPV4_MAX_SIZE
      0800 3b00 f8ff0700                                       # IFLA_TSO_MAX_SIZE
      0800 3c00 ffff0000                                       # IFLA_TSO_MAX_SEGS
      0800 4200 00000000                                       # IFLA_MAX_PACING_OFFLOAD_HORIZON
      0800 2000 01000000                                       # IFLA_NUM_RX_QUEUES
      0500 2100 01 000000                                      # IFLA_CARRIER
      0800 2300 00000000                                       # IFLA_CARRIER_CHANGES
      0800 2f00 00000000                                       # IFLA_CARRIER_UP_COUNT
      0800 3000 00000000                                       # IFLA_CARRIER_DOWN_COUNT
      0600 4400 0000 0000                                      # IFLA_HEADROOM
      0600 4500 0000 0000                                      # IFLA_TAILROOM
      0500 2700 00 000000                                      # IFLA_PROTO_DOWN
      0a00 0100 000000000000 0000                              # IFLA_ADDRESS
      0a00 0200 000000000000 0000                              # IFLA_BROADCAST
      cc00 1700                                                # IFLA_STATS64
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000
      6400 0700                                                # IFLA_STATS
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0c00 2b00                                                # IFLA_XDP
        0500 0200 00 000000                                    #   IFLA_XDP_ATTACHED
      0c00 0600 6e6f717565756500                               # IFLA_QDISC noqueue
      3003 1a00                                                # IFLA_AF_SPEC
        8c00 0200                                              #   AF_INET
          8800 0100                                            #     IFLA_INET_CONF
            00000000 00000000 00000000 01000000 01000000 01000000 01000000 00000000 01000000 00000000 00000000 00000000
            00000000 00000000 01000000 01000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
            00000000 00000000 10270000 e8030000 00000000 00000000 00000000 00000000 01000000
        a002 0a00                                              #   AF_INET6
          0800 0100 00000080                                   #     IFLA_INET6_FLAGS
          1400 0500 ffff0000c0570600308e0000e8030000           #     IFLA_INET6_CACHEINFO
          f400 0200                                            #     IFLA_INET6_CONF
            00000000 40000000 00000100 01000000 01000000 01000000 01000000 ffffffff a00f0000 e8030000 ffffffff 803a0900
            80510100 03000000 58020000 10000000 00000000 01000000 01000000 01000000 60ea0000 00000000 00000000 00000000
            00000000 00000000 00000000 ffffffff 00000000 00000000 10270000 e8030000 01000000 00000000 00000000 01000000
            00000000 00000000 01000000 00000000 00000000 00000000 00000000 80ee3600 00000000 00000000 01000000 00000000
            00000000 00000000 00000000 00000000 00040000 00000000 ffff0000 ffffffff 01000000 00000000 00000000 00000000
          3401 0300                                            #     IFLA_INET6_STATS
            26000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
            00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
            00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
            00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
            00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
            00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
            00000000 00000000 00000000 00000000
          3c00 0600                                            #     IFLA_INET6_ICMP6STATS
            07000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
            00000000 00000000
          1400 0700 00000000000000000000000000000000           #     IFLA_INET6_TOKEN
          0500 0800 00 000000                                  #     IFLA_INET6_ADDR_GEN_MODE
      2400 0e00                                                # IFLA_MAP
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0400 3e80                                                # IFLA_DEVLINK_PORT
      0400 4180                                                # IFLA_DPLL_PIN
    `,
    object: {
      type: 'loopback', index: 1, flags: ['UP', 'LOOPBACK', 'RUNNING', 'LOWER_UP'], ifname: 'lo', txqlen: 1000, operstate: 'unknown',
      linkmode: 'default', netnsImmutable: true, mtu: 65536, minMtu: 0, maxMtu: 0, group: 0, promiscuity: 0, allmulti: 0, numTxQueues: 1,
      gsoMaxSegs: 65535, gsoMaxSize: 65536, groMaxSize: 65536, gsoIpv4MaxSize: 65536, groIpv4MaxSize: 65536, tsoMaxSize: 524280,
      tsoMaxSegs: 65535, maxPacingOffloadHorizon: 0, numRxQueues: 1, carrier: true, carrierChanges: 0, carrierUpCount: 0,
      carrierDownCount: 0, headroom: 0, tailroom: 0, protoDown: false, address: '00:00:00:00:00:00', broadcast: '00:00:00:00:00:00',
      stats64: {}, stats: {}, xdp: { attached: 'none' }, qdisc: 'noqueue',
      afSpec: {
        inet: {
          conf: {
            acceptRedirects: 1, secureRedirects: 1, sendRedirects: 1, sharedMedia: 1, acceptSourceRoute: 1, noxfrm: 1, nopolicy: 1,
            igmpv2UnsolicitedReportInterval: 10000, igmpv3UnsolicitedReportInterval: 1000, arpEvictNocarrier: 1,
          },
        },
        inet6: {
          flags: ['ready'], cacheinfo: { maxReasmLen: 65535, tstamp: 415680, reachableTime: 36400, retransTime: 1000 },
          conf: {
            hoplimit: 64, mtu6: 65536, acceptRa: 1, acceptRedirects: 1, autoconf: 1, dadTransmits: 1, rtrSolicits: -1,
            rtrSolicitInterval: 4000, rtrSolicitDelay: 1000, useTempaddr: -1, tempValidLft: 604800, tempPreferedLft: 86400,
            regenMaxRetry: 3, maxDesyncFactor: 600, maxAddresses: 16, acceptRaDefrtr: 1, acceptRaPinfo: 1, acceptRaRtrPref: 1,
            rtrProbeInterval: 60000, acceptDad: -1, mldv1UnsolicitedReportInterval: 10000, mldv2UnsolicitedReportInterval: 1000,
            suppressFragNdisc: 1, acceptRaMtu: 1, acceptRaMinHopLimit: 1, rtrSolicitMaxInterval: 3600000, enhancedDad: 1,
            raDefrtrMetric: 1024, ioam6Id: 65535, ioam6IdWide: -1, ndiscEvictNocarrier: 1,
          },
          stats: [38, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
          icmp6stats: { num: 7 }, token: '::', addrGenMode: 'eui64',
        },
      },
      map: {}, devlinkPort: {}, dpllPin: {},
    },
  },
]

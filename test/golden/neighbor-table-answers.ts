// What Linux 6.12 answers about the tables of neighbours, about forwarding, and about proxies.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const neighborTableAnswers: readonly Fixture<typeof messages.neighborTable>[] = [
  {
    command: 'ip -4 ntable show',
    type: 'RTM_NEWNEIGHTBL', flags: ['NLM_F_MULTI'],
    bytes: `
      78010000 4000 0200 00000000 00000000                     # nlmsghdr
      02 00 0000                                               # ndtmsg
      0e00 0100 6172705f636163686500 0000                      # NDTA_NAME arp_cache
      0c00 0800 3075000000000000                               # NDTA_GC_INTERVAL
      0800 0200 80000000                                       # NDTA_THRESH1
      0800 0300 00020000                                       # NDTA_THRESH2
      0800 0400 00040000                                       # NDTA_THRESH3
      2400 0500                                                # NDTA_CONFIG
                                                               #   ndt_config
          04009801 03000000 88160000 e801fbff 1f92179c 07000000 00000000 00000000
      5c00 0700                                                # NDTA_STATS
                                                               #   ndt_stats
          03000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 08000000 00000000 00000000 00000000
          00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      b000 0600                                                # NDTA_PARMS
        0800 0200 01000000                                     #   NDTPA_REFCNT
        0800 1000 00400300                                     #   NDTPA_QUEUE_LENBYTES
        0800 0800 65000000                                     #   NDTPA_QUEUE_LEN
        0800 0e00 40000000                                     #   NDTPA_PROXY_QLEN
        0800 0900 00000000                                     #   NDTPA_APP_PROBES
        0800 0a00 03000000                                     #   NDTPA_UCAST_PROBES
        0800 0b00 03000000                                     #   NDTPA_MCAST_PROBES
        0800 1100 00000000                                     #   NDTPA_MCAST_REPROBES
        0c00 0300 0841000000000000                             #   NDTPA_REACHABLE_TIME
        0c00 0400 3075000000000000                             #   NDTPA_BASE_REACHABLE_TIME
        0c00 0600 60ea000000000000                             #   NDTPA_GC_STALETIME
        0c00 0700 8813000000000000                             #   NDTPA_DELAY_PROBE_TIME
        0c00 0500 e803000000000000                             #   NDTPA_RETRANS_TIME
        0c00 0c00 e803000000000000                             #   NDTPA_ANYCAST_DELAY
        0c00 0d00 2003000000000000                             #   NDTPA_PROXY_DELAY
        0c00 0f00 e803000000000000                             #   NDTPA_LOCKTIME
        0c00 1300 8813000000000000                             #   NDTPA_INTERVAL_PROBE_TIME_MS
    `,
    object: {
      family: 'inet', name: 'arp_cache', gcInterval: 30000, thresh1: 128, thresh2: 512, thresh3: 1024, config: { keyLen: 4,
      entrySize: 408, entries: 3, lastFlush: 5768, lastRand: 4294640104, hashRnd: 2618790431, hashMask: 7 }, stats: { allocs: 3,
      lookups: 8 }, parms: { refcnt: 1, queueLenbytes: 212992, queueLen: 101, proxyQlen: 64, appProbes: 0, ucastProbes: 3,
      mcastProbes: 3, mcastReprobes: 0, reachableTime: 16648, baseReachableTime: 30000, gcStaletime: 60000,
      delayProbeTime: 5000, retransTime: 1000, anycastDelay: 1000, proxyDelay: 800, locktime: 1000, intervalProbeTimeMs: 5000 },
    },
  },
  {
    command: 'ip -4 ntable show',
    type: 'RTM_NEWNEIGHTBL', flags: ['NLM_F_MULTI'],
    bytes: `
      dc000000 4000 0200 00000000 00000000                     # nlmsghdr
      02 00 0000                                               # ndtmsg
      0e00 0100 6172705f636163686500 0000                      # NDTA_NAME arp_cache
      b800 0600                                                # NDTA_PARMS
        0800 0100 07000000                                     #   NDTPA_IFINDEX
        0800 0200 01000000                                     #   NDTPA_REFCNT
        0800 1000 00400300                                     #   NDTPA_QUEUE_LENBYTES
        0800 0800 65000000                                     #   NDTPA_QUEUE_LEN
        0800 0e00 40000000                                     #   NDTPA_PROXY_QLEN
        0800 0900 00000000                                     #   NDTPA_APP_PROBES
        0800 0a00 03000000                                     #   NDTPA_UCAST_PROBES
        0800 0b00 03000000                                     #   NDTPA_MCAST_PROBES
        0800 1100 00000000                                     #   NDTPA_MCAST_REPROBES
        0c00 0300 18af000000000000                             #   NDTPA_REACHABLE_TIME
        0c00 0400 3075000000000000                             #   NDTPA_BASE_REACHABLE_TIME
        0c00 0600 60ea000000000000                             #   NDTPA_GC_STALETIME
        0c00 0700 8813000000000000                             #   NDTPA_DELAY_PROBE_TIME
        0c00 0500 e803000000000000                             #   NDTPA_RETRANS_TIME
        0c00 0c00 e803000000000000                             #   NDTPA_ANYCAST_DELAY
        0c00 0d00 2003000000000000                             #   NDTPA_PROXY_DELAY
        0c00 0f00 e803000000000000                             #   NDTPA_LOCKTIME
        0c00 1300 8813000000000000                             #   NDTPA_INTERVAL_PROBE_TIME_MS
    `,
    object: {
      family: 'inet', name: 'arp_cache', parms: { ifindex: 7, refcnt: 1, queueLenbytes: 212992, queueLen: 101, proxyQlen: 64,
      appProbes: 0, ucastProbes: 3, mcastProbes: 3, mcastReprobes: 0, reachableTime: 44824, baseReachableTime: 30000,
      gcStaletime: 60000, delayProbeTime: 5000, retransTime: 1000, anycastDelay: 1000, proxyDelay: 800, locktime: 1000,
      intervalProbeTimeMs: 5000 },
    },
  },
]

export const netconfAnswers: readonly Fixture<typeof messages.netconf>[] = [
  {
    command: 'ip netconf show',
    type: 'RTM_NEWNETCONF', flags: ['NLM_F_MULTI'],
    bytes: `
      4c000000 5000 0200 00000000 00000000                     # nlmsghdr
      02 000000                                                # netconfmsg
      0800 0100 01000000                                       # NETCONFA_IFINDEX
      0800 0200 00000000                                       # NETCONFA_FORWARDING
      0800 0300 00000000                                       # NETCONFA_RP_FILTER
      0800 0400 00000000                                       # NETCONFA_MC_FORWARDING
      0800 0800 00000000                                       # NETCONFA_BC_FORWARDING
      0800 0500 00000000                                       # NETCONFA_PROXY_NEIGH
      0800 0600 00000000                                       # NETCONFA_IGNORE_ROUTES_WITH_LINKDOWN
    `,
    object: {
      family: 'inet', ifindex: 1, forwarding: 0, rpFilter: 0, mcForwarding: 0, bcForwarding: 0, proxyNeigh: 0,
      ignoreRoutesWithLinkdown: 0,
    },
  },
  {
    command: 'ip netconf show',
    type: 'RTM_NEWNETCONF', flags: ['NLM_F_MULTI'],
    bytes: `
      4c000000 5000 0200 00000000 00000000                     # nlmsghdr
      02 000000                                                # netconfmsg
      0800 0100 04000000                                       # NETCONFA_IFINDEX
      0800 0200 00000000                                       # NETCONFA_FORWARDING
      0800 0300 00000000                                       # NETCONFA_RP_FILTER
      0800 0400 00000000                                       # NETCONFA_MC_FORWARDING
      0800 0800 00000000                                       # NETCONFA_BC_FORWARDING
      0800 0500 00000000                                       # NETCONFA_PROXY_NEIGH
      0800 0600 00000000                                       # NETCONFA_IGNORE_ROUTES_WITH_LINKDOWN
    `,
    object: {
      family: 'inet', ifindex: 4, forwarding: 0, rpFilter: 0, mcForwarding: 0, bcForwarding: 0, proxyNeigh: 0,
      ignoreRoutesWithLinkdown: 0,
    },
  },
  {
    command: 'ip netconf show',
    type: 'RTM_NEWNETCONF', flags: ['NLM_F_MULTI'],
    bytes: `
      4c000000 5000 0200 00000000 00000000                     # nlmsghdr
      02 000000                                                # netconfmsg
      0800 0100 07000000                                       # NETCONFA_IFINDEX
      0800 0200 00000000                                       # NETCONFA_FORWARDING
      0800 0300 00000000                                       # NETCONFA_RP_FILTER
      0800 0400 00000000                                       # NETCONFA_MC_FORWARDING
      0800 0800 00000000                                       # NETCONFA_BC_FORWARDING
      0800 0500 00000000                                       # NETCONFA_PROXY_NEIGH
      0800 0600 00000000                                       # NETCONFA_IGNORE_ROUTES_WITH_LINKDOWN
    `,
    object: {
      family: 'inet', ifindex: 7, forwarding: 0, rpFilter: 0, mcForwarding: 0, bcForwarding: 0, proxyNeigh: 0,
      ignoreRoutesWithLinkdown: 0,
    },
  },
]

export const neighborMoreAnswers: readonly Fixture<typeof messages.neighbor>[] = [
  {
    command: 'ip neigh show proxy',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_MULTI'],
    bytes: `
      2c000000 1c00 0200 00000000 00000000                     # nlmsghdr
      02 00 0000 04000000 0000 08 01                           # ndmsg
      0800 0100 0a000007                                       # NDA_DST
      0500 0c00 0b 000000                                      # NDA_PROTOCOL
    `,
    object: { family: 'inet', ifindex: 4, flags: ['proxy'], type: 'unicast', dst: '10.0.0.7', protocol: 'zebra' },
  },
  {
    command: 'ip neigh show dev v0',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      40000000 1c00 2200 00000000 00000000                     # nlmsghdr
      02 00 0000 04000000 0100 00 01                           # ndmsg
      0800 0100 0a000009                                       # NDA_DST
      0800 0400 06000000                                       # NDA_PROBES
      1400 0300                                                # NDA_CACHEINFO
        a0180000 66000000 30010000 01000000                    #   nda_cacheinfo
    `,
    object: {
      family: 'inet', ifindex: 4, state: ['incomplete'], type: 'unicast', dst: '10.0.0.9', probes: 6,
      cacheinfo: { confirmed: 6304, used: 102, updated: 304, refcnt: 1 },
    },
  },
  {
    command: 'ip neigh show dev v0',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      48000000 1c00 2200 00000000 00000000                     # nlmsghdr
      02 00 0000 04000000 0100 00 01                           # ndmsg
      0800 0100 0a000008                                       # NDA_DST
      0800 0400 06000000                                       # NDA_PROBES
      1400 0300                                                # NDA_CACHEINFO
        88180000 96000000 18010000 01000000                    #   nda_cacheinfo
      0800 0f00 01000000                                       # NDA_FLAGS_EXT
    `,
    object: {
      family: 'inet', ifindex: 4, state: ['incomplete'], type: 'unicast', dst: '10.0.0.8', probes: 6,
      cacheinfo: { confirmed: 6280, used: 150, updated: 280, refcnt: 1 }, flagsExt: ['managed'],
    },
  },
  {
    command: 'ip neigh show dev v0',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      58000000 1c00 2200 00000000 00000000                     # nlmsghdr
      0a 00 0000 04000000 4000 00 05                           # ndmsg
      1400 0100 ff020000000000000000000000000002               # NDA_DST
      0a00 0200 333300000002 0000                              # NDA_LLADDR
      0800 0400 00000000                                       # NDA_PROBES
      1400 0300                                                # NDA_CACHEINFO
        16180000 a6000000 a6000000 00000000                    #   nda_cacheinfo
    `,
    object: {
      family: 'inet6', ifindex: 4, state: ['noarp'], type: 'multicast', dst: 'ff02::2', lladdr: '33:33:00:00:00:02', probes: 0,
      cacheinfo: { confirmed: 6166, used: 166, updated: 166 },
    },
  },
  {
    command: 'ip neigh show dev v0',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      58000000 1c00 2200 00000000 00000000                     # nlmsghdr
      0a 00 0000 04000000 4000 00 05                           # ndmsg
      1400 0100 ff0200000000000000000001ff312b6e               # NDA_DST
      0a00 0200 3333ff312b6e 0000                              # NDA_LLADDR
      0800 0400 00000000                                       # NDA_PROBES
      1400 0300                                                # NDA_CACHEINFO
        7d180000 0d010000 0d010000 00000000                    #   nda_cacheinfo
    `,
    object: {
      family: 'inet6', ifindex: 4, state: ['noarp'], type: 'multicast', dst: 'ff02::1:ff31:2b6e', lladdr: '33:33:ff:31:2b:6e',
      probes: 0, cacheinfo: { confirmed: 6269, used: 269, updated: 269 },
    },
  },
  {
    command: 'ip neigh show dev v0',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      58000000 1c00 2200 00000000 00000000                     # nlmsghdr
      0a 00 0000 04000000 4000 00 05                           # ndmsg
      1400 0100 ff020000000000000000000000000016               # NDA_DST
      0a00 0200 333300000016 0000                              # NDA_LLADDR
      0800 0400 00000000                                       # NDA_PROBES
      1400 0300                                                # NDA_CACHEINFO
        d8180000 68010000 68010000 00000000                    #   nda_cacheinfo
    `,
    object: {
      family: 'inet6', ifindex: 4, state: ['noarp'], type: 'multicast', dst: 'ff02::16', lladdr: '33:33:00:00:00:16', probes: 0,
      cacheinfo: { confirmed: 6360, used: 360, updated: 360 },
    },
  },
  {
    command: 'ip neighbour get proxy 10.0.0.7 dev v0',
    type: 'RTM_NEWNEIGH', flags: [],
    bytes: `
      2c000000 1c00 0000 00000000 00000000                     # nlmsghdr
      02 00 0000 04000000 0000 08 01                           # ndmsg
      0800 0100 0a000007                                       # NDA_DST
      0500 0c00 0b 000000                                      # NDA_PROTOCOL
    `,
    object: { family: 'inet', ifindex: 4, flags: ['proxy'], type: 'unicast', dst: '10.0.0.7', protocol: 'zebra' },
  },
]

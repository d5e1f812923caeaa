// What the tables of neighbours are set to (ip-ntable(8)), and what links are set to as far as forwarding goes (ip-netconf(8)).

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const neighborTables: readonly Fixture<typeof messages.neighborTable>[] = [
  {
    command: 'ip ntable show',
    type: 'RTM_GETNEIGHTBL', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      14000000 4200 0103 00000000 00000000                     # nlmsghdr
      00 00 0000                                               # ndtmsg
    `,
    object: {},
  },
  {
    command: 'ip -4 ntable show dev v0',
    type: 'RTM_GETNEIGHTBL', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      14000000 4200 0103 00000000 00000000                     # nlmsghdr
      02 00 0000                                               # ndtmsg
    `,
    object: { family: 'inet' },
  },
  {
    command: 'ip ntable change name arp_cache dev v0 base_reachable 40000 retrans 2000 gc_stale 70000 delay_probe 6000 queue ' +
      '50 app_probes 1 ucast_probes 4 mcast_probes 5 anycast_delay 900 proxy_delay 700 proxy_queue 65 locktime 900',
    type: 'RTM_SETNEIGHTBL', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_REPLACE'],
    bytes: `
      ac000000 4300 0501 00000000 00000000                     # nlmsghdr
      00 00 0000                                               # ndtmsg
      0e00 0100 6172705f636163686500 0000                      # NDTA_NAME arp_cache
      8800 0600                                                # NDTA_PARMS
        0800 0100 04000000                                     #   NDTPA_IFINDEX
        0c00 0400 409c000000000000                             #   NDTPA_BASE_REACHABLE_TIME
        0c00 0500 d007000000000000                             #   NDTPA_RETRANS_TIME
        0c00 0600 7011010000000000                             #   NDTPA_GC_STALETIME
        0c00 0700 7017000000000000                             #   NDTPA_DELAY_PROBE_TIME
        0800 0800 32000000                                     #   NDTPA_QUEUE_LEN
        0800 0900 01000000                                     #   NDTPA_APP_PROBES
        0800 0a00 04000000                                     #   NDTPA_UCAST_PROBES
        0800 0b00 05000000                                     #   NDTPA_MCAST_PROBES
        0c00 0c00 8403000000000000                             #   NDTPA_ANYCAST_DELAY
        0c00 0d00 bc02000000000000                             #   NDTPA_PROXY_DELAY
        0800 0e00 41000000                                     #   NDTPA_PROXY_QLEN
        0c00 0f00 8403000000000000                             #   NDTPA_LOCKTIME
    `,
    object: {
      name: 'arp_cache', parms: { ifindex: 4, baseReachableTime: 40000, retransTime: 2000, gcStaletime: 70000,
      delayProbeTime: 6000, queueLen: 50, appProbes: 1, ucastProbes: 4, mcastProbes: 5, anycastDelay: 900, proxyDelay: 700,
      proxyQlen: 65, locktime: 900 },
    },
  },
  {
    command: 'ip ntable change name ndisc_cache thresh1 200 thresh2 600 thresh3 2048 gc_int 40000',
    type: 'RTM_SETNEIGHTBL', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_REPLACE'],
    bytes: `
      48000000 4300 0501 00000000 00000000                     # nlmsghdr
      00 00 0000                                               # ndtmsg
      1000 0100 6e646973635f636163686500                       # NDTA_NAME ndisc_cache
      0800 0200 c8000000                                       # NDTA_THRESH1
      0800 0300 58020000                                       # NDTA_THRESH2
      0800 0400 00080000                                       # NDTA_THRESH3
      0c00 0800 409c000000000000                               # NDTA_GC_INTERVAL
    `,
    object: { name: 'ndisc_cache', thresh1: 200, thresh2: 600, thresh3: 2048, gcInterval: 40000 },
  },
]

export const netconf: readonly Fixture<typeof messages.netconf>[] = [
  {
    command: 'ip netconf show',
    type: 'RTM_GETNETCONF', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      14000000 5200 0103 00000000 00000000                     # nlmsghdr
      00 000000                                                # netconfmsg
    `,
    object: {},
  },
  {
    command: 'ip -4 netconf show dev v0',
    type: 'RTM_GETNETCONF', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      1c000000 5200 0500 00000000 00000000                     # nlmsghdr
      02 000000                                                # netconfmsg
      0800 0100 04000000                                       # NETCONFA_IFINDEX
    `,
    object: { family: 'inet', ifindex: 4 },
  },
  {
    command: 'ip -6 netconf show',
    type: 'RTM_GETNETCONF', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      14000000 5200 0103 00000000 00000000                     # nlmsghdr
      0a 000000                                                # netconfmsg
    `,
    object: { family: 'inet6' },
  },
]

export const neighborMore: readonly Fixture<typeof messages.neighbor>[] = [
  {
    command: 'ip neighbour add 192.168.15.4 dev v0 router extern_learn',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      24000000 1c00 0506 00000000 00000000                     # nlmsghdr
      02 00 0000 04000000 8000 90 00                           # ndmsg
      0800 0100 c0a80f04                                       # NDA_DST
    `,
    object: { family: 'inet', ifindex: 4, state: ['permanent'], flags: ['extern_learn', 'router'], dst: '192.168.15.4' },
  },
  {
    command: 'ip neighbour add 192.168.15.5 lladdr 02:00:00:00:00:05 dev v0 managed',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      38000000 1c00 0506 00000000 00000000                     # nlmsghdr
      02 00 0000 04000000 0000 00 00                           # ndmsg
      0800 0100 c0a80f05                                       # NDA_DST
      0800 0f00 01000000                                       # NDA_FLAGS_EXT
      0a00 0200 020000000005 0000                              # NDA_LLADDR
    `,
    object: { family: 'inet', ifindex: 4, dst: '192.168.15.5', flagsExt: ['managed'], lladdr: '02:00:00:00:00:05' },
  },
  {
    command: 'ip neighbour add proxy 192.168.15.8 dev v0 proto zebra',
    type: 'RTM_NEWNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      2c000000 1c00 0506 00000000 00000000                     # nlmsghdr
      02 00 0000 04000000 8000 08 00                           # ndmsg
      0500 0c00 0b 000000                                      # NDA_PROTOCOL
      0800 0100 c0a80f08                                       # NDA_DST
    `,
    object: { family: 'inet', ifindex: 4, state: ['permanent'], flags: ['proxy'], protocol: 'zebra', dst: '192.168.15.8' },
  },
  {
    command: 'ip neighbour get proxy 192.168.15.7 dev v0',
    type: 'RTM_GETNEIGH', flags: ['NLM_F_REQUEST'],
    bytes: `
      24000000 1e00 0100 00000000 00000000                     # nlmsghdr
      02 00 0000 04000000 0000 08 00                           # ndmsg
      0800 0100 c0a80f07                                       # NDA_DST
    `,
    object: { family: 'inet', ifindex: 4, flags: ['proxy'], dst: '192.168.15.7' },
  },
  {
    command: 'ip neighbour get 192.168.15.2 dev v0',
    type: 'RTM_GETNEIGH', flags: ['NLM_F_REQUEST'],
    bytes: `
      24000000 1e00 0100 00000000 00000000                     # nlmsghdr
      02 00 0000 04000000 0000 00 00                           # ndmsg
      0800 0100 c0a80f02                                       # NDA_DST
    `,
    object: { family: 'inet', ifindex: 4, dst: '192.168.15.2' },
  },
  {
    command: 'ip neighbour show proxy dev v0',
    type: 'RTM_GETNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      24000000 1e00 0103 00000000 00000000                     # nlmsghdr
      00 00 0000 00000000 0000 08 00                           # ndmsg
      0800 0800 04000000                                       # NDA_IFINDEX
    `,
    object: { flags: ['proxy'], ndaIfindex: 4 },
  },
  {
    command: 'ip neighbour show nomaster',
    type: 'RTM_GETNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      24000000 1e00 0103 00000000 00000000                     # nlmsghdr
      00 00 0000 00000000 0000 00 00                           # ndmsg
      0800 0900 ffffffff                                       # NDA_MASTER
    `,
    object: { master: 4294967295 },
  },
  {
    command: 'ip -6 neighbour show proxy',
    type: 'RTM_GETNEIGH', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      1c000000 1e00 0103 00000000 00000000                     # nlmsghdr
      0a 00 0000 00000000 0000 08 00                           # ndmsg
    `,
    object: { family: 'inet6', flags: ['proxy'] },
  },
]

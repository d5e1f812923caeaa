// What the kernel tells those who listen (`ip monitor all-nsid`), beside the command that made it happen: deletions, a link that moves to
// another namespace, ids of namespaces. News of what was made look like answers.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const linkEvents: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip link set v1 netns red',
    type: 'RTM_DELLINK', flags: [],
    bytes: `
      b8020000 1100 0000 00000000 00000000                     # nlmsghdr
      00 00 0100 02000000 02100000 ffffffff                    # ifinfomsg
      0700 0300 763100 00                                      # IFLA_IFNAME v1
      0800 0d00 e8030000                                       # IFLA_TXQLEN
      0500 1000 02 000000                                      # IFLA_OPERSTATE
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
      0500 2100 00 000000                                      # IFLA_CARRIER
      0800 2300 03000000                                       # IFLA_CARRIER_CHANGES
      0800 2f00 01000000                                       # IFLA_CARRIER_UP_COUNT
      0800 3000 02000000                                       # IFLA_CARRIER_DOWN_COUNT
      0600 4400 0000 0000                                      # IFLA_HEADROOM
      0600 4500 0000 0000                                      # IFLA_TAILROOM
      0500 2700 00 000000                                      # IFLA_PROTO_DOWN
      0a00 0100 76b22bcba605 0000                              # IFLA_ADDRESS
      0a00 0200 ffffffffffff 0000                              # IFLA_BROADCAST
      cc00 1700                                                # IFLA_STATS64
        02000000 00000000 02000000 00000000 c8000000 00000000 b0000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000
      6400 0700                                                # IFLA_STATS
        02000000 02000000 c8000000 b0000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0c00 2b00                                                # IFLA_XDP
        0500 0200 00 000000                                    #   IFLA_XDP_ATTACHED
      1000 1200                                                # IFLA_LINKINFO
        0900 0100 7665746800 000000                            #   IFLA_INFO_KIND veth
      0800 2d00 00000000                                       # IFLA_NEW_NETNSID
      0800 3100 02000000                                       # IFLA_NEW_IFINDEX
      0800 0500 03000000                                       # IFLA_LINK
      0900 0600 6e6f6f7000 000000                              # IFLA_QDISC noop
      0400 1a00                                                # IFLA_AF_SPEC
      2400 0e00                                                # IFLA_MAP
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0400 3e80                                                # IFLA_DEVLINK_PORT
      0400 4180                                                # IFLA_DPLL_PIN
    `,
    object: {
      type: 'ether', index: 2, flags: ['BROADCAST', 'MULTICAST'],
      change: [
        'UP', 'BROADCAST', 'DEBUG', 'LOOPBACK', 'POINTOPOINT', 'NOTRAILERS', 'RUNNING', 'NOARP', 'PROMISC', 'ALLMULTI', 'MASTER', 'SLAVE',
        'MULTICAST', 'PORTSEL', 'AUTOMEDIA', 'DYNAMIC', 'LOWER_UP', 'DORMANT', 'ECHO', '0x80000', '0x100000', '0x200000', '0x400000',
        '0x800000', '0x1000000', '0x2000000', '0x4000000', '0x8000000', '0x10000000', '0x20000000', '0x40000000', '0x80000000',
      ],
      ifname: 'v1', txqlen: 1000, operstate: 'down', linkmode: 'default', netnsImmutable: false, mtu: 1500, minMtu: 68, maxMtu: 65535,
      group: 0, promiscuity: 0, allmulti: 0, numTxQueues: 2, gsoMaxSegs: 65535, gsoMaxSize: 65536, groMaxSize: 65536,
      gsoIpv4MaxSize: 65536, groIpv4MaxSize: 65536, tsoMaxSize: 524280, tsoMaxSegs: 65535, maxPacingOffloadHorizon: 0, numRxQueues: 2,
      carrier: false, carrierChanges: 3, carrierUpCount: 1, carrierDownCount: 2, headroom: 0, tailroom: 0, protoDown: false,
      address: '76:b2:2b:cb:a6:05', broadcast: 'ff:ff:ff:ff:ff:ff', stats64: { rxPackets: 2, txPackets: 2, rxBytes: 200, txBytes: 176 },
      stats: { rxPackets: 2, txPackets: 2, rxBytes: 200, txBytes: 176 }, xdp: { attached: 'none' }, linkinfo: { kind: 'veth' },
      newNetnsid: 0, newIfindex: 2, link: 3, qdisc: 'noop', afSpec: {}, map: {}, devlinkPort: {}, dpllPin: {},
    },
  },
  {
    command: 'ip link del v0',
    type: 'RTM_DELLINK', flags: [],
    bytes: `
      a8020000 1100 0000 00000000 00000000                     # nlmsghdr
      00 00 0100 03000000 02100000 ffffffff                    # ifinfomsg
      0700 0300 763000 00                                      # IFLA_IFNAME v0
      0800 0d00 e8030000                                       # IFLA_TXQLEN
      0500 1000 02 000000                                      # IFLA_OPERSTATE
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
      0500 2100 00 000000                                      # IFLA_CARRIER
      0800 2300 03000000                                       # IFLA_CARRIER_CHANGES
      0800 2f00 01000000                                       # IFLA_CARRIER_UP_COUNT
      0800 3000 02000000                                       # IFLA_CARRIER_DOWN_COUNT
      0600 4400 0000 0000                                      # IFLA_HEADROOM
      0600 4500 0000 0000                                      # IFLA_TAILROOM
      0500 2700 00 000000                                      # IFLA_PROTO_DOWN
      0a00 0100 ca65cbf73220 0000                              # IFLA_ADDRESS
      0a00 0200 ffffffffffff 0000                              # IFLA_BROADCAST
      cc00 1700                                                # IFLA_STATS64
        00000000 00000000 02000000 00000000 00000000 00000000 c8000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000
      6400 0700                                                # IFLA_STATS
        00000000 02000000 00000000 c8000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0c00 2b00                                                # IFLA_XDP
        0500 0200 00 000000                                    #   IFLA_XDP_ATTACHED
      1000 1200                                                # IFLA_LINKINFO
        0900 0100 7665746800 000000                            #   IFLA_INFO_KIND veth
      0800 0500 00000000                                       # IFLA_LINK
      0900 0600 6e6f6f7000 000000                              # IFLA_QDISC noop
      0400 1a00                                                # IFLA_AF_SPEC
      2400 0e00                                                # IFLA_MAP
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0400 3e80                                                # IFLA_DEVLINK_PORT
      0400 4180                                                # IFLA_DPLL_PIN
    `,
    object: {
      type: 'ether', index: 3, flags: ['BROADCAST', 'MULTICAST'],
      change: [
        'UP', 'BROADCAST', 'DEBUG', 'LOOPBACK', 'POINTOPOINT', 'NOTRAILERS', 'RUNNING', 'NOARP', 'PROMISC', 'ALLMULTI', 'MASTER', 'SLAVE',
        'MULTICAST', 'PORTSEL', 'AUTOMEDIA', 'DYNAMIC', 'LOWER_UP', 'DORMANT', 'ECHO', '0x80000', '0x100000', '0x200000', '0x400000',
        '0x800000', '0x1000000', '0x2000000', '0x4000000', '0x8000000', '0x10000000', '0x20000000', '0x40000000', '0x80000000',
      ],
      ifname: 'v0', txqlen: 1000, operstate: 'down', linkmode: 'default', netnsImmutable: false, mtu: 1500, minMtu: 68, maxMtu: 65535,
      group: 0, promiscuity: 0, allmulti: 0, numTxQueues: 2, gsoMaxSegs: 65535, gsoMaxSize: 65536, groMaxSize: 65536,
      gsoIpv4MaxSize: 65536, groIpv4MaxSize: 65536, tsoMaxSize: 524280, tsoMaxSegs: 65535, maxPacingOffloadHorizon: 0, numRxQueues: 2,
      carrier: false, carrierChanges: 3, carrierUpCount: 1, carrierDownCount: 2, headroom: 0, tailroom: 0, protoDown: false,
      address: 'ca:65:cb:f7:32:20', broadcast: 'ff:ff:ff:ff:ff:ff', stats64: { txPackets: 2, txBytes: 200 },
      stats: { txPackets: 2, txBytes: 200 }, xdp: { attached: 'none' }, linkinfo: { kind: 'veth' }, link: 0, qdisc: 'noop', afSpec: {},
      map: {}, devlinkPort: {}, dpllPin: {},
    },
  },
]

export const addressEvents: readonly Fixture<typeof messages.address>[] = [
  {
    command: 'ip address del 10.0.0.1/24 dev v0',
    type: 'RTM_DELADDR', flags: [],
    bytes: `
      4c000000 1500 0000 00000000 00000000                     # nlmsghdr
      02 18 80 00 03000000                                     # ifaddrmsg
      0800 0100 0a000001                                       # IFA_ADDRESS
      0800 0200 0a000001                                       # IFA_LOCAL
      0700 0300 763000 00                                      # IFA_LABEL v0
      0800 0800 80000000                                       # IFA_FLAGS
      1400 0600 ffffffffffffffff8c2808008c280800               # IFA_CACHEINFO
    `,
    object: {
      family: 'inet', prefixlen: 24, ifaFlags: 128, index: 3, address: '10.0.0.1', local: '10.0.0.1', label: 'v0', flags: ['permanent'],
      cacheinfo: { ifaPrefered: 4294967295, ifaValid: 4294967295, cstamp: 534668, tstamp: 534668 },
    },
  },
  {
    command: 'ip link del v0',
    type: 'RTM_DELADDR', flags: [],
    bytes: `
      48000000 1500 0000 00000000 00000000                     # nlmsghdr
      0a 40 82 00 03000000                                     # ifaddrmsg
      1400 0100 20010db8000000000000000000000001               # IFA_ADDRESS
      1400 0600 ffffffffffffffff8e2808008e280800               # IFA_CACHEINFO
      0800 0800 82000000                                       # IFA_FLAGS
    `,
    object: {
      family: 'inet6', prefixlen: 64, ifaFlags: 130, index: 3, address: '2001:db8::1',
      cacheinfo: { ifaPrefered: 4294967295, ifaValid: 4294967295, cstamp: 534670, tstamp: 534670 }, flags: ['nodad', 'permanent'],
    },
  },
]

export const routeEvents: readonly Fixture<typeof messages.route>[] = [
  {
    command: 'ip address del 10.0.0.1/24 dev v0',
    type: 'RTM_DELROUTE', flags: [],
    bytes: `
      3c000000 1900 0000 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 02 fd 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      0800 0100 0a000000                                       # RTA_DST
      0800 0700 0a000001                                       # RTA_PREFSRC
      0800 0400 03000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'kernel', scope: 'link', type: 'unicast', table: 254, dst: '10.0.0.0',
      prefsrc: '10.0.0.1', oif: 3,
    },
  },
  {
    command: 'ip -6 route del 2001:db8:1::/64',
    type: 'RTM_DELROUTE', flags: [],
    bytes: `
      88000000 1900 0000 00000000 00000000                     # nlmsghdr
      0a 40 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      1400 0100 20010db8000100000000000000000000               # RTA_DST
      0800 0600 00040000                                       # RTA_PRIORITY
      1400 0500 20010db8000000000000000000000002               # RTA_GATEWAY
      0800 0400 03000000                                       # RTA_OIF
      2400 0c00                                                # RTA_CACHEINFO
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0500 1400 00 000000                                      # RTA_PREF
    `,
    object: {
      family: 'inet6', dstLen: 64, rtmTable: 254, protocol: 'boot', type: 'unicast', table: 254, dst: '2001:db8:1::', priority: 1024,
      gateway: '2001:db8::2', oif: 3, cacheinfo: {}, pref: 'medium',
    },
  },
  {
    command: 'ip link del v0',
    type: 'RTM_DELROUTE', flags: [],
    bytes: `
      74000000 1900 0000 00000000 00000000                     # nlmsghdr
      0a 40 00 00 fe 02 00 01 10000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      1400 0100 20010db8000000000000000000000000               # RTA_DST
      0800 0600 00010000                                       # RTA_PRIORITY
      0800 0400 03000000                                       # RTA_OIF
      2400 0c00                                                # RTA_CACHEINFO
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0500 1400 00 000000                                      # RTA_PREF
    `,
    object: {
      family: 'inet6', dstLen: 64, rtmTable: 254, protocol: 'kernel', type: 'unicast', flags: ['linkdown'], table: 254, dst: '2001:db8::',
      priority: 256, oif: 3, cacheinfo: {}, pref: 'medium',
    },
  },
]

export const neighborEvents: readonly Fixture<typeof messages.neighbor>[] = [
  {
    command: 'ip neigh del 10.0.0.9 dev v0',
    type: 'RTM_DELNEIGH', flags: [],
    bytes: `
      40000000 1d00 0000 00000000 00000000                     # nlmsghdr
      02 00 0000 03000000 2000 00 01                           # ndmsg
      0800 0100 0a000009                                       # NDA_DST
      0800 0400 00000000                                       # NDA_PROBES
      1400 0300 00000000000000000000000000000000               # NDA_CACHEINFO
    `,
    object: { family: 'inet', ifindex: 3, state: ['failed'], type: 'unicast', dst: '10.0.0.9', probes: 0, cacheinfo: {} },
  },
]

export const nsidEvents: readonly Fixture<typeof messages.nsid>[] = [
  {
    command: 'ip netns set blue 9',
    type: 'RTM_NEWNSID', flags: [],
    bytes: `
      1c000000 5800 0000 00000000 00000000                     # nlmsghdr
      00 000000                                                # rtgenmsg
      0800 0100 09000000                                       # NETNSA_NSID
    `,
    object: { nsid: 9 },
  },
  {
    command: 'ip netns del blue',
    type: 'RTM_DELNSID', flags: [],
    bytes: `
      1c000000 5900 0000 00000000 00000000                     # nlmsghdr
      00 000000                                                # rtgenmsg
      0800 0100 09000000                                       # NETNSA_NSID
    `,
    object: { nsid: 9 },
  },
]

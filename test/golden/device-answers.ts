// What the kernel tells of bonds and their ports, VLANs and other kinds on top of links.
// From Linux 6.12 in a virtual machine (capture.ts); of each message the header, the name and the kind's part.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const deviceAnswers: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip link add x type bond mode 802.3ad miimon 100',
    type: 'RTM_NEWLINK', flags: [],
    bytes: `
      18010000 1000 0000 00000000 00000000                # nlmsghdr
      00 00 0100 06000000 02140000 00000000               # ifinfomsg
      0600 0300 7800 0000                                 # IFLA_IFNAME x
      f000 1200                                           # IFLA_LINKINFO
        0900 0100 626f6e6400 000000                       #   IFLA_INFO_KIND bond
        e000 0200                                         #   IFLA_INFO_DATA
          0500 0100 04 000000                             #     IFLA_BOND_MODE
          0800 0300 64000000                              #     IFLA_BOND_MIIMON
          0800 0400 00000000                              #     IFLA_BOND_UPDELAY
          0800 0500 00000000                              #     IFLA_BOND_DOWNDELAY
          0800 1c00 00000000                              #     IFLA_BOND_PEER_NOTIF_DELAY
          0500 0600 01 000000                             #     IFLA_BOND_USE_CARRIER
          0800 0700 00000000                              #     IFLA_BOND_ARP_INTERVAL
          0800 0900 00000000                              #     IFLA_BOND_ARP_VALIDATE
          0800 0a00 00000000                              #     IFLA_BOND_ARP_ALL_TARGETS
          0500 0c00 00 000000                             #     IFLA_BOND_PRIMARY_RESELECT
          0500 0d00 00 000000                             #     IFLA_BOND_FAIL_OVER_MAC
          0500 0e00 00 000000                             #     IFLA_BOND_XMIT_HASH_POLICY
          0800 0f00 01000000                              #     IFLA_BOND_RESEND_IGMP
          0500 1000 01 000000                             #     IFLA_BOND_NUM_PEER_NOTIF
          0500 1100 00 000000                             #     IFLA_BOND_ALL_SLAVES_ACTIVE
          0800 1200 00000000                              #     IFLA_BOND_MIN_LINKS
          0800 1300 01000000                              #     IFLA_BOND_LP_INTERVAL
          0800 1400 01000000                              #     IFLA_BOND_PACKETS_PER_SLAVE
          0500 1d00 01 000000                             #     IFLA_BOND_AD_LACP_ACTIVE
          0500 1500 01 000000                             #     IFLA_BOND_AD_LACP_RATE
          0500 1600 00 000000                             #     IFLA_BOND_AD_SELECT
          0500 1b00 01 000000                             #     IFLA_BOND_TLB_DYNAMIC_LB
          0500 1e00 02 000000                             #     IFLA_BOND_MISSED_MAX
          0500 2000 01 000000                             #     IFLA_BOND_COUPLED_CONTROL
          0600 1800 ffff 0000                             #     IFLA_BOND_AD_ACTOR_SYS_PRIO
          0600 1900 0000 0000                             #     IFLA_BOND_AD_USER_PORT_KEY
          0a00 1a00 000000000000 0000                     #     IFLA_BOND_AD_ACTOR_SYSTEM
    `,
    object: {
      type: 'ether', index: 6, flags: ['BROADCAST', 'MASTER', 'MULTICAST'], ifname: 'x',
      linkinfo: {
        kind: 'bond',
        data: {
          mode: '802.3ad', miimon: 100, updelay: 0, downdelay: 0, peerNotifDelay: 0, useCarrier: true, arpInterval: 0,
          arpValidate: 'none', arpAllTargets: 'any', primaryReselect: 'always', failOverMac: 'none',
          xmitHashPolicy: 'layer2', resendIgmp: 1, numPeerNotif: 1, allSlavesActive: false, minLinks: 0, lpInterval: 1,
          packetsPerSlave: 1, adLacpActive: true, adLacpRate: 'fast', adSelect: 'stable', tlbDynamicLb: true,
          missedMax: 2, coupledControl: true, adActorSysPrio: 65535, adUserPortKey: 0, adActorSystem: '00:00:00:00:00:00',
        },
      },
    },
  },
  {
    command: 'ip link set eth0 down master x',
    type: 'RTM_NEWLINK', flags: [],
    bytes: `
      88000000 1000 0000 00000000 00000000                # nlmsghdr
      00 00 0100 03000000 03180000 00000000               # ifinfomsg
      0900 0300 6574683000 000000                         # IFLA_IFNAME eth0
      5c00 1200                                           # IFLA_LINKINFO
        0900 0100 7665746800 000000                       #   IFLA_INFO_KIND veth
        0900 0400 626f6e6400 000000                       #   IFLA_INFO_SLAVE_KIND bond
        4000 0500                                         #   IFLA_INFO_SLAVE_DATA
          0500 0100 01 000000                             #     IFLA_BOND_SLAVE_STATE
          0500 0200 02 000000                             #     IFLA_BOND_SLAVE_MII_STATUS
          0800 0300 00000000                              #     IFLA_BOND_SLAVE_LINK_FAILURE_COUNT
          0a00 0400 563d4cc2fa8e 0000                     #     IFLA_BOND_SLAVE_PERM_HWADDR
          0600 0500 0000 0000                             #     IFLA_BOND_SLAVE_QUEUE_ID
          0800 0900 00000000                              #     IFLA_BOND_SLAVE_PRIO
          0600 0a00 ff00 0000                             #     IFLA_BOND_SLAVE_ACTOR_PORT_PRIO
    `,
    object: {
      type: 'ether', index: 3, flags: ['UP', 'BROADCAST', 'SLAVE', 'MULTICAST'], ifname: 'eth0',
      linkinfo: {
        kind: 'veth', slaveKind: 'bond',
        slaveData: {
          state: 'backup', miiStatus: 'down', linkFailureCount: 0, permHwaddr: '56:3d:4c:c2:fa:8e', queueId: 0, prio: 0,
          actorPortPrio: 255,
        },
      },
    },
  },
  {
    command: 'ip link add link eth0 name x type vlan id 5 protocol 802.1ad ingress-qos-map 1:2 egress-qos-map 3:4 gvrp on',
    type: 'RTM_NEWLINK', flags: [],
    bytes: `
      78000000 1000 0000 00000000 00000000                # nlmsghdr
      00 00 0100 06000000 02100000 00000000               # ifinfomsg
      0600 0300 7800 0000                                 # IFLA_IFNAME x
      5000 1200                                           # IFLA_LINKINFO
        0900 0100 766c616e00 000000                       #   IFLA_INFO_KIND vlan
        4000 0200                                         #   IFLA_INFO_DATA
          0600 0500 88a8 0000                             #     IFLA_VLAN_PROTOCOL
          0600 0100 0500 0000                             #     IFLA_VLAN_ID
          0c00 0200 03000000 ffffffff                     #     IFLA_VLAN_FLAGS
          1000 0400                                       #     IFLA_VLAN_INGRESS_QOS
            0c00 0100 01000000 02000000                   #       IFLA_VLAN_QOS_MAPPING
          1000 0300                                       #     IFLA_VLAN_EGRESS_QOS
            0c00 0100 03000000 04000000                   #       IFLA_VLAN_QOS_MAPPING
    `,
    object: {
      type: 'ether', index: 6, flags: ['BROADCAST', 'MULTICAST'], ifname: 'x',
      linkinfo: {
        kind: 'vlan',
        data: {
          protocol: '802.1ad', id: 5,
          flags: {
            flags: ['reorder_hdr', 'gvrp'],
            mask: ['reorder_hdr', 'gvrp', 'loose_binding', 'mvrp', 'bridge_binding', '0x20', '0x40', '0x80', '0x100', '0x200', '0x400', '0x800', '0x1000', '0x2000', '0x4000', '0x8000', '0x10000', '0x20000', '0x40000', '0x80000', '0x100000', '0x200000', '0x400000', '0x800000', '0x1000000', '0x2000000', '0x4000000', '0x8000000', '0x10000000', '0x20000000', '0x40000000', '0x80000000'],
          },
          ingressQos: { mapping: [{ from: 1, to: 2 }] }, egressQos: { mapping: [{ from: 3, to: 4 }] },
        },
      },
    },
  },
  {
    command: 'ip link add x type geneve id 100 remote fd00::2 ttl 64 df set',
    type: 'RTM_NEWLINK', flags: [],
    bytes: `
      98000000 1000 0000 00000000 00000000                # nlmsghdr
      00 00 0100 06000000 02100000 00000000               # ifinfomsg
      0600 0300 7800 0000                                 # IFLA_IFNAME x
      7000 1200                                           # IFLA_LINKINFO
        0b00 0100 67656e65766500 00                       #   IFLA_INFO_KIND geneve
        6000 0200                                         #   IFLA_INFO_DATA
          0800 0100 64000000                              #     IFLA_GENEVE_ID
          1400 0700 fd000000000000000000000000000002      #     IFLA_GENEVE_REMOTE6
          0500 0900 00 000000                             #     IFLA_GENEVE_UDP_ZERO_CSUM6_TX
          0500 0300 40 000000                             #     IFLA_GENEVE_TTL
          0500 0400 00 000000                             #     IFLA_GENEVE_TOS
          0800 0b00 00000000                              #     IFLA_GENEVE_LABEL
          0500 0d00 01 000000                             #     IFLA_GENEVE_DF
          0600 0500 17c1 0000                             #     IFLA_GENEVE_PORT
          0500 0a00 00 000000                             #     IFLA_GENEVE_UDP_ZERO_CSUM6_RX
          0500 0c00 00 000000                             #     IFLA_GENEVE_TTL_INHERIT
    `,
    object: {
      type: 'ether', index: 6, flags: ['BROADCAST', 'MULTICAST'], ifname: 'x',
      linkinfo: {
        kind: 'geneve',
        data: {
          id: 100, remote6: 'fd00::2', udpZeroCsum6Tx: false, ttl: 64, tos: 0, label: 0, df: 'set', port: 6081,
          udpZeroCsum6Rx: false, ttlInherit: false,
        },
      },
    },
  },
  {
    command: 'ip link add link eth0 name x type ipvlan mode l2 private',
    type: 'RTM_NEWLINK', flags: [],
    bytes: `
      4c000000 1000 0000 00000000 00000000                # nlmsghdr
      00 00 0100 06000000 02100000 00000000               # ifinfomsg
      0600 0300 7800 0000                                 # IFLA_IFNAME x
      2400 1200                                           # IFLA_LINKINFO
        0b00 0100 6970766c616e00 00                       #   IFLA_INFO_KIND ipvlan
        1400 0200                                         #   IFLA_INFO_DATA
          0600 0100 0000 0000                             #     IFLA_IPVLAN_MODE
          0600 0200 0100 0000                             #     IFLA_IPVLAN_FLAGS
    `,
    object: {
      type: 'ether', index: 6, flags: ['BROADCAST', 'MULTICAST'], ifname: 'x',
      linkinfo: { kind: 'ipvlan', data: { mode: 'l2', flags: ['private'] } },
    },
  },
  {
    command: 'ip link add x type hsr slave1 eth0 slave2 eth2 supervision 45 version 1',
    type: 'RTM_NEWLINK', flags: [],
    bytes: `
      64000000 1000 0000 00000000 00000000                # nlmsghdr
      00 00 0100 06000000 02100000 00000000               # ifinfomsg
      0600 0300 7800 0000                                 # IFLA_IFNAME x
      3c00 1200                                           # IFLA_LINKINFO
        0800 0100 68737200                                #   IFLA_INFO_KIND hsr
        3000 0200                                         #   IFLA_INFO_DATA
          0800 0100 03000000                              #     IFLA_HSR_SLAVE1
          0800 0200 05000000                              #     IFLA_HSR_SLAVE2
          0a00 0400 01154e00012d 0000                     #     IFLA_HSR_SUPERVISION_ADDR
          0600 0500 fffb 0000                             #     IFLA_HSR_SEQ_NR
          0500 0700 00 000000                             #     IFLA_HSR_PROTOCOL
    `,
    object: {
      type: 'ether', index: 6, flags: ['BROADCAST', 'MULTICAST'], ifname: 'x',
      linkinfo: {
        kind: 'hsr', data: { slave1: 3, slave2: 5, supervisionAddr: '01:15:4e:00:01:2d', seqNr: 64511, protocol: 'hsr' },
      },
    },
  },
  {
    command: 'ip link add x type netkit mode l2 forward peer blackhole name y',
    type: 'RTM_NEWLINK', flags: [],
    bytes: `
      6c000000 1000 0000 00000000 00000000                # nlmsghdr
      00 00 0100 07000000 02100000 00000000               # ifinfomsg
      0600 0300 7800 0000                                 # IFLA_IFNAME x
      4400 1200                                           # IFLA_LINKINFO
        0b00 0100 6e65746b697400 00                       #   IFLA_INFO_KIND netkit
        3400 0200                                         #   IFLA_INFO_DATA
          0500 0200 01 000000                             #     IFLA_NETKIT_PRIMARY
          0800 0300 00000000                              #     IFLA_NETKIT_POLICY
          0800 0500 00000000                              #     IFLA_NETKIT_MODE
          0800 0600 01000000                              #     IFLA_NETKIT_SCRUB
          0800 0400 02000000                              #     IFLA_NETKIT_PEER_POLICY
          0800 0700 01000000                              #     IFLA_NETKIT_PEER_SCRUB
    `,
    object: {
      type: 'ether', index: 7, flags: ['BROADCAST', 'MULTICAST'], ifname: 'x',
      linkinfo: {
        kind: 'netkit',
        data: { primary: true, policy: 'pass', mode: 'l2', scrub: 'default', peerPolicy: 'drop', peerScrub: 'default' },
      },
    },
  },
  {
    command: 'ip link add x type vrf table 10',
    type: 'RTM_NEWLINK', flags: [],
    bytes: `
      40000000 1000 0000 00000000 00000000                # nlmsghdr
      00 00 0100 06000000 80040000 00000000               # ifinfomsg
      0600 0300 7800 0000                                 # IFLA_IFNAME x
      1800 1200                                           # IFLA_LINKINFO
        0800 0100 76726600                                #   IFLA_INFO_KIND vrf
        0c00 0200                                         #   IFLA_INFO_DATA
          0800 0100 0a000000                              #     IFLA_VRF_TABLE
    `,
    object: {
      type: 'ether', index: 6, flags: ['NOARP', 'MASTER'], ifname: 'x', linkinfo: { kind: 'vrf', data: { table: 10 } },
    },
  },
  {
    command: 'ip link add x type xfrm dev eth0 if_id 42',
    type: 'RTM_NEWLINK', flags: [],
    bytes: `
      4c000000 1000 0000 00000000 00000000                # nlmsghdr
      00 00 feff 06000000 80000000 00000000               # ifinfomsg
      0600 0300 7800 0000                                 # IFLA_IFNAME x
      2400 1200                                           # IFLA_LINKINFO
        0900 0100 7866726d00 000000                       #   IFLA_INFO_KIND xfrm
        1400 0200                                         #   IFLA_INFO_DATA
          0800 0100 03000000                              #     IFLA_XFRM_LINK
          0800 0200 2a000000                              #     IFLA_XFRM_IF_ID
    `,
    object: { type: 'none', index: 6, flags: ['NOARP'], ifname: 'x', linkinfo: { kind: 'xfrm', data: { link: 3, ifId: 42 } } },
  },
  {
    command: 'ip link add x type gtp role sgsn hsize 512',
    type: 'RTM_NEWLINK', flags: [],
    bytes: `
      50000000 1000 0000 00000000 00000000                # nlmsghdr
      00 00 feff 06000000 90100000 00000000               # ifinfomsg
      0600 0300 7800 0000                                 # IFLA_IFNAME x
      2800 1200                                           # IFLA_LINKINFO
        0800 0100 67747000                                #   IFLA_INFO_KIND gtp
        1c00 0200                                         #   IFLA_INFO_DATA
          0800 0300 00020000                              #     IFLA_GTP_PDP_HASHSIZE
          0800 0400 01000000                              #     IFLA_GTP_ROLE
          0500 0600 00 000000                             #     IFLA_GTP_RESTART_COUNT
    `,
    object: {
      type: 'none', index: 6, flags: ['POINTOPOINT', 'NOARP', 'MULTICAST'], ifname: 'x',
      linkinfo: { kind: 'gtp', data: { pdpHashsize: 512, role: 'sgsn', restartCount: 0 } },
    },
  },
]

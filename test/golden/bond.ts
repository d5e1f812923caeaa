// Bonds and their ports.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const bond: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip link add bond0 type bond',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      38000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0a00 0300 626f6e643000 0000                         # IFLA_IFNAME bond0
      0c00 1200                                           # IFLA_LINKINFO
        0800 0100 626f6e64                                #   IFLA_INFO_KIND bond
    `,
    object: { ifname: 'bond0', linkinfo: { kind: 'bond' } },
  },
  {
    command: 'ip link add bond1 type bond mode active-backup miimon 100 updelay 200 downdelay 300 use_carrier 1 ' +
      'primary eth1 primary_reselect better fail_over_mac active num_grat_arp 3 resend_igmp 2 peer_notify_delay 100 active_slave eth2',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      9c000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0a00 0300 626f6e643100 0000                         # IFLA_IFNAME bond1
      7000 1200                                           # IFLA_LINKINFO
        0800 0100 626f6e64                                #   IFLA_INFO_KIND bond
        6400 0200                                         #   IFLA_INFO_DATA
          0500 0100 01 000000                             #     IFLA_BOND_MODE
          0800 0300 64000000                              #     IFLA_BOND_MIIMON
          0800 0400 c8000000                              #     IFLA_BOND_UPDELAY
          0800 0500 2c010000                              #     IFLA_BOND_DOWNDELAY
          0500 0600 01 000000                             #     IFLA_BOND_USE_CARRIER
          0800 0b00 0b000000                              #     IFLA_BOND_PRIMARY
          0500 0c00 01 000000                             #     IFLA_BOND_PRIMARY_RESELECT
          0500 0d00 01 000000                             #     IFLA_BOND_FAIL_OVER_MAC
          0500 1000 03 000000                             #     IFLA_BOND_NUM_PEER_NOTIF
          0800 0f00 02000000                              #     IFLA_BOND_RESEND_IGMP
          0800 1c00 64000000                              #     IFLA_BOND_PEER_NOTIF_DELAY
          0800 0200 0c000000                              #     IFLA_BOND_ACTIVE_SLAVE
    `,
    object: {
      ifname: 'bond1',
      linkinfo: {
        kind: 'bond',
        data: {
          mode: 'active-backup', miimon: 100, updelay: 200, downdelay: 300, useCarrier: true, primary: 11,
          primaryReselect: 'better', failOverMac: 'active', numPeerNotif: 3, resendIgmp: 2, peerNotifDelay: 100,
          activeSlave: 12,
        },
      },
    },
  },
  {
    command: 'ip link add bond2 type bond mode 802.3ad lacp_rate fast lacp_active on ad_select count ' +
      'ad_user_port_key 5 ad_actor_sys_prio 7 ad_actor_system 02:00:00:00:00:01 xmit_hash_policy layer3+4 min_links 2 all_slaves_active 1',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      90000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0a00 0300 626f6e643200 0000                         # IFLA_IFNAME bond2
      6400 1200                                           # IFLA_LINKINFO
        0800 0100 626f6e64                                #   IFLA_INFO_KIND bond
        5800 0200                                         #   IFLA_INFO_DATA
          0500 0100 04 000000                             #     IFLA_BOND_MODE
          0500 1500 01 000000                             #     IFLA_BOND_AD_LACP_RATE
          0500 1d00 01 000000                             #     IFLA_BOND_AD_LACP_ACTIVE
          0500 1600 02 000000                             #     IFLA_BOND_AD_SELECT
          0600 1900 0500 0000                             #     IFLA_BOND_AD_USER_PORT_KEY
          0600 1800 0700 0000                             #     IFLA_BOND_AD_ACTOR_SYS_PRIO
          0a00 1a00 020000000001 0000                     #     IFLA_BOND_AD_ACTOR_SYSTEM
          0500 0e00 01 000000                             #     IFLA_BOND_XMIT_HASH_POLICY
          0800 1200 02000000                              #     IFLA_BOND_MIN_LINKS
          0500 1100 01 000000                             #     IFLA_BOND_ALL_SLAVES_ACTIVE
    `,
    object: {
      ifname: 'bond2',
      linkinfo: {
        kind: 'bond',
        data: {
          mode: '802.3ad', adLacpRate: 'fast', adLacpActive: true, adSelect: 'count', adUserPortKey: 5, adActorSysPrio: 7,
          adActorSystem: '02:00:00:00:00:01', xmitHashPolicy: 'layer3+4', minLinks: 2, allSlavesActive: true,
        },
      },
    },
  },
  {
    command: 'ip link add bond3 type bond mode balance-xor arp_interval 100 arp_ip_target 10.0.0.1,10.0.0.2 ' +
      'arp_validate filter_backup arp_all_targets all arp_missed_max 3 ns_ip6_target fd00::1,fd00::2',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      a4000000 1000 0506 00000000 00000000                                                            # nlmsghdr
      00 00 0000 00000000 00000000 00000000                                                           # ifinfomsg
      0a00 0300 626f6e643300 0000                                                                     # IFLA_IFNAME bond3
      7800 1200                                                                                       # IFLA_LINKINFO
        0800 0100 626f6e64                                                                            #   IFLA_INFO_KIND bond
        6c00 0200                                                                                     #   IFLA_INFO_DATA
          0500 0100 02 000000                                                                         #     IFLA_BOND_MODE
          0800 0700 64000000                                                                          #     IFLA_BOND_ARP_INTERVAL
          1400 0800 080000000a000001080001000a000002                                                  #     IFLA_BOND_ARP_IP_TARGET
          0800 0900 06000000                                                                          #     IFLA_BOND_ARP_VALIDATE
          0800 0a00 01000000                                                                          #     IFLA_BOND_ARP_ALL_TARGETS
          0500 1e00 03 000000                                                                         #     IFLA_BOND_MISSED_MAX
          2c00 1f00 14000000fd00000000000000000000000000000114000100fd000000000000000000000000000002  #     IFLA_BOND_NS_IP6_TARGET
    `,
    object: {
      ifname: 'bond3',
      linkinfo: {
        kind: 'bond',
        data: {
          mode: 'balance-xor', arpInterval: 100, arpIpTarget: ['10.0.0.1', '10.0.0.2'], arpValidate: 'filter_backup',
          arpAllTargets: 'all', missedMax: 3, nsIp6Target: ['fd00::1', 'fd00::2'],
        },
      },
    },
  },
  {
    command: 'ip link add bond4 type bond mode balance-tlb tlb_dynamic_lb 0 lp_interval 2 xmit_hash_policy vlan+srcmac',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      5c000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0a00 0300 626f6e643400 0000                         # IFLA_IFNAME bond4
      3000 1200                                           # IFLA_LINKINFO
        0800 0100 626f6e64                                #   IFLA_INFO_KIND bond
        2400 0200                                         #   IFLA_INFO_DATA
          0500 0100 05 000000                             #     IFLA_BOND_MODE
          0500 1b00 00 000000                             #     IFLA_BOND_TLB_DYNAMIC_LB
          0800 1300 02000000                              #     IFLA_BOND_LP_INTERVAL
          0500 0e00 05 000000                             #     IFLA_BOND_XMIT_HASH_POLICY
    `,
    object: {
      ifname: 'bond4',
      linkinfo: {
        kind: 'bond', data: { mode: 'balance-tlb', tlbDynamicLb: false, lpInterval: 2, xmitHashPolicy: 'vlan+srcmac' },
      },
    },
  },
  {
    command: 'ip link add bond5 type bond mode balance-rr packets_per_slave 5',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      4c000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0a00 0300 626f6e643500 0000                         # IFLA_IFNAME bond5
      2000 1200                                           # IFLA_LINKINFO
        0800 0100 626f6e64                                #   IFLA_INFO_KIND bond
        1400 0200                                         #   IFLA_INFO_DATA
          0500 0100 00 000000                             #     IFLA_BOND_MODE
          0800 1400 05000000                              #     IFLA_BOND_PACKETS_PER_SLAVE
    `,
    object: { ifname: 'bond5', linkinfo: { kind: 'bond', data: { mode: 'balance-rr', packetsPerSlave: 5 } } },
  },
  {   // iproute2 6.15
    command: 'ip link add bond6 type bond mode 802.3ad coupled_control off',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      4c000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0a00 0300 626f6e643600 0000                         # IFLA_IFNAME bond6
      2000 1200                                           # IFLA_LINKINFO
        0800 0100 626f6e64                                #   IFLA_INFO_KIND bond
        1400 0200                                         #   IFLA_INFO_DATA
          0500 0100 04 000000                             #     IFLA_BOND_MODE
          0500 2000 00 000000                             #     IFLA_BOND_COUPLED_CONTROL
    `,
    object: { ifname: 'bond6', linkinfo: { kind: 'bond', data: { mode: '802.3ad', coupledControl: false } } },
  },
  {
    command: 'ip link set bond0 type bond clear_active_slave',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      38000000 1000 0500 00000000 00000000                # nlmsghdr
      00 00 0000 0e000000 00000000 00000000               # ifinfomsg
      1800 1200                                           # IFLA_LINKINFO
        0800 0100 626f6e64                                #   IFLA_INFO_KIND bond
        0c00 0200                                         #   IFLA_INFO_DATA
          0800 0200 00000000                              #     IFLA_BOND_ACTIVE_SLAVE
    `,
    object: { index: 14, linkinfo: { kind: 'bond', data: { activeSlave: 0 } } },
  },
  {
    command: 'ip link set dev eth0 type bond_slave queue_id 2 prio 5',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      48000000 1000 0500 00000000 00000000                # nlmsghdr
      00 00 0000 0a000000 00000000 00000000               # ifinfomsg
      2800 1200                                           # IFLA_LINKINFO
        0e00 0100 626f6e645f736c617665 0000               #   IFLA_INFO_KIND bond_slave
        1400 0500 06000500020000000800090005000000        #   IFLA_INFO_SLAVE_DATA
    `,
    object: {
      index: 10,
      linkinfo: {
        kind: 'bond_slave',
        slaveData: Uint8Array.of(0x06, 0x00, 0x05, 0x00, 0x02, 0x00, 0x00, 0x00, 0x08, 0x00, 0x09, 0x00, 0x05, 0x00, 0x00, 0x00),
      },
    },
  },
]

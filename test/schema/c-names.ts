// How a name of the tables is spelled in the kernel's headers: attributes and members by rule, words of enumerations
// and bits by the list below. A field that has words and no line in the list fails the test.

import type { AnySet, Field } from '../../lib/schema/dsl.ts'

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Whole names go before words. A name that another one would hide keeps its prefix: ndaIfindex. */
export function attributeConstant(set: AnySet, name: string): string {
  const whole = set.words[name]
  if (whole !== undefined) return set.prefix + whole
  const constant = snake(name).split('_').map((word) => set.words[word] ?? word.toUpperCase()).join('_')
  return constant.startsWith(set.prefix) ? constant : set.prefix + constant
}

export function memberName(set: AnySet, name: string): string {
  const member = snake(name)
  return member.startsWith(set.memberPrefix) ? member : set.memberPrefix + member
}

/** Sets written as structs that are arrays in truth, their places being constants. */
export const isArray = (set: AnySet): boolean => set.struct.endsWith('[]')

/** A header that is a bare number. */
export const isNumber = (set: AnySet): boolean => set.struct === '__u32'

export interface Words {
  readonly prefix: string
  readonly words?: Readonly<Record<string, string>>   // whole constants without the prefix
  readonly shift?: 0 | 1                              // the constant is a bit's number, counted from this
  readonly swapped?: true                             // the constant is in network order
  readonly others?: RegExp                            // macros that start with the prefix but are something else
}

const protocol8021: Words = { prefix: 'ETH_P_', words: { '802.1Q': '8021Q', '802.1ad': '8021AD' }, others: /./ }
const linkFlags: Words = {
  prefix: 'IFF_',
  others: /VOLATILE|^(TUN|TAP|NAPI|NAPI_FRAGS|NO_CARRIER|BACKPRESSURE|NO_PI|ONE_QUEUE|VNET_HDR|TUN_EXCL|MULTI_QUEUE|ATTACH_QUEUE|DETACH_QUEUE|PERSIST|NOFILTER)$/,
}
const neighborStates: Words = { prefix: 'NUD_', others: /^NONE$/ }
const neighborFlags: Words = { prefix: 'NTF_', words: { extern_learn: 'EXT_LEARNED', offload: 'OFFLOADED' }, others: /^EXT_/ }
const routeScopes: Words = { prefix: 'RT_SCOPE_', words: { global: 'UNIVERSE' } }
const routeTypes: Words = { prefix: 'RTN_', words: { none: 'UNSPEC' }, others: /^MAX$/ }
const routeProtocols: Words = { prefix: 'RTPROT_' }
const families: Words = { prefix: 'AF_', others: /./ }
const encapTypes: Words = { prefix: 'LWTUNNEL_ENCAP_', words: { seg6local: 'SEG6_LOCAL' }, others: /^MAX$/ }
const vlanFlags: Words = { prefix: 'BRIDGE_VLAN_INFO_' }
const portStates: Words = { prefix: 'BR_STATE_' }
const mrpRingStates: Words = { prefix: 'BR_MRP_RING_STATE_' }
const mrpInRoles: Words = { prefix: 'BR_MRP_IN_ROLE_' }
const boolopts: Words = { prefix: 'BR_BOOLOPT_', shift: 0 }
const mdbModes: Words = { prefix: 'MCAST_', others: /./ }
const routerModes: Words = { prefix: 'MDB_RTR_TYPE_' }

const netkit: Words = { prefix: 'NETKIT_' }
const tunnelEncapTypes: Words = { prefix: 'TUNNEL_ENCAP_' }
const tunnelEncapFlags: Words = { prefix: 'TUNNEL_ENCAP_FLAG_' }
const greFlags: Words = { prefix: 'GRE_', swapped: true, others: /^(STRICT|REC|ACK|FLAGS|VERSION.*|PROTO_PPP|PPTP_KEY_MASK)$/ }
const ip6TunnelFlags: Words = { prefix: 'IP6_TNL_F_' }
const lacpStates: Words = { prefix: 'LACP_STATE_' }
const vlanDeviceFlags: Words = { prefix: 'VLAN_FLAG_' }
const rmnetFlags: Words = { prefix: 'RMNET_FLAGS_' }
const canModes: Words = { prefix: 'CAN_CTRLMODE_' }
const ipProtocols: Words = { prefix: 'IPPROTO_', others: /./ }
const tunnelProtocols: Words = { prefix: 'IPPROTO_', others: /./ }

const ruleFlags: Words = { prefix: 'FIB_RULE_', others: /^DEV_DETACHED$/ }
const tunnelFlags: Words = { prefix: 'TUNNEL_', swapped: true, others: /^(ENCAP|MSG|OPTIONS_PRESENT$)/ }
const mdix: Words = { prefix: 'ETH_TP_', words: { invalid: 'MDI_INVALID', auto: 'MDI_AUTO' } }

const linkTypes: Words = {
  prefix: 'ARPHRD_',
  words: {
    'generic': 'NETROM', 'atalk': 'APPLETLK', 'ipip': 'TUNNEL', 'ltalk': 'LOCALTLK', 'ip/ddp': 'IPDDP', 'gre': 'IPGRE', 'fcfb0': 'FCFABRIC',
    'tr': 'IEEE802_TR', 'ieee802.11': 'IEEE80211', 'ieee802.11/prism': 'IEEE80211_PRISM', 'ieee802.11/radiotap': 'IEEE80211_RADIOTAP',
    'ieee802.15.4': 'IEEE802154', 'ieee802.15.4/monitor': 'IEEE802154_MONITOR', 'gre6': 'IP6GRE',
  },
  others: /^CISCO$/,
}

const routeFlags: Words = {
  prefix: 'RTM_F_',
  words: { rt_offload: 'OFFLOAD', rt_trap: 'TRAP', rt_offload_failed: 'OFFLOAD_FAILED' },
}

/** By the struct's member, as `struct.member`, or by the attribute's constant. */
const fields: Readonly<Record<string, Words | readonly Words[] | 'internal'>> = {
  'ifinfomsg.ifi_family': families,
  'ifinfomsg.ifi_type': linkTypes,
  'ifinfomsg.ifi_flags': linkFlags,
  'ifinfomsg.ifi_change': linkFlags,
  'IFLA_OPERSTATE': { prefix: 'IF_OPER_' },
  'IFLA_LINKMODE': { prefix: 'IF_LINK_MODE_' },
  'IFLA_EXT_MASK': { prefix: 'RTEXT_FILTER_' },
  'IFLA_EVENT': {
    prefix: 'IFLA_EVENT_',
    words: { 'FEATURE CHANGE': 'FEATURES', 'BONDING FAILOVER': 'BONDING_FAILOVER', 'NOTIFY PEERS': 'NOTIFY_PEERS',
      'RESEND IGMP': 'IGMP_RESEND', 'BONDING OPTION': 'BONDING_OPTIONS' },
  },
  'IFLA_XDP_ATTACHED': { prefix: 'XDP_ATTACHED_' },
  'IFLA_XDP_FLAGS': { prefix: 'XDP_FLAGS_', others: /^(MODES|MASK)$/ },
  'IFLA_INET6_FLAGS': 'internal',   // include/net/if_inet6.h of the kernel, IF_*
  'IFLA_INET6_ADDR_GEN_MODE': { prefix: 'IN6_ADDR_GEN_MODE_', words: { stable_secret: 'STABLE_PRIVACY' } },
  'ifla_vf_link_state.link_state': { prefix: 'IFLA_VF_LINK_STATE_' },
  'ifla_vf_vlan_info.vlan_proto': protocol8021,
  'IFLA_PORT_REQUEST': { prefix: 'PORT_REQUEST_' },
  'IFLA_BR_VLAN_PROTOCOL': protocol8021,
  'IFLA_BR_MCAST_ROUTER': routerModes,
  'IFLA_BR_STP_MODE': { prefix: 'BR_STP_MODE_', others: /^MAX$/ },
  'br_boolopt_multi.optval': boolopts,
  'br_boolopt_multi.optmask': boolopts,
  'IFLA_BRPORT_STATE': portStates,
  'IFLA_BRPORT_MULTICAST_ROUTER': routerModes,
  'IFLA_BRIDGE_FLAGS': { prefix: 'BRIDGE_FLAGS_' },
  'IFLA_BRIDGE_MODE': { prefix: 'BRIDGE_MODE_', others: /^HAIRPIN$/ },
  'bridge_vlan_info.flags': vlanFlags,
  'IFLA_BRIDGE_VLAN_TUNNEL_FLAGS': vlanFlags,
  'IFLA_BRIDGE_MST_ENTRY_STATE': portStates,
  'IFLA_BRIDGE_MRP_PORT_STATE_STATE': { prefix: 'BR_MRP_PORT_STATE_' },
  'IFLA_BRIDGE_MRP_PORT_ROLE_ROLE': { prefix: 'BR_MRP_PORT_ROLE_' },
  'IFLA_BRIDGE_MRP_RING_STATE_STATE': mrpRingStates,
  'IFLA_BRIDGE_MRP_RING_ROLE_ROLE': { prefix: 'BR_MRP_RING_ROLE_' },
  'IFLA_BRIDGE_MRP_INFO_RING_STATE': mrpRingStates,
  'IFLA_BRIDGE_MRP_INFO_RING_ROLE': { prefix: 'BR_MRP_RING_ROLE_' },
  'IFLA_BRIDGE_MRP_INFO_IN_STATE': { prefix: 'BR_MRP_IN_STATE_' },
  'IFLA_BRIDGE_MRP_INFO_IN_ROLE': mrpInRoles,
  'IFLA_BRIDGE_MRP_IN_ROLE_ROLE': mrpInRoles,
  'IFLA_BRIDGE_MRP_IN_STATE_STATE': { prefix: 'BR_MRP_IN_STATE_' },
  'IFLA_VLAN_PROTOCOL': protocol8021,
  'ifla_vlan_flags.flags': vlanDeviceFlags,
  'ifla_vlan_flags.mask': vlanDeviceFlags,
  'IFLA_MACVLAN_MODE': { prefix: 'MACVLAN_MODE_' },
  'IFLA_MACVLAN_FLAGS': { prefix: 'MACVLAN_FLAG_' },
  'IFLA_MACVLAN_MACADDR_MODE': { prefix: 'MACVLAN_MACADDR_' },
  'IFLA_IPOIB_MODE': { prefix: 'IPOIB_MODE_' },
  'IFLA_OVPN_MODE': { prefix: 'OVPN_MODE_' },
  'IFLA_IPVLAN_MODE': { prefix: 'IPVLAN_MODE_' },
  'IFLA_IPVLAN_FLAGS': { prefix: 'IPVLAN_F_' },
  'IFLA_NETKIT_POLICY': netkit,
  'IFLA_NETKIT_PEER_POLICY': netkit,
  'IFLA_NETKIT_MODE': netkit,
  'IFLA_NETKIT_SCRUB': { prefix: 'NETKIT_SCRUB_' },
  'IFLA_NETKIT_PEER_SCRUB': { prefix: 'NETKIT_SCRUB_' },
  'IFLA_NETKIT_PAIRING': { prefix: 'NETKIT_DEVICE_' },
  'IFLA_VXLAN_DF': { prefix: 'VXLAN_DF_' },
  'IFLA_VXLAN_LABEL_POLICY': { prefix: 'VXLAN_LABEL_' },
  'IFLA_GENEVE_DF': { prefix: 'GENEVE_DF_' },
  'IFLA_BAREUDP_ETHERTYPE': { prefix: 'ETH_P_', others: /./ },
  'IFLA_GTP_ROLE': { prefix: 'GTP_ROLE_' },
  'IFLA_AMT_MODE': { prefix: 'AMT_MODE_' },
  'ifla_rmnet_flags.flags': rmnetFlags,
  'ifla_rmnet_flags.mask': rmnetFlags,
  'IFLA_MACSEC_VALIDATION': { prefix: 'MACSEC_VALIDATE_' },
  'IFLA_MACSEC_OFFLOAD': { prefix: 'MACSEC_OFFLOAD_' },
  'IFLA_HSR_PROTOCOL': { prefix: 'HSR_PROTOCOL_' },
  'IFLA_TUN_TYPE': { prefix: 'IFF_', others: linkFlags.others ?? /^$/ },
  'IFLA_BOND_MODE': {
    prefix: 'BOND_MODE_',
    words: { 'balance-rr': 'ROUNDROBIN', 'active-backup': 'ACTIVEBACKUP', 'balance-xor': 'XOR', '802.3ad': '8023AD', 'balance-tlb': 'TLB', 'balance-alb': 'ALB' },
  },
  'IFLA_BOND_XMIT_HASH_POLICY': {
    prefix: 'BOND_XMIT_POLICY_',
    words: { 'layer3+4': 'LAYER34', 'layer2+3': 'LAYER23', 'encap2+3': 'ENCAP23', 'encap3+4': 'ENCAP34', 'vlan+srcmac': 'VLAN_SRCMAC' },
  },
  // In no header: the options of drivers/net/bonding/bond_options.c.
  'IFLA_BOND_ARP_VALIDATE': 'internal',
  'IFLA_BOND_ARP_ALL_TARGETS': 'internal',
  'IFLA_BOND_PRIMARY_RESELECT': 'internal',
  'IFLA_BOND_FAIL_OVER_MAC': 'internal',
  'IFLA_BOND_AD_LACP_RATE': 'internal',
  'IFLA_BOND_AD_SELECT': 'internal',
  'IFLA_BOND_SLAVE_STATE': { prefix: 'BOND_STATE_' },
  'IFLA_BOND_SLAVE_MII_STATUS': { prefix: 'BOND_LINK_' },
  'IFLA_BOND_SLAVE_AD_ACTOR_OPER_PORT_STATE': lacpStates,
  'IFLA_BOND_SLAVE_AD_PARTNER_OPER_PORT_STATE': lacpStates,
  'IFLA_CAN_STATE': { prefix: 'CAN_STATE_' },
  'can_ctrlmode.mask': canModes,
  'can_ctrlmode.flags': canModes,
  'IFLA_CAN_CTRLMODE_SUPPORTED': canModes,
  'IFLA_GRE_IFLAGS': greFlags,
  'IFLA_GRE_OFLAGS': greFlags,
  'IFLA_GRE_FLAGS': ip6TunnelFlags,
  'IFLA_GRE_ENCAP_TYPE': tunnelEncapTypes,
  'IFLA_GRE_ENCAP_FLAGS': tunnelEncapFlags,
  'IFLA_IPTUN_FLAGS': [ip6TunnelFlags, { prefix: 'SIT_' }],
  'IFLA_IPTUN_PROTO': tunnelProtocols,
  'IFLA_IPTUN_ENCAP_TYPE': tunnelEncapTypes,
  'IFLA_IPTUN_ENCAP_FLAGS': tunnelEncapFlags,
  'bridge_vlan_xstats.flags': vlanFlags,
  'if_stats_msg.family': families,
  'if_stats_msg.filter_mask': { prefix: 'IFLA_STATS_', shift: 1 },
  'ifaddrmsg.ifa_family': families,
  'ifaddrmsg.ifa_scope': routeScopes,
  'IFA_FLAGS': {
    prefix: 'IFA_F_',
    words: { 'home': 'HOMEADDRESS', 'mngtmpaddr': 'MANAGETEMPADDR', 'autojoin': 'MCAUTOJOIN', 'stable-privacy': 'STABLE_PRIVACY' },
    others: /^TEMPORARY$/,
  },
  'IFA_PROTO': { prefix: 'IFAPROT_' },
  'rtmsg.rtm_family': [families, { prefix: 'RTNL_FAMILY_', others: /./ }],
  'rtmsg.rtm_protocol': routeProtocols,
  'rtmsg.rtm_scope': routeScopes,
  'rtmsg.rtm_type': routeTypes,
  'rtmsg.rtm_flags': [{ prefix: 'RTNH_F_' }, routeFlags],
  'rtnexthop.rtnh_flags': { prefix: 'RTNH_F_' },
  'rtvia.rtvia_family': [families, { prefix: 'RTNL_FAMILY_', others: /./ }],
  'RTAX_LOCK': { prefix: 'RTAX_', shift: 0 },
  'RTAX_FEATURES': { prefix: 'RTAX_FEATURE_', others: /^MASK$/ },
  'RTA_ENCAP_TYPE': encapTypes,
  'LWTUNNEL_IP_FLAGS': tunnelFlags,
  'LWTUNNEL_IP6_FLAGS': tunnelFlags,
  'seg6_iptunnel_encap.mode': { prefix: 'SEG6_IPTUN_MODE_', words: { 'encap.red': 'ENCAP_RED', 'l2encap.red': 'L2ENCAP_RED' } },
  'SEG6_LOCAL_ACTION': {
    prefix: 'SEG6_LOCAL_ACTION_',
    words: { 'End.X': 'END_X', 'End.T': 'END_T', 'End.DX2': 'END_DX2', 'End.DX6': 'END_DX6', 'End.DX4': 'END_DX4', 'End.DT6': 'END_DT6',
      'End.DT4': 'END_DT4', 'End.B6': 'END_B6', 'End.B6.Encaps': 'END_B6_ENCAP', 'End.BM': 'END_BM', 'End.S': 'END_S', 'End.AS': 'END_AS',
      'End.AM': 'END_AM', 'End.BPF': 'END_BPF', 'End.DT46': 'END_DT46' },
  },
  'SEG6_LOCAL_FLV_OPERATION': { prefix: 'SEG6_LOCAL_FLV_OP_', words: { 'next-csid': 'NEXT_CSID' }, shift: 0 },
  'IOAM6_IPTUNNEL_MODE': { prefix: 'IOAM6_IPTUNNEL_MODE_', others: /^MIN$/ },
  'fib_rule_hdr.family': [families, { prefix: 'RTNL_FAMILY_', others: /./ }],
  'fib_rule_hdr.action': { prefix: 'FR_ACT_' },
  'fib_rule_hdr.flags': ruleFlags,
  'FRA_PROTOCOL': routeProtocols,
  'FRA_IP_PROTO': ipProtocols,
  'RTA_IP_PROTO': ipProtocols,
  'nhmsg.nh_family': families,
  'nhmsg.nh_scope': routeScopes,
  'nhmsg.nh_protocol': routeProtocols,
  'nhmsg.nh_flags': { prefix: 'RTNH_F_' },
  'NHA_GROUP_TYPE': { prefix: 'NEXTHOP_GRP_TYPE_', words: { resilient: 'RES' } },
  'NHA_ENCAP_TYPE': encapTypes,
  'NHA_OP_FLAGS': { prefix: 'NHA_OP_FLAG_' },
  'ifaddrlblmsg.ifal_family': families,
  'RTA_PREF': { prefix: 'ICMPV6_ROUTER_PREF_', others: /^INVALID$/ },
  'RTA_DEL_REASON': { prefix: 'RT_DEL_REASON_', others: /^MAX$/ },
  'br_vlan_msg.family': families,
  'BRIDGE_VLANDB_DUMP_FLAGS': { prefix: 'BRIDGE_VLANDB_DUMPF_' },
  'BRIDGE_VLANDB_ENTRY_STATE': portStates,
  'BRIDGE_VLANDB_ENTRY_MCAST_ROUTER': routerModes,
  'BRIDGE_VLANDB_TINFO_CMD': { prefix: 'RTM_', words: { add: 'SETLINK', delete: 'DELLINK' }, others: /./ },
  'br_port_msg.family': families,
  'br_mdb_entry.state': { prefix: 'MDB_', words: { temp: 'TEMPORARY' }, others: /./ },
  'br_mdb_entry.flags': { prefix: 'MDB_FLAGS_' },
  'MDBA_MDB_EATTR_GROUP_MODE': mdbModes,
  'MDBA_MDB_EATTR_RTPROT': routeProtocols,
  'MDBA_ROUTER_PATTR_TYPE': routerModes,
  'MDBE_ATTR_GROUP_MODE': mdbModes,
  'MDBE_ATTR_RTPROT': routeProtocols,
  'ndtmsg.ndtm_family': families,
  'netconfmsg.ncm_family': families,
  'ndmsg.ndm_family': families,
  'ndmsg.ndm_state': neighborStates,
  'ndmsg.ndm_flags': neighborFlags,
  'ndmsg.ndm_type': routeTypes,
  'NDA_PROTOCOL': routeProtocols,
  'NDA_FLAGS_EXT': { prefix: 'NTF_EXT_', words: { extern_valid: 'EXT_VALIDATED' }, others: /^LEARNED$/ },
  'NDA_NDM_STATE_MASK': neighborStates,
  'NDA_NDM_FLAGS_MASK': neighborFlags,
  'NFEA_ACTIVITY_NOTIFY': { prefix: 'FDB_NOTIFY_', words: { notify: 'BIT', inactive: 'INACTIVE_BIT' } },
  'rtgenmsg.rtgen_family': families,
  'CTRL_ATTR_OP_FLAGS': { prefix: 'GENL_', others: /./ },
  'ETHTOOL_A_HEADER_FLAGS': { prefix: 'ETHTOOL_FLAG_', others: /^ALL$/ },
  'ETHTOOL_A_LINKINFO_PORT': { prefix: 'PORT_', others: /^(PROFILE|UUID|SELF)_/ },
  'ETHTOOL_A_LINKINFO_TP_MDIX': mdix,
  'ETHTOOL_A_LINKINFO_TP_MDIX_CTRL': mdix,
  'ETHTOOL_A_LINKINFO_TRANSCEIVER': { prefix: 'XCVR_', others: /^DUMMY/ },
  'ETHTOOL_A_LINKMODES_DUPLEX': { prefix: 'DUPLEX_' },
  'ETHTOOL_A_LINKMODES_MASTER_SLAVE_CFG': { prefix: 'MASTER_SLAVE_CFG_' },
  'ETHTOOL_A_LINKMODES_MASTER_SLAVE_STATE': { prefix: 'MASTER_SLAVE_STATE_' },
  'ETHTOOL_A_LINKMODES_RATE_MATCHING': { prefix: 'RATE_MATCH_' },
  'ETHTOOL_A_LINKSTATE_EXT_STATE': { prefix: 'ETHTOOL_LINK_EXT_STATE_' },
  'ETHTOOL_A_RINGS_TCP_DATA_SPLIT': { prefix: 'ETHTOOL_TCP_DATA_SPLIT_' },
  'ETHTOOL_A_PAUSE_STATS_SRC': { prefix: 'ETHTOOL_MAC_STATS_SRC_' },
  'ETHTOOL_A_MODULE_POWER_MODE_POLICY': { prefix: 'ETHTOOL_MODULE_POWER_MODE_POLICY_' },
  'ETHTOOL_A_MODULE_POWER_MODE': { prefix: 'ETHTOOL_MODULE_POWER_MODE_' },
  'WGALLOWEDIP_A_FAMILY': families,
  'WGALLOWEDIP_A_FLAGS': { prefix: 'WGALLOWEDIP_F_' },
  'WGPEER_A_FLAGS': { prefix: 'WGPEER_F_' },
  'WGDEVICE_A_FLAGS': { prefix: 'WGDEVICE_F_' },
}

/** What is known of a field's words: nothing (a failure), that no header has them, or the prefixes to try in turn. */
export function wordsOf(set: AnySet, name: string, field: Field): { id: string, lists: readonly Words[] | 'internal' | undefined } {
  const id = field.type === -1 ? `${set.struct}.${memberName(set, name)}` : attributeConstant(set, name)
  const known = fields[id]
  return { id, lists: known === undefined || known === 'internal' ? known : 'prefix' in known ? [known] : known }
}

export function wordConstant({ prefix, words }: Words, word: string): string {
  return prefix + (words?.[word] ?? word.toUpperCase())
}
export const listed: readonly string[] = Object.keys(fields)

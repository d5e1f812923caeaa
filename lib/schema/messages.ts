// What may stand behind a netlink header: the message sets, the numbers of the message types, the header's flags and
// the multicast groups. Which set belongs to a type is told by the type, and for links by the family as well.

import { address } from './address.ts'
import { addressLabel } from './address-label.ts'
import { bridgeLink } from './bridge-link.ts'
import { vlan, vlanDump } from './bridge-vlan.ts'
import { link } from './link.ts'
import { linkConf } from './link-conf.ts'
import { mdb, mdbRequest } from './mdb.ts'
import { neighbor } from './neighbor.ts'
import { nexthop } from './nexthop.ts'
import { neighborTable } from './neighbor-table.ts'
import { netconf } from './netconf.ts'
import { nsid } from './nsid.ts'
import { route } from './route.ts'
import { rule } from './rule.ts'
import { xstats } from './xstats.ts'

/** `link` unless the family is bridge: then `bridgeLink`. The kernel sends both to the group LINK. */
export const messages = {
  link, bridgeLink, linkConf, address, route, neighbor, nsid, xstats,
  rule, nexthop, addressLabel, vlan, vlanDump, mdb, mdbRequest, neighborTable, netconf,
}

export const types = {
  RTM_NEWLINK: 16, RTM_DELLINK: 17, RTM_GETLINK: 18, RTM_SETLINK: 19,
  RTM_NEWADDR: 20, RTM_DELADDR: 21, RTM_GETADDR: 22,
  RTM_NEWROUTE: 24, RTM_DELROUTE: 25, RTM_GETROUTE: 26,
  RTM_NEWNEIGH: 28, RTM_DELNEIGH: 29, RTM_GETNEIGH: 30,
  RTM_NEWRULE: 32, RTM_DELRULE: 33, RTM_GETRULE: 34,
  RTM_NEWNEIGHTBL: 64, RTM_GETNEIGHTBL: 66, RTM_SETNEIGHTBL: 67,
  RTM_NEWADDRLABEL: 72, RTM_DELADDRLABEL: 73, RTM_GETADDRLABEL: 74,
  RTM_NEWNETCONF: 80, RTM_DELNETCONF: 81, RTM_GETNETCONF: 82,
  RTM_NEWMDB: 84, RTM_DELMDB: 85, RTM_GETMDB: 86,
  RTM_NEWNSID: 88, RTM_DELNSID: 89, RTM_GETNSID: 90,
  RTM_NEWSTATS: 92, RTM_GETSTATS: 94,
  RTM_NEWNEXTHOP: 104, RTM_DELNEXTHOP: 105, RTM_GETNEXTHOP: 106,
  RTM_NEWLINKPROP: 108, RTM_DELLINKPROP: 109,
  RTM_NEWVLAN: 112, RTM_DELVLAN: 113, RTM_GETVLAN: 114,
  RTM_NEWNEXTHOPBUCKET: 116, RTM_GETNEXTHOPBUCKET: 118,
} as const
export type MessageType = keyof typeof types

/** Flags of the header. The same bits mean different things in requests to get, to make, to delete, and in acks. */
export const flags = {
  NLM_F_REQUEST: 0x01, NLM_F_MULTI: 0x02, NLM_F_ACK: 0x04, NLM_F_ECHO: 0x08, NLM_F_DUMP_INTR: 0x10, NLM_F_DUMP_FILTERED: 0x20,
  NLM_F_ROOT: 0x100, NLM_F_MATCH: 0x200, NLM_F_ATOMIC: 0x400, NLM_F_DUMP: 0x300,
  NLM_F_REPLACE: 0x100, NLM_F_EXCL: 0x200, NLM_F_CREATE: 0x400, NLM_F_APPEND: 0x800,
  NLM_F_NONREC: 0x100, NLM_F_BULK: 0x200,
  NLM_F_CAPPED: 0x100, NLM_F_ACK_TLVS: 0x200,
} as const

/** Multicast groups by number, not by bit. */
export const groups = {
  RTNLGRP_LINK: 1, RTNLGRP_NEIGH: 3,
  RTNLGRP_IPV4_IFADDR: 5, RTNLGRP_IPV4_ROUTE: 7, RTNLGRP_IPV4_RULE: 8,
  RTNLGRP_IPV6_IFADDR: 9, RTNLGRP_IPV6_ROUTE: 11, RTNLGRP_IPV6_IFINFO: 12, RTNLGRP_IPV6_RULE: 19,
  RTNLGRP_MPLS_ROUTE: 27, RTNLGRP_NSID: 28,
} as const
export type Group = keyof typeof groups

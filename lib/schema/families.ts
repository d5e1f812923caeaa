// Address families, as the headers of rtnetlink messages carry them. Families that no route, link or neighbor
// message of Linux uses are left out: they show as numbers.

import { names } from './dsl.ts'

export const families = names({
  unspec: 0,   // requests: all families
  inet:   2,
  bridge: 7,   // links as ports, and the forwarding database
  inet6:  10,
  packet: 17,
  mpls:   28,
  mctp:   45,
})

// RTNL_FAMILY_IPMR and RTNL_FAMILY_IP6MR: tables of multicast routes have families of their own.
export const routeFamilies = names({ ...families.values, ipmr: 128, ip6mr: 129 })

// Protocols over IP, as rules and questions for routes name them; others show as numbers.

import { names } from './dsl.ts'

export const ipProtocols = names({
  icmp: 1, igmp: 2, ipip: 4, tcp: 6, udp: 17, dccp: 33, ipv6: 41, gre: 47, esp: 50, ah: 51, icmpv6: 58, pim: 103, comp: 108, l2tp: 115,
  sctp: 132, udplite: 136, mpls: 137,
})

// What tunnels share: GRE's attributes and those of IP in IP, over IPv4 and over IPv6, and what UDP may be put around them (fou, gue).

import { attributes, be16, be32, bits, bool8, flag, ipv4, ipv6, names, u16, u32, u8 } from './dsl.ts'

const encapTypes = names({ none: 0, fou: 1, gue: 2, mpls: 3 })
const encapFlags = bits({ csum: 1, csum6: 2, remcsum: 4 })

/** Bits of the GRE header. */
const greFlags = bits({ csum: 0x8000, routing: 0x4000, key: 0x2000, seq: 0x1000 })

/** Of tunnels over IPv6: `tos` and flow label are in flowinfo. */
const ip6Flags = bits({
  ign_encap_limit: 0x1, use_orig_tclass: 0x2, use_orig_flowlabel: 0x4, mip6_dev: 0x8, rcv_dscp_copy: 0x10, use_orig_fwmark: 0x20, allow_local_remote: 0x40,
})

/** gre, gretap */
export const gre = attributes('IFLA_GRE_', {
  link:            u32(1),
  iflags:          be16(2, greFlags),
  oflags:          be16(3, greFlags),
  ikey:            be32(4),                // counts where iflags has key
  okey:            be32(5),
  local:           ipv4(6),
  remote:          ipv4(7),
  ttl:             u8(8),                  // 0: the inner packet's
  tos:             u8(9),                  // 1: the inner packet's
  pmtudisc:        bool8(10),
  encapType:       u16(14, encapTypes),
  encapFlags:      u16(15, encapFlags),
  encapSport:      be16(16),               // 0: of the flow
  encapDport:      be16(17),
  collectMetadata: flag(18),
  ignoreDf:        bool8(19),
  fwmark:          u32(20),
})

const erspanAttributes = {
  erspanIndex: u32(21),                    // version 1
  erspanVer:   u8(22),                     // 0, 1, 2
  erspanDir:   u8(23),                     // version 2: 0 ingress, 1 egress
  erspanHwid:  u16(24),                    // version 2
}

/** What counts for mirrored frames only. */
export const erspanOnly = Object.keys(erspanAttributes)
export type ErspanOnly = keyof typeof erspanAttributes

/** erspan */
export const erspan = attributes('IFLA_GRE_', {
  ...gre.attributes,
  ...erspanAttributes,
})

/** ip6gre, ip6gretap, ip6erspan; ip(8) says erspanVer of all three. */
export const ip6gre = attributes('IFLA_GRE_', {
  link:            u32(1),
  iflags:          be16(2, greFlags),
  oflags:          be16(3, greFlags),
  ikey:            be32(4),
  okey:            be32(5),
  local:           ipv6(6),
  remote:          ipv6(7),
  ttl:             u8(8),
  encapLimit:      u8(11),
  flowinfo:        be32(12),               // traffic class and flow label
  flags:           u32(13, ip6Flags),
  encapType:       u16(14, encapTypes),
  encapFlags:      u16(15, encapFlags),
  encapSport:      be16(16),
  encapDport:      be16(17),
  collectMetadata: flag(18),
  fwmark:          u32(20),
  ...erspanAttributes,
})

/** What is inside: 0 is whatever comes. */
const protocols = names({ ip: 0, ipip: 4, ipv6: 41, mpls: 137 })

/** ipip */
export const ipip = attributes('IFLA_IPTUN_', {
  link:            u32(1),
  local:           ipv4(2),
  remote:          ipv4(3),
  ttl:             u8(4),                  // 0: the inner packet's
  tos:             u8(5),                  // 1: the inner packet's
  proto:           u8(9, protocols),
  pmtudisc:        bool8(10),
  encapType:       u16(15, encapTypes),
  encapFlags:      u16(16, encapFlags),
  encapSport:      be16(17),
  encapDport:      be16(18),
  collectMetadata: flag(19),
  fwmark:          u32(20),
})

const { link, local, remote, ttl, tos, proto, pmtudisc, ...ipipRest } = ipip.attributes

/** sit */
export const sit = attributes('IFLA_IPTUN_', {
  link, local, remote, ttl, tos,
  flags:               u16(8, bits({ isatap: 1 })),
  proto, pmtudisc,
  sixrdPrefix:         ipv6(11),
  sixrdRelayPrefix:    ipv4(12),
  sixrdPrefixlen:      u16(13),
  sixrdRelayPrefixlen: u16(14),
  ...ipipRest,
}, { sixrd: '6RD' })

/** ip6tnl */
export const ip6tnl = attributes('IFLA_IPTUN_', {
  link:            u32(1),
  local:           ipv6(2),
  remote:          ipv6(3),
  ttl:             u8(4),
  encapLimit:      u8(6),
  flowinfo:        be32(7),
  flags:           u32(8, ip6Flags),
  proto:           u8(9, protocols),
  encapType:       u16(15, encapTypes),
  encapFlags:      u16(16, encapFlags),
  encapSport:      be16(17),
  encapDport:      be16(18),
  collectMetadata: flag(19),
  fwmark:          u32(20),
})

/** vti */
export const vti = attributes('IFLA_VTI_', {
  link:   u32(1),
  ikey:   be32(2),
  okey:   be32(3),
  local:  ipv4(4),
  remote: ipv4(5),
  fwmark: u32(6),
})

/** vti6 */
export const vti6 = attributes('IFLA_VTI_', {
  link:   u32(1),
  ikey:   be32(2),
  okey:   be32(3),
  local:  ipv6(4),
  remote: ipv6(5),
  fwmark: u32(6),
})

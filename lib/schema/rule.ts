// The rule message: RTM_NEWRULE and its relatives, which choose the table that a packet's route is looked up in.

import { attributes, be32, be64, bits, bool8, ip, message, names, nest, pad, string, struct, u16, u32, u8 } from './dsl.ts'
import { routeFamilies } from './families.ts'
import { ipProtocols } from './ip-protocols.ts'
import { routeProtocols } from './route.ts'

export const ruleActions = names({ unspec: 0, to_tbl: 1, goto: 2, nop: 3, blackhole: 6, unreachable: 7, prohibit: 8 })

export const ruleFlags = bits({
  permanent: 0x1, invert: 0x2,
  unresolved:   0x4,             // goto: there is no such rule
  iif_detached: 0x8,             // there is no such link
  oif_detached: 0x10,
  find_saddr:   0x1_0000,
})

const fibRuleHdr = struct('fib_rule_hdr', '', {
  family:    u8(routeFamilies),
  dstLen:    u8(),
  srcLen:    u8(),
  tos:       u8(),
  table:     u8(),                    // 252 (RT_TABLE_COMPAT) where the number needs the attribute, which always counts
  res1:      pad(1),
  res2:      pad(1),
  action:    u8(ruleActions),
  flags:     u32(ruleFlags),
})

const uidRange = struct('fib_rule_uid_range', '', {
  start: u32(),
  end:   u32(),
})

const portRange = struct('fib_rule_port_range', '', {
  start: u16(),
  end:   u16(),
})

export const ruleAttributes = attributes('FRA_', {
  dst:               ip(1),
  src:               ip(2),
  iifname:           string(3, 15),
  goto:              u32(4),
  priority:          u32(6),
  fwmark:            u32(10),
  flow:              u32(11),                 // realms: source << 16 | destination, IPv4 only
  tunId:             be64(12),
  suppressIfgroup:   u32(13),
  suppressPrefixlen: u32(14),                 // 0xffffffff: not set
  fraTable:          u32(15),
  fwmask:            u32(16),
  oifname:           string(17, 15),
  l3mdev:            bool8(19),
  uidRange:          nest(20, () => uidRange),
  protocol:          u8(21, routeProtocols),
  ipProto:           u8(22, ipProtocols),
  sportRange:        nest(23, () => portRange),
  dportRange:        nest(24, () => portRange),
  dscp:              u8(25),                  // since 6.13
  flowlabel:         be32(26),                // since 6.14, IPv6 only; so is its mask
  flowlabelMask:     be32(27),
  sportMask:         u16(28),                 // since 6.15, as the next two
  dportMask:         u16(29),
  dscpMask:          u8(30),
})

const set = message(fibRuleHdr, ruleAttributes)
type Set = typeof set
/** Its type has a name, so that the compiler need not spell it out for each request. */
export interface RuleSet extends Set {}
export const rule: RuleSet = set

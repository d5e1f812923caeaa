// The neighbor message: RTM_NEWNEIGH and its relatives. Entries of the ARP and NDP tables, of the proxy tables, and
// (family bridge) of the forwarding databases of bridges and vxlans. The tables' settings (RTM_*NEIGHTBL) are not here.

import { attributes, be16, bits, flag, ip, lladdr, message, nest, nested, pad, s32, struct, u16, u32, u8 } from './dsl.ts'
import { families } from './families.ts'
import { routeProtocols, routeTypes } from './route.ts'

/** One bit of them in an entry, none for one that is not resolved yet; several in a filter. */
export const neighborStates = bits({
  incomplete: 0x01, reachable: 0x02, stale: 0x04, delay: 0x08, probe: 0x10, failed: 0x20, noarp: 0x40, permanent: 0x80,
})

export const neighborFlags = bits({
  use: 0x01, self: 0x02, master: 0x04, proxy: 0x08, extern_learn: 0x10, offload: 0x20, sticky: 0x40, router: 0x80,
})

export const neighborExtFlags = bits({
  managed:      0x1,   // since 5.16
  locked:       0x2,   // since 6.2
  extern_valid: 0x4,   // since 6.18
})

const ndmsg = struct('ndmsg', 'ndm_', {
  family:  u8(families),
  pad1:    pad(1),
  pad2:    pad(2),
  ifindex: s32(),
  state:   u16(neighborStates),
  flags:   u8(neighborFlags),
  type:    u8(routeTypes),
})

/** Ages in USER_HZ ticks. */
const cacheinfo = struct('nda_cacheinfo', 'ndm_', {
  confirmed: u32(),
  used:      u32(),
  updated:   u32(),
  refcnt:    u32(),
})

const fdbExtAttrs = attributes('NFEA_', {
  activityNotify: u8(1, bits({ notify: 1, inactive: 2 })),
  dontRefresh:    flag(2),
})

export const neighborAttributes = attributes('NDA_', {
  dst:          ip(1),                                 // of a vxlan's entry: the remote end
  lladdr:       lladdr(2),
  cacheinfo:    nest(3, () => cacheinfo),
  probes:       u32(4),
  vlan:         u16(5),
  port:         be16(6),
  vni:          u32(7),
  ndaIfindex:   u32(8),                                // link through which a vxlan reaches dst; in a dump's request: only of this link
  master:       u32(9),
  linkNetnsid:  s32(10),
  srcVni:       u32(11),
  protocol:     u8(12, routeProtocols),
  nhId:         u32(13),
  fdbExtAttrs:  nested(nest(14, () => fdbExtAttrs)),
  flagsExt:     u32(15, neighborExtFlags),
  ndmStateMask: u16(16, neighborStates),
  ndmFlagsMask: u8(17, neighborFlags),
})

export const neighbor = message(ndmsg, neighborAttributes)

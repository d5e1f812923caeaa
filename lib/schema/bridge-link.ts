// Link messages of family bridge: what a bridge tells of its ports, VLANs and protocols. The same header and numbers
// as the link message's, but IFLA_PROTINFO and IFLA_AF_SPEC hold the bridge's own.

import { attributes, bits, message, multi, names, nest, nested, struct, u16, u32, u8 } from './dsl.ts'
import { cfm } from './bridge-cfm.ts'
import { mrp } from './bridge-mrp.ts'
import { bridgePort, portStates } from './bridge-port.ts'
import { ifinfomsg, linkAttributes } from './link.ts'

export const vlanFlags = bits({ master: 1, pvid: 2, untagged: 4, range_begin: 8, range_end: 16, brentry: 32, only_opts: 64 })

export const vlanInfo = struct('bridge_vlan_info', '', {
  flags: u16(vlanFlags),
  vid:   u16(),
})

const vlanTunnelInfo = attributes('IFLA_BRIDGE_VLAN_TUNNEL_', {
  id:    u32(1),
  vid:   u16(2),
  flags: u16(3, vlanFlags),
})

const mstEntry = attributes('IFLA_BRIDGE_MST_ENTRY_', {
  msti:  u16(1),
  state: u8(2, portStates),
})

const mst = attributes('IFLA_BRIDGE_MST_', {
  entry: multi(nested(nest(1, () => mstEntry))),
})

export const bridgeAfSpec = attributes('IFLA_BRIDGE_', {
  flags:          u16(0, bits({ master: 1, self: 2 })),            // whom the request is for: the bridge, or the card's own switch
  mode:           u16(1, names({ veb: 0, vepa: 1, undef: 0xffff })),
  vlanInfo:       multi(nest(2, () => vlanInfo)),
  vlanTunnelInfo: multi(nest(3, () => vlanTunnelInfo)),
  mrp:            nested(nest(4, () => mrp)),
  cfm:            nested(nest(5, () => cfm)),
  mst:            nest(6, () => mst),
})

export const bridgeLinkAttributes = attributes('IFLA_', {
  ...linkAttributes.attributes,
  protinfo: nested(nest(12, () => bridgePort)),   // without NLA_F_NESTED it is a single byte, the state (br_setlink)
  afSpec:   nest(26, () => bridgeAfSpec),
})

export const bridgeLink = message(ifinfomsg, bridgeLinkAttributes)

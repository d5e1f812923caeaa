// Carries the frames that the link below has with one VLAN tag, without it. Stacked for 802.1ad (QinQ): one on top of another.

import { Link } from '../link.ts'
import { createLink, type LowerOptions, type Traits } from '../kind.ts'
import { type LinkRef } from '../link-options.ts'
import { attributes, be16, bits, multi, names, nest, struct, u16, u32, type Input } from '../schema/dsl.ts'

const flagBits = bits({ reorder_hdr: 1, gvrp: 2, loose_binding: 4, mvrp: 8, bridge_binding: 16 })

const flags = struct('ifla_vlan_flags', '', {
  flags: u32(flagBits),
  mask:  u32(flagBits),   // which to change; shown: all
})

const qosMapping = struct('ifla_vlan_qos_mapping', '', {
  from: u32(),
  to:   u32(),
})

const qos = attributes('IFLA_VLAN_QOS_', {
  mapping: multi(nest(1, () => qosMapping)),
})

export const vlan = attributes('IFLA_VLAN_', {
  id:         u16(1),                                                 // 0 to 4094
  flags:      nest(2, () => flags),
  egressQos:  nest(3, () => qos),                                     // from the packet's priority to the tag's (0 to 7)
  ingressQos: nest(4, () => qos),                                     // from the tag's to the packet's
  protocol:   be16(5, names({ '802.1Q': 0x8100, '802.1ad': 0x88a8 })),
})

/** What can be changed later. A mapping is added to the map; `to: 0` takes one out. */
export interface VlanSettings extends Omit<Input<typeof vlan>, 'id' | 'protocol'> {}
export interface VlanOptions extends LowerOptions, Input<typeof vlan> {
  link: LinkRef
  /** 0 to 4094. */
  id: number
}

/** A VLAN on a link. */
export class Vlan extends Link<VlanSettings> {
  static readonly traits: Traits = { table: vlan, fixed: ['id', 'protocol'], wanted: ['id'], link: 'wanted' }

  /**
   * Makes a VLAN. Default: 802.1Q, with `reorder_hdr`, and without maps.
   *
   * @throws NetlinkError EEXIST: the link has this VLAN already, or the name is taken. ERANGE: no such id.
   * @example
   * await Vlan.create({ link: eth0, id: 100, name: 'eth0.100', egressQos: { mapping: [{ from: 1, to: 5 }] }, up: true })
   */
  static async create(options: VlanOptions): Promise<Vlan> {
    return await createLink(Vlan, options)
  }
}

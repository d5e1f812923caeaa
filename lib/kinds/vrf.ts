// A routing table of its own for the links that are its ports.

import { Master } from '../master.ts'
import { createLink, type Traits } from '../kind.ts'
import { type LinkOptions } from '../link-options.ts'
import { attributes, u32, type Input } from '../schema/dsl.ts'

export const vrf = attributes('IFLA_VRF_', {
  table: u32(1),
})

/** Shown of its ports. */
export const vrfPort = attributes('IFLA_VRF_PORT_', {
  table: u32(1),
})

export interface VrfOptions extends LinkOptions, Input<typeof vrf> {
  /** The routing table, 1 to 2^32-1. */
  table: number
}

/** A VRF: virtual routing and forwarding. */
export class Vrf extends Master<{}, 'vrf'> {
  static readonly traits: Traits = { table: vrf, fixed: ['table'], wanted: ['table'] }

  /**
   * Makes a VRF. The kernel adds the rule that sends its ports' traffic to its table (`l3mdev`) with the first one of a namespace.
   *
   * @throws NetlinkError EINVAL: table 0.
   * @example
   * const blue = await Vrf.create({ name: 'vrf-blue', table: 10, up: true })
   * await blue.addPort(eth0)
   */
  static async create(options: VrfOptions): Promise<Vrf> {
    return await createLink(Vrf, options)
  }
}

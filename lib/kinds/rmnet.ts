// One of several data connections of a Qualcomm modem, multiplexed on one link (MAP).

import { Link } from '../link.ts'
import { createLink, type LowerOptions, type Traits } from '../kind.ts'
import { type LinkRef } from '../link-options.ts'
import { attributes, bits, nest, struct, u16, u32, type Input } from '../schema/dsl.ts'

const flagBits = bits({
  ingress_deaggregation: 1, ingress_map_commands: 2, ingress_map_cksumv4: 4, egress_map_cksumv4: 8, ingress_map_cksumv5: 16, egress_map_cksumv5: 32,
})

const flags = struct('ifla_rmnet_flags', '', {
  flags: u32(flagBits),
  mask:  u32(flagBits),   // which to change
})

export const rmnet = attributes('IFLA_RMNET_', {
  muxId: u16(1),
  flags: nest(2, () => flags),
})

export interface RmnetSettings extends Input<typeof rmnet> {}
export interface RmnetOptions extends LowerOptions, RmnetSettings {
  link: LinkRef
  /** 1 to 254. */
  muxId: number
}

/** A data connection of a modem. */
export class Rmnet extends Link<RmnetSettings> {
  static readonly traits: Traits = { table: rmnet, wanted: ['muxId'], link: 'wanted' }

  /**
   * Makes a connection on a modem's link.
   *
   * @throws NetlinkError EINVAL: the link below is no modem's. ERANGE: no such id.
   * @example
   * await Rmnet.create({ name: 'rmnet0', link: 'wwan0', muxId: 1, up: true })
   */
  static async create(options: RmnetOptions): Promise<Rmnet> {
    return await createLink(Rmnet, options)
  }
}

// OpenVPN's data channel in the kernel, since 6.16. Its peers and their keys are set over a generic-netlink family of its own.

import { Link } from '../link.ts'
import { createLink, type Traits } from '../kind.ts'
import { type LinkOptions } from '../link-options.ts'
import { attributes, names, u8, type Input } from '../schema/dsl.ts'

export const ovpn = attributes('IFLA_OVPN_', {
  mode: u8(1, names({ p2p: 0, mp: 1 })),
})

export interface OvpnOptions extends LinkOptions, Input<typeof ovpn> {}

/** A link of OpenVPN. */
export class Ovpn extends Link {
  static readonly traits: Traits = { table: ovpn, fixed: ['mode'] }

  /**
   * Makes a link for one peer (`p2p`, the default) or for many (`mp`).
   *
   * @throws NetlinkError EOPNOTSUPP: the kernel lacks the kind.
   * @example
   * await Ovpn.create({ name: 'ovpn0', mode: 'mp', up: true })
   */
  static async create(options: OvpnOptions = {}): Promise<Ovpn> {
    return await createLink(Ovpn, options)
  }
}

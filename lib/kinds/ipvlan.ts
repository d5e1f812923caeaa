// A link that shares the link-layer address of the one below and is told apart by its IP addresses.

import { Link } from '../link.ts'
import { createLink, type LowerOptions, type Traits } from '../kind.ts'
import { type LinkRef } from '../link-options.ts'
import { attributes, bits, names, u16, type Input } from '../schema/dsl.ts'

/** Of ipvtap too. */
export const ipvlan = attributes('IFLA_IPVLAN_', {
  mode:  u16(1, names({ l2: 0, l3: 1, l3s: 2 })),
  flags: u16(2, bits({ private: 1, vepa: 2 })),       // none: bridge
})

/** What can be changed later: of all the ipvlans on one link at once. */
export interface IpvlanSettings extends Input<typeof ipvlan> {}
export interface IpvlanOptions extends LowerOptions, IpvlanSettings {
  link: LinkRef
}

/** An ipvlan. */
export class Ipvlan extends Link<IpvlanSettings> {
  static readonly traits: Traits = { table: ipvlan, link: 'wanted' }

  /**
   * Makes an ipvlan. Default: mode `l3`, in which the link below routes for it, without flags.
   *
   * @throws NetlinkError EINVAL: the link below is a loopback, a port or an ipvlan of another mode's.
   * @example
   * await Ipvlan.create({ netns: red, link: eth0, name: 'eth0', mode: 'l2', addresses: ['10.0.0.2/24'], up: true })
   */
  static async create(options: IpvlanOptions): Promise<Ipvlan> {
    return await createLink(Ipvlan, options)
  }
}

// IPv4 or IPv6 in IPv6.

import { Link } from '../link.ts'
import { createLink, type LowerOptions, type Traits } from '../kind.ts'
import { type LinkRef } from '../link-options.ts'
import { type Input } from '../schema/dsl.ts'
import { ip6tnl } from '../schema/tunnel.ts'

export interface Ip6tnlSettings extends Omit<Input<typeof ip6tnl>, 'link'> {
  link?: LinkRef | undefined
}
export interface Ip6tnlOptions extends LowerOptions, Omit<Input<typeof ip6tnl>, 'link'> {}

/** A tunnel over IPv6. */
export class Ip6tnl extends Link<Ip6tnlSettings> {
  static readonly traits: Traits = { table: ip6tnl, links: ['link'], link: 'possible', whole: true }

  /**
   * Makes a tunnel over IPv6. Default of `proto`: what comes; of `encapLimit`: 0, `flags: ['ign_encap_limit']` leaves the option out.
   *
   * @throws NetlinkError EEXIST: there is such a tunnel.
   * @example
   * await Ip6tnl.create({ name: 'ip6tnl1', local: 'fd00::1', remote: 'fd00::2', proto: 'ipip', ttl: 64, up: true })
   */
  static async create(options: Ip6tnlOptions = {}): Promise<Ip6tnl> {
    return await createLink(Ip6tnl, options)
  }
}

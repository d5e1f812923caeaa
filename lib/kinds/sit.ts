// IPv6 (or IPv4, or MPLS) in IPv4: also 6rd and ISATAP.

import { Link } from '../link.ts'
import { createLink, type LowerOptions, type Traits } from '../kind.ts'
import { type LinkRef } from '../link-options.ts'
import { type Input } from '../schema/dsl.ts'
import { sit } from '../schema/tunnel.ts'

export interface SitSettings extends Omit<Input<typeof sit>, 'link'> {
  link?: LinkRef | undefined
}
export interface SitOptions extends LowerOptions, Omit<Input<typeof sit>, 'link'> {}

/** A tunnel for IPv6 over IPv4. */
export class Sit extends Link<SitSettings> {
  static readonly traits: Traits = { table: sit, links: ['link'], link: 'possible', whole: true }

  /**
   * Makes a tunnel for IPv6 over IPv4. Default of `proto`: `ipv6`.
   *
   * @throws NetlinkError EEXIST: there is such a tunnel.
   * @example
   * await Sit.create({ name: 'sit1', local: '10.0.0.1', remote: '10.0.0.2', ttl: 64, up: true })
   */
  static async create(options: SitOptions = {}): Promise<Sit> {
    return await createLink(Sit, options)
  }
}

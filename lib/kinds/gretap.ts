// Ethernet over GRE over IPv4.

import { Link } from '../link.ts'
import { createLink, type LowerOptions, type Traits } from '../kind.ts'
import { type LinkRef } from '../link-options.ts'
import { type Input } from '../schema/dsl.ts'
import { gre } from '../schema/tunnel.ts'

export interface GretapSettings extends Omit<Input<typeof gre>, 'link'> {
  link?: LinkRef | undefined
}
export interface GretapOptions extends LowerOptions, Omit<Input<typeof gre>, 'link'> {}

/** A GRE tunnel for Ethernet. */
export class Gretap extends Link<GretapSettings> {
  static readonly traits: Traits = { table: gre, links: ['link'], link: 'possible', whole: true }

  /**
   * Makes a GRE tunnel for Ethernet.
   *
   * @throws NetlinkError EEXIST: there is such a tunnel.
   * @example
   * await Gretap.create({ name: 'gretap1', local: '10.0.0.1', remote: '10.0.0.2', up: true })
   */
  static async create(options: GretapOptions = {}): Promise<Gretap> {
    return await createLink(Gretap, options)
  }
}

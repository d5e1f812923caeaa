// IP over GRE over IPv4.

import { Link } from '../link.ts'
import { createLink, type LowerOptions, type Traits } from '../kind.ts'
import { type LinkRef } from '../link-options.ts'
import { type Input } from '../schema/dsl.ts'
import { gre } from '../schema/tunnel.ts'

export interface GreSettings extends Omit<Input<typeof gre>, 'link'> {
  link?: LinkRef | undefined
}
export interface GreOptions extends LowerOptions, Omit<Input<typeof gre>, 'link'> {}

/** A GRE tunnel. */
export class Gre extends Link<GreSettings> {
  static readonly traits: Traits = { table: gre, links: ['link'], link: 'possible', whole: true }

  /**
   * Makes a GRE tunnel. Without `remote` it is a multipoint one, whose neighbours say whereto; default of `ttl`: the inner packet's.
   *
   * @throws NetlinkError EEXIST: there is such a tunnel.
   * @example
   * await Gre.create({ name: 'gre1', local: '10.0.0.1', remote: '10.0.0.2', ttl: 64, iflags: ['key'], ikey: 5, oflags: ['key'], okey: 5, up: true })
   */
  static async create(options: GreOptions = {}): Promise<Gre> {
    return await createLink(Gre, options)
  }
}

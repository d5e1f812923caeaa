// IP over GRE over IPv6.

import { Link } from '../link.ts'
import { createLink, type LowerOptions, type Traits } from '../kind.ts'
import { type LinkRef } from '../link-options.ts'
import { type Input } from '../schema/dsl.ts'
import { erspanOnly, ip6gre, type ErspanOnly } from '../schema/tunnel.ts'

export interface Ip6greSettings extends Omit<Input<typeof ip6gre>, 'link' | ErspanOnly> {
  link?: LinkRef | undefined
}
export interface Ip6greOptions extends LowerOptions, Omit<Input<typeof ip6gre>, 'link' | ErspanOnly> {}

/** A GRE tunnel over IPv6. */
export class Ip6gre extends Link<Ip6greSettings> {
  static readonly traits: Traits = { table: ip6gre, shown: erspanOnly, links: ['link'], link: 'possible', whole: true }

  /**
   * Makes a GRE tunnel over IPv6.
   *
   * @throws NetlinkError EEXIST: there is such a tunnel.
   * @example
   * await Ip6gre.create({ name: 'ip6gre1', local: 'fd00::1', remote: 'fd00::2', up: true })
   */
  static async create(options: Ip6greOptions = {}): Promise<Ip6gre> {
    return await createLink(Ip6gre, options)
  }
}

// Mirrored Ethernet frames over GRE over IPv6 (ERSPAN II and III).

import { Link } from '../link.ts'
import { createLink, type LowerOptions, type Traits } from '../kind.ts'
import { type LinkRef } from '../link-options.ts'
import { type Input } from '../schema/dsl.ts'
import { ip6gre } from '../schema/tunnel.ts'

export interface Ip6erspanSettings extends Omit<Input<typeof ip6gre>, 'link'> {
  link?: LinkRef | undefined
}
export interface Ip6erspanOptions extends LowerOptions, Omit<Input<typeof ip6gre>, 'link'> {}

/** An ERSPAN tunnel over IPv6. */
export class Ip6erspan extends Link<Ip6erspanSettings> {
  static readonly traits: Traits = { table: ip6gre, links: ['link'], link: 'possible', whole: true }

  /**
   * Makes an ERSPAN tunnel over IPv6: see `Erspan.create`.
   *
   * @throws NetlinkError EEXIST: there is such a tunnel.
   * @example
   * await Ip6erspan.create({ name: 'ip6erspan1', local: 'fd00::1', remote: 'fd00::2', iflags: ['key', 'seq'], oflags: ['key', 'seq'], ikey: 5, okey: 5, erspanVer: 2, erspanHwid: 7, up: true })
   */
  static async create(options: Ip6erspanOptions = {}): Promise<Ip6erspan> {
    return await createLink(Ip6erspan, options)
  }
}

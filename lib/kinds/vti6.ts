// Takes what IPsec policies and states with its keys as marks concern, over IPv6.

import { Link } from '../link.ts'
import { createLink, type LowerOptions, type Traits } from '../kind.ts'
import { type LinkRef } from '../link-options.ts'
import { type Input } from '../schema/dsl.ts'
import { vti6 } from '../schema/tunnel.ts'

export interface Vti6Settings extends Omit<Input<typeof vti6>, 'link'> {
  link?: LinkRef | undefined
}
export interface Vti6Options extends LowerOptions, Omit<Input<typeof vti6>, 'link'> {}

/** A virtual tunnel interface of IPsec over IPv6. */
export class Vti6 extends Link<Vti6Settings> {
  static readonly traits: Traits = { table: vti6, links: ['link'], link: 'possible', whole: true }

  /**
   * Makes a VTI over IPv6: see `Vti.create`.
   *
   * @throws NetlinkError EEXIST: there is such a tunnel.
   * @example
   * await Vti6.create({ name: 'vti61', local: 'fd00::1', remote: 'fd00::2', ikey: 5, okey: 5, up: true })
   */
  static async create(options: Vti6Options = {}): Promise<Vti6> {
    return await createLink(Vti6, options)
  }
}

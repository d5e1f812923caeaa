// Takes what IPsec policies and states with its keys as marks concern, over IPv4.

import { Link } from '../link.ts'
import { createLink, type LowerOptions, type Traits } from '../kind.ts'
import { type LinkRef } from '../link-options.ts'
import { type Input } from '../schema/dsl.ts'
import { vti } from '../schema/tunnel.ts'

export interface VtiSettings extends Omit<Input<typeof vti>, 'link'> {
  link?: LinkRef | undefined
}
export interface VtiOptions extends LowerOptions, Omit<Input<typeof vti>, 'link'> {}

/** A virtual tunnel interface of IPsec. */
export class Vti extends Link<VtiSettings> {
  static readonly traits: Traits = { table: vti, links: ['link'], link: 'possible', whole: true }

  /**
   * Makes a VTI. Keys are marks of policies and states; default 0.
   *
   * @throws NetlinkError EEXIST: there is such a tunnel.
   * @example
   * await Vti.create({ name: 'vti1', local: '10.0.0.1', remote: '10.0.0.2', ikey: 5, okey: 5, up: true })
   */
  static async create(options: VtiOptions = {}): Promise<Vti> {
    return await createLink(Vti, options)
  }
}

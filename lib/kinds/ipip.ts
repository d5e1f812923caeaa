// IPv4 (or MPLS) in IPv4.

import { Link } from '../link.ts'
import { createLink, type LowerOptions, type Traits } from '../kind.ts'
import { type LinkRef } from '../link-options.ts'
import { type Input } from '../schema/dsl.ts'
import { ipip } from '../schema/tunnel.ts'

export interface IpipSettings extends Omit<Input<typeof ipip>, 'link'> {
  link?: LinkRef | undefined
}
export interface IpipOptions extends LowerOptions, Omit<Input<typeof ipip>, 'link'> {}

/** An IP in IP tunnel. */
export class Ipip extends Link<IpipSettings> {
  static readonly traits: Traits = { table: ipip, links: ['link'], link: 'possible', whole: true }

  /**
   * Makes an IP in IP tunnel. Default of `proto`: `ipip`.
   *
   * @throws NetlinkError EEXIST: there is such a tunnel.
   * @example
   * await Ipip.create({ name: 'ipip1', local: '10.0.0.1', remote: '10.0.0.2', ttl: 64, up: true })
   */
  static async create(options: IpipOptions = {}): Promise<Ipip> {
    return await createLink(Ipip, options)
  }
}

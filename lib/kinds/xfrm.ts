// Takes what IPsec policies and states with the same interface id concern.

import { Link } from '../link.ts'
import { createLink, type LowerOptions, type Traits } from '../kind.ts'
import { type LinkRef } from '../link-options.ts'
import { attributes, flag, u32, type Input } from '../schema/dsl.ts'

export const xfrm = attributes('IFLA_XFRM_', {
  link:            u32(1),
  ifId:            u32(2),
  collectMetadata: flag(3),   // since 6.1
})

/** The id can be changed as long as no other has the new one. */
export interface XfrmSettings extends Omit<Input<typeof xfrm>, 'link'> {
  link?: LinkRef | undefined
}
export interface XfrmOptions extends LowerOptions, Omit<Input<typeof xfrm>, 'link'> {}

/** An XFRM interface. */
export class Xfrm extends Link<XfrmSettings> {
  static readonly traits: Traits = { table: xfrm, links: ['link'], link: 'possible', whole: true }

  /**
   * Makes an XFRM interface.
   *
   * @throws NetlinkError EEXIST: another has this id. EINVAL: id 0 without `collectMetadata`, or with it.
   * @example
   * await Xfrm.create({ name: 'ipsec0', ifId: 42, link: eth0, up: true })
   */
  static async create(options: XfrmOptions): Promise<Xfrm> {
    return await createLink(Xfrm, options)
  }
}

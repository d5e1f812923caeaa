// IP over InfiniBand: a partition of the fabric, on the link of a port.

import { Link } from '../link.ts'
import { createLink, type LowerOptions, type Traits } from '../kind.ts'
import { type LinkRef } from '../link-options.ts'
import { attributes, names, u16, type Input } from '../schema/dsl.ts'

export const ipoib = attributes('IFLA_IPOIB_', {
  pkey:   u16(1),
  mode:   u16(2, names({ datagram: 0, connected: 1 })),
  umcast: u16(3),                                        // 1: user space may send multicast to groups that it has not joined
})

/** What can be changed later. */
export interface IpoibSettings extends Omit<Input<typeof ipoib>, 'pkey'> {}
export interface IpoibOptions extends LowerOptions, Input<typeof ipoib> {
  link: LinkRef
}

/** A partition of an InfiniBand fabric. */
export class Ipoib extends Link<IpoibSettings> {
  static readonly traits: Traits = { table: ipoib, fixed: ['pkey'], link: 'wanted' }

  /**
   * Makes a link for a partition key, that of the port's own link unless `pkey` says otherwise.
   *
   * @throws NetlinkError EINVAL: the link below is no InfiniBand port's, or the key has not its full-membership bit, 0x8000.
   * @example
   * await Ipoib.create({ link: 'ib0', name: 'ib0.8001', pkey: 0x8001, mode: 'connected', up: true })
   */
  static async create(options: IpoibOptions): Promise<Ipoib> {
    return await createLink(Ipoib, options)
  }
}

// A mesh network by B.A.T.M.A.N. advanced over the links that are its ports. Its settings are the generic netlink family batadv's.

import { Master } from '../master.ts'
import { createLink, type Traits } from '../kind.ts'
import { type LinkOptions } from '../link-options.ts'
import { attributes, string, type Input } from '../schema/dsl.ts'

export const batadv = attributes('IFLA_BATADV_', {
  algoName: string(1),   // BATMAN_IV or BATMAN_V; write only
})

export interface BatadvOptions extends LinkOptions, Input<typeof batadv> {}

/** A mesh interface. */
export class Batadv extends Master {
  static readonly traits: Traits = { table: batadv, fixed: ['algoName'] }

  /**
   * Makes a mesh interface. Default of `algoName`: the module's, BATMAN_IV.
   *
   * @throws NetlinkError EINVAL: no such algorithm.
   * @example
   * const bat0 = await Batadv.create({ name: 'bat0', algoName: 'BATMAN_V' })
   */
  static async create(options: BatadvOptions = {}): Promise<Batadv> {
    return await createLink(Batadv, options)
  }
}

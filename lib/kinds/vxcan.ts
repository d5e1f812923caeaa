// A pair of CAN interfaces that are each other's bus. Write only, as veth is.

import { createPair, Pair, type PairOptions } from '../pair.ts'
import { type Traits } from '../kind.ts'
import { attributes, nest, type AttributeSet, type Field } from '../schema/dsl.ts'
import { link } from '../schema/link.ts'
import { type VethPeer, type VethPeerInput } from './veth.ts'

export const vxcan: AttributeSet<{}, { readonly peer: Field<Readonly<VethPeer>, Partial<VethPeerInput>> }> = attributes('VXCAN_INFO_', {
  peer: nest(1, () => link),
})

/** Options of {@link Vxcan.create}: those of a link, and `peer`. */
export interface VxcanOptions extends PairOptions {}

/** One end of a virtual CAN tunnel. */
export class Vxcan extends Pair {
  static readonly traits: Traits = { table: vxcan, fixed: ['peer'] }

  /**
   * Makes both ends, each in its namespace.
   *
   * @throws NetlinkError EEXIST: one of the names is taken.
   * @example
   * await Vxcan.create({ netns: red, name: 'can0', up: true, peer: { netns: blue, name: 'can0', up: true } })
   */
  static async create(options: VxcanOptions = {}): Promise<Vxcan> {
    return await createPair(Vxcan, { attribute: 'peer' }, options)
  }
}

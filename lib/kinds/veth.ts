// A pair of links that are each other's wire. Write only: veth has no fill_info, so that the peer of an existing veth
// is known by IFLA_LINK and IFLA_LINK_NETNSID.

import { createPair, Pair, type PairOptions } from '../pair.ts'
import { type Traits } from '../kind.ts'
import { attributes, nest, type AttributeSet, type Field, type Infer, type Input } from '../schema/dsl.ts'
import { link } from '../schema/link.ts'

/** The other end, as a whole link message of its own. Named, because a link contains its kind's data and these a link. */
export interface VethPeer extends Infer<typeof link> {}
export interface VethPeerInput extends Input<typeof link> {}

// Readonly and Partial put off the look into the interfaces until the type of a link is known.
export const veth: AttributeSet<{}, { readonly peer: Field<Readonly<VethPeer>, Partial<VethPeerInput>> }> = attributes('VETH_INFO_', {
  peer: nest(1, () => link),
})

/** Options of {@link Veth.create}; of a veth's own, `peer`: the same options for the other end. */
export interface VethOptions extends PairOptions {}

/** One end of a veth pair. */
export class Veth extends Pair {
  static readonly traits: Traits = { table: veth, fixed: ['peer'] }

  /**
   * Makes both ends, each in its namespace, in one message. With a `master` the end is made a port while it is down and
   * comes up last, after the other end is done: many attached at once then cost least.
   *
   * @throws NetlinkError EEXIST: one of the names is taken. EOPNOTSUPP: the kernel lacks veth.
   * @example
   * await Veth.create({ netns: red, name: 'eth0', addresses: ['10.0.0.1/24'], up: true, peer: { netns: host, master: bridge, up: true } })
   */
  static async create(options: VethOptions = {}): Promise<Veth> {
    // Without a queue count veth_init_queues waits for an RCU grace period at each end, and more than one queue is seldom used.
    return await createPair(Veth, { attribute: 'peer', defaults: { queues: 1 } }, options)
  }
}

// A pair of links that are each other's wire. Write only: veth has no fill_info, so that the peer of an existing veth
// is known by IFLA_LINK and IFLA_LINK_NETNSID.

import { Link } from '../link.ts'
import { elsewhere, furnish, isPlain, makeLink, orDelete, settled } from '../link-create.ts'
import { planLink, takeOptions, type LinkOptions, type LinkPlan } from '../link-options.ts'
import { Netns } from '../netns.ts'
import { attributes, nest, type AttributeSet, type Field, type Infer, type Input } from '../schema/dsl.ts'
import { link } from '../schema/link.ts'
import { merged } from '../values.ts'

/** The other end, as a whole link message of its own. Named, because a link contains its kind's data and these a link. */
export interface VethPeer extends Infer<typeof link> {}
export interface VethPeerInput extends Input<typeof link> {}

// Readonly and Partial put off the look into the interfaces until the type of a link is known.
export const veth: AttributeSet<{}, { readonly peer: Field<Readonly<VethPeer>, Partial<VethPeerInput>> }> = attributes('VETH_INFO_', {
  peer: nest(1, () => link),
})

const ownOptions = ['peer'] as const

/** Options of {@link Veth.create}; of a veth's own, `peer`: the same options for the other end. */
export interface VethOptions extends LinkOptions {
  /** The other end. Its `netns` is this end's unless said otherwise, its `name` is random. */
  peer?: LinkOptions | undefined
}

/** One end of a veth pair. */
export class Veth extends Link {
  static readonly ownOptions: readonly string[] = []
  #peer: Link | undefined

  /**
   * Makes both ends, each in its namespace, in one message. With a `master` the end is made a port while it is down and
   * comes up last, after the other end is done: many attached at once then cost least.
   *
   * @throws NetlinkError EEXIST: one of the names is taken. EOPNOTSUPP: the kernel lacks veth.
   * @example
   * await Veth.create({ netns: red, name: 'eth0', addresses: ['10.0.0.1/24'], up: true, peer: { netns: host, master: bridge, up: true } })
   */
  static async create(options: VethOptions = {}): Promise<Veth> {
    const { common, own } = takeOptions(options, ownOptions)
    const other = takeOptions(own.peer === undefined ? {} : own.peer, [], 'options.peer').common
    const nearPlan = planLink('veth', merged({ queues: 1 }, common), Netns.current())
    const near = nearPlan instanceof Promise ? await nearPlan : nearPlan
    const farPlan = planLink('veth', merged({ queues: 1 }, other), near.netns, 'options.peer')
    const far = farPlan instanceof Promise ? await farPlan : farPlan
    // Only the end that a message is sent for can be made a port by it.
    const [first, second] = far.master !== undefined && near.master === undefined ? [far, near] : [near, far]
    const [one, two] = await makePair(first, second)
    const [veth, peer] = first === near ? [one, two] : [two, one]
    veth.#peer = peer
    peer.#peer = veth
    return veth
  }

  /** The other end. Known to handles that `create` made. */
  get peer(): Link {
    if (!this.#peer) throw new Error(`the peer of ${this.name} is known by its info's link and linkNetnsId only: this handle did not make it`)
    return this.#peer
  }
}

/** Without a queue count veth_init_queues waits for an RCU grace period at each end, and more than one queue is seldom used. */
async function makePair(first: LinkPlan, second: LinkPlan): Promise<[Veth, Veth]> {
  const { attribute, namespaces } = elsewhere(second, first)
  const early = first.master === undefined && isPlain(first)
  const made = await makeLink('veth', first, { peer: { ...second.attributes, ...attribute } }, namespaces, early)
  const one = new Veth(first.netns, made.index, first.name, 'veth')
  const two = new Veth(second.netns, made.link ?? 0, second.name, 'veth')
  await orDelete(one, async () => {
    const inside = furnish(two, second, { master: false, up: false })
    if (first.master !== undefined) await inside
    await settled([inside, furnish(one, first, { master: true, up: early })])
  })
  return [one, two]
}

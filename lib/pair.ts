// Kinds whose links come in pairs, each the other's wire: veth, vxcan, netkit. The message that makes one end contains the
// message that makes the other.

import { kindOf, Link } from './link.ts'
import { elsewhere, furnish, isPlain, makeLink, orDelete, settled } from './link-create.ts'
import { planLink, takeOptions, type LinkOptions, type LinkPlan } from './link-options.ts'
import { creatable, type KindClass } from './kind.ts'
import { Netns } from './netns.ts'
import { merged } from './values.ts'

/** Options of both ends; the other's are in `peer`. */
export interface PairOptions extends LinkOptions {
  /** The other end. Its `netns` is this end's unless said otherwise, its `name` is random. */
  peer?: LinkOptions | undefined
}

const peers = new WeakMap<Pair, Link>()

/** One end of a pair. */
export class Pair<C extends object = {}> extends Link<C> {
  /** The other end. Known to handles that `create` made. */
  get peer(): Link {
    const peer = peers.get(this)
    if (!peer) throw new Error(`the peer of ${this.name} is known by its info's link and linkNetnsId only: this handle did not make it`)
    return peer
  }
}

/** How a kind says what its other end is. */
export interface PairKind {
  /** The attribute that holds the other end's message. */
  readonly attribute: string
  /** Options that both ends have unless they say otherwise. */
  readonly defaults?: LinkOptions
}

/** Makes both ends, or nothing. */
export async function createPair<T extends Pair>(kind: KindClass<T>, { attribute, defaults = {} }: PairKind, options: unknown): Promise<T> {
  const word = kindOf(kind)
  const names = creatable(kind.traits).filter((name) => name !== attribute)
  const { common, own: { peer, ...own } } = takeOptions(options, [...names, 'peer'])
  const other = takeOptions(peer === undefined ? {} : peer, [], 'options.peer').common
  const nearPlan = planLink(word, merged(defaults, common), Netns.current())
  const near = nearPlan instanceof Promise ? await nearPlan : nearPlan
  const farPlan = planLink(word, merged(defaults, other), near.netns, 'options.peer')
  const far = farPlan instanceof Promise ? await farPlan : farPlan
  // Only the end that a message is sent for can be made a port by it; with data of its own the first end stays the first.
  const swap = far.master !== undefined && near.master === undefined && Object.keys(own).length === 0
  const [one, two] = await makePair(kind, word, attribute, own, swap ? [far, near] : [near, far])
  peers.set(one, two)
  peers.set(two, one)
  return swap ? two : one
}

async function makePair<T extends Pair>(kind: KindClass<T>, word: string, attribute: string, own: object, [first, second]: readonly [LinkPlan, LinkPlan]): Promise<[T, T]> {
  const { attribute: place, namespaces } = elsewhere(second, first)
  const early = first.master === undefined && isPlain(first)
  const made = await makeLink(word, first, { ...own, [attribute]: { ...second.attributes, ...place } }, { namespaces, early })
  const one = new kind(first.netns, made.index, first.name, word)
  const two = new kind(second.netns, made.link ?? 0, second.name, word)
  await orDelete(one, async () => {
    const inside = furnish(two, second, { master: false, up: false })
    if (first.master !== undefined) await inside
    await settled([inside, furnish(one, first, { master: true, up: early })])
  })
  return [one, two]
}

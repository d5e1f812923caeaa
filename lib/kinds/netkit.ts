// A pair of links with BPF programs between them. The end that `create` returns is the primary one: it has the say of both.

import { createPair, Pair, type PairOptions } from '../pair.ts'
import { type Traits } from '../kind.ts'
import { attributes, bool8, names, nest, u16, u32, type AttributeSet, type Field, type Input } from '../schema/dsl.ts'
import { link } from '../schema/link.ts'
import { type VethPeer, type VethPeerInput } from './veth.ts'

/** What becomes of packets that no program decides about. */
const policies = names({ pass: 0, drop: 2 })
/** Whether mark and priority of packets are cleared on their way to the other end. */
const scrubs = names({ none: 0, default: 1 })

const own = {
  primary:    bool8(2),
  policy:     u32(3, policies),
  peerPolicy: u32(4, policies),
  mode:       u32(5, names({ l2: 0, l3: 1 })),
  scrub:      u32(6, scrubs),                                   // since 6.13
  peerScrub:  u32(7, scrubs),
  headroom:   u16(8),                                           // bytes; since 6.14
  tailroom:   u16(9),
  pairing:    u32(10, names({ pair: 0, single: 1 })),           // after 6.18
}

type Own = typeof own
type Peer = { readonly peerInfo: Field<Readonly<VethPeer>, Partial<VethPeerInput>> }

export const netkit: AttributeSet<{}, Peer & Own> = attributes('IFLA_NETKIT_', {
  peerInfo: nest(1, () => link),
  ...own,
})

/** What can be changed later, at the primary end. */
export interface NetkitSettings extends Pick<Input<AttributeSet<{}, Own>>, 'policy' | 'peerPolicy'> {}
export interface NetkitOptions extends PairOptions, Omit<Input<AttributeSet<{}, Own>>, 'primary' | 'pairing'> {}

const fixed = ['peerInfo', 'mode', 'scrub', 'peerScrub', 'headroom', 'tailroom', 'pairing'] as const

/** One end of a netkit pair. Since Linux 6.7. */
export class Netkit extends Pair<NetkitSettings> {
  static readonly traits: Traits = { table: netkit, shown: ['primary'], fixed }

  /**
   * Makes both ends, each in its namespace. Default: mode `l3`, in which there are no link-layer addresses, and both policies `pass`.
   *
   * @throws NetlinkError EEXIST: one of the names is taken. EOPNOTSUPP: an `address` in mode `l3`.
   * @example
   * await Netkit.create({ name: 'nk0', mode: 'l2', peerPolicy: 'drop', peer: { netns: red, name: 'eth0' } })
   */
  static async create(options: NetkitOptions = {}): Promise<Netkit> {
    return await createPair(Netkit, { attribute: 'peerInfo' }, options)
  }
}

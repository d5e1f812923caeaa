// An encrypted tunnel. The link alone: keys and peers are the generic netlink family wireguard's.

import { Link } from '../link.ts'
import { createLink, type Traits, type UnderlayOptions } from '../kind.ts'

export interface WireguardOptions extends UnderlayOptions {}

/** A WireGuard tunnel. */
export class Wireguard extends Link {
  static readonly traits: Traits = { link: 'netns' }

  /**
   * Its encrypted packets travel in the namespace it is made in, or in `linkNetns`, wherever it is moved later.
   *
   * @throws NetlinkError EEXIST: the name is taken. EOPNOTSUPP: the kernel lacks the kind.
   * @example
   * const wg0 = await Wireguard.create({ name: 'wg0', netns: red, linkNetns: Netns.current(), addresses: ['10.9.0.1/24'] })
   */
  static async create(options: WireguardOptions = {}): Promise<Wireguard> {
    return await createLink(Wireguard, options)
  }
}

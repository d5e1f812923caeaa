// IPv6 over IEEE 802.15.4 (6LoWPAN, RFC 4944), on a link of that kind.

import { Link } from '../link.ts'
import { createLink, type LowerOptions, type Traits } from '../kind.ts'
import { type LinkRef } from '../link-options.ts'

export interface LowpanOptions extends LowerOptions {
  link: LinkRef
}

/** IPv6 over a low-power radio. */
export class Lowpan extends Link {
  static readonly traits: Traits = { link: 'wanted' }

  /**
   * @throws NetlinkError EINVAL: the link below is not of type ieee802154. EBUSY: it has one already.
   * @example
   * await Lowpan.create({ link: 'wpan0', name: 'lowpan0', up: true })
   */
  static async create(options: LowpanOptions): Promise<Lowpan> {
    return await createLink(Lowpan, options)
  }
}

// Passes on what traffic control redirects to it, so that what arrives can be shaped like what leaves.

import { Link } from '../link.ts'
import { createLink, type Traits } from '../kind.ts'
import { type LinkOptions } from '../link-options.ts'

export interface IfbOptions extends LinkOptions {}

/** An intermediate functional block. */
export class Ifb extends Link {
  static readonly traits: Traits = {}

  /**
   * @throws NetlinkError EEXIST: the name is taken. EOPNOTSUPP: the kernel lacks the kind.
   * @example
   * const link = await Ifb.create({ name: 'ifb0', up: true })
   */
  static async create(options: IfbOptions = {}): Promise<Ifb> {
    return await createLink(Ifb, options)
  }
}

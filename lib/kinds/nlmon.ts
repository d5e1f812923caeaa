// Shows the netlink messages of its namespace to whoever captures on it. The kernel takes no address for it.

import { Link } from '../link.ts'
import { createLink, type Traits } from '../kind.ts'
import { type LinkOptions } from '../link-options.ts'

export interface NlmonOptions extends LinkOptions {}

/** A link that netlink can be captured on. */
export class Nlmon extends Link {
  static readonly traits: Traits = {}

  /**
   * @throws NetlinkError EEXIST: the name is taken. EOPNOTSUPP: the kernel lacks the kind.
   * @example
   * await Nlmon.create({ name: 'nlmon0', up: true })
   */
  static async create(options: NlmonOptions = {}): Promise<Nlmon> {
    return await createLink(Nlmon, options)
  }
}

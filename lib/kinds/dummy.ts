// Takes packets and drops them: a link to hold addresses, or to be a port in tests.

import { Link } from '../link.ts'
import { createLink, type Traits } from '../kind.ts'
import { type LinkOptions } from '../link-options.ts'

export interface DummyOptions extends LinkOptions {}

/** A link with nothing behind it. */
export class Dummy extends Link {
  static readonly traits: Traits = {}

  /**
   * @throws NetlinkError EEXIST: the name is taken. EOPNOTSUPP: the kernel lacks the kind.
   * @example
   * const loopback = await Dummy.create({ name: 'lo1', addresses: ['192.0.2.1/32'], up: true })
   */
  static async create(options: DummyOptions = {}): Promise<Dummy> {
    return await createLink(Dummy, options)
  }
}

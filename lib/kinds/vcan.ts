// A CAN bus without hardware: all who are bound to it hear what any of them sends.

import { Link } from '../link.ts'
import { createLink, type Traits } from '../kind.ts'
import { type LinkOptions } from '../link-options.ts'

export interface VcanOptions extends LinkOptions {}

/** A virtual CAN bus. */
export class Vcan extends Link {
  static readonly traits: Traits = {}

  /**
   * @throws NetlinkError EEXIST: the name is taken. EOPNOTSUPP: the kernel lacks the kind.
   * @example
   * const link = await Vcan.create({ name: 'vcan0', up: true })
   */
  static async create(options: VcanOptions = {}): Promise<Vcan> {
    return await createLink(Vcan, options)
  }
}

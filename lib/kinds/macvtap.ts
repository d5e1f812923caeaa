// A macvlan whose packets a program reads and writes through /dev/tapN, N being its index.

import { Link } from '../link.ts'
import { createLink, type Traits } from '../kind.ts'
import { macvlan, macvlanShown, type MacvlanOptions, type MacvlanSettings } from './macvlan.ts'

export interface MacvtapOptions extends MacvlanOptions {}

/** A macvtap. */
export class Macvtap extends Link<MacvlanSettings> {
  static readonly traits: Traits = { table: macvlan, shown: macvlanShown, link: 'wanted' }

  /**
   * Makes a macvtap: see `Macvlan.create`.
   *
   * @example
   * await Macvtap.create({ link: eth0, name: 'macvtap0', mode: 'bridge', up: true })
   */
  static async create(options: MacvtapOptions): Promise<Macvtap> {
    return await createLink(Macvtap, options)
  }
}

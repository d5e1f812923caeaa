// An ipvlan whose packets a program reads and writes through /dev/tapN, N being its index.

import { Link } from '../link.ts'
import { createLink, type Traits } from '../kind.ts'
import { ipvlan, type IpvlanOptions, type IpvlanSettings } from './ipvlan.ts'

export interface IpvtapOptions extends IpvlanOptions {}

/** An ipvtap. */
export class Ipvtap extends Link<IpvlanSettings> {
  static readonly traits: Traits = { table: ipvlan, link: 'wanted' }

  /**
   * Makes an ipvtap: see `Ipvlan.create`.
   *
   * @example
   * await Ipvtap.create({ link: eth0, name: 'ipvtap0', mode: 'l2', up: true })
   */
  static async create(options: IpvtapOptions): Promise<Ipvtap> {
    return await createLink(Ipvtap, options)
  }
}

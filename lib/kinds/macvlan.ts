// A link with an address of its own on another link, told apart by that. Other than through a bridge, frames go straight to the link below.

import { Link } from '../link.ts'
import { createLink, type LowerOptions, type Traits } from '../kind.ts'
import { type LinkRef } from '../link-options.ts'
import { attributes, bits, mac, multi, names, nest, s32, u16, u32, type Input } from '../schema/dsl.ts'

const macaddrs = attributes('IFLA_MACVLAN_', {
  macaddr: multi(mac(4)),
})

/** Of macvtap too. */
export const macvlan = attributes('IFLA_MACVLAN_', {
  mode:           u32(1, names({ private: 1, vepa: 2, bridge: 4, passthru: 8, source: 16 })),
  flags:          u16(2, bits({ nopromisc: 1, nodst: 2 })),
  macaddrMode:    u32(3, names({ add: 0, del: 1, flush: 2, set: 3 })),                    // write only: what to do with macaddr, macaddrData
  macaddr:        mac(4),                                                                // write only
  macaddrData:    nest(5, () => macaddrs),                                               // sources let in, of mode source
  macaddrCount:   u32(6),
  bcQueueLen:     u32(7),                                                                // packets; since 5.11
  bcQueueLenUsed: u32(8),                                                                // the most that any link on the same one asks for
  bcCutoff:       s32(9),                                                                // since 6.5
})

export const macvlanShown = ['macaddrCount', 'bcQueueLenUsed'] as const

/** What can be changed later; into and out of `passthru` it cannot. */
export interface MacvlanSettings extends Omit<Input<typeof macvlan>, typeof macvlanShown[number]> {}
export interface MacvlanOptions extends LowerOptions, MacvlanSettings {
  link: LinkRef
}

/** A macvlan. */
export class Macvlan extends Link<MacvlanSettings> {
  static readonly traits: Traits = { table: macvlan, shown: macvlanShown, link: 'wanted' }

  /**
   * Makes a macvlan. Default mode: `vepa`, in which two on the same link hear each other through a switch only.
   *
   * @throws NetlinkError EINVAL: `passthru` on a link that has others. EBUSY: the link below is a port.
   * @example
   * await Macvlan.create({ netns: red, link: eth0, name: 'eth0', mode: 'bridge', up: true })
   */
  static async create(options: MacvlanOptions): Promise<Macvlan> {
    return await createLink(Macvlan, options)
  }
}

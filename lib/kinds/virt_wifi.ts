// An Ethernet link that looks like WiFi: an open network, to which it can be connected.

import { Link } from '../link.ts'
import { createLink, type LowerOptions, type Traits } from '../kind.ts'
import { type LinkRef } from '../link-options.ts'

export interface VirtWifiOptions extends LowerOptions {
  link: LinkRef
}

/** WiFi over Ethernet. */
export class VirtWifi extends Link {
  static readonly traits: Traits = { link: 'wanted' }

  /**
   * @throws NetlinkError EBUSY: the link below belongs to another link. EOPNOTSUPP: the kernel lacks the kind.
   * @example
   * await VirtWifi.create({ link: 'eth0', name: 'wlan0' })
   */
  static async create(options: VirtWifiOptions): Promise<VirtWifi> {
    return await createLink(VirtWifi, options)
  }
}

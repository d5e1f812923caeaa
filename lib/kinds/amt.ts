// Automatic multicast tunneling (RFC 7450): multicast through a network that has none.

import { Link } from '../link.ts'
import { createLink, type LowerOptions, type Traits } from '../kind.ts'
import { type LinkRef } from '../link-options.ts'
import { attributes, be16, ipv4, names, u32, type Input } from '../schema/dsl.ts'

export const amt = attributes('IFLA_AMT_', {
  mode:        u32(1, names({ gateway: 0, relay: 1 })),
  relayPort:   be16(2),
  gatewayPort: be16(3),
  link:        u32(4),
  localIp:     ipv4(5),
  remoteIp:    ipv4(6),                                // shown only: the relay that was found
  discoveryIp: ipv4(7),                                // of a gateway: whom it asks for a relay
  maxTunnels:  u32(8),                                 // of a relay
})

export interface AmtOptions extends LowerOptions, Omit<Input<typeof amt>, 'link' | 'remoteIp'> {
  link: LinkRef
  mode: 'gateway' | 'relay' | number
  localIp: string | Uint8Array
}

/** An AMT gateway or relay. */
export class Amt extends Link {
  static readonly traits: Traits = { table: amt, shown: ['remoteIp'], fixed: Object.keys(amt.attributes), wanted: ['mode', 'localIp'], link: 'wanted' }

  /**
   * Makes a gateway or a relay. Default of both ports: 2268; of `maxTunnels`: 128.
   *
   * @throws NetlinkError EINVAL with `attribute`: what is missing or out of range.
   * @example
   * await Amt.create({ name: 'amt0', mode: 'gateway', link: eth0, localIp: '10.0.0.1', discoveryIp: '10.0.0.2' })
   */
  static async create(options: AmtOptions): Promise<Amt> {
    return await createLink(Amt, options)
  }
}

// IP or MPLS straight in UDP.

import { Link } from '../link.ts'
import { createLink, type Traits, type UnderlayOptions } from '../kind.ts'
import { attributes, be16, flag, names, u16, type Input } from '../schema/dsl.ts'

export const bareudp = attributes('IFLA_BAREUDP_', {
  port:           be16(1),
  ethertype:      be16(2, names({ ip: 0x0800, ipv6: 0x86dd, mpls_uc: 0x8847, mpls_mc: 0x8848 })),
  srcportMin:     u16(3),
  multiprotoMode: flag(4),                                       // IPv6 beside IPv4, multicast beside unicast MPLS
})

export interface BareudpOptions extends UnderlayOptions, Input<typeof bareudp> {
  port: number
  ethertype: 'ip' | 'ipv6' | 'mpls_uc' | 'mpls_mc' | number
}

/** A bare UDP tunnel end: whereto is the routes' to say. */
export class Bareudp extends Link {
  static readonly traits: Traits = { table: bareudp, fixed: ['port', 'ethertype', 'srcportMin', 'multiprotoMode'], wanted: ['port', 'ethertype'], link: 'netns' }

  /**
   * Makes a bare UDP tunnel end.
   *
   * @throws NetlinkError EBUSY: another has the port. EINVAL: `multiprotoMode` of an ethertype that has no other.
   * @example
   * await Bareudp.create({ name: 'bareudp0', port: 6635, ethertype: 'mpls_uc', up: true })
   */
  static async create(options: BareudpOptions): Promise<Bareudp> {
    return await createLink(Bareudp, options)
  }
}

// The user plane of mobile networks (GTPv0, GTPv1). Its tunnels are the generic netlink family gtp's.

import { Link } from '../link.ts'
import { createLink, type Traits, type UnderlayOptions } from '../kind.ts'
import { attributes, ipv4, ipv6, names, u32, u8, type Input } from '../schema/dsl.ts'

export const gtp = attributes('IFLA_GTP_', {
  fd0:           u32(1),                                    // write only: a bound UDP socket for GTPv0
  fd1:           u32(2),                                    // write only: for GTPv1
  pdpHashsize:   u32(3),
  role:          u32(4, names({ ggsn: 0, sgsn: 1 })),
  createSockets: u8(5),                                     // write only: sockets are made, whatever the number; since 5.18
  restartCount:  u8(6),
  local:         ipv4(7),                                   // of the sockets made; since 6.10
  local6:        ipv6(8),
})

export interface GtpOptions extends UnderlayOptions, Input<typeof gtp> {}

/** A GTP tunnel device. */
export class Gtp extends Link {
  static readonly traits: Traits = { table: gtp, fixed: Object.keys(gtp.attributes), link: 'netns' }

  /**
   * Makes a GTP device, over sockets that are given by descriptor or made. Default: role `ggsn`, 1024 hash buckets.
   *
   * @throws NetlinkError EINVAL: no socket. EBADF, EPROTOTYPE: what the descriptor is not.
   * @example
   * await Gtp.create({ name: 'gtp0', createSockets: 1, role: 'sgsn' })
   */
  static async create(options: GtpOptions): Promise<Gtp> {
    return await createLink(Gtp, options)
  }
}

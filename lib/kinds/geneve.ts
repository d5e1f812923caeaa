// Ethernet (or IP) over UDP with room for options in its header.

import { Link } from '../link.ts'
import { createLink, type Traits, type UnderlayOptions } from '../kind.ts'
import { attributes, be16, be32, bool8, flag, ipv4, ipv6, names, nest, struct, u32, u8, type Input } from '../schema/dsl.ts'

const portRange = struct('ifla_geneve_port_range', '', {
  low:  be16(),
  high: be16(),
})

export const geneve = attributes('IFLA_GENEVE_', {
  id:                u32(1),                                     // 0 to 2^24-1
  remote:            ipv4(2),
  ttl:               u8(3),
  tos:               u8(4),                                      // 1: the inner packet's
  port:              be16(5),
  collectMetadata:   flag(6),
  remote6:           ipv6(7),
  udpCsum:           bool8(8),
  udpZeroCsum6Tx:    bool8(9),
  udpZeroCsum6Rx:    bool8(10),
  label:             be32(11),                                   // IPv6 flow label, 20 bits
  ttlInherit:        bool8(12),
  df:                u8(13, names({ unset: 0, set: 1, inherit: 2 })),
  innerProtoInherit: flag(14),                                   // carries IP, not Ethernet; since 5.18
  portRange:         nest(15, () => portRange),                  // of source ports; since 6.16
  groHint:           flag(16),                                   // after 6.18
  local:             ipv4(17),                                   // after 6.18
  local6:            ipv6(18),
})

/** What can be changed later; the kernel names what it refuses to change, which `port` is always. */
export interface GeneveSettings extends Omit<Input<typeof geneve>, 'port'> {}
export interface GeneveOptions extends UnderlayOptions, Input<typeof geneve> {}

/** A GENEVE tunnel end. */
export class Geneve extends Link<GeneveSettings> {
  static readonly traits: Traits = { table: geneve, fixed: ['port'], link: 'netns' }

  /**
   * Makes a GENEVE tunnel to one host, or with `collectMetadata` to those that routes and filters name. Default of `port`: 6081.
   *
   * @throws NetlinkError EEXIST: there is such a tunnel. EINVAL: an address with `collectMetadata`, or none without.
   * @example
   * await Geneve.create({ name: 'gnv0', id: 100, remote: '10.0.0.2', up: true })
   */
  static async create(options: GeneveOptions): Promise<Geneve> {
    return await createLink(Geneve, options)
  }
}

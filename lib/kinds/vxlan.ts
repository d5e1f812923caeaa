// Ethernet over UDP, as many segments as there are 24-bit identifiers. Where frames go is in its forwarding database.

import { Link } from '../link.ts'
import { LinkMdb } from '../mdb.ts'
import { createLink, type LowerOptions, type Traits } from '../kind.ts'
import { type LinkRef } from '../link-options.ts'
import { attributes, be16, be32, bool8, bytes, flag, ipv4, ipv6, names, nest, struct, u32, u8, type Input } from '../schema/dsl.ts'

const portRange = struct('ifla_vxlan_port_range', '', {
  low:  be16(),
  high: be16(),
})

export const vxlan = attributes('IFLA_VXLAN_', {
  id:               u32(1),                                              // 0 to 2^24-1
  remote:           ipv4(2),                                             // where frames for unknown addresses go: a group or a host
  link:             u32(3),
  local:            ipv4(4),
  ttl:              u8(5),                                               // 0: the route's, 1 for multicast
  tos:              u8(6),                                               // 1: the inner packet's
  learning:         bool8(7),
  ageing:           u32(8),                                              // s
  limit:            u32(9),                                              // entries of the forwarding database, 0: any number
  portRange:        nest(10, () => portRange),                           // of source ports
  proxy:            bool8(11),                                           // answers ARP
  rsc:              bool8(12),                                           // route short circuit
  l2miss:           bool8(13),
  l3miss:           bool8(14),
  port:             be16(15),
  remote6:          ipv6(16),
  local6:           ipv6(17),
  udpCsum:          bool8(18),
  udpZeroCsum6Tx:   bool8(19),
  udpZeroCsum6Rx:   bool8(20),
  remcsumTx:        bool8(21),
  remcsumRx:        bool8(22),
  gbp:              flag(23),                                            // group based policy
  remcsumNopartial: flag(24),
  collectMetadata:  bool8(25),                                           // one link for all segments, told by routes and filters
  label:            be32(26),                                            // IPv6 flow label, 20 bits
  gpe:              flag(27),                                            // generic protocol extension: carries IP, not Ethernet
  ttlInherit:       flag(28),
  df:               u8(29, names({ unset: 0, set: 1, inherit: 2 })),
  vnifilter:        bool8(30),                                           // only the segments that are listed; since 5.18
  localbypass:      bool8(31),                                           // since 6.5
  labelPolicy:      u32(32, names({ fixed: 0, inherit: 1 })),            // since 6.9
  reservedBits:     bytes(33, 8),                                        // of the header, which may be set in what arrives; since 6.14
  mcRoute:          bool8(34),                                           // since 6.17
}, { remote: 'GROUP', remote6: 'GROUP6' })

/** What can be changed later; the kernel names what it refuses to change, which `port` is always. */
export interface VxlanSettings extends Omit<Input<typeof vxlan>, 'link' | 'port'> {
  link?: LinkRef | undefined
}
export interface VxlanOptions extends LowerOptions, Omit<Input<typeof vxlan>, 'link'> {}

/** A VXLAN tunnel end. */
export class Vxlan extends Link<VxlanSettings> {
  static readonly traits: Traits = { table: vxlan, fixed: ['port'], links: ['link'], link: 'possible' }
  #mdb: LinkMdb | undefined

  /** Multicast database, since 6.4: which remote ends listen to which group. */
  get mdb(): LinkMdb { return this.#mdb ??= new LinkMdb(this) }

  /**
   * Makes a VXLAN. Default of `port`: 8472, which Linux used before 4789 was assigned; of `learning`: true; of `ageing`: 300.
   *
   * @throws NetlinkError EEXIST: another has this id on the port. EINVAL: neither `id` nor `collectMetadata`; a group without `link`.
   * @example
   * await Vxlan.create({ name: 'vx100', id: 100, remote: '10.0.0.2', local: '10.0.0.1', port: 4789, up: true })
   */
  static async create(options: VxlanOptions): Promise<Vxlan> {
    return await createLink(Vxlan, options)
  }
}

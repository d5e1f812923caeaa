// Sends every frame over two links and takes the first that arrives: HSR rings and PRP (IEC 62439-3).

import { Link } from '../link.ts'
import { createLink, type Traits } from '../kind.ts'
import { type LinkOptions, type LinkRef } from '../link-options.ts'
import { attributes, mac, names, u16, u32, u8, type Input } from '../schema/dsl.ts'

export const hsr = attributes('IFLA_HSR_', {
  slave1:          u32(1),
  slave2:          u32(2),
  multicastSpec:   u8(3),                                // last byte of supervisionAddr; write only
  supervisionAddr: mac(4),
  seqNr:           u16(5),
  version:         u8(6),                                // 0 or 1; write only
  protocol:        u8(7, names({ hsr: 0, prp: 1 })),
  interlink:       u32(8),                               // to another ring (RedBox); since 6.10
})

export const hsrShown = ['supervisionAddr', 'seqNr'] as const

export interface HsrOptions extends LinkOptions, Omit<Input<typeof hsr>, typeof hsrShown[number] | 'slave1' | 'slave2' | 'interlink'> {
  slave1: LinkRef
  slave2: LinkRef
  interlink?: LinkRef | undefined
}

/** An HSR or PRP interface. */
export class Hsr extends Link {
  static readonly traits: Traits = {
    table: hsr, shown: hsrShown, fixed: Object.keys(hsr.attributes), links: ['slave1', 'slave2', 'interlink'], wanted: ['slave1', 'slave2'],
  }

  /**
   * Makes an HSR interface of two links, which must be Ethernet and not in use by another master. Default: HSR, version 0.
   *
   * @throws NetlinkError EINVAL: both are the same link, or one cannot be used.
   * @example
   * await Hsr.create({ name: 'hsr0', slave1: eth1, slave2: eth2, version: 1, up: true })
   */
  static async create(options: HsrOptions): Promise<Hsr> {
    return await createLink(Hsr, options)
  }
}

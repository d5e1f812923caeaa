// Mirrored Ethernet frames over GRE over IPv4 (ERSPAN II and III).

import { Link } from '../link.ts'
import { createLink, type LowerOptions, type Traits } from '../kind.ts'
import { type LinkRef } from '../link-options.ts'
import { type Input } from '../schema/dsl.ts'
import { erspan } from '../schema/tunnel.ts'

export interface ErspanSettings extends Omit<Input<typeof erspan>, 'link'> {
  link?: LinkRef | undefined
}
export interface ErspanOptions extends LowerOptions, Omit<Input<typeof erspan>, 'link'> {}

/** An ERSPAN tunnel. */
export class Erspan extends Link<ErspanSettings> {
  static readonly traits: Traits = { table: erspan, links: ['link'], link: 'possible', whole: true }

  /**
   * Makes an ERSPAN tunnel. It wants `iflags` and `oflags` with `key` and `seq`, or `collectMetadata`. Default of `erspanVer`: 1.
   *
   * @throws NetlinkError EEXIST: there is such a tunnel. EINVAL: no sequence numbers, or a key of more than 10 bits.
   * @example
   * await Erspan.create({ name: 'erspan1', local: '10.0.0.1', remote: '10.0.0.2', iflags: ['key', 'seq'], oflags: ['key', 'seq'], ikey: 5, okey: 5, erspanVer: 1, erspanIndex: 7, up: true })
   */
  static async create(options: ErspanOptions = {}): Promise<Erspan> {
    return await createLink(Erspan, options)
  }
}

// A port of a switch chip (Distributed Switch Architecture). The switch's driver makes it; what can be set is the link by which
// the host talks to the switch.

import { Link } from '../link.ts'
import { type Traits } from '../kind.ts'
import { attributes, u32, type Input } from '../schema/dsl.ts'

export const dsa = attributes('IFLA_DSA_', {
  conduit: u32(1),   // its older name is IFLA_DSA_MASTER
})

export interface DsaSettings extends Input<typeof dsa> {}

/**
 * A port of a switch chip.
 *
 * @example
 * const lan1 = await host.links.get('lan1')
 * if (lan1 instanceof Dsa) await lan1.set({ conduit: 'eth1' })
 */
export class Dsa extends Link<DsaSettings> {
  static readonly traits: Traits = { table: dsa, links: ['conduit'] }
}

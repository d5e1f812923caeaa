// Counters beyond those of every link: RTM_GETSTATS.

import { libraryError } from './errors.ts'
import { connectionOf } from './inner.ts'
import { type Netns } from './netns.ts'
import { requests } from './protocol.ts'
import { type Infer } from './schema/dsl.ts'
import { type messages } from './schema/messages.ts'

type Raw = Infer<typeof messages.xstats>

/** What there is of it; a link that is neither bridge nor bond, nor in hardware, has little. Numbers, exact up to 2^53. */
export interface LinkXstats {
  /** Of its kind. */
  kind?: NonNullable<Raw['linkXstats']>
  /** Of it as a port, kept by its master. */
  port?: NonNullable<Raw['linkXstatsSlave']>
  /** Of hardware that forwards for it. */
  offload?: NonNullable<Raw['linkOffloadXstats']>
  /** Of MPLS on it. */
  mpls?: NonNullable<NonNullable<Raw['afSpec']>['mpls']>
}

const wanted = ['link_xstats', 'link_xstats_slave', 'link_offload_xstats', 'af_spec'] as const

export async function linkXstats(netns: Netns, ifindex: number, target: string): Promise<LinkXstats> {
  const raw = await connectionOf(netns).reply(requests.getXstats, { ifindex, filterMask: wanted }, { target })
  if (!raw) throw libraryError('ERR_OUTCOME_UNKNOWN', `RTM_GETSTATS ${target}: the kernel answered without statistics`)
  const stats: LinkXstats = {}
  if (raw.linkXstats) stats.kind = raw.linkXstats
  if (raw.linkXstatsSlave) stats.port = raw.linkXstatsSlave
  if (raw.linkOffloadXstats) stats.offload = raw.linkOffloadXstats
  if (raw.afSpec?.mpls) stats.mpls = raw.afSpec.mpls
  return stats
}

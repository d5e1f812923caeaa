// Namespace ids: what one namespace calls another.

import { libraryError, NetlinkError } from './errors.ts'
import { connectionOf, innerOf } from './inner.ts'
import { type Netns } from './netns.ts'
import { requests } from './protocol.ts'
import { integer } from './values.ts'

export async function nsidOf(observer: Netns, of: Netns): Promise<number | undefined> {
  const { handle } = innerOf(of, 'of')
  const answer = await connectionOf(observer).reply(requests.getNsid, { fd: handle.fd }, { namespaces: [handle] })
  // NETNSA_NSID_NOT_ASSIGNED
  return answer?.nsid === undefined || answer.nsid < 0 ? undefined : answer.nsid
}

export async function assignNsid(observer: Netns, of: Netns, id?: number): Promise<number> {
  const nsid = id === undefined ? -1 : integer(id, 0, 2 ** 31 - 1, 'id')
  const { handle } = innerOf(of, 'of')
  await connectionOf(observer).ack(requests.newNsid, { nsid, fd: handle.fd }, { namespaces: [handle] })
  const assigned = await nsidOf(observer, of)
  if (assigned === undefined) throw libraryError('ERR_OUTCOME_UNKNOWN', 'RTM_NEWNSID: the id was assigned, but the kernel does not show it')
  return assigned
}

/** The id by which `observer` knows another namespace, given to it now if it has none. */
export async function knownNsid(observer: Netns, of: Netns): Promise<number> {
  const known = await nsidOf(observer, of)
  if (known !== undefined) return known
  try {
    return await assignNsid(observer, of)
  } catch (error) {
    // Somebody else was first.
    const now = error instanceof NetlinkError && error.code === 'EEXIST' ? await nsidOf(observer, of) : undefined
    if (now === undefined) throw error
    return now
  }
}

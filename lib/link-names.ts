// Names of links by index, for listings whose messages carry only the index.

import { connectionOf } from './inner.ts'
import { type Netns } from './netns.ts'
import { requests } from './protocol.ts'

// Past this many different links one listing of all is cheaper than a question about each.
const mostQuestions = 32

/** Links that are gone meanwhile have no name. */
export async function linkNames(netns: Netns, indexes: Iterable<number>): Promise<ReadonlyMap<number, string>> {
  const wanted = new Set(indexes)
  const connection = connectionOf(netns)
  if (wanted.size > mostQuestions) {
    const all = await connection.dump(requests.listLinks, { extMask: ['skip_stats'] })
    return new Map(all.map((link) => [link.index, link.ifname ?? '']))
  }
  const found = await Promise.allSettled([...wanted].map(async (index) => connection.reply(requests.getLink, { index })))
  const names = new Map<number, string>()
  for (const one of found) if (one.status === 'fulfilled' && one.value) names.set(one.value.index, one.value.ifname ?? '')
  return names
}

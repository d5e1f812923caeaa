// One ping from one namespace, as a row to print. It is ping(8) that is run: no answer is an answer here, not a failure.

import { type Netns } from '../lib/index.ts'

export interface Answer {
  from: string
  to: string
  answered: boolean
  /** Round trip and remaining hops, or ping's own words for why there is no answer. */
  says: string
  [column: string]: unknown
}

/** `ip netns exec NAME ping -c1 -W1 ADDRESS` */
export async function ping(from: Netns, to: string): Promise<Answer> {
  const row = { from: from.name ?? 'host', to }
  try {
    const { stdout } = await from.exec('ping', ['-n', '-c1', '-W1', to])
    const [, ttl, time] = /ttl=(\d+) time=([\d.]+ ms)/.exec(stdout) ?? []
    return { ...row, answered: true, says: `${time}, ttl ${ttl}` }
  } catch (error) {
    // 1: no answer; 2: it could not be sent
    if (!(error instanceof Error && 'code' in error && 'stderr' in error && (error.code === 1 || error.code === 2))) throw error
    const [reason = 'no answer'] = /Network is unreachable/.exec(String(error.stderr)) ?? []
    return { ...row, answered: false, says: reason }
  }
}

/** From each of the namespaces to each of the addresses but its own. */
export async function pingAll(hosts: readonly { netns: Netns, address: string }[]): Promise<Answer[]> {
  const pairs = hosts.flatMap((from) => hosts.filter((to) => to !== from).map((to) => [from.netns, to.address] as const))
  return Promise.all(pairs.map(async ([from, to]) => ping(from, to)))
}

// One ping from one namespace, as a row to print.

import { type Netns } from '../lib/index.ts'

export interface Answer {
  from: string
  to: string
  answered: boolean
  /** Round trip and remaining hops, or why there is no answer, where somebody says so. */
  says: string
  [column: string]: unknown
}

/** `ip netns exec NAME ping -c1 -W1 ADDRESS` */
export async function ping(from: Netns, to: string): Promise<Answer> {
  const { replies: [reply], errors: [error] } = await from.ping(to)
  const says = reply ? `${reply.time.toFixed(3)} ms, ttl ${reply.ttl}` : error?.code ?? 'no answer'
  return { from: from.name ?? 'host', to, answered: reply !== undefined, says }
}

/** From each of the namespaces to each of the addresses but its own. */
export async function pingAll(hosts: readonly { netns: Netns, address: string }[]): Promise<Answer[]> {
  const pairs = hosts.flatMap((from) => hosts.filter((to) => to !== from).map((to) => [from.netns, to.address] as const))
  return Promise.all(pairs.map(async ([from, to]) => ping(from, to)))
}

// Creates and deletes veth pairs for a while, for people's own machines: rates, percentiles, and what is left behind.

import { readdirSync } from 'node:fs'
import { Netns, Veth } from '../lib/index.ts'
import { indexes } from './plan.ts'
import { type Options } from './options.ts'

interface Held { descriptors: number, threads: number, rssMiB: number, links: number }

async function held(): Promise<Held> {
  const { length: links } = await Netns.current().links.list()
  return {
    descriptors: readdirSync('/proc/self/fd').length, threads: readdirSync('/proc/self/task').length,
    rssMiB: Math.round(process.memoryUsage.rss() / 2 ** 20), links,
  }
}

/** Turns of one length each, in milliseconds. */
function summary(verb: string, turns: readonly number[], pairs: number): string {
  const sorted = [...turns].sort((a, b) => a - b)
  const at = (share: number): string => ((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN) / pairs * 1000).toFixed(0)
  const rate = pairs * turns.length / turns.reduce((sum, turn) => sum + turn, 0) * 1000
  return `${verb}: ${rate.toFixed(0)} pairs/s; microseconds of one pair: p50 ${at(0.5)}, p90 ${at(0.9)}, p99 ${at(0.99)}, most ${at(1)}`
}

async function turn(pairs: number): Promise<{ create: number, delete: number }> {
  const start = performance.now()
  const links = await Promise.all(indexes(pairs).map((i) => Veth.create({ name: `v${i}`, peer: { name: `p${i}` } })))
  const made = performance.now()
  await Netns.current().links.delete(links)
  return { create: made - start, delete: performance.now() - made }
}

/** A turn creates all pairs and deletes them; the first, which warms up, does not count. */
export async function churn({ pairs, seconds }: Options): Promise<void> {
  await turn(Math.min(pairs, 100))
  await turn(pairs)
  const before = await held()
  const turns: { create: number, delete: number }[] = []
  const end = performance.now() + seconds * 1000
  while (turns.length === 0 || performance.now() < end) {
    turns.push(await turn(pairs))
    if (process.stderr.isTTY) process.stderr.write(`\r${turns.length * pairs} pairs `)
  }
  if (process.stderr.isTTY) process.stderr.write('\n')
  const after = await held()
  console.log(`${turns.length} turns of ${pairs} pairs`)
  console.log(summary('create', turns.map(({ create }) => create), pairs))
  console.log(summary('delete', turns.map(({ delete: gone }) => gone), pairs))
  for (const what of ['descriptors', 'threads', 'links', 'rssMiB'] as const) console.log(`${what}: ${before[what]} before, ${after[what]} after`)
  const leaks = (['descriptors', 'threads', 'links'] as const).filter((what) => after[what] > before[what])
  if (leaks.length > 0) {
    console.log(`left behind: ${leaks.join(', ')}`)
    process.exitCode = 1
  }
}

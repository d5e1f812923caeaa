// Creates and deletes veth pairs for a while, for people's own machines: rates, percentiles, and what is left behind.

import { readdirSync, readFileSync } from 'node:fs'
import { Netns, Veth } from '../lib/index.ts'
import { type Options } from './options.ts'
import { indexes } from './plan.ts'
import { Progress } from './progress.ts'

/** What a leak would make more of. */
interface Held { descriptors: number, threads: number, mounts: number, links: number, rss: number }
/** Of one turn, in milliseconds; what is held after it. */
interface Turn { create: number, remove: number, at: number, held: Held }

const counted = ['descriptors', 'threads', 'mounts', 'links'] as const

/** RSS in MiB. */
async function held(): Promise<Held> {
  const { length: links } = await Netns.current().links.list()
  return {
    descriptors: readdirSync('/proc/self/fd').length, threads: readdirSync('/proc/self/task').length,
    mounts: readFileSync('/proc/self/mountinfo', 'utf8').split('\n').length, links, rss: process.memoryUsage.rss() / 2 ** 20,
  }
}

async function turn(pairs: number): Promise<Turn> {
  const start = performance.now()
  const links = await Promise.all(indexes(pairs).map((i) => Veth.create({ name: `v${i}`, peer: { name: `p${i}` } })))
  const made = performance.now()
  await Promise.all(links.map((link) => link.delete()))
  const end = performance.now()
  return { create: made - start, remove: end - made, at: end / 1000, held: await held() }
}

function summary(verb: string, times: readonly number[], pairs: number): string[] {
  const sorted = times.map((time) => time / pairs * 1000).sort((a, b) => a - b)
  const at = (share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN).toFixed(0)
  const rate = pairs * times.length / times.reduce((sum, time) => sum + time, 0) * 1000
  return [verb, rate.toFixed(0), at(0), at(0.5), at(0.9), at(0.99), at(1)]
}

/** Columns, the first to the left and the others to the right. */
function columns(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)))
  return lines.map((line) => '  ' + line.map((text, at) => at === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[at] ?? 0)).join('   ')).join('\n')
}

/** Least squares: by how much RSS grows, in KiB for each 1000 pairs. */
function slope(turns: readonly Turn[], pairs: number): number {
  const middle = (turns.length - 1) / 2, mean = turns.reduce((sum, { held }) => sum + held.rss, 0) / turns.length
  const above = turns.reduce((sum, { held }, at) => sum + (at - middle) * (held.rss - mean), 0)
  const below = turns.reduce((sum, _, at) => sum + (at - middle) ** 2, 0)
  return below === 0 ? 0 : above / below * 1024 / pairs * 1000
}

/** The most of the first quarter: pools grow to their size, and what leaks grows on. */
function early(turns: readonly Turn[]): Held[] {
  return turns.slice(0, Math.ceil(turns.length / 4)).map(({ held }) => held)
}

function report(turns: readonly Turn[], first: Held, pairs: number, seconds: number): void {
  const all = [first, ...early(turns)], after = turns.at(-1)?.held ?? first
  const most = (what: keyof Held): number => Math.max(...all.map((held) => held[what]))
  const before: Held = { descriptors: most('descriptors'), threads: most('threads'), mounts: most('mounts'), links: most('links'), rss: most('rss') }
  console.log(`${(turns.length * pairs).toLocaleString('en')} pairs created and deleted in ${seconds.toFixed(1)} s, ${pairs} at a time\n`)
  console.log(columns([['microseconds of a pair', 'pairs/s', 'least', 'p50', 'p90', 'p99', 'most'],
    summary('create', turns.map(({ create }) => create), pairs), summary('delete', turns.map(({ remove }) => remove), pairs)]))
  const rows = counted.map((what) => [what, String(before[what]), String(after[what]), after[what] > before[what] ? 'LEFT BEHIND' : ''])
  const growth = `${slope(turns.slice(turns.length >> 1), pairs).toFixed(1)} KiB per 1000 pairs in the second half`
  console.log('\n' + columns([['', 'first quarter', 'at the end', ''], ...rows, ['RSS, MiB', before.rss.toFixed(0), after.rss.toFixed(0), growth]]))
  if (counted.some((what) => after[what] > before[what])) process.exitCode = 1
}

/** A turn creates all pairs and deletes them; the first two, which warm up, do not count. ^C ends it after the turn, with the report. */
export async function churn({ pairs, seconds }: Options): Promise<void> {
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  await turn(Math.min(pairs, 100))
  const { held: before } = await turn(pairs)
  const progress = new Progress(seconds, 'seconds')
  const turns: Turn[] = [], start = performance.now()
  const spent = (): number => (performance.now() - start) / 1000
  while (turns.length === 0 || spent() < seconds && !stop.signal.aborted) {
    turns.push(await turn(pairs))
    progress.step(Math.min(seconds, Math.floor(spent())), `${turns.length * pairs} pairs, ${(turns.length * pairs / spent()).toFixed(0)} a second`)
  }
  progress.end()
  report(turns, before, pairs, spent())
}

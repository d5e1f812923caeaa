// The same work over and over leaves nothing behind: descriptors, threads, mounts and memory stay as they are. Short here;
// `npm run test:soak` does 100,000 link churns, 10,000 namespaces and a million operations.
import '../../sandbox.ts'
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { compiled } from '../compiled.ts'
import { ended } from '../place.ts'

const full = process.env['NETNS_NATIVE_SOAK'] === 'full'
const library = compiled()
const loader = import.meta.resolve('tsx')

interface Sample { operations: number, descriptors: number, threads: number, mounts: number, rss: number, heap: number }

async function soak(work: string, size: number, leaks = 0): Promise<Sample[]> {
  const program = fileURLToPath(new URL('work.ts', import.meta.url))
  const args = ['--expose-gc', `--import=${loader}`, program, library, work, String(size), String(leaks)]
  const { code, stdout, stderr } = await ended(spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] }))
  if (code !== 0) throw new Error(stderr)
  const samples = stdout.trim().split('\n').map((line) => JSON.parse(line) as Sample)
  // The first quarter warms up: threads start, code is compiled, malloc's arenas and V8's heap find their size.
  return samples.slice(Math.floor(samples.length / 4))
}

/** The rise of the line through the samples (least squares), from the first to the last of them. */
function rise(samples: readonly Sample[], what: keyof Sample): number {
  const mean = (of: (sample: Sample) => number): number => samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length
  const [x, y] = [mean((one) => one.operations), mean((one) => one[what])]
  const slope = mean((one) => (one.operations - x) * (one[what] - y)) / mean((one) => (one.operations - x) ** 2)
  return slope * ((samples.at(-1)?.operations ?? 0) - (samples[0]?.operations ?? 0))
}

/** By how much it may rise, of what is measured in bytes: pages that malloc and V8 keep come and go. */
const mostBytes = { heap: 1 << 20, rss: 12 << 20 }

/** And of what is counted. The addon's threads are four at most, and the last of them may start late. */
const most = { descriptors: 0.5, threads: 4, mounts: 0.5 }

/** What rises. */
function leaks(samples: readonly Sample[]): string[] {
  const counts = (['descriptors', 'threads', 'mounts'] as const).filter((what) => rise(samples, what) > most[what])
  const bytes = (['heap', 'rss'] as const).filter((what) => rise(samples, what) > mostBytes[what])
  return [...counts, ...bytes]
}

function told(samples: readonly Sample[]): string {
  const [first, last] = [samples[0], samples.at(-1)]
  if (!first || !last) return 'no samples'
  const mebibytes = (what: 'heap' | 'rss'): string => `${what} ${(first[what] / 2 ** 20).toFixed(1)} to ${(last[what] / 2 ** 20).toFixed(1)} MiB (rise ${(rise(samples, what) / 2 ** 20).toFixed(2)})`
  const counts = (['descriptors', 'threads', 'mounts'] as const).map((what) => `${what} ${first[what]} to ${last[what]}`)
  return `from ${first.operations} to ${last.operations}: ${[...counts, mebibytes('heap'), mebibytes('rss')].join(', ')}`
}

const sizes: { readonly [work: string]: readonly [short: number, full: number] } = {
  churns: [4000, 100_000], namespaces: [600, 10_000], operations: [80_000, 1_000_000], refusals: [20_000, 200_000],
}

for (const [work, [short, long]] of Object.entries(sizes)) {
  await t.test(`${work}: ${full ? long : short}`, async (t) => {
    const samples = await soak(work, full ? long : short)
    if (full) t.comment(told(samples))
    t.same(leaks(samples), [], told(samples))
  })
}

await t.test('a leak is seen', async (t) => {
  const samples = await soak('operations', 40_000, 20)
  t.ok(leaks(samples).includes('descriptors'), told(samples))
})

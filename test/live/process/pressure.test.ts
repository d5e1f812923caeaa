// More is asked for than can be done at once: the kernel's work begins within the turn, what is done waits in little memory,
// and the event loop gets its turns while promises settle and long lists are converted.
import '../../sandbox.ts'
import { spawn } from 'node:child_process'
import t from 'tap'
import { Veth } from '../../../lib/index.ts'
import { compiled } from '../compiled.ts'
import { ended, place, run, type Place } from '../place.ts'

const to = (n: number): string => `10.${n >> 16}.${n >> 8 & 255}.${n & 255}/32`
const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n))
const flood = ({ netns }: Place, count: number): Promise<void>[] => times(count, async (n) => netns.routes.add({ to: to(n), type: 'blackhole' }))

/** Waits without giving the event loop its turn. */
function heldUpUntil({ name }: Place, prefix: string): boolean {
  for (const end = Date.now() + 20_000; Date.now() < end;) if (run('ip', '-n', name, 'route', 'show', prefix) !== '') return true
  return false
}

/** Longest time between two turns of the event loop, and how many turns there were, while `work` went on. */
async function turns(work: () => Promise<unknown>): Promise<{ longest: number, took: number }> {
  let last = performance.now(), longest = 0, ended = false
  const start = last
  const turn = (): void => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (!ended) setImmediate(turn)
  }
  setImmediate(turn)
  await work()
  const took = performance.now() - start
  await new Promise(setImmediate)
  ended = true
  return { longest, took }
}

await t.test('the worker does not wait for the end of the turn', async (t) => {
  const red = await place(t)
  const done = flood(red, 1000)
  t.ok(heldUpUntil(red, to(500)), 'in the kernel, although this turn is not over')
  await Promise.all(done)
})

await t.test('what is done settles in slices', async (t) => {
  const red = await place(t)
  const count = 240 * 128
  let settled = 0, most = 0
  const done = flood(red, count).map(async (one) => one.then(() => { settled++ }))
  t.ok(heldUpUntil(red, to(count - 1)), 'all windows are full and done, none of it is told')
  t.equal(settled, 0)
  for (let seen = 0; seen < count; seen = settled) {
    await new Promise(setImmediate)
    most = Math.max(most, settled - seen)
  }
  t.ok(most <= 1024, `at most ${most} in a turn`)
  await Promise.all(done)
})

await t.test('what is done waits in little memory', async (t) => {
  const { name } = await place(t)
  const count = 480 * 128
  const program = `import { execFileSync } from 'node:child_process'
    import { Netns } from ${JSON.stringify(compiled())}
    const netns = await Netns.open(${JSON.stringify(name)})
    const flood = (from, to) => Array.from({ length: to - from }, (_, n) => n + from)
      .map((n) => netns.routes.add({ to: '10.' + (n >> 16) + '.' + (n >> 8 & 255) + '.' + (n & 255) + '/32', type: 'blackhole' }))
    await Promise.all(flood(0, 1280))
    // What is neither V8's nor the kernel's: batches, answers and queues of the addon.
    const bytes = () => { const { rss, heapTotal, external } = process.memoryUsage(); return rss - heapTotal - external }
    const before = bytes()
    const done = flood(1280, ${count})
    while (execFileSync('ip', ['-n', ${JSON.stringify(name)}, 'route', 'show', '${to(count - 1)}'], { encoding: 'utf8' }) === '') continue
    console.log((bytes() - before) / ${count})
    await Promise.all(done)`
  const { code, stdout, stderr } = await ended(spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'pipe'] }))
  t.match({ code, stderr }, { code: 0, stderr: '' })
  // What the worker has not come to waits as the words of its record, of 30 or so.
  t.ok(Number(stdout) < 250, `${Math.round(Number(stdout))} bytes for each`)
})

await t.test('the event loop turns while long lists are read', async (t) => {
  const red = await place(t)
  await Promise.all(flood(red, 30_000))
  const shares: number[] = []
  for (let round = 0; round < 4; round++) {
    const { longest, took } = await turns(async () => red.netns.routes.list())
    shares.push(longest / took)
  }
  t.ok(Math.min(...shares) < 0.5, `longest block by the time of a list: ${shares.map((share) => share.toFixed(2)).join(' ')}`)
})

await t.test('ten thousand links', async (t) => {
  const red = await place(t, { sysctl: { 'net.ipv6.conf.default.disable_ipv6': 1 } })
  await Promise.all(times(5000, async (n) => Veth.create({ netns: red.netns, name: `v${n}`, peer: { name: `w${n}` } })))
  const blocks: number[] = []
  for (let round = 0; round < 4; round++) {
    const { longest } = await turns(async () => t.equal((await red.netns.links.list()).length, 10_001))
    blocks.push(longest)
  }
  t.ok(Math.min(...blocks) < 50, `longest blocks: ${blocks.map((block) => block.toFixed(1)).join(' ')} ms`)
})

// Many at once: bulk by Promise.all, one failure among them, order, close with requests queued, and nothing that grows.
import '../../sandbox.ts'
import { spawn, spawnSync } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import t from 'tap'
import { Bridge, Netns, Veth } from '../../../lib/index.ts'
import { compiled } from '../compiled.ts'
import { descriptors, ended, eventually, only, place, threads } from '../place.ts'

/** The descriptors that a child finds open: its own, and whatever this process was started with. */
const inherited = (): string => spawnSync('ls', ['/proc/self/fd'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).stdout
const atFirst = inherited()

const numbers = (length: number): number[] => Array.from({ length }, (_, n) => n)

await t.test('a thousand at once, one of them wrong', async (t) => {
  const { netns, show } = await place(t)
  const address = (n: number): string => `10.${n >> 8}.${n & 255}.0/24`
  const all = await Promise.allSettled(numbers(1001).map(async (n) => netns.routes.add({ to: address(n === 1000 ? 500 : n), type: 'blackhole' })))
  t.same(all.flatMap(({ status }, n) => status === 'rejected' ? [n] : []), [1000])
  t.match(all[1000], { reason: { code: 'EEXIST', target: address(500) } })
  t.equal(show('route', 'show', 'type', 'blackhole').length, 1000)
  const pairs = await Promise.allSettled(numbers(200).map(async (n) => Veth.create({ netns, name: n === 100 ? 'a7' : `a${n}`, peer: { name: `b${n}` } })))
  t.equal(pairs.filter(({ status }) => status === 'rejected').length, 1)
  t.match(pairs[100], { status: 'rejected', reason: { code: 'EEXIST', target: 'a7' } })
  t.equal(show('link').length, 1 + 2 * 199)
  t.equal(new Set(pairs.flatMap((pair) => pair.status === 'fulfilled' ? [pair.value.index, pair.value.peer.index] : [])).size, 2 * 199, 'each answer is its own')
  for (const pair of pairs) if (pair.status === 'fulfilled') t.equal((await pair.value.get()).name, pair.value.name)
  const start = performance.now()
  await netns.links.delete(pairs.flatMap((pair) => pair.status === 'fulfilled' ? [pair.value] : []))
  t.ok(performance.now() - start < 5000)
  t.same(show<{ ifname: string }>('link').map(({ ifname }) => ifname), ['lo'])
})

await t.test('order on one namespace', async (t) => {
  const { netns, show } = await place(t)
  const bridge = await Bridge.create({ netns, name: 'br0' })
  const seen: number[] = []
  await Promise.all(numbers(300).map(async (n) => {
    await bridge.set({ group: n })
    seen.push(n)
  }))
  t.same(seen, numbers(300), 'answered in order')
  t.equal(only(show<{ group: string }>('link', 'show', 'br0')).group, '299', 'the last one is the last')
  const steps = [bridge.set({ up: true }), bridge.addresses.add('10.0.0.1/24'), netns.routes.add({ to: 'default', via: '10.0.0.2' }), netns.routes.list(), bridge.delete()]
  await Promise.all(steps)
  t.same((await netns.links.list()).map(({ name }) => name), ['lo'], 'each had what the one before it made')
})

await t.test('close with requests queued', async (t) => {
  const { netns, name, show } = await place(t)
  for (let round = 0; round < 5; round++) {
    const own = await Netns.open(name)
    const adding = numbers(400).map(async (n) => own.routes.add({ to: `10.${round}.${n >> 8}.${n & 255}/32`, type: 'blackhole' }))
    const listing = numbers(3).map(async () => own.routes.list())
    if (round > 0) await wait(round)
    await own.close()
    const outcomes = await Promise.allSettled([...adding, ...listing])
    t.equal(outcomes.length, 403, 'each is answered')
    for (const outcome of outcomes) if (outcome.status === 'rejected') t.match(outcome.reason, { code: 'ERR_NETNS_CLOSED' })
    const done = outcomes.slice(0, 400).filter(({ status }) => status === 'fulfilled').length
    t.equal(show('route', 'show', 'root', `10.${round}.0.0/16`).length, done, 'and what it was told is so')
  }
  t.equal((await netns.links.list()).length, 1)
})

await t.test('nothing grows, nothing is inherited', async (t) => {
  const { netns, name } = await place(t)
  const bridge = await Bridge.create({ netns, name: 'br0' })
  const turn = async (n: number): Promise<void> => {
    await using own = await Netns.open(name)
    await Promise.allSettled([own.links.list(), own.links.get('nobody'), own.routes.add({ to: '10.0.0.1/8' }), bridge.set({ group: n }), own.addresses.list(), own.sysctl.get('net.ipv4.ip_forward'), own.id(netns)])
    if (n % 20 === 0) await (await Netns.create(`flat${n}`)).delete()
  }
  for (const n of numbers(20)) await turn(n)
  const before = [descriptors(), threads()] as const
  for (let n = 0; n < 280; n += 4) await Promise.all(numbers(4).map(async (k) => turn(n + k)))
  t.ok(await eventually(() => descriptors() <= before[0]), `descriptors: ${before[0]}, then ${descriptors()}`)
  t.ok(threads() <= before[1] + 4, `threads: ${before[1]}, then ${threads()}`)   // at most four work at once
  const held = await Promise.all(numbers(20).map(async () => Netns.create()))
  await Promise.all(held.map(async (one) => one.links.list()))
  t.equal(new Set(held.map(({ fd }) => fd)).size, 20)
  t.equal(inherited(), atFirst)
  await Promise.all(held.map(async (one) => one.close()))
  t.ok(await eventually(() => descriptors() <= before[0]))
})

await t.test('handles that are forgotten', async (t) => {
  const program = `
    import { readdirSync } from 'node:fs'
    import { setTimeout } from 'node:timers/promises'
    import { Netns } from ${JSON.stringify(compiled())}
    const held = () => readdirSync('/proc/self/fd').length
    await (await Netns.create()).close()
    const before = held()
    for (let round = 0; round < 10; round++) {
      await Promise.all(Array.from({ length: 20 }, async () => (await Netns.create()).links.list()))
      // The handle is garbage while the dump is under way.
      Netns.create().then((netns) => { netns.routes.list({ table: 'all' }).then((list) => { if (list.length === 0) process.exitCode = 9 }) })
      globalThis.gc()
    }
    const most = held()
    for (let attempt = 0; attempt < 200 && held() > before; attempt++) { globalThis.gc(); await setTimeout(10) }
    console.log(JSON.stringify([most > before, held() <= before]))`
  const { code, stdout, stderr } = await ended(spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'pipe'] }))
  t.equal(code, 0, stderr)
  t.equal(stdout, '[true,true]\n', 'were held, and came back')
})

await t.test('lists while links come and go', async (t) => {
  const { netns } = await place(t)
  const stable = numbers(60).map((n) => `s${n}`)
  await Promise.all(stable.map(async (name) => Bridge.create({ netns, name })))
  let churning = true
  const churn = (async () => {
    await using other = await Netns.open({ fd: netns.fd })
    for (let n = 0; churning; n++) {
      const made = await Promise.all(numbers(5).map(async (k) => Bridge.create({ netns: other, name: `c${n}-${k}` })))
      await other.links.delete(made)
    }
  })()
  for (let n = 0; n < 100; n++) {
    try {
      const names = new Set((await netns.links.list()).map(({ name }) => name))
      t.same(stable.filter((name) => !names.has(name)), [], 'what was there all the time is listed')
    } catch (error) {
      t.match(error, { code: 'ERR_DUMP_INTERRUPTED', partial: Array })
    }
  }
  churning = false
  await churn
})

// What the library holds goes back: descriptors and threads, by closing and by garbage collection; and no child inherits any of it.
import '../../sandbox.ts'
import { spawn } from 'node:child_process'
import t from 'tap'
import { Bridge, Link, Netns } from '../../../lib/index.ts'
import { compiled } from '../compiled.ts'
import { descriptors, ended, eventually, place, reason, run, threads } from '../place.ts'

const library = compiled()

await t.test('two thousand operations, the same descriptors and threads as before', async (t) => {
  const { netns } = await place(t)
  const rounds = async (count: number): Promise<void> => {
    for (let round = 0; round < count; round++) {
      await using other = await Netns.create()
      await Promise.allSettled([
        netns.links.list(), netns.links.get('nobody'), netns.routes.list(), netns.addresses.list(), netns.sysctl.get('net.ipv4.ip_forward'), netns.sysctl.get('no.such'),
        Netns.open('nobody'), Netns.list(), netns.routes.add({ to: '10.0.0.0/8', type: 'blackhole' }), netns.routes.delete({ to: '10.0.0.0/8', type: 'blackhole' }),
        other.links.list(), other.links.get('lo'), other.id(netns), netns.genl.families(), other.genl.families(),
        new Link(netns, 1, 'lo', '').ethtool.driver(), new Link(other, 1, 'lo', '').ethtool.stats(), new Link(other, 1, 'lo', '').ethtool.get('linkstate'), other.close(),
      ])
      await Netns.open(netns.name ?? '').then(async (again) => again.close())
    }
  }
  await rounds(10)
  const before = [descriptors(), threads()] as const
  await rounds(130)
  t.ok(await eventually(() => descriptors() <= before[0] && threads() <= before[1]), `${descriptors()} descriptors, ${threads()} threads; before: ${before.join(', ')}`)
})

await t.test('creations that fail leave none', async (t) => {
  const { netns } = await place(t)
  await Bridge.create({ netns, name: 'br0' })
  await reason(Netns.create(netns.name ?? ''))
  const before = [descriptors(), threads()] as const
  for (let round = 0; round < 50; round++) {
    await reason(Netns.create(netns.name ?? ''))
    await reason(Netns.create(undefined, { sysctl: { 'net.ipv4.no_such': 1 } }))
    await reason(Netns.open({ path: '/proc/self/ns/mnt' }))
    await reason(Bridge.create({ netns, name: 'br0' }))
  }
  t.ok(await eventually(() => descriptors() <= before[0] && threads() <= before[1]), `${descriptors()} descriptors, ${threads()} threads; before: ${before.join(', ')}`)
})

await t.test('no child inherits a descriptor', async (t) => {
  const before = run('ls', '/proc/self/fd').split('\n').length
  const held = await Promise.all(Array.from({ length: 20 }, async () => Netns.create()))
  await Promise.all(held.map(async (netns) => netns.links.list()))
  const waits = new AbortController()
  const gone = reason((await Netns.open({ fd: held[0]?.fd ?? 0 })).gone({ signal: waits.signal }))
  for (const when of ['idle', 'busy']) {
    const work = when === 'busy' ? Promise.all(held.map(async (netns) => (await Netns.create()).close().then(async () => netns.links.list()))) : undefined
    for (let child = 0; child < 10; child++) {
      const { stdout } = await ended(spawn('ls', ['-l', '/proc/self/fd'], { stdio: ['ignore', 'pipe', 'pipe'] }))
      t.notMatch(stdout, /net:\[|socket:\[.*NETLINK|eventpoll|eventfd/, when)
      t.ok(stdout.trim().split('\n').length - 1 <= before, when)
    }
    await work
  }
  const flags = run('sh', '-c', `cat /proc/${process.pid}/fdinfo/${held[0]?.fd ?? ''}`)
  t.match(flags, /^flags:\s+0?2\d{6}$/m, 'O_CLOEXEC')
  waits.abort()
  await gone
  await Promise.all(held.map(async (netns) => netns.close()))
})

await t.test('handles that are dropped are collected', async (t) => {
  const program = `import { readdirSync } from 'node:fs'
    import { setTimeout as wait } from 'node:timers/promises'
    import { Netns, Bridge } from ${JSON.stringify(library)}
    const fds = () => readdirSync('/proc/self/fd').length
    const use = async () => {
      const netns = await Netns.create()
      const bridge = await Bridge.create({ netns, name: 'br0' })
      await netns.links.list()
      void netns.routes.list()          // dropped while this is under way
      void bridge.get()
    }
    await use()
    const collected = async (limit) => {
      for (let turn = 0; turn < 100 && fds() > limit; turn++) { globalThis.gc(); await wait(10) }
      return fds()
    }
    const before = await collected(0)
    for (let round = 0; round < 5; round++) await Promise.all(Array.from({ length: 20 }, use))
    const held = fds()
    console.log(JSON.stringify({ before, held, after: await collected(before) }))`
  const { code, signal, stdout, stderr } = await ended(spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'pipe'] }))
  t.match({ code, signal, stderr }, { code: 0, signal: null, stderr: '' })
  const { before, held, after } = JSON.parse(stdout) as { before: number, held: number, after: number }
  t.ok(after <= before, `${before} before, ${held} held, ${after} after`)
})

// A program that makes namespaces, links, sockets and children, killed at any moment: what it leaves, the next one finds
// and clears away by the public API, and everything is as it was.
import '../../sandbox.ts'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import t from 'tap'
import { ipJson } from '../../sandbox.ts'
import { Netns } from '../../../lib/index.ts'
import { compiled } from '../compiled.ts'
import { eventually, mounts } from '../place.ts'

const library = compiled()
const rounds = Number(process.env['NETNS_NATIVE_CRASHES'] ?? 8)

const program = `
  import { createServer } from 'node:net'
  import { Bridge, Netns, Veth } from ${JSON.stringify(library)}
  const host = Netns.current()
  const child = ['sleep', ['100'], { stdio: 'ignore', argv0: 'crash-child' }]
  console.log('begun')
  for (let n = 0; ; n++) {
    const [red, blue, nameless] = await Promise.all([Netns.create('crash-r' + n), Netns.create('crash-b' + n), Netns.create()])
    const bridge = await Bridge.create({ name: 'crash' + n, up: true })
    await Promise.all([red, blue].map((netns, end) => Veth.create({ netns, name: 'eth0', addresses: ['10.9.0.' + (end + 1) + '/24'], up: true,
      peer: { netns: host, name: 'crash' + n + '.' + end, master: bridge, up: true } })))
    red.spawn(...child)
    nameless.spawn(...child)
    blue.spawn('sleep', ['100'], { stdio: 'ignore', argv0: 'crash-child', pdeathsig: 'SIGKILL' })
    red.run(() => createServer().listen(8000 + n))
    await Promise.all([blue.exec('true'), nameless.links.list()])
    if (n % 2 === 0) continue
    await blue.delete()
    await host.links.delete([bridge])
  }`

/** The processes that are not this one, its threads' or the kernel's, by what they were started as. */
function children(): string[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, 'latin1')
      return /^crash-child|netns-exec/.test(words) ? [`${pid} ${words.replaceAll('\0', ' ')}`] : []
    } catch (error) {
      if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return []
      throw error
    }
  })
}

const state = (): object => ({
  names: readdirSync('/run/netns'), mounts: mounts(), links: ipJson<{ ifname: string }>('link').map(({ ifname }) => ifname), children: children(),
})

/** What the next run does. Both marks are looked at: the names, and what a process was started as. */
async function sweep(): Promise<void> {
  for (const { names, pids, command } of await Netns.scan()) {
    if (!names.some((name) => name.startsWith('crash-')) && !command?.startsWith('crash-child')) continue
    for (const pid of pids) process.kill(pid, 'SIGKILL')
  }
  const links = await Netns.current().links.list()
  await Netns.current().links.delete(links.map(({ name }) => name).filter((name) => name.startsWith('crash')))
  for (const { name } of await Netns.list()) if (name.startsWith('crash-')) await Netns.delete(name)
}

await t.test(`killed ${rounds} times`, async (t) => {
  await (await Netns.create('first')).delete()   // /run/netns is a mount from now on
  const before = state()
  const left = { stale: 0, names: 0 }
  for (let round = 0; round < rounds; round++) {
    const node = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(node.stdout, 'data')
    await wait(round * 120 / rounds)
    node.kill('SIGKILL')
    await once(node, 'close')
    const entries = await Netns.list()
    for (const { name, stale } of entries) {
      left.names++
      if (stale) left.stale++
      // What is not marked can be entered; what is cannot.
      const opened = await Netns.open(name).then(async (netns) => { await netns.close(); return true }, () => false)
      t.equal(opened, !stale, `${name} of round ${round}`)
    }
    // A child that was on its way into a namespace may arrive after the first look.
    const same = () => JSON.stringify(state()) === JSON.stringify(before)
    if (!await eventually(async () => { await sweep(); return same() })) t.same(state(), before, `after round ${round}`)
  }
  t.same(state(), before)
  t.ok(left.names > 0, 'it was killed in the middle of things')
  t.comment(`${left.names} names were left, ${left.stale} of them stale`)
})

// Netns.scan: who is in which namespace, named or not, found by its process and opened by it.
import '../sandbox.ts'
import { spawn } from 'node:child_process'
import { readlinkSync } from 'node:fs'
import t from 'tap'
import { Netns } from '../../lib/index.ts'
import { eventually, place, processIn, run } from './place.ts'

const inodeOf = (pid: number): number => Number(/\d+/.exec(readlinkSync(`/proc/${pid}/ns/net`))?.[0])

await t.test('processes in a named one', async (t) => {
  const { name, netns } = await place(t)
  const empty = await place(t)
  const pids = [await processIn(t, name), await processIn(t, name)].sort((a, b) => a - b)
  const uses = await Netns.scan()
  const use = uses.find(({ inode }) => inode === netns.inode)
  const user = run('id', '-un').trim()
  t.same(use, { inode: netns.inode, names: [name], pids, processes: 2, command: 'sleep 100', user })
  t.same(uses.find(({ inode }) => inode === empty.netns.inode), { inode: empty.netns.inode, names: [empty.name], pids: [], processes: 0 })
  const mine = uses.find(({ inode }) => inode === Netns.current().inode)
  t.ok(mine?.pids.includes(process.pid))
  t.equal(mine?.pids.length, mine?.processes)
  for (const pid of pids) {
    await using opened = await Netns.open({ pid })
    t.ok(opened.equals(netns))
  }
})

await t.test('one without a name', async (t) => {
  const child = spawn('unshare', ['-n', 'sleep', '100'], { stdio: 'ignore' })
  t.teardown(() => { child.kill() })
  const pid = child.pid ?? 0
  t.ok(await eventually(() => inodeOf(pid) !== Netns.current().inode))
  const use = (await Netns.scan()).find(({ pids }) => pids.includes(pid))
  t.match(use, { inode: inodeOf(pid), names: [], pids: [pid], processes: 1 })
  await using netns = await Netns.open({ pid })
  t.equal(netns.inode, use?.inode)
  t.same((await netns.links.list()).map(({ name, up }) => [name, up]), [['lo', false]])
})

await t.test('two names, and a name of an object', async (t) => {
  const { name, netns } = await place(t)
  run('touch', '/run/netns/__proto__')
  run('mount', '--bind', `/run/netns/${name}`, '/run/netns/__proto__')
  const use = (await Netns.scan()).find(({ inode }) => inode === netns.inode)
  t.same(use?.names.sort(), ['__proto__', name].sort())
  await Netns.delete('__proto__')
  t.same((await Netns.scan()).find(({ inode }) => inode === netns.inode)?.names, [name])
})

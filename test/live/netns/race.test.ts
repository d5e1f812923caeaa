// Several at once: one name, the first mount of /run/netns, creation and deletion of the same.
import '../../sandbox.ts'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import t, { type Test } from 'tap'
import { ip } from '../../sandbox.ts'
import { Netns } from '../../../lib/index.ts'
import { descriptors, ended, eventually, library, mounts, node, nodeWords, run } from '../place.ts'

// A line makes a child create two namespaces, so that it is as quick at the mount as ip(8) is.
const program = `import { createInterface } from 'node:readline/promises'
  import { Netns } from ${JSON.stringify(library)}
  Netns.current()
  console.log('ready')
  for await (const line of createInterface(process.stdin)) {
    await Promise.all([0, 1].map(async (n) => (await Netns.create('n' + process.pid + '-' + n)).close()))
    console.log(line)
  }`

/** Three of ours and some of ip(8) at once where nothing is mounted, `rounds` times. */
async function race(t: Test, rounds: number, others: number, start: () => ChildProcess): Promise<void> {
  t.same(mounts(), [], 'nothing yet')
  const ours = Array.from({ length: 3 }, start)
  const says = async (): Promise<unknown> => Promise.all(ours.map(async (child) => once(child.stdout ?? child, 'data')))
  const ends = ours.map(ended)
  await says()
  for (let round = 0; round < rounds; round++) {
    const done = says()
    for (const child of ours) child.stdin?.write('again\n')
    const theirs = Array.from({ length: others }, async (_, n) => ended(spawn('ip', ['netns', 'add', `t${n}`], { stdio: ['ignore', 'pipe', 'pipe'] })))
    for (const { code, stderr } of await Promise.all(theirs)) t.equal(code, 0, stderr)
    await done
    const points = mounts()
    t.equal(points.length, 1 + others + 6, 'one for the directory, one for each name')
    t.equal(new Set(points).size, points.length, 'none twice')
    for (const { name, stale } of await Netns.list()) {
      t.notOk(stale)
      await Netns.delete(name)
    }
    while (mounts().length > 0) run('umount', '/run/netns')
  }
  for (const child of ours) child.stdin?.end()
  for (const { code, stderr } of await Promise.all(ends)) t.equal(code, 0, stderr)
}

await t.test('the first mount, against ip(8) and other processes', async (t) => race(t, 5, 10, () => node(program)))

await t.test('the same, ours alone and slow between look and mount', async (t) => race(t, 1, 0, () => {
  const words = ['-f', '--seccomp-bpf', '-o', '/dev/null', '-e', 'trace=mount', '-e', 'inject=mount:delay_exit=100000:when=1']
  const [file, args] = nodeWords(program)
  return spawn('strace', [...words, file, ...args], { stdio: 'pipe' })
}))

await t.test('one name, twenty at once', async (t) => {
  const held = (await Netns.create(), descriptors())
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, async () => Netns.create('red')))
  const made = outcomes.flatMap((outcome) => outcome.status === 'fulfilled' ? [outcome.value] : [])
  t.equal(made.length, 1)
  for (const outcome of outcomes) if (outcome.status === 'rejected') t.match(outcome.reason, { code: 'EEXIST' })
  t.equal(ip('netns', 'list'), 'red\n')
  await made[0]?.delete()
  t.equal(descriptors(), held)
  t.same(mounts(), ['/run/netns'])
})

await t.test('created and deleted over and over, by several', async (t) => {
  const codes = new Set<unknown>()
  const note = (error: { code?: string }): void => { codes.add(error.code) }
  const churn = async (): Promise<void> => {
    for (let round = 0; round < 20; round++) {
      await Netns.create('red').then(async (netns) => netns.close(), note)
      await Netns.open('red').then(async (netns) => netns.close(), note)
      await Netns.list()
      await Netns.delete('red').catch(note)
    }
  }
  await Promise.all([churn(), churn(), churn(), churn()])
  await Netns.delete('red', { ifExists: true })
  // Opened between file and mount, it is EINVAL.
  t.same([...codes].filter((code) => !['EEXIST', 'ENOENT', 'EINVAL'].includes(String(code))), [])
  t.same(await Netns.list(), [])
  t.same(mounts(), ['/run/netns'])
})

await t.test('deleted while ip(8), which takes no lock, makes it', async (t) => {
  writeFileSync('/run/netns/red', '')
  const program = `import { Netns } from ${JSON.stringify(library)}
    await Netns.delete('red')`
  const [file, args] = nodeWords(program)
  const words = ['-f', '--seccomp-bpf', '-o', '/run/trace', '-e', 'trace=umount2,unlink', '-e', 'inject=unlink:delay_enter=1000000:when=1', file, ...args]
  const deleting = ended(spawn('strace', words, { stdio: ['ignore', 'pipe', 'pipe'] }))
  t.ok(await eventually(() => existsSync('/run/trace') && readFileSync('/run/trace', 'utf8').includes('EINVAL')), 'there is no mount yet')
  run('mount', '--bind', '/proc/self/ns/net', '/run/netns/red')
  t.match(await deleting, { code: 0, stderr: '' })
  t.match(readFileSync('/run/trace', 'utf8'), /EBUSY/)
  t.same(await Netns.list(), [])
  t.same(mounts(), ['/run/netns'])
})

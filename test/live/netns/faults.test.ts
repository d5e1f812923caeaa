// A named creation whose system calls fail one after the other, by strace(1)'s injection: whichever it is, the error says
// so and no file, mount, descriptor or thread inside is left.
import '../../sandbox.ts'
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import t from 'tap'
import { Netns } from '../../../lib/index.ts'
import { ended, eventually, library, mounts, nodeWords } from '../place.ts'

// The failing creation comes first in its process: strace(1) counts a thread's calls from its beginning.
const program = `
  import { readdirSync, readlinkSync } from 'node:fs'
  import { Netns } from ${JSON.stringify(library)}
  import { setTimeout } from 'node:timers/promises'
  // Each with what it is: Node and the loader close some of their own in the meantime.
  const held = () => readdirSync('/proc/self/fd').flatMap((fd) => {
    try { return [fd + ' ' + readlinkSync('/proc/self/fd/' + fd)] } catch { return [] }     // the one that read the folder
  })
  // Threads in another namespace than the main one; one that has been joined is listed a moment longer.
  const strays = async () => {
    const where = (task) => { try { return readlinkSync('/proc/self/task/' + task + '/ns/net') } catch { return home } }
    const home = readlinkSync('/proc/self/ns/net')
    const seen = () => readdirSync('/proc/self/task').filter((task) => where(task) !== home).length
    for (let attempt = 0; attempt < 100 && seen() > 0; attempt++) await setTimeout(5)
    return seen()
  }
  Netns.current()
  const before = held()
  const outcome = await Netns.create('victim').then(() => 'made', ({ code, syscall }) => code + ' ' + syscall)
  const left = held().filter((one) => !before.includes(one)).length
  const again = await Netns.create('after').then((netns) => netns.delete()).then(() => 'made', (error) => error.message)
  console.log(JSON.stringify({ outcome, left, again, strays: await strays() }))`

interface Report { outcome: string, left: number, again: string, strays: number }

const log = '/run/trace'

/** Runs the program with faults injected; `words` are strace's. */
async function traced(...words: string[]): Promise<{ report: Report, trace: string }> {
  const [file, args] = nodeWords(program)
  const { stdout, stderr, code } = await ended(spawn('strace', ['-f', '--seccomp-bpf', '-o', log, ...words, file, ...args], { stdio: ['ignore', 'pipe', 'pipe'] }))
  if (code !== 0) throw new Error(`strace ${words.join(' ')}: ${stderr}`)
  return { report: JSON.parse(stdout) as Report, trace: readFileSync(log, 'utf8') }
}

// First as it is without faults, which makes /run/netns a mount point: each later creation mounts once to see that, and once to bind.
await t.test('without a fault', async (t) => {
  const { report } = await traced('-e', 'trace=mount')
  t.same(report, { outcome: 'made', left: 2, again: 'made', strays: 0 }, 'the handle has a descriptor and a socket')
  await Netns.delete('victim')
})

// What is called on the thread inside the namespace is that thread's first such call in the next creation too.
// So may be the lock's: naming, and taking the name away, lock on whichever worker they run.
const inside = new Set(['unshare', 'socket', 'sendmsg', 'flock'])
const faults: [call: string, error: string, when: string, outcome: string][] = [
  ['mkdir', 'EACCES', '1', 'EACCES mkdir'],
  ['flock', 'EIO', '1', 'EIO flock'],
  ['mount', 'EPERM', '1', 'EPERM mount'],
  ['mount', 'EPERM', '2', 'EPERM mount'],
  ['mount', 'ENOMEM', '2', 'ENOMEM mount'],
  ['unshare', 'ENOSPC', '1', 'ENOSPC unshare'],
  ['socket', 'EMFILE', '1', 'EMFILE socket'],
  ['sendmsg', 'ENOBUFS', '1', 'ENOBUFS sendmsg'],
]

for (const [call, error, when, outcome] of faults) {
  await t.test(`${call} ${when}: ${error}`, async (t) => {
    const { report, trace } = await traced('-e', `trace=${call}`, '-e', `inject=${call}:error=${error}:when=${when}`)
    t.match(trace, /INJECTED/, 'it was met')
    t.equal(report.outcome, outcome)
    t.equal(report.left, 0, 'descriptors')
    t.equal(report.strays, 0, 'threads')
    if (!inside.has(call)) t.equal(report.again, 'made', 'the next one works')
    t.notOk(existsSync('/run/netns/victim'), 'no file')
    await Netns.delete('after', { ifExists: true })
    t.same(mounts(), ['/run/netns'])
  })
}

await t.test('the first mount of all', async (t) => {
  for (const when of ['2', '3']) {
    execFileSync('umount', ['/run/netns'])
    const { report } = await traced('-e', 'trace=mount', '-e', `inject=mount:error=EPERM:when=${when}`)
    t.match(report, { outcome: 'EPERM mount', left: 0, again: 'made' })
    t.same(mounts(), ['/run/netns'], 'the second try made it')
    t.same(await Netns.list(), [])
  }
})

await t.test('calls that are interrupted', async (t) => {
  const { report, trace } = await traced('-e', 'trace=flock,sendmsg,recvmsg', '-e', 'inject=flock,sendmsg,recvmsg:error=EINTR:when=1..3')
  t.match(trace, /INJECTED/)
  t.match(report, { outcome: 'made', again: 'made' })
  await Netns.delete('victim')
})

await t.test('killed on the way', async (t) => {
  const [file, args] = nodeWords(program)
  const trace = (...where: string[]) => spawn('strace', ['-f', '--seccomp-bpf', '-o', log, ...where, file, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  await ended(trace('-e', 'trace=unshare', '-e', 'inject=unshare:signal=SIGKILL'))
  t.same(await Netns.list(), [], 'the name comes last')
  // Between the file and the mount over it.
  const killed = trace('-e', 'trace=mount', '-e', 'inject=mount:delay_enter=3000000:when=2')
  const { pid } = killed
  t.ok(await eventually(() => existsSync('/run/netns/victim')))
  process.kill(Number.parseInt(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')), 'SIGKILL')   // strace's child
  await ended(killed)
  t.match(await Netns.list(), [{ name: 'victim', stale: true, inode: 0 }])
  t.same(mounts(), ['/run/netns'])
  await Netns.delete('victim')
  t.same(await Netns.list(), [])
  rmSync(log)
})

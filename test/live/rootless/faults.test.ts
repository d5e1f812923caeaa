// A rootless creation whose system calls fail one after the other, by strace(1)'s injection: whichever it is, the error says so,
// and no descriptor, thread or process is left.
import '../../plain.ts'
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { compiled } from '../compiled.ts'
import { ended } from '../observe.ts'

const folder = mkdtempSync(join(tmpdir(), 'netns-native-trace-'))
const log = join(folder, 'trace')
t.teardown(() => rmSync(folder, { recursive: true }))

const program = `
  import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
  import { Netns } from ${JSON.stringify(compiled(folder))}
  const tasks = () => readdirSync('/proc/self/task')
  const target = (fd) => { try { return readlinkSync('/proc/self/fd/' + fd) } catch { return '' } }
  const held = () => readdirSync('/proc/self/fd').filter((fd) => !target(fd).startsWith('/etc/ssl/')).length   // Node 26 reads certificates meanwhile
  const children = () => tasks().map((task) => { try { return readFileSync('/proc/self/task/' + task + '/children', 'utf8') } catch { return '' } }).join('')
  Netns.current()
  const before = held()
  const outcome = await Netns.create(undefined, { userns: true }).then(() => 'made', ({ code, syscall, message }) => code + ' ' + syscall + message.replace(/^[^;]*/, ''))
  const left = held() - before
  const again = await Netns.create(undefined, { userns: true }).then((netns) => netns.links.list()).then((links) => links[0].name, (error) => error.message)
  console.log(JSON.stringify({ outcome, left, again, children: children() }))`

interface Report { outcome: string, left: number, again: string, children: string }

/** Runs the program with faults injected; `words` are strace's. */
async function traced(...words: string[]): Promise<{ report: Report, trace: string }> {
  const { stdout, stderr, code } = await ended(spawn('strace', ['-f', '--seccomp-bpf', '-o', log, ...words, process.execPath, '--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'pipe'] }))
  if (code !== 0) throw new Error(`strace ${words.join(' ')}: ${stderr}`)
  return { report: JSON.parse(stdout) as Report, trace: readFileSync(log, 'utf8') }
}

const self = '/proc/thread-self'

interface Fault {
  readonly call: string
  readonly error: string
  readonly outcome: RegExp
  /** Only calls about this file. */
  readonly path?: string
}

const refused = /seccomp|max_user_namespaces|unprivileged_userns/
const faults: readonly Fault[] = [
  { call: 'clone', error: 'EPERM', outcome: new RegExp(`^EPERM clone; .*(${refused.source})`) },
  { call: 'clone', error: 'ENOSYS', outcome: new RegExp(`^ENOSYS clone; .*(${refused.source})`) },
  { call: 'clone', error: 'ENOSPC', outcome: /^ENOSPC clone; user\.max_user_namespaces \(\d+\) is reached/ },
  { call: 'clone', error: 'EAGAIN', outcome: /^EAGAIN clone$/ },
  ...['setgroups', 'uid_map', 'gid_map'].map((file) => ({ call: 'openat', path: `${self}/${file}`, error: 'EACCES', outcome: new RegExp(`^EACCES open; .*(${refused.source})`) })),
  { call: 'openat', path: `${self}/ns/user`, error: 'EMFILE', outcome: /^EMFILE open$/ },
  { call: 'setns', error: 'EINVAL', outcome: /^EINVAL setns$/ },
  { call: 'unshare', error: 'ENOSPC', outcome: /^ENOSPC unshare; user\.max_net_namespaces \(\d+\) is reached/ },
  { call: 'unshare', error: 'EPERM', outcome: /^EPERM unshare; CAP_SYS_ADMIN is needed/ },
  { call: 'socket', error: 'EMFILE', outcome: /^EMFILE socket$/ },
  { call: 'sendmsg', error: 'ENOBUFS', outcome: /^ENOBUFS sendmsg$/ },
]

await t.test('without a fault', async (t) => {
  const { report } = await traced('-e', 'trace=setns')
  t.same(report, { outcome: 'made', left: 2, again: 'lo', children: '' }, 'the handle has two descriptors: of the network and of the user namespace')
})

// One child makes the user namespace, the next enters it and makes the network namespace. strace(1) counts the calls of each by
// itself, so that what is not counted meets them all.
for (const { call, error, outcome, path } of faults) {
  await t.test(`${path ?? call}: ${error}`, async (t) => {
    const { report, trace } = await traced(...(path === undefined ? [] : ['-P', path]), '-e', `trace=${call}`, '-e', `inject=${call}:error=${error}`)
    t.match(trace, /INJECTED/, 'it was met')
    t.match(report.outcome, outcome)
    t.equal(report.left, 0, 'descriptors')
    t.equal(report.children, '', 'processes')
  })
}

await t.test('interrupted while it waits for its child', async (t) => {
  const { report, trace } = await traced('-e', 'trace=wait4', '-e', 'inject=wait4:error=EINTR:when=1..3')
  t.match(trace, /INJECTED/)
  t.same(report, { outcome: 'made', left: 2, again: 'lo', children: '' })
})

// Killed by somebody, or for want of memory: the child only, at each call that it makes.
for (const call of ['setns', 'unshare', 'socket']) {
  await t.test(`a child killed at its ${call}`, async (t) => {
    const { report } = await traced('-e', `trace=${call}`, '-e', `inject=${call}:signal=SIGKILL`)
    t.equal(report.outcome, 'ESRCH clone')
    t.same([report.left, report.children], [0, ''])
  })
}

// What the host forbids, each for real.
const forbidden: [what: string, command: string[], outcome: RegExp][] = [
  ['user.max_user_namespaces is 0', ['unshare', '-Ur', 'sh', '-c', 'echo 0 > /proc/sys/user/max_user_namespaces && exec "$@"', 'sh'], /^ENOSPC clone; user\.max_user_namespaces is 0: /],
  ['a user who has no id here', ['unshare', '-U'], /^EPERM clone; no setting of the host forbids/],
]
for (const [what, command, outcome] of forbidden) {
  await t.test(what, (t) => {
    const [file = '', ...args] = [...command, process.execPath, '--input-type=module', '-e', program]
    const { stdout, stderr, status } = spawnSync(file, args, { encoding: 'utf8' })
    t.equal(status, 0, stderr)
    const report = JSON.parse(stdout) as Report
    t.match(report.outcome, outcome)
    t.same([report.left, report.children], [0, ''])
    t.end()
  })
}

// What a ChildProcess says when its command never ran: `error`, then `close`, without `spawn` and `exit`.

import '../sandbox.ts'
import { execFileSync, spawn as spawnHere, type ChildProcess } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import t, { type Test } from 'tap'
import { NetnsError } from '../../lib/errors.ts'
import { spawn, type NetnsSpawnOptions } from '../../lib/exec.ts'
import { eventsOf, hasUsers, makeTarget, zombies } from './target.ts'

process.env.PATH = '/usr/sbin:/usr/bin:/sbin:/bin'   // an ordinary user may not search all of root's, which is another error

function open(t: Test, path: string): number {
  const fd = openSync(path, 'r')
  t.teardown(() => closeSync(fd))
  return fd
}

async function life(child: ChildProcess): Promise<{ events: [string, unknown][], child: object }> {
  const events = await eventsOf(child)
  const { pid, exitCode, signalCode, spawnfile, spawnargs, stdio } = child
  return { events: events.map(([name, value]) => [name, value instanceof Error ? { ...value, message: value.message } : value]),
    child: { pid, exitCode, signalCode, spawnfile, spawnargs, streams: stdio.length } }
}

t.test('as Node itself reports it', async (t) => {
  const target = makeTarget(t)
  const directory = mkdtempSync(`${tmpdir()}/failure-`)
  t.teardown(() => rmSync(directory, { recursive: true }))
  writeFileSync(`${directory}/script`, '#!/no/such/interpreter\n', { mode: 0o755 })
  const cases: [name: string, file: string, options: NetnsSpawnOptions, code: string][] = [
    ['no such command', 'no-such-command', {}, 'ENOENT'],
    ['no such file', '/no/such/command', {}, 'ENOENT'],
    ['no such interpreter', `${directory}/script`, {}, 'ENOENT'],
    ['not executable', '/etc/passwd', {}, 'EACCES'],
    ['a directory', '/etc', {}, 'EACCES'],
    ['no such cwd', 'true', { cwd: '/no/such/directory' }, 'ENOENT'],
    ['not in PATH', 'true', { env: { PATH: '/no/such/directory' } }, 'ENOENT'],
    ['no such shell', 'true', { shell: '/no/such/shell' }, 'ENOENT'],
    ['with argv0', '/no/such/command', { argv0: 'other' }, 'ENOENT'],
  ]
  for (const [name, file, options, code] of cases) {
    const expected = await life(spawnHere(file, ['a', 'b'], options))
    t.match(expected.events, [['error', { code }], ['close', Number]], `${name}: Node gives ${code}`)
    t.same(await life(spawn(target, file, ['a', 'b'], options)), expected, name)
  }
  t.same(await zombies(), [])
})

t.test('what Node throws for a command comes as an event too', async (t) => {
  const { events } = await life(spawn(makeTarget(t), '/etc/passwd/x'))
  t.match(events, [['error', { code: 'ENOTDIR', syscall: 'spawn /etc/passwd/x', path: '/etc/passwd/x' }], ['close', -20]])
})

t.test('input written ahead is no second failure', async (t) => {
  const child = spawn(makeTarget(t), '/no/such/command')
  child.stdin?.write(Buffer.alloc(1 << 20))
  child.stdin?.end('x')
  t.match(await eventsOf(child), [['error', { code: 'ENOENT' }], ['close', -2]])
})

t.test('without a listener it is an uncaught error', async (t) => {
  const uncaught = new Promise((resolve) => { process.once('uncaughtException', resolve) })
  const child = spawn(makeTarget(t), '/no/such/command')
  t.match(await uncaught, { code: 'ENOENT', syscall: 'spawn /no/such/command' })
  t.equal(child.exitCode, -2)
})

t.test('an AbortSignal does not add an error', async (t) => {
  const signal = AbortSignal.abort()
  const { events: without } = await life(spawn(makeTarget(t), 'sleep', ['60'], { signal, cwd: '/no/such/directory' }))
  t.match(without, [['error', { code: 'ENOENT' }], ['close', -2]])
  const { events: before } = await life(spawn(makeTarget(t), '/no/such/command', [], { signal }))
  t.equal(before.filter(([name]) => name === 'error').length, 1, 'whichever was first')
  const abort = new AbortController()
  const child = spawn(makeTarget(t), '/no/such/command', [], { signal: abort.signal })
  const events = eventsOf(child)
  child.once('error', () => abort.abort())
  t.match(await events, [['error', { code: 'ENOENT' }], ['close', -2]])
})

t.test('a channel for messages closes', async (t) => {
  const { events } = await life(spawn(makeTarget(t), '/no/such/command', [], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] }))
  t.same(events.map(([name]) => name).filter((name) => name !== 'disconnect'), ['error', 'close'])
  t.equal(events[0]?.[0], 'error')
})

t.test('not a network namespace', async (t) => {
  const kinds: [name: string, fd: number][] = [['a file', open(t, '/dev/null')], ['another type', open(t, '/proc/self/ns/uts')]]
  for (const [name, fd] of kinds) {
    const [failure, close] = await eventsOf(spawn({ fd }, 'true'))
    t.ok(failure?.[1] instanceof NetnsError)
    const message = 'EINVAL: invalid argument, setns; not a network namespace'
    t.match(failure, ['error', { code: 'EINVAL', errno: -22, syscall: 'setns', path: undefined, message }], name)
    t.same(close, ['close', -22])
  }
  t.throws(() => spawn({ fd: 2 ** 20 }, 'true'), { code: 'EBADF', syscall: 'spawn' }, 'a closed descriptor')
})

t.test('not a user namespace', async (t) => {
  const [failure] = await eventsOf(spawn({ ...makeTarget(t), usernsFd: open(t, '/proc/self/ns/net') }, 'true'))
  t.match(failure, ['error', { code: 'EINVAL', syscall: 'setns', message: /; not a user namespace/ }])
})

t.test('without privilege', { skip: hasUsers() ? false : 'an ordinary user has no other user' }, async (t) => {
  const target = makeTarget(t)
  const program = `${tmpdir()}/failure-${process.pid}.mjs`
  writeFileSync(program, `import { spawn } from ${JSON.stringify(new URL('../../lib/exec.ts', import.meta.url).href)}
    process.setgroups([]); process.setgid(65534); process.setuid(65534)
    spawn({ fd: 3 }, 'true').on('error', ({ message, syscall }) => console.log(syscall, message))`)
  t.teardown(() => rmSync(program))
  const stdio = ['ignore' as const, 'pipe' as const, 'inherit' as const, target.fd]
  const env = { PATH: process.env.PATH }   // without what tap has its node processes do at their end
  const output = execFileSync(process.execPath, ['--import=tsx', program], { encoding: 'utf8', stdio, env })
  t.equal(output, 'setns EPERM: operation not permitted, setns; the network namespace asks for CAP_SYS_ADMIN in its user namespace\n')
})

t.test('a user that cannot be', { skip: hasUsers() ? 'root can be every user' : false }, async (t) => {
  const { events } = await life(spawn(makeTarget(t), 'id', [], { uid: 12345 }))
  t.match(events, [['error', { code: 'EINVAL', syscall: 'spawn id', path: 'id' }], ['close', -22]])
})

t.test('out of descriptors', async (t) => {
  const target = makeTarget(t)
  const highest = Math.max(...readdirSync('/proc/self/fd').map(Number))
  const limit = (value: string) => execFileSync('prlimit', ['--pid', String(process.pid), `--nofile=${value}`])
  const show = ['--pid', String(process.pid), '--nofile', '--noheadings', '--raw', '--output=SOFT']
  const before = execFileSync('prlimit', show, { encoding: 'utf8' }).trim()
  const fillers: number[] = []
  limit(`${highest + 32}:`)
  t.teardown(() => limit(`${before}:`))
  for (let full = false; !full;) {
    try {
      fillers.push(openSync('/dev/null', 'r'))
    } catch (error) {
      t.match(error, { code: 'EMFILE' })
      full = true
    }
  }
  const events = eventsOf(spawn(target, 'true'))
  for (const fd of fillers) closeSync(fd)
  t.match(await events, [['error', { code: 'EMFILE', syscall: 'spawn true', path: 'true' }], ['close', -24]])
})

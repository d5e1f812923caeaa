// spawn: Node's own ChildProcess, with a command that runs in the namespace.

import '../sandbox.ts'
import { execFileSync, spawn as spawnHere, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import t, { type Test } from 'tap'
import { spawn, type NetnsSpawnOptions } from '../../lib/exec.ts'
import { eventsOf, makeTarget, zombies } from './target.ts'

function scratch(t: Test): string {
  const directory = mkdtempSync(`${tmpdir()}/spawn-`)
  t.teardown(() => rmSync(directory, { recursive: true }))
  return directory
}

async function output(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('no standard output')
  return text(child.stdout)
}

t.test('the command runs inside', async (t) => {
  const target = makeTarget(t)
  t.equal(await output(spawn(target, 'ip', ['netns', 'identify'])), `${target.name}\n`)
  t.equal(execFileSync('ip', ['netns', 'identify'], { encoding: 'utf8' }).trim(), '', 'and this process does not')
})

t.test('events of a command that runs', async (t) => {
  const target = makeTarget(t)
  t.same(await eventsOf(spawn(target, 'true')), [['spawn', undefined], ['exit', 0], ['close', 0]])
  t.same(await eventsOf(spawn(target, 'sh', ['-c', 'exit 127'])), [['spawn', undefined], ['exit', 127], ['close', 127]], 'its own 127')
  t.same(await eventsOf(spawn(target, 'sh', ['-c', 'kill -USR2 $$'])), [['spawn', undefined], ['exit', null], ['close', 'SIGUSR2']])
})

t.test('spawn comes before any output', async (t) => {
  const target = makeTarget(t)
  const order = await Promise.all(Array.from({ length: 20 }, async () => {
    const seen: string[] = []
    const child = spawn(target, 'echo', ['x'], { stdio: ['ignore', 'pipe', 'inherit'] })
    child.on('spawn', () => seen.push('spawn'))
    child.stdout?.on('data', () => seen.push('data'))
    await once(child, 'close')
    return seen.join(' ')
  }))
  t.same(new Set(order), new Set(['spawn data']))
})

t.test('the ChildProcess tells of the command', async (t) => {
  const target = makeTarget(t)
  const child = spawn(target, 'sh', ['-c', 'echo $$; read line'], { argv0: 'shell' })
  t.match({ ...child }, { spawnfile: 'sh', spawnargs: ['shell', '-c', 'echo $$; read line'] })
  t.equal(child.stdio.length, 3)
  if (child.stdin === null || child.stdout === null) throw new Error('no pipes')
  const [line] = await once(child.stdout, 'data')
  t.equal(Number(String(line)), child.pid)
  t.notOk(Object.hasOwn(child, 'emit'), 'nothing stands between it and its listeners any more')
  child.stdin.end('\n')
  await once(child, 'close')
  t.equal(child.exitCode, 0)
})

t.test('argv0', async (t) => {
  t.equal(await output(spawn(makeTarget(t), 'sh', ['-c', 'tr "\\0" , < /proc/$$/cmdline'], { argv0: '--net=0' })),
    '--net=0,-c,tr "\\0" , < /proc/$$/cmdline,')
})

t.test('cwd and env', async (t) => {
  const target = makeTarget(t)
  t.equal(await output(spawn(target, 'pwd', [], { cwd: '/usr' })), '/usr\n')
  t.equal(await output(spawn(target, 'pwd', [], { cwd: new URL('file:///usr') })), '/usr\n')
  const env = { A: 'b=c', EMPTY: '', NOT: undefined }
  t.equal(await output(spawn(target, '/usr/bin/env', [], { env })), 'A=b=c\nEMPTY=\n', 'nothing added')
  process.env.SPAWN_TEST = 'inherited'
  t.equal(await output(spawn(target, 'printenv', ['SPAWN_TEST'])), 'inherited\n')
})

t.test('PATH is the one of env', async (t) => {
  const target = makeTarget(t)
  const directory = scratch(t)
  execFileSync('ln', ['-s', '/bin/echo', `${directory}/own-command`])
  t.equal(await output(spawn(target, 'own-command', ['ran'], { env: { PATH: `/nowhere:${directory}` } })), 'ran\n')
})

t.test('shell', async (t) => {
  const target = makeTarget(t)
  t.equal(await output(spawn(target, 'echo $0 | tr a-z A-Z; echo', ['one', '"two  three"'], { shell: true })), '/BIN/SH\none two  three\n')
  const child = spawn(target, 'echo $0', [], { shell: 'sh' })
  t.match({ ...child }, { spawnfile: 'sh', spawnargs: ['sh', '-c', 'echo $0'] })
  t.equal(await output(child), 'sh\n')
  t.equal(await output(spawn(target, 'echo', ['$HOME'], { shell: false })), '$HOME\n')
})

t.test('detached leads a session', async (t) => {
  const target = makeTarget(t)
  const stat = async (options: NetnsSpawnOptions) => {
    const child = spawn(target, 'sh', ['-c', 'cut -d" " -f5,6 /proc/$$/stat'], options)
    return (await output(child)).trim() === `${child.pid} ${child.pid}`
  }
  t.equal(await stat({ detached: true }), true)
  t.equal(await stat({}), false)
})

t.test('signal, timeout, kill', async (t) => {
  const target = makeTarget(t)
  const abort = new AbortController()
  const child = spawn(target, 'sleep', ['60'], { signal: abort.signal, killSignal: 'SIGINT' })
  const events = eventsOf(child)
  await once(child, 'spawn')
  abort.abort('enough')
  t.match(await events, [['spawn'], ['error', { name: 'AbortError', cause: 'enough' }], ['exit', null], ['close', 'SIGINT']])

  t.match(await eventsOf(spawn(target, 'sleep', ['60'], { signal: AbortSignal.abort() })),
    [['spawn'], ['error', { name: 'AbortError' }], ['exit', null], ['close', 'SIGTERM']], 'aborted before it began')
  t.match(await eventsOf(spawn(target, 'sleep', ['60'], { timeout: 100, killSignal: 'SIGUSR1' })),
    [['spawn'], ['exit', null], ['close', 'SIGUSR1']])
  const early = spawn(target, 'sleep', ['60'])
  t.equal(early.kill('SIGKILL'), true)
  t.match(await eventsOf(early), [['spawn'], ['exit', null], ['close', 'SIGKILL']], 'perhaps before the exec')
})

t.test('signals start clean', async (t) => {
  const status = await output(spawn(makeTarget(t), 'grep', ['-E', '^Sig(Blk|Ign):', '/proc/self/status']))
  t.equal(status, `SigBlk:\t${'0'.repeat(16)}\nSigIgn:\t${'0'.repeat(16)}\n`)
})

t.test('every kind of stdio', async (t) => {
  const target = makeTarget(t)
  const path = `${scratch(t)}/out`
  const file = openSync(path, 'w')
  t.teardown(() => closeSync(file))

  const extra = spawn(target, 'sh', ['-c', 'echo three >&3; cat <&4 >&5; echo six >&6'],
    { stdio: ['ignore', null, 'inherit', 'pipe', 'pipe', file, file] })
  const [, , , three, four] = extra.stdio
  t.equal(extra.stdio.length, 7)
  t.equal(extra.stdin, null)
  if (!(four instanceof Writable) || three === null || three === undefined || !('read' in three)) throw new Error('not streams')
  const closed = once(extra, 'close')
  four.end('from the fifth\n')
  t.equal(await text(three), 'three\n')
  await closed
  t.equal(readFileSync(path, 'utf8'), 'from the fifth\nsix\n')

  t.same(await eventsOf(spawn(target, 'true', [], { stdio: 'ignore' })), [['spawn', undefined], ['exit', 0], ['close', 0]])
  t.same(spawn(target, 'true', [], { stdio: 'ignore' }).stdio, [null, null, null])
  t.same(spawn(target, 'true', [], { stdio: 'inherit' }).stdio, [null, null, null])
  t.equal(spawn(target, 'true', [], { stdio: [] }).stdio.filter(Boolean).length, 3, 'filled up with pipes')
})

t.test('messages', async (t) => {
  const program = 'process.on("message", (m) => { process.send({ got: m }); process.disconnect() })'
  const env = { PATH: process.env.PATH }   // without what tap has its node processes do at their end
  const child = spawn(makeTarget(t), process.execPath, ['-e', program],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], serialization: 'advanced', env })
  const events = eventsOf(child)
  child.send({ n: 1n })
  t.same(await events, [['spawn', undefined], ['message', { got: { n: 1n } }], ['disconnect', undefined], ['exit', 0], ['close', 0]])
  t.equal(child.stdio.length, 4)
})

t.test('every child is waited for', async (t) => {
  const target = makeTarget(t)
  await Promise.all(Array.from({ length: 20 }, (_, n) => eventsOf(spawn(target, n % 2 ? 'true' : '/no/such/command'))))
  t.same(await zombies(), [])
})

t.test('no descriptor reaches the command', async (t) => {
  const target = makeTarget(t)
  type Options = { stdio: ['ignore', 'pipe', 'inherit', 'pipe'] }
  const list = async (start: (file: string, args: string[], options: Options) => ChildProcess) =>
    output(start('sh', ['-c', 'ls /proc/$$/fd; ls -l /proc/$$/fd | grep -c "net:"'], { stdio: ['ignore', 'pipe', 'inherit', 'pipe'] }))
  const plain = await list(spawnHere)
  const inside = await Promise.all(Array.from({ length: 60 }, () => list((...args) => spawn(target, ...args))))
  t.match(plain, /\n0\n$/)
  t.same(new Set(inside), new Set([plain]), 'the same as Node itself gives')
})

t.test('wrong input starts nothing', async (t) => {
  const target = makeTarget(t)
  const mark = `${scratch(t)}/mark`
  const start = (change: { file?: unknown, args?: unknown, options?: unknown, target?: unknown }) => () =>
    Reflect.apply(spawn, undefined, [change.target ?? target, change.file ?? 'touch', change.args ?? [mark], change.options ?? {}])
  const bad: [name: string, change: Parameters<typeof start>[0], type: ErrorConstructor, message: RegExp][] = [
    ['unknown option', { options: { mount: true } }, TypeError, /^options: unknown option 'mount', did you mean 'mounts'\?$/],
    ['options', { options: 'x' }, TypeError, /^options: /],
    ['empty file', { file: '' }, RangeError, /^file: empty/],
    ['file', { file: 1 }, TypeError, /^file: a string/],
    ['NUL in file', { file: 'tou\0ch' }, RangeError, /^file: has a NUL/],
    ['args', { args: { shell: true } }, TypeError, /^args: an array/],
    ['an argument', { args: [mark, 1] }, TypeError, /^args\[1\]: a string/],
    ['a hole', { args: [mark, , 'x'] }, TypeError, /^args\[1\]: a string/],
    ['NUL in an argument', { args: [mark, 'a\0b'] }, RangeError, /^args\[1\]: has a NUL/],
    ['NUL in argv0', { options: { argv0: 'a\0b' } }, RangeError, /^options\.argv0: has a NUL/],
    ['NUL in shell', { options: { shell: '/bin/sh\0' } }, RangeError, /^options\.shell: has a NUL/],
    ['NUL in env', { options: { env: { A: 'a\0b' } } }, TypeError, /env/],
    ['NUL in cwd', { options: { cwd: '/\0' } }, TypeError, /cwd/],
    ['shell', { options: { shell: 1 } }, TypeError, /^options\.shell: /],
    ['mounts', { options: { mounts: 1 } }, TypeError, /^options\.mounts: /],
    ['uid', { options: { uid: -1 } }, RangeError, /^options\.uid: /],
    ['gid', { options: { gid: 2 ** 32 - 1 } }, RangeError, /^options\.gid: /],
    ['stdio', { options: { stdio: 3 } }, TypeError, /^options\.stdio: /],
    ['stdio word', { options: { stdio: 'pipes' } }, TypeError, /^options\.stdio: pipe, /],
    ['ipc for all', { options: { stdio: 'ipc' } }, TypeError, /^options\.stdio: pipe, /],
    ['stdio entry', { options: { stdio: ['ignore', 'ignore', 'ignore', 'pipes'] } }, TypeError, /pipes/],
    ['killSignal', { options: { killSignal: 'SIGNO' } }, TypeError, /SIGNO/],
    ['signal', { options: { signal: {} } }, TypeError, /signal/],
    ['a path for a name', { target: { ...target, name: '../x' } }, RangeError, /^name: /],
    ['no name', { target: { ...target, name: '' } }, RangeError, /^name: /],
    ['a parent for a name', { target: { ...target, name: '..' } }, RangeError, /^name: /],
    ['no descriptor', { target: { name: target.name } }, TypeError, /^fd: /],
    ['descriptor', { target: { fd: -1 } }, RangeError, /^fd: /],
    ['user namespace', { target: { ...target, usernsFd: 1.5 } }, RangeError, /^usernsFd: /],
  ]
  for (const [name, change, type, message] of bad) t.throws(start(change), { constructor: type, message }, name)
  await eventsOf(spawn(target, 'true'))
  t.equal(existsSync(mark), false)
})

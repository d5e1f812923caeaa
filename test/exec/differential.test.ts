// spawn and exec beside child_process's own, which is the judge: what a child reads and writes through every form of stdio,
// what its options do, and what is thrown or emitted where it cannot run.

import '../sandbox.ts'
import { execFile, spawn as spawnHere, type ChildProcess } from 'node:child_process'
import { closeSync, createReadStream, createWriteStream, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { connect, createServer, Socket, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import t, { type Test } from 'tap'
import { exec, spawn, type ExecOptions, type NetnsSpawnOptions } from '../../lib/exec.ts'
import { ended } from '../live/place.ts'
import { eventsOf, hasUsers, makeTarget, zombies } from './target.ts'

process.env.PATH = '/usr/sbin:/usr/bin:/sbin:/bin'   // an ordinary user may not search all of root's, which is another error

type Start = (file: string, args: string[], options: NetnsSpawnOptions) => ChildProcess

function scratch(t: Test): string {
  const directory = mkdtempSync(`${tmpdir()}/differential-`)
  t.teardown(() => rmSync(directory, { recursive: true }))
  return directory
}

const facts = (error: unknown): unknown => error instanceof Error ? { ...error, name: error.name, message: error.message } : error

/** All that a caller can see of a child: what is thrown, or events, output and state. */
async function seen(start: Start, file: string, args: string[], options: NetnsSpawnOptions): Promise<object> {
  try {
    const child = start(file, args, options)
    const [events, ...outputs] = await Promise.all([eventsOf(child), ...[child.stdout, child.stderr].map(async (stream) => stream === null ? null : text(stream).catch(facts))])
    const { exitCode, signalCode, killed, spawnfile, spawnargs, stdio } = child
    return { events: events.map(([name, value]) => [name, facts(value)]), outputs, exitCode, signalCode, killed, spawnfile, spawnargs, streams: stdio.length }
  } catch (error) {
    return { thrown: facts(error) }
  }
}

await t.test('spawn', async (t) => {
  const target = makeTarget(t)
  const directory = scratch(t)
  const file = (name: string, content: string, mode: number): string => (writeFileSync(`${directory}/${name}`, content, { mode }), `${directory}/${name}`)
  const sh = (script: string, options: NetnsSpawnOptions = {}): [string, string[], NetnsSpawnOptions] => ['sh', ['-c', script], options]
  const plain = file('plain', 'text', 0o644)
  const users = hasUsers() ? 65534 : 0
  const cases: { readonly [name: string]: [string, string[], NetnsSpawnOptions] } = {
    ...Object.fromEntries([0, 1, 2, 126, 127, 128, 255].map((code) => [`exit code ${code}`, sh(`exit ${code}`)])),
    ...Object.fromEntries(['HUP', 'INT', 'QUIT', 'ABRT', 'KILL', 'SEGV', 'PIPE', 'TERM', 'USR1', 'SYS'].map((name) => [`death by ${name}`, sh(`ulimit -c 0; kill -${name} $$`)])),
    'pipe': sh('echo out; echo err >&2'), 'ignore': sh('cat; echo out', { stdio: 'ignore' }), 'overlapped': sh('echo out; echo err >&2', { stdio: ['ignore', 'overlapped', 'overlapped'] }),
    'words and holes': sh('echo out', { stdio: [null, undefined, 'ignore'] }), 'a bad entry': sh('true', { stdio: ['pipe', 'pips' as 'pipe'] }),
    'two channels': sh('true', { stdio: ['ignore', 'ignore', 'ignore', 'ipc', 'ipc'] }), 'closed descriptor': sh('true', { stdio: ['ignore', 'ignore', 4000] }),
    'timeout': sh('exec sleep 60', { timeout: 50 }), 'timeout by KILL': sh('exec sleep 60', { timeout: 50, killSignal: 'SIGKILL' }), 'timeout by number': sh('exec sleep 60', { timeout: 50, killSignal: 2 }),
    'bad timeout': sh('true', { timeout: -1 }), 'bad killSignal': sh('true', { killSignal: 'SIGNO' as 'SIGTERM' }), 'bad signal': sh('true', { signal: 5 as never }),
    'cwd': sh('pwd', { cwd: directory }), 'cwd as URL': sh('pwd', { cwd: new URL(`file://${directory}`) }), 'no such cwd': sh('true', { cwd: '/no/such' }), 'file for cwd': sh('true', { cwd: plain }),
    'env': ['/usr/bin/env', [], { env: { A: '1', B: '', C: undefined } }], 'no env': ['/usr/bin/env', [], { env: {} }], 'bad env': sh('true', { env: { A: 'a\0b' } }),
    'argv0': sh('tr "\\0" , < /proc/$$/cmdline', { argv0: 'other' }), 'empty argv0': sh('tr "\\0" , < /proc/$$/cmdline', { argv0: '' }),
    'shell': ['echo $0', ['"a  b"'], { shell: true }], 'named shell': ['echo $0', ['x'], { shell: '/bin/bash' }], 'no such shell': ['true', [], { shell: '/no/such' }],
    'session': sh('cut -d" " -f6 /proc/$$/stat | grep -qx $$', { detached: true }), 'no session': sh('cut -d" " -f6 /proc/$$/stat | grep -qx $$'),
    'uid and gid': sh('id -u; id -g', { uid: users, gid: users }), 'serialization': sh('true', { serialization: 'none' as 'json' }),
    'ENOENT': ['no-such-command', ['a'], {}], 'ENOENT of a path': ['/no/such', ['a'], {}], 'ENOENT of an interpreter': [file('script', '#!/no/such\n', 0o755), [], {}], 'ENOENT of PATH': ['true', [], { env: { PATH: '/no/such' } }],
    'EACCES': [plain, [], {}], 'EACCES of a directory': [directory, [], {}], 'no #! line': [file('bare', 'echo bare "$@"\n', 0o755), ['x'], {}], 'an empty file': [file('empty', '', 0o755), [], {}],
    'ENOEXEC': [file('damaged', '\x7fELF\x02\x01\x01\0', 0o755), [], {}],
    'E2BIG': ['true', ['x'.repeat(200_000)], {}], 'E2BIG in sum': ['true', Array.from({ length: 40 }, () => 'x'.repeat(100_000)), {}],
  }
  for (const [name, [command, args, options]] of Object.entries(cases)) {
    const judge = await seen(spawnHere, command, args, options)
    const ours = await seen((...words) => spawn(target, ...words), command, args, options)
    t.same(ours, judge, name)
  }
  t.same(await zombies(), [])
})

await t.test('what Node throws once it has forked comes as an event', async (t) => {
  const target = makeTarget(t)
  for (const file of [`${'/proc/self/root'.repeat(41)}/bin/true`, `/${'a'.repeat(300)}`, '/etc/passwd/x']) {
    const { thrown } = await seen(spawnHere, file, ['a'], {}) as { thrown: { code: string, errno: number } }
    const error = { ...thrown, syscall: `spawn ${file}`, message: `spawn ${file} ${thrown.code}`, path: file, spawnargs: ['a'] }
    t.match(await seen((...words) => spawn(target, ...words), file, ['a'], {}), { events: [['error', error], ['close', thrown.errno]], exitCode: thrown.errno }, thrown.code)
  }
})

await t.test('streams and descriptors', async (t) => {
  const target = makeTarget(t)
  const directory = scratch(t)
  writeFileSync(`${directory}/in`, 'input\n')
  for (const [name, start] of [['Node', spawnHere], ['inside', (...words: Parameters<Start>) => spawn(target, ...words)]] as const) {
    const [input, output] = [createReadStream(`${directory}/in`), createWriteStream(`${directory}/${name}`)]
    const extra = openSync(`${directory}/${name}.5`, 'w')
    await Promise.all([once(input, 'open'), once(output, 'open')])
    const child = start('sh', ['-c', 'cat; cat /proc/self/comm >&2; cat <&3 >&4; echo five >&5'], { stdio: [input, output, output, 'pipe', 'overlapped', extra] })
    const [, , , three, four] = child.stdio
    if (!(three instanceof Socket && four instanceof Socket)) throw new Error('no pipes')
    three.end('three\n')
    t.same([await text(four), await ended(child)], ['three\n', { code: 0, signal: null, stdout: '', stderr: '' }], name)
    closeSync(extra)
    output.end()
    input.destroy()
    t.same([readFileSync(`${directory}/${name}`, 'utf8'), readFileSync(`${directory}/${name}.5`, 'utf8')], ['input\ncat\n', 'five\n'], name)
  }
})

await t.test('a socket passed in a message', async (t) => {
  const target = makeTarget(t)
  const program = 'process.on("message", (word, socket) => { socket.end(word + "\\n"); process.disconnect() })'
  for (const start of [spawnHere, (...words: Parameters<Start>) => spawn(target, ...words)]) {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const accepted = once(server, 'connection') as Promise<[Socket]>
    const client = connect((server.address() as AddressInfo).port, '127.0.0.1')
    const child = start(process.execPath, ['-e', program], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env: { PATH: process.env.PATH } })
    child.send('hello', (await accepted)[0])
    t.equal(await text(client), 'hello\n')
    t.match((await eventsOf(child)).at(-1), ['close', 0])
    server.close()
  }
})

await t.test('exec', async (t) => {
  const target = makeTarget(t)
  type Run = (file: string, args: string[], options: ExecOptions & { encoding?: BufferEncoding }) => Promise<unknown>
  const execHere: Run = promisify(execFile)
  const cases: { readonly [name: string]: [string, ExecOptions & { encoding?: BufferEncoding }] } = {
    'output': ['echo out; echo err >&2', {}], 'exit code': ['echo out; exit 9', {}], 'signal': ['kill -KILL $$', {}],
    ...Object.fromEntries((['buffer', 'latin1', 'base64', 'utf16le', 'hex'] as BufferEncoding[]).map((encoding) => [encoding, ['printf "\\303\\251\\377"', { encoding }]])),
    'just enough': ['printf 12345', { maxBuffer: 5 }], 'too much': ['printf 123456', { maxBuffer: 5 }], 'too much on stderr': ['printf 123456 >&2', { maxBuffer: 5 }], 'nothing allowed': ['echo', { maxBuffer: 0 }],
    'timeout': ['exec sleep 60', { timeout: 50 }], 'timeout by INT': ['exec sleep 60', { timeout: 50, killSignal: 'SIGINT' }], 'aborted': ['exec sleep 60', { signal: AbortSignal.abort('why') }],
    'cwd': ['pwd', { cwd: '/usr' }], 'no such cwd': ['pwd', { cwd: '/no/such' }], 'env': ['echo $A', { env: { A: 'b', PATH: process.env.PATH } }], 'ENOENT': ['x', { env: { PATH: '/no/such' } }],
  }
  const outcome = async (run: Run, [script, options]: [string, ExecOptions & { encoding?: BufferEncoding }]): Promise<unknown> =>
    run('sh', ['-c', script], options).then((result) => ({ ...result as object }), (error: unknown) => ({ ...facts(error) as object, cause: String((error as Error).cause) }))
  for (const [name, one] of Object.entries(cases)) t.same(await outcome(async (...words) => exec(target, ...words), one), await outcome(execHere, one), name)
})

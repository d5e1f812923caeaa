// exec: what a command wrote, or an error as promisified execFile has it, which is the judge wherever it can be.

import '../sandbox.ts'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import t from 'tap'
import { exec, type ExecOptions } from '../../lib/exec.ts'
import { hasUsers, makeTarget, zombies } from './target.ts'

type TextOptions = ExecOptions & { encoding?: BufferEncoding }

const execHere = promisify(execFile)

/** What an error says, without its stack. */
function facts(error: unknown): object {
  if (!(error instanceof Error)) throw new Error('no error')
  return { ...error, message: error.message, name: error.name, cause: String(error.cause) }
}

const failure = async (promise: Promise<unknown>) => facts(await promise.then(() => undefined, (error: unknown) => error))

t.test('what it wrote', async (t) => {
  const target = makeTarget(t)
  t.same(await exec(target, 'sh', ['-c', 'ip netns identify; echo err >&2']), { stdout: `${target.name}\n`, stderr: 'err\n' })
  t.same(await exec(target, 'true'), { stdout: '', stderr: '' })
  t.same(await exec(target, 'echo $0', undefined, { shell: true }), { stdout: '/bin/sh\n', stderr: '' })
  t.same(await exec(target, 'pwd', [], { cwd: '/usr', env: { PATH: process.env.PATH } }), { stdout: '/usr\n', stderr: '' })
})

t.test('encodings', async (t) => {
  const target = makeTarget(t)
  const print = ['-c', 'printf "\\303"; sleep 0.05; printf "\\251\\377"']
  t.same((await exec(target, 'sh', print, { encoding: 'buffer' })).stdout, Buffer.of(0xc3, 0xa9, 0xff))
  t.equal((await exec(target, 'sh', print)).stdout, '\u00e9\ufffd', 'a character in two pieces')
  t.equal((await exec(target, 'sh', print, { encoding: 'hex' })).stdout, 'c3a9ff')
  t.type((await exec(target, 'true', [], { encoding: 'buffer' })).stderr, Buffer)
})

t.test('input', async (t) => {
  const target = makeTarget(t)
  const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => i * 7)
  const { stdout } = await exec(target, 'cat', [], { input: bytes, encoding: 'buffer' })
  t.ok(stdout.equals(bytes))
  t.equal((await exec(target, 'cat', [], { input: 'gr\u00fc\u00dfe' })).stdout, 'gr\u00fc\u00dfe')
  t.equal((await exec(target, 'cat', [], { input: new DataView(Uint8Array.of(65, 66, 67).buffer, 1) })).stdout, 'BC')
  t.equal((await exec(target, 'cat', [], { input: '' })).stdout, '')
  t.equal((await exec(target, 'cat')).stdout, '', 'empty without it')
  t.same(await exec(target, 'true', [], { input: bytes }), { stdout: '', stderr: '' }, 'a command need not read it')
})

t.test('errors as execFile has them', async (t) => {
  const target = makeTarget(t)
  const cases: [name: string, file: string, args: string[], options: TextOptions, expected: object][] = [
    ['exit code', 'sh', ['-c', 'echo out; echo err >&2; exit 3'], {},
      { code: 3, killed: false, signal: null, stdout: 'out\n', stderr: 'err\n' }],
    ['signal', 'sh', ['-c', 'echo out; kill -HUP $$'], {}, { code: null, killed: false, signal: 'SIGHUP', stdout: 'out\n' }],
    ['timeout', 'sleep', ['60'], { timeout: 100 }, { code: null, killed: true, signal: 'SIGTERM' }],
    ['timeout with a signal', 'sleep', ['60'], { timeout: 100, killSignal: 'SIGKILL' }, { code: null, killed: true, signal: 'SIGKILL' }],
    ['too much', 'yes', [], { maxBuffer: 9 }, { code: 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER', name: 'RangeError', stdout: 'y\ny\ny\ny\ny' }],
    ['no such command', 'no-such-command', ['x'], { env: { PATH: '/bin' } },
      { code: 'ENOENT', path: 'no-such-command', spawnargs: ['x'], stdout: '' }],
    ['not executable', '/etc/passwd', [], {}, { code: 'EACCES', syscall: 'spawn /etc/passwd' }],
    ['no such cwd', 'true', [], { cwd: '/no/such/directory' }, { code: 'ENOENT' }],
    ['aborted', 'sleep', ['60'], { signal: AbortSignal.abort('why') }, { name: 'AbortError', code: 'ABORT_ERR', cause: 'why' }],
  ]
  for (const [name, file, args, options, expected] of cases) {
    const judge = await failure(execHere(file, args, options))
    t.match(judge, expected, `${name}: the judge`)
    t.same(await failure(exec(target, file, args, options)), judge, name)
  }
  t.same(await zombies(), [])
})

t.test('too much on the other stream', async (t) => {
  t.match(await failure(exec(makeTarget(t), 'sh', ['-c', 'echo out; yes >&2'], { maxBuffer: 4, encoding: 'buffer' })),
    { message: 'stderr maxBuffer length exceeded', stderr: Buffer.from('y\ny\n') })
  t.equal((await exec(makeTarget(t), 'echo', ['123'], { maxBuffer: 4 })).stdout, '123\n', 'just enough')
  const { stdout } = await exec(makeTarget(t), 'head', ['-c', '3000000', '/dev/zero'], { maxBuffer: Infinity })
  t.equal(stdout.length, 3_000_000)
})

t.test('aborted later', async (t) => {
  const abort = new AbortController()
  const running = exec(makeTarget(t), 'sh', ['-c', 'echo begun; exec sleep 60'], { signal: abort.signal })
  setTimeout(() => abort.abort(), 200)
  t.match(await failure(running), { name: 'AbortError', code: 'ABORT_ERR', cmd: 'sh -c echo begun; exec sleep 60' })
})

t.test('a grandchild that keeps the streams open does not hold up a timeout', async (t) => {
  const start = performance.now()
  const running = exec(makeTarget(t), 'sh', ['-c', 'sleep 5 & echo $!; wait'], { timeout: 300 })
  t.match(await failure(running), { killed: true, signal: 'SIGTERM', stdout: /^\d+\n$/ })
  t.ok(performance.now() - start < 4000)
})

t.test('the stack is the caller\'s', async (t) => {
  const target = makeTarget(t)
  for (const [file, fd] of [['false', target.fd], ['/no/such/command', target.fd], ['true', 0]] as const) {
    async function outermost(): Promise<void> {
      await exec({ fd }, file)
    }
    const error = await outermost().catch((error: unknown) => error)
    t.match(error, { stack: /outermost/ })
  }
})

t.test('uid and gid', async (t) => {
  const target = makeTarget(t)
  const ids = async (options: TextOptions) =>
    (await exec(target, 'sh', ['-c', 'sed -nE "s/^(Uid|Gid|Groups):\\\\s*//p" /proc/self/status'], options)).stdout
  if (hasUsers()) {
    const groups = process.getgroups?.() ?? []
    process.setgroups?.([65532])
    t.teardown(() => process.setgroups?.(groups))
    t.match(await ids({}), /\n65532\s*\n$/)
    t.match(await ids({ uid: 65534, gid: 65533 }), /^65534\t65534\t65534\t65534\n65533\t65533\t65533\t65533\n\s*\n$/, 'and no other group')
    t.match(await ids({ gid: 65533 }), /^0\t0\t0\t0\n65533\t/)
    t.match(await ids({ uid: 65534 }), /^65534\t.*\n0\t0\t0\t0\n/)
    t.match(await failure(exec(target, 'ip', ['link', 'set', 'lo', 'up'], { uid: 65534 })), { stderr: /not permitted/ })
  }
  t.match(await ids({ uid: 0, gid: 0 }), /^0\t0\t0\t0\n0\t0\t0\t0\n/)
})

t.test('wrong input', async (t) => {
  const target = makeTarget(t)
  const start = async (options: object) => Reflect.apply(exec, undefined, [target, 'true', [], options])
  const bad: [name: string, options: object, type: ErrorConstructor, message: RegExp][] = [
    ['unknown option', { detached: true }, TypeError, /unknown option 'detached'/],
    ['stdio', { stdio: 'inherit' }, TypeError, /unknown option 'stdio'/],
    ['input', { input: 5 }, TypeError, /^options\.input: /],
    ['encoding', { encoding: 'utf9' }, RangeError, /^options\.encoding: /],
    ['maxBuffer', { maxBuffer: NaN }, RangeError, /^options\.maxBuffer: /],
    ['maxBuffer as text', { maxBuffer: '5' }, TypeError, /^options\.maxBuffer: /],
    ['timeout', { timeout: -1 }, RangeError, /^options\.timeout: /],
    ['a timeout that setTimeout takes for 1', { timeout: 2 ** 31 }, RangeError, /^options\.timeout: /],
    ['killSignal', { killSignal: 'SIGNO' }, TypeError, /SIGNO/],
  ]
  for (const [name, options, type, message] of bad) await t.rejects(start(options), { constructor: type, message }, name)
  await t.rejects(exec(target, 'a\0b'), { constructor: RangeError, message: /^file: has a NUL/ })
})

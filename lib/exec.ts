// Commands in a network namespace, as `ip netns exec` runs them. Node's own child_process starts, feeds and reaps them, by way
// of a small program that enters the namespace and becomes the command; this process and its threads never leave theirs.

import { Buffer } from 'node:buffer'
import { spawn as spawnProcess, type ChildProcess, type SpawnOptions, type StdioOptions } from 'node:child_process'
import { constants } from 'node:os'
import { Readable } from 'node:stream'
import { rangeError, typeError } from './errors.ts'
import { holdUntilExec, type Command } from './exec-errors.ts'
import { programArguments, programPath } from './program.ts'
import { boolean, integer, snapshot } from './values.ts'

/** The namespace to run in; a `Netns` is one. */
export interface ExecTarget {
  /** Its name, for the files of /etc/netns/NAME. */
  readonly name?: string | undefined
  /** A descriptor of the network namespace. */
  readonly fd: number
  /** A descriptor of the user namespace that owns it, where that has to be entered first. */
  readonly usernsFd?: number | undefined
}

/** Node's own options, and whether the command gets the mounts of `ip netns exec`. */
export interface NetnsSpawnOptions extends SpawnOptions {
  /** A fresh /sys, and the files of /etc/netns/NAME over those of /etc, in a mount namespace of the command's own. Default true. */
  mounts?: boolean | undefined
  /**
   * Sent to the command when the thread that started it ends, however it does: this process, or the Worker. Not to what the command
   * starts itself, and not once it executes a program that is setuid or has capabilities (PR_SET_PDEATHSIG). Default none.
   */
  pdeathsig?: NodeJS.Signals | number | undefined
}

const SPAWN_OPTIONS = new Set<keyof NetnsSpawnOptions>(['mounts', 'pdeathsig', 'argv0', 'cwd', 'detached', 'env', 'gid', 'killSignal', 'serialization',
  'shell', 'signal', 'stdio', 'timeout', 'uid', 'windowsHide', 'windowsVerbatimArguments'])

const MAX_ID = 2 ** 32 - 2   // the last one means "unchanged" to the kernel

/**
 * Starts a command in the namespace and returns Node's own ChildProcess: every kind of `stdio`, `signal`, `timeout`,
 * `detached`, exit codes and signals are Node's.
 *
 * `spawn` is emitted once the command itself runs. Where it never does, there is no `spawn` and no `exit`: `error` comes first,
 * then `close`, as from Node. The error is Node's (`spawn FILE ENOENT`) for the command, `cwd`, `uid` and `gid`, and a NetnsError
 * (`setns`, `unshare`, `mount`, with the path) for the namespace and the mounts. Wrong input is thrown, and so is what Node throws:
 * EBADF for a closed descriptor, E2BIG, ENOTDIR for `cwd`.
 *
 * @example
 * const server = spawn(blue, process.execPath, ['server.js'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
 */
export function spawn(ns: ExecTarget, file: string, args: readonly string[] = [], options: NetnsSpawnOptions = {}): ChildProcess {
  const target = checkTarget(ns)
  // Node checks the types of what is passed on to it
  const { mounts = true, pdeathsig, argv0, shell, uid, gid, stdio, ...passed } = snapshot(options, SPAWN_OPTIONS, 'options') as NetnsSpawnOptions
  const command = expandShell(checkCommand(file, args), shell)
  const entries = stdioEntries(stdio)
  const request = {
    ...command, net: entries.length, report: entries.length + 1, user: target.usernsFd === undefined ? undefined : entries.length + 2,
    name: target.name, mounts: boolean(mounts, 'options.mounts'), argv0: argv0 === undefined ? undefined : text(argv0, 'options.argv0'),
    pdeathsig: pdeathsig === undefined ? undefined : signalNumber(pdeathsig, 'options.pdeathsig'),
    uid: userOrGroup(uid, 'options.uid'), gid: userOrGroup(gid, 'options.gid'),
  }
  const inherited = [target.fd, 'pipe' as const, ...(target.usernsFd === undefined ? [] : [target.usernsFd])]
  const child = spawnProcess(programPath(), programArguments(request), { ...passed, stdio: [...entries, ...inherited] })
  return disguise(child, command, argv0, entries.length)
}

/** Options of {@link exec}. */
export interface ExecOptions extends Pick<NetnsSpawnOptions, 'cwd' | 'env' | 'gid' | 'killSignal' | 'mounts' | 'pdeathsig' | 'shell' | 'signal' | 'uid'> {
  /** Written to the command's standard input, which is /dev/null without it. */
  input?: string | NodeJS.ArrayBufferView | undefined
  /** Of the output; `buffer` leaves it as it is. Default `utf8`. */
  encoding?: BufferEncoding | 'buffer' | undefined
  /** Bytes of either output stream, past which the command is killed. Default 1 MiB. */
  maxBuffer?: number | undefined
  /** Milliseconds after which the command is killed; 0, the default, is never. */
  timeout?: number | undefined
}

/** What a command wrote. */
export interface ExecResult<Output extends string | Buffer = string> {
  stdout: Output
  stderr: Output
}

/** What {@link exec} rejects with, as promisified `execFile` does. */
export interface ExecError extends Error, ExecResult<string | Buffer> {
  /** The exit code, or where there is none, null; a word such as `ENOENT` or `ABORT_ERR` where it was not the command that failed. */
  code: number | string | null
  signal?: NodeJS.Signals | null
  killed?: boolean
  /** The command and its arguments. */
  cmd: string
}

const EXEC_OPTIONS = new Set<keyof ExecOptions>(['mounts', 'pdeathsig', 'cwd', 'encoding', 'env', 'gid', 'input', 'killSignal', 'maxBuffer', 'shell',
  'signal', 'timeout', 'uid'])

/**
 * Runs a command in the namespace to its end and resolves with what it wrote.
 *
 * Rejects with an {@link ExecError} where the exit code is not 0 or a signal, `timeout` or `maxBuffer` ended it; at once with an
 * AbortError; with Node's spawn error where the command cannot be run (`ENOENT`, `EACCES`); with a NetnsError where the namespace
 * or its mounts refuse. All of them have `cmd`, `stdout` and `stderr`.
 *
 * @example
 * const { stdout } = await exec(red, 'ping', ['-c1', '192.168.15.2'], { timeout: 2000 })
 */
export async function exec(ns: ExecTarget, file: string, args: readonly string[] | undefined,
  options: ExecOptions & { encoding: 'buffer' }): Promise<ExecResult<Buffer>>
export async function exec(ns: ExecTarget, file: string, args?: readonly string[],
  options?: ExecOptions & { encoding?: BufferEncoding | undefined }): Promise<ExecResult>
export async function exec(ns: ExecTarget, file: string, args: readonly string[] = [],
  options: ExecOptions = {}): Promise<ExecResult<string | Buffer>> {
  const settings = snapshot(options, EXEC_OPTIONS, 'options') as ExecOptions
  const { input, encoding = 'utf8', maxBuffer, timeout, ...passed } = settings
  const limits = checkLimits({ maxBuffer, timeout, killSignal: passed.killSignal })
  if (encoding !== 'buffer' && !Buffer.isEncoding(encoding)) throw rangeError('options.encoding', 'neither an encoding of text nor buffer')
  const bytes = input === undefined ? undefined : inputBytes(input)
  const child = spawn(ns, file, args, { ...passed, stdio: [bytes === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'] })
  const outcome = await collect(child, bytes, limits)
  const decode = (output: Buffer): string | Buffer => encoding === 'buffer' ? output : output.toString(encoding)
  const result = { stdout: decode(outcome.stdout), stderr: decode(outcome.stderr) }
  if (outcome.error === undefined && outcome.code === 0) return result
  throw execError(outcome, [file, ...args].join(' '), result)
}

interface Limits {
  readonly maxBuffer: number
  readonly timeout: number
  readonly killSignal: NodeJS.Signals | number | undefined
}

function checkLimits({ maxBuffer = 2 ** 20, timeout = 0, killSignal }: Pick<ExecOptions, 'maxBuffer' | 'timeout' | 'killSignal'>): Limits {
  if (typeof maxBuffer !== 'number') throw typeError('options.maxBuffer', 'a number is wanted')
  if (!(maxBuffer >= 0)) throw rangeError('options.maxBuffer', `${maxBuffer} is not a number of bytes`)
  return { maxBuffer, timeout: integer(timeout, 0, 2 ** 31 - 1, 'options.timeout'), killSignal }
}

function inputBytes(input: unknown): Uint8Array {
  if (typeof input === 'string') return Buffer.from(input)
  if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength)
  throw typeError('options.input', 'a string or bytes are wanted')
}

interface Outcome extends ExecResult<Buffer> {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly killed: boolean
  readonly error?: Error | undefined
}

/** Feeds the child and waits for its end, or for what makes the end not worth waiting for. */
async function collect(child: ChildProcess, input: Uint8Array | undefined, limits: Limits): Promise<Outcome> {
  let error: Error | undefined
  let killed = false
  const stop = (): void => {   // a grandchild may hold the streams open
    child.stdout?.destroy()
    child.stderr?.destroy()
  }
  const kill = (reason?: Error): void => {
    error ??= reason
    killed = true
    stop()
    child.kill(limits.killSignal)
  }
  const stdout = gather(child.stdout, limits.maxBuffer, () => kill(overflow('stdout')))
  const stderr = gather(child.stderr, limits.maxBuffer, () => kill(overflow('stderr')))
  child.stdin?.on('error', () => {})   // a command may end without reading its input
  child.stdin?.end(input)
  const timer = limits.timeout > 0 ? setTimeout(kill, limits.timeout) : undefined
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) => {
    child.once('close', (...end) => resolve(end))
    child.on('error', (reason) => { error ??= reason; stop(); resolve([null, null]) })
  })
  clearTimeout(timer)
  return { stdout: stdout(), stderr: stderr(), code, signal, killed, error }
}

/** Keeps at most `limit` bytes; on the first one more it calls `full`, which destroys the stream. */
function gather(stream: Readable | null, limit: number, full: () => void): () => Buffer {
  const chunks: Buffer[] = []
  let length = 0
  stream?.on('data', (chunk: Buffer) => {
    chunks.push(chunk.subarray(0, limit - length))
    length += chunk.length
    if (length > limit) full()
  })
  return () => Buffer.concat(chunks)
}

function overflow(stream: string): RangeError {
  return Object.assign(new RangeError(`${stream} maxBuffer length exceeded`), { code: 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER' })
}

/** The stack becomes that of the caller, who awaits: the event that brought the error has none worth reading. */
function execError({ error, code, signal, killed, stderr }: Outcome, cmd: string, result: ExecResult<string | Buffer>): Error {
  if (error === undefined) {
    return Object.assign(new Error(`Command failed: ${cmd}\n${stderr.toString()}`), { code, killed, signal, cmd, ...result })
  }
  Error.captureStackTrace(error)
  return Object.assign(error, { cmd, ...result })
}

/** The ChildProcess speaks of the command, not of the program, and of the streams that the caller asked for. */
function disguise(child: ChildProcess, command: Command, argv0: string | undefined, count: number): ChildProcess {
  Object.assign(child, { spawnfile: command.file, spawnargs: [argv0 ?? command.file, ...command.args] })
  if (!Array.isArray(child.stdio)) return child   // out of descriptors: Node gives up before it makes the streams
  const report: unknown = child.stdio[count + 1]
  Object.assign(child, { stdio: child.stdio.slice(0, count) })
  if (child.pid !== undefined && report instanceof Readable) holdUntilExec(child, report, command)
  return child
}

function checkTarget(ns: ExecTarget): ExecTarget {
  const { name, fd, usernsFd } = ns
  if (name !== undefined && (text(name, 'name') === '' || name === '.' || name === '..' || name.includes('/'))) {
    throw rangeError('name', 'not the name of a file, as a namespace has it')
  }
  return { name, fd: descriptor(fd, 'fd'), usernsFd: usernsFd === undefined ? undefined : descriptor(usernsFd, 'usernsFd') }
}

function checkCommand(file: unknown, args: unknown): Command {
  const command = { file: text(file, 'file'), args: texts(args, 'args') }
  if (command.file === '') throw rangeError('file', 'empty, where a command is wanted')
  return command
}

function descriptor(value: unknown, path: string): number {
  return integer(value, 0, 2 ** 31 - 1, path)
}

function userOrGroup(value: unknown, path: string): number | undefined {
  return value === undefined ? undefined : integer(value, 0, MAX_ID, path)
}

function signalNumber(value: unknown, path: string): number {
  if (typeof value === 'number') return integer(value, 1, 64, path)
  const number = new Map<unknown, number>(Object.entries(constants.signals)).get(value)
  if (number === undefined) throw typeError(path, 'the name or the number of a signal is wanted')
  return number
}

function text(value: unknown, path: string): string {
  if (typeof value !== 'string') throw typeError(path, 'a string is wanted')
  if (value.includes('\0')) throw rangeError(path, 'has a NUL, where the kernel would cut it')
  return value
}

function texts(values: unknown, path: string): string[] {
  if (!Array.isArray(values)) throw typeError(path, 'an array of strings is wanted')
  return Array.from(values, (value: unknown, index) => text(value, `${path}[${index}]`))
}

/** Node expands it before it starts anything, so that a shell which is missing is the command that is missing. */
function expandShell(command: Command, shell: unknown): Command {
  if (shell === undefined || shell === false || shell === '') return command
  const file = shell === true ? '/bin/sh' : text(shell, 'options.shell')
  return { file, args: ['-c', [command.file, ...command.args].join(' ')] }
}

type StdioEntry = Exclude<StdioOptions, string>[number]

/** Those that may stand for three entries: Node takes no `ipc` for all of them. */
const STDIO_WORDS: ReadonlySet<string> = new Set(['pipe', 'overlapped', 'ignore', 'inherit'])

/** At least three entries, as Node fills them up. */
function stdioEntries(stdio: StdioOptions | null | undefined): StdioEntry[] {
  if (stdio === undefined || stdio === null) return ['pipe', 'pipe', 'pipe']
  if (typeof stdio === 'string' && STDIO_WORDS.has(stdio)) return [stdio, stdio, stdio]
  if (!Array.isArray(stdio)) throw typeError('options.stdio', `${[...STDIO_WORDS].join(', ')} or an array of entries is wanted`)
  return Array.from({ length: Math.max(3, stdio.length) }, (_, index) => stdio[index])
}

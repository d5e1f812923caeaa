// What goes wrong before a command runs, and how its ChildProcess says so: `error`, then `close`, as Node does when its
// own spawn fails. What goes wrong afterwards is the command's own affair and not touched here.

import type { ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { finished, Readable } from 'node:stream'
import { getSystemErrorName } from 'node:util'
import { NetnsError } from './errors.ts'

/** The command as `error.spawnargs` and `error.path` name it. */
export interface Command {
  readonly file: string
  readonly args: readonly string[]
}

/** The program's last words: the system call, its errno (positive), and what it was about. */
interface LastWords {
  readonly call: string
  readonly errno: number
  readonly subject: string
}

/** The calls that Node makes itself between fork and exec: their failures look as Node's own. */
const SPAWN_CALLS = new Set(['setgroups', 'setgid', 'setuid', 'execve'])

function parseRecord(record: string): LastWords | undefined {
  const [call, errno, subject] = record.split('\0')
  if (call === undefined || errno === undefined || subject === undefined) return undefined
  return { call, errno: Number(errno), subject }
}

function spawnError(errno: number, { file, args }: Command): Error {
  const code = getSystemErrorName(-errno)
  const syscall = `spawn ${file}`
  return Object.assign(new Error(`${syscall} ${code}`), { errno: -errno, code, syscall, path: file, spawnargs: [...args] })
}

function hint({ call, errno, subject }: LastWords): string | undefined {
  const code = getSystemErrorName(-errno)
  if (call === 'setns' && code === 'EINVAL') {
    return subject === 'net' ? 'not a network namespace' : 'not a user namespace, or the one that this process is in'
  }
  if (code !== 'EPERM') return undefined
  if (call === 'setns') return `the ${subject === 'net' ? 'network' : 'user'} namespace asks for CAP_SYS_ADMIN in its user namespace`
  return 'mounts ask for CAP_SYS_ADMIN, { mounts: false } does without'
}

function launchError(words: LastWords, command: Command): Error {
  const { call, errno, subject } = words
  if (SPAWN_CALLS.has(call)) return spawnError(errno, command)
  return new NetnsError({ errno, syscall: call, ...(subject.startsWith('/') ? { path: subject } : {}) }, hint(words))
}

type Emission = [event: string | symbol, ...args: unknown[]]

/** What would tell of the program rather than of the command. */
const HELD = new Set<string | symbol>(['spawn', 'error', 'exit', 'message', 'disconnect'])

/** One after the other, each even if a listener of the one before throws. */
function replay(child: ChildProcess, emissions: Emission[]): void {
  const next = emissions.shift()
  if (next === undefined) return
  try {
    EventEmitter.prototype.emit.apply(child, next)
  } finally {
    replay(child, emissions)
  }
}

/** The state of a ChildProcess that Node could not spawn; `close` reports it later. */
function markFailed(child: ChildProcess, errno: number): void {
  Object.assign(child, { exitCode: -errno, signalCode: null, pid: undefined })
}

/**
 * Holds the child's events until `report` ends. Empty: the command runs, or a signal ended it before, and they come as
 * they were. With a record: once the program is gone, `error` comes in place of `spawn` and `exit`. Node emits `close`
 * after the end of every stream, the report's too, and so always after this.
 */
export function holdUntilExec(child: ChildProcess, report: Readable, command: Command): void {
  const held: Emission[] = []
  let record = ''
  let ended = false

  const settle = (): void => {
    const words = parseRecord(record)
    if (!ended || (words !== undefined && !held.some(([event]) => event === 'exit'))) return
    release(words === undefined)
    if (words === undefined) return replay(child, held)
    markFailed(child, words.errno)
    replay(child, [['error', launchError(words, command)], ...held.filter(([event]) => event === 'disconnect')])
  }
  const end = (): void => { ended = true; settle() }
  const release = hold(child, end, (emission) => { held.push(emission); settle() })
  report.setEncoding('utf8').on('data', (text: string) => { record += text })
  finished(report, { writable: false }, () => { if (!ended) end() })
}

/** Diverts what is HELD to `take`. `begun` is called on the first output. What is returned ends it, for a command that runs or not. */
function hold(child: ChildProcess, begun: () => void, take: (emission: Emission) => void): (running: boolean) => void {
  const emit = (...emission: Emission): boolean => {
    if (!HELD.has(emission[0])) return EventEmitter.prototype.emit.apply(child, emission)
    take(emission)
    return true
  }
  Object.assign(child, { emit })
  const endOutput = awaitOutput(child, begun)
  const endInput = holdInputErrors(child)
  return (running) => {
    Reflect.deleteProperty(child, 'emit')
    endOutput()
    endInput(running)
  }
}

/**
 * Only the command writes: the first output can overtake the report's end, which libuv reads later in the same turn, but
 * not `spawn`. Unlike `on`, `prependListener` does not start the flow.
 */
function awaitOutput({ stdio }: ChildProcess, begun: () => void): () => void {
  const outputs = stdio.slice(1).filter((stream) => stream instanceof Readable)
  for (const stream of outputs) stream.prependListener('data', begun)
  return () => { for (const stream of outputs) stream.off('data', begun) }
}

/**
 * Input written ahead meets a closed pipe where the program fails: Node, which never opens the pipe then, reports nothing.
 * What is returned ends this; with true, an error that came and that nobody saw is emitted again.
 */
function holdInputErrors({ stdin }: ChildProcess): (running: boolean) => void {
  let unseen: Error | undefined
  const listener = (error: Error): void => { if (stdin?.listenerCount('error') === 1) unseen = error }
  stdin?.on('error', listener)
  return (running) => {
    if (!running) return
    stdin?.off('error', listener)
    if (unseen !== undefined) stdin?.emit('error', unseen)
  }
}

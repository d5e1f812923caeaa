// What the live tests share: a fresh namespace with its reader, what the process holds, and children that run a piece of
// a program. Runs in the sandbox's own network and mount namespace only; it asserts nothing.
import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'
import { ip, ipJson } from '../sandbox.ts'
import { Netns, type NetnsOptions } from '../../lib/index.ts'
import { eventually } from './observe.ts'

export * from './observe.ts'

export interface Place {
  readonly netns: Netns
  readonly name: string
  /** `ip -n NAME -j ...` */
  show<T = Record<string, unknown>>(...args: string[]): T[]
  /** `ip -n NAME ...` */
  ip(...args: string[]): string
}

let count = 0

/** A named namespace of its own for a test, gone after it. */
export async function place(t: Test, options: NetnsOptions = {}): Promise<Place> {
  const name = `p${process.pid}-${count++}`
  const netns = await Netns.create(name, options)
  t.teardown(async () => {
    await Netns.delete(name, { ifExists: true })
    await netns.close()
  })
  return { netns, name, show: (...args) => ipJson('-n', name, ...args), ip: (...args) => ip('-n', name, ...args) }
}

/** The one element of a list, such as what `ip -j link show eth0` prints. */
export function only<T>(list: readonly T[]): T {
  const [first, ...more] = list
  if (first === undefined || more.length > 0) throw new Error(`one is wanted, there are ${list.length}`)
  return first
}

/** All that ip(8) can see of a namespace, as one text; without lifetimes, states (the carrier's too, which come late) and a bridge's sums over its ports, which change by themselves. */
export function everything(name: string): string {
  const words = [['-d', 'link'], ['addr'], ['route', 'show', 'table', 'all'], ['-6', 'route', 'show', 'table', 'all'],
    ['rule'], ['-6', 'rule'], ['nexthop'], ['netns', 'list-id']]
  // Neighbours come in the order of a hash; those of multicast come and go with the kernel's own packets.
  const neighbors = ip('-n', name, 'neigh', 'show', 'nud', 'all').split('\n').filter((line) => !line.includes('NOARP')).sort()
  return [...words.map((args) => ip('-n', name, ...args)), ...neighbors].join('\n').replaceAll(/_timer +\S+|valid_lft.*|state [A-Z]+|NO-CARRIER,| [gt][rs]o_\S+ \d+/g, '')
}

/** Mount points at and below /run/netns, in the order of mounting. */
export function mounts(): string[] {
  const lines = readFileSync('/proc/self/mountinfo', 'utf8').trimEnd().split('\n')
  return lines.map((line) => line.split(' ')[4] ?? '').filter((point) => point.startsWith('/run/netns'))
}

/** Paths of the library and of these modules, for programs given to `node`. */
export const library = new URL(`../../lib/index${extname(import.meta.url)}`, import.meta.url).href

/** What child programs need to read TypeScript, whatever their working directory; nothing where all is compiled. */
const loader = extname(import.meta.url) === '.ts' ? [`--import=${import.meta.resolve('tsx')}`] : []

/** The command line of a node that runs a module's text, which can import `library`; `words` come before the text. */
export function nodeWords(program: string, ...words: string[]): [file: string, args: string[]] {
  return [process.execPath, [...loader, ...words, '--input-type=module', '-e', program]]
}

/** Starts such a node. */
export function node(program: string, ...words: string[]): ChildProcess {
  return spawn(...nodeWords(program, ...words), { stdio: ['pipe', 'pipe', 'pipe'] })
}

/** A process inside a namespace, put there by ip(8); ended with the test. */
export async function processIn(t: Test, name: string): Promise<number> {
  const child = spawn('ip', ['netns', 'exec', name, 'sleep', '100'], { stdio: 'ignore' })
  t.teardown(() => { child.kill() })
  const { pid } = child
  if (pid === undefined) throw new Error('ip(8) did not start')
  // ip(8) becomes sleep(1) once it is inside.
  if (!await eventually(() => readFileSync(`/proc/${pid}/comm`, 'utf8') === 'sleep\n')) throw new Error('sleep(1) did not start')
  return pid
}

export const here = fileURLToPath(new URL('.', import.meta.url))

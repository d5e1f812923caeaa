// A network and a mount namespace of its own for a command, with an empty /run and loopback up; without root, in a user
// namespace as well. All that the command makes goes with it. The machine's own links and namespaces are never touched.

import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { readlinkSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from './paths.ts'

const mark = 'NETNS_NATIVE_BENCH'
const thisNetns = (): string => readlinkSync('/proc/thread-self/ns/net')
const prepare = 'mount -t tmpfs -o mode=755 tmpfs /run && ip link set lo up && ulimit -n $(ulimit -Hn) && exec "$@"'

function unshared(command: readonly string[]): string[] {
  // The outermost sandbox has made the user namespace already, if one is needed.
  const flags = process.getuid?.() === 0 ? '-nm' : '-Urnm'
  return [flags, '--propagation', 'private', 'setpriv', '--pdeathsig', 'KILL', 'sh', '-c', prepare, 'sandbox', ...command]
}

/** Whether this process runs inside, as `insideOrAgain` arranges it. */
export function isInside(): boolean {
  const outside = process.env[mark]
  if (outside === thisNetns()) throw new Error(`${mark} is set, but this is the namespace that it was set in`)
  return outside !== undefined
}

/** Runs this same program again, inside; its exit status becomes this one's. */
export function runAgainInside(): void {
  const command = unshared([process.execPath, ...process.execArgv, ...process.argv.slice(1)])
  // ^C goes to all of the terminal's programs: the one inside decides when it ends, and would be killed with this one.
  process.on('SIGINT', () => {})
  const { error, status } = spawnSync('unshare', command, { stdio: 'inherit', env: { ...process.env, [mark]: thisNetns() } })
  if (error) throw error
  process.exitCode = status ?? 1
}

export interface Outcome { status: number | null, stdout: string, stderr: string }

/** Runs a command in a sandbox of its own, and kills it after `timeout` milliseconds. */
export async function runInside(command: readonly string[], timeout: number, more: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const env = { ...process.env, ...more }
  const child = spawn('unshare', unshared(command), { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], timeout, killSignal: 'SIGKILL' })
  const text = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) child[name].setEncoding('utf8').on('data', (part: string) => void (text[name] += part))
  const status = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  return { status, ...text }
}

const ip = (...args: string[]): string => execFileSync('ip', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

/** A namespace is made and dissolved: cleanup_net, one worker for all, takes the link into it away after what was there before. */
async function oneMore(): Promise<void> {
  ip('netns', 'add', 'settle')
  ip('link', 'add', 'settle', 'type', 'veth', 'peer', 'name', 'other', 'netns', 'settle')
  ip('netns', 'del', 'settle')
  while (ip('-br', 'link').includes('settle')) await wait(20)
}

/** Waits until the kernel has dissolved the namespaces that ended before: by the second time cleanup_net has also done what comes after the links. */
export async function settle(): Promise<void> {
  await oneMore()
  await oneMore()
}

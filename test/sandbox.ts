// Importing this module puts the test file into a network and a mount namespace of its own, with an empty /run and
// loopback up: as root by unshare(1) alone, otherwise in a user namespace as well. It does so by running the same node
// command again inside and ending with its status. It is not an assertion library, and knows nothing of netns-native.
import { execFileSync, spawnSync } from 'node:child_process'
import { readlinkSync } from 'node:fs'
import { runAgain } from './again.ts'

const mark = 'NETNS_NATIVE_SANDBOX'
const thisNetns = (): string => readlinkSync('/proc/thread-self/ns/net')

// A fresh tmpfs stands for all of /run, not for /run/netns: the first namespace has to make that directory itself.
const prepare = 'mount -t tmpfs -o mode=755 tmpfs /run && ip link set lo up || exit'

function enter(): never {
  const privileged = process.getuid?.() === 0
  runAgain(['unshare', privileged ? '-nm' : '-Urnm', '--propagation', 'private'], prepare, { [mark]: `${privileged ? 'root' : 'user'} ${thisNetns()}` })
}

const [owner, outside] = (process.env[mark] ?? enter()).split(' ')
if (outside === thisNetns()) throw new Error(`${mark} is set, but this is the namespace that it was set in`)

/** Whether the sandbox was made by real root: without, only what a user namespace allows works here. */
export const privileged = owner === 'root'

/** Runs ip(8), the independent reader; its words are the error when it fails. */
export function ip(...args: string[]): string {
  return execFileSync('ip', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

/** What `ip -j` prints, parsed; nothing at all is an empty list. */
export function ipJson<T = Record<string, unknown>>(...args: string[]): T[] {
  return JSON.parse(ip('-j', ...args) || '[]') as T[]
}

const known = new Map<string, boolean>()

/** Whether the kernel has a kind of link, asked in a namespace that ends with the question. `args` are what ip(8) insists on. */
export function kernelHas(kind: string, ...args: string[]): boolean {
  const cached = known.get(kind)
  if (cached !== undefined) return cached
  const command = ['ip', 'link', 'add', 'name', 'probe', 'type', kind, ...args]
  const { status, stderr } = spawnSync('unshare', ['-n', ...command], { encoding: 'utf8' })
  // Exit status 2 is the kernel's no: rtnl_newlink looks the kind up before it looks at anything else.
  if (status !== 0 && status !== 2) throw new Error(`cannot ask for ${kind}: ${stderr}`)
  const answer = status === 0 || !/unknown device type|operation not supported/i.test(stderr)
  known.set(kind, answer)
  return answer
}

/**
 * The `skip` option of a test that needs something of the kernel: false, or a reason that names what is missing.
 * The runner compares these reasons with test/expected-skips.json.
 */
export function skipUnless(present: boolean, feature: string): string | false {
  return present ? false : `kernel lacks ${feature}`
}

/** The same for a kind of link. */
export function skipUnlessKind(kind: string, ...args: string[]): string | false {
  return skipUnless(kernelHas(kind, ...args), `link kind ${kind}`)
}

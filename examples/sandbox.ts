// Lets an example be a program that cannot touch the machine: started directly, it starts itself again in a network and a
// mount namespace of its own with an empty /run, as root or, without root, in a user namespace as well. All of it ends with
// the program. An example that is imported is left alone: its main() then runs wherever the importer is.

import { spawnSync } from 'node:child_process'
import { readlinkSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Netns } from '../lib/index.ts'

const mark = 'NETNS_NATIVE_EXAMPLE'
const thisNetns = (): string => readlinkSync('/proc/thread-self/ns/net')

/** Runs `main` where `url` is the program's own: the last line of every example. */
export async function asProgram(url: string, main: () => Promise<void>): Promise<void> {
  const [, program] = process.argv
  if (program === undefined || realpathSync(program) !== fileURLToPath(url)) return
  const outside = process.env[mark]
  if (outside === undefined) return startInside()
  if (outside === thisNetns()) throw new Error(`${mark} is set, but this is the namespace that it was set in`)
  await (await Netns.current().links.get('lo')).up()   // ip link set lo up
  await main()
}

/** util-linux does it: unshare(CLONE_NEWUSER) is refused to a process that has threads, as Node has from its start. */
function startInside(): void {
  const root = process.getuid?.() === 0
  const { error, status, signal } = spawnSync('unshare', [
    root ? '-nm' : '-Urnm', '--propagation', 'private',
    'setpriv', '--pdeathsig', 'KILL',
    'sh', '-c', 'mount -t tmpfs -o mode=755 tmpfs /run && exec "$@"', 'sandbox',
    process.execPath, ...process.execArgv, ...process.argv.slice(1),
  ], { stdio: 'inherit', env: { ...process.env, [mark]: thisNetns() } })
  if (error) throw error
  if (signal) process.kill(process.pid, signal)
  if (status !== 0 && !root) console.error('without root this needs a kernel that lets ordinary users make user namespaces')
  process.exitCode = status ?? 1
}

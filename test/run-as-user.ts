// Runs something as nobody in particular, on behalf of root: in a copy of the checkout that this user owns, since the
// checkout itself may be out of reach, and tap writes where it runs. Only test/run.ts uses it.
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { basename, join, relative } from 'node:path'

/** Where to run, with which node, what to put before a command, and the environment for it. */
export interface Place {
  cwd: string
  node: string
  prefix: string[]
  env: NodeJS.ProcessEnv
}

const id = '65534'
// By way of env(1): setpriv(1) keeps root's capabilities until its exec, and so finds programs that the user cannot reach.
const setpriv = ['setpriv', '--reuid', id, '--regid', id, '--clear-groups', 'env']

function userCan(...command: string[]): boolean {
  const [file = '', ...args] = [...setpriv, ...command]
  return spawnSync(file, args, { cwd: '/', stdio: 'ignore' }).status === 0
}

function run(command: string, ...args: string[]): void {
  const { status, error, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  if (error) throw error
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`)
}

/** All but what is large and not needed: of build/ the two programs, of node_modules a link where that is enough. */
function copyTree(from: string, to: string): void {
  const without = new Set(['.git', '.tap', 'build', 'node_modules'])
  const filter = (path: string): boolean =>
    !without.has(relative(from, path)) && !/^native\/build/.test(relative(from, path))
  cpSync(from, to, { recursive: true, filter })
  for (const program of ['netns_native.node', 'netns-exec']) {
    const built = join('build/Release', program)
    if (!existsSync(join(from, built))) continue
    mkdirSync(join(to, 'build/Release'), { recursive: true })
    copyFileSync(join(from, built), join(to, built))
  }
}

function provideModules(from: string, to: string): void {
  if (userCan('test', '-r', join(from, 'node_modules/tap/package.json'))) symlinkSync(join(from, 'node_modules'), join(to, 'node_modules'))
  else run('cp', '-a', join(from, 'node_modules'), join(to, 'node_modules'))
}

/** Node itself, in the copy where it lies in root's home. */
function provideNode(to: string): string {
  if (userCan(process.execPath, '-e', '0')) return process.execPath
  console.log(`${process.execPath} cannot be executed by an ordinary user: a copy of it runs the tests`)
  const copy = join(to, basename(process.execPath))
  copyFileSync(process.execPath, copy)
  return copy
}

/** Calls `action` with a place to run things in, and clears it away. */
export function asOrdinaryUser<T>(root: string, action: (place: Place) => T): T {
  const parent = mkdtempSync('/tmp/netns-native-user-')
  const cwd = join(parent, 'checkout')
  const [home, tmp] = [join(parent, 'home'), join(parent, 'tmp')]
  try {
    chmodSync(parent, 0o755)
    for (const folder of [home, tmp]) mkdirSync(folder)
    copyTree(root, cwd)
    provideModules(root, cwd)
    const node = provideNode(parent)
    run('chown', '-Rh', `${id}:${id}`, parent)
    const env = { HOME: home, TMPDIR: tmp, XDG_CACHE_HOME: home, XDG_CONFIG_HOME: home, XDG_RUNTIME_DIR: tmp }
    return action({ cwd, node, prefix: setpriv, env })
  } finally {
    rmSync(parent, { recursive: true, force: true })
  }
}

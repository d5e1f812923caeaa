// Builds and installs the drivers, all below bench/.cache, and only what is older than its source. A driver that cannot be
// built is no error: it is left out, and the suite says what would bring it.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { drivers } from './drivers.ts'
import { built, cache, root, source } from './paths.ts'

/** The command makes `out`, which becomes the target when it is whole: two programs may build at once. Cargo does that by itself. */
interface Recipe { target: string, sources: string[], command: (out: string) => string[], env?: NodeJS.ProcessEnv }

const c = ['gcc', '-std=gnu11', '-O2', '-Wall', '-pthread']

function flags(library: string): string[] {
  const { stdout } = spawnSync('pkg-config', ['--cflags', '--libs', library], { encoding: 'utf8' })
  return stdout?.trim().split(/\s+/) ?? []
}

const headers = ['result.h', 'wire.h', 'floor-list.h', 'floor-single.h']

/** Debian keeps the sources of its Go and Rust libraries where these point: nothing is downloaded. */
const recipes: { readonly [driver: string]: Recipe } = {
  floor: { target: 'floor', sources: ['floor.c', ...headers], command: (out) => [...c, '-o', out, source('floor.c')] },
  profile: {
    target: 'calls.so', sources: ['calls.c'], command: (out) => [...c, '-shared', '-fPIC', '-o', out, source('calls.c'), '-ldl'],
  },
  ip: { target: 'run', sources: ['run.c', 'result.h'], command: (out) => [...c, '-o', out, source('run.c')] },
  libnl: {
    target: 'libnl', sources: ['libnl.c', 'result.h'],
    command: (out) => [...c, '-o', out, source('libnl.c'), ...flags('libnl-route-3.0')],
  },
  go: {
    target: 'go-netlink', sources: ['vishvananda.go'], command: (out) => ['go', 'build', '-o', out, source('vishvananda.go')],
    env: { GO111MODULE: 'off', GOPATH: '/usr/share/gocode', GOFLAGS: '', GOCACHE: join(cache, 'go-build') },
  },
  rust: {
    target: 'rust/release/rtnetlink-driver', sources: ['rust/main.rs', 'rust/Cargo.toml'],
    command: () => ['cargo', 'build', '--quiet', '--release', '--offline',
      '--manifest-path', source('rust/Cargo.toml'), '--target-dir', built('rust'),
      '--config', 'source.crates-io.replace-with="debian"', '--config', 'source.debian.directory="/usr/share/cargo/registry"'],
  },
}

/** Needed by the charts and by one driver; not by the library. */
const npmPackages = ['netlink@0.3.0', 'vega@5.33', 'vega-lite@5.23']

function isFresh({ target, sources }: Recipe): boolean {
  if (!existsSync(built(target))) return false
  const { mtimeMs } = statSync(built(target))
  return sources.every((name) => statSync(source(name)).mtimeMs <= mtimeMs)
}

function run(command: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  const [program = '', ...args] = command
  const { status, error, stderr } = spawnSync(program, args,
    { cwd: root, env: { ...process.env, ...env }, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
  const why = error?.message ?? stderr.split('\n').slice(0, 8).join('\n')
  if (status !== 0) console.error(`${command.slice(0, 3).join(' ')} ... : ${why}`)
  return status === 0
}

/** What users run is compiled, and so is what is measured. */
function compileLibrary(): void {
  const compiled = join(root, 'dist', 'lib', 'index.js')
  const sources = readdirSync(join(root, 'lib'), { recursive: true, encoding: 'utf8' }).map((name) => statSync(join(root, 'lib', name)).mtimeMs)
  if (existsSync(compiled) && statSync(compiled).mtimeMs >= Math.max(...sources)) return
  run([join(root, 'node_modules', '.bin', 'tsc'), '-p', 'tsconfig.build.json'])
}

/** Builds what the named drivers need; the floor always, since it makes the starting state too. */
export function build(names: readonly string[]): void {
  mkdirSync(cache, { recursive: true })
  const wanted = new Set(['floor', 'ip', ...names])
  if (wanted.has('ours')) compileLibrary()
  for (const [name, recipe] of Object.entries(recipes)) {
    if (!wanted.has(name) || isFresh(recipe)) continue
    process.stderr.write(`building ${name}\n`)
    const out = built(`${recipe.target}.${process.pid}`)
    if (run(recipe.command(out), recipe.env) && existsSync(out)) renameSync(out, built(recipe.target))
  }
}

/** What the drivers need that this machine lacks, by driver. */
export function missing(names: readonly string[]): Map<string, string> {
  const lacking = new Map<string, string>()
  for (const name of names) {
    const brings = drivers[name]?.needs.find(({ path }) => !existsSync(path))?.brings
    if (brings !== undefined) lacking.set(name, brings)
  }
  return lacking
}

/** `npm run bench -- install`: the Debian packages of bench/packages, by root only, and the npm packages. */
export function install(): boolean {
  const packages = readFileSync(join(root, 'bench', 'packages'), 'utf8').split('\n').map((line) => line.replace(/#.*/, '').trim()).filter(Boolean)
  const apt = ['apt-get', 'install', '--yes', '--no-install-recommends', ...packages]
  let done = true
  if (process.getuid?.() === 0) done = run(apt, { DEBIAN_FRONTEND: 'noninteractive' })
  else console.error(`as root: ${apt.join(' ')}`)
  mkdirSync(cache, { recursive: true })
  return run(['npm', 'install', '--prefix', cache, '--no-save', '--no-audit', '--no-fund', ...npmPackages]) && done
}

// `npm run test:nodes [-- VERSION...]`: the unit tests and the live tests that this user can run, with other versions of Node, one
// after the other, on the addon that is built here. Each is fetched once from npm; removing the cache is how to get a newer one.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { cacheFolder } from './cache.ts'
import { type Counts } from './kernels/suite.ts'

const root = join(import.meta.dirname, '..')
const cache = cacheFolder('nodes')
const live = process.getuid?.() === 0 ? 'live-root' : 'live-user'

/** The folder of that version's node. Complete or not there at all: it is unpacked elsewhere and moved. */
function fetched(version: string): string {
  const name = `node-linux-${process.arch}`
  const target = join(cache, version)
  const bin = join(target, 'node_modules', name, 'bin')
  if (existsSync(bin)) return bin
  mkdirSync(cache, { recursive: true })
  const scratch = mkdtempSync(join(cache, 'fetching-'))
  try {
    const words = ['install', '--prefix', scratch, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', `${name}@${version}`]
    const { status, error, stderr } = spawnSync('npm', words, { cwd: scratch, encoding: 'utf8' })
    if (error) throw error
    if (status !== 0) throw new Error(`npm ${words.join(' ')}: ${stderr}`)
    renameSync(scratch, target)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  return bin
}

/** Runs test/run.ts, and whatever it starts, with that node. */
function underNode(bin: string): Counts {
  const scratch = mkdtempSync(join(tmpdir(), 'netns-native-node-'))
  const counts = join(scratch, 'counts.json')
  const env = { ...process.env, PATH: [bin, process.env['PATH']].join(delimiter), NETNS_NATIVE_COUNTS: counts }
  try {
    const { status, error } = spawnSync(join(bin, 'node'), ['--import=tsx', 'test/run.ts', 'unit', live], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env })
    if (error) console.log(String(error))
    const found = existsSync(counts) ? JSON.parse(readFileSync(counts, 'utf8')) as Counts : { passed: 0, failed: 1, skips: {} }
    return status !== 0 && found.failed === 0 ? { ...found, failed: 1 } : found
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function main(versions: readonly string[]): void {
  const lines = versions.map((version) => {
    const start = performance.now()
    const bin = fetched(version)
    const { stdout } = spawnSync(join(bin, 'node'), ['--version'], { encoding: 'utf8' })
    console.log(`\nNode ${stdout.trim()}`)
    const { passed, failed, skips } = underNode(bin)
    if (failed > 0) process.exitCode = 1
    const skipped = Object.values(skips).reduce((sum, n) => sum + n, 0)
    return `Node ${stdout.trim()}: ${passed} passed, ${failed} failed, ${skipped} skipped, ${((performance.now() - start) / 1000).toFixed(0)} s`
  })
  console.log(`\n${lines.join('\n')}`)
}

const words = process.argv.slice(2)
main(words.length > 0 ? words : ['22', '24', '26'])

// `npm test`: all the suites one after the other, and as the last line what they counted together. Each suite is also a
// word on the command line: types, addon, cpp, unit, live-root, live-user, `live` for what this user can run of the latter two, and
// kernel-6.12, which is left to CI unless named.
// Tests are counted as test/reporter.mjs says; a C++ test case is one test, and so are the type-check and the addon's build.
import { spawnSync, type SpawnSyncOptions } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { underKernel, type Counts } from './kernels/suite.ts'
import { asOrdinaryUser, type Place } from './run-as-user.ts'

const root = join(import.meta.dirname, '..')
const scratch = mkdtempSync(join(tmpdir(), 'netns-native-'))
const isRoot = process.getuid?.() === 0
const here: Place = { cwd: root, node: process.execPath, prefix: [], env: {} }
const broken: Counts = { passed: 0, failed: 1, skips: {} }

/** One step that is one test; what it prints matters only when it fails. */
function step(command: string, args: string[], options: SpawnSyncOptions = {}): Counts {
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, ...options })
  if (status === 0) return { passed: 1, failed: 0, skips: {} }
  console.log(`${command} ${args.join(' ')}\n${stdout ?? ''}${stderr ?? ''}${error ?? ''}`)
  return broken
}

const tool = (name: string): string => join(root, 'node_modules/.bin', name)

const types = (): Counts => step(tool('tsc'), ['-p', '.'])

/** Compiles what has changed, so that no test runs against yesterday's addon. One that came prebuilt stays. */
function addon(): Counts {
  if (!existsSync(join(root, 'build/config.gypi'))) return { passed: 0, failed: 0, skips: {} }
  return step(process.execPath, ['native/install.mjs', '--incremental'])
}

function cpp(): Counts {
  const folder = join(root, 'native/build-asan')
  const build = step(tool('cmake-js'), ['build', '-d', 'native', '-O', folder])
  if (build.failed > 0) return build
  const env = { ...process.env, ASAN_OPTIONS: 'detect_leaks=1', UBSAN_OPTIONS: 'print_stacktrace=1' }
  const { status, stdout, stderr } = spawnSync(join(folder, 'netns-test'), { encoding: 'utf8', env })
  const summary = /test cases: *\d+ *\| *(\d+) passed *\| *(\d+) failed *\| *(\d+) skipped/.exec(stdout)
  const [passed = 0, failed = 0, skipped = 0] = (summary ?? []).slice(1).map(Number)
  if (status !== 0 || passed === 0) console.log(`${stdout}${stderr}`)
  // A sanitizer ends the program without a summary, or after one that is all well.
  const silent = failed === 0 && (status !== 0 || passed === 0) ? 1 : 0
  return { passed, failed: failed + silent, skips: skipped > 0 ? { 'filtered C++ test cases': skipped } : {} }
}

/** A live test is one in test/live, or one that enters the sandbox by itself. */
function isLive(file: string): boolean {
  return file.startsWith('live/') || /^import .*\/sandbox\.ts'/m.test(readFileSync(join(root, 'test', file), 'utf8'))
}

function testFiles(live: boolean): string[] {
  const all = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.test.ts'))
  return all.filter(file => isLive(file) === live).map(file => join('test', file)).sort()
}

/** Runs tap, perhaps as somebody else and in another folder; its reporter leaves the counts in a file. */
function tap(live: boolean, { cwd, node, prefix, env }: Place = here): Counts {
  const files = testFiles(live)
  if (files.length === 0) {
    console.log(`no ${live ? 'live' : 'unit'} tests found`)
    return broken
  }
  const counts = join(cwd === root ? scratch : cwd, 'counts.json')
  rmSync(counts, { force: true })
  const [command = '', ...args] = [...prefix, node, join(cwd, 'node_modules/tap/dist/esm/run.mjs'), 'run', ...files]
  const { status, error } = spawnSync(command, args, {
    cwd, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env, NETNS_NATIVE_COUNTS: counts },
  })
  if (error) console.log(String(error))
  if (!existsSync(counts)) return broken
  const result = JSON.parse(readFileSync(counts, 'utf8')) as Counts
  return status !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result
}

const liveAsUser = (): Counts => (isRoot ? asOrdinaryUser(root, place => tap(true, place)) : tap(true))

const suites: Record<string, () => Counts> = {
  types, addon, cpp,
  unit: () => tap(false),
  'live-root': () => tap(true),
  'live-user': liveAsUser,
  'kernel-6.12': () => underKernel('6.12'),
}

/**
 * Failures where the skips are not those of test/expected-skips.json. CI wants exactly these; elsewhere a kernel that has
 * what CI's lacks runs the tests, and none is skipped for that reason.
 */
function checkSkips(suite: string, skips: Record<string, number>): number {
  const all = JSON.parse(readFileSync(join(root, 'test/expected-skips.json'), 'utf8')) as Record<string, Record<string, number>>
  const expected = all[suite] ?? {}
  const wrong = [...new Set([...Object.keys(expected), ...Object.keys(skips)])].filter(reason => {
    const found = skips[reason] ?? 0
    return found !== expected[reason] && (found > 0 || Boolean(process.env['CI']))
  })
  for (const reason of wrong) {
    console.log(`FAILED  ${suite}: ${skips[reason] ?? 0} skipped where ${expected[reason] ?? 0} are expected: ${reason}`)
  }
  return wrong.length
}

const total = (skips: Record<string, number>): number => Object.values(skips).reduce((sum, n) => sum + n, 0)

function runSuite(name: string, suite: () => Counts): Counts {
  console.log(`\n== ${name}`)
  const start = performance.now()
  const { passed, failed, skips } = suite()
  const result = { passed, failed: failed + checkSkips(name, skips), skips }
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`== ${name}: ${passed} ok, ${result.failed} not, ${total(skips)} left out, ${seconds} s`)
  return result
}

/** The counts of all as one. */
function together(results: readonly Counts[]): Counts {
  const skips: Record<string, number> = {}
  for (const [reason, n] of results.flatMap(counts => Object.entries(counts.skips))) skips[reason] = (skips[reason] ?? 0) + n
  const sum = (pick: (counts: Counts) => number): number => results.reduce((n, counts) => n + pick(counts), 0)
  return { passed: sum(counts => counts.passed), failed: sum(counts => counts.failed), skips }
}

function main(): void {
  const live = isRoot ? ['live-root', 'live-user'] : ['live-user']
  const elsewhere = process.env['CI'] ? ['kernel-6.12'] : []   // fetches a kernel and takes minutes
  const { positionals } = parseArgs({ allowPositionals: true })
  const wanted = positionals.length > 0 ? positionals : ['types', 'addon', 'cpp', 'unit', 'live', ...elsewhere]
  const results = wanted.flatMap(word => (word === 'live' ? live : [word])).map(name => {
    const suite = suites[name]
    if (!suite) throw new Error(`no such suite: ${name}, only ${Object.keys(suites).join(', ')} and live`)
    return runSuite(name, suite)
  })
  const sum = together(results)
  const file = process.env['NETNS_NATIVE_COUNTS']
  if (file) writeFileSync(file, JSON.stringify(sum))
  console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${total(sum.skips)} skipped`)
  process.exitCode = sum.failed > 0 ? 1 : 0
}

try {
  main()
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

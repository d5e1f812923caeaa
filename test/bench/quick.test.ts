// The benchmark suite at tiny sizes: this library has to leave the right end state in every trial, and a driver that leaves another one
// fails the suite. It says nothing about time. The floor's end states are those of check.test.ts.

import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { skipUnless, skipUnlessKind } from '../sandbox.ts'
import { build } from '../../bench/build.ts'
import { built, node, root } from '../../bench/paths.ts'
import { trials } from '../../bench/trials.ts'

interface Results { rows: { trial: string, driver: string, median: number }[], cells: { trial: string, driver: string, failure?: string }[] }

build(['floor'])
const skip = skipUnless(existsSync(built('floor')), 'a C compiler') || skipUnlessKind('veth') || skipUnlessKind('bridge')

/** Not below /run: the suite has one of its own. */
function folderFor(t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), 'netns-bench-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  return folder
}

function bench(args: readonly string[], env: NodeJS.ProcessEnv = {}): { status: number | null, stdout: string, stderr: string } {
  const [program = '', ...options] = node
  return spawnSync(program, [...options, join(root, 'bench/index.ts'), ...args], { cwd: root, encoding: 'utf8', env: { ...process.env, ...env } })
}

function resultsIn(folder: string): Results {
  const file = readdirSync(folder).find((name) => name.endsWith('.json'))
  return JSON.parse(readFileSync(join(folder, file ?? 'no result'), 'utf8')) as Results
}

t.test('every trial leaves what it must', { skip, timeout: 110_000 }, async (t) => {
  const folder = folderFor(t)
  const { status, stdout, stderr } = bench(['--quick', '--cold', '--drivers', 'ours', '--sizes', '6', '--out', folder])
  t.equal(status, 0, 'the suite ends well', { stdout, stderr })
  const { rows, cells } = resultsIn(folder)
  t.strictSame(cells.filter(({ failure }) => failure !== undefined), [], 'no cell failed')
  t.strictSame(rows.filter(({ median }) => median > 0).map(({ trial }) => trial), Object.keys(trials), 'each has a number')
})

t.test('a driver warms up elsewhere', { skip, timeout: 110_000 }, async (t) => {
  const { status, stdout, stderr } = bench(['--quick', '--drivers', 'ours,floor', '--trials', 'W5,W7', '--sizes', '6', '--out', folderFor(t)])
  t.equal(status, 0, 'and leaves what it must', { stdout, stderr })
  t.match(stdout, /C over raw netlink.* 1\.00 /, 'in the table the floor is beside it')
})

t.test('a wrong end state fails the suite', { skip }, async (t) => {
  const folder = folderFor(t), cache = folderFor(t)
  // In place of the floor: one that takes a link away behind the suite's back.
  const floor = join(cache, 'floor')
  writeFileSync(floor, `#!/bin/sh\n'${built('floor')}' "$@" && if [ "$1" = W1 ]; then ip link del v1; fi\n`)
  chmodSync(floor, 0o755)
  const args = ['--quick', '--drivers', 'floor', '--trials', 'W1,single', '--sizes', '3', '--out', folder]
  const { status, stdout } = bench(args, { NETNS_NATIVE_BENCH_CACHE: cache })
  t.equal(status, 1, 'the suite says so by its status')
  t.match(stdout, /no number for W1 3 floor: wrong end state: links: 5, not 7; v1 link: undefined, not p1/, 'and by its words')
  const { rows, cells } = resultsIn(folder)
  t.strictSame(rows.map(({ trial }) => trial), ['single'], 'only the other trial has a number')
  t.strictSame(cells.map(({ failure }) => failure === undefined), [false, true], 'the reason is kept')
})

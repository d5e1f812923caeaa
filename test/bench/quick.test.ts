// The benchmark suite at tiny sizes: every trial of this library and of the floor has to leave the right end state. It says nothing
// about time. What the suite's own check finds out is tested too: it must complain where a state is wrong.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { ip, skipUnless, skipUnlessKind } from '../sandbox.ts'
import { build } from '../../bench/build.ts'
import { check } from '../../bench/check.ts'
import { driverOf } from '../../bench/drivers.ts'
import { built, node, root } from '../../bench/paths.ts'
import { prepare, runDriver } from '../../bench/prepare.ts'
import { trials } from '../../bench/trials.ts'

interface Results { rows: { trial: string, driver: string, median: number }[], cells: { trial: string, driver: string, failure?: string }[] }

build(['floor'])
const skip = skipUnless(existsSync(built('floor')), 'a C compiler') || skipUnlessKind('veth') || skipUnlessKind('bridge')

t.test('every trial leaves what it must', { skip, timeout: 110_000 }, async (t) => {
  // Not below /run: the suite has one of its own.
  const folder = mkdtempSync(join(tmpdir(), 'netns-bench-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  const args = ['--quick', '--drivers', 'ours,floor', '--sizes', '6', '--out', folder]
  const [program = '', ...options] = node
  const { status, stdout, stderr } = spawnSync(program, [...options, join(root, 'bench/index.ts'), ...args], { cwd: root, encoding: 'utf8' })
  t.equal(status, 0, 'the suite ends well', { stdout, stderr })
  const file = readdirSync(folder).find((name) => name.endsWith('.json'))
  const { rows, cells } = JSON.parse(readFileSync(join(folder, file ?? 'no result'), 'utf8')) as Results
  t.strictSame(cells.filter(({ failure }) => failure !== undefined), [], 'no cell failed')
  for (const trial of Object.keys(trials)) {
    const drivers = rows.filter((row) => row.trial === trial && row.median > 0).map(({ driver }) => driver)
    t.strictSame(drivers.sort(), ['floor', 'ours'], `${trial} has a number for both`)
  }
})

t.test('the check complains of a wrong state', { skip }, async (t) => {
  const floor = driverOf('floor')
  const given = { size: 3, lean: true, ownState: false, result: {} }
  prepare('W2', 3, true, floor)
  runDriver(floor.command, 'W2', 3, ['--lean'])
  t.strictSame(check('W2', given), [], 'right as it is')
  ip('link', 'set', 'v1', 'down')
  t.match(check('W2', given), [/v1 is down/], 'a port is down')
  ip('link', 'set', 'v1', 'addrgenmode', 'eui64', 'up')
  t.match(check('W2', given), [/v1 addrgenmode/], 'a port makes addresses')
  ip('link', 'set', 'v2', 'nomaster')
  t.match(check('W2', { ...given, lean: false }), [/ports of br0: 2, not 3/, /v2 master/], 'an end is no port')
  ip('link', 'del', 'v0')
  t.match(check('W2', { ...given, size: 2, lean: false }), [/ports of br0: 1/], 'a pair is missing')
  t.match(check('W3', given), [/links/], 'links are left')
  t.match(check('W4', given), [/names: 1, not 4/], 'namespaces are missing')
  t.match(check('W6', { ...given, result: { count: 1, checksum: 0 } }).at(-1), /checksum/, 'a list was read wrong')
  t.match(check('single', { ...given, result: { latencies: [1] } }), [/latencies: 1, not 3/], 'a request was left out')
})

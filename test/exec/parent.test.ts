// pdeathsig: a command that ends with the thread that started it, and only where that was asked for.

import '../sandbox.ts'
import { spawn as spawnHere, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import t from 'tap'
import { exec, spawn } from '../../lib/exec.ts'
import { programPath } from '../../lib/program.ts'
import { compiled } from '../live/compiled.ts'
import { ended } from '../live/place.ts'
import { hasUsers, makeTarget } from './target.ts'

const library = compiled().replace(/index\.js$/, 'exec.js')

/** Running, or at least not ended. */
function lives(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'latin1'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return false
    throw error
  }
}

/** A node that starts a command with the options and says its process id; it waits to be killed. */
async function parent(fd: number, options: object): Promise<{ node: ReturnType<typeof spawnHere>, pid: number }> {
  const program = `import { spawn } from ${JSON.stringify(library)}
    const child = spawn({ fd: 3 }, 'sleep', ['100'], { stdio: 'ignore', ...${JSON.stringify(options)} })
    child.on('spawn', () => console.log(child.pid))`
  const node = spawnHere(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit', fd] })
  if (node.stdout === null) throw new Error('no pipe')
  const [line] = await once(node.stdout, 'data')
  return { node, pid: Number(String(line)) }
}

await t.test('it dies with its parent where that was asked for', async (t) => {
  const { fd } = makeTarget(t)
  const cases: [name: string, options: object, dies: boolean][] = [
    ['without', {}, false], ['with', { pdeathsig: 'SIGKILL' }, true], ['a number', { pdeathsig: 15, mounts: false }, true],
    ['detached', { pdeathsig: 'SIGTERM', detached: true }, true], ['a shell that becomes it', { pdeathsig: 'SIGKILL', shell: true }, true],
    ...(hasUsers() ? [['another user', { pdeathsig: 'SIGKILL', uid: 65534, gid: 65534 }, true] as [string, object, boolean]] : []),
  ]
  for (const [name, options, dies] of cases) {
    const { node, pid } = await parent(fd, options)
    t.ok(lives(pid), name)
    node.kill('SIGKILL')
    await once(node, 'exit')
    if (dies) {
      const deadline = performance.now() + 5000
      while (lives(pid) && performance.now() < deadline) await setImmediate()
      t.notOk(lives(pid), name)
    } else {
      t.ok(lives(pid), name)
      process.kill(pid, 'SIGKILL')
    }
  }
})

await t.test('and with the Worker that started it', async (t) => {
  const { fd } = makeTarget(t)
  const worker = new Worker(`import(${JSON.stringify(library)}).then(({ spawn }) => {
    const child = spawn({ fd: ${fd} }, 'sleep', ['100'], { stdio: 'ignore', pdeathsig: 'SIGKILL' })
    child.on('spawn', () => require('node:worker_threads').parentPort.postMessage(child.pid))
  })`, { eval: true, execArgv: [] })
  const [pid] = await once(worker, 'message') as [number]
  t.ok(lives(pid))
  await worker.terminate()
  const deadline = performance.now() + 5000
  while (lives(pid) && performance.now() < deadline) await setImmediate()
  t.notOk(lives(pid))
})

await t.test('a parent that is gone already', async (t) => {
  const mark = '/run/mark'
  const net = openSync('/proc/self/ns/net', 'r')
  t.teardown(() => closeSync(net))
  const run = (...words: string[]) => spawnSync(programPath(), ['--net=3', ...words, '--', 'touch', mark], { stdio: ['ignore', 'pipe', 'inherit', net, 'pipe'] }).status
  t.equal(run('--report=4', '--pdeathsig=9', '--parent=1'), 127, 'another is its parent now')
  t.notOk(existsSync(mark))
  // The report's reader has ended: `true` is waited for before the program begins.
  const script = 'mkfifo /run/report; true < /run/report & exec 4> /run/report; wait; exec "$0" --net=3 --report=4 --pdeathsig=9 --parent=$PPID -- touch /run/mark'
  const { status } = spawnSync('sh', ['-c', script, programPath()], { stdio: ['ignore', 'inherit', 'inherit', net] })
  rmSync('/run/report')
  t.equal(status, 127, 'nobody hears its report')
  t.notOk(existsSync(mark))
  t.equal(run('--report=4', '--pdeathsig=9', `--parent=${process.pid}`), 0)
  t.ok(existsSync(mark), 'and with a parent it runs')
  rmSync(mark)
})

await t.test('wrong input', async (t) => {
  const target = makeTarget(t)
  const bad: [value: unknown, type: ErrorConstructor][] = [['SIGNO', TypeError], ['toString', TypeError], [{}, TypeError], [0, RangeError], [65, RangeError], [1.5, RangeError], [-9, RangeError]]
  for (const [value, type] of bad) {
    t.throws(() => Reflect.apply(spawn, undefined, [target, 'true', [], { pdeathsig: value }]), { constructor: type, message: /^options\.pdeathsig: / })
    await t.rejects(Reflect.apply(exec, undefined, [target, 'true', [], { pdeathsig: value }]), { constructor: type, message: /^options\.pdeathsig: / })
  }
  t.equal((await ended(spawn(target, 'sh', ['-c', 'exit 3'], { pdeathsig: 'SIGHUP' }))).code, 3)
})

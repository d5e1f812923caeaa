// Netns#run: a synchronous call inside, and a thread that is back whatever happens in it.
import '../../sandbox.ts'
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, readlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { Worker } from 'node:worker_threads'
import t from 'tap'
import { Netns } from '../../../lib/index.ts'
import { compiled } from '../compiled.ts'
import { descriptors, ended, place } from '../place.ts'

const library = compiled()
const whereabouts = (): string => readlinkSync('/proc/thread-self/ns/net')
const home = whereabouts()
const inside = ({ inode }: Netns): string => `net:[${inode}]`

/** Runs a module's text in a node of its own, with the library, a namespace by name, and where its threads are, at hand. */
function child(name: string, text: string, ...before: string[]) {
  const program = `import { readdirSync, readlinkSync, readFileSync } from 'node:fs'
    import { setTimeout as wait } from 'node:timers/promises'
    import { Netns } from ${JSON.stringify(library)}
    const whereabouts = () => readlinkSync('/proc/thread-self/ns/net'), home = whereabouts()
    const astray = (task) => readlinkSync('/proc/self/task/' + task + '/ns/net') === 'net:[' + ns.inode + ']'
    const strays = () => readdirSync('/proc/self/task').filter(astray)
    const ns = await Netns.open(${JSON.stringify(name)})
    ${text}`
  const [file = '', ...args] = ['prlimit', '--core=0', ...before, process.execPath, '--input-type=module', '-e', program]
  return ended(spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] }))
}

await t.test('inside for the call, outside before and after', async (t) => {
  const { netns } = await place(t)
  t.equal(netns.run(whereabouts), inside(netns))
  const held = descriptors()
  t.equal(whereabouts(), home)
  t.equal(netns.run(() => undefined), undefined)
  const object = {}
  t.equal(netns.run(() => object), object)
  t.equal(descriptors(), held)
})

await t.test('back whatever it throws', async (t) => {
  const { netns } = await place(t)
  const forever = (): number => forever() + 1
  const throwing: [thrown: unknown, fn: () => unknown][] = [[new Error('x'), () => { throw new Error('x') }], [undefined, () => { throw undefined }],
    [null, () => { throw null }], [new RangeError('Maximum call stack size exceeded'), forever]]
  for (const [expected, fn] of throwing) {
    let seen: string | undefined
    try {
      netns.run(() => { seen = whereabouts(); return fn() as object })
      t.fail('it was thrown')
    } catch (error) {
      t.same(error, expected)
    }
    t.equal(seen, inside(netns))
    t.equal(whereabouts(), home)
  }
})

await t.test('one inside the other', async (t) => {
  const [red, blue] = [(await place(t)).netns, (await place(t)).netns]
  const seen: string[] = []
  const look = (): void => { seen.push(whereabouts()) }
  red.run(() => {
    look()
    try {
      blue.run(() => { look(); red.run(look); look(); throw new Error('on purpose') })
    } catch { look() }
    Netns.current().run(look)
    look()
  })
  look()
  const [r, b] = [inside(red), inside(blue)]
  t.same(seen, [r, b, r, b, r, home, r, home])
})

await t.test('what is begun inside, and where it is', async (t) => {
  const { netns, name } = await place(t)
  t.equal(netns.run(() => execFileSync('ip', ['netns', 'identify'], { encoding: 'utf8' })), `${name}\n`, 'a process')
  const table = (): string => readFileSync('/proc/thread-self/net/tcp', 'latin1') + readFileSync('/proc/thread-self/net/tcp6', 'latin1')
  for (const [host, where] of [[undefined, 'inside'], ['127.0.0.1', 'outside']] as const) {
    const server = createServer()
    netns.run(() => { server.listen(0, host) })
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    const row = `:${port.toString(16).toUpperCase().padStart(4, '0')} `
    t.equal(netns.run(table).includes(row), where === 'inside', `listening ${host ?? 'without a host'} is ${where}`)
    t.equal(table().includes(row), where === 'outside')
    server.close()
  }
})

await t.test('no promise comes out of it', async (t) => {
  const { netns } = await place(t)
  let calls = 0
  const call = (fn: unknown) => () => Reflect.apply(netns.run, netns, [fn])
  const never: [fn: unknown, message: RegExp][] = [
    [async () => { calls++ }, /^fn: an async function leaves/], [function* () { calls++ }, /^fn: a generator/], [async function* () { calls++ }, /^fn: /],
    [undefined, /^fn: a function is wanted/], [{ call: () => calls++ }, /^fn: a function/], ['whereabouts', /^fn: a function/],
  ]
  for (const [fn, message] of never) t.throws(call(fn), { name: 'TypeError', message, code: 'ERR_INVALID_ARG_TYPE', argument: 'fn' })
  t.equal(calls, 0, 'none was called')
  const callable = Object.assign(() => undefined, { then: () => undefined })
  for (const promise of [Promise.resolve(1), { then: () => undefined }, callable]) {
    t.throws(call(() => promise), { name: 'TypeError', message: /^fn: returned a promise/ })
    t.equal(whereabouts(), home)
  }
  for (const value of [{ then: 1 }, 5, 'then', null, [], () => 1]) t.same(call(() => value)(), value)
})

await t.test('a closed handle', async (t) => {
  const { name } = await place(t)
  const netns = await Netns.open(name)
  await netns.close()
  t.throws(() => netns.run(() => t.fail('called')), { code: 'ERR_NETNS_CLOSED' })
})

await t.test('no thread is born inside', async (t) => {
  const { name } = await place(t)
  const { stdout, stderr } = await child(name, `
    const work = ns.run(() => [...Array(8)].map(() => Netns.create()))
    console.log(strays().length, readlinkSync('/proc/thread-self/ns/net') === home)
    await Promise.all(work)
    console.log('net:[' + Netns.current().inode + ']' === home, (await Netns.current().links.list()).length, (await ns.links.list()).length)`)
  t.same([stdout, stderr], ['0 true\ntrue 1 1\n', ''])
})

await t.test('Netns.current() is outside even if it is first asked for inside', async (t) => {
  const { name } = await place(t)
  const { stdout } = await child(name, `console.log('net:[' + ns.run(() => Netns.current()).inode + ']' === home)`)
  t.equal(stdout, 'true\n')
})

await t.test('where the kernel refuses the way back the process is aborted', async (t) => {
  const { name } = await place(t)
  const text = `try { console.log('result', ns.run(() => { console.log('inside'); return 5 })) } catch ({ code, syscall }) { console.log(code, syscall) }
    console.log(whereabouts() === home ? 'home' : 'astray', ns.run(() => 'again'))`
  const strace = (when: number) => ['strace', '-f', '--seccomp-bpf', '-o', '/run/trace', '-e', 'trace=setns', '-e', `inject=setns:error=EPERM:when=${when}`]
  // strace(1) counts per thread: the main one calls it twice for each run.
  const there = await child(name, text, ...strace(1))
  t.match(readFileSync('/run/trace', 'utf8'), /INJECTED/)
  t.same([there.stdout, there.code], ['EPERM setns\nhome again\n', 0], 'on the way there it is an error')
  const back = await child(name, text, ...strace(2))
  t.match(readFileSync('/run/trace', 'utf8'), /INJECTED/)
  t.equal(back.stdout, 'inside\n', 'and nothing runs any more')
  t.ok(back.signal === 'SIGABRT' || back.code === 134)
  t.match(back.stderr, /netns-native: run setns: Operation not permitted; this thread cannot leave/)
})

await t.test('process.exit inside', async (t) => {
  const { name } = await place(t)
  const { code, signal, stderr } = await child(name, `ns.run(() => { Netns.create(); process.exit(7) })`)
  t.same([code, signal, stderr], [7, null, ''])
})

await t.test('without privilege', async (t) => {
  const { name } = await place(t)
  const drop = ['setpriv', '--bounding-set', '-sys_admin', '--inh-caps', '-sys_admin']
  const { stdout, stderr } = await child(name, `try { ns.run(() => console.log('called')) } catch ({ code, syscall, name, message }) { console.log(code, syscall, name, /CAP_SYS_ADMIN/.test(message)) }
    console.log(whereabouts() === home)`, ...drop)
  t.same([stdout, stderr], ['EPERM setns NetnsError true\ntrue\n', ''])
})

await t.test('in a Worker, terminated inside or not', async (t) => {
  const { name } = await place(t)
  const program = `const { parentPort, workerData: { name, lock } } = require('node:worker_threads')
    const whereabouts = () => require('node:fs').readlinkSync('/proc/thread-self/ns/net')
    import(${JSON.stringify(library)}).then(async ({ Netns }) => {
      const ns = await Netns.open(name)
      parentPort.postMessage([ns.run(whereabouts) === 'net:[' + ns.inode + ']', whereabouts(), ns.run(() => Netns.current()).inode])
      parentPort.once('message', () => ns.run(() => { parentPort.postMessage('inside'); for (;;) Atomics.wait(lock, 0, 0, 5) }))
    })`
  const worker = new Worker(program, { eval: true, execArgv: [], workerData: { name, lock: new Int32Array(new SharedArrayBuffer(4)) } })
  t.same(await once(worker, 'message'), [[true, home, Netns.current().inode]])
  worker.postMessage('go')
  t.same(await once(worker, 'message'), ['inside'])
  t.equal(whereabouts(), home)
  t.equal(await worker.terminate(), 1)
  t.equal(spawnSync('readlink', ['/proc/self/ns/net'], { encoding: 'utf8' }).stdout.trim(), home)
})

// Workers that end in the middle of something, each way that a Worker can end: nothing of them stays.
import '../../sandbox.ts'
import { once } from 'node:events'
import { readdirSync, readlinkSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import t from 'tap'
import { compiled } from '../compiled.ts'
import { eventually, place, threads } from '../place.ts'

const library = compiled()
const rounds = Number(process.env['NETNS_NATIVE_ROUNDS'] ?? 2)

const works: { readonly [name: string]: string } = {
  idle: `await netns.links.list(); setInterval(() => {}, 1000)`,
  'a dump': `for (;;) await netns.routes.list({ table: 'all' })`,
  bulk: `for (let n = 0; ; n++) await Promise.all(Array.from({ length: 100 }, (_, m) => netns.routes.replace({ to: '172.16.' + m + '.0/24', type: 'blackhole' })))`,
  exec: `for (;;) await Promise.all([netns.exec('true'), netns.exec('cat', [], { input: 'x', mounts: false })])`,
}

const ends: { readonly [name: string]: { text: string, code: number } } = {
  terminate: { text: '', code: 1 }, exit: { text: 'process.exit(7)', code: 7 }, throw: { text: `throw new Error('on purpose')`, code: 1 },
}

/** The library's descriptors and pipes: Node leaves open what its module loader was reading. */
function descriptors(): number {
  return readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return /^(net|user|socket|anon_inode|pipe):/.test(readlinkSync(`/proc/self/fd/${fd}`))
    } catch {
      return false   // the one that read the directory
    }
  }).length
}

await t.test('each work ended in each way', async (t) => {
  const { netns, name } = await place(t)
  await Promise.all(Array.from({ length: 2000 }, async (_, n) => netns.routes.add({ to: `10.${n >> 8}.${n & 255}.0/24`, type: 'blackhole' })))
  const rest = { fds: 0, threads: 0 }
  for (let round = 0; round < rounds; round++) {
    for (const [work, text] of Object.entries(works)) {
      for (const [how, end] of Object.entries(ends)) {
        const worker = new Worker(`const { parentPort } = require('node:worker_threads')
          parentPort.once('message', () => { ${end.text} })
          import(${JSON.stringify(library)}).then(async ({ Netns }) => {
            const netns = await Netns.open(${JSON.stringify(name)})
            parentPort.postMessage('ready')
            ${text}
          })`, { eval: true, execArgv: [] })
        const error = new Promise<unknown>((resolve) => { worker.once('error', resolve).once('exit', () => resolve(undefined)) })
        const exit = new Promise<number>((resolve) => { worker.once('exit', resolve) })
        await once(worker, 'message')
        for (let turn = 0; turn < round * 3; turn++) await new Promise(setImmediate)
        const start = performance.now()
        if (how === 'terminate') void worker.terminate()
        else worker.postMessage('end')
        const code = await exit
        const took = performance.now() - start
        t.equal(code, end.code, `${work}, ${how}`)
        t.ok(took < 2000, `${work}, ${how}: ended after ${Math.round(took)} ms`)
        t.equal((await error) !== undefined, how === 'throw', `${work}, ${how}`)
      }
    }
    if (round === 0) Object.assign(rest, { fds: descriptors(), threads: threads() })
  }
  t.ok(await eventually(() => descriptors() <= rest.fds && threads() <= rest.threads), `descriptors: ${descriptors()} of ${rest.fds}, threads: ${threads()} of ${rest.threads}`)
  t.ok((await netns.routes.list()).length >= 2000, 'the main thread\'s own connection works')
})

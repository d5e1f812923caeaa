// Workers load the library, use it beside each other and the main thread, and are terminated in the middle of anything.
import '../../sandbox.ts'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import t from 'tap'
import { Netns } from '../../../lib/index.ts'
import { compiled } from '../compiled.ts'
import { descriptors, eventually, place, threads } from '../place.ts'

const library = compiled()

/** A Worker that runs the text with the library's exports, `post` and its `data` at hand. */
function worker(text: string, data: object = {}): Worker {
  const program = `const { parentPort, workerData: data } = require('node:worker_threads')
    const post = (message) => parentPort.postMessage(message)
    import(${JSON.stringify(library)}).then(async ({ Netns, Veth, Bridge }) => { ${text} })`
  return new Worker(program, { eval: true, execArgv: [], workerData: data })
}

/** Its next message, or its failure. */
async function message(worker: Worker): Promise<unknown> {
  const [value] = await once(worker, 'message') as [unknown]
  return value
}

await t.test('in two Workers and here at once, one namespace', async (t) => {
  const { netns, name, show } = await place(t)
  const text = `
    const netns = await Netns.open(data.name)
    await Promise.all(Array.from({ length: 40 }, (_, n) => Bridge.create({ netns, name: data.prefix + n, addresses: ['10.' + data.number + '.' + n + '.1/24'] })))
    const list = await netns.links.list({ kind: 'bridge' })
    await netns.close()
    post(list.filter((link) => link.name.startsWith(data.prefix)).length)`
  const workers = ['a', 'b'].map((prefix, number) => worker(text, { name, prefix, number }))
  const exits = Promise.all(workers.map(async (one) => once(one, 'exit')))
  const here = (async () => {
    for (let turn = 0; turn < 20; turn++) await netns.links.list()
  })()
  t.same(await Promise.all(workers.map(message)), [40, 40])
  await here
  t.same(await exits, [[0], [0]], 'each ends by itself')
  t.equal(show('link', 'show', 'type', 'bridge').length, 80)
})

await t.test('each has its own current namespace, classes and errors', async (t) => {
  const one = worker(`
    const error = await Netns.open('nobody').catch((error) => error)
    const closed = await Netns.create().then(async (netns) => { await netns.close(); return netns.links.list().catch(({ code }) => code) })
    post([Netns.current().inode, error.code, error.name, closed])`)
  const exit = once(one, 'exit')
  t.same(await message(one), [Netns.current().inode, 'ENOENT', 'NetnsError', 'ERR_NETNS_CLOSED'])
  await exit
})

/** What a Worker is in the middle of when it is terminated. */
const works: { readonly [name: string]: string } = {
  idle: `await netns.links.list(); post('ready'); setInterval(() => {}, 1000)`,
  'a dump': `post('ready'); for (;;) await netns.routes.list({ table: 'all' })`,
  'several dumps': `post('ready'); for (;;) await Promise.all([netns.routes.list(), netns.links.list({ stats: true }), netns.addresses.list(), Netns.current().links.list()])`,
  'bulk creates': `post('ready'); for (let round = 0; ; round++) {
    await Promise.all(Array.from({ length: 100 }, (_, n) => netns.routes.add({ to: '172.16.' + n + '.0/24', type: 'blackhole', metric: data.round * 1000 + round + 1 })))
  }`,
  'namespaces': `post('ready'); for (;;) await (await Netns.create()).close()`,
  'many queued': `for (let n = 0; n < 3000; n++) netns.routes.add({ to: '172.17.0.0/16', type: 'blackhole', metric: data.round * 10000 + n }).catch(() => {}); post('ready')`,
}

await t.test('terminated fifty times', async (t) => {
  const { netns, name } = await place(t)
  await Promise.all(Array.from({ length: 2000 }, async (_, n) => netns.routes.add({ to: `10.${n >> 8}.${n & 255}.0/24`, type: 'blackhole' })))
  const names = Object.keys(works)
  const rest = { fds: 0, threads: 0 }
  for (let round = 0; round < 50; round++) {
    const work = names[round % names.length] ?? ''
    const one = worker(`const netns = await Netns.open(data.name); ${works[work]}`, { name, round })
    await message(one)
    // The first rounds of each work at once, the others after ever longer.
    for (let turn = 0; turn < round >> 3; turn++) await new Promise(setImmediate)
    const start = performance.now()
    t.equal(await one.terminate(), 1, work)
    t.ok(performance.now() - start < 1000, `${work}: ended after ${Math.round(performance.now() - start)} ms`)
    if (round === 9) Object.assign(rest, { fds: descriptors(), threads: threads() })
  }
  t.ok((await netns.routes.list()).length >= 2000, 'the main thread\'s own connection works')
  t.ok(await eventually(() => descriptors() <= rest.fds && threads() <= rest.threads), `descriptors: ${descriptors()} of ${rest.fds}, threads: ${threads()} of ${rest.threads}`)
})

await t.test('an exception and process.exit in a Worker', async (t) => {
  const thrown = worker(`Netns.create(); Netns.current().links.list(); throw new Error('on purpose')`)
  t.match(await once(thrown, 'error'), [{ message: 'on purpose' }])
  const left = worker(`Netns.create(); Netns.current().links.list(); process.exit(7)`)
  t.same(await once(left, 'exit'), [7])
  t.ok((await Netns.current().links.list()).length > 0)
})

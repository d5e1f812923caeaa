// How a process ends that uses the library: by itself once nothing is under way, at once when it is told to, whatever is under way.
import '../../sandbox.ts'
import { spawn } from 'node:child_process'
import t from 'tap'
import { compiled } from '../compiled.ts'
import { ended, place, type Ended } from '../place.ts'

const library = compiled()

/** Milliseconds, on a busy machine too: what does not end by itself does not end, or after the minute that it waits. */
const soon = 30_000

interface Timed extends Ended { took: number }

/** Runs a module's text with the library at hand; `took` counts from the moment it says `now()`. */
async function child(text: string, ...words: string[]): Promise<Timed> {
  const program = `import { setTimeout as wait } from 'node:timers/promises'
    import { Netns, Bridge } from ${JSON.stringify(library)}
    const now = () => console.log(Date.now())
    ${text}`
  const process_ = spawn(process.execPath, ['--input-type=module', '-e', program, ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
  const result = await ended(process_)
  return { ...result, took: Date.now() - Number(result.stdout) }
}

await t.test('by itself, when nothing is under way', async (t) => {
  const { name } = await place(t)
  const texts: { [what: string]: string } = {
    'an open handle, a connection, the current namespace': `const netns = await Netns.open(${JSON.stringify(name)})
      await netns.links.list(); await Netns.current().links.list(); globalThis.held = netns; now()`,
    'an unnamed namespace': 'globalThis.held = await Netns.create(); now()',
    'after a refusal': `await Netns.open('nobody').catch(() => {}); await Netns.current().links.get('nobody').catch(() => {}); now()`,
    'after an abandoned wait for the end of a namespace': `const abort = new AbortController(), netns = await Netns.create()
      setTimeout(() => abort.abort(), 20); await netns.gone({ signal: abort.signal }).catch(() => {}); now()`,
    'after a namespace has gone': 'await (await Netns.create()).gone(); now()',
    'requests that were answered with the closing': `const netns = await Netns.create()
      const lists = Promise.allSettled(Array.from({ length: 200 }, () => netns.links.list())); await netns.close(); await lists; now()`,
  }
  for (const [what, text] of Object.entries(texts)) {
    const { code, signal, stderr, took } = await child(text)
    t.match({ code, signal, stderr }, { code: 0, signal: null, stderr: '' }, what)
    t.ok(took < soon, `${what}: after ${took} ms`)
  }
})

await t.test('not before what is under way is done', async (t) => {
  // Nobody awaits these, and no timer or handle of Node's is there to wait for them.
  const texts: { [what: string]: string } = {
    'a request': 'Netns.current().links.list().then((list) => console.log(list.length > 0))',
    'a queue of requests': `Promise.all(Array.from({ length: 2000 }, () => Netns.current().links.get('lo'))).then((all) => console.log(all.length === 2000))`,
    'a job': 'Netns.create().then((netns) => console.log(netns.inode > 0))',
    'a wait': `Netns.create().then((netns) => netns.gone()).then(() => console.log(true))`,
  }
  for (const [what, text] of Object.entries(texts)) t.match(await child(text), { code: 0, signal: null, stderr: '', stdout: 'true\n' }, what)
})

/** What may be under way; it needs no end. `netns` has 2000 routes. */
const under: { [what: string]: string } = {
  'nothing': '',
  'dumps': 'for (let n = 0; n < 20; n++) netns.routes.list()',
  // By now they may be there from the process before.
  'requests in bulk': `for (let n = 0; n < 5000; n++) netns.routes.replace({ to: '10.99.0.0/24', type: 'blackhole', metric: n + 1 })`,
  'refusals': `for (let n = 0; n < 5000; n++) netns.links.get('nobody').catch(() => {})`,
  'links': 'for (let n = 0; n < 200; n++) Bridge.create({ netns })',
  'namespaces': 'for (let n = 0; n < 50; n++) Netns.create()',
  'a wait': 'Netns.create().then((held) => { globalThis.held = Netns.open({ fd: held.fd }); return held.gone() })',
}

await t.test('process.exit and an uncaught exception, in the middle of anything', async (t) => {
  const { netns, name } = await place(t)
  await Promise.all(Array.from({ length: 2000 }, async (_, n) => netns.routes.add({ to: `10.${n >> 8}.${n & 255}.0/24`, type: 'blackhole' })))
  for (const [what, text] of Object.entries(under)) {
    // In the same turn, before anything was sent; and some milliseconds later.
    for (const [delay, end, expected] of [['', 'process.exit(0)', 0], ['await wait(1)', 'process.exit(7)', 7], ['await wait(15)', `throw new Error('on purpose')`, 1]] as const) {
      const attempt = async () => child(`const netns = await Netns.open(${JSON.stringify(name)}); await netns.links.list()
        ${text}; ${delay}; now(); ${end}`)
      let result = await attempt()
      // The machine may have been busy with something else: what waits for anything does so each time.
      for (let again = 0; again < 2 && result.took >= 500; again++) result = await attempt()
      const { code, signal, stderr, took } = result
      const when = `${what}; ${delay}; ${end}`
      t.match({ code, signal }, { code: expected, signal: null }, `${when}: ${stderr}`)
      t.ok(took < 500, `${when}: after ${took} ms`)
      t.match(stderr, expected === 1 ? /on purpose/ : /^$/, when)
    }
  }
})

await t.test('killed: what it held goes', async (t) => {
  const { netns, name } = await place(t)
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    const { code, signal: by, took } = await child(`const netns = await Netns.open(${JSON.stringify(name)})
      await netns.links.list()
      ${under['requests in bulk']}
      await wait(5); now(); process.kill(process.pid, '${signal}'); await wait(60_000)`)
    t.match({ code, signal: by }, { code: null, signal })
    t.ok(took < soon, `${signal}: after ${took} ms`)
  }
  t.ok((await netns.links.list()).length > 0, 'the namespace works')
})

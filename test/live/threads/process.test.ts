// The end of a process: by itself when nothing is under way, not before what is under way is answered, and at once when it is told to.
import '../../sandbox.ts'
import { spawn } from 'node:child_process'
import t from 'tap'
import { compiled } from '../compiled.ts'
import { ended, place, type Ended } from '../place.ts'

const library = compiled()

/** Runs the text with the library at hand; the time from its last line to its end in milliseconds. */
async function runs(text: string, name = ''): Promise<Ended & { after: number }> {
  const program = `import { Bridge, Netns, Veth } from ${JSON.stringify(library)}
    import { writeSync } from 'node:fs'
    const say = (text) => writeSync(1, text + '\\n'), name = ${JSON.stringify(name)}
    ${text}`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'pipe'] })
  let last = performance.now()
  child.stdout.on('data', () => { last = performance.now() })
  const end = await ended(child)
  return { ...end, after: performance.now() - last }
}

/** What is under way when the process ends. */
const works: { readonly [name: string]: string } = {
  'dumps': `for (let n = 0; n < 20; n++) netns.routes.list({ table: 'all' })`,
  'creates': `for (let n = 0; n < 2000; n++) netns.routes.add({ to: '172.16.0.0/16', type: 'blackhole', metric: n + 1 + Math.floor(Math.random() * 1e9) }).catch(() => {})`,
  'links': `for (let n = 0; n < 50; n++) Bridge.create({ netns }).catch(() => {})`,
  'namespaces': `for (let n = 0; n < 50; n++) Netns.create()`,
  'everything': `for (let n = 0; n < 10; n++) { netns.links.list(); Netns.create('n' + process.pid + n).catch(() => {}); netns.sysctl.get('net.ipv4.ip_forward'); Netns.list() }`,
}

await t.test('told to end in the middle of it', async (t) => {
  const { netns, name } = await place(t)
  await Promise.all(Array.from({ length: 2000 }, async (_, n) => netns.routes.add({ to: `10.${n >> 8}.${n & 255}.0/24`, type: 'blackhole' })))
  const ends: [string, string, Partial<Ended>][] = [
    ['process.exit', `setTimeout(() => { say('now'); process.exit(7) }, DELAY)`, { code: 7 }],
    ['at once', `say('now'); process.exit(7)`, { code: 7 }],
    ['an exception', `setTimeout(() => { say('now'); throw new Error('on purpose') }, DELAY)`, { code: 1 }],
    ['a signal', `setTimeout(() => { say('now'); process.kill(process.pid, 'SIGTERM') }, DELAY)`, { signal: 'SIGTERM' }],
  ]
  for (const [work, text] of Object.entries(works)) {
    for (const [n, [how, end, expected]] of ends.entries()) {
      const program = `const netns = await Netns.open(name); ${text}\n${end.replace('DELAY', String(n))}`
      let result = await runs(program, name)
      // Once more where something else kept the machine busy: who has to wait has to wait each time.
      for (let again = 0; again < 2 && result.after >= 500; again++) result = await runs(program, name)
      t.match(result, expected, `${work}, ${how}: ${result.stderr}`)
      t.equal(result.stdout, 'now\n')
      t.match(result.stderr, how === 'an exception' ? /on purpose/ : /^$/)
      t.ok(result.after < 500, `${work}, ${how}: ${Math.round(result.after)} ms`)
    }
  }
  t.ok((await netns.routes.list()).length >= 2000)
})

await t.test('by itself', async (t) => {
  const nothing: { readonly [name: string]: string } = {
    'loaded': `say('last')`,
    'current': `Netns.current(); say('last')`,
    'a handle open, never closed': `const netns = await Netns.create(); await netns.links.list(); say('last')`,
    'several used': `await Promise.all([1, 2, 3].map(async () => (await Netns.create()).routes.list({ table: 'all' }))); say('last')`,
    'after a failure': `await Netns.open('nobody').catch(() => {}); await Netns.current().links.get('nobody').catch(() => {}); say('last')`,
  }
  for (const [name, text] of Object.entries(nothing)) {
    const { code, stdout, stderr, after } = await runs(text)
    t.same([code, stdout, stderr], [0, 'last\n', ''], name)
    t.ok(after < 1000, `${name}: ${Math.round(after)} ms`)
  }
})

await t.test('not before it is answered', async (t) => {
  const waits: { readonly [name: string]: string } = {
    'a namespace': `Netns.create().then(() => say('answered'))`,
    'a list': `Netns.current().links.list().then(() => say('answered'))`,
    'one after the other': `Netns.create().then((netns) => netns.links.list()).then(() => Netns.list()).then(() => say('answered'))`,
    'a refusal': `Netns.current().links.get('nobody').catch(() => say('answered'))`,
    'many': `Promise.all(Array.from({ length: 500 }, () => Netns.current().links.get('lo'))).then(() => say('answered'))`,
    'closed meanwhile': `Netns.create().then((netns) => { const list = netns.links.list(); netns.close(); return list }).then(() => say('answered'), () => say('answered'))`,
  }
  for (const [name, text] of Object.entries(waits)) {
    const { code, stdout } = await runs(text)
    t.same([code, stdout], [0, 'answered\n'], name)
  }
})

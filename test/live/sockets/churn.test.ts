// The threads of the process while sockets come and go in 32 namespaces: the main thread's namespace never changes, those of
// the addon that differ are gone at once, and a Worker that ends in the middle leaves nothing open.
import '../../sandbox.ts'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import t from 'tap'
import { Netns } from '../../../lib/index.ts'
import { compiled } from '../compiled.ts'
import { descriptors, ended, eventually } from '../place.ts'
import { closed, portOf, talk } from './pair.ts'

/** Watches from a process of its own; at the end it says whether the main thread ever moved, and how often others had. */
const watcher = `
  const { readdirSync, readlinkSync } = require('node:fs')
  const pid = process.argv[1], where = (task) => { try { return readlinkSync('/proc/' + pid + '/task/' + task + '/ns/net') } catch { return home } }
  const home = readlinkSync('/proc/' + pid + '/ns/net')
  let samples = 0, moved = 0, others = 0, going = true
  const seen = () => { if (others++ === 0) process.stdout.write('seen\\n') }
  process.stdin.on('data', () => { going = false })
  process.stdout.write('ready\\n')
  const look = () => {
    for (const task of readdirSync('/proc/' + pid + '/task')) {
      const there = where(task)
      if (there !== home && task === pid) moved++
      else if (there !== home) seen()
    }
    samples++
    if (going) setImmediate(look)
    else rest(500)
  }
  // One that has been joined is listed a moment longer.
  const rest = (attempts) => {
    const left = readdirSync('/proc/' + pid + '/task').filter((task) => where(task) !== home).length
    if (left > 0 && attempts > 0) return setTimeout(rest, 10, attempts - 1)
    console.log(JSON.stringify({ moved, others: others > 0, enough: samples > 100, left })), process.exit()
  }
  look()`

await t.test('32 namespaces', async (t) => {
  const spaces = await Promise.all(Array.from({ length: 32 }, async () => Netns.create()))
  const child = spawn(process.execPath, ['-e', watcher, String(process.pid)], { stdio: ['pipe', 'pipe', 'inherit'] })
  const report = ended(child)
  await once(child.stdout, 'data')
  let seen = false
  child.stdout.once('data', () => seen = true)
  // A thread is inside for some microseconds: until one has been seen there, the watcher has proved nothing.
  for (let round = 0; round < 5 || (!seen && round < 200); round++) {
    const words = await Promise.all(spaces.map(async (netns, n) => {
      const server = await netns.listen({ host: '127.0.0.1', port: 1000 })
      server.on('connection', (socket) => socket.end(`${n}`))
      const udp = await netns.udp()
      const word = await talk(await netns.connect({ host: '127.0.0.1', port: portOf(server) }))
      await Promise.all([server, udp].map(closed))
      return word
    }))
    t.same(words, Array.from({ length: 32 }, (_, n) => `${n}`), 'each in its own')
  }
  child.stdin.end('enough')
  const { stdout } = await report
  t.same(JSON.parse(stdout.replace('ready\n', '').replace('seen\n', '')), { moved: 0, others: true, enough: true, left: 0 })
  await Promise.all(spaces.map(async (netns) => netns.close()))
})

await t.test('Workers terminated on the way', async (t) => {
  const library = compiled()
  const text = `
    const { parentPort } = require('node:worker_threads')
    import(${JSON.stringify(library)}).then(async ({ Netns }) => {
      const netns = await Netns.create()
      parentPort.postMessage('ready')
      for (;;) {
        const sockets = await Promise.all([netns.listen(), netns.udp(), netns.listen({ path: '\\0x' })])
        await netns.connect({ port: sockets[0].address().port, host: '127.0.0.1' }).then((socket) => socket.destroy())
        for (const one of sockets) one.close()
      }
    })`
  const terminated = async (wait: number): Promise<void> => {
    const worker = new Worker(text, { eval: true, execArgv: [] })
    await once(worker, 'message')
    for (let n = 0; n < wait; n++) await new Promise(setImmediate)
    await worker.terminate()
  }
  await terminated(1)
  const before = descriptors()
  for (let n = 0; n < 25; n++) await terminated(n)
  t.ok(await eventually(() => descriptors() <= before), `${descriptors()} descriptors, ${before} before`)
})

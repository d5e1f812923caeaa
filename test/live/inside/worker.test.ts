// Netns#worker: a Worker whose thread lives in the namespace, from before its first line to its end.
import '../../sandbox.ts'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createConnection } from 'node:net'
import { mkdirSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { type Worker } from 'node:worker_threads'
import t from 'tap'
import { compiled } from '../compiled.ts'
import { ended, eventually, run, threads } from '../place.ts'
import type * as Library from '../../../lib/index.ts'

// The Workers load what this file loads, and without a loader that compiles.
const library = compiled()
const { Netns } = await import(library) as typeof Library
type NetnsWorkerOptions = Library.NetnsWorkerOptions

const home = readlinkSync('/proc/thread-self/ns/net')
const program = (source: string): URL => new URL(`data:text/javascript,${encodeURIComponent(`
  import { parentPort, workerData, isMainThread, threadId, Worker, getEnvironmentData } from 'node:worker_threads'
  import { readFileSync, readlinkSync } from 'node:fs'
  import { once } from 'node:events'
  import { Netns } from ${JSON.stringify(library)}
  const whereabouts = () => readlinkSync('/proc/thread-self/ns/net')
  const post = (message) => parentPort.postMessage(message)
  ${source}`)}`)

const start = (netns: Library.Netns, source: string, options: NetnsWorkerOptions = {}): Worker =>
  netns.worker(program(source), { execArgv: [], ...options })

async function message(worker: Worker): Promise<unknown> {
  const [value] = await once(worker, 'message') as [unknown]
  return value
}

/** Descriptors of what the library opens. Node's loader itself leaves a file open where its Worker ends while it reads that. */
function ours(): number {
  const links = readdirSync('/proc/self/fd').map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`)
    } catch {
      return ''   // the one that read the directory
    }
  })
  return links.filter((link) => /^(net|user|socket|anon_inode|pipe):/.test(link)).length
}

/** Where this process's threads are: namespaces other than its own. */
function elsewhere(): string[] {
  return readdirSync('/proc/self/task').flatMap((task) => {
    try {
      const where = readlinkSync(`/proc/self/task/${task}/ns/net`)
      return where === home ? [] : [where]
    } catch (error) {
      if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return []   // ended since
      throw error
    }
  })
}

await t.test('its thread, and no other, is inside', async (t) => {
  await using netns = await Netns.create('inside')
  const worker = start(netns, `
    post([whereabouts(), Netns.current().inode, (await Netns.current().links.list()).map(({ name }) => name)])
    await once(parentPort, 'message')`)
  t.same(await message(worker), [`net:[${netns.inode}]`, netns.inode, ['lo']])
  t.same(new Set(elsewhere()), new Set([`net:[${netns.inode}]`]), 'with the threads that work for it')
  worker.postMessage('end')
  t.same(await once(worker, 'exit'), [0])
  t.ok(await eventually(() => elsewhere().length === 0))
})

await t.test('a Worker as any other', async (t) => {
  await using netns = await Netns.create()
  const port = new MessageChannel()
  const worker = start(netns, `
    console.log('out')
    process.stdin.setEncoding('utf8')
    const [input] = await once(process.stdin, 'data')
    workerData.port.postMessage([workerData.n, isMainThread, process.argv.slice(2), process.env.ONLY, process.env.PATH, input, getEnvironmentData('netns-native: residence')])
    workerData.port.close()
    process.exitCode = 5`, { workerData: { n: 1n, port: port.port2 }, transferList: [port.port2], argv: ['a', 'b'], env: { ONLY: 'this' }, stdin: true, stdout: true })
  worker.stdin?.end('typed')
  const answer = once(port.port1, 'message')
  const exit = once(worker, 'exit')
  t.equal(await text(worker.stdout), 'out\n')
  const [data] = await answer as [unknown]
  t.same(data, [1n, false, ['a', 'b'], 'this', undefined, 'typed', undefined])
  t.same(await exit, [5])
  port.port1.close()
})

await t.test('a Worker of its own is inside too', async (t) => {
  await using netns = await Netns.create()
  const worker = start(netns, `
    const own = new Worker("const { parentPort } = require('node:worker_threads'); parentPort.postMessage(require('node:fs').readlinkSync('/proc/thread-self/ns/net'))", { eval: true })
    post((await once(own, 'message'))[0])`)
  t.equal(await message(worker), `net:[${netns.inode}]`)
})

await t.test('from one namespace into another', async (t) => {
  await using red = await Netns.create('red')
  await using blue = await Netns.create('blue')
  const worker = start(red, `
    const blue = await Netns.open('blue')
    const own = blue.worker(new URL(workerData))
    post([whereabouts(), (await once(own, 'message'))[0], whereabouts()])`, { workerData: program('post(whereabouts())').href })
  t.same(await message(worker), [`net:[${red.inode}]`, `net:[${blue.inode}]`, `net:[${red.inode}]`])
})

await t.test('servers and clients inside', async (t) => {
  await using netns = await Netns.create('net')
  const worker = start(netns, `
    import http from 'node:http'
    import net from 'node:net'
    import dgram from 'node:dgram'
    import { execFileSync } from 'node:child_process'
    const server = http.createServer((request, response) => response.end(request.url))
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const { port } = server.address()
    const got = await new Promise((resolve) => http.get({ host: '127.0.0.1', port, path: '/get', agent: false }, async (response) => resolve((await once(response.setEncoding('utf8'), 'data'))[0])))
    const socket = net.connect(port, '127.0.0.1')
    await once(socket, 'connect')
    socket.destroy()
    const [a, b] = [dgram.createSocket('udp4'), dgram.createSocket('udp4')]
    a.bind(0, '127.0.0.1')
    await once(a, 'listening')
    b.send('datagram', a.address().port, '127.0.0.1')
    const [datagram] = await once(a, 'message')
    post({ port, fetched: await (await fetch('http://127.0.0.1:' + port + '/fetch', { headers: { connection: 'close' } })).text(), got, datagram: String(datagram),
      identify: execFileSync('ip', ['netns', 'identify'], { encoding: 'utf8' }), table: readFileSync('/proc/thread-self/net/tcp', 'latin1').split('\\n').length > 2 })
    await once(parentPort, 'message')
    process.exit(0)`)
  const { port, ...seen } = await message(worker) as { port: number }
  t.same(seen, { fetched: '/fetch', got: '/get', datagram: 'datagram', identify: 'net\n', table: true })
  const [error] = await once(createConnection(port, '127.0.0.1'), 'error') as [Error]
  t.match(error, { code: 'ECONNREFUSED' }, 'nothing of it is out here')
  t.match((await netns.exec('ss', ['-ltnH'])).stdout, new RegExp(`127\\.0\\.0\\.1:${port} `))
  worker.postMessage('end')
  await once(worker, 'exit')
})

await t.test('queries of dns.resolve leave from inside', async (t) => {
  await using netns = await Netns.create()
  // A server that answers every question with 192.0.2.7.
  const worker = start(netns, `
    import dgram from 'node:dgram'
    import dns from 'node:dns/promises'
    const server = dgram.createSocket('udp4')
    server.on('message', (query, { port, address }) => {
      const end = query.indexOf(0, 12) + 5
      const head = Buffer.from(query.subarray(0, 12))
      head.writeUInt16BE(0x8180, 2); head.writeUInt16BE(1, 6); head.writeUInt16BE(0, 8); head.writeUInt16BE(0, 10)
      server.send(Buffer.concat([head, query.subarray(12, end), Buffer.from('c00c00010001000000010004c0000207', 'hex')]), port, address)
    })
    server.bind(5353, '127.0.0.1')
    await once(server, 'listening')
    dns.setServers(['127.0.0.1:5353'])
    post(await dns.resolve4('host.test'))
    server.close()`)
  t.same(await message(worker), ['192.0.2.7'])
})

await t.test('names are asked for inside', async (t) => {
  run('mount', '-t', 'tmpfs', 'none', '/etc')
  t.teardown(() => { run('umount', '/etc') })
  mkdirSync('/etc/netns/names', { recursive: true })
  writeFileSync('/etc/netns/names/resolv.conf', 'nameserver 127.0.0.53\n')
  writeFileSync('/etc/netns/names/hosts', '127.0.0.9 written.test\n')
  await using netns = await Netns.create('names')
  // A server that knows one address, 127.0.0.7, for every name.
  const worker = start(netns, `
    import dgram from 'node:dgram'
    import http from 'node:http'
    import net from 'node:net'
    import dns, { lookup as imported } from 'node:dns'
    import { promisify } from 'node:util'
    const server = dgram.createSocket('udp4')
    server.on('message', (query, { port, address }) => {
      const end = query.indexOf(0, 12) + 5, known = query[end - 3] === 1
      const head = Buffer.from(query.subarray(0, 12))
      head.writeUInt16BE(0x8180, 2); head.writeUInt16BE(known ? 1 : 0, 6); head.writeUInt32BE(0, 8)
      server.send(Buffer.concat([head, query.subarray(12, end), Buffer.from(known ? 'c00c000100010000000100047f000007' : '', 'hex')]), port, address)
    })
    server.bind(53, '127.0.0.53')
    await once(server, 'listening')
    const web = http.createServer((request, response) => response.end(request.headers.host.split(':')[0]))
    await once(web.listen(0, 'host.test'), 'listening')
    const { port, address } = web.address()
    const socket = net.connect({ host: 'host.test', port })
    await once(socket, 'connect')
    socket.destroy()
    const failed = await promisify(imported)(5).catch(({ code }) => code)
    post({ name: Netns.current().name, address, failed,
      promised: await dns.promises.lookup('other.test', { family: 4 }), called: await promisify(imported)('called.test'), all: await promisify(dns.lookup)('called.test', { all: true }),
      hosts: await dns.promises.lookup('written.test', 4), literal: await dns.promises.lookup('192.0.2.1'), resolved: await dns.promises.resolve4('resolved.test'),
      fetched: await (await fetch('http://fetched.test:' + port, { headers: { connection: 'close' } })).text() })
    process.exit(0)`)
  t.same(await message(worker), {
    name: 'names', address: '127.0.0.7', failed: 'ERR_INVALID_ARG_TYPE',
    promised: { address: '127.0.0.7', family: 4 }, called: { address: '127.0.0.7', family: 4 }, all: [{ address: '127.0.0.7', family: 4 }],
    hosts: { address: '127.0.0.9', family: 4 }, literal: { address: '192.0.2.1', family: 4 }, resolved: ['127.0.0.7'], fetched: 'fetched.test',
  })
})

await t.test('a handle that is closed at once, and a name that is deleted', async (t) => {
  const netns = await Netns.create('short')
  const worker = start(netns, 'post(whereabouts())')
  const { inode } = netns
  await netns.delete()
  t.equal(await message(worker), `net:[${inode}]`)
  await once(worker, 'exit')
  t.throws(() => start(netns, ''), { code: 'ERR_NETNS_CLOSED' })
})

await t.test('errors of the program are its own', async (t) => {
  await using netns = await Netns.create()
  t.match(await once(start(netns, `throw new RangeError('on purpose')`), 'error'), [{ name: 'RangeError', message: 'on purpose' }])
  t.match(await once(netns.worker('./no-such-module.js', { execArgv: [] }), 'error'), [{ code: 'ERR_MODULE_NOT_FOUND', message: /no-such-module/ }])
  t.same(await once(start(netns, 'process.exit(7)'), 'exit'), [7])
})

await t.test('without privilege the first thing is an error', async (t) => {
  const { name } = await Netns.create('closed')
  t.teardown(async () => Netns.delete('closed'))
  const source = `import { Netns } from ${JSON.stringify(library)}
    const worker = (await Netns.open('${name ?? ''}')).worker(new URL('data:text/javascript,console.log("ran")'), { execArgv: [] })
    worker.on('error', ({ code, syscall, message }) => console.log(code, syscall, /CAP_SYS_ADMIN/.test(message))).on('exit', (code) => console.log(code))`
  const words = ['--bounding-set', '-sys_admin', '--inh-caps', '-sys_admin', process.execPath, '--input-type=module', '-e', source]
  const { stdout, stderr } = await ended(spawn('setpriv', words, { stdio: ['ignore', 'pipe', 'pipe'] }))
  t.same([stdout, stderr], ['EPERM setns true\n1\n', ''])
})

await t.test('wrong input starts nothing', async (t) => {
  await using netns = await Netns.create()
  const before = threads()
  const bad: [url: unknown, options: unknown, type: string, message: RegExp][] = [
    [undefined, {}, 'TypeError', /^url: a path or a URL/], [5, {}, 'TypeError', /^url: /], ['server.js', {}, 'RangeError', /^url: a path is absolute/],
    ['https://example.org/x.js', {}, 'RangeError', /^url: /], [new URL('https://example.org/x.js'), {}, 'RangeError', /^url: https: is neither/],
    ['./x.js', { eval: true }, 'TypeError', /unknown option 'eval'/], ['./x.js', { workerdata: 1 }, 'TypeError', /did you mean 'workerData'/],
    ['./x.js', 5, 'TypeError', /^options: /], ['./x.js', { argv: 'x' }, 'TypeError', /argv/], ['./x.js', { env: 5 }, 'TypeError', /env/],
    ['./x.js', { workerData: () => 1 }, 'DataCloneError', /could not be cloned/],
  ]
  const held = ours()
  for (const [url, options, name, message] of bad) t.throws(() => Reflect.apply(netns.worker, netns, [url, options]), { name, message })
  t.equal(ours(), held)
  t.equal(threads(), before)
})

await t.test('terminated at any moment of its start', async (t) => {
  const netns = await Netns.create('brief')
  const work = `Netns.current().links.list(); Netns.create(); post('ready'); setInterval(() => {}, 1000)`
  const rest = { fds: 0, threads: 0 }
  for (let round = 0; round < 40; round++) {
    const worker = start(netns, work)
    worker.on('error', (error) => t.error(error))
    if (round % 8 === 7) await message(worker)
    else await wait(round * 1.5)
    await worker.terminate()
    if (round === 9) Object.assign(rest, { fds: ours(), threads: threads() })
  }
  t.ok(await eventually(() => ours() <= rest.fds && threads() <= rest.threads), `descriptors: ${ours()} of ${rest.fds}, threads: ${threads()} of ${rest.threads}`)
  t.same(elsewhere(), [])
  await Netns.delete('brief')
  await netns.gone({ signal: AbortSignal.timeout(20_000) })
  t.same(await Netns.list(), [], 'and nothing held the namespace')
})

// Servers inside a namespace: where they listen, what they are, what is refused, and that nothing is left of a failure.
import '../../sandbox.ts'
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer as createHttpServer, Server as HttpServer } from 'node:http'
import { connect as connectHere, createServer, Server } from 'node:net'
import t from 'tap'
import { Netns } from '../../../lib/index.ts'
import { descriptors, place, reason, run } from '../place.ts'
import { closed, pair, portOf, talk } from './pair.ts'

/** ss(8)'s listening sockets of a namespace: address:port and the queue's length. */
const listening = (name: string): string[] => run('ip', 'netns', 'exec', name, 'ss', '-Htln').trim().split('\n').map((line) => line.split(/\s+/).slice(2, 4).join(' '))

await t.test('by default: everywhere, and on a port of the kernel\'s', async (t) => {
  const { red, blue } = await pair(t)
  const server = await red.listen()
  t.ok(server instanceof Server)
  t.equal(server.listening, true)
  t.match(server.address(), { address: '::', family: 'IPv6', port: Number })
  server.on('connection', (socket) => socket.pipe(socket))
  for (const host of ['10.0.0.1', 'fd00::1']) t.equal(await talk(await blue.connect({ host, port: portOf(server) }), 'hello'), 'hello', host)
  t.equal(await talk(await red.connect({ port: portOf(server) }), 'hello'), 'hello', 'localhost')
  t.match(await reason(blue.connect({ host: '127.0.0.1', port: portOf(server) })), { code: 'ECONNREFUSED' }, 'not in the other one')
  const here = connectHere({ host: '127.0.0.1', port: portOf(server) })
  t.match((await once(here, 'error'))[0], { code: 'ECONNREFUSED' }, 'and not out here')
  await closed(server)
  t.equal(server.address(), null)
  t.match(await reason(red.connect({ host: '10.0.0.1', port: 1 })), { code: 'ECONNREFUSED' })
})

await t.test('the address, the family, the backlog', async (t) => {
  const { netns, name } = await place(t)
  const servers = [
    await netns.listen({ host: '127.0.0.1', port: 80, backlog: 7 }), await netns.listen({ host: '::1', port: 80 }),
    await netns.listen({ host: '0.0.0.0', port: 81 }), await netns.listen({ ipv6Only: true, port: 81 }), await netns.listen({ port: 82 }),
    await netns.listen({ host: 'inside.localhost', port: 83 }), await netns.listen({ host: '127.0.0.1%lo', port: 84 }),
  ]
  t.same(listening(name).sort(), ['511 *:82', '511 0.0.0.0:81', '511 127.0.0.1%lo:84', '511 [::1]:80', '511 [::1]:83', '511 [::]:81', '7 127.0.0.1:80'])
  t.match(servers.map((server) => server.address()), [
    { address: '127.0.0.1', family: 'IPv4', port: 80 }, { address: '::1', family: 'IPv6', port: 80 }, { address: '0.0.0.0' }, { address: '::' },
    { address: '::' }, { address: '::1' }, { address: '127.0.0.1' },
  ])
  await Promise.all(servers.map(closed))
  t.same(listening(name), [''])
})

await t.test('without IPv6', async (t) => {
  const { netns } = await place(t, { sysctl: { 'net.ipv6.conf.all.disable_ipv6': 1, 'net.ipv6.bindv6only': 1 } })
  const server = await netns.listen()
  await talk(await netns.connect({ host: '127.0.0.1', port: portOf(server) }).then((socket) => { server.once('connection', (one) => one.end()); return socket }))
  await closed(server)
  t.match(await reason(netns.listen({ host: '::1' })), { code: 'EADDRNOTAVAIL', address: '::1' })
})

await t.test('a server that there is already', async (t) => {
  const { red, blue } = await pair(t)
  const http = await red.listen({ port: 80, server: createHttpServer((_, response) => response.end('hello')) })
  t.ok(http instanceof HttpServer)
  t.match(await talk(await blue.connect({ host: '10.0.0.1', port: 80 }), 'GET / HTTP/1.0\r\n\r\n'), /^HTTP\/1.1 200 OK[^]*hello$/)
  t.match(await reason(red.listen({ port: 81, server: http })), { name: 'TypeError', argument: 'options.server' })
  await closed(http)
  await red.listen({ port: 80, server: http })
  t.equal(portOf(http), 80, 'closed, it can listen again')
  await closed(http)
})

await t.test('what the kernel refuses', async (t) => {
  const { netns } = await place(t)
  const server = await netns.listen({ host: '127.0.0.1', port: 80 })
  const before = descriptors()
  const error = await reason(netns.listen({ host: '127.0.0.1', port: 80 }))
  t.match(error, { name: 'Error', message: 'listen EADDRINUSE: address already in use 127.0.0.1:80', code: 'EADDRINUSE', errno: -98, syscall: 'listen', address: '127.0.0.1', port: 80 })
  t.match(error.stack, /listen\.test\.ts/, 'with the caller on its stack')
  t.match(await reason(netns.listen({ host: '192.0.2.1', port: 80 })), { code: 'EADDRNOTAVAIL', address: '192.0.2.1' })
  t.match(await reason(netns.listen({ host: '127.0.0.1%eth7' })), { code: 'ENODEV' })
  t.equal(descriptors(), before)
  await closed(server)
  const shared = await Promise.all([1, 2, 3].map(async () => netns.listen({ port: 80, reusePort: true })))
  t.match(await reason(netns.listen({ port: 80 })), { code: 'EADDRINUSE' })
  await Promise.all(shared.map(closed))
})

await t.test('a name in the abstract space', async (t) => {
  const { red, blue } = await pair(t)
  const server = await red.listen({ path: '\0talk' })
  server.on('connection', (socket) => socket.pipe(socket))
  t.equal(await talk(await red.connect({ path: '\0talk' }), 'hello'), 'hello')
  t.match(await reason(blue.connect({ path: '\0talk' })), { message: 'connect ECONNREFUSED \\u0000talk', code: 'ECONNREFUSED', address: '\0talk', syscall: 'connect' }, 'not in the other one')
  t.match(await reason(red.listen({ path: '\0talk' })), { code: 'EADDRINUSE', address: '\0talk' })
  const longest = `\0${'x'.repeat(107)}`
  const other = await red.listen({ path: longest, server: createHttpServer((_, response) => response.end('hello')) })
  t.match(await talk(await red.connect({ path: longest }), 'GET / HTTP/1.0\r\n\r\n'), /hello$/)
  await Promise.all([server, other].map(closed))
})

await t.test('half open, paused, signals', async (t) => {
  const { netns } = await place(t)
  const half = await netns.listen({ port: 80, allowHalfOpen: true })
  half.on('connection', (socket) => socket.on('data', () => undefined).on('end', () => socket.end('after the end')))
  t.equal(await talk(await netns.connect({ port: 80 }), 'x'), 'after the end')
  await closed(half)
  const paused = await netns.listen({ port: 80, pauseOnConnect: true })
  const client = netns.connect({ port: 80 })
  const [socket] = await once(paused, 'connection') as [import('node:net').Socket]
  t.equal(socket.isPaused(), true)
  socket.destroy()
  ;(await client).destroy()
  await closed(paused)
  const controller = new AbortController()
  const server = await netns.listen({ port: 80, signal: controller.signal })
  controller.abort()
  await once(server, 'close')
  t.equal(server.listening, false)
  const before = descriptors()
  t.match(await reason(netns.listen({ signal: controller.signal })), { name: 'AbortError' })
  const late = new AbortController()
  const listening = netns.listen({ port: 80, signal: late.signal })
  late.abort(new Error('enough'))
  t.match(await reason(listening), { message: 'enough' })
  t.equal(descriptors(), before)
  await netns.close()
  t.match(await reason(netns.listen()), { code: 'ERR_NETNS_CLOSED' })
})

await t.test('an end that nobody waits for', async (t) => {
  const { name } = await place(t)
  const program = `
    import { Netns } from ${JSON.stringify(new URL('../../../lib/index.ts', import.meta.url).href)}
    const netns = await Netns.open(${JSON.stringify(name)})
    const server = await netns.listen({ port: 80 })
    const accepted = new Promise((resolve) => server.once('connection', resolve))
    const socket = await netns.connect({ port: 80 })
    for (const one of [server, socket, await accepted, await netns.udp()]) one.unref()
    console.log('last')`
  const { status, stdout, stderr } = spawnSync(process.execPath, [`--import=${import.meta.resolve('tsx')}`, '--input-type=module', '-e', program], { encoding: 'utf8', timeout: 20_000 })
  t.same([status, stdout], [0, 'last\n'], stderr)
})

await t.test('the namespace outlives its name as long as a server is in it', async (t) => {
  const netns = await Netns.create()
  const server = await netns.listen({ port: 80 })
  const again = await Netns.open({ fd: netns.fd })
  await netns.close()
  const socket = await again.connect({ port: 80 })
  socket.destroy()
  await again.close()
  t.ok(server.listening)
  await closed(server)
})

await t.test('refused before any system call', async (t) => {
  const { netns } = await place(t)
  const before = descriptors()
  const wrong: unknown[] = [
    null, 5, [], { prot: 80 }, { port: '80' }, { port: -1 }, { port: 65536 }, { port: 1.5 }, { port: NaN }, { host: 5 }, { host: '' }, { host: '10.0.0' }, { host: '10.0.0.256' },
    { host: 'fe80::1%' }, { host: 'fe80::1%a/b\0' }, { host: '0x7f.1' }, { path: 'talk' }, { path: '/run/talk' }, { path: `\0${'x'.repeat(108)}` }, { path: '\0a\0b' }, { path: 5 },
    { path: '\0a', port: 1 }, { path: '\0a', host: '::' }, { backlog: 0 }, { backlog: '5' }, { ipv6Only: 1 }, { reusePort: 'yes' }, { signal: {} }, { server: {} },
    { server: createServer(), noDelay: true }, { allowHalfOpen: 1 }, { keepAliveInitialDelay: -1 }, { keepAlive: 'x' },
  ]
  for (const options of wrong) t.match(await reason(netns.listen(options as never)), { name: /^(Type|Range)Error$/, code: /^ERR_/ }, JSON.stringify(options))
  t.equal(descriptors(), before)
})

// Connections out of a namespace: Node's own socket and errors, names, addresses to come from, giving up, and many of them.
import '../../sandbox.ts'
import { getEventListeners, once } from 'node:events'
import { Socket, type Server } from 'node:net'
import t from 'tap'
import { descriptors, eventually, place, reason, threads } from '../place.ts'
import { closed, pair, portOf, talk, type Pair } from './pair.ts'

const echo = async ({ red }: Pair, port = 80): Promise<Server> => (await red.listen({ port })).on('connection', (socket) => socket.on('error', () => undefined).pipe(socket))

await t.test('a socket of Node\'s', async (t) => {
  const both = await pair(t)
  const server = await echo(both)
  const socket = await both.blue.connect({ host: '10.0.0.1', port: 80 })
  t.ok(socket instanceof Socket)
  t.match(socket, { connecting: false, readyState: 'open', remoteAddress: '10.0.0.1', remoteFamily: 'IPv4', remotePort: 80, localAddress: '10.0.0.2' })
  t.same(['error', 'close', 'connect'].map((event) => socket.listenerCount(event)), [0, 0, 0], 'with no listeners of ours')
  const big = 'x'.repeat(1 << 20)
  t.equal(await talk(socket, big), big)
  t.equal(socket.bytesRead, big.length)
  const six = await both.blue.connect({ host: 'fd00::1', port: 80, noDelay: true, keepAlive: true, keepAliveInitialDelay: 1000 })
  t.match(six, { remoteAddress: 'fd00::1', remoteFamily: 'IPv6', localAddress: 'fd00::2' })
  six.resetAndDestroy()
  await closed(server)
})

await t.test('Node\'s errors', async (t) => {
  const { blue } = await pair(t)
  const before = descriptors()
  const cases: [host: string, code: string, errno: number][] = [['10.0.0.1', 'ECONNREFUSED', -111], ['192.0.2.1', 'ENETUNREACH', -101], ['fd00::1', 'ECONNREFUSED', -111], ['2001:db8::1', 'ENETUNREACH', -101]]
  for (const [host, code, errno] of cases) {
    const error = await reason(blue.connect({ host, port: 81 }))
    t.match(error, { name: 'Error', code, errno, syscall: 'connect', address: host, port: 81 })
    t.match(error.message, new RegExp(`^connect ${code} ${host}:81`))
    t.match(error.stack, /connect\.test\.ts/, 'with the caller on its stack')
  }
  await blue.routes.add({ to: '198.51.100.0/24', type: 'unreachable' })
  t.match(await reason(blue.connect({ host: '198.51.100.1', port: 81 })), { code: 'EHOSTUNREACH', address: '198.51.100.1' })
  await (await blue.links.get('eth0')).neighbors.replace('10.0.0.9', { address: '02:00:00:00:00:09' })
  t.match(await reason(blue.connect({ host: '10.0.0.9', port: 81, timeout: 50 })), { message: 'connect ETIMEDOUT 10.0.0.9:81', code: 'ETIMEDOUT', errno: -110, syscall: 'connect', address: '10.0.0.9', port: 81 })
  t.ok(await eventually(() => descriptors() <= before), 'nothing is left of them')
})

await t.test('from an address', async (t) => {
  const both = await pair(t)
  const server = await echo(both)
  await (await both.blue.links.get('eth0')).addresses.add('10.0.0.3/24')
  const socket = await both.blue.connect({ host: '10.0.0.1', port: 80, localAddress: '10.0.0.3', localPort: 7777 })
  t.match(socket, { localAddress: '10.0.0.3', localPort: 7777 })
  const other = await both.blue.connect({ host: 'fd00::1', port: 80, localAddress: 'fd00::2' })
  t.match(other, { localAddress: 'fd00::2' })
  t.match(await reason(both.blue.connect({ host: '10.0.0.1', port: 80, localAddress: '10.0.0.4' })), { message: 'bind EADDRNOTAVAIL 10.0.0.4:0', code: 'EADDRNOTAVAIL', syscall: 'bind', address: '10.0.0.4' })
  t.match(await reason(both.blue.connect({ host: '10.0.0.1', port: 80, localAddress: 'fd00::2' })), { code: 'EINVAL', syscall: 'bind' })
  for (const one of [socket, other]) one.destroy()
  await closed(server)
})

await t.test('link-local addresses', async (t) => {
  const { red, blue } = await pair(t)
  const link = await red.links.get('eth0')
  await link.addresses.add('fe80::1/64', { nodad: true })
  await (await blue.links.get('eth0')).addresses.add('fe80::2/64', { nodad: true })
  const server = await red.listen({ host: 'fe80::1%eth0', port: 80 })
  server.on('connection', (socket) => socket.end('hello'))
  t.equal(await talk(await blue.connect({ host: 'fe80::1%eth0', port: 80 })), 'hello')
  t.equal(await talk(await blue.connect({ host: 'fe80::1%eth0', port: 80, localAddress: 'fe80::2%eth0' })), 'hello')
  t.match(await reason(blue.connect({ host: 'fe80::1', port: 80 })), { code: 'EINVAL' })
  t.match(await reason(blue.connect({ host: 'fe80::1%eth7', port: 80 })), { code: 'ENODEV' })
  await closed(server)
})

await t.test('given up', async (t) => {
  const { blue } = await pair(t)
  await (await blue.links.get('eth0')).neighbors.replace('10.0.0.9', { address: '02:00:00:00:00:09' })
  const before = descriptors()
  const nobody = { host: '10.0.0.9', port: 80 }
  t.match(await reason(blue.connect({ ...nobody, signal: AbortSignal.abort() })), { name: 'AbortError' })
  for (let turn = 0; turn < 8; turn++) {
    const controller = new AbortController()
    const connecting = blue.connect({ ...nobody, signal: controller.signal })
    for (let n = 0; n < turn; n++) await new Promise(setImmediate)
    controller.abort(new Error('enough'))
    t.match(await reason(connecting), { message: 'enough' }, `after ${turn} turns`)
    t.same(getEventListeners(controller.signal, 'abort'), [])
  }
  t.match(await reason(blue.connect({ ...nobody, signal: AbortSignal.timeout(20) })), { name: 'TimeoutError' })
  const both = [new AbortController(), new AbortController()] as const
  const connecting = both.map(async ({ signal }) => reason(blue.connect({ ...nobody, signal, timeout: 10_000 })))
  await new Promise(setImmediate)
  both[0].abort()
  t.match(await connecting[0], { name: 'AbortError' })
  both[1].abort()
  t.match(await connecting[1], { name: 'AbortError' })
  t.ok(await eventually(() => descriptors() === before), `${descriptors()} descriptors, ${before} before`)
  await blue.close()
  t.match(await reason(blue.connect(nobody)), { code: 'ERR_NETNS_CLOSED' })
})

await t.test('connected, a signal is without effect', async (t) => {
  const both = await pair(t)
  const server = await echo(both)
  const controller = new AbortController()
  const socket = await both.blue.connect({ host: '10.0.0.1', port: 80, signal: controller.signal, timeout: 5000 })
  t.same(getEventListeners(controller.signal, 'abort'), [])
  controller.abort()
  t.equal(await talk(socket, 'hello'), 'hello')
  await closed(server)
})

await t.test('closed while it connects', async (t) => {
  const { netns } = await place(t)
  const server = await netns.listen({ port: 80 })
  const connecting = netns.connect({ port: portOf(server), host: '127.0.0.1' })
  await netns.close()
  // The descriptor had been asked for, or not.
  const outcome = await connecting.then((socket) => { socket.destroy(); return 'connected' }, (error: { code?: string }) => error.code)
  t.match(outcome, /^(connected|ERR_NETNS_CLOSED)$/)
  await closed(server)
})

await t.test('four hundred at once, and nothing left', async (t) => {
  const both = await pair(t)
  const server = await echo(both)
  t.equal(await talk(await both.blue.connect({ host: '10.0.0.1', port: 80 }), 'first'), 'first')
  const before = [descriptors(), threads()] as const
  const words = await Promise.all(Array.from({ length: 400 }, async (_, n) => talk(await both.blue.connect({ host: n % 2 ? '10.0.0.1' : 'fd00::1', port: 80 }), String(n))))
  t.same(words, Array.from({ length: 400 }, (_, n) => String(n)))
  t.ok(await eventually(() => descriptors() <= before[0] && threads() <= before[1] + 4), `${descriptors()} descriptors, ${threads()} threads, before: ${before.join(', ')}`)
  await closed(server)
})

await t.test('a server that goes', async (t) => {
  const both = await pair(t)
  const server = await both.red.listen({ port: 80 })
  const accepted = once(server, 'connection')
  const socket = await both.blue.connect({ host: '10.0.0.1', port: 80 })
  const [there] = await accepted as [Socket]
  there.resetAndDestroy()
  t.match((await once(socket, 'error'))[0], { code: 'ECONNRESET' })
  await closed(server)
})

await t.test('refused before any system call', async (t) => {
  const { netns } = await place(t)
  const before = descriptors()
  const port = 80
  const wrong: unknown[] = [
    undefined, null, 5, {}, { prot: 80 }, { port: '80' }, { port: 0 }, { port: 65536 }, { port: NaN }, { port, host: 5 }, { port, host: '' }, { port, host: '1.2.3' }, { port, host: ':::' },
    { port, host: 'a b' }, { port, host: 'a\0b' }, { port, host: 'fe80::1%' }, { port, family: 5 }, { port, localAddress: 'localhost' }, { port, localAddress: 5 }, { port, localPort: 80 },
    { port, localAddress: '10.0.0.1', localPort: -1 }, { port, signal: {} }, { port, timeout: 0 }, { port, timeout: '1' }, { port, timeout: 2 ** 31 }, { port, noDelay: 1 }, { port, keepAlive: 1 },
    { port, keepAliveInitialDelay: -1 }, { port, allowHalfOpen: 'x' }, { path: 'x' }, { path: '\0x', port }, { path: '\0x', host: 'x' }, { path: '\0x', localAddress: '::' },
  ]
  for (const options of wrong) t.match(await reason(netns.connect(options as never)), { name: /^(Type|Range)Error$/, code: /^ERR_/ }, JSON.stringify(options))
  t.equal(descriptors(), before)
})

// Datagram sockets inside a namespace: unicast, broadcast, multicast, connected, shared ports; what is refused.
import '../../sandbox.ts'
import { Socket, type RemoteInfo } from 'node:dgram'
import { once } from 'node:events'
import t from 'tap'
import { descriptors, place, reason, run } from '../place.ts'
import { closed, pair, portOf } from './pair.ts'

type Message = [Buffer, RemoteInfo]

/** The next datagram. */
const next = async (socket: Socket): Promise<Message> => await once(socket, 'message') as Message

const end = async (...sockets: Socket[]): Promise<void> => void await Promise.all(sockets.map(closed))

await t.test('there and back', async (t) => {
  const { red, blue } = await pair(t)
  for (const [type, to, from] of [['udp4', '10.0.0.1', '10.0.0.2'], ['udp6', 'fd00::1', 'fd00::2']] as const) {
    const [server, client] = [await red.udp({ type, port: 53 }), await blue.udp({ type })]
    t.ok(server instanceof Socket)
    t.match(server.address(), { address: type === 'udp4' ? '0.0.0.0' : '::', port: 53 })
    server.on('message', (message, { port, address }) => server.send(message, port, address))
    client.send('hello', 53, to)
    const [message, info] = await next(client)
    t.match([String(message), info], ['hello', { address: to, port: 53, size: 5 }])
    client.send('again', 53, to)
    const [, { address, port }] = await next(server)
    t.same([address, port], [from, portOf(client)])
    await end(server, client)
  }
})

await t.test('bound, connected, dual', async (t) => {
  const { red, blue } = await pair(t)
  const server = await red.udp({ host: '10.0.0.1', port: 53 })
  const client = await blue.udp({ host: '10.0.0.2', port: 5353 })
  t.same(client.address(), { address: '10.0.0.2', family: 'IPv4', port: 5353 })
  client.connect(53, '10.0.0.1')
  await once(client, 'connect')
  t.match(client.remoteAddress(), { address: '10.0.0.1', port: 53 })
  client.send('hello')
  t.equal(String((await next(server))[0]), 'hello')
  await end(server)
  client.send('to nobody')
  t.match((await once(client, 'error'))[0], { code: 'ECONNREFUSED' }, 'the kernel\'s no comes back')
  await end(client)
  const dual = await red.udp({ type: 'udp6', port: 53 })
  const four = await blue.udp()
  four.send('hello', 53, '10.0.0.1')
  t.equal((await next(dual))[1].address, '::ffff:10.0.0.2')
  const only = await red.udp({ type: 'udp6', ipv6Only: true, port: 54 })
  const beside = await red.udp({ port: 54 })
  t.match(await reason(red.udp({ port: 53 })), { code: 'EADDRINUSE' })
  await end(dual, four, only, beside)
})

await t.test('names are looked up inside', async (t) => {
  const { netns } = await place(t)
  const [server, client] = [await netns.udp({ host: 'localhost', type: 'udp4', port: 53 }), await netns.udp()]
  t.equal(server.address().address, '127.0.0.1')
  client.send('hello', 53, 'inside.localhost')
  t.equal(String((await next(server))[0]), 'hello')
  await end(server, client)
})

await t.test('broadcast', async (t) => {
  const { red, blue } = await pair(t)
  const server = await red.udp({ port: 67 })
  const quiet = await blue.udp()
  t.match(await new Promise((resolve) => quiet.send('x', 67, '10.0.0.255', resolve)), { code: 'EACCES' })
  const loud = await blue.udp({ broadcast: true })
  loud.send('hello', 67, '10.0.0.255')
  t.equal(String((await next(server))[0]), 'hello')
  quiet.setBroadcast(true)
  quiet.send('again', 67, '10.0.0.255')
  t.equal(String((await next(server))[0]), 'again')
  await end(server, quiet, loud)
})

await t.test('multicast', async (t) => {
  const { red, blue } = await pair(t)
  for (const [type, group] of [['udp4', '239.1.2.3'], ['udp6', 'ff15::1:2']] as const) {
    const hears = await red.udp({ type, port: 5000, groups: [`${group}%eth0`], reuseAddr: true })
    const also = await red.udp({ type, port: 5000, groups: [`${group}%eth0`], reuseAddr: true })
    const host = type === 'udp4' ? '10.0.0.2' : 'fd00::2'
    const sender = await blue.udp({ host: `${host}%eth0` })
    const both = Promise.all([next(hears), next(also)])
    sender.send('hello', 5000, group)
    t.same((await both).map(([message, { address }]) => [String(message), address]), [['hello', host], ['hello', host]], group)
    t.match(run('ip', '-n', String(red.name), 'maddress', 'show', 'dev', 'eth0'), group)
    await end(hears, also, sender)
    t.notMatch(run('ip', '-n', String(red.name), 'maddress', 'show', 'dev', 'eth0'), group)
  }
  const late = await red.udp({ port: 5000 })
  late.addMembership('239.1.2.3', '10.0.0.1')
  const sender = await blue.udp()
  sender.setMulticastInterface('10.0.0.2')
  sender.send('hello', 5000, '239.1.2.3')
  t.equal(String((await next(late))[0]), 'hello', 'by Node\'s own calls')
  await end(late, sender)
  t.match(await reason(red.udp({ groups: ['239.1.2.3'] })), { code: 'ENODEV', syscall: 'addMembership' }, 'no route says which link')
  t.match(await reason(red.udp({ groups: ['239.1.2.3%eth7'] })), { code: 'ENODEV' })
})

await t.test('senders with a link-local address', async (t) => {
  const { red, blue } = await pair(t)
  await (await blue.links.get('eth0')).addresses.add('fe80::2/64', { nodad: true })
  const server = await red.udp({ type: 'udp6', port: 53 })
  const [local, global] = [await blue.udp({ host: 'fe80::2%eth0' }), await blue.udp({ host: 'fd00::2' })]
  const heard: string[] = []
  const failed: Error[] = []
  server.on('message', (message) => heard.push(String(message))).on('error', (error) => failed.push(error))
  for (const word of ['a', 'b', 'c']) {
    await new Promise((resolve) => local.send(word, 53, 'fd00::1', resolve))
    await new Promise((resolve) => global.send(word.toUpperCase(), 53, 'fd00::1', resolve))
  }
  while (heard.length < 3) await once(server, 'message')
  t.same([heard, failed], [['A', 'B', 'C'], []])
  await end(server, local, global)
})

await t.test('a port that is taken', async (t) => {
  const { netns } = await place(t)
  const one = await netns.udp({ port: 53, host: '127.0.0.1' })
  const before = descriptors()
  const error = await reason(netns.udp({ port: 53, host: '127.0.0.1' }))
  t.match(error, { message: 'bind EADDRINUSE 127.0.0.1:53', code: 'EADDRINUSE', syscall: 'bind', address: '127.0.0.1', port: 53 })
  t.match(error.stack, /udp\.test\.ts/)
  t.match(await reason(netns.udp({ port: 53, host: '127.0.0.1', reuseAddr: true })), { code: 'EADDRINUSE' }, 'not to be shared by one alone')
  t.match(await reason(netns.udp({ host: '192.0.2.1' })), { code: 'EADDRNOTAVAIL' })
  t.equal(descriptors(), before)
  await end(one)
  const shared = [await netns.udp({ port: 53, reusePort: true }), await netns.udp({ port: 53, reusePort: true })] as const
  await end(...shared)
  const big = await netns.udp({ recvBufferSize: 8192, sendBufferSize: 8192 })
  t.same([big.getRecvBufferSize(), big.getSendBufferSize()], [16384, 16384])
  await end(big)
})

await t.test('signals, and a closed namespace', async (t) => {
  const { netns } = await place(t)
  const controller = new AbortController()
  const socket = await netns.udp({ signal: controller.signal })
  const close = once(socket, 'close')
  controller.abort()
  await close
  const before = descriptors()
  t.match(await reason(netns.udp({ signal: controller.signal })), { name: 'AbortError' })
  const late = new AbortController()
  const opening = netns.udp({ signal: late.signal })
  late.abort(new Error('enough'))
  t.match(await reason(opening), { message: 'enough' })
  t.equal(descriptors(), before)
  await netns.close()
  t.match(await reason(netns.udp()), { code: 'ERR_NETNS_CLOSED' })
})

await t.test('refused before any system call', async (t) => {
  const { netns } = await place(t)
  const before = descriptors()
  const wrong: unknown[] = [
    null, 5, { prot: 1 }, { type: 'udp' }, { port: '1' }, { port: -1 }, { port: 65536 }, { host: 5 }, { host: '1.2.3' }, { host: '::1', type: 'udp4' }, { host: '127.0.0.1', type: 'udp6' },
    { ipv6Only: 1 }, { reuseAddr: 1 }, { reusePort: 'x' }, { broadcast: 0 }, { groups: '239.1.1.1' }, { groups: [5] }, { groups: ['10.0.0.1'] }, { groups: ['ff02::1'] },
    { type: 'udp6', groups: ['fd00::1'] }, { type: 'udp6', groups: ['239.1.1.1'] }, { groups: Array.from({ length: 21 }, () => '239.1.1.1') }, { recvBufferSize: 0 }, { sendBufferSize: '1' }, { signal: 'x' },
  ]
  for (const options of wrong) t.match(await reason(netns.udp(options as never)), { name: /^(Type|Range)Error$/, code: /^ERR_/ }, JSON.stringify(options))
  t.equal(descriptors(), before)
})

// HTTP, TLS and WebSockets inside a namespace, with Node's own servers and clients: agents, keep-alive, giving up, undici and fetch.
import '../../sandbox.ts'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import { createServer, get, request, type Agent, type IncomingMessage, type RequestOptions } from 'node:http'
import { createServer as createSecureServer, get as secureGet } from 'node:https'
import type { Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { connect as connectTls, createServer as createTlsServer } from 'node:tls'
import t from 'tap'
import { Agent as UndiciAgent, fetch as undiciFetch } from 'undici'
import type { Netns } from '../../../lib/index.ts'
import { descriptors, eventually, place, reason, run } from '../place.ts'
import { closed, pair } from './pair.ts'

const folder = mkdtempSync('/run/certificate-')
run('openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', `${folder}/key`, '-out', `${folder}/cert`,
  '-subj', '/CN=inside.localhost', '-addext', 'subjectAltName=DNS:inside.localhost,IP:10.0.0.1', '-days', '1')
const [key, cert] = [readFileSync(`${folder}/key`), readFileSync(`${folder}/cert`)]

/** The whole of an answer. */
async function fetched(options: RequestOptions | string, more: RequestOptions = {}, getter = get): Promise<{ status: number | undefined, body: string, socket: Socket }> {
  const asked = typeof options === 'string' ? getter(options, more) : getter(options)
  const [response] = await once(asked, 'response') as [IncomingMessage]
  const { socket } = response
  return { status: response.statusCode, body: await text(response), socket }
}

const who = createServer((asked, response) => response.end(`${asked.method} ${asked.url} ${asked.socket.remotePort}`))

await t.test('an agent', async (t) => {
  const { red, blue } = await pair(t)
  const server = await red.listen({ port: 80, server: createServer((asked, response) => response.end(`${asked.url} ${asked.socket.remoteAddress}`)) })
  const agent = blue.agent()
  t.match(await fetched('http://10.0.0.1/a', { agent }), { status: 200, body: '/a ::ffff:10.0.0.2' })
  t.match(await fetched('http://[fd00::1]/b', { agent }), { body: '/b fd00::2' })
  t.match(await fetched({ host: '10.0.0.1', path: '/c', agent, localAddress: '10.0.0.2' }), { body: '/c ::ffff:10.0.0.2' })
  t.match(await fetched('http://inside.localhost/d', { agent: red.agent() }), { body: '/d ::1' })
  t.match(await reason(fetched('http://10.0.0.1:81/', { agent })), { code: 'ECONNREFUSED', address: '10.0.0.1', port: 81 })
  const name = await red.listen({ path: '\0web', server: createServer((_, response) => response.end('abstract')) })
  t.match(await fetched({ socketPath: '\0web', agent: red.agent() }), { body: 'abstract' })
  await Promise.all([server, name].map(closed))
  await blue.close()
  t.throws(() => blue.agent(), { code: 'ERR_NETNS_CLOSED' })
  t.match(await reason(fetched('http://10.0.0.1/', { agent })), { code: 'ERR_NETNS_CLOSED' })
})

await t.test('keep-alive', async (t) => {
  const { red, blue } = await pair(t)
  const server = await red.listen({ port: 80, server: who })
  const agent: Agent = blue.agent({ keepAlive: true })
  const first = await fetched('http://10.0.0.1/', { agent })
  for (let n = 0; n < 10; n++) t.equal((await fetched('http://10.0.0.1/', { agent })).body, first.body, 'the same connection')
  agent.destroy()
  await closed(server)
})

await t.test('given up', async (t) => {
  const { red, blue } = await pair(t)
  const server = await red.listen({ port: 80, server: createServer(() => undefined) })
  const agent = blue.agent()
  const before = descriptors()
  t.match(await reason(fetched('http://10.0.0.1/', { agent, signal: AbortSignal.timeout(50) })), { name: /^(Abort|Timeout)Error$/ })
  for (let turn = 0; turn < 5; turn++) {
    const controller = new AbortController()
    const asked = request('http://10.0.0.1/', { agent, signal: controller.signal }).end()
    const failed = once(asked, 'error')
    for (let n = 0; n < turn; n++) await new Promise(setImmediate)
    controller.abort()
    t.match((await failed)[0], { name: 'AbortError' })
  }
  agent.destroy()
  server.closeAllConnections()
  t.ok(await eventually(() => descriptors() <= before), `${descriptors()} descriptors, ${before} before`)
  await closed(server)
})

await t.test('https, and TLS by itself', async (t) => {
  const { red, blue } = await pair(t)
  const server = await red.listen({ port: 443, server: createSecureServer({ key, cert }, (_, response) => response.end('secret')) })
  const agent = blue.httpsAgent({ ca: cert, keepAlive: true })
  const first = await fetched('https://10.0.0.1/', { agent }, secureGet as typeof get)
  t.match(first, { status: 200, body: 'secret', socket: { encrypted: true, authorized: true } })
  t.match(await fetched('https://inside.localhost/', { agent: red.httpsAgent({ ca: cert }) }, secureGet as typeof get), { body: 'secret' })
  t.match(await reason(fetched('https://10.0.0.1/', { agent: blue.httpsAgent() }, secureGet as typeof get)), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
  agent.destroy()
  const echo = await red.listen({ port: 444, server: createTlsServer({ key, cert }, (socket) => socket.pipe(socket)) })
  const socket = connectTls({ socket: await blue.connect({ host: '10.0.0.1', port: 444 }), ca: cert, servername: 'inside.localhost' })
  await once(socket, 'secureConnect')
  socket.end('hello')
  t.equal(await text(socket), 'hello')
  await Promise.all([server, echo].map(closed))
})

await t.test('a WebSocket', async (t) => {
  const { red, blue } = await pair(t)
  const accept = (nonce = ''): string => createHash('sha1').update(`${nonce}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
  const server = createServer().on('upgrade', (asked, socket) => {
    socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept(asked.headers['sec-websocket-key'])}\r\n\r\n`)
    socket.once('data', (frame: Buffer) => {
      const mask = frame.subarray(2, 6)
      const word = frame.subarray(6).map((byte, n) => byte ^ (mask[n % 4] ?? 0))
      socket.end(Buffer.concat([Buffer.from([0x81, word.length]), word]))
    })
  })
  await red.listen({ port: 80, server })
  const nonce = randomBytes(16).toString('base64')
  const headers = { Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13', 'Sec-WebSocket-Key': nonce }
  const [response, socket] = await once(get('http://10.0.0.1/', { agent: blue.agent(), headers }), 'upgrade') as [IncomingMessage, Socket]
  t.match(response, { statusCode: 101, headers: { 'sec-websocket-accept': accept(nonce) } })
  socket.write(Buffer.concat([Buffer.from([0x81, 0x80 | 5, 0, 0, 0, 0]), Buffer.from('hello')]))
  t.equal(String((await once(socket, 'data') as [Buffer])[0].subarray(2)), 'hello')
  socket.destroy()
  await closed(server)
})

type Fetch = (url: string, init: object) => Promise<{ status: number, text(): Promise<string> }>

// Node's own fetch takes the dispatchers of another undici as long as their majors are near: 6 for Node 20 to 24.
const fetches: [name: string, fetch: Fetch][] = [['undici\'s fetch', undiciFetch as unknown as Fetch]]
if (parseInt(process.versions.undici ?? '', 10) < 8) fetches.push(['Node\'s fetch', globalThis.fetch as unknown as Fetch])

for (const [name, fetch] of fetches) {
  await t.test(name, async (t) => {
    const { red, blue } = await pair(t)
    const [server, secure] = [createServer((asked, response) => response.end(`${asked.url} ${asked.socket.remotePort}`)), createSecureServer({ key, cert }, (_, response) => response.end('secret'))]
    await Promise.all([red.listen({ port: 80, server }), red.listen({ port: 443, server: secure })])
    const dispatcherOf = (netns: Netns, options = {}): UndiciAgent => new UndiciAgent({ connect: netns.connector(options) })
    const dispatcher = dispatcherOf(blue, { tls: { ca: cert } })
    const say = async (url: string, more = {}): Promise<string> => {
      const body = await (await fetch(url, { dispatcher, ...more })).text()
      await new Promise(setImmediate)  // undici gives the connection back
      return body
    }
    const first = await say('http://10.0.0.1/a')
    t.match(first, /^\/a \d+$/)
    t.equal(await say('http://10.0.0.1/a'), first, 'the same connection')
    t.match(await say('http://[fd00::1]/b'), /^\/b /)
    t.equal(await say('https://10.0.0.1/'), 'secret')
    const inside = dispatcherOf(red, { tls: { ca: cert } })
    t.equal(await say('https://inside.localhost/', { dispatcher: inside }), 'secret')
    t.match(await reason(say('http://10.0.0.1:81/')), { name: 'TypeError', message: 'fetch failed', cause: { code: 'ECONNREFUSED' } })
    const trusting = dispatcherOf(blue)
    t.match(await reason(say('https://10.0.0.1/', { dispatcher: trusting })), { cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' } })
    t.match(await reason(say('http://10.0.0.1/', { signal: AbortSignal.abort() })), { name: 'AbortError' })
    await (await blue.links.get('eth0')).neighbors.replace('10.0.0.9', { address: '02:00:00:00:00:09' })
    const hasty = dispatcherOf(blue, { timeout: 50 })
    t.match(await reason(say('http://10.0.0.9/', { dispatcher: hasty })), { cause: { code: 'ETIMEDOUT' } })
    await Promise.all([dispatcher, inside, trusting, hasty].map(async (one) => one.close()))
    await Promise.all([server, secure].map(closed))
  })
}

await t.test('refused', async (t) => {
  const { netns } = await place(t)
  for (const options of [null, 5, { timout: 1 }, { timeout: 0 }, { timeout: '1' }, { tls: 5 }]) t.throws(() => netns.connector(options as never), { code: /^ERR_/ })
  await netns.close()
  for (const make of ['agent', 'httpsAgent', 'connector'] as const) t.throws(() => netns[make](), { code: 'ERR_NETNS_CLOSED' })
})

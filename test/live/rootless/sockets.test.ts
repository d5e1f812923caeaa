// Servers, clients, echo requests and waiting in namespaces that one user namespace owns, as the caller has it: an ordinary user
// with nothing around the process, and root.
import '../../plain.ts'
import { once } from 'node:events'
import { readlinkSync } from 'node:fs'
import { createServer, get } from 'node:http'
import { text } from 'node:stream/consumers'
import t, { type Test } from 'tap'
import { Netns, Veth } from '../../../lib/index.ts'
import { reason } from '../observe.ts'

const signal = (): AbortSignal => AbortSignal.timeout(20_000)

/** Two namespaces and a cable: 10.0.0.1 and fd00::1 here, 10.0.0.2 and fd00::2 there. */
async function cable(t: Test): Promise<{ near: Netns, far: Netns, eth0: Veth }> {
  const near = await Netns.create(undefined, { userns: true })
  const far = await Netns.create(undefined, { userns: near })
  t.teardown(() => Promise.all([near.close(), far.close()]))
  const addresses = (n: number) => [`10.0.0.${n}/24`, { address: `fd00::${n}/64`, nodad: true }]
  const eth0 = await Veth.create({ netns: near, name: 'eth0', up: true, addresses: addresses(1), peer: { netns: far, name: 'eth0', up: true, addresses: addresses(2) } })
  await Promise.all([eth0.waitFor('running', { signal: signal() }), eth0.peer.waitFor('running', { signal: signal() })])
  return { near, far, eth0 }
}

for (const [family, server, client] of [['IPv4', '10.0.0.2', '10.0.0.1'], ['IPv6', 'fd00::2', 'fd00::1']] as const) {
  await t.test(`listen and connect, ${family}`, async (t) => {
    const { near, far } = await cable(t)
    const own = readlinkSync('/proc/thread-self/ns/net')
    const listening = await far.listen({ host: server, port: 0 })
    listening.on('connection', (socket) => { socket.end(`${socket.remoteAddress} to ${socket.localAddress}\n`) })
    const address = listening.address()
    if (address === null || typeof address === 'string') throw new Error('it has no port')
    const socket = await near.connect({ host: server, port: address.port })
    t.equal(await text(socket), `${client} to ${server}\n`)
    listening.close()
    await once(listening, 'close')
    t.match(await reason(near.connect({ host: server, port: address.port })), { code: 'ECONNREFUSED', address: server, port: address.port })
    t.match(await reason(near.connect({ host: '10.9.9.9', port: 1 })), { code: 'ENETUNREACH' }, 'no way out')
    t.equal(readlinkSync('/proc/thread-self/ns/net'), own, 'nobody has moved')
  })
}

await t.test('datagrams', async (t) => {
  const { near, far } = await cable(t)
  const there = await far.udp({ type: 'udp4', port: 53 })
  const here = await near.udp({ type: 'udp4' })
  there.on('message', (data, { port, address }) => { there.send(`${data} from ${address}`, port, address) })
  const answer = once(here, 'message', { signal: signal() })
  here.send('hello', 53, '10.0.0.2')
  const [data] = await answer as [Buffer]
  t.equal(data.toString(), 'hello from 10.0.0.1')
  for (const socket of [here, there]) socket.close()
})

await t.test('http', async (t) => {
  const { near, far } = await cable(t)
  const http = createServer((request, response) => { response.end(`${request.url} for ${request.socket.remoteAddress}`) })
  await far.listen({ host: '10.0.0.2', port: 80, server: http })   // below 1024: root inside may
  const agent = near.agent()
  const [response] = await once(get('http://10.0.0.2/path', { agent, signal: signal() }), 'response')
  t.equal(await text(response), '/path for 10.0.0.1')
  agent.destroy()
  http.close()
  http.closeAllConnections()
  await once(http, 'close')
})

await t.test('ping', async (t) => {
  const { near, far } = await cable(t)
  for (const address of ['10.0.0.2', 'fd00::2']) t.match(await near.ping(address, { count: 2, interval: 1 }), { sent: 2, received: 2, loss: 0, errors: [] })
  t.match(await far.ping('10.0.0.1'), { received: 1 }, 'and back')
  t.match(await near.ping('10.9.9.9'), { sent: 0, errors: [{ code: 'ENETUNREACH' }] })
})

await t.test('waiting', async (t) => {
  const { near, far, eth0 } = await cable(t)
  const added = eth0.addresses.add('fd00::11/64')
  const permanent = await added.then(() => eth0.addresses.waitFor('permanent', { signal: signal() }))
  t.ok(permanent.some(({ address }) => address === 'fd00::11/64'), 'its duplicates have been looked for')
  const down = eth0.waitFor('down', { signal: signal() })
  await eth0.set({ up: false })
  t.match(await down, { name: 'eth0', up: false })
  const gone = eth0.waitFor('gone', { signal: signal() })
  await t.resolves(far.gone({ signal: signal() }), 'a namespace')
  await t.resolves(gone, 'and the link whose other end was in it')
  t.same((await near.links.list()).map(({ name }) => name), ['lo'])
})

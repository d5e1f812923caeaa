// Names looked up inside: hosts and resolv.conf of /etc/netns/NAME, DNS over UDP and TCP from the namespace alone, against
// a server made of dns-packet. /etc is a tmpfs here, in the sandbox's own mount namespace.
import '../../sandbox.ts'
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import packet, { type Answer, type Packet } from 'dns-packet'
import t, { type Test } from 'tap'
import { Netns, type LookupOptions } from '../../../lib/index.ts'
import { descriptors, eventually, reason } from '../place.ts'
import { closed, pair, talk, type Pair } from './pair.ts'

t.before(() => { execFileSync('mount', ['-t', 'tmpfs', 'none', '/etc']) })
t.teardown(() => { execFileSync('umount', ['/etc']) })

function configure(netns: Netns, files: Record<string, string>): void {
  mkdirSync(`/etc/netns/${netns.name}`, { recursive: true })
  for (const [file, content] of Object.entries(files)) writeFileSync(`/etc/netns/${netns.name}/${file}`, content)
}

interface Server { asked: string[], answer(name: string, type: string): Packet | Buffer | undefined }

/** A name server in red, on UDP and TCP. */
async function serve(t: Test, { red }: Pair, server: Server): Promise<void> {
  const reply = (message: Buffer, way: string): Buffer | undefined => {
    const { id, questions = [] } = packet.decode(message)
    const [question] = questions
    if (!question) return undefined
    server.asked.push(`${way} ${question.type} ${question.name}`)
    const answer = server.answer(question.name, `${way} ${question.type}`)
    return Buffer.isBuffer(answer) || !answer ? answer : packet.encode({ type: 'response', questions, ...answer, id: answer.id ?? id })
  }
  const udp = (await red.udp({ port: 53 })).on('message', (message, { address, port }) => {
    const answer = reply(message, 'udp')
    if (answer) udp.send(answer, port, address)
  })
  const tcp = (await red.listen({ host: '10.0.0.1', port: 53 })).on('connection', (socket) => socket.on('error', () => undefined).on('data', (bytes: Buffer) => {
    const answer = reply(bytes.subarray(2), 'tcp')
    if (!answer) return void socket.end()
    const length = Buffer.alloc(2)
    length.writeUInt16BE(answer.length)
    // In pieces, as TCP may deliver it.
    socket.write(length)
    setImmediate(() => socket.end(answer))
  }))
  t.teardown(async () => Promise.all([udp, tcp].map(closed)))
}

const zone: Record<string, Answer[]> = {
  'udp A web.example': [{ type: 'A', name: 'web.example', data: '10.0.0.1' }, { type: 'A', name: 'WEB.example', data: '10.0.0.9' }],
  'udp AAAA web.example': [{ type: 'AAAA', name: 'web.example', data: 'fd00::1' }],
  'udp A alias.example': [
    { type: 'CNAME', name: 'second.example', data: 'web.example' }, { type: 'CNAME', name: 'alias.example', data: 'second.example' }, { type: 'A', name: 'web.example', data: '10.0.0.1' },
  ],
  'udp A circle.example': [{ type: 'CNAME', name: 'circle.example', data: 'other.example' }, { type: 'CNAME', name: 'other.example', data: 'circle.example' }],
  'udp A forged.example': [{ type: 'A', name: 'elsewhere.example', data: '10.6.6.6' }],
  'tcp A large.example': Array.from({ length: 100 }, (_, n) => ({ type: 'A' as const, name: 'large.example', data: `10.1.0.${n}` })),
}

const known: Server = {
  asked: [],
  answer(name, question) {
    if (name === 'broken.example') return { flags: 2 }  // SERVFAIL
    if (name === 'silent.example') return undefined
    if (name === 'large.example' && question === 'udp A') return { flags: packet.TRUNCATED_RESPONSE }
    const answers = zone[`${question} ${name}`]
    return answers ? { answers } : name in { 'web.example': 1, 'alias.example': 1, 'large.example': 1 } ? { answers: [] } : { flags: 3 }
  },
}

await t.test('hosts', async (t) => {
  const { red, blue } = await pair(t)
  writeFileSync('/etc/hosts', '127.0.0.1 localhost\n10.0.0.7 outer  # a remark\n')
  configure(red, { hosts: '10.0.0.2 Peer peer.example # x\nfd00::2 peer\nnonsense peer\n\n10.0.0.256 peer\n' })
  t.same(await red.lookup('peer', { all: true }), [{ address: 'fd00::2', family: 6 }, { address: '10.0.0.2', family: 4 }])
  t.same(await red.lookup('PEER.example'), { address: '10.0.0.2', family: 4 })
  t.same(await red.lookup('peer', { family: 4 }), { address: '10.0.0.2', family: 4 })
  t.same(await red.lookup('peer', { family: 'IPv6' }), { address: 'fd00::2', family: 6 })
  t.same(await red.lookup('peer', { order: 'ipv4first' }), { address: '10.0.0.2', family: 4 })
  t.same(await red.lookup('peer', { verbatim: false }), { address: '10.0.0.2', family: 4 })
  t.same(await blue.lookup('outer'), { address: '10.0.0.7', family: 4 }, 'without files of its own, those of /etc')
  t.same(await blue.lookup('any.localhost', { all: true }), [{ address: '::1', family: 6 }, { address: '127.0.0.1', family: 4 }])
  await red.addresses.flush({ family: 'inet6' })
  t.same((await red.lookup('peer', { all: true })).map(({ family }) => family), [4, 6], 'what there is no way to comes last')
  for (const text of ['10.0.0.1', 'fe80::1%eth0']) t.same(await red.lookup(text), { address: text, family: text.includes(':') ? 6 : 4 })
})

await t.test('DNS from inside', async (t) => {
  const both = await pair(t)
  const { blue } = both
  await serve(t, both, known)
  configure(blue, { 'resolv.conf': 'nameserver 10.0.0.1\n' })
  writeFileSync('/etc/resolv.conf', 'nameserver 127.0.0.1\n')
  t.same(await blue.lookup('web.example', { all: true }), [{ address: 'fd00::1', family: 6 }, { address: '10.0.0.1', family: 4 }, { address: '10.0.0.9', family: 4 }])
  t.same(await blue.lookup('Alias.Example.', { family: 4 }), { address: '10.0.0.1', family: 4 }, 'by way of aliases')
  t.equal((await blue.lookup('large.example', { family: 4, all: true })).length, 100, 'over TCP what was truncated')
  const error = await reason(blue.lookup('nobody.example'))
  t.match(error, { message: 'getaddrinfo ENOTFOUND nobody.example', code: 'ENOTFOUND', errno: -3008, syscall: 'getaddrinfo', hostname: 'nobody.example' })
  t.match(error.stack, /lookup\.test\.ts/)
  for (const name of ['circle.example', 'forged.example', 'alias.example.web.example', `${'x'.repeat(64)}.example`]) t.match(await reason(blue.lookup(name, { family: 4 })), { code: 'ENOTFOUND' }, name)
  t.match(await reason(blue.lookup('broken.example')), { code: 'EAI_AGAIN', errno: -3001 })
  configure(blue, { 'resolv.conf': 'nameserver 10.0.0.1\noptions timeout:1 attempts:1\n' })
  t.match(await reason(blue.lookup('silent.example')), { code: 'EAI_AGAIN' })
  t.match(await both.red.lookup('web.example', { family: 4 }), { address: '10.0.0.1' }, 'in the other one this server is at 127.0.0.1')
})

await t.test('connect, udp and callbacks use it', async (t) => {
  const both = await pair(t)
  await serve(t, both, known)
  configure(both.blue, { 'resolv.conf': 'nameserver 10.0.0.1\n' })
  const server = (await both.red.listen({ port: 80 })).on('connection', (socket) => socket.end(String(socket.remoteAddress)))
  // On a busy machine IPv4's turn comes before IPv6 has answered.
  t.match(await talk(await both.blue.connect({ host: 'web.example', port: 80 })), /^(fd00::2|::ffff:10\.0\.0\.2)$/)
  t.equal(await talk(await both.blue.connect({ host: 'web.example', port: 80, family: 6 })), 'fd00::2')
  t.equal(await talk(await both.blue.connect({ host: 'web.example', port: 80, family: 4 })), '::ffff:10.0.0.2')
  await (await both.red.links.get('eth0')).addresses.add('10.0.0.9/24')
  const refused = await reason(both.blue.connect({ host: 'web.example', port: 81, timeout: 5000 }))
  t.match(refused, { name: 'AggregateError', code: 'ECONNREFUSED' })
  t.match(await reason(both.blue.connect({ host: 'nobody.example', port: 80 })), { code: 'ENOTFOUND' })
  await closed(server)
  const called = (options: LookupOptions) => new Promise((resolve) => both.blue.lookup('web.example', options, (...result) => resolve(result)))
  t.same(await called({ family: 4 }), [null, '10.0.0.1', 4])
  t.match(await called({ all: true }), [null, [{ family: 6 }, { family: 4 }, { family: 4 }]])
  t.match(await new Promise((resolve) => both.blue.lookup('nobody.example', {}, resolve)), { code: 'ENOTFOUND' })
})

await t.test('search, several servers, answers that are none', async (t) => {
  const both = await pair(t)
  const asked: string[] = []
  const wrong = (name: string): Packet => ({ questions: [{ type: 'A', name }], answers: [{ type: 'A', name, data: '10.6.6.6' }] })
  const replies: Record<string, () => Packet | Buffer> = {
    'liar.example': () => wrong('other.example'), 'number.example': () => ({ ...wrong('number.example'), id: 70000 & 0xffff }), 'short.example': () => Buffer.from([1, 2, 3]),
    'host.one.example': () => ({ answers: [{ type: 'A', name: 'host.one.example', data: '10.0.0.5' }] }),
  }
  await serve(t, both, { asked, answer: (name) => replies[name]?.() ?? { flags: 3 } })
  // The first server is nowhere: the second is asked at once.
  configure(both.blue, { 'resolv.conf': '; a remark\nnameserver 192.0.2.1\nnameserver 10.0.0.1 # here\nsearch two.example one.example.\noptions ndots:2\n' })
  t.same(await both.blue.lookup('host', { family: 4 }), { address: '10.0.0.5', family: 4 })
  t.same(asked, ['udp A host.two.example', 'udp A host.one.example'])
  const once = 'options ndots:2 timeout:1 attempts:1\n'
  configure(both.blue, { 'resolv.conf': `nameserver 10.0.0.1\nsearch two.example one.example\n${once}` })
  for (const name of ['liar.example.', 'number.example.', 'short.example.']) t.match(await reason(both.blue.lookup(name, { family: 4 })), { code: 'EAI_AGAIN' }, name)
  configure(both.blue, { 'resolv.conf': 'nameserver 10.0.0.1\nsearch two.example one.example\noptions ndots:2\n' })
  asked.length = 0
  t.match(await reason(both.blue.lookup('a.b.c', { family: 4 })), { code: 'ENOTFOUND' })
  t.same(asked, ['udp A a.b.c', 'udp A a.b.c.two.example', 'udp A a.b.c.one.example'])
  configure(both.blue, { 'resolv.conf': 'nameserver 10.0.0.1\nsearch one.example\noptions use-vc\n' })
  asked.length = 0
  await both.blue.lookup('host', { family: 4 })
  t.same(asked, ['tcp A host.one.example'])
})

await t.test('given up, refused, closed', async (t) => {
  const both = await pair(t)
  const { blue } = both
  await serve(t, both, { asked: [], answer: () => undefined })
  configure(blue, { 'resolv.conf': 'nameserver 10.0.0.1\n' })
  const before = descriptors()
  t.match(await reason(blue.lookup('silent.example', { signal: AbortSignal.timeout(30) })), { name: 'TimeoutError' })
  t.match(await reason(blue.connect({ host: 'silent.example', port: 80, timeout: 30 })), { code: 'ETIMEDOUT', address: 'silent.example' })
  t.match(await reason(blue.lookup('silent.example', { signal: AbortSignal.abort() })), { name: 'AbortError' })
  t.ok(await eventually(() => descriptors() <= before), `${descriptors()} descriptors, ${before} before`)
  const wrong: [unknown, unknown?][] = [[5], [''], ['a b'], ['0x7f.1'], ['x', null], ['x', { fam: 4 }], ['x', { family: 5 }], ['x', { all: 1 }], ['x', { order: 'x' }], ['x', { signal: 1 }], ['x', { hints: 'x' }]]
  for (const [name, options = {}] of wrong) t.match(await reason(blue.lookup(name as never, options as never) as Promise<unknown>), { name: /^(Type|Range)Error$/, code: /^ERR_/ }, JSON.stringify([name, options]))
  await blue.close()
  t.match(await reason(blue.lookup('web.example')), { code: 'ERR_NETNS_CLOSED' })
})

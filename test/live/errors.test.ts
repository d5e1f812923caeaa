// What errors carry: fields, the kernel's words, the attribute it disliked, escaped names, and the caller's stack from every method.
import '../sandbox.ts'
import { execFileSync } from 'node:child_process'
import t from 'tap'
import { Bridge, NetlinkError, Netns, NetnsError, Veth } from '../../lib/index.ts'
import { everything, library, nodeWords, place, reason, run } from './place.ts'

await t.test('NetlinkError', async (t) => {
  const { netns } = await place(t)
  await Bridge.create({ netns, name: 'br0' })
  const error = await reason(Bridge.create({ netns, name: 'br0' }))
  t.ok(error instanceof NetlinkError && error instanceof Error)
  t.same(Object.keys(error).sort(), ['code', 'errno', 'request', 'syscall', 'target'], 'what is not known is not there')
  t.match(error, { code: 'EEXIST', errno: -17, syscall: 'netlink', request: 'RTM_NEWLINK', target: 'br0', message: 'EEXIST: file already exists, RTM_NEWLINK br0' })
  for (const type of [NetlinkError, NetnsError]) {
    t.equal(Object.getOwnPropertyDescriptor(type.prototype, 'name')?.enumerable, false)
    t.equal(type.prototype.name, type.name)
  }
  t.notOk(Object.hasOwn(error, 'name'))
  t.match(error.stack, /^NetlinkError: EEXIST: /)
})

await t.test('the kernel\'s words and the attribute', async (t) => {
  const { netns } = await place(t)
  const bridge = await Bridge.create({ netns, name: 'br0', addresses: ['10.0.0.1/24'], up: true })
  const veth = await Veth.create({ netns, name: 'one', master: bridge, peer: { name: 'two' } })
  const cases: [() => Promise<unknown>, object][] = [
    [async () => bridge.set({ mtu: 10 }), { code: 'EINVAL', extack: 'mtu less than device minimum', message: 'EINVAL: invalid argument, RTM_NEWLINK br0: mtu less than device minimum' }],
    [async () => netns.routes.add({ to: '10.9.0.0/16', via: '10.7.7.7' }), { code: 'ENETUNREACH', errno: -101, request: 'RTM_NEWROUTE', target: '10.9.0.0/16', extack: 'Nexthop has invalid gateway' }],
    [async () => netns.assignId(Netns.current(), 3).then(async () => netns.assignId(Netns.current(), 4)), { code: 'EEXIST', request: 'RTM_NEWNSID', attribute: 'fd', message: / \(fd\)$/ }],
    [async () => netns.routes.add({ to: '10.9.0.0/16', dev: 'br0', congctl: 'nosuch' }), { code: 'EINVAL', extack: /congestion/i }],
    [async () => netns.routes.add({ to: '10.9.0.0/16', dev: 9999 }), { code: 'ENODEV', request: 'RTM_NEWROUTE' }],
    [async () => bridge.set({ stpState: 7, groupAddr: '02:00:00:00:00:01' }), { code: 'EINVAL', request: 'RTM_NEWLINK' }],
    [async () => bridge.neighbors.add('10.0.0.5'), { code: 'EINVAL', request: 'RTM_NEWNEIGH', target: '10.0.0.5', extack: /link layer address/ }],
    [async () => bridge.addresses.delete('10.0.0.9/24'), { code: 'EADDRNOTAVAIL', request: 'RTM_DELADDR', target: '10.0.0.9/24' }],
    [async () => bridge.set({ master: veth }), { code: 'EOPNOTSUPP', errno: -95 }],
  ]
  for (const [call, expected] of cases) {
    const error = await reason(call())
    t.ok(error instanceof NetlinkError, String(call))
    t.match(error, expected, String(call))
    t.ok(error.message.startsWith(`${error.code}: `))
  }
})

await t.test('a value that the attribute\'s policy excludes', async (t) => {
  const { netns } = await place(t)
  const error = await reason(Bridge.create({ netns, name: 'br0', multiBoolopt: { optval: [], optmask: ['0x80000000'] } }))
  t.ok(error instanceof NetlinkError)
  t.match(error, { code: 'EINVAL', request: 'RTM_NEWLINK', target: 'br0' })
  t.same(await netns.links.list({ kind: 'bridge' }), [])
})

await t.test('names of others are escaped in messages, not in fields', async (t) => {
  const { netns, name } = await place(t)
  const foreign = '\x1b[31m'
  execFileSync('ip', ['-n', name, 'link', 'add', 'name', foreign, 'type', 'bridge'])
  const error = await reason((await netns.links.get(foreign)).set({ mtu: 10 }))
  t.equal((error as NetlinkError).target, foreign)
  t.match(error.message, 'RTM_NEWLINK \\u001b[31m: mtu')
  t.notMatch(error.stack?.split('\n')[0], /\u001b/)
  t.match((await reason(netns.links.get('\udcff\x07'))).message, 'RTM_GETLINK \\udcff\\u0007')
  const path = await reason(Netns.open({ path: '/no/\x1b[2J' }))
  t.match(path, { path: '/no/\x1b[2J', message: "ENOENT: no such file or directory, open '/no/\\u001b[2J'" })
})

await t.test('the stack leads to the caller', async (t) => {
  const { netns, name } = await place(t)
  const link = await Bridge.create({ netns, name: 'gone' })
  await Bridge.create({ netns, name: 'br0', addresses: ['10.0.0.1/24'] })
  await link.delete()
  const closed = await Netns.open(name)
  await closed.close()
  const route = { to: '10.9.0.0/16', via: '10.9.9.9' }
  const ours: readonly (() => Promise<unknown>)[] = [
    async () => await Netns.create(name), async () => await Netns.create('x', { sysctl: { 'net.nosuch': 1 } }), async () => await Netns.open('nobody'),
    async () => await Netns.delete('nobody'), async () => await Netns.current().delete(), async () => await netns.assignId(netns, 1).then(async () => await netns.assignId(netns, 2)),
    async () => await closed.id(netns), async () => await closed.links.list(), async () => await netns.links.get('nobody'), async () => await netns.links.list({ master: 'nobody' }),
    async () => await netns.links.delete(['nobody']), async () => await netns.links.delete([9999]), async () => { for await (const one of closed.links) t.fail(one.name) },
    async () => await Veth.create({ netns, name: 'br0' }), async () => await Veth.create({ netns, peer: { name: 'br0' } }), async () => await Veth.create({ netns, mtu: NaN }),
    async () => await Bridge.create({ netns, name: 'br0' }), async () => await Bridge.create({ netns, name: 'x', addresses: ['10.0.0.1/24', '10.0.0.1/24'] }),
    async () => await Bridge.create({ netns, master: 'nobody' }), async () => await Bridge.create({ mtuu: 1 } as object),
    async () => await link.get(), async () => await link.stats(), async () => await link.set({ mtu: 1400 }), async () => await link.set({ master: 'nobody' }), async () => await link.up(),
    async () => await link.down(), async () => await link.rename('x'), async () => await link.moveTo(Netns.current()), async () => await link.delete(),
    async () => await link.addPort(link), async () => await link.removePort('nobody'), async () => await closed.links.get('br0').then(async (bridge) => await (bridge as Bridge).ports()),
    async () => await link.addresses.add('10.0.0.2/24'), async () => await link.addresses.add('x'), async () => await link.addresses.replace('10.0.0.2/24'), async () => await link.addresses.delete('10.0.0.2/24'),
    async () => await link.addresses.list(), async () => await link.addresses.flush(), async () => await netns.addresses.list({ link: 'nobody' }), async () => await closed.addresses.flush({}),
    async () => await netns.routes.add(route), async () => await netns.routes.add({ ...route, dev: 'nobody' }), async () => await netns.routes.replace(route), async () => await netns.routes.delete(route),
    async () => await netns.routes.add({ to: 'x' }), async () => await netns.routes.list({ dev: 'nobody' }), async () => await netns.routes.get('10.9.0.1'), async () => await closed.routes.flush(),
    async () => await link.neighbors.add('10.0.0.2', { address: '02:00:00:00:00:01' }), async () => await link.neighbors.replace('10.0.0.2', { address: '02:00:00:00:00:01' }),
    async () => await link.neighbors.delete('10.0.0.2'), async () => await closed.neighbors.list(), async () => await netns.neighbors.list({ dev: 'nobody' }),
    async () => await netns.sysctl.get('net.nosuch'), async () => await netns.sysctl.set('net.ipv4.ip_forward', 'x'), async () => await netns.sysctl.get('x'),
    async () => await netns.exec('false'), async () => await netns.exec('/no/such'),
  ]
  const without: string[] = []
  for (const call of ours) {
    async function theFunctionThatCalled(): Promise<unknown> {
      return await call()
    }
    const stack = (await reason(theFunctionThatCalled())).stack ?? ''
    if (!stack.includes('theFunctionThatCalled') || !/errors\.test\.ts:\d+:\d+/.test(stack)) without.push(`${String(call)}\n${stack}`)
  }
  t.same(without, [])
})

await t.test('without privilege', async (t) => {
  const program = `import { Bridge, Netns, Veth, Link } from ${JSON.stringify(library)}
    const netns = Netns.current(), lo = new Link(netns, 1, 'lo', '')
    const calls = [() => Netns.create(), () => Netns.create('x'), () => Netns.delete('kept'), () => Bridge.create({ name: 'x' }), () => Veth.create({ name: 'x' }), () => lo.set({ mtu: 1400 }), () => lo.down(),
      () => lo.addresses.add('10.0.0.1/24'), () => netns.routes.add({ to: '10.0.0.0/8', type: 'blackhole' }), () => lo.neighbors.add('10.0.0.2', { address: '02:00:00:00:00:01' })]
    for (const call of calls) await call().then(() => console.log('done', String(call)), ({ code, message }) => console.log(code, message))
    console.log((await netns.links.list()).length, (await netns.routes.list()).length)`
  await using kept = await Netns.create('kept')
  const before = everything(String(kept.name))
  const [file, args] = nodeWords(program)
  // Still the same user, but one to whom exec gives no capability.
  const lines = run('setpriv', '--securebits', '+noroot', '--inh-caps=-all', '--bounding-set=-all', file, ...args).trim().split('\n')
  t.equal(lines.pop(), '1 0', 'reading needs none')
  t.equal(lines.length, 10)
  lines.forEach((line, index) => t.match(line, index < 3 ? /^(EPERM|EACCES) .*CAP_SYS_ADMIN is needed in .*user:\[/ : /^(EPERM|EACCES) .*CAP_NET_ADMIN/))
  t.same((await Netns.list()).map(({ name, stale }) => [name, stale]), [['kept', undefined]], 'nothing is made, nothing deleted')
  t.equal(everything('kept'), before)
})

// Options are read once, from the object itself: getters that change their answer, proxies, and a polluted prototype.
import '../../sandbox.ts'
import t from 'tap'
import { Bridge, Netns, Veth } from '../../../lib/index.ts'
import { everything, only, place } from '../place.ts'

/** An object that counts how often each of its properties is read. */
function counting<T extends object>(object: T, counts: Map<string, number>): T {
  return new Proxy(object, {
    get(target, key, receiver) {
      counts.set(String(key), (counts.get(String(key)) ?? 0) + 1)
      return Reflect.get(target, key, receiver) as unknown
    },
  })
}

await t.test('each property is read once', async (t) => {
  const { netns } = await place(t)
  const bridge = await Bridge.create({ netns, name: 'br0', addresses: ['10.0.0.1/24'], up: true })
  const [link, peer] = [{ name: 'one', mtu: 1400, address: '02:00:00:00:00:01', group: 1, alias: 'x', master: 'br0', ipv6: 'none', queues: 2, up: true, txQueueLength: 5 } as const, { name: 'two', up: false }]
  const [to, one, two] = [{ to: '10.1.0.0/16', via: '10.0.0.2', metric: 5, mtu: 1400, table: 100, proto: 'static' }, { via: '10.0.0.3', weight: 2 }, { via: '10.0.0.4' }]
  const cases: [string, (count: <T extends object>(object: T) => T) => Promise<unknown>][] = [
    ['Netns.create', async (count) => Netns.create('counted', count({ loopback: true, sysctl: count({ 'net.ipv4.ip_forward': 1 }) })).then(async (made) => made.delete())],
    ['Netns.open', async (count) => Netns.open(count({ pid: process.pid }))],
    ['Netns.delete', async (count) => Netns.delete('nobody', count({ ifExists: true }))],
    ['Veth.create', async (count) => Veth.create(count({ netns, ...link, addresses: [count({ address: '10.0.2.1/24', label: 'one:x', metric: 3, nodad: true })], peer: count(peer) }))],
    ['set', async (count) => bridge.set(count({ mtu: 1300, group: 3, alias: 'y', forwardDelay: 300, up: true }))],
    ['moveTo', async (count) => (await netns.links.get('two')).moveTo(netns, count({ name: 'zwei' }))],
    ['links.list', async (count) => netns.links.list(count({ kind: 'veth', up: true, master: bridge, stats: true }))],
    ['addresses.add', async (count) => bridge.addresses.add('10.0.3.1/24', count({ scope: 'link', label: 'br0:x', broadcast: '10.0.3.255', validLifetime: 500, preferredLifetime: 400 }))],
    ['addresses.replace', async (count) => bridge.addresses.replace(count({ address: '10.0.3.1/24', validLifetime: 600 }))],
    ['addresses.delete', async (count) => bridge.addresses.delete(count({ address: '10.0.3.1/24' }))],
    ['addresses.list', async (count) => netns.addresses.list(count({ family: 'inet' as const, scope: 'global', link: 'br0' }))],
    ['link.addresses.flush', async (count) => bridge.addresses.flush(count({ family: 'inet6' as const, scope: 'site' }))],
    ['routes.add', async (count) => netns.routes.add(count(to))],
    ['routes.replace', async (count) => netns.routes.replace(count({ to: '10.2.0.0/16', nexthops: [count(one), count(two)] }))],
    ['routes.list', async (count) => netns.routes.list(count({ family: 'inet' as const, table: 100, dev: 'br0', proto: 'static', type: 'unicast' }))],
    ['routes.get', async (count) => netns.routes.get('10.0.0.9', count({ from: '10.0.0.1', oif: 'br0', mark: 0 }))],
    ['routes.delete', async (count) => netns.routes.delete(count(to))],
    ['routes.flush', async (count) => netns.routes.flush(count({ table: 100, family: 'inet' as const }))],
    ['neighbors.add', async (count) => bridge.neighbors.add('10.0.0.7', count({ address: '02:00:00:00:00:07', state: 'stale' as const, flags: [] }))],
    ['neighbors.replace', async (count) => bridge.neighbors.replace(count({ dst: '10.0.0.7', address: '02:00:00:00:00:08' }))],
    ['neighbors.list', async (count) => netns.neighbors.list(count({ dev: 'br0', family: 'inet' as const, state: 'permanent' as const }))],
    ['link.neighbors.flush', async (count) => bridge.neighbors.flush(count({ state: 'permanent' as const, family: 'inet' as const }))],
    ['neighbors.delete', async (count) => bridge.neighbors.add('10.0.0.8', { address: '02:00:00:00:00:08' }).then(async () => bridge.neighbors.delete(count({ dst: '10.0.0.8' })))],
  ]
  for (const [name, call] of cases) {
    const counted: Map<string, number>[] = []
    await call((object) => {
      const counts = new Map<string, number>()
      counted.push(counts)
      return counting(object, counts)
    }).catch((error: unknown) => t.fail(`${name}: ${String(error)}`))
    for (const counts of counted) {
      t.ok(counts.size > 0, name)
      t.same([...counts].filter(([, times]) => times !== 1), [], name)
    }
  }
})

await t.test('a getter that changes its answer', async (t) => {
  const { netns, show } = await place(t)
  let turn = 0
  const options = { netns, get name() { return turn++ === 0 ? 'first' : '../evil' }, get mtu() { return turn++ < 3 ? 1400 : NaN } }
  await Bridge.create(options)
  t.equal(only(show<{ ifname: string, mtu: number }>('link', 'show', 'type', 'bridge')).ifname, 'first')
  const names = ['red', '../../etc/x']
  t.match(await Netns.open({ get name() { return names.shift() ?? '' } }).catch((error: unknown) => error), { code: 'ENOENT', path: '/run/netns/red' })
})

await t.test('a polluted prototype adds nothing', async (t) => {
  const build = async (): Promise<string> => {
    const { netns, name } = await place(t)
    const bridge = await Bridge.create({ netns, name: 'br0', address: '02:00:00:00:00:0b', addresses: ['10.0.0.1/24', { address: '10.0.1.1/24' }] })
    const veth = await Veth.create({ netns, name: 'one', address: '02:00:00:00:00:01', ipv6: 'none', peer: { name: 'two', address: '02:00:00:00:00:02' } })
    await bridge.set({ ipv6: 'none', up: true })
    await veth.set({ alias: 'x' })
    await bridge.addresses.add('10.0.2.1/24')
    await bridge.addresses.replace({ address: '10.0.3.1/24' })
    await netns.routes.add({ to: '10.9.0.0/16', via: '10.0.0.2' })
    await netns.routes.replace({ to: '10.8.0.0/16', nexthops: [{ via: '10.0.0.3' }, { via: '10.0.0.4' }] })
    await netns.routes.append({ to: '10.8.0.0/16', via: '10.0.0.7', mtu: 1400 })
    await netns.nexthops.add({ id: 5, dev: 'lo' })
    await netns.nexthops.add({ id: 6, group: [{ id: 5 }] })
    await netns.rules.add({ priority: 5, ipproto: 'udp' })
    await netns.addressLabels.add({ prefix: 'fd77::/16', label: 7 })
    await bridge.neighbors.add('10.0.0.5', { address: '02:00:00:00:00:05' })
    await bridge.neighbors.replace({ dst: '10.0.0.6', address: '02:00:00:00:00:06' })
    // The carrier of a bridge without ports goes some time after it comes up.
    return everything(name).replaceAll('NO-CARRIER,', '').replaceAll(' linkdown', '')
  }
  const clean = await build()
  const values: { [key: string]: unknown } = {
    mtu: 1300, netns: 5, name: 'evil', group: 9, master: 1, up: true, alias: 'evil', address: '02:00:00:00:00:66', addresses: ['10.6.6.6/24'], queues: 3, txQueueLength: 3, ipv6: 'random',
    forwardDelay: 400, metric: 66, scope: 'host', peer: '10.6.6.7/24', broadcast: '10.6.6.255', nodad: true, flags: ['noprefixroute'], validLifetime: 66, family: 'inet6',
    table: 66, type: 'blackhole', proto: 'static', via: '10.0.0.66', dev: 'lo', onlink: true, src: '10.0.1.1', tos: 4, weight: 7, state: 'stale', dst: '10.6.6.6',
    kind: 'veth', link: 1, loopback: false, sysctl: { 'net.ipv4.ip_forward': 1 }, from: '10.0.0.1', mark: 6, oif: 'lo', iif: 'lo', change: ['UP'], linkinfo: { kind: 'veth' },
    not: true, fwmark: 6, fwmask: 6, goto: 66, uidrange: 6, sport: 6, realms: { to: 6 }, l3mdev: true, lock: ['mtu'], rtt: 6, features: ['ecn'], id: 66, blackhole: true, fdb: true, buckets: 6,
    hwStats: true, nhid: 66, as: [66], label: 6, priority: 66, suppressPrefixlength: 6, ttlPropagate: false, pref: 'low', expires: 66, nexthops: [], opts: {}, hmac: 6,
  }
  for (const [key, value] of Object.entries(values)) Object.defineProperty(Object.prototype, key, { value, configurable: true, writable: true, enumerable: true })
  const polluted = await build().finally(() => { for (const key of Object.keys(values)) Reflect.deleteProperty(Object.prototype, key) })
  t.equal(polluted, clean)
})

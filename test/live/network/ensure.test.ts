// `ensure`: makes it so, says whether it had to, and touches nothing where it is so already.
import '../../sandbox.ts'
import t, { type Test } from 'tap'
import { Bridge, Veth, Vxlan, type Link, type Netns } from '../../../lib/index.ts'
import { skipUnlessKind } from '../../sandbox.ts'
import { only, place, reason, type Place } from '../place.ts'
import { twice } from '../twice.ts'

async function bed(t: Test): Promise<Place & { netns: Netns, bridge: Bridge, port: Link }> {
  const red = await place(t)
  const { netns } = red
  const bridge = await Bridge.create({ netns, name: 'br0', up: true, ipv6: 'none' })
  const port = await Veth.create({ netns, name: 'p0', master: bridge, up: true, ipv6: 'none', peer: { name: 'p1', up: true, ipv6: 'none' } })
  return { ...red, bridge, port }
}

await t.test('addresses', async (t) => {
  const { netns, bridge, show, ip } = await bed(t)
  const { addresses } = bridge
  await twice(t, netns, async () => addresses.ensure('10.0.0.1/24'), 'an address')
  await twice(t, netns, async () => addresses.ensure('10.0.0.1/24', { metric: 7 }), 'its metric')
  t.match(only(show<{ addr_info: { metric: number }[] }>('-4', 'addr', 'show', 'dev', 'br0')).addr_info, [{ metric: 7 }])
  t.equal(await addresses.ensure('10.0.0.1/24'), false, 'what is not named does not matter')
  await twice(t, netns, async () => addresses.ensure('fd00::1/64', { nodad: true }), 'IPv6')
  await twice(t, netns, async () => addresses.ensure('fd00::1/64', { noprefixroute: true }), 'a flag')
  await twice(t, netns, async () => addresses.ensure('10.1.0.1/32', { peer: '10.1.0.2/32' }), 'a peer')
  await twice(t, netns, async () => addresses.ensure({ address: '10.2.0.1/24', label: 'br0:x', broadcast: '10.2.0.255' }), 'label and broadcast')
  t.match(await reason(addresses.ensure('10.2.0.1/24', { label: 'br0:y' })), { code: 'ERR_CANNOT_CHANGE', message: /10.2.0.1\/24 is there with another label/ })
  ip('addr', 'add', '10.3.0.1/24', 'dev', 'br0')
  t.equal(await addresses.ensure('10.3.0.1/24'), false, 'made by another')
  t.equal(await addresses.ensure('10.3.0.1/25'), true, 'another prefix is another address')
  t.equal(await addresses.ensure('10.4.0.1/24', { validLifetime: 100 }), true)
  t.equal(await addresses.ensure('10.4.0.1/24', { validLifetime: 100 }), true, 'a lifetime begins anew')
  for (const info of await addresses.list()) if (info.validLifetime === undefined) t.equal(await addresses.ensure(info), false, `${info.address} as list shows it`)
})

await t.test('neighbours', async (t) => {
  const { netns, bridge } = await bed(t)
  const { neighbors } = bridge
  const address = '02:00:00:00:00:07'
  await bridge.addresses.add('10.0.0.1/24')
  await twice(t, netns, async () => neighbors.ensure('10.0.0.2', { address }), 'an entry')
  await twice(t, netns, async () => neighbors.ensure('10.0.0.2', { address: '02:00:00:00:00:08' }), 'its address')
  await twice(t, netns, async () => neighbors.ensure('10.0.0.2', { state: 'stale' }), 'its state')
  t.equal(await neighbors.ensure('10.0.0.2', { state: 'reachable' }), false, 'states that follow each other')
  await twice(t, netns, async () => neighbors.ensure('10.0.0.2', { state: 'reachable', router: true, externLearn: true, protocol: 'static' }), 'flags')
  await twice(t, netns, async () => neighbors.ensure('10.0.0.9', { proxy: true }), 'a proxy')
  await twice(t, netns, async () => neighbors.ensure('10.0.0.3', { address, managed: true }), 'a managed one')
  t.match(await neighbors.get('10.0.0.2'), { address: '02:00:00:00:00:08', flags: ['extern_learn', 'router'] })
})

await t.test('forwarding databases', async (t) => {
  const { netns, bridge, port } = await bed(t)
  const mac = '02:00:00:00:00:01'
  await twice(t, netns, async () => port.fdb.ensure(mac, { master: true, state: 'static' }), 'an entry of a bridge')
  await twice(t, netns, async () => port.fdb.ensure(mac, { master: true, state: 'dynamic' }), 'its state')
  await twice(t, netns, async () => port.fdb.ensure(mac, { master: true, state: 'static', sticky: true }), 'a flag')
  await bridge.fdb.delete(mac).catch(() => undefined)
  const other = await Veth.create({ netns, name: 'q0', master: bridge, up: true, peer: { name: 'q1' } })
  await twice(t, netns, async () => other.fdb.ensure('02:00:00:00:00:02', { master: true, state: 'static' }), 'at another port')
  await twice(t, netns, async () => port.fdb.ensure('02:00:00:00:00:02', { master: true, state: 'static' }), 'moved here')
  await twice(t, netns, async () => port.fdb.ensure('02:00:00:00:00:03'), 'of its own')
  await twice(t, netns, async () => bridge.fdb.ensure('02:00:00:00:00:04'), 'of the bridge itself')
})

await t.test('remote ends of a vxlan', { skip: skipUnlessKind('vxlan', 'id', '5', 'dstport', '0') }, async (t) => {
  const { netns } = await place(t)
  const vx0 = await Vxlan.create({ netns, name: 'vx0', id: 100, port: 4789, local: '10.0.0.1', up: true })
  await twice(t, netns, async () => vx0.fdb.ensure('02:00:00:00:00:01', { dst: '10.0.0.2' }), 'an entry')
  await twice(t, netns, async () => vx0.fdb.ensure('02:00:00:00:00:01', { dst: '10.0.0.3' }), 'another remote end')
  await twice(t, netns, async () => vx0.fdb.ensure('02:00:00:00:00:01', { dst: '10.0.0.3', vni: 7 }), 'its identifier')
  t.same((await vx0.fdb.list()).map(({ dst, vni }) => [dst, vni]), [['10.0.0.3', 7]], 'an address has one')
  await twice(t, netns, async () => vx0.fdb.ensure('00:00:00:00:00:00', { dst: '10.0.0.4' }), 'of unknown addresses')
  await twice(t, netns, async () => vx0.fdb.ensure('00:00:00:00:00:00', { dst: '10.0.0.5' }), 'and one more')
})

await t.test('routes', async (t) => {
  const { netns, bridge, ip } = await bed(t)
  await bridge.addresses.add('10.0.0.1/24')
  await bridge.addresses.add('fd00::1/64', { nodad: true })
  const { routes } = netns
  await twice(t, netns, async () => routes.ensure({ to: 'default', via: '10.0.0.254' }), 'by a gateway')
  await twice(t, netns, async () => routes.ensure({ to: 'default', via: '10.0.0.253' }), 'by another')
  await twice(t, netns, async () => routes.ensure({ to: 'default', via: '10.0.0.253', metric: 10 }), 'another metric is another route')
  await twice(t, netns, async () => routes.ensure({ to: '10.1.0.0/16', via: '10.0.0.2', mtu: 1400, src: '10.0.0.1' }), 'metrics')
  await twice(t, netns, async () => routes.ensure({ to: '10.1.0.0/16', via: '10.0.0.2', mtu: 1300 }), 'other metrics')
  t.equal(await routes.ensure({ to: '10.1.0.0/16', via: '10.0.0.2' }), false, 'what is not named does not matter')
  await twice(t, netns, async () => routes.ensure({ to: '10.2.0.0/16', dev: 'br0', table: 100 }), 'on the link, in another table')
  await twice(t, netns, async () => routes.ensure({ to: '10.3.0.0/16', nexthops: [{ via: '10.0.0.2' }, { via: '10.0.0.3', weight: 2 }] }), 'several ways')
  await twice(t, netns, async () => routes.ensure({ to: '10.3.0.0/16', nexthops: [{ via: '10.0.0.2' }, { via: '10.0.0.3', weight: 3 }] }), 'another weight')
  await twice(t, netns, async () => routes.ensure({ to: '10.3.0.0/16', type: 'blackhole' }), 'a blackhole in its place')
  await twice(t, netns, async () => routes.ensure({ to: 'fd01::/64', via: 'fd00::2' }), 'IPv6')
  await twice(t, netns, async () => routes.ensure({ to: 'fd01::/64', via: 'fd00::3', pref: 'high' }), 'IPv6 changed')
  await twice(t, netns, async () => routes.ensure({ to: 'fd02::/64', nexthops: [{ via: 'fd00::2' }, { via: 'fd00::3' }] }), 'IPv6, several ways')
  ip('route', 'add', '10.4.0.0/16', 'via', '10.0.0.2', 'proto', 'static')
  t.equal(await routes.ensure({ to: '10.4.0.0/16', via: '10.0.0.2' }), false, 'made by another')
  t.equal(await routes.ensure({ to: '10.4.0.0/16', via: '10.0.0.2', proto: 'boot' }), true, 'where it is named who made it')
  const all = await routes.list({ family: 'inet' })
  for (const route of all) t.equal(await routes.ensure(route), false, `${String(route.to)} as list shows it`)
  t.ok(all.length > 5)
})

await t.test('rules', async (t) => {
  const { netns, ip } = await bed(t)
  const { rules } = netns
  await twice(t, netns, async () => rules.ensure({ from: '10.0.0.0/8', table: 100 }), 'a rule')
  await twice(t, netns, async () => rules.ensure({ from: '10.0.0.0/8', table: 1000 }), 'another table')
  await twice(t, netns, async () => rules.ensure({ from: '10.0.0.0/8', table: 100, priority: 7 }), 'another place')
  await twice(t, netns, async () => rules.ensure({ from: '10.0.0.0/8', fwmark: 7, table: 100 }), 'one that says more')
  t.equal(await rules.ensure({ from: '10.0.0.0/8', table: 100 }), false, 'which is another')
  await twice(t, netns, async () => rules.ensure({ to: 'fd00::/64', action: 'unreachable' }), 'IPv6, an action')
  ip('rule', 'add', 'iif', 'br0', 'ipproto', 'tcp', 'dport', '80', 'lookup', '200')
  t.equal(await rules.ensure({ iif: 'br0', ipproto: 'tcp', dport: 80, table: 200 }), false, 'made by another')
  for (const rule of await rules.list()) t.equal(await rules.ensure(rule), false, `${rule.priority} as list shows it`)
})

await t.test('many at once make it once', async (t) => {
  const { bridge } = await bed(t)
  const answers = await Promise.all(Array.from({ length: 8 }, async () => bridge.addresses.ensure('10.0.0.1/24')))
  t.equal(answers.filter(Boolean).length, 1)
})

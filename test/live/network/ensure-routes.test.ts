// ensure of routes, rules and nexthop objects: makes it so once, leaves what is so untouched, puts right what is not.
import '../../sandbox.ts'
import t, { type Test } from 'tap'
import { type NexthopObjectOptions, type RouteOptions, type RuleOptions } from '../../../lib/index.ts'
import { only, reason } from '../place.ts'
import { routeBed, type RouteBed } from './route-bed.ts'

/** What ip(8) shows of it. */
const shown = {
  route: ({ ip }: RouteBed): string => ip('-d', 'route', 'show', 'table', 'all') + ip('-6', '-d', 'route', 'show', 'table', 'all'),
  rule: ({ ip }: RouteBed): string => ip('rule') + ip('-6', 'rule'),
  nexthop: ({ ip }: RouteBed): string => ip('nexthop').replaceAll(/unbalanced_time \S+/g, ''),
} as const

/** What is so stays untouched. */
async function twice(t: Test, red: RouteBed, of: keyof typeof shown, call: () => Promise<boolean>, what: string): Promise<void> {
  t.equal(await call(), true, `${what}: made`)
  const before = shown[of](red)
  t.equal(await call(), false, `${what}: there`)
  t.equal(shown[of](red), before, `${what}: untouched`)
}

const routes: readonly RouteOptions[] = [
  { to: 'default', via: '10.0.0.2' }, { to: '10.1.0.0/16', dev: 'eth0' }, { to: '10.2.0.0/16', via: '10.0.0.2', metric: 5, src: '10.0.0.1', proto: 'static' },
  { to: '10.3.0.0/16', type: 'blackhole' }, { to: '10.4.0.0/16', nexthops: [{ via: '10.0.0.2' }, { via: '10.0.1.2', dev: 'eth1', weight: 3 }] },
  { to: '10.5.0.0/16', via: '10.0.0.2', table: 100, mtu: 1400, rtoMin: 200, lock: ['mtu'], congctl: 'reno', features: ['ecn'] },
  { to: '10.6.0.0/16', via: '192.168.7.1', dev: 'eth0', onlink: true }, { to: '10.7.0.0/16', via: 'fd00::2', dev: 'eth0' }, { to: '10.8.0.0/16', dev: 'eth0', tos: 16, scope: 'host' },
  { to: '10.9.0.1', type: 'local', dev: 'lo' },
  { to: 'fd01::/16', via: 'fd00::2' }, { to: 'fd02::/16', via: 'fd00::2', metric: 7, pref: 'high' }, { to: 'fd03::/16', type: 'unreachable' },
  { to: 'fd04::/16', nexthops: [{ via: 'fd00::2' }, { via: 'fd00::3', weight: 2 }] }, { to: 'fd05::/16', from: 'fd77::/16', via: 'fd00::2' },
]

await t.test('routes', async (t) => {
  const red = await routeBed(t)
  const { routes: all } = red.netns
  for (const route of routes) await twice(t, red, 'route', async () => all.ensure(route), `${route.to}`)
  t.equal(await all.ensure({ to: '10.2.0.0/16', metric: 5, via: '10.0.0.2' }), false, 'what is not given is not looked at')
  for (const change of [{ via: '10.0.0.9' }, { via: '10.0.0.9', mtu: 1300 }, { via: '10.0.0.9', mtu: 1300, src: '10.0.1.1' }, { type: 'prohibit' }, { via: '10.0.0.2' }]) {
    await twice(t, red, 'route', async () => all.ensure({ to: '10.2.0.0/16', metric: 5, ...change }), JSON.stringify(change))
  }
  t.equal((await all.list({ to: '10.2.0.0/16' })).length, 1)
  await twice(t, red, 'route', async () => all.ensure({ to: '10.2.0.0/16', metric: 6, via: '10.0.0.2' }), 'another metric')
  await all.append({ to: '10.2.0.0/16', metric: 6, via: '10.0.0.3' })
  t.equal(await all.ensure({ to: '10.2.0.0/16', metric: 6, via: '10.0.0.3' }), false, 'one behind another')
  t.equal(await all.ensure({ to: 'fd09::/16', via: 'fd00::2', expires: 500 }), true)
  t.equal(await all.ensure({ to: 'fd09::/16', via: 'fd00::2', expires: 500 }), true, 'what expires is written again')
  t.match(await reason(all.ensure({ to: '10.9.0.0/16', via: '203.0.113.1' })), { code: 'ENETUNREACH', request: 'RTM_NEWROUTE', target: '10.9.0.0/16' })
})

await t.test('rules', async (t) => {
  const red = await routeBed(t)
  const { rules } = red.netns
  const all: readonly RuleOptions[] = [
    { from: '10.0.0.0/8', table: 100 }, { from: '10.0.0.0/8', table: 101 }, { fwmark: 7, fwmask: 15, table: 70_000, priority: 50 }, { iif: 'eth0', action: 'prohibit', priority: 60, proto: 77 },
    { not: true, to: 'fd00::/16', table: 'main', suppressPrefixlength: 0 }, { goto: 32_766, priority: 61, ipproto: 'tcp', dport: [1, 2] },
  ]
  for (const rule of all) await twice(t, red, 'rule', async () => rules.ensure(rule), JSON.stringify(rule))
  t.equal(await rules.ensure({ iif: 'eth0', action: 'prohibit' }), false, 'whatever its priority')
  await twice(t, red, 'rule', async () => rules.ensure({ iif: 'eth0', action: 'prohibit', priority: 62 }), 'another priority')
  await twice(t, red, 'rule', async () => rules.ensure({ fwmark: 7, table: 70_000, priority: 50 }), 'one that says less')
})

await t.test('nexthop objects', async (t) => {
  const red = await routeBed(t)
  const { nexthops } = red.netns
  const all: readonly (NexthopObjectOptions & { id: number })[] = [
    { id: 1, via: '10.0.0.2', dev: 'eth0' }, { id: 2, via: '192.168.7.1', dev: 'eth0', onlink: true, proto: 'static' }, { id: 3, blackhole: true }, { id: 4, via: '10.0.0.9', fdb: true },
    { id: 10, group: [{ id: 1 }, { id: 2, weight: 3 }] }, { id: 11, group: [{ id: 1 }], type: 'resilient', buckets: 4, idleTimer: 60 },
  ]
  for (const one of all) await twice(t, red, 'nexthop', async () => nexthops.ensure(one), `${one.id}`)
  await twice(t, red, 'nexthop', async () => nexthops.ensure({ id: 1, via: '10.0.0.3', dev: 'eth0' }), 'another gateway')
  await twice(t, red, 'nexthop', async () => nexthops.ensure({ id: 10, group: [{ id: 1 }] }), 'another group')
  await twice(t, red, 'nexthop', async () => nexthops.ensure({ id: 11, group: [{ id: 1 }], type: 'resilient', idleTimer: 70 }), 'another timer')
  t.match(only(red.show('nexthop', 'show', 'id', '1')), { gateway: '10.0.0.3' })
  t.match(await reason(nexthops.ensure({ via: '10.0.0.2', dev: 'eth0' } as never)), { name: 'TypeError', argument: 'nexthop.id' })
})

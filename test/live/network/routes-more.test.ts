// Routes put before and behind others, all metrics and their locks, realms, IPv6 source routing, filters, and every question.
import { privileged } from '../../sandbox.ts'
import t from 'tap'
import { type RouteFilter, type RouteInfo, type RouteOptions } from '../../../lib/index.ts'
import { only, reason, type Place } from '../place.ts'
import { routeBed } from './route-bed.ts'

const words = (where: Place, ...args: string[]): string[] => where.ip('-d', ...args).split('\n').map((line) => line.replaceAll(/ linkdown/g, '').replaceAll(/\s+/g, ' ').trim()).filter((line) => line !== '')
const all = (where: Place): string[] => ['-4', '-6'].flatMap((family) => words(where, family, 'route', 'show', 'proto', 'boot'))

await t.test('append, prepend, change, replace', async (t) => {
  const red = await routeBed(t)
  const { routes } = red.netns
  const to = '10.9.0.0/16'
  const gateways = (): (string | undefined)[] => red.show<{ gateway: string }>('route', 'show', to).map(({ gateway }) => gateway)
  t.match(await reason(routes.change({ to, via: '10.0.0.2' })), { code: 'ENOENT', request: 'RTM_NEWROUTE', target: to })
  await routes.add({ to, via: '10.0.0.2' })
  await routes.append({ to, via: '10.0.0.3' })
  await routes.prepend({ to, via: '10.0.0.4' })
  t.same(gateways(), ['10.0.0.4', '10.0.0.2', '10.0.0.3'])
  t.same((await routes.list({ to })).map(({ via }) => via), gateways())
  t.equal((await routes.get('10.9.0.1')).via, '10.0.0.4', 'the first counts')
  t.match(await reason(routes.append({ to, via: '10.0.0.3' })), { code: 'EEXIST' })
  await routes.change({ to, via: '10.0.0.5' })
  t.same(gateways(), ['10.0.0.5', '10.0.0.2', '10.0.0.3'])
  await routes.replace({ to, via: '10.0.0.6' })
  t.same(gateways(), ['10.0.0.6', '10.0.0.2', '10.0.0.3'])

  await routes.add({ to: 'fd09::/16', via: 'fd00::2' })
  await routes.append({ to: 'fd09::/16', via: 'fd00::3' })
  t.match(only(await routes.list({ to: 'fd09::/16' })).nexthops, [{ via: 'fd00::2' }, { via: 'fd00::3' }], 'of IPv6, one more way')
  await routes.change({ to: 'fd09::/16', via: 'fd00::4' })
  t.match(only(await routes.list({ to: 'fd09::/16' })), { via: 'fd00::4' })
})

const lock = ['mtu', 'cwnd', 'congctl', 'hoplimit']
/** A route, and the words by which ip(8) makes it. */
const metrics: readonly (readonly [route: RouteOptions, theirs: string])[] = [
  [{ to: '10.1.0.0/16', via: '10.0.0.2', mtu: 1400, window: 9000, rtt: 100, rttvar: 20, ssthresh: 10, cwnd: 20, advmss: 1300, reordering: 5, hoplimit: 9, initcwnd: 11, initrwnd: 12,
    rtoMin: 200, quickack: true, congctl: 'cubic', features: ['ecn'], fastopenNoCookie: true, lock },
  '10.1.0.0/16 via 10.0.0.2 mtu lock 1400 window 9000 rtt 100ms rttvar 20ms ssthresh 10 cwnd lock 20 advmss 1300 reordering 5 hoplimit lock 9 initcwnd 11 initrwnd 12 ' +
    'rto_min 200ms quickack 1 congctl lock cubic features ecn fastopen_no_cookie 1'],
  [{ to: '10.2.0.0/16', via: '10.0.0.2', quickack: false, rtt: 1, features: [] }, '10.2.0.0/16 via 10.0.0.2 quickack 0 rtt 1ms'],
  [{ to: '10.3.0.0/16', dev: 'eth0', rtoMin: 50, lock: ['rtoMin'] }, '10.3.0.0/16 dev eth0 rto_min 50ms'],
  [{ to: 'fd01::/16', via: 'fd00::2', mtu: 1400, lock: ['mtu'], features: ['ecn'], congctl: 'reno' }, 'fd01::/16 via fd00::2 mtu lock 1400 features ecn congctl reno'],
  [{ to: 'fd02::/16', from: 'fd77::/16', via: 'fd00::2', metric: 5 }, 'fd02::/16 from fd77::/16 via fd00::2 metric 5'],
]

await t.test('metrics, locks, source routing, both ways', async (t) => {
  const [red, blue, green] = [await routeBed(t), await routeBed(t), await routeBed(t)]
  for (const [route, theirs] of metrics) {
    await red.netns.routes.add(route)
    blue.ip(...(theirs.startsWith('fd') ? ['-6'] : []), 'route', 'add', ...theirs.split(' '))
  }
  t.same(all(red), all(blue), 'ip(8) shows the same')
  const list = (await red.netns.routes.list({ proto: 'boot' }))
  t.same(list, await blue.netns.routes.list({ proto: 'boot' }), 'and so do we')
  t.equal(list.length, metrics.length)
  const shown = (to: string): RouteInfo => only(list.filter((one) => one.to === to))
  t.match(shown('10.1.0.0/16'), { rtt: 100, rttvar: 20, ssthresh: 10, cwnd: 20, reordering: 5, features: ['ecn'], fastopenNoCookie: true })
  t.same([...shown('10.1.0.0/16').lock ?? []].sort(), [...lock].sort())
  t.match(shown('10.2.0.0/16'), { rtt: 1, lock: undefined })
  await red.netns.routes.replace({ to: '10.2.0.0/16', via: '10.0.0.2', rtt: 0.125, rttvar: 20.25 })   // of which ip(8) knows only whole ones
  t.match(only(await red.netns.routes.list({ to: '10.2.0.0/16' })), { rtt: 0.125, rttvar: 20.25 })
  await red.netns.routes.replace({ to: '10.2.0.0/16', via: '10.0.0.2', rtt: 1 })
  t.match(shown('fd02::/16'), { from: 'fd77::/16', metric: 5 })
  for (const one of list) await green.netns.routes.add(one)
  t.same(all(green), all(red), 'what was listed goes in again')
  for (const one of list) await green.netns.routes.delete(one)
  t.same(all(green), [], 'and names what is deleted')
})

await t.test('lists and flushes by what a route is to', async (t) => {
  const red = await routeBed(t)
  const { routes } = red.netns
  for (const to of ['default', '10.0.0.0/8', '10.16.0.0/12', '10.16.1.0/24', '10.16.1.1', '11.0.0.0/8']) await routes.add({ to, via: '10.0.0.2', proto: 77 })
  await routes.add({ to: '10.16.1.0/24', via: '10.0.1.2', metric: 9, proto: 77, src: '10.0.1.1' })
  await routes.add({ to: 'default', via: 'fd00::2', proto: 77 })
  await routes.add({ to: 'fd10::/16', nexthops: [{ via: 'fd00::2' }, { via: 'fd00::3' }], proto: 77 })
  const found = async (filter: RouteFilter): Promise<string> => (await routes.list({ proto: 77, ...filter })).map(({ to }) => to).join(' ')
  const theirs = (...args: string[]): string[] => red.show<{ dst: string }>('route', 'show', 'proto', '77', ...args).map(({ dst }) => /\/|default/.test(dst) ? dst : `${dst}/32`)
  for (const prefix of ['10.16.0.0/12', '10.0.0.0/8', '10.16.1.1', '12.0.0.0/8']) {
    t.equal(await found({ to: prefix, family: 'inet' }), theirs('exact', prefix).join(' '), `exact ${prefix}`)
    t.equal(await found({ root: prefix, family: 'inet' }), theirs('root', prefix).join(' '), `root ${prefix}`)
    t.equal(await found({ match: prefix, family: 'inet' }), theirs('match', prefix).join(' '), `match ${prefix}`)
  }
  t.equal(await found({ to: 'default' }), 'default default', 'of both families')
  t.equal(await found({ root: '10.16.0.0/12' }), '10.16.0.0/12 10.16.1.0/24 10.16.1.0/24 10.16.1.1/32')
  t.equal(await found({ match: '10.16.1.1' }), 'default 10.0.0.0/8 10.16.0.0/12 10.16.1.0/24 10.16.1.0/24 10.16.1.1/32')
  t.equal(await found({ via: '10.0.1.2' }), '10.16.1.0/24')
  t.equal(await found({ via: 'fd00::3' }), 'fd10::/16')
  t.equal(await found({ src: '10.0.1.1' }), '10.16.1.0/24')
  t.equal(await found({ metric: 9 }), '10.16.1.0/24')
  t.equal(await found({ scope: 'link' }), '')
  t.equal(await found({ dev: 'eth1', to: '10.16.1.0/24' }), '10.16.1.0/24')
  await routes.flush({ root: '10.16.0.0/12', metric: 9 })
  t.equal(await found({ root: '10.16.0.0/12' }), '10.16.0.0/12 10.16.1.0/24 10.16.1.1/32')
  await routes.flush({ root: '10.0.0.0/8', proto: 77 })
  t.equal(await found({ family: 'inet' }), 'default 11.0.0.0/8')
  t.equal(await found({ family: 'mpls' }), '', 'and nothing else is taken for MPLS')
})

await t.test('every question', async (t) => {
  const red = await routeBed(t)
  const { routes, rules } = red.netns
  const ways: readonly (readonly [table: number, rule: object])[] = [
    [101, { ipproto: 'tcp', sport: 1000, dport: 80 }], ...(privileged ? [[102, { uidrange: 7 }] as const] : []), [103, { tos: 8 }], [104, { iif: 'eth0' }], [105, { oif: 'eth0', fwmark: 5 }],
  ]
  await routes.add({ to: '10.99.0.0/16', via: '10.0.0.2', mtu: 1300 })
  for (const [table, rule] of ways) {
    await rules.add({ table, ...rule })
    await routes.add({ to: '10.99.0.0/16', via: `10.0.0.${table}`, table })
  }
  const way = async (query: object): Promise<string | number> => (await routes.get('10.99.0.1', query)).table
  t.equal(await way({}), 'main')
  t.equal(await way({ ipproto: 'tcp', sport: 1000, dport: 80 }), 101)
  t.equal(await way({ ipproto: 'udp', sport: 1000, dport: 80 }), 'main')
  if (privileged) t.equal(await way({ uid: 7 }), 102)   // an ordinary user's namespaces know no other user than root
  t.equal(await way({ tos: 8 }), 103)
  t.equal(await way({ dscp: 2 }), 103)
  await red.netns.sysctl.set('net.ipv4.ip_forward', 1)
  t.equal(await way({ from: '10.0.0.77', iif: 'eth0' }), 104)
  t.equal(await way({ oif: 'eth0', mark: 5 }), 105)
  const theirs = (...args: string[]): unknown => only(red.show('route', 'get', ...args))
  t.match(theirs('fibmatch', '10.99.0.1'), { dst: '10.99.0.0/16' })
  t.match(await routes.get('10.99.0.1', { fibmatch: true }), { to: '10.99.0.0/16', via: '10.0.0.2', mtu: 1300, proto: 'boot' })
  await routes.add({ to: 'fd99::/16', via: 'fd00::2' })
  t.match(await routes.get('fd99::1', { fibmatch: true, from: 'fd00::1', ipproto: 'udp', sport: 1, dport: 2, uid: 0, mark: 9, tos: 4 }), { to: 'fd99::/16', via: 'fd00::2' })
  t.match(await reason(routes.get('10.99.0.1', { vrf: 'nobody' })), { code: 'ENODEV', target: 'nobody' })
})

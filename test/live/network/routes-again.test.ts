// What routes.list returned can be added again: routes made by ip(8), listed, deleted and added, in this and in another namespace.
import '../../sandbox.ts'
import t from 'tap'
import { type RouteInfo } from '../../../lib/index.ts'
import { everything, only, reason } from '../place.ts'
import { routeBed } from './route-bed.ts'

const lines = [
  'default via 10.0.0.2', 'default via 10.0.0.3 metric 9', '10.1.0.0/16 dev eth0', '10.2.0.1 via 10.0.0.2 src 10.0.0.1', '10.3.0.0/16 dev eth1 scope host metric 4', 'blackhole 10.4.0.0/16',
  'unreachable 10.5.0.0/16 metric 3', 'prohibit 10.6.0.0/16', 'throw 10.7.0.0/16', '10.8.0.0/16 via 10.0.0.2 proto static tos 0x10', '10.9.0.0/16 via 192.168.77.1 dev eth0 onlink',
  '10.10.0.0/16 via 10.0.0.2 mtu 1300 advmss 1200 window 1000 hoplimit 10 initcwnd 11 initrwnd 12 rto_min 300 quickack 1 congctl reno', '10.11.0.0/16 via inet6 fd00::2 dev eth0',
  '10.12.0.0/16 nexthop via 10.0.0.2 nexthop dev eth1 weight 256 nexthop via 192.168.77.1 dev eth0 onlink weight 5', '10.13.0.0/16 via 10.0.0.2 table 100', 'local 10.14.0.1 dev eth0',
  'broadcast 10.14.0.255 dev eth0', '10.15.0.0/16 via 10.0.0.2 table 70000 proto 201', 'multicast 239.0.0.0/8 dev eth0',
]
const lines6 = [
  'default via fd00::2', 'fd10::/16 dev eth0', 'fd11::/16 via fd00::2 metric 7 pref high src fd00::1', 'fd12::/16 via fd00::2 pref low mtu 1400 hoplimit 3', 'blackhole fd13::/16',
  'unreachable fd14::/16 table 100', 'fd15::/16 via fe80::2 dev eth0', 'fd16::/16 nexthop via fd00::2 weight 2 nexthop via fd00::3 weight 3', 'prohibit fd18::/16', 'throw fd19::/16',
]

/** Not those that come and go with links and addresses. */
const ours = (list: RouteInfo[]): RouteInfo[] => list.filter(({ proto }) => proto !== 'kernel')

await t.test('deleted and added again, it is all as it was', async (t) => {
  const red = await routeBed(t)
  for (const line of lines) red.ip('route', 'add', ...line.split(' '))
  for (const line of lines6) red.ip('-6', 'route', 'add', ...line.split(' '))
  const before = everything(red.name)
  const all = ours(await red.netns.routes.list({ table: 'all' }))
  t.equal(all.length, lines.length + lines6.length)
  await Promise.all(all.map(async (route) => red.netns.routes.delete(route)))
  t.same(ours(await red.netns.routes.list({ table: 'all' })), [], 'each was found by what list said of it')
  t.not(everything(red.name), before)
  await Promise.all(all.map(async (route) => red.netns.routes.add(route)))
  t.equal(everything(red.name), before)
  for (const route of all) t.match(await reason(red.netns.routes.add(route)), { code: 'EEXIST' }, route.to)
  await Promise.all(all.map(async (route) => red.netns.routes.replace(route)))
  t.equal(everything(red.name), before)

  const blue = await routeBed(t)
  await Promise.all(all.map(async (route) => blue.netns.routes.add(route)))
  t.same(ours(await blue.netns.routes.list({ table: 'all' })), all, 'in another namespace it is the same list')
  await blue.netns.routes.flush({ table: 'all' })
  t.same(await blue.netns.routes.list({ table: 'all' }), [], 'and all can be flushed, whoever made them')
})

await t.test('each in the words of both readers', async (t) => {
  const red = await routeBed(t)
  for (const line of lines) red.ip('route', 'add', ...line.split(' '))
  for (const line of lines6) red.ip('-6', 'route', 'add', ...line.split(' '))
  const theirs = red.all().filter(({ protocol }) => protocol !== 'kernel')
  const list = ours(await red.netns.routes.list({ table: 'all' }))
  const length = (dst: string): string => dst === 'default' || dst.includes('/') ? dst : `${dst}/${dst.includes(':') ? 128 : 32}`
  const key = (words: readonly unknown[]): string => words.map((word) => word ?? '').join(' ')
  // ip(8) says lo of a route to nowhere; a gateway of the other family is an object.
  t.same(list.map((route) => key([route.to, route.via, route.dev, route.src, route.metric, route.table, route.type, route.proto, route.scope])).sort(),
    theirs.map(({ dst, gateway, via, dev, prefsrc, metric, table, type, protocol, scope }) =>
      key([length(dst), gateway ?? (via as { host: string } | undefined)?.host, dev, prefsrc, metric, table, type, protocol, scope])).sort())
  const find = (to: string): RouteInfo => only(list.filter((route) => route.to === to))
  t.same(find('10.12.0.0/16').nexthops, [{ weight: 1, via: '10.0.0.2', dev: 'eth0' }, { weight: 256, dev: 'eth1' }, { weight: 5, via: '192.168.77.1', dev: 'eth0', onlink: true }])
  t.match(find('10.10.0.0/16'), { mtu: 1300, advmss: 1200, window: 1000, hoplimit: 10, initcwnd: 11, initrwnd: 12, rtoMin: 300, quickack: true, congctl: 'reno' })
  t.same(find('10.9.0.0/16').flags, ['onlink'])
  t.equal(find('10.8.0.0/16').tos, 16)
  t.equal(find('fd11::/16').pref, 'high')
  for (const absent of ['via', 'dev', 'src', 'from', 'metric', 'tos', 'nexthops', 'mtu', 'pref', 'expires', 'nhid']) t.notOk(Object.hasOwn(find('10.4.0.0/16'), absent), `${absent} is absent`)
})

await t.test('a nexthop object', async (t) => {
  const red = await routeBed(t)
  red.ip('nexthop', 'add', 'id', '7', 'via', '10.0.0.2', 'dev', 'eth0')
  await red.netns.routes.add({ to: '10.1.0.0/16', nhid: 7 })
  t.match(only(red.show('route', 'show', '10.1.0.0/16')), { nhid: 7, gateway: '10.0.0.2' })
  const before = everything(red.name)
  const route = only(ours(await red.netns.routes.list()))
  t.match(route, { to: '10.1.0.0/16', nhid: 7, via: '10.0.0.2', dev: 'eth0' })
  await red.netns.routes.delete(route)
  t.same(ours(await red.netns.routes.list()), [])
  await red.netns.routes.add(route)
  t.equal(everything(red.name), before)
})

await t.test('many at once, with one bad in the middle', async (t) => {
  const red = await routeBed(t)
  const routes = Array.from({ length: 1000 }, (_, n) => ({ to: `10.${100 + (n >> 8)}.${n & 255}.0/24`, via: n === 500 ? '172.16.0.1' : '10.0.0.2' }))
  const results = await Promise.allSettled(routes.map(async (route) => red.netns.routes.add(route)))
  t.same(results.flatMap((result, n) => result.status === 'rejected' ? [[n, (result.reason as { code: string }).code]] : []), [[500, 'ENETUNREACH']])
  const listed = ours(await red.netns.routes.list())
  t.same(listed.map(({ to }) => to).sort(), routes.filter((_, n) => n !== 500).map(({ to }) => to).sort())
  await Promise.all(listed.map(async (route) => red.netns.routes.delete(route)))
  t.same(ours(await red.netns.routes.list()), [])
})

// IPv4 and IPv6 routes: every option read back by ip(8), theirs read by us, verbs, filters, questions, and the round trip.
import '../../sandbox.ts'
import t, { type Test } from 'tap'
import { Bridge, type Link, type RouteOptions } from '../../../lib/index.ts'
import { only, place, reason, type Place } from '../place.ts'

/** A namespace with two links that have addresses of both families. */
async function network(t: Test): Promise<Place & { link: Link }> {
  const where = await place(t)
  const { netns } = where
  const link = await Bridge.create({ netns, name: 'br0', up: true, ipv6: 'none', addresses: ['10.0.0.1/24', '10.0.0.11/24', { address: 'fd00::1/64', nodad: true }, { address: 'fd00::11/64', nodad: true }] })
  await Bridge.create({ netns, name: 'br1', up: true, ipv6: 'none', addresses: ['10.0.1.1/24', { address: 'fd01::1/64', nodad: true }] })
  return { ...where, link }
}

// ip(8) replaces `linkdown`, which a bridge without ports may get at any moment.
const words = (where: Place, family: '-4' | '-6'): string[] =>
  where.ip(family, '-d', 'route', 'show').split('\n').map((line) => line.replaceAll(/ linkdown| pref medium| expires \d+sec/g, '').replaceAll(/\s+/g, ' ').trim())

/** A route and ip(8)'s words for it, by which it could have been made too. */
const routes: readonly (readonly [route: RouteOptions, theirs: string])[] = [
  [{ to: 'default', via: '10.0.0.2' }, 'unicast default via 10.0.0.2 dev br0 proto boot scope global'],
  [{ to: '10.1.0.0/16', dev: 'br1' }, 'unicast 10.1.0.0/16 dev br1 proto boot scope link'],
  [{ to: '10.2.0.0/16', via: '10.0.0.2', dev: 'br0', src: '10.0.0.11', metric: 77, proto: 'static', tos: 4 }, 'unicast 10.2.0.0/16 tos 0x04 via 10.0.0.2 dev br0 proto static scope global src 10.0.0.11 metric 77'],
  [{ to: '10.3.0.1/32', via: '10.0.1.2' }, 'unicast 10.3.0.1 via 10.0.1.2 dev br1 proto boot scope global'],
  [{ to: '10.4.0.0/16', type: 'blackhole' }, 'blackhole 10.4.0.0/16 proto boot scope global'],
  [{ to: '10.5.0.0/16', type: 'unreachable', metric: 5 }, 'unreachable 10.5.0.0/16 proto boot scope global metric 5'],
  [{ to: '10.6.0.0/16', type: 'prohibit', proto: 77 }, 'prohibit 10.6.0.0/16 proto 77 scope global'],
  [{ to: '10.7.0.0/16', type: 'throw' }, 'throw 10.7.0.0/16 proto boot scope global'],
  [{ to: '10.8.0.0/16', via: '192.0.2.1', dev: 'br0', onlink: true }, 'unicast 10.8.0.0/16 via 192.0.2.1 dev br0 proto boot scope global onlink'],
  [{ to: '10.9.0.0/16', dev: 'br0', mtu: 1400, advmss: 1300, window: 9000, hoplimit: 9, initcwnd: 11, initrwnd: 12, rtoMin: 200, quickack: true, congctl: 'cubic' },
    'unicast 10.9.0.0/16 dev br0 proto boot scope link mtu 1400 window 9000 advmss 1300 hoplimit 9 initcwnd 11 rto_min lock 200ms initrwnd 12 quickack 1 congctl cubic'],
  [{ to: '10.10.0.0/16', nexthops: [{ via: '10.0.0.2', weight: 2 }, { via: '10.0.1.2', dev: 'br1', weight: 3 }] }, 'unicast 10.10.0.0/16 proto boot scope global'],
  [{ to: '10.11.0.0/16', via: 'fd00::2', dev: 'br0' }, 'unicast 10.11.0.0/16 via inet6 fd00::2 dev br0 proto boot scope global'],
  [{ to: '10.12.0.0/16', dev: 'br0', scope: 'host' }, 'unicast 10.12.0.0/16 dev br0 proto boot scope host'],
]
const routes6: readonly (readonly [route: RouteOptions, theirs: string])[] = [
  [{ to: 'default', via: 'fd00::2' }, 'unicast default via fd00::2 dev br0 proto boot scope global metric 1024'],
  [{ to: 'fd02::/16', via: 'fd00::2', metric: 5, src: 'fd00::11', mtu: 1400 }, 'unicast fd02::/16 via fd00::2 dev br0 proto boot scope global src fd00::11 metric 5 mtu 1400'],
  [{ to: 'fd03::/16', dev: 'br1', pref: 'high' }, 'unicast fd03::/16 dev br1 proto boot scope global metric 1024 pref high'],
  [{ to: 'fd04::/16', type: 'blackhole' }, 'blackhole fd04::/16 dev lo proto boot scope global metric 1024'],
  [{ to: 'fd05::1/128', via: 'fd00::2', expires: 500 }, 'unicast fd05::1 via fd00::2 dev br0 proto boot scope global metric 1024'],
  [{ to: 'fd06::/16', nexthops: [{ via: 'fd00::2' }, { via: 'fd01::2', weight: 4 }] }, 'unicast fd06::/16 proto boot scope global metric 1024'],
  [{ to: '::/0', dev: 'br1', metric: 9 }, 'unicast default dev br1 proto boot scope global metric 9'],
]

await t.test('every option, and back', async (t) => {
  const [red, blue] = [await network(t), await network(t)]
  for (const [route, theirs] of [...routes, ...routes6]) {
    await red.netns.routes.add(route)
    const lines = words(red, routes6.some(([one]) => one === route) ? '-6' : '-4')
    if (!lines.includes(theirs)) t.same(lines, theirs, 'what ip(8) shows')
  }
  t.match(red.ip('route', 'show', '10.10.0.0/16'), /nexthop via 10\.0\.0\.2 dev br0 weight 2.*\n.*nexthop via 10\.0\.1\.2 dev br1 weight 3/)
  t.match(red.ip('-6', 'route', 'show', 'fd05::1'), /expires \d+sec/)

  const list = (await red.netns.routes.list()).filter(({ proto }) => proto !== 'kernel')
  t.equal(list.length, routes.length + routes6.length)
  for (const [route] of [...routes, ...routes6]) {
    const { to, ...rest } = route
    const shown = list.find((one) => one.to === (to === '::/0' ? 'default' : to) && (rest.metric === undefined || rest.metric === one.metric) && (!rest.via || rest.via === one.via))
    t.match(shown, rest.nexthops ? { nexthops: rest.nexthops } : { ...rest, ...(rest.expires === undefined ? {} : { expires: Number }), ...(rest.onlink ? { onlink: undefined, flags: ['onlink'] } : {}) }, String(to))
  }
  for (const one of list) await blue.netns.routes.add(one)
  for (const family of ['-4', '-6'] as const) t.same(words(blue, family), words(red, family), 'what was listed goes in again')
  for (const one of list) await blue.netns.routes.delete(one)
  t.same((await blue.netns.routes.list()).filter(({ proto }) => proto !== 'kernel'), [], 'and names what is deleted')
})

await t.test('tables, filters, flush', async (t) => {
  const red = await network(t)
  const { netns, link } = red
  red.ip('route', 'add', '10.1.0.0/16', 'dev', 'br0', 'table', '100')
  await netns.routes.add({ to: '10.1.0.0/16', dev: link, table: 4000000000 })
  await netns.routes.add({ to: '10.2.0.0/16', dev: 'br1', table: 'default', proto: 'static' })
  await netns.routes.add({ to: '10.3.0.0/16', type: 'local', dev: 'lo' })
  await netns.routes.add({ to: 'fd09::/64', dev: link.index, table: 100 })
  t.match(red.ip('route', 'show', 'table', '4000000000'), '10.1.0.0/16 dev br0')
  t.match(red.ip('route', 'show', 'table', 'local'), 'local 10.3.0.0/16 dev lo')
  const found = async (filter: object): Promise<string> => (await netns.routes.list(filter)).map(({ to }) => to).join(' ')
  t.equal(await found({ table: 100 }), '10.1.0.0/16 fd09::/64')
  t.equal(await found({ table: 100, family: 'inet6' }), 'fd09::/64')
  t.equal(await found({ table: 'default' }), '10.2.0.0/16')
  t.equal(await found({ table: 12345 }), '', 'a table that was never used')
  t.equal(await found({ table: 'all', proto: 'static' }), '10.2.0.0/16')
  t.match(await found({ table: 'local', type: 'broadcast' }), '10.0.0.255/32')
  for (const dev of ['br1', 'br0']) t.same((await netns.routes.list({ dev, family: 'inet' })).map(({ dev }) => dev), [dev])
  t.match((await netns.routes.list({ table: 4000000000 }))[0], { table: 4000000000, to: '10.1.0.0/16' })
  t.match((await netns.routes.list({ table: 'default' }))[0], { table: 'default' })
  const shown = red.show<{ dst: string }>('route').length + red.show<{ dst: string }>('-6', 'route').length
  t.equal((await netns.routes.list()).length, shown, 'table main of both families')
  await netns.routes.flush({ table: 100 })
  t.equal(await found({ table: 100 }), '')
  t.equal(await found({ table: 4000000000 }), '10.1.0.0/16')
  await netns.routes.flush({ dev: 'br1', family: 'inet' })
  t.same((await netns.routes.list({ family: 'inet' })).map(({ dev }) => dev), ['br0'])
  await netns.routes.flush()
  t.same(await netns.routes.list(), [])
  t.equal(red.ip('route'), '')
})

await t.test('add, replace, delete', async (t) => {
  const red = await network(t)
  const { routes } = red.netns
  await routes.add({ to: '10.1.0.0/16', via: '10.0.0.2' })
  t.match(await reason(routes.add({ to: '10.1.0.0/16', via: '10.0.0.3' })), { code: 'EEXIST', request: 'RTM_NEWROUTE', target: '10.1.0.0/16' })
  await routes.replace({ to: '10.1.0.0/16', via: '10.0.0.3' })
  await routes.replace({ to: '10.2.0.0/16', via: '10.0.0.3' })
  t.same(red.show<{ dst: string, gateway?: string }>('route').filter(({ gateway }) => gateway).map(({ dst, gateway }) => `${dst} ${gateway}`), ['10.1.0.0/16 10.0.0.3', '10.2.0.0/16 10.0.0.3'])
  await routes.add({ to: '10.1.0.0/16', via: '10.0.0.4', metric: 9 })
  t.match(await reason(routes.delete({ to: '10.1.0.0/16', via: '10.0.0.9' })), { code: 'ESRCH', request: 'RTM_DELROUTE' })
  await routes.delete({ to: '10.1.0.0/16', metric: 9 })
  await routes.delete({ to: '10.1.0.0/16' })
  t.match(await reason(routes.delete({ to: '10.1.0.0/16' })), { code: 'ESRCH' })
  t.match(await reason(routes.delete({ to: 'default' })), { code: 'ESRCH' })
  t.match(await reason(routes.add({ to: '10.4.0.0/16', via: '203.0.113.1' })), { code: 'ENETUNREACH', extack: /gateway/ })
  t.match(await reason(routes.add({ to: '10.4.0.0/16', dev: 'nobody' })), { code: 'ENODEV', target: 'nobody' })
  t.match(await reason(routes.add({ to: '10.4.0.0/16', nexthops: [{ via: '10.0.0.2' }, { dev: 'nobody' }] })), { code: 'ENODEV' })
  for (const wrong of [{ to: 'fd02::/16', via: '10.0.0.2' }, { to: '10.4.0.0/16', src: 'fd00::1', dev: 'br0' }, { to: '10.4.0.0/16', family: 'inet6', dev: 'br0' }, { to: '10.4.0.0/16', from: '10.0.0.0/8', dev: 'br0' }]) {
    t.ok(await reason(routes.add(wrong as RouteOptions)) instanceof RangeError, JSON.stringify(wrong))
  }
  t.equal(red.ip('route', 'show', '10.4.0.0/16'), '')
})

await t.test('get', async (t) => {
  const red = await network(t)
  const { routes } = red.netns
  await routes.add({ to: 'default', via: '10.0.0.2', mtu: 1300 })
  await routes.add({ to: '10.9.0.0/16', via: '10.0.1.2', table: 100 })
  red.ip('rule', 'add', 'fwmark', '7', 'table', '100')
  const theirs = (...args: string[]): { [key: string]: unknown } => only(red.show('route', 'get', ...args))
  t.match(await routes.get('8.8.8.8'), { to: '8.8.8.8/32', via: '10.0.0.2', dev: 'br0', src: '10.0.0.1', type: 'unicast', table: 'main', mtu: 1300 })
  t.match(theirs('8.8.8.8'), { gateway: '10.0.0.2', dev: 'br0', prefsrc: '10.0.0.1' })
  t.match(await routes.get('10.0.1.5'), { dev: 'br1', src: '10.0.1.1' })
  t.equal((await routes.get('10.0.1.5')).via, undefined, 'it is on the link')
  t.match(await routes.get('10.9.1.1', { mark: 7 }), { via: '10.0.1.2', dev: 'br1', table: 100 })
  t.match(await routes.get('10.9.1.1'), { via: '10.0.0.2' })
  t.match(await routes.get('10.0.0.9', { from: '10.0.0.11', oif: 'br0' }), { dev: 'br0', from: '10.0.0.11/32' })
  t.match(await routes.get('10.0.0.1'), { type: 'local', dev: 'lo', table: 'local' })
  t.match(await routes.get('fd00::9'), { dev: 'br0', family: 'inet6', src: 'fd00::1' })
  t.match(await reason(routes.get('fd77::1')), { code: 'ENETUNREACH', request: 'RTM_GETROUTE', target: 'fd77::1' })
  await routes.add({ to: '10.20.0.0/16', type: 'unreachable' })
  await routes.add({ to: '10.21.0.0/16', type: 'blackhole' })
  t.match(await reason(routes.get('10.20.0.1')), { code: 'EHOSTUNREACH' })
  t.match(await reason(routes.get('10.21.0.1')), { code: 'EINVAL' })
})

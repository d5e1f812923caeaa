// Nexthop objects, groups and buckets, and address labels: made by us and read by ip(8), and the reverse; the round trip, verbs, filters.
import '../../sandbox.ts'
import t, { type Test } from 'tap'
import { Netns, type NexthopObjectOptions } from '../../../lib/index.ts'
import { skipUnless } from '../../sandbox.ts'
import { only, reason, type Place } from '../place.ts'
import { routeBed } from './route-bed.ts'

const words = ({ ip }: Place): string[] => ip('nexthop', 'show').trimEnd().split('\n').map((line) => line.trim().replaceAll(/\s+/g, ' ').replace(/ unbalanced_time \S+/, '')).sort()

/** An object, and the words by which ip(8) makes it. */
const objects: readonly (readonly [nexthop: NexthopObjectOptions & { id: number }, theirs: string])[] = [
  [{ id: 1, via: '10.0.0.2', dev: 'eth0' }, 'via 10.0.0.2 dev eth0'],
  [{ id: 2, via: '10.0.1.2', dev: 'eth1', proto: 'static' }, 'via 10.0.1.2 dev eth1 proto static'],
  [{ id: 3, via: 'fd00::2', dev: 'eth0' }, 'via fd00::2 dev eth0'],
  [{ id: 4, dev: 'eth0' }, 'dev eth0'],
  [{ id: 5, blackhole: true }, 'blackhole'],
  [{ id: 6, via: '192.168.7.1', dev: 'eth0', onlink: true }, 'via 192.168.7.1 dev eth0 onlink'],
  [{ id: 7, via: '10.0.0.9', fdb: true }, 'via 10.0.0.9 fdb'],
  [{ id: 10, group: [{ id: 1 }, { id: 2, weight: 3 }] }, 'group 1/2,3'],
  [{ id: 11, group: [{ id: 7 }], fdb: true, proto: 77 }, 'group 7 fdb proto 77'],
  [{ id: 12, group: [{ id: 1, weight: 255 }, { id: 2 }], type: 'resilient', buckets: 4, idleTimer: 60, unbalancedTimer: 300 },
    'group 1,255/2 type resilient buckets 4 idle_timer 60 unbalanced_timer 300'],
  [{ id: 13, group: [{ id: 1 }], type: 'resilient', buckets: 2 }, 'group 1 type resilient buckets 2'],
]

await t.test('every kind, both ways', async (t) => {
  const [red, blue, green] = [await routeBed(t), await routeBed(t), await routeBed(t)]
  for (const [one] of objects) t.equal(await red.netns.nexthops.add(one), one.id)
  for (const [{ id }, theirs] of objects) blue.ip('nexthop', 'add', 'id', String(id), ...theirs.split(' '))
  t.same(words(red), words(blue), 'ip(8) shows the same')
  const list = await red.netns.nexthops.list()
  t.same(list.map(({ unbalancedTime, ...one }) => one), (await blue.netns.nexthops.list()).map(({ unbalancedTime, ...one }) => one), 'and so do we')
  for (const [one] of objects) {
    const { onlink, ...rest } = one
    t.match(list.find(({ id }) => id === one.id), { ...rest, ...(onlink ? { flags: ['onlink'] } : {}) }, String(one.id))
  }
  for (const one of list) await green.netns.nexthops.add(one)
  t.same(words(green), words(red), 'what was listed goes in again')
  for (const one of list.reverse()) await green.netns.nexthops.delete(one)
  t.same(await green.netns.nexthops.list(), [], 'and names what is deleted')
})

async function twoWays(t: Test): Promise<Place> {
  const red = await routeBed(t)
  await red.netns.nexthops.add({ id: 1, via: '10.0.0.2', dev: 'eth0' })
  await red.netns.nexthops.add({ id: 2, via: '10.0.1.2', dev: 'eth1', proto: 77 })
  return red
}

await t.test('add, replace, get, delete, filters, flush', async (t) => {
  const red = await twoWays(t)
  const { nexthops } = red.netns
  const chosen = await nexthops.add({ via: '10.0.0.3', dev: 'eth0' })
  t.ok(chosen > 2, 'the kernel has chosen an id')
  t.match(await nexthops.get(chosen), { id: chosen, via: '10.0.0.3', dev: 'eth0', family: 'inet' })
  t.match(await reason(nexthops.add({ id: 1, via: '10.0.0.2', dev: 'eth0' })), { code: 'EEXIST', request: 'RTM_NEWNEXTHOP', target: '1' })
  t.match(await reason(nexthops.add({ group: [{ id: 99 }] })), { code: 'EINVAL', extack: /nexthop/i })
  t.match(await reason(nexthops.add({ via: '10.0.0.2', dev: 'nobody' })), { code: 'ENODEV', target: 'nobody' })
  t.match(await reason(nexthops.get(99)), { code: 'ENOENT', request: 'RTM_GETNEXTHOP', target: '99' })
  t.match(await reason(nexthops.delete(99)), { code: 'ENOENT', request: 'RTM_DELNEXTHOP' })
  await nexthops.replace({ id: 1, via: '10.0.0.4', dev: 'eth0' })
  t.match(only(red.show('nexthop', 'show', 'id', '1')), { gateway: '10.0.0.4' })
  await nexthops.add({ id: 10, group: [{ id: 1 }, { id: 2 }] })
  await nexthops.add({ id: 20, via: '10.0.0.9', fdb: true })
  const ids = async (filter: object): Promise<number[]> => (await nexthops.list(filter)).map(({ id }) => id)
  t.same(await ids({ groups: true }), [10])
  t.same(await ids({ groups: false, fdb: false }), [1, 2, chosen].sort((a, b) => a - b))
  t.same(await ids({ fdb: true }), [20])
  t.same(await ids({ dev: 'eth1' }), [2])
  t.same(await ids({ proto: 77 }), [2])
  t.same(await ids({ family: 'inet6' }), [])
  t.same(await ids({ master: 'eth0' }), [], 'it has no ports')
  await nexthops.delete(2)
  t.same((await nexthops.get(10)).group, [{ id: 1, weight: 1 }], 'a group loses what is deleted')
  await nexthops.flush({ fdb: true })
  t.same(await ids({ fdb: true }), [])
  await nexthops.flush()
  t.same(await ids({}), [])
  t.equal(red.ip('nexthop'), '')
})

await t.test('routes by a group', async (t) => {
  const red = await twoWays(t)
  const { netns } = red
  const group = await netns.nexthops.add({ group: [{ id: 1 }, { id: 2, weight: 3 }] })
  await netns.routes.add({ to: '10.9.0.0/16', nhid: group })
  t.match(only(red.show('route', 'show', '10.9.0.0/16')), { nhid: group })
  t.match(await netns.routes.get('10.9.0.1'), { family: 'inet' })
  await netns.nexthops.replace({ id: group, group: [{ id: 2 }] })
  t.match(await netns.routes.get('10.9.0.1'), { via: '10.0.1.2', dev: 'eth1' })
  await netns.nexthops.flush()
  t.same((await netns.routes.list()).filter(({ to }) => to === '10.9.0.0/16'), [], 'with the objects go the routes')
})

await t.test('buckets of a resilient group', async (t) => {
  const red = await twoWays(t)
  const { nexthops } = red.netns
  await nexthops.add({ id: 12, group: [{ id: 1 }, { id: 2, weight: 3 }], type: 'resilient', buckets: 8 })
  await nexthops.add({ id: 13, group: [{ id: 1 }], type: 'resilient', buckets: 2 })
  const buckets = await nexthops.buckets()
  const theirs = red.show<{ id: number, bucket: { index: number, nhid: number } }>('nexthop', 'bucket', 'show')
  const key = ([id, index, nhid]: readonly number[]): string => `${id} ${index} ${nhid}`
  t.same(buckets.map(({ id, index, nhid }) => key([id, index, nhid])).sort(), theirs.map(({ id, bucket }) => key([id, bucket.index, bucket.nhid])).sort())
  t.equal(buckets.length, 10)
  t.equal((await nexthops.buckets({ id: 12, nhid: 2 })).length, 6, 'three quarters')
  t.equal((await nexthops.buckets({ id: 13 })).length, 2)
  t.match(await reason(nexthops.buckets({ id: 1 })), { code: 'EINVAL', request: 'RTM_GETNEXTHOPBUCKET' }, 'it is no such group')
  t.ok((await nexthops.get(12)).unbalancedTime !== undefined)
})

await t.test('address labels', async (t) => {
  const red = await routeBed(t)
  const { addressLabels } = red.netns
  const theirs = (): string[] => red.show<{ address: string, prefixlen: number, label: string | number, ifname?: string }>('addrlabel', 'list')
    .map(({ address, prefixlen, label, ifname }) => `${address}/${prefixlen} ${label} ${ifname ?? ''}`).sort()
  const ours = async (): Promise<string[]> => (await addressLabels.list()).map(({ prefix, label, dev }) => `${prefix} ${label} ${dev ?? ''}`).sort()
  t.same(await ours(), theirs(), 'those that a namespace begins with')
  await addressLabels.add({ prefix: 'fd77::/16', label: 77 })
  await addressLabels.add({ prefix: 'fd78::/16', label: 78, dev: 'eth0' })
  red.ip('addrlabel', 'add', 'prefix', 'fd79::/16', 'dev', 'eth1', 'label', '79')
  t.same(await ours(), theirs())
  for (const one of ['fd77::/16 77 ', 'fd78::/16 78 eth0', 'fd79::/16 79 eth1']) t.ok(theirs().includes(one), one)
  t.match(await reason(addressLabels.add({ prefix: 'fd77::/16', label: 1 })), { code: 'EEXIST', request: 'RTM_NEWADDRLABEL', target: 'fd77::/16' })
  const list = await addressLabels.list()
  await addressLabels.flush()
  t.same([await ours(), theirs()], [[], []])
  for (const one of list) await addressLabels.add(one)
  t.same(await ours(), list.map(({ prefix, label, dev }) => `${prefix} ${label} ${dev ?? ''}`).sort(), 'what was listed goes in again')
  await addressLabels.delete({ prefix: 'fd78::/16', dev: 'eth0' })
  t.match(await reason(addressLabels.delete({ prefix: 'fd78::/16', dev: 'eth0' })), { code: 'ESRCH', request: 'RTM_DELADDRLABEL' })
  t.equal((await ours()).length, list.length - 1)
})

// Refused before an attribute of 6.9 is looked at, a dump says nothing of a nexthop.
const counts = await (async () => {
  await using netns = await Netns.create()
  return await netns.nexthops.list({ stats: true }).then(() => true, () => false)
})()

await t.test('statistics and heavy weights', { skip: skipUnless(counts, 'statistics of nexthop groups') }, async (t) => {
  const { netns, ip } = await twoWays(t)
  const id = await netns.nexthops.add({ group: [{ id: 1, weight: 300 }, { id: 2 }], hwStats: true })
  await netns.routes.add({ to: '10.9.0.0/16', nhid: id })
  for (const { stats, group } of [await netns.nexthops.get(id, { stats: true }), only(await netns.nexthops.list({ groups: true, stats: true }))]) {
    t.same(group, [{ id: 1, weight: 300 }, { id: 2, weight: 1 }])
    t.same(stats?.map(({ id, packets }) => [id, packets]), [[1, 0], [2, 0]])
  }
  await netns.exec('sh', ['-c', 'for n in 1 2 3; do ping -c1 -W0.1 10.9.0.$n >/dev/null || true; done'])
  const { stats = [] } = await netns.nexthops.get(id, { stats: true })
  t.ok(stats.reduce((sum, { packets }) => sum + packets, 0) >= 3, 'what was sent is counted')
  t.equal((await netns.nexthops.get(id)).stats, undefined, 'not unless asked for')
  const info = await netns.nexthops.get(id, { stats: true })
  t.match(info, { hwStats: true, hwStatsUsed: false })
  ip('nexthop', 'del', 'id', String(id))
  t.equal(await netns.nexthops.add(info), id, 'what was shown goes in again')
})

// Filters of lists: the kernel sends no more than is asked for where it can choose itself, and what it sends too much is left out here.
import '../../sandbox.ts'
import t from 'tap'
import { connectionOf } from '../../../lib/inner.ts'
import { Bridge, Veth, type Netns } from '../../../lib/index.ts'
import { sentBy } from '../../golden/wire.ts'
import { place } from '../place.ts'

interface Counted<T> { readonly shown: readonly T[], readonly received: number }

/** What a list shows, and how many messages came for it. Names of links are asked for one by one, in no dump. */
async function counted<T>(netns: Netns, list: () => Promise<readonly T[]>): Promise<Counted<T>> {
  const connection = connectionOf(netns)
  const dump = connection.dump.bind(connection)
  let received = 0
  Object.assign(connection, { dump: async (...args: Parameters<typeof dump>) => { const found = await dump(...args); received += found.length; return found } })
  try {
    return { shown: await list(), received }
  } finally {
    Reflect.deleteProperty(connection, 'dump')
  }
}

/** The same list from a kernel that knows no filters: the attributes that say what is asked for are taken out of the request. */
async function unfiltered<T>(netns: Netns, list: () => Promise<readonly T[]>): Promise<readonly T[]> {
  const connection = connectionOf(netns)
  const dump = connection.dump.bind(connection)
  const kept = new Set(['family', 'extMask', 'flags'])
  const without = (value: object): object => Object.fromEntries(Object.entries(value).filter(([name]) => kept.has(name)))
  Object.assign(connection, { dump: async (...[request, value, ...more]: Parameters<typeof dump>) => dump(request, without(value) as typeof value, ...more) })
  try {
    return await list()
  } finally {
    Reflect.deleteProperty(connection, 'dump')
  }
}

/** What tells them apart; timers go on. */
const keys = (list: readonly object[]): string[] => list.map((one) => Object.entries(one).filter(([name]) => ['name', 'dst', 'to', 'address', 'dev'].includes(name)).join(' ')).sort()

await t.test('what is asked for comes, and nothing else', async (t) => {
  const { netns } = await place(t)
  const bridge = await Bridge.create({ netns, name: 'br0', addresses: ['10.0.0.1/24'], up: true, ipv6: 'none' })
  const port = await Veth.create({ netns, name: 'p0', master: bridge, up: true, ipv6: 'none', addresses: ['10.1.0.1/24'], peer: { name: 'p1', up: true, ipv6: 'none' } })
  await Bridge.create({ netns, name: 'br1', addresses: ['10.2.0.1/24'], up: true, ipv6: 'none' })
  const { routes } = netns
  for (let n = 0; n < 5; n++) await routes.add({ to: `10.9.${n}.0/24`, via: '10.0.0.9', table: 100 })
  await routes.add({ to: '10.8.0.0/24', via: '10.2.0.9', proto: 'static', table: 100 })
  await routes.add({ to: '10.7.0.0/24', type: 'blackhole', table: 100 })
  const address = '02:00:00:00:00:01'
  for (let n = 10; n < 15; n++) await bridge.neighbors.add(`10.0.0.${n}`, { address })
  await port.neighbors.add('10.1.0.9', { address })
  await bridge.neighbors.add('10.0.0.20', { proxy: true })
  await port.fdb.add('02:00:00:00:00:02', { master: true, state: 'static' })

  const lists: { readonly [title: string]: { readonly list: () => Promise<readonly object[]>, readonly count?: number } } = {
    'links of a kind': { list: async () => netns.links.list({ kind: 'bridge' }), count: 2 },
    'links of a master': { list: async () => netns.links.list({ master: bridge }), count: 1 },
    'addresses of a link': { list: async () => netns.addresses.list({ link: port }), count: 1 },
    'addresses of a family': { list: async () => netns.addresses.list({ family: 'inet', link: 'br1' }), count: 1 },
    'routes of a table': { list: async () => routes.list({ family: 'inet', table: 100 }), count: 7 },
    'routes by a link': { list: async () => routes.list({ family: 'inet', table: 100, dev: 'br1' }), count: 1 },
    'routes of a protocol': { list: async () => routes.list({ family: 'inet', table: 100, proto: 'static' }), count: 1 },
    'routes of a type': { list: async () => routes.list({ family: 'inet', table: 100, type: 'blackhole' }), count: 1 },
    'neighbours of a link': { list: async () => netns.neighbors.list({ family: 'inet', dev: port }), count: 1 },
    'proxies': { list: async () => netns.neighbors.list({ family: 'inet', proxy: true }), count: 1 },
    // Beside the neighbours, the links that have the master.
    'neighbours of a master': { list: async () => netns.neighbors.list({ family: 'inet', master: bridge }) },
    'entries of a port': { list: async () => netns.fdb.list({ dev: port }) },
    'entries of a bridge': { list: async () => netns.fdb.list({ master: bridge }) },
  }
  for (const [title, { list, count }] of Object.entries(lists)) {
    const { shown, received } = await counted(netns, list)
    t.ok(shown.length > 0, `${title}: ${shown.length}`)
    if (count !== undefined) t.same([shown.length, received], [count, count], `${title}: received no more than shown`)
    t.same(keys(await unfiltered(netns, list)), keys(shown), `${title}: the same from a kernel that chooses nothing`)
  }
  const [all, own] = [await counted(netns, async () => netns.fdb.list()), await counted(netns, async () => netns.fdb.list({ dev: 'p1' }))]
  t.ok(own.received < all.received, 'entries: fewer of one link')
  const neighbors = await counted(netns, async () => netns.neighbors.list({ family: 'inet', master: bridge }))
  t.same(neighbors.shown.map(({ dst }) => dst), ['10.1.0.9'])
  t.equal(neighbors.received, 2, 'the one neighbour, and the one port')
})

await t.test('neighbours and proxies are told apart whatever comes', async (t) => {
  const { netns } = await place(t)
  const entry = { family: 'inet', ifindex: 1, state: ['permanent'], type: 'none' }
  const both = [{ ...entry, flags: ['proxy'], dst: '10.0.0.1' }, { ...entry, flags: [], dst: '10.0.0.2' }]
  const shown: string[] = []
  await sentBy([netns], async () => {
    for (const proxy of [true, false]) shown.push(...(await netns.neighbors.list({ proxy })).map(({ dst }) => dst))
  }, both)
  t.same(shown, ['10.0.0.1', '10.0.0.2'])
})

await t.test('counters come when they are asked for', async (t) => {
  const { netns } = await place(t)
  await Bridge.create({ netns, name: 'br0' })
  const [plain] = await netns.links.list({ kind: 'bridge' })
  const [counting] = await netns.links.list({ kind: 'bridge', stats: true })
  t.notOk(plain && 'stats' in plain)
  t.match(counting?.stats, { rxPackets: 0 })
})

// Many requests at once: each has its own result, on one namespace they keep their order, and closing in between answers all of them.
import '../../sandbox.ts'
import t from 'tap'
import { Bridge, Netns, Veth } from '../../../lib/index.ts'
import { descriptors, eventually, only, place, reason } from '../place.ts'

const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n))

await t.test('a thousand created at once', async (t) => {
  const { netns, show } = await place(t)
  const lo = await netns.links.get('lo')
  await Promise.all(times(1000, async (n) => lo.addresses.add(`10.0.${n >> 8}.${n & 255}/32`)))
  const [{ addr_info: shown }] = show('-4', 'addr', 'show', 'dev', 'lo') as [{ addr_info: { local: string }[] }]
  t.equal(new Set(shown.map(({ local }) => local).filter((local) => local.startsWith('10.'))).size, 1000)
  const veths = await Promise.all(times(500, async (n) => Veth.create({ netns, name: `v${n}`, peer: { name: `w${n}` } })))
  t.equal(show('link', 'show', 'type', 'veth').length, 1000)
  t.same(new Set(veths.flatMap((veth) => [lo.index, veth.index, veth.peer.index])).size, 1001, 'indexes are their own')
  t.same(show<{ ifindex: number, ifname: string }>('link', 'show', 'type', 'veth').filter(({ ifname }) => ifname.startsWith('v')).map(({ ifindex }) => ifindex),
    veths.map((veth) => veth.index).sort((a, b) => a - b))
  await Promise.all(veths.map(async (veth) => veth.delete()))
  t.equal(show('link').length, 1)
})

await t.test('one wrong among many', async (t) => {
  const { netns, show } = await place(t)
  const add = async (n: number): Promise<void> => netns.routes.add({ to: `10.${n >> 8}.${n & 255}.0/24`, type: 'blackhole' })
  await add(500)
  const outcomes = await Promise.allSettled(times(1000, add))
  t.same(outcomes.flatMap(({ status }, n) => status === 'rejected' ? [n] : []), [500])
  t.match(outcomes[500], { reason: { code: 'EEXIST', target: '10.1.244.0/24' } })
  t.equal(show('route', 'show', 'type', 'blackhole').length, 1000)
  // What is refused before it is sent, among the same: a bad prefix, a bad value that only the table of attributes knows.
  const mixed = await Promise.allSettled(times(300, async (n) => netns.routes.replace({ to: n === 150 ? '10.0.0.0/33' : `10.${n >> 8}.${n & 255}.0/24`, type: 'blackhole' })))
  t.same(mixed.flatMap(({ status }, n) => status === 'rejected' ? [n] : []), [150])
  t.match(mixed[150], { reason: { name: 'RangeError' } })
})

await t.test('in the order of asking', async (t) => {
  const { netns, name, show } = await place(t)
  const lo = await netns.links.get('lo')
  // None of these waits for the one before, and each needs it.
  for (let round = 0; round < 20; round++) {
    const steps = [
      lo.addresses.add('10.1.0.1/24'), netns.routes.add({ to: '10.2.0.0/24', dev: lo.index, src: '10.1.0.1' }),
      netns.routes.delete({ to: '10.2.0.0/24', dev: lo.index }), netns.routes.add({ to: '10.2.0.0/24', type: 'blackhole' }),
      netns.routes.delete({ to: '10.2.0.0/24', type: 'blackhole' }), lo.addresses.delete('10.1.0.1/24'),
    ]
    t.same((await Promise.allSettled(steps)).map((step) => step.status === 'rejected' ? step.reason as unknown : 'done'), times(6, () => 'done'))
  }
  // A dump sees what was asked for before it and nothing of what comes after, whatever window it falls into.
  const { index } = lo
  const add = async (n: number): Promise<void> => netns.routes.add({ to: `10.9.${n}.0/24`, dev: index })
  const counts: Promise<number>[] = []
  const adds = times(200, async (n) => {
    const done = add(n)
    if (n % 20 === 19) counts.push(netns.routes.list({ dev: index, family: 'inet' }).then((list) => list.length))
    return done
  })
  await Promise.all(adds)
  t.equal(show('route').length, 200)
  for (const count of await Promise.all(counts)) t.ok(count >= 20 && count <= 200, `${count} in ${name}`)
})

await t.test('several namespaces at once', async (t) => {
  const spaces = await Promise.all(times(12, async () => Netns.create()))
  const names = await Promise.all(spaces.map(async (netns, n) => {
    await Promise.all(times(10, async (m) => Bridge.create({ netns, name: `b${n}-${m}` })))
    return (await netns.links.list({ kind: 'bridge' })).map(({ name }) => name)
  }))
  names.forEach((list, n) => t.same(list.sort(), times(10, (m) => `b${n}-${m}`)))
  await Promise.all(spaces.map(async (netns) => netns.close()))
})

await t.test('closing while much is queued', async (t) => {
  const held = (await Netns.create().then(async (netns) => netns.close()), descriptors())
  for (const turns of [0, 1, 2, 5, 20]) {
    const { netns, show } = await place(t)
    const outcomes = Promise.allSettled([
      ...times(2000, async (n) => netns.routes.add({ to: `10.${n >> 8}.${n & 255}.0/24`, type: 'blackhole' })),
      ...times(5, async () => netns.routes.list()), netns.links.get('lo'),
    ])
    for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate)
    await netns.close()
    t.match(await reason(netns.links.list()), { code: 'ERR_NETNS_CLOSED' })
    const settled = await outcomes
    const codes = settled.map((outcome) => outcome.status === 'fulfilled' ? 'done' : (outcome.reason as { code?: string }).code ?? String(outcome.reason))
    t.same([...new Set(codes)].filter((code) => code !== 'done' && code !== 'ERR_NETNS_CLOSED'), [])
    const made = codes.slice(0, 2000).filter((code) => code === 'done').length
    t.same(codes.slice(0, 2000), times(2000, (n) => n < made ? 'done' : 'ERR_NETNS_CLOSED'), 'those before are done, those after are not')
    t.equal(show('route', 'show', 'type', 'blackhole').length, made, 'and the kernel agrees')
  }
  t.ok(await eventually(() => descriptors() <= held), 'the descriptors came back')
})

await t.test('a namespace closed while another request mentions it', async (t) => {
  const { netns, show } = await place(t)
  // Requests hold the descriptor of the peer's namespace until they are sent: its number must not have become something else.
  for (let round = 0; round < 20; round++) {
    const there = await Netns.create()
    const made = Promise.allSettled(times(5, async (n) => Veth.create({ netns, name: `r${round}-${n}`, peer: { name: `p${n}`, netns: there } })))
    const keeper = await Netns.open({ fd: there.fd })
    await there.close()
    const others = await Promise.all(times(5, async () => Netns.create()))
    const codes = (await made).map((outcome) => outcome.status === 'fulfilled' ? 'done' : (outcome.reason as { code?: string }).code)
    t.same(codes.filter((code) => code !== 'done' && code !== 'ERR_NETNS_CLOSED'), [])
    for (const other of others) {
      t.equal((await other.links.list()).length, 1, 'nobody else got the peers')
      await other.close()
    }
    const ends = (await keeper.links.list({ kind: 'veth' })).length
    t.equal(show('link', 'show', 'type', 'veth').length, ends, 'a pair is whole or not there')
    await Promise.all((await keeper.links.list({ kind: 'veth' })).map(async ({ index }) => keeper.links.delete([index])))
    await keeper.close()
  }
  t.equal(only(await netns.links.list()).name, 'lo')
})

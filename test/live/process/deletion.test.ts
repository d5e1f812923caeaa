// Links deleted in one turn: they go together, yet each has its own result, and nobody else's link goes with them.
import '../../sandbox.ts'
import t from 'tap'
import { Bridge, Link, NetlinkError, Veth, type Netns } from '../../../lib/index.ts'
import { place, reason, type Place } from '../place.ts'

const names = (where: Place): string[] => where.show<{ ifname: string }>('link').map(({ ifname }) => ifname).sort()
const veth = async (netns: Netns, name: string): Promise<Veth> => Veth.create({ netns, name, peer: { name: `${name}-peer` } })
const veths = async (netns: Netns, count: number): Promise<Veth[]> => Promise.all(Array.from({ length: count }, async (_, n) => veth(netns, `v${n}`)))

/** What became of each: `done`, or the refusal's code and target. */
async function fates(links: readonly Link[]): Promise<string[]> {
  const outcomes = await Promise.allSettled(links.map(async (link) => link.delete()))
  return outcomes.map((outcome) => {
    if (outcome.status === 'fulfilled') return 'done'
    if (!(outcome.reason instanceof NetlinkError)) throw outcome.reason
    return `${outcome.reason.code} ${outcome.reason.target ?? ''}`
  })
}

await t.test('one is gone already', async (t) => {
  const red = await place(t)
  for (const which of [0, 4, 9]) {
    const links = await veths(red.netns, 10)
    red.ip('link', 'delete', `v${which}`)
    t.same(await fates(links), links.map((_, n) => n === which ? `ENODEV v${which}` : 'done'))
    t.same(names(red), ['lo'])
  }
  const [one] = await veths(red.netns, 1)
  const error = await reason(one?.delete().then(async () => one.delete()) ?? Promise.resolve())
  t.match(error, { code: 'ENODEV', errno: -19, request: 'RTM_DELLINK', target: 'v0' })
})

await t.test('all are gone already', async (t) => {
  const red = await place(t)
  const links = await veths(red.netns, 5)
  const bystander = await veth(red.netns, 'bystander')
  for (const { name } of links) red.ip('link', 'delete', name)
  t.same(await fates(links), links.map(({ name }) => `ENODEV ${name}`))
  t.same(names(red), ['bystander', 'bystander-peer', 'lo'])
  t.ok((await bystander.get()).group === 0)
})

await t.test('both ends of pairs, here and elsewhere', async (t) => {
  const [red, blue] = [await place(t), await place(t)]
  const links = await veths(red.netns, 10)
  t.same(await fates(links.flatMap((link) => [link, link.peer])), links.flatMap(() => ['done', 'done']), 'they go at the same moment')
  t.same(names(red), ['lo'])
  // More than one group, and no end of the second is left when its turn comes.
  const many = await veths(red.netns, 600)
  t.same(await fates([...many, ...many.map((link) => link.peer), ...many.slice(0, 3)]), Array.from({ length: 1203 }, () => 'done'))
  t.same(names(red), ['lo'])
  const across = await Promise.all(Array.from({ length: 10 }, async (_, n) => Veth.create({ netns: red.netns, name: `v${n}`, peer: { netns: blue.netns, name: `v${n}` } })))
  // Either end takes the other with it, and which namespace is first is open.
  const outcomes = await fates(across.flatMap((link) => [link, link.peer]))
  t.same(outcomes.filter((outcome) => outcome !== 'done' && !/^ENODEV v\d$/.test(outcome)), [])
  t.ok(outcomes.includes('done'))
  t.same([names(red), names(blue)], [['lo'], ['lo']])
})

await t.test('bridges and what cannot be deleted among them', async (t) => {
  const red = await place(t)
  const { netns } = red
  const bridges = await Promise.all(Array.from({ length: 6 }, async (_, n) => Bridge.create({ netns, name: `b${n}`, up: true })))
  const ports = await Promise.all(Array.from({ length: 6 }, async (_, n) => Veth.create({ netns, name: `p${n}`, master: bridges[n], up: true, peer: { name: `q${n}` } })))
  const lo = await netns.links.get('lo')
  const list = [...ports.slice(0, 3), lo, ...bridges, ...ports.slice(3)]
  t.same(await fates(list), list.map((link) => link === lo ? 'EOPNOTSUPP lo' : 'done'))
  t.same(names(red), ['lo'])
  const shown = red.show<{ group: string, flags: string[] }>('link', 'show', 'lo')
  t.match(shown, [{ group: 'default' }], 'and nothing was done to the loopback')
  t.ok(shown[0]?.flags.includes('UP'))
  t.match(await reason(lo.delete()), { code: 'EOPNOTSUPP', request: 'RTM_DELLINK', target: 'lo' })
})

await t.test('links in groups of others stay', async (t) => {
  const red = await place(t)
  // The bits that a private group has, and its neighbours.
  const groups = [0, 1, 7, 0x3fff_ffff, 0x4000_0000, 0x7fff_ffff, 0xffff_ffff]
  await Promise.all(groups.map(async (group, n) => Bridge.create({ netns: red.netns, name: `g${n}`, group })))
  const before = JSON.stringify(red.show('link', 'show', 'type', 'bridge'))
  for (let round = 0; round < 5; round++) {
    const links = await veths(red.netns, 20)
    await Promise.all(links.slice(10).map(async (link) => link.set({ group: 7 })))
    t.same(new Set(await fates(links)), new Set(['done']), 'their own group, whichever it was')
  }
  t.equal(JSON.stringify(red.show('link', 'show', 'type', 'bridge')), before)
})

await t.test('a group that somebody else has', async (t) => {
  const red = await place(t)
  const { random } = Math
  t.teardown(() => { Math.random = random })
  Math.random = () => 0.5
  const group = 0x4000_0000 + 0x3f00_0000 / 2
  // Six bridges are two groups; each of these is somebody else's in turn.
  for (const taken of [group, group + 1]) {
    await Bridge.create({ netns: red.netns, name: 'theirs', group: taken })
    const bridges = await Promise.all(Array.from({ length: 6 }, async (_, n) => Bridge.create({ netns: red.netns, name: `b${n}` })))
    t.same(await fates([...bridges, ...await veths(red.netns, taken === group ? 5 : 0)]), Array.from({ length: taken === group ? 11 : 6 }, () => 'done'))
    t.match(red.show('link', 'show', 'theirs'), [{ ifname: 'theirs', group: String(taken) }])
    red.ip('link', 'delete', 'theirs')
  }
  t.same(names(red), ['lo'])
})

await t.test('a group that is refused as a whole', async (t) => {
  const red = await place(t)
  const lo = await red.netns.links.get('lo')
  // The handle does not tell what it is, so that it gets into the group.
  const list = [...await veths(red.netns, 3), new Link(red.netns, lo.index, 'lo', 'veth'), ...await Promise.all([0, 1].map(async (n) => veth(red.netns, `w${n}`)))]
  t.same(await fates(list), ['done', 'done', 'done', 'EOPNOTSUPP lo', 'done', 'done'])
  t.same(names(red), ['lo'])
  t.match(red.show('link', 'show', 'lo'), [{ group: 'default' }])
})

await t.test('in order with what else is asked for in the same turn', async (t) => {
  const red = await place(t)
  const { netns } = red
  for (let round = 0; round < 10; round++) {
    const [a, b] = [await veth(netns, 'a'), await veth(netns, 'b')]
    const [first, second, made] = await Promise.allSettled([a.delete(), b.delete(), veth(netns, 'a')])
    t.match([first, second, made], [{ status: 'fulfilled' }, { status: 'fulfilled' }, { status: 'fulfilled' }], 'the name is free again for what is made after')
    if (made.status === 'fulfilled') await made.value.delete()
    t.same(names(red), ['lo'])
  }
  const old = await veth(netns, 'c')
  const changed = old.set({ mtu: 1400 }), deleted = old.delete(), late = reason(old.set({ mtu: 1300 }))
  await Promise.all([changed, deleted])
  t.match(await late, { code: 'ENODEV' })
  const lists = [await veth(netns, 'd'), await veth(netns, 'e')]
  const before = netns.links.list(), gone = Promise.all(lists.map(async (link) => link.delete())), after = netns.links.list()
  t.equal((await before).length, 5)
  await gone
  t.equal((await after).length, 1)
})

await t.test('a thousand, and closing meanwhile', async (t) => {
  const red = await place(t)
  const links = await veths(red.netns, 600)
  const start = performance.now()
  t.same(new Set(await fates(links)), new Set(['done']))
  t.ok(performance.now() - start < 4000, `${Math.round(performance.now() - start)} ms: by themselves they take 16 ms each`)
  t.same(names(red), ['lo'])
  const more = await veths(red.netns, 20)
  const outcomes = Promise.allSettled(more.map(async (link) => link.delete()))
  await red.netns.close()
  const codes = (await outcomes).map((outcome) => outcome.status === 'fulfilled' ? 'done' : String((outcome.reason as { code?: string }).code))
  t.same([...new Set(codes)].filter((code) => code !== 'done' && code !== 'ERR_NETNS_CLOSED'), [])
  const left = names(red).filter((name) => /^v\d+$/.test(name))
  t.equal(left.length, codes.filter((code) => code !== 'done').length, 'those that are refused are there')
})

// Veth.create and Bridge.create: every option read back by ip(8), both ends in their namespaces, and failures that leave nothing.
import '../../sandbox.ts'
import t, { type Test } from 'tap'
import { Bridge, Link, NetlinkError, Netns, Veth, type LinkOptions } from '../../../lib/index.ts'
import { everything, only, place, reason, type Place } from '../place.ts'

interface Shown {
  ifname: string, ifindex: number, link_index?: number, link_netnsid?: number, mtu: number, flags: string[], address: string, broadcast: string, group: string,
  ifalias?: string, txqlen: number, master?: string, inet6_addr_gen_mode: string, num_tx_queues: number, num_rx_queues: number, linkinfo?: { info_kind: string }
  addr_info?: { local: string, prefixlen: number }[]
}

const shown = (where: Place, name: string): Shown => ({ ...only(where.show<Shown>('addr', 'show', 'dev', name)), ...only(where.show<Shown>('-d', 'link', 'show', 'dev', name)) })
const names = (where: Place): string[] => where.show<Shown>('link').map(({ ifname }) => ifname).sort()

const all = {
  mtu: 1400, address: '02:00:00:00:00:01', broadcast: 'ff:ff:ff:ff:ff:fe', group: 7, alias: 'an alias, with \u00e9', txQueueLength: 77,
  ipv6: 'none', queues: 3, addresses: ['10.0.0.1/24', { address: '10.0.1.1/24', label: 'one:x' }, 'fd00::1/64'], up: true,
} satisfies LinkOptions

function checkAll(t: Test, link: Shown): void {
  t.match(link, { mtu: 1400, address: all.address, broadcast: all.broadcast, group: '7', ifalias: all.alias, txqlen: 77,
    inet6_addr_gen_mode: 'none', num_tx_queues: 3, num_rx_queues: 3 })
  t.ok(link.flags.includes('UP'))
  t.same(link.addr_info?.map(({ local, prefixlen }) => `${local}/${prefixlen}`), ['10.0.0.1/24', '10.0.1.1/24', 'fd00::1/64'], 'and no link-local one')
}

await t.test('a veth with every option at either end', async (t) => {
  const [red, blue] = [await place(t), await place(t)]
  const [master, other] = [await Bridge.create({ netns: red.netns, name: 'br0' }), await Bridge.create({ netns: blue.netns, name: 'br1' })]
  const far = { ...all, address: '02:00:00:00:00:02', addresses: ['10.0.0.2/24'], netns: blue.netns, name: 'two', master: other } satisfies LinkOptions
  const veth = await Veth.create({ ...all, netns: red.netns, name: 'one', master, peer: far })
  const [one, two] = [shown(red, 'one'), shown(blue, 'two')]
  checkAll(t, one)
  t.match(one, { master: 'br0', linkinfo: { info_kind: 'veth' } })
  t.match(two, { master: 'br1', address: far.address, mtu: 1400, group: '7', ifalias: all.alias, txqlen: 77, inet6_addr_gen_mode: 'none', num_tx_queues: 3 })
  t.ok(two.flags.includes('UP') && two.flags.includes('LOWER_UP') && one.flags.includes('LOWER_UP'))
  t.equal(one.link_index, two.ifindex)
  t.equal(two.link_index, one.ifindex)
  t.equal(one.link_netnsid, await red.netns.id(blue.netns))
  t.match(veth, { name: 'one', index: one.ifindex, kind: 'veth', netns: red.netns })
  t.match(veth.peer, { name: 'two', index: two.ifindex, kind: 'veth', netns: blue.netns })
  t.equal((veth.peer as Veth).peer, veth)
  t.match(await veth.get(), { link: two.ifindex, linkNetnsId: one.link_netnsid })
})

await t.test('a bridge with every common option', async (t) => {
  const red = await place(t)
  const bridge = await Bridge.create({ ...all, netns: red.netns, name: 'one', queues: 1 })
  t.ok(bridge instanceof Bridge && bridge instanceof Link)
  const one = shown(red, 'one')
  checkAll(t, { ...one, num_tx_queues: 3, num_rx_queues: 3 })
  t.match(one, { ifindex: bridge.index, linkinfo: { info_kind: 'bridge' }, num_tx_queues: 1 })
})

await t.test('next to nothing is said', async (t) => {
  const red = await place(t)
  const veth = await Veth.create({ netns: red.netns })
  const bridge = await Bridge.create({ netns: red.netns })
  t.match(veth.name, /^veth[0-9a-f]{8}$/)
  t.match(bridge.name, /^bridge[0-9a-f]{8}$/)
  t.equal(veth.peer.netns, red.netns)
  t.same(names(red), ['lo', veth.name, veth.peer.name, bridge.name].sort())
  t.equal(shown(red, veth.name).link_netnsid, undefined, 'the other end is here')
  t.notOk(shown(red, veth.name).flags.includes('UP'))
  const here = await Veth.create({ name: 'here', peer: { netns: red.netns, name: 'there' } })
  t.equal(here.netns, Netns.current())
  await here.delete()
  t.notOk(names(red).includes('there'), 'both ends go')
})

await t.test('only the peer has a master, or an end is in a third namespace', async (t) => {
  const [red, blue] = [await place(t), await place(t)]
  await Bridge.create({ netns: blue.netns, name: 'br', up: true })
  const veth = await Veth.create({ netns: red.netns, name: 'eth0', up: true, addresses: ['10.0.0.1/24'], peer: { netns: blue.netns, name: 'port', master: 'br', up: true } })
  t.match([veth.name, veth.netns, veth.peer.name, veth.peer.netns], ['eth0', red.netns, 'port', blue.netns])
  t.equal(shown(red, 'eth0').ifindex, veth.index)
  t.equal(shown(blue, 'port').master, 'br')
  t.ok(shown(red, 'eth0').flags.includes('LOWER_UP'))
  t.ok(shown(blue, 'port').flags.includes('LOWER_UP'))
})

await t.test('what fails half way leaves nothing', async (t) => {
  const [red, blue] = [await place(t), await place(t)]
  await Bridge.create({ netns: red.netns, name: 'br0', address: '02:00:00:00:00:0b' })   // otherwise it takes its ports'
  await Bridge.create({ netns: blue.netns, name: 'taken' })
  for (const [observer, of] of [[red, blue], [blue, red]] as const) await observer.netns.assignId(of.netns)   // the kernel does it for a pair
  const before = [everything(red.name), everything(blue.name)]
  const { netns } = red
  const cases: [string, () => Promise<Link>, object][] = [
    ['an address twice', async () => Bridge.create({ netns, name: 'x', addresses: ['10.0.0.1/24', '10.0.0.1/24'] }), { code: 'EEXIST', request: 'RTM_NEWADDR' }],
    ['an address that cannot be', async () => Veth.create({ netns, name: 'x', addresses: ['10.0.0.1/24', '::1/128', 'ff02::1/128'] }), { request: 'RTM_NEWADDR' }],
    ['the same at the peer', async () => Veth.create({ netns, name: 'x', peer: { netns: blue.netns, name: 'y', addresses: ['ff02::1/128'] } }), { request: 'RTM_NEWADDR' }],
    ['a name that is taken', async () => Bridge.create({ netns, name: 'br0' }), { code: 'EEXIST', errno: -17, syscall: 'netlink', request: 'RTM_NEWLINK', target: 'br0' }],
    ['the peer\'s name', async () => Veth.create({ netns, name: 'x', peer: { netns: blue.netns, name: 'taken' } }), { code: 'EEXIST' }],
    ['both names the same', async () => Veth.create({ netns, name: 'x', peer: { name: 'x' } }), { code: 'EEXIST' }],
    ['no such master', async () => Veth.create({ netns, name: 'x', master: 'nobody' }), { code: 'ENODEV', request: 'RTM_GETLINK', target: 'nobody' }],
    ['no such master by index', async () => Veth.create({ netns, name: 'x', master: 9999 }), { code: 'EINVAL', request: 'RTM_NEWLINK' }],
    ['a master that takes no ports', async () => Veth.create({ netns, name: 'x', master: 'lo' }), { code: 'EOPNOTSUPP', request: 'RTM_NEWLINK' }],
    ['the peer\'s master', async () => Veth.create({ netns, name: 'x', master: 'br0', peer: { netns: blue.netns, name: 'y', master: 'lo' } }), { code: 'EOPNOTSUPP' }],
    ['an MTU below what the kind takes', async () => Veth.create({ netns, name: 'x', mtu: 67 }), { code: 'EINVAL' }],
    ['the same of a bridge', async () => Bridge.create({ netns, name: 'x', mtu: 67 }), { code: 'EINVAL', extack: /mtu/i }],
    ['an MTU above it', async () => Bridge.create({ netns, name: 'x', mtu: 65536 }), { code: 'EINVAL' }],
    ['an option of the bridge', async () => Bridge.create({ netns, name: 'x', groupAddr: '02:00:00:00:00:01' }), { code: 'EINVAL' }],
  ]
  for (const [name, create, expected] of cases) {
    const error = await reason(create())
    t.ok(error instanceof NetlinkError, name)
    t.match(error, expected, name)
    t.same([everything(red.name), everything(blue.name)], before, `${name}: nothing is left`)
  }
})

await t.test('a master of another namespace', async (t) => {
  const [red, blue] = [await place(t), await place(t)]
  const master = await Bridge.create({ netns: red.netns, name: 'br0' })
  t.match(await reason(Veth.create({ netns: blue.netns, master })), { name: 'RangeError', argument: 'options.master' })
  await using again = await Netns.open(red.name)
  await Veth.create({ netns: again, name: 'port', master })
  t.equal(shown(red, 'port').master, 'br0', 'another handle of the same namespace will do')
})

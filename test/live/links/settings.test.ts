// Settings of links of every kind beyond the first few, each read back by ip(8): flags, names, sizes, protocol settings, ports; links on
// links of other namespaces; kinds by their word alone; statistics beyond the usual.
import '../../sandbox.ts'
import t from 'tap'
import { Bridge, Ifb, Link, Macvlan, Netns, Veth, Vxlan } from '../../../lib/index.ts'
import { ip, skipUnless } from '../../sandbox.ts'
import { everything, only, place, reason } from '../place.ts'

await t.test('flags, sizes and names', async (t) => {
  const red = await place(t)
  const { netns, show } = red
  const shown = () => only(show<{ flags: string[], [name: string]: unknown }>('-d', 'link', 'show', 'dev', 'x'))
  const link = await Ifb.create({
    netns, name: 'x', index: 77, arp: true, multicast: true, promisc: true, allmulticast: true, gsoMaxSize: 30000, gsoMaxSegs: 100, groMaxSize: 20000, linkmode: 'dormant',
    altNames: ['first-name-longer-than-15', 'second'], numTxQueues: 3, numRxQueues: 2, up: true,
  })
  t.match(shown(), { ifindex: 77, gso_max_size: 30000, gso_max_segs: 100, gro_max_size: 20000, linkmode: 'DORMANT', num_tx_queues: 3, num_rx_queues: 2, promiscuity: 1,
    altnames: ['first-name-longer-than-15', 'second'] })
  for (const flag of ['UP', 'MULTICAST', 'PROMISC', 'ALLMULTI']) t.ok(shown().flags.includes(flag), flag)
  t.notOk(shown().flags.includes('NOARP'))
  t.match(await link.get(), { index: 77, gsoMaxSize: 30000, linkmode: 'dormant', promiscuity: 1, allmulti: 1 })
  await link.set({ arp: false, multicast: false, promisc: false, allmulticast: false, dynamic: true, gsoMaxSize: 40000, linkmode: 'default' })
  t.match(shown(), { gso_max_size: 40000, promiscuity: 0, linkmode: 'DEFAULT' })
  t.equal((await link.get()).linkmode, 'default')
  t.same(['NOARP', 'DYNAMIC', 'MULTICAST', 'PROMISC', 'ALLMULTI'].filter((flag) => shown().flags.includes(flag)), ['NOARP', 'DYNAMIC'])
  await link.deleteAltNames('second')
  await link.addAltNames('third', 'fourth')
  t.same(new Set((await link.get()).altNames), new Set(['first-name-longer-than-15', 'third', 'fourth']))
  t.equal((await netns.links.get('fourth')).index, 77)
  t.match(await reason(link.addAltNames('third')), { code: 'EEXIST' })
  t.match(await reason(link.deleteAltNames('nobody')), { code: 'ENOENT' })
})

// Linux 6.3 shows both of every link.
const probe = await Netns.create()
const sizesForIpv4 = (await (await probe.links.get('lo')).get()).gsoIpv4MaxSize !== undefined
await probe.close()

await t.test('the sizes for IPv4', { skip: skipUnless(sizesForIpv4, 'IFLA_GSO_IPV4_MAX_SIZE') }, async (t) => {
  const { netns } = await place(t)
  const link = await Ifb.create({ netns, name: 'x' })
  await link.set({ gsoIpv4MaxSize: 1000, groIpv4MaxSize: 2000 })
  t.match(await link.get(), { gsoIpv4MaxSize: 1000, groIpv4MaxSize: 2000 })
})

await t.test('what IPv4 and IPv6 are set to', async (t) => {
  const red = await place(t)
  const { netns } = red
  const link = await Veth.create({ netns, name: 'x', ipv6: 'eui64', ipv6Token: '::7', inet: { forwarding: 1, rpFilter: 2, arpIgnore: 1 } })
  t.equal(await netns.sysctl.get('net.ipv4.conf.x.rp_filter'), '2')
  t.equal(await netns.sysctl.get('net.ipv4.conf.x.arp_ignore'), '1')
  t.match(only(red.show('token', 'show', 'dev', 'x')), { token: '::7' })
  await link.set({ inet: { rpFilter: 0, arpIgnore: 2 }, ipv6Token: '::8', mtu: 1400 })
  const info = await link.get({ details: true })
  t.match(info, { mtu: 1400, inet: { forwarding: 1, rpFilter: 0, arpIgnore: 2 }, inet6: { token: '::8', addrGenMode: 'eui64', conf: { forwarding: 0 } } })
  t.notOk('stats' in info)
  t.notOk('inet' in await link.get())
  const [listed] = await netns.links.list({ kind: 'veth', details: true })
  t.equal(listed?.inet?.arpIgnore, listed?.name === 'x' ? 2 : 0)
})

await t.test('ports', async (t) => {
  const red = await place(t)
  const { netns } = red
  const bridge = await Bridge.create({ netns, name: 'br0' })
  const [one, two] = [await Veth.create({ netns, name: 'one', master: bridge }), await Veth.create({ netns, name: 'two' })]
  const port = (name: string) => only(red.show<{ linkinfo: { info_slave_data: object } }>('-d', 'link', 'show', 'dev', name)).linkinfo.info_slave_data
  await one.set({ port: { isolated: true, cost: 77, learning: false, mode: true } })
  t.match(port('one'), { isolated: true, cost: 77, learning: false, hairpin: true })
  await two.set({ master: 'br0', port: { priority: 7, backupPort: 'one', multicastRouter: 'perm' }, up: true })
  t.match(port('two'), { priority: 7, backup_port: 'one', multicast_router: 2 })
  await two.set({ port: { backupPort: 0 } })
  t.notMatch(port('two'), { backup_port: 'one' })
  t.match(only(await bridge.ports().then((ports) => ports.filter(({ name }) => name === 'one'))).port, { isolated: true, cost: 77 })
  const before = everything(red.name)
  for (const [wrong, argument] of [[{ isolatde: true }, 'options.port'], [{ rootId: {} }, 'options.port'], [{ queueId: 1 }, 'options.port'], [{ isolated: 1 }, 'options.port.isolated'],
    [{ cost: -1 }, 'options.port.cost'], [[], 'options.port'], [null, 'options.port'], [new Uint8Array(4), 'options.port']] as const) {
    const error = await reason(one.set({ mtu: 1300, port: wrong as never }))
    t.match(error, { argument }, JSON.stringify(wrong))
    t.ok(error instanceof TypeError || error instanceof RangeError)
  }
  const loose = await Ifb.create({ netns, name: 'loose' })
  t.match(await reason(loose.set({ port: { cost: 1 } })), { name: 'RangeError', message: 'options.port: loose is no port of a master' })
  await loose.delete()
  t.equal(everything(red.name), before)
})

await t.test('on a link of another namespace', async (t) => {
  const [red, blue] = [await place(t), await place(t)]
  const lower = await Ifb.create({ netns: red.netns, name: 'lower' })
  const one = await Macvlan.create({ netns: blue.netns, name: 'one', link: lower, mode: 'bridge' })
  t.match(await one.get(), { link: lower.index, linkNetnsId: await blue.netns.id(red.netns), data: { mode: 'bridge' } })
  t.match(only(blue.show('-d', 'link', 'show', 'dev', 'one')), { linkinfo: { info_kind: 'macvlan' }, link_index: lower.index })
  const two = await Macvlan.create({ netns: blue.netns, name: 'two', link: 'lower', linkNetns: red.netns, mode: 'bridge' })
  t.match(await two.get(), { index: two.index, link: lower.index })
  const three = await Vxlan.create({ netns: blue.netns, name: 'three', id: 5, link: lower.index, linkNetns: red.netns, remote: '10.0.0.1', local: '10.0.0.2', port: 4789 })
  t.match(await three.get(), { data: { id: 5, link: lower.index }, linkNetnsId: await blue.netns.id(red.netns) })
  t.match(await reason(Macvlan.create({ netns: blue.netns, link: lower, linkNetns: blue.netns })), { name: 'RangeError', argument: 'options.link' })
  t.match(await reason(Macvlan.create({ netns: blue.netns, link: 'nobody', linkNetns: red.netns })), { code: 'ENODEV', target: 'nobody' })
  t.same((await red.netns.links.list()).map(({ name }) => name), ['lo', 'lower'])
})

await t.test('a kind by its word', async (t) => {
  const red = await place(t)
  const { netns } = red
  const ifb = await netns.links.create({ kind: 'ifb', name: 'x', mtu: 1300 })
  t.ok(ifb instanceof Ifb)
  t.match(only(red.show('-d', 'link', 'show', 'dev', 'x')), { mtu: 1300, linkinfo: { info_kind: 'ifb' } })
  const data = Uint8Array.of(8, 0, 1, 0, 4, 0, 0, 0)   // IFLA_MACVLAN_MODE bridge
  const macvlan = await netns.links.create({ kind: 'macvlan', name: 'y', link: ifb, data })
  t.match((await macvlan.get()).data, { mode: 'bridge' })
  const as = new Link(netns, macvlan.index, 'y', 'macvlan')
  await as.set({ data: Uint8Array.of(8, 0, 1, 0, 1, 0, 0, 0) })
  t.match((await macvlan.get()).data, { mode: 'private' })
  t.match(await reason(as.set({ data: { mode: 'vepa' } })), { argument: 'options.data' })
  await macvlan.set({ data: { mode: 'vepa' } })
  t.match((await macvlan.get()).data, { mode: 'vepa' })
  t.match(await reason(netns.links.create({ kind: 'nosuch', name: 'z' })), { code: 'EOPNOTSUPP', message: /no links of kind 'nosuch', or not their module \(rtnl-link-nosuch\)/ })
  for (const wrong of [{}, { kind: '' }, { kind: 5 }, { kind: 'a\0b' }, { kind: 'x'.repeat(56) }, { kind: 'ifb', data: {} }, { kind: 'ifb', mode: 'x' }]) {
    const error = await reason(netns.links.create(wrong as never))
    t.ok(error instanceof TypeError || error instanceof RangeError, JSON.stringify(wrong))
  }
})

await t.test('statistics of a bridge and its port', async (t) => {
  const { netns } = await place(t)
  const bridge = await Bridge.create({ netns, name: 'br0', multicastStatsEnabled: true, up: true })
  const port = await Veth.create({ netns, name: 'one', master: bridge, up: true, peer: { up: true } })
  const stats = await bridge.xstats()
  t.type(stats.kind?.bridge?.mcast?.mldV2reports.rx, 'number')
  t.equal((await port.xstats()).port?.bridge?.stp?.rxBpdu, 0)
  t.same((await port.xstats()).offload?.hwSInfo?.l3Stats, { request: false, used: false })
  t.match(await reason(new Link(netns, 9999, 'gone', '').xstats()), { code: 'ENODEV', request: 'RTM_GETSTATS', target: 'gone' })
})

await t.test('what a kind cannot do', async (t) => {
  const { netns, name } = await place(t)
  const link = await Ifb.create({ netns, name: 'x' })
  t.match(await reason(link.set({ protoDown: true })), { code: 'EOPNOTSUPP' })
  const before = everything(name)
  t.match(await reason(Ifb.create({ netns, name: 'y', carrier: true, protoDown: true })), { code: 'EOPNOTSUPP' })
  t.equal(everything(name), before, 'the link whose setting was refused is gone again')
  const upper = await Macvlan.create({ netns, name: 'up', link, protoDown: true, protoDownReason: { mask: 3, value: 1 } })
  t.match(await upper.get(), { protoDown: true, protoDownReason: { value: 1 } })
  t.match(ip('-n', name, '-d', 'link', 'show', 'dev', 'up'), /protodown on/)
  t.match(await reason(upper.set({ protoDown: false })), { code: 'EBUSY' })
  await upper.set({ protoDownReason: { mask: 3, value: 0 } })
  await upper.set({ protoDown: false })
  t.equal((await upper.get()).protoDown, false)
  t.equal(netns instanceof Netns, true)
})

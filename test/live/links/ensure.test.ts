// `links.ensure`: makes a link, changes what differs of one that is there, and leaves one alone that is as it is wanted.
import '../../sandbox.ts'
import t from 'tap'
import { Bond, Bridge, Gre, Ip6tnl, Macvlan, Veth, Vlan, Vrf, Vxlan } from '../../../lib/index.ts'
import { skipUnlessKind } from '../../sandbox.ts'
import { only, place, reason } from '../place.ts'
import { twice } from '../twice.ts'

await t.test('settings of every link', async (t) => {
  const { netns, show, ip } = await place(t)
  const { links } = netns
  const name = 'br0'
  await twice(t, netns, async () => links.ensure(Bridge, { name }), 'a bridge')
  await twice(t, netns, async () => links.ensure(Bridge, { name, mtu: 1400, alias: 'lan', group: 7, txQueueLength: 500, address: '02:00:00:00:00:0A' }), 'numbers and texts')
  await twice(t, netns, async () => links.ensure(Bridge, { name, up: true, arp: false, allmulticast: true, ipv6: 'none' }), 'flags')
  await twice(t, netns, async () => links.ensure(Bridge, { name, addresses: ['10.0.0.1/24', 'fd00::1/64'], altNames: ['a-bridge-of-the-lan'] }), 'addresses and names')
  await twice(t, netns, async () => links.ensure(Bridge, { name, inet: { forwarding: 1, rpFilter: 2 } }), 'IPv4')
  const shown = only(show<{ mtu: number, ifalias: string, address: string, flags: string[], group: string }>('-d', 'link', 'show', 'dev', name))
  t.match(shown, { mtu: 1400, ifalias: 'lan', address: '02:00:00:00:00:0a', group: '7' })
  t.ok(shown.flags.includes('NOARP') && shown.flags.includes('UP'))
  ip('link', 'set', name, 'mtu', '1300')
  const { changed, link } = await links.ensure(Bridge, { name, mtu: 1400, up: true })
  t.equal(changed, true, 'what another changed')
  t.ok(link instanceof Bridge)
  t.equal((await link.get()).mtu, 1400)
  t.equal((await links.ensure(Bridge, { name })).changed, false, 'what is not named does not matter')
})

await t.test('masters, pairs, and what cannot be changed', async (t) => {
  const { netns } = await place(t)
  const { links } = netns
  const bridge = await Bridge.create({ netns, name: 'br0' })
  const wish = { name: 'eth0', master: bridge, up: true, peer: { name: 'eth1' } }
  await twice(t, netns, async () => links.ensure(Veth, wish), 'a port')
  const { link } = await links.ensure(Veth, wish)
  await link.set({ nomaster: true })
  await twice(t, netns, async () => links.ensure(Veth, { name: 'eth0', master: 'br0' }), 'a port again')
  t.match(await reason(links.ensure(Bridge, { name: 'eth0' })), { code: 'ERR_CANNOT_CHANGE', message: 'eth0 is there with another kind, which cannot be changed' })
  t.match(await reason(links.ensure(Veth, { name: 'eth0', numTxQueues: 3 })), { code: 'ERR_CANNOT_CHANGE', message: /another numTxQueues/ })
  t.match(await reason(links.ensure(Veth, {})), { code: 'ERR_INVALID_ARG_TYPE', argument: 'options.name' })
  t.match(await reason(links.ensure(Veth, { name: 'eth0', mtuu: 5 } as object)), { code: 'ERR_INVALID_ARG_TYPE' })
  t.match(await reason(links.ensure(Veth, { name: 'eth0', mtu: -1 })), { code: 'ERR_OUT_OF_RANGE', argument: 'options.mtu' })
  const answers = await Promise.all(Array.from({ length: 6 }, async () => links.ensure(Bridge, { name: 'br1', up: true })))
  t.equal(answers.filter(({ changed }) => changed).length, 1, 'many at once make it once')
})

await t.test('a bridge\'s own settings', async (t) => {
  const { netns } = await place(t)
  const { links } = netns
  await twice(t, netns, async () => links.ensure(Bridge, { name: 'br0', ageingTime: 1000, stpState: 0 }), 'made')
  await twice(t, netns, async () => links.ensure(Bridge, { name: 'br0', ageingTime: 2000, priority: 4096, groupFwdMask: 0x4000 }), 'changed')
  await twice(t, netns, async () => links.ensure(Bridge, { name: 'br0', multiBoolopt: { optval: ['no_ll_learn'], optmask: ['no_ll_learn'] } }), 'bits under a mask')
})

await t.test('vxlan\'s own', { skip: skipUnlessKind('vxlan', 'id', '5', 'dstport', '0') }, async (t) => {
  const { netns } = await place(t)
  const { links } = netns
  const vx0 = { name: 'vx0', id: 7, port: 4789, local: '10.0.0.1' }
  await twice(t, netns, async () => links.ensure(Vxlan, vx0), 'made')
  await twice(t, netns, async () => links.ensure(Vxlan, { ...vx0, ageing: 60, learning: false }), 'changed')
  t.match(await reason(links.ensure(Vxlan, { ...vx0, port: 8472 })), { code: 'ERR_CANNOT_CHANGE', message: /vx0 is there with another port/ })
})

await t.test('links on others, and other masters', { skip: skipUnlessKind('vlan', 'id', '5') || skipUnlessKind('bond') || skipUnlessKind('vrf', 'table', '5') || skipUnlessKind('macvlan') }, async (t) => {
  const { netns } = await place(t)
  const { links } = netns
  const [eth0, eth2] = [await Veth.create({ netns, name: 'eth0', peer: { name: 'eth1' } }), await Veth.create({ netns, name: 'eth2', peer: { name: 'eth3' } })]
  await twice(t, netns, async () => links.ensure(Vlan, { name: 'v5', link: eth0, id: 5 }), 'a VLAN')
  await twice(t, netns, async () => links.ensure(Vlan, { name: 'v5', link: 'eth0', id: 5, flags: { flags: ['loose_binding'], mask: ['loose_binding'] } }), 'its flags')
  t.match(await reason(links.ensure(Vlan, { name: 'v5', link: eth0, id: 6 })), { code: 'ERR_CANNOT_CHANGE', message: /another id/ })
  t.match(await reason(links.ensure(Vlan, { name: 'v5', link: eth2, id: 5 })), { code: 'ERR_CANNOT_CHANGE', message: /another link/ })
  await twice(t, netns, async () => links.ensure(Bond, { name: 'bond0', mode: 'active-backup', miimon: 100 }), 'a bond')
  await twice(t, netns, async () => links.ensure(Bond, { name: 'bond0', mode: 'active-backup', miimon: 200 }), 'its monitoring')
  await twice(t, netns, async () => links.ensure(Vrf, { name: 'vrf0', table: 100, up: true }), 'a VRF')
  await twice(t, netns, async () => links.ensure(Macvlan, { name: 'mac0', link: eth2, mode: 'bridge' }), 'a MACVLAN')
  await twice(t, netns, async () => links.ensure(Macvlan, { name: 'mac0', link: eth2, mode: 'private' }), 'its mode')
})

await t.test('tunnels, whose every change says all', { skip: skipUnlessKind('gre') || skipUnlessKind('ip6tnl') }, async (t) => {
  const { netns } = await place(t)
  const { links } = netns
  await twice(t, netns, async () => links.ensure(Gre, { name: 'g0', local: '10.0.0.1', remote: '10.0.0.2', ttl: 64 }), 'GRE')
  await twice(t, netns, async () => links.ensure(Gre, { name: 'g0', remote: '10.0.0.3' }), 'its remote end')
  t.match((await (await links.get('g0')).get()).data, { local: '10.0.0.1', remote: '10.0.0.3', ttl: 64 })
  await twice(t, netns, async () => links.ensure(Ip6tnl, { name: 't0', local: 'fd00::1', remote: 'fd00::2' }), 'ip6tnl')
})

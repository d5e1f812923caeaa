// What can be asked of links and done to them: get, list, filters, set, rename, moveTo, delete, stats; handles that outlive their links.
import '../../sandbox.ts'
import t from 'tap'
import { Bridge, Link, NetlinkError, Veth } from '../../../lib/index.ts'
import { only, place, reason, type Place } from '../place.ts'

interface Shown { ifname: string, ifindex: number, mtu: number, flags: string[], address: string, broadcast: string, group: string, ifalias?: string, txqlen: number, master?: string, inet6_addr_gen_mode: string, operstate: string, altnames?: string[] }

const shown = (where: Place, name: string): Shown => only(where.show<Shown>('-d', 'link', 'show', 'dev', name))

await t.test('made by ip(8), read by us', async (t) => {
  const red = await place(t)
  red.ip('link', 'add', 'br0', 'type', 'bridge')
  red.ip('link', 'add', 'one', 'mtu', '1300', 'address', '02:00:00:00:00:11', 'txqueuelen', '5', 'numtxqueues', '2', 'type', 'veth', 'peer', 'name', 'two')
  red.ip('link', 'set', 'one', 'master', 'br0', 'alias', 'words', 'group', '9')
  red.ip('link', 'set', 'one', 'up')
  red.ip('link', 'property', 'add', 'dev', 'one', 'altname', 'a-name-longer-than-15-bytes')
  const list = await red.netns.links.list()
  const theirs = red.show<Shown>('-d', 'link')
  t.same(list.map(({ name, index, mtu, address, broadcast, txQueueLength }) => [name, index, mtu, address, broadcast, txQueueLength]),
    theirs.map((link) => [link.ifname, link.ifindex, link.mtu, link.address, link.broadcast, link.txqlen]))
  t.same(list.map(({ operstate }) => String(operstate).toUpperCase()), theirs.map(({ operstate }) => operstate))
  const one = list.find(({ name }) => name === 'one')
  const [two, br0] = ['two', 'br0'].map((name) => shown(red, name).ifindex)
  t.match(one, { kind: 'veth', up: true, alias: 'words', group: 9, altNames: ['a-name-longer-than-15-bytes'], numTxQueues: 2, link: two, master: br0, portKind: 'bridge', type: 'ether' })
  t.notOk(one?.linkNetnsId !== undefined, 'the peer is here')
  t.same(Object.keys(list[0] ?? {}).filter((key) => ['kind', 'master', 'link', 'alias', 'altNames', 'stats', 'data', 'port'].includes(key)), [], 'what lo has not is absent')
  for (const [query, handle] of await Promise.all(['one', 'a-name-longer-than-15-bytes', one?.index ?? 0].map(async (query) => [query, await red.netns.links.get(query)] as const))) {
    t.ok(handle instanceof Veth, String(query))
    t.match(handle, { name: 'one', index: one?.index, kind: 'veth' })
  }
  t.ok(await red.netns.links.get('br0') instanceof Bridge)
  t.same((await red.netns.links.get('lo')).kind, '')
  const each: string[] = []
  for await (const { name } of red.netns.links) each.push(name)
  t.same(each, theirs.map(({ ifname }) => ifname))
})

await t.test('filters', async (t) => {
  const { netns } = await place(t)
  const [br0, br1] = [await Bridge.create({ netns, name: 'br0', up: true }), await Bridge.create({ netns, name: 'br1' })]
  for (const [name, master, up] of [['a', br0, true], ['b', br0, false], ['c', br1, true]] as const) await Veth.create({ netns, name, master, up, peer: { name: `${name}-peer` } })
  const found = async (filter: object): Promise<string> => (await netns.links.list(filter)).map(({ name }) => name).join(' ')
  t.equal(await found({ kind: 'bridge' }), 'br0 br1')
  t.equal(await found({ kind: 'veth', up: true }), 'a c')
  t.equal(await found({ up: true }), 'lo br0 a c')
  t.equal(await found({ up: false, kind: 'bridge' }), 'br1')
  for (const master of [br0, 'br0', br0.index]) t.equal(await found({ master }), 'a b')
  t.equal(await found({ master: br0, kind: 'veth', up: false }), 'b')
  t.equal(await found({ master: br0, kind: 'bridge' }), '')
  t.equal(await found({ kind: 'no such kind' }), '')
  t.match(await reason(found({ master: 'nobody' })), { code: 'ENODEV' })
  for (const filter of [null, 5, [], { knid: 'veth' }, { kind: 5 }, { up: 'yes' }, { up: 1 }, { stats: 0 }, { master: {} }, { master: -1 }, { master: 0 }, { master: '' }]) {
    const error = await reason(found(filter as object))
    t.ok(error instanceof TypeError || error instanceof RangeError, JSON.stringify(filter))
  }
})

await t.test('set, and every change read back', async (t) => {
  const red = await place(t)
  const { netns } = red
  const bridge = await Bridge.create({ netns, name: 'br0' })
  const { peer: other, ...veth } = await Veth.create({ netns, name: 'one', peer: { name: 'two' } }).then((link) => ({ link, peer: link.peer }))
  const { link } = veth
  await link.set({ mtu: 1280, address: '02:00:00:00:00:22', broadcast: 'ff:ff:ff:ff:ff:00', group: 3, alias: 'x', txQueueLength: 1, master: bridge, ipv6: 'random', up: true })
  t.match(shown(red, 'one'), { mtu: 1280, address: '02:00:00:00:00:22', broadcast: 'ff:ff:ff:ff:ff:00', group: '3', ifalias: 'x', txqlen: 1, master: 'br0', inet6_addr_gen_mode: 'random' })
  t.ok(shown(red, 'one').flags.includes('UP'))
  await link.set({ nomaster: true, alias: '', up: false })
  t.equal(shown(red, 'one').master, undefined)
  t.equal(shown(red, 'one').ifalias, undefined)
  t.notOk(shown(red, 'one').flags.includes('UP'))
  t.equal(shown(red, 'one').mtu, 1280, 'what is not named stays')
  await link.up()
  await other.up()
  t.ok(shown(red, 'one').flags.includes('LOWER_UP'))
  await link.down()
  t.notOk(shown(red, 'one').flags.includes('UP'))
  await link.set({})
  const before = JSON.stringify(red.show('-d', 'link'))
  const error = await reason(link.set({ mtu: 10 }))
  t.ok(error instanceof NetlinkError)
  t.match(error, { code: 'EINVAL', request: 'RTM_NEWLINK', target: 'one', extack: /mtu/i })
  t.equal(JSON.stringify(red.show('-d', 'link')), before)
})

await t.test('rename and move', async (t) => {
  const [red, blue] = [await place(t), await place(t)]
  const link = await Veth.create({ netns: red.netns, name: 'one', addresses: ['10.0.0.1/24'], peer: { name: 'two' } })
  await link.rename('uno')
  t.equal(link.name, 'uno')
  t.equal(shown(red, 'uno').ifindex, link.index)
  t.match(await reason(link.rename('two')), { code: 'EEXIST', target: 'uno' })
  t.equal(link.name, 'uno')
  // Indexes that are taken there, so that the link arrives under another.
  for (let n = 0; n < 4; n++) blue.ip('link', 'add', 'type', 'bridge')
  await link.moveTo(blue.netns, { name: 'eth0' })
  t.match([link.name, link.netns], ['eth0', blue.netns])
  t.equal(shown(blue, 'eth0').ifindex, link.index)
  t.throws(() => shown(red, 'uno'))
  t.equal((await link.get()).name, 'eth0')
  t.equal((await link.addresses.list()).length, 0)
  await link.peer.moveTo(blue.netns)
  t.equal(shown(blue, 'two').ifindex, link.peer.index)
  await Bridge.create({ netns: red.netns, name: 'eth0' })
  t.match(await reason(link.moveTo(red.netns)), { code: 'EEXIST' }, 'the name is taken there')
  t.match([link.name, link.netns], ['eth0', blue.netns])
  t.equal((await link.get()).index, link.index, 'the handle still works')
  const lo = await red.netns.links.get('lo')
  t.ok(await reason(lo.moveTo(blue.netns)) instanceof NetlinkError, 'loopback stays where it is')
  for (const target of [null, undefined, 'blue', {}, blue.netns.fd]) t.match(await reason(link.moveTo(target as never)), { name: 'TypeError' })
  t.match(await reason(link.moveTo(red.netns, { nmae: 'x' } as object)), { name: 'TypeError' })
})

await t.test('an old handle never means a new link', async (t) => {
  const red = await place(t)
  const { netns } = red
  const old = await Veth.create({ netns, name: 'one', peer: { name: 'two' } })
  red.ip('link', 'delete', 'one')
  red.ip('link', 'add', 'one', 'type', 'bridge')
  const before = JSON.stringify(red.show('-d', 'addr'))
  const operations: [string, () => Promise<unknown>][] = [
    ['get', async () => old.get()], ['stats', async () => old.stats()], ['set', async () => old.set({ mtu: 1400 })], ['up', async () => old.up()],
    ['rename', async () => old.rename('three')], ['delete', async () => old.delete()], ['peer', async () => old.peer.delete()],
    ['moveTo', async () => old.moveTo(netns)], ['addresses.add', async () => old.addresses.add('10.0.0.1/24')],
    ['neighbors.add', async () => old.neighbors.add('10.0.0.2', { address: '02:00:00:00:00:01' })], ['links.delete', async () => netns.links.delete([old])],
  ]
  for (const [name, operation] of operations) {
    const error = await reason(operation())
    t.ok(error instanceof NetlinkError, name)
    t.match(error, { code: 'ENODEV', errno: -19 }, name)
  }
  t.equal(JSON.stringify(red.show('-d', 'addr')), before)
  t.match(await reason(old.addresses.list()), { code: 'ENODEV' })
  for (const query of ['nobody', 9999, 'a-name-longer-than-15-bytes', '__proto__']) t.match(await reason(netns.links.get(query)), { code: 'ENODEV', target: String(query) })
})

await t.test('stats and deleting many', async (t) => {
  const red = await place(t)
  const { netns } = red
  await netns.exec('ping', ['-c2', '-i0.01', '127.0.0.1'])
  const stats = await (await netns.links.get('lo')).stats()
  const theirs = only(red.show<{ stats64: { rx: { bytes: number, packets: number }, tx: { bytes: number } } }>('-s', 'link', 'show', 'lo')).stats64
  t.ok(theirs.rx.packets >= 4)
  t.match(stats, { rxPackets: theirs.rx.packets, rxBytes: theirs.rx.bytes, txBytes: theirs.tx.bytes })
  t.match(only(await netns.links.list({ stats: true })).stats, { rxPackets: theirs.rx.packets })
  t.equal(only(await netns.links.list()).stats, undefined)
  const made = await Promise.all(Array.from({ length: 6 }, async (_, n) => Bridge.create({ netns, name: `b${n}` })))
  await netns.links.delete([made[0] as Link, 'b1', made[2]?.index ?? 0])
  t.same((await netns.links.list({ kind: 'bridge' })).map(({ name }) => name), ['b3', 'b4', 'b5'])
  t.match(await reason(netns.links.delete(['b3', 'gone', 'b4'])), { code: 'ENODEV', target: 'gone' })
  t.same((await netns.links.list({ kind: 'bridge' })).map(({ name }) => name), ['b3', 'b4', 'b5'], 'names are looked up before anything is deleted')
  t.match(await reason(netns.links.delete([made[3]?.index ?? 0, 9999])), { code: 'ENODEV', target: '9999' })
  t.match(await reason(netns.links.delete([made[3] as Link, made[0] as Link, made[4] as Link])), { code: 'ENODEV', target: 'b0' })
  t.same((await netns.links.list({ kind: 'bridge' })).map(({ name }) => name), ['b5'], 'each has its own result, the first failure is told')
  await netns.links.delete([])
  for (const wrong of [null, 'b5', { 0: 'b5' }, [null], [{}], [-1], [''], ['a\0b']]) t.ok(!(await reason(netns.links.delete(wrong as string[])) instanceof NetlinkError))
})

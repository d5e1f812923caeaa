// Forwarding databases of bridges and vxlans: what this library puts in, bridge(8) shows, and the reverse.
import '../../sandbox.ts'
import t, { type Test } from 'tap'
import { execFileSync, spawnSync } from 'node:child_process'
import { Bridge, Veth, Vxlan, type FdbInfo, type Link } from '../../../lib/index.ts'
import { skipUnlessKind } from '../../sandbox.ts'
import { only, place, type Place } from '../place.ts'

interface Shown { mac: string, ifname: string, flags: string[], master?: string, state?: string, vlan?: number, dst?: string, port?: number, vni?: number, src_vni?: number, viaIf?: string, nhid?: number }

const bridgeWords = (name: string, ...args: string[]): string => execFileSync('bridge', ['-n', name, ...args], { encoding: 'utf8' })
const shown = (name: string, ...args: string[]): Shown[] => JSON.parse(bridgeWords(name, '-j', 'fdb', 'show', ...args)) as Shown[]

interface Bed extends Place { readonly bridge: Bridge, readonly port: Link, readonly other: Link }

/** Where bridges have VLANs, each address is put into that of the port too, of which there is none then. */
const withoutVlans = spawnSync('unshare', ['-n', 'ip', 'link', 'add', 'br0', 'type', 'bridge', 'vlan_default_pvid', '0']).status === 0 ? { vlanDefaultPvid: 0 } : {}

/** A bridge with two ports. */
async function bed(t: Test): Promise<Bed> {
  const red = await place(t)
  const { netns } = red
  const bridge = await Bridge.create({ netns, name: 'br0', up: true, ...withoutVlans })
  const ports = await Promise.all(['p0', 'p1'].map(async (name) =>
    Veth.create({ netns, name, master: bridge, up: true, ipv6: 'none', peer: { name: `${name}-end`, up: true, ipv6: 'none' } })))
  return { ...red, bridge, port: ports[0] as Link, other: ports[1] as Link }
}

const mac = (last: string): string => `02:00:00:00:00:${last}`

await t.test('entries of a port, made here and shown by bridge(8)', async (t) => {
  const { name, port } = await bed(t)
  await port.fdb.add(mac('01'), { master: true, state: 'static' })
  await port.fdb.add(mac('02'), { master: true, state: 'dynamic', externLearn: true })
  await port.fdb.add(mac('03'), { master: true })
  await port.fdb.add(mac('04'), { master: true, state: 'static', sticky: true })
  await port.fdb.add(mac('05'))
  const by = new Map(shown(name).map((one) => [one.mac, one]))
  t.match(by.get(mac('01')), { ifname: 'p0', master: 'br0', state: 'static' })
  t.match(by.get(mac('02')), { ifname: 'p0', master: 'br0', state: '', flags: ['extern_learn'] })
  t.match(by.get(mac('03')), { ifname: 'p0', master: 'br0', state: 'permanent' })
  t.match(by.get(mac('04')), { ifname: 'p0', master: 'br0', state: 'static', flags: ['sticky'] })
  t.match(by.get(mac('05')), { ifname: 'p0', state: 'permanent', flags: ['self'] })
})

await t.test('entries made by bridge(8), listed here', async (t) => {
  const { netns, name, bridge, port, other } = await bed(t)
  for (const words of [['02:00:00:00:00:01', 'dev', 'p0', 'master', 'static', 'sticky'], ['02:00:00:00:00:02', 'dev', 'p1', 'master', 'dynamic', 'extern_learn'],
    ['02:00:00:00:00:03', 'dev', 'p0', 'self'], ['02:00:00:00:00:04', 'dev', 'br0', 'self']]) bridgeWords(name, 'fdb', 'add', ...words)
  const ours = (list: readonly FdbInfo[]): unknown => list.filter(({ address }) => address.startsWith('02:00:00:00:00:'))
    .map(({ used, updated, ...info }) => info).sort((a, b) => a.address < b.address ? -1 : 1)
  const entries = [
    { address: mac('01'), dev: 'p0', link: port.index, state: 'static', flags: ['master', 'sticky'], bridge: bridge.index },
    { address: mac('02'), dev: 'p1', link: other.index, state: 'dynamic', flags: ['master', 'extern_learn'], bridge: bridge.index },
    { address: mac('03'), dev: 'p0', link: port.index, state: 'permanent', flags: ['self'] },
    { address: mac('04'), dev: 'br0', link: bridge.index, state: 'permanent', flags: ['self'], bridge: bridge.index },
  ]
  t.same(ours(await bridge.fdb.list()), entries, 'all of the bridge')
  t.same(ours(await netns.fdb.list({ master: bridge })), entries)
  t.same(ours(await port.fdb.list()), [entries[0], entries[2]], 'of a port')
  t.same(ours(await netns.fdb.list({ dev: 'br0' })), [entries[3]], 'the bridge alone')
  t.same(ours(await netns.fdb.list({ state: 'static', address: mac('01') })), [entries[0]])
  t.same(ours(await netns.fdb.list({ state: 'dynamic' })), [entries[1]])
  t.same(ours(await netns.fdb.list({ vlan: 7 })), [])
  const stranger = await Bridge.create({ netns, name: 'br1', ...withoutVlans })
  t.same((await stranger.fdb.list()).filter(({ dev }) => dev !== 'br1'), [], 'nothing of another bridge')
})

await t.test('replace moves, get finds, delete takes away', async (t) => {
  const { name, bridge, port, other } = await bed(t)
  await port.fdb.add(mac('01'), { master: true, state: 'static' })
  await t.rejects(port.fdb.add(mac('01'), { master: true, state: 'static' }), { code: 'EEXIST', target: mac('01') })
  t.match(await port.fdb.get(mac('01'), { master: true }), { dev: 'p0', state: 'static' })
  await other.fdb.replace(mac('01'), { master: true, state: 'dynamic' })
  t.match(await bridge.fdb.get(mac('01')), { dev: 'p1', state: 'dynamic', flags: ['master'], bridge: bridge.index })
  t.match(shown(name).find((one) => one.mac === mac('01')), { ifname: 'p1', state: '', master: 'br0' })
  await other.fdb.delete(mac('01'), { master: true })
  await t.rejects(bridge.fdb.get(mac('01')), { code: 'ENOENT' })
  await t.rejects(other.fdb.delete(mac('01'), { master: true }), { code: 'ENOENT' })
})

await t.test('what list shows can be added again', async (t) => {
  const { bridge, port } = await bed(t)
  await port.fdb.add(mac('01'), { master: true, state: 'static', sticky: true, activityNotify: true })
  const entry = only(await port.fdb.list({ address: mac('01') }))
  await port.fdb.delete(entry)
  await port.fdb.add(entry)
  t.match(only(await bridge.fdb.list({ address: mac('01') })), { state: 'static', flags: ['master', 'sticky'], activityNotify: true, inactive: false })
})

await t.test('flush by what the entries are', async (t) => {
  const { bridge, port, other } = await bed(t)
  const fill = async (): Promise<void> => {
    await port.fdb.replace(mac('01'), { master: true, state: 'static' })
    await port.fdb.replace(mac('02'), { master: true, state: 'dynamic' })
    await other.fdb.replace(mac('03'), { master: true, state: 'dynamic', externLearn: true })
    await other.fdb.replace(mac('04'), { master: true })
  }
  const left = async (): Promise<string[]> => (await bridge.fdb.list()).map(({ address }) => address).filter((one) => /^02:00:00:00:00:0[1-4]$/.test(one)).map((one) => one.slice(-2)).sort()
  const flushed = async (work: () => Promise<void>): Promise<string[]> => {
    await fill()
    await work()
    return left()
  }
  t.same(await flushed(async () => bridge.fdb.flush({ dynamic: true })), ['01', '04'])
  t.same(await flushed(async () => bridge.fdb.flush({ static: true })), ['02', '03', '04'])
  t.same(await flushed(async () => bridge.fdb.flush({ permanent: false })), ['04'])
  t.same(await flushed(async () => bridge.fdb.flush({ dynamic: false })), ['02', '03'])
  t.same(await flushed(async () => bridge.fdb.flush({ externLearn: true })), ['01', '02', '04'])
  t.same(await flushed(async () => bridge.fdb.flush({ externLearn: false, permanent: false })), ['03', '04'])
  t.same(await flushed(async () => port.fdb.flush({ master: true })), ['03', '04'])
  t.same(await flushed(async () => bridge.fdb.flush()), [])
})

await t.test('remote ends of a vxlan', { skip: skipUnlessKind('vxlan', 'id', '5', 'dstport', '0') }, async (t) => {
  const { netns, name } = await place(t)
  await Veth.create({ netns, name: 'eth0', up: true, peer: { name: 'eth1', up: true } })
  const eth0 = await netns.links.get('eth0')
  const vx0 = await Vxlan.create({ netns, name: 'vx0', id: 100, port: 4789, local: '10.0.0.1', up: true })
  await vx0.fdb.add(mac('01'), { dst: '10.0.0.2', vni: 7, port: 4790, via: 'eth0' })
  await vx0.fdb.append('00:00:00:00:00:00', { dst: '10.0.0.3' })
  await vx0.fdb.append('00:00:00:00:00:00', { dst: '10.0.0.4', state: 'dynamic' })
  const ends = shown(name, 'dev', 'vx0')
  t.match(ends.find((one) => one.mac === mac('01')), { dst: '10.0.0.2', vni: 7, port: 4790, state: 'permanent' })
  t.same(ends.filter((one) => one.mac === '00:00:00:00:00:00').map(({ dst }) => dst).sort(), ['10.0.0.3', '10.0.0.4'])
  t.match(await vx0.fdb.get(mac('01')), { dst: '10.0.0.2', vni: 7, port: 4790, via: eth0.index, flags: ['self'], state: 'permanent' })
  bridgeWords(name, 'fdb', 'append', '00:00:00:00:00:00', 'dev', 'vx0', 'dst', '10.0.0.5')
  t.same((await vx0.fdb.list()).filter(({ address }) => address.startsWith('00')).map(({ dst }) => dst).sort(), ['10.0.0.3', '10.0.0.4', '10.0.0.5'])
  await vx0.fdb.delete('00:00:00:00:00:00', { dst: '10.0.0.4' })
  t.same(shown(name, 'dev', 'vx0').filter((one) => one.mac === '00:00:00:00:00:00').map(({ dst }) => dst).sort(), ['10.0.0.3', '10.0.0.5'])
  const entry = only(await vx0.fdb.list({ address: mac('01') }))
  await vx0.fdb.delete(entry)
  await vx0.fdb.add(entry)
  t.match(await vx0.fdb.get(mac('01')), { dst: '10.0.0.2', vni: 7, port: 4790, via: eth0.index })
})

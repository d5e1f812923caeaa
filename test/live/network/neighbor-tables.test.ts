// Proxies, flags of neighbours, what their tables are set to, and netconf: made here and read by ip(8), and the reverse.
import '../../sandbox.ts'
import t from 'tap'
import { Bridge, Veth } from '../../../lib/index.ts'
import { only, place, reason } from '../place.ts'

type Shown = Record<string, unknown>
const mac = '02:00:00:00:00:07'

await t.test('proxies', async (t) => {
  const red = await place(t)
  const { netns } = red
  const link = await Bridge.create({ netns, name: 'br0', addresses: ['10.0.0.1/24'], up: true, ipv6: 'none' })
  const other = await Bridge.create({ netns, name: 'br1', up: true, ipv6: 'none' })
  await link.neighbors.add('10.0.0.7', { proxy: true, protocol: 'zebra' })
  await link.neighbors.add('fd00::7', { proxy: true })
  t.match(only(red.show('neigh', 'show', 'proxy', '10.0.0.7')), { dst: '10.0.0.7', dev: 'br0', proxy: null, protocol: 'zebra' })
  red.ip('neigh', 'add', 'proxy', '10.0.0.8', 'dev', 'br1')
  t.same((await netns.neighbors.list({ proxy: true })).map(({ dst, dev }) => `${dst} ${dev}`).sort(), ['10.0.0.7 br0', '10.0.0.8 br1', 'fd00::7 br0'])
  t.same((await netns.neighbors.list({ proxy: true, family: 'inet', dev: other })).map(({ dst }) => dst), ['10.0.0.8'])
  t.same(await netns.neighbors.list({ family: 'inet' }), [], 'they are no neighbours')
  const info = await link.neighbors.get('10.0.0.7', { proxy: true })
  t.match(info, { dst: '10.0.0.7', dev: 'br0', link: link.index, state: 'none', flags: ['proxy'], protocol: 'zebra' })
  await link.neighbors.delete(info)
  t.match(await reason(link.neighbors.get('10.0.0.7', { proxy: true })), { code: 'ENOENT' })
  await link.neighbors.add(info)
  t.equal(red.show('neigh', 'show', 'proxy', '10.0.0.7').length, 1, 'what list shows goes in again')
  await link.neighbors.delete('10.0.0.7', { proxy: true })
  await other.neighbors.flush({ proxy: true })
  t.same((await netns.neighbors.list({ proxy: true })).map(({ dst }) => dst), ['fd00::7'])
})

await t.test('flags, get, filters by master, flush', async (t) => {
  const red = await place(t)
  const { netns } = red
  const bridge = await Bridge.create({ netns, name: 'br0', addresses: ['10.0.0.1/24'], up: true, ipv6: 'none' })
  const port = await Veth.create({ netns, name: 'p0', master: bridge, up: true, ipv6: 'none', peer: { name: 'p1', up: true, ipv6: 'none' } })
  await bridge.neighbors.add('10.0.0.2', { address: mac, state: 'reachable', externLearn: true, protocol: 'static' })
  await bridge.neighbors.add('10.0.0.3', { address: mac, managed: true })
  await bridge.neighbors.add('10.0.0.4', { address: mac, router: true, state: 'stale' })
  await port.neighbors.add('10.0.1.2', { address: mac })
  const shown = (dst: string): Shown => only(red.show<Shown>('neigh', 'show', 'to', dst, 'nud', 'all'))
  t.ok('extern_learn' in shown('10.0.0.2'))
  t.match(shown('10.0.0.2'), { protocol: 'static', state: ['REACHABLE'] })
  t.ok('managed' in shown('10.0.0.3'))
  t.ok('router' in shown('10.0.0.4'))
  t.match(await bridge.neighbors.get('10.0.0.2'), { dst: '10.0.0.2', dev: 'br0', address: mac, state: 'reachable', flags: ['extern_learn'], protocol: 'static' })
  t.match(await bridge.neighbors.get('10.0.0.3'), { flags: ['managed'] })
  t.match(await reason(bridge.neighbors.get('10.0.0.9')), { code: 'ENOENT', request: 'RTM_GETNEIGH', target: '10.0.0.9' })
  const addresses = async (filter: object): Promise<string[]> => (await netns.neighbors.list(filter)).map(({ dst }) => dst).sort()
  t.same(await addresses({ master: 'br0' }), ['10.0.1.2'])
  t.same(await addresses({ nomaster: true, state: 'stale' }), ['10.0.0.4'])
  const managed = await bridge.neighbors.get('10.0.0.3')
  await bridge.neighbors.replace(managed)
  t.match(await bridge.neighbors.get('10.0.0.3'), { flags: ['managed'] }, 'what get shows goes in again')
  await netns.neighbors.flush({ state: 'stale' })
  t.notOk((await addresses({})).includes('10.0.0.4'))
  await netns.neighbors.flush({ master: bridge, state: 'permanent' })
  t.same(await addresses({ master: bridge }), [])
  t.ok((await addresses({})).includes('10.0.0.2'), 'those of the bridge itself stay')
})

await t.test('what tables are set to', async (t) => {
  const red = await place(t)
  const { netns } = red
  const link = await Bridge.create({ netns, name: 'br0', up: true })
  const shown = (): Shown => only(red.show<Shown>('-4', 'ntable', 'show', 'dev', 'br0'))
  const [table] = await netns.neighborTables.list({ family: 'inet' })
  t.match(table, { name: 'arp_cache', family: 'inet', thresh1: Number, gcInterval: Number, config: { keyLen: 4 }, stats: { lookups: Number }, parameters: { baseReachableTime: 30_000 } })
  t.notOk(Object.hasOwn(table ?? {}, 'dev'), 'first the table as a whole')
  await netns.neighborTables.set({ family: 'inet', dev: link, baseReachableTime: 41_000, retransTime: 2000, gcStaletime: 70_000, delayProbeTime: 6000, ucastProbes: 4, mcastProbes: 5,
    appProbes: 1, anycastDelay: 900, proxyDelay: 700, proxyQlen: 65, locktime: 800 })
  t.match(shown(), { base_reachable: 41_000, retrans: 2000, gc_stale: 70_000, delay_probe: 6000, ucast_probes: 4, mcast_probes: 5, app_probes: 1, anycast_delay: 900, proxy_delay: 700, proxy_queue: 65, locktime: 800 })
  red.ip('ntable', 'change', 'name', 'arp_cache', 'dev', 'br0', 'ucast_probes', '6', 'queue', '40')
  const own = only(await netns.neighborTables.list({ name: 'arp_cache', dev: 'br0' }))
  t.match(own, { name: 'arp_cache', dev: 'br0', link: link.index, parameters: { ucastProbes: 6, queueLen: 40, baseReachableTime: 41_000 } })
  await netns.neighborTables.set({ name: 'ndisc_cache', dev: 'br0', mcastProbes: 7 })
  t.match(only(await netns.neighborTables.list({ family: 'inet6', dev: link })), { name: 'ndisc_cache', parameters: { mcastProbes: 7 } })
  t.match(await reason(netns.neighborTables.set({ family: 'inet', baseReachableTime: 35_000 })), { code: 'ENOENT' }, 'of links to come, and not in the first namespace')
  t.match(await reason(netns.neighborTables.set({ family: 'inet', thresh1: 256 })), { code: 'ENOENT', request: 'RTM_SETNEIGHTBL', target: 'arp_cache' })
})

await t.test('netconf', async (t) => {
  const red = await place(t)
  const { netns } = red
  const link = await Bridge.create({ netns, name: 'br0', up: true })
  await netns.sysctl.set('net.ipv4.conf.br0.forwarding', 1)
  await netns.sysctl.set('net.ipv4.conf.br0.rp_filter', 2)
  await netns.sysctl.set('net.ipv6.conf.all.forwarding', 1)
  t.match(await netns.netconf.get('inet', link), { family: 'inet', dev: 'br0', link: link.index, forwarding: true, rpFilter: 'loose', mcForwarding: false, proxyNeigh: false })
  t.match(await netns.netconf.get('inet6', 'all'), { family: 'inet6', dev: 'all', forwarding: true })
  const kernel = (family: string): string[] => red.show<Shown>(family, 'netconf', 'show').map(({ interface: dev, forwarding }) => `${String(dev)} ${String(forwarding)}`).sort()
  const ours = async (family: 'inet' | 'inet6'): Promise<string[]> => (await netns.netconf.list({ family })).map(({ dev, forwarding }) => `${dev} ${String(forwarding)}`).sort()
  t.same(await ours('inet'), kernel('-4'))
  t.same(await ours('inet6'), kernel('-6'))
  t.same((await netns.netconf.list({ dev: 'default' })).map(({ family }) => family).filter((one) => one !== 'mpls').sort(), ['inet', 'inet6'])
  t.match(await reason(netns.netconf.get('inet', 99)), { code: /^(ENODEV|EINVAL)$/ })
})

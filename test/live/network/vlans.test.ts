// VLANs of bridges and their ports, and spanning trees: made here and shown by bridge(8), and the reverse. Of this machine's kernels only
// those with CONFIG_BRIDGE_VLAN_FILTERING have them: `npm run test:kernels`.
import '../../sandbox.ts'
import t, { type Test } from 'tap'
import { execFileSync, spawnSync } from 'node:child_process'
import { Bridge, Veth, type Link, type PortVlanInfo } from '../../../lib/index.ts'
import { skipUnless } from '../../sandbox.ts'
import { place, reason, type Place } from '../place.ts'

interface ShownVlan { vlan: number, vlanEnd?: number, flags?: string[], state?: string, mcast_router?: number, tunid?: number, tunidEnd?: number }

const filtering = spawnSync('unshare', ['-n', 'ip', 'link', 'add', 'br0', 'type', 'bridge', 'vlan_filtering', '1']).status === 0
const skip = skipUnless(filtering, 'VLANs of bridges')

interface Bed extends Place { readonly bridge: Bridge, readonly port: Link, words(...args: string[]): string, vlans(dev: string, ...args: string[]): ShownVlan[] }

async function bed(t: Test, options: object = {}): Promise<Bed> {
  const red = await place(t)
  const { netns, name } = red
  const bridge = await Bridge.create({ netns, name: 'br0', up: true, vlanFiltering: true, vlanDefaultPvid: 0, ...options })
  const port = await Veth.create({ netns, name: 'p0', master: bridge, up: true, ipv6: 'none', peer: { name: 'p1', up: true, ipv6: 'none' } })
  const words = (...args: string[]): string => execFileSync('bridge', ['-n', name, ...args], { encoding: 'utf8' })
  const vlans = (dev: string, ...args: string[]): ShownVlan[] =>
    (JSON.parse(words('-j', ...args, 'vlan', 'show', 'dev', dev)) as { vlans: ShownVlan[] }[])[0]?.vlans ?? []
  return { ...red, bridge, port, words, vlans }
}

const snooping = { multiBoolopt: { optval: ['mcast_vlan_snooping'], optmask: ['mcast_vlan_snooping'] } }
const ids = (list: readonly PortVlanInfo[]): number[] => list.map(({ vid }) => vid)

await t.test('VLANs of a port and of the bridge, both ways', { skip }, async (t) => {
  const { bridge, port, words, vlans } = await bed(t)
  await port.vlans.add(10, { pvid: true, untagged: true })
  await port.vlans.add([20, 29])
  await port.vlans.add({ vid: 40, untagged: true })
  await bridge.vlans.add(10)
  t.same(vlans('p0'), [{ vlan: 10, flags: ['PVID', 'Egress Untagged'] }, ...[20, 21, 22, 23, 24, 25, 26, 27, 28, 29].map((vlan) => ({ vlan })), { vlan: 40, flags: ['Egress Untagged'] }])
  t.same(vlans('br0'), [{ vlan: 10 }])
  t.match(await port.vlans.list({ vid: [10, 20] }), [{ vid: 10, pvid: true, untagged: true, state: 'forwarding' }, { vid: 20, pvid: false, untagged: false }])
  t.same(ids(await port.vlans.list()), [10, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 40])
  t.same(ids(await bridge.vlans.list()), [10], 'nothing of its ports')
  words('vlan', 'add', 'dev', 'p0', 'vid', '50-51', 'untagged')
  t.match(await port.vlans.list({ vid: [50, 60] }), [{ vid: 50, untagged: true }, { vid: 51, untagged: true }])
  await port.vlans.delete([21, 51])
  await bridge.vlans.delete(10)
  t.same(ids(await port.vlans.list()), [10, 20])
  t.same(vlans('br0'), [])
  const before = await port.vlans.list()
  await port.vlans.delete(10)
  for (const one of before) await port.vlans.add(one)
  t.same((await port.vlans.list()).map(({ vid, pvid, untagged }) => [vid, pvid, untagged]), [[10, true, true], [20, false, false]], 'what list shows goes in again')
})

await t.test('what a VLAN of a port is set to', { skip }, async (t) => {
  const { port, vlans } = await bed(t)
  await port.vlans.add([20, 23])
  await port.vlans.set(20, { state: 'blocking' })
  await port.vlans.set([21, 22], { state: 'learning' })
  t.same(vlans('p0', '-d').map(({ vlan, state }) => [vlan, state]), [[20, 'blocking'], [21, 'learning'], [23, 'forwarding']], 'of 21 and 22 in one')
  t.same((await port.vlans.list()).map(({ state }) => state), ['blocking', 'learning', 'learning', 'forwarding'])
  const [counted] = await port.vlans.list({ stats: true })
  t.match(counted?.stats, { rxBytes: 0, rxPackets: 0, txBytes: Number, txPackets: Number })
  t.notOk('stats' in ((await port.vlans.list())[0] ?? {}), 'no counters unless asked for')
  t.match(await reason(port.vlans.set(99, { state: 'blocking' })), { request: 'RTM_NEWVLAN', target: 'p0' })
})

await t.test('what a VLAN is set to on the whole bridge', { skip }, async (t) => {
  const { bridge, port, words } = await bed(t, snooping)
  await bridge.vlans.add([10, 12])
  await port.vlans.add([10, 12])
  await bridge.globalVlans.set(10, { mcastSnooping: true, mcastQuerier: true, mcastIgmpVersion: 3, mcastQueryIntvl: 6000 })
  await bridge.globalVlans.set([11, 12], { mcastSnooping: false })
  interface Global { vlan: number, vlanEnd?: number, mcast_snooping: number, mcast_querier?: number, mcast_igmp_version?: number, mcast_query_interval?: number }
  const shown = (JSON.parse(words('-j', '-d', 'vlan', 'global', 'show', 'dev', 'br0')) as { vlans: Global[] }[])[0]?.vlans
  t.match(shown, [{ vlan: 10, mcast_snooping: 1, mcast_querier: 1, mcast_igmp_version: 3, mcast_query_interval: 6000 }, { vlan: 11, mcast_snooping: 0 }])
  const listed = await bridge.globalVlans.list()
  t.match(listed, [{ vid: 10, mcastSnooping: true, mcastQuerier: true, mcastIgmpVersion: 3, mcastQueryIntvl: 6000 }, { vid: 11, mcastSnooping: false }, { vid: 12, mcastSnooping: false }])
  t.same(ids(await bridge.globalVlans.list({ vid: 12 }) as never), [12])
  // With snooping of VLANs each of them may have routers of its own.
  await port.vlans.set(10, { mcastRouter: 'perm' })
  t.match(await port.vlans.list({ vid: 10 }), [{ vid: 10, mcastRouter: 'perm' }])
})

/** Since 6.3. */
async function hasLimits(): Promise<boolean> {
  let shown = false
  if (filtering) {
    await t.test('whether VLANs have limits', async (t) => {
      const { port } = await bed(t, snooping)
      await port.vlans.add(10)
      const [one] = await port.vlans.list()
      t.equal(one?.vid, 10)
      shown = one?.mcastMaxGroups !== undefined
    })
  }
  return shown
}
const limits = skip || skipUnless(await hasLimits(), 'limits of groups in a VLAN')

await t.test('limits of groups', { skip: limits }, async (t) => {
  const { bridge, port } = await bed(t, snooping)
  await bridge.vlans.add([11, 12])
  await port.vlans.add([11, 12])
  await port.vlans.set(12, { mcastMaxGroups: 5 })
  t.same((await port.vlans.list({ stats: true })).map(({ mcastMaxGroups }) => mcastMaxGroups), [0, 5], 'with counters each VLAN is told alone')
})

await t.test('identifiers in a tunnel', { skip }, async (t) => {
  const { port, words } = await bed(t)
  await port.set({ port: { vlanTunnel: true } })
  await port.vlans.add({ vid: [40, 42], tunnelId: 4000 })
  await port.vlans.add({ vid: 50, tunnelId: 5000 })
  const tunnels = (): unknown => (JSON.parse(words('-j', 'vlan', 'tunnelshow', 'dev', 'p0')) as { tunnels?: unknown[] }[])[0]?.tunnels
  t.same(tunnels(), [{ vlan: 40, vlanEnd: 42, tunid: 4000, tunidEnd: 4002 }, { vlan: 50, tunid: 5000 }])
  t.same((await port.vlans.list()).map(({ vid, tunnelId }) => [vid, tunnelId]), [[40, 4000], [41, 4001], [42, 4002], [50, 5000]])
  await port.vlans.delete({ vid: 50, tunnelId: 5000 })
  t.same((await port.vlans.list({ vid: 50 })).map(({ tunnelId }) => tunnelId), [undefined], 'the VLAN stays')
  await port.vlans.set(50, { tunnelId: 5001 })
  t.same((await port.vlans.list({ vid: 50 })).map(({ tunnelId }) => tunnelId), [5001])
})

await t.test('ensured', { skip }, async (t) => {
  const { bridge, port } = await bed(t)
  const twice = async (work: () => Promise<boolean>): Promise<boolean[]> => [await work(), await work()]
  t.same(await twice(async () => port.vlans.ensure([10, 12])), [true, false])
  t.same(await twice(async () => port.vlans.ensure(11, { pvid: true, untagged: true })), [true, false])
  t.same(await twice(async () => port.vlans.ensure([10, 12])), [true, false], 'tagged again')
  t.same(await twice(async () => port.vlans.ensure([12, 13])), [true, false], 'one of them was there')
  await port.set({ port: { vlanTunnel: true } })
  t.same(await twice(async () => port.vlans.ensure({ vid: [10, 12], tunnelId: 100 })), [true, false])
  t.same(await twice(async () => bridge.vlans.ensure(10)), [true, false])
})

await t.test('several spanning trees', { skip }, async (t) => {
  const { bridge, port, words } = await bed(t, { multiBoolopt: { optval: ['mst_enable'], optmask: ['mst_enable'] } })
  await bridge.vlans.add(10)
  await port.vlans.add(10)
  await bridge.globalVlans.set(10, { msti: 7 })
  t.match(await bridge.globalVlans.list(), [{ vid: 10, msti: 7 }])
  await port.mst.set(7, 'blocking')
  t.same(await port.mst.list(), [{ msti: 7, state: 'blocking' }], 'of the trees that its VLANs follow')
  t.match(await port.vlans.list(), [{ vid: 10, state: 'blocking' }], 'its VLANs follow')
  t.match(words('-d', 'vlan', 'show', 'dev', 'p0'), /state blocking/)
  const plain = await bed(t)
  t.match(await reason(plain.port.mst.set(7, 'blocking')), { code: /^(EBUSY|EINVAL)$/, request: 'RTM_SETLINK', target: 'p0' }, 'a bridge with one tree')
})

await t.test('a kernel, or a link, without them', async (t) => {
  const { netns } = await place(t)
  const veth = await Veth.create({ netns, name: 'eth0', peer: { name: 'eth1' } })
  t.match(await reason(veth.vlans.add(10)), { code: 'EOPNOTSUPP', request: 'RTM_SETLINK', target: 'eth0' })
  t.match(await reason(veth.vlans.list()), { code: /^(EINVAL|EOPNOTSUPP)$/, request: 'RTM_GETVLAN', target: 'eth0' })
  t.same(await veth.mst.list(), [])
})

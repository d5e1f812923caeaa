// Multicast databases of bridges and vxlans: made here and shown by bridge(8), and the reverse.
import '../../sandbox.ts'
import t, { type Test } from 'tap'
import { execFileSync } from 'node:child_process'
import { Bridge, Veth, Vxlan, type Link } from '../../../lib/index.ts'
import { skipUnless, skipUnlessKind } from '../../sandbox.ts'
import { only, place, reason, type Place } from '../place.ts'

interface Shown { dev: string, port: string, grp: string, state: string, vid?: number, src?: string, filter_mode?: string, source_list?: { address: string }[], protocol?: string, flags: string[] }
interface Bed extends Place { readonly bridge: Bridge, readonly port: Link, words(...args: string[]): string, mdb(): Shown[] }

async function bed(t: Test): Promise<Bed> {
  const red = await place(t)
  const { netns, name } = red
  const bridge = await Bridge.create({ netns, name: 'br0', up: true, ipv6: 'none', multicastIgmpVersion: 3, multicastMldVersion: 2 })
  const port = await Veth.create({ netns, name: 'p0', master: bridge, up: true, ipv6: 'none', peer: { name: 'p1', up: true, ipv6: 'none' } })
  const words = (...args: string[]): string => execFileSync('bridge', ['-n', name, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  // The kernel's own packets join groups of link-local scope.
  const mdb = (): Shown[] => (JSON.parse(words('-j', '-d', 'mdb', 'show', 'dev', 'br0')) as { mdb: Shown[] }[]).flatMap((one) => one.mdb).filter(({ grp }) => !grp.startsWith('ff02'))
  return { ...red, bridge, port, words, mdb }
}

/** RTM_GETMDB of one entry, flushing, and databases of vxlans are of Linux 6.8 or a little older. */
async function isRecent(): Promise<boolean> {
  let code: unknown
  await t.test('which of the requests this kernel knows', async (t) => {
    const { bridge } = await bed(t)
    code = (await reason(bridge.mdb.get('239.9.9.9'))).code
    t.match(code, /^(ENOENT|EOPNOTSUPP|EINVAL)$/)
  })
  return code === 'ENOENT'
}
const skip = skipUnless(await isRecent(), 'flushing multicast databases')

await t.test('listeners, both ways', async (t) => {
  const { netns, bridge, port, words, mdb } = await bed(t)
  await bridge.mdb.add('239.1.1.1', { port, state: 'permanent' })
  await bridge.mdb.add('239.1.1.2', { port: 'p0' })
  await bridge.mdb.add('ff15::1', { port, state: 'permanent', source: 'fd00::1' })
  await bridge.mdb.add('01:00:5e:07:07:07', { port, state: 'permanent' })
  await bridge.mdb.add('239.1.1.3')
  const find = (grp: string): Shown | undefined => mdb().find((one) => one.grp === grp)
  t.match(find('239.1.1.1'), { dev: 'br0', port: 'p0', state: 'permanent' })
  t.match(find('239.1.1.2'), { port: 'p0', state: 'temp' })
  t.match(find('ff15::1'), { port: 'p0', src: 'fd00::1' })
  t.match(find('01:00:5e:07:07:07'), { port: 'p0', state: 'permanent' })
  t.match(find('239.1.1.3'), { port: 'br0' }, 'the host listens')
  t.match(await reason(bridge.mdb.add('239.1.1.1', { port, state: 'permanent' })), { code: 'EEXIST', request: 'RTM_NEWMDB', target: '239.1.1.1' })
  words('mdb', 'add', 'dev', 'br0', 'port', 'p0', 'grp', '239.1.1.4', 'permanent')
  const ours = async (filter: object = {}): Promise<string[]> => (await bridge.mdb.list(filter)).filter(({ group }) => !group.startsWith('ff02')).map(({ group, dev, state }) => `${group} ${dev} ${state}`).sort()
  t.same(await ours(), ['01:00:5e:07:07:07 p0 permanent', '239.1.1.1 p0 permanent', '239.1.1.2 p0 temp', '239.1.1.3 br0 temp', '239.1.1.4 p0 permanent', 'ff15::1 p0 permanent'])
  t.same(await ours({ port: bridge }), ['239.1.1.3 br0 temp'])
  t.match((await bridge.mdb.list()).find(({ group }) => group === 'ff15::1'), { port: port.index, source: 'fd00::1', flags: [], timer: 0 })
  const other = await Bridge.create({ netns, name: 'br1', up: true, ipv6: 'none' })
  // It is a listener itself, of ff02::6a (all snoopers, RFC 4286).
  t.same((await other.mdb.list()).filter(({ group }) => !group.startsWith('ff02')), [], 'nothing of another bridge')
  const entry = only((await bridge.mdb.list()).filter(({ group }) => group === '239.1.1.1'))
  await bridge.mdb.delete(entry)
  t.equal(find('239.1.1.1'), undefined)
  await bridge.mdb.add(entry)
  t.match(find('239.1.1.1'), { port: 'p0', state: 'permanent' }, 'what list shows goes in again')
  t.match(await reason(bridge.mdb.delete('239.9.9.9', { port })), { request: 'RTM_DELMDB', target: '239.9.9.9' })
})

await t.test('ports behind which routers are', async (t) => {
  const { bridge, port } = await bed(t)
  t.same(await bridge.mdb.routers(), [])
  await port.set({ port: { multicastRouter: 'perm' } })
  t.match(await bridge.mdb.routers(), [{ dev: 'p0', port: port.index, type: 'perm' }])
})

await t.test('senders, replace, get, flush', { skip }, async (t) => {
  const { bridge, port } = await bed(t)
  await bridge.mdb.add('239.1.1.1', { port, sources: ['192.0.2.1', '192.0.2.2'], filterMode: 'include', protocol: 'zebra' })
  const [entry] = await bridge.mdb.get('239.1.1.1')
  t.match(entry, { group: '239.1.1.1', dev: 'p0', state: 'temp', filterMode: 'include', protocol: 'zebra' })
  t.same(entry?.sources?.map(({ address }) => address).sort(), ['192.0.2.1', '192.0.2.2'])
  await bridge.mdb.replace('239.1.1.1', { port, sources: ['192.0.2.3'], filterMode: 'exclude' })
  const [replaced] = await bridge.mdb.get('239.1.1.1')
  t.match(replaced, { filterMode: 'exclude', protocol: 'static', sources: [{ address: '192.0.2.3' }] })
  if (replaced) await bridge.mdb.replace(replaced)
  t.match((await bridge.mdb.get('239.1.1.1'))[0]?.sources, [{ address: '192.0.2.3' }], 'what get shows goes in again')
  await bridge.mdb.add('239.1.1.2', { port, state: 'permanent' })
  const left = async (): Promise<string[]> => (await bridge.mdb.list()).map(({ group }) => group).filter((group) => !group.startsWith('ff02')).sort()
  await bridge.mdb.flush({ permanent: true })
  t.notOk((await left()).includes('239.1.1.2'))
  t.ok((await left()).includes('239.1.1.1'))
  await bridge.mdb.flush({ protocol: 'zebra' })
  t.ok((await left()).includes('239.1.1.1'), 'of another protocol')
  await bridge.mdb.flush({ permanent: false, port })
  t.same(await left(), [])
  t.match(await reason(bridge.mdb.get('239.1.1.1')), { code: 'ENOENT', request: 'RTM_GETMDB' })
})

await t.test('remote ends of a vxlan', { skip: skip || skipUnlessKind('vxlan', 'id', '5', 'dstport', '0') }, async (t) => {
  const { netns } = await place(t)
  const vx0 = await Vxlan.create({ netns, name: 'vx0', collectMetadata: true, port: 4789, local: '10.0.0.1', up: true })
  await vx0.mdb.add('239.1.1.1', { dst: '198.51.100.1', dstPort: 4790, vni: 200, srcVni: 100, state: 'permanent' })
  await vx0.mdb.add('239.1.1.1', { dst: '198.51.100.2', srcVni: 100, state: 'permanent' })
  t.same((await vx0.mdb.list()).map(({ group, dev, dst, srcVni }) => [group, dev, dst, srcVni]).sort(), [['239.1.1.1', 'vx0', '198.51.100.1', 100], ['239.1.1.1', 'vx0', '198.51.100.2', 100]])
  t.match((await vx0.mdb.get('239.1.1.1', { srcVni: 100 })).find(({ dst }) => dst === '198.51.100.1'), { dstPort: 4790, vni: 200, state: 'permanent' })
  await vx0.mdb.delete('239.1.1.1', { dst: '198.51.100.2', srcVni: 100 })
  const entry = only(await vx0.mdb.list())
  await vx0.mdb.flush({ dst: '198.51.100.1' })
  t.same(await vx0.mdb.list(), [])
  await vx0.mdb.add(entry)
  t.match(only(await vx0.mdb.list()), { dst: '198.51.100.1', dstPort: 4790, vni: 200, srcVni: 100 }, 'what list shows goes in again')
})

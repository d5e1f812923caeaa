// Settings of links over generic netlink, against ethtool(8) both ways; and the families of generic netlink against genl(8).
import '../../sandbox.ts'
import { execFileSync } from 'node:child_process'
import t, { type Test } from 'tap'
import { Bridge, Netns, Tap, Veth } from '../../../lib/index.ts'
import { only, place, reason, withoutTun, type Place } from '../place.ts'

const ethtool = ({ name }: Place, ...args: string[]): string => execFileSync('ip', ['netns', 'exec', name, 'ethtool', ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

/** What ethtool(8) calls some features, by older words than the kernel's. */
const words: { readonly [name: string]: string } = {
  'rx-checksum': 'rx-checksumming', 'rx-gro': 'generic-receive-offload', 'rx-lro': 'large-receive-offload', 'tx-generic-segmentation': 'generic-segmentation-offload',
  'rx-vlan-hw-parse': 'rx-vlan-offload', 'tx-vlan-hw-insert': 'tx-vlan-offload', 'rx-ntuple-filter': 'ntuple-filters', 'rx-hashing': 'receive-hashing',
}

/** All that ethtool(8) says of the link's features is what `features` says. */
async function sameFeatures(t: Test, there: Place, link: Veth | Bridge): Promise<void> {
  const { ifname, ...shown } = only(JSON.parse(ethtool(there, '--json', '-k', link.name)) as Record<string, unknown>[])
  t.equal(ifname, link.name)
  const ours = await link.ethtool.features()
  const renamed = Object.fromEntries(Object.entries(ours).map(([name, feature]) => [words[name] ?? name, feature]))
  t.ok(Object.keys(ours).length > 50)
  // Its words for several at once, and those of which it does not say whether they are fixed.
  const groups = ['tx-checksumming', 'scatter-gather', 'tcp-segmentation-offload']
  t.strictSame(renamed, Object.fromEntries(Object.entries(shown).filter(([name]) => !groups.includes(name))))
}

async function pair(t: Test): Promise<{ there: Place, v0: Veth }> {
  const there = await place(t)
  const v0 = await Veth.create({ netns: there.netns, name: 'v0', numTxQueues: 4, numRxQueues: 4, up: true, peer: { name: 'v1', up: true } })
  return { there, v0 }
}

await t.test('features, read and changed', async (t) => {
  const { there, v0 } = await pair(t)
  await sameFeatures(t, there, v0)
  const both = { 'tx-tcp-segmentation': false, 'tx-udp-segmentation': false }
  t.match(await v0.ethtool.setFeatures(both), { changed: both, unchanged: [] })
  await sameFeatures(t, there, v0)
  ethtool(there, '-K', 'v0', 'tso', 'on', 'tx-udp-segmentation', 'on')
  t.match(await v0.ethtool.features(), { 'tx-tcp-segmentation': { active: true, requested: true, fixed: false }, 'tx-udp-segmentation': { active: true } })

  // Segmentation wants scatter-gather, and a fixed one does not move.
  const { changed } = await v0.ethtool.setFeatures({ 'tx-scatter-gather': false })
  t.match(changed, { 'tx-scatter-gather': false, 'tx-tcp-segmentation': false })
  t.match(await v0.ethtool.setFeatures({ 'tx-tcp-segmentation': true }), { changed: {}, unchanged: ['tx-tcp-segmentation'] })
  t.match(await reason(v0.ethtool.setFeatures({ 'rx-gro': false, 'no-such-feature': true })),
    { code: 'EOPNOTSUPP', request: 'ETHTOOL_MSG_FEATURES_SET', target: 'v0', extack: 'bit name not found', attribute: 'wanted.bits.bit.name' })
  const bridge = await Bridge.create({ netns: there.netns, name: 'br0' })
  await sameFeatures(t, there, bridge)
  t.match(await reason(bridge.ethtool.stats()), { code: 'EOPNOTSUPP', request: 'ETHTOOL_GSTATS' }, 'a driver without counters')
})

await t.test('channels', async (t) => {
  const { there, v0 } = await pair(t)
  t.same(await v0.ethtool.get('channels'), { rxMax: 4, txMax: 4, rxCount: 4, txCount: 4 })
  await v0.ethtool.set('channels', { rxCount: 3, txCount: 2 })
  t.match(ethtool(there, '-l', 'v0'), /Current hardware settings:\nRX:\s+3\nTX:\s+2\n/)
  ethtool(there, '-L', 'v0', 'rx', '1', 'tx', '1')
  t.same(await v0.ethtool.get('channels'), { rxMax: 4, txMax: 4, rxCount: 1, txCount: 1 })
  t.match(await reason(v0.ethtool.set('channels', { txCount: 5 })), { code: 'EINVAL', attribute: 'txCount', extack: 'requested channel count exceeds maximum' })
})

await t.test('link state, modes, driver, counters', async (t) => {
  const { there, v0 } = await pair(t)
  t.equal((await v0.ethtool.get('linkstate')).link, true)
  t.match(await v0.ethtool.get('linkmodes'), { speed: 10000, duplex: 'full', autoneg: false })
  t.match(await v0.ethtool.get('linkinfo'), { port: 'tp', transceiver: 'internal' })
  t.equal((await v0.ethtool.get('tsinfo')).timestamping?.['software-receive'], true)
  t.match(await v0.ethtool.driver(), { driver: 'veth', version: '1.0', busInfo: '' })
  t.match(ethtool(there, '-i', 'v0'), /^driver: veth\nversion: 1\.0\n/)
  const shown = [...ethtool(there, '-S', 'v0').matchAll(/^ +(\S+): (\d+)$/gm)].map(([, name = '', value]) => [name, Number(value)])
  const counters = await v0.ethtool.stats()
  t.same(Object.keys(counters), shown.map(([name]) => name))
  t.equal(counters['peer_ifindex'], (await v0.get()).link)
  t.equal((await v0.ethtool.driver()).nStats, shown.length)
  t.equal(await v0.ethtool.permAddress(), undefined)
  t.match(ethtool(there, '-P', 'v0'), /not set/)
  t.match(await reason(v0.ethtool.get('rings')), { name: 'NetlinkError', code: 'EOPNOTSUPP', request: 'ETHTOOL_MSG_RINGS_GET', target: 'v0' })
  const lo = await there.netns.links.get('lo')
  t.match(await reason(lo.ethtool.stats()), { name: 'NetlinkError', code: 'EOPNOTSUPP', errno: -95, syscall: 'ioctl', request: 'ETHTOOL_GSTATS', target: 'lo' })
})

await t.test('of a link that has gone', async (t) => {
  const { v0 } = await pair(t)
  await v0.delete()
  t.match(await reason(v0.ethtool.get('linkstate')), { code: 'ENODEV', attribute: 'header.devIndex' })
  t.match(await reason(v0.ethtool.setFeatures({ 'rx-gro': true })), { code: 'ENODEV' })
  t.match(await reason(v0.ethtool.driver()), { code: 'ENODEV', request: 'ETHTOOL_GDRVINFO' })
})

await t.test('a TAP link: coalescing, modes, messages', { skip: withoutTun }, async (t) => {
  const there = await place(t)
  await using tap = await Tap.create({ netns: there.netns, name: 't0' })
  await tap.ethtool.set('coalesce', { rxMaxFrames: 16 })
  t.match(await tap.ethtool.get('coalesce'), { rxMaxFrames: 16 })
  t.match(ethtool(there, '-c', 't0'), /^rx-frames: +16$/m)
  await tap.ethtool.set('linkmodes', { speed: 100, duplex: 'half' })
  t.match(await tap.ethtool.get('linkmodes'), { speed: 100, duplex: 'half' })
  await tap.ethtool.set('debug', { msgmask: { drv: true, link: true } })
  t.same(await tap.ethtool.get('debug'), { msgmask: { drv: true, link: true } })
  await tap.ethtool.set('debug', { msgmask: { drv: false } })
  t.same(await tap.ethtool.get('debug'), { msgmask: { link: true } })
})

await t.test('in a user namespace of its own', async (t) => {
  await using netns = await Netns.create(undefined, { userns: true })
  const v0 = await Veth.create({ netns, name: 'v0', peer: { name: 'v1' } })
  t.match(await v0.ethtool.setFeatures({ 'tx-tcp-segmentation': false }), { changed: { 'tx-tcp-segmentation': false } })
  t.equal((await v0.ethtool.driver()).driver, 'veth')
  t.equal((await v0.ethtool.stats())['peer_ifindex'], (await v0.get()).link)
})

await t.test('of a namespace that is closed', async (t) => {
  const netns = await Netns.create()
  const lo = await netns.links.get('lo')
  const [asked] = await Promise.allSettled([lo.ethtool.get('linkstate'), netns.close()])
  if (asked.status === 'rejected') t.match(asked.reason, { code: 'ERR_NETNS_CLOSED' }, 'before it was sent')
  t.match(await reason(lo.ethtool.get('linkstate')), { code: 'ERR_NETNS_CLOSED' })
  t.match(await reason(lo.ethtool.driver()), { code: 'ERR_NETNS_CLOSED' })
  t.match(await reason(netns.genl.families()), { code: 'ERR_NETNS_CLOSED' })
})

await t.test('families, read by genl(8)', async (t) => {
  const shown = [...execFileSync('genl', ['ctrl', 'list'], { encoding: 'utf8' }).matchAll(/^Name: (\S+)\n\s+ID: 0x(\w+) +Version: 0x(\w+)/gm)]
    .map(([, name, id = '', version = '']) => ({ name, id: parseInt(id, 16), version: parseInt(version, 16) }))
  const families = await Netns.current().genl.families()
  t.same(families.map(({ id, name, version }) => ({ name, id, version })), shown)
  t.match(families.find(({ name }) => name === 'nlctrl'), { id: 16, ops: [{ id: 3, flags: ['cmd_cap_do', 'cmd_cap_dump', 'cmd_cap_haspol'] }], mcastGroups: [{ name: 'notify' }] })
})

await t.test('many at once, in one namespace and in several', async (t) => {
  const places = await Promise.all([0, 1, 2].map(async () => pair(t)))
  const all = await Promise.all(places.flatMap(({ v0 }) => Array.from({ length: 20 }, async () => v0.ethtool.get('linkstate'))))
  t.same(all, Array.from({ length: 60 }, () => ({ link: true })))
})

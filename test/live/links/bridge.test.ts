// Every option of a bridge, at creation and later, read back by ip(8) and by us; its ports and what it knows of them.
import '../../sandbox.ts'
import t, { type Test } from 'tap'
import { Bridge, NetlinkError, Veth, type BridgeSettings } from '../../../lib/index.ts'
import { bridge as table } from '../../../lib/kinds/bridge.ts'
import { shownOnly } from '../input/cases.ts'
import { only, place, reason, type Place } from '../place.ts'

/** A bridge's own words as ip(8) shows them. */
function shown(where: Place, name: string): { [key: string]: unknown } {
  return only(where.show<{ linkinfo: { info_data: { [key: string]: unknown } } }>('-d', 'link', 'show', 'dev', name)).linkinfo.info_data
}

/** Option, a value, ip(8)'s word for it, what ip(8) makes of the value. All differ from the defaults; times are what a clock of 250 Hz can hold. */
const options: readonly (readonly [name: keyof BridgeSettings, value: unknown, word: string, theirs: unknown])[] = [
  ['forwardDelay', 300, 'forward_delay', 300], ['helloTime', 150, 'hello_time', 150], ['maxAge', 700, 'max_age', 700], ['ageingTime', 1234, 'ageing_time', 1234],
  ['stpState', 1, 'stp_state', 1], ['priority', 4096, 'priority', 4096], ['groupFwdMask', 8, 'group_fwd_mask', '0x8'], ['groupAddr', '01:80:c2:00:00:05', 'group_addr', '01:80:c2:00:00:05'],
  ['multicastRouter', 'perm', 'mcast_router', 2], ['multicastSnooping', false, 'mcast_snooping', 0], ['multicastQueryUseIfaddr', true, 'mcast_query_use_ifaddr', 1],
  ['multicastQuerier', true, 'mcast_querier', 1], ['multicastHashMax', 512, 'mcast_hash_max', 512], ['multicastLastMemberCnt', 3, 'mcast_last_member_cnt', 3],
  ['multicastStartupQueryCnt', 4, 'mcast_startup_query_cnt', 4], ['multicastLastMemberIntvl', 400, 'mcast_last_member_intvl', 400], ['multicastMembershipIntvl', 404, 'mcast_membership_intvl', 404],
  ['multicastQuerierIntvl', 408, 'mcast_querier_intvl', 408], ['multicastQueryIntvl', 412, 'mcast_query_intvl', 412], ['multicastQueryResponseIntvl', 416, 'mcast_query_response_intvl', 416],
  ['multicastStartupQueryIntvl', 420, 'mcast_startup_query_intvl', 420], ['nfCallIptables', true, 'nf_call_iptables', 1], ['nfCallIp6tables', true, 'nf_call_ip6tables', 1],
  ['nfCallArptables', true, 'nf_call_arptables', 1], ['multicastStatsEnabled', true, 'mcast_stats_enabled', 1], ['multicastIgmpVersion', 3, 'mcast_igmp_version', 3],
  ['multicastMldVersion', 2, 'mcast_mld_version', 2], ['multiBoolopt', { optval: ['no_ll_learn'], optmask: ['no_ll_learn'] }, 'no_linklocal_learn', 1],
]
/** Those that ip(8) of this version, or a kernel without VLANs, does not show. */
const elsewhere = ['vlanFiltering', 'vlanProtocol', 'vlanDefaultPvid', 'vlanStatsEnabled', 'vlanStatsPerPort', 'fdbFlush', 'fdbMaxLearned', 'multicastHashElasticity', 'stpMode']
const all = Object.fromEntries(options.map(([name, value]) => [name, value])) as BridgeSettings

await t.test('no option is left out here', async (t) => {
  t.same([...options.map(([name]) => String(name)), ...elsewhere, ...shownOnly].sort(), Object.keys(table.attributes).sort())
})

function compare(t: Test, where: Place, data: { [key: string]: unknown }): void {
  const theirs = shown(where, 'br0')
  for (const [name, value, word, expected] of options) {
    t.same(theirs[word], expected, `${name}: ip(8) shows ${word}`)
    if (name === 'multiBoolopt') t.match(data[name], { optval: ['no_ll_learn'] })
    else t.same(data[name], value, `${name}: we show it`)
  }
}

await t.test('at creation', async (t) => {
  const red = await place(t)
  const bridge = await Bridge.create({ netns: red.netns, name: 'br0', ...all })
  compare(t, red, { ...(await bridge.get()).data })
})

await t.test('later, one by one', async (t) => {
  const red = await place(t)
  const bridge = await Bridge.create({ netns: red.netns, name: 'br0', priority: 8192 })
  t.equal(shown(red, 'br0')['priority'], 8192)
  for (const [name, value] of options) await bridge.set({ [name]: value })
  const [info] = await red.netns.links.list({ kind: 'bridge' })
  compare(t, red, { ...info?.data })
})

await t.test('one that ip(8) made', async (t) => {
  const red = await place(t)
  red.ip('link', 'add', 'name', 'br0', 'type', 'bridge', 'forward_delay', '700', 'stp_state', '1', 'mcast_querier', '1', 'mcast_query_interval', '996')
  const bridge = await red.netns.links.get('br0')
  t.ok(bridge instanceof Bridge)
  t.match((await bridge.get()).data, { forwardDelay: 700, stpState: 1, multicastQuerier: true, multicastQueryIntvl: 996 })
})

await t.test('limits that only the kernel knows', async (t) => {
  const red = await place(t)
  const bridge = await Bridge.create({ netns: red.netns, name: 'br0', stpState: 1 })
  const before = JSON.stringify({ ...shown(red, 'br0'), hello_timer: 0, gc_timer: 0 })
  for (const wrong of [{ forwardDelay: 1 }, { helloTime: 1 }, { maxAge: 1 }, { groupAddr: '02:00:00:00:00:01' }, { multicastIgmpVersion: 9 }]) {
    const error = await reason(bridge.set(wrong))
    t.ok(error instanceof NetlinkError, JSON.stringify(wrong))
    t.match(error, { code: /^(EINVAL|ERANGE)$/, request: 'RTM_NEWLINK', target: 'br0' })
  }
  t.equal(JSON.stringify({ ...shown(red, 'br0'), hello_timer: 0, gc_timer: 0 }), before)
})

await t.test('VLANs, where the kernel has them', async (t) => {
  const { netns } = await place(t)
  const bridge = await Bridge.create({ netns, name: 'br0' })
  const has = Object.hasOwn((await bridge.get()).data ?? {}, 'vlanDefaultPvid')
  if (!has) return void t.match(await reason(bridge.set({ vlanFiltering: true })), { code: 'EOPNOTSUPP' })
  const wanted = { vlanFiltering: true, vlanProtocol: '802.1ad', vlanDefaultPvid: 5, vlanStatsEnabled: true } as const
  await bridge.set(wanted)
  t.match((await bridge.get()).data, wanted)
})

await t.test('ports', async (t) => {
  const red = await place(t)
  const { netns } = red
  const bridge = await Bridge.create({ netns, name: 'br0', up: true })
  const [one, two] = [await Veth.create({ netns, name: 'one', up: true, peer: { name: 'one-peer', up: true } }), await Veth.create({ netns, name: 'two' })]
  t.same(await bridge.ports(), [])
  await bridge.addPort(one)
  await bridge.addPort(two)
  t.same(red.show<{ ifname: string, master: string }>('link', 'show', 'master', 'br0').map(({ ifname }) => ifname), ['one', 'two'])
  red.ip('link', 'set', 'one', 'type', 'bridge_slave', 'cost', '77', 'priority', '5', 'hairpin', 'on', 'learning', 'off', 'mcast_router', '0', 'isolated', 'on', 'neigh_suppress', 'on')
  const ports = await bridge.ports()
  t.same(ports.map(({ name, master, portKind }) => [name, master, portKind]), [['one', bridge.index, 'bridge'], ['two', bridge.index, 'bridge']])
  t.match(ports[0]?.port, { state: 'forwarding', cost: 77, priority: 5, mode: true, learning: false, unicastFlood: true, multicastRouter: 'disabled', isolated: true, neighSuppress: true, no: 1 })
  t.match(ports[1]?.port, { state: 'disabled', cost: 2, mode: false, learning: true, isolated: false, no: 2 })
  await bridge.addPort(one)   // twice is no error: do_set_master
  await bridge.removePort(one)
  await bridge.removePort('two')
  t.same(await bridge.ports(), [])
  t.equal((await one.get()).port, undefined)
  t.match(await reason(bridge.removePort('nobody')), { code: 'ENODEV' })
  t.match(await reason(bridge.addPort(await netns.links.get('lo'))), { code: 'EINVAL' }, 'loopback is no port')
  const elsewhere = await Veth.create({ netns: (await place(t)).netns })
  t.match(await reason(bridge.addPort(elsewhere)), { name: 'RangeError' }, 'another namespace')
})

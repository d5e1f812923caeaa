// Bridges: every option set at creation and later, read back by ip(8); ports and what a bridge knows of them.
import '../../sandbox.ts'
import t, { type Test } from 'tap'
import { Bridge, NetlinkError, Veth, type BridgeSettings, type Link } from '../../../lib/index.ts'
import { eventually, everything, only, place, reason, type Place } from '../place.ts'

type Data = Record<string, unknown>
interface Shown { ifname: string, master?: string, linkinfo: { info_kind: string, info_data: Data, info_slave_data?: Data } }

const shown = (where: Place, name: string): Data => only(where.show<Shown>('-d', 'link', 'show', 'dev', name)).linkinfo.info_data

/** Each option: a value that is not its default, ip(8)'s word for it and what that shows then. */
const options: [Partial<BridgeSettings>, Data][] = [
  [{ forwardDelay: 400 }, { forward_delay: 400 }], [{ helloTime: 300 }, { hello_time: 300 }], [{ maxAge: 1000 }, { max_age: 1000 }], [{ ageingTime: 12300 }, { ageing_time: 12300 }],
  [{ stpState: 1 }, { stp_state: 1 }], [{ priority: 4096 }, { priority: 4096, bridge_id: /^1000\./ }], [{ vlanFiltering: true }, { vlan_filtering: 1 }], [{ vlanProtocol: '802.1ad' }, { vlan_protocol: '802.1ad' }],
  [{ groupFwdMask: 0x4000 }, { group_fwd_mask: '0x4000' }], [{ groupAddr: '01:80:c2:00:00:0e' }, { group_addr: '01:80:c2:00:00:0e' }],
  [{ multicastRouter: 'perm' }, { mcast_router: 2 }], [{ multicastSnooping: false }, { mcast_snooping: 0 }], [{ multicastQueryUseIfaddr: true }, { mcast_query_use_ifaddr: 1 }],
  [{ multicastQuerier: true }, { mcast_querier: 1 }], [{ multicastHashMax: 512 }, { mcast_hash_max: 512 }], [{ multicastLastMemberCnt: 5 }, { mcast_last_member_cnt: 5 }],
  [{ multicastStartupQueryCnt: 6 }, { mcast_startup_query_cnt: 6 }], [{ multicastLastMemberIntvl: 200 }, { mcast_last_member_intvl: 200 }], [{ multicastMembershipIntvl: 22200 }, { mcast_membership_intvl: 22200 }],
  [{ multicastQuerierIntvl: 33300 }, { mcast_querier_intvl: 33300 }], [{ multicastQueryIntvl: 12600 }, { mcast_query_intvl: 12600 }], [{ multicastQueryResponseIntvl: 1100 }, { mcast_query_response_intvl: 1100 }],
  [{ multicastStartupQueryIntvl: 3200 }, { mcast_startup_query_intvl: 3200 }], [{ vlanDefaultPvid: 77 }, { vlan_default_pvid: 77 }], [{ vlanStatsEnabled: true }, { vlan_stats_enabled: 1 }],
  [{ vlanStatsPerPort: true }, { vlan_stats_per_port: 1 }], [{ multicastStatsEnabled: true }, { mcast_stats_enabled: 1 }], [{ multicastIgmpVersion: 3 }, { mcast_igmp_version: 3 }], [{ multicastMldVersion: 2 }, { mcast_mld_version: 2 }],
  [{ nfCallIptables: true }, { nf_call_iptables: 1 }], [{ nfCallIp6tables: true }, { nf_call_ip6tables: 1 }], [{ nfCallArptables: true }, { nf_call_arptables: 1 }],
  [{ multiBoolopt: { optval: ['no_ll_learn'], optmask: ['no_ll_learn'] } }, { no_linklocal_learn: 1 }],
]

/** The kernel shows only what it was built with; but for vlan_filtering, which br_vlan_filter_toggle then refuses. */
async function split(t: Test): Promise<{ known: typeof options, lacking: typeof options }> {
  const red = await place(t)
  red.ip('link', 'add', 'br0', 'type', 'bridge')
  const words = shown(red, 'br0')
  if (!('vlan_default_pvid' in words)) delete words['vlan_filtering']
  const isKnown = ([, its]: (typeof options)[number]): boolean => Object.keys(its).every((word) => word in words)
  return { known: options.filter(isKnown), lacking: options.filter((one) => !isKnown(one)) }
}

await t.test('every option at creation, all at once', async (t) => {
  const red = await place(t)
  const { known, lacking } = await split(t)
  t.ok(known.length > 20, `${known.length} options known`)
  const all = Object.assign({}, ...known.map(([option]) => option)) as BridgeSettings
  const allShown = Object.assign({}, ...known.map(([, words]) => words)) as Data
  const bridge = await Bridge.create({ netns: red.netns, name: 'br0', ...all, up: true })
  t.match(shown(red, 'br0'), allShown)
  const { data } = await bridge.get()
  t.notOk(data instanceof Uint8Array)
  const { multiBoolopt, ...plain } = all
  t.match(data, plain, 'and shown as it was set')
  t.ok((data as { multiBoolopt: { optval: string[] } }).multiBoolopt.optval.includes('no_ll_learn'))
  const before = everything(red.name)
  for (const [option] of lacking) {
    const [result] = await Promise.allSettled([bridge.set(option)])
    if (result.status === 'rejected') t.match(result.reason, { code: 'EOPNOTSUPP', request: 'RTM_NEWLINK', target: 'br0' }, 'what the kernel lacks it refuses or passes over')
  }
  t.equal(everything(red.name), before)
})

await t.test('every option later, one at a time, and nothing else changes', async (t) => {
  const red = await place(t)
  const bridge = await Bridge.create({ netns: red.netns, name: 'br0', address: '02:00:00:00:00:0b' })
  for (const [option, words] of (await split(t)).known) {
    const before = shown(red, 'br0')
    await bridge.set(option)
    const after = shown(red, 'br0')
    t.match(after, words, JSON.stringify(option))
    // The name of an option is in its own words; what follows from it is listed here. Timers run, and the address of
    // spanning tree is another with 802.1ad (br_recalculate_group_addr).
    const follows = ['bridge_id', 'root_id', 'root_path_cost', 'topology_change', 'topology_change_detected', 'group_addr']
    const changed = Object.keys(after).filter((word) => !word.endsWith('_timer') && JSON.stringify(after[word]) !== JSON.stringify(before[word]))
    t.same(changed.filter((word) => !follows.includes(word)), Object.keys(words).filter((word) => !follows.includes(word)), JSON.stringify(option))
  }
  await bridge.set({ ageingTime: 500, mtu: 1400, alias: 'both' })
  t.match([shown(red, 'br0')['ageing_time'], (await bridge.get()).mtu, (await bridge.get()).alias], [500, 1400, 'both'], 'with what every link has')
})

await t.test('limits of what is new, and what only the kernel sets', async (t) => {
  const red = await place(t)
  const bridge = await Bridge.create({ netns: red.netns, name: 'br0' })
  await bridge.set({ fdbMaxLearned: 10 })
  const { data } = await bridge.get()
  // Before 6.7 the kernel passes over it.
  t.ok([10, undefined].includes((data as { fdbMaxLearned?: number }).fdbMaxLearned))
  t.match(data, { rootPort: 0, topologyChange: false })
  for (const readOnly of ['rootId', 'bridgeId', 'rootPort', 'rootPathCost', 'topologyChange', 'topologyChangeDetected', 'helloTimer', 'tcnTimer', 'topologyChangeTimer', 'gcTimer', 'multicastQuerierState', 'fdbNLearned']) {
    t.match(await reason(bridge.set({ [readOnly]: 1 })), { name: 'TypeError' }, readOnly)
    t.match(await reason(Bridge.create({ netns: red.netns, name: 'br1', [readOnly]: 1 })), { name: 'TypeError' }, readOnly)
  }
})

await t.test('made by ip(8), read by us', async (t) => {
  const red = await place(t)
  red.ip(...'link add br0 type bridge forward_delay 700 stp_state 1 mcast_router 0 group_fwd_mask 0x8000 priority 8192 mcast_query_interval 20000'.split(' '))
  const { data } = only(await red.netns.links.list({ kind: 'bridge' }))
  t.match(data, { forwardDelay: 700, stpState: 1, multicastRouter: 'disabled', groupFwdMask: 0x8000, priority: 8192, multicastQueryIntvl: 20000 })
  const br0 = await red.netns.links.get('br0')
  t.ok(br0 instanceof Bridge)
  await (br0 as Bridge).set({ forwardDelay: 800 })
  t.equal(shown(red, 'br0')['forward_delay'], 800, 'a handle that was looked up sets them too')
})

await t.test('what is wrong, and what the kernel refuses', async (t) => {
  const red = await place(t)
  const bridge = await Bridge.create({ netns: red.netns, name: 'br0', address: '02:00:00:00:00:0b' })
  const before = everything(red.name)
  const wrong: object[] = [
    { forwardDelay: -1 }, { forwardDelay: 2 ** 32 }, { forwardDelay: '400' }, { forwardDelay: 1.5 }, { forwardDelay: NaN }, { forwardDelay: null }, { priority: 65536 }, { vlanFiltering: 1 }, { vlanFiltering: 'yes' },
    { vlanProtocol: '802.1x' }, { groupAddr: '01:80:c2:00:00' }, { groupAddr: 5 }, { multicastRouter: 'nosuch' }, { multicastRouter: 256 }, { multicastLastMemberIntvl: -1 }, { multicastLastMemberIntvl: 1n },
    { multiBoolopt: 5 }, { multiBoolopt: { optval: 'no_ll_learn' } }, { multiBoolopt: { optvla: [] } }, { forwardDelya: 400 },
  ]
  for (const option of wrong) {
    for (const promise of [bridge.set(option), Bridge.create({ netns: red.netns, name: 'br1', ...option })]) {
      const error = await reason(promise)
      t.ok(error instanceof TypeError || error instanceof RangeError, error.message)
    }
  }
  const refused: [BridgeSettings, string][] = [
    [{ groupAddr: '02:00:00:00:00:01' }, 'EINVAL'], [{ groupAddr: '01:80:c2:00:00:01' }, 'EINVAL'], [{ multicastIgmpVersion: 9 }, 'EINVAL'], [{ groupFwdMask: 1 }, 'EINVAL'],
  ]
  const { known } = await split(t)
  if (known.some(([option]) => 'vlanFiltering' in option)) refused.push([{ vlanDefaultPvid: 4095 }, 'EINVAL'], [{ vlanProtocol: 0x1234 }, 'EPROTONOSUPPORT'])
  for (const [option, code] of refused) {
    for (const promise of [bridge.set(option), Bridge.create({ netns: red.netns, name: 'br1', ...option })]) {
      const error = await reason(promise)
      t.ok(error instanceof NetlinkError, `${JSON.stringify(option)}: ${error.message}`)
      t.match(error, { code, request: 'RTM_NEWLINK' }, error.message)
    }
  }
  t.equal(everything(red.name), before)
})

await t.test('ports', async (t) => {
  const red = await place(t)
  const { netns } = red
  const bridge = await Bridge.create({ netns, name: 'br0', up: true, stpState: 0 })
  const links: Link[] = await Promise.all(['a', 'b', 'c'].map(async (name) => Veth.create({ netns, name, up: true, peer: { name: `${name}-far`, up: true } })))
  const master = (): (string | undefined)[] => ['a', 'b', 'c'].map((name) => only(red.show<Shown>('link', 'show', 'dev', name)).master)
  await Promise.all(links.map(async (link) => bridge.addPort(link)))
  t.same(master(), ['br0', 'br0', 'br0'])
  // br_port_carrier_check sets the state, when it hears of the carrier.
  t.ok(await eventually(async () => (await bridge.ports()).every(({ port }) => port?.state === 'forwarding')))
  red.ip('link', 'set', 'dev', 'a', 'type', 'bridge_slave', 'cost', '77', 'hairpin', 'on', 'learning', 'off', 'isolated', 'on', 'priority', '5')
  const ports = await bridge.ports()
  t.same(ports.map(({ name }) => name), ['a', 'b', 'c'])
  t.ok(ports.every(({ portKind, master }) => portKind === 'bridge' && master === bridge.index))
  const theirs = only(red.show<Shown>('-d', 'link', 'show', 'dev', 'a')).linkinfo.info_slave_data ?? {}
  t.match(theirs, { cost: 77, hairpin: true, learning: false })
  t.match(ports[0]?.port, { cost: 77, mode: true, learning: false, isolated: true, priority: 5, state: 'forwarding', no: Number(theirs['no']), guard: false, fastLeave: false })
  t.match(ports[1]?.port, { mode: false, learning: true, isolated: false })
  t.equal(ports[1]?.port?.bridgeId?.addr, (await bridge.get()).address)
  for (const [n, of] of [links[0], 'b', links[2]?.index].entries()) {
    await bridge.removePort(of ?? '')
    t.equal(master()[n], undefined)
  }
  t.same(await bridge.ports(), [])
  t.equal((await links[0]?.get())?.port, undefined)
  await bridge.removePort('a')
  t.match(await reason(bridge.removePort('nobody')), { code: 'ENODEV', target: 'nobody' })
  t.match(await reason(bridge.addPort(bridge)), { code: 'EINVAL' })
  t.match(await reason(bridge.addPort(await netns.links.get('lo'))), { code: 'EINVAL' })
  const other = await Bridge.create({ netns, name: 'br1' })
  t.match(await reason(bridge.addPort(other)), { code: 'ELOOP' }, 'a bridge is no bridge\'s port')
  await bridge.addPort(links[0] as Link)
  await other.addPort(links[0] as Link)
  t.same(master(), ['br1', undefined, undefined], 'from one to the other')
  await other.delete()
  t.same(master(), [undefined, undefined, undefined], 'ports outlive it')
  t.same(await other.ports(), [])
  const blue = await place(t)
  const away = await Veth.create({ netns: blue.netns, name: 'away' })
  t.match(await reason(bridge.addPort(away)), { name: 'RangeError' }, 'of another namespace')
  for (const link of [null, undefined, {}, 0]) t.match(await reason(bridge.removePort(link as never)), { code: /^ERR_/ })
  for (const link of [null, undefined, 'a', 5]) t.match(await reason(bridge.addPort(link as never)), { name: 'TypeError' })
})

await t.test('frames go through', async (t) => {
  const [red, blue, host] = [await place(t), await place(t), await place(t)]
  const bridge = await Bridge.create({ netns: host.netns, name: 'br0', up: true, addresses: ['10.0.0.254/24'] })
  await Promise.all([[red, 1], [blue, 2]].map(async ([one, n]) => Veth.create({ netns: (one as Place).netns, name: 'eth0', up: true, addresses: [`10.0.0.${n}/24`],
    peer: { netns: host.netns, name: `port${n}`, master: bridge, up: true } })))
  const { stdout } = await red.netns.exec('ping', ['-c1', '-W2', '10.0.0.254'])
  t.match(stdout, ' 0% packet loss')
  t.match((await red.netns.exec('ping', ['-c1', '-W2', '10.0.0.2'])).stdout, ' 0% packet loss')
  t.same((await bridge.ports()).map(({ name, port }) => `${name} ${port?.state}`).sort(), ['port1 forwarding', 'port2 forwarding'])
})

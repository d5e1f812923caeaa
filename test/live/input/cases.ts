// Wrong input for everything that makes or changes something, as calls that have to be refused before anything is sent.
// Used in the process itself and in one whose system calls are watched: so it imports nothing of a test.
import { kinds } from '../../../lib/kinds/index.ts'
import { type Traits } from '../../../lib/kind.ts'
import { wrong } from '../../schema/arbitrary.ts'
import { Bridge, Veth, type Link, type Netns } from '../../../lib/index.ts'
import { bridge as bridgeTable } from '../../../lib/kinds/bridge.ts'

export interface Case {
  readonly name: string
  /** What the error has to blame; a prefix will do, since nested values have longer paths. */
  readonly argument: string
  readonly call: () => Promise<unknown>
}

const symbol = Symbol('x')
/** What no option takes, whatever its type. */
const nothings: readonly unknown[] = [null, {}, NaN, symbol, () => 1]
export const numbers = [...nothings, Infinity, -Infinity, -1, 1.5, 2 ** 32, 2 ** 53, '5', '', 1n, true, [1], new Number(5)]
export const counts = [...numbers, 0]
export const booleans = [...nothings, 0, 1, 'true', '', 1n, []]
const names = [...nothings, 5, 1n, true, [], '', '.', '..', 'all', 'default', 'a'.repeat(16), 'é'.repeat(8), 'br%d', 'a/b', 'a:b', 'a b', 'a\0b', 'a\x1b[2J', '\ud800', '-x']
/** Names of links that need not be ours, and handles. */
export const links = [null, {}, NaN, symbol, -1, 0, 1.5, 2 ** 31, 2 ** 32 + 1, 1n, true, [], '', 'a\0b', 'a'.repeat(128), '\ud800']
export const texts = [...nothings, 5, 1n, true, [], 'a\0b', '\ud800', 'x'.repeat(256)]
const macs = [...nothings, 5, '', '02:00:00:00:00', '02:00:00:00:00:01:02', '2:0:0:0:0:1', '02-00-00-00-00-01', '020000000001', '01:00:00:00:00:01', 'ff:ff:ff:ff:ff:ff',
  '00:00:00:00:00:00', '02:00:00:00:00:0g', '02:00:00:00:00:0\u0661', ' 02:00:00:00:00:01', '02:00:00:00:00:01\0']
const lladdrs = macs.filter((mac) => typeof mac !== 'string' || !/^(01|ff|00)(:\w\w){5}$/.test(mac) && mac.split(':').some((part) => part.length !== 2 || !/^[0-9a-f]+$/.test(part)))
export const ips = [...nothings, 5, 1n, true, [], '', '1.2.3', '1.2.3.4.5', '010.0.0.1', '0x7f.1', '1.2.3.256', '1.2.3.-4', ' 1.2.3.4', '1.2.3.4 ', '1.2.3.4\0', ':::', '1::2::3', '::1%lo', '12345::', 'localhost']
const prefixes = [...ips, '10.0.0.0/33', '10.0.0.0/-1', '10.0.0.0/ 8', '10.0.0.0/08', '10.0.0.0/', '/8', '10.0.0.0/8/8', '10.0.0.0/255.0.0.0', '::/129', '10.0.0.0/1e1', '10.0.0.0/8\0']
export const networks = [...prefixes, '10.0.0.1/8', 'fd00::1/64', 'Default', 'default ']
export const words = [...nothings, 'nosuch', '__proto__', 'constructor', 'toString', '', 'a\0b', -1, 256, 1.5, 1n, true, []]
export const arrays = [...nothings, 5, 'x', true, { length: 1, 0: '10.0.0.1/24' }]

/** Options of links of every kind, but for `name`. */
const settings: { readonly [option: string]: readonly unknown[] } = {
  up: booleans, mtu: numbers, address: macs, broadcast: lladdrs, group: numbers, alias: texts, txQueueLength: numbers, ipv6: words.filter((word) => word !== 'none'), master: links,
  arp: booleans, multicast: booleans, allmulticast: booleans, promisc: booleans, dynamic: booleans, carrier: booleans, protoDown: booleans,
  gsoMaxSize: numbers, gsoMaxSegs: numbers, gsoIpv4MaxSize: numbers, groMaxSize: numbers, groIpv4MaxSize: numbers, linkmode: words, operstate: words,
  ipv6Token: [...ips, '10.0.0.1'], protoDownReason: [null, 5, 'x', [], { mask: -1 }, { nosuch: 1 }], inet: [null, 5, 'x', [], { forwarding: -1 }, { forwarding: '1' }, { nosuch: 1 }],
}
const altNames = [...arrays, ['a/b'], [''], [5], [null], ['x'.repeat(128)], ['-x'], ['a b'], ['a\0b'], ['\u00e9'], ['all']]
const creation = { ...settings, altNames, index: counts, numTxQueues: [...counts, 4097], numRxQueues: [...counts, 4097], name: names, queues: [...counts, 4097], addresses: [...arrays, ...prefixes.map((prefix) => [prefix])] }

const addressOptions: { readonly [option: string]: readonly unknown[] } = {
  scope: words, label: texts.filter((text) => text !== 'x'.repeat(256)).concat('a'.repeat(16)), peer: prefixes, broadcast: ips, nodad: booleans, noprefixroute: booleans,
  validLifetime: counts, preferredLifetime: numbers, metric: numbers, flags: [...arrays, [5], ['nosuch'], [null], ['__proto__']],
}
const waits = { timeout: [...numbers, 2 ** 31], signal: [null, NaN, symbol, () => 1, 5, 'now', true, [], {}] }
const nexthop = { via: ips, dev: links, weight: [...counts, 257], onlink: booleans }
const routeOptions: { readonly [option: string]: readonly unknown[] } = {
  to: [...networks, undefined], via: ips, dev: links, src: ips, metric: numbers, table: [...words, 0, 2 ** 32, NaN].filter((word) => word !== 256), scope: words,
  type: words, proto: words, tos: [...numbers, 256], onlink: booleans, mtu: numbers, advmss: numbers, window: numbers, hoplimit: numbers, initcwnd: numbers, initrwnd: numbers,
  rtoMin: numbers, quickack: booleans, congctl: [5, null, {}, 'a\0b'], expires: counts, nhid: counts, family: [...words, 'inet7', 2], flags: arrays, from: prefixes,
  nexthops: [...arrays, [null], [5], [{ vai: '10.0.0.1' }], ...Object.entries(nexthop).flatMap(([key, values]) => values.map((value) => [{ [key]: value }]))],
}
const fdbKey = { master: booleans, self: booleans, vlan: [...counts, 4095], dst: ips, port: [...counts, 65_536], vni: [...numbers, 2 ** 24], srcVni: [...numbers, 2 ** 24], nhid: counts, via: links }
const fdbOptions = { ...fdbKey, state: words, use: booleans, router: booleans, externLearn: booleans, sticky: booleans, activityNotify: booleans, inactive: booleans, dontRefresh: booleans,
  protocol: words, flags: [...arrays, [5], ['nosuch'], ['__proto__']] }
const vids = [...counts.filter((value) => !Array.isArray(value)), 4095, [], [1], [1, 2, 3], [2, 1], [0, 5], [1, 4095], [1, '2'], [NaN, 2]]
const vlanOptions = { tunnelId: [...counts, 2 ** 24], self: booleans, master: booleans }
const fdbFlush = { ...fdbKey, permanent: booleans, static: booleans, dynamic: booleans, offload: booleans, addedByUser: booleans }
const neighborOptions = { proxy: booleans, router: booleans, externLearn: booleans, managed: booleans, use: booleans, protocol: words, address: lladdrs, state: words, flags: [...arrays, [5], ['nosuch'], ['__proto__']] }

/** A call for each wrong value of each option. */
export function each(name: string, options: { readonly [option: string]: readonly unknown[] }, path: string, call: (options: object) => Promise<unknown>): Case[] {
  return Object.entries(options).flatMap(([option, values]) => values.map((value) =>
    ({ name: `${name} ${option}: ${show(value)}`, argument: path === '' ? '' : `${path}.${option}`, call: async () => call({ [option]: value }) })))
}

export function show(value: unknown): string {
  if (typeof value === 'object' && value !== null) return `${Array.isArray(value) ? 'array' : 'object'} of ${Object.values(value).map(show).join()}`
  return typeof value === 'string' ? JSON.stringify(value) : typeof value === 'bigint' ? `${value}n` : String(value)
}

/** What is no object of options, and options with keys that nobody knows. */
export function shapes(name: string, path: string, call: (options: object) => Promise<unknown>): Case[] {
  const wrong: unknown[] = [null, 5, 'x', true, [], () => 1, { mtuu: 1500 }, { ['__proto__x']: 1 }, { [symbol]: 1 }, JSON.parse('{"__proto__": 1}')]
  return wrong.map((options) => ({ name: `${name}: ${show(options)}`, argument: path, call: async () => call(options as object) }))
}

/** Attributes of a bridge that are no options, since the kernel would pass over them without a word. */
export const shownOnly = ['rootId', 'bridgeId', 'rootPort', 'rootPathCost', 'topologyChange', 'topologyChangeDetected', 'helloTimer', 'tcnTimer', 'topologyChangeTimer', 'gcTimer',
  'multicastQuerierState', 'fdbNLearned']

export function linkCases(netns: Netns, bridge: Bridge): Case[] {
  const worthless = [null, NaN, symbol, () => 1, Infinity, -1, 1.5, 2 ** 64, 'no such', ['x']]
  const own = Object.fromEntries(Object.keys(bridgeTable.attributes).filter((name) => !shownOnly.includes(name)).map((name) => [name, worthless]))
  const bare = [null, 5, 'red', {}, { inode: 1 }]
  return [
    ...each('Bridge.create', creation, 'options', async (options) => Bridge.create({ netns, ...options })),
    ...each('Bridge.create', own, 'options', async (options) => Bridge.create({ netns, ...options })),
    ...each('Veth.create', creation, 'options', async (options) => Veth.create({ netns, ...options })),
    ...each('Veth.create peer', creation, 'options.peer', async (peer) => Veth.create({ netns, peer })),
    ...each('Veth.create', { peer: [null, NaN, symbol, () => 1, 5, 'x', [], { mtuu: 1 }, { peer: {} }] }, 'options', async (options) => Veth.create({ netns, ...options })),
    ...each('Veth.create', { netns: bare }, 'options', async (options) => Veth.create(options)),
    ...each('Veth.create peer', { netns: bare }, 'options.peer', async (peer) => Veth.create({ netns, peer })),
    ...each('set', { ...settings, nomaster: booleans }, 'options', async (options) => bridge.set(options)),
    ...each('set', own, 'options', async (options) => bridge.set(options)),
    // Each of these goes in a message of its own.
    ...each('set with others', { mtu: [NaN], forwardDelay: [-1], alias: ['a\0'], up: [1] }, 'options', async (options) => bridge.set({ alias: 'sent', ipv6: 'random', mtu: 1300, up: false, ...options })),
    ...shownOnly.map((name) => ({ name: `Bridge.create ${name}`, argument: 'options', call: async () => Bridge.create({ netns, [name]: 1 }) })),
    ...shapes('Bridge.create', 'options', async (options) => Bridge.create(options)),
    ...shapes('Veth.create', 'options', async (options) => Veth.create(options)),
    ...shapes('set', 'options', async (options) => bridge.set(options)),
    ...globalVlanCases(bridge),
    ...each('waitFor', waits, 'options', async (options) => bridge.waitFor('gone', options)),
    ...shapes('waitFor', 'options', async (options) => bridge.waitFor('up', options)),
    ...[...words, 'UP'].map((state) => ({ name: `waitFor ${show(state)}`, argument: 'state', call: async () => bridge.waitFor(state as 'up') })),
    ...names.map((name) => ({ name: `rename ${show(name)}`, argument: 'name', call: async () => bridge.rename(name as string) })),
    ...each('links.ensure', { ...creation, ...own }, 'options', async (options) => netns.links.ensure(Bridge, { name: 'br0', ...options })),
    ...shapes('links.ensure', 'options', async (options) => netns.links.ensure(Bridge, options)),
    { name: 'links.ensure without a name', argument: 'options.name', call: async () => netns.links.ensure(Bridge, {}) },
    ...altNames.filter((one) => Array.isArray(one)).flatMap((one) => [
      { name: `addAltNames ${show(one)}`, argument: 'names', call: async () => bridge.addAltNames(...one as string[]) },
    ]),
    ...[[''], [5], [null], ['x'.repeat(128)], ['a\0b']].map((one) =>
      ({ name: `deleteAltNames ${show(one)}`, argument: 'names', call: async () => bridge.deleteAltNames(...one as string[]) })),
    ...each('set', { data: [5, 'x', [], { nosuch: 1 }, { gcTimer: 1 }], port: [5, 'x', null, [], new Uint8Array(4)] }, 'options', async (options) => bridge.set(options)),
    ...each('moveTo', { name: names }, 'options', async (options) => bridge.moveTo(netns, options)),
    ...[...links, () => 1].map((link) => ({ name: `links.get ${show(link)}`, argument: '', call: async () => netns.links.get(link as string) })),
    ...links.map((link) => ({ name: `links.delete ${show(link)}`, argument: 'links', call: async () => netns.links.delete([link as string]) })),
    ...links.map((link) => ({ name: `removePort ${show(link)}`, argument: 'link', call: async () => bridge.removePort(link as string) })),
  ]
}

const groups = ips.filter((ip) => ip !== 'localhost').concat(['01:02:03:04:05', '1:2:3:4:5:6:7', 'localhost'])
const mdbKey = { port: links, vid: [...counts, 4095], source: ips, dst: ips, srcVni: [...numbers, 2 ** 24] }
const mdbOptions = { ...mdbKey, state: words, sources: [...arrays.filter((one) => !(typeof one === 'object' && one !== null && 'length' in one)), ['x'], [5], [null], [{ address: 5 }]], filterMode: words, protocol: words,
  dstPort: [...counts, 65_536], vni: [...numbers, 2 ** 24], via: links }

function mdbCases(bridge: Bridge): Case[] {
  const { mdb } = bridge
  return [
    ...(['add', 'replace'] as const).flatMap((verb) => [
      ...each(`mdb.${verb}`, mdbOptions, 'options', async (options) => mdb[verb]('239.1.1.1', options)),
      ...each(`mdb.${verb} of an entry`, mdbOptions, 'options', async (options) => mdb[verb]({ group: '239.1.1.1', ...options })),
      ...shapes(`mdb.${verb}`, 'options', async (options) => mdb[verb]('239.1.1.1', options)),
      ...groups.map((group) => ({ name: `mdb.${verb} ${show(group)}`, argument: '', call: async () => mdb[verb](group as string) })),
    ]),
    ...each('mdb.delete', mdbKey, 'options', async (options) => mdb.delete('239.1.1.1', options)),
    ...shapes('mdb.delete', 'options', async (options) => mdb.delete('239.1.1.1', options)),
    ...each('mdb.get', { vid: [...counts, 4095], source: ips, srcVni: [...numbers, 2 ** 24] }, 'options', async (options) => mdb.get('239.1.1.1', options)),
    ...groups.map((group) => ({ name: `mdb.get ${show(group)}`, argument: 'group', call: async () => mdb.get(group as string) })),
    ...each('mdb.flush', { port: links, vid: [...counts, 4095], permanent: booleans, protocol: words, dst: ips, dstPort: counts, vni: numbers, srcVni: numbers }, 'filter', async (filter) => mdb.flush(filter)),
    ...shapes('mdb.flush', 'filter', async (filter) => mdb.flush(filter)),
    ...each('mdb.list', { port: links, vid: [...counts, 4095] }, 'filter', async (filter) => mdb.list(filter)),
  ]
}

function globalVlanCases(bridge: Bridge): Case[] {
  return [
    ...mdbCases(bridge),
    ...each('globalVlans.set', { mcastSnooping: booleans, mcastIgmpVersion: [...numbers, 256], mcastQueryIntvl: numbers.filter((value) => value !== 2 ** 32), msti: [...numbers, 65_536] }, 'settings', async (settings) => bridge.globalVlans.set(10, settings)),
    ...vids.map((vid) => ({ name: `globalVlans.set ${show(vid)}`, argument: 'vid', call: async () => bridge.globalVlans.set(vid as number, {}) })),
    ...shapes('globalVlans.set', 'settings', async (settings) => bridge.globalVlans.set(10, settings)),
    ...each('globalVlans.list', { vid: vids }, 'filter', async (filter) => bridge.globalVlans.list(filter)),
  ]
}

export function networkCases(netns: Netns, link: Link): Case[] {
  const { addresses, neighbors } = link
  const both = ['add', 'replace', 'ensure'] as const
  const route = async (verb: 'add' | 'replace' | 'delete' | 'ensure', options: object): Promise<unknown> => netns.routes[verb]({ to: '10.9.0.0/16', ...options })
  const identity = Object.fromEntries(['to', 'via', 'dev', 'metric', 'table', 'type', 'proto', 'scope', 'nexthops'].map((key) => [key, routeOptions[key] ?? []]))
  return [
    ...(['add', 'replace', 'ensure'] as const).flatMap((verb) => [
      ...each(`neighbors.${verb}`, neighborOptions, '', async (options) => neighbors[verb]('10.0.0.2', options)),
      ...each(`neighbors.${verb}`, { dst: ips }, '', async (options) => neighbors[verb](options as never)),
      ...ips.map((ip) => ({ name: `neighbors.${verb} ${show(ip)}`, argument: '', call: async () => neighbors[verb](ip as string) })),
      ...shapes(`neighbors.${verb}`, 'options', async (options) => neighbors[verb]('10.0.0.2', options)),
    ]),
    ...(['add', 'replace', 'ensure'] as const).flatMap((verb) => [
      ...each(`addresses.${verb}`, addressOptions, '', async (options) => addresses[verb]('10.0.0.1/24', options)),
      ...each(`addresses.${verb}`, { ...addressOptions, address: prefixes }, '', async (options) => addresses[verb]({ address: '10.0.0.1/24', ...options })),
      ...prefixes.map((prefix) => ({ name: `addresses.${verb} ${show(prefix)}`, argument: '', call: async () => addresses[verb](prefix as string) })),
      ...shapes(`addresses.${verb}`, 'options', async (options) => addresses[verb]('10.0.0.1/24', options)),
    ]),
    ...both.flatMap((verb) => [
      ...each(`routes.${verb}`, routeOptions, 'route', async (options) => route(verb, options)),
      ...shapes(`routes.${verb}`, 'route', async (options) => netns.routes[verb](options as never)),
    ]),
    ...(['add', 'replace', 'append', 'ensure'] as const).flatMap((verb) => [
      ...each(`fdb.${verb}`, fdbOptions, 'options', async (options) => link.fdb[verb]('02:00:00:00:00:01', options)),
      ...each(`fdb.${verb} of an entry`, fdbOptions, 'options', async (options) => link.fdb[verb]({ address: '02:00:00:00:00:01', ...options })),
      ...shapes(`fdb.${verb}`, 'options', async (options) => link.fdb[verb]('02:00:00:00:00:01', options)),
      ...lladdrs.map((mac) => ({ name: `fdb.${verb} ${show(mac)}`, argument: '', call: async () => link.fdb[verb](mac as string) })),
    ]),
    ...(['delete', 'get'] as const).flatMap((verb) => [
      ...each(`fdb.${verb}`, fdbKey, 'options', async (options) => link.fdb[verb]('02:00:00:00:00:01', options)),
      ...lladdrs.map((mac) => ({ name: `fdb.${verb} ${show(mac)}`, argument: '', call: async () => link.fdb[verb](mac as string) })),
    ]),
    ...(['add', 'delete', 'ensure'] as const).flatMap((verb) => [
      ...each(`vlans.${verb}`, { ...vlanOptions, vid: vids }, 'options', async (options) => link.vlans[verb]({ vid: 10, ...options })),
      ...vids.filter((vid) => vid === null || typeof vid !== 'object' || Array.isArray(vid)).map((vid) => ({ name: `vlans.${verb} ${show(vid)}`, argument: 'options.vid', call: async () => link.vlans[verb](vid as number) })),
      ...shapes(`vlans.${verb}`, 'options', async (options) => link.vlans[verb](10, options)),
    ]),
    { name: 'vlans.add of two pvids', argument: 'options.pvid', call: async () => link.vlans.add([10, 11], { pvid: true }) },
    ...each('vlans.set', { state: words.filter((value) => value !== 256), mcastRouter: words, mcastMaxGroups: numbers, neighSuppress: booleans, tunnelId: counts }, 'settings', async (settings) => link.vlans.set(10, settings)),
    ...vids.map((vid) => ({ name: `vlans.set ${show(vid)}`, argument: 'vid', call: async () => link.vlans.set(vid as number, {}) })),
    ...shapes('vlans.set', 'settings', async (settings) => link.vlans.set(10, settings)),
    ...each('vlans.list', { vid: vids, stats: booleans }, 'filter', async (filter) => link.vlans.list(filter)),
    ...shapes('vlans.list', 'filter', async (filter) => link.vlans.list(filter)),
    ...[NaN, -1, 4095, '7', null].map((msti) => ({ name: `mst.set ${show(msti)}`, argument: 'msti', call: async () => link.mst.set(msti as number, 'blocking') })),
    ...[...words, 5].map((state) => ({ name: `mst.set ${show(state)}`, argument: 'state', call: async () => link.mst.set(1, state as 'blocking') })),
    { name: 'fdb.add of two wrong options, one of which is a name', argument: 'options.state', call: async () => link.fdb.add('02:00:00:00:00:01', { via: '', state: 'nosuch' as 'static' }) },
    ...each('fdb.flush', fdbFlush, 'filter', async (filter) => link.fdb.flush(filter)),
    ...shapes('fdb.flush', 'filter', async (filter) => link.fdb.flush(filter)),
    ...[{ permanent: true, static: true }, { static: false, dynamic: false }].map((filter) => ({ name: `fdb.flush ${show(filter)}`, argument: 'filter', call: async () => link.fdb.flush(filter) })),
    ...each('fdb.list', { dev: links, master: links, state: words, vlan: [...counts, 4095], address: lladdrs }, 'filter', async (filter) => netns.fdb.list(filter)),
    ...shapes('fdb.list', 'filter', async (filter) => netns.fdb.list(filter)),
    ...each('addresses.waitFor', { ...waits, family: words, scope: words }, 'options', async (options) => addresses.waitFor('permanent', options)),
    ...each('netns.addresses.waitFor', { link: links }, 'options', async (options) => netns.addresses.waitFor('permanent', options)),
    ...(['delete', 'get'] as const).flatMap((verb) => [
      ...each(`neighbors.${verb}`, { proxy: booleans }, 'options', async (options) => neighbors[verb]('10.0.0.2', options)),
      ...shapes(`neighbors.${verb}`, 'options', async (options) => neighbors[verb]('10.0.0.2', options)),
    ]),
    ...ips.map((ip) => ({ name: `neighbors.get ${show(ip)}`, argument: '', call: async () => neighbors.get(ip as string) })),
    ...(['list', 'flush'] as const).flatMap((verb) => [
      ...each(`netns.neighbors.${verb}`, { dev: links, master: links, nomaster: booleans, state: words, family: words, proxy: booleans }, 'filter', async (filter) => netns.neighbors[verb](filter)),
      ...shapes(`netns.neighbors.${verb}`, 'filter', async (filter) => netns.neighbors[verb](filter)),
      ...shapes(`neighbors.${verb}`, 'filter', async (filter) => neighbors[verb](filter)),
    ]),
    { name: 'neighbors.list with and without a master', argument: 'filter.nomaster', call: async () => netns.neighbors.list({ master: 1, nomaster: true }) },
    ...each('neighborTables.set', { name: words, family: words, dev: links, thresh1: numbers, baseReachableTime: numbers.filter((value) => value !== 2 ** 32), mcastProbes: numbers }, 'changes',
      async (changes) => netns.neighborTables.set({ name: 'arp_cache', ...changes })),
    ...shapes('neighborTables.set', 'changes', async (changes) => netns.neighborTables.set(changes)),
    { name: 'neighborTables.set of nothing', argument: 'changes.name', call: async () => netns.neighborTables.set({}) },
    { name: 'neighborTables.set of another family', argument: 'changes.family', call: async () => netns.neighborTables.set({ name: 'arp_cache', family: 'inet6' }) },
    ...each('neighborTables.list', { name: [5, null, {}], family: words, dev: links }, 'filter', async (filter) => netns.neighborTables.list(filter)),
    ...shapes('neighborTables.list', 'filter', async (filter) => netns.neighborTables.list(filter)),
    ...each('netconf.list', { family: words, dev: links }, 'filter', async (filter) => netns.netconf.list(filter)),
    ...shapes('netconf.list', 'filter', async (filter) => netns.netconf.list(filter)),
    ...words.map((family) => ({ name: `netconf.get ${show(family)}`, argument: 'family', call: async () => netns.netconf.get(family as 'inet', 1) })),
    ...links.map((dev) => ({ name: `netconf.get of ${show(dev)}`, argument: 'dev', call: async () => netns.netconf.get('inet', dev as number) })),
    ...each('routes.delete', identity, 'route', async (options) => route('delete', options)),
    ...shapes('routes.delete', 'route', async (options) => netns.routes.delete(options as never)),
    ...prefixes.map((prefix) => ({ name: `addresses.delete ${show(prefix)}`, argument: '', call: async () => addresses.delete(prefix as string) })),
    ...ips.map((ip) => ({ name: `neighbors.delete ${show(ip)}`, argument: '', call: async () => neighbors.delete(ip as string) })),
    ...ips.map((ip) => ({ name: `routes.get ${show(ip)}`, argument: 'to', call: async () => netns.routes.get(ip as string) })),
    ...each('routes.get', { from: ips, iif: links, oif: links, mark: numbers }, 'query', async (query) => netns.routes.get('10.0.0.1', query)),
    ...shapes('routes.get', 'query', async (query) => netns.routes.get('10.0.0.1', query)),
  ]
}

/** Requests that would leave the namespace, and sockets that would be opened for them. */
export function pingCases(netns: Netns, link: Link): Case[] {
  const options = {
    count: [...counts, 65_536], interval: [...numbers, 2 ** 31], timeout: [...counts, 2 ** 31], size: [...numbers, 65_508], ttl: [...counts, 256],
    source: [...ips, '::1'], signal: waits.signal, dev: [...links.filter((one) => one !== 'a'.repeat(128)), 'a'.repeat(16), '-x', 'all'],
  }
  const zones = ['127.0.0.1%lo', '::1%', '::1%lo%lo', '::1%a/b', '::1%-x', `::1%${'a'.repeat(16)}`]
  return [
    ...each('ping', options, 'options', async (one) => netns.ping('127.0.0.1', one)),
    ...each('ping', { source: ['127.0.0.1'] }, 'options', async (one) => netns.ping('::1', one)),
    ...shapes('ping', 'options', async (one) => netns.ping('127.0.0.1', one)),
    ...[...ips.filter((ip) => ip !== '::1%lo'), ...zones].map((address) => ({ name: `ping ${show(address)}`, argument: 'address', call: async () => netns.ping(address as string) })),
    { name: 'ping with two links', argument: 'options.dev', call: async () => netns.ping('::1%lo', { dev: link }) },
  ]
}

/** What each kind's `create` wants, in a form that asks nothing of the kernel. */
const wanted: { readonly [kind: string]: object } = {
  amt: { mode: 'relay', localIp: '10.0.0.1' }, bareudp: { port: 6635, ethertype: 'ip' }, hsr: { slave1: 1, slave2: 2 }, rmnet: { muxId: 1 }, vlan: { id: 5 }, vrf: { table: 5 },
}

interface Kind { readonly traits: Traits, create?(options: object): Promise<unknown> }

/** Every kind: each of its own attributes with values that it cannot have, what it wants left out, what is only shown. */
export function kindCases(netns: Netns): Case[] {
  return Object.entries(kinds as { [kind: string]: { handle: Kind } }).flatMap(([word, { handle }]) => {
    const { table, shown = [], links = [], wanted: names = [], link } = handle.traits
    if (!handle.create || word === 'tun' || word === 'bridge') return []
    const below = link === 'wanted' || link === 'possible' ? { link: 1 } : {}
    const create = async (options: object) => handle.create?.({ netns, ...below, ...wanted[word], ...options })
    const own = Object.entries(table?.attributes ?? {}).filter(([name]) => !shown.includes(name) && !['link', 'peer', 'peerInfo'].includes(name))
    const values = own.map(([name, field]) => [name, wrong(field).filter((value) => !(links.includes(name) && typeof value === 'string'))] as const)
    return [
      ...each(`${word}.create`, Object.fromEntries(values), 'options', create),
      ...shapes(`${word}.create`, 'options', async (options) => handle.create?.(options)),
      ...names.map((name) => ({ name: `${word}.create without ${name}`, argument: `options.${name}`, call: async () => create({ [name]: undefined }) })),
      ...shown.map((name) => ({ name: `${word}.create ${name}`, argument: 'options', call: async () => create({ [name]: 1 }) })),
      ...(link === 'wanted' ? [{ name: `${word}.create without link`, argument: 'options.link', call: async () => create({ link: undefined }) }] : []),
      ...(link === undefined ? [{ name: `${word}.create link`, argument: 'options', call: async () => create({ link: 1 }) }] : []),
    ]
  })
}

// Wrong input for rules, nexthop objects, address labels and what routes are made of, in the way of cases.ts.
import { type Netns } from '../../../lib/index.ts'
import { arrays, booleans, counts, each, ips, links, networks, numbers, shapes, words, type Case } from './cases.ts'

const names = [null, {}, NaN, Symbol('x'), () => 1, 5, 1n, true, [], '', 'a\0b', 'a'.repeat(16), '\ud800']
const wide = [null, {}, NaN, Symbol('x'), () => 1, Infinity, -1, 1.5, 2 ** 53, '5', true, [1], -1n, 2n ** 64n]
/** One number or two. */
const ranges = [...numbers.filter((value) => !Array.isArray(value)), [], [1], [2, 1], [1, 2, 3], ['1', 2], [1, 2 ** 32], { 0: 1, 1: 2, length: 2 }]
const ports = [...ranges, 0, 65_535, [0, 5]]
const tables = [...words, 0, 2 ** 32].filter((word) => word !== 256)
const realms = [...numbers, { from: -1 }, { to: 65_536 }, { from: '1' }, { form: 1 }]

const ruleOptions: { readonly [option: string]: readonly unknown[] } = {
  priority: numbers, family: [...words, 'inet7', 'mpls', 2], not: booleans, from: networks.filter((one) => one !== undefined), to: networks.filter((one) => one !== undefined),
  tos: [...numbers, 256], dscp: [...numbers, 64], dscpMask: [...numbers, 64], flowlabel: [...numbers, 2 ** 20], flowlabelMask: [...numbers, 2 ** 20],
  fwmark: numbers, fwmask: numbers, iif: names, oif: names, uidrange: ranges, ipproto: words, sport: ports, dport: ports, sportMask: [...numbers, 65_536],
  dportMask: [...numbers, 65_536], tunId: wide, table: tables, l3mdev: booleans, action: words, realms, suppressPrefixlength: [...numbers, 129],
  suppressIfgroup: [...numbers, 2 ** 31], proto: words, flags: arrays,
}

function ruleCases(netns: Netns): Case[] {
  const verbs = ['add', 'delete'] as const
  return [
    ...verbs.flatMap((verb) => [
      ...each(`rules.${verb}`, ruleOptions, 'rule', async (options) => netns.rules[verb]({ priority: 77, ...options })),
      ...shapes(`rules.${verb}`, 'rule', async (options) => netns.rules[verb](options)),
    ]),
    ...each('rules.add', { goto: [...numbers, undefined] }, 'rule', async (options) => netns.rules.add({ action: 'goto', ...options })),
    ...each('rules.add', { goto: [5] }, 'rule', async (options) => netns.rules.add({ action: 'nop', ...options })),
    ...each('rules.add', { family: ['inet6'] }, 'rule', async (options) => netns.rules.add({ from: '10.0.0.0/8', ...options })),
    ...each('rules.add', { to: ['fd00::/16'] }, 'rule', async (options) => netns.rules.add({ from: '10.0.0.0/8', ...options })),
    ...(['list', 'flush'] as const).flatMap((verb) => [
      ...each(`rules.${verb}`, { family: words, priority: numbers, table: tables, proto: words }, 'filter', async (filter) => netns.rules[verb](filter)),
      ...shapes(`rules.${verb}`, 'filter', async (filter) => netns.rules[verb](filter)),
    ]),
  ]
}

const memberOptions = { id: counts, weight: [...counts, 65_537] }
const segs = [...arrays, [], [5], ['10.0.0.1'], ['fd00::/16'], [null], Array.from({ length: 17 }, () => 'fd00::1')]
const within = (of: { readonly [option: string]: readonly unknown[] }, rest: object): unknown[] =>
  Object.entries(of).flatMap(([name, values]) => values.map((value) => ({ ...rest, [name]: value })))
const traces = [5, 'x', null, [], {}, ...within({ type: [...counts, 2 ** 24], ns: [...numbers, 65_536], size: [...counts, 5, 248] }, { type: 0x800000, size: 12 })]

/** Each with something wrong, beside what it wants. */
export const encaps: readonly unknown[] = [
  5, 'mpls', null, [], true, {}, { type: 'none' }, { type: 'nosuch', data: new Uint8Array() }, { type: 65_536, data: new Uint8Array() }, { type: '__proto__' }, { type: 'toString' },
  { labels: [1] }, { type: 'mpls' }, { type: 'ila' }, { type: 'ila', data: [1] }, { type: 'mpls', labels: [1], segs: [] }, { type: 'mpls', labels: [1], data: new Uint8Array() },
  ...within({ labels: [...arrays, [], [null], ['1'], [-1], [1.5], [2 ** 20], [3], Array.from({ length: 31 }, () => 16)], ttl: [...counts, 256] }, { type: 'mpls', labels: [16] }),
  ...within({ id: wide, dst: [...ips, '::1'], src: [...ips, '::1'], ttl: [...numbers, 256], tos: [...numbers, 256], flags: [...arrays, ['nosuch']], hoplimit: [1],
    opts: [5, 'x', null, [], { nosuch: 1 }, { vxlan: { gbp: -1 } }, { geneve: {} }, { geneve: [{ class: 65_536 }] }, { erspan: { ver: 256 } }] }, { type: 'ip' }),
  ...within({ dst: [...ips, '10.0.0.1'], hoplimit: [...numbers, 256], tc: [...numbers, 256], ttl: [1] }, { type: 'ip6' }),
  ...within({ mode: [...words, undefined].filter((word) => word !== 256), segs: [...segs, undefined], hmac: counts, src: [...ips, '10.0.0.1'], table: numbers, nh4: ['10.0.0.1'] },
    { type: 'seg6', mode: 'encap', segs: ['fd00::1'] }),
  ...within({ action: [...words, undefined].filter((word) => word !== 256), table: numbers, vrftable: numbers, nh4: [...ips, '::1'], nh6: [...ips, '10.0.0.1'], iif: links, oif: links, segs, hmac: [5],
    bpf: [5, 'x', null, [], { fd: 3 }], counters: [5, 'x', null, [], { packets: -1 }], flavors: [5, 'x', null, [], { operation: ['nosuch'] }, { lcblockBits: 256 }] }, { type: 'seg6local', action: 'End' }),
  ...within({ in: [5, 'x', null, [], { prog: 1 }, { fd: -1 }], xmitHeadroom: numbers }, { type: 'bpf' }),
  ...within({ segs: [...segs, undefined] }, { type: 'rpl' }),
  ...within({ mode: words, trace: [...traces, undefined], dst: [...ips, '10.0.0.1'], src: [...ips, '10.0.0.1'], freqK: numbers, freqN: numbers }, { type: 'ioam6', trace: { type: 0x800000, size: 12 } }),
  ...within({ ifId: [...numbers, undefined], link: links }, { type: 'xfrm', ifId: 1 }),
]

const nexthopOptions: { readonly [option: string]: readonly unknown[] } = {
  id: counts, via: ips, dev: links, onlink: booleans, blackhole: booleans, fdb: booleans, encap: encaps, proto: words, family: [...words, 'mpls', 2], flags: arrays,
  type: ['resilient'], buckets: [8], idleTimer: [8], unbalancedTimer: [8], hwStats: [true],
}
const groupOptions: { readonly [option: string]: readonly unknown[] } = {
  group: [...arrays, [], [null], [5], [{ id: 1, wieght: 1 }], [{}], ...Object.entries(memberOptions).flatMap(([key, values]) => values.map((value) => [{ id: 1, [key]: value }]))],
  type: words.filter((word) => word !== 256), buckets: [...counts, 65_536], idleTimer: [...numbers, 42_949_673], unbalancedTimer: [...numbers, 42_949_673], hwStats: booleans, fdb: booleans,
  via: ['10.0.0.1'], dev: [1], onlink: [true], blackhole: [true], encap: [{ type: 'mpls', labels: [16] }],
}

function nexthopCases({ nexthops }: Netns): Case[] {
  const filter = { family: words, dev: links, master: links, groups: booleans, fdb: booleans, proto: words, stats: booleans }
  return [
    ...(['add', 'replace'] as const).flatMap((verb) => [
      ...each(`nexthops.${verb}`, nexthopOptions, 'nexthop', async (options) => nexthops[verb](options)),
      ...each(`nexthops.${verb} group`, groupOptions, 'nexthop', async (options) => nexthops[verb]({ group: [{ id: 1 }], ...options })),
      ...shapes(`nexthops.${verb}`, 'nexthop', async (options) => nexthops[verb](options)),
    ]),
    // The name of a link is asked for only where all else is right.
    ...each('nexthops.add', { id: counts, encap: encaps, via: ips }, 'nexthop', async (options) => nexthops.add({ dev: 'lo', ...options })),
    ...each('nexthops.add', { family: ['inet6'] }, 'nexthop', async (options) => nexthops.add({ via: '10.0.0.1', ...options })),
    ...counts.map((id) => ({ name: `nexthops.delete ${String(id)}`, argument: 'nexthop', call: async () => nexthops.delete(id as number) })),
    ...counts.map((id) => ({ name: `nexthops.get ${String(id)}`, argument: 'id', call: async () => nexthops.get(id as number) })),
    ...each('nexthops.get', { stats: booleans }, 'options', async (options) => nexthops.get(1, options)),
    ...(['list', 'flush'] as const).flatMap((verb) => [
      ...each(`nexthops.${verb}`, filter, 'filter', async (options) => nexthops[verb](options)),
      ...shapes(`nexthops.${verb}`, 'filter', async (options) => nexthops[verb](options)),
    ]),
    ...each('nexthops.buckets', { id: counts, nhid: counts }, 'filter', async (options) => nexthops.buckets(options)),
    ...shapes('nexthops.buckets', 'filter', async (options) => nexthops.buckets(options)),
  ]
}

function labelCases({ addressLabels }: Netns): Case[] {
  const options = { prefix: [...networks, '10.0.0.0/8', 'default', undefined], label: [...numbers, 2 ** 32 - 1], dev: links }
  return (['add', 'delete'] as const).flatMap((verb) => [
    ...each(`addressLabels.${verb}`, options, 'label', async (one) => addressLabels[verb]({ prefix: 'fd00::/16', label: 1, ...one })),
    ...shapes(`addressLabels.${verb}`, 'label', async (one) => addressLabels[verb](one as never)),
  ])
}

const metric = numbers.filter((value) => value !== 1.5)
const newdst = [...arrays, [], [null], ['1'], [-1], [1.5], [2 ** 20], [3], Array.from({ length: 31 }, () => 16)]
const routeOptions: { readonly [option: string]: readonly unknown[] } = {
  rtt: [...metric, 1.51, 2 ** 29], rttvar: [...metric, 1.6, 2 ** 30], ssthresh: numbers, cwnd: numbers, reordering: numbers, hoplimit: [256], fastopenNoCookie: booleans,
  features: [...arrays, ['nosuch'], [1], ['__proto__'], ['toString']], lock: [...arrays, ['nosuch'], [1], ['__proto__'], ['rto_min']], realms, encap: encaps, ttlPropagate: booleans, as: newdst,
  nexthops: [...encaps.map((encap) => [{ encap }]), ...realms.map((one) => [{ realms: one }]), ...newdst.map((as) => [{ as }])],
}
const labels = [...numbers, 15, 2 ** 20].filter((value) => typeof value === 'number')
const mplsOptions = { to: [...labels, '15', '1048576', '10.0.0.0/8', 'default', '', '1e3', '0x10', ' 16', null], via: ['', '10.0.0', '02:00:00:00:00', '02:00:00:00:00:0g', 5, null], as: newdst, family: ['inet', 'inet6'], table: ['local', 100, ...tables] }
const filters: { readonly [option: string]: readonly unknown[] } = {
  family: [...words, 'ipx'], table: [...tables, 'alle'], dev: links, proto: words, type: words, scope: words, to: networks.filter((one) => one !== undefined), root: networks, match: networks,
  via: ips, src: ips, metric: numbers,
}
const queries: { readonly [option: string]: readonly unknown[] } = {
  from: [...ips, '::1'], vrf: links, tos: [...numbers, 256], dscp: [...numbers, 64], flowlabel: [...numbers, 2 ** 20], uid: [...numbers, 2 ** 32 - 1], ipproto: words, sport: [...counts, 65_536],
  dport: [...counts, 65_536], fibmatch: booleans,
}

function routeCases({ routes }: Netns): Case[] {
  const verbs = ['add', 'append', 'prepend', 'change', 'replace'] as const
  return [
    ...verbs.flatMap((verb) => [
      ...each(`routes.${verb}`, routeOptions, 'route', async (options) => routes[verb]({ to: '10.9.0.0/16', ...options })),
      ...each(`routes.${verb} mpls`, mplsOptions, 'route', async (options) => routes[verb]({ to: 100, family: 'mpls', ...options })),
    ]),
    ...(['append', 'prepend', 'change'] as const).flatMap((verb) => shapes(`routes.${verb}`, 'route', async (route) => routes[verb](route as never))),
    ...each('routes.add', { nexthops: [[{}]] }, 'route', async (options) => routes.add({ to: '10.9.0.0/16', encap: { type: 'mpls', labels: [16] }, ...options })),
    ...labels.map((to) => ({ name: `routes.add ${String(to)}`, argument: 'route.to', call: async () => routes.add({ to: to as number }) })),
    ...labels.map((to) => ({ name: `routes.get ${String(to)}`, argument: 'to', call: async () => routes.get(to as number) })),
    ...(['list', 'flush'] as const).flatMap((verb) => [
      ...each(`routes.${verb}`, filters, 'filter', async (filter) => routes[verb](filter)),
      ...shapes(`routes.${verb}`, 'filter', async (filter) => routes[verb](filter)),
    ]),
    ...each('routes.get', queries, 'query', async (query) => routes.get('10.0.0.1', query)),
    ...each('routes.get', { vrf: [1] }, 'query', async (query) => routes.get('10.0.0.1', { oif: 1, ...query })),
    ...each('routes.get', { dscp: [1] }, 'query', async (query) => routes.get('10.0.0.1', { tos: 1, ...query })),
  ]
}

export function routingCases(netns: Netns): Case[] {
  return [...ruleCases(netns), ...nexthopCases(netns), ...labelCases(netns), ...routeCases(netns)]
}

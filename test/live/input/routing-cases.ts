// Wrong input for rules, nexthop objects, address labels and what routes are made of, in the way of cases.ts.
import { type Netns } from '../../../lib/index.ts'
import { arrays, booleans, each, networks, numbers, shapes, words, type Case } from './cases.ts'

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

export function routingCases(netns: Netns): Case[] {
  return ruleCases(netns)
}

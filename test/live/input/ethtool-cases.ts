// Wrong input for ethtool's settings and features, beside cases.ts.
import { settings, type AnySetting, type EthtoolSetting } from '../../../lib/ethtool/settings.ts'
import { type Link } from '../../../lib/index.ts'
import { booleans, each, shapes, show, words, type Case } from './cases.ts'

const worthless = [null, NaN, Symbol('x'), () => 1, Infinity, -1, 1.5, 2 ** 64, 1n, 'no such', ['x']]
const sets = [null, NaN, 5, 'x', true, [], { x: 1 }, { x: 'on' }, { 'a\0b': true }, { [Symbol('x')]: true }]

export function ethtoolCases({ ethtool }: Link): Case[] {
  const changeable = Object.entries<AnySetting>(settings).filter(([, { set }]) => set)
  const wrongSets = sets.map((value) => [show(value), value] as const)
  return [
    ...changeable.flatMap(([name, { changeable = [], bitsets }]) => [
      ...each(`ethtool.set ${name}`, Object.fromEntries(changeable.filter((one) => !bitsets.includes(one)).map((one) => [one, worthless])), 'changes', async (changes) => ethtool.set(name as 'rings', changes)),
      ...each(`ethtool.set ${name}`, Object.fromEntries(changeable.filter((one) => bitsets.includes(one)).map((one) => [one, sets])), 'changes', async (changes) => ethtool.set(name as 'rings', changes)),
      ...shapes(`ethtool.set ${name}`, 'changes', async (changes) => ethtool.set(name as 'rings', changes)),
    ]),
    ...[...words, 'linkstate', 'tsinfo'].map((name) => ({ name: `ethtool.set ${show(name)}`, argument: 'name', call: async () => ethtool.set(name as 'rings', {}) })),
    ...words.map((name) => ({ name: `ethtool.get ${show(name)}`, argument: 'name', call: async () => ethtool.get(name as EthtoolSetting) })),
    ...each('ethtool.get', { stats: booleans }, 'options', async (options) => ethtool.get('pause', options)),
    ...shapes('ethtool.get', 'options', async (options) => ethtool.get('pause', options)),
    ...wrongSets.map(([name, value]) => ({ name: `ethtool.setFeatures ${name}`, argument: 'changes', call: async () => ethtool.setFeatures(value as never) })),
  ]
}

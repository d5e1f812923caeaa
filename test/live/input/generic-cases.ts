// Wrong input for what goes over generic netlink, beside cases.ts: ethtool's settings and features, WireGuard's keys and peers.
import { settings, type AnySetting, type EthtoolSetting } from '../../../lib/ethtool/settings.ts'
import { Wireguard, type Link } from '../../../lib/index.ts'
import { arrays, booleans, each, networks, numbers, shapes, show, words, type Case } from './cases.ts'

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

const keys = [...worthless, '', 'x', 5, true, {}, 'A'.repeat(44), `${'A'.repeat(42)}B=`, `${'A'.repeat(43)}=\0`, new Uint8Array(32)]
const peerOptions: { readonly [option: string]: readonly unknown[] } = {
  publicKey: [...keys, undefined], presharedKey: keys, persistentKeepalive: [...numbers, 65_536], remove: booleans, updateOnly: booleans, replaceAllowedIps: booleans,
  endpoint: [null, {}, NaN, 5, '', '10.0.0.1', '10.0.0.1:0', '10.0.0.1:65536', 'fd00::1:5', '[10.0.0.1]:5', '[fe80::1%]:5', '[fe80::1%4294967297]:5', '010.0.0.1:5'],
  allowedIps: [...arrays, [5], [null], ...networks.filter((one) => one !== undefined).map((one) => [one])],
}

export function wireguardCases({ netns }: Link): Case[] {
  const link = new Wireguard(netns, 9, 'wg0', 'wireguard')
  const options = { privateKey: keys, listenPort: [...numbers, 65_536], fwmark: numbers, replacePeers: booleans, peers: [...arrays, [null], [5], [{}], [{ publicKeyy: 'x' }]], linkNetns: [null, 5, 'red', {}] }
  const peer = { publicKey: `${'A'.repeat(43)}=` }
  return [
    ...each('wireguard.configure', options, 'config', async (config) => link.configure(config)),
    ...shapes('wireguard.configure', 'config', async (config) => link.configure(config)),
    ...each('wireguard.configure peer', peerOptions, 'config.peers[0]', async (one) => link.configure({ peers: [{ ...peer, ...one }] })),
    ...each('wireguard.device', { secrets: booleans }, 'options', async (given) => link.device(given)),
    ...shapes('wireguard.device', 'options', async (given) => link.device(given)),
  ]
}

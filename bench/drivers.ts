// The drivers: which trials each can do, how it is started, and what must be on the machine for it. How it is built is in build.ts.

import { join } from 'node:path'
import { built, cache, node, programs, source } from './paths.ts'
import { trials } from './trials.ts'

export interface Driver {
  readonly title: string
  /** At the head of a column. */
  readonly short: string
  /** Trials it can do, and the largest size that is asked of it where that matters. */
  readonly trials: { readonly [trial: string]: number }
  /** The trial and the size are added, `--lean`, and `--warm=COUNT`. */
  readonly command: readonly string[]
  /** It is compiled while it runs: by `--warm=COUNT` it makes so many operations before the clock runs. */
  readonly warms?: boolean
  /** A file without which there is no such driver, and what brings it. */
  readonly needs: readonly { readonly path: string, readonly brings: string }[]
  /** Its attachments have state of their own: names, addresses, files. It also does the set-up for its teardown. */
  readonly ownState?: boolean
}

const everything: Driver['trials'] = Object.fromEntries(Object.keys(trials).map((name) => [name, Infinity]))
function without(from: Driver['trials'], ...names: string[]): Driver['trials'] {
  return Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name)))
}
const peers = without(everything, 'W2-lean', 'W5-lean')
const pods = { W5: 200, 'W5-down': 200 }
const debian = (name: string): string => `the Debian package ${name}`
const compiler = debian('gcc')
const pairsAndDumps = Object.fromEntries(['W1', 'W6', 'W7', 'W7-list', 'W7-delete', 'address', 'address-delete', 'single', 'single-veth'].map((name) => [name, Infinity]))
const runner = { path: built('run'), brings: compiler }

export const drivers: { readonly [name: string]: Driver } = {
  floor: {
    title: 'C over raw netlink', short: 'C, raw', trials: everything, command: [built('floor')],
    needs: [{ path: built('floor'), brings: compiler }],
  },
  ours: { title: 'netns-native', short: 'netns-native', trials: everything, command: [...node, source('ours.ts')], needs: [], warms: true },
  ip: {
    title: 'ip, one process per command', short: '`ip`', command: [...node, source('ip.ts')], needs: [runner],
    trials: { ...everything, W3: 200, W7: 5000, 'W7-delete': 5000, address: 2000, 'address-delete': 2000, single: 1000 },
  },
  'ip-batch': {
    title: 'ip -batch', short: '`ip -batch`', command: [...node, source('ip.ts'), '--batch'], needs: [runner],
    trials: without(everything, 'single', 'single-veth'),
  },
  libnl: {
    title: 'libnl (C)', short: 'libnl', command: [built('libnl')], needs: [{ path: built('libnl'), brings: `${debian('libnl-route-3-dev')} and pkg-config` }],
    trials: { ...pairsAndDumps, W3: Infinity },
  },
  pyroute2: {
    title: 'pyroute2 (Python)', short: 'pyroute2', command: [programs.python, source('pyroute2_driver.py')],
    needs: [{ path: '/usr/lib/python3/dist-packages/pyroute2', brings: debian('python3-pyroute2') }],
    trials: { ...peers, W2: 200, W5: 200, W7: 10_000, 'W7-list': 10_000, 'W7-delete': 10_000 },
  },
  go: {
    title: 'vishvananda/netlink (Go)', short: 'Go', command: [built('go-netlink')], trials: peers,
    needs: [{ path: built('go-netlink'), brings: `${debian('golang-go')} and golang-github-vishvananda-netlink-dev` }],
  },
  rust: {
    title: 'rtnetlink (Rust)', short: 'Rust', command: [built('rust/release/rtnetlink-driver')],
    needs: [{ path: built('rust/release/rtnetlink-driver'), brings: `${debian('librust-rtnetlink-dev')} and cargo` }],
    // Its RTM_DELLINK carries NLM_F_EXCL, which is NLM_F_BULK to kernels since 6.0: EOPNOTSUPP. Namespaces it makes by forking.
    trials: pairsAndDumps,
  },
  'npm-netlink': {
    title: 'netlink (npm)', short: 'npm netlink', warms: true, command: [...node, source('npm-netlink.ts')],
    needs: [{ path: join(cache, 'node_modules/netlink'), brings: 'npm run bench -- install' }],
    trials: pairsAndDumps,
  },
  cni: {
    title: 'CNI bridge, host-local, loopback', short: 'CNI', trials: pods, command: [...node, source('cni.ts')], ownState: true,
    needs: [{ path: join(programs.cni, 'bridge'), brings: debian('containernetworking-plugins') }, runner],
  },
  netavark: {
    title: 'netavark', short: 'netavark', trials: pods, command: [...node, source('netavark.ts')], ownState: true,
    needs: [{ path: programs.netavark, brings: debian('netavark') }, runner],
  },
}

export function driverOf(name: string): Driver {
  const driver = drivers[name]
  if (!driver) throw new RangeError(`there is no driver ${name}; there are ${Object.keys(drivers).join(' ')}`)
  return driver
}

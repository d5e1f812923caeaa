// What a trial must have left, read by ip(8): counted in full, and looked at field by field. Answers with complaints; none is good.

import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { address, addressLinks, gateway, indexes, podAddress, routeAddress } from './plan.ts'
import { keepers } from './prepare.ts'

interface Link {
  ifindex: number, ifname: string, flags: string[], mtu: number, group: string
  link?: string, link_netnsid?: number, master?: string, inet6_addr_gen_mode?: string
}
interface Address { ifname: string, flags: string[], addr_info: { family: string, local: string, prefixlen: number }[] }
interface Route { dst: string, dev: string, gateway?: string }

/** What a driver says of its dumps. */
export interface Listed { count?: number, checksum?: number, latencies?: number[] }
interface Case { size: number, lean: boolean, ownState: boolean, result: Listed }
type Complaints = string[]

function ipJson<T>(...args: string[]): T[] {
  const text = execFileSync('ip', ['-j', ...args], { encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'pipe'] })
  return JSON.parse(text.trim() || '[]') as T[]
}

const links = (...args: string[]): Map<string, Link> => new Map(ipJson<Link>(...args, 'link', 'show').map((link) => [link.ifname, link]))
const isUp = (link: { flags: string[] } | undefined): boolean => link?.flags.includes('UP') ?? false
const inode = (name: string): number => statSync(`/run/netns/${name}`).ino

/** First, last and some between. */
function sample(size: number): number[] {
  return [...new Set([0, 1, size >> 2, size >> 1, size - 2, size - 1])].filter((i) => i >= 0 && i < size)
}

function expect(complaints: Complaints, what: string, found: unknown, wanted: unknown): void {
  if (found !== wanted) complaints.push(`${what}: ${String(found)}, not ${String(wanted)}`)
}

function pairs({ size }: Case): Complaints {
  const all = links(), complaints: Complaints = []
  expect(complaints, 'links', all.size, 2 * size + 1)
  for (const i of indexes(size)) {
    const near = all.get(`v${i}`), far = all.get(`p${i}`)
    expect(complaints, `v${i} link`, near?.link, `p${i}`)
    expect(complaints, `p${i} link`, far?.link, `v${i}`)
    for (const end of [near, far]) {
      if (isUp(end) || end?.mtu !== 1500 || end.group !== 'default') complaints.push(`${end?.ifname} is up, or has another MTU or group`)
    }
  }
  return complaints
}

function quiet(complaints: Complaints, name: string, ...where: string[]): void {
  const link = ipJson<Link>(...where, '-d', 'link', 'show').find(({ ifname }) => ifname === name)
  expect(complaints, `${name} addrgenmode`, link?.inet6_addr_gen_mode, 'none')
}

function ports(complaints: Complaints, all: ReadonlyMap<string, Link>, { size, lean, ownState }: Case, prefix: string): void {
  const found = [...all.values()].filter(({ master }) => master === 'br0')
  expect(complaints, 'ports of br0', found.length, size)
  for (const port of found) if (!isUp(port) || port.link_netnsid === undefined) complaints.push(`${port.ifname} is down, or its peer is here`)
  if (ownState) return
  for (const i of indexes(size)) expect(complaints, `${prefix}${i} master`, all.get(`${prefix}${i}`)?.master, 'br0')
  if (lean) for (const i of sample(size)) quiet(complaints, `${prefix}${i}`)
}

function toOtherNetns(given: Case): Complaints {
  const complaints: Complaints = [], there = links('-n', 'other')
  ports(complaints, links(), given, 'v')
  expect(complaints, 'links in other', there.size, given.size + 1)
  for (const i of indexes(given.size)) expect(complaints, `p${i} up`, isUp(there.get(`p${i}`)), true)
  if (given.lean) for (const i of sample(given.size)) quiet(complaints, `p${i}`, '-n', 'other')
  return complaints
}

function deleted({ size }: Case): Complaints {
  const all = links(), complaints: Complaints = []
  expect(complaints, 'links', all.size, 2 * keepers.length + 1)
  for (const name of keepers) expect(complaints, `${name} group`, all.get(name)?.group, 'default')
  for (const i of indexes(size)) if (all.has(`v${i}`) || all.has(`p${i}`)) complaints.push(`v${i} or p${i} is there`)
  return complaints
}

/** Every name, each a namespace of its own; whether the loopback of some is up. */
function named(complaints: Complaints, size: number, prefix: string, loopback: boolean): Complaints {
  const names = new Set(ipJson<{ name: string }>('netns', 'list').map(({ name }) => name))
  expect(complaints, 'names', names.size, size + 1)
  const absent = indexes(size).filter((i) => !names.has(`${prefix}${i}`))
  if (absent.length > 0) return [...complaints, `${absent.length} names are not there, ${prefix}${absent[0]} first`]
  expect(complaints, 'namespaces', new Set([...names].map(inode)).size, size + 1)
  for (const i of sample(size)) expect(complaints, `lo of ${prefix}${i} up`, isUp(links('-n', `${prefix}${i}`).get('lo')), loopback)
  return complaints
}

function pod(complaints: Complaints, i: number, { ownState, lean }: Case): string {
  const inside = ['-n', `pod${i}`]
  const eth0 = ipJson<Address>(...inside, 'addr', 'show').find(({ ifname }) => ifname === 'eth0')
  const own = eth0?.addr_info.find(({ family }) => family === 'inet')
  const [route] = ipJson<Route>(...inside, 'route', 'show', 'default')
  expect(complaints, `eth0 of pod${i} up`, isUp(eth0), true)
  if (lean) quiet(complaints, 'eth0', ...inside)
  expect(complaints, `prefix length of pod${i}`, own?.prefixlen, 16)
  if (!ownState) expect(complaints, `address of pod${i}`, own?.local, podAddress(i))
  expect(complaints, `default route of pod${i}`, `${route?.gateway} ${route?.dev}`, `${gateway} eth0`)
  return own?.local ?? ''
}

function attached(given: Case): Complaints {
  const complaints: Complaints = []
  ports(complaints, links(), given, 'h')
  complaints.push(...named([], given.size, 'pod', true))
  if (complaints.length > 0) return complaints
  const addresses = sample(given.size).map((i) => pod(complaints, i, given))
  expect(complaints, 'different addresses', new Set(addresses).size, addresses.length)
  return complaints
}

/** Who made the bridge may take it away with the last pod. */
function detached({ ownState }: Case): Complaints {
  const complaints: Complaints = []
  const left = [...links().keys()].join(' ')
  if (!(ownState && left === 'lo')) expect(complaints, 'links', left, 'lo br0')
  return unnamed(complaints)
}

function unnamed(complaints: Complaints): Complaints {
  expect(complaints, 'names', ipJson<{ name: string }>('netns', 'list').map(({ name }) => name).join(' '), 'other')
  return complaints
}

function listed(complaints: Complaints, { count, checksum }: Listed, wanted: number[]): Complaints {
  if (count === undefined) return complaints
  expect(complaints, 'listed', count, wanted.length)
  expect(complaints, 'checksum', checksum, wanted.reduce((sum, value) => sum + value, 0))
  return complaints
}

function listedLinks({ size, result }: Case): Complaints {
  const all = links(), complaints: Complaints = []
  expect(complaints, 'links', all.size, size + 1)
  return listed(complaints, result, [...all.values()].map(({ ifindex, mtu, ifname }) => ifindex + mtu + ifname.length))
}

const mainTable = (): Route[] => ipJson<Route>('-4', 'route', 'show', 'table', 'main')

function routed({ size }: Case): Complaints {
  const complaints: Complaints = [], all = mainTable(), wanted = new Set(indexes(size).map(routeAddress))
  expect(complaints, 'routes', all.length, size)
  for (const { dst, dev, gateway } of all) {
    if (!wanted.delete(dst) || dev !== 'r0' || gateway !== undefined) complaints.push(`route to ${dst} by ${gateway ?? dev}`)
  }
  expect(complaints, 'routes that are missing', wanted.size, 0)
  return complaints
}

function listedRoutes(given: Case): Complaints {
  const index = links().get('r0')?.ifindex ?? 0
  return listed(routed(given), given.result, indexes(given.size).map(() => 32 + index))
}

function noRoutes(): Complaints {
  const complaints: Complaints = []
  expect(complaints, 'routes', mainTable().length, 0)
  return complaints
}

/** On every link just its share, each with its whole prefix. */
function addressed({ size }: Case): Complaints {
  const complaints: Complaints = [], wanted = new Map(indexes(size).map((i) => [address(i), `v${i % addressLinks}`]))
  for (const { ifname, addr_info: all } of ipJson<Address>('-4', 'addr', 'show')) {
    for (const { local, prefixlen } of ifname === 'lo' ? [] : all) {
      if (wanted.get(local) !== ifname || prefixlen !== 32) complaints.push(`${local}/${prefixlen} on ${ifname}`)
      wanted.delete(local)
    }
  }
  expect(complaints, 'addresses that are missing', wanted.size, 0)
  return complaints
}

function timedEach({ size, result }: Case): Complaints {
  const complaints: Complaints = []
  expect(complaints, 'latencies', result.latencies?.length, size)
  return complaints
}

const checks: { readonly [trial: string]: (given: Case) => Complaints } = {
  W1: pairs, W2: toOtherNetns, W3: deleted, W5: attached, 'W5-down': detached, W6: listedLinks,
  W4: ({ size }) => named([], size, 'n', false), 'W4-down': () => unnamed([]),
  W7: routed, 'W7-list': listedRoutes, 'W7-delete': noRoutes, address: addressed,
  'address-delete': () => addressed({ size: 0, lean: false, ownState: false, result: {} }), single: timedEach,
  'single-veth': (given) => [...timedEach(given), ...pairs(given)],
}

/** At most ten complaints. */
export function check(trial: string, given: Case): Complaints {
  const checker = checks[trial]
  if (!checker) throw new RangeError(`nothing says what ${trial} must leave`)
  return checker(given).slice(0, 10)
}

// Which routes a list or a flush is about: what `ip route show` and `ip route flush` take.

import { type Family } from './address.ts'
import { rangeError } from './errors.ts'
import { connectionOf } from './inner.ts'
import { indexOf, type LinkRef } from './link-options.ts'
import { type Netns } from './netns.ts'
import { requests } from './protocol.ts'
import { orNone } from './refusal.ts'
import { gatewayOf, linksOf, type RawRoute } from './route-info.ts'
import { type RouteFamily } from './route-ways.ts'
import { scopes } from './schema/address.ts'
import { type Names } from './schema/dsl.ts'
import { numberOf } from './schema/record.ts'
import { routeProtocols, routeTypes } from './schema/route.ts'
import { tableNumber } from './tables.ts'
import { formatIp, integer, ipBytes, networkPrefix, snapshot, type Prefix } from './values.ts'

/** Which routes; all that is given must hold. */
export interface RouteFilter {
  /** `mpls` is asked for by name only. */
  family?: RouteFamily | undefined
  /** `main`, `local`, `default`, `all`, or a number. Default `main`. */
  table?: string | number | undefined
  dev?: LinkRef | undefined
  proto?: string | number | undefined
  type?: string | number | undefined
  scope?: string | number | undefined
  /** Exactly to this prefix, or `default`. */
  to?: string | undefined
  /** To this prefix, or to one that lies in it. */
  root?: string | undefined
  /** To this prefix or address, or to one that it lies in. */
  match?: string | undefined
  /** By this gateway, or one of several ways by it. */
  via?: string | undefined
  /** With this preferred source address. */
  src?: string | undefined
  metric?: number | undefined
}

const filterNames = new Set(['family', 'table', 'dev', 'proto', 'type', 'scope', 'to', 'root', 'match', 'via', 'src', 'metric'])

type Test = (raw: RawRoute) => boolean
type Taken = { [name: string]: unknown }

/** Whether `inner` lies in `outer`. */
function covers(outer: Prefix, inner: Prefix): boolean {
  if (outer.family !== inner.family || outer.length > inner.length) return false
  for (let bit = 0; bit < outer.length; bit += 8) {
    const mask = outer.length - bit >= 8 ? 0xff : 0xff << 8 - (outer.length - bit)
    if ((((outer.bytes[bit >> 3] ?? 0) ^ (inner.bytes[bit >> 3] ?? 0)) & mask) !== 0) return false
  }
  return true
}

function prefixOf({ dst, dstLen, family }: RawRoute): Prefix {
  const bytes = dst === undefined ? new Uint8Array(family === 'inet' ? 4 : 16) : ipBytes(dst, 'dst')
  return { bytes, length: dstLen, family: bytes.length === 4 ? 4 : 6, explicit: true }
}

/** One test for each that is given; `default` is of both families. */
function prefixTests({ to, root, match }: Taken): Test[] {
  const tests: Test[] = []
  const add = (text: unknown, path: string, test: (wanted: Prefix, own: Prefix) => boolean): void => {
    if (text === undefined) return
    if (text === 'default') tests.push(path === 'filter.root' ? () => true : ({ dstLen }) => dstLen === 0)
    else { const wanted = networkPrefix(text, path)
      tests.push((raw) => raw.family !== 'mpls' && test(wanted, prefixOf(raw))) }
  }
  add(to, 'filter.to', (wanted, own) => wanted.length === own.length && covers(wanted, own))
  add(root, 'filter.root', covers)
  add(match, 'filter.match', (wanted, own) => covers(own, wanted))
  return tests
}

function wordTest(names: Names, value: unknown, path: string, of: (raw: RawRoute) => string | number): Test[] {
  if (value === undefined) return []
  const wanted = numberOf(names, value, 1, path)
  return [(raw) => numberOf(names, of(raw), 1, path) === wanted]
}

function addressTest(text: unknown, path: string, of: (raw: RawRoute) => readonly (string | undefined)[]): Test[] {
  if (text === undefined) return []
  const wanted = formatIp(ipBytes(text, path))
  return [(raw) => of(raw).includes(wanted)]
}

function tests(taken: Taken): Test[] {
  const metric = taken['metric'] === undefined ? undefined : integer(taken['metric'], 0, 2 ** 32 - 1, 'filter.metric')
  return [
    ...wordTest(routeProtocols, taken['proto'], 'filter.proto', ({ protocol }) => protocol),
    ...wordTest(routeTypes, taken['type'], 'filter.type', ({ type }) => type),
    ...wordTest(scopes, taken['scope'], 'filter.scope', ({ scope }) => scope),
    ...addressTest(taken['via'], 'filter.via', (raw) => [gatewayOf(raw), ...(raw.multipath ?? []).map(gatewayOf)]),
    ...addressTest(taken['src'], 'filter.src', ({ prefsrc }) => [prefsrc]),
    ...(metric === undefined ? [] : [({ priority = 0 }: RawRoute) => priority === metric]),
    ...prefixTests(taken),
  ]
}

/** A dump of each family: one of all families would bring those of multicast too. All is checked here, whatever the kernel filters by. */
export async function selectRoutes(netns: Netns, filter: RouteFilter): Promise<RawRoute[]> {
  const taken = snapshot<RouteFilter>(filter, filterNames, 'filter')
  const { family, table = 'main', dev } = taken
  if (family !== undefined && family !== 'inet' && family !== 'inet6' && family !== 'mpls') throw rangeError('filter.family', "'inet', 'inet6' or 'mpls' is wanted")
  const wanted = table === 'all' ? undefined : tableNumber(table, 'filter.table')
  const all = tests(taken)
  const oif = dev === undefined ? undefined : await indexOf(netns, dev, 'filter.dev')
  const families: RouteFamily[] = family === undefined ? ['inet', 'inet6'] satisfies Family[] : [family]
  const kernels = {
    ...wanted === undefined ? {} : { table: wanted }, ...oif === undefined ? {} : { oif },
    ...taken.proto === undefined ? {} : { protocol: numberOf(routeProtocols, taken.proto, 1, 'filter.proto') },
    ...taken.type === undefined ? {} : { type: numberOf(routeTypes, taken.type, 1, 'filter.type') },
  }
  const found = await Promise.all(families.map((one) => dumpRoutes(netns, one, kernels)))
  return found.flat().filter((raw) => (wanted === undefined || raw.family === 'mpls' || raw.table === wanted) &&
    (oif === undefined || linksOf(raw).includes(oif)) && all.every((test) => test(raw)))
}

/** What the kernel itself filters by (ip_valid_fib_dump_req), of IPv4 and IPv6. */
interface KernelFilter { readonly table?: number, readonly oif?: number, readonly protocol?: number, readonly type?: number }

/** A table that no route was ever put in does not exist (ENOENT): it is empty. Of a family that the kernel lacks it dumps all others. */
export async function dumpRoutes(netns: Netns, family: RouteFamily, filter: KernelFilter): Promise<RawRoute[]> {
  const known = family === 'mpls' ? { family, ...filter.table === undefined ? {} : { table: filter.table } } : { family, ...filter }
  const found = await orNone('ENOENT', connectionOf(netns).dump(requests.listRoutes, known)) ?? []
  return found.filter((raw) => raw.family === family)
}

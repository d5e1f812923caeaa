// `ensure` of routes.

import { asTold, ensure, hasAll, includes } from './ensure.ts'
import { connectionOf } from './inner.ts'
import { type Netns } from './netns.ts'
import { requests } from './protocol.ts'
import { selectRoutes } from './route-filter.ts'
import { type RawRoute } from './route-info.ts'
import { routeMessage } from './route-options.ts'
import { type Taken } from './route-ways.ts'

type Told = Partial<RawRoute>
type Hop = NonNullable<RawRoute['multipath']>[number]

const ip6Metric = 1024   // IP6_RT_PRIO_USER, where none is named

/** One way, or the whole of them, is named by these. */
const whole = ['type', 'prefsrc', 'oif', 'gateway', 'via', 'nhId', 'pref', 'metrics', 'encapType', 'encap', 'flow', 'newdst', 'ttlPropagate'] as const

/** What tells routes apart: fib_find_alias, fib6_add_rt2node. */
function sameKey(found: RawRoute, wanted: Told): boolean {
  const metric = wanted.priority ?? (wanted.family === 'inet6' ? ip6Metric : 0)
  return found.family === wanted.family && found.dstLen === wanted.dstLen && found.dst === wanted.dst && (found.srcLen ?? 0) === (wanted.srcLen ?? 0) && found.src === wanted.src &&
    (found.tos ?? 0) === (wanted.tos ?? 0) && (wanted.family === 'mpls' || (found.priority ?? 0) === metric)
}

/** The kernel adds to flags what it sees of the link: `linkdown`, `dead`. */
const onlink = (flags: readonly string[] = []): string[] => flags.filter((word) => word === 'onlink')

/** In whatever order: IPv6 lists ways in its own. */
function sameWays(found: readonly Hop[] = [], wanted: readonly Hop[] = []): boolean {
  if (found.length !== wanted.length) return false
  return wanted.every(({ flags, ...way }) => found.some((hop) => includes(hop, way) && hasAll(hop.flags, onlink(flags))))
}

function matches(found: RawRoute, wanted: Told, { proto, scope, expires }: Taken): boolean {
  // Who made it, and its scope, where they are named; what ends is begun anew.
  if (expires !== undefined || (proto !== undefined && found.protocol !== wanted.protocol) || (scope !== undefined && found.scope !== wanted.scope)) return false
  if (!hasAll(found.flags, onlink(wanted.flags)) || !whole.every((name) => wanted[name] === undefined || includes(found[name], wanted[name]))) return false
  return wanted.multipath === undefined || sameWays(found.multipath, wanted.multipath)
}

export async function ensureRoute(netns: Netns, route: Taken): Promise<boolean> {
  const connection = connectionOf(netns)
  const message = routeMessage(netns, route)
  const wanted: Told = asTold(requests.addRoute, message)
  const { family, table } = message
  const about = { target: String(route['to']) }
  const filter = { family: family as 'inet', ...table === undefined ? {} : { table: Number(table) } }
  return ensure<RawRoute>({
    find: async () => (await selectRoutes(netns, filter)).find((found) => sameKey(found, wanted)),
    matches: (found) => matches(found, wanted, route),
    add: async () => connection.ack(requests.addRoute, message, about),
    change: async () => connection.ack(requests.replaceRoute, message, about),
  })
}

// `ensure` of routes, rules and nexthop objects. The key of a route is what the kernel holds two routes apart by: prefix, source
// prefix, type of service, metric, table. Of a rule it is all that it says, of a nexthop object the id.

import { isDeepStrictEqual } from 'node:util'
import { asTold, ensure, includes } from './ensure.ts'
import { connectionOf } from './inner.ts'
import { inspectMessage, inspectRequest } from './inspect.ts'
import { type Netns } from './netns.ts'
import { type NexthopMessage, type RawNexthop } from './nexthop-options.ts'
import { requests } from './protocol.ts'
import { orNone } from './refusal.ts'
import { dumpRoutes } from './route-filter.ts'
import { type RawRoute } from './route-info.ts'
import { type RouteFamily, type RouteMessage } from './route-ways.ts'
import { addRule } from './rule-newer.ts'
import { ruleInfo, type RawRule, type RuleMessage } from './rule-options.ts'

type Told = Partial<RawRoute>
type Way = Pick<Told, 'gateway' | 'via' | 'encapType' | 'encap' | 'newdst' | 'flow'>

/** What IPv6 makes of none: IP6_RT_PRIO_USER. */
const defaultMetric = (family: unknown): number => family === 'inet6' ? 1024 : 0
const metricOf = ({ priority, family }: Told): number => priority === undefined || priority === 0 ? defaultMetric(family) : priority

function sameKey(found: RawRoute, wanted: Told): boolean {
  return found.dst === wanted.dst && found.dstLen === (wanted.dstLen ?? 0) && found.src === wanted.src && found.tos === (wanted.tos ?? 0) &&
    metricOf(found) === metricOf(wanted) && (found.table ?? found.rtmTable) === (wanted.table ?? wanted.rtmTable)
}

/** The kernel completes an encapsulation by what was not said. */
function sameWay(found: Way, wanted: Way): boolean {
  return found.gateway === wanted.gateway && isDeepStrictEqual(found.via, wanted.via) && found.encapType === wanted.encapType &&
    isDeepStrictEqual(found.newdst, wanted.newdst) && (wanted.encap === undefined || includes(found.encap, wanted.encap)) &&
    (wanted.flow === undefined || found.flow === wanted.flow)
}

function sameWays(found: RawRoute, wanted: Told): boolean {
  if (wanted.nhId !== undefined || found.nhId !== undefined) return found.nhId === wanted.nhId
  if (!sameWay(found, wanted) || (wanted.oif !== undefined && found.oif !== wanted.oif)) return false
  if (wanted.multipath === undefined || found.multipath === undefined) return found.multipath === wanted.multipath
  const hops = found.multipath   // in whatever order: IPv6 has its own
  return hops.length === wanted.multipath.length && wanted.multipath.every((hop) =>
    hops.some((other) => sameWay(other, hop) && other.hops === hop.hops && (!hop.ifindex || hop.ifindex === other.ifindex)))
}

/** `given` are the options: of what they do not name, the message has what `add` supposes. */
function sameRoute(found: RawRoute, wanted: Told, given: ReadonlySet<string>): boolean {
  const named = (['protocol', 'scope'] as const).filter((name) => given.has(name === 'protocol' ? 'proto' : name))
  const rest = (['prefsrc', 'metrics', 'pref', 'ttlPropagate'] as const).filter((name) => wanted[name] !== undefined)
  return found.type === wanted.type && sameWays(found, wanted) && [...named, ...rest].every((name) => includes(found[name], wanted[name])) &&
    (!wanted.flags?.includes('onlink') || found.flags.includes('onlink'))
}

/** Seconds left are never what was asked for: a route that expires is always written. */
export async function ensureRoute(netns: Netns, message: RouteMessage, given: ReadonlySet<string>, target: string): Promise<boolean> {
  const connection = connectionOf(netns)
  const wanted: Told = asTold(requests.addRoute, message)
  const about = { target, rename: (path: string) => `route.${path}` }
  const family = message.family as RouteFamily
  return ensure<RawRoute[]>({
    find: async () => {
      const found = (await dumpRoutes(netns, family, message.table === undefined ? {} : { table: message.table })).filter((raw) => sameKey(raw, wanted))
      return found.length > 0 ? found : undefined
    },
    matches: (found) => wanted.expires === undefined && found.some((raw) => sameRoute(raw, wanted, given)),
    add: async () => connection.ack(requests.addRoute, message, about),
    change: async () => connection.ack(requests.replaceRoute, message, about),
  })
}

const told = (message: RuleMessage): RawRule => inspectMessage(requests.addRule, inspectRequest(requests.addRule, message))

export async function ensureRule(netns: Netns, message: RuleMessage, given: ReadonlySet<string>, target: string): Promise<boolean> {
  const connection = connectionOf(netns)
  const said = (raw: RawRule): object => {
    const { priority, proto, flags, ...info } = ruleInfo(raw)
    return { ...info, ...(given.has('priority') ? { priority } : {}), ...(given.has('proto') ? { proto } : {}) }
  }
  const wanted = said(told(message))
  return ensure<RawRule>({
    find: async () => (await connection.dump(requests.listRules, { family: message.family as 'inet' | 'inet6' })).find((raw) => isDeepStrictEqual(said(raw), wanted)),
    matches: () => true,
    add: async () => addRule(netns, message, target),
    change: async () => undefined,
  })
}

function sameNexthop(found: RawNexthop, wanted: Partial<RawNexthop>): boolean {
  const must = (['gateway', 'oif', 'blackhole', 'fdb', 'encapType', 'group'] as const).every((name) => isDeepStrictEqual(found[name], wanted[name]))
  const may = (['encap', 'resGroup', 'hwStatsEnable', 'protocol'] as const).every((name) => wanted[name] === undefined || includes(found[name], wanted[name]))
  const type = (raw: Partial<RawNexthop>): unknown => raw.group && (raw.groupType ?? 'mpath')
  return must && may && type(found) === type(wanted) && found.flags.includes('onlink') === (wanted.flags ?? []).includes('onlink')
}

export async function ensureNexthop(netns: Netns, message: NexthopMessage, target: string): Promise<boolean> {
  const connection = connectionOf(netns)
  const wanted: Partial<RawNexthop> = asTold(requests.addNexthop, message)
  const about = { target, rename: (path: string) => `nexthop.${path}` }
  return ensure<RawNexthop>({
    find: async () => orNone('ENOENT', connection.reply(requests.getNexthop, { id: message.id ?? 0 }, { target })),
    matches: (found) => sameNexthop(found, wanted),
    add: async () => connection.ack(requests.addNexthop, message, about),
    change: async () => connection.ack(requests.replaceNexthop, message, about),
  })
}

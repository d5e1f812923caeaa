// The options of a nexthop object, checked and turned into a message; and the message in the words of ip-nexthop(8).

import { type Family } from './address.ts'
import { encapAttributes, encapInfo, encapLinks, namesLinks, resolveLinks, takeEncap, withoutNames } from './encap.ts'
import { type Encap } from './encap-types.ts'
import { rangeError, typeError } from './errors.ts'
import { checkRequest } from './inspect.ts'
import { indexOf, knownIndex, type LinkRef } from './link-options.ts'
import { type Netns } from './netns.ts'
import { requests } from './protocol.ts'
import { isOnlink } from './route-ways.ts'
import { type Infer, type Input } from './schema/dsl.ts'
import { messages } from './schema/messages.ts'
import { groupTypes } from './schema/nexthop.ts'
import { numberOf } from './schema/record.ts'
import { routeProtocols } from './schema/route.ts'
import { array, boolean, integer, ipBytes, ipFamily, merged, present, snapshot } from './values.ts'

export type NexthopMessage = Input<typeof messages.nexthop>
export type RawNexthop = Infer<typeof messages.nexthop>

/** One way of a group. */
export interface GroupMember {
  /** Of a nexthop object, which is there. */
  id: number
  /** 1 to 65536, over 255 since Linux 6.12. Default 1. */
  weight?: number | undefined
}

/** What a nexthop object is: a way (`via`, `dev`), a `blackhole`, or a `group` of objects. */
export interface NexthopObjectOptions {
  /** From 1 on. Default: the kernel's choice. */
  id?: number | undefined
  /** The gateway. */
  via?: string | undefined
  dev?: LinkRef | undefined
  /** The gateway is reached by `dev` though no prefix there says so. */
  onlink?: boolean | undefined
  /** Packets are dropped. */
  blackhole?: boolean | undefined
  /** For forwarding databases (vxlan) instead of routes: `via` is the remote end, or all of the `group` are such. */
  fdb?: boolean | undefined
  encap?: Encap | undefined
  group?: readonly GroupMember[] | undefined
  /** Of a group. Default `mpath`, which moves flows when it changes; `resilient` moves as few as it can. */
  type?: 'mpath' | 'resilient' | number | undefined
  /** Of a resilient group: over how many buckets flows are spread, 1 to 65535; wanted when it is made, not to be changed. */
  buckets?: number | undefined
  /** Of a resilient group: seconds without a packet after which a bucket may move. Default 120. */
  idleTimer?: number | undefined
  /** Of a resilient group: seconds out of balance after which buckets move though not idle; 0: never. Default 0. */
  unbalancedTimer?: number | undefined
  /** Of a group: whether the hardware counts packets; since Linux 6.9. */
  hwStats?: boolean | undefined
  /** Who made it. Default `unspec`, as of ip(8). */
  proto?: string | number | undefined
  /** Needed only where `via` does not tell. Default `inet`. */
  family?: Family | undefined
  /** As `list` shows them; only `onlink` is the user's to set. */
  flags?: readonly string[] | undefined
}

/** What a member of a group has carried. */
export interface GroupStats {
  id: number
  packets: number
  /** Of these by the hardware. */
  packetsHw?: number
}

/** A nexthop object, as `list` and `get` show it; `add` takes it back. */
export interface NexthopInfo extends NexthopObjectOptions {
  id: number
  /** Name of the link. */
  dev?: string
  group?: { id: number, weight: number }[]
  /** Absent of a group. */
  family?: Family
  /** Of a resilient group: seconds since it was in balance. */
  unbalancedTime?: number
  /** Asked for with `stats`. */
  stats?: GroupStats[]
  /** Whether any hardware counts. */
  hwStatsUsed?: boolean
  proto: string | number
  /** `onlink`, `linkdown`, `dead`, `offload`, `trap` ... */
  flags: readonly string[]
}

const shown = ['unbalancedTime', 'stats', 'hwStatsUsed']
const optionNames = new Set(['id', 'via', 'dev', 'onlink', 'blackhole', 'fdb', 'encap', 'group', 'type', 'buckets', 'idleTimer', 'unbalancedTimer', 'hwStats', 'proto', 'family', 'flags', ...shown])
const memberNames = new Set(['id', 'weight'])
const ofWays = ['via', 'dev', 'onlink', 'blackhole', 'encap'] as const
const ofGroups = ['type', 'buckets', 'idleTimer', 'unbalancedTimer', 'hwStats'] as const
/** USER_HZ: in a second. */
export const ticks = 100
const u32 = 2 ** 32 - 1

type Taken = { [name: string]: unknown }

export const optionName = (path: string): string => `nexthop.${path}`
export const nexthopId = (id: unknown, path: string): number => integer(id, 1, u32, path)

/** Options, read once; the encapsulation's too. Waits where a link is given by name. */
export async function takeNexthop(netns: Netns, options: unknown): Promise<Taken> {
  const taken = snapshot(options, optionNames, 'nexthop')
  const encap = taken['encap'] === undefined ? undefined : takeEncap(taken['encap'], 'nexthop.encap')
  if (encap) taken['encap'] = encap
  const named = typeof taken['dev'] === 'string'
  if (!named && !(encap && namesLinks(encap))) return taken
  const stand = merged(taken, named ? { dev: 1 } : {}, encap ? { encap: withoutNames(encap, 'nexthop.encap') } : {})
  checkRequest(requests.addNexthop, nexthopMessage(netns, stand), optionName)   // what can be refused is, before anything is asked
  if (named) taken['dev'] = await indexOf(netns, taken['dev'], 'nexthop.dev')
  if (encap) await resolveLinks(netns, encap, 'nexthop.encap')
  return taken
}

function members(group: unknown): NexthopMessage['group'] {
  const given = array(group, 'nexthop.group')
  if (given.length === 0) throw rangeError('nexthop.group', 'a group of none')
  return given.map((one, index) => {
    const path = `nexthop.group[${index}]`
    const { id, weight = 1 } = snapshot<GroupMember>(one, memberNames, path)
    const less = integer(weight, 1, 65_536, `${path}.weight`) - 1
    return { id: nexthopId(id, `${path}.id`), weight: less & 0xff, weightHigh: less >> 8 }
  })
}

const seconds = (value: unknown, path: string): number => integer(value, 0, Math.floor(u32 / ticks), path) * ticks

function groupMessage(taken: Taken): NexthopMessage {
  const { group, type, buckets, idleTimer, unbalancedTimer, hwStats, fdb } = taken
  for (const name of ofWays) if (taken[name] !== undefined) throw typeError(`nexthop.${name}`, 'a group has none of its own')
  const message: NexthopMessage = { group: members(group) }
  if (type !== undefined) message.groupType = numberOf(groupTypes, type, 2, 'nexthop.type')
  const resilient: NexthopMessage['resGroup'] = {}
  if (buckets !== undefined) resilient.buckets = integer(buckets, 1, 65_535, 'nexthop.buckets')
  if (idleTimer !== undefined) resilient.idleTimer = seconds(idleTimer, 'nexthop.idleTimer')
  if (unbalancedTimer !== undefined) resilient.unbalancedTimer = seconds(unbalancedTimer, 'nexthop.unbalancedTimer')
  if (Object.keys(resilient).length > 0) message.resGroup = resilient
  if (hwStats !== undefined) message.hwStatsEnable = boolean(hwStats, 'nexthop.hwStats') ? 1 : 0
  if (fdb !== undefined && boolean(fdb, 'nexthop.fdb')) message.fdb = true
  return message
}

function wayMessage(netns: Netns, taken: Taken, family: Family | undefined): NexthopMessage {
  const { via, dev, blackhole, fdb, encap } = taken
  for (const name of ofGroups) if (taken[name] !== undefined) throw typeError(`nexthop.${name}`, 'only a group has that')
  const gateway = via === undefined ? undefined : ipBytes(via, 'nexthop.via')
  const told = gateway && (gateway.length === 4 ? 'inet' : 'inet6')
  if (told !== undefined && family !== undefined && family !== told) throw rangeError('nexthop.family', `nexthop.via is of family ${told}`)
  const message: NexthopMessage = { family: told ?? family ?? 'inet' }
  if (gateway) message.gateway = gateway
  if (dev !== undefined) message.oif = knownIndex(netns, dev, 'nexthop.dev')
  if (blackhole !== undefined && boolean(blackhole, 'nexthop.blackhole')) message.blackhole = true
  if (fdb !== undefined && boolean(fdb, 'nexthop.fdb')) message.fdb = true
  if (encap !== undefined) Object.assign(message, encapAttributes(netns, encap as Taken, 'nexthop.encap'))
  if (isOnlink(taken, 'nexthop')) message.flags = ['onlink']
  return message
}

export function nexthopMessage(netns: Netns, taken: Taken): NexthopMessage {
  const { id, proto } = taken
  const family = ipFamily(taken['family'], 'nexthop.family')
  const message = taken['group'] === undefined ? wayMessage(netns, taken, family) : groupMessage(taken)
  if (id !== undefined) message.id = nexthopId(id, 'nexthop.id')
  if (proto !== undefined) message.protocol = numberOf(routeProtocols, proto, 1, 'nexthop.proto')
  return message
}

/** Indexes of links that it names. */
export const nexthopLinks = (raw: RawNexthop): number[] => [...(raw.oif === undefined ? [] : [raw.oif]), ...encapLinks(raw)]

const inSeconds = (time: number | undefined): number | undefined => time === undefined ? undefined : time / ticks

export function nexthopInfo(raw: RawNexthop, names: ReadonlyMap<number, string>): NexthopInfo {
  const { gateway: via, oif, resGroup, groupStats } = raw
  const found = {
    via, dev: oif === undefined ? undefined : names.get(oif), blackhole: raw.blackhole, fdb: raw.fdb, encap: encapInfo(raw, names),
    family: raw.group ? undefined : raw.family as Family,
    group: raw.group?.map(({ id, weight, weightHigh }) => ({ id, weight: weightHigh * 256 + weight + 1 })),
    type: raw.groupType === 'mpath' ? undefined : raw.groupType,
    buckets: resGroup?.buckets, idleTimer: inSeconds(resGroup?.idleTimer),
    unbalancedTimer: inSeconds(resGroup?.unbalancedTimer),
    unbalancedTime: inSeconds(resGroup?.unbalancedTime),
    hwStats: raw.hwStatsEnable === undefined ? undefined : raw.hwStatsEnable !== 0, hwStatsUsed: raw.hwStatsUsed === undefined ? undefined : raw.hwStatsUsed !== 0,
    stats: groupStats?.map(({ id = 0, packets = 0, packetsHw }) => ({ id, packets, ...(packetsHw === undefined ? {} : { packetsHw }) })),
  }
  const info: NexthopInfo = { id: raw.id ?? 0, proto: raw.protocol, flags: raw.flags }
  return Object.assign(info, present(found))
}

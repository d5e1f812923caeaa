// Nexthop objects: ways that routes name by an id, one by one or in groups.

import { type Family } from './address.ts'
import { libraryError } from './errors.ts'
import { connectionOf } from './inner.ts'
import { settled } from './link-create.ts'
import { linkNames } from './link-names.ts'
import { indexOf, type LinkRef } from './link-options.ts'
import { nexthopId, nexthopInfo, nexthopLinks, nexthopMessage, optionName, takeNexthop, ticks, type NexthopInfo, type NexthopObjectOptions, type RawNexthop } from './nexthop-options.ts'
import { type Netns } from './netns.ts'
import { requests, type Request } from './protocol.ts'
import { orNone } from './refusal.ts'
import { ensureNexthop } from './route-ensure.ts'
import { messages } from './schema/messages.ts'
import { numberOf } from './schema/record.ts'
import { routeProtocols } from './schema/route.ts'
import { mapped } from './slices.ts'
import { boolean, ipFamily, snapshot } from './values.ts'

/** Which nexthop objects; all that is given must hold. */
export interface NexthopFilter {
  family?: Family | undefined
  dev?: LinkRef | undefined
  /** Only those by ports of this link, such as a VRF. */
  master?: LinkRef | undefined
  /** Only groups, or none of them. */
  groups?: boolean | undefined
  /** Only those for forwarding databases, or none of them. */
  fdb?: boolean | undefined
  proto?: string | number | undefined
  /** Counters of groups too, the hardware's among them; since Linux 6.9. Default false. */
  stats?: boolean | undefined
}

/** A place in a resilient group, over which flows are spread. */
export interface NexthopBucket {
  /** Of the group. */
  id: number
  index: number
  /** Seconds without a packet. */
  idleTime: number
  /** The nexthop object that its flows take now. */
  nhid: number
  flags: readonly string[]
}

export interface BucketFilter {
  /** The group. */
  id?: number | undefined
  /** The nexthop object. */
  nhid?: number | undefined
}

const filterNames = new Set(['family', 'dev', 'master', 'groups', 'fdb', 'proto', 'stats'])
const withStats = { opFlags: ['dump_stats', 'dump_hw_stats'] } as const

/** `ns.nexthops`. */
export class Nexthops {
  readonly #netns: Netns

  constructor(netns: Netns) {
    this.#netns = netns
  }

  /**
   * Adds a nexthop object and resolves to its id.
   *
   * @throws NetlinkError EEXIST: the id is taken. ENETUNREACH: `via` is on no link. EINVAL: a member of the group is not there.
   * @example
   * const group = await red.nexthops.add({ group: [{ id: 1 }, { id: 2, weight: 3 }] })
   * await red.routes.add({ to: 'default', nhid: group })
   */
  async add(nexthop: NexthopObjectOptions): Promise<number> {
    return await this.#send(requests.addNexthop, nexthop)
  }

  /** Adds one, or changes the one of that id, for all routes and groups that name it. */
  async replace(nexthop: NexthopObjectOptions): Promise<number> {
    return await this.#send(requests.replaceNexthop, nexthop)
  }

  /**
   * Makes it so where it is not so already, and says whether anything was changed: adds the object, or changes the one of that id.
   *
   * @example
   * await red.nexthops.ensure({ id: 1, via: '10.0.0.2', dev: 'eth0' })
   */
  async ensure(nexthop: NexthopObjectOptions & { id: number }): Promise<boolean> {
    const taken = await takeNexthop(this.#netns, nexthop)
    const id = nexthopId(taken['id'], 'nexthop.id')
    return await ensureNexthop(this.#netns, nexthopMessage(this.#netns, taken), String(id))
  }

  /**
   * Deletes one, by its id or as `list` shows it; routes by it go too, and groups lose it.
   *
   * @throws NetlinkError ENOENT: there is none.
   */
  async delete(nexthop: number | { id: number }): Promise<void> {
    const id = typeof nexthop === 'object' && nexthop !== null ? nexthopId(nexthop.id, 'nexthop.id') : nexthopId(nexthop, 'nexthop')
    await connectionOf(this.#netns).ack(requests.deleteNexthop, { id }, { target: String(id) })
  }

  /**
   * The one of that id.
   *
   * @throws NetlinkError ENOENT: there is none.
   */
  async get(id: number, options: { stats?: boolean | undefined } = {}): Promise<NexthopInfo> {
    const wanted = nexthopId(id, 'id')
    const { stats = false } = snapshot<{ stats?: boolean }>(options, new Set(['stats']), 'options')
    const message = { id: wanted, ...(boolean(stats, 'options.stats') ? withStats : {}) }
    const found = await connectionOf(this.#netns).reply(requests.getNexthop, message, { target: String(wanted) })
    const [info] = found ? await this.#infos([found]) : []
    if (!info) throw libraryError('ERR_OUTCOME_UNKNOWN', `RTM_GETNEXTHOP ${wanted}: the kernel answered without a nexthop`)
    return info
  }

  /** All, or those that match. */
  async list(filter: NexthopFilter = {}): Promise<NexthopInfo[]> {
    return this.#infos(await this.#select(filter))
  }

  /** Deletes all, or those that match; with them go the routes that name them. */
  async flush(filter: NexthopFilter = {}): Promise<void> {
    const connection = connectionOf(this.#netns)
    const found = await this.#select(filter)
    await settled(found.map(async ({ id = 0 }) => orNone('ENOENT', connection.ack(requests.deleteNexthop, { id }, { target: String(id) }))))
  }

  /** The buckets of resilient groups: `ip nexthop bucket`. */
  async buckets(filter: BucketFilter = {}): Promise<NexthopBucket[]> {
    const taken = snapshot<BucketFilter>(filter, new Set(['id', 'nhid']), 'filter')
    const id = taken.id === undefined ? undefined : nexthopId(taken.id, 'filter.id')
    const nhid = taken.nhid === undefined ? undefined : nexthopId(taken.nhid, 'filter.nhid')
    const message = { ...(id === undefined ? {} : { id }), ...(nhid === undefined ? {} : { resBucket: { nhId: nhid } }) }
    const found = await connectionOf(this.#netns).dump(requests.listNexthopBuckets, message, { target: id === undefined ? undefined : String(id) })
    return (await mapped(found, bucketInfo)).filter((one) => (id === undefined || one.id === id) && (nhid === undefined || one.nhid === nhid))
  }

  async #send(request: Request<typeof messages.nexthop>, nexthop: NexthopObjectOptions): Promise<number> {
    const taken = await takeNexthop(this.#netns, nexthop)
    const { id, via } = taken
    const made = await connectionOf(this.#netns).reply(request, nexthopMessage(this.#netns, taken), { target: String(id ?? via ?? 'nexthop'), rename: optionName })
    const known = made?.id ?? id
    if (typeof known !== 'number') throw libraryError('ERR_OUTCOME_UNKNOWN', 'RTM_NEWNEXTHOP: made, but the kernel does not say by which id')
    return known
  }

  async #infos(found: readonly RawNexthop[]): Promise<NexthopInfo[]> {
    const names = await linkNames(this.#netns, (await mapped(found, nexthopLinks)).flat())
    return mapped(found, (raw) => nexthopInfo(raw, names))
  }

  /** The kernel filters by links, groups and fdb; all is checked again here but the master, of which an answer says nothing. */
  async #select(filter: NexthopFilter): Promise<RawNexthop[]> {
    const { family: given, dev, master, groups, fdb, proto, stats = false } = snapshot<NexthopFilter>(filter, filterNames, 'filter')
    const family = ipFamily(given, 'filter.family')
    const ofFamily: { family?: Family } = family === undefined ? {} : { family }
    const wanted = {
      groups: groups === undefined ? undefined : boolean(groups, 'filter.groups'), fdb: fdb === undefined ? undefined : boolean(fdb, 'filter.fdb'),
      proto: proto === undefined ? undefined : numberOf(routeProtocols, proto, 1, 'filter.proto'),
    }
    const counted = boolean(stats, 'filter.stats')
    const [oif, of] = await Promise.all([dev, master].map(async (link, index) => link === undefined ? undefined : indexOf(this.#netns, link, index === 0 ? 'filter.dev' : 'filter.master')))
    const message = { ...ofFamily, ...(oif === undefined ? {} : { oif }), ...(of === undefined ? {} : { master: of }),
      ...(wanted.groups ? { groups: true } : {}), ...(wanted.fdb ? { fdb: true } : {}), ...(counted ? withStats : {}) }
    const found = await connectionOf(this.#netns).dump(requests.listNexthops, message)
    return found.filter((raw) => (family === undefined || raw.family === family) && (oif === undefined || raw.oif === oif) &&
      (wanted.groups === undefined || (raw.group !== undefined) === wanted.groups) && (wanted.fdb === undefined || (raw.fdb === true) === wanted.fdb) &&
      (wanted.proto === undefined || numberOf(routeProtocols, raw.protocol, 1, 'protocol') === wanted.proto))
  }
}

function bucketInfo({ id = 0, resBucket: { index = 0, idleTime = 0, nhId = 0 } = {}, flags }: RawNexthop): NexthopBucket {
  return { id, index, idleTime: idleTime / ticks, nhid: nhId, flags }
}

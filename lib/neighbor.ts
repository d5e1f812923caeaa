// Neighbours: the ARP table of IPv4 and its counterpart of IPv6, and the tables of addresses that this host answers for.

import { type Family } from './address.ts'
import { libraryError, rangeError } from './errors.ts'
import { connectionOf } from './inner.ts'
import { type Link } from './link.ts'
import { settled } from './link-create.ts'
import { linkNames } from './link-names.ts'
import { indexOf, type LinkRef } from './link-options.ts'
import { listLinks } from './links.ts'
import { ensureNeighbor } from './neighbor-ensure.ts'
import { neighborInfo, neighborKey, neighborMessage, neighborOptions, stateOf, type NeighborInfo, type NeighborMessage, type NeighborOptions, type NeighborState, type RawNeighbor } from './neighbor-options.ts'
import { type Netns } from './netns.ts'
import { request, requests, type Request } from './protocol.ts'
import { orNone } from './refusal.ts'
import { messages } from './schema/messages.ts'
import { mapped } from './slices.ts'
import { boolean, ipFamily, merged, snapshot } from './values.ts'

export { type NeighborInfo, type NeighborOptions, type NeighborState } from './neighbor-options.ts'

export interface NeighborFilter {
  dev?: LinkRef | undefined
  /** Of the ports of this master: a bridge, a VRF. */
  master?: LinkRef | undefined
  /** Of links that have no master. */
  nomaster?: boolean | undefined
  /** Without it all are listed but `noarp` and `none`, as ip(8) does. */
  state?: NeighborState | undefined
  family?: Family | undefined
  /** Those that this host answers for, in place of neighbours. Default false. */
  proxy?: boolean | undefined
}

/** An IP address with options, or an entry that `list` returned. */
export type NeighborInput = string | (NeighborOptions & { dst: string })

const filterNames = new Set(['dev', 'master', 'nomaster', 'state', 'family', 'proxy'])
const linkFilterNames = new Set(['state', 'family', 'proxy'])
const noMaster = 0xffff_ffff   // neigh_master_filtered
const getNeighbor = request('RTM_GETNEIGH', messages.neighbor)
const verbs = { add: requests.addNeighbor, replace: requests.replaceNeighbor, get: getNeighbor }

interface Taken {
  readonly index: number | undefined
  readonly master: number | undefined
  readonly family: Family | undefined
  readonly state: NeighborState | undefined
  readonly proxy: boolean
}

async function take(netns: Netns, filter: NeighborFilter): Promise<Taken> {
  const { dev, master, nomaster = false, state, family: given, proxy = false } = snapshot<NeighborFilter>(filter, filterNames, 'filter')
  const family = ipFamily(given, 'filter.family')
  const wanted = state === undefined ? undefined : stateOf(state, 'filter.state')
  const [alone, proxies] = [boolean(nomaster, 'filter.nomaster'), boolean(proxy, 'filter.proxy')]
  if (alone && master !== undefined) throw rangeError('filter.nomaster', 'there is a master beside it')
  const [index, above] = await Promise.all([[dev, 'filter.dev'], [master, 'filter.master']].map(async ([one, path]) => one === undefined ? undefined : indexOf(netns, one, String(path))))
  return { index, master: alone ? noMaster : above, family, state: wanted, proxy: proxies }
}

/** Which links have this master; entries do not say. */
async function linksUnder(netns: Netns, master: number | undefined): Promise<(index: number) => boolean> {
  if (master === undefined) return () => true
  const links = master === noMaster ? (await listLinks(netns)).filter((link) => link.master === undefined) : await listLinks(netns, { master })
  const indexes = new Set(links.map(({ index }) => index))
  return (index) => indexes.has(index)
}

/** The kernel chooses by link, master and table (neigh_valid_dump_req), by attributes; all is looked at again here. */
async function select(netns: Netns, { index, master, family, state, proxy }: Taken): Promise<RawNeighbor[]> {
  const message = {
    ...family === undefined ? {} : { family }, ...proxy ? { flags: ['proxy'] } : {}, ...index === undefined ? {} : { ndaIfindex: index }, ...master === undefined ? {} : { master },
  }
  const [all, under] = await Promise.all([connectionOf(netns).dump(requests.listNeighbors, message), linksUnder(netns, master)])
  const shown = (raw: RawNeighbor): boolean => state !== undefined ? state === (raw.state[0] ?? 'none') : proxy || (raw.state.length > 0 && !raw.state.includes('noarp'))
  return all.filter((raw) => (raw.family === 'inet' || raw.family === 'inet6') && (family === undefined || raw.family === family) &&
    (index === undefined || raw.ifindex === index) && raw.flags.includes('proxy') === proxy && under(raw.ifindex) && shown(raw))
}

async function infos(netns: Netns, found: readonly RawNeighbor[]): Promise<NeighborInfo[]> {
  const names = await linkNames(netns, found.map((raw) => raw.ifindex))
  return mapped(found, (raw) => neighborInfo(raw, names.get(raw.ifindex) ?? ''))
}

/** Neither permanent ones nor noarp unless they are asked for, as ip(8) does. One that is gone meanwhile is what was wanted. */
async function flush(netns: Netns, filter: NeighborFilter): Promise<void> {
  const taken = await take(netns, filter)
  const found = (await select(netns, taken)).filter(({ state }) => taken.state !== undefined || !state.includes('permanent'))
  const connection = connectionOf(netns)
  await settled(found.map(async ({ ifindex, dst = '', flags }) => orNone('ENOENT', connection.ack(requests.deleteNeighbor, neighborKey(ifindex, dst, { flags }), { target: dst }))))
}

function given(neighbor: NeighborInput): { [name: string]: unknown } {
  return typeof neighbor === 'object' && neighbor !== null ? snapshot(neighbor, neighborOptions, 'neighbor') : { dst: neighbor }
}

/** `link.neighbors`. */
export class LinkNeighbors {
  readonly #link: Link

  constructor(link: Link) {
    this.#link = link
  }

  /**
   * Adds an entry.
   *
   * @throws NetlinkError EEXIST: there is one, perhaps learnt.
   * @example
   * await eth0.neighbors.add('192.168.15.2', { address: '02:00:00:00:00:02' })
   * await eth0.neighbors.add('192.168.15.9', { proxy: true })   // answered for: ip neigh add proxy
   */
  async add(neighbor: NeighborInput, options: NeighborOptions = {}): Promise<void> {
    await this.#send(requests.addNeighbor, neighbor, options)
  }

  /** Adds an entry, or overwrites the one that is there. */
  async replace(neighbor: NeighborInput, options: NeighborOptions = {}): Promise<void> {
    await this.#send(requests.replaceNeighbor, neighbor, options)
  }

  /**
   * Sees to it that the entry is there, with what is named of its options. States that follow each other by themselves (`reachable`,
   * `stale`, `delay`, `probe`) count as one. Says whether anything had to be changed.
   */
  async ensure(neighbor: NeighborInput, options: NeighborOptions = {}): Promise<boolean> {
    const taken = given(neighbor)
    const { dst } = taken
    const message = neighborMessage(this.#link.index, dst, merged(taken, snapshot(options, neighborOptions, 'options')))
    return ensureNeighbor(this.#link, verbs, message, String(dst))
  }

  /**
   * Deletes an entry; one of the proxies with `{ proxy: true }`.
   *
   * @throws NetlinkError ENOENT: there is none.
   */
  async delete(neighbor: NeighborInput, options: { proxy?: boolean | undefined } = {}): Promise<void> {
    const { dst, ...rest } = merged(given(neighbor), snapshot(options, new Set(['proxy']), 'options'))
    await this.#ack(requests.deleteNeighbor, dst, neighborKey(this.#link.index, dst, rest))
  }

  /**
   * The entry of an address, without a listing. Since 5.0.
   *
   * @throws NetlinkError ENOENT: there is none.
   */
  async get(dst: string, options: { proxy?: boolean | undefined } = {}): Promise<NeighborInfo> {
    const message = neighborKey(this.#link.index, dst, snapshot(options, new Set(['proxy']), 'options'))
    const raw = await connectionOf(this.#link.netns).reply(getNeighbor, message, { target: dst })
    if (!raw) throw libraryError('ERR_OUTCOME_UNKNOWN', `RTM_GETNEIGH ${dst}: the kernel answered without an entry`)
    const names = await linkNames(this.#link.netns, [raw.ifindex])
    return neighborInfo(raw, names.get(raw.ifindex) ?? '')
  }

  async list(filter: Omit<NeighborFilter, 'dev' | 'master' | 'nomaster'> = {}): Promise<NeighborInfo[]> {
    const { netns } = this.#link
    return infos(netns, await select(netns, await take(netns, this.#filter(filter))))
  }

  /** Deletes all but permanent ones and noarp, as ip(8) does; or those that match. */
  async flush(filter: Omit<NeighborFilter, 'dev' | 'master' | 'nomaster'> = {}): Promise<void> {
    await flush(this.#link.netns, this.#filter(filter))
  }

  #filter(filter: NeighborFilter): NeighborFilter {
    return { ...snapshot<NeighborFilter>(filter, linkFilterNames, 'filter'), dev: this.#link } as NeighborFilter
  }

  async #send(request: Request<typeof messages.neighbor>, neighbor: NeighborInput, options: NeighborOptions): Promise<void> {
    const taken = given(neighbor)
    const { dst } = taken
    await this.#ack(request, dst, neighborMessage(this.#link.index, dst, merged(taken, snapshot(options, neighborOptions, 'options'))))
  }

  async #ack(request: Request<typeof messages.neighbor>, dst: unknown, message: NeighborMessage): Promise<void> {
    await connectionOf(this.#link.netns).ack(request, message, { target: String(dst) })
  }
}

/** `ns.neighbors`: those of all links. */
export class Neighbors {
  readonly #netns: Netns

  constructor(netns: Netns) {
    this.#netns = netns
  }

  async list(filter: NeighborFilter = {}): Promise<NeighborInfo[]> {
    return infos(this.#netns, await select(this.#netns, await take(this.#netns, filter)))
  }

  /** Deletes those that match, but for permanent ones and noarp unless `state` asks for them. */
  async flush(filter: NeighborFilter): Promise<void> {
    await flush(this.#netns, filter)
  }
}

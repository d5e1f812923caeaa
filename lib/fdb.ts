// Forwarding databases: behind which port of a bridge a link-layer address is, behind which remote end of a vxlan, and what a card
// takes besides its own address.

import { libraryError, rangeError } from './errors.ts'
import { fdbMessage, fdbKeyMessage, fdbOptions, flushMessage, flushOptions, type FdbFlush, type FdbKey, type FdbOptions, type FdbState } from './fdb-options.ts'
import { connectionOf } from './inner.ts'
import { type Link } from './link.ts'
import { linkNames } from './link-names.ts'
import { indexOf, type LinkRef } from './link-options.ts'
import { listLinks } from './links.ts'
import { ensureEntry } from './neighbor-ensure.ts'
import { type Netns } from './netns.ts'
import { request, type Request } from './protocol.ts'
import { type Infer } from './schema/dsl.ts'
import { messages } from './schema/messages.ts'
import { mapped } from './slices.ts'
import { formatLladdr, integer, lladdrBytes, merged, present, snapshot } from './values.ts'

type Raw = Infer<typeof messages.neighbor>

/** An entry, as `list` shows it; `add` takes it back. */
export interface FdbInfo {
  /** Link-layer address. */
  address: string
  /** Name of the link: the port, the bridge itself, the vxlan. */
  dev: string
  /** Index of that link. */
  link: number
  /** `stale`: dynamic, and past its age. */
  state: FdbState | 'stale'
  /** `master` or `self`, whose the database is; `sticky`, `extern_learn`, `offload`, `locked` ... */
  flags: readonly string[]
  /** Index of the bridge whose database it is in. */
  bridge?: number
  vlan?: number
  /** vxlan: IP address of the remote end. */
  dst?: string
  /** vxlan: where it is not the link's. */
  port?: number
  vni?: number
  srcVni?: number
  /** vxlan: index of the link through which it is reached. */
  via?: number
  nhid?: number
  /** The id of the namespace that the vxlan's packets travel in, where that is another. */
  linkNetnsId?: number
  protocol?: string | number
  activityNotify?: boolean
  inactive?: boolean
  /** Hundredths of a second (USER_HZ) since it was used, and since it changed. */
  used?: number
  updated?: number
}

/** Which entries; all that is given must hold. */
export interface FdbFilter {
  /** Of this link. */
  dev?: LinkRef | undefined
  /** Of this bridge: its own, and those of all its ports. */
  master?: LinkRef | undefined
  state?: FdbState | 'stale' | undefined
  vlan?: number | undefined
  address?: string | undefined
}

/** An address with options, or an entry that `list` returned. */
export type FdbInput = string | (FdbOptions & { address: string })

const { neighbor } = messages
const requests = {
  add: request('RTM_NEWNEIGH', neighbor, ['NLM_F_CREATE', 'NLM_F_EXCL']),
  replace: request('RTM_NEWNEIGH', neighbor, ['NLM_F_CREATE', 'NLM_F_REPLACE']),
  append: request('RTM_NEWNEIGH', neighbor, ['NLM_F_CREATE', 'NLM_F_APPEND']),
  delete: request('RTM_DELNEIGH', neighbor),
  flush: request('RTM_DELNEIGH', neighbor, ['NLM_F_BULK']),
  get: request('RTM_GETNEIGH', neighbor),
  list: request('RTM_GETNEIGH', neighbor, ['NLM_F_DUMP']),
}

const filterNames = new Set(['dev', 'master', 'state', 'vlan', 'address'])
const shownStates = ['permanent', 'static', 'dynamic', 'stale']

/** fdb_to_nud of the bridge; other links' own entries are permanent. */
function stateOf({ state }: Raw): FdbState | 'stale' {
  if (state.includes('permanent')) return 'permanent'
  if (state.includes('noarp')) return 'static'
  return state.includes('stale') ? 'stale' : 'dynamic'
}

/** The kernel tells of the bridge, not of the flag, by which an entry is added and deleted. */
function flagsOf({ flags, flagsExt = [], master, ifindex }: Raw): string[] {
  const whose = master === undefined || flags.includes('self') || flags.includes('master') ? [] : [master === ifindex ? 'self' : 'master']
  return [...whose, ...flags, ...flagsExt]
}

function fdbInfo(raw: Raw, dev: string): FdbInfo {
  const info: FdbInfo = { address: raw.lladdr ?? '', dev, link: raw.ifindex, state: stateOf(raw), flags: flagsOf(raw) }
  const { master: bridge, vlan, dst, port, vni, srcVni, ndaIfindex: via, nhId: nhid, linkNetnsid: linkNetnsId, protocol, fdbExtAttrs, cacheinfo } = raw
  const notify = fdbExtAttrs?.activityNotify
  const more = { bridge, vlan, dst, port, vni, srcVni, via, nhid, linkNetnsId, protocol, used: cacheinfo?.used, updated: cacheinfo?.updated,
    ...notify ? { activityNotify: notify.includes('notify'), inactive: notify.includes('inactive') } : {} }
  return Object.assign(info, present(more))
}

/** A filter, checked. The kernel chooses by link and bridge (valid_fdb_dump_strict); all is looked at again here. */
async function taken(netns: Netns, filter: FdbFilter): Promise<{ dev: number | undefined, master: number | undefined, matches: (info: FdbInfo) => boolean }> {
  const { dev, master, state, vlan, address } = snapshot<FdbFilter>(filter, filterNames, 'filter')
  if (state !== undefined && !shownStates.includes(state as string)) throw rangeError('filter.state', `one of ${shownStates.join(' ')} is wanted`)
  if (vlan !== undefined) integer(vlan, 1, 4094, 'filter.vlan')
  const wanted = address === undefined ? undefined : formatLladdr(lladdrBytes(address, 'filter.address'))
  const [index, bridge] = await Promise.all([dev, master].map(async (one, at) => one === undefined ? undefined : indexOf(netns, one, at === 0 ? 'filter.dev' : 'filter.master')))
  const matches = (info: FdbInfo): boolean => (index === undefined || info.link === index) && (state === undefined || info.state === state) &&
    (vlan === undefined || info.vlan === vlan) && (wanted === undefined || info.address === wanted)
  return { dev: index, master: bridge, matches }
}

/** Whether a link is a bridge's or the bridge: an entry of a port's own does not say. */
async function portsOf(netns: Netns, bridge: number, found: readonly Raw[]): Promise<(raw: Raw) => boolean> {
  const unsure = found.some(({ master, ifindex }) => master === undefined && ifindex !== bridge)
  const ports = new Set(unsure ? (await listLinks(netns, { master: bridge })).map(({ index }) => index) : [])
  return ({ master, ifindex }) => master === bridge || ifindex === bridge || (master === undefined && ports.has(ifindex))
}

export async function listFdb(netns: Netns, filter: FdbFilter): Promise<FdbInfo[]> {
  const { dev, master, matches } = await taken(netns, filter)
  const found = await connectionOf(netns).dump(requests.list, { family: 'bridge', ...dev === undefined ? {} : { ifindex: dev }, ...master === undefined ? {} : { master } })
  const entries = found.filter(({ family }) => family === 'bridge')
  const within = master === undefined ? () => true : await portsOf(netns, master, entries)
  const chosen = entries.filter(within)
  const names = await linkNames(netns, chosen.map(({ ifindex }) => ifindex))
  return mapped(chosen, (raw) => {
    const info = fdbInfo(raw, names.get(raw.ifindex) ?? '')
    return matches(info) ? info : undefined
  })
}

/** `ns.fdb`: the databases of all links. */
export class Fdb {
  readonly #netns: Netns

  constructor(netns: Netns) {
    this.#netns = netns
  }

  async list(filter: FdbFilter = {}): Promise<FdbInfo[]> {
    return await listFdb(this.#netns, filter)
  }
}

/**
 * `link.fdb`: of a port, what its bridge knows to be behind it (`master: true`) and its own; of a vxlan, its remote ends; of a
 * bridge, the whole of its database.
 */
export class LinkFdb {
  readonly #link: Link

  constructor(link: Link) {
    this.#link = link
  }

  /**
   * Adds an entry.
   *
   * @throws NetlinkError EEXIST: there is one. EOPNOTSUPP: the link has no database of its own; for that of its bridge say `master`.
   * @example
   * await port.fdb.add('02:00:00:00:00:07', { master: true, state: 'static', vlan: 10 })
   * await vx0.fdb.add('02:00:00:00:00:08', { dst: '10.0.0.8' })
   */
  async add(entry: FdbInput, options: FdbOptions = {}): Promise<void> {
    await this.#send(requests.add, entry, options)
  }

  /** Adds an entry, or overwrites the one that is there: of a bridge, it moves to this port. */
  async replace(entry: FdbInput, options: FdbOptions = {}): Promise<void> {
    await this.#send(requests.replace, entry, options)
  }

  /**
   * Sees to it that the entry is there, at this port and with what is named of its options. A `dynamic` one that is stale is there.
   * Says whether anything had to be changed; `activityNotify` and its like are not looked at.
   */
  async ensure(entry: FdbInput, options: FdbOptions = {}): Promise<boolean> {
    const { address, options: given } = entryOf(entry, options)
    return ensureEntry(this.#link, requests, await fdbMessage(this.#link, address, given), String(address))
  }

  /** Adds one more remote end to an address of a vxlan: frames go to all of them. The address of all zeros stands for unknown ones. */
  async append(entry: FdbInput, options: FdbOptions = {}): Promise<void> {
    await this.#send(requests.append, entry, options)
  }

  /** @throws NetlinkError ENOENT: there is none. */
  async delete(entry: FdbInput, options: FdbKey = {}): Promise<void> {
    const { address, options: given } = entryOf(entry, options)
    await this.#ack(requests.delete, address, await fdbKeyMessage(this.#link, address, given))
  }

  /**
   * The entry of an address, without a listing.
   *
   * @throws NetlinkError ENOENT: there is none. EOPNOTSUPP: neither bridge nor vxlan.
   */
  async get(address: string, options: FdbKey = {}): Promise<FdbInfo> {
    const { options: given } = entryOf(address, options)
    const message = await fdbKeyMessage(this.#link, address, given)
    const { ifindex, ...ofBridge } = message
    // rtnl_fdb_get asks a bridge by its index as the master, without flags.
    const asked = this.#link.kind === 'bridge' ? { ...ofBridge, flags: [], master: ifindex } : message
    const raw = await connectionOf(this.#link.netns).reply(requests.get, asked, { target: address })
    if (!raw) throw libraryError('ERR_OUTCOME_UNKNOWN', `RTM_GETNEIGH ${address}: the kernel answered without an entry`)
    const names = await linkNames(this.#link.netns, [raw.ifindex])
    return fdbInfo(raw, names.get(raw.ifindex) ?? '')
  }

  /** All entries, or those that match; of a bridge, those of its ports too. */
  async list(filter: Omit<FdbFilter, 'dev' | 'master'> = {}): Promise<FdbInfo[]> {
    const given = snapshot<FdbFilter>(filter, new Set(['state', 'vlan', 'address']), 'filter')
    const whose = this.#link.kind === 'bridge' ? { master: this.#link } : { dev: this.#link }
    return await listFdb(this.#link.netns, { ...given, ...whose } as FdbFilter)
  }

  /**
   * Deletes all entries, or those that match, in one request: of a bridge, those of all its ports; with `master`, those of this port.
   *
   * @throws NetlinkError EOPNOTSUPP, EINVAL: bridges before Linux 5.19, vxlans before 6.8.
   * @example
   * await bridge.fdb.flush({ vlan: 10, permanent: false })
   */
  async flush(filter: FdbFlush = {}): Promise<void> {
    const given = snapshot<FdbFlush>(filter, flushOptions, 'filter')
    await this.#ack(requests.flush, this.#link.name, await flushMessage(this.#link, given))
  }

  async #send(request: Request<typeof neighbor>, entry: FdbInput, options: FdbOptions): Promise<void> {
    const { address, options: given } = entryOf(entry, options)
    await this.#ack(request, address, await fdbMessage(this.#link, address, given))
  }

  async #ack(request: Request<typeof neighbor>, target: unknown, message: Awaited<ReturnType<typeof fdbMessage>>): Promise<void> {
    await connectionOf(this.#link.netns).ack(request, message, { target: String(target), rename: (name) => `options.${name}` })
  }
}

function entryOf(entry: FdbInput, options: FdbOptions): { address: unknown, options: { [name: string]: unknown } } {
  const more = snapshot(options, fdbOptions, 'options')
  if (typeof entry !== 'object' || entry === null) return { address: entry, options: more }
  const given = snapshot<FdbOptions & { address: string }>(entry, fdbOptions, 'entry')
  return { address: given.address, options: merged(given, more) }
}

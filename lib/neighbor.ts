// Neighbours: the ARP table of IPv4 and its counterpart of IPv6.

import { rangeError, typeError } from './errors.ts'
import { connectionOf } from './inner.ts'
import { linkNames } from './link-names.ts'
import { type Family } from './address.ts'
import { type Link } from './link.ts'
import { indexOf, type LinkRef } from './link-options.ts'
import { settled } from './link-create.ts'
import { type Netns } from './netns.ts'
import { requests, type Request } from './protocol.ts'
import { orGone } from './refusal.ts'
import { type Infer, type Input } from './schema/dsl.ts'
import { messages } from './schema/messages.ts'
import { neighborStates } from './schema/neighbor.ts'
import { mapped } from './slices.ts'
import { formatIp, ipBytes, lladdrBytes, merged, snapshot } from './values.ts'

type RawNeighbor = Infer<typeof messages.neighbor>
type NeighborMessage = Input<typeof messages.neighbor>
/** NUD_*: `none` is the absence of any. */
export type NeighborState = keyof typeof neighborStates.values | 'none'

export interface NeighborOptions {
  /** Link-layer address, `02:00:00:00:00:01`. */
  address?: string | undefined
  /** Default `permanent`. */
  state?: NeighborState | undefined
  /** `router`, `proxy`, `use`, `extern_learn` ... */
  flags?: readonly string[] | undefined
}

/** An entry, as `list` shows it; `add` takes it back. */
export interface NeighborInfo {
  /** The neighbour's IP address. */
  dst: string
  /** Name of the link it is reached by. */
  dev: string
  /** Index of that link. */
  link: number
  family: Family
  state: NeighborState
  /** Link-layer address; absent while it is not known. */
  address?: string
  flags: readonly string[]
}

export interface NeighborFilter {
  dev?: LinkRef | undefined
  /** Without it all are listed but `noarp` and `none`, as ip(8) does. */
  state?: NeighborState | undefined
  family?: Family | undefined
}

/** An IP address with options, or an entry that `list` returned. */
export type NeighborInput = string | (NeighborOptions & { dst: string })

const optionNames = new Set(['address', 'state', 'flags', 'dst', 'dev', 'link', 'family'])
const filterNames = new Set(['dev', 'state', 'family'])

function stateOf(state: unknown, path: string): NeighborState {
  if (typeof state !== 'string') throw typeError(path, 'a string is wanted')
  if (state !== 'none' && !Object.hasOwn(neighborStates.values, state)) throw rangeError(path, `'${state}' is none of none ${Object.keys(neighborStates.values).join(' ')}`)
  return state as NeighborState
}

function message(index: number, dst: unknown, options: { [name: string]: unknown }): NeighborMessage {
  const { address, state = 'permanent', flags = [] } = options
  const bytes = ipBytes(dst, 'dst')
  const name = stateOf(state, 'options.state')
  if (address !== undefined) lladdrBytes(address, 'options.address')
  const made: { [name: string]: unknown } = {
    family: bytes.length === 4 ? 'inet' : 'inet6', ifindex: index, state: name === 'none' ? [] : [name], flags, dst: formatIp(bytes), lladdr: address,
  }
  return made
}

function neighborInfo(raw: RawNeighbor, dev: string): NeighborInfo {
  const info: NeighborInfo = {
    dst: raw.dst ?? '', dev, link: raw.ifindex, family: raw.family as Family, state: (raw.state[0] ?? 'none') as NeighborState, flags: raw.flags,
  }
  if (raw.lladdr !== undefined) info.address = raw.lladdr
  return info
}

async function list(netns: Netns, filter: NeighborFilter): Promise<NeighborInfo[]> {
  const { dev, state, family } = snapshot<NeighborFilter>(filter, filterNames, 'filter')
  if (family !== undefined && family !== 'inet' && family !== 'inet6') throw rangeError('filter.family', "'inet' or 'inet6' is wanted")
  const wanted = state === undefined ? undefined : stateOf(state, 'filter.state')
  const index = dev === undefined ? undefined : await indexOf(netns, dev, 'filter.dev')
  // neigh_valid_dump_req: the link is asked for by an attribute.
  const all = await connectionOf(netns).dump(requests.listNeighbors, { ...(family === undefined ? {} : { family }), ...(index === undefined ? {} : { ndaIfindex: index }) })
  const shown = (raw: RawNeighbor) => wanted === undefined ? raw.state.length > 0 && !raw.state.includes('noarp') : wanted === (raw.state[0] ?? 'none')
  const chosen = all.filter((raw) => (raw.family === 'inet' || raw.family === 'inet6') && (family === undefined || raw.family === family) &&
    (index === undefined || raw.ifindex === index) && shown(raw))
  const names = await linkNames(netns, chosen.map((raw) => raw.ifindex))
  return mapped(chosen, (raw) => neighborInfo(raw, names.get(raw.ifindex) ?? ''))
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
   */
  async add(neighbor: NeighborInput, options: NeighborOptions = {}): Promise<void> {
    await this.#send(requests.addNeighbor, neighbor, options)
  }

  /** Adds an entry, or overwrites the one that is there. */
  async replace(neighbor: NeighborInput, options: NeighborOptions = {}): Promise<void> {
    await this.#send(requests.replaceNeighbor, neighbor, options)
  }

  /**
   * Deletes an entry; one of the proxies is named with its flag, `{ dst, flags: ['proxy'] }`.
   *
   * @throws NetlinkError ENOENT: there is none.
   */
  async delete(neighbor: NeighborInput): Promise<void> {
    const { dst, flags } = given(neighbor)
    await this.#ack(requests.deleteNeighbor, dst, { state: 'none', flags })
  }

  async list(filter: Omit<NeighborFilter, 'dev'> = {}): Promise<NeighborInfo[]> {
    const { state, family } = snapshot<NeighborFilter>(filter, new Set(['state', 'family']), 'filter')
    return list(this.#link.netns, { dev: this.#link, state: state as NeighborState | undefined, family: family as Family | undefined })
  }

  /** Deletes all but permanent ones and noarp, as ip(8) does; or those that match. */
  async flush(filter: Omit<NeighborFilter, 'dev'> = {}): Promise<void> {
    const taken = snapshot<NeighborFilter>(filter, new Set(['state', 'family']), 'filter')
    const found = await this.list(taken as NeighborFilter)
    const chosen = found.filter((info) => taken.state !== undefined || info.state !== 'permanent')
    await settled(chosen.map(async (info) => orGone('ENOENT', this.#ack(requests.deleteNeighbor, info.dst, { state: 'none' }))))
  }

  async #send(request: Request<typeof messages.neighbor>, neighbor: NeighborInput, options: NeighborOptions): Promise<void> {
    const taken = given(neighbor)
    await this.#ack(request, taken['dst'], merged(taken, snapshot(options, optionNames, 'options')))
  }

  async #ack(request: Request<typeof messages.neighbor>, dst: unknown, options: { [name: string]: unknown }): Promise<void> {
    await connectionOf(this.#link.netns).ack(request, message(this.#link.index, dst, options), { target: String(dst) })
  }
}

function given(neighbor: NeighborInput): { [name: string]: unknown } {
  return typeof neighbor === 'object' && neighbor !== null ? snapshot(neighbor, optionNames, 'neighbor') : { dst: neighbor }
}

/** `ns.neighbors`: those of all links. */
export class Neighbors {
  readonly #netns: Netns

  constructor(netns: Netns) {
    this.#netns = netns
  }

  async list(filter: NeighborFilter = {}): Promise<NeighborInfo[]> {
    return list(this.#netns, filter)
  }
}

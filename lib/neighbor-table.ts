// What the tables of neighbours are set to, and their counters: `ip ntable`. IPv4's is called arp_cache, IPv6's ndisc_cache.

import { type Family } from './address.ts'
import { rangeError, typeError } from './errors.ts'
import { connectionOf } from './inner.ts'
import { linkNames } from './link-names.ts'
import { indexOf, type LinkRef } from './link-options.ts'
import { type Netns } from './netns.ts'
import { request } from './protocol.ts'
import { type Infer, type Input } from './schema/dsl.ts'
import { messages } from './schema/messages.ts'
import { mapped } from './slices.ts'
import { ipFamily, snapshot } from './values.ts'

type Raw = Infer<typeof messages.neighborTable>
type Parameters = NonNullable<Input<typeof messages.neighborTable>['parms']>

/** Times and probes, of one link or as a default for links to come. Times in milliseconds. */
export interface NeighborParameters extends Omit<Parameters, 'ifindex' | 'refcnt' | 'reachableTime'> {}

/** Of the whole table; only the namespace that the system began in has a say (ENOENT elsewhere). */
export interface NeighborThresholds {
  /** Entries up to which none is collected. Default 128. */
  thresh1?: number | undefined
  /** Entries above which unused ones go at once when they are 5 s old. Default 512. */
  thresh2?: number | undefined
  /** Entries that there may be. Default 1024. */
  thresh3?: number | undefined
  /** Milliseconds between collections. Default 30000. */
  gcInterval?: number | undefined
}

export interface NeighborTableChanges extends NeighborParameters, NeighborThresholds {
  /** `arp_cache` or `ndisc_cache`. Default: by `family`. */
  name?: string | undefined
  /** Default: by `name`. */
  family?: Family | undefined
  /** Default: links to come, which only the namespace that the system began in can be told (ENOENT elsewhere). */
  dev?: LinkRef | undefined
}

/** A table as a whole, with the parameters of links to come; or, with `dev`, what one link's are. */
export interface NeighborTableInfo {
  name: string
  family: Family
  dev?: string
  /** Index of that link. */
  link?: number
  parameters: NonNullable<Raw['parms']>
  thresh1?: number
  thresh2?: number
  thresh3?: number
  /** Milliseconds. */
  gcInterval?: number
  config?: NonNullable<Raw['config']>
  stats?: NonNullable<Raw['stats']>
}

export interface NeighborTableFilter {
  family?: Family | undefined
  name?: string | undefined
  dev?: LinkRef | undefined
}

const { neighborTable } = messages
const requests = { list: request('RTM_GETNEIGHTBL', neighborTable, ['NLM_F_DUMP']), set: request('RTM_SETNEIGHTBL', neighborTable, ['NLM_F_REPLACE']) }

const tables: { readonly [name: string]: Family } = { arp_cache: 'inet', ndisc_cache: 'inet6' }
const thresholds = ['thresh1', 'thresh2', 'thresh3', 'gcInterval'] as const
const settable = ['baseReachableTime', 'retransTime', 'gcStaletime', 'delayProbeTime', 'queueLen', 'appProbes', 'ucastProbes', 'mcastProbes', 'anycastDelay', 'proxyDelay', 'proxyQlen',
  'locktime', 'queueLenbytes', 'mcastReprobes', 'intervalProbeTimeMs'] as const
const changeNames = new Set<string>(['name', 'family', 'dev', ...thresholds, ...settable])

/** The table that is meant, by its name or by its family. */
function tableOf(name: unknown, family: unknown): { name: string, family: Family } {
  const wanted = ipFamily(family, 'changes.family')
  if (name === undefined && wanted === undefined) throw typeError('changes.name', 'a name or a family is wanted')
  const found = Object.entries(tables).find(([table, one]) => name === undefined ? one === wanted : table === name)
  if (!found) throw name === undefined || typeof name === 'string' ? rangeError('changes.name', `one of ${Object.keys(tables).join(' ')} is wanted`) : typeError('changes.name', 'a string is wanted')
  if (wanted !== undefined && found[1] !== wanted) throw rangeError('changes.family', `${found[0]} is of family ${found[1]}`)
  return { name: found[0], family: found[1] }
}

function pick(source: { readonly [name: string]: unknown }, names: readonly string[]): { [name: string]: unknown } {
  return Object.fromEntries(names.filter((name) => source[name] !== undefined).map((name) => [name, source[name]]))
}

function tableInfo(raw: Raw, names: ReadonlyMap<number, string>): NeighborTableInfo {
  const { ifindex, ...parameters } = raw.parms ?? {}
  const info: NeighborTableInfo = { name: raw.name ?? '', family: raw.family as Family, parameters }
  const of = ifindex ? { dev: names.get(ifindex) ?? '', link: ifindex } : {}   // 0 and absent: the default
  return Object.assign(info, of, pick(raw, [...thresholds, 'config', 'stats']))
}

/** `ns.neighborTables`. */
export class NeighborTables {
  readonly #netns: Netns

  constructor(netns: Netns) {
    this.#netns = netns
  }

  /** The tables, each followed by what it is set to on every link; or those that match. */
  async list(filter: NeighborTableFilter = {}): Promise<NeighborTableInfo[]> {
    const { family, name, dev } = snapshot<NeighborTableFilter>(filter, new Set(['family', 'name', 'dev']), 'filter')
    const wanted = ipFamily(family, 'filter.family')
    if (name !== undefined && typeof name !== 'string') throw typeError('filter.name', 'a string is wanted')
    const index = dev === undefined ? undefined : await indexOf(this.#netns, dev, 'filter.dev')
    // neightbl_dump_info chooses by family alone.
    const all = await connectionOf(this.#netns).dump(requests.list, wanted === undefined ? {} : { family: wanted })
    const found = all.filter((raw) => (raw.family === 'inet' || raw.family === 'inet6') && (wanted === undefined || raw.family === wanted) &&
      (name === undefined || raw.name === name) && (index === undefined || raw.parms?.ifindex === index))
    const names = await linkNames(this.#netns, found.flatMap((raw) => raw.parms?.ifindex || []))
    return mapped(found, (raw) => tableInfo(raw, names))
  }

  /**
   * Changes what is named: of a link, or of links to come; `thresh1` and its like of the table.
   *
   * @throws NetlinkError ENOENT: thresholds, or no `dev`, in a namespace other than the first; no such link.
   * @example
   * await red.neighborTables.set({ family: 'inet', dev: 'eth0', baseReachableTime: 40_000, ucastProbes: 5 })
   */
  async set(changes: NeighborTableChanges): Promise<void> {
    const taken = snapshot<NeighborTableChanges>(changes, changeNames, 'changes')
    const table = tableOf(taken.name, taken.family)
    const parms = pick(taken, settable)
    const whole = pick(taken, thresholds)
    const rename = (path: string): string => `changes.${path.replace(/^parms\./, '')}`
    const index = taken.dev === undefined ? undefined : await indexOf(this.#netns, taken.dev, 'changes.dev')
    const own = index === undefined && Object.keys(parms).length === 0 ? {} : { parms: { ...index === undefined ? {} : { ifindex: index }, ...parms } }
    await connectionOf(this.#netns).ack(requests.set, { ...table, ...whole, ...own }, { target: table.name, rename })
  }
}

// Multicast databases: behind which ports of a bridge, or which remote ends of a vxlan, somebody listens to a group; and routers.

import { libraryError } from './errors.ts'
import { connectionOf } from './inner.ts'
import { type Link } from './link.ts'
import { linkNames } from './link-names.ts'
import { indexOf, type LinkRef } from './link-options.ts'
import { entriesOf, flushNames, keyNames, mdbFlushMessage, mdbInfo, mdbMessage, mdbQuery, optionNames, type MdbFlush, type MdbInfo, type MdbKey, type MdbMessage, type MdbOptions } from './mdb-options.ts'
import { question, request, type Request } from './protocol.ts'
import { type Infer } from './schema/dsl.ts'
import { messages } from './schema/messages.ts'
import { mapped } from './slices.ts'
import { integer, merged, snapshot } from './values.ts'

type Raw = Infer<typeof messages.mdb>
type RawPort = NonNullable<NonNullable<Raw['router']>['port']>[number]

/** A group with options, or an entry that `list` returned. */
export type MdbInput = string | (MdbOptions & { group: string })

export interface MdbFilter {
  port?: LinkRef | undefined
  vid?: number | undefined
}

/** A port behind which a router of multicast is. */
export interface RouterPortInfo {
  /** Name of the port. */
  dev: string
  /** Index of it. */
  port: number
  /** `perm`: somebody said so; `temp_query`: it was heard. */
  type?: string | number
  /** Hundredths of a second (USER_HZ) until it is forgotten; of IPv4's and of IPv6's. */
  timer?: number
  inetTimer?: number
  inet6Timer?: number
  vid?: number
}

const { mdb, mdbRequest } = messages
const requests = {
  add: request('RTM_NEWMDB', mdbRequest, ['NLM_F_CREATE', 'NLM_F_EXCL']),
  replace: request('RTM_NEWMDB', mdbRequest, ['NLM_F_CREATE', 'NLM_F_REPLACE']),
  delete: request('RTM_DELMDB', mdbRequest),
  flush: request('RTM_DELMDB', mdbRequest, ['NLM_F_BULK']),
  get: question('RTM_GETMDB', mdbRequest, mdb),
  list: question('RTM_GETMDB', mdbRequest, mdb, ['NLM_F_DUMP']),
}

/** `bridge.mdb` and `vxlan.mdb`. A bridge's counts where it has `multicastSnooping`. */
export class LinkMdb {
  readonly #link: Link

  constructor(link: Link) {
    this.#link = link
  }

  /**
   * Adds a listener.
   *
   * @throws NetlinkError EEXIST: there is one. EINVAL with `extack`: the bridge is down, or does not snoop; a vxlan's is not `permanent`.
   * @example
   * await bridge.mdb.add('239.1.1.1', { port, vid: 10, state: 'permanent' })
   * await vx0.mdb.add('239.1.1.1', { dst: '198.51.100.1', srcVni: 100, state: 'permanent' })
   */
  async add(entry: MdbInput, options: MdbOptions = {}): Promise<void> {
    await this.#send(requests.add, entry, options)
  }

  /** Adds a listener, or overwrites the one that is there. Since 6.2. */
  async replace(entry: MdbInput, options: MdbOptions = {}): Promise<void> {
    await this.#send(requests.replace, entry, options)
  }

  /** @throws NetlinkError ENOENT, EINVAL: there is none. */
  async delete(entry: MdbInput, options: MdbKey = {}): Promise<void> {
    const { group, given } = entryOf(entry, snapshot(options, keyNames, 'options'))
    const key = Object.fromEntries(Object.entries(given).filter(([name]) => keyNames.has(name)))
    await this.#ack(requests.delete, group, await mdbMessage(this.#link, group, key))
  }

  /**
   * Who listens to a group: an entry for each port. Since 6.8.
   *
   * @throws NetlinkError ENOENT: nobody.
   */
  async get(group: string, options: Omit<MdbKey, 'port' | 'dst'> = {}): Promise<MdbInfo[]> {
    const message = mdbQuery(this.#link, group, snapshot(options, new Set(['vid', 'source', 'srcVni']), 'options'))
    const raw = await connectionOf(this.#link.netns).reply(requests.get, message, { target: group })
    if (!raw) throw libraryError('ERR_OUTCOME_UNKNOWN', `RTM_GETMDB ${group}: the kernel answered without an entry`)
    return this.#infos([raw])
  }

  /** All entries, or those that match. The kernel lists those of all bridges and vxlans at once (br_mdb_dump). */
  async list(filter: MdbFilter = {}): Promise<MdbInfo[]> {
    const { port, vid } = snapshot<MdbFilter>(filter, new Set(['port', 'vid']), 'filter')
    const wanted = vid === undefined ? undefined : integer(vid, 1, 4094, 'filter.vid')
    const index = port === undefined ? undefined : await indexOf(this.#link.netns, port, 'filter.port')
    const infos = await this.#infos(await this.#dump())
    return infos.filter((info) => (index === undefined || info.port === index) && (wanted === undefined || info.vid === wanted))
  }

  /** The ports behind which routers are; of a vxlan there is none. */
  async routers(): Promise<RouterPortInfo[]> {
    const ports = (await this.#dump()).flatMap(({ router }) => router?.port ?? [])
    const names = await linkNames(this.#link.netns, ports.map(({ ifindex }) => ifindex))
    return ports.map((raw) => routerInfo(raw, names.get(raw.ifindex) ?? ''))
  }

  /**
   * Deletes all entries, or those that match, in one request. Since 6.8.
   *
   * @throws NetlinkError EINVAL, EOPNOTSUPP: an older kernel.
   */
  async flush(filter: MdbFlush = {}): Promise<void> {
    await this.#ack(requests.flush, this.#link.name, await mdbFlushMessage(this.#link, snapshot(filter, flushNames, 'filter')))
  }

  async #dump(): Promise<Raw[]> {
    const found = await connectionOf(this.#link.netns).dump(requests.list, { family: 'bridge' })
    return found.filter(({ ifindex }) => ifindex === this.#link.index)
  }

  async #infos(found: readonly Raw[]): Promise<MdbInfo[]> {
    const entries = found.flatMap(entriesOf)
    const names = await linkNames(this.#link.netns, entries.map(({ ifindex }) => ifindex))
    return mapped(entries, (raw) => mdbInfo(raw, names.get(raw.ifindex) ?? ''))
  }

  async #send(request: Request<typeof mdbRequest>, entry: MdbInput, options: MdbOptions): Promise<void> {
    const { group, given } = entryOf(entry, snapshot(options, optionNames, 'options'))
    await this.#ack(request, group, await mdbMessage(this.#link, group, given))
  }

  async #ack(request: Request<typeof mdbRequest>, target: unknown, message: MdbMessage): Promise<void> {
    await connectionOf(this.#link.netns).ack(request, message, { target: String(target) })
  }
}

function entryOf(entry: MdbInput, options: { [name: string]: unknown }): { group: unknown, given: { [name: string]: unknown } } {
  if (typeof entry !== 'object' || entry === null) return { group: entry, given: options }
  const given = snapshot<MdbOptions & { group: string }>(entry, optionNames, 'entry')
  return { group: given.group, given: merged(given, options) }
}

function routerInfo({ ifindex, ...rest }: RawPort, dev: string): RouterPortInfo {
  return { dev, port: ifindex, ...rest }
}

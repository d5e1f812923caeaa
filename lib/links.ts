// The links of a namespace: finding, listing, deleting.

import { libraryError, typeError } from './errors.ts'
import { connectionOf } from './inner.ts'
import { createOther, type OtherOptions } from './kind.ts'
import { handleFor, Link } from './link.ts'
import { ensureLink, type EnsurableKind, type EnsuredLink } from './link-ensure.ts'
import { linkInfo, type LinkInfo } from './link-info.ts'
import { indexOf, knownIndex, nameToFind, type LinkOptions, type LinkRef } from './link-options.ts'
import { settled } from './link-create.ts'
import { type Netns } from './netns.ts'
import { requests } from './protocol.ts'
import { boolean, snapshot } from './values.ts'

/** Which links; all that is given must hold. */
export interface LinkFilter<K extends string = string> {
  /** The kernel's word, such as `veth`. */
  kind?: K | undefined
  /** The ports of this master. */
  master?: LinkRef | undefined
  up?: boolean | undefined
  /** Counters too, which most of the listing's time goes into. Default false. */
  stats?: boolean | undefined
  /** What IPv4 and IPv6 are set to on each. Default false. */
  details?: boolean | undefined
}

const filterNames = new Set(['kind', 'master', 'up', 'stats', 'details'])

/** The kernel filters by master and kind where it can (strict checking); all is checked again here, since older kernels ignore it. */
export async function listLinks<K extends string>(netns: Netns, filter: LinkFilter<K> = {}): Promise<LinkInfo<K>[]> {
  const { kind, master, up, stats = false, details: wantsDetails = false } = snapshot<LinkFilter>(filter, filterNames, 'filter')
  const [counters, details] = [boolean(stats, 'filter.stats'), boolean(wantsDetails, 'filter.details')]
  if (kind !== undefined && typeof kind !== 'string') throw typeError('filter.kind', 'a string is wanted')
  const wantsUp = up === undefined ? undefined : boolean(up, 'filter.up')
  const index = master === undefined ? undefined : await indexOf(netns, master, 'filter.master')
  const message = { ...(counters ? {} : { extMask: ['skip_stats'] }), ...(index === undefined ? {} : { master: index }), ...(kind === undefined ? {} : { linkinfo: { kind } }) }
  const matches = (info: LinkInfo) => (kind === undefined || info.kind === kind) && (index === undefined || info.master === index) &&
    (wantsUp === undefined || info.up === wantsUp)
  const request = counters || details ? requests.listLinksFully : requests.listLinks
  const infos = await connectionOf(netns).dump(request, message, {}, (raw) => {
    const info = linkInfo(raw, { stats: counters, details })
    return matches(info) ? info : undefined
  })
  return infos as LinkInfo<K>[]
}

/** `ns.links`. */
export class Links {
  readonly #netns: Netns

  constructor(netns: Netns) {
    this.#netns = netns
  }

  /**
   * The link of that name, alternative name, or index.
   *
   * @throws NetlinkError ENODEV: there is none.
   */
  async get(nameOrIndex: string | number): Promise<Link> {
    return this.#find(nameOrIndex, typeof nameOrIndex === 'number' ? 'index' : 'name')
  }

  /** Snapshots of all links, or of those that match. */
  async list<K extends string = string>(filter: LinkFilter<K> = {}): Promise<LinkInfo<K>[]> {
    return listLinks(this.#netns, filter)
  }

  /**
   * Makes a link of a kind by the kernel's word for it: for kinds that have no class here. The namespace is this one unless `netns` says otherwise.
   *
   * @throws NetlinkError EOPNOTSUPP: the kernel lacks the kind.
   * @example
   * await host.links.create({ kind: 'pfcp', name: 'pfcp0' })
   */
  async create(options: OtherOptions): Promise<Link> {
    return await createOther(this.#netns, options)
  }

  /**
   * Sees to it that there is a link of that kind and name, with what is named of its options: makes it, or changes what differs. What the
   * kernel does not show is not looked at, such as `peer` of a veth that is there, nor are options that are not given.
   *
   * @throws ERR_CANNOT_CHANGE: it is there with another kind, or with another option of those that are decided when a link is made.
   * @example
   * const { link, changed } = await red.links.ensure(Bridge, { name: 'br0', vlanFiltering: true, addresses: ['10.0.0.1/24'], up: true })
   */
  async ensure<T extends Link, O extends LinkOptions>(kind: EnsurableKind<T, O>, options: Omit<O, 'netns'>): Promise<EnsuredLink<T>> {
    return await ensureLink(this.#netns, kind, options)
  }

  /** Deletes links, waiting for RCU once; a veth's other end goes with it. One that is gone already is ENODEV. */
  async delete(links: readonly LinkRef[]): Promise<void> {
    if (!Array.isArray(links)) throw typeError('links', 'an array is wanted')
    const found = await Promise.all(links.map(async (link, position) => this.#find(link, `links[${position}]`)))
    await settled(found.map(async (link) => link.delete()))
  }

  /** A handle with its kind, which a deletion has to know: see lib/deletions.ts. */
  async #find(link: unknown, path: string): Promise<Link> {
    const by = typeof link === 'string' ? nameToFind(link, path) : { index: knownIndex(this.#netns, link, path) }
    if (link instanceof Link) return link
    const target = String(link)
    const raw = await connectionOf(this.#netns).reply(requests.getLink, by, { target })
    if (!raw) throw libraryError('ERR_OUTCOME_UNKNOWN', `RTM_GETLINK ${target}: the kernel answered without a link`)
    return handleFor(this.#netns, linkInfo(raw))
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<LinkInfo> {
    yield* await this.list()
  }
}

// A link in a namespace, known by its index: what can be asked of it and done to it, whatever its kind.

import { LinkAddresses } from './address.ts'
import { LinkMst } from './bridge-mst.ts'
import { LinkVlans } from './bridge-vlan.ts'
import { LinkFdb } from './fdb.ts'
import { Ethtool } from './ethtool/ethtool.ts'
import { connectionOf, innerOf } from './inner.ts'
import { linkInfo, type LinkInfo, type LinkStats } from './link-info.ts'
import { settled } from './link-create.ts'
import { waitForLink, type LinkState } from './link-wait.ts'
import { checkChanges, knownFor, takeChanges, type LinkChanges } from './link-changes.ts'
import { altNamesOf, altNamesToFind } from './link-options.ts'
import { renameOption } from './link-settings.ts'
import { LinkNeighbors } from './neighbor.ts'
import { type Netns } from './netns.ts'
import { requests } from './protocol.ts'
import { libraryError } from './errors.ts'
import { linkXstats, type LinkXstats } from './link-xstats.ts'
import { boolean, linkName, snapshot } from './values.ts'
import { type WaitOptions } from './wait.ts'

/**
 * A link. Handles are cheap and hold nothing: they stay behind when the link goes, and then answer ENODEV.
 *
 * @example
 * const eth0 = await red.links.get('eth0')
 * await eth0.set({ mtu: 9000 })
 */
export class Link<C extends object = {}> {
  #netns: Netns
  #index: number
  #name: string
  #fdb: LinkFdb | undefined
  #vlans: LinkVlans | undefined
  #mst: LinkMst | undefined
  readonly kind: string
  readonly addresses: LinkAddresses
  readonly neighbors: LinkNeighbors

  /** Use `ns.links.get` or a kind's `create`. */
  constructor(netns: Netns, index: number, name: string, kind: string) {
    this.#netns = netns
    this.#index = index
    this.#name = name
    this.kind = kind
    this.addresses = new LinkAddresses(this)
    this.neighbors = new LinkNeighbors(this)
  }

  /** The namespace it is in; `moveTo` changes it. */
  get netns(): Netns { return this.#netns }
  /** ifindex, unique within the namespace; `moveTo` may change it. */
  get index(): number { return this.#index }
  /** As it was when the handle was made, or after `rename`. */
  get name(): string { return this.#name }

  /** Forwarding database: of a bridge, a port, a vxlan. */
  get fdb(): LinkFdb { return this.#fdb ??= new LinkFdb(this) }
  /** Of a port of a bridge, and of a bridge: the VLANs that pass. */
  get vlans(): LinkVlans { return this.#vlans ??= new LinkVlans(this) }
  /** Of a port of a bridge: its state in each of several spanning trees. */
  get mst(): LinkMst { return this.#mst ??= new LinkMst(this) }

  /** Its offloads, queues, rings and the like: ethtool(8). */
  get ethtool(): Ethtool { return new Ethtool(this) }

  /** What the kernel says of it now; `stats`: with counters; `details`: with what IPv4 and IPv6 are set to on it. */
  async get(options: { stats?: boolean, details?: boolean } = {}): Promise<LinkInfo> {
    const { stats = false, details = false } = snapshot<{ stats?: boolean, details?: boolean }>(options, new Set(['stats', 'details']), 'options')
    const request = boolean(stats, 'options.stats') || boolean(details, 'options.details') ? requests.getLinkFully : requests.getLink
    const info = await connectionOf(this.#netns).reply(request, { index: this.#index }, this.#about())
    if (!info) throw libraryError('ERR_OUTCOME_UNKNOWN', `RTM_GETLINK ${this.#name}: the kernel answered without a link`)
    return linkInfo(info, { stats: stats === true, details: details === true })
  }

  /** Counters since it was made. */
  async stats(): Promise<LinkStats> {
    const { stats } = await this.get({ stats: true })
    if (!stats) throw libraryError('ERR_OUTCOME_UNKNOWN', `RTM_GETLINK ${this.#name}: the kernel answered without statistics`)
    return stats
  }

  /**
   * Changes what is named and leaves the rest. Of a kind's own attributes takes those that can be changed later.
   *
   * @throws NetlinkError EOPNOTSUPP: the kind cannot change this, or not any more.
   */
  async set(changes: LinkChanges & C): Promise<void> {
    const taken = takeChanges(this, changes)
    const known = knownFor(this, taken)
    const steps = checkChanges(this, taken, known instanceof Promise ? await known : known)
    const connection = connectionOf(this.#netns)
    await settled(steps.map(async ({ request, message }) => connection.ack(request, message, this.#about())))
  }

  async up(): Promise<void> {
    await this.set({ up: true } as LinkChanges & C)
  }

  async down(): Promise<void> {
    await this.set({ up: false } as LinkChanges & C)
  }

  /** Kernels before 6.2 want it down for that (EBUSY). */
  async rename(name: string): Promise<void> {
    linkName(name, 'name')
    await connectionOf(this.#netns).ack(requests.setLink, { index: this.#index, ifname: name }, this.#about())
    this.#name = name
  }

  /** Gives it more names, of at most 127 bytes each, by which `links.get` finds it too: `ip link property add`. */
  async addAltNames(...names: string[]): Promise<void> {
    const message = { index: this.#index, propList: { altIfname: altNamesOf(names, 'names') } }
    await connectionOf(this.#netns).ack(requests.addLinkProperty, message, this.#about())
  }

  /** @throws NetlinkError ENOENT: it has no such name. */
  async deleteAltNames(...names: string[]): Promise<void> {
    const message = { index: this.#index, propList: { altIfname: altNamesToFind(names, 'names') } }
    await connectionOf(this.#netns).ack(requests.deleteLinkProperty, message, this.#about())
  }

  /**
   * Moves it into another namespace, where it arrives down and without addresses, perhaps under another index; the handle
   * follows. It costs an RCU barrier under RTNL (20 ms): links are better created where they belong.
   */
  async moveTo(netns: Netns, options: { name?: string } = {}): Promise<void> {
    const target = innerOf(netns)
    const { name } = snapshot<{ name?: string }>(options, new Set(['name']), 'options')
    const newName = name === undefined ? this.#name : linkName(name, 'options.name')
    const message = { index: this.#index, netNsFd: target.handle.fd, ...(newName === this.#name ? {} : { ifname: newName }) }
    await connectionOf(this.#netns).ack(requests.setLink, message, { ...this.#about(), namespaces: [target.handle] })
    const found = await target.connection.reply(requests.getLink, { ifname: newName }, { target: newName })
    this.#netns = netns
    this.#name = newName
    if (found) this.#index = found.index
  }

  /**
   * Resolves when the kernel says that it is so, with what it says of the link: at once if it is so already. `up` and `down`
   * are what was asked of it (IFF_UP). `running`: it can carry packets (IFF_RUNNING, with the carrier there); `no-carrier`: up, and it cannot.
   * `gone`: it is not in its namespace any more.
   *
   * @throws NetlinkError ENODEV: the link has gone. ERR_TIMEOUT: not within `timeout`.
   * @example
   * await eth0.waitFor('running', { timeout: 5000 })
   */
  async waitFor(state: 'gone', options?: WaitOptions): Promise<void>
  async waitFor(state: Exclude<LinkState, 'gone'>, options?: WaitOptions): Promise<LinkInfo>
  async waitFor(state: LinkState, options: WaitOptions = {}): Promise<LinkInfo | void> {
    return waitForLink(this, state, options)
  }

  /** Counters that are of its kind (a bridge's of STP and multicast, a bond's of LACP), and those of hardware that forwards for it: `ip stats`. */
  async xstats(): Promise<LinkXstats> {
    return await linkXstats(this.#netns, this.#index, this.#name)
  }

  /** Deletes it; a veth's other end goes with it. Links that are deleted in one turn share one wait for RCU (16 ms). */
  async delete(): Promise<void> {
    await connectionOf(this.#netns).deleteLink(this.#index, this.kind, this.#about())
  }

  #about() {
    return { target: this.#name, rename: renameOption }
  }
}

type LinkClass = new (netns: Netns, index: number, name: string, kind: string) => Link
const classes = new Map<string, LinkClass>()
const words = new Map<unknown, string>()

/** Called by lib/kinds/index.ts. */
export function registerClasses(kinds: { readonly [kind: string]: { readonly handle: LinkClass } }): void {
  for (const [kind, { handle }] of Object.entries(kinds)) {
    classes.set(kind, handle)
    words.set(handle, kind)
  }
}

/** The kernel's word for a class's kind. */
export function kindOf(handle: unknown): string {
  const word = words.get(handle)
  if (word === undefined) throw new Error('the class stands for no kind')
  return word
}

/** A handle of the class that its kind has. */
export function handleFor(netns: Netns, info: Pick<LinkInfo, 'index' | 'name' | 'kind'>): Link {
  return new (classes.get(info.kind ?? '') ?? Link)(netns, info.index, info.name, info.kind ?? '')
}

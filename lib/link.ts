// A link in a namespace, known by its index: what can be asked of it and done to it, whatever its kind.

import { LinkAddresses } from './address.ts'
import { connectionOf, innerOf } from './inner.ts'
import { linkInfo, type LinkInfo, type LinkStats } from './link-info.ts'
import { settled } from './link-create.ts'
import { waitForLink, type LinkState } from './link-wait.ts'
import { checkChanges, indexOf, renameOption, takeChanges, type LinkChanges } from './link-options.ts'
import { LinkNeighbors } from './neighbor.ts'
import { type Netns } from './netns.ts'
import { requests } from './protocol.ts'
import { libraryError } from './errors.ts'
import { linkName, snapshot } from './values.ts'
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

  /** What the kernel says of it now. */
  async get(options: { stats?: boolean } = {}): Promise<LinkInfo> {
    const { stats = false } = snapshot<{ stats?: boolean }>(options, new Set(['stats']), 'options')
    const info = await connectionOf(this.#netns).reply(stats ? requests.getLinkFully : requests.getLink, { index: this.#index }, this.#about())
    if (!info) throw libraryError('ERR_OUTCOME_UNKNOWN', `RTM_GETLINK ${this.#name}: the kernel answered without a link`)
    return linkInfo(info)
  }

  /** Counters since it was made. */
  async stats(): Promise<LinkStats> {
    const { stats } = await this.get({ stats: true })
    if (!stats) throw libraryError('ERR_OUTCOME_UNKNOWN', `RTM_GETLINK ${this.#name}: the kernel answered without statistics`)
    return stats
  }

  /** Changes what is named and leaves the rest. Of a kind's own attributes takes those that can be changed later. */
  async set(changes: LinkChanges & C): Promise<void> {
    const taken = takeChanges(this, changes)
    // Without a name to look up all happens in the caller's turn, so that calls take effect in their order.
    if (typeof taken['master'] === 'string') taken['master'] = await indexOf(this.#netns, taken['master'], 'options.master')
    const messages = checkChanges(this, taken)
    const connection = connectionOf(this.#netns)
    await settled(messages.map(async (message) => connection.ack(requests.setLink, message, this.#about())))
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
   * are what was asked of it (IFF_UP). `running`: it can carry packets (IFF_RUNNING); `no-carrier`: up, and it cannot.
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

/** Called by lib/kinds/index.ts. */
export function registerClasses(kinds: { readonly [kind: string]: { readonly handle: LinkClass } }): void {
  for (const [kind, { handle }] of Object.entries(kinds)) classes.set(kind, handle)
}

/** A handle of the class that its kind has. */
export function handleFor(netns: Netns, info: Pick<LinkInfo, 'index' | 'name' | 'kind'>): Link {
  return new (classes.get(info.kind ?? '') ?? Link)(netns, info.index, info.name, info.kind ?? '')
}

// IPv4 and IPv6 addresses of links.

import { ensureAddress } from './address-ensure.ts'
import { type AddressFilter, type AddressInfo, type AddressInput, type AddressOptions, type Family } from './address-types.ts'
import { waitForAddresses } from './address-wait.ts'
import { checkRequest } from './inspect.ts'
import { orNone, renamed } from './refusal.ts'
import { rangeError, typeError } from './errors.ts'
import { connectionOf } from './inner.ts'
import { linkNames } from './link-names.ts'
import { type Link } from './link.ts'
import { indexOf } from './link-options.ts'
import { settled } from './link-create.ts'
import { type Netns } from './netns.ts'
import { requests, type Request } from './protocol.ts'
import { addressFlags, forEver, scopes } from './schema/address.ts'
import { type Infer, type Input } from './schema/dsl.ts'
import { messages } from './schema/messages.ts'
import { numberOf } from './schema/record.ts'
import { mapped } from './slices.ts'
import { boolean, formatIp, integer, ipFamily, merged, parsePrefix, snapshot, type Snapshot } from './values.ts'
import { type WaitOptions } from './wait.ts'

export { type AddressFilter, type AddressInfo, type AddressInput, type AddressOptions, type Family } from './address-types.ts'

export type RawAddress = Infer<typeof messages.address>
export type AddressMessage = Input<typeof messages.address>
const optionNames = new Set(['scope', 'label', 'peer', 'broadcast', 'nodad', 'noprefixroute', 'validLifetime', 'preferredLifetime', 'metric', 'flags',
  'address', 'link', 'name', 'family'])
const filterNames = new Set(['link', 'family', 'scope'])
// The kernel's own findings; inet6_rtm_newaddr and inet_rtm_newaddr take the others.
const settable = new Set(['nodad', 'optimistic', 'home', 'mngtmpaddr', 'noprefixroute', 'autojoin'])

const optionName = (attribute: string): string => `options.${attribute}`

/** An address for a link that is yet to be made: the message without its index. */
export interface PlannedAddress {
  readonly message: AddressMessage
  readonly target: string
}

/** Checks all that `add` would. */
export function planAddress(address: AddressInput, path: string): PlannedAddress {
  const options = typeof address === 'object' && address !== null ? snapshot<AddressOptions & { address: string }>(address, optionNames, path) : merged({ address })
  const text = options['address']
  const rename = (name: string) => name.startsWith('options.') ? `${path}.${name.slice('options.'.length)}` : name === 'address' ? path : `${path}.${name}`
  try {
    const planned = message(0, text, options)
    checkRequest(requests.addAddress, planned, optionName)
    return { message: planned, target: String(text) }
  } catch (error) {
    throw renamed(error, rename)
  }
}

/** inet_rtm_newaddr wants `local`, and `address` beside it: the peer's, or the same. */
function message(index: number, text: unknown, options: { [name: string]: unknown }): AddressMessage {
  const { scope, label, peer, broadcast } = options
  const own = parsePrefix(text, 'address')
  const far = peer === undefined ? own : parsePrefix(peer, 'options.peer')
  if (far.family !== own.family) throw rangeError('options.peer', `an IPv${own.family} address is wanted`)
  if (broadcast !== undefined && own.family === 6) throw rangeError('options.broadcast', 'IPv6 has no broadcast')
  return {
    family: own.family === 4 ? 'inet' : 'inet6', prefixlen: far.length, index,
    ...(scope === undefined ? {} : { scope: numberOf(scopes, scope, 1, 'options.scope') }),
    local: formatIp(own.bytes), address: formatIp(far.bytes), ...strings({ label, broadcast }), ...lifetimes(options), ...flags(options),
    ...(options['metric'] === undefined ? {} : { rtPriority: integer(options['metric'], 0, forEver, 'options.metric') }),
  }
}

function strings({ label, broadcast }: { label: unknown, broadcast: unknown }): { label?: string, broadcast?: string } {
  if (label !== undefined && typeof label !== 'string') throw typeError('options.label', 'a string is wanted')
  if (broadcast !== undefined && typeof broadcast !== 'string') throw typeError('options.broadcast', 'a string is wanted')
  return { ...(label === undefined ? {} : { label }), ...(broadcast === undefined ? {} : { broadcast }) }
}

function lifetimes({ validLifetime, preferredLifetime }: { [name: string]: unknown }): Pick<AddressMessage, 'cacheinfo'> {
  if (validLifetime === undefined && preferredLifetime === undefined) return {}
  const valid = validLifetime === undefined ? forEver : integer(validLifetime, 1, forEver, 'options.validLifetime')
  const preferred = preferredLifetime === undefined ? Math.min(valid, forEver) : integer(preferredLifetime, 0, forEver, 'options.preferredLifetime')
  if (preferred > valid) throw rangeError('options.preferredLifetime', `${preferred} is over the valid lifetime, ${valid}`)
  return { cacheinfo: { ifaPrefered: preferred, ifaValid: valid } }
}

/** The header has room for the low eight bits only. */
function flags({ nodad, noprefixroute, flags: given = [] }: { [name: string]: unknown }): Pick<AddressMessage, 'flags' | 'ifaFlags'> {
  if (!Array.isArray(given)) throw typeError('options.flags', 'an array is wanted')
  const names = new Set<string>()
  for (const name of given as readonly unknown[]) {
    if (typeof name !== 'string' || !Object.hasOwn(addressFlags.values, name)) throw rangeError('options.flags', `'${String(name)}' is none of ${Object.keys(addressFlags.values).join(' ')}`)
    if (settable.has(name)) names.add(name)
  }
  if (nodad !== undefined && boolean(nodad, 'options.nodad')) names.add('nodad')
  if (noprefixroute !== undefined && boolean(noprefixroute, 'options.noprefixroute')) names.add('noprefixroute')
  const values: { readonly [name: string]: number } = addressFlags.values
  const bits = [...names].reduce((sum, name) => sum | (values[name] ?? 0), 0)
  return bits === 0 ? {} : bits < 0x100 ? { ifaFlags: bits } : { flags: [...names] }
}

function addressInfo(raw: RawAddress, name: string): AddressInfo {
  const own = raw.local ?? raw.address ?? ''
  const pointToPoint = raw.local !== undefined && raw.address !== undefined && raw.address !== raw.local
  const info: AddressInfo = {
    link: raw.index, name, address: `${own}/${raw.prefixlen}`, family: raw.family as Family, scope: raw.scope, flags: raw.flags ?? [],
  }
  if (pointToPoint) {
    info.peer = `${raw.address}/${raw.prefixlen}`
    info.address = own.includes(':') ? `${own}/128` : `${own}/32`
  }
  if (raw.label !== undefined) info.label = raw.label
  if (raw.broadcast !== undefined) info.broadcast = raw.broadcast
  if (raw.cacheinfo && raw.cacheinfo.ifaValid !== forEver) info.validLifetime = raw.cacheinfo.ifaValid
  if (raw.cacheinfo && raw.cacheinfo.ifaPrefered !== forEver) info.preferredLifetime = raw.cacheinfo.ifaPrefered
  if (raw.rtPriority !== undefined) info.metric = raw.rtPriority
  return info
}

/** A filter, checked. */
export interface TakenFilter { readonly family?: Family | undefined, readonly scope?: number | undefined, readonly index?: number | undefined }

/** The index of a link that is named costs a request; all else is looked at before. */
export async function takeFilter(netns: Netns, { link, family, scope }: Snapshot<AddressFilter>, path: string): Promise<TakenFilter> {
  const known = ipFamily(family, `${path}.family`)
  const wantedScope = scope === undefined ? undefined : numberOf(scopes, scope, 1, `${path}.scope`)
  return { family: known, scope: wantedScope, index: link === undefined ? undefined : await indexOf(netns, link, `${path}.link`) }
}

/** All that match. */
export async function listBy(netns: Netns, { family, scope, index }: TakenFilter): Promise<AddressInfo[]> {
  const all = await connectionOf(netns).dump(requests.listAddresses, { ...(family === undefined ? {} : { family }), ...(index === undefined ? {} : { index }) })
  const chosen = all.filter((raw) => (raw.family === 'inet' || raw.family === 'inet6') && (family === undefined || raw.family === family) &&
    (index === undefined || raw.index === index) && (scope === undefined || numberOf(scopes, raw.scope, 1, 'scope') === scope))
  const names = await linkNames(netns, chosen.map((raw) => raw.index))
  return mapped(chosen, (raw) => addressInfo(raw, names.get(raw.index) ?? ''))
}

async function list(netns: Netns, filter: AddressFilter): Promise<AddressInfo[]> {
  return await listBy(netns, await takeFilter(netns, snapshot<AddressFilter>(filter, filterNames, 'filter'), 'filter'))
}

/** With an address its secondaries go (inet_del_ifa, unless promote_secondaries is set): one that is gone already is what a flush wants. */
async function remove(netns: Netns, found: readonly AddressInfo[]): Promise<void> {
  const connection = connectionOf(netns)
  const ack = (info: AddressInfo) => connection.ack(requests.deleteAddress, message(info.link, info.address, { peer: info.peer }), { target: info.address })
  await settled(found.map(async (info) => orNone('EADDRNOTAVAIL', ack(info))))
}

/** `link.addresses`. */
export class LinkAddresses {
  readonly #link: Link

  constructor(link: Link) {
    this.#link = link
  }

  /**
   * Adds an address. Without a prefix length it is alone on its link: /32 or /128, which reaches no neighbour.
   *
   * @throws NetlinkError EEXIST: the link has it already.
   */
  async add(address: AddressInput, options: AddressOptions = {}): Promise<void> {
    await this.#send(requests.addAddress, address, options)
  }

  /** Adds an address, or changes lifetimes and flags of the one that is there. */
  async replace(address: AddressInput, options: AddressOptions = {}): Promise<void> {
    await this.#send(requests.replaceAddress, address, options)
  }

  /**
   * Sees to it that the link has the address, with what is named of its options; lifetimes that end are begun anew. `nodad` counts only
   * where it is added. Says whether anything had to be changed.
   *
   * @throws ERR_CANNOT_CHANGE: it has it with another label, broadcast or scope.
   * @example
   * if (await eth0.addresses.ensure('10.0.0.1/24')) console.log('it was not there')
   */
  async ensure(address: AddressInput, options: AddressOptions = {}): Promise<boolean> {
    const { text, taken } = given(address, options)
    return ensureAddress(this.#link, checked(this.#link.index, text, taken), String(text))
  }

  /** @throws NetlinkError EADDRNOTAVAIL: the link does not have it. */
  async delete(address: AddressInput): Promise<void> {
    const given = typeof address === 'object' && address !== null ? address : { address, peer: undefined }
    const { address: text, peer } = snapshot<AddressOptions & { address: string }>(given, optionNames, 'address')
    await this.#ack(requests.deleteAddress, text, { peer })
  }

  async list(filter: Omit<AddressFilter, 'link'> = {}): Promise<AddressInfo[]> {
    const { family, scope } = snapshot<AddressFilter>(filter, new Set(['family', 'scope']), 'filter')
    return await list(this.#link.netns, { link: this.#link, family: family as Family | undefined, scope: scope as string | number | undefined })
  }

  /**
   * Resolves when duplicate address detection is over for all that match, with these addresses; at once where none is tentative.
   * Before that an IPv6 address cannot be bound to. It takes about a second, and does not begin before the link is `running`.
   *
   * @throws ERR_DAD_FAILED: another host has the address. ERR_TIMEOUT: not within `timeout`. NetlinkError ENODEV: the link has gone.
   * @example
   * await eth0.addresses.add('fd00::1/64')
   * await eth0.addresses.waitFor('permanent', { timeout: 5000 })
   */
  async waitFor(state: 'permanent', options: WaitOptions & Omit<AddressFilter, 'link'> = {}): Promise<AddressInfo[]> {
    return waitForAddresses(this.#link.netns, state, options, this.#link)
  }

  /** Deletes all, or those that match. */
  async flush(filter: Omit<AddressFilter, 'link'> = {}): Promise<void> {
    await remove(this.#link.netns, await this.list(filter))
  }

  async #send(request: Request<typeof messages.address>, address: AddressInput, options: AddressOptions): Promise<void> {
    const { text, taken } = given(address, options)
    return this.#ack(request, text, taken)
  }

  async #ack(request: Request<typeof messages.address>, text: unknown, options: { [name: string]: unknown }): Promise<void> {
    await connectionOf(this.#link.netns).ack(request, message(this.#link.index, text, options), { target: String(text), rename: optionName })
  }
}

function given(address: AddressInput, options: AddressOptions): { text: unknown, taken: { [name: string]: unknown } } {
  if (typeof address !== 'object' || address === null) return { text: address, taken: snapshot(options, optionNames, 'options') }
  const taken = snapshot<AddressOptions & { address: string }>(address, optionNames, 'address')
  return { text: taken.address, taken: merged(taken, snapshot(options, optionNames, 'options')) }
}

function checked(index: number, text: unknown, options: { [name: string]: unknown }): AddressMessage {
  const made = message(index, text, options)
  checkRequest(requests.addAddress, made, optionName)
  return made
}

/** `ns.addresses`: those of all links. */
export class Addresses {
  readonly #netns: Netns

  constructor(netns: Netns) {
    this.#netns = netns
  }

  async list(filter: AddressFilter = {}): Promise<AddressInfo[]> {
    return await list(this.#netns, filter)
  }

  /** Resolves when duplicate address detection is over for all that match: see `waitFor` of a link's addresses. */
  async waitFor(state: 'permanent', options: WaitOptions & AddressFilter = {}): Promise<AddressInfo[]> {
    return waitForAddresses(this.#netns, state, options)
  }

  /** Deletes all that match. */
  async flush(filter: AddressFilter): Promise<void> {
    await remove(this.#netns, await this.list(filter))
  }
}


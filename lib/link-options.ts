// The options that links of every kind have, checked and turned into attributes; what is left over belongs to the kind.

import { planAddress, type AddressInput, type PlannedAddress } from './address.ts'
import { checkRequest } from './inspect.ts'
import { rangeError, typeError } from './errors.ts'
import { connectionOf, innerOf } from './inner.ts'
import { Link } from './link.ts'
import { type RawLink } from './link-info.ts'
import { type Netns } from './netns.ts'
import { requests } from './protocol.ts'
import { messages } from './schema/messages.ts'
import { type Input } from './schema/dsl.ts'
import { boolean, integer, linkName, linkNameToFind, macForLink, snapshot, textBytes } from './values.ts'

export type LinkMessage = Input<typeof messages.link>

/** A link by handle, by name or by index. */
export type LinkRef = Link | string | number

/** How the link gets its IPv6 link-local address: IN6_ADDR_GEN_MODE_*. `none`: not at all, which many ports of a bridge are better off with. */
export type AddrGenMode = 'eui64' | 'none' | 'stable_secret' | 'random'

/** What can be set when a link is made and changed later. */
export interface LinkSettings {
  /** Administrative state: IFF_UP. Default false. */
  up?: boolean | undefined
  /** Bytes; the kind has its own default and limits. */
  mtu?: number | undefined
  /** Link-layer address, unicast, as `02:00:00:00:00:01`. Default: random. */
  address?: string | undefined
  broadcast?: string | undefined
  /** Group of links, for bulk operations. Default 0. */
  group?: number | undefined
  /** Free text, at most 255 bytes. */
  alias?: string | undefined
  /** Packets. Default 1000. */
  txQueueLength?: number | undefined
  /** The bridge or other master whose port it becomes. */
  master?: LinkRef | undefined
  ipv6?: AddrGenMode | undefined
}

/** Options of every kind's `create`. */
export interface LinkOptions extends LinkSettings {
  /** Where the link is made. Default: the namespace of this process. */
  netns?: Netns | undefined
  /** 1 to 15 bytes. Default: the kind and a random number. */
  name?: string | undefined
  /** Transmit and receive queues, 1 to 4096. Default: the kind's own; 1 for a veth. */
  queues?: number | undefined
  /** Addresses with their prefix lengths, added before the link comes up. */
  addresses?: readonly AddressInput[] | undefined
}

/** Changes of `link.set`. */
export interface LinkChanges extends LinkSettings {
  /** Takes it out of its master. */
  nomaster?: boolean | undefined
}

/** Options, checked: attributes that go into the message that makes the link, and what has to wait until it is there. */
export interface LinkPlan {
  netns: Netns
  name: string
  attributes: LinkMessage
  master: number | undefined
  /** do_setlink takes these, rtnl_create_link does not; and addr_gen_mode counts only before the link is up. */
  later: LinkMessage | undefined
  addresses: readonly PlannedAddress[]
  up: boolean
}

const settings = ['up', 'mtu', 'address', 'broadcast', 'group', 'alias', 'txQueueLength', 'master', 'ipv6'] as const
const common = [...settings, 'netns', 'name', 'queues', 'addresses'] as const

/** Reads each of the options once: those that every kind has, and the kind's own. */
export function takeOptions<K extends string>(options: unknown, own: readonly K[], path = 'options'): { common: { [name: string]: unknown }, own: { [N in K]?: unknown } } {
  const taken = snapshot(options, new Set<string>([...common, ...own]), path)
  const kind: { [N in K]?: unknown } = {}
  for (const name of own) if (Object.hasOwn(taken, name)) kind[name] = taken[name]
  return { common: taken, own: kind }
}

/** Names longer than 15 bytes can only be alternative ones. */
export function nameToFind(name: unknown, path: string): { ifname: string } | { altIfname: string } {
  if (typeof name !== 'string' || Buffer.byteLength(name) <= 15) return { ifname: linkNameToFind(name, path) }
  textBytes(name, path, 127)
  return { altIfname: name }
}

function randomName(kind: string): string {
  return kind.slice(0, 7) + Math.floor(Math.random() * 2 ** 32).toString(16).padStart(8, '0')
}

/** The index of a link in `netns`, given by handle or index. */
export function knownIndex(netns: Netns, link: unknown, path: string): number {
  if (typeof link === 'number') return integer(link, 1, 2 ** 31 - 1, path)
  if (!(link instanceof Link)) throw typeError(path, 'a Link, a name or an index is wanted')
  if (link.netns !== netns && !link.netns.equals(netns)) throw rangeError(path, `${link.name} is in another namespace`)
  return link.index
}

/** The index of a link in `netns`; a name costs a request. */
export async function indexOf(netns: Netns, link: unknown, path: string): Promise<number> {
  if (typeof link !== 'string') return knownIndex(netns, link, path)
  const found = await connectionOf(netns).reply(requests.getLink, nameToFind(link, path), { target: link })
  return (found as RawLink).index
}

/** The attributes that have the same meaning in every message about a link. */
function attributesOf(options: { [name: string]: unknown }, path: string): LinkMessage {
  const { mtu, address, broadcast, group, txQueueLength: txqlen, queues } = options
  if (address !== undefined) macForLink(address, `${path}.address`)
  const attributes: { [name: string]: unknown } = { mtu, address, broadcast, group, txqlen }
  if (queues !== undefined) attributes['numTxQueues'] = attributes['numRxQueues'] = integer(queues, 1, 4096, `${path}.queues`)
  return attributes
}

/** Checked at once: it is sent when the link is there, too late to be refused. */
function laterOf({ alias, ipv6 }: { [name: string]: unknown }, path: string): LinkMessage | undefined {
  if (alias === undefined && ipv6 === undefined) return undefined
  const message: { [name: string]: unknown } = { ifalias: alias }
  if (ipv6 !== undefined) message['afSpec'] = { inet6: { addrGenMode: ipv6 } }
  checkRequest(requests.setLink, message, (name) => renameOption(name).replace('options', path))
  return message
}

function addressesOf(addresses: unknown, path: string): readonly PlannedAddress[] {
  if (addresses === undefined) return []
  if (!Array.isArray(addresses)) throw typeError(path, 'an array is wanted')
  return Array.from(addresses as readonly AddressInput[], (address, position) => planAddress(address, `${path}[${position}]`))
}

/** Waits only for a master that is given by name: otherwise the request is queued in the caller's turn, before what comes after it. */
export function planLink(kind: string, options: { [name: string]: unknown }, netns: Netns, path = 'options'): LinkPlan | Promise<LinkPlan> {
  const name = options['name'] === undefined ? randomName(kind) : linkName(options['name'], `${path}.name`)
  const { master, up, addresses } = options
  const where = options['netns'] === undefined ? netns : options['netns'] as Netns
  innerOf(where, `${path}.netns`)
  const plan: LinkPlan = {
    netns: where, name, attributes: { ifname: name, ...attributesOf(options, path) }, later: laterOf(options, path),
    addresses: addressesOf(addresses, `${path}.addresses`), up: up === undefined ? false : boolean(up, `${path}.up`),
    master: master === undefined || typeof master === 'string' ? undefined : knownIndex(where, master, `${path}.master`),
  }
  return typeof master === 'string' ? withMaster(plan, master, `${path}.master`) : plan
}

async function withMaster(plan: LinkPlan, name: string, path: string): Promise<LinkPlan> {
  return { ...plan, master: await indexOf(plan.netns, name, path) }
}

/** Options of every kind, by the attribute that they become. */
const optionNames: { readonly [attribute: string]: string } = { ifname: 'name', txqlen: 'txQueueLength', ifalias: 'alias', 'afSpec.inet6.addrGenMode': 'ipv6' }

/** The option that an attribute's value came from: errors about input speak of what was written. */
export function renameOption(path: string): string {
  const peer = path.startsWith('linkinfo.data.peer.') ? 'peer.' : ''
  const rest = peer ? path.slice('linkinfo.data.peer.'.length) : path.startsWith('linkinfo.data.') ? path.slice('linkinfo.data.'.length) : path
  return `options.${peer}${optionNames[rest] ?? rest}`
}

const changeable = [...settings, 'nomaster'] as const

/** The messages that make the changes, in order: what must precede IFF_UP, the rest, IFF_UP. */
export function checkChanges(link: Link, taken: { readonly [name: string]: unknown }): LinkMessage[] {
  const own = ownOptions(link)
  const { up, master, nomaster } = taken
  const index = link.index
  const data = Object.fromEntries(own.filter((name) => Object.hasOwn(taken, name)).map((name) => [name, taken[name]]))
  const message: { [name: string]: unknown } = attributesOf(taken, 'options')
  if (master !== undefined) message['master'] = knownIndex(link.netns, master, 'options.master')
  if (nomaster !== undefined && boolean(nomaster, 'options.nomaster')) message['master'] = 0
  if (Object.keys(data).length > 0) message['linkinfo'] = { kind: link.kind, data }
  const steps: LinkMessage[] = []
  const later = laterOf(taken, 'options')
  if (later) steps.push({ index, ...later })
  if (Object.values(message).some((value) => value !== undefined)) steps.push({ index, ...message })
  if (up !== undefined) steps.push({ index, flags: boolean(up, 'options.up') ? ['UP'] : [], change: ['UP'] })
  // The first must not be on its way when the second one turns out to be wrong.
  if (steps.length > 1) for (const step of steps) checkRequest(requests.setLink, step, renameOption)
  return steps
}

/** Reads the changes once. */
export function takeChanges(link: Link, changes: unknown): { [name: string]: unknown } {
  return snapshot(changes, new Set<string>([...changeable, ...ownOptions(link)]), 'options')
}

function ownOptions(link: Link): readonly string[] {
  return (link.constructor as { readonly ownOptions?: readonly string[] }).ownOptions ?? []
}

// The options that links of every kind have, checked and turned into attributes; what is left over belongs to the kind.

import { planAddress, type AddressInput, type PlannedAddress } from './address.ts'
import { rangeError, typeError } from './errors.ts'
import { connectionOf, innerOf } from './inner.ts'
import { Link } from './link.ts'
import { type RawLink } from './link-info.ts'
import { type Netns } from './netns.ts'
import { attributesOf, confOf, flagsOf, laterOf, linkSettings, type CommonSettings, type LinkMessage } from './link-settings.ts'
import { requests } from './protocol.ts'
import { type InetConf } from './schema/link-conf.ts'
import { array, altName, boolean, integer, linkName, linkNameToFind, merged, snapshot, textBytes } from './values.ts'

/** A link by handle, by name or by index. */
export type LinkRef = Link | string | number

/** What can be set when a link is made and changed later. */
export interface LinkSettings extends CommonSettings {
  /** The bridge or other master whose port it becomes. */
  master?: LinkRef | undefined
}

/** Options of every kind's `create`. */
export interface LinkOptions extends LinkSettings {
  /** Where the link is made. Default: the namespace of this process. */
  netns?: Netns | undefined
  /** 1 to 15 bytes. Default: the kind and a random number. */
  name?: string | undefined
  /** Transmit and receive queues, 1 to 4096. Default: the kind's own; 1 for a veth. */
  queues?: number | undefined
  /** Transmit queues alone. */
  numTxQueues?: number | undefined
  /** Receive queues alone. */
  numRxQueues?: number | undefined
  /** The ifindex it gets. Default: the kernel's choice. */
  index?: number | undefined
  /** More names, of at most 127 bytes each. */
  altNames?: readonly string[] | undefined
  /** Addresses with their prefix lengths, added before the link comes up. */
  addresses?: readonly AddressInput[] | undefined
}

/** Options, checked: attributes that go into the message that makes the link, and what has to wait until it is there. */
export interface LinkPlan {
  netns: Netns
  name: string
  attributes: LinkMessage
  master: number | undefined
  /** do_setlink takes these, rtnl_create_link does not; and addr_gen_mode counts only before the link is up. */
  later: LinkMessage | undefined
  conf: InetConf | undefined
  altNames: readonly string[]
  addresses: readonly PlannedAddress[]
  up: boolean
}

export const commonOptions = [...linkSettings, 'netns', 'name', 'queues', 'numTxQueues', 'numRxQueues', 'index', 'altNames', 'addresses'] as const

/** Reads each of the options once: those that every kind has, and the kind's own. */
export function takeOptions<K extends string>(options: unknown, own: readonly K[], path = 'options'): { common: { [name: string]: unknown }, own: { [N in K]?: unknown } } {
  const taken = snapshot(options, new Set<string>([...commonOptions, ...own]), path)
  const kind = merged() as { [N in K]?: unknown }
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

function addressesOf(addresses: unknown, path: string): readonly PlannedAddress[] {
  if (addresses === undefined) return []
  return array(addresses, path).map((address, position) => planAddress(address as AddressInput, `${path}[${position}]`))
}

/** One name or several, none of them empty. */
export function altNamesOf(names: unknown, path: string): readonly string[] {
  if (names === undefined) return []
  return array(names, path).map((name, position) => altName(name, `${path}[${position}]`))
}

/** Names that exist may be of any bytes, being others' work. */
export function altNamesToFind(names: readonly unknown[], path: string): readonly string[] {
  return Array.from(names, (name, position) => {
    textBytes(name, `${path}[${position}]`, 127)
    if (name === '') throw rangeError(`${path}[${position}]`, 'empty, where a link name is wanted')
    return String(name)
  })
}

/** Waits only for a master that is given by name: otherwise the request is queued in the caller's turn, before what comes after it. */
export function planLink(kind: string, options: { [name: string]: unknown }, netns: Netns, path = 'options'): LinkPlan | Promise<LinkPlan> {
  const name = options['name'] === undefined ? randomName(kind) : linkName(options['name'], `${path}.name`)
  const { master, up, addresses, index } = options
  const where = options['netns'] === undefined ? netns : options['netns'] as Netns
  innerOf(where, `${path}.netns`)
  const plan: LinkPlan = {
    netns: where, name, attributes: { ...(index === undefined ? {} : { index: integer(index, 1, 2 ** 31 - 1, `${path}.index`) }), ifname: name, ...attributesOf(options, path), ...flagsOf(options, path) },
    later: laterOf(options, path), conf: confOf(options, path), altNames: altNamesOf(options['altNames'], `${path}.altNames`),
    addresses: addressesOf(addresses, `${path}.addresses`), up: up === undefined ? false : boolean(up, `${path}.up`),
    master: master === undefined || typeof master === 'string' ? undefined : knownIndex(where, master, `${path}.master`),
  }
  return typeof master === 'string' ? withMaster(plan, master, `${path}.master`) : plan
}

async function withMaster(plan: LinkPlan, name: string, path: string): Promise<LinkPlan> {
  return { ...plan, master: await indexOf(plan.netns, name, path) }
}

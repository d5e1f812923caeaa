// What `link.set` takes, checked and turned into messages. Most changes need no question; those about a port ask what its master is,
// and those of a tunnel what it is now.

import type { BondPortSettings } from './kinds/bond.ts'
import type { BridgePortSettings } from './kinds/bridge.ts'
import type { kinds as Kinds } from './kinds/index.ts'
import { rangeError, typeError } from './errors.ts'
import { connectionOf } from './inner.ts'
import { checkRequest } from './inspect.ts'
import { changeable, type Traits } from './kind.ts'
import { Link } from './link.ts'
import { withIndexes } from './link-lower.ts'
import { indexOf, knownIndex, type LinkSettings } from './link-options.ts'
import { attributesOf, confOf, flagsOf, laterOf, linkSettings, renameOption, type LinkMessage } from './link-settings.ts'
import { requests, type Request } from './protocol.ts'
import { portKindTable } from './schema/registry.ts'
import { type Input } from './schema/dsl.ts'
import { boolean, merged, snapshot } from './values.ts'

type Own = { readonly [name: string]: unknown }
type TableOf<K> = K extends { table: infer S } ? S : never

/** What a master lets be set of its ports. */
export type PortSettings = BridgePortSettings | BondPortSettings
/** A kind's own settings, whichever kind it is; bytes for a kind that this library does not know. */
export type KindSettings = Input<TableOf<(typeof Kinds)[keyof typeof Kinds]>> | Uint8Array

/** Changes of `link.set`. */
export interface LinkChanges extends LinkSettings {
  /** Takes it out of its master. */
  nomaster?: boolean | undefined
  /** What its master knows of it as a port: settings of a bridge's or a bond's port, checked against what the master is. */
  port?: PortSettings | undefined
  /** The kind's own settings, for a link whose class is not known; a class of a kind takes them beside the others. */
  data?: KindSettings | undefined
}

/** One request of a change, in order. */
export interface Change {
  readonly request: Request
  readonly message: LinkMessage
}

/** Names of the changes that every link takes. */
export const general = [...linkSettings, 'nomaster', 'port', 'data'] as const

export function traitsOf(link: Link): Traits {
  return (link.constructor as { readonly traits?: Traits }).traits ?? {}
}

/** Reads the changes once. */
export function takeChanges(link: Link, changes: unknown): { [name: string]: unknown } {
  const own = changeable(traitsOf(link))
  const taken = snapshot(changes, new Set<string>([...general, ...own]), 'options')
  const { data } = taken
  if (data === undefined) return taken
  if (link.kind === '') throw typeError('options.data', `${link.name} is of no kind`)
  if (data instanceof Uint8Array) return taken
  if (traitsOf(link).table === undefined) throw typeError('options.data', 'a Uint8Array is wanted, since this kind is not known')
  Reflect.deleteProperty(taken, 'data')
  return merged(taken, snapshot(data, new Set(own), 'options.data'))
}

/** The kind's own among the changes. */
function ownOf(link: Link, taken: Own): Own {
  const names = changeable(traitsOf(link)).filter((name) => Object.hasOwn(taken, name))
  return Object.fromEntries(names.map((name) => [name, taken[name]]))
}

/** What has to be known before the messages can be written. */
export interface Known {
  readonly own: Own
  readonly master: number | undefined
  readonly port?: { readonly kind: string, readonly data: Own } | undefined
}

/** A promise only where something has to be asked: otherwise all happens in the caller's turn, so that calls take effect in their order. */
export function knownFor(link: Link, taken: Own): Known | Promise<Known> {
  const own = ownOf(link, taken)
  const { links, whole } = traitsOf(link)
  const { master, port } = taken
  const indexed = withIndexes(link.netns, own, links)
  const asks = typeof master === 'string' || port !== undefined || indexed instanceof Promise || (whole && Object.keys(own).length > 0)
  if (asks) return ask(link, taken, indexed)
  return { own: indexed, master: master === undefined ? undefined : knownIndex(link.netns, master, 'options.master') }
}

async function ask(link: Link, taken: Own, indexed: Own | Promise<Own>): Promise<Known> {
  const { master, port } = taken
  if (port !== undefined) snapshotOf(port)
  const own = await indexed
  const index = master === undefined ? undefined : await indexOf(link.netns, master, 'options.master')
  const whole = traitsOf(link).whole && Object.keys(own).length > 0
  return { own: whole ? { ...await currentSettings(link), ...own } : own, master: index, port: port === undefined ? undefined : await portOf(link, index, port) }
}

function snapshotOf(port: unknown): void {
  if (typeof port !== 'object' || port === null || Array.isArray(port) || port instanceof Uint8Array) throw typeError('options.port', 'an object is wanted')
}

/** What changelink would reset where the message leaves it out. */
async function currentSettings(link: Link): Promise<Own> {
  const { data } = await link.get()
  const names = new Set(changeable(traitsOf(link)))
  return Object.fromEntries(Object.entries(data ?? {}).filter(([name]) => names.has(name)))
}

async function portOf(link: Link, master: number | undefined, port: unknown): Promise<{ kind: string, data: Own }> {
  const connection = connectionOf(link.netns)
  const raw = await connection.reply(requests.getLink, { index: master ?? link.index }, { target: link.name })
  const kind = (master === undefined ? raw?.linkinfo?.slaveKind : raw?.linkinfo?.kind) ?? ''
  const traits = portKindTable(kind)
  if (!traits) throw rangeError('options.port', kind === '' ? `${link.name} is no port of a master` : `masters of kind '${kind}' have no settings of their ports`)
  const names = Object.keys(traits.table.attributes).filter((name) => !traits.shown?.includes(name))
  const data = snapshot(port, new Set(names), 'options.port')
  return { kind, data: await withIndexes(link.netns, data, traits.links) }
}

function ownInfo(link: Link, taken: Own, own: Own): object | undefined {
  if (taken['data'] !== undefined) return { kind: link.kind, data: taken['data'] }
  return Object.keys(own).length > 0 ? { kind: link.kind, data: own } : undefined
}

/** The messages that make the changes, in order: what must precede IFF_UP, the rest, what the master says, IFF_UP. */
export function checkChanges(link: Link, taken: Own, { own, master, port }: Known): Change[] {
  const { index } = link
  const { up, nomaster } = taken
  const message: { [name: string]: unknown } = { ...attributesOf(taken, 'options'), ...flagsOf(taken, 'options'), master, linkinfo: ownInfo(link, taken, own) }
  if (nomaster !== undefined && boolean(nomaster, 'options.nomaster')) message['master'] = 0
  const steps: LinkMessage[] = []
  const later = laterOf(taken, 'options')
  const conf = confOf(taken, 'options')
  if (later) steps.push({ index, ...later })
  if (Object.values(message).some((value) => value !== undefined)) steps.push({ index, ...message })
  if (port) steps.push({ index, linkinfo: { slaveKind: port.kind, slaveData: port.data } })
  if (up !== undefined) steps.push({ index, flags: boolean(up, 'options.up') ? ['UP'] : [], change: ['UP'] })
  // The first must not be on its way when the second one turns out to be wrong.
  if (steps.length > 1 || conf) for (const step of steps) checkRequest(requests.setLink, step, renameOption)
  const changes = steps.map((step): Change => ({ request: requests.setLink, message: step }))
  return conf ? [{ request: requests.setLinkConf, message: { index, afSpec: { inet: { conf } } } }, ...changes] : changes
}

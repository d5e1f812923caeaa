// What the library knows of a kind of link beside its attributes, and making a link by that. The kinds are lib/kinds.

import { rangeError, typeError } from './errors.ts'
import { handleFor, kindOf, Link } from './link.ts'
import { furnish, isPlain, makeLink, orDelete, type Below } from './link-create.ts'
import { planLink, takeOptions, type LinkOptions, type LinkPlan, type LinkRef } from './link-options.ts'
import { lowerLink, withIndexes } from './link-lower.ts'
import { Netns } from './netns.ts'
import { type AnySet } from './schema/dsl.ts'
import { textBytes } from './values.ts'

/** All that a kind's file has to say, beside its table. Names are those of the table. */
export interface Traits {
  /** Attributes of the kind: absent for one that has none. */
  readonly table?: AnySet
  /** The kernel shows them and takes them from nobody: no options at all. */
  readonly shown?: readonly string[]
  /** What changelink passes over without a word: options of `create` only. */
  readonly fixed?: readonly string[]
  /** Hold the index of another link; 0 for none. */
  readonly links?: readonly string[]
  /** Options without which there is no such link. */
  readonly wanted?: readonly string[]
  /** Whether it lies on another link: in the attribute `link` of the table, if it has one, otherwise in IFLA_LINK. `netns`: on a namespace only. */
  readonly link?: 'wanted' | 'possible' | 'netns'
  /** changelink resets what the message does not name: a change has to say it all. */
  readonly whole?: true
}

/** Options of a kind whose packets travel in a namespace that need not be the link's own. */
export interface UnderlayOptions extends LinkOptions {
  /** The namespace that its packets travel in. Default: the one it is made in. */
  linkNetns?: Netns | undefined
}

/** Options of a kind whose links lie on another one. */
export interface LowerOptions extends UnderlayOptions {
  /** The link it lies on. A handle may be of a link in another namespace; a name or an index is looked up in `linkNetns`. */
  link?: LinkRef | undefined
}

/** The class of a kind. */
export interface KindClass<T extends Link> {
  new (netns: Netns, index: number, name: string, kind: string): T
  readonly traits: Traits
}

/** The kind's own attributes that `create` takes, other than `link`. */
export function creatable({ table, shown = [] }: Traits): string[] {
  return Object.keys(table?.attributes ?? {}).filter((name) => name !== 'link' && !shown.includes(name))
}

/** Its own attributes that can be changed later. */
export function changeable(traits: Traits): string[] {
  return Object.keys(traits.table?.attributes ?? {}).filter((name) => !traits.shown?.includes(name) && !traits.fixed?.includes(name))
}

function lowerNames({ link }: Traits): readonly string[] {
  return link === undefined ? [] : link === 'netns' ? ['linkNetns'] : ['link', 'linkNetns']
}

/** Reads the options of a kind once. */
export function takeKindOptions(traits: Traits, options: unknown): { common: Readonly<Record<string, unknown>>, own: Record<string, unknown>, lower: Record<string, unknown> } {
  const names = lowerNames(traits)
  const { common, own } = takeOptions(options, [...creatable(traits), ...names])
  const lower: Record<string, unknown> = { link: own['link'], linkNetns: own['linkNetns'] }
  for (const name of names) Reflect.deleteProperty(own, name)
  for (const name of traits.wanted ?? []) if (own[name] === undefined) throw typeError(`options.${name}`, 'it is wanted')
  if (traits.link === 'wanted' && lower['link'] === undefined) throw typeError('options.link', 'the link that it lies on is wanted')
  return { common, own, lower }
}

/** The message's part about the kind, and about the link below. */
export function dataOf(traits: Traits, own: object, { index, linkNetnsid }: Below): { data: object | undefined, below: Below } {
  const inside = traits.table !== undefined && 'link' in traits.table.attributes
  const data = inside && index !== undefined ? { ...own, link: index } : own
  return { data: Object.keys(data).length > 0 ? data : undefined, below: inside ? { linkNetnsid } : { index, linkNetnsid } }
}

/** Makes a link of the kind, or nothing. */
export async function createLink<T extends Link>(kind: KindClass<T>, options: unknown): Promise<T> {
  const { traits } = kind
  const word = kindOf(kind)
  const { common, own, lower } = takeKindOptions(traits, options)
  const planned = planLink(word, common, Netns.current())
  const plan = planned instanceof Promise ? await planned : planned
  // Without a name to look up all of this happens in the caller's turn.
  const indexed = withIndexes(plan.netns, own, traits.links)
  const attributes = indexed instanceof Promise ? await indexed : indexed
  const found = lowerLink(plan.netns, lower)
  const { data, below } = dataOf(traits, attributes, found instanceof Promise ? await found : found)
  return await makeAndFurnish((...where) => new kind(...where), word, plan, data, below)
}

/** Options of `links.create`. */
export interface OtherOptions extends LowerOptions {
  /** The kernel's word for it. */
  kind: string
  /** IFLA_INFO_DATA as the kernel wants it, attribute by attribute. */
  data?: Uint8Array | undefined
}

/** Makes a link of a kind that need not be known here. */
export async function createOther(netns: Netns, options: OtherOptions): Promise<Link> {
  const { common, own } = takeOptions(options, ['kind', 'data', 'link', 'linkNetns'])
  const { kind, data } = own
  textBytes(kind, 'options.kind', 55)
  if (kind === '') throw rangeError('options.kind', 'a kind has a name')
  if (data !== undefined && !(data instanceof Uint8Array)) throw typeError('options.data', 'a Uint8Array is wanted')
  const word = String(kind)
  const planned = planLink(word, common, netns)
  const plan = planned instanceof Promise ? await planned : planned
  const found = lowerLink(plan.netns, { link: own.link, linkNetns: own.linkNetns })
  return await makeAndFurnish((...where) => handleFor(where[0], { index: where[1], name: where[2], kind: where[3] }), word, plan, data, found instanceof Promise ? await found : found)
}

async function makeAndFurnish<T extends Link>(handleOf: (...where: ConstructorParameters<typeof Link>) => T, word: string, plan: LinkPlan, data: object | undefined, below: Below): Promise<T> {
  const early = isPlain(plan)
  const made = await makeLink(word, plan, data, { early, below })
  const handle = handleOf(plan.netns, made.index, plan.name, word)
  await orDelete(handle, async () => furnish(handle, plan, { master: true, up: early }))
  return handle
}

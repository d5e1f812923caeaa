// Other links that a link's options speak of: the one it lies on, which may be in another namespace, and those that a
// kind's own attributes hold the index of.

import { innerOf } from './inner.ts'
import { type Below } from './link-create.ts'
import { indexOf, knownIndex } from './link-options.ts'
import { Link } from './link.ts'
import { type Netns } from './netns.ts'
import { knownNsid } from './nsid.ts'

type Own = { readonly [name: string]: unknown }

/** The link below and its namespace, as attributes. A promise only where something has to be asked. */
export function lowerLink(netns: Netns, { link, linkNetns }: Own): Below | Promise<Below> {
  const given = linkNetns === undefined ? undefined : linkNetns as Netns
  if (given !== undefined) innerOf(given, 'options.linkNetns')
  const home = given ?? (link instanceof Link ? link.netns : netns)
  const here = home === netns || home.equals(netns)
  if (link !== undefined && typeof link !== 'string') {
    const index = knownIndex(home, link, 'options.link')
    return here ? { index } : elsewhere(netns, home, index)
  }
  if (link === undefined) return here ? {} : elsewhere(netns, home, undefined)
  return here ? named(netns, link) : elsewhere(netns, home, link)
}

async function named(netns: Netns, link: string): Promise<Below> {
  return { index: await indexOf(netns, link, 'options.link') }
}

async function elsewhere(netns: Netns, home: Netns, link: string | number | undefined): Promise<Below> {
  const index = link === undefined ? undefined : await indexOf(home, link, 'options.link')
  return { index, linkNetnsid: await knownNsid(netns, home) }
}

/** `own` with the links that `names` hold turned into indexes; 0 stays what it is, none. */
export function withIndexes(netns: Netns, own: Own, names: readonly string[] = []): Own | Promise<Own> {
  const given = names.filter((name) => Object.hasOwn(own, name) && own[name] !== undefined)
  if (given.length === 0) return own
  if (given.some((name) => typeof own[name] === 'string')) return askIndexes(netns, own, given)
  return { ...own, ...Object.fromEntries(given.map((name) => [name, own[name] === 0 ? 0 : knownIndex(netns, own[name], `options.${name}`)])) }
}

async function askIndexes(netns: Netns, own: Own, names: readonly string[]): Promise<Own> {
  const known = names.map(async (name) => [name, own[name] === 0 ? 0 : await indexOf(netns, own[name], `options.${name}`)] as const)
  return { ...own, ...Object.fromEntries(await Promise.all(known)) }
}

// `ns.links.ensure`: a link of a kind is there as it is wanted, or is made, or is changed.

import { asTold, cannotChange, ensure, includes } from './ensure.ts'
import { typeError } from './errors.ts'
import { connectionOf } from './inner.ts'
import { checkRequest } from './inspect.ts'
import { changeable, dataOf, takeKindOptions, type KindClass } from './kind.ts'
import { type LinkChanges } from './link-changes.ts'
import { type LinkInfo, linkInfo } from './link-info.ts'
import { lowerLink, withIndexes } from './link-lower.ts'
import { altNamesOf, planLink, type LinkOptions, type LinkPlan } from './link-options.ts'
import { renameOption, type LinkMessage } from './link-settings.ts'
import { kindOf, type Link } from './link.ts'
import { type Netns } from './netns.ts'
import { requests } from './protocol.ts'
import { orNone } from './refusal.ts'
import { Form } from './schema/dsl.ts'
import { formatLladdr, lladdrBytes } from './values.ts'

/** A kind of links: its class, which can make them. */
export interface EnsurableKind<T extends Link, O extends LinkOptions> extends KindClass<T> {
  create(options?: O): Promise<T>
}

export interface EnsuredLink<T extends Link> {
  link: T
  /** Whether it had to be made or changed. */
  changed: boolean
}

type Own = { readonly [name: string]: unknown }

/** Options that the snapshot has under the same name, or nearly. */
const shown = ['mtu', 'group', 'txQueueLength', 'linkmode', 'operstate', 'carrier', 'gsoMaxSize', 'gsoMaxSegs', 'gsoIpv4MaxSize', 'groMaxSize', 'groIpv4MaxSize', 'up'] as const
const flags = { multicast: 'MULTICAST', allmulticast: 'ALLMULTI', promisc: 'PROMISC', dynamic: 'DYNAMIC' } as const
/** What is decided when the link is made. */
const born = ['index', 'numTxQueues', 'numRxQueues'] as const

/** What is, option by option. */
function current(info: LinkInfo): Own {
  const { inet6 } = info
  return {
    ...Object.fromEntries(shown.map((name) => [name, info[name]])),
    ...Object.fromEntries(Object.entries(flags).map(([name, flag]) => [name, info.flags.includes(flag)])),
    arp: !info.flags.includes('NOARP'), alias: info.alias ?? '', protoDown: info.protoDown ?? false, protoDownReason: info.protoDownReason ?? { value: 0 },
    address: info.address, broadcast: info.broadcast, ipv6: inet6?.addrGenMode, ipv6Token: inet6?.token, inet: info.inet,
  }
}

function sameOption(name: string, wanted: unknown, is: unknown): boolean {
  if (name === 'address' || name === 'broadcast') return formatLladdr(lladdrBytes(wanted, `options.${name}`)) === is
  if (name === 'protoDownReason') {
    const { mask = 0xffff_ffff, value = 0 } = wanted as { mask?: number, value?: number }
    return (((is as { value?: number }).value ?? 0) & mask) === (value & mask)
  }
  return includes(is, wanted)
}

/** Checked as far as it can be before the kernel is asked. */
interface Wanted {
  readonly plan: LinkPlan
  readonly common: Own
  /** The kind's own, as the kernel tells them. */
  readonly data: Own
  readonly own: Own
  readonly below: { readonly index?: number | undefined }
}

async function take<T extends Link>(netns: Netns, kind: KindClass<T>, options: object): Promise<Wanted> {
  const word = kindOf(kind)
  // The other end of a pair counts when it is made, by `create`.
  const { peer, ...rest } = options as { peer?: unknown }
  const { common, own, lower } = takeKindOptions(kind.traits, { ...rest, netns })
  if (common['name'] === undefined) throw typeError('options.name', 'the name that it is to have is wanted')
  const plan = await planLink(word, common, netns)
  const attributes = await withIndexes(netns, own, kind.traits.links)
  const below = await lowerLink(netns, lower)
  const { data } = dataOf(kind.traits, attributes, below)
  const message = { ...plan.attributes, linkinfo: { kind: word, ...data === undefined ? {} : { data } } } as LinkMessage
  checkRequest(requests.newLink, message, renameOption)
  const told = data === undefined ? undefined : asTold(requests.newLink, message).linkinfo?.data
  return { plan, common, own, data: { ...told as Own | undefined }, below }
}

interface Difference {
  readonly changes: { readonly [name: string]: unknown }
  readonly stuck: readonly string[]
}

function difference<T extends Link>({ traits }: KindClass<T>, { plan, common, own, data, below }: Wanted, info: LinkInfo): Difference {
  const is = current(info)
  const known = info.data === undefined || info.data instanceof Uint8Array ? {} : info.data as Own
  const names = Object.keys(is).filter((name) => common[name] !== undefined && !sameOption(name, common[name], is[name]))
  // What the kernel never shows is left alone; a flag that is off it does not show.
  const flag = (name: string): boolean => traits.table?.attributes[name]?.form === Form.flag
  const differing = Object.keys(data).filter((name) => name in known || flag(name)).filter((name) => !includes(known[name], data[name]))
  const able = new Set(changeable(traits))
  const { numTxQueues, numRxQueues } = plan.attributes
  const birth: Own = { index: common['index'], numTxQueues, numRxQueues }
  const stuck = [...born.filter((name) => birth[name] !== undefined && birth[name] !== info[name]), ...differing.filter((name) => !able.has(name)),
    ...below.index !== undefined && !('link' in (traits.table?.attributes ?? {})) && below.index !== info.link ? ['link'] : []]
  const master = plan.master === undefined || plan.master === info.master ? {} : { master: plan.master }
  const change = (name: string): [string, unknown] => [name, own[name] ?? common[name]]
  return { changes: { ...Object.fromEntries([...names, ...differing.filter((name) => able.has(name))].map(change)), ...master }, stuck }
}

async function others(link: Link, { common }: Wanted, info: LinkInfo): Promise<boolean> {
  const missing = altNamesOf(common['altNames'], 'options.altNames').filter((name) => !info.altNames?.includes(name))
  if (missing.length > 0) await link.addAltNames(...missing)
  const added = await Promise.all((common['addresses'] as Parameters<Link['addresses']['ensure']>[0][] | undefined ?? []).map(async (address) => link.addresses.ensure(address)))
  return missing.length > 0 || added.includes(true)
}

export async function ensureLink<T extends Link, O extends LinkOptions>(netns: Netns, kind: EnsurableKind<T, O>, options: Omit<O, 'netns'>): Promise<EnsuredLink<T>> {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) throw typeError('options', 'an object is wanted')
  const given = { ...options }   // read once
  const wanted = await take(netns, kind, given)
  const { name } = wanted.plan
  let made: T | undefined
  let last: LinkInfo | undefined
  const handle = (info: LinkInfo): T => new kind(netns, info.index, info.name, kindOf(kind))
  const differs = (info: LinkInfo): Difference => info.kind === kindOf(kind) ? difference(kind, wanted, info) : { changes: {}, stuck: ['kind'] }
  const changed = await ensure<LinkInfo>({
    find: async () => {
      const raw = await orNone('ENODEV', connectionOf(netns).reply(requests.getLinkFully, { ifname: name }, { target: name }))
      return last = raw && linkInfo(raw, { details: true })
    },
    matches: (info) => { const { changes, stuck } = differs(info); return stuck.length === 0 && Object.keys(changes).length === 0 },
    add: async () => { made = await kind.create({ ...given, netns } as unknown as O) },
    change: async (info) => {
      const { changes, stuck } = differs(info)
      if (stuck.length > 0) throw cannotChange(name, stuck)
      await handle(info).set(changes as LinkChanges)
    },
  })
  if (made || !last) return { link: made ?? await netns.links.get(name) as T, changed }
  const link = handle(last)
  return { link, changed: await others(link, wanted, last) || changed }
}

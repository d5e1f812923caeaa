// What IPv4, IPv6 and MPLS are set to on links as far as it decides about forwarding: `ip netconf`. To change it see `ns.sysctl`.

import { libraryError, rangeError } from './errors.ts'
import { connectionOf } from './inner.ts'
import { linkNames } from './link-names.ts'
import { indexOf, type LinkRef } from './link-options.ts'
import { type Netns } from './netns.ts'
import { request } from './protocol.ts'
import { type Infer } from './schema/dsl.ts'
import { messages } from './schema/messages.ts'
import { mapped } from './slices.ts'
import { snapshot } from './values.ts'

type Raw = Infer<typeof messages.netconf>
export type NetconfFamily = 'inet' | 'inet6' | 'mpls'

export interface NetconfInfo {
  family: NetconfFamily
  /** Name of the link; `all`; `default`: links to come. */
  dev: string
  /** Index of the link; absent for `all` and `default`. */
  link?: number
  /** Passes on what is not for it. */
  forwarding?: boolean
  /** IPv4: whether the way back has to be by the link that a packet came in by; `loose`: by any link. */
  rpFilter?: 'off' | 'strict' | 'loose'
  mcForwarding?: boolean
  /** Answers for others: proxy_arp, proxy_ndp. */
  proxyNeigh?: boolean
  ignoreRoutesWithLinkdown?: boolean
  /** MPLS: takes labelled packets. */
  input?: boolean
  bcForwarding?: boolean
  /** IPv6, since 6.17. */
  forceForwarding?: boolean
}

export interface NetconfFilter {
  family?: NetconfFamily | undefined
  /** A link, `all` or `default`. */
  dev?: LinkRef | undefined
}

const requests = { list: request('RTM_GETNETCONF', messages.netconf, ['NLM_F_DUMP']), get: request('RTM_GETNETCONF', messages.netconf) }

const families = ['inet', 'inet6', 'mpls']
const special: { readonly [name: string]: number } = { all: -1, default: -2 }   // NETCONFA_IFINDEX_*
const switches = ['forwarding', 'mcForwarding', 'proxyNeigh', 'ignoreRoutesWithLinkdown', 'input', 'bcForwarding', 'forceForwarding'] as const
const modes = ['off', 'strict', 'loose'] as const

function familyOf(family: unknown, path: string): NetconfFamily {
  if (!families.includes(family as string)) throw rangeError(path, `one of ${families.join(' ')} is wanted`)
  return family as NetconfFamily
}

async function indexOfDev(netns: Netns, dev: unknown, path: string): Promise<number> {
  return typeof dev === 'string' && Object.hasOwn(special, dev) ? special[dev] ?? 0 : indexOf(netns, dev, path)
}

function netconfInfo(raw: Raw, names: ReadonlyMap<number, string>): NetconfInfo {
  const { ifindex = 0, rpFilter } = raw
  const dev = Object.keys(special).find((name) => special[name] === ifindex)
  const info: NetconfInfo = { family: raw.family as NetconfFamily, dev: dev ?? names.get(ifindex) ?? '' }
  if (dev === undefined) info.link = ifindex
  const mode = rpFilter === undefined ? undefined : modes[rpFilter]
  if (mode !== undefined) info.rpFilter = mode
  for (const name of switches) if (raw[name] !== undefined) info[name] = raw[name] !== 0
  return info
}

async function infos(netns: Netns, found: readonly Raw[]): Promise<NetconfInfo[]> {
  const names = await linkNames(netns, found.flatMap(({ ifindex = 0 }) => ifindex > 0 ? [ifindex] : []))
  return mapped(found, (raw) => netconfInfo(raw, names))
}

/** `ns.netconf`. */
export class Netconf {
  readonly #netns: Netns

  constructor(netns: Netns) {
    this.#netns = netns
  }

  /** Of all links, of `all` and of `default`; or what matches. The kernel chooses by family alone. */
  async list(filter: NetconfFilter = {}): Promise<NetconfInfo[]> {
    const { family, dev } = snapshot<NetconfFilter>(filter, new Set(['family', 'dev']), 'filter')
    const wanted = family === undefined ? undefined : familyOf(family, 'filter.family')
    const index = dev === undefined ? undefined : await indexOfDev(this.#netns, dev, 'filter.dev')
    const all = await connectionOf(this.#netns).dump(requests.list, wanted === undefined ? {} : { family: wanted })
    return infos(this.#netns, all.filter((raw) => families.includes(String(raw.family)) && (wanted === undefined || raw.family === wanted) && (index === undefined || raw.ifindex === index)))
  }

  /**
   * Of one family on one link.
   *
   * @throws NetlinkError ENODEV, of older kernels EINVAL: there is no such link, or the family is not on it. EOPNOTSUPP: the kernel lacks the family.
   * @example
   * const { forwarding, rpFilter } = await red.netconf.get('inet', 'eth0')
   */
  async get(family: NetconfFamily, dev: LinkRef): Promise<NetconfInfo> {
    const wanted = familyOf(family, 'family')
    const ifindex = await indexOfDev(this.#netns, dev, 'dev')
    const raw = await connectionOf(this.#netns).reply(requests.get, { family: wanted, ifindex }, { target: typeof dev === 'object' ? dev.name : String(dev) })
    const [info] = raw ? await infos(this.#netns, [raw]) : []
    if (!info) throw libraryError('ERR_OUTCOME_UNKNOWN', 'RTM_GETNETCONF: the kernel answered without settings')
    return info
  }
}

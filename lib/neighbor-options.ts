// A neighbour's options, checked and turned into a message; and a message turned into what `list` shows.

import { type Family } from './address.ts'
import { rangeError, typeError } from './errors.ts'
import { flagsOf } from './neighbor-flags.ts'
import { type Infer, type Input } from './schema/dsl.ts'
import { messages } from './schema/messages.ts'
import { neighborStates } from './schema/neighbor.ts'
import { numberOf } from './schema/record.ts'
import { routeProtocols } from './schema/route.ts'
import { formatIp, ipBytes, lladdrBytes } from './values.ts'

export type RawNeighbor = Infer<typeof messages.neighbor>
export type NeighborMessage = Input<typeof messages.neighbor>
/** NUD_*: `none` is the absence of any. */
export type NeighborState = keyof typeof neighborStates.values | 'none'

export interface NeighborOptions {
  /** Link-layer address, `02:00:00:00:00:01`. */
  address?: string | undefined
  /** Default `permanent`; `none` for one that is `managed`. */
  state?: NeighborState | undefined
  /** Of the proxy table: this host answers for the address, where `proxy_arp` or `proxy_ndp` lets it. Default false. */
  proxy?: boolean | undefined
  /** IPv6: it is a router. */
  router?: boolean | undefined
  /** Who manages it is not the kernel: it is not collected. */
  externLearn?: boolean | undefined
  /** The kernel keeps its address known by itself. Since 5.16. */
  managed?: boolean | undefined
  /** Begin to look for its address now. */
  use?: boolean | undefined
  /** Who made it: a word of rt_protos or a number. */
  protocol?: string | number | undefined
  /** `router`, `proxy`, `use`, `extern_learn`, `managed` ..., as `list` shows them. What only the kernel sets is passed over. */
  flags?: readonly string[] | undefined
}

/** An entry, as `list` shows it; `add` takes it back. */
export interface NeighborInfo {
  /** The neighbour's IP address. */
  dst: string
  /** Name of the link it is reached by. */
  dev: string
  /** Index of that link. */
  link: number
  family: Family
  /** `none` for a proxy. */
  state: NeighborState
  /** Link-layer address; absent while it is not known. */
  address?: string
  flags: readonly string[]
  protocol?: string | number
  /** Questions asked so far without an answer. */
  probes?: number
  /** Hundredths of a second (USER_HZ) since it was used, known to be right, and changed. */
  used?: number
  confirmed?: number
  updated?: number
}

export const neighborOptions: ReadonlySet<string> = new Set(['address', 'state', 'proxy', 'router', 'externLearn', 'managed', 'use', 'protocol', 'flags', 'dst', 'dev', 'link', 'family',
  'probes', 'used', 'confirmed', 'updated'])
const booleans = { proxy: 'proxy', router: 'router', externLearn: 'extern_learn', managed: 'managed', use: 'use' }

export function stateOf(state: unknown, path: string): NeighborState {
  if (typeof state !== 'string') throw typeError(path, 'a string is wanted')
  if (state !== 'none' && !Object.hasOwn(neighborStates.values, state)) throw rangeError(path, `'${state}' is none of none ${Object.keys(neighborStates.values).join(' ')}`)
  return state as NeighborState
}

export function neighborMessage(index: number, dst: unknown, options: { readonly [name: string]: unknown }): NeighborMessage {
  const bytes = ipBytes(dst, 'dst')
  const flags = flagsOf(options, booleans)
  const { address, state = flags.flagsExt?.includes('managed') ? 'none' : 'permanent', protocol } = options
  const name = stateOf(state, 'options.state')
  if (address !== undefined) lladdrBytes(address, 'options.address')
  const made: { [name: string]: unknown } = {
    family: bytes.length === 4 ? 'inet' : 'inet6', ifindex: index, state: name === 'none' ? [] : [name], ...flags, dst: formatIp(bytes), lladdr: address,
    ...protocol === undefined ? {} : { protocol: numberOf(routeProtocols, protocol, 1, 'options.protocol') },
  }
  return made
}

/** What names an entry, to delete it or to ask for it: neigh_delete and neigh_get look at nothing else. */
export function neighborKey(index: number, dst: unknown, { proxy, flags }: { readonly [name: string]: unknown }): NeighborMessage {
  const bytes = ipBytes(dst, 'dst')
  const named = flagsOf({ proxy, flags }, booleans).flags?.includes('proxy') ?? false
  return { family: bytes.length === 4 ? 'inet' : 'inet6', ifindex: index, flags: named ? ['proxy'] : [], dst: formatIp(bytes) }
}

export function neighborInfo(raw: RawNeighbor, dev: string): NeighborInfo {
  const { flagsExt = [], protocol, probes, cacheinfo } = raw
  const info: NeighborInfo = {
    dst: raw.dst ?? '', dev, link: raw.ifindex, family: raw.family as Family, state: (raw.state[0] ?? 'none') as NeighborState, flags: [...raw.flags, ...flagsExt],
  }
  if (raw.lladdr !== undefined) info.address = raw.lladdr
  if (protocol !== undefined) info.protocol = protocol
  if (probes !== undefined) info.probes = probes
  return cacheinfo ? Object.assign(info, { used: cacheinfo.used, confirmed: cacheinfo.confirmed, updated: cacheinfo.updated }) : info
}

// Entries of multicast databases as users write them, checked and turned into messages; and messages turned into what `list` shows.

import { rangeError } from './errors.ts'
import { type Link } from './link.ts'
import { indexOf, type LinkRef } from './link-options.ts'
import { type Infer, type Input } from './schema/dsl.ts'
import { filterModes, mdbStates } from './schema/mdb.ts'
import { messages } from './schema/messages.ts'
import { numberOf } from './schema/record.ts'
import { routeProtocols } from './schema/route.ts'
import { array, boolean, formatIp, formatLladdr, ipBytes, lladdrBytes, optional, present, within } from './values.ts'

type Raw = Infer<typeof messages.mdb>
type RawEntry = NonNullable<NonNullable<NonNullable<Raw['mdb']>['entry']>[number]['info']>[number]
export type MdbMessage = Input<typeof messages.mdbRequest>

/** What tells one entry from others of the same group. */
export interface MdbKey {
  /** The port behind which the listener is. Default: the link itself, so that the host, or the vxlan, is meant. */
  port?: LinkRef | undefined
  /** 1 to 4094. Default: none. */
  vid?: number | undefined
  /** IP address of the one sender that it is about: (S, G). */
  source?: string | undefined
  /** vxlan: IP address of the remote end. */
  dst?: string | undefined
  /** vxlan: identifier of the frames that this is for. */
  srcVni?: number | undefined
}

export interface MdbOptions extends MdbKey {
  /** `temp` goes when nobody reports it any more. Default `temp`; a vxlan takes only `permanent`. */
  state?: 'temp' | 'permanent' | number | undefined
  /** Senders wanted, or not wanted. Since 6.2. */
  sources?: readonly (string | { readonly address: string })[] | undefined
  /** `include`: from `sources` alone; `exclude`: from all others. Default `exclude`. */
  filterMode?: 'include' | 'exclude' | number | undefined
  /** Who made it: a word of rt_protos or a number. Default `static`. */
  protocol?: string | number | undefined
  /** vxlan: UDP port of the remote end. Default: the link's. */
  dstPort?: number | undefined
  /** vxlan: identifier towards the remote end. Default: the link's. */
  vni?: number | undefined
  /** vxlan: the link through which `dst` is reached. */
  via?: LinkRef | undefined
}

/** Which entries to flush; all that is given must hold. Since 6.8. */
export interface MdbFlush {
  port?: LinkRef | undefined
  vid?: number | undefined
  /** `false`: all but those. */
  permanent?: boolean | undefined
  protocol?: string | number | undefined
  dst?: string | undefined
  dstPort?: number | undefined
  vni?: number | undefined
  srcVni?: number | undefined
}

/** An entry, as `list` shows it; `add` takes it back. */
export interface MdbInfo {
  /** IP address of the group, or its MAC. */
  group: string
  /** Name of the port: the bridge itself where its host listens. */
  dev: string
  /** Index of that link. */
  port: number
  state: 'temp' | 'permanent' | number
  /** `offload`, `fast_leave`, `star_excl`, `blocked` ... */
  flags: readonly string[]
  vid?: number
  source?: string
  filterMode?: 'include' | 'exclude' | number
  /** With the hundredths of a second (USER_HZ) that are left of each. */
  sources?: { address: string, timer?: number }[]
  protocol?: string | number
  /** Hundredths of a second left; 0 for a permanent one. */
  timer?: number
  dst?: string
  dstPort?: number
  vni?: number
  srcVni?: number
  /** Index of the link. */
  via?: number
}

export const keyNames: ReadonlySet<string> = new Set(['port', 'vid', 'source', 'dst', 'srcVni'])
export const optionNames: ReadonlySet<string> = new Set([...keyNames, 'state', 'sources', 'filterMode', 'protocol', 'dstPort', 'vni', 'via', 'group', 'dev', 'flags', 'timer'])
export const flushNames: ReadonlySet<string> = new Set(['port', 'vid', 'permanent', 'protocol', 'dst', 'dstPort', 'vni', 'srcVni'])

type Taken = { readonly [name: string]: unknown }

const ethertypes = { 4: [0x08, 0x00], 16: [0x86, 0xdd], 6: [0, 0] } as const   // of addresses of so many bytes

function addressOf(bytes: Uint8Array): Uint8Array {
  const addr = new Uint8Array(20)
  addr.set(bytes)
  addr.set(ethertypes[bytes.length as keyof typeof ethertypes] ?? [0, 0], 16)
  return addr
}

function groupBytes(group: unknown): Uint8Array {
  return typeof group === 'string' && /^[0-9a-f]{1,2}(:[0-9a-f]{1,2}){5}$/i.test(group) ? lladdrBytes(group, 'group', 6) : ipBytes(group, 'group')
}

function groupText(addr: Uint8Array): string {
  const [high = 0, low = 0] = addr.subarray(16)
  const found = Object.entries(ethertypes).find(([, [a, b]]) => a === high && b === low)
  const bytes = addr.subarray(0, Number(found?.[0] ?? 6))
  return bytes.length === 6 ? formatLladdr(bytes) : formatIp(bytes)
}

const text = (path: string) => (value: unknown): string => formatIp(ipBytes(value, path))

function sourceList(sources: unknown): { entry: { address: string }[] } {
  return { entry: array(sources, 'options.sources').map((one, at) => {
    const path = `options.sources[${at}]`
    return { address: text(path)(typeof one === 'object' && one !== null && 'address' in one ? one.address : one) }
  }) }
}

function vxlanAttributes({ dst, dstPort, vni, srcVni }: Taken, path: string): object {
  const most = 2 ** 24 - 1
  return { dst: optional(dst, text(`${path}.dst`)), dstPort: optional(dstPort, within(1, 65_535, `${path}.dstPort`)), vni: optional(vni, within(0, most, `${path}.vni`)),
    srcVni: optional(srcVni, within(0, most, `${path}.srcVni`)) }
}

/** Static is what the kernel takes for granted, and what is left out: before 6.2 it takes no protocol. */
function protocolOf(protocol: unknown, path: string): number | undefined {
  const number = optional(protocol, (one) => numberOf(routeProtocols, one, 1, path))
  return number === routeProtocols.values.static ? undefined : number
}

async function linkOf(link: Link, ref: unknown, path: string): Promise<number | undefined> {
  return ref === undefined ? undefined : indexOf(link.netns, ref, path)
}

function message(link: Link, entry: object, attributes: object): MdbMessage {
  const entryAttrs = present(attributes)
  return { family: 'bridge', ifindex: link.index, entry: present(entry), ...Object.keys(entryAttrs).length > 0 ? { entryAttrs } : {} }
}

/** What is said without saying it is left out: Linux before 6.2 shows it, and takes no such attribute. */
function senders(sources: unknown, filterMode: unknown): { srcList?: { entry: { address: string }[] }, groupMode?: number } {
  const srcList = optional(sources, sourceList)
  const groupMode = optional(filterMode, (one) => numberOf(filterModes, one, 1, 'options.filterMode'))
  const any = srcList !== undefined && srcList.entry.length > 0
  return { ...any ? { srcList } : {}, ...groupMode === undefined || (!any && groupMode === filterModes.values.exclude) ? {} : { groupMode } }
}

/** The message of an entry of `link`; all but the names of links is checked in the caller's turn. */
export async function mdbMessage(link: Link, group: unknown, options: Taken): Promise<MdbMessage> {
  const { port, vid, source, state, sources, filterMode, protocol, via } = options
  const entry = { state: optional(state, (one) => numberOf(mdbStates, one, 1, 'options.state')), vid: optional(vid, within(1, 4094, 'options.vid')), addr: addressOf(groupBytes(group)) }
  const attributes = {
    source: optional(source, text('options.source')), ...senders(sources, filterMode), rtprot: protocolOf(protocol, 'options.protocol'), ...vxlanAttributes(options, 'options'),
  }
  const [index = link.index, way] = await Promise.all([linkOf(link, port, 'options.port'), linkOf(link, via, 'options.via')])
  return message(link, { ifindex: index, ...entry }, { ...attributes, ifindex: way })
}

/** The kernel tells all ports of a group at once. */
export function mdbQuery(link: Link, group: unknown, options: Taken): MdbMessage {
  const { vid, source } = options
  const entry = { vid: optional(vid, within(1, 4094, 'options.vid')), addr: addressOf(groupBytes(group)) }
  return message(link, entry, { source: optional(source, text('options.source')), ...vxlanAttributes(options, 'options') })
}

export async function mdbFlushMessage(link: Link, filter: Taken): Promise<MdbMessage> {
  const { port, vid, permanent, protocol } = filter
  const lasting = optional(permanent, (one) => boolean(one, 'filter.permanent'))
  const entry = { state: lasting ? mdbStates.values.permanent : undefined, vid: optional(vid, within(1, 4094, 'filter.vid')), addr: new Uint8Array(20) }
  const attributes = { rtprot: optional(protocol, (one) => numberOf(routeProtocols, one, 1, 'filter.protocol')), ...vxlanAttributes(filter, 'filter'), stateMask: lasting === undefined ? undefined : mdbStates.values.permanent }
  return message(link, { ifindex: await linkOf(link, port, 'filter.port'), ...entry }, attributes)
}

export function entriesOf(raw: Raw): RawEntry[] {
  return (raw.mdb?.entry ?? []).flatMap(({ info = [] }) => info)
}

export function mdbInfo(raw: RawEntry, dev: string): MdbInfo {
  const { srcList, vid, source, groupMode, rtprot, timer, dst, dstPort, vni, srcVni, ifindex2 } = raw
  if (raw.addr.length < 18) throw rangeError('addr', 'the kernel answered with a group of no length')
  const sources = srcList?.entry?.map(({ address = '', timer: left }) => left === undefined ? { address } : { address, timer: left })
  const more = present({ vid: vid === 0 ? undefined : vid, source, filterMode: groupMode, sources, protocol: rtprot, timer, dst, dstPort, vni, srcVni, via: ifindex2 })
  return { group: groupText(raw.addr), dev, port: raw.ifindex, state: raw.state, flags: raw.flags, ...more }
}

// What is known of a link at one moment: the kernel's link message, in the words of the public API.

import type { kinds as Kinds, portKinds as PortKinds } from './kinds/index.ts'
import { messages } from './schema/messages.ts'
import { type Infer } from './schema/dsl.ts'
import { copier } from './values/copy.ts'

export type RawLink = Infer<typeof messages.link>
type Stats = NonNullable<RawLink['stats64']>

/** Counters since the link was made; numbers, exact up to 2^53. */
export interface LinkStats extends Stats {}

type DataOf<K> = K extends { table: infer S } ? Infer<S> : never
/** What a kind's own attributes look like: typed for the kinds in `kinds`, bytes for others. */
export type KindData<K extends string> = K extends keyof typeof Kinds ? DataOf<(typeof Kinds)[K]> : DataOf<(typeof Kinds)[keyof typeof Kinds]> | Uint8Array
/** What a master of that kind knows of a port. */
export type PortData<P extends string> = P extends keyof typeof PortKinds ? DataOf<(typeof PortKinds)[P]> : DataOf<(typeof PortKinds)[keyof typeof PortKinds]>
type AfSpec = NonNullable<RawLink['afSpec']>

/** A snapshot of a link. What the kernel did not say is not there. */
export interface LinkInfo<K extends string = string, P extends string = string> {
  /** ifindex, unique within its namespace. */
  index: number
  name: string
  /** The kernel's word for what made it, such as `veth`; loopback and hardware have none. */
  kind?: K
  up: boolean
  /** As ip(8) shows them: `UP`, `BROADCAST`, `LOWER_UP` ... */
  flags: readonly string[]
  mtu: number
  /** Link-layer address. */
  address?: string
  broadcast?: string
  /** RFC 2863: `up`, `down`, `lowerlayerdown`, `dormant`, `unknown` ... */
  operstate: string | number
  /** Hardware type, `ether` or `loopback` for most. */
  type: string | number
  /** Index of the master, where it has one. */
  master?: number
  /** Index of the link it lies on; of a veth: its peer's (what `ethtool -S` calls peer_ifindex). */
  link?: number
  /** The id by which this namespace knows the one that `link` is in; absent when that is the same. */
  linkNetnsId?: number
  group: number
  /** Packets. */
  txQueueLength: number
  qdisc?: string
  alias?: string
  altNames?: string[]
  numTxQueues?: number
  numRxQueues?: number
  /** How many want all packets: a bridge of its port, a capture. */
  promiscuity?: number
  /** How many want all multicast. Since 6.0. */
  allmulti?: number
  carrier?: boolean
  carrierChanges?: number
  carrierUpCount?: number
  carrierDownCount?: number
  minMtu?: number
  maxMtu?: number
  permAddress?: string
  linkmode?: string | number
  /** Kept down by somebody, whatever `up` says. */
  protoDown?: boolean
  protoDownReason?: { value?: number }
  gsoMaxSize?: number
  gsoMaxSegs?: number
  gsoIpv4MaxSize?: number
  groMaxSize?: number
  groIpv4MaxSize?: number
  tsoMaxSize?: number
  tsoMaxSegs?: number
  /** Where a program of XDP is attached, and the programs' ids. */
  xdp?: NonNullable<RawLink['xdp']>
  /** Device and bus under it, of hardware. */
  parentDevName?: string
  parentDevBusName?: string
  physPortName?: string
  physSwitchId?: Uint8Array
  physPortId?: Uint8Array
  /** It may not leave its namespace. Since 6.15. */
  netnsImmutable?: boolean
  /** With `stats: true` only. */
  stats?: LinkStats
  /** With `details: true` only: IPv4's settings on it. */
  inet?: NonNullable<AfSpec['inet']>['conf']
  /** With `details: true` only: IPv6 on it, its settings in `conf`. */
  inet6?: NonNullable<AfSpec['inet6']>
  /** Statistics in the kind's own form, of kinds that have them. */
  xstats?: Uint8Array
  /** What the kind has to say of itself. */
  data?: KindData<K>
  /** The kind of its master, where that keeps something of its own about its ports. */
  portKind?: P
  /** What its master knows of it as a port. */
  port?: PortData<P>
}

/** What is shown as it comes, by what the kernel's message calls it. */
const verbatim = {
  index: 'index', name: 'ifname', flags: 'flags', mtu: 'mtu', operstate: 'operstate', type: 'type', group: 'group', txQueueLength: 'txqlen',
  address: 'address', broadcast: 'broadcast', master: 'master', linkNetnsId: 'linkNetnsid', qdisc: 'qdisc', alias: 'ifalias',
  numTxQueues: 'numTxQueues', numRxQueues: 'numRxQueues', promiscuity: 'promiscuity', allmulti: 'allmulti', carrier: 'carrier',
  carrierChanges: 'carrierChanges', carrierUpCount: 'carrierUpCount', carrierDownCount: 'carrierDownCount', minMtu: 'minMtu', maxMtu: 'maxMtu',
  permAddress: 'permAddress', linkmode: 'linkmode', protoDown: 'protoDown', protoDownReason: 'protoDownReason', gsoMaxSize: 'gsoMaxSize',
  gsoMaxSegs: 'gsoMaxSegs', gsoIpv4MaxSize: 'gsoIpv4MaxSize', groMaxSize: 'groMaxSize', groIpv4MaxSize: 'groIpv4MaxSize', tsoMaxSize: 'tsoMaxSize',
  tsoMaxSegs: 'tsoMaxSegs', xdp: 'xdp', parentDevName: 'parentDevName', parentDevBusName: 'parentDevBusName', physPortName: 'physPortName',
  physSwitchId: 'physSwitchId', physPortId: 'physPortId', netnsImmutable: 'netnsImmutable',
} as const satisfies Partial<Record<keyof LinkInfo, keyof RawLink>>
const copyOf = copier(verbatim)

/** `wanted`: what is shown only when it is asked for. */
export function linkInfo(raw: RawLink, wanted: { stats?: boolean, details?: boolean } = { stats: true }): LinkInfo {
  const { linkinfo } = raw
  const info = copyOf(raw) as unknown as LinkInfo
  info.up = raw.flags.includes('UP')
  if (linkinfo?.kind !== undefined) info.kind = linkinfo.kind
  if (raw.link) info.link = raw.link   // 0: none
  if (raw.propList?.altIfname) info.altNames = raw.propList.altIfname
  if (raw.stats64 && wanted.stats) info.stats = raw.stats64
  if (raw.afSpec && wanted.details) {
    if (raw.afSpec.inet) info.inet = raw.afSpec.inet.conf
    if (raw.afSpec.inet6) info.inet6 = raw.afSpec.inet6
  }
  if (linkinfo?.xstats !== undefined) info.xstats = linkinfo.xstats
  if (linkinfo?.data !== undefined) info.data = linkinfo.data as KindData<string>
  if (linkinfo?.slaveKind !== undefined) info.portKind = linkinfo.slaveKind
  if (linkinfo?.slaveData !== undefined && !(linkinfo.slaveData instanceof Uint8Array)) info.port = linkinfo.slaveData
  return info
}

// What ethtool can read and change of a link, a line each: the message, which of its attributes are sets of bits, and which can
// be changed. The names are those of the kernel's messages: `rings` is ETHTOOL_MSG_RINGS_GET.

import { generic, type GenericQuestion } from '../genl/request.ts'
import { type AnySet, type Infer, type Input } from '../schema/dsl.ts'
import { genericMessages, type GenericCommand } from '../schema/generic.ts'
import { type Bits } from './bits.ts'

const envelope = ['cmd', 'version', 'header'] as const
type Envelope = typeof envelope[number]
type Flat<T> = { [K in keyof T]: T[K] } & {}

interface Readable<S extends AnySet, B extends string = never> {
  readonly get: GenericQuestion<S, S>
  readonly bitsets: readonly B[]
}
interface Changeable<S extends AnySet, B extends string, C extends string> extends Readable<S, B> {
  readonly set: GenericQuestion<S, S>
  readonly changeable: readonly C[]
}

type Word<C> = C extends `ETHTOOL_MSG_${infer W}_GET` ? W : never
type SetWord<C> = C extends `ETHTOOL_MSG_${infer W}_SET` ? W : never
type Command = GenericCommand<'ethtool'>
type Attribute<S> = Exclude<keyof Infer<S>, Envelope> & string

function readable<S extends AnySet, const B extends Attribute<S> = never>(word: Word<Command>, message: S, bitsets: readonly B[] = []): Readable<S, B> {
  return { get: generic('ethtool', `ETHTOOL_MSG_${word}_GET`, message), bitsets }
}

function changeable<S extends AnySet, const B extends Attribute<S>, const C extends Attribute<S>>(
  word: SetWord<Command> & Word<Command>, message: S, bitsets: readonly B[], names: readonly C[]): Changeable<S, B, C> {
  return { ...readable(word, message, bitsets), set: generic('ethtool', `ETHTOOL_MSG_${word}_SET`, message), changeable: names }
}

const m = genericMessages

export const settings = {
  linkinfo:  changeable('LINKINFO', m.ethtoolLinkinfo, [], ['port', 'phyaddr', 'tpMdixCtrl']),
  linkmodes: changeable('LINKMODES', m.ethtoolLinkmodes, ['ours', 'peer'], ['autoneg', 'ours', 'speed', 'duplex', 'masterSlaveCfg', 'lanes']),
  linkstate: readable('LINKSTATE', m.ethtoolLinkstate),
  debug:     changeable('DEBUG', m.ethtoolDebug, ['msgmask'], ['msgmask']),
  wol:       changeable('WOL', m.ethtoolWol, ['modes'], ['modes', 'sopass']),
  privflags: changeable('PRIVFLAGS', m.ethtoolPrivflags, ['flags'], ['flags']),
  rings:     changeable('RINGS', m.ethtoolRings, [],
    ['rx', 'rxMini', 'rxJumbo', 'tx', 'rxBufLen', 'tcpDataSplit', 'cqeSize', 'txPush', 'rxPush', 'txPushBufLen', 'hdsThresh']),
  channels:  changeable('CHANNELS', m.ethtoolChannels, [], ['rxCount', 'txCount', 'otherCount', 'combinedCount']),
  coalesce:  changeable('COALESCE', m.ethtoolCoalesce, [], [
    'rxUsecs', 'rxMaxFrames', 'rxUsecsIrq', 'rxMaxFramesIrq', 'txUsecs', 'txMaxFrames', 'txUsecsIrq', 'txMaxFramesIrq', 'statsBlockUsecs',
    'useAdaptiveRx', 'useAdaptiveTx', 'pktRateLow', 'rxUsecsLow', 'rxMaxFramesLow', 'txUsecsLow', 'txMaxFramesLow', 'pktRateHigh', 'rxUsecsHigh',
    'rxMaxFramesHigh', 'txUsecsHigh', 'txMaxFramesHigh', 'rateSampleInterval', 'useCqeModeTx', 'useCqeModeRx', 'txAggrMaxBytes', 'txAggrMaxFrames',
    'txAggrTimeUsecs', 'rxProfile', 'txProfile', 'rxCqeFrames', 'rxCqeNsecs']),
  pause:     changeable('PAUSE', m.ethtoolPause, [], ['autoneg', 'rx', 'tx']),
  eee:       changeable('EEE', m.ethtoolEee, ['modesOurs', 'modesPeer'], ['modesOurs', 'enabled', 'txLpiEnabled', 'txLpiTimer']),
  tsinfo:    readable('TSINFO', m.ethtoolTsinfo, ['timestamping', 'txTypes', 'rxFilters']),
  fec:       changeable('FEC', m.ethtoolFec, ['modes'], ['modes', 'auto']),
  module:    changeable('MODULE', m.ethtoolModule, [], ['powerModePolicy']),
}

type Settings = typeof settings
/** What `get` takes. */
export type EthtoolSetting = keyof Settings
/** What `set` takes: those that somebody can change. */
export type EthtoolChangeable = { [N in EthtoolSetting]: Settings[N] extends Changeable<AnySet, string, string> ? N : never }[EthtoolSetting]

type Shown<S, B> = { [K in keyof Infer<S> as Exclude<K, Envelope>]: K extends B ? Bits : Infer<S>[K] }
type Wanted<S, B, C> = { [K in keyof Input<S> as K & C]?: (K extends B ? Bits : Input<S>[K]) | undefined }

/** What the driver says of it; what it does not say is absent. */
export type EthtoolInfo<N extends EthtoolSetting> = Settings[N] extends Readable<infer S, infer B> ? Flat<Shown<S, B>> : never
/** What is named changes, the rest stays. */
export type EthtoolChanges<N extends EthtoolChangeable> = Settings[N] extends Changeable<infer S, infer B, infer C> ? Flat<Wanted<S, B, C>> : never

export interface AnySetting {
  readonly get: GenericQuestion
  readonly set?: GenericQuestion
  readonly bitsets: readonly string[]
  readonly changeable?: readonly string[]
}

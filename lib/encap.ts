// Encapsulations of routes and nexthop objects: what users write becomes attributes, and what the kernel says becomes the same
// again. An option is an attribute of the type's table (lib/schema/encap.ts) unless its form says otherwise.

import { rangeError, typeError } from './errors.ts'
import { type Encap } from './encap-types.ts'
import { indexOf, knownIndex, nameToFind } from './link-options.ts'
import { type Netns } from './netns.ts'
import { type Infer } from './schema/dsl.ts'
import { encaps, encapTypes, seg6Actions, seg6Modes } from './schema/encap.ts'
import { numberOf } from './schema/record.ts'
import { integer, labelsOf, labelWords, merged, present, rplBytes, rplSegments, segmentsOf, snapshot, srhBytes, traceBytes, traceOf } from './values.ts'

type Own = { [name: string]: unknown }
type Type = keyof typeof encaps
type Wire = { [T in Type]: Infer<typeof encaps[T]> }

interface Form<T extends Type> {
  readonly names: readonly string[]
  /** Options that are links; their attributes hold indexes. */
  readonly links?: readonly string[]
  readonly wanted?: readonly string[]
  take?(own: Own, path: string): Own
  show?(wire: Wire[T]): Own
}

function withoutSegs({ segs, hmac, ...rest }: Own): Own {
  return rest
}

function takeSeg6(own: Own, path: string): Own {
  const { mode, ...rest } = own
  const number = numberOf(seg6Modes, mode, 4, `${path}.mode`)
  return { ...withoutSegs(rest), srh: { mode: number, srh: srhBytes(own['segs'], own['hmac'], number === seg6Modes.values.inline, path) } }
}

function showSeg6({ srh, ...rest }: Wire['seg6']): Own {
  return { ...srh && { mode: srh.mode, ...segmentsOf(srh.srh, srh.mode === 'inline') }, ...rest }
}

/** End.B6 puts its header into the packet, whose destination comes last. */
function takeSeg6local(own: Own, path: string): Own {
  const action = numberOf(seg6Actions, own['action'], 4, `${path}.action`)
  if (own['segs'] === undefined && own['hmac'] !== undefined) throw typeError(`${path}.hmac`, 'segs are wanted beside it')
  const srh = own['segs'] === undefined ? {} : { srh: srhBytes(own['segs'], own['hmac'], action === seg6Actions.values['End.B6'], path) }
  const counters = own['counters'] === undefined || own['counters'] === false ? {} : { counters: own['counters'] === true ? { packets: 0, bytes: 0, errors: 0 } : own['counters'] }
  return { ...withoutSegs(own), counters: undefined, action, ...srh, ...counters }
}

function showSeg6local({ srh, ...rest }: Wire['seg6local']): Own {
  return { ...rest, ...srh && segmentsOf(srh, rest.action === 'End.B6') }
}

const tunnel = ['id', 'dst', 'src', 'flags', 'opts'] as const

const forms: { readonly [T in Type]: Form<T> } = {
  mpls: {
    names: ['labels', 'ttl'], wanted: ['labels'],
    take: ({ labels, ttl }, path) => ({ dst: labelWords(labels, `${path}.labels`), ttl: ttl === undefined ? undefined : integer(ttl, 1, 255, `${path}.ttl`) }),
    show: ({ dst, ttl }) => ({ labels: labelsOf(dst ?? []), ttl }),
  },
  ip: { names: [...tunnel, 'ttl', 'tos'] },
  ip6: { names: [...tunnel, 'hoplimit', 'tc'] },
  seg6: { names: ['mode', 'segs', 'hmac', 'src', 'table'], wanted: ['mode', 'segs'], take: takeSeg6, show: showSeg6 },
  seg6local: {
    names: ['action', 'table', 'vrftable', 'nh4', 'nh6', 'iif', 'oif', 'segs', 'hmac', 'bpf', 'counters', 'flavors'], links: ['iif', 'oif'],
    wanted: ['action'], take: takeSeg6local, show: showSeg6local,
  },
  bpf: { names: ['in', 'out', 'xmit', 'xmitHeadroom'] },
  rpl: { names: ['segs'], wanted: ['segs'], take: ({ segs }, path) => ({ srh: rplBytes(segs, path) }), show: ({ srh }) => ({ segs: rplSegments(srh ?? new Uint8Array()) }) },
  ioam6: {
    names: ['mode', 'trace', 'dst', 'src', 'freqK', 'freqN'], wanted: ['trace'],
    take: ({ trace, mode = 'inline', ...rest }, path) => ({ ...rest, mode, trace: traceBytes(trace, `${path}.trace`) }),
    show: ({ trace, ...rest }) => ({ ...rest, trace: traceOf(trace ?? new Uint8Array(8)) }),
  },
  xfrm: { names: ['ifId', 'link'], links: ['link'], wanted: ['ifId'] },
}
const allNames = new Set(['type', 'data', ...Object.values(forms).flatMap(({ names }) => names)])
const isKnown = (type: unknown): type is Type => typeof type === 'string' && Object.hasOwn(forms, type)

/** An encapsulation's options, read once. */
export function takeEncap(encap: unknown, path: string): Own {
  const taken = snapshot(encap, allNames, path)
  const { type } = taken
  if (type === undefined) throw typeError(`${path}.type`, `one of ${Object.keys(forms).join(' ')} is wanted`)
  if (numberOf(encapTypes, type, 2, `${path}.type`) === 0) throw rangeError(`${path}.type`, 'none is what a route without encap has')
  const names = isKnown(type) ? forms[type].names : ['data']
  for (const name of Object.keys(taken)) {
    if (name !== 'type' && !names.includes(name)) throw typeError(path, `encap ${String(type)} has no option '${name}', but ${names.join(' ')}`)
  }
  for (const name of isKnown(type) ? forms[type].wanted ?? [] : ['data']) if (taken[name] === undefined) throw typeError(`${path}.${name}`, 'is wanted')
  return taken
}

const linksOf = (type: unknown): readonly string[] => isKnown(type) ? forms[type].links ?? [] : []

/** Whether a link is given by a name, which costs a question. */
export function namesLinks(taken: Own): boolean {
  return linksOf(taken['type']).some((name) => typeof taken[name] === 'string')
}

export async function resolveLinks(netns: Netns, taken: Own, path: string): Promise<void> {
  for (const name of linksOf(taken['type'])) if (typeof taken[name] === 'string') taken[name] = await indexOf(netns, taken[name], `${path}.${name}`)
}

/** The same with any link for those that are named: enough to check all else. */
export function withoutNames(taken: Own, path: string): Own {
  const stand = merged(taken)
  for (const name of linksOf(taken['type'])) {
    if (typeof taken[name] !== 'string') continue
    nameToFind(taken[name], `${path}.${name}`)
    stand[name] = 1
  }
  return stand
}

type EncapAttributes = { encapType: Type, encap: object } | { encapType: number, encap: Uint8Array }

export function encapAttributes(netns: Netns, taken: Own, path: string): EncapAttributes {
  const { type } = taken
  const own = merged(taken)   // without a prototype: what is not given is not there
  delete own['type']
  if (!isKnown(type)) {
    if (!(own['data'] instanceof Uint8Array)) throw typeError(`${path}.data`, 'a Uint8Array is wanted')
    return { encapType: numberOf(encapTypes, type, 2, `${path}.type`), encap: own['data'] }
  }
  for (const name of linksOf(type)) if (own[name] !== undefined) own[name] = knownIndex(netns, own[name], `${path}.${name}`)
  return { encapType: type, encap: forms[type].take?.(own, path) ?? own }
}

/** What a route or a nexthop object says of its encapsulation, as it was decoded. */
export interface RawEncap {
  readonly encapType?: string | number | undefined
  readonly encap?: object | undefined
}

/** Indexes of links that it names. */
export function encapLinks({ encapType, encap }: RawEncap): number[] {
  return linksOf(encapType).flatMap((name) => { const index = (encap as Own | undefined)?.[name]
    return typeof index === 'number' ? [index] : [] })
}

export function encapInfo({ encapType, encap }: RawEncap, links: ReadonlyMap<number, string>): Encap | undefined {
  if (encapType === undefined || encapType === 'none' || !encap) return undefined
  if (!isKnown(encapType) || encap instanceof Uint8Array) return { type: encapType, data: encap } as Encap
  const show = forms[encapType].show as ((wire: object) => Own) | undefined
  const own: Own = { type: encapType, ...(show?.(encap) ?? encap) }
  for (const name of linksOf(encapType)) { const index = own[name]
    if (typeof index === 'number') own[name] = links.get(index) ?? index }
  return present(own) as unknown as Encap
}

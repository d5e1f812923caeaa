// A netlink message as it stands in a fixture: its header's flags by name, and its bytes one attribute a line, each with the
// kernel's name where the library declares it. An undeclared attribute shows its number, and a message of which nothing
// is declared is still taken apart by its flags of nesting.
import { isDeepStrictEqual } from 'node:util'
import { type AnySet, type Field, Form } from '../../lib/schema/dsl.ts'
import { genericFamilies, genericMessages } from '../../lib/schema/generic.ts'
import { flags, messages } from '../../lib/schema/messages.ts'
import { attributeConstant } from '../schema/c-names.ts'
import { complete } from './golden.ts'
import { parse, type Content, type Tlv } from './tlv.ts'

const verbs = ['NEW', 'DEL', 'GET', 'SET']
const nouns: { readonly [base: number]: string } = {
  16: 'LINK', 20: 'ADDR', 24: 'ROUTE', 28: 'NEIGH', 32: 'RULE', 36: 'QDISC', 40: 'TCLASS', 44: 'TFILTER', 48: 'ACTION', 52: 'PREFIX',
  56: 'MULTICAST', 60: 'ANYCAST', 64: 'NEIGHTBL', 68: 'NDUSEROPT', 72: 'ADDRLABEL', 76: 'DCB', 80: 'NETCONF', 84: 'MDB', 88: 'NSID',
  92: 'STATS', 96: 'CACHEREPORT', 100: 'CHAIN', 104: 'NEXTHOP', 108: 'LINKPROP', 112: 'VLAN', 116: 'NEXTHOPBUCKET', 120: 'TUNNEL',
}
/** Bytes of the struct that follows the netlink header, where that is not known from a declaration. */
const headers: { readonly [noun: string]: number } = {
  LINK: 16, ADDR: 8, ROUTE: 12, NEIGH: 12, RULE: 12, QDISC: 20, TCLASS: 20, TFILTER: 20, CHAIN: 20, NEIGHTBL: 4, ADDRLABEL: 12,
  NETCONF: 4, MDB: 8, NSID: 4, STATS: 12, NEXTHOP: 8, LINKPROP: 16, VLAN: 8, NEXTHOPBUCKET: 8, TUNNEL: 8, ACTION: 4,
}
const sets: { readonly [noun: string]: keyof typeof messages } = {
  LINK: 'link', LINKPROP: 'link', ADDR: 'address', ROUTE: 'route', NEIGH: 'neighbor', NSID: 'nsid', ADDRLABEL: 'addressLabel', NEXTHOPBUCKET: 'nexthop', NEIGHTBL: 'neighborTable',
}

const nounOf = (type: number): string => nouns[type & ~3] ?? ''

/** RTM_NEWLINK for 16, or the number. */
export const typeName = (type: number): string => nounOf(type) === '' ? String(type) : `RTM_${verbs[type & 3]}${nounOf(type)}`

/** What requests are written by where the kernel's own messages of that type are another set. */
function requestSet(type: number): AnySet | undefined {
  return typeName(type) === 'RTM_GETVLAN' ? messages.vlanDump : nounOf(type) === 'MDB' ? messages.mdbRequest : undefined
}

/** The library's declaration of a message, if there is one: by the type, and for links by the family too. */
export function setOf(bytes: Buffer): AnySet | undefined {
  const type = bytes.readUInt16LE(4)
  const noun = nounOf(type)
  const asked = (bytes.readUInt16LE(6) & flags.NLM_F_REQUEST) !== 0 ? requestSet(type) : undefined
  if (asked) return asked
  const all: { readonly [name: string]: AnySet } = messages
  if (noun === 'LINK' && bytes[16] === 7) return messages.bridgeLink
  return all[sets[noun] ?? noun.toLowerCase()]
}

/** Of the family ethtool: its commands have other numbers in the kernel's answers, whose order is this (without the first). */
const ethtoolAnswers = ['STRSET', 'LINKINFO', '', 'LINKMODES', '', 'LINKSTATE', 'DEBUG', '', 'WOL', '', 'FEATURES', 'FEATURES', '', 'PRIVFLAGS', '', 'RINGS', '', 'CHANNELS', '',
  'COALESCE', '', 'PAUSE', '', 'EEE', '', 'TSINFO', '', '', 'TUNNEL_INFO', 'FEC', '', 'MODULE_EEPROM', 'STATS', 'PHC_VCLOCKS', 'MODULE']

/** The declaration of a generic netlink family's message. */
export function genericSetOf(family: string, bytes: Buffer): AnySet | undefined {
  const all: { readonly [name: string]: AnySet } = genericMessages
  if (family !== 'ethtool') return all[family === 'nlctrl' ? 'ctrl' : family]
  const cmd = bytes[16] ?? 0
  const [request = ''] = Object.entries(genericFamilies.ethtool.commands).find(([, number]) => number === cmd) ?? []
  const asked = (bytes.readUInt16LE(6) & flags.NLM_F_REQUEST) !== 0
  const noun = (asked ? request.replace(/^ETHTOOL_MSG_|_(GET|SET)$/g, '') : ethtoolAnswers[cmd - 1] ?? '').toLowerCase()
  return all[`ethtool${noun.charAt(0).toUpperCase()}${noun.slice(1)}`]
}

const common = ['NLM_F_REQUEST', 'NLM_F_MULTI', 'NLM_F_ACK', 'NLM_F_ECHO', 'NLM_F_DUMP_INTR', 'NLM_F_DUMP_FILTERED'] as const
const byVerb: readonly (readonly (keyof typeof flags)[])[] = [
  ['NLM_F_REPLACE', 'NLM_F_EXCL', 'NLM_F_CREATE', 'NLM_F_APPEND'], ['NLM_F_NONREC', 'NLM_F_BULK'],
  ['NLM_F_DUMP', 'NLM_F_ROOT', 'NLM_F_MATCH', 'NLM_F_ATOMIC'], ['NLM_F_REPLACE', 'NLM_F_CREATE'],
]

/** The flags of a message's header; those that mean something else with another verb by the name for this one. */
export function flagNames(bytes: Buffer, generic = false): (keyof typeof flags)[] {
  let left = bytes.readUInt16LE(6)
  const found: (keyof typeof flags)[] = []
  for (const name of [...common, ...(generic ? ['NLM_F_DUMP'] as const : byVerb[bytes.readUInt16LE(4) & 3] ?? [])]) {
    if ((left & flags[name]) !== flags[name]) continue
    found.push(name)
    left &= ~flags[name]
  }
  if (left !== 0) throw new Error(`flags without a name: ${left.toString(16)}`)
  return found
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const split = (bytes: Uint8Array, width: number): string => hex(bytes).match(new RegExp(`.{1,${width * 2}}`, 'g'))?.join(' ') ?? ''
const commented = (indent: number, text: string, comment: string): string =>
  `${`${' '.repeat(indent)}${text}`.padEnd(62)} # ${' '.repeat(Math.max(0, indent - 6))}${comment}`

/** A payload, its padding apart: long ones in lines of 48 bytes. */
function payloadLines(indent: number, head: string, payload: Uint8Array, comment: string): string[] {
  const padding = '00'.repeat(-payload.length & 3)
  if (payload.length <= 20) return [commented(indent, [head, hex(payload), padding].filter(Boolean).join(' '), comment)]
  const lines = split(payload, 48).split(' ').map((line) => ' '.repeat(indent + 2) + split(Buffer.from(line, 'hex'), 4))
  return [commented(indent, head, comment), ...lines, ...(padding ? [' '.repeat(indent + 2) + padding] : [])]
}

/** The attributes of an undeclared nest. */
function plain(bytes: Uint8Array): Tlv[] {
  const found: Tlv[] = []
  const view = Buffer.from(bytes)
  for (let at = 0; at + 4 <= view.length;) {
    const length = view.readUInt16LE(at)
    if (length < 4 || at + length > view.length) break
    found.push({ type: view.readUInt16LE(at + 2), name: undefined, field: undefined, payload: view.subarray(at + 4, at + length) })
    at += (length + 3) & ~3
  }
  return found
}

function u16(value: number): string {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return hex(bytes)
}

const NLA_F_NESTED = 0x8000
const printable = (payload: Uint8Array): string =>
  /^[\x21-\x7e]{2,}\0?$/.test(Buffer.from(payload).toString('latin1')) ? ` ${Buffer.from(payload).toString('latin1').replace('\0', '')}` : ''

/** Whether an attribute holds others though nothing says which: a kind of link that is not declared, or what is flagged so. */
function isNest({ type, field, payload }: Tlv): boolean {
  if (!field?.selector && (field !== undefined || (type & NLA_F_NESTED) === 0)) return false
  return plain(payload).reduce((sum, one) => sum + 4 + one.payload.length + (-one.payload.length & 3), 0) === payload.length
}

function attributeLines(set: AnySet | undefined, tlv: Tlv, indent: number): string[] {
  const { type, name, field, payload, contents } = tlv
  const head = `${u16(payload.length + 4)} ${u16(type)}`
  const known = set && name !== undefined ? attributeConstant(set, name) : `?${type & 0x3fff}`
  const padding = '00'.repeat(-payload.length & 3)
  if (contents) {
    return [commented(indent, head, known), ...contents.flatMap((one) => contentLines(one, indent + 2, field)), ...(padding ? [' '.repeat(indent + 2) + padding] : [])]
  }
  if (isNest(tlv)) {
    return [commented(indent, head, known), ...plain(payload).flatMap((one) => attributeLines(undefined, one, indent + 2))]
  }
  const text = field === undefined || field.form === Form.string ? printable(payload) : ''
  return payloadLines(indent, head, payload, known + text)
}

function headerText({ set, header }: Content): string {
  const fields = Object.values(set.members)
  let at = 0
  const parts = fields.map((field) => {
    const width = field.child ? header.length : field.width
    const part = hex(header.subarray(at, at + width))
    at += width
    return part
  })
  return [...parts, hex(header.subarray(at))].filter(Boolean).join(' ')
}

function contentLines(content: Content, indent: number, field?: Field): string[] {
  const { set, header, attributes } = content
  if (attributes.length === 0 && header.length > 20) return payloadLines(indent, '', header, set.struct)
  const head = header.length > 0 ? [commented(indent, headerText(content), field?.form === Form.records ? `${set.struct}, with its length` : set.struct)] : []
  return [...head, ...attributes.flatMap((one) => attributeLines(set, one, indent))]
}

/** Nothing where the bytes are not what is declared: dumps are asked for with headers of other families. */
function contentOf(set: AnySet, body: Buffer): Content | undefined {
  try {
    return parse(set, body)
  } catch {
    return undefined
  }
}

/** The lines of a message; sequence number and port as zero. */
export function messageLines(bytes: Buffer, generic: boolean, set: AnySet | undefined, indent = 6): string[] {
  const masked = Buffer.from(bytes).fill(0, 8, 16)
  const head = commented(indent, `${hex(masked.subarray(0, 4))} ${hex(masked.subarray(4, 6))} ${hex(masked.subarray(6, 8))} 00000000 00000000`, 'nlmsghdr')
  const body = masked.subarray(16)
  const content = set && contentOf(set, body)
  if (content) return [head, ...contentLines(content, indent)]
  const length = generic ? 4 : headers[nounOf(masked.readUInt16LE(4))] ?? 4
  const first = commented(indent, split(body.subarray(0, length), generic ? 1 : 4), generic ? 'genlmsghdr' : 'header')
  return [head, first, ...plain(body.subarray(length)).flatMap((one) => attributeLines(undefined, one, indent))]
}

type Value = { [name: string]: unknown }
const isObject = (value: unknown): value is Value => typeof value === 'object' && value !== null && !(value instanceof Uint8Array)

function strippedField(field: Field | undefined, value: unknown, siblings: Value): unknown {
  const child = field?.selector ? field.selector.sets()[String(siblings[field.selector.by])] : field?.child?.()
  if (!child) return value
  return Array.isArray(value) ? value.map((one) => stripped(child, one)) : stripped(child, value)
}

/** A decoded object without the members of headers that are zero. */
export function stripped(set: AnySet, value: unknown): unknown {
  if (!isObject(value)) return value
  const inner = Object.entries(value).map(([name, one]) => [name, strippedField(set.members[name] ?? set.attributes[name], one, value)] as const)
  const zeros = complete(set, {}) as Value
  return Object.fromEntries(inner.filter(([name]) => !(name in set.members && isDeepStrictEqual(value[name], zeros[name]))))
}

/** The same with its attributes in the order of the bytes. */
export function ordered({ set, attributes }: Content, value: unknown): unknown {
  if (!isObject(value)) return value
  const members = Object.entries(value).filter(([name]) => name in set.members)
  const result: Value = Object.fromEntries(members)
  for (const { name = '', field, contents = [] } of attributes) {
    const [one, known] = [value[name], result[name] as unknown[] | undefined]
    if (one === undefined) continue
    const [content] = contents
    if (field?.multi) result[name] = [...known ?? [], ordered(content ?? { set, header: new Uint8Array(), attributes: [] }, (one as unknown[])[known?.length ?? 0])]
    else result[name] = Array.isArray(one) ? one.map((each: unknown, at) => contents[at] ? ordered(contents[at], each) : each) : content ? ordered(content, one) : one
  }
  return result
}

// A message as a tree of its attributes, so that tests can change one of them and put the bytes together again. It is
// written apart from the codec it tests and shares nothing with it but the declarations.

import { Form, type AnySet, type Field } from '../../lib/schema/dsl.ts'

/** A set's bytes: its header, then its attributes. */
export interface Content {
  readonly set: AnySet
  readonly header: Uint8Array
  readonly attributes: readonly Tlv[]
}

/** An attribute; `contents` where it is a nest (one) or records (each). */
export interface Tlv {
  readonly type: number               // with its flags
  readonly name: string | undefined   // undefined: unknown
  readonly field: Field | undefined
  readonly payload: Uint8Array
  readonly contents?: readonly Content[]
}

const NLA_F_FLAGS = 0xc000
const NLA_F_NESTED = 0x8000
const aligned = (length: number): number => (length + 3) & ~3
const u16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | (bytes[at + 1] ?? 0) << 8

/** Bytes of a struct. */
export function widthOf(set: AnySet): number {
  return Object.values(set.members).reduce((sum, field) => sum + (field.child ? widthOf(field.child()) : field.width), 0)
}

/** What lies back to back, each with its length in its first two bytes (of which `head` is the least). */
function* pieces(bytes: Uint8Array, head: number): Generator<Uint8Array> {
  for (let at = 0; at + head <= bytes.length;) {
    const length = u16(bytes, at)
    if (length < head || at + length > bytes.length) throw new Error(`a length of ${length} where ${bytes.length - at} bytes are left`)
    yield bytes.subarray(at, at + length)
    at += aligned(length)
  }
}

/** A selecting attribute: text, or the word for a number of two bytes. */
function keyText({ field, payload }: { field: Field | undefined, payload: Uint8Array }): string {
  if (!field?.names) return Buffer.from(payload).toString('latin1').replace(/\0.*/, '')
  return Object.entries(field.names.values).find(([, number]) => number === u16(payload, 0))?.[0] ?? ''
}

function childOf(field: Field, siblings: readonly { name: string | undefined, field: Field | undefined, payload: Uint8Array }[]): AnySet | undefined {
  if (!field.selector) return field.form === Form.nest || field.form === Form.records ? field.child?.() : undefined
  const { by, sets } = field.selector
  const key = siblings.find(({ name }) => name === by)
  return key && sets()[keyText(key)]
}

export function parse(set: AnySet, bytes: Uint8Array): Content {
  const head = widthOf(set)
  const fields = Object.entries(set.attributes)
  if (fields.length === 0) return { set, header: bytes, attributes: [] }
  const flat = [...pieces(bytes.subarray(aligned(head)), 4)].map((one) => {
    const type = u16(one, 2)
    const [name, field] = fields.find(([, known]) => known.type === (type & ~NLA_F_FLAGS)) ?? []
    return { type, name, field, payload: one.subarray(4) }
  })
  return { set, header: bytes.subarray(0, head), attributes: flat.map((one) => {
    const child = one.field && childOf(one.field, flat)
    if (!child) return one
    const parts = one.field?.form === Form.records ? [...pieces(one.payload, 8)] : [one.payload]
    return { ...one, contents: parts.map((part) => parse(child, part)) }
  }) }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts.flatMap((part) => [part, new Uint8Array(aligned(part.length) - part.length)]))
}

function withLength(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes)
  copy.writeUInt16LE(bytes.length, 0)
  return copy
}

function attribute({ type, field, payload, contents }: Tlv): Uint8Array {
  const head = Buffer.alloc(4)
  head.writeUInt16LE(type, 2)
  const records = field?.form === Form.records
  const body = contents ? Buffer.concat(contents.map((one) => records ? withLength(serialize(one)) : serialize(one))) : payload
  return withLength(Buffer.concat([head, body]))
}

/** The bytes again, every length counted anew. */
export function serialize({ header, attributes }: Content): Uint8Array {
  return attributes.length === 0 ? header : joined([header, ...attributes.map(attribute)])
}

function ended({ field, payload }: Tlv): Uint8Array {
  const end = payload.indexOf(0)
  const text = end < 0 ? payload : payload.subarray(0, end)
  return field?.unterminated ? text : Buffer.concat([text, Buffer.alloc(1)])
}

/**
 * The same with every text ending as it is declared, flags as nothing but their heads, and nests marked as they are declared: the kernel
 * sends a NUL with kinds and aliases, which go out without, a byte with a flag of VXLAN, encapsulations without NLA_F_NESTED, and of
 * spanning trees marks those nests which iproute2 does not, and the reverse.
 */
export function declaredEndings(content: Content): Content {
  return { ...content, attributes: content.attributes.map((tlv) => {
    const type = (tlv.type & ~NLA_F_NESTED) | (tlv.field?.nested ? NLA_F_NESTED : 0)
    if (tlv.contents) return { ...tlv, type, contents: tlv.contents.map(declaredEndings) }
    if (tlv.field?.form === Form.flag) return { ...tlv, payload: new Uint8Array() }
    return tlv.field?.form === Form.string ? { ...tlv, payload: ended(tlv) } : tlv
  }) }
}

/** A message around a payload; sequence number and port are zero. */
export function message(type: number, flags: number, payload: Uint8Array): Uint8Array {
  const head = Buffer.alloc(16)
  head.writeUInt32LE(16 + payload.length, 0)
  head.writeUInt16LE(type, 4)
  head.writeUInt16LE(flags, 6)
  return Buffer.concat([head, payload])
}

/** Each attribute of the tree with its path, as the library writes paths, and the tree with that attribute replaced. */
export function* everywhere(content: Content, path = ''): Generator<{ path: string, tlv: Tlv, replace: (tlv: Tlv) => Content }> {
  for (const [index, tlv] of content.attributes.entries()) {
    const here = path + (tlv.name ?? `#${tlv.type}`)
    const replace = (one: Tlv): Content => ({ ...content, attributes: content.attributes.with(index, one) })
    yield { path: here, tlv, replace }
    const { contents } = tlv
    for (const [position, inner] of (contents ?? []).entries()) {
      const inside = tlv.field?.form === Form.records ? `${here}[${position}].` : `${here}.`
      for (const found of everywhere(inner, inside))
        yield { ...found, replace: (one) => replace({ ...tlv, contents: contents?.with(position, found.replace(one)) ?? [] }) }
    }
  }
}

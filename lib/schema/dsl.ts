// The language in which the wire is declared: one attribute, one line, `name: form(number)`.
// Deliberately only data and types: `compile.ts` gives the declarations their meaning.

/** How a value lies on the wire. `native/codec/schema.h` has the same list with the same numbers. */
export const Form = {
  unsigned: 0, signed: 1, bigint: 2, string: 3, bytes: 4, lladdr: 5, ip: 6, flag: 7,
  nest: 8, list: 9, packed: 10, records: 11, select: 12, pad: 13,
} as const
export type Form = typeof Form[keyof typeof Form]

/** Numbers that have names: an enumeration (one of them) or bits (any set of them). */
export interface Names<N extends string = string> {
  readonly values: Readonly<Record<N, number>>
  readonly numbers: ReadonlyMap<string, number>   // the same, for look-ups by any text
  readonly bits: boolean
}

/** One attribute of a set, or one member of a struct. `Out` is what decoding yields, `In` what encoding takes. */
export interface Field<Out = unknown, In = Out> {
  readonly type: number                      // attribute type; -1 for a member or an element, which have none
  readonly form: Form
  readonly width: number                     // bytes of a number; exact length of bytes, 0 where it varies
  readonly bigEndian: boolean
  readonly bool: boolean
  readonly multi: boolean                    // the attribute may stand several times; its value is an array
  readonly nested: boolean                   // sent with NLA_F_NESTED, which older requests go without
  readonly unterminated?: boolean            // text without a NUL
  readonly names?: Names | undefined
  readonly child?: (() => AnySet) | undefined
  readonly element?: Field | undefined
  readonly selector?: { readonly by: string, readonly sets: () => Readonly<Record<string, AnySet>> } | undefined
  readonly out?: Out                         // phantoms: no value ever stands here
  readonly in?: In
}

export type Fields = Readonly<Record<string, Field>>

/** A nest's content: a fixed header (perhaps none), then attributes (perhaps none). */
export interface AttributeSet<H extends Fields = Fields, A extends Fields = Fields> {
  readonly struct: string                    // C name of the header, '' without one
  readonly memberPrefix: string
  readonly members: H
  readonly prefix: string                    // of the kernel's constants, such as IFLA_BR_
  readonly attributes: A
  readonly words: Readonly<Record<string, string>>   // words of names that the kernel abbreviates, such as multicast: MCAST
}
// eslint-style escape hatches do not exist here: the wildcard is the one place where variance is given up.
export type AnySet = AttributeSet<Fields, Fields>

type Flat<T> = { [K in keyof T]: T[K] } & {}
type Out<F> = F extends Field<infer O, infer _> ? O : never
type In<F> = F extends Field<infer _, infer I> ? I : never

/** What decoding yields: header members always, attributes where the kernel sent them. */
export type Infer<S> = S extends AttributeSet<infer H, infer A>
  ? Flat<{ -readonly [K in keyof H as Out<H[K]> extends never ? never : K]: Out<H[K]> } & { -readonly [K in keyof A]?: Out<A[K]> }> : never

/** What encoding takes: everything optional, an absent header member is zero. */
export type Input<S> = S extends AttributeSet<infer H, infer A>
  ? Flat<{ -readonly [K in keyof H as In<H[K]> extends never ? never : K]?: In<H[K]> } & { -readonly [K in keyof A]?: In<A[K]> }> : never

const base = { width: 0, bigEndian: false, bool: false, multi: false, nested: false }

// --- sets ---

/** The attributes of a nest. `words` translates words of the names before they are compared with the kernel's constants. */
export function attributes<const A extends Fields>(prefix: string, fields: A, words: Record<string, string> = {}): AttributeSet<{}, A> {
  return { struct: '', memberPrefix: '', members: {}, prefix, attributes: fields, words }
}

/** A C struct: members in order, padding written out with `pad`. Kernels may send it shorter (older) or longer (newer). */
export function struct<const H extends Fields>(name: string, memberPrefix: string, members: H): AttributeSet<H, {}> {
  return { struct: name, memberPrefix, members, prefix: '', attributes: {}, words: {} }
}

/** A fixed header followed by attributes: a whole message, a veth's peer, a nexthop of a multipath route. */
export function message<H extends Fields, A extends Fields>(header: AttributeSet<H, {}>, set: AttributeSet<{}, A>): AttributeSet<H, A> {
  return { ...header, prefix: set.prefix, attributes: set.attributes, words: set.words }
}

// --- numbers ---

/** One of several names. A number that has no name here is shown, and taken, as the number. */
export function names<const V extends Readonly<Record<string, number>>>(values: V): Names<keyof V & string> {
  return { values, numbers: new Map(Object.entries(values)), bits: false }
}

/** Any of several bits, shown as an array of names; a bit without a name is shown, and taken, as '0x20000'. */
export function bits<const V extends Readonly<Record<string, number>>>(values: V): Names<keyof V & string> & { readonly bits: true } {
  return { values, numbers: new Map(Object.entries(values)), bits: true }
}

type Bits<N extends string> = Names<N> & { readonly bits: true }
/** Names offered by completion without excluding other strings. */
export type Open<N extends string> = N | (string & {})

interface NumberField {
  (type?: number): Field<number>
  <N extends string>(type: number, names: Bits<N>): Field<readonly Open<N>[], readonly Open<N>[]>
  <N extends string>(type: number, names: Names<N>): Field<N | number>
  <N extends string>(names: Bits<N>): Field<readonly Open<N>[], readonly Open<N>[]>
  <N extends string>(names: Names<N>): Field<N | number>
}

function number(form: Form, width: number, bigEndian = false): NumberField {
  return ((type: number | Names = -1, named?: Names) => typeof type === 'number'
    ? { ...base, type, form, width, bigEndian, names: named }
    : { ...base, type: -1, form, width, bigEndian, names: type }) as NumberField
}

export const u8 = number(Form.unsigned, 1)
export const u16 = number(Form.unsigned, 2)
export const u32 = number(Form.unsigned, 4)
export const s8 = number(Form.signed, 1)
export const s16 = number(Form.signed, 2)
export const s32 = number(Form.signed, 4)
export const s64 = number(Form.signed, 8)
export const be16 = number(Form.unsigned, 2, true)
export const be32 = number(Form.unsigned, 4, true)
/** A 64-bit counter: a JavaScript number, exact up to 2^53. */
export const u64 = number(Form.unsigned, 8)

/** An unsigned number of four bytes, or of eight where it needs them: nla_put_uint. */
export const uint = number(Form.unsigned, 0)

/** A 64-bit identity, where every bit matters. */
export const id64 = (type = -1): Field<bigint> => ({ ...base, type, form: Form.bigint, width: 8 })
export const be64 = (type = -1): Field<bigint> => ({ ...base, type, form: Form.bigint, width: 8, bigEndian: true })

const boolean = (width: number) => (type = -1): Field<boolean> => ({ ...base, type, form: Form.unsigned, width, bool: true })
/** A number that is 0 or 1. */
export const bool8 = boolean(1)
export const bool32 = boolean(4)

/** An attribute without payload: it is there or it is not. Some kinds show theirs with a byte that may be 0. */
export const flag = (type = -1): Field<boolean> => ({ ...base, type, form: Form.flag })

// --- strings of bytes ---

/** Text, ended by NUL on the wire; `width` is the longest that the kernel takes, in bytes without the NUL (0: no limit known). */
export const string = (type = -1, width = 0): Field<string> => ({ ...base, type, form: Form.string, width })
/** Text that goes out without its NUL, as iproute2 sends IFLA_INFO_KIND. */
export const label = (type = -1, width = 0): Field<string> => ({ ...base, type, form: Form.string, width, unterminated: true })
/** Bytes as they are; `width` where their number is fixed. */
export const bytes = (type = -1, width = 0): Field<Uint8Array> => ({ ...base, type, form: Form.bytes, width })
/** A link-layer address as '02:00:00:00:00:01', of as many bytes as the link has. */
export const lladdr = (type = -1): Field<string> => ({ ...base, type, form: Form.lladdr })
/** A link-layer address of exactly six bytes. */
export const mac = (type = -1): Field<string> => ({ ...base, type, form: Form.lladdr, width: 6 })
/** An IPv4 or IPv6 address; which of them is told by its length. Shown as text; taken as text or as bytes. */
export const ip = (type = -1): Field<string, string | Uint8Array> => ({ ...base, type, form: Form.ip })
export const ipv4 = (type = -1): Field<string, string | Uint8Array> => ({ ...base, type, form: Form.ip, width: 4 })
export const ipv6 = (type = -1): Field<string, string | Uint8Array> => ({ ...base, type, form: Form.ip, width: 16 })
/** Padding between the members of a struct. */
export const pad = (width: number): Field<never> => ({ ...base, type: -1, form: Form.pad, width })

// --- what contains others ---

/** A set inside: attributes, a struct, or both. */
export function nest<S extends AnySet>(type: number, child: () => S): Field<Infer<S>, Input<S>>
export function nest<S extends AnySet>(child: () => S): Field<Infer<S>, Input<S>>
export function nest<S extends AnySet>(type: number | (() => S), child?: () => S): Field<Infer<S>, Input<S>> {
  return typeof type === 'number' ? { ...base, type, form: Form.nest, child } : { ...base, type: -1, form: Form.nest, child: type }
}
/** An indexed array: a nest whose attributes are the elements, numbered 1, 2, 3. */
export const list = <O, I>(type: number, element: Field<O, I>): Field<O[], readonly I[]> => ({ ...base, type, form: Form.list, element })
/** The same numbered from 0. */
export const listFromZero = <O, I>(type: number, element: Field<O, I>): Field<O[], readonly I[]> =>
  ({ ...base, type, form: Form.list, element: { ...element, type: 0 } })
/** The same with number 0 for each. */
export const listOfZeros = <O, I>(type: number, element: Field<O, I>): Field<O[], readonly I[]> =>
  ({ ...base, type, form: Form.list, element: { ...element, multi: true } })
/** Elements of one size, back to back. */
export const packed = <O, I>(type: number, element: Field<O, I>): Field<O[], readonly I[]> => ({ ...base, type, form: Form.packed, element })
/** Records back to back, each with its own length in its header's first two bytes (rtnexthop). */
export const records = <S extends AnySet>(type: number, child: () => S): Field<Infer<S>[], readonly Input<S>[]> =>
  ({ ...base, type, form: Form.records, child })
/** An attribute that the kernel repeats. */
export const multi = <O, I>(field: Field<O, I>): Field<O[], readonly I[]> =>
  ({ ...field, multi: true }) as unknown as Field<O[], readonly I[]>

/** Sent with NLA_F_NESTED, as the kernel demands of newer nests and iproute2 does for some older ones. */
export const nested = <F extends Field>(field: F): F => ({ ...field, nested: true })

type Selected<M> = { [K in keyof M]: Infer<M[K]> }[keyof M] | Uint8Array
type Selectable<M> = { [K in keyof M]: Input<M[K]> }[keyof M] | Uint8Array
/** A sub-message: which set it is, the sibling attribute `by` tells. Bytes where that is none of `sets`. */
export const select = <M extends Readonly<Record<string, AnySet>>>(type: number, by: string, sets: () => M): Field<Selected<M>, Selectable<M>> =>
  ({ ...base, type, form: Form.select, selector: { by, sets } })

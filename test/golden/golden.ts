// What a fixture is: bytes that ip(8), bridge(8) or the kernel sent, and the object they stand for. The files beside this
// one hold them, by subject. Captured with strace (-e write=all -e read=all) from iproute2 6.1, or 6.15 where that is said, on Linux 6.18, in namespaces
// made for it; sequence number, port and padding are zero. Not the tests: those are golden.test.ts, lengths.test.ts, facade.test.ts.

import '../../lib/index.ts'   // the kinds register themselves
import { declare, flagBits, request, type Request } from '../../lib/protocol.ts'
import { type AnySet, type Field, Form, type Input } from '../../lib/schema/dsl.ts'
import { flags, types, type MessageType } from '../../lib/schema/messages.ts'

/** Bytes in an object. */
export const hex = (digits: string): Uint8Array => Uint8Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16))

type Flag = keyof typeof flags

export interface Fixture<S extends AnySet> {
  /** What was run: its request, or in an answers' file the kernel's answer to it. */
  readonly command: string
  /** Of generic netlink the number that the family had. */
  readonly type: MessageType | number
  readonly flags: readonly Flag[]
  /** Hexadecimal, spaces as the fields lie; what follows # on a line is for the reader. */
  readonly bytes: string
  /** Attributes in the order of the bytes; header members that are zero are left out. */
  readonly object: Input<S>
  /** Why a text of it is written with another ending than here. */
  readonly lossy?: string
}

/** Fixtures of one message set, with their requests declared: that must happen before the first message is encoded. */
export interface Subject {
  readonly name: string
  readonly set: AnySet
  readonly cases: readonly Case[]
}

export interface Case {
  readonly fixture: Fixture<AnySet>
  readonly request: Request
  readonly bytes: Uint8Array
  /** The object with the header's zeros, which is what decoding yields. */
  readonly expected: unknown
}

const declared = new Map<string, Request>()
const ids = new Map<AnySet, number>()

/** `request` with exactly these flags. */
function requestOf(set: AnySet, type: MessageType | number, names: readonly Flag[]): Request {
  const id = ids.get(set) ?? ids.set(set, ids.size).size - 1
  const key = `${id} ${type} ${names.join()}`
  const known = declared.get(key) ?? (typeof type === 'number' ? declare({ name: `family ${type}`, type, flags: flagBits(names), message: set, answer: set, skip: [] }) : request(type, set, names))
  declared.set(key, known)
  return known
}

function bytesOf(text: string): Uint8Array {
  const digits = text.replace(/#.*$/gm, '').replace(/\s+/g, '')
  if (!/^([0-9a-f]{2})*$/.test(digits)) throw new Error(`not hexadecimal: ${digits}`)
  return Buffer.from(digits, 'hex')
}

/** Zero as decoding shows it; undefined for what has no length of its own. */
function zero(field: Field): unknown {
  if (field.child) return complete(field.child(), {})
  if (field.names?.bits) return []
  if (field.names) return Object.keys(field.names.values).find((name) => field.names?.values[name] === 0) ?? 0
  switch (field.form) {
    case Form.bigint: return 0n
    case Form.lladdr: return field.width > 0 ? Array(field.width).fill('00').join(':') : undefined
    case Form.bytes: case Form.ip: case Form.pad: return undefined
    default: return field.bool ? false : 0
  }
}

function isObject(value: unknown): value is { [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !(value instanceof Uint8Array)
}

function filled(field: Field | undefined, value: unknown, siblings: { [name: string]: unknown }): unknown {
  const child = field?.selector ? field.selector.sets()[String(siblings[field.selector.by])] : field?.child?.()
  if (!child) return value
  return Array.isArray(value) ? value.map((one) => complete(child, one)) : complete(child, value)
}

/** The normal form of a decoded object: every header member is there, at every depth, zero where the object leaves it out. */
export function complete(set: AnySet, value: unknown): unknown {
  if (!isObject(value)) return value
  const zeros = Object.entries(set.members).map(([name, field]) => [name, zero(field)])
  const header = zeros.filter(([, one]) => one !== undefined)
  const given = Object.entries(value).map(([name, one]) => [name, filled(set.members[name] ?? set.attributes[name], one, value)])
  return { ...Object.fromEntries(header), ...Object.fromEntries(given) }
}

export function subject<S extends AnySet>(name: string, set: S, fixtures: readonly Fixture<S>[]): Subject {
  return { name, set, cases: fixtures.map((fixture) => ({
    fixture, request: requestOf(set, fixture.type, fixture.flags), bytes: bytesOf(fixture.bytes), expected: complete(set, fixture.object),
  })) }
}

/** The number of a message type, the flags' bits: what the header of a fixture must say. */
export function headerOf({ fixture }: Case): { type: number, flags: number } {
  return { type: typeof fixture.type === 'number' ? fixture.type : types[fixture.type], flags: fixture.flags.reduce((sum, name) => sum | flags[name], 0) }
}

// Random values for every set of the tables, made from the declarations: such as the kernel could send, in the form in which they are
// read. Not the test: that is properties.test.ts.

import fc, { type Arbitrary } from 'fast-check'
import { Form, type AnySet, type Field, type Names } from '../../lib/schema/dsl.ts'
import { formatIp, formatLladdr } from '../../lib/values.ts'

const depth = 4

const bytes = (least: number, most = least): Arbitrary<Uint8Array> => fc.uint8Array({ minLength: least, maxLength: most })

function numbers({ form, width }: Field): Arbitrary<number> {
  const span = width === 0 || width === 8 ? Number.MAX_SAFE_INTEGER : 2 ** (8 * width) - 1
  if (form === Form.signed) return width === 8 ? fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }) : fc.integer({ min: -(2 ** (8 * width - 1)), max: 2 ** (8 * width - 1) - 1 })
  return fc.oneof(fc.constantFrom(0, 1, span), fc.integer({ min: 0, max: span }))
}

/** Names in the order of the table, as they are read; a number without a name stands for itself. */
function named({ values, bits }: Names, field: Field): Arbitrary<unknown> {
  if (bits) return fc.subarray(Object.keys(values))
  const known = new Set(Object.values(values))
  return fc.oneof(fc.constantFrom(...Object.keys(values)), numbers(field).filter((number) => !known.has(number)))
}

const text = (most: number): Arbitrary<string> => fc.string({ unit: 'grapheme-ascii', minLength: 0, maxLength: Math.min(most || 12, 12) })

function one(field: Field, level: number): Arbitrary<unknown> | undefined {
  if (field.bool) return fc.boolean()
  if (field.names) return named(field.names, field)
  switch (field.form) {
    case Form.unsigned: case Form.signed: return numbers(field)
    case Form.bigint: return fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })
    case Form.string: return text(field.width)
    case Form.bytes: return field.width > 0 ? bytes(field.width) : bytes(0, 9)
    case Form.lladdr: return (field.width > 0 ? bytes(field.width) : bytes(1, 8)).map(formatLladdr)
    case Form.ip: return (field.width > 0 ? bytes(field.width) : fc.oneof(bytes(4), bytes(16))).map(formatIp)
    case Form.flag: return fc.constant(true)
    case Form.nest: return field.child && valueOf(field.child(), level - 1)
    case Form.list: case Form.packed: return elements(field.element && one(field.element, level))
    case Form.records: return elements(field.child && valueOf(field.child(), level - 1))
    case Form.select: case Form.pad: return undefined
  }
}

function elements(element: Arbitrary<unknown> | undefined): Arbitrary<unknown> | undefined {
  return element && fc.array(element, { maxLength: 3 })
}

/** An attribute's value, but for those that another attribute selects. */
export function attribute(field: Field, level: number = depth): Arbitrary<unknown> | undefined {
  if (level <= 0 && field.child) return undefined
  const single = one(field, level)
  return field.multi && single ? fc.array(single, { minLength: 1, maxLength: 3 }) : single
}

/** One of the sets that a selector knows, with the attribute that says which. */
function selected(set: AnySet, level: number): Arbitrary<object> {
  const choices = Object.entries(set.attributes).flatMap(([name, { selector }]) => selector && level > 0
    ? Object.entries(selector.sets()).map(([key, child]) => valueOf(child, level - 1).map((value) => ({ [selector.by]: key, [name]: value })))
    : [])
  return choices.length > 0 ? fc.oneof(fc.constant({}), ...choices) : fc.constant({})
}

/** A last member that takes what is left is there only where something is left. */
function member(field: Field, level: number): Arbitrary<unknown> | undefined {
  return field.form === Form.bytes && field.width === 0 ? bytes(1, 9) : one(field, level)
}

/** A value of the set: every member, since they are always read, and some of the attributes. */
export function valueOf(set: AnySet, level: number = depth): Arbitrary<Record<string, unknown>> {
  const members = Object.entries(set.members).flatMap(([name, field]) => { const value = member(field, level); return value ? [[name, value] as const] : [] })
  const selectors = Object.values(set.attributes).flatMap(({ selector }) => selector?.by ?? [])
  const attributes = Object.entries(set.attributes).filter(([name]) => !selectors.includes(name))
    .flatMap(([name, field]) => { const value = attribute(field, level); return value ? [[name, value] as const] : [] })
  const few = attributes.length === 0 ? fc.constant({}) : fc.subarray(attributes, { maxLength: Math.min(6, attributes.length) }).chain((chosen) => fc.record(Object.fromEntries(chosen)))
  return fc.tuple(fc.record(Object.fromEntries(members)), few, selected(set, level)).map((parts) => Object.assign({}, ...parts) as Record<string, unknown>)
}

/** Values that the attribute cannot have, whatever else it takes. */
export function wrong(field: Field): readonly unknown[] {
  const always = [null, Symbol('x'), () => 1, NaN, 1.5, 2 ** 64, -(2 ** 64)]
  if (field.form === Form.flag || field.bool) return [...always, 'x', 1]
  if (field.form === Form.bytes || field.form === Form.select) return [...always, 'x', 1, []]
  if (field.form === Form.string) return [...always, 1, 'a\0b', '\ud800']
  return [...always, 'no such thing', {}.toString, true]
}

// Compiles constructors for decoded objects: one for each set of present fields, called by the addon with the values in
// the order of the table. Numbers become names, bits and booleans here, where V8 can inline it.

import { type CompiledField, type CompiledSet } from './compile.ts'
import { Form, type Names } from './dsl.ts'
import { compiledOr } from '../values/generated.ts'

type Value = unknown
type Convert = (value: Value) => Value

const namesOfBits = new WeakMap<Names, Map<number, readonly string[]>>()

/** The bits' names, as a frozen array that all objects with the same bits share. */
function bitNames(names: Names): Convert {
  const cache = namesOfBits.get(names) ?? new Map<number, readonly string[]>()
  namesOfBits.set(names, cache)
  return (value) => {
    const mask = value as number
    const known = cache.get(mask)
    if (known) return known
    const list = Object.keys(names.values).filter((name) => (mask & (names.values[name] ?? 0)) !== 0)
    let rest = mask
    for (const name of list) rest = (rest & ~(names.values[name] ?? 0)) >>> 0
    for (let bit = 0; bit < 32; bit++) if (rest & (1 << bit)) list.push(`0x${((1 << bit) >>> 0).toString(16)}`)
    const frozen = Object.freeze(list)
    if (cache.size < 1000) cache.set(mask, frozen)
    return frozen
  }
}

function enumName(names: Names): Convert {
  const byNumber = new Map(Object.entries(names.values).map(([name, number]) => [number, name]))
  return (value) => byNumber.get(value as number) ?? value
}

function converter({ field, element }: CompiledField): Convert | undefined {
  const one: Convert | undefined = field.bool || field.form === Form.flag ? (value) => value !== 0
    : field.names ? (field.names.bits ? bitNames(field.names) : enumName(field.names))
      : element && (field.form === Form.list || field.form === Form.packed) ? elements(converter(element)) : undefined
  return field.multi && one ? elements(one) : one
}

function elements(one: Convert | undefined): Convert | undefined {
  return one && ((value) => (value as Value[]).map(one))
}

export type Constructor = (...values: Value[]) => object

function interpreted(names: readonly string[], converters: readonly (Convert | undefined)[]): Constructor {
  return (...values) => {
    const object: { [name: string]: Value } = {}
    names.forEach((name, index) => { const convert = converters[index]
      object[name] = convert ? convert(values[index]) : values[index]
    })
    return object
  }
}

export function makeConstructor(set: CompiledSet, present: readonly number[]): Constructor {
  const fields = present.map((index) => set.fields[index]).filter((field) => field !== undefined)
  const names = fields.map((field) => field.name)
  const converters = fields.map(converter)
  const parameters = fields.map((_, index) => `v${index}`).join(', ')
  const properties = names.map((name, index) => `${JSON.stringify(name)}: ${converters[index] ? `c[${index}](v${index})` : `v${index}`}`).join(', ')
  return compiledOr(() => new Function('c', `return (${parameters}) => ({ ${properties} })`)(converters) as Constructor, () => interpreted(names, converters))
}

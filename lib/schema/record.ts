// Checks a value against its declaration and writes it as a record, the stream of 32-bit words that the addon encodes
// (native/codec/encode.h). Reads every property once. Whatever is wrong is a TypeError or RangeError with its path.

import { rangeError, typeError } from '../errors.ts'
import { array, bigint, boolean, integer, ipBytes, lladdrBytes, textBytes } from '../values.ts'
import { type CompiledField, type CompiledSet } from './compile.ts'
import { Form, type Names } from './dsl.ts'

const endOfSet = 0xffffffff
const rawBytes = 0xffff

export class Record {
  words = new Uint32Array(256)
  at = 0
  #bytes = new Uint8Array(this.words.buffer)

  word(value: number): void {
    if (this.at === this.words.length) this.#grow(1)
    this.words[this.at++] = value
  }

  /** A length, then the bytes, padded to whole words. */
  bytes(bytes: Uint8Array): void {
    const words = (bytes.length + 3) >> 2
    if (this.at + 1 + words > this.words.length) this.#grow(1 + words)
    this.words[this.at++] = bytes.length
    // An address's few bytes are copied sooner by a loop than by a call.
    if (bytes.length <= 16) for (let index = 0, to = this.at * 4; index < bytes.length; index++) this.#bytes[to + index] = bytes[index] ?? 0
    else this.#bytes.set(bytes, this.at * 4)
    this.at += words
  }

  #grow(more: number): void {
    const grown = new Uint32Array(Math.max(this.words.length * 2, this.at + more))
    grown.set(this.words)
    this.words = grown
    this.#bytes = new Uint8Array(grown.buffer)
  }

  /** The value of a set: a plain object. `path` ends with a dot, or is empty. */
  set(set: CompiledSet, value: unknown, path: string): void {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw typeError(path.slice(0, -1) || 'value', 'an object is wanted')
    const source = value as { [name: string]: unknown }
    // Unlike Object.keys, for-in makes no array; what a polluted prototype adds to it is passed over.
    for (const name in source) {
      if (!Object.hasOwn(source, name)) continue
      const field = set.byName.get(name)
      if (!field || field.field.form === Form.pad) throw typeError(path + name, 'there is no such attribute')
      const one = source[name]
      if (one !== undefined) this.#field(field, one, path + name, source)
    }
    this.word(endOfSet)
  }

  #field(field: CompiledField, value: unknown, path: string, siblings: { [name: string]: unknown }): void {
    if (field.field.form === Form.select) return this.#select(field, value, path, siblings)
    if (field.field.form === Form.flag && !boolean(value, path)) return
    if (!field.field.multi) {
      this.word(field.index)
      return this.#value(field, value, path)
    }
    this.#repeated(field, array(value, path), path)
  }

  // Apart from what calls them, as a closure in a function costs each of its calls a context.
  #repeated(field: CompiledField, values: readonly unknown[], path: string): void {
    values.forEach((one, index) => {
      this.word(field.index)
      this.#value(field, one, `${path}[${index}]`)
    })
  }

  #elements({ element, child }: CompiledField, items: readonly unknown[], path: string): void {
    this.word(items.length)
    items.forEach((one, index) => {
      const at = `${path}[${index}]`
      if (element) this.#value(element, one, at)
      else if (child) this.set(child, one, `${at}.`)
    })
  }

  #select(field: CompiledField, value: unknown, path: string, siblings: { [name: string]: unknown }): void {
    const chosen = field.selector && field.selector.sets.get(String(siblings[field.selector.by]))
    this.word(field.index | (chosen && !(value instanceof Uint8Array) ? chosen.id : rawBytes) << 16)
    if (value instanceof Uint8Array) return this.bytes(value)
    if (!chosen) throw typeError(path, 'a Uint8Array is wanted, since this kind is not known')
    this.set(chosen, value, `${path}.`)
  }

  #value(compiled: CompiledField, value: unknown, path: string): void {
    const { field, child } = compiled
    switch (field.form) {
      case Form.unsigned: case Form.signed: return this.#number(compiled, value, path)
      case Form.bigint: return this.#wide(bigint(value, 0n, 0xffff_ffff_ffff_ffffn, path))
      case Form.string: return this.bytes(textBytes(value, path, field.width))
      case Form.bytes: return this.bytes(fixed(value, field.width, path))
      case Form.lladdr: return this.bytes(lladdrBytes(value, path, field.width))
      case Form.ip: return this.bytes(address(value, field.width, path))
      case Form.nest: return child && this.set(child, value, `${path}.`)
      case Form.flag: case Form.pad: case Form.select: return
      case Form.list: case Form.packed: case Form.records: return this.#elements(compiled, array(value, path), path)
    }
  }

  #number({ field, min, max }: CompiledField, value: unknown, path: string): void {
    if (field.bool) return this.word(boolean(value, path) ? 1 : 0)
    if (field.names) return this.word(field.names.bits ? bitsOf(field.names, value, field.width, path) : numberOf(field.names, value, field.width, path))
    if (field.width === 8 || field.width === 0) return this.#wide(BigInt(integer(value, field.form === Form.signed ? Number.MIN_SAFE_INTEGER : 0, Number.MAX_SAFE_INTEGER, path)))
    this.word(integer(value, min, max, path))
  }

  #wide(value: bigint): void {
    this.word(Number(BigInt.asUintN(32, value)))
    this.word(Number(BigInt.asUintN(32, value >> 32n)))
  }
}

function fixed(value: unknown, width: number, path: string): Uint8Array {
  if (!(value instanceof Uint8Array)) throw typeError(path, 'a Uint8Array is wanted')
  if (width > 0 && value.length !== width) throw rangeError(path, `${value.length} bytes where ${width} are wanted`)
  return value
}

/** Text, or bytes that were parsed before. */
function address(value: unknown, width: number, path: string): Uint8Array {
  const bytes = value instanceof Uint8Array && (value.length === 4 || value.length === 16) ? value : ipBytes(value, path)
  if (width > 0 && bytes.length !== width) throw rangeError(path, `an IPv${width === 4 ? 4 : 6} address is wanted`)
  return bytes
}

/** The greatest number of so many bytes. */
const greatest = [0, 0xff, 0xffff, 0xff_ffff, 0xffff_ffff]

/** The number of a name; a number stands for itself. */
export function numberOf(names: Names, value: unknown, width: number, path: string): number {
  if (typeof value !== 'string') return integer(value, 0, greatest[width] ?? 0, path)
  const number = names.numbers.get(value)
  if (number === undefined) throw rangeError(path, `'${value}' is none of ${Object.keys(names.values).join(' ')}`)
  return number
}

function bitsOf(names: Names, value: unknown, width: number, path: string): number {
  let mask = 0
  for (const name of array(value, path)) {
    if (typeof name !== 'string') throw typeError(path, 'an array of strings is wanted')
    const unnamed = /^0x[0-9a-f]+$/.test(name) ? Number(name) : undefined
    const bit = unnamed ?? names.numbers.get(name)
    if (bit === undefined) throw rangeError(path, `'${name}' is none of ${Object.keys(names.values).join(' ')}`)
    mask = (mask | integer(bit, 0, greatest[width] ?? 0, path)) >>> 0
  }
  return mask
}

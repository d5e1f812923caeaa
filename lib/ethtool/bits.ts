// Sets of bits as people write them: by name, true or false. On the wire each bit is a nest, or in an answer without a mask
// only those that are on.

import { typeError } from '../errors.ts'
import { type bitset } from '../schema/ethtool-bitset.ts'
import { type Infer, type Input } from '../schema/dsl.ts'
import { boolean, snapshot, textBytes } from '../values.ts'

type Bitset = Infer<typeof bitset>

/** Bits by their names; one that has no name by its number. */
export type Bits = Readonly<Record<string, boolean>>

export function bitsOf(set: Bitset | undefined): Record<string, boolean> {
  const all = set?.nomask === true
  const found = (set?.bits?.bit ?? []).map(({ name = '', index = 0, value = false }) => [name === '' ? String(index) : name, all || value] as const)
  return Object.fromEntries(found)
}

/** The names of the bits that are on. */
export function namesOf(set: Bitset | undefined): Set<string> {
  return new Set(Object.entries(bitsOf(set)).filter(([, on]) => on).map(([name]) => name))
}

/** Only the bits that are named will change. */
export function bitsetOf(bits: unknown, path: string): Input<typeof bitset> {
  if (typeof bits !== 'object' || bits === null || Array.isArray(bits)) throw typeError(path, 'an object is wanted, with names of bits and true or false')
  const taken = snapshot(bits, new Set(Object.keys(bits)), path)
  return { bits: { bit: Object.entries(taken).map(([name, on]) => {
    textBytes(name, path, 31)
    return { ...(/^\d+$/.test(name) ? { index: Number(name) } : { name }), value: boolean(on, `${path}.${name}`) }
  }) } }
}

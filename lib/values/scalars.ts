// Numbers, booleans and arrays. Node-API converts silently (NaN to 0, 2^32+5 to 5), so that nothing unchecked may cross it.

import { rangeError, typeError } from '../errors.ts'
import { typeName } from './quote.ts'

/** An integer from `min` to `max`; -0 becomes 0. */
export function integer(value: unknown, min: number, max: number, path: string): number {
  if (typeof value !== 'number') throw typeError(path, `a number is wanted, not ${typeName(value)}`)
  if (!Number.isInteger(value) || value < min || value > max) throw rangeError(path, `${value} is not an integer from ${min} to ${max}`)
  return value + 0
}

/** A bigint from `min` to `max`, from a bigint or from a number that is exact. */
export function bigint(value: unknown, min: bigint, max: bigint, path: string): bigint {
  if (typeof value !== 'bigint' && typeof value !== 'number') throw typeError(path, `a bigint is wanted, not ${typeName(value)}`)
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw rangeError(path, `${value} is not a safe integer`)
  const exact = BigInt(value)
  if (exact < min || exact > max) throw rangeError(path, `${exact} is not an integer from ${min} to ${max}`)
  return exact
}

/** True or false, and nothing that is merely truthy. */
export function boolean(value: unknown, path: string): boolean {
  if (typeof value !== 'boolean') throw typeError(path, `a boolean is wanted, not ${typeName(value)}`)
  return value
}

/** The elements of an array, each read once; a hole is undefined, which nothing takes. */
export function array(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw typeError(path, 'an array is wanted')
  return Array.from(value as readonly unknown[])
}

/** What is checked only where it is there. */
export const optional = <T>(value: unknown, check: (value: unknown) => T): T | undefined => value === undefined ? undefined : check(value)

export const within = (min: number, max: number, path: string) => (value: unknown): number => integer(value, min, max, path)

/** A family of addresses; nothing where none is said. */
export function ipFamily(family: unknown, path: string): 'inet' | 'inet6' | undefined {
  if (family !== undefined && family !== 'inet' && family !== 'inet6') throw rangeError(path, "'inet' or 'inet6' is wanted")
  return family
}

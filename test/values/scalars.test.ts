// Numbers and booleans: everything that Node-API would convert without a word is refused.

import fc from 'fast-check'
import t from 'tap'
import { bigint, boolean, integer } from '../../lib/values.ts'
import { outOfRange, refusal, wrongType } from './refusal.ts'

const U32 = 2 ** 32 - 1
const U64 = 2n ** 64n - 1n

const NOT_NUMBERS: [value: unknown, name: string][] = [
  ['5', 'a string'], ['', 'a string'], [null, 'null'], [undefined, 'undefined'], [true, 'a boolean'], [{}, 'an object'], [[5], 'an array'],
  [{ valueOf: () => 5 }, 'an object'], [new Number(5), 'an object'], [new Date(5), 'an object'], [Symbol('5'), 'a symbol'],
  [() => 5, 'a function']
]

t.test('integers', async (t) => {
  for (const value of [0, 1, 68, 65535, U32]) t.equal(integer(value, 0, U32, 'here'), value)
  for (const value of [-(2 ** 31), -1, 0, 2 ** 31 - 1]) t.equal(integer(value, -(2 ** 31), 2 ** 31 - 1, 'here'), value)
  t.equal(integer(7, 7, 7, 'here'), 7)
  t.ok(Object.is(integer(-0, 0, 5, 'here'), 0), 'minus zero becomes zero')
  const bad: [value: number, min: number, max: number, reason: string][] = [
    [67, 68, 65535, '67 is not an integer from 68 to 65535'], [65536, 68, 65535, '65536 is not an integer from 68 to 65535'],
    [-1, 0, U32, '-1 is not an integer from 0 to 4294967295'], [1.9, 0, U32, '1.9 is not an integer from 0 to 4294967295'],
    [2 ** 31, -1, 2 ** 31 - 1, '2147483648 is not an integer from -1 to 2147483647'],
    [2 ** 32, 0, U32, '4294967296 is not an integer from 0 to 4294967295'],
    [2 ** 32 + 5, 0, U32, '4294967301 is not an integer from 0 to 4294967295'],
    [2 ** 53, 0, U32, '9007199254740992 is not an integer from 0 to 4294967295'],
    [NaN, 0, U32, 'NaN is not an integer from 0 to 4294967295'], [Infinity, 0, U32, 'Infinity is not an integer from 0 to 4294967295'],
    [-Infinity, 0, U32, '-Infinity is not an integer from 0 to 4294967295'], [5e-324, 0, 1, '5e-324 is not an integer from 0 to 1']
  ]
  for (const [value, min, max, reason] of bad) t.same(refusal((path) => integer(value, min, max, path)), outOfRange(reason))
  for (const [value, name] of [...NOT_NUMBERS, [1n, 'a bigint']]) {
    t.same(refusal((path) => integer(value, 0, U32, path)), wrongType(`a number is wanted, not ${String(name)}`))
  }
})

t.test('any double is either an integer in range or refused', async () => {
  fc.assert(fc.property(fc.oneof(fc.double(), fc.integer(), fc.integer({ min: -10, max: 10 })), (value) => {
    const right = value % 1 === 0 && value >= -5 && value <= 5
    try {
      return integer(value, -5, 5, 'here') === value && right
    } catch (error) {
      return error instanceof RangeError && !right
    }
  }), { numRuns: 2000 })
})

t.test('bigints', async (t) => {
  t.equal(bigint(0n, 0n, U64, 'here'), 0n)
  t.equal(bigint(U64, 0n, U64, 'here'), U64)
  t.equal(bigint(2n ** 63n + 1n, 0n, U64, 'here'), 9223372036854775809n)
  t.equal(bigint(5, 0n, U64, 'here'), 5n)
  t.equal(bigint(-0, 0n, U64, 'here'), 0n)
  t.equal(bigint(Number.MAX_SAFE_INTEGER, 0n, U64, 'here'), 9007199254740991n)
  t.equal(bigint(-5, -5n, 5n, 'here'), -5n)
  const bad: [value: bigint | number, reason: string][] = [
    [-1n, `-1 is not an integer from 0 to ${U64}`], [-1, `-1 is not an integer from 0 to ${U64}`],
    [U64 + 1n, `${U64 + 1n} is not an integer from 0 to ${U64}`],
    [2 ** 53, '9007199254740992 is not a safe integer'], [-(2 ** 53), '-9007199254740992 is not a safe integer'],
    [1.5, '1.5 is not a safe integer'],
    [NaN, 'NaN is not a safe integer'], [Infinity, 'Infinity is not a safe integer']
  ]
  for (const [value, reason] of bad) t.same(refusal((path) => bigint(value, 0n, U64, path)), outOfRange(reason))
  for (const [value, name] of [...NOT_NUMBERS, [Object(5n), 'an object']]) {
    t.same(refusal((path) => bigint(value, 0n, U64, path)), wrongType(`a bigint is wanted, not ${String(name)}`))
  }
})

t.test('booleans', async (t) => {
  t.equal(boolean(true, 'here'), true)
  t.equal(boolean(false, 'here'), false)
  const bad: [value: unknown, name: string][] = [
    [0, 'a number'], [1, 'a number'], [NaN, 'a number'], [1n, 'a bigint'], ['', 'a string'], ['true', 'a string'], [null, 'null'],
    [undefined, 'undefined'],
    [[], 'an array'], [{}, 'an object'], [new Boolean(false), 'an object']
  ]
  for (const [value, name] of bad) t.same(refusal((path) => boolean(value, path)), wrongType(`a boolean is wanted, not ${name}`))
})

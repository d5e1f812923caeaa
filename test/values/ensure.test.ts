// How what is wanted is looked for in what is there: lib/ensure.ts.
import t from 'tap'
import { hasAll, includes } from '../../lib/ensure.ts'

t.test('every part of what is wanted', async (t) => {
  t.ok(includes({ a: 1, b: [1, 2], c: { d: 'x', e: 1 } }, { b: [1, 2], c: { d: 'x' } }))
  t.notOk(includes({ a: 1 }, { a: 2 }))
  t.notOk(includes({}, { a: 1 }))
  t.notOk(includes(undefined, { a: 1 }))
  t.notOk(includes(1, [1]))
})

t.test('words in any order, elements in their own, and no more of them', async (t) => {
  t.ok(includes(['a', 'b'], ['b', 'a']))
  t.notOk(includes(['a', 'b'], ['a']))
  t.notOk(includes(['a'], ['a', 'b']))
  t.ok(includes([{ a: 1, z: 0 }, { a: 2 }], [{ a: 1 }, { a: 2 }]))
  t.notOk(includes([{ a: 2 }, { a: 1 }], [{ a: 1 }, { a: 2 }]))
})

t.test('bytes, and bits under a mask', async (t) => {
  t.ok(includes(Uint8Array.of(1, 2), Uint8Array.of(1, 2)))
  t.notOk(includes(Uint8Array.of(1, 2, 3), Uint8Array.of(1, 2)))
  t.notOk(includes('12', Uint8Array.of(1, 2)))
  t.ok(includes({ optval: ['a', 'b'], optmask: ['a', 'b', 'c'] }, { optval: ['a'], optmask: ['a', 'c'] }))
  t.notOk(includes({ optval: ['a', 'c'], optmask: ['a', 'b', 'c'] }, { optval: ['a'], optmask: ['a', 'c'] }))
  t.ok(hasAll(['a', 'b'], ['b']))
  t.notOk(hasAll(['a'], ['a', 'b']))
})

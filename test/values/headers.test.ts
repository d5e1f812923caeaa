// Label stacks of MPLS, routing headers of IPv6, traces of IOAM: what is written is read again, and what cannot be is refused.

import fc from 'fast-check'
import t from 'tap'
import { formatIp, labelBytes, labelOf, labelsOf, labelWords, rplBytes, rplSegments, segmentsOf, srhBytes, traceBytes, traceOf } from '../../lib/values.ts'
import { outOfRange, refusal, wrongType } from './refusal.ts'

const label = fc.integer({ min: 0, max: 2 ** 20 - 1 }).filter((one) => one !== 3)
const address = fc.uint8Array({ minLength: 16, maxLength: 16 }).filter((bytes) => bytes.some((byte) => byte !== 0)).map(formatIp)
const segs = fc.array(address, { minLength: 1, maxLength: 16 })

t.test('labels', async (t) => {
  fc.assert(fc.property(fc.array(label, { minLength: 1, maxLength: 30 }), (labels) => {
    const words = labelWords(labels, 'here')
    t.same(words.map((word) => word & 0x100), labels.map((_, index) => index === labels.length - 1 ? 0x100 : 0), 'the last one is the bottom')
    return labelsOf(words).join() === labels.join()
  }), { numRuns: 50 })
  fc.assert(fc.property(label.filter((one) => one > 15), (one) => labelOf(labelBytes(one, 'here')) === one))
  t.same(labelBytes(100, 'here'), Uint8Array.of(0, 6, 0x41, 0))
  t.same(refusal((path) => labelBytes(15, path)), outOfRange('15 is not an integer from 16 to 1048575'))
  t.same(refusal((path) => labelWords([], path)), outOfRange('0 labels where 1 to 30 are wanted'))
  t.same(refusal((path) => labelWords([3], path)), outOfRange('label 3, implicit null, is in no stack'))
  t.same(refusal((path) => labelWords(100, path)), wrongType('an array of labels is wanted'))
  t.match(refusal((path) => labelWords([16, 2 ** 20], path)), { argument: 'here[1]' })
})

t.test('segment routing headers', async (t) => {
  fc.assert(fc.property(segs, fc.option(fc.integer({ min: 1, max: 2 ** 32 - 1 }), { nil: undefined }), fc.boolean(), (list, hmac, inline) => {
    const bytes = srhBytes(list, hmac, inline, 'here')
    t.equal(bytes.length, 8 * ((bytes[1] ?? 0) + 1), 'its length in words of eight bytes, but one')
    t.same(segmentsOf(bytes, inline), { segs: list, ...(hmac === undefined ? {} : { hmac }) })
  }), { numRuns: 50 })
  const bytes = srhBytes(['fc00::1', 'fc00::2'], 7, false, 'here')
  for (const end of [0, 5, 8, 23, 39]) t.equal(segmentsOf(bytes.subarray(0, end), false), undefined, `cut after ${end} bytes`)
  t.same(segmentsOf(bytes.subarray(0, 60), false), { segs: ['fc00::1', 'fc00::2'] }, 'cut in its HMAC')
  t.match(refusal((path) => srhBytes(['fc00::1', '10.0.0.1'], undefined, false, path)), { argument: 'here.segs[1]', name: 'RangeError' })
  t.match(refusal((path) => srhBytes(['fc00::1'], 0, false, path)), { argument: 'here.hmac' })
})

t.test('source routes of RPL', async (t) => {
  fc.assert(fc.property(segs, (list) => {
    const bytes = rplBytes(list, 'here')
    t.same([bytes[1], bytes[3]], [list.length * 2, list.length])
    t.same(rplSegments(bytes), list)
  }), { numRuns: 50 })
  t.same(rplSegments(new Uint8Array(5)), [], 'cut short')
})

t.test('traces of IOAM', async (t) => {
  const trace = fc.record({ type: fc.integer({ min: 1, max: 2 ** 24 - 1 }), ns: fc.integer({ min: 1, max: 65_535 }), size: fc.integer({ min: 1, max: 61 }).map((words) => words * 4) })
  fc.assert(fc.property(trace, (one) => t.same(traceOf(traceBytes(one, 'here')), one)), { numRuns: 50 })
  t.same(traceOf(traceBytes({ type: 0x800000, size: 12 }, 'here')), { type: 0x800000, size: 12 })
  t.match(refusal((path) => traceBytes({ type: 1, size: 6 }, path)), { argument: 'here.size', reason: 'here.size: 6 is not a multiple of 4' })
})

// Link-layer addresses and MACs.

import fc from 'fast-check'
import t from 'tap'
import { formatLladdr, lladdrBytes, macForLink } from '../../lib/values.ts'
import { NOT_STRINGS, outOfRange, refusal, wrongType } from './refusal.ts'

const SHAPE = "two hex digits a byte, ':' between, at most 32 bytes"

t.test('what is taken', async (t) => {
  t.same(lladdrBytes('02:00:00:00:00:01', 'here', 6), Uint8Array.of(2, 0, 0, 0, 0, 1))
  t.same(lladdrBytes('aA:Ff:09', 'here'), Uint8Array.of(0xaa, 0xff, 9))
  t.same(lladdrBytes('00', 'here'), Uint8Array.of(0))
  t.equal(lladdrBytes(Array(32).fill('fe').join(':'), 'here').length, 32, 'as long as the kernel allows')
  t.equal(lladdrBytes(Array(20).fill('fe').join(':'), 'here', 20).length, 20, 'InfiniBand')
  t.same(lladdrBytes('ff:ff:ff:ff:ff:ff', 'here', 6), Buffer.alloc(6, 0xff), 'a neighbour may have any')
})

const SHAPELESS = [
  '', ':', '1', '001', '02:00:00:00:00:', ':02:00:00:00:00', '0:1:2:3:4:5', '02-00-00-00-00-01', '0200.0000.0001', '020000000001', '02:00:00:00:00:0g',
  '02:00:00:00:00:1', '02:00:00:00:00:001', '02::00:00:00:01', '02:00:00:00:00:01 ', ' 02:00:00:00:00:01', '02:00:00:00:00:0 ', '02:00:00:00:00:+1',
  '02:00:00:00:00:0x', '０２:00:00:00:00:01', '0٢:00:00:00:00:01', '02:00:00:00:00:01\0', '02:00:00:00:00:0\0', '02;00:00:00:00:01', '02:00:00:00:00 01',
  'ġ2:00:00:00:00:01', '0\ud841:00:00:00:00:01', Array(33).fill('fe').join(':')
]

t.test('what is refused', async (t) => {
  for (const text of SHAPELESS) {
    const { reason, ...rest } = refusal((path) => lladdrBytes(text, path))
    t.match({ reason, ...rest }, { ...outOfRange(reason), reason: `is not a link-layer address: ${SHAPE}` }, JSON.stringify(text))
    t.equal(refusal((path) => macForLink(text, path)).name, 'RangeError')
  }
  t.same(refusal((path) => lladdrBytes('0:1', path)), outOfRange(`'0:1' is not a link-layer address: ${SHAPE}`))
  for (const [value, name] of NOT_STRINGS) {
    t.same(refusal((path) => lladdrBytes(value, path)), wrongType(`a link-layer address is a string, not ${name}`))
    t.same(refusal((path) => macForLink(value, path)), wrongType(`a link-layer address is a string, not ${name}`))
  }
})

t.test('the number of bytes asked for', async (t) => {
  t.same(refusal((path) => lladdrBytes('02:00:00:00:00', path, 6)), outOfRange("'02:00:00:00:00' has 5 bytes, not 6"))
  t.same(refusal((path) => lladdrBytes('02:00:00:00:00:00:00:01', path, 6)), outOfRange("'02:00:00:00:00:00:00:01' has 8 bytes, not 6"))
  t.same(refusal((path) => lladdrBytes('02:00', path, 1)), outOfRange("'02:00' has 2 bytes, not 1"))
  t.same(refusal((path) => macForLink('02:00:00:00:00', path)), outOfRange("'02:00:00:00:00' has 5 bytes, not 6"))
})

t.test('MACs that a link can have', async (t) => {
  for (const text of ['02:00:00:00:00:01', 'fe:ff:ff:ff:ff:ff', '00:00:00:00:00:01', '00:16:3e:00:00:00']) {
    t.equal(formatLladdr(macForLink(text, 'here')), text)
  }
  for (const text of ['01:00:5e:00:00:01', '33:33:00:00:00:01', 'ff:ff:ff:ff:ff:ff', '01:00:00:00:00:00']) {
    t.same(refusal((path) => macForLink(text, path)), outOfRange(`'${text}' is a multicast or broadcast address, which no link can have`))
  }
  t.same(refusal((path) => macForLink('00:00:00:00:00:00', path)), outOfRange('all bytes are zero, which no link can have as its address'))
})

t.test('parsing what was formatted gives the same bytes', async (t) => {
  t.equal(formatLladdr(new Uint8Array(0)), '', 'a link without an address')
  fc.assert(fc.property(fc.uint8Array({ minLength: 1, maxLength: 32 }), (bytes) => {
    const text = formatLladdr(bytes)
    const same = (text: string) => Buffer.compare(lladdrBytes(text, 'here', bytes.length), bytes) === 0
    return text === Buffer.from(bytes).toString('hex').replace(/(..)(?=.)/g, '$1:') && same(text) && same(text.toUpperCase())
  }), { numRuns: 2000 })
})

t.test('nothing but two hex digits a byte is taken', async () => {
  const shape = /^[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){0,31}$/
  const text = fc.array(fc.constantFrom('00', 'fF', 'a', ':', ':', ':', '0g', ' ', '9'), { maxLength: 12 }).map((parts) => parts.join(''))
  fc.assert(fc.property(text, (text) => {
    try {
      return lladdrBytes(text, 'here').length === (text.length + 1) / 3 && shape.test(text)
    } catch (error) {
      return error instanceof RangeError && !shape.test(text)
    }
  }), { numRuns: 3000 })
})

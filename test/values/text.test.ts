// Text to bytes and back: no byte is lost, and well-formed text is plain UTF-8. TextEncoder and TextDecoder judge what
// is well-formed; the escapes are those of Python's os.fsdecode.

import fc from 'fast-check'
import t from 'tap'
import { decodeText, encodeText, textBytes } from '../../lib/values.ts'
import { NOT_STRINGS, outOfRange, refusal, wrongType } from './refusal.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

t.test('bytes that are not UTF-8', async (t) => {
  const vectors: [bytes: string, text: string][] = [
    ['', ''], ['00', '\0'], ['61', 'a'], ['7f', '\u007f'], ['80', '\udc80'], ['ff', '\udcff'], ['fffe', '\udcff\udcfe'],
    ['61ff62', 'a\udcffb'],
    ['c3a9', 'é'], ['c3', '\udcc3'], ['c361', '\udcc3a'], ['a9c3a9', '\udca9é'], ['c3c3a9', '\udcc3é'],
    ['c0af', '\udcc0\udcaf'], ['c180', '\udcc1\udc80'], ['c280', '\u0080'], ['dfbf', '\u07ff'], ['e08080', '\udce0\udc80\udc80'],
    ['e09fbf', '\udce0\udc9f\udcbf'],
    ['e0a080', '\u0800'], ['efbfbf', '\uffff'], ['efbbbf', '\ufeff'], ['efbbbfff', '\ufeff\udcff'], ['efbfbd', '\ufffd'],
    ['ed9fbf', '\ud7ff'], ['eda080', '\udced\udca0\udc80'], ['edb280', '\udced\udcb2\udc80'], ['edbfbf', '\udced\udcbf\udcbf'],
    ['ee8080', '\ue000'],
    ['f08080af', '\udcf0\udc80\udc80\udcaf'], ['f08fbfbf', '\udcf0\udc8f\udcbf\udcbf'], ['f0908080', '\u{10000}'], ['f09f9880', '😀'],
    ['f09f98', '\udcf0\udc9f\udc98'],
    ['f09f9861', '\udcf0\udc9f\udc98a'], ['f09f98f09f9880', '\udcf0\udc9f\udc98😀'], ['f48fbfbf', '\u{10ffff}'],
    ['f4908080', '\udcf4\udc90\udc80\udc80'],
    ['f5808080', '\udcf5\udc80\udc80\udc80'], ['f888808080', '\udcf8\udc88\udc80\udc80\udc80'], ['e282', '\udce2\udc82'], ['e282ac', '€']
  ]
  for (const [bytes, text] of vectors) {
    t.equal(decodeText(Buffer.from(bytes, 'hex')), text, bytes || 'none')
    t.equal(hex(encodeText(text)), bytes, `${bytes} again`)
    t.equal(decodeText(Buffer.from(`${bytes}ff`, 'hex')), `${text}\udcff`, `${bytes} before a byte that is none of it`)
    t.equal(hex(encodeText(`${text}a`)), `${bytes}61`, `${bytes} before a letter`)
  }
})

t.test('a view into a larger buffer is decoded alone', async (t) => {
  const whole = Uint8Array.of(0x61, 0xc3, 0xa9, 0xff, 0x62)
  t.equal(decodeText(whole.subarray(1, 3)), 'é')
  t.equal(decodeText(whole.subarray(2, 4)), '\udca9\udcff')
  t.equal(decodeText(whole.subarray(1, 2)), '\udcc3', 'a sequence cut short does not read on')
})

const PIECES = '61 00 c3 a9 c3a9 e2 82 ac e282ac ed a0 80 b2 f0 9f 98 f09f9880 f4 90 ff c0 efbbbf'.split(' ')
const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((parts) => new Uint8Array(Buffer.from(parts.join(''), 'hex')))
const anyBytes = fc.oneof(fc.uint8Array({ maxLength: 40 }), pieces)

t.test('no byte is lost, whatever the bytes', async () => {
  fc.assert(fc.property(anyBytes, (bytes) => hex(encodeText(decodeText(bytes))) === hex(bytes)), { numRuns: 10000 })
})

t.test('well-formed UTF-8 is decoded as such, and only what is not is escaped', async () => {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  fc.assert(fc.property(anyBytes, (bytes) => {
    const text = decodeText(bytes)
    if (!/[\ud800-\udfff]/u.test(text)) return strict.decode(bytes) === text
    try {
      strict.decode(bytes)
      return false
    } catch (error) {
      return error instanceof TypeError && !/[\ud800-\udbff]|[\udc00-\udc7f]|[\udd00-\udfff]/u.test(text)
    }
  }), { numRuns: 10000 })
})

t.test('well-formed text is plain UTF-8', async () => {
  const encoder = new TextEncoder()
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    const bytes = encodeText(text)
    return hex(bytes) === hex(encoder.encode(text)) && decodeText(bytes) === text
  }), { numRuns: 5000 })
})

t.test('a pair of surrogates is one code point, even when its second half could stand for a byte', async (t) => {
  t.equal(hex(encodeText('\ud800\udc80')), 'f0908280')
  t.equal(hex(encodeText('\udc80\ud800\udc80\udc80')), '80f090828080')
})

t.test('surrogates that stand for nothing', async (t) => {
  for (const text of ['\ud800', '\udbff', '\udc00', '\udc7f', '\udd00', '\udfff', 'a\ud800b', '\udc80\ud800', '\ud800\ud800\udc80']) {
    t.throws(() => encodeText(text), { name: 'RangeError', code: 'ERR_OUT_OF_RANGE' }, JSON.stringify(text))
    t.match(refusal((path) => textBytes(text, path)), outOfRange(refusal((path) => textBytes(text, path)).reason))
  }
  t.same(refusal((path) => textBytes('\ud83d', path)), outOfRange("'\\ud83d' has a lone surrogate, which stands for no byte"))
})

t.test('text for the wire', async (t) => {
  t.equal(hex(textBytes('', 'here')), '', 'may be empty')
  t.equal(hex(textBytes('é\udcff\u001b', 'here')), 'c3a9ff1b')
  t.equal(textBytes('x'.repeat(1e5), 'here').length, 1e5, 'of any length')
  t.equal(textBytes('é'.repeat(8), 'here', 16).length, 16)
  t.equal(textBytes('\udc80'.repeat(16), 'here', 16).length, 16, 'an escape is one byte')
  t.same(refusal((path) => textBytes('é'.repeat(8), path, 15)), outOfRange('16 bytes, at most 15 fit'))
  t.same(refusal((path) => textBytes('ab', path, 1)), outOfRange('2 bytes, at most 1 fit'))
  t.same(refusal((path) => textBytes('x'.repeat(257), path, 256)), outOfRange('257 bytes, at most 256 fit'))
  for (const text of ['\0', 'a\0', '\0a', 'a\0b']) {
    const reason = `'${text.replace('\0', '\\u0000')}' has a NUL, where the kernel would cut it`
    t.same(refusal((path) => textBytes(text, path)), outOfRange(reason))
  }
  for (const [value, name] of NOT_STRINGS) t.same(refusal((path) => textBytes(value, path)), wrongType(`a text is a string, not ${name}`))
})

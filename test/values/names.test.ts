// Names of links and namespaces: what may be made, and what may be looked up.

import fc from 'fast-check'
import t from 'tap'
import { decodeText, encodeText, linkName, linkNameToFind, namespaceName } from '../../lib/values.ts'
import { NOT_STRINGS, outOfRange, refusal, wrongType } from './refusal.ts'

t.test('link names that may be made', async (t) => {
  const good = ['a', '0', 'eth0', 'veth-red', 'v-net-0', 'a'.repeat(15), 'br0.100', 'x@y', '_', '...', '.a',
    '~', '!', '"', "'", '\\', '[x]', 'ALL', 'all0', 'Default']
  for (const text of good) {
    t.equal(linkName(text, 'here'), text)
  }
})

t.test('link names that may not', async (t) => {
  const bad: [text: string, reason: string][] = [
    ['', 'empty, where a link name is wanted'],
    ['a'.repeat(16), '16 bytes, a link name has at most 15'], ['é'.repeat(8), '16 bytes, a link name has at most 15'],
    ['😀'.repeat(4), '16 bytes, a link name has at most 15'], ['a'.repeat(1e6), '1000000 bytes, a link name has at most 15'],
    ['a/b', "'a/b' has '/', which no link name may hold"], ['../x', "'../x' has '/', which no link name may hold"],
    ['a:1', "'a:1' has ':', which no link name may hold"],
    ['br%d', "'br%d' has '%', which no link name may hold"], ['%', "'%' has '%', which no link name may hold"],
    ['a b', "'a b' has white space, which no link name may hold"], [' ', "' ' has white space, which no link name may hold"],
    ['a\t', "'a\\u0009' has white space, which no link name may hold"], ['a\n', "'a\\u000a' has white space, which no link name may hold"],
    ['a\u00a0b', "'a\u00a0b' has white space, which no link name may hold"],
    ['a\u2003b', "'a\u2003b' has white space, which no link name may hold"],
    ['ab\0cd', "'ab\\u0000cd' has a NUL, where the kernel would cut it"], ['\0', "'\\u0000' has a NUL, where the kernel would cut it"],
    ['a\u001b[31m', "'a\\u001b[31m' has '\\u001b', which is not printable ASCII"],
    ['a\u007f', "'a\\u007f' has '\\u007f', which is not printable ASCII"],
    ['é', "'é' has 'é', which is not printable ASCII"], ['x😀', "'x😀' has '😀', which is not printable ASCII"],
    ['a\udcff', "'a\\udcff' has '\\udcff', which is not printable ASCII"],
    ['a\ud800', "'a\\ud800' has a lone surrogate, which stands for no byte"],
    ['-rf', "'-rf' starts with '-', which commands would take for an option"],
    ['-', "'-' starts with '-', which commands would take for an option"],
    ['.', "'.' is taken by directories under /sys and /proc, no link can have it"],
    ['..', "'..' is taken by directories under /sys and /proc, no link can have it"],
    ['all', "'all' is taken by directories under /sys and /proc, no link can have it"],
    ['default', "'default' is taken by directories under /sys and /proc, no link can have it"]
  ]
  for (const [text, reason] of bad) t.same(refusal((path) => linkName(text, path)), outOfRange(reason), JSON.stringify(text.slice(0, 20)))
  for (const [value, name] of NOT_STRINGS) t.same(refusal((path) => linkName(value, path)), wrongType(`a link name is a string, not ${name}`))
})

t.test('every character on its own', async (t) => {
  const allowed: string[] = []
  for (let code = 0; code < 0x10000; code++) {
    const text = `a${String.fromCharCode(code)}`
    try {
      if (linkName(text, 'here') === text) allowed.push(text.slice(1))
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
    }
  }
  t.equal(allowed.join(''), '!"#$&\'()*+,-.0123456789;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~')
})

t.test('link names that may be looked up', async (t) => {
  const good = ['eth0', '-rf', 'a b', 'a/b', 'br%d', 'é', '\u001b[31m', 'é'.repeat(7),
    '\udcff\udcfe', '\udc80'.repeat(15), 'all', '.', '\u00a0', 'a'.repeat(15)]
  for (const text of good) {
    t.equal(linkNameToFind(text, 'here'), text)
  }
  const bad: [text: string, reason: string][] = [
    ['', 'empty, where a link name is wanted'], ['é'.repeat(8), '16 bytes, a link name has at most 15'],
    ['\udc80'.repeat(16), '16 bytes, a link name has at most 15'],
    ['a\0b', "'a\\u0000b' has a NUL, where the kernel would cut it"],
    ['\ud800', "'\\ud800' has a lone surrogate, which stands for no byte"],
    ['\udc7f', "'\\udc7f' has a lone surrogate, which stands for no byte"],
    ['\udd00', "'\\udd00' has a lone surrogate, which stands for no byte"]
  ]
  for (const [text, reason] of bad) t.same(refusal((path) => linkNameToFind(text, path)), outOfRange(reason), JSON.stringify(text))
  for (const [value, name] of NOT_STRINGS) t.same(refusal((path) => linkNameToFind(value, path)), wrongType(`a link name is a string, not ${name}`))
})

t.test('whatever bytes name a link, their text finds it', async () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 255 }), { minLength: 1, maxLength: 15 }), (name) => {
    const bytes = Uint8Array.from(name)
    return Buffer.compare(encodeText(linkNameToFind(decodeText(bytes), 'here')), bytes) === 0
  }), { numRuns: 3000 })
})

t.test('namespace names', async (t) => {
  const good = ['red', 'blue-namespace', '_x', '0', '1234', 'a.b@c-d_e', 'a..b', '__proto__', 'constructor', 'x'.repeat(255)]
  for (const text of good) t.equal(namespaceName(text, 'here'), text)
  const characters = (text: string) => `${text} has a character other than letters, digits and _ . @ -`
  const start = (text: string) => `'${text}' starts with neither a letter nor a digit nor _`
  const bad: [text: string, reason: string][] = [
    ['', 'empty, where a namespace name is wanted'], ['x'.repeat(256), '256 bytes, a namespace name has at most 255'],
    ['.', start('.')], ['..', start('..')], ['.hidden', start('.hidden')], ['-x', start('-x')], ['@x', start('@x')],
    ['../../etc/x', characters("'../../etc/x'")], ['a/b', characters("'a/b'")], ['/', characters("'/'")],
    ['/run/netns/x', characters("'/run/netns/x'")], ['a/', characters("'a/'")],
    ['a\0b', characters("'a\\u0000b'")], ['a b', characters("'a b'")], ['a\n', characters("'a\\u000a'")],
    ['a\u001b', characters("'a\\u001b'")],
    ['é', characters("'é'")], ['a\u0301', characters("'a\u0301'")], ['ａ', characters("'ａ'")], ['a\udc80', characters("'a\\udc80'")],
    ['a:b', characters("'a:b'")], ['a%b', characters("'a%b'")],
    ['a\\b', characters("'a\\b'")], ['~x', characters("'~x'")], ['$x', characters("'$x'")], ['a,b', characters("'a,b'")],
    ['[x]', characters("'[x]'")], ['`x`', characters("'`x`'")], ['{x}', characters("'{x}'")]
  ]
  for (const [text, reason] of bad) t.same(refusal((path) => namespaceName(text, path)), outOfRange(reason), JSON.stringify(text.slice(0, 20)))
  for (const [value, name] of NOT_STRINGS) {
    t.same(refusal((path) => namespaceName(value, path)), wrongType(`a namespace name is a string, not ${name}`))
  }
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'aAzZ09_.@-/:[{`^ é\0') }), (text) => {
    const right = /^[A-Za-z0-9_][A-Za-z0-9_.@-]*$/.test(text)
    try {
      return namespaceName(text, 'here') === text && right
    } catch (error) {
      return error instanceof RangeError && !right
    }
  }), { numRuns: 3000 })
})

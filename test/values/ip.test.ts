// Addresses and prefixes: tables of what is taken and refused, and Node's own readers of addresses (node:net, URL) as
// independent judges.

import { isIPv4, isIPv6 } from 'node:net'
import fc from 'fast-check'
import t from 'tap'
import { formatIp, formatPrefix, ipBytes, networkPrefix, parsePrefix } from '../../lib/values.ts'
import { NOT_STRINGS, outOfRange, refusal, wrongType } from './refusal.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** Bytes of an address in which zero groups are as frequent as they are in real ones. */
const ipv6 = fc.array(fc.oneof(fc.constant(0), fc.constant(0xffff), fc.nat(0xff), fc.nat(0xffff)), { minLength: 8, maxLength: 8 })
  .map((groups) => Buffer.from(groups.flatMap((group) => [group >> 8, group & 0xff])))
const ipv4 = fc.uint8Array({ minLength: 4, maxLength: 4 })
const address = fc.oneof(ipv4, ipv6)

t.test('what is taken, and its canonical text', async (t) => {
  const good: [text: string, bytes: string, canonical?: string][] = [
    ['0.0.0.0', '00000000'], ['255.255.255.255', 'ffffffff'], ['192.168.15.1', 'c0a80f01'], ['127.0.0.1', '7f000001'],
    ['10.0.200.99', '0a00c863'],
    ['::', '00'.repeat(16)], ['::1', '00'.repeat(15) + '01'], ['1::', '0001' + '00'.repeat(14)],
    ['fe80::1', 'fe80' + '00'.repeat(13) + '01'], ['FE80::ABCD', 'fe80' + '00'.repeat(12) + 'abcd', 'fe80::abcd'],
    ['1:2:3:4:5:6:7:8', '00010002000300040005000600070008'],
    ['0001:0002:0003:0004:0005:0006:0007:0008', '00010002000300040005000600070008', '1:2:3:4:5:6:7:8'],
    ['::2:3:4:5:6:7:8', '00000002000300040005000600070008', '0:2:3:4:5:6:7:8'],
    ['1:2:3:4:5:6:7::', '00010002000300040005000600070000', '1:2:3:4:5:6:7:0'],
    ['1:2:3::5:6:7:8', '00010002000300000005000600070008', '1:2:3:0:5:6:7:8'],
    ['1:0:0:2:0:0:0:3', '00010000000000020000000000000003', '1:0:0:2::3'],
    ['1:0:0:2:3:0:0:4', '00010000000000020003000000000004', '1::2:3:0:0:4'],
    ['0:0:1:0:0:0:0:0', '00000000000100000000000000000000', '0:0:1::'],
    ['::ffff:1.2.3.4', '00'.repeat(10) + 'ffff01020304'], ['::ffff:102:304', '00'.repeat(10) + 'ffff01020304', '::ffff:1.2.3.4'],
    ['::0.0.0.0', '00'.repeat(16), '::'], ['::1.2.3.4', '00'.repeat(12) + '01020304', '::102:304'],
    ['64:ff9b::192.0.2.33', '0064ff9b' + '00'.repeat(8) + 'c0000221', '64:ff9b::c000:221'],
    ['1:2:3:4:5:6:7.8.9.10', '000100020003000400050006' + '0708090a', '1:2:3:4:5:6:708:90a'],
    ['1:2:3:4:5::7.8.9.10', '00010002000300040005' + '0000' + '0708090a', '1:2:3:4:5:0:708:90a'],
    ['ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255', 'ff'.repeat(16), 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff']
  ]
  for (const [text, bytes, canonical] of good) {
    t.equal(hex(ipBytes(text, 'here')), bytes, text)
    t.equal(formatIp(ipBytes(text, 'here')), canonical ?? text, `${text} again`)
  }
})

const BAD: Record<string, string[]> = {
  'is not an IP address': ['localhost', 'default', 'any', '1', '2130706433', '0x7f000001', '-', 'é', '１２７', '\0'],
  'parts, an IPv4 address has four': ['1.2.3', '127.1', '0x7f.1', '1.2.3.4.', '.1.2.3.4', '1.2.3.4.5', '1..2.3.4', '.'],
  'which is not a decimal number': ['0x7f.0.0.1', '1.2.3.', '.1.2.3', '1..2.3', '-1.2.3.4', '+1.2.3.4', '1.2.3.4a', '1.2.3.a', '1e1.2.3.4',
    '1.2.3.٤', '１.2.3.4', '1.2.3.4\0', '1,5.2.3.4', '1.2.3.-0', '...'],
  'which some would read as octal': ['010.0.0.1', '1.2.3.04', '00.0.0.0', '1.2.3.000', '0177.0.0.1', '1.2.3.0377'],
  'which is over 255': ['256.0.0.1', '1.2.3.256', '1.2.3.999', '1.2.3.4294967296', '1.2.3.99999999999999999999'],
  'white space': [' 1.2.3.4', '1.2.3.4 ', '1.2. 3.4', '1.2.3.4\n', '\t1.2.3.4', '::1 ', ' ::1', '::\u00a01'],
  'has a zone': ['::1%eth0', 'fe80::1%1', 'fe80::1%', '%', '1.2.3.4%eth0'],
  'has brackets': ['[::1]', '[1.2.3.4]', '::1]'],
  'has a prefix length': ['1.2.3.4/24', '::1/64', '/'],
  'is not an IPv6 address': [':', ':::', '::1::', '1::2::3', ':1', '1:', ':1:2:3:4:5:6:7', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:', '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8:', ':1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8::', '::1:2:3:4:5:6:7:8', '1:2:3:4::5:6:7:8', '1:::2', '12345::', '::00001', '::g',
    '::-1', '::+1', '::0x1', '::1.2.3', '::1.2.3.4.5', '::1.2.3.256', '::01.2.3.4', '::1.2.3.4:5', '1:2:3:4:5:6:7:1.2.3.4', '1:2:3:4:5:1.2.3.4',
    '1:2:3:4:5:6::1.2.3.4', '::.1.2.3', '::1.2.3.', '::a.2.3.4', '1.2.3.4::', '1.2.3.4:5', '127.0.0.1:80', '::１', '::\0', '::1\0'],
  'characters, an IP address has at most 45': ['1'.repeat(46), '0:'.repeat(1e5), 'ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.2550'],
  'empty, where an IP address is wanted': ['']
}

t.test('what is refused, and why', async (t) => {
  let count = 0
  for (const [reason, texts] of Object.entries(BAD)) {
    for (const text of texts) {
      const error = refusal((path) => ipBytes(text, path))
      t.same(error, outOfRange(error.reason), JSON.stringify(text.slice(0, 50)))
      t.ok(error.reason.includes(reason) && error.reason.length < 250, `${reason}: ${error.reason}`)
      t.equal(refusal((path) => parsePrefix(`${text}/0`, path)).name, 'RangeError', 'nor is it a prefix')
      count++
    }
  }
  t.ok(count >= 60, `${count} texts`)
  for (const [value, name] of NOT_STRINGS) {
    t.same(refusal((path) => ipBytes(value, path)), wrongType(`an IP address is a string, not ${name}`))
    t.same(refusal((path) => parsePrefix(value, path)), wrongType(`a prefix is a string, not ${name}`))
    t.same(refusal((path) => networkPrefix(value, path)), wrongType(`a prefix is a string, not ${name}`))
  }
})

t.test('messages, word for word', async (t) => {
  const bad: [text: string, reason: string][] = [
    ['010.0.0.1', "'010.0.0.1' has '010', which some would read as octal"],
    ['1.2.3', "'1.2.3' has 3 parts, an IPv4 address has four"],
    ['1.2.3.4/24', "'1.2.3.4/24' has a prefix length, where an address alone is wanted"],
    ['fe80::1%eth0', "'fe80::1%eth0' has a zone, which is no part of an address"],
    ['::\u001b[31m', "'::\\u001b[31m' has brackets"],
    ['0.0.0.04', "'0.0.0.04' has '04', which some would read as octal"], ['1.255.256.0', "'1.255.256.0' has 256, which is over 255"],
    ['', 'empty, where an IP address is wanted'], ['1'.repeat(45), `'${'1'.repeat(45)}' is not an IP address`]
  ]
  for (const [text, reason] of bad) t.same(refusal((path) => ipBytes(text, path)), outOfRange(reason))
})

t.test('prefixes', async (t) => {
  t.same(parsePrefix('192.168.15.1/24', 'here'), { bytes: Uint8Array.of(192, 168, 15, 1), length: 24, family: 4, explicit: true })
  t.same(parsePrefix('192.168.15.1', 'here'), { bytes: Uint8Array.of(192, 168, 15, 1), length: 32, family: 4, explicit: false })
  t.same(parsePrefix('192.168.15.1/32', 'here'), { bytes: Uint8Array.of(192, 168, 15, 1), length: 32, family: 4, explicit: true })
  t.match(parsePrefix('0.0.0.0/0', 'here'), { length: 0, family: 4, explicit: true })
  t.match(parsePrefix('fe80::1/64', 'here'), { length: 64, family: 6, explicit: true })
  t.match(parsePrefix('fe80::1', 'here'), { length: 128, family: 6, explicit: false })
  t.match(parsePrefix('::ffff:1.2.3.4/96', 'here'), { length: 96, family: 6, explicit: true })
  const bad: [text: string, reason: string][] = [
    ['10.0.0.0/33', 'prefix length 33 is over 32'], ['10.0.0.0/128', 'prefix length 128 is over 32'],
    ['::/129', 'prefix length 129 is over 128'],
    ['10.0.0.0/4294967296', 'prefix length 4294967296 is over 32'],
    ['::/99999999999999999999999', "prefix length '99999999999999999999999' is over 128"],
    ['10.0.0.0/:', "prefix length ':' is not a decimal number"], ['10.0.0.0/0x', "prefix length '0x' is not a decimal number"],
    [`::/${'9'.repeat(20)}`, `prefix length ${'9'.repeat(20)} is over 128`], [`::/${'9'.repeat(21)}`, `prefix length '${'9'.repeat(21)}' is over 128`],
    ['10.0.0.0/', "nothing follows the '/'"], ['10.0.0.0/-1', "prefix length '-1' is not a decimal number"],
    ['10.0.0.0/+8', "prefix length '+8' is not a decimal number"], ['10.0.0.0/ 8', "prefix length ' 8' is not a decimal number"],
    ['10.0.0.0/8 ', "prefix length '8 ' is not a decimal number"], ['10.0.0.0/8\0', "prefix length '8\\u0000' is not a decimal number"],
    ['10.0.0.0/0x8', "prefix length '0x8' is not a decimal number"], ['10.0.0.0/8.0', "prefix length '8.0' is not a decimal number"],
    ['10.0.0.0/1e1', "prefix length '1e1' is not a decimal number"], ['10.0.0.0/٨', "prefix length '٨' is not a decimal number"],
    ['10.0.0.0/255.0.0.0', "prefix length '255.0.0.0' is not a decimal number"],
    ['10.0.0.0/8/8', "prefix length '8/8' is not a decimal number"],
    ['10.0.0.0/08', "prefix length '08' has a leading zero"], ['10.0.0.0/00', "prefix length '00' has a leading zero"],
    ['/8', 'empty, where an IP address is wanted'], ['', 'empty, where an IP address is wanted'],
    ['10.0.0/8', "'10.0.0' has 3 parts, an IPv4 address has four"],
    ['10/8', "'10' is not an IP address"], ['fe80::1%eth0/64', "'fe80::1%eth0' has a zone, which is no part of an address"],
    ['[::]/0', "'[::]' has brackets"], ['10.0.0.0 /8', "'10.0.0.0 ' has white space"]
  ]
  for (const [text, reason] of bad) {
    t.same(refusal((path) => parsePrefix(text, path)), outOfRange(reason), text)
    t.same(refusal((path) => networkPrefix(text, path)), outOfRange(reason), text)
  }
})

t.test('host bits in a network', async (t) => {
  const good = ['10.0.0.0/24', '0.0.0.0/0', '::/0', '10.0.0.1', '10.0.0.1/32', '10.0.0.128/25', '255.255.255.254/31', '2001:db8::/32', 'fe80::/10', '::1']
  for (const text of good) {
    t.same(networkPrefix(text, 'here'), parsePrefix(text, 'here'), text)
  }
  const bad: [text: string, network: string][] = [
    ['10.0.0.5/24', '10.0.0.0/24'], ['10.0.0.129/25', '10.0.0.128/25'], ['10.0.0.1/31', '10.0.0.0/31'], ['0.0.0.1/0', '0.0.0.0/0'],
    ['128.0.0.0/0', '0.0.0.0/0'],
    ['10.1.0.0/8', '10.0.0.0/8'], ['10.0.0.1/8', '10.0.0.0/8'], ['::1/127', '::/127'], ['2001:db8::1/64', '2001:db8::/64'],
    ['fe80::1/10', 'fe80::/10']
  ]
  for (const [text, network] of bad) {
    t.same(refusal((path) => networkPrefix(text, path)), outOfRange(`${text} has host bits set; the network is ${network}`), text)
  }
  t.equal(refusal((path) => networkPrefix('FE80:0:0:0::1/10', path)).reason, 'fe80::1/10 has host bits set; the network is fe80::/10')
  fc.assert(fc.property(address, fc.nat(128), (bytes, bits) => {
    const length = bits % (bytes.length * 8 + 1)
    const mask = (1n << BigInt(bytes.length * 8 - length)) - 1n
    const number = BigInt(`0x${hex(bytes)}`)
    const text = formatPrefix(bytes, length)
    if ((number & mask) === 0n) return hex(networkPrefix(text, 'here').bytes) === hex(bytes)
    const network = (number & ~mask).toString(16).padStart(bytes.length * 2, '0')
    const meant = formatPrefix(Buffer.from(network, 'hex'), length)
    return refusal((path) => networkPrefix(text, path)).reason === `${text} has host bits set; the network is ${meant}`
  }), { numRuns: 2000 })
})

t.test('parsing what was formatted gives the same bytes', async () => {
  fc.assert(fc.property(address, (bytes) => hex(ipBytes(formatIp(bytes), 'here')) === hex(bytes)), { numRuns: 5000 })
  fc.assert(fc.property(address, fc.nat(128), (bytes, bits) => {
    const length = bits % (bytes.length * 8 + 1)
    const prefix = parsePrefix(formatPrefix(bytes, length), 'here')
    return hex(prefix.bytes) === hex(bytes) && prefix.length === length && prefix.family === (bytes.length === 4 ? 4 : 6) && prefix.explicit
  }), { numRuns: 2000 })
})

t.test('formatting only what is an address', async (t) => {
  for (const length of [0, 1, 3, 5, 6, 15, 17]) {
    t.throws(() => formatIp(new Uint8Array(length)), { name: 'RangeError', message: `bytes: ${length} bytes, an IP address has 4 or 16` })
  }
})

/** The text as another reader of IPv6 addresses writes it. */
const byUrl = (text: string) => new URL(`http://[${text}]/`).hostname.slice(1, -1)

t.test('the URL standard agrees on what an IPv6 text means', async (t) => {
  fc.assert(fc.property(ipv6, (bytes) => {
    const text = formatIp(bytes)
    // The URL standard's serialisation never ends in a dotted quad.
    const quad = text.includes('.') ? `::ffff:${bytes.readUInt16BE(12).toString(16)}:${bytes.readUInt16BE(14).toString(16)}` : text
    return byUrl(text) === quad
  }), { numRuns: 3000 })
  for (const text of ['1:0:0:2:0:0:0:3', '1:2:3:4:5:6:7::', '::1.2.3.4', '64:ff9b::192.0.2.33', '1:2:3:4:5::7.8.9.10']) {
    t.equal(formatIp(ipBytes(text, 'here')), byUrl(text), text)
  }
})

/** An address with a few characters put in, taken out or changed: as near to right as wrong texts get. */
const edit = fc.tuple(fc.nat(60), fc.nat(1), fc.constantFrom(...'0123456789afAF:.g/ -x', '', '::'))
const nearly = fc.tuple(address.map(formatIp), fc.array(edit, { maxLength: 3 })).map(([text, edits]) => edits.reduce((all, [place, cut, put]) => {
  const at = place % (all.length + 1)
  return all.slice(0, at) + put + all.slice(at + cut)
}, text))

function accepted(text: string): boolean {
  try {
    ipBytes(text, 'here')
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

t.test('node:net takes and refuses the same texts, but for zones', async (t) => {
  let taken = 0
  const any = fc.oneof(nearly, nearly, nearly, fc.string(), fc.string({ unit: fc.constantFrom(...'01af:.') }))
  fc.assert(fc.property(any.filter((text) => !text.includes('%')), (text) => {
    const ours = accepted(text)
    if (ours) taken++
    if (ours && ipBytes(text, 'here').length !== (isIPv4(text) ? 4 : 16)) return false
    return ours === (isIPv4(text) || isIPv6(text))
  }), { numRuns: 20000 })
  t.ok(taken > 1000, 'many were right')
  t.ok(isIPv6('fe80::1%eth0') && !accepted('fe80::1%eth0'), 'a zone is the exception')
})

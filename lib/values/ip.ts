// IP addresses and prefixes as text. Strict: what inet_aton adds to the dotted quad (octal, hex, fewer octets) is
// refused, for two readers may disagree about it. Bulk insertion runs this once per route, hence the loops over
// character codes: nothing is allocated but the result, and a reason is looked for only once a text is refused.

import { rangeError } from '../errors.ts'
import { hexDigit } from './digits.ts'
import { explainIp, explainLength } from './ip-reasons.ts'
import { notString } from './quote.ts'

/** An address with the length of its prefix. `explicit`: the text had a length, rather than meaning the whole address. */
export interface Prefix {
  bytes: Uint8Array
  length: number
  family: 4 | 6
  explicit: boolean
}

const DOT = 0x2e
const COLON = 0x3a

/** The four octets of text[start, end) as one number, or -1. */
function parse4(text: string, start: number, end: number): number {
  let value = 0
  let octet = -1
  let dots = 0
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - 0x30
    if (digit >= 0 && digit <= 9) {
      if (octet === 0) return -1
      octet = octet < 0 ? digit : octet * 10 + digit
      if (octet > 255) return -1
    } else {
      if (digit !== DOT - 0x30 || octet < 0 || ++dots > 3) return -1
      value = value * 256 + octet
      octet = -1
    }
  }
  return octet < 0 || dots !== 3 ? -1 : value * 256 + octet
}

function write16(bytes: Uint8Array, at: number, value: number): number {
  bytes[at] = value >> 8
  bytes[at + 1] = value
  return at + 2
}

function write32(bytes: Uint8Array, at: number, value: number): number {
  bytes[at] = value >>> 24
  bytes[at + 1] = value >>> 16
  bytes[at + 2] = value >>> 8
  bytes[at + 3] = value
  return at + 4
}

/** Moves the groups behind '::' to the end, and says whether `at` bytes with a '::' at `gap` (-1: none) make an address. */
function closeGap(bytes: Uint8Array, at: number, gap: number): boolean {
  if (gap < 0) return at === 16
  if (at > 14) return false // '::' stands for one group at least
  const tail = 16 - (at - gap)
  bytes.copyWithin(tail, gap, at)
  bytes.fill(0, gap, tail)
  return true
}

/** The sixteen bytes of text[0, end), or undefined. */
function parse6(text: string, end: number): Uint8Array | undefined {
  const bytes = new Uint8Array(16)
  let at = 0
  let gap = -1
  let digits = 0
  let group = 0
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i)
    const digit = hexDigit(code)
    if (digit >= 0) {
      if (++digits > 4 || at > 14) return undefined
      group = group << 4 | digit
    } else if (code === COLON && digits > 0) {
      if (i === end - 1) return undefined
      at = write16(bytes, at, group)
      digits = group = 0
    } else if (code === COLON && i > 0) { // the second of two colons
      if (gap >= 0) return undefined
      gap = at
    } else if (code === COLON) {
      if (text.charCodeAt(1) !== COLON) return undefined
    } else {
      const quad = code === DOT && digits > 0 && at <= 12 ? parse4(text, i - digits, end) : -1
      if (quad < 0) return undefined
      at = write32(bytes, at, quad)
      digits = 0
      break
    }
  }
  if (digits > 0) at = write16(bytes, at, group)
  return closeGap(bytes, at, gap) ? bytes : undefined
}

function parse(text: string, end: number): Uint8Array | undefined {
  const quad = parse4(text, 0, end)
  if (quad < 0) return parse6(text, end)
  const bytes = new Uint8Array(4)
  write32(bytes, 0, quad)
  return bytes
}

/** The bytes, 4 or 16, of an address: a dotted quad, or RFC 4291's text without zone and brackets. */
export function ipBytes(text: unknown, path: string): Uint8Array {
  if (typeof text !== 'string') throw notString(text, path, 'an IP address')
  const bytes = parse(text, text.length)
  if (bytes === undefined) throw rangeError(path, explainIp(text))
  return bytes
}

/** The decimal number from `start` to the end, or -1 if it is none or over `max`. */
function parseLength(text: string, start: number, max: number): number {
  let value = -1
  for (let i = start; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 0x30
    if (digit < 0 || digit > 9 || value === 0) return -1
    value = value < 0 ? digit : value * 10 + digit
    if (value > max) return -1
  }
  return value
}

/** An address with or without the length of its prefix; without, the prefix is the whole address. */
export function parsePrefix(text: unknown, path: string): Prefix {
  if (typeof text !== 'string') throw notString(text, path, 'a prefix')
  const slash = text.indexOf('/')
  const bytes = parse(text, slash < 0 ? text.length : slash)
  if (bytes === undefined) throw rangeError(path, explainIp(slash < 0 ? text : text.slice(0, slash)))
  const bits = bytes.length * 8
  const length = slash < 0 ? bits : parseLength(text, slash + 1, bits)
  if (length < 0) throw rangeError(path, explainLength(text.slice(slash + 1), bits))
  return { bytes, length, family: bits === 32 ? 4 : 6, explicit: slash >= 0 }
}

function hasHostBits(bytes: Uint8Array, length: number): boolean {
  let i = length >> 3
  if (((bytes[i] ?? 0) & 0xff >> (length & 7)) !== 0) return true
  while (++i < bytes.length) if (bytes[i] !== 0) return true
  return false
}

function networkOf({ bytes, length }: Prefix): Uint8Array {
  return bytes.map((byte, i) => byte & ~(0xff >> Math.min(8, Math.max(0, length - i * 8))))
}

/** A prefix as a route's destination has it: fib_table_insert refuses bits behind the length, without saying why. */
export function networkPrefix(text: unknown, path: string): Prefix {
  const prefix = parsePrefix(text, path)
  if (!hasHostBits(prefix.bytes, prefix.length)) return prefix
  const network = formatPrefix(networkOf(prefix), prefix.length)
  throw rangeError(path, `${formatPrefix(prefix.bytes, prefix.length)} has host bits set; the network is ${network}`)
}

function format4(bytes: Uint8Array, at: number): string {
  return `${bytes[at]}.${bytes[at + 1]}.${bytes[at + 2]}.${bytes[at + 3]}`
}

function group(bytes: Uint8Array, index: number): number {
  return (bytes[index * 2] ?? 0) << 8 | (bytes[index * 2 + 1] ?? 0)
}

/** Start * 16 + length of the first longest run of two or more zero groups; 0 if there is none. */
function longestZeros(bytes: Uint8Array): number {
  let best = 1
  let found = 0
  for (let i = 0, run = 0; i < 8; i++) {
    run = group(bytes, i) === 0 ? run + 1 : 0
    if (run > best) {
      best = run
      found = (i + 1 - run) * 16 + run
    }
  }
  return found
}

/** IPv4-mapped, the one prefix that RFC 5952 section 5 wants in mixed notation. */
function isMapped(bytes: Uint8Array, zeros: number): boolean {
  return zeros === 5 && group(bytes, 5) === 0xffff
}

function format6(bytes: Uint8Array): string {
  const zeros = longestZeros(bytes)
  if (isMapped(bytes, zeros)) return `::ffff:${format4(bytes, 12)}`
  const start = zeros >> 4
  const end = start + (zeros & 15)
  let text = ''
  for (let i = 0; i < 8; i++) {
    if (i === start && end > start) {
      text += '::'
      i = end - 1
    } else {
      text += (i > 0 && i !== end ? ':' : '') + group(bytes, i).toString(16)
    }
  }
  return text
}

/** The canonical text of an address: RFC 5952, so that equal addresses are equal strings. */
export function formatIp(bytes: Uint8Array): string {
  if (bytes.length === 4) return format4(bytes, 0)
  if (bytes.length === 16) return format6(bytes)
  throw rangeError('bytes', `${bytes.length} bytes, an IP address has 4 or 16`)
}

export function formatPrefix(bytes: Uint8Array, length: number): string {
  return `${formatIp(bytes)}/${length}`
}

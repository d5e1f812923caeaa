// Link-layer addresses as text: two hex digits a byte, colons between. No other notation: '1:2:3' and '01-02-03' are
// refused rather than guessed at.

import { rangeError } from '../errors.ts'
import { hexDigit } from './digits.ts'
import { notString, quote } from './quote.ts'

const MAX_ADDR_LEN = 32
const COLON = 0x3a

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function parse(text: string): Uint8Array | undefined {
  const count = (text.length + 1) / 3
  if (!Number.isInteger(count) || count < 1 || count > MAX_ADDR_LEN) return undefined
  const bytes = new Uint8Array(count)
  for (let i = 0; i < count; i++) {
    const high = hexDigit(text.charCodeAt(i * 3))
    const low = hexDigit(text.charCodeAt(i * 3 + 1))
    if (high < 0 || low < 0 || (i > 0 && text.charCodeAt(i * 3 - 1) !== COLON)) return undefined
    bytes[i] = high << 4 | low
  }
  return bytes
}

/** The bytes of 'xx:xx:...'. `length` is how many there must be; 0 takes what the kernel's MAX_ADDR_LEN allows. */
export function lladdrBytes(text: unknown, path: string, length = 0): Uint8Array {
  if (typeof text !== 'string') throw notString(text, path, 'a link-layer address')
  const bytes = parse(text)
  if (bytes === undefined) {
    throw rangeError(path, `${quote(text)} is not a link-layer address: two hex digits a byte, ':' between, at most ${MAX_ADDR_LEN} bytes`)
  }
  if (length > 0 && bytes.length !== length) throw rangeError(path, `${quote(text)} has ${bytes.length} bytes, not ${length}`)
  return bytes
}

/** The canonical text: lower case. Empty for no bytes, as a link without an address has them. */
export function formatLladdr(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += (text === '' ? '' : ':') + HEX[byte]
  return text
}

/** A MAC that a link can have: is_valid_ether_addr refuses group addresses and zero with a bare EADDRNOTAVAIL. */
export function macForLink(text: unknown, path: string): Uint8Array {
  const bytes = lladdrBytes(text, path, 6)
  if (((bytes[0] ?? 0) & 1) !== 0) {
    throw rangeError(path, `${quote(formatLladdr(bytes))} is a multicast or broadcast address, which no link can have`)
  }
  if (bytes.every((byte) => byte === 0)) throw rangeError(path, 'all bytes are zero, which no link can have as its address')
  return bytes
}

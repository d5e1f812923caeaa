// Text to bytes and back without loss. The kernel's strings are bytes, UTF-8 by custom only: a byte that is no part of
// well-formed UTF-8 becomes a lone surrogate U+DC80..U+DCFF (Python calls it surrogateescape), and that one byte again.

import { isUtf8 } from 'node:buffer'
import { rangeError } from '../errors.ts'
import { notString, quote } from './quote.ts'

/** Bytes that a code point takes on the wire; 0 if it has no place there. */
function width(code: number): number {
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  if (code >= 0xd800 && code <= 0xdfff) return code >= 0xdc80 && code <= 0xdcff ? 1 : 0
  return code < 0x10000 ? 3 : code <= 0x10ffff ? 4 : 0
}

/** How many bytes a text takes; -1 if it has a lone surrogate that stands for no byte. */
export function encodedLength(text: string): number {
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0
    const size = width(code)
    if (size === 0) return -1
    if (size === 4) i++
    length += size
  }
  return length
}

function write(bytes: Uint8Array, at: number, code: number): number {
  const size = width(code)
  if (size === 1) {
    bytes[at] = code // of U+DC80..U+DCFF the low byte is the byte meant
  } else {
    bytes[at] = 0xf00 >> size | code >> 6 * (size - 1)
    for (let k = 1; k < size; k++) bytes[at + k] = 0x80 | (code >> 6 * (size - 1 - k) & 0x3f)
  }
  return at + size
}

/** The bytes of a text: the inverse of `decodeText`. */
export function encodeText(text: string): Uint8Array {
  const length = encodedLength(text)
  if (length < 0) throw rangeError('text', loneSurrogate(text))
  const bytes = new Uint8Array(length)
  for (let i = 0, at = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0
    if (code > 0xffff) i++
    at = write(bytes, at, code)
  }
  return bytes
}

/** The code point of the well-formed sequence at `at`, or -1. */
function sequence(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return lead
  const size = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
  if (size === 0) return -1
  let code = lead & 0x7f >> size
  for (let k = 1; k < size; k++) {
    const next = bytes[at + k] ?? 0
    if ((next & 0xc0) !== 0x80) return -1
    code = code << 6 | next & 0x3f
  }
  return width(code) === size ? code : -1 // neither overlong nor a surrogate nor beyond U+10FFFF
}

/** The text of any bytes whatever; `encodeText` gives the same bytes again. */
export function decodeText(bytes: Uint8Array): string {
  if (isUtf8(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  let text = ''
  for (let at = 0; at < bytes.length;) {
    const code = sequence(bytes, at)
    text += code < 0 ? String.fromCharCode(0xdc00 | (bytes[at] ?? 0)) : String.fromCodePoint(code)
    at += code < 0 ? 1 : width(code)
  }
  return text
}

/** The reason against a text that `encodedLength` refuses. */
export function loneSurrogate(text: string): string {
  return `${quote(text)} has a lone surrogate, which stands for no byte`
}

/** The bytes of any string for the wire. The kernel would cut it at a NUL, so it has none. `max` 0: of any length. */
export function textBytes(text: unknown, path: string, max = 0): Uint8Array {
  if (typeof text !== 'string') throw notString(text, path, 'a text')
  if (text.includes('\0')) throw rangeError(path, `${quote(text)} has a NUL, where the kernel would cut it`)
  const length = encodedLength(text)
  if (length < 0) throw rangeError(path, loneSurrogate(text))
  if (max > 0 && length > max) throw rangeError(path, `${length} bytes, at most ${max} fit`)
  return encodeText(text)
}

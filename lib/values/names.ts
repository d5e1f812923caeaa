// Names of links and of namespaces. What may be created is stricter than what the kernel takes: a name that a shell, a
// terminal or sysctl's paths would misread is refused. What exists can be looked up whatever its name, being others' work.

import { rangeError } from '../errors.ts'
import { notString, quote } from './quote.ts'
import { encodedLength, loneSurrogate } from './text.ts'

const MAX_LINK_NAME = 15 // IFNAMSIZ less the NUL
const MAX_FILE_NAME = 255

/** Refused by dev_valid_name and by sysctl_dev_name_is_allowed. */
const TAKEN = new Set(['.', '..', 'all', 'default'])

/** Refuses a NUL, where the kernel would cut the name and mean another link, and a wrong number of bytes. */
function checkSize(text: string, path: string): void {
  if (text === '') throw rangeError(path, 'empty, where a link name is wanted')
  if (text.includes('\0')) throw rangeError(path, `${quote(text)} has a NUL, where the kernel would cut it`)
  const length = encodedLength(text)
  if (length < 0) throw rangeError(path, loneSurrogate(text))
  if (length > MAX_LINK_NAME) throw rangeError(path, `${length} bytes, a link name has at most ${MAX_LINK_NAME}`)
}

/**
 * Printable ASCII only, and less: dev_valid_name refuses '/', ':' and white space, and dev_alloc_name takes '%' for a
 * template and would make another name than the one asked for.
 */
function checkCharacters(text: string, path: string): void {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code <= 0x20 || code > 0x7e || code === 0x2f || code === 0x3a || code === 0x25) throw rangeError(path, explainCharacter(text, i))
  }
}

function explainCharacter(text: string, at: number): string {
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0)
  if ('/:%'.includes(char)) return `${quote(text)} has '${char}', which no link name may hold`
  if (/\s/.test(char)) return `${quote(text)} has white space, which no link name may hold`
  return `${quote(text)} has ${quote(char)}, which is not printable ASCII`
}

/** A name for a link to be created. */
export function linkName(text: unknown, path: string): string {
  if (typeof text !== 'string') throw notString(text, path, 'a link name')
  checkSize(text, path)
  checkCharacters(text, path)
  if (text.startsWith('-')) throw rangeError(path, `${quote(text)} starts with '-', which commands would take for an option`)
  if (TAKEN.has(text)) throw rangeError(path, `${quote(text)} is taken by directories under /sys and /proc, no link can have it`)
  return text
}

const MAX_ALT_NAME = 127 // ALTIFNAMSIZ less the NUL

/** An alternative name for a link: the same characters, and more of them. */
export function altName(text: unknown, path: string): string {
  if (typeof text !== 'string') throw notString(text, path, 'a link name')
  if (text === '') throw rangeError(path, 'empty, where a link name is wanted')
  checkCharacters(text, path)
  if (text.length > MAX_ALT_NAME) throw rangeError(path, `${text.length} bytes, an alternative name has at most ${MAX_ALT_NAME}`)
  if (text.startsWith('-')) throw rangeError(path, `${quote(text)} starts with '-', which commands would take for an option`)
  if (TAKEN.has(text)) throw rangeError(path, `${quote(text)} is taken by directories under /sys and /proc, no link can have it`)
  return text
}

/** A name under which a link may exist: any bytes that the kernel could hold, as `decodeText` writes them. */
export function linkNameToFind(text: unknown, path: string): string {
  if (typeof text !== 'string') throw notString(text, path, 'a link name')
  checkSize(text, path)
  return text
}

function isNameCode(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f
}

function isInnerCode(code: number): boolean {
  return isNameCode(code) || code === 0x2e || code === 0x40 || code === 0x2d // . @ -
}

/** A namespace's name: a file's name in /run/netns, never a path; digits alone are a name too, not a process. */
export function namespaceName(text: unknown, path: string): string {
  if (typeof text !== 'string') throw notString(text, path, 'a namespace name')
  if (text === '') throw rangeError(path, 'empty, where a namespace name is wanted')
  for (let i = 0; i < text.length; i++) {
    if (!isInnerCode(text.charCodeAt(i))) throw rangeError(path, `${quote(text)} has a character other than letters, digits and _ . @ -`)
  }
  if (text.length > MAX_FILE_NAME) throw rangeError(path, `${text.length} bytes, a namespace name has at most ${MAX_FILE_NAME}`)
  if (!isNameCode(text.charCodeAt(0))) throw rangeError(path, `${quote(text)} starts with neither a letter nor a digit nor _`)
  return text
}

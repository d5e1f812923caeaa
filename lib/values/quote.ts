// How a refused value appears in an error's message: escaped, since it may be anybody's, and cut to a readable length.

import { printable, typeError } from '../errors.ts'

const LONGEST = 64

/** The text in quotes, safe for a terminal. */
export function quote(text: string): string {
  return `'${printable(text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text)}'`
}

/** What a value is, with its article: 'a number', 'null', 'an array'. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  const type = Array.isArray(value) ? 'array' : typeof value
  return `${type === 'array' || type === 'object' ? 'an' : 'a'} ${type}`
}

/** The error for a value that is no string where `noun` ('an IP address') is written as one. */
export function notString(value: unknown, path: string, noun: string): TypeError {
  return typeError(path, `${noun} is a string, not ${typeName(value)}`)
}

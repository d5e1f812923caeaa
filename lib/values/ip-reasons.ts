// Why a text is no IP address or no prefix length, in words. Runs only for texts that ip.ts has refused, and
// decides nothing: a text without a known reason is still refused, with the plain sentence.

import { quote } from './quote.ts'

const LONGEST = 45 // six groups and a dotted quad, all digits written

const DECIMAL = /^[0-9]+$/

function explain4(text: string): string {
  const octets = text.split('.')
  if (octets.length === 1) return `${quote(text)} is not an IP address`
  if (octets.length !== 4) return `${quote(text)} has ${octets.length} parts, an IPv4 address has four`
  for (const octet of octets) {
    if (!DECIMAL.test(octet)) return `${quote(text)} has ${quote(octet)}, which is not a decimal number`
    if (octet.length > 1 && octet.startsWith('0')) return `${quote(text)} has ${quote(octet)}, which some would read as octal`
    if (Number(octet) > 255) return `${quote(text)} has ${octet}, which is over 255`
  }
  return `${quote(text)} is not an IPv4 address`
}

/** The reason against an address. */
export function explainIp(text: string): string {
  if (text === '') return 'empty, where an IP address is wanted'
  if (text.length > LONGEST) return `${text.length} characters, an IP address has at most ${LONGEST}`
  if (/\s/.test(text)) return `${quote(text)} has white space`
  if (text.includes('/')) return `${quote(text)} has a prefix length, where an address alone is wanted`
  if (text.includes('%')) return `${quote(text)} has a zone, which is no part of an address`
  if (text.includes('[') || text.includes(']')) return `${quote(text)} has brackets`
  return text.includes(':') ? `${quote(text)} is not an IPv6 address` : explain4(text)
}

/** The reason against what follows the '/'. */
export function explainLength(text: string, bits: number): string {
  if (text === '') return "nothing follows the '/'"
  if (!DECIMAL.test(text)) return `prefix length ${quote(text)} is not a decimal number`
  if (text.length > 1 && text.startsWith('0')) return `prefix length ${quote(text)} has a leading zero`
  return `prefix length ${text.length > 20 ? quote(text) : text} is over ${bits}`
}

// Segment routing headers of IPv6, whose length varies: struct ipv6_sr_hdr (RFC 8754) and ipv6_rpl_sr_hdr (RFC 6554) as lists
// of addresses. The kernel checks them with seg6_validate_srh.

import { rangeError, typeError } from '../errors.ts'
import { formatIp, ipBytes } from './ip.ts'
import { integer } from './scalars.ts'

/** Segments in the order in which they are visited. */
export interface Segments {
  segs: string[]
  /** Key of the HMAC, which the kernel fills in when a packet is sent. */
  hmac?: number
}

const HEADER = 8
const ADDRESS = 16
const HMAC = { flag: 0x08, type: 5, bytes: 40, key: 4 } as const   // struct sr6_tlv_hmac
const MOST = 16

function addresses(segs: unknown, path: string): Uint8Array[] {
  if (!Array.isArray(segs)) throw typeError(path, 'an array of IPv6 addresses is wanted')
  const given: readonly unknown[] = Array.from(segs as readonly unknown[])
  if (given.length < 1 || given.length > MOST) throw rangeError(path, `${given.length} segments where 1 to ${MOST} are wanted`)
  return given.map((seg, index) => {
    const bytes = ipBytes(seg, `${path}[${index}]`)
    if (bytes.length !== ADDRESS) throw rangeError(`${path}[${index}]`, 'an IPv6 address is wanted')
    return bytes
  })
}

const stackOf = (header: Uint8Array, count: number): string[] =>
  Array.from({ length: Math.max(0, count) }, (_, index) => formatIp(header.subarray(HEADER + index * ADDRESS, HEADER + (index + 1) * ADDRESS)))

/** `inline`: the header goes into the packet itself, whose destination becomes the last segment; its place is left free. */
export function srhBytes(segs: unknown, hmac: unknown, inline: boolean, path: string): Uint8Array {
  const visited = addresses(segs, `${path}.segs`)
  const key = hmac === undefined ? undefined : integer(hmac, 1, 2 ** 32 - 1, `${path}.hmac`)
  const stack = [...(inline ? [new Uint8Array(ADDRESS)] : []), ...visited.reverse()]
  const end = HEADER + stack.length * ADDRESS
  const bytes = Buffer.alloc(end + (key === undefined ? 0 : HMAC.bytes))
  const last = stack.length - 1
  bytes.set([0, bytes.length / 8 - 1, 4, last, last, key === undefined ? 0 : HMAC.flag])
  stack.forEach((address, index) => bytes.set(address, HEADER + index * ADDRESS))
  if (key !== undefined) {
    bytes.set([HMAC.type, HMAC.bytes - 2], end)
    bytes.writeUInt32BE(key, end + HMAC.key)
  }
  return bytes
}

/** What a header says; undefined for one that contradicts itself. */
export function segmentsOf(header: Uint8Array, inline: boolean): Segments | undefined {
  const [, , , , first = 0, flags = 0] = header
  const end = HEADER + (first + 1) * ADDRESS
  if (header.length < end) return undefined
  const stack = stackOf(header, first + 1)
  const segs = stack.slice(inline && stack[0] === '::' ? 1 : 0).reverse()
  const hasKey = (flags & HMAC.flag) !== 0 && header.length >= end + HMAC.bytes
  return hasKey ? { segs, hmac: Buffer.from(header).readUInt32BE(end + HMAC.key) } : { segs }
}

/** A source routing header of RPL, its addresses in full. */
export function rplBytes(segs: unknown, path: string): Uint8Array {
  const visited = addresses(segs, `${path}.segs`).reverse()
  const bytes = Buffer.alloc(HEADER + visited.length * ADDRESS)
  bytes.set([0, bytes.length / 8 - 1, 3, visited.length])
  visited.forEach((address, index) => bytes.set(address, HEADER + index * ADDRESS))
  return bytes
}

export function rplSegments(header: Uint8Array): string[] {
  const count = Math.floor((header.length - HEADER) / ADDRESS)
  return stackOf(header, count).reverse()
}

// The header of an IOAM trace (struct ioam6_trace_hdr, RFC 9197), of which the kernel wants the kind of data and the room for it.

import { rangeError } from '../errors.ts'
import { integer } from './scalars.ts'
import { snapshot } from './snapshot.ts'

export interface Trace {
  type: number
  ns?: number
  size: number
}

const names = new Set(['type', 'ns', 'size'])

export function traceBytes(trace: unknown, path: string): Uint8Array {
  const { type, ns = 0, size } = snapshot<Trace>(trace, names, path)
  const bytes = Buffer.alloc(8)
  bytes.writeUInt16BE(integer(ns, 0, 65_535, `${path}.ns`))
  const room = integer(size, 4, 244, `${path}.size`)
  if (room % 4 !== 0) throw rangeError(`${path}.size`, `${room} is not a multiple of 4`)
  bytes[3] = room / 4
  bytes.writeUInt32BE(integer(type, 1, 2 ** 24 - 1, `${path}.type`) * 256, 4)
  return bytes
}

export function traceOf(header: Uint8Array): Trace {
  const bytes = Buffer.from(header)
  const ns = bytes.readUInt16BE(0)
  return { type: bytes.readUInt32BE(4) >>> 8, ...(ns === 0 ? {} : { ns }), size: ((bytes[3] ?? 0) & 0x7f) * 4 }
}

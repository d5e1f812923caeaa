// Where a peer is, as WireGuard writes it: '10.0.0.1:51820', '[fd00::1]:51820', '[fe80::1%eth0]:51820'. On the wire it is a
// struct sockaddr_in or sockaddr_in6, whose port and address are in network order.

import { rangeError, typeError } from '../errors.ts'
import { formatIp, ipBytes, linkNameToFind } from '../values.ts'

const AF_INET = 2
const AF_INET6 = 10

export interface PlannedEndpoint {
  readonly sockaddr: Uint8Array
  /** A link that has to be looked up; its index goes behind the address. */
  readonly zone?: string
}

const form = /^(?:\[([^\]%]+)(?:%([^\]]+))?\]|([^:[\]]+)):(\d{1,5})$/
const scopeAt = 24

export function endpointOf(text: unknown, path: string): PlannedEndpoint {
  if (typeof text !== 'string') throw typeError(path, "an address with a port is wanted, such as '10.0.0.1:51820' or '[fd00::1]:51820'")
  const [, six, zone, four, digits] = form.exec(text) ?? []
  const port = Number(digits ?? 0)
  if (digits === undefined || port < 1 || port > 65535) throw rangeError(path, "an address and a port from 1 to 65535 are wanted, such as '10.0.0.1:51820' or '[fd00::1]:51820'")
  const address = ipBytes(six ?? four, path)
  if (address.length !== (six === undefined ? 4 : 16)) throw rangeError(path, 'an IPv6 address, and nothing else, stands in brackets')
  const sockaddr = Buffer.alloc(address.length === 4 ? 16 : 28)
  sockaddr.writeUInt16LE(address.length === 4 ? AF_INET : AF_INET6, 0)
  sockaddr.writeUInt16BE(port, 2)
  sockaddr.set(address, address.length === 4 ? 4 : 8)
  if (zone === undefined) return { sockaddr }
  if (!/^\d+$/.test(zone)) return { sockaddr, zone: linkNameToFind(zone, path) }
  if (Number(zone) > 2 ** 31 - 1) throw rangeError(path, `${zone} is no index of a link`)
  return { sockaddr: withScope(sockaddr, Number(zone)) }
}

export function withScope(sockaddr: Uint8Array, index: number): Uint8Array {
  const copy = Buffer.from(sockaddr)
  copy.writeUInt32LE(index, scopeAt)
  return copy
}

/** The link of a link-local one is shown by its index, as nobody knows in which namespace it has a name. */
export function endpointText(bytes: Uint8Array): string | undefined {
  const sockaddr = Buffer.from(bytes)
  if (sockaddr.length === 16) return `${formatIp(sockaddr.subarray(4, 8))}:${sockaddr.readUInt16BE(2)}`
  if (sockaddr.length !== 28) return undefined
  const scope = sockaddr.readUInt32LE(scopeAt)
  return `[${formatIp(sockaddr.subarray(8, 24))}${scope === 0 ? '' : `%${scope}`}]:${sockaddr.readUInt16BE(2)}`
}

// Where a socket is bound or connected to, as people write it: an IP address, perhaps with the link it is on behind '%',
// and a port; or an abstract name. A zone is a name inside the namespace, so that neither Node nor libuv is shown it.

import { getSystemErrorMap } from 'node:util'
import { NetnsError, printable, rangeError, typeError } from '../errors.ts'
import { formatIp, integer, ipBytes, linkNameToFind, textBytes } from '../values.ts'
import { AF_INET, AF_INET6 } from './open.ts'

export interface Endpoint {
  readonly family: typeof AF_INET | typeof AF_INET6
  readonly bytes: Uint8Array
  /** Canonical, without the zone. */
  readonly address: string
  /** The link that it is on; '' where the routes say. */
  readonly device: string
}

/** '10.0.0.1', 'fe80::1%eth0'. */
export function endpoint(text: unknown, path: string): Endpoint {
  if (typeof text !== 'string') throw typeError(path, 'an IP address or a name is wanted')
  const percent = text.indexOf('%')
  const bytes = ipBytes(percent < 0 ? text : text.slice(0, percent), path)
  const device = percent < 0 ? '' : linkNameToFind(text.slice(percent + 1), path)
  return { family: bytes.length === 4 ? AF_INET : AF_INET6, bytes, address: formatIp(bytes), device }
}

const address = /^[\d.]+(%|$)|:/

/** Whether it can only be meant as an address: it is refused as one, instead of being looked up. */
export function looksLikeAddress(text: string): boolean {
  return address.test(text)
}

export function port(value: unknown, path: string, least = 0): number {
  return integer(value, least, 65535, path)
}

/** The bytes behind the NUL of an abstract name: only these belong to a network namespace. */
export function abstractName(value: unknown, path: string): Uint8Array {
  if (typeof value !== 'string') throw typeError(path, 'a string is wanted')
  if (!value.startsWith('\0')) throw rangeError(path, 'an abstract name starts with a NUL; other unix sockets are files, and the same in every network namespace')
  return textBytes(value.slice(1), path, 107)  // sun_path less the NUL
}

interface Where { readonly address: string, readonly port?: number }

/** An error as net and dgram make them: `connect ETIMEDOUT 10.0.0.1:80`; listening has the words too. */
export function systemError(syscall: string, errno: number, { address, port }: Where): Error & { code: string } {
  const [code, text] = getSystemErrorMap().get(errno) ?? [`ERRNO_${-errno}`, 'unknown error']
  const [words, place] = [syscall === 'listen' ? `${code}: ${text}` : code, port === undefined ? address : `${address}:${port}`]
  return Object.assign(new Error(`${syscall} ${words} ${printable(place)}`), { errno, code, syscall, address }, port === undefined ? {} : { port })
}

const ownSyscalls = new Set(['bind', 'listen', 'connect'])

/** What the kernel said of binding, listening and connecting, in the words of `syscall`; other errors as they are. */
export function placeError(error: unknown, syscall: string, where: Where): unknown {
  return error instanceof NetnsError && ownSyscalls.has(error.syscall) ? systemError(syscall, error.errno, where) : error
}

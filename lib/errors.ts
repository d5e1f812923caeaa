// The errors that callers see. C++ reports facts; the sentences are made here, after an `await`, so that
// the stack is the caller's.

import { getSystemErrorMap } from 'node:util'

/** What the addon knows of a refused operation. `errno` is positive, as the kernel's headers have it. */
export interface Facts {
  errno: number
  syscall: string
  path?: string        // of the file concerned
  extack?: string      // the kernel's words
  attribute?: string   // path of the attribute that the kernel disliked
  missing?: string     // path of the attribute that the kernel missed
}

/** Where libuv has another word (it calls ENOTSUP what the kernel and every manual page about netlink call EOPNOTSUPP), or none. */
const others: ReadonlyMap<number, readonly [code: string, text: string]> = new Map([
  [77, ['EBADFD', 'file descriptor in bad state']],
  [95, ['EOPNOTSUPP', 'operation not supported']],
])

/** The kernel's word for an errno, and what it means. */
export function describe(errno: number): { code: string, text: string } {
  const [code, text] = others.get(errno) ?? getSystemErrorMap().get(-errno) ?? [`ERRNO_${errno}`, `unknown error ${errno}`]
  return { code, text }
}

/** Escapes control characters, so that a name made by somebody else cannot write to a terminal through a message. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\ud800-\udfff]/gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/**
 * The kernel refused a netlink request. `code`, `errno` (negative) and `syscall` follow Node's own system errors.
 *
 * @example
 * try { await Veth.create({ name: 'eth0' }) } catch (error) { if (error.code !== 'EEXIST') throw error }
 */
export class NetlinkError extends Error {
  declare readonly code: string
  declare readonly errno: number
  declare readonly syscall: string
  /** The kind of request, such as `RTM_NEWLINK`. */
  declare readonly request: string
  /** What the request was about: a link's name, an address, a prefix. */
  declare readonly target?: string
  /** The kernel's own words (extended acknowledgement), verbatim. */
  declare readonly extack?: string
  /** Path of the attribute that the kernel disliked, such as `linkinfo.data.id`. */
  declare readonly attribute?: string
  /** Path of the attribute that the kernel missed. */
  declare readonly missing?: string

  constructor(facts: Facts, request: string, target?: string, hint?: string) {
    const { code, text } = describe(facts.errno)
    const subject = target === undefined ? request : `${request} ${printable(target)}`
    const place = facts.attribute ?? (facts.missing === undefined ? undefined : `missing ${facts.missing}`)
    super(`${code}: ${text}, ${subject}` + (facts.extack ? `: ${printable(facts.extack)}` : '') + (place ? ` (${place})` : '') + (hint ? `; ${hint}` : ''))
    Object.assign(this, { code, errno: -facts.errno, syscall: facts.syscall, request },
      target === undefined ? {} : { target }, facts.extack ? { extack: facts.extack } : {},
      facts.attribute ? { attribute: facts.attribute } : {}, facts.missing ? { missing: facts.missing } : {})
  }
}

/**
 * A system call about a namespace failed: setns, unshare, mount, open, socket. The fields are Node's own of a system error.
 */
export class NetnsError extends Error {
  declare readonly code: string
  declare readonly errno: number
  declare readonly syscall: string
  /** The file concerned. */
  declare readonly path?: string

  constructor(facts: Facts, hint?: string) {
    const { code, text } = describe(facts.errno)
    super(`${code}: ${text}, ${facts.syscall}` + (facts.path ? ` '${printable(facts.path)}'` : '') + (hint ? `; ${hint}` : ''))
    Object.assign(this, { code, errno: -facts.errno, syscall: facts.syscall }, facts.path ? { path: facts.path } : {})
  }
}

for (const type of [NetlinkError, NetnsError]) Object.defineProperty(type.prototype, 'name', { value: type.name, configurable: true, writable: true })

/** A condition of this library rather than of the kernel. */
export type LibraryCode = 'ERR_NETNS_CLOSED' | 'ERR_NETNS_CURRENT' | 'ERR_DUMP_INTERRUPTED' | 'ERR_OUTCOME_UNKNOWN' | 'ERR_MALFORMED_MESSAGE' | 'ERR_TIMEOUT' | 'ERR_DAD_FAILED' | 'ERR_CANNOT_CHANGE'

/** An Error with one of the library's own codes; `details` become its properties. */
export function libraryError(code: LibraryCode, message: string, details: object = {}): Error & { code: LibraryCode } {
  return Object.assign(new Error(message), { code }, details)
}

const depth = 30

/** Values are checked, and answers arrive, deep inside: with the usual ten frames the caller would not be on the stack. */
export function deep<E extends Error>(make: () => E): E {
  const { stackTraceLimit } = Error
  Reflect.set(Error, 'stackTraceLimit', Math.max(depth, stackTraceLimit))   // which may be frozen
  try {
    return make()
  } finally {
    Reflect.set(Error, 'stackTraceLimit', stackTraceLimit)
  }
}

/** The argument at `path` is of the wrong type: nothing was sent. */
export function typeError(path: string, message: string): TypeError {
  return Object.assign(deep(() => new TypeError(printable(`${path}: ${message}`))), { code: 'ERR_INVALID_ARG_TYPE', argument: path })
}

/** The argument at `path` has a value that it cannot have: nothing was sent. */
export function rangeError(path: string, message: string): RangeError {
  return Object.assign(deep(() => new RangeError(printable(`${path}: ${message}`))), { code: 'ERR_OUT_OF_RANGE', argument: path })
}

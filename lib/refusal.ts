// Errors about requests: the facts that the addon reports, and what the caller knows of the request, made into a sentence.

import { deep, libraryError, NetlinkError, rangeError } from './errors.ts'
import type { NamespaceHandle, Refusal } from './native.ts'
import { requestHint } from './privilege.ts'
import type { Question } from './protocol.ts'

/** What an error says about its subject, beside the kernel's words. */
export interface About {
  /** The link, address or prefix concerned. */
  readonly target?: string | undefined
  /** What may help, added to the message. */
  hint?(refusal: Refusal): string | undefined
  /** Turns the path of a wrong value in the message into that of the option it came from. */
  readonly rename?: (path: string) => string
  /** Namespaces whose descriptors the message mentions. */
  readonly namespaces?: readonly NamespaceHandle[]
}

export function refused(refusal: Refusal, request: Question, about: About): Error {
  const { outcome, why, errno = 0, syscall = 'netlink' } = refusal
  switch (outcome) {
    case 'refused': case 'not sent':
      return deep(() => new NetlinkError({ ...refusal, errno, syscall }, request.name, about.target, about.hint?.(refusal) ?? requestHint(errno)))
    case 'malformed':
      return libraryError('ERR_MALFORMED_MESSAGE', `${request.name}: the kernel's answer cannot be read: ${why} (${refusal.path})`)
    case 'not encoded':
      return rangeError(about.rename?.(refusal.path ?? '') ?? refusal.path ?? '', why ?? '')
    case 'stopped':
      return libraryError('ERR_NETNS_CLOSED', `${request.name}: the namespace was closed before the request was sent`)
    case 'interrupted':
      return libraryError('ERR_DUMP_INTERRUPTED', `${request.name}: what was listed changed during every attempt to read it`)
    case 'unknown': case 'skipped':
      return libraryError('ERR_OUTCOME_UNKNOWN', `${request.name}: ${why}; the kernel may have done it or not`)
  }
}

/** The same complaint about the option that the value came from. */
export function renamed(error: unknown, rename: (path: string) => string): unknown {
  if (!(error instanceof Error) || !('argument' in error) || typeof error.argument !== 'string') return error
  const path = rename(error.argument)
  error.message = path + error.message.slice(error.argument.length)
  error.argument = path
  return error
}

/** Resolves to nothing where the kernel answers with `code`, which says that there is none: of what is looked for, or of what is to go. */
export async function orNone<T>(code: string, work: Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (error instanceof NetlinkError && error.code === code) return undefined
    throw error
  }
}

// Waiting for something to become so: subscribe first, then look, then follow what the kernel tells. Nothing is asked twice
// unless an event gives a reason to, and nothing falls between the look and the wait.

import { subscribe, type Subscriber } from './completions.ts'
import { libraryError, typeError } from './errors.ts'
import { innerOf } from './inner.ts'
import { type Netns } from './netns.ts'
import { type Request } from './protocol.ts'
import { integer, type Snapshot } from './values.ts'

/** How long to wait. */
export interface WaitOptions {
  /** Gives up with its reason. */
  signal?: AbortSignal | undefined
  /** Milliseconds, after which it gives up with ERR_TIMEOUT; 0, the default, is never. */
  timeout?: number | undefined
}

export const waitNames = ['signal', 'timeout'] as const

/** Both options, checked. */
export interface Limits { readonly signal: AbortSignal | undefined, readonly timeout: number }

export function takeLimits({ signal, timeout = 0 }: Snapshot<WaitOptions>): Limits {
  if (signal !== undefined && !(signal instanceof AbortSignal)) throw typeError('options.signal', 'an AbortSignal is wanted')
  return { signal, timeout: integer(timeout, 0, 2 ** 31 - 1, 'options.timeout') }
}

export interface Answer<T> { readonly value: T }

/** What is waited for. */
export interface Watched<T> {
  readonly groups: readonly number[]
  readonly requests: readonly Request[]
  /** Asks the kernel how it is now; nothing where it is not so yet. */
  look(): Promise<Answer<T> | undefined>
  /** What an event says: the answer; that another look is due; or nothing. Must not throw. */
  event(type: number, object: object): Answer<T> | 'look' | undefined
  /** For the error when time is over: `eth0 is not running`. */
  lacking(): string
}

/** Events since the last look, and the end of patience. */
class Mailbox<T> implements Subscriber {
  readonly #watched: Watched<T>
  #found: Answer<T> | 'look' | undefined
  #end: (() => Error) | { reason: unknown } | undefined
  #wake: () => void = () => undefined

  constructor(watched: Watched<T>) {
    this.#watched = watched
  }

  event(type: number, object: object): void {
    const said = this.#watched.event(type, object)
    if (said === undefined || typeof this.#found === 'object') return
    this.#found = said
    this.#wake()
  }

  /** What was lost may have been the answer: look again. */
  overrun(): void {
    this.#found ??= 'look'
    this.#wake()
  }

  end(how: (() => Error) | { reason: unknown }): void {
    this.#end ??= how
    this.#wake()
  }

  /** An error is made here, after an await, with the caller's stack. */
  async next(): Promise<Answer<T> | 'look'> {
    while (this.#found === undefined && this.#end === undefined) await new Promise<void>((resolve) => { this.#wake = resolve })
    const found = this.#found
    this.#found = undefined
    if (found !== undefined && found !== 'look') return found
    if (typeof this.#end === 'function') throw this.#end()
    if (this.#end !== undefined) throw this.#end.reason
    return 'look'
  }
}

/** Resolves with the first answer of a look or an event. Closing the handle ends it with ERR_NETNS_CLOSED. */
export async function waitFor<T>(netns: Netns, watched: Watched<T>, { signal, timeout }: Limits): Promise<T> {
  signal?.throwIfAborted()
  const inner = innerOf(netns)
  const mailbox = new Mailbox(watched)
  const abort = () => mailbox.end({ reason: signal?.reason })
  const late = () => mailbox.end(() => libraryError('ERR_TIMEOUT', `${watched.lacking()} after ${timeout} ms`))
  const forget = inner.onClose(() => mailbox.end(() => libraryError('ERR_NETNS_CLOSED', 'the namespace was closed while it was waited for')))
  const timer = timeout === 0 ? undefined : setTimeout(late, timeout)
  signal?.addEventListener('abort', abort)
  let stop: (() => void) | undefined
  try {
    stop = await subscribe(inner.handle, watched.groups, watched.requests, mailbox)
    while (true) {
      const answer = await watched.look() ?? await mailbox.next()
      signal?.throwIfAborted()
      if (answer !== 'look') return answer.value
    }
  } finally {
    stop?.()
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
    forget()
  }
}

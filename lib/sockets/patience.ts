// How long somebody waits: until a signal of theirs, or until a time is over. One signal for both, forgotten when the waiting ends.

import { typeError } from '../errors.ts'
import { integer } from '../values.ts'

export function abortSignal(value: unknown, path = 'options.signal'): AbortSignal | undefined {
  if (value !== undefined && !(value instanceof AbortSignal)) throw typeError(path, 'an AbortSignal is wanted')
  return value
}

/** Milliseconds, as a timer of Node's can wait them. */
export function milliseconds(value: unknown, path: string): number {
  return integer(value, 1, 2 ** 31 - 1, path)
}

/** Runs `work` with a signal that is aborted with the reason of `signal`, or with `late()` after `timeout` ms. */
export async function patiently<T>(work: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal, timeout?: number, late?: () => Error): Promise<T> {
  const controller = new AbortController()
  const abort = (): void => controller.abort(signal?.reason)
  const timer = timeout === undefined ? undefined : setTimeout(() => controller.abort(late?.()), timeout)
  signal?.addEventListener('abort', abort)
  if (signal?.aborted) abort()
  try {
    controller.signal.throwIfAborted()
    return await work(controller.signal)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}

/** The promise, or the signal's reason if that comes first. `settle` is told to give up then. */
export async function orAborted<T>(signal: AbortSignal, start: (resolve: (value: T) => void, reject: (reason: unknown) => void) => void): Promise<T> {
  let abort = (): void => undefined
  try {
    return await new Promise<T>((resolve, reject) => {
      abort = () => reject(signal.reason)
      signal.addEventListener('abort', abort)
      if (signal.aborted) return abort()
      start(resolve, reject)
    })
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

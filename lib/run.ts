// One synchronous call inside a namespace, on the thread that asks for it: the only time that this library switches the
// namespace of a thread that is not its own.

import { types } from 'node:util'
import { NetnsError, typeError } from './errors.ts'
import { innerOf } from './inner.ts'
import { native } from './native.ts'
import { Netns } from './netns.ts'
import { startPool } from './pool.ts'
import { namespaceHint } from './privilege.ts'

/** A function's result that is there when it returns; `never` for a promise. */
export type Synchronous<T> = T extends PromiseLike<unknown> ? never : T

/** See `Netns#run`. */
export function run<T>(netns: Netns, fn: () => Synchronous<T>): T {
  const { handle } = innerOf(netns)
  checkFunction(fn)
  startPool()
  Netns.current()   // is remembered from the first call on, which must not come from inside
  const results: T[] = []
  const facts = native.runInside(handle, () => { results.push(fn()) })
  if (facts) throw new NetnsError(facts, namespaceHint(facts))
  const [result] = results as [T]
  if (isThenable(result)) throw typeError('fn', 'returned a promise, what awaits anything has left the namespace by then')
  return result
}

function checkFunction(fn: unknown): void {
  if (typeof fn !== 'function') throw typeError('fn', 'a function is wanted')
  if (types.isAsyncFunction(fn)) throw typeError('fn', 'an async function leaves the namespace at its first await')
  if (types.isGeneratorFunction(fn)) throw typeError('fn', 'a generator function runs when it is iterated, outside the namespace')
}

function isThenable(value: unknown): boolean {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return false
  return 'then' in value && typeof value.then === 'function'
}

// Requests that are looked at instead of sent: checking them, and the bytes they would be.

import { protocol } from './completions.ts'
import { native } from './native.ts'
import { type Question } from './protocol.ts'
import { renamed } from './refusal.ts'
import { type AnySet, type Infer, type Input } from './schema/dsl.ts'
import { Record } from './schema/record.ts'

const scratch = new Record()

/** Refuses what queueing it would refuse: for what is sent only after something else was done. */
export function checkRequest<S extends AnySet>(request: Question<S, AnySet>, value: Input<S>, rename: (path: string) => string): void {
  scratch.at = 0
  try {
    scratch.set(protocol().of(request).set, value, '')
  } catch (error) {
    throw renamed(error, rename)
  }
}

/** The bytes that a request would be sent as, its sequence number still zero. */
export function inspectRequest<S extends AnySet>(request: Question<S, AnySet>, value: Input<S>): Uint8Array {
  const { set } = protocol().of(request)
  const record = new Record()
  record.set(set, value, '')
  return native.encode(record.words, record.at, request.type, request.flags, set.id)
}

/** What the bytes of a message say, read by the set that `request` is written by. */
export function inspectMessage<S extends AnySet>(request: Question<S, AnySet>, message: Uint8Array): Infer<S> {
  return native.decode(message.subarray(16), protocol().of(request).set.id) as Infer<S>
}

// What the addon reports, brought to whoever waits for it: answers to requests, finished jobs, events of monitors. And the
// protocol that both sides speak, compiled when the first of them is needed.

import { Acks } from './acks.ts'
import { NetnsError, type Facts } from './errors.ts'
import { native, type Callbacks, type MonitorHandle, type NamespaceHandle, type Refusal } from './native.ts'
import { namespaceHint } from './privilege.ts'
import { compile, type Protocol, type Request } from './protocol.ts'
import { makeConstructor } from './schema/shapes.ts'

/** What became of a request. */
export interface Settled { refusal?: Refusal, value?: object | undefined, objects?: object[] }
/** Makes of a message what is kept of it, in the slice that it was decoded in. Must not throw. */
export type Convert = (message: never) => object | undefined
export interface Pending {
  resolve(settled: Settled): void
  objects?: object[]
  convert?: Convert | undefined
  refusal?: Refusal
}

export const pending = new Map<number, Pending>()
const subscribers = new Map<number, Subscriber>()
const jobs = new Map<number, { resolve(done: { facts?: Facts | undefined, value?: unknown }): void }>()
let lastToken = 0

export function nextToken(): number {
  return lastToken = (lastToken + 1) & 0x7fff_ffff
}

function settle(token: number, settled: Settled): void {
  const request = pending.get(token)
  pending.delete(token)
  if (!request) return
  const refusal = request.refusal ?? settled.refusal
  request.resolve(refusal ? { ...settled, refusal } : settled)
}

function keep({ objects, convert }: Pending, object: object): void {
  const kept = convert ? convert(object as never) : object
  if (kept !== undefined) objects?.push(kept)
}

const done: Settled = {}

const callbacks: Callbacks = {
  acked(first, count) {
    if (Acks.done(first, count)) return
    for (let index = 0; index < count; index++) settle((first + index) & 0x7fff_ffff, done)
  },
  replied: (token, value) => settle(token, { value }),
  refused(token, refusal) {
    if (Acks.refused(token, refusal)) return
    const objects = pending.get(token)?.objects
    settle(token, objects ? { refusal, objects } : { refusal })
  },
  part(token, objects) {
    const request = pending.get(token)
    if (!request) return
    if (!Array.isArray(objects)) request.refusal ??= objects
    else for (const object of objects) keep(request, object)
  },
  restarted(token) {
    const request = pending.get(token)
    if (request) request.objects = []
  },
  finished(token) {
    settle(token, { objects: pending.get(token)?.objects ?? [] })
  },
  job(token, facts, value) {
    jobs.get(token)?.resolve({ facts, value })
    jobs.delete(token)
  },
  monitored: (token, type, object) => subscribers.get(token)?.event(type, object),
  overrun: (token, why) => subscribers.get(token)?.overrun(why),
  // A slice has ended; the event loop gets its turn before the next one.
  more: () => void setImmediate(native.drain),
}

let compiled: Protocol | undefined

/** With the first connection or job: by then every module has declared what it needs. */
export function protocol(): Protocol {
  if (compiled) return compiled
  const made = compile()
  native.configure(made.tables, (id, present) => {
    const set = made.sets[id]
    if (!set) throw new Error(`the addon asks for set ${id}, which there is not`)
    return makeConstructor(set, present)
  }, callbacks)
  return compiled = made
}

/** Runs one of the addon's namespace operations; `start` is given the token it completes with. */
export async function job<T>(start: (token: number) => void): Promise<T> {
  protocol()
  const token = nextToken()
  const { facts, value } = await new Promise<{ facts?: Facts | undefined, value?: unknown }>((resolve) => {
    jobs.set(token, { resolve })
    start(token)
  })
  if (facts) throw new NetnsError(facts, namespaceHint(facts))
  return value as T
}

/** Who is told of a monitor's messages, on the addon's turn of the event loop: it must not throw. */
export interface Subscriber {
  event(type: number, object: object): void
  overrun(why: string): void
}

/** A token for what reports to `subscriber`, until the function is called. */
export function listen(subscriber: Subscriber): { readonly token: number, readonly forget: () => void } {
  protocol()
  const token = nextToken()
  subscribers.set(token, subscriber)
  return { token, forget: () => subscribers.delete(token) }
}

/** Joins the multicast groups; resolves when nothing that happens from then on is missed. `requests` say how messages are read. */
export async function subscribe(namespace: NamespaceHandle, groups: readonly number[], requests: readonly Request[], subscriber: Subscriber): Promise<() => void> {
  const meanings = requests.flatMap((request) => {
    const { set, skip } = protocol().of(request)
    return [request.type, set.id, skip]
  })
  let handle: MonitorHandle | undefined
  let mine = 0
  const stop = () => {
    subscribers.delete(mine)
    handle?.close()
  }
  try {
    await job((token) => {
      mine = token
      subscribers.set(token, subscriber)
      handle = new native.Monitor(token, namespace, groups, meanings)
    })
  } catch (error) {
    stop()
    throw error
  }
  return stop
}

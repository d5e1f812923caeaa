// Requests on their way to the kernel and answers on their way back. What is queued on a connection within one turn of
// the event loop goes to the addon together, and out in one sendmsg; each request has its own promise.

import { Deletions } from './deletions.ts'
import { libraryError, NetlinkError, NetnsError, rangeError, type Facts } from './errors.ts'
import { native, type Callbacks, type ConnectionHandle, type MonitorHandle, type NamespaceHandle, type Refusal } from './native.ts'
import { compile, requests, type Protocol, type Request } from './protocol.ts'
import { Record } from './schema/record.ts'
import { makeConstructor } from './schema/shapes.ts'
import { type AnySet, type Infer, type Input } from './schema/dsl.ts'

/** How long the kernel may take to answer what it has been sent. */
const deadline = 30_000  // ms

const Mode = { ack: 0, reply: 1, dump: 2 } as const
type Mode = typeof Mode[keyof typeof Mode]

const noSet = 0xffff

interface Settled { refusal?: Refusal, value?: object | undefined, objects?: object[] }
interface Pending { resolve(settled: Settled): void, objects?: object[], refusal?: Refusal }

const pending = new Map<number, Pending>()
const subscribers = new Map<number, Subscriber>()
const jobs = new Map<number, { resolve(done: { facts?: Facts | undefined, value?: unknown }): void }>()
let lastToken = 0

function nextToken(): number {
  return lastToken = (lastToken + 1) >>> 0
}

function settle(token: number, settled: Settled): void {
  const request = pending.get(token)
  pending.delete(token)
  request?.resolve(request.refusal ? { refusal: request.refusal } : settled)
}

const done: Settled = {}

const callbacks: Callbacks = {
  acked(first, count) {
    for (let index = 0; index < count; index++) settle((first + index) >>> 0, done)
  },
  replied: (token, value) => settle(token, { value }),
  refused(token, refusal) {
    const objects = pending.get(token)?.objects
    settle(token, objects ? { refusal, objects } : { refusal })
  },
  part(token, objects) {
    const request = pending.get(token)
    if (!request) return
    if (!Array.isArray(objects)) request.refusal ??= objects
    else for (const object of objects) request.objects?.push(object)
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
function protocol(): Protocol {
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
  if (facts) throw new NetnsError(facts, privilegeHint(facts.errno))
  return value as T
}

/** What to do about a missing privilege; nothing for other errors. */
function privilegeHint(errno: number): string | undefined {
  return errno === 1 || errno === 13 ? 'CAP_NET_ADMIN, and CAP_SYS_ADMIN for namespaces, are needed in the user namespace that owns the network namespace' : undefined
}

/** What an error says about its subject, beside the kernel's words. */
export interface About {
  /** The link, address or prefix concerned. */
  readonly target?: string | undefined
  /** Added to the message when the kernel answers with the given errno. */
  readonly hints?: Readonly<{ [errno: number]: string }>
  /** Turns the path of a wrong value in the message into that of the option it came from. */
  readonly rename?: (path: string) => string
  /** Namespaces whose descriptors the message mentions. */
  readonly namespaces?: readonly NamespaceHandle[]
}

function refused(refusal: Refusal, request: Request, about: About): Error {
  const { outcome, why, errno = 0, syscall = 'netlink' } = refusal
  switch (outcome) {
    case 'refused': case 'not sent':
      return new NetlinkError({ ...refusal, errno, syscall }, request.name, about.target, about.hints?.[errno] ?? privilegeHint(errno))
    case 'malformed':
      return libraryError('ERR_MALFORMED_MESSAGE', `${request.name}: the kernel's answer cannot be read: ${why} (${refusal.path})`)
    case 'not encoded':
      return rangeError(about.rename?.(refusal.path ?? '') ?? refusal.path ?? '', why ?? '')
    case 'stopped':
      return libraryError('ERR_NETNS_CLOSED', `${request.name}: the namespace was closed before the request was sent`)
    case 'interrupted':
      return libraryError('ERR_DUMP_INTERRUPTED', `${request.name}: what was listed changed during every attempt to read it`)
    case 'unknown':
      return libraryError('ERR_OUTCOME_UNKNOWN', `${request.name}: ${why}; the kernel may have done it or not`)
  }
}

// Apart from `ack`, so that a thousand requests under way do not hold on to the values they were made of.
async function accepted(settled: Promise<Settled>, request: Request, about: About): Promise<void> {
  const { refusal } = await settled
  if (refusal) throw refused(refusal, request, about)
}

const scratch = new Record()

/** Refuses what queueing it would refuse: for what is sent only after something else was done. */
export function checkRequest<S extends AnySet>(request: Request<S>, value: Input<S>, rename: (path: string) => string): void {
  scratch.at = 0
  try {
    scratch.set(protocol().of(request).set, value, '')
  } catch (error) {
    throw renamed(error, rename)
  }
}

/** The bytes that a request would be sent as, its sequence number still zero. */
export function inspectRequest<S extends AnySet>(request: Request<S>, value: Input<S>): Uint8Array {
  const { set } = protocol().of(request)
  const record = new Record()
  record.set(set, value, '')
  return native.encode(record.words, record.at, request.type, request.flags, set.id)
}

/** What the bytes of a message say, read as an answer to `request`. */
export function inspectMessage<S extends AnySet>(request: Request<S>, message: Uint8Array): Infer<S> {
  return native.decode(message.subarray(16), protocol().of(request).set.id) as Infer<S>
}

/** Who is told of a monitor's messages, on the addon's turn of the event loop: it must not throw. */
export interface Subscriber {
  event(type: number, object: object): void
  overrun(why: string): void
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

export class Connection {
  readonly #handle: ConnectionHandle
  #record = new Record()
  #namespaces: NamespaceHandle[] = []
  #scheduled = false
  #closed = false
  readonly #protocol = protocol()
  readonly #deletions = new Deletions<Settled>((request, value) => this.#queue(request, value, Mode.ack, {}))

  constructor(namespace: NamespaceHandle) {
    this.#handle = new native.Connection(namespace, deadline)
  }

  /** Resolves when the kernel has done it. */
  ack<S extends AnySet>(request: Request<S>, value: Input<S>, about: About = {}): Promise<void> {
    return accepted(this.#queue(request, value, Mode.ack, about), request, about)
  }

  /** Resolves to the message that comes back, which the kernel may leave out when it is the echo of a change. */
  async reply<S extends AnySet>(request: Request<S>, value: Input<S>, about: About = {}): Promise<Infer<S> | undefined> {
    const { refusal, value: answer } = await this.#queue(request, value, Mode.reply, about)
    if (refusal) throw refused(refusal, request, about)
    return answer as Infer<S> | undefined
  }

  /** Resolves to all messages of the answer. */
  async dump<S extends AnySet>(request: Request<S>, value: Input<S>, about: About = {}): Promise<Infer<S>[]> {
    const { refusal, objects } = await this.#queue(request, value, Mode.dump, about)
    if (!refusal) return objects as Infer<S>[]
    throw Object.assign(refused(refusal, request, about), refusal.outcome === 'interrupted' ? { partial: objects } : {})
  }

  /** Deletes a link, together with the others that are deleted in this turn. */
  deleteLink(index: number, kind: string, about: About): Promise<void> {
    this.#check(requests.deleteLink)
    this.#schedule()
    return accepted(this.#deletions.add(index, kind), requests.deleteLink, about)
  }

  /** Requests not yet sent fail with ERR_NETNS_CLOSED. */
  close(): void {
    if (this.#closed) return
    if (this.#scheduled) this.#flush()
    this.#closed = true
    this.#handle.close()
  }

  #queue(request: Request, value: unknown, mode: Mode, about: About): Promise<Settled> {
    this.#check(request)
    // First come, first served: on one namespace requests keep their order.
    this.#deletions.flush()
    const token = nextToken()
    this.#write(request, value, mode, token, about)
    if (about.namespaces) this.#namespaces.push(...about.namespaces)
    this.#schedule()
    return new Promise((resolve) => pending.set(token, mode === Mode.dump ? { resolve, objects: [] } : { resolve }))
  }

  #check(request: Request): void {
    if (this.#closed) throw libraryError('ERR_NETNS_CLOSED', `${request.name}: the namespace is closed`)
  }

  #schedule(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    process.nextTick(() => this.#flush())
  }

  /** Five words of head, then the record: see native/binding/connection.cc. */
  #write(request: Request, value: unknown, mode: Mode, token: number, about: About): void {
    const record = this.#record
    const start = record.at
    const { set, skip } = this.#protocol.of(request)
    try {
      record.word(0)
      record.word(request.type | request.flags << 16)
      record.word(set.id | (mode === Mode.ack ? noSet : set.id) << 16)
      record.word(mode | skip << 16)
      record.word(token)
      record.set(set, value, '')
      record.words[start] = record.at - start - 5
    } catch (error) {
      record.at = start
      throw about.rename ? renamed(error, about.rename) : error
    }
  }

  #flush(): void {
    this.#deletions.flush()
    this.#scheduled = false
    if (this.#record.at === 0) return
    this.#handle.submit(this.#record.words, this.#record.at, this.#namespaces)
    this.#namespaces = []
    // A large turn's memory is not kept for the small ones after it.
    if (this.#record.words.length > 65_536) this.#record = new Record()
    else this.#record.at = 0
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

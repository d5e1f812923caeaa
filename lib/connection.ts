// Requests on their way to the kernel and answers on their way back. What is queued on a connection within one turn of
// the event loop goes to the addon together, and out in one sendmsg; each request has its own promise.

import { Acks, most } from './acks.ts'
import { nextToken, pending, protocol, type Convert, type Settled } from './completions.ts'
import { Deletions } from './deletions.ts'
import { libraryError } from './errors.ts'
import { native, type ConnectionHandle, type NamespaceHandle } from './native.ts'
import { requests, type Question } from './protocol.ts'
import { refused, renamed, type About } from './refusal.ts'
import { Record } from './schema/record.ts'
import { type AnySet, type Infer, type Input } from './schema/dsl.ts'

/** Of netlink; each has sockets of its own. */
export const NetlinkFamily = { route: 0, generic: 16 } as const
export type NetlinkFamily = typeof NetlinkFamily[keyof typeof NetlinkFamily]

/** How long the kernel may take to answer what it has been sent. */
const deadline = 30_000  // ms

const Mode = { ack: 0, reply: 1, dump: 2, guard: 3, guarded: 4 } as const
type Mode = typeof Mode[keyof typeof Mode]

const noSet = 0xffff

export class Connection {
  readonly #handle: ConnectionHandle
  #record = new Record()
  #namespaces: NamespaceHandle[] = []
  #queued = 0
  #acks: Acks | undefined
  #scheduled = false
  #closed = false
  readonly #protocol = protocol()
  readonly #deletions = new Deletions<Settled>((request, value, mode) => this.#queue(request, value, Mode[mode], {}))

  constructor(namespace: NamespaceHandle, family: NetlinkFamily = NetlinkFamily.route) {
    this.#handle = new native.Connection(namespace, deadline, family)
  }

  /**
   * Resolves when the kernel has done it. Wrong input is thrown at once, so that nothing has to be allocated to carry it: who
   * calls this is an async function, or passes it on as one would.
   */
  ack<S extends AnySet, A extends AnySet>(request: Question<S, A>, value: Input<S>, about: About = {}): Promise<void> {
    this.#check(request)
    this.#deletions.flush()
    const acks = this.#acks ??= new Acks()
    this.#write(request, value, Mode.ack, acks.token, about)
    const done = acks.add(request, about)
    this.#written(about)
    return done
  }

  /** Resolves to the message that comes back, which the kernel may leave out when it is the echo of a change. */
  async reply<S extends AnySet, A extends AnySet>(request: Question<S, A>, value: Input<S>, about: About = {}): Promise<Infer<A> | undefined> {
    const { refusal, value: answer } = await this.#queue(request, value, Mode.reply, about)
    if (refusal) throw refused(refusal, request, about)
    return answer as Infer<A> | undefined
  }

  /** Resolves to all messages of the answer, or to what `convert` makes of them: it leaves out those for which it returns nothing, and must not throw. */
  async dump<S extends AnySet, A extends AnySet>(request: Question<S, A>, value: Input<S>, about?: About): Promise<Infer<A>[]>
  async dump<S extends AnySet, A extends AnySet, T extends object>(request: Question<S, A>, value: Input<S>, about: About, convert: (message: Infer<A>) => T | undefined): Promise<T[]>
  async dump(request: Question, value: object, about: About = {}, convert?: Convert): Promise<object[]> {
    const { refusal, objects = [] } = await this.#queue(request, value, Mode.dump, about, convert)
    if (!refusal) return objects
    throw Object.assign(refused(refusal, request, about), refusal.outcome === 'interrupted' ? { partial: objects } : {})
  }

  /** Deletes a link, together with the others that are deleted in this turn. */
  deleteLink(index: number, kind: string, about: About): Promise<void> {
    this.#check(requests.deleteLink)
    this.#schedule()
    return this.#deleted(this.#deletions.add(index, kind), about)
  }

  /** Whatever it took to delete it, the error is about that. */
  async #deleted(settled: Promise<Settled>, about: About): Promise<void> {
    const { refusal } = await settled
    if (refusal) throw refused(refusal, requests.deleteLink, about)
  }

  /** Requests not yet sent fail with ERR_NETNS_CLOSED. */
  close(): void {
    if (this.#closed) return
    this.#flush()
    this.#closed = true
    this.#handle.close()
  }

  #queue(request: Question, value: unknown, mode: Mode, about: About, convert?: Convert): Promise<Settled> {
    this.#check(request)
    // First come, first served: on one namespace requests keep their order.
    this.#deletions.flush()
    const token = nextToken()
    this.#write(request, value, mode, token, about)
    this.#written(about)
    return new Promise((resolve) => pending.set(token, mode === Mode.dump ? { resolve, objects: [], convert } : { resolve }))
  }

  #written({ namespaces }: About): void {
    if (namespaces) this.#namespaces.push(...namespaces)
    // A full window need not wait for the end of the turn: the kernel works while the next one is written.
    if (++this.#queued === most) this.#flush()
    else this.#schedule()
  }

  #check(request: Question): void {
    if (this.#closed) throw libraryError('ERR_NETNS_CLOSED', `${request.name}: the namespace is closed`)
  }

  #schedule(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    process.nextTick(() => {
      this.#scheduled = false
      this.#flush()
    })
  }

  /** Five words of head, then the record: see native/binding/connection.cc. */
  #write(request: Question, value: unknown, mode: Mode, token: number, about: About): void {
    const record = this.#record
    const start = record.at
    const { set, answer, skip } = this.#protocol.of(request)
    try {
      record.word(0)
      record.word(request.type | request.flags << 16)
      record.word(set.id | (mode === Mode.reply || mode === Mode.dump ? answer.id : noSet) << 16)
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
    this.#queued = 0
    this.#acks = undefined
    if (this.#record.at === 0) return
    const answered = this.#handle.submit(this.#record.words, this.#record.at, this.#namespaces)
    this.#namespaces = []
    // A large turn's memory is not kept for the small ones after it.
    if (this.#record.words.length > 65_536) this.#record = new Record()
    else this.#record.at = 0
    if (answered) native.drain()
  }
}

// One ping's rounds: each request is sent in its time, and ends as an answer, as an error, or lost.

import { listen } from './completions.ts'
import { describe } from './errors.ts'
import { native, type EchoHandle, type SocketHandle } from './native.ts'
import { adopted } from './sockets/open.ts'
import { formatIp } from './values.ts'

/** An answer. */
export interface PingReply {
  /** Of the request, from 1. */
  sequence: number
  /** Round trip in milliseconds. */
  time: number
  /** Hops that the answer had left; absent where the kernel does not say. */
  ttl?: number
  /** Who answered, where it was another than the address that was asked: to a multicast address. */
  from?: string
}

/** Why there is no answer to a request, where somebody said so. */
export interface PingError {
  sequence: number
  /** `EHOSTUNREACH`, `ENETUNREACH`, `ECONNREFUSED` ...: what the kernel makes of an ICMP error, or what it said when it was to send. */
  code: string
  /** Negative, as in Node's system errors. */
  errno: number
  message: string
  /** Who sent the ICMP error: a router, or this host itself. Absent where the kernel refused to send. */
  from?: string
}

export interface Rounds {
  readonly address: string
  readonly bytes: Uint8Array
  readonly raw: boolean
  readonly count: number
  readonly interval: number
  readonly timeout: number
  readonly size: number
}

/** What the addon tells of a request. */
interface Answer { sequence: number, errno: number, time: number, ttl: number, from: Uint8Array }

export class Echo {
  readonly replies: PingReply[] = []
  readonly errors: PingError[] = []
  sent = 0
  readonly #rounds: Rounds
  readonly #handle: EchoHandle
  readonly #forget: () => void
  readonly #waiting = new Map<number, NodeJS.Timeout>()
  #next: NodeJS.Timeout | undefined
  #started = 0
  #finish: () => void = () => undefined
  readonly done: Promise<void>

  constructor(rounds: Rounds, socket: SocketHandle) {
    this.#rounds = rounds
    const { token, forget } = listen({ event: (_, object) => this.#answered(object as Answer), overrun: () => undefined })
    this.#forget = forget
    this.#handle = adopted(socket, (fd) => new native.Echo(token, fd, rounds.raw, rounds.bytes, rounds.size))
    this.done = new Promise((resolve) => { this.#finish = resolve })
  }

  /** The first request leaves at once. */
  start(): void {
    const { count, interval, timeout } = this.#rounds
    const sequence = ++this.#started
    this.#send(sequence, timeout)
    if (sequence === count) this.#check()
    else this.#next = setTimeout(() => this.start(), interval)
  }

  close(): void {
    clearTimeout(this.#next)
    for (const timer of this.#waiting.values()) clearTimeout(timer)
    this.#handle.close()
    this.#forget()
    this.#finish()
  }

  #send(sequence: number, timeout: number): void {
    const errno = this.#handle.send(sequence)
    if (errno !== 0) return this.#failed(sequence, errno, 'sendto')
    this.sent++
    // An answer may have come while this thread was busy: it is delivered before the loop's next turn.
    const lost = () => setImmediate(() => this.#settled(sequence))
    this.#waiting.set(sequence, setTimeout(lost, timeout))
  }

  #answered({ sequence, errno, time, ttl, from }: Answer): void {
    if (!this.#waiting.has(sequence)) return
    const sender = from.length === 0 ? undefined : formatIp(from)
    if (errno !== 0) this.#failed(sequence, errno, sender ?? 'ICMP', sender)
    else this.replies.push({ sequence, time, ...(ttl < 0 ? {} : { ttl }), ...(sender === undefined || sender === this.#rounds.address ? {} : { from: sender }) })
    this.#settled(sequence)
  }

  #failed(sequence: number, errno: number, by: string, from?: string): void {
    const { code, text } = describe(errno)
    this.errors.push({ sequence, code, errno: -errno, message: `${code}: ${text}, ${by}`, ...(from === undefined ? {} : { from }) })
  }

  #settled(sequence: number): void {
    clearTimeout(this.#waiting.get(sequence))
    this.#waiting.delete(sequence)
    this.#check()
  }

  #check(): void {
    if (this.#started === this.#rounds.count && this.#waiting.size === 0) this.#finish()
  }
}

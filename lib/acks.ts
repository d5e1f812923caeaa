// Requests of one turn that only want to know whether they were done. They share one promise, on which each has a reaction of
// its own: a tenth of what a promise with its own resolvers costs, and bulk insertion makes one per route.

import { type Refusal } from './native.ts'
import { type Question } from './protocol.ts'
import { refused, type About } from './refusal.ts'

/** As many as leave in one sendmsg: native/netlink/transaction.h. */
export const most = 128

// Tokens of these requests have the highest bit set; below it the number of the group, and the request's position in it.
const mark = 0x8000_0000
const groups = new Map<number, Acks>()
let lastGroup = 0

export class Acks {
  readonly #number: number
  readonly #requests: Question[] = []
  readonly #abouts: About[] = []
  readonly #all: Promise<void>
  #resolve: () => void = () => undefined
  #left = 0
  #position = 0
  #refusals: Map<number, Refusal> | undefined

  constructor() {
    this.#number = lastGroup = (lastGroup + 1) % (mark / most)
    groups.set(this.#number, this)
    this.#all = new Promise((resolve) => this.#resolve = resolve)
  }

  /** Of the request that is added next. */
  get token(): number {
    return mark + this.#number * most + this.#requests.length
  }

  add(request: Question, about: About): Promise<void> {
    this.#requests.push(request)
    this.#abouts.push(about)
    this.#left++
    return this.#all.then(this.#outcome)
  }

  // The reactions of a promise run in the order in which they were added, which tells whose turn it is. An error that is made
  // in one has the stack of who awaits the promise that it settles.
  readonly #outcome = (): void => {
    const position = this.#position++
    const refusal = this.#refusals?.get(position)
    const request = this.#requests[position]
    if (refusal && request) throw refused(refusal, request, this.#abouts[position] ?? {})
  }

  private settled(count: number): void {
    this.#left -= count
    if (this.#left > 0) return
    groups.delete(this.#number)
    this.#resolve()
  }

  private refuse(position: number, refusal: Refusal): void {
    this.#refusals ??= new Map()
    this.#refusals.set(position, refusal)
    this.settled(1)
  }

  /** Whether `token` is of such a request; then the `count` ones from it on are done. */
  static done(token: number, count: number): boolean {
    if (token < mark) return false
    // A run of consecutive tokens may go on in the next group.
    for (let at = token - mark, end = at + count; at < end;) {
      const number = Math.floor(at / most)
      const here = Math.min(end, (number + 1) * most) - at
      groups.get(number)?.settled(here)
      at += here
    }
    return true
  }

  /** Whether `token` is of such a request; then that one was refused. */
  static refused(token: number, refusal: Refusal): boolean {
    if (token < mark) return false
    groups.get(Math.floor((token - mark) / most))?.refuse((token - mark) % most, refusal)
    return true
  }
}

// How far the suite is: one line on stderr that is written over; where stderr is no terminal, nothing but what goes wrong.

import { clearLine, cursorTo } from 'node:readline'

export class Progress {
  readonly #total: number
  readonly #start = performance.now()
  readonly #terminal = process.stderr.isTTY
  #at = 0

  constructor(total: number) {
    this.#total = total
  }

  step(what: string): void {
    const left = this.#at === 0 ? '' : `, ${Math.ceil((performance.now() - this.#start) / 1000 / this.#at * (this.#total - this.#at))} s left`
    this.#at++
    if (!this.#terminal) return
    this.#clear()
    process.stderr.write(`${this.#at}/${this.#total}${left}  ${what}`.slice(0, (process.stderr.columns ?? 80) - 1))
  }

  note(text: string): void {
    this.#clear()
    process.stderr.write(`${text}\n`)
  }

  end(): void {
    this.#clear()
  }

  #clear(): void {
    if (!this.#terminal) return
    cursorTo(process.stderr, 0)
    clearLine(process.stderr, 0)
  }
}

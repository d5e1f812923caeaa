// How far the suite or the churn is: a bar of cli-progress on stderr, with the time that is left. Where stderr is no terminal it prints a
// line now and then instead, so that a log tells too.

import { MultiBar, type SingleBar } from 'cli-progress'

const format = ' {bar} {value}/{total} {unit} | {left} | {what}'
const every = 15_000  // ms between lines in a log

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(Math.ceil(seconds) % 60).padStart(2, '0')}`

export class Progress {
  readonly #start = performance.now()
  readonly #bars = new MultiBar({
    format, barsize: 24, barCompleteChar: '█', barIncompleteChar: '░', hideCursor: true, clearOnComplete: true, stream: process.stderr, emptyOnZero: true,
  })
  readonly #bar: SingleBar | undefined
  readonly #total: number
  readonly #unit: string
  #said = performance.now()

  /** `unit` is plural. */
  constructor(total: number, unit: string) {
    this.#total = total
    this.#unit = unit
    // It is nothing where there is no terminal.
    this.#bar = process.stderr.isTTY ? this.#bars.create(total, 0, { unit, what: '', left: '' }) : undefined
  }

  /** `at` is what is done, `what` comes next. */
  step(at: number, what: string): void {
    const spent = (performance.now() - this.#start) / 1000
    const left = at === 0 ? '' : `${clock(spent / at * (this.#total - at))} left`
    this.#bar?.update(at, { what, left })
    if (this.#bar !== undefined || performance.now() - this.#said < every) return
    this.#said = performance.now()
    console.error(`${at}/${this.#total} ${this.#unit}, ${left}: ${what}`)
  }

  /** A line that stays, above the bar. */
  note(text: string): void {
    if (this.#bar === undefined) console.error(text)
    else this.#bars.log(`${text}\n`)
  }

  end(): void {
    this.#bars.stop()
  }
}

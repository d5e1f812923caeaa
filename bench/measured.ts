// What one run of a cell answers with.

import { type Spent } from './drivers/meter.ts'

export interface Percentiles { p50: number, p90: number, p99: number, p999: number, max: number }

/** What is kept of one run. */
export interface Measured {
  /** Of one operation, mean, in microseconds. */
  perOperation: number
  seconds: number
  latencies?: Percentiles
  complaints: string[]
  /** For the profile only. */
  spent?: Spent
}

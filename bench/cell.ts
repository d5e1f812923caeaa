// One cell: makes the starting state, runs one driver once, checks what it left, and prints one line of JSON. It is started in a
// sandbox of its own (sandbox.ts), with which all that it makes goes.

import { check, type Listed } from './check.ts'
import { driverOf } from './drivers.ts'
import { type Measured, type Percentiles } from './measured.ts'
import { prepare, runDriver } from './prepare.ts'
import { trialOf } from './trials.ts'

/** To nanoseconds, from microseconds. */
const rounded = (value: number): number => Number(value.toFixed(3))

function percentiles(latencies: readonly number[]): Percentiles {
  const sorted = [...latencies].sort((a, b) => a - b)
  const at = (share: number): number => rounded(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN)
  return { p50: at(0.5), p90: at(0.9), p99: at(0.99), p999: at(0.999), max: at(1) }
}

function measure(name: string, driverName: string, size: number): Measured {
  const { lean = false, as = name } = trialOf(name)
  const driver = driverOf(driverName)
  prepare(as, size, lean, driver)
  const result = runDriver(driver.command, as, size, lean ? ['--lean'] : []) as Listed & { seconds: number, repeat?: number }
  const complaints = check(as, { size, lean, ownState: driver.ownState ?? false, result })
  const { seconds, repeat = 1, latencies } = result
  return { perOperation: rounded(seconds / repeat / size * 1e6), seconds, complaints, ...(latencies ? { latencies: percentiles(latencies) } : {}) }
}

const [trial = '', driver = '', size = ''] = process.argv.slice(2)
console.log(JSON.stringify(measure(trial, driver, Number(size))))

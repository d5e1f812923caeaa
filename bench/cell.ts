// One cell: makes the starting state, runs one driver once, checks what it left, and prints one line of JSON. It is started in a
// sandbox of its own (sandbox.ts), with which all that it makes goes.

import { check, type Listed } from './check.ts'
import { driverOf } from './drivers.ts'
import { type Spent } from './drivers/meter.ts'
import { type Measured, type Percentiles } from './measured.ts'
import { prepare, runDriver } from './prepare.ts'
import { settle } from './sandbox.ts'
import { trialOf } from './trials.ts'

interface CellArguments { trial: string, driver: string, size: number, cold: boolean }

/** To nanoseconds, from microseconds. */
const rounded = (value: number): number => Number(value.toFixed(3))

function percentiles(latencies: readonly number[]): Percentiles {
  const sorted = [...latencies].sort((a, b) => a - b)
  const at = (share: number): number => rounded(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN)
  return { p50: at(0.5), p90: at(0.9), p99: at(0.99), p999: at(0.999), max: at(1) }
}

/** Of one operation. */
function shares({ calls, stacks, ...times }: Spent, operations: number): Spent {
  const each = <T extends { [name: string]: number }>(all: T): T =>
    Object.fromEntries(Object.entries(all).map(([name, time]) => [name, rounded(time / operations)])) as T
  return { ...each(times), calls: each(calls), stacks: each(stacks) }
}

async function measure({ trial: name, driver: driverName, size, cold }: CellArguments): Promise<Measured> {
  const { lean = false, as = name, warm } = trialOf(name)
  const driver = driverOf(driverName)
  prepare(as, size, lean, driver)
  // Work that the kernel has put off would fall on those who start fast.
  await settle()
  const options = [...(lean ? ['--lean'] : []), ...(driver.warms === true && !cold ? [`--warm=${warm}`] : [])]
  const result = runDriver(driver.command, as, size, options) as Listed & { seconds: number, repeat?: number, spent?: Spent }
  const complaints = check(as, { size, lean, ownState: driver.ownState ?? false, result })
  const { seconds, repeat = 1, latencies, spent } = result, operations = repeat * size
  return {
    perOperation: rounded(seconds / operations * 1e6), seconds, complaints,
    ...(latencies ? { latencies: percentiles(latencies) } : {}), ...(spent ? { spent: shares(spent, operations) } : {}),
  }
}

const [trial = '', driver = '', size = '', cold] = process.argv.slice(2)
console.log(JSON.stringify(await measure({ trial, driver, size: Number(size), cold: cold === '--cold' })))

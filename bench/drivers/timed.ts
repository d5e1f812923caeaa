// The clock of the drivers in TypeScript, and the words they are started with.

import { parseArgs } from 'node:util'
import { isMetered, metered, type Spent } from './meter.ts'

export interface Result { seconds: number, repeat?: number, count?: number, checksum?: number, latencies?: number[], spent?: Spent }

export interface DriverArguments {
  readonly name: string, readonly size: number
  readonly lean: boolean, readonly batch: boolean
  /** Operations to make before the clock runs; none for 0. */
  readonly warm: number
}

export function driverArguments(): DriverArguments {
  const { values, positionals: [name = '', size = ''] } = parseArgs({
    allowPositionals: true,
    options: { lean: { type: 'boolean', default: false }, batch: { type: 'boolean', default: false }, warm: { type: 'string', default: '0' } },
  })
  return { name, size: Number(size), lean: values.lean, batch: values.batch, warm: Number(values.warm) }
}

export async function timed(work: () => Promise<unknown>): Promise<Result> {
  const start = performance.now()
  const spent = isMetered ? await metered(work) : void await work()
  const seconds = (performance.now() - start) / 1000
  return spent === undefined ? { seconds } : { seconds, spent }
}

/** Each awaited before the next. */
export async function oneByOne(size: number, operation: (i: number) => Promise<unknown>): Promise<Result> {
  const latencies: number[] = []
  const { seconds } = await timed(async () => {
    for (let i = 0; i < size; i++) {
      const start = performance.now()
      await operation(i)
      latencies.push((performance.now() - start) * 1000)
    }
  })
  return { seconds, latencies }
}

// The table: medians of a cell's rounds with their spread, and ratios to the floor and to this library, measured side by side.

import { driverOf } from './drivers.ts'
import { type Machine } from './machine.ts'
import { type Cell } from './suite.ts'
import { plural, trialOf } from './trials.ts'

export interface Row {
  trial: string, size: number, driver: string
  /** Microseconds of one operation: median, least and most of the rounds. */
  median: number, least: number, most: number
  p50?: number, p99?: number
  toFloor?: number, toOurs?: number
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b), half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half] ?? NaN : ((sorted[half - 1] ?? NaN) + (sorted[half] ?? NaN)) / 2
}

function rowOf({ trial, size, driver, runs }: Cell): Row {
  const times = runs.map(({ perOperation }) => perOperation)
  const latencies = runs.flatMap(({ latencies }) => latencies ?? [])
  const percentiles = latencies.length === 0 ? {} :
    { p50: median(latencies.map(({ p50 }) => p50)), p99: median(latencies.map(({ p99 }) => p99)) }
  return { trial, size, driver, median: median(times), least: Math.min(...times), most: Math.max(...times), ...percentiles }
}

/** A cell whose end state was wrong has no number. */
export function rowsOf(cells: readonly Cell[]): Row[] {
  const rows = cells.filter(({ failure, runs }) => failure === undefined && runs.length > 0).map(rowOf)
  const medians = new Map(rows.map(({ trial, size, driver, median }) => [`${trial} ${size} ${driver}`, median]))
  return rows.map((row) => {
    const [floor, ours] = ['floor', 'ours'].map((driver) => medians.get(`${row.trial} ${row.size} ${driver}`))
    return { ...row, ...(floor === undefined ? {} : { toFloor: row.median / floor }), ...(ours === undefined ? {} : { toOurs: row.median / ours }) }
  })
}

function number(value: number | undefined): string {
  if (value === undefined) return ''
  return value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0)
}

function table(rows: readonly Row[]): string[] {
  const heads = ['driver', 'us/op', 'least', 'most', 'x floor', 'x ours', 'p50', 'p99']
  const lines = rows.map((row) => [driverOf(row.driver).title, number(row.median), number(row.least), number(row.most),
    number(row.toFloor), number(row.toOurs), number(row.p50), number(row.p99)])
  const columns = rows.some(({ p50 }) => p50 !== undefined) ? 8 : 6
  const widths = heads.map((head, at) => Math.max(head.length, ...lines.map((line) => line[at]?.length ?? 0)))
  const aligned = (text: string, at: number): string => at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0)
  return [heads, ...lines].map((line) => '  ' + line.slice(0, columns).map(aligned).join('  '))
}

export function describe({ date, commit, kernel, cpu, cpus, memoryGiB, load, versions }: Machine): string {
  const programs = Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(', ')
  const where = `Linux ${kernel}, ${cpus} x ${cpu}, ${memoryGiB} GiB, load ${load.toFixed(2)} at the start`
  return [`${date.slice(0, 16)}Z, commit ${commit}`, where, programs].join('\n')
}

/** Of the charts: two lines. */
export function subtitle({ date, commit, kernel, cpu, cpus, versions }: Machine, rounds: number): string {
  return `Linux ${kernel}, ${cpus} x ${cpu}, Node ${versions['node'] ?? ''}|medians of ${rounds} rounds, ${date.slice(0, 10)}, commit ${commit}`
}

export function report(rows: readonly Row[]): string {
  const parts = new Map<string, Row[]>()
  for (const row of rows) parts.set(`${row.trial} ${row.size}`, [...parts.get(`${row.trial} ${row.size}`) ?? [], row])
  return [...parts].map(([, part]) => {
    const { trial, size } = part[0] ?? { trial: '', size: 0 }
    const { title, unit } = trialOf(trial)
    return [`${trial}  ${title}: ${size} ${plural(unit)}`, ...table(part.sort((a, b) => a.median - b.median))].join('\n')
  }).join('\n\n')
}

// The charts, drawn by vega from vega-lite's descriptions. Both are installed for the suite only (`npm run bench -- install`); without
// them there is a table and no chart.

import { existsSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { driverOf, drivers } from './drivers.ts'
import { cache } from './paths.ts'
import { type Row } from './report.ts'
import { trialOf } from './trials.ts'

/** The little of vega and of vega-lite that is used here. */
interface Vega { parse(spec: object): object, View: new (runtime: object, options: { renderer: 'none' }) => { toSVG(): Promise<string> } }
interface VegaLite { compile(spec: object, options: { logger: Logger }): { spec: object } }
interface Logger { level(): number, error(...words: unknown[]): Logger, warn(): Logger, info(): Logger, debug(): Logger }

const titles = Object.values(drivers).map(({ title }) => title)
// Eleven hues that differ by lightness too.
const colours = ['#555555', '#d62728', '#1f77b4', '#6baed6', '#ff7f0e', '#2ca02c', '#9467bd', '#8c564b', '#e377c2', '#bcbd22', '#17becf']
const byDriver = { field: 'title', type: 'nominal', title: 'driver', scale: { domain: titles, range: colours } }
const log = { type: 'log' }
const microseconds = (field: string): object => ({ field, type: 'quantitative', scale: log, title: 'microseconds' })
const config = { axis: { labelLimit: 300 }, legend: { labelLimit: 300 } }

/** Without vega-lite's warnings about scales that are each facet's own, which is what is wanted. */
const logger: Logger = {
  level: () => 0, warn: () => logger, info: () => logger, debug: () => logger,
  error(...words) {
    console.error(...words)
    return logger
  },
}

interface Point extends Row { title: string, cell: string }

function spec(title: string, subtitle: string, rest: object): object {
  return { $schema: 'https://vega.github.io/schema/vega-lite/v5.json', background: 'white', config, title: { text: title, subtitle }, ...rest }
}

/** The largest size of a trial; the line is the spread of the rounds. */
function time(points: readonly Point[], subtitle: string): object {
  const largest = new Map<string, number>()
  for (const { trial, size } of points) largest.set(trial, Math.max(size, largest.get(trial) ?? 0))
  return spec('Time of one operation, by driver', subtitle, {
    data: { values: points.filter(({ trial, size }) => largest.get(trial) === size) },
    facet: { field: 'cell', type: 'nominal', title: null, sort: null }, columns: 3,
    spec: {
      width: 220, height: { step: 14 },
      encoding: { y: { field: 'title', type: 'nominal', title: null, sort: { field: 'median', op: 'min' } }, color: { ...byDriver, legend: null } },
      layer: [
        { mark: { type: 'point', filled: true }, encoding: { x: microseconds('median') } },
        { mark: 'rule', encoding: { x: microseconds('least'), x2: { field: 'most' } } },
      ],
    },
    resolve: { scale: { x: 'independent', y: 'independent' } },
  })
}

function growth(points: readonly Point[], subtitle: string): object {
  return spec('Time of one operation as the number of them grows', subtitle, {
    data: { values: points },
    facet: { field: 'trial', type: 'nominal', title: null, sort: null }, columns: 4,
    spec: {
      width: 180, height: 160, mark: { type: 'line', point: true },
      encoding: { x: { field: 'size', type: 'quantitative', scale: log }, y: microseconds('median'), color: byDriver },
    },
    resolve: { scale: { x: 'independent', y: 'independent' } },
  })
}

function latency(points: readonly Point[], subtitle: string): object {
  return spec('Latency of single operations: median to 99th percentile', subtitle, {
    data: { values: points.filter(({ p50 }) => p50 !== undefined) },
    facet: { field: 'cell', type: 'nominal', title: null, sort: null }, columns: 2,
    spec: {
      width: 300, height: { step: 14 },
      encoding: { y: { field: 'title', type: 'nominal', title: null, sort: { field: 'p50', op: 'min' } }, color: { ...byDriver, legend: null } },
      layer: [
        { mark: 'rule', encoding: { x: microseconds('p50'), x2: { field: 'p99' } } },
        { mark: 'point', encoding: { x: microseconds('p50') } },
        { mark: { type: 'tick', thickness: 2 }, encoding: { x: microseconds('p99') } },
      ],
    },
    resolve: { scale: { x: 'independent', y: 'independent' } },
  })
}

/** Writes the charts and answers with their names. */
export async function charts(rows: readonly Row[], name: string, subtitle: string): Promise<string[]> {
  if (!existsSync(join(cache, 'node_modules', 'vega-lite'))) return ['no charts: npm run bench -- install brings what draws them']
  const require = createRequire(join(cache, 'package.json'))
  const vega = require('vega') as Vega, lite = require('vega-lite') as VegaLite
  const cell = ({ trial, size }: Row): string => `${trial}, ${size} ${trialOf(trial).unit}s`
  const points = rows.map((row) => ({ ...row, title: driverOf(row.driver).title, cell: cell(row) }))
  const all = Object.entries({ time, growth, ...(rows.some(({ p50 }) => p50 !== undefined) ? { latency } : {}) })
  return Promise.all(all.map(async ([kind, make]) => {
    const view = new vega.View(vega.parse(lite.compile(make(points, subtitle), { logger }).spec), { renderer: 'none' })
    const file = `${name}-${kind}.svg`
    writeFileSync(file, await view.toSVG() + '\n')
    return file
  }))
}

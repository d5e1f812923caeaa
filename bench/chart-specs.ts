// What the charts look like, in vega-lite's words. On white, which is legible on a dark page too; this library in one strong colour, the
// floor in black, the others in grey where they are named beside the mark.

import { driverOf, drivers } from './drivers.ts'
import { type Row } from './report.ts'
import { plural, trialOf, trials } from './trials.ts'

/** A row with what is written beside it. */
export interface Point extends Row {
  title: string, cell: string, role: 'ours' | 'floor' | 'peer'
  /** Times the floor; without a floor, microseconds. */
  ratio: number
  label: string, labelAt: number, one: 1
}

const accent = '#d1335b', black = '#1f2328', grey = '#6e7781'
const role = { field: 'role', type: 'nominal', scale: { domain: ['ours', 'floor', 'peer'], range: [accent, black, grey] }, legend: null }
const titles = Object.values(drivers).map(({ title }) => title)
// The floor, this library, and nine hues that differ by lightness too.
const hues = [black, accent, '#8c564b', '#c49c94', '#1f77b4', '#e7ba52', '#2ca02c', '#e6550d', '#17becf', '#9467bd', '#aec7e8']

const log = { type: 'log' }
const tens = Array.from({ length: 9 }, (_, i) => 10 ** (i - 2))
const axis = { values: tens, format: '~r', labelExpr: "format(datum.value, datum.value < 1 ? '~r' : ',')" }
const own = { scale: { x: 'independent', y: 'independent' } }
const byName = (by: string): object => ({ field: 'title', type: 'nominal', title: null, sort: { field: by, op: 'min' }, axis: { labelLimit: 0, ticks: false, domain: false } })
const header = { labelExpr: "split(datum.label, '|')", labelFontSize: 12, labelFontWeight: 'bold', labelLimit: 0, labelAnchor: 'start', labelPadding: 6 }
/** In the order of the points. */
const facetOf = (points: readonly Point[]): object => ({ field: 'cell', type: 'nominal', title: null, sort: [...new Set(points.map(({ cell }) => cell))], header })
const config = {
  font: 'system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif',
  axis: { labelFontSize: 11, titleFontSize: 11, titleFontWeight: 'normal', labelColor: black, titleColor: black, gridColor: '#e6e8eb', domainColor: grey },
  legend: { labelLimit: 0, labelFontSize: 12, title: null, symbolStrokeWidth: 3 },
  title: { fontSize: 16, subtitleFontSize: 12, anchor: 'start', offset: 14, color: black, subtitleColor: '#57606a' },
  view: { stroke: null },
}

function number(value: number): string {
  return value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en')
}

function roleOf(driver: string): Point['role'] {
  return driver === 'ours' || driver === 'floor' ? driver : 'peer'
}

export function pointsOf(rows: readonly Row[]): Point[] {
  const order = Object.keys(trials)
  const sorted = [...rows].sort((a, b) => order.indexOf(a.trial) - order.indexOf(b.trial) || a.size - b.size)
  return sorted.map((row) => {
    const { title, unit } = trialOf(row.trial), times = row.toFloor === undefined ? '' : `  (${number(row.toFloor)}x)`
    return { ...row, title: driverOf(row.driver).title, role: roleOf(row.driver), ratio: row.toFloor ?? row.median, labelAt: Math.max(1, row.toFloor ?? row.median), label: `${number(row.median)} µs${times}`,
      cell: `${row.trial}: ${row.size.toLocaleString('en')} ${plural(unit)}|${title}`, one: 1 }
  })
}

function largest(points: readonly Point[]): Point[] {
  const sizes = new Map<string, number>()
  for (const { trial, size } of points) sizes.set(trial, Math.max(size, sizes.get(trial) ?? 0))
  return points.filter(({ trial, size }) => sizes.get(trial) === size)
}

function spec(title: string, subtitle: string, rest: object): object {
  return { $schema: 'https://vega.github.io/schema/vega-lite/v5.json', background: 'white', padding: 18, config, bounds: 'flush',
    title: { text: title, subtitle: subtitle.split('|') }, ...rest }
}

/** Of each trial the largest size: how many times the floor, on one scale for all. */
export function ratios(points: readonly Point[], subtitle: string): object {
  const shown = largest(points), most = Math.max(...shown.map(({ ratio }) => ratio)), least = Math.min(1, ...shown.map(({ ratio }) => ratio))
  // Room at the right for what is written beside the last mark.
  const x = { field: 'ratio', type: 'quantitative', title: 'times the C program (log scale)', scale: { ...log, domain: [least, most * 12], nice: false }, axis }
  return spec('Time of one operation, beside a C program that does the same over raw netlink', subtitle, {
    data: { values: shown }, facet: facetOf(shown), columns: 2, spacing: { row: 62, column: 215 },
    spec: {
      width: 330, height: { step: 17 }, encoding: { y: byName('median'), x },
      layer: [
        { mark: { type: 'rule', strokeWidth: 3 }, encoding: { x2: { field: 'one' }, color: role } },
        { mark: { type: 'point', filled: true, size: 70, opacity: 1 }, encoding: { color: role } },
        { mark: { type: 'text', align: 'left', dx: 8, fontSize: 11 }, encoding: { x: { ...x, field: 'labelAt' }, text: { field: 'label' }, color: role } },
      ],
    },
    resolve: { scale: { y: 'independent' } },
  })
}

export function growth(points: readonly Point[], subtitle: string): object {
  const color = { field: 'title', type: 'nominal', scale: { domain: titles, range: hues }, legend: { orient: 'bottom', columns: 4 } }
  const ours = "datum.role == 'ours'"
  const shown = points.map((point) => ({ ...point, cell: `${point.trial}|${trialOf(point.trial).title}` }))
  return spec('Microseconds of one operation, as the number of operations grows (log scales)', subtitle, {
    data: { values: shown }, facet: facetOf(shown), columns: 3, spacing: { row: 78, column: 98 },
    spec: {
      width: 245, height: 160,
      encoding: {
        x: { field: 'size', type: 'quantitative', title: null, scale: log, axis },
        y: { field: 'median', type: 'quantitative', title: null, scale: log, axis }, color,
        strokeWidth: { condition: { test: ours, value: 4 }, value: 1.6 },
      },
      layer: [{ mark: 'line' }, { mark: { type: 'point', filled: true, opacity: 1, size: 40 } }],
    },
    resolve: own,
  })
}

export function latency(points: readonly Point[], subtitle: string): object {
  const shown = largest(points).filter(({ p50 }) => p50 !== undefined)
    .map((point) => ({ ...point, label: `${number(point.p50 ?? NaN)} ... ${number(point.p99 ?? NaN)} µs` }))
  const x = (field: string): object => ({ field, type: 'quantitative', title: 'microseconds (log scale)', scale: log, axis })
  return spec('Latency of single operations: median to 99th percentile', subtitle, {
    data: { values: shown }, facet: facetOf(shown), columns: 2, spacing: { row: 62, column: 215 },
    spec: {
      width: 360, height: { step: 18 }, encoding: { y: byName('p50'), color: role },
      layer: [
        { mark: { type: 'rule', strokeWidth: 3, opacity: 0.5 }, encoding: { x: x('p50'), x2: { field: 'p99' } } },
        { mark: { type: 'point', filled: true, size: 70, opacity: 1 }, encoding: { x: x('p50') } },
        { mark: { type: 'tick', thickness: 3, size: 11 }, encoding: { x: x('p99') } },
        { mark: { type: 'text', align: 'left', dx: 8, fontSize: 11 }, encoding: { x: x('p99'), text: { field: 'label' } } },
      ],
    },
    resolve: own,
  })
}

// The charts, drawn by vega from vega-lite's descriptions (chart-specs.ts). Both are installed for the suite only
// (`npm run bench -- install`); without them there is a table and no chart.

import { existsSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { growth, latency, pointsOf, ratios } from './chart-specs.ts'
import { headlineRows } from './headline.ts'
import { cache } from './paths.ts'
import { type Row } from './report.ts'

/** The little of vega and of vega-lite that is used here. */
interface Vega { parse(spec: object): object, View: new (runtime: object, options: { renderer: 'none' }) => { toSVG(): Promise<string> } }
interface VegaLite { compile(spec: object, options: { logger: Logger }): { spec: object } }
interface Logger { level(): number, error(...words: unknown[]): Logger, warn(): Logger, info(): Logger, debug(): Logger }

/** Without vega-lite's warnings about scales that are each facet's own, which is what is wanted. */
const logger: Logger = {
  level: () => 0, warn: () => logger, info: () => logger, debug: () => logger,
  error(...words) {
    console.error(...words)
    return logger
  },
}

/** Writes the charts beside the result `name`, and answers with their files. */
export async function charts(rows: readonly Row[], name: string, subtitle: string): Promise<string[]> {
  if (!existsSync(join(cache, 'node_modules', 'vega-lite'))) return ['no charts: npm run bench -- install brings what draws them']
  const require = createRequire(join(cache, 'package.json'))
  const vega = require('vega') as Vega, lite = require('vega-lite') as VegaLite
  const points = pointsOf(rows)
  const all: { readonly [kind: string]: object } = {
    headline: ratios(pointsOf(headlineRows(rows)), subtitle), time: ratios(points, subtitle), growth: growth(points, subtitle),
    ...(rows.some(({ p50 }) => p50 !== undefined) ? { latency: latency(points, subtitle) } : {}),
  }
  return Promise.all(Object.entries(all).map(async ([kind, spec]) => {
    const view = new vega.View(vega.parse(lite.compile(spec, { logger }).spec), { renderer: 'none' })
    const file = `${name}-${kind}.svg`
    writeFileSync(file, await view.toSVG() + '\n')
    return basename(file)
  }))
}

// The table and the chart at the top of the README, made from one result: `npm run bench -- headline FILE`. No number is copied by hand.

import { readFileSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { driverOf, drivers } from './drivers.ts'
import { type Machine } from './machine.ts'
import { root } from './paths.ts'
import { type Row } from './report.ts'
import { plural, trialOf } from './trials.ts'

export interface Result { machine: Machine, rounds: number, cold: boolean, missing: { [driver: string]: string }, rows: Row[] }

/** What is shown, and at which size; where that was not measured, at the largest that was. */
const shown: { readonly [trial: string]: number } = {
  W1: 1000, W2: 1000, 'W2-lean': 1000, W3: 200, W4: 200, W5: 200, 'W5-down': 200, W6: 5000, W7: 50_000, single: 10_000,
}

export function headlineRows(rows: readonly Row[]): Row[] {
  return Object.entries(shown).flatMap(([trial, wanted]) => {
    const sizes = new Set(rows.filter((row) => row.trial === trial).map(({ size }) => size))
    const size = sizes.has(wanted) ? wanted : Math.max(...sizes)
    return rows.filter((row) => row.trial === trial && row.size === size)
  })
}

const number = (value: number): string => value < 10 ? value.toPrecision(2) : Math.round(value).toLocaleString('en')
const cell = (row: Row | undefined): string => row === undefined ? '' : row.driver === 'ours' ? `**${number(row.median)} us**` : `${number(row.toOurs ?? NaN)}x`

function table(rows: readonly Row[]): string[] {
  const names = Object.keys(drivers).filter((name) => rows.some(({ driver }) => driver === name)).sort((a, b) => Number(b === 'ours') - Number(a === 'ours'))
  const trials = [...new Set(rows.map(({ trial }) => trial))]
  const lines = trials.map((trial) => {
    const of = new Map(rows.filter((row) => row.trial === trial).map((row) => [row.driver, row]))
    const { title, unit } = trialOf(trial), [{ size = 0 } = {}] = of.values()
    return [`${title}; ${size.toLocaleString('en')} ${plural(unit)}`, ...names.map((name) => cell(of.get(name)))]
  })
  const heads = ['', ...names.map((name) => driverOf(name).short)]
  return [heads, heads.map((_, at) => at === 0 ? '---' : '---:'), ...lines].map((words) => `| ${words.join(' | ')} |`)
}

function caption({ machine: { kernel, cpus, cpu, versions, date, commit }, rounds }: Result, file: string): string {
  return `Linux ${kernel} on ${cpus} x ${cpu}, Node ${versions['node'] ?? ''}, ${date.slice(0, 10)}, commit ${commit}, medians of ${rounds} rounds: ` +
    `the time of one operation with this library, and how many times as long the others take. [All numbers](${relative(root, file)}), and ` +
    '[how they were measured](bench/README.md).'
}

/** Markdown. */
export function headline(result: Result, file: string): string {
  const chart = relative(root, file).replace(/\.json$/, '-headline.svg')
  return ['', `![Time of one operation, by driver](${chart})`, '', ...table(headlineRows(result.rows)), '', caption(result, file), ''].join('\n')
}

const begin = '<!-- npm run bench -- headline: from here -->', end = '<!-- to here -->'

/** Prints it, and puts it into the README where that has a place for it. */
export function writeHeadline(path: string): void {
  const file = resolve(path), readme = join(root, 'README.md')
  const text = headline(JSON.parse(readFileSync(file, 'utf8')) as Result, file)
  console.log(text)
  const before = readFileSync(readme, 'utf8'), from = before.indexOf(begin), to = before.indexOf(end)
  if (from < 0 || to < from) throw new Error(`README.md has no place for it: ${begin} ${end}`)
  writeFileSync(readme, before.slice(0, from + begin.length) + '\n' + text + before.slice(to))
}

// How the examples print: a title, then text or a table. Tests pass a function of their own instead of `print`, and look at
// the network at each title.

import util from 'node:util'

export type Row = Readonly<Record<string, unknown>>
export type Show = (title: string, what?: string | readonly Row[]) => void | Promise<void>

const colours = process.stdout.isTTY && process.stdout.hasColors() && typeof util.styleText === 'function'   // Node 20.12

function style(format: 'bold' | 'dim', text: string): string {
  return colours ? util.styleText(format, text) : text
}

/** The named properties of each, in this order. */
export function columns<T extends object, K extends keyof T & string>(rows: readonly T[], ...names: readonly K[]): Pick<T, K>[] {
  return rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name]])) as Pick<T, K>)
}

function cell(value: unknown): string {
  if (value === undefined || value === '') return '-'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return Array.isArray(value) ? value.join(' ') || '-' : String(value)
}

/** Columns as wide as their widest cell, under a line of their names. */
function table(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const cells = rows.map((row) => names.map((name) => cell(row[name])))
  const widths = names.map((name, column) => Math.max(name.length, ...cells.map((line) => (line[column] ?? '').length)))
  const line = (texts: readonly string[]): string => texts.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  ').trimEnd()
  return [style('dim', line(names)), ...cells.map(line)].join('\n')
}

export function print(title: string, what?: string | readonly Row[]): void {
  console.log(`\n${style('bold', title)}`)
  if (what === undefined) return
  const text = typeof what === 'string' ? what.trimEnd() : what.length === 0 ? 'none' : table(what)
  console.log(text.replace(/^(?=.)/gm, '  '))
}

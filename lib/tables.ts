// The tables of routes, RT_TABLE_*: three have names, the others are numbers.

import { rangeError } from './errors.ts'
import { integer } from './values.ts'

export const tables = { default: 253, main: 254, local: 255 } as const
const names = new Map<number, string>(Object.entries(tables).map(([name, number]) => [number, name]))

export function tableNumber(table: unknown, path: string): number {
  if (typeof table !== 'string') return integer(table, 1, 2 ** 32 - 1, path)
  if (!Object.hasOwn(tables, table)) throw rangeError(path, `'${table}' is none of ${Object.keys(tables).join(' ')}, nor a number`)
  return tables[table as keyof typeof tables]
}

export const tableName = (table: number): string | number => names.get(table) ?? table

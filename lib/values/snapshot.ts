// An options object, read once. A getter or a proxy can answer differently the second time, and a polluted prototype
// can supply what nobody wrote: everything after this works on the copy, which has neither.

import { typeError } from '../errors.ts'
import { quote, typeName } from './quote.ts'

/** The options of a T, own and unchecked. */
export type Snapshot<T> = Record<string, unknown> & { [K in keyof T]?: unknown }

// In effect no prototype; V8 keeps an object that has null for its own as a hash table, which is several times slower to read.
const nothing: object = Object.freeze(Object.create(null))

/**
 * Copies the own enumerable properties, each read exactly once, into an object without a prototype. A property that is
 * undefined counts as absent. Keys outside `allowed` are refused before any property is read.
 */
export function snapshot<T = Record<string, unknown>>(options: unknown, allowed: ReadonlySet<string>, path: string): Snapshot<T> {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw typeError(path, `an object is wanted, not ${typeName(options)}`)
  }
  const keys = Object.keys(options)
  for (const key of keys) if (!allowed.has(key)) throw typeError(path, `unknown option ${quote(key)}${suggestion(key, allowed)}`)
  if (Object.getOwnPropertySymbols(options).length > 0) throw typeError(path, 'options have no symbol keys')
  const copy: Record<string, unknown> = Object.create(nothing)
  for (const key of keys) {
    const value = (options as Record<string, unknown>)[key]
    if (value !== undefined) copy[key] = value
  }
  return copy as Snapshot<T>
}

/** Snapshots and defaults as one, still without a prototype; the last one counts. */
export function merged(...parts: readonly object[]): Record<string, unknown> {
  return Object.assign(Object.create(null) as Record<string, unknown>, ...parts) as Record<string, unknown>
}

/** A copy without what is undefined: absent is absent. */
export function present<T extends object>(object: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> }
}

const NEAR = 2

function suggestion(key: string, allowed: ReadonlySet<string>): string {
  let best = Math.min(NEAR, key.length - 1) + 1 // two edits turn any name of two letters into any other
  let found = ''
  for (const name of allowed) {
    if (Math.abs(name.length - key.length) >= best) continue
    const edits = distance(key, name)
    if (edits < best) [best, found] = [edits, name]
  }
  return found === '' ? '' : `, did you mean ${quote(found)}?`
}

/** Levenshtein's edit distance, one row at a time. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

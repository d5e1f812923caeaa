// Every set of the tables: what is written is read again as it was, and what cannot be is refused with its path before a byte is
// written. Seeds are random; a failure prints its own.

import fc from 'fast-check'
import t from 'tap'
import { inspectMessage, inspectRequest } from '../../lib/inspect.ts'
import { request } from '../../lib/protocol.ts'
import { Form, type AnySet } from '../../lib/schema/dsl.ts'
import { valueOf, wrong } from './arbitrary.ts'
import { fieldsOf, places } from './walk.ts'

/** A last member that takes what is left would take a message's padding too: such sets are met inside others. */
const takesRest = ({ members }: AnySet): boolean => Object.values(members).some(({ width, child }) => width === 0 && !child)

// Declared before the first message is written.
const subjects = places().filter(({ set }) => !takesRest(set)).map(({ path, set }) => ({ path, set, request: request('RTM_NEWLINK', set) }))

t.test('written and read again', async (t) => {
  for (const { path, set, request } of subjects) {
    const back = (value: Record<string, unknown>): boolean => {
      const read: unknown = inspectMessage(request, inspectRequest(request, value))
      t.strictSame(read, value)
      return true
    }
    await t.test(path, async (t) => {
      const details = fc.check(fc.property(valueOf(set), (value) => {
        const read: unknown = inspectMessage(request, inspectRequest(request, value))
        return fc.stringify(sorted(read)) === fc.stringify(sorted(value))
      }), { numRuns: 25 })
      t.notOk(details.failed, details.failed ? fc.defaultReportMessage(details) ?? '' : '25 values')
      if (details.counterexample) back(details.counterexample[0])
    })
  }
})

/** The same with the keys of every object in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1).map(([name, one]) => [name, sorted(one)]))
}

t.test('refused with its path', async (t) => {
  for (const { path, set, request } of subjects) {
    const accepted: string[] = []
    for (const [name, field] of fieldsOf(set)) {
      if (field.form === Form.pad) continue
      for (const value of wrong(field)) {
        try {
          inspectRequest(request, { [name]: value })
          accepted.push(`${name}: ${String(value)}`)
        } catch (error) {
          const blamed = error instanceof Error && 'argument' in error ? String(error.argument) : ''
          if (!(error instanceof TypeError || error instanceof RangeError) || !blamed.startsWith(name)) accepted.push(`${name}: ${String(value)}: ${String(error)}`)
        }
      }
    }
    t.same(accepted, [], path)
  }
})

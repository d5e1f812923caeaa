// The library's methods against ip(8): the same wish has to be the same request. Compared as objects, since attributes may stand in
// another order.

import { type Test } from 'tap'
import { type Netns } from '../../lib/index.ts'
import { headerOf, type Case } from './golden.ts'
import { requested } from './subjects.ts'
import { bookkeeping, sentBy, type Sent } from './wire.ts'

export type Value = { [name: string]: unknown }
/** `but` says what the library sends instead, beside the reason why the kernel takes it for the same. */
export type Wish = readonly [command: string, call: () => Promise<unknown>, but?: (ip: Value) => Value]

const all = requested.flatMap(({ cases }) => cases)
function fixtureOf(command: string): Case {
  const found = all.find(({ fixture }) => fixture.command === command)
  if (!found) throw new Error(`no fixture of '${command}'`)
  return found
}

/** Descriptors have other numbers here. */
function withoutDescriptors(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Uint8Array) return value
  const descriptors = ['netNsFd', 'fd']
  const mask = (name: string, one: unknown): unknown => descriptors.includes(name) ? 'a descriptor' : withoutDescriptors(one)
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mask(name, one)]))
}

/** A test of what the calls would send in these namespaces. */
export const comparer = (namespaces: readonly Netns[]) => (wishes: readonly Wish[]): (t: Test) => Promise<void> => {
  return async (t) => {
    for (const [command, call, but = (ip: Value) => ip] of wishes) {
      await t.test(command, async (t) => {
        const one = fixtureOf(command)
        const [sent] = await sentBy(namespaces, call) as [Sent | undefined]
        // A family of generic netlink has another number here; its command is in the object.
        if (typeof one.fixture.type === 'string') t.equal(sent?.name, one.fixture.type)
        t.equal((sent?.flags ?? 0) & ~bookkeeping, headerOf(one).flags & ~bookkeeping, 'flags')
        t.strictSame(withoutDescriptors(sent?.object), withoutDescriptors(but(one.expected as Value)))
      })
    }
  }
}

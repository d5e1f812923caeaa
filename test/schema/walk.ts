// Every set and field that can be reached from the messages: what the other tests of the tables go through.
// Not a codec: it follows declarations, not bytes.

import type { AnySet, Field } from '../../lib/schema/dsl.ts'
import { genericMessages } from '../../lib/schema/generic.ts'
import { messages } from '../../lib/schema/messages.ts'
import '../../lib/kinds/index.ts'   // the kinds register themselves

export interface Place {
  readonly path: string   // one of the paths that lead there
  readonly set: AnySet
}

function children(field: Field): [string, AnySet][] {
  if (field.selector) return Object.entries(field.selector.sets()).map(([key, set]) => [`<${key}>`, set])
  if (field.element) return children(field.element)
  return field.child ? [['', field.child()]] : []
}

export function fieldsOf(set: AnySet): [string, Field][] {
  return [...Object.entries(set.members), ...Object.entries(set.attributes)]
}

/** Each set once, the messages first. */
export function places(): Place[] {
  const found = new Map<AnySet, string>(Object.entries({ ...messages, ...genericMessages }).map(([name, set]) => [set, name]))
  for (const [set, path] of found) {
    for (const [name, field] of fieldsOf(set)) {
      for (const [suffix, child] of children(field)) {
        if (!found.has(child)) found.set(child, `${path}.${name}${suffix}`)
      }
    }
  }
  return [...found].map(([set, path]) => ({ path, set }))
}

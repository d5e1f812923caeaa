// Where linkinfo finds the kinds. lib/kinds/index.ts fills it: a kind's file holds its class too, which needs the
// library that needs the schemas, so that these cannot import the kinds themselves.

import type { kinds as Kinds, portKinds as PortKinds } from '../kinds/index.ts'
import { type AnySet } from './dsl.ts'

type TablesOf<K> = { [N in keyof K]: K[N] extends { table: infer S extends AnySet } ? S : never }

// Filled before anything is compiled, which happens with the first connection.
const registered = { kinds: {}, portKinds: {} } as { kinds: TablesOf<typeof Kinds>, portKinds: typeof PortKinds }

export const kindTables = (): TablesOf<typeof Kinds> => registered.kinds
export const portTables = (): typeof PortKinds => registered.portKinds

export function register(kinds: typeof Kinds, portKinds: typeof PortKinds): void {
  for (const [name, kind] of Object.entries(kinds)) Object.assign(registered.kinds, { [name]: kind.table })
  Object.assign(registered.portKinds, portKinds)
}

// Where linkinfo finds the kinds. lib/kinds/index.ts fills it: a kind's file holds its class too, which needs the
// library that needs the schemas, so that these cannot import the kinds themselves.

import type { kinds as Kinds, portKinds as PortKinds } from '../kinds/index.ts'
import { type AnySet } from './dsl.ts'

/** The tables of those that have one. */
type TablesOf<K> = { [N in keyof K as K[N] extends { table: AnySet } ? N : never]: K[N] extends { table: infer S extends AnySet } ? S : never }

/** What a kind of master says of its ports. Names are the table's. */
export interface PortKind {
  readonly table: AnySet
  /** The kernel shows them and takes them from nobody. */
  readonly shown?: readonly string[]
  /** Hold the index of another link; 0 for none. */
  readonly links?: readonly string[]
}

// Filled before anything is compiled, which happens with the first connection.
const registered = { kinds: {}, portKinds: {} } as { kinds: TablesOf<typeof Kinds>, portKinds: TablesOf<typeof PortKinds> }
const ports = new Map<string, PortKind>()

export const kindTables = (): TablesOf<typeof Kinds> => registered.kinds
export const portTables = (): TablesOf<typeof PortKinds> => registered.portKinds
export const portKindTable = (kind: string): PortKind | undefined => ports.get(kind)

export function register(kinds: { readonly [kind: string]: { readonly table?: AnySet, readonly handle: unknown } }, portKinds: { readonly [kind: string]: PortKind }): void {
  for (const [name, { table }] of Object.entries(kinds)) if (table) Object.assign(registered.kinds, { [name]: table })
  for (const [name, kind] of Object.entries(portKinds)) {
    Object.assign(registered.portKinds, { [name]: kind.table })
    ports.set(name, kind)
  }
}

// IFLA_LINKINFO: what kind of link it is and what the kind has to say; the same for its master's kind, of which it is
// a port. The kinds themselves are tables in lib/kinds.

import { attributes, bytes, label, select } from './dsl.ts'
import { kindTables, portTables } from './registry.ts'

export const linkinfo = attributes('IFLA_INFO_', {
  kind:      label(1, 55),                               // MODULE_NAME_LEN
  data:      select(2, 'kind', kindTables),
  xstats:    bytes(3),                                   // statistics in the kind's own form
  slaveKind: label(4, 55),                               // kind of the master, not of the port
  slaveData: select(5, 'slaveKind', portTables),
})

// What a namespace has: a class for each noun, which are its properties.

export { Addresses } from './address.ts'
export { Fdb } from './fdb.ts'
export { Links } from './links.ts'
export { Neighbors } from './neighbor.ts'
export { NeighborTables } from './neighbor-table.ts'
export { Netconf } from './netconf.ts'
export { Routes } from './route.ts'
export { Rules } from './rule.ts'

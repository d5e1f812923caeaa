// What a namespace has: a class for each noun, which are its properties.

export { Addresses } from './address.ts'
export { AddressLabels } from './address-label.ts'
export { Fdb } from './fdb.ts'
export { Links } from './links.ts'
export { Neighbors } from './neighbor.ts'
export { NeighborTables } from './neighbor-table.ts'
export { Netconf } from './netconf.ts'
export { Nexthops } from './nexthop.ts'
export { Routes } from './route.ts'
export { Rules } from './rule.ts'

// What users import. Exports, nothing else.

export { type AddressFilter, type AddressInfo, type AddressInput, type AddressOptions, type Family } from './address.ts'
export { NetlinkError, NetnsError } from './errors.ts'
export { type ExecError, type ExecOptions, type ExecResult, type NetnsSpawnOptions } from './exec.ts'
export { type LinkFilter } from './links.ts'
export { Link } from './link.ts'
export { type LinkInfo, type LinkStats } from './link-info.ts'
export { type AddrGenMode, type LinkChanges, type LinkOptions, type LinkRef } from './link-options.ts'
export { Bridge, type BridgeOptions, type BridgeSettings } from './kinds/bridge.ts'
export { Veth, type VethOptions } from './kinds/veth.ts'
export { type NeighborFilter, type NeighborInfo, type NeighborInput, type NeighborOptions, type NeighborState } from './neighbor.ts'
export { Netns, type NetnsEntry, type NetnsOptions, type NetnsTarget } from './netns.ts'
export { type RouteFilter, type RouteQuery } from './route.ts'
export { type Nexthop, type RouteInfo } from './route-info.ts'
export { type NexthopOptions, type RouteOptions } from './route-options.ts'
export { type NetnsUse } from './scan.ts'

import './kinds/index.ts'

// The multicast database of bridges and vxlans: RTM_NEWMDB and its relatives. Which ports have listeners of which groups, and
// behind which ports are routers. The kernel shows it in another form than it takes it. Timers are in USER_HZ ticks.

import { attributes, bits, bytes, ip, message, multi, names, nest, nested, pad, struct, u16, u32, u8 } from './dsl.ts'
import { routerModes } from './bridge-port.ts'
import { families } from './families.ts'
import { routeProtocols } from './route.ts'

const brPortMsg = struct('br_port_msg', '', {
  family:  u8(families),
  pad1:    pad(3),
  ifindex: u32(),
})

export const mdbStates = names({ temp: 0, permanent: 1 })
export const mdbFlags = bits({ offload: 1, fast_leave: 2, star_excl: 4, blocked: 8, offload_failed: 16 })
/** Of a group's sources: all but those listed, or those alone. */
export const filterModes = names({ exclude: 0, include: 1 })

const mdbEntry = struct('br_mdb_entry', '', {
  ifindex: u32(),
  state:   u8(mdbStates),
  flags:   u8(mdbFlags),
  vid:     u16(),
  addr:    bytes(-1, 20),   // 4, 16 or 6 bytes of address; at 16 the EtherType in network order, 0 for a MAC; two of padding
})

const sourceAttributes = attributes('MDBA_MDB_SRCATTR_', {
  address: ip(1),
  timer:   u32(2),
})

const sourceList = attributes('MDBA_MDB_SRCLIST_', {
  entry: multi(nest(1, () => sourceAttributes)),
})

const entryInfo = message(mdbEntry, attributes('MDBA_MDB_EATTR_', {
  timer:     u32(1),
  srcList:   nest(2, () => sourceList),
  groupMode: u8(3, filterModes),
  source:    ip(4),
  rtprot:    u8(5, routeProtocols),
  dst:       ip(6),                 // of a vxlan: the remote end
  dstPort:   u16(7),                // in host order
  vni:       u32(8),
  ifindex2:  u32(9),
  srcVni:    u32(10),
}, { ifindex2: 'IFINDEX' }))

const mdbEntries = attributes('MDBA_MDB_ENTRY_', {
  info: multi(nest(1, () => entryInfo)),
})

const mdbList = attributes('MDBA_MDB_', {
  entry: multi(nest(1, () => mdbEntries)),
})

/** Stands behind a bare number. */
const routerPort = message(struct('__u32', '', { ifindex: u32() }), attributes('MDBA_ROUTER_PATTR_', {
  timer:      u32(1),
  type:       u8(2, routerModes),
  inetTimer:  u32(3),
  inet6Timer: u32(4),
  vid:        u16(5),
}))

export const routerPorts = attributes('MDBA_ROUTER_', {
  port: multi(nest(1, () => routerPort)),
})

/** What lists and announcements have. */
export const mdb = message(brPortMsg, attributes('MDBA_', {
  mdb:    nest(1, () => mdbList),
  router: nest(2, () => routerPorts),
}))

const wantedSource = attributes('MDBE_SRCATTR_', {
  address: ip(1),
})

const wantedSources = attributes('MDBE_SRC_LIST_', {
  entry: multi(nested(nest(1, () => wantedSource))),
})

const entryAttributes = attributes('MDBE_ATTR_', {
  source:    ip(1),
  srcList:   nested(nest(2, () => wantedSources)),   // this and the two below since 6.2
  groupMode: u8(3, filterModes),
  rtprot:    u8(4, routeProtocols),
  dst:       ip(5),                 // of vxlans, since 6.4
  dstPort:   u16(6),
  vni:       u32(7),
  ifindex:   u32(8),                // link through which a vxlan reaches dst
  srcVni:    u32(9),
  stateMask: u8(10),                // of what is flushed, since 6.8
})

/** What requests have: to add, to delete, to get, to flush. */
export const mdbRequest = message(brPortMsg, attributes('MDBA_SET_', {
  entry:      nest(1, () => mdbEntry),
  entryAttrs: nested(nest(2, () => entryAttributes)),
}))

// The VLAN message of bridges and their ports: RTM_NEWVLAN and its relatives, since 5.6. What one VLAN of one port is set to, and
// what it is set to on the whole bridge. VLANs are added and deleted by link messages of family bridge: bridge-link.ts.

import { attributes, bits, bool8, message, multi, names, nest, nested, pad, struct, u16, u32, u64, u8 } from './dsl.ts'
import { querierState } from './bridge-querier.ts'
import { vlanInfo } from './bridge-link.ts'
import { portStates, routerModes } from './bridge-port.ts'
import { families } from './families.ts'
import { routerPorts } from './mdb.ts'

const bridgeVlanMsg = struct('br_vlan_msg', '', {
  family:    u8(families),
  reserved1: pad(1),
  reserved2: pad(2),
  ifindex:   u32(),
})

/** What to list: with counters; of bridges, what VLANs are set to on the whole bridge. */
export const vlanDump = message(bridgeVlanMsg, attributes('BRIDGE_VLANDB_DUMP_', {
  flags: u32(1, bits({ stats: 1, global: 2 })),
}))

const tunnelInfo = attributes('BRIDGE_VLANDB_TINFO_', {
  id:  u32(1),
  cmd: u32(2, names({ add: 19, delete: 17 })),   // RTM_SETLINK, RTM_DELLINK
})

const stats = attributes('BRIDGE_VLANDB_STATS_', {
  rxBytes:   u64(1),
  rxPackets: u64(2),
  txBytes:   u64(3),
  txPackets: u64(4),
})

const entry = attributes('BRIDGE_VLANDB_ENTRY_', {
  info:             nest(1, () => vlanInfo),
  range:            u16(2),                          // the last of several that are alike
  state:            u8(3, portStates),
  tunnelInfo:       nested(nest(4, () => tunnelInfo)),
  stats:            nested(nest(5, () => stats)),
  mcastRouter:      u8(6, routerModes),
  mcastNGroups:     u32(7),                          // since 6.3
  mcastMaxGroups:   u32(8),                          // 0: any number
  neighSuppress:    bool8(9),                        // since 6.4
  neighForwardGrat: bool8(10),                       // after 6.18
})

/** Times in USER_HZ ticks (hundredths of a second). */
export const vlanGlobals = attributes('BRIDGE_VLANDB_GOPTS_', {
  id:                      u16(1),
  range:                   u16(2),
  mcastSnooping:           bool8(3),
  mcastIgmpVersion:        u8(4),
  mcastMldVersion:         u8(5),
  mcastLastMemberCnt:      u32(6),
  mcastStartupQueryCnt:    u32(7),
  mcastLastMemberIntvl:    u64(8),
  mcastMembershipIntvl:    u64(10),
  mcastQuerierIntvl:       u64(11),
  mcastQueryIntvl:         u64(12),
  mcastQueryResponseIntvl: u64(13),
  mcastStartupQueryIntvl:  u64(14),
  mcastQuerier:            bool8(15),
  mcastRouterPorts:        nested(nest(16, () => routerPorts)),
  mcastQuerierState:       nested(nest(17, () => querierState)),
  msti:                    u16(18),                  // which spanning tree it follows, where mst_enable
})

export const vlan = message(bridgeVlanMsg, attributes('BRIDGE_VLANDB_', {
  entry:         multi(nested(nest(1, () => entry))),
  globalOptions: multi(nested(nest(2, () => vlanGlobals))),
}))

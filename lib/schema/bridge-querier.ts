// The IGMP and MLD querier elected on a bridge, or on one of its VLANs: itself or another. Read only.

import { attributes, ipv4, ipv6, u32, u64 } from './dsl.ts'

export const querierState = attributes('BRIDGE_QUERIER_', {
  ipAddress:      ipv4(1),
  ipPort:         u32(2),    // index of the port behind which it is
  ipOtherTimer:   u64(3),
  ipv6Address:    ipv6(5),
  ipv6Port:       u32(6),
  ipv6OtherTimer: u64(7),
})

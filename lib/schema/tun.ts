// IFLA_INFO_DATA of kind `tun`, which TAP links have too. Shown only: they are made through /dev/net/tun.

import { attributes, bool8, names, u32, u8 } from './dsl.ts'

export const tun = attributes('IFLA_TUN_', {
  owner:             u32(1),                           // uid that may attach; absent: anybody's who has CAP_NET_ADMIN
  group:             u32(2),                           // gid
  type:              u8(3, names({ tun: 1, tap: 2 })),
  pi:                bool8(4),
  vnetHdr:           bool8(5),
  persist:           bool8(6),
  multiQueue:        bool8(7),
  numQueues:         u32(8),                           // shown with multiQueue
  numDisabledQueues: u32(9),
})

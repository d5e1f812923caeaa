// Counters and the hardware map of a link: structs that have grown at their ends, so that an older kernel sends them
// shorter. Counters that are not about a whole link (of a VF, of an address family) stand with their own tables.

import { pad, struct, u16, u32, u64, u8 } from './dsl.ts'

/** 32-bit counters, which wrap; the kernel cuts them out of the 64-bit ones (copy_rtnl_link_stats). */
export const stats = struct('rtnl_link_stats', '', {
  rxPackets:         u32(),
  txPackets:         u32(),
  rxBytes:           u32(),
  txBytes:           u32(),
  rxErrors:          u32(),
  txErrors:          u32(),
  rxDropped:         u32(),
  txDropped:         u32(),
  multicast:         u32(),
  collisions:        u32(),
  rxLengthErrors:    u32(),
  rxOverErrors:      u32(),
  rxCrcErrors:       u32(),
  rxFrameErrors:     u32(),
  rxFifoErrors:      u32(),
  rxMissedErrors:    u32(),
  txAbortedErrors:   u32(),
  txCarrierErrors:   u32(),
  txFifoErrors:      u32(),
  txHeartbeatErrors: u32(),
  txWindowErrors:    u32(),
  rxCompressed:      u32(),
  txCompressed:      u32(),
  rxNohandler:       u32(),   // since 4.6
})

export const stats64 = struct('rtnl_link_stats64', '', {
  rxPackets:          u64(),
  txPackets:          u64(),
  rxBytes:            u64(),
  txBytes:            u64(),
  rxErrors:           u64(),
  txErrors:           u64(),
  rxDropped:          u64(),
  txDropped:          u64(),
  multicast:          u64(),
  collisions:         u64(),
  rxLengthErrors:     u64(),
  rxOverErrors:       u64(),
  rxCrcErrors:        u64(),
  rxFrameErrors:      u64(),
  rxFifoErrors:       u64(),
  rxMissedErrors:     u64(),
  txAbortedErrors:    u64(),
  txCarrierErrors:    u64(),
  txFifoErrors:       u64(),
  txHeartbeatErrors:  u64(),
  txWindowErrors:     u64(),
  rxCompressed:       u64(),
  txCompressed:       u64(),
  rxNohandler:        u64(),   // since 4.6
  rxOtherhostDropped: u64(),   // since 5.19
})

/** Resources of a card on an old bus. Virtual links have zeros. */
export const ifmap = struct('rtnl_link_ifmap', '', {
  memStart: u64(),
  memEnd:   u64(),
  baseAddr: u64(),
  irq:      u16(),
  dma:      u8(),
  port:     u8(),
  pad:      pad(4),
})

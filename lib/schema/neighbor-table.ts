// The neighbor table message: RTM_GETNEIGHTBL and RTM_SETNEIGHTBL. What the ARP and NDP tables are set to, for all links (thresholds,
// collection) and for each (times and probes), and their counters. Times in milliseconds.

import { attributes, message, nest, pad, string, struct, u16, u32, u64, u8 } from './dsl.ts'
import { families } from './families.ts'

const ndtmsg = struct('ndtmsg', 'ndtm_', {
  family: u8(families),
  pad1:   pad(1),
  pad2:   pad(2),
})

const config = struct('ndt_config', 'ndtc_', {
  keyLen:      u16(),
  entrySize:   u16(),
  entries:     u32(),
  lastFlush:   u32(),   // ms ago
  lastRand:    u32(),   // ms ago
  hashRnd:     u32(),
  hashMask:    u32(),
  hashChainGc: u32(),
  proxyQlen:   u32(),
})

const stats = struct('ndt_stats', 'ndts_', {
  allocs:         u64(),
  destroys:       u64(),
  hashGrows:      u64(),
  resFailed:      u64(),
  lookups:        u64(),
  hits:           u64(),
  rcvProbesMcast: u64(),
  rcvProbesUcast: u64(),
  periodicGcRuns: u64(),
  forcedGcRuns:   u64(),
  tableFulls:     u64(),
})

export const neighborParameters = attributes('NDTPA_', {
  ifindex:             u32(1),    // absent: the default for links to come
  refcnt:              u32(2),
  reachableTime:       u64(3),
  baseReachableTime:   u64(4),
  retransTime:         u64(5),
  gcStaletime:         u64(6),
  delayProbeTime:      u64(7),
  queueLen:            u32(8),    // packets
  appProbes:           u32(9),
  ucastProbes:         u32(10),
  mcastProbes:         u32(11),
  anycastDelay:        u64(12),
  proxyDelay:          u64(13),
  proxyQlen:           u32(14),   // packets
  locktime:            u64(15),
  queueLenbytes:       u32(16),   // bytes
  mcastReprobes:       u32(17),
  intervalProbeTimeMs: u64(19),   // since 6.0
})

export const neighborTable = message(ndtmsg, attributes('NDTA_', {
  name:       string(1),
  thresh1:    u32(2),             // entries up to which nothing is collected
  thresh2:    u32(3),             // above it for 5 s: collected at once
  thresh3:    u32(4),             // never more than that
  config:     nest(5, () => config),
  parms:      nest(6, () => neighborParameters),
  stats:      nest(7, () => stats),
  gcInterval: u64(8),
}))

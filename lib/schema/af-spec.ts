// IFLA_AF_SPEC of an ordinary link message: one nest for each address family that has something to say of the link.
// Bridges fill the same attribute with something else: bridge-link.ts.

import { attributes, bits, bytes, ipv6, names, nest, packed, struct, u32, u64, u8 } from './dsl.ts'
import { ipv4Devconf, ipv6Devconf } from './devconf.ts'

const inet = attributes('IFLA_INET_', {
  conf: nest(1, () => ipv4Devconf),   // the kernel reads another form than it writes: a nest of attributes (inet_set_link_af)
})

/** IPv6 on this link, timestamps in hundredths of a second since boot. */
const cacheinfo = struct('ifla_cacheinfo', '', {
  maxReasmLen:   u32(),
  tstamp:        u32(),
  reachableTime: u32(),   // ms
  retransTime:   u32(),   // ms
})

/** 64-bit numbers of which the first says how many there are, itself included. */
const icmp6stats = struct('u64[]', 'ICMP6_MIB_', {
  num:           u64(),
  inmsgs:        u64(),
  inerrors:      u64(),
  outmsgs:       u64(),
  outerrors:     u64(),
  csumerrors:    u64(),
  ratelimithost: u64(),   // since 6.3
})

/** Flags of struct inet6_dev: the kernel's include/net/if_inet6.h, not for user space, but sent all the same. */
const inet6Flags = bits({ rs_sent: 0x10, ra_rcvd: 0x20, ra_managed: 0x40, ra_othercnf: 0x80, ready: 0x8000_0000 })

export const addrGenModes = names({ eui64: 0, none: 1, stable_secret: 2, random: 3 })

/** Also the content of IFLA_PROTINFO in link messages of family inet6. */
export const inet6 = attributes('IFLA_INET6_', {
  flags:       u32(1, inet6Flags),
  conf:        nest(2, () => ipv6Devconf),
  stats:       packed(3, u64()),            // first how many, then IPSTATS_MIB_*, whose order is not the same in all kernels
  mcast:       bytes(4),                    // never used
  cacheinfo:   nest(5, () => cacheinfo),
  icmp6stats:  nest(6, () => icmp6stats),
  token:       ipv6(7),
  addrGenMode: u8(8, addrGenModes),
  raMtu:       u32(9),                      // since 5.15; absent before any router said
})

const mctp = attributes('IFLA_MCTP_', {
  net:         u32(1),
  physBinding: u8(2),   // since 6.13
})

export const afSpec = attributes('AF_', {
  inet:  nest(2, () => inet),
  inet6: nest(10, () => inet6),
  mctp:  nest(45, () => mctp),
})

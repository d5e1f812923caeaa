// The address message: RTM_NEWADDR and its relatives, for IPv4 and IPv6. The header's flags are the low eight bits of
// the attribute `flags`; where both are sent the attribute counts (inet_rtm_newaddr, inet6_rtm_newaddr).

import { attributes, bits, ip, ipv4, ipv6, message, names, nest, s32, string, struct, u32, u8 } from './dsl.ts'
import { families } from './families.ts'

export const addressFlags = bits({
  'secondary':      0x1,     // of IPv6: temporary
  'nodad':          0x2,
  'optimistic':     0x4,
  'dadfailed':      0x8,
  'home':           0x10,
  'deprecated':     0x20,
  'tentative':      0x40,
  'permanent':      0x80,    // its absence is what ip(8) shows as dynamic
  'mngtmpaddr':     0x100,
  'noprefixroute':  0x200,
  'autojoin':       0x400,
  'stable-privacy': 0x800,
})

/** Of addresses and of routes. Numbers between site and link may be had by routes. */
export const scopes = names({ global: 0, site: 200, link: 253, host: 254, nowhere: 255 })

/** Who made the address. Numbers from 4 are for programs. */
export const addressProtocols = names({ unspec: 0, kernel_lo: 1, kernel_ra: 2, kernel_ll: 3 })

const ifaddrmsg = struct('ifaddrmsg', 'ifa_', {
  family:    u8(families),
  prefixlen: u8(),
  ifaFlags:  u8(),
  scope:     u8(scopes),
  index:     u32(),             // of the link
})

/** Of a lifetime without an end. */
export const forEver = 0xffffffff

/** Lifetimes in s, `forEver` or less; times in hundredths of a second since boot. */
const cacheinfo = struct('ifa_cacheinfo', '', {
  ifaPrefered: u32(),
  ifaValid:    u32(),
  cstamp:      u32(),   // created
  tstamp:      u32(),   // updated
})

export const addressAttributes = attributes('IFA_', {
  address:       ip(1),                       // the other end of a point-to-point link, otherwise the same as local
  local:         ip(2),                       // IPv6 sends it only beside another end's address
  label:         string(3, 15),               // IPv4 only; the link's name, or LINK:TEXT
  broadcast:     ipv4(4),
  anycast:       ipv6(5),                     // in RTM_GETANYCAST
  cacheinfo:     nest(6, () => cacheinfo),
  multicast:     ip(7),                       // in RTM_GETMULTICAST
  flags:         u32(8, addressFlags),
  rtPriority:    u32(9),                      // of the prefix route, since 4.18
  targetNetnsid: s32(10),
  proto:         u8(11, addressProtocols),    // since 5.18
  mcUsers:       u32(12),                     // in RTM_GETMULTICAST, after 6.18
})

export const address = message(ifaddrmsg, addressAttributes)

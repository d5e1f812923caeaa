// The netconf message: RTM_GETNETCONF. What IPv4, IPv6 and MPLS are set to on a link as far as it decides about forwarding; shown
// and announced, never taken: it is set by sysctl.

import { attributes, message, pad, s32, struct, u8 } from './dsl.ts'
import { families } from './families.ts'

const netconfmsg = struct('netconfmsg', 'ncm_', {
  family: u8(families),
  pad:    pad(3),                            // the struct is one byte long, and attributes start at multiples of four
})

export const netconf = message(netconfmsg, attributes('NETCONFA_', {
  ifindex:                  s32(1),         // -1: all, -2: the default for links to come
  forwarding:               s32(2),
  rpFilter:                 s32(3),
  mcForwarding:             s32(4),
  proxyNeigh:               s32(5),
  ignoreRoutesWithLinkdown: s32(6),
  input:                    s32(7),         // MPLS
  bcForwarding:             s32(8),         // since 4.19
  forceForwarding:          s32(9),         // since 6.17
}))

// The address label message: RTM_NEWADDRLABEL and its relatives. Labels of IPv6 prefixes, by which a source address that fits is
// preferred (RFC 6724).

import { attributes, ipv6, message, pad, struct, u32, u8 } from './dsl.ts'
import { families } from './families.ts'

const ifaddrlblmsg = struct('ifaddrlblmsg', 'ifal_', {
  family:    u8(families),
  reserved:  pad(1),
  prefixlen: u8(),
  flags:     u8(),
  index:     u32(),                 // of the link; 0: any
  seq:       u32(),                 // of the table, shown only
})

export const addressLabel = message(ifaddrlblmsg, attributes('IFAL_', {
  address: ipv6(1),
  label:   u32(2),
}))

// What messages of the family ethtool share: the header that says which link is meant, and sets of bits that have names.

import { attributes, bits, bytes, flag, multi, nest, nested, string, u32 } from './dsl.ts'

export const ethtoolHeader = attributes('ETHTOOL_A_HEADER_', {
  devIndex: u32(1),
  devName:  string(2, 127),                   // an alternative name will do
  flags:    u32(3, bits({ compact_bitsets: 1, omit_reply: 2, stats: 4 })),
  phyIndex: u32(4),                           // since 6.12
})

const bit = attributes('ETHTOOL_A_BITSET_BIT_', {
  index: u32(1),
  name:  string(2),
  value: flag(3),                             // in a set without a mask every bit that is named is on
})

const bitList = attributes('ETHTOOL_A_BITSET_BITS_', {
  bit: multi(nested(nest(1, () => bit))),
})

/** `bits`, or in the compact form `value` and `mask`: 32-bit words. */
export const bitset = attributes('ETHTOOL_A_BITSET_', {
  nomask: flag(1),
  size:   u32(2),
  bits:   nested(nest(3, () => bitList)),
  value:  bytes(4),
  mask:   bytes(5),
})

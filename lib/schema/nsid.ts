// The namespace id message: RTM_NEWNSID and its relatives. An nsid is what one namespace calls another; it says
// nothing outside of that namespace.

import { attributes, message, pad, s32, struct, u32, u8 } from './dsl.ts'
import { families } from './families.ts'

const rtgenmsg = struct('rtgenmsg', 'rtgen_', {
  family: u8(families),
  pad:    pad(3),         // the struct is one byte long, and attributes start at multiples of four
})

export const nsidAttributes = attributes('NETNSA_', {
  nsid:        s32(1),   // -1: none is assigned; in RTM_NEWNSID: the kernel chooses
  pid:         u32(2),
  fd:          u32(3),
  targetNsid:  s32(4),   // whose ids are asked for, since 5.0
  currentNsid: s32(5),   // in answers to that: what the asking namespace calls it
})

export const nsid = message(rtgenmsg, nsidAttributes)

// Generic netlink: the header behind the netlink header, and the messages of the controller (family nlctrl), which knows all
// other families. A family's number is given out when its module is loaded; its commands are in the header.

import { attributes, bits, bytes, list, message, nest, pad, string, struct, u16, u32, u8 } from './dsl.ts'

/** In front of every family's attributes. */
export const genlmsghdr = struct('genlmsghdr', '', {
  cmd:      u8(),
  version:  u8(),
  reserved: pad(2),
})

/** What a command wants (admin_perm: CAP_NET_ADMIN in the initial user namespace) and what it can do. */
const opFlags = bits({ admin_perm: 1, cmd_cap_do: 2, cmd_cap_dump: 4, cmd_cap_haspol: 8, uns_admin_perm: 16 })

const op = attributes('CTRL_ATTR_OP_', {
  id:    u32(1),
  flags: u32(2, opFlags),
})

const mcastGroup = attributes('CTRL_ATTR_MCAST_GRP_', {
  name: string(1, 15),
  id:   u32(2),
})

export const ctrl = message(genlmsghdr, attributes('CTRL_ATTR_', {
  familyId:        u16(1),
  familyName:      string(2, 15),
  ctrlAttrVersion: u32(3),
  hdrsize:         u32(4),                    // of the family's own header, behind genlmsghdr
  maxattr:         u32(5),
  ops:             list(6, nest(() => op)),
  mcastGroups:     list(7, nest(() => mcastGroup)),
  policy:          bytes(8),
  opPolicy:        bytes(9),
  op:              u32(10),
}))

// What genl(8) of iproute2 6.1 and wg(8) ask the controller of generic netlink, and what Linux 6.12 answers.

import { genericMessages } from '../../lib/schema/generic.ts'
import { type Fixture } from './golden.ts'

const { ctrl: set } = genericMessages

export const ctrl: Fixture<typeof set>[] = [
  {
    command: 'genl ctrl get name ethtool',
    type: 16, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      20000000 1000 0500 00000000 00000000                     # nlmsghdr
      03 00 0000                                               # genlmsghdr
      0c00 0200 657468746f6f6c00                               # CTRL_ATTR_FAMILY_NAME ethtool
    `,
    object: { cmd: 3, familyName: 'ethtool' },
  },
  {
    command: 'genl ctrl get id 16',
    type: 16, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      1c000000 1000 0500 00000000 00000000                     # nlmsghdr
      03 00 0000                                               # genlmsghdr
      0600 0100 1000 0000                                      # CTRL_ATTR_FAMILY_ID
    `,
    object: { cmd: 3, familyId: 16 },
  },
]

export const ctrlAnswers: Fixture<typeof set>[] = [
  {
    command: 'genl ctrl get id 16',
    type: 16, flags: [],
    bytes: `
      88000000 1000 0000 00000000 00000000                     # nlmsghdr
      01 02 0000                                               # genlmsghdr
      0b00 0200 6e6c6374726c00 00                              # CTRL_ATTR_FAMILY_NAME nlctrl
      0600 0100 1000 0000                                      # CTRL_ATTR_FAMILY_ID
      0800 0300 02000000                                       # CTRL_ATTR_VERSION
      0800 0400 00000000                                       # CTRL_ATTR_HDRSIZE
      0800 0500 00000000                                       # CTRL_ATTR_MAXATTR
      2c00 0600                                                # CTRL_ATTR_OPS
        14000100 08000100 03000000 08000200 0e000000 14000200 08000100 0a000000 08000200 0c000000
      1c00 0700                                                # CTRL_ATTR_MCAST_GROUPS
        18000100 08000200 10000000 0b000100 6e6f7469 66790000
    `,
    object: {
      cmd: 1,
      version: 2,
      familyName: 'nlctrl',
      familyId: 16,
      ctrlAttrVersion: 2,
      hdrsize: 0,
      maxattr: 0,
      ops: [
        { id: 3, flags: ['cmd_cap_do', 'cmd_cap_dump', 'cmd_cap_haspol'] },
        { id: 10, flags: ['cmd_cap_dump', 'cmd_cap_haspol'] }
      ],
      mcastGroups: [{ id: 16, name: 'notify' }]
    },
  },
  {
    command: 'wg set wg0 listen-port 51820 fwmark 0x1234 private-key /run/private',
    type: 16, flags: [],
    bytes: `
      70000000 1000 0000 00000000 00000000                     # nlmsghdr
      01 02 0000                                               # genlmsghdr
      0e00 0200 77697265677561726400 0000                      # CTRL_ATTR_FAMILY_NAME wireguard
      0600 0100 2300 0000                                      # CTRL_ATTR_FAMILY_ID
      0800 0300 01000000                                       # CTRL_ATTR_VERSION
      0800 0400 00000000                                       # CTRL_ATTR_HDRSIZE
      0800 0500 08000000                                       # CTRL_ATTR_MAXATTR
      2c00 0600                                                # CTRL_ATTR_OPS
        14000100 08000100 00000000 08000200 1c000000 14000200 08000100 01000000 08000200 1a000000
    `,
    object: {
      cmd: 1,
      version: 2,
      familyName: 'wireguard',
      familyId: 35,
      ctrlAttrVersion: 1,
      hdrsize: 0,
      maxattr: 8,
      ops: [
        { id: 0, flags: ['cmd_cap_dump', 'cmd_cap_haspol', 'uns_admin_perm'] },
        { id: 1, flags: ['cmd_cap_do', 'cmd_cap_haspol', 'uns_admin_perm'] }
      ]
    },
  },
]

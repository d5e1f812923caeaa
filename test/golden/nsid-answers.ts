// What the kernel tells of ids of namespaces.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const nsidAnswers: readonly Fixture<typeof messages.nsid>[] = [
  {
    command: 'ip netns list-id',
    type: 'RTM_NEWNSID', flags: [],
    bytes: `
      1c000000 5800 0000 00000000 00000000                     # nlmsghdr
      00 000000                                                # rtgenmsg
      0800 0100 00000000                                       # NETNSA_NSID
    `,
    object: { nsid: 0 },
  },
  {
    command: 'ip netns list-id',
    type: 'RTM_NEWNSID', flags: [],
    bytes: `
      1c000000 5800 0000 00000000 00000000                     # nlmsghdr
      00 000000                                                # rtgenmsg
      0800 0100 05000000                                       # NETNSA_NSID
    `,
    object: { nsid: 5 },
  },
  {
    command: 'ip netns list-id',
    type: 'RTM_NEWNSID', flags: ['NLM_F_MULTI'],
    bytes: `
      1c000000 5800 0200 00000000 00000000                     # nlmsghdr
      00 000000                                                # rtgenmsg
      0800 0100 00000000                                       # NETNSA_NSID
    `,
    object: { nsid: 0 },
  },
  {
    command: 'ip netns list-id',
    type: 'RTM_NEWNSID', flags: ['NLM_F_MULTI'],
    bytes: `
      1c000000 5800 0200 00000000 00000000                     # nlmsghdr
      00 000000                                                # rtgenmsg
      0800 0100 05000000                                       # NETNSA_NSID
    `,
    object: { nsid: 5 },
  },
  {
    command: 'ip netns list',
    type: 'RTM_NEWNSID', flags: [],
    bytes: `
      1c000000 5800 0000 00000000 00000000                     # nlmsghdr
      00 000000                                                # rtgenmsg
      0800 0100 ffffffff                                       # NETNSA_NSID
    `,
    object: { nsid: -1 },
  },
]

// Ids of namespaces: ip-netns(8).

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const nsid: readonly Fixture<typeof messages.nsid>[] = [
  {
    command: 'ip netns set red 5',
    type: 'RTM_NEWNSID', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      24000000 5800 0500 00000000 00000000                     # nlmsghdr
      00 000000                                                # rtgenmsg
      0800 0300 06000000                                       # NETNSA_FD
      0800 0100 05000000                                       # NETNSA_NSID
    `,
    object: { fd: 6, nsid: 5 },
  },
  {
    command: 'ip netns set blue auto',
    type: 'RTM_NEWNSID', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      24000000 5800 0500 00000000 00000000                     # nlmsghdr
      00 000000                                                # rtgenmsg
      0800 0300 06000000                                       # NETNSA_FD
      0800 0100 ffffffff                                       # NETNSA_NSID
    `,
    object: { fd: 6, nsid: -1 },
  },
  {
    command: 'ip netns list-id',
    type: 'RTM_GETNSID', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      14000000 5a00 0103 00000000 00000000                     # nlmsghdr
      00 000000                                                # rtgenmsg
    `,
    object: {},
  },
  {
    command: 'ip netns list-id target-nsid 5',
    type: 'RTM_GETNSID', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      1c000000 5a00 0103 00000000 00000000                     # nlmsghdr
      00 000000                                                # rtgenmsg
      0800 0400 05000000                                       # NETNSA_TARGET_NSID
    `,
    object: { targetNsid: 5 },
  },
  {
    command: 'ip netns list-id nsid 5',
    type: 'RTM_GETNSID', flags: ['NLM_F_REQUEST'],
    bytes: `
      1c000000 5a00 0100 00000000 00000000                     # nlmsghdr
      00 000000                                                # rtgenmsg
      0800 0100 05000000                                       # NETNSA_NSID
    `,
    object: { nsid: 5 },
  },
  {
    command: 'ip netns list',
    type: 'RTM_GETNSID', flags: ['NLM_F_REQUEST'],
    bytes: `
      1c000000 5a00 0100 00000000 00000000                     # nlmsghdr
      00 000000                                                # rtgenmsg
      0800 0300 06000000                                       # NETNSA_FD
    `,
    object: { fd: 6 },
  },
]

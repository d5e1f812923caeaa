// netkit: the other end is a link message, as of a veth.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const netkit: readonly Fixture<typeof messages.link>[] = [
  {   // iproute2 6.15
    command: 'ip link add nk1 type netkit mode l2 forward peer blackhole name nk2',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      70000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 0300 6e6b3100                                  # IFLA_IFNAME nk1
      4800 1200                                           # IFLA_LINKINFO
        0a00 0100 6e65746b6974 0000                       #   IFLA_INFO_KIND netkit
        3800 0200                                         #   IFLA_INFO_DATA
          0800 0500 00000000                              #     IFLA_NETKIT_MODE
          0800 0300 00000000                              #     IFLA_NETKIT_POLICY
          0800 0400 02000000                              #     IFLA_NETKIT_PEER_POLICY
          1c00 0100                                       #     IFLA_NETKIT_PEER_INFO
            00 00 0000 00000000 00000000 00000000         #       ifinfomsg
            0800 0300 6e6b3200                            #       IFLA_IFNAME nk2
    `,
    object: {
      ifname: 'nk1',
      linkinfo: { kind: 'netkit', data: { mode: 'l2', policy: 'pass', peerPolicy: 'drop', peerInfo: { ifname: 'nk2' } } },
    },
  },
  {   // iproute2 6.15
    command: 'ip link add nk3 type netkit mode l3 blackhole scrub none peer forward scrub default name nk4',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      80000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 0300 6e6b3300                                  # IFLA_IFNAME nk3
      5800 1200                                           # IFLA_LINKINFO
        0a00 0100 6e65746b6974 0000                       #   IFLA_INFO_KIND netkit
        4800 0200                                         #   IFLA_INFO_DATA
          0800 0500 01000000                              #     IFLA_NETKIT_MODE
          0800 0300 02000000                              #     IFLA_NETKIT_POLICY
          0800 0600 00000000                              #     IFLA_NETKIT_SCRUB
          0800 0400 00000000                              #     IFLA_NETKIT_PEER_POLICY
          0800 0700 01000000                              #     IFLA_NETKIT_PEER_SCRUB
          1c00 0100                                       #     IFLA_NETKIT_PEER_INFO
            00 00 0000 00000000 00000000 00000000         #       ifinfomsg
            0800 0300 6e6b3400                            #       IFLA_IFNAME nk4
    `,
    object: {
      ifname: 'nk3',
      linkinfo: {
        kind: 'netkit',
        data: {
          mode: 'l3', policy: 'drop', scrub: 'none', peerPolicy: 'pass', peerScrub: 'default',
          peerInfo: { ifname: 'nk4' },
        },
      },
    },
  },
]

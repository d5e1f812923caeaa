// What the segments of this router do.

import { messages } from '../../lib/schema/messages.ts'
import { hex, type Fixture } from './golden.ts'

export const routeSeg6local: readonly Fixture<typeof messages.route>[] = [
  {
    command: 'ip -6 route add fc00:1::1 encap seg6local action End dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      4c000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 80 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 fc000001000000000000000000000001               # RTA_DST
      0c00 1680                                                # RTA_ENCAP
        0800 0100 01000000                                     #   SEG6_LOCAL_ACTION
      0600 1500 0700 0000                                      # RTA_ENCAP_TYPE
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet6', dstLen: 128, rtmTable: 254, protocol: 'boot', dst: 'fc00:1::1', encap: { action: 'End' }, type: 'unicast',
      encapType: 'seg6local', oif: 2,
    },
  },
  {
    command: 'ip -6 route add fc00:1::2 encap seg6local action End.X nh6 2001:db8::2 dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      60000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 80 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 fc000001000000000000000000000002               # RTA_DST
      2000 1680                                                # RTA_ENCAP
        0800 0100 02000000                                     #   SEG6_LOCAL_ACTION
        1400 0500 20010db8000000000000000000000002             #   SEG6_LOCAL_NH6
      0600 1500 0700 0000                                      # RTA_ENCAP_TYPE
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet6', dstLen: 128, rtmTable: 254, protocol: 'boot', dst: 'fc00:1::2', encap: { action: 'End.X', nh6: '2001:db8::2' },
      type: 'unicast', encapType: 'seg6local', oif: 2,
    },
  },
  {
    command: 'ip -6 route add fc00:1::4 encap seg6local action End.DX2 oif v0 dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      54000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 80 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 fc000001000000000000000000000004               # RTA_DST
      1400 1680                                                # RTA_ENCAP
        0800 0100 04000000                                     #   SEG6_LOCAL_ACTION
        0800 0700 02000000                                     #   SEG6_LOCAL_OIF
      0600 1500 0700 0000                                      # RTA_ENCAP_TYPE
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet6', dstLen: 128, rtmTable: 254, protocol: 'boot', dst: 'fc00:1::4', encap: { action: 'End.DX2', oif: 2 },
      type: 'unicast', encapType: 'seg6local', oif: 2,
    },
  },
  {
    command: 'ip -6 route add fc00:1::5 encap seg6local action End.DX6 nh6 2001:db8::2 count dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      88000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 80 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 fc000001000000000000000000000005               # RTA_DST
      4800 1680                                                # RTA_ENCAP
        0800 0100 05000000                                     #   SEG6_LOCAL_ACTION
        1400 0500 20010db8000000000000000000000002             #   SEG6_LOCAL_NH6
        2800 0a80                                              #   SEG6_LOCAL_COUNTERS
          0c00 0200 0000000000000000                           #     SEG6_LOCAL_CNT_PACKETS
          0c00 0300 0000000000000000                           #     SEG6_LOCAL_CNT_BYTES
          0c00 0400 0000000000000000                           #     SEG6_LOCAL_CNT_ERRORS
      0600 1500 0700 0000                                      # RTA_ENCAP_TYPE
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet6', dstLen: 128, rtmTable: 254, protocol: 'boot', dst: 'fc00:1::5',
      encap: { action: 'End.DX6', nh6: '2001:db8::2', counters: { packets: 0, bytes: 0, errors: 0 } }, type: 'unicast',
      encapType: 'seg6local', oif: 2,
    },
  },
  {
    command: 'ip -6 route add fc00:1::6 encap seg6local action End.DX4 nh4 192.168.15.2 dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      54000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 80 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 fc000001000000000000000000000006               # RTA_DST
      1400 1680                                                # RTA_ENCAP
        0800 0100 06000000                                     #   SEG6_LOCAL_ACTION
        0800 0400 c0a80f02                                     #   SEG6_LOCAL_NH4
      0600 1500 0700 0000                                      # RTA_ENCAP_TYPE
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet6', dstLen: 128, rtmTable: 254, protocol: 'boot', dst: 'fc00:1::6', encap: { action: 'End.DX4', nh4: '192.168.15.2' },
      type: 'unicast', encapType: 'seg6local', oif: 2,
    },
  },
  {
    command: 'ip -6 route add fc00:1::7 encap seg6local action End.DT6 table 100 dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      54000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 80 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 fc000001000000000000000000000007               # RTA_DST
      1400 1680                                                # RTA_ENCAP
        0800 0100 07000000                                     #   SEG6_LOCAL_ACTION
        0800 0300 64000000                                     #   SEG6_LOCAL_TABLE
      0600 1500 0700 0000                                      # RTA_ENCAP_TYPE
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet6', dstLen: 128, rtmTable: 254, protocol: 'boot', dst: 'fc00:1::7', encap: { action: 'End.DT6', table: 100 },
      type: 'unicast', encapType: 'seg6local', oif: 2,
    },
  },
  {
    command: 'ip -6 route add fc00:1::8 encap seg6local action End.DT4 vrftable 9 dev vrf9',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      54000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 80 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 fc000001000000000000000000000008               # RTA_DST
      1400 1680                                                # RTA_ENCAP
        0800 0100 08000000                                     #   SEG6_LOCAL_ACTION
        0800 0900 09000000                                     #   SEG6_LOCAL_VRFTABLE
      0600 1500 0700 0000                                      # RTA_ENCAP_TYPE
      0800 0400 03000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet6', dstLen: 128, rtmTable: 254, protocol: 'boot', dst: 'fc00:1::8', encap: { action: 'End.DT4', vrftable: 9 },
      type: 'unicast', encapType: 'seg6local', oif: 3,
    },
  },
  {
    command: 'ip -6 route add fc00:1::9 encap seg6local action End.DT46 vrftable 9 dev vrf9',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      54000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 80 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 fc000001000000000000000000000009               # RTA_DST
      1400 1680                                                # RTA_ENCAP
        0800 0100 10000000                                     #   SEG6_LOCAL_ACTION
        0800 0900 09000000                                     #   SEG6_LOCAL_VRFTABLE
      0600 1500 0700 0000                                      # RTA_ENCAP_TYPE
      0800 0400 03000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet6', dstLen: 128, rtmTable: 254, protocol: 'boot', dst: 'fc00:1::9', encap: { action: 'End.DT46', vrftable: 9 },
      type: 'unicast', encapType: 'seg6local', oif: 3,
    },
  },
  {
    command: 'ip -6 route add fc00:1::a encap seg6local action End.B6 srh segs fc00::1,fc00::2 dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      88000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 80 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 fc00000100000000000000000000000a               # RTA_DST
      4800 1680                                                # RTA_ENCAP
        0800 0100 09000000                                     #   SEG6_LOCAL_ACTION
        3c00 0200                                              #   SEG6_LOCAL_SRH
          00060402 02000000 00000000 00000000 00000000 00000000 fc000000 00000000 00000000 00000002 fc000000 00000000
          00000000 00000001
      0600 1500 0700 0000                                      # RTA_ENCAP_TYPE
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet6', dstLen: 128, rtmTable: 254, protocol: 'boot', dst: 'fc00:1::a',
      encap: {
        action: 'End.B6',
        srh: hex('000604020200000000000000000000000000000000000000fc000000000000000000000000000002fc000000000000000000000000000001'),
      },
      type: 'unicast', encapType: 'seg6local', oif: 2,
    },
  },
  {
    command: 'ip -6 route add fc00:1::b encap seg6local action End.B6.Encaps srh segs fc00::1 hmac 7 dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      90000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 80 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 fc00000100000000000000000000000b               # RTA_DST
      5000 1680                                                # RTA_ENCAP
        0800 0100 0a000000                                     #   SEG6_LOCAL_ACTION
        4400 0200                                              #   SEG6_LOCAL_SRH
          00070400 00080000 fc000000 00000000 00000000 00000001 05260000 00000007 00000000 00000000 00000000 00000000
          00000000 00000000 00000000 00000000
      0600 1500 0700 0000                                      # RTA_ENCAP_TYPE
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet6', dstLen: 128, rtmTable: 254, protocol: 'boot', dst: 'fc00:1::b',
      encap: {
        action: 'End.B6.Encaps',
        srh: hex('0007040000080000fc00000000000000000000000000000105260000000000070000000000000000000000000000000000000000000000000000000000000000'),
      },
      type: 'unicast', encapType: 'seg6local', oif: 2,
    },
  },
  {
    command: 'ip -6 route add fc00:1::c encap seg6local action End flavors psp,usd dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      58000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 80 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 fc00000100000000000000000000000c               # RTA_DST
      1800 1680                                                # RTA_ENCAP
        0800 0100 01000000                                     #   SEG6_LOCAL_ACTION
        0c00 0b80                                              #   SEG6_LOCAL_FLAVORS
          0800 0100 0a000000                                   #     SEG6_LOCAL_FLV_OPERATION
      0600 1500 0700 0000                                      # RTA_ENCAP_TYPE
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet6', dstLen: 128, rtmTable: 254, protocol: 'boot', dst: 'fc00:1::c',
      encap: { action: 'End', flavors: { operation: ['psp', 'usd'] } }, type: 'unicast', encapType: 'seg6local', oif: 2,
    },
  },
  {
    command: 'ip -6 route add fc00:1::d encap seg6local action End flavors next-csid lblen 32 nflen 16 dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      68000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 80 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 fc00000100000000000000000000000d               # RTA_DST
      2800 1680                                                # RTA_ENCAP
        0800 0100 01000000                                     #   SEG6_LOCAL_ACTION
        1c00 0b80                                              #   SEG6_LOCAL_FLAVORS
          0800 0100 10000000                                   #     SEG6_LOCAL_FLV_OPERATION
          0500 0200 20 000000                                  #     SEG6_LOCAL_FLV_LCBLOCK_BITS
          0500 0300 10 000000                                  #     SEG6_LOCAL_FLV_LCNODE_FN_BITS
      0600 1500 0700 0000                                      # RTA_ENCAP_TYPE
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet6', dstLen: 128, rtmTable: 254, protocol: 'boot', dst: 'fc00:1::d',
      encap: { action: 'End', flavors: { operation: ['next-csid'], lcblockBits: 32, lcnodeFnBits: 16 } }, type: 'unicast',
      encapType: 'seg6local', oif: 2,
    },
  },
  {
    command: 'ip -6 route add fc00:1::f encap seg6local action End.X nh6 2001:db8::2 oif v0 dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      68000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 80 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 fc00000100000000000000000000000f               # RTA_DST
      2800 1680                                                # RTA_ENCAP
        0800 0100 02000000                                     #   SEG6_LOCAL_ACTION
        1400 0500 20010db8000000000000000000000002             #   SEG6_LOCAL_NH6
        0800 0700 02000000                                     #   SEG6_LOCAL_OIF
      0600 1500 0700 0000                                      # RTA_ENCAP_TYPE
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet6', dstLen: 128, rtmTable: 254, protocol: 'boot', dst: 'fc00:1::f',
      encap: { action: 'End.X', nh6: '2001:db8::2', oif: 2 }, type: 'unicast', encapType: 'seg6local', oif: 2,
    },
  },
]

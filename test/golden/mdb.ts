// The multicast databases of bridges and vxlans: bridge-mdb(8) of iproute2 6.15.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const mdb: readonly Fixture<typeof messages.mdbRequest>[] = [
  {
    command: 'bridge mdb add dev br0 port p0 grp 239.1.1.1 permanent vid 10',
    type: 'RTM_NEWMDB', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      38000000 5400 0506 00000000 00000000                     # nlmsghdr
      07 000000 02000000                                       # br_port_msg
      2000 0100                                                # MDBA_SET_ENTRY
                                                               # br_mdb_entry
          03000000 01000a00 ef010101 00000000 00000000 00000000 08000000
    `,
    object: {
      family: 'bridge', ifindex: 2, entry: { ifindex: 3, state: 'permanent', vid: 10, addr: Uint8Array.of(239, 1, 1, 1, 0, 0, 0,
      0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0) },
    },
  },
  {
    command: 'bridge mdb add dev br0 port p0 grp 239.1.1.2 temp',
    type: 'RTM_NEWMDB', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      38000000 5400 0506 00000000 00000000                     # nlmsghdr
      07 000000 02000000                                       # br_port_msg
      2000 0100                                                # MDBA_SET_ENTRY
                                                               # br_mdb_entry
          03000000 00000000 ef010102 00000000 00000000 00000000 08000000
    `,
    object: {
      family: 'bridge', ifindex: 2, entry: { ifindex: 3, addr: Uint8Array.of(239, 1, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      8, 0, 0, 0) },
    },
  },
  {
    command: 'bridge mdb add dev br0 port br0 grp ff15::1 permanent',
    type: 'RTM_NEWMDB', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      38000000 5400 0506 00000000 00000000                     # nlmsghdr
      07 000000 02000000                                       # br_port_msg
      2000 0100                                                # MDBA_SET_ENTRY
                                                               # br_mdb_entry
          02000000 01000000 ff150000 00000000 00000000 00000001 86dd0000
    `,
    object: {
      family: 'bridge', ifindex: 2, entry: { ifindex: 2, state: 'permanent', addr: Uint8Array.of(255, 21, 0, 0, 0, 0, 0, 0, 0,
      0, 0, 0, 0, 0, 0, 1, 134, 221, 0, 0) },
    },
  },
  {
    command: 'bridge mdb add dev br0 port p0 grp 01:02:03:04:05:06 permanent',
    type: 'RTM_NEWMDB', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      38000000 5400 0506 00000000 00000000                     # nlmsghdr
      07 000000 02000000                                       # br_port_msg
      2000 0100                                                # MDBA_SET_ENTRY
                                                               # br_mdb_entry
          03000000 01000000 01020304 05060000 00000000 00000000 00000000
    `,
    object: {
      family: 'bridge', ifindex: 2, entry: { ifindex: 3, state: 'permanent', addr: Uint8Array.of(1, 2, 3, 4, 5, 6, 0, 0, 0, 0,
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0) },
    },
  },
  {
    command: 'bridge mdb add dev br0 port p0 grp 239.1.1.3 src 192.0.2.1',
    type: 'RTM_NEWMDB', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      44000000 5400 0506 00000000 00000000                     # nlmsghdr
      07 000000 02000000                                       # br_port_msg
      2000 0100                                                # MDBA_SET_ENTRY
                                                               # br_mdb_entry
          03000000 00000000 ef010103 00000000 00000000 00000000 08000000
      0c00 0280                                                # MDBA_SET_ENTRY_ATTRS
        0800 0100 c0000201                                     #   MDBE_ATTR_SOURCE
    `,
    object: {
      family: 'bridge', ifindex: 2, entry: { ifindex: 3, addr: Uint8Array.of(239, 1, 1, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      8, 0, 0, 0) }, entryAttrs: { source: '192.0.2.1' },
    },
  },
  {
    command: 'bridge mdb replace dev br0 port p0 grp 239.1.1.5 permanent source_list 192.0.2.1,192.0.2.2 filter_mode exclude proto zebra',
    type: 'RTM_NEWMDB', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_REPLACE', 'NLM_F_CREATE'],
    bytes: `
      68000000 5400 0505 00000000 00000000                     # nlmsghdr
      07 000000 02000000                                       # br_port_msg
      2000 0100                                                # MDBA_SET_ENTRY
                                                               # br_mdb_entry
          03000000 01000000 ef010105 00000000 00000000 00000000 08000000
      3000 0280                                                # MDBA_SET_ENTRY_ATTRS
        0500 0300 00 000000                                    #   MDBE_ATTR_GROUP_MODE
        1c00 0280                                              #   MDBE_ATTR_SRC_LIST
          0c00 0180                                            #     MDBE_SRC_LIST_ENTRY
            0800 0100 c0000201                                 #       MDBE_SRCATTR_ADDRESS
          0c00 0180                                            #     MDBE_SRC_LIST_ENTRY
            0800 0100 c0000202                                 #       MDBE_SRCATTR_ADDRESS
        0500 0400 0b 000000                                    #   MDBE_ATTR_RTPROT
    `,
    object: {
      family: 'bridge', ifindex: 2, entry: { ifindex: 3, state: 'permanent', addr: Uint8Array.of(239, 1, 1, 5, 0, 0, 0, 0, 0, 0,
      0, 0, 0, 0, 0, 0, 8, 0, 0, 0) }, entryAttrs: { groupMode: 'exclude', srcList: { entry: [{ address: '192.0.2.1' },
      { address: '192.0.2.2' }] }, rtprot: 'zebra' },
    },
  },
  {
    command: 'bridge mdb add dev vx0 port vx0 grp 239.1.1.1 permanent dst 198.51.100.1 dst_port 4790 vni 200 src_vni 100 via v0',
    type: 'RTM_NEWMDB', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      64000000 5400 0506 00000000 00000000                     # nlmsghdr
      07 000000 07000000                                       # br_port_msg
      2000 0100                                                # MDBA_SET_ENTRY
                                                               # br_mdb_entry
          07000000 01000000 ef010101 00000000 00000000 00000000 08000000
      2c00 0280                                                # MDBA_SET_ENTRY_ATTRS
        0800 0500 c6336401                                     #   MDBE_ATTR_DST
        0600 0600 b612 0000                                    #   MDBE_ATTR_DST_PORT
        0800 0700 c8000000                                     #   MDBE_ATTR_VNI
        0800 0900 64000000                                     #   MDBE_ATTR_SRC_VNI
        0800 0800 04000000                                     #   MDBE_ATTR_IFINDEX
    `,
    object: {
      family: 'bridge', ifindex: 7, entry: { ifindex: 7, state: 'permanent', addr: Uint8Array.of(239, 1, 1, 1, 0, 0, 0, 0, 0, 0,
      0, 0, 0, 0, 0, 0, 8, 0, 0, 0) }, entryAttrs: { dst: '198.51.100.1', dstPort: 4790, vni: 200, srcVni: 100, ifindex: 4 },
    },
  },
  {
    command: 'bridge mdb del dev br0 port p0 grp 239.1.1.1 vid 10',
    type: 'RTM_DELMDB', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      38000000 5500 0500 00000000 00000000                     # nlmsghdr
      07 000000 02000000                                       # br_port_msg
      2000 0100                                                # MDBA_SET_ENTRY
                                                               # br_mdb_entry
          03000000 00000a00 ef010101 00000000 00000000 00000000 08000000
    `,
    object: {
      family: 'bridge', ifindex: 2, entry: { ifindex: 3, vid: 10, addr: Uint8Array.of(239, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      0, 0, 0, 8, 0, 0, 0) },
    },
  },
  {
    command: 'bridge mdb del dev vx0 port vx0 grp 239.1.1.1 dst 198.51.100.1 src_vni 100',
    type: 'RTM_DELMDB', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      4c000000 5500 0500 00000000 00000000                     # nlmsghdr
      07 000000 07000000                                       # br_port_msg
      2000 0100                                                # MDBA_SET_ENTRY
                                                               # br_mdb_entry
          07000000 00000000 ef010101 00000000 00000000 00000000 08000000
      1400 0280                                                # MDBA_SET_ENTRY_ATTRS
        0800 0500 c6336401                                     #   MDBE_ATTR_DST
        0800 0900 64000000                                     #   MDBE_ATTR_SRC_VNI
    `,
    object: {
      family: 'bridge', ifindex: 7, entry: { ifindex: 7, addr: Uint8Array.of(239, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      8, 0, 0, 0) }, entryAttrs: { dst: '198.51.100.1', srcVni: 100 },
    },
  },
  {
    command: 'bridge mdb get dev br0 grp 239.1.1.5 vid 10',
    type: 'RTM_GETMDB', flags: ['NLM_F_REQUEST'],
    bytes: `
      38000000 5600 0100 00000000 00000000                     # nlmsghdr
      07 000000 02000000                                       # br_port_msg
      2000 0100                                                # MDBA_SET_ENTRY
                                                               # br_mdb_entry
          00000000 00000a00 ef010105 00000000 00000000 00000000 08000000
    `,
    object: {
      family: 'bridge', ifindex: 2, entry: { vid: 10, addr: Uint8Array.of(239, 1, 1, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8,
      0, 0, 0) },
    },
  },
  {
    command: 'bridge mdb get dev br0 grp 239.1.1.3 src 192.0.2.1',
    type: 'RTM_GETMDB', flags: ['NLM_F_REQUEST'],
    bytes: `
      44000000 5600 0100 00000000 00000000                     # nlmsghdr
      07 000000 02000000                                       # br_port_msg
      2000 0100                                                # MDBA_SET_ENTRY
                                                               # br_mdb_entry
          00000000 00000000 ef010103 00000000 00000000 00000000 08000000
      0c00 0280                                                # MDBA_SET_ENTRY_ATTRS
        0800 0100 c0000201                                     #   MDBE_ATTR_SOURCE
    `,
    object: {
      family: 'bridge', ifindex: 2, entry: { addr: Uint8Array.of(239, 1, 1, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0,
      0) }, entryAttrs: { source: '192.0.2.1' },
    },
  },
  {
    command: 'bridge mdb get dev vx0 grp 239.1.1.1 src_vni 100',
    type: 'RTM_GETMDB', flags: ['NLM_F_REQUEST'],
    bytes: `
      44000000 5600 0100 00000000 00000000                     # nlmsghdr
      07 000000 07000000                                       # br_port_msg
      2000 0100                                                # MDBA_SET_ENTRY
                                                               # br_mdb_entry
          00000000 00000000 ef010101 00000000 00000000 00000000 08000000
      0c00 0280                                                # MDBA_SET_ENTRY_ATTRS
        0800 0900 64000000                                     #   MDBE_ATTR_SRC_VNI
    `,
    object: {
      family: 'bridge', ifindex: 7, entry: { addr: Uint8Array.of(239, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0,
      0) }, entryAttrs: { srcVni: 100 },
    },
  },
  {
    command: 'bridge mdb flush dev br0',
    type: 'RTM_DELMDB', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_BULK'],
    bytes: `
      38000000 5500 0502 00000000 00000000                     # nlmsghdr
      07 000000 02000000                                       # br_port_msg
      2000 0100                                                # MDBA_SET_ENTRY
                                                               # br_mdb_entry
          00000000 00000000 00000000 00000000 00000000 00000000 00000000
    `,
    object: {
      family: 'bridge', ifindex: 2, entry: { addr: Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) },
    },
  },
  {
    command: 'bridge mdb flush dev br0 port p0 vid 10 permanent proto zebra',
    type: 'RTM_DELMDB', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_BULK'],
    bytes: `
      4c000000 5500 0502 00000000 00000000                     # nlmsghdr
      07 000000 02000000                                       # br_port_msg
      2000 0100                                                # MDBA_SET_ENTRY
                                                               # br_mdb_entry
          03000000 01000a00 00000000 00000000 00000000 00000000 00000000
      1400 0280                                                # MDBA_SET_ENTRY_ATTRS
        0500 0400 0b 000000                                    #   MDBE_ATTR_RTPROT
        0500 0a00 01 000000                                    #   MDBE_ATTR_STATE_MASK
    `,
    object: {
      family: 'bridge', ifindex: 2, entry: { ifindex: 3, state: 'permanent', vid: 10, addr: Uint8Array.of(0, 0, 0, 0, 0, 0, 0,
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) }, entryAttrs: { rtprot: 'zebra', stateMask: 1 },
    },
  },
  {
    command: 'bridge mdb flush dev br0 nopermanent',
    type: 'RTM_DELMDB', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_BULK'],
    bytes: `
      44000000 5500 0502 00000000 00000000                     # nlmsghdr
      07 000000 02000000                                       # br_port_msg
      2000 0100                                                # MDBA_SET_ENTRY
                                                               # br_mdb_entry
          00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0c00 0280                                                # MDBA_SET_ENTRY_ATTRS
        0500 0a00 01 000000                                    #   MDBE_ATTR_STATE_MASK
    `,
    object: {
      family: 'bridge', ifindex: 2, entry: { addr: Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) },
      entryAttrs: { stateMask: 1 },
    },
  },
  {
    command: 'bridge mdb flush dev vx0 src_vni 100 dst 198.51.100.1 dst_port 4790 vni 200',
    type: 'RTM_DELMDB', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_BULK'],
    bytes: `
      5c000000 5500 0502 00000000 00000000                     # nlmsghdr
      07 000000 07000000                                       # br_port_msg
      2000 0100                                                # MDBA_SET_ENTRY
                                                               # br_mdb_entry
          00000000 00000000 00000000 00000000 00000000 00000000 00000000
      2400 0280                                                # MDBA_SET_ENTRY_ATTRS
        0800 0500 c6336401                                     #   MDBE_ATTR_DST
        0600 0600 b612 0000                                    #   MDBE_ATTR_DST_PORT
        0800 0700 c8000000                                     #   MDBE_ATTR_VNI
        0800 0900 64000000                                     #   MDBE_ATTR_SRC_VNI
    `,
    object: {
      family: 'bridge', ifindex: 7, entry: { addr: Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) },
      entryAttrs: { dst: '198.51.100.1', dstPort: 4790, vni: 200, srcVni: 100 },
    },
  },
  {
    command: 'bridge mdb show',
    type: 'RTM_GETMDB', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      18000000 5600 0103 00000000 00000000                     # nlmsghdr
      07 000000 00000000                                       # br_port_msg
    `,
    object: { family: 'bridge' },
  },
]

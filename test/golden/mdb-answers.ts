// What Linux 6.12 answers about multicast databases.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const mdbAnswers: readonly Fixture<typeof messages.mdb>[] = [
  {
    command: 'bridge mdb show',
    type: 'RTM_GETMDB', flags: ['NLM_F_MULTI'],
    bytes: `
      58020000 5600 0200 00000000 00000000                     # nlmsghdr
      00 000000 02000000                                       # br_port_msg
      1402 0100                                                # MDBA_MDB
        3400 0100                                              #   MDBA_MDB_ENTRY
          3000 0100                                            #     MDBA_MDB_ENTRY_INFO
            03000000 00 00 0a00 ff0200000000000000000001ffd63fea86dd0000 # br_mdb_entry
            0800 0100 89650000                                 #       MDBA_MDB_EATTR_TIMER
            0500 0500 02 000000                                #       MDBA_MDB_EATTR_RTPROT
        3c00 0100                                              #   MDBA_MDB_ENTRY
          3800 0100                                            #     MDBA_MDB_ENTRY_INFO
            03000000 00 00 0a00 ef01010300000000000000000000000008000000 # br_mdb_entry
            0800 0100 dc640000                                 #       MDBA_MDB_EATTR_TIMER
            0800 0400 c0000201                                 #       MDBA_MDB_EATTR_SOURCE
            0500 0500 04 000000                                #       MDBA_MDB_EATTR_RTPROT
        3400 0100                                              #   MDBA_MDB_ENTRY
          3000 0100                                            #     MDBA_MDB_ENTRY_INFO
            03000000 01 00 0a00 0102030405060000000000000000000000000000 # br_mdb_entry
            0800 0100 00000000                                 #       MDBA_MDB_EATTR_TIMER
            0500 0500 04 000000                                #       MDBA_MDB_EATTR_RTPROT
        3400 0100                                              #   MDBA_MDB_ENTRY
          3000 0100                                            #     MDBA_MDB_ENTRY_INFO
            03000000 00 00 0a00 ff15000000000000000000000000000186dd0000 # br_mdb_entry
            0800 0100 d4640000                                 #       MDBA_MDB_EATTR_TIMER
            0500 0500 04 000000                                #       MDBA_MDB_EATTR_RTPROT
        3c00 0100                                              #   MDBA_MDB_ENTRY
          3800 0100                                            #     MDBA_MDB_ENTRY_INFO
            03000000 01 00 0a00 ef01010400000000000000000000000008000000 # br_mdb_entry
            0800 0100 00000000                                 #       MDBA_MDB_EATTR_TIMER
            0800 0400 c0000202                                 #       MDBA_MDB_EATTR_SOURCE
            0500 0500 0b 000000                                #       MDBA_MDB_EATTR_RTPROT
        3c00 0100                                              #   MDBA_MDB_ENTRY
          3800 0100                                            #     MDBA_MDB_ENTRY_INFO
            03000000 01 00 0a00 ef01010400000000000000000000000008000000 # br_mdb_entry
            0800 0100 00000000                                 #       MDBA_MDB_EATTR_TIMER
            0800 0400 c0000201                                 #       MDBA_MDB_EATTR_SOURCE
            0500 0500 0b 000000                                #       MDBA_MDB_EATTR_RTPROT
        3400 0100                                              #   MDBA_MDB_ENTRY
          3000 0100                                            #     MDBA_MDB_ENTRY_INFO
            03000000 01 00 0a00 ef01010400000000000000000000000008000000 # br_mdb_entry
            0800 0100 00000000                                 #       MDBA_MDB_EATTR_TIMER
            0500 0500 0b 000000                                #       MDBA_MDB_EATTR_RTPROT
        3400 0100                                              #   MDBA_MDB_ENTRY
          3000 0100                                            #     MDBA_MDB_ENTRY_INFO
            03000000 00 00 0100 ff0200000000000000000001ffd63fea86dd0000 # br_mdb_entry
            0800 0100 9d640000                                 #       MDBA_MDB_EATTR_TIMER
            0500 0500 02 000000                                #       MDBA_MDB_EATTR_RTPROT
        2c00 0100                                              #   MDBA_MDB_ENTRY
          2800 0100                                            #     MDBA_MDB_ENTRY_INFO
            02000000 00 00 0100 ff02000000000000000000000000006a86dd0000 # br_mdb_entry
            0800 0100 4f650000                                 #       MDBA_MDB_EATTR_TIMER
        2c00 0100                                              #   MDBA_MDB_ENTRY
          2800 0100                                            #     MDBA_MDB_ENTRY_INFO
            02000000 00 00 0100 ff0200000000000000000001ff633b5386dd0000 # br_mdb_entry
            0800 0100 4f650000                                 #       MDBA_MDB_EATTR_TIMER
      2c00 0200                                                # MDBA_ROUTER
        2800 0100                                              #   MDBA_ROUTER_PORT
          03000000                                             #     __u32
          0800 0100 00000000                                   #     MDBA_ROUTER_PATTR_TIMER
          0500 0200 02 000000                                  #     MDBA_ROUTER_PATTR_TYPE
          0800 0300 00000000                                   #     MDBA_ROUTER_PATTR_INET_TIMER
          0800 0400 00000000                                   #     MDBA_ROUTER_PATTR_INET6_TIMER
    `,
    object: {
      ifindex: 2, mdb: { entry: [{ info: [{ ifindex: 3, vid: 10, addr: Uint8Array.of(255, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 255,
      214, 63, 234, 134, 221, 0, 0), timer: 25993, rtprot: 'kernel' }] }, { info: [{ ifindex: 3, vid: 10,
      addr: Uint8Array.of(239, 1, 1, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0), timer: 25820, source: '192.0.2.1',
      rtprot: 'static' }] }, { info: [{ ifindex: 3, state: 'permanent', vid: 10, addr: Uint8Array.of(1, 2, 3, 4, 5, 6, 0, 0, 0,
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), timer: 0, rtprot: 'static' }] }, { info: [{ ifindex: 3, vid: 10,
      addr: Uint8Array.of(255, 21, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 134, 221, 0, 0), timer: 25812,
      rtprot: 'static' }] }, { info: [{ ifindex: 3, state: 'permanent', vid: 10, addr: Uint8Array.of(239, 1, 1, 4, 0, 0, 0, 0,
      0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0), timer: 0, source: '192.0.2.2', rtprot: 'zebra' }] }, { info: [{ ifindex: 3,
      state: 'permanent', vid: 10, addr: Uint8Array.of(239, 1, 1, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0), timer: 0,
      source: '192.0.2.1', rtprot: 'zebra' }] }, { info: [{ ifindex: 3, state: 'permanent', vid: 10, addr: Uint8Array.of(239, 1,
      1, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0), timer: 0, rtprot: 'zebra' }] }, { info: [{ ifindex: 3, vid: 1,
      addr: Uint8Array.of(255, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 255, 214, 63, 234, 134, 221, 0, 0), timer: 25757,
      rtprot: 'kernel' }] }, { info: [{ ifindex: 2, vid: 1, addr: Uint8Array.of(255, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      106, 134, 221, 0, 0), timer: 25935 }] }, { info: [{ ifindex: 2, vid: 1, addr: Uint8Array.of(255, 2, 0, 0, 0, 0, 0, 0, 0,
      0, 0, 1, 255, 99, 59, 83, 134, 221, 0, 0), timer: 25935 }] }] }, router: { port: [{ ifindex: 3, timer: 0, type: 'perm',
      inetTimer: 0, inet6Timer: 0 }] },
    },
  },
  {
    command: 'bridge mdb get dev br0 grp 239.1.1.4 vid 10',
    type: 'RTM_NEWMDB', flags: [],
    bytes: `
      50000000 5400 0000 00000000 00000000                     # nlmsghdr
      07 000000 02000000                                       # br_port_msg
      3800 0100                                                # MDBA_MDB
        3400 0100                                              #   MDBA_MDB_ENTRY
          3000 0100                                            #     MDBA_MDB_ENTRY_INFO
            03000000 01 00 0a00 ef01010400000000000000000000000008000000 # br_mdb_entry
            0800 0100 00000000                                 #       MDBA_MDB_EATTR_TIMER
            0500 0500 0b 000000                                #       MDBA_MDB_EATTR_RTPROT
    `,
    object: {
      family: 'bridge', ifindex: 2, mdb: { entry: [{ info: [{ ifindex: 3, state: 'permanent', vid: 10, addr: Uint8Array.of(239,
      1, 1, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0), timer: 0, rtprot: 'zebra' }] }] },
    },
  },
]

// What ethtool(8) 6.1 sends to change a link's settings, and to read some of them. The family has number 22 there (Linux 6.12 of Debian).

import { genericMessages } from '../../lib/schema/generic.ts'
import { hex, type Fixture } from './golden.ts'

const { ethtoolDebug, ethtoolFeatures, ethtoolLinkinfo, ethtoolLinkmodes, ethtoolLinkstate, ethtoolWol } = genericMessages

export const features: Fixture<typeof ethtoolFeatures>[] = [
  {
    command: 'ethtool -k v0',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      28000000 1600 0500 00000000 00000000                     # nlmsghdr
      0b 01 0000                                               # genlmsghdr
      1400 0180                                                # ETHTOOL_A_FEATURES_HEADER
        0700 0200 763000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME v0
        0800 0300 01000000                                     #   ETHTOOL_A_HEADER_FLAGS
    `,
    object: { cmd: 11, version: 1, header: { devName: 'v0', flags: [ 'compact_bitsets' ] } },
  },
  {
    command: 'ethtool -K v0 tso off',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      b4000000 1600 0500 00000000 00000000                     # nlmsghdr
      0c 01 0000                                               # genlmsghdr
      1400 0180                                                # ETHTOOL_A_FEATURES_HEADER
        0700 0200 763000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME v0
        0800 0300 01000000                                     #   ETHTOOL_A_HEADER_FLAGS
      8c00 0380                                                # ETHTOOL_A_FEATURES_WANTED
        8800 0380                                              #   ETHTOOL_A_BITSET_BITS
          1c00 0180                                            #     ETHTOOL_A_BITSET_BITS_BIT
            1800 0200 74782d7463702d7365676d656e746174696f6e00 #       ETHTOOL_A_BITSET_BIT_NAME tx-tcp-segmentation
          2000 0180                                            #     ETHTOOL_A_BITSET_BITS_BIT
            1c00 0200                                          #       ETHTOOL_A_BITSET_BIT_NAME tx-tcp-ecn-segmentation
              74782d74 63702d65 636e2d73 65676d65 6e746174 696f6e00
          2800 0180                                            #     ETHTOOL_A_BITSET_BITS_BIT
            2100 0200                                          #       ETHTOOL_A_BITSET_BIT_NAME tx-tcp-mangleid-segmentation
              74782d74 63702d6d 616e676c 6569642d 7365676d 656e7461 74696f6e 00
              000000
          2000 0180                                            #     ETHTOOL_A_BITSET_BITS_BIT
            1900 0200                                          #       ETHTOOL_A_BITSET_BIT_NAME tx-tcp6-segmentation
              74782d74 6370362d 7365676d 656e7461 74696f6e 00
              000000
    `,
    object: {
      cmd: 12, version: 1, header: { devName: 'v0', flags: [ 'compact_bitsets' ] },
      wanted: { bits: { bit: [ { name: 'tx-tcp-segmentation' }, { name: 'tx-tcp-ecn-segmentation' }, { name: 'tx-tcp-mangleid-segmentation' },
        { name: 'tx-tcp6-segmentation' } ] } },
    },
  },
  {
    command: 'ethtool -K v0 tx-udp-segmentation off rx-gro on',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      60000000 1600 0500 00000000 00000000                     # nlmsghdr
      0c 01 0000                                               # genlmsghdr
      1400 0180                                                # ETHTOOL_A_FEATURES_HEADER
        0700 0200 763000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME v0
        0800 0300 01000000                                     #   ETHTOOL_A_HEADER_FLAGS
      3800 0380                                                # ETHTOOL_A_FEATURES_WANTED
        3400 0380                                              #   ETHTOOL_A_BITSET_BITS
          1c00 0180                                            #     ETHTOOL_A_BITSET_BITS_BIT
            1800 0200 74782d7564702d7365676d656e746174696f6e00 #       ETHTOOL_A_BITSET_BIT_NAME tx-udp-segmentation
          1400 0180                                            #     ETHTOOL_A_BITSET_BITS_BIT
            0b00 0200 72782d67726f00 00                        #       ETHTOOL_A_BITSET_BIT_NAME rx-gro
            0400 0300                                          #       ETHTOOL_A_BITSET_BIT_VALUE
    `,
    object: {
      cmd: 12, version: 1, header: { devName: 'v0', flags: [ 'compact_bitsets' ] },
      wanted: { bits: { bit: [ { name: 'tx-udp-segmentation' }, { name: 'rx-gro', value: true } ] } },
    },
  },
]

export const linkmodes: Fixture<typeof ethtoolLinkmodes>[] = [
  {
    command: 'ethtool v0',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      20000000 1600 0500 00000000 00000000                     # nlmsghdr
      04 01 0000                                               # genlmsghdr
      0c00 0180                                                # ETHTOOL_A_LINKMODES_HEADER
        0700 0200 763000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME v0
    `,
    object: { cmd: 4, version: 1, header: { devName: 'v0' } },
  },
  {
    command: 'ethtool -s t0 speed 100 duplex half autoneg off',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      38000000 1600 0500 00000000 00000000                     # nlmsghdr
      05 01 0000                                               # genlmsghdr
      0c00 0180                                                # ETHTOOL_A_LINKMODES_HEADER
        0700 0200 743000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME t0
      0800 0500 64000000                                       # ETHTOOL_A_LINKMODES_SPEED
      0500 0600 00 000000                                      # ETHTOOL_A_LINKMODES_DUPLEX
      0500 0200 00 000000                                      # ETHTOOL_A_LINKMODES_AUTONEG
    `,
    object: { cmd: 5, version: 1, header: { devName: 't0' }, speed: 100, duplex: 'half', autoneg: false },
  },
  {
    command: 'ethtool -s t0 autoneg on advertise 0x3 port mii',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      40000000 1600 0500 00000000 00000000                     # nlmsghdr
      05 01 0000                                               # genlmsghdr
      0c00 0180                                                # ETHTOOL_A_LINKMODES_HEADER
        0700 0200 743000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME t0
      0500 0200 01 000000                                      # ETHTOOL_A_LINKMODES_AUTONEG
      1800 0380                                                # ETHTOOL_A_LINKMODES_OURS
        0400 0100                                              #   ETHTOOL_A_BITSET_NOMASK
        0800 0200 02000000                                     #   ETHTOOL_A_BITSET_SIZE
        0800 0400 03000000                                     #   ETHTOOL_A_BITSET_VALUE
    `,
    object: { cmd: 5, version: 1, header: { devName: 't0' }, autoneg: true, ours: { nomask: true, size: 2, value: hex('03000000') } },
  },
  {
    command: 'ethtool -s t0 lanes 4 speed 1000',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      30000000 1600 0500 00000000 00000000                     # nlmsghdr
      05 01 0000                                               # genlmsghdr
      0c00 0180                                                # ETHTOOL_A_LINKMODES_HEADER
        0700 0200 743000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME t0
      0800 0900 04000000                                       # ETHTOOL_A_LINKMODES_LANES
      0800 0500 e8030000                                       # ETHTOOL_A_LINKMODES_SPEED
    `,
    object: { cmd: 5, version: 1, header: { devName: 't0' }, lanes: 4, speed: 1000 },
  },
  {
    command: 'ethtool -s t0 master-slave preferred-master',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      28000000 1600 0500 00000000 00000000                     # nlmsghdr
      05 01 0000                                               # genlmsghdr
      0c00 0180                                                # ETHTOOL_A_LINKMODES_HEADER
        0700 0200 743000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME t0
      0500 0700 02 000000                                      # ETHTOOL_A_LINKMODES_MASTER_SLAVE_CFG
    `,
    object: { cmd: 5, version: 1, header: { devName: 't0' }, masterSlaveCfg: 'master_preferred' },
  },
]

export const linkinfo: Fixture<typeof ethtoolLinkinfo>[] = [
  {
    command: 'ethtool v0',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      20000000 1600 0500 00000000 00000000                     # nlmsghdr
      02 01 0000                                               # genlmsghdr
      0c00 0180                                                # ETHTOOL_A_LINKINFO_HEADER
        0700 0200 763000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME v0
    `,
    object: { cmd: 2, version: 1, header: { devName: 'v0' } },
  },
  {
    command: 'ethtool -s t0 autoneg on advertise 0x3 port mii',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      28000000 1600 0500 00000000 00000000                     # nlmsghdr
      03 01 0000                                               # genlmsghdr
      0c00 0180                                                # ETHTOOL_A_LINKINFO_HEADER
        0700 0200 743000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME t0
      0500 0200 02 000000                                      # ETHTOOL_A_LINKINFO_PORT
    `,
    object: { cmd: 3, version: 1, header: { devName: 't0' }, port: 'mii' },
  },
  {
    command: 'ethtool -s t0 mdix on phyad 3',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      30000000 1600 0500 00000000 00000000                     # nlmsghdr
      03 01 0000                                               # genlmsghdr
      0c00 0180                                                # ETHTOOL_A_LINKINFO_HEADER
        0700 0200 743000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME t0
      0500 0500 02 000000                                      # ETHTOOL_A_LINKINFO_TP_MDIX_CTRL
      0500 0300 03 000000                                      # ETHTOOL_A_LINKINFO_PHYADDR
    `,
    object: { cmd: 3, version: 1, header: { devName: 't0' }, tpMdixCtrl: 'mdi_x', phyaddr: 3 },
  },
]

export const linkstate: Fixture<typeof ethtoolLinkstate>[] = [
  {
    command: 'ethtool v0',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      20000000 1600 0500 00000000 00000000                     # nlmsghdr
      06 01 0000                                               # genlmsghdr
      0c00 0180                                                # ETHTOOL_A_LINKSTATE_HEADER
        0700 0200 763000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME v0
    `,
    object: { cmd: 6, version: 1, header: { devName: 'v0' } },
  },
]

export const debug: Fixture<typeof ethtoolDebug>[] = [
  {
    command: 'ethtool -s t0 msglvl 0x7',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      38000000 1600 0500 00000000 00000000                     # nlmsghdr
      08 01 0000                                               # genlmsghdr
      0c00 0180                                                # ETHTOOL_A_DEBUG_HEADER
        0700 0200 743000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME t0
      1800 0280                                                # ETHTOOL_A_DEBUG_MSGMASK
        0400 0100                                              #   ETHTOOL_A_BITSET_NOMASK
        0800 0200 03000000                                     #   ETHTOOL_A_BITSET_SIZE
        0800 0400 07000000                                     #   ETHTOOL_A_BITSET_VALUE
    `,
    object: { cmd: 8, version: 1, header: { devName: 't0' }, msgmask: { nomask: true, size: 3, value: hex('07000000') } },
  },
  {
    command: 'ethtool -s t0 msglvl link on drv off',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      48000000 1600 0500 00000000 00000000                     # nlmsghdr
      08 01 0000                                               # genlmsghdr
      0c00 0180                                                # ETHTOOL_A_DEBUG_HEADER
        0700 0200 743000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME t0
      2800 0280                                                # ETHTOOL_A_DEBUG_MSGMASK
        2400 0380                                              #   ETHTOOL_A_BITSET_BITS
          1400 0180                                            #     ETHTOOL_A_BITSET_BITS_BIT
            0900 0200 6c696e6b00 000000                        #       ETHTOOL_A_BITSET_BIT_NAME link
            0400 0300                                          #       ETHTOOL_A_BITSET_BIT_VALUE
          0c00 0180                                            #     ETHTOOL_A_BITSET_BITS_BIT
            0800 0200 64727600                                 #       ETHTOOL_A_BITSET_BIT_NAME drv
    `,
    object: { cmd: 8, version: 1, header: { devName: 't0' }, msgmask: { bits: { bit: [ { name: 'link', value: true }, { name: 'drv' } ] } } },
  },
]

export const wol: Fixture<typeof ethtoolWol>[] = [
  {
    command: 'ethtool -s t0 wol pg',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      44000000 1600 0500 00000000 00000000                     # nlmsghdr
      0a 01 0000                                               # genlmsghdr
      0c00 0180                                                # ETHTOOL_A_WOL_HEADER
        0700 0200 743000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME t0
      2400 0280                                                # ETHTOOL_A_WOL_MODES
        0400 0100                                              #   ETHTOOL_A_BITSET_NOMASK
        1c00 0380                                              #   ETHTOOL_A_BITSET_BITS
          0c00 0180                                            #     ETHTOOL_A_BITSET_BITS_BIT
            0800 0100 00000000                                 #       ETHTOOL_A_BITSET_BIT_INDEX
          0c00 0180                                            #     ETHTOOL_A_BITSET_BITS_BIT
            0800 0100 05000000                                 #       ETHTOOL_A_BITSET_BIT_INDEX
    `,
    object: { cmd: 10, version: 1, header: { devName: 't0' }, modes: { nomask: true, bits: { bit: [ { index: 0 }, { index: 5 } ] } } },
  },
  {
    command: 'ethtool -s t0 wol gs sopass 02:00:00:00:00:01',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      50000000 1600 0500 00000000 00000000                     # nlmsghdr
      0a 01 0000                                               # genlmsghdr
      0c00 0180                                                # ETHTOOL_A_WOL_HEADER
        0700 0200 743000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME t0
      2400 0280                                                # ETHTOOL_A_WOL_MODES
        0400 0100                                              #   ETHTOOL_A_BITSET_NOMASK
        1c00 0380                                              #   ETHTOOL_A_BITSET_BITS
          0c00 0180                                            #     ETHTOOL_A_BITSET_BITS_BIT
            0800 0100 05000000                                 #       ETHTOOL_A_BITSET_BIT_INDEX
          0c00 0180                                            #     ETHTOOL_A_BITSET_BITS_BIT
            0800 0100 06000000                                 #       ETHTOOL_A_BITSET_BIT_INDEX
      0a00 0300 020000000001 0000                              # ETHTOOL_A_WOL_SOPASS
    `,
    object: {
      cmd: 10, version: 1, header: { devName: 't0' }, modes: { nomask: true, bits: { bit: [ { index: 5 }, { index: 6 } ] } },
      sopass: hex('020000000001'),
    },
  },
]

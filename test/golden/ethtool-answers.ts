// What Linux 6.12 answers about a veth (v0), a TAP link (t0) and a dummy (d0).

import { genericMessages } from '../../lib/schema/generic.ts'
import { hex, type Fixture } from './golden.ts'

const { ethtoolChannels, ethtoolCoalesce, ethtoolDebug, ethtoolFeatures, ethtoolLinkinfo, ethtoolLinkmodes, ethtoolLinkstate, ethtoolModule, ethtoolPrivflags, ethtoolTsinfo } = genericMessages

export const featuresAnswers: Fixture<typeof ethtoolFeatures>[] = [
  {
    command: 'ethtool -k v0',
    type: 22, flags: [],
    bytes: `
      a0000000 1600 0000 00000000 00000000                     # nlmsghdr
      0b 01 0000                                               # genlmsghdr
      1400 0180                                                # ETHTOOL_A_FEATURES_HEADER
        0800 0100 03000000                                     #   ETHTOOL_A_HEADER_DEV_INDEX
        0700 0200 763000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME v0
      2400 0280                                                # ETHTOOL_A_FEATURES_HW
        0800 0200 40000000                                     #   ETHTOOL_A_BITSET_SIZE
        0c00 0400 e949dd4f1663000a                             #   ETHTOOL_A_BITSET_VALUE
        0c00 0500 ffffffffffffffff                             #   ETHTOOL_A_BITSET_MASK
      1c00 0380                                                # ETHTOOL_A_FEATURES_WANTED
        0400 0100                                              #   ETHTOOL_A_BITSET_NOMASK
        0800 0200 40000000                                     #   ETHTOOL_A_BITSET_SIZE
        0c00 0400 e909dd4f16610000                             #   ETHTOOL_A_BITSET_VALUE
      1c00 0480                                                # ETHTOOL_A_FEATURES_ACTIVE
        0400 0100                                              #   ETHTOOL_A_BITSET_NOMASK
        0800 0200 40000000                                     #   ETHTOOL_A_BITSET_SIZE
        0c00 0400 e909dd4f16610000                             #   ETHTOOL_A_BITSET_VALUE
      1c00 0580                                                # ETHTOOL_A_FEATURES_NOCHANGE
        0400 0100                                              #   ETHTOOL_A_BITSET_NOMASK
        0800 0200 40000000                                     #   ETHTOOL_A_BITSET_SIZE
        0c00 0400 0004000000000000                             #   ETHTOOL_A_BITSET_VALUE
    `,
    object: {
      cmd: 11, version: 1, header: { devIndex: 3, devName: 'v0' },
      hw: { size: 64, value: hex('e949dd4f1663000a'), mask: hex('ffffffffffffffff') },
      wanted: { nomask: true, size: 64, value: hex('e909dd4f16610000') },
      active: { nomask: true, size: 64, value: hex('e909dd4f16610000') },
      nochange: { nomask: true, size: 64, value: hex('0004000000000000') },
    },
  },
  {
    command: 'ethtool -K v0 tso off',
    type: 22, flags: [],
    bytes: `
      70000000 1600 0000 00000000 00000000                     # nlmsghdr
      0c 01 0000                                               # genlmsghdr
      1400 0180                                                # ETHTOOL_A_FEATURES_HEADER
        0800 0100 03000000                                     #   ETHTOOL_A_HEADER_DEV_INDEX
        0700 0200 763000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME v0
      2400 0380                                                # ETHTOOL_A_FEATURES_WANTED
        0800 0200 40000000                                     #   ETHTOOL_A_BITSET_SIZE
        0c00 0400 0000000000000000                             #   ETHTOOL_A_BITSET_VALUE
        0c00 0500 0000000000000000                             #   ETHTOOL_A_BITSET_MASK
      2400 0480                                                # ETHTOOL_A_FEATURES_ACTIVE
        0800 0200 40000000                                     #   ETHTOOL_A_BITSET_SIZE
        0c00 0400 0000000000000000                             #   ETHTOOL_A_BITSET_VALUE
        0c00 0500 00001d0000000000                             #   ETHTOOL_A_BITSET_MASK
    `,
    object: {
      cmd: 12, version: 1, header: { devIndex: 3, devName: 'v0' },
      wanted: { size: 64, value: hex('0000000000000000'), mask: hex('0000000000000000') },
      active: { size: 64, value: hex('0000000000000000'), mask: hex('00001d0000000000') },
    },
  },
  {
    command: 'ethtool -K v0 tx-udp-segmentation off rx-gro on',
    type: 22, flags: [],
    bytes: `
      70000000 1600 0000 00000000 00000000                     # nlmsghdr
      0c 01 0000                                               # genlmsghdr
      1400 0180                                                # ETHTOOL_A_FEATURES_HEADER
        0800 0100 03000000                                     #   ETHTOOL_A_HEADER_DEV_INDEX
        0700 0200 763000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME v0
      2400 0380                                                # ETHTOOL_A_FEATURES_WANTED
        0800 0200 40000000                                     #   ETHTOOL_A_BITSET_SIZE
        0c00 0400 0000000000000000                             #   ETHTOOL_A_BITSET_VALUE
        0c00 0500 0000000000000000                             #   ETHTOOL_A_BITSET_MASK
      2400 0480                                                # ETHTOOL_A_FEATURES_ACTIVE
        0800 0200 40000000                                     #   ETHTOOL_A_BITSET_SIZE
        0c00 0400 0040000000000000                             #   ETHTOOL_A_BITSET_VALUE
        0c00 0500 0040000002000000                             #   ETHTOOL_A_BITSET_MASK
    `,
    object: {
      cmd: 12, version: 1, header: { devIndex: 3, devName: 'v0' },
      wanted: { size: 64, value: hex('0000000000000000'), mask: hex('0000000000000000') },
      active: { size: 64, value: hex('0040000000000000'), mask: hex('0040000002000000') },
    },
  },
]

export const linkmodesAnswers: Fixture<typeof ethtoolLinkmodes>[] = [
  {
    command: 'ethtool v0',
    type: 22, flags: [],
    bytes: `
      58000000 1600 0000 00000000 00000000                     # nlmsghdr
      04 01 0000                                               # genlmsghdr
      1400 0180                                                # ETHTOOL_A_LINKMODES_HEADER
        0800 0100 03000000                                     #   ETHTOOL_A_HEADER_DEV_INDEX
        0700 0200 763000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME v0
      0500 0200 00 000000                                      # ETHTOOL_A_LINKMODES_AUTONEG
      1000 0380                                                # ETHTOOL_A_LINKMODES_OURS
        0800 0200 67000000                                     #   ETHTOOL_A_BITSET_SIZE
        0400 0380                                              #   ETHTOOL_A_BITSET_BITS
      0800 0500 10270000                                       # ETHTOOL_A_LINKMODES_SPEED
      0500 0600 01 000000                                      # ETHTOOL_A_LINKMODES_DUPLEX
      0500 0a00 00 000000                                      # ETHTOOL_A_LINKMODES_RATE_MATCHING
    `,
    object: {
      cmd: 4, version: 1, header: { devIndex: 3, devName: 'v0' }, autoneg: false, ours: { size: 103, bits: {} }, speed: 10000,
      duplex: 'full', rateMatching: 'none',
    },
  },
]

export const linkinfoAnswers: Fixture<typeof ethtoolLinkinfo>[] = [
  {
    command: 'ethtool v0',
    type: 22, flags: [],
    bytes: `
      50000000 1600 0000 00000000 00000000                     # nlmsghdr
      02 01 0000                                               # genlmsghdr
      1400 0180                                                # ETHTOOL_A_LINKINFO_HEADER
        0800 0100 03000000                                     #   ETHTOOL_A_HEADER_DEV_INDEX
        0700 0200 763000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME v0
      0500 0200 00 000000                                      # ETHTOOL_A_LINKINFO_PORT
      0500 0300 00 000000                                      # ETHTOOL_A_LINKINFO_PHYADDR
      0500 0400 00 000000                                      # ETHTOOL_A_LINKINFO_TP_MDIX
      0500 0500 00 000000                                      # ETHTOOL_A_LINKINFO_TP_MDIX_CTRL
      0500 0600 00 000000                                      # ETHTOOL_A_LINKINFO_TRANSCEIVER
    `,
    object: {
      cmd: 2, version: 1, header: { devIndex: 3, devName: 'v0' }, port: 'tp', phyaddr: 0, tpMdix: 'invalid', tpMdixCtrl: 'invalid',
      transceiver: 'internal',
    },
  },
]

export const linkstateAnswers: Fixture<typeof ethtoolLinkstate>[] = [
  {
    command: 'ethtool v0',
    type: 22, flags: [],
    bytes: `
      30000000 1600 0000 00000000 00000000                     # nlmsghdr
      06 01 0000                                               # genlmsghdr
      1400 0180                                                # ETHTOOL_A_LINKSTATE_HEADER
        0800 0100 03000000                                     #   ETHTOOL_A_HEADER_DEV_INDEX
        0700 0200 763000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME v0
      0500 0200 01 000000                                      # ETHTOOL_A_LINKSTATE_LINK
    `,
    object: { cmd: 6, version: 1, header: { devIndex: 3, devName: 'v0' }, link: true },
  },
  {
    command: 'ethtool d0',
    type: 22, flags: [],
    bytes: `
      28000000 1600 0000 00000000 00000000                     # nlmsghdr
      06 01 0000                                               # genlmsghdr
      1400 0180                                                # ETHTOOL_A_LINKSTATE_HEADER
        0800 0100 05000000                                     #   ETHTOOL_A_HEADER_DEV_INDEX
        0700 0200 643000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME d0
    `,
    object: { cmd: 6, version: 1, header: { devIndex: 5, devName: 'd0' } },
  },
]

export const debugAnswers: Fixture<typeof ethtoolDebug>[] = [
  {
    command: 'ethtool t0',
    type: 22, flags: [],
    bytes: `
      3c000000 1600 0000 00000000 00000000                     # nlmsghdr
      07 01 0000                                               # genlmsghdr
      1400 0180                                                # ETHTOOL_A_DEBUG_HEADER
        0800 0100 04000000                                     #   ETHTOOL_A_HEADER_DEV_INDEX
        0700 0200 743000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME t0
      1400 0280                                                # ETHTOOL_A_DEBUG_MSGMASK
        0400 0100                                              #   ETHTOOL_A_BITSET_NOMASK
        0800 0200 0f000000                                     #   ETHTOOL_A_BITSET_SIZE
        0400 0380                                              #   ETHTOOL_A_BITSET_BITS
    `,
    object: { cmd: 7, version: 1, header: { devIndex: 4, devName: 't0' }, msgmask: { nomask: true, size: 15, bits: {} } },
  },
]

export const channelsAnswers: Fixture<typeof ethtoolChannels>[] = [
  {
    command: 'ethtool -l v0',
    type: 22, flags: [],
    bytes: `
      48000000 1600 0000 00000000 00000000                     # nlmsghdr
      12 01 0000                                               # genlmsghdr
      1400 0180                                                # ETHTOOL_A_CHANNELS_HEADER
        0800 0100 03000000                                     #   ETHTOOL_A_HEADER_DEV_INDEX
        0700 0200 763000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME v0
      0800 0200 04000000                                       # ETHTOOL_A_CHANNELS_RX_MAX
      0800 0600 04000000                                       # ETHTOOL_A_CHANNELS_RX_COUNT
      0800 0300 04000000                                       # ETHTOOL_A_CHANNELS_TX_MAX
      0800 0700 04000000                                       # ETHTOOL_A_CHANNELS_TX_COUNT
    `,
    object: { cmd: 18, version: 1, header: { devIndex: 3, devName: 'v0' }, rxMax: 4, rxCount: 4, txMax: 4, txCount: 4 },
  },
]

export const coalesceAnswers: Fixture<typeof ethtoolCoalesce>[] = [
  {
    command: 'ethtool -c t0',
    type: 22, flags: [],
    bytes: `
      30000000 1600 0000 00000000 00000000                     # nlmsghdr
      14 01 0000                                               # genlmsghdr
      1400 0180                                                # ETHTOOL_A_COALESCE_HEADER
        0800 0100 04000000                                     #   ETHTOOL_A_HEADER_DEV_INDEX
        0700 0200 743000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME t0
      0800 0300 00000000                                       # ETHTOOL_A_COALESCE_RX_MAX_FRAMES
    `,
    object: { cmd: 20, version: 1, header: { devIndex: 4, devName: 't0' }, rxMaxFrames: 0 },
  },
]

export const tsinfoAnswers: Fixture<typeof ethtoolTsinfo>[] = [
  {
    command: 'ethtool -T v0',
    type: 22, flags: [],
    bytes: `
      ac000000 1600 0000 00000000 00000000                     # nlmsghdr
      1a 01 0000                                               # genlmsghdr
      1400 0180                                                # ETHTOOL_A_TSINFO_HEADER
        0800 0100 03000000                                     #   ETHTOOL_A_HEADER_DEV_INDEX
        0700 0200 763000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME v0
      8400 0280                                                # ETHTOOL_A_TSINFO_TIMESTAMPING
        0400 0100                                              #   ETHTOOL_A_BITSET_NOMASK
        0800 0200 12000000                                     #   ETHTOOL_A_BITSET_SIZE
        7400 0380                                              #   ETHTOOL_A_BITSET_BITS
          2400 0180                                            #     ETHTOOL_A_BITSET_BITS_BIT
            0800 0100 01000000                                 #       ETHTOOL_A_BITSET_BIT_INDEX
            1600 0200 736f6674776172652d7472616e736d697400 0000 #       ETHTOOL_A_BITSET_BIT_NAME software-transmit
          2400 0180                                            #     ETHTOOL_A_BITSET_BITS_BIT
            0800 0100 03000000                                 #       ETHTOOL_A_BITSET_BIT_INDEX
            1500 0200 736f6674776172652d7265636569766500 000000 #       ETHTOOL_A_BITSET_BIT_NAME software-receive
          2800 0180                                            #     ETHTOOL_A_BITSET_BITS_BIT
            0800 0100 04000000                                 #       ETHTOOL_A_BITSET_BIT_INDEX
            1a00 0200                                          #       ETHTOOL_A_BITSET_BIT_NAME software-system-clock
              736f6674 77617265 2d737973 74656d2d 636c6f63 6b00
              0000
    `,
    object: {
      cmd: 26, version: 1, header: { devIndex: 3, devName: 'v0' },
      timestamping: { nomask: true, size: 18, bits: { bit: [ { index: 1, name: 'software-transmit' }, { index: 3, name: 'software-receive' },
        { index: 4, name: 'software-system-clock' } ] } },
    },
  },
]

export const moduleAnswers: Fixture<typeof ethtoolModule>[] = [
  {
    command: 'ethtool --show-module v0',
    type: 22, flags: [],
    bytes: `
      28000000 1600 0000 00000000 00000000                     # nlmsghdr
      23 01 0000                                               # genlmsghdr
      1400 0180                                                # ETHTOOL_A_MODULE_HEADER
        0800 0100 03000000                                     #   ETHTOOL_A_HEADER_DEV_INDEX
        0700 0200 763000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME v0
    `,
    object: { cmd: 35, version: 1, header: { devIndex: 3, devName: 'v0' } },
  },
]

/** No driver of a virtual machine has flags of its own: derived from net/ethtool/privflags.c and bitset.c. */
export const privflagsAnswers: Fixture<typeof ethtoolPrivflags>[] = [
  {
    command: 'ethtool --show-priv-flags eth0',
    type: 22, flags: [],
    bytes: `
      5c000000 1600 0000 00000000 00000000                     # nlmsghdr
      0e 01 0000                                               # genlmsghdr
      1800 0180                                                # ETHTOOL_A_PRIVFLAGS_HEADER
        0800 0100 02000000                                     #   ETHTOOL_A_HEADER_DEV_INDEX
        0900 0200 6574683000 000000                            #   ETHTOOL_A_HEADER_DEV_NAME eth0
      3000 0280                                                # ETHTOOL_A_PRIVFLAGS_FLAGS
        0800 0200 02000000                                     #   ETHTOOL_A_BITSET_SIZE
        2400 0380                                              #   ETHTOOL_A_BITSET_BITS
          1000 0180                                            #     ETHTOOL_A_BITSET_BITS_BIT
            0800 0100 00000000                                 #       ETHTOOL_A_BITSET_BIT_INDEX
            0400 0300                                          #       ETHTOOL_A_BITSET_BIT_VALUE
          1000 0180                                            #     ETHTOOL_A_BITSET_BITS_BIT
            0800 0100 01000000                                 #       ETHTOOL_A_BITSET_BIT_INDEX
            0400 0300                                          #       ETHTOOL_A_BITSET_BIT_VALUE
    `,
    object: {
      cmd: 14, version: 1, header: { devIndex: 2, devName: 'eth0' },
      flags: { size: 2, bits: { bit: [{ index: 0, value: true }, { index: 1, value: true }] } },
    },
  },
]

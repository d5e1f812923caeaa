// What ethtool(8) 6.1 sends: queues, rings, coalescing, pause frames and the like. Most links of a virtual machine refuse them.

import { genericMessages } from '../../lib/schema/generic.ts'
import { hex, type Fixture } from './golden.ts'

const { ethtoolChannels, ethtoolCoalesce, ethtoolEee, ethtoolFec, ethtoolModule, ethtoolPause, ethtoolPrivflags, ethtoolRings, ethtoolTsinfo } = genericMessages

export const rings: Fixture<typeof ethtoolRings>[] = [
  {
    command: 'ethtool -g v0',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      20000000 1600 0500 00000000 00000000                     # nlmsghdr
      0f 01 0000                                               # genlmsghdr
      0c00 0180                                                # ETHTOOL_A_RINGS_HEADER
        0700 0200 763000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME v0
    `,
    object: { cmd: 15, version: 1, header: { devName: 'v0' } },
  },
  {
    command: 'ethtool -G v0 rx 512 rx-mini 16 rx-jumbo 32 tx 256',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      40000000 1600 0500 00000000 00000000                     # nlmsghdr
      10 01 0000                                               # genlmsghdr
      0c00 0180                                                # ETHTOOL_A_RINGS_HEADER
        0700 0200 763000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME v0
      0800 0600 00020000                                       # ETHTOOL_A_RINGS_RX
      0800 0700 10000000                                       # ETHTOOL_A_RINGS_RX_MINI
      0800 0800 20000000                                       # ETHTOOL_A_RINGS_RX_JUMBO
      0800 0900 00010000                                       # ETHTOOL_A_RINGS_TX
    `,
    object: { cmd: 16, version: 1, header: { devName: 'v0' }, rx: 512, rxMini: 16, rxJumbo: 32, tx: 256 },
  },
  {
    command: 'ethtool -G v0 rx-buf-len 2048 cqe-size 64 tx-push on',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      38000000 1600 0500 00000000 00000000                     # nlmsghdr
      10 01 0000                                               # genlmsghdr
      0c00 0180                                                # ETHTOOL_A_RINGS_HEADER
        0700 0200 763000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME v0
      0800 0a00 00080000                                       # ETHTOOL_A_RINGS_RX_BUF_LEN
      0800 0c00 40000000                                       # ETHTOOL_A_RINGS_CQE_SIZE
      0500 0d00 01 000000                                      # ETHTOOL_A_RINGS_TX_PUSH
    `,
    object: { cmd: 16, version: 1, header: { devName: 'v0' }, rxBufLen: 2048, cqeSize: 64, txPush: true },
  },
]

export const channels: Fixture<typeof ethtoolChannels>[] = [
  {
    command: 'ethtool -L v0 rx 2 tx 1',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      30000000 1600 0500 00000000 00000000                     # nlmsghdr
      12 01 0000                                               # genlmsghdr
      0c00 0180                                                # ETHTOOL_A_CHANNELS_HEADER
        0700 0200 763000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME v0
      0800 0600 02000000                                       # ETHTOOL_A_CHANNELS_RX_COUNT
      0800 0700 01000000                                       # ETHTOOL_A_CHANNELS_TX_COUNT
    `,
    object: { cmd: 18, version: 1, header: { devName: 'v0' }, rxCount: 2, txCount: 1 },
  },
  {
    command: 'ethtool -L v0 combined 4 other 1',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      30000000 1600 0500 00000000 00000000                     # nlmsghdr
      12 01 0000                                               # genlmsghdr
      0c00 0180                                                # ETHTOOL_A_CHANNELS_HEADER
        0700 0200 763000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME v0
      0800 0900 04000000                                       # ETHTOOL_A_CHANNELS_COMBINED_COUNT
      0800 0800 01000000                                       # ETHTOOL_A_CHANNELS_OTHER_COUNT
    `,
    object: { cmd: 18, version: 1, header: { devName: 'v0' }, combinedCount: 4, otherCount: 1 },
  },
]

export const coalesce: Fixture<typeof ethtoolCoalesce>[] = [
  {
    command: 'ethtool -C t0 rx-frames 16',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      28000000 1600 0500 00000000 00000000                     # nlmsghdr
      14 01 0000                                               # genlmsghdr
      0c00 0180                                                # ETHTOOL_A_COALESCE_HEADER
        0700 0200 743000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME t0
      0800 0300 10000000                                       # ETHTOOL_A_COALESCE_RX_MAX_FRAMES
    `,
    object: { cmd: 20, version: 1, header: { devName: 't0' }, rxMaxFrames: 16 },
  },
  {
    command: 'ethtool -C t0 adaptive-rx on adaptive-tx off rx-usecs 10 rx-frames 16 rx-usecs-irq 1 rx-frames-irq 2 tx-usecs 3 tx-frames 4 tx-usecs-irq 5 tx-frames-irq 6',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      70000000 1600 0500 00000000 00000000                     # nlmsghdr
      14 01 0000                                               # genlmsghdr
      0c00 0180                                                # ETHTOOL_A_COALESCE_HEADER
        0700 0200 743000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME t0
      0500 0b00 01 000000                                      # ETHTOOL_A_COALESCE_USE_ADAPTIVE_RX
      0500 0c00 00 000000                                      # ETHTOOL_A_COALESCE_USE_ADAPTIVE_TX
      0800 0200 0a000000                                       # ETHTOOL_A_COALESCE_RX_USECS
      0800 0300 10000000                                       # ETHTOOL_A_COALESCE_RX_MAX_FRAMES
      0800 0400 01000000                                       # ETHTOOL_A_COALESCE_RX_USECS_IRQ
      0800 0500 02000000                                       # ETHTOOL_A_COALESCE_RX_MAX_FRAMES_IRQ
      0800 0600 03000000                                       # ETHTOOL_A_COALESCE_TX_USECS
      0800 0700 04000000                                       # ETHTOOL_A_COALESCE_TX_MAX_FRAMES
      0800 0800 05000000                                       # ETHTOOL_A_COALESCE_TX_USECS_IRQ
      0800 0900 06000000                                       # ETHTOOL_A_COALESCE_TX_MAX_FRAMES_IRQ
    `,
    object: {
      cmd: 20, version: 1, header: { devName: 't0' }, useAdaptiveRx: true, useAdaptiveTx: false, rxUsecs: 10, rxMaxFrames: 16,
      rxUsecsIrq: 1, rxMaxFramesIrq: 2, txUsecs: 3, txMaxFrames: 4, txUsecsIrq: 5, txMaxFramesIrq: 6,
    },
  },
  {
    command: 'ethtool -C t0 stats-block-usecs 7 pkt-rate-low 8 rx-usecs-low 9 rx-frames-low 10 tx-usecs-low 11 tx-frames-low 12 pkt-rate-high 13 rx-usecs-high 14 rx-frames-high 15 tx-usecs-high 16 tx-frames-high 17 sample-interval 18 cqe-mode-rx on cqe-mode-tx off',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      90000000 1600 0500 00000000 00000000                     # nlmsghdr
      14 01 0000                                               # genlmsghdr
      0c00 0180                                                # ETHTOOL_A_COALESCE_HEADER
        0700 0200 743000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME t0
      0800 0a00 07000000                                       # ETHTOOL_A_COALESCE_STATS_BLOCK_USECS
      0800 0d00 08000000                                       # ETHTOOL_A_COALESCE_PKT_RATE_LOW
      0800 0e00 09000000                                       # ETHTOOL_A_COALESCE_RX_USECS_LOW
      0800 0f00 0a000000                                       # ETHTOOL_A_COALESCE_RX_MAX_FRAMES_LOW
      0800 1000 0b000000                                       # ETHTOOL_A_COALESCE_TX_USECS_LOW
      0800 1100 0c000000                                       # ETHTOOL_A_COALESCE_TX_MAX_FRAMES_LOW
      0800 1200 0d000000                                       # ETHTOOL_A_COALESCE_PKT_RATE_HIGH
      0800 1300 0e000000                                       # ETHTOOL_A_COALESCE_RX_USECS_HIGH
      0800 1400 0f000000                                       # ETHTOOL_A_COALESCE_RX_MAX_FRAMES_HIGH
      0800 1500 10000000                                       # ETHTOOL_A_COALESCE_TX_USECS_HIGH
      0800 1600 11000000                                       # ETHTOOL_A_COALESCE_TX_MAX_FRAMES_HIGH
      0800 1700 12000000                                       # ETHTOOL_A_COALESCE_RATE_SAMPLE_INTERVAL
      0500 1900 01 000000                                      # ETHTOOL_A_COALESCE_USE_CQE_MODE_RX
      0500 1800 00 000000                                      # ETHTOOL_A_COALESCE_USE_CQE_MODE_TX
    `,
    object: {
      cmd: 20, version: 1, header: { devName: 't0' }, statsBlockUsecs: 7, pktRateLow: 8, rxUsecsLow: 9, rxMaxFramesLow: 10,
      txUsecsLow: 11, txMaxFramesLow: 12, pktRateHigh: 13, rxUsecsHigh: 14, rxMaxFramesHigh: 15, txUsecsHigh: 16, txMaxFramesHigh: 17,
      rateSampleInterval: 18, useCqeModeRx: true, useCqeModeTx: false,
    },
  },
]

export const pause: Fixture<typeof ethtoolPause>[] = [
  {
    command: 'ethtool -I -a v0',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      28000000 1600 0500 00000000 00000000                     # nlmsghdr
      15 01 0000                                               # genlmsghdr
      1400 0180                                                # ETHTOOL_A_PAUSE_HEADER
        0700 0200 763000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME v0
        0800 0300 04000000                                     #   ETHTOOL_A_HEADER_FLAGS
    `,
    object: { cmd: 21, version: 1, header: { devName: 'v0', flags: [ 'stats' ] } },
  },
  {
    command: 'ethtool -A v0 autoneg on rx on tx off',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      38000000 1600 0500 00000000 00000000                     # nlmsghdr
      16 01 0000                                               # genlmsghdr
      0c00 0180                                                # ETHTOOL_A_PAUSE_HEADER
        0700 0200 763000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME v0
      0500 0200 01 000000                                      # ETHTOOL_A_PAUSE_AUTONEG
      0500 0300 01 000000                                      # ETHTOOL_A_PAUSE_RX
      0500 0400 00 000000                                      # ETHTOOL_A_PAUSE_TX
    `,
    object: { cmd: 22, version: 1, header: { devName: 'v0' }, autoneg: true, rx: true, tx: false },
  },
]

export const eee: Fixture<typeof ethtoolEee>[] = [
  {
    command: 'ethtool --set-eee v0 eee on tx-lpi on tx-timer 10 advertise 0x020',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      50000000 1600 0500 00000000 00000000                     # nlmsghdr
      18 01 0000                                               # genlmsghdr
      0c00 0180                                                # ETHTOOL_A_EEE_HEADER
        0700 0200 763000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME v0
      0500 0500 01 000000                                      # ETHTOOL_A_EEE_ENABLED
      0500 0600 01 000000                                      # ETHTOOL_A_EEE_TX_LPI_ENABLED
      0800 0700 0a000000                                       # ETHTOOL_A_EEE_TX_LPI_TIMER
      1800 0280                                                # ETHTOOL_A_EEE_MODES_OURS
        0400 0100                                              #   ETHTOOL_A_BITSET_NOMASK
        0800 0200 06000000                                     #   ETHTOOL_A_BITSET_SIZE
        0800 0400 20000000                                     #   ETHTOOL_A_BITSET_VALUE
    `,
    object: {
      cmd: 24, version: 1, header: { devName: 'v0' }, enabled: true, txLpiEnabled: true, txLpiTimer: 10,
      modesOurs: { nomask: true, size: 6, value: hex('20000000') },
    },
  },
]

export const fec: Fixture<typeof ethtoolFec>[] = [
  {
    command: 'ethtool --set-fec v0 encoding rs baser',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      50000000 1600 0500 00000000 00000000                     # nlmsghdr
      1e 01 0000                                               # genlmsghdr
      0c00 0180                                                # ETHTOOL_A_FEC_HEADER
        0700 0200 763000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME v0
      2800 0280                                                # ETHTOOL_A_FEC_MODES
        0400 0100                                              #   ETHTOOL_A_BITSET_NOMASK
        2000 0380                                              #   ETHTOOL_A_BITSET_BITS
          0c00 0180                                            #     ETHTOOL_A_BITSET_BITS_BIT
            0700 0200 525300 00                                #       ETHTOOL_A_BITSET_BIT_NAME RS
          1000 0180                                            #     ETHTOOL_A_BITSET_BITS_BIT
            0a00 0200 424153455200 0000                        #       ETHTOOL_A_BITSET_BIT_NAME BASER
      0500 0300 00 000000                                      # ETHTOOL_A_FEC_AUTO
    `,
    object: {
      cmd: 30, version: 1, header: { devName: 'v0' }, modes: { nomask: true, bits: { bit: [ { name: 'RS' }, { name: 'BASER' } ] } },
      auto: false,
    },
  },
  {
    command: 'ethtool --set-fec v0 encoding auto',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      34000000 1600 0500 00000000 00000000                     # nlmsghdr
      1e 01 0000                                               # genlmsghdr
      0c00 0180                                                # ETHTOOL_A_FEC_HEADER
        0700 0200 763000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME v0
      0c00 0280                                                # ETHTOOL_A_FEC_MODES
        0400 0100                                              #   ETHTOOL_A_BITSET_NOMASK
        0400 0380                                              #   ETHTOOL_A_BITSET_BITS
      0500 0300 01 000000                                      # ETHTOOL_A_FEC_AUTO
    `,
    object: { cmd: 30, version: 1, header: { devName: 'v0' }, modes: { nomask: true, bits: {} }, auto: true },
  },
]

export const privflags: Fixture<typeof ethtoolPrivflags>[] = [
  {
    command: 'ethtool --show-priv-flags v0',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      20000000 1600 0500 00000000 00000000                     # nlmsghdr
      0d 01 0000                                               # genlmsghdr
      0c00 0180                                                # ETHTOOL_A_PRIVFLAGS_HEADER
        0700 0200 763000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME v0
    `,
    object: { cmd: 13, version: 1, header: { devName: 'v0' } },
  },
]

export const tsinfo: Fixture<typeof ethtoolTsinfo>[] = [
  {
    command: 'ethtool -T v0',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      20000000 1600 0500 00000000 00000000                     # nlmsghdr
      19 01 0000                                               # genlmsghdr
      0c00 0180                                                # ETHTOOL_A_TSINFO_HEADER
        0700 0200 763000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME v0
    `,
    object: { cmd: 25, version: 1, header: { devName: 'v0' } },
  },
]

export const module: Fixture<typeof ethtoolModule>[] = [
  {
    command: 'ethtool --show-module v0',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      20000000 1600 0500 00000000 00000000                     # nlmsghdr
      22 01 0000                                               # genlmsghdr
      0c00 0180                                                # ETHTOOL_A_MODULE_HEADER
        0700 0200 763000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME v0
    `,
    object: { cmd: 34, version: 1, header: { devName: 'v0' } },
  },
  {
    command: 'ethtool --set-module v0 power-mode-policy auto',
    type: 22, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      28000000 1600 0500 00000000 00000000                     # nlmsghdr
      23 01 0000                                               # genlmsghdr
      0c00 0180                                                # ETHTOOL_A_MODULE_HEADER
        0700 0200 763000 00                                    #   ETHTOOL_A_HEADER_DEV_NAME v0
      0500 0200 02 000000                                      # ETHTOOL_A_MODULE_POWER_MODE_POLICY
    `,
    object: { cmd: 35, version: 1, header: { devName: 'v0' }, powerModePolicy: 'auto' },
  },
]

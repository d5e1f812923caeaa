// bareudp, GTP, AMT, rmnet, CAN.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const otherKinds: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip link add bareudp0 type bareudp dstport 6635 ethertype mpls_uc',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      54000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0d00 0300 626172657564703000 000000                 # IFLA_IFNAME bareudp0
      2400 1200                                           # IFLA_LINKINFO
        0b00 0100 62617265756470 00                       #   IFLA_INFO_KIND bareudp
        1400 0200                                         #   IFLA_INFO_DATA
          0600 0100 19eb 0000                             #     IFLA_BAREUDP_PORT
          0600 0200 8847 0000                             #     IFLA_BAREUDP_ETHERTYPE
    `,
    object: { ifname: 'bareudp0', linkinfo: { kind: 'bareudp', data: { port: 6635, ethertype: 'mpls_uc' } } },
  },
  {
    command: 'ip link add bareudp1 type bareudp dstport 6635 ethertype ipv4 srcportmin 1000 multiproto',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      60000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0d00 0300 626172657564703100 000000                 # IFLA_IFNAME bareudp1
      3000 1200                                           # IFLA_LINKINFO
        0b00 0100 62617265756470 00                       #   IFLA_INFO_KIND bareudp
        2000 0200                                         #   IFLA_INFO_DATA
          0600 0100 19eb 0000                             #     IFLA_BAREUDP_PORT
          0600 0200 0800 0000                             #     IFLA_BAREUDP_ETHERTYPE
          0600 0300 e803 0000                             #     IFLA_BAREUDP_SRCPORT_MIN
          0400 0400                                       #     IFLA_BAREUDP_MULTIPROTO_MODE
    `,
    object: {
      ifname: 'bareudp1',
      linkinfo: { kind: 'bareudp', data: { port: 6635, ethertype: 'ip', srcportMin: 1000, multiprotoMode: true } },
    },
  },
  {
    command: 'ip link add gtp0 type gtp role sgsn hsize 512 restart_count 3',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      5c000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0900 0300 6774703000 000000                         # IFLA_IFNAME gtp0
      3000 1200                                           # IFLA_LINKINFO
        0700 0100 677470 00                               #   IFLA_INFO_KIND gtp
        2400 0200                                         #   IFLA_INFO_DATA
          0500 0500 01 000000                             #     IFLA_GTP_CREATE_SOCKETS
          0800 0400 01000000                              #     IFLA_GTP_ROLE
          0800 0300 00020000                              #     IFLA_GTP_PDP_HASHSIZE
          0500 0600 03 000000                             #     IFLA_GTP_RESTART_COUNT
    `,
    object: {
      ifname: 'gtp0',
      linkinfo: { kind: 'gtp', data: { createSockets: 1, role: 'sgsn', pdpHashsize: 512, restartCount: 3 } },
    },
  },
  {
    command: 'ip link add amt0 type amt mode gateway local 10.0.0.1 discovery 10.0.0.2 relay_port 2000 ' +
      'gateway_port 2001 dev eth0 max_tunnels 10',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      74000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0900 0300 616d743000 000000                         # IFLA_IFNAME amt0
      4800 1200                                           # IFLA_LINKINFO
        0700 0100 616d74 00                               #   IFLA_INFO_KIND amt
        3c00 0200                                         #   IFLA_INFO_DATA
          0800 0100 00000000                              #     IFLA_AMT_MODE
          0800 0500 0a000001                              #     IFLA_AMT_LOCAL_IP
          0800 0700 0a000002                              #     IFLA_AMT_DISCOVERY_IP
          0600 0200 07d0 0000                             #     IFLA_AMT_RELAY_PORT
          0600 0300 07d1 0000                             #     IFLA_AMT_GATEWAY_PORT
          0800 0400 0a000000                              #     IFLA_AMT_LINK
          0800 0800 0a000000                              #     IFLA_AMT_MAX_TUNNELS
    `,
    object: {
      ifname: 'amt0',
      linkinfo: {
        kind: 'amt',
        data: {
          mode: 'gateway', localIp: '10.0.0.1', discoveryIp: '10.0.0.2', relayPort: 2000, gatewayPort: 2001, link: 10,
          maxTunnels: 10,
        },
      },
    },
  },
  {
    command: 'ip link add amt1 type amt mode relay local 10.0.0.1 relay_port 2000 dev eth0',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      5c000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0900 0300 616d743100 000000                         # IFLA_IFNAME amt1
      3000 1200                                           # IFLA_LINKINFO
        0700 0100 616d74 00                               #   IFLA_INFO_KIND amt
        2400 0200                                         #   IFLA_INFO_DATA
          0800 0100 01000000                              #     IFLA_AMT_MODE
          0800 0500 0a000001                              #     IFLA_AMT_LOCAL_IP
          0600 0200 07d0 0000                             #     IFLA_AMT_RELAY_PORT
          0800 0400 0a000000                              #     IFLA_AMT_LINK
    `,
    object: {
      ifname: 'amt1', linkinfo: { kind: 'amt', data: { mode: 'relay', localIp: '10.0.0.1', relayPort: 2000, link: 10 } },
    },
  },
  {
    command: 'ip link add link eth0 rmnet0 type rmnet mux_id 5',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      50000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 0500 0a000000                                  # IFLA_LINK
      0b00 0300 726d6e65743000 00                         # IFLA_IFNAME rmnet0
      1c00 1200                                           # IFLA_LINKINFO
        0900 0100 726d6e6574 000000                       #   IFLA_INFO_KIND rmnet
        0c00 0200                                         #   IFLA_INFO_DATA
          0600 0100 0500 0000                             #     IFLA_RMNET_MUX_ID
    `,
    object: { link: 10, ifname: 'rmnet0', linkinfo: { kind: 'rmnet', data: { muxId: 5 } } },
  },
  {
    command: 'ip link set eth0 type can bitrate 500000 sample-point 0.875 dbitrate 2000000 dsample-point 0.8 fd ' +
      'on loopback on restart-ms 100',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      8c000000 1000 0500 00000000 00000000                                                   # nlmsghdr
      00 00 0000 0a000000 00000000 00000000                                                  # ifinfomsg
      6c00 1200                                                                              # IFLA_LINKINFO
        0700 0100 63616e 00                                                                  #   IFLA_INFO_KIND can
        6000 0200                                                                            #   IFLA_INFO_DATA
          0800 0600 64000000                                                                 #     IFLA_CAN_RESTART_MS
          2400 0100 20a10700 6b030000 00000000 00000000 00000000 00000000 00000000 00000000  #     IFLA_CAN_BITTIMING
          2400 0900 80841e00 20030000 00000000 00000000 00000000 00000000 00000000 00000000  #     IFLA_CAN_DATA_BITTIMING
          0c00 0500 21000000 21000000                                                        #     IFLA_CAN_CTRLMODE
    `,
    object: {
      index: 10,
      linkinfo: {
        kind: 'can',
        data: {
          restartMs: 100, bittiming: { bitrate: 500000, samplePoint: 875 },
          dataBittiming: { bitrate: 2000000, samplePoint: 800 },
          ctrlmode: { mask: ['loopback', 'fd'], flags: ['loopback', 'fd'] },
        },
      },
    },
  },
  {
    command: 'ip link set eth0 type can tq 125 prop-seg 6 phase-seg1 7 phase-seg2 2 sjw 1 listen-only off ' +
      'triple-sampling on one-shot on berr-reporting on presume-ack on fd-non-iso off cc-len8-dlc on termination 120',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      68000000 1000 0500 00000000 00000000                                                   # nlmsghdr
      00 00 0000 0a000000 00000000 00000000                                                  # ifinfomsg
      4800 1200                                                                              # IFLA_LINKINFO
        0700 0100 63616e 00                                                                  #   IFLA_INFO_KIND can
        3c00 0200                                                                            #   IFLA_INFO_DATA
          0600 0b00 7800 0000                                                                #     IFLA_CAN_TERMINATION
          2400 0100 00000000 00000000 7d000000 06000000 07000000 02000000 01000000 00000000  #     IFLA_CAN_BITTIMING
          0c00 0500 de010000 5c010000                                                        #     IFLA_CAN_CTRLMODE
    `,
    object: {
      index: 10,
      linkinfo: {
        kind: 'can',
        data: {
          termination: 120, bittiming: { tq: 125, propSeg: 6, phaseSeg1: 7, phaseSeg2: 2, sjw: 1 },
          ctrlmode: {
            mask: ['listenonly', '3_samples', 'one_shot', 'berr_reporting', 'presume_ack', 'fd_non_iso', 'cc_len8_dlc'],
            flags: ['3_samples', 'one_shot', 'berr_reporting', 'presume_ack', 'cc_len8_dlc'],
          },
        },
      },
    },
  },
  {
    command: 'ip link set eth0 type can restart',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      38000000 1000 0500 00000000 00000000                # nlmsghdr
      00 00 0000 0a000000 00000000 00000000               # ifinfomsg
      1800 1200                                           # IFLA_LINKINFO
        0700 0100 63616e 00                               #   IFLA_INFO_KIND can
        0c00 0200                                         #   IFLA_INFO_DATA
          0800 0700 01000000                              #     IFLA_CAN_RESTART
    `,
    object: { index: 10, linkinfo: { kind: 'can', data: { restart: 1 } } },
  },
  {
    command: 'ip link set eth0 type can bitrate 500000 dbitrate 4000000 fd on tdc-mode manual tdcv 5 tdco 6 tdcf 7',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      a0000000 1000 0500 00000000 00000000                                                   # nlmsghdr
      00 00 0000 0a000000 00000000 00000000                                                  # ifinfomsg
      8000 1200                                                                              # IFLA_LINKINFO
        0700 0100 63616e 00                                                                  #   IFLA_INFO_KIND can
        7400 0200                                                                            #   IFLA_INFO_DATA
          2400 0100 20a10700 00000000 00000000 00000000 00000000 00000000 00000000 00000000  #     IFLA_CAN_BITTIMING
          2400 0900 00093d00 00000000 00000000 00000000 00000000 00000000 00000000 00000000  #     IFLA_CAN_DATA_BITTIMING
          0c00 0500 20040000 20040000                                                        #     IFLA_CAN_CTRLMODE
          1c00 1080                                                                          #     IFLA_CAN_TDC
            0800 0700 05000000                                                               #       IFLA_CAN_TDC_TDCV
            0800 0800 06000000                                                               #       IFLA_CAN_TDC_TDCO
            0800 0900 07000000                                                               #       IFLA_CAN_TDC_TDCF
    `,
    object: {
      index: 10,
      linkinfo: {
        kind: 'can',
        data: {
          bittiming: { bitrate: 500000 }, dataBittiming: { bitrate: 4000000 },
          ctrlmode: { mask: ['fd', 'tdc_manual'], flags: ['fd', 'tdc_manual'] }, tdc: { tdcv: 5, tdco: 6, tdcf: 7 },
        },
      },
    },
  },
]

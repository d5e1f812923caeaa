// XFRM interfaces, MACsec, HSR and PRP.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const xfrmMacsecHsr: readonly Fixture<typeof messages.link>[] = [
  {
    command: 'ip link add xfrm0 type xfrm dev eth0 if_id 0x2a',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      4c000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0a00 0300 7866726d3000 0000                         # IFLA_IFNAME xfrm0
      2000 1200                                           # IFLA_LINKINFO
        0800 0100 7866726d                                #   IFLA_INFO_KIND xfrm
        1400 0200                                         #   IFLA_INFO_DATA
          0800 0200 2a000000                              #     IFLA_XFRM_IF_ID
          0800 0100 0a000000                              #     IFLA_XFRM_LINK
    `,
    object: { ifname: 'xfrm0', linkinfo: { kind: 'xfrm', data: { ifId: 42, link: 10 } } },
  },
  {
    command: 'ip link add xfrm1 type xfrm external',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      40000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0a00 0300 7866726d3100 0000                         # IFLA_IFNAME xfrm1
      1400 1200                                           # IFLA_LINKINFO
        0800 0100 7866726d                                #   IFLA_INFO_KIND xfrm
        0800 0200                                         #   IFLA_INFO_DATA
          0400 0300                                       #     IFLA_XFRM_COLLECT_METADATA
    `,
    object: { ifname: 'xfrm1', linkinfo: { kind: 'xfrm', data: { collectMetadata: true } } },
  },
  {
    command: 'ip link add link eth0 macsec0 type macsec',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      44000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 0500 0a000000                                  # IFLA_LINK
      0c00 0300 6d61637365633000                          # IFLA_IFNAME macsec0
      1000 1200                                           # IFLA_LINKINFO
        0a00 0100 6d6163736563 0000                       #   IFLA_INFO_KIND macsec
    `,
    object: { link: 10, ifname: 'macsec0', linkinfo: { kind: 'macsec' } },
  },
  {
    command: 'ip link add link eth0 macsec1 type macsec port 11 cipher gcm-aes-256 icvlen 16 encrypt on send_sci ' +
      'off end_station on scb off protect on replay on window 10 validate check encodingsa 2 offload off',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      b4000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 0500 0a000000                                  # IFLA_LINK
      0c00 0300 6d61637365633100                          # IFLA_IFNAME macsec1
      8000 1200                                           # IFLA_LINKINFO
        0a00 0100 6d6163736563 0000                       #   IFLA_INFO_KIND macsec
        7000 0200                                         #   IFLA_INFO_DATA
          0600 0200 000b 0000                             #     IFLA_MACSEC_PORT
          0500 0700 01 000000                             #     IFLA_MACSEC_ENCRYPT
          0500 0900 00 000000                             #     IFLA_MACSEC_INC_SCI
          0500 0a00 01 000000                             #     IFLA_MACSEC_ES
          0500 0b00 00 000000                             #     IFLA_MACSEC_SCB
          0500 0800 01 000000                             #     IFLA_MACSEC_PROTECT
          0500 0d00 01 000000                             #     IFLA_MACSEC_VALIDATION
          0500 0f00 00 000000                             #     IFLA_MACSEC_OFFLOAD
          0c00 0400 0200000100c28000                      #     IFLA_MACSEC_CIPHER_SUITE
          0500 0300 10 000000                             #     IFLA_MACSEC_ICV_LEN
          0800 0500 0a000000                              #     IFLA_MACSEC_WINDOW
          0500 0c00 01 000000                             #     IFLA_MACSEC_REPLAY_PROTECT
          0500 0600 02 000000                             #     IFLA_MACSEC_ENCODING_SA
    `,
    object: {
      link: 10, ifname: 'macsec1',
      linkinfo: {
        kind: 'macsec',
        data: {
          port: 11, encrypt: true, incSci: false, es: true, scb: false, protect: true, validation: 'check',
          offload: 'off', cipherSuite: 0x80c20001000002n, icvLen: 16, window: 10, replayProtect: true, encodingSa: 2,
        },
      },
    },
  },
  {
    command: 'ip link add link eth0 macsec2 type macsec sci 0x0200000000010001 validate disabled',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      5c000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0800 0500 0a000000                                  # IFLA_LINK
      0c00 0300 6d61637365633200                          # IFLA_IFNAME macsec2
      2800 1200                                           # IFLA_LINKINFO
        0a00 0100 6d6163736563 0000                       #   IFLA_INFO_KIND macsec
        1800 0200                                         #   IFLA_INFO_DATA
          0c00 0100 0200000000010001                      #     IFLA_MACSEC_SCI
          0500 0d00 00 000000                             #     IFLA_MACSEC_VALIDATION
    `,
    object: {
      link: 10, ifname: 'macsec2',
      linkinfo: { kind: 'macsec', data: { sci: 0x200000000010001n, validation: 'disabled' } },
    },
  },
  {
    command: 'ip link add hsr0 type hsr slave1 eth1 slave2 eth2 supervision 45 version 1',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      5c000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0900 0300 6873723000 000000                         # IFLA_IFNAME hsr0
      3000 1200                                           # IFLA_LINKINFO
        0700 0100 687372 00                               #   IFLA_INFO_KIND hsr
        2400 0200                                         #   IFLA_INFO_DATA
          0800 0100 0b000000                              #     IFLA_HSR_SLAVE1
          0800 0200 0c000000                              #     IFLA_HSR_SLAVE2
          0500 0300 2d 000000                             #     IFLA_HSR_MULTICAST_SPEC
          0500 0600 01 000000                             #     IFLA_HSR_VERSION
    `,
    object: { ifname: 'hsr0', linkinfo: { kind: 'hsr', data: { slave1: 11, slave2: 12, multicastSpec: 45, version: 1 } } },
  },
  {
    command: 'ip link add prp0 type hsr slave1 eth1 slave2 eth2 proto 1',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      54000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0900 0300 7072703000 000000                         # IFLA_IFNAME prp0
      2800 1200                                           # IFLA_LINKINFO
        0700 0100 687372 00                               #   IFLA_INFO_KIND hsr
        1c00 0200                                         #   IFLA_INFO_DATA
          0800 0100 0b000000                              #     IFLA_HSR_SLAVE1
          0800 0200 0c000000                              #     IFLA_HSR_SLAVE2
          0500 0700 01 000000                             #     IFLA_HSR_PROTOCOL
    `,
    object: { ifname: 'prp0', linkinfo: { kind: 'hsr', data: { slave1: 11, slave2: 12, protocol: 'prp' } } },
  },
  {   // iproute2 6.15
    command: 'ip link add hsr1 type hsr slave1 eth1 slave2 eth2 interlink eth3 version 1',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      5c000000 1000 0506 00000000 00000000                # nlmsghdr
      00 00 0000 00000000 00000000 00000000               # ifinfomsg
      0900 0300 6873723100 000000                         # IFLA_IFNAME hsr1
      3000 1200                                           # IFLA_LINKINFO
        0700 0100 687372 00                               #   IFLA_INFO_KIND hsr
        2400 0200                                         #   IFLA_INFO_DATA
          0800 0100 0b000000                              #     IFLA_HSR_SLAVE1
          0800 0200 0c000000                              #     IFLA_HSR_SLAVE2
          0800 0800 0d000000                              #     IFLA_HSR_INTERLINK
          0500 0600 01 000000                             #     IFLA_HSR_VERSION
    `,
    object: { ifname: 'hsr1', linkinfo: { kind: 'hsr', data: { slave1: 11, slave2: 12, interlink: 13, version: 1 } } },
  },
]

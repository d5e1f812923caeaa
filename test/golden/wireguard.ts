// What wg(8) 1.0 sends, and what Linux 6.12 answers. The family has number 35 there. The keys are those of WireGuard's own examples.

import { genericMessages } from '../../lib/schema/generic.ts'
import { hex, type Fixture } from './golden.ts'

const { wireguard } = genericMessages

export const wireguardRequests: Fixture<typeof wireguard>[] = [
  {
    command: 'wg set wg0 listen-port 51820 fwmark 0x1234 private-key /run/private',
    type: 35, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      50000000 2300 0500 00000000 00000000                     # nlmsghdr
      01 01 0000                                               # genlmsghdr
      0800 0200 77673000                                       # WGDEVICE_A_IFNAME wg0
      2400 0300                                                # WGDEVICE_A_PRIVATE_KEY
        c809f3e5 317e9575 c9b5ed78 b638b7ce 530dabe8 5ddab614 22024180 1ddf0669
      0600 0600 6cca 0000                                      # WGDEVICE_A_LISTEN_PORT
      0800 0700 34120000                                       # WGDEVICE_A_FWMARK
    `,
    object: {
      cmd: 1, version: 1, ifname: 'wg0', privateKey: hex('c809f3e5317e9575c9b5ed78b638b7ce530dabe85ddab614220241801ddf0669'),
      listenPort: 51820, fwmark: 4660,
    },
  },
  {
    command: 'wg set wg0 peer xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg= preshared-key /run/psk endpoint 10.0.0.1:51820 persistent-keepalive 25 allowed-ips 10.0.0.0/24,fd00::/64',
    type: 35, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      d8000000 2300 0500 00000000 00000000                     # nlmsghdr
      01 01 0000                                               # genlmsghdr
      0800 0200 77673000                                       # WGDEVICE_A_IFNAME wg0
      bc00 0880                                                # WGDEVICE_A_PEERS
        b8000080 24000100 c5320103 9adba14b e71f886d a1d8dbe9 eebded08 cb111b75 34007899 9aa9f038 24000200 1690b287
        0b3d731c 16a15e31 10bb5f26 f8c937ec d05513c8 4a59515a 07a8a551 14000400 0200ca6c 0a000001 00000000 00000000
        06000500 19000000 08000300 02000000 48000980 1c000080 06000100 02000000 08000200 0a000000 05000300 18000000
        28000080 06000100 0a000000 14000200 fd000000 00000000 00000000 00000000 05000300 40000000
    `,
    object: {
      cmd: 1, version: 1, ifname: 'wg0',
      peers: [{
        publicKey: hex('c53201039adba14be71f886da1d8dbe9eebded08cb111b75340078999aa9f038'),
        presharedKey: hex('1690b2870b3d731c16a15e3110bb5f26f8c937ecd05513c84a59515a07a8a551'),
        endpoint: hex('0200ca6c0a0000010000000000000000'), persistentKeepaliveInterval: 25, flags: ['replace_allowedips'],
        allowedips: [{ family: 'inet', ipaddr: hex('0a000000'), cidrMask: 24 }, { family: 'inet6', ipaddr: hex('fd000000000000000000000000000000'), cidrMask: 64 }],
      }],
    },
  },
  {
    command: 'wg set wg0 peer TrMvSoP4jYQlY6RIzBgbssQqY3vxI2Pi+y71lOWWXX0= endpoint [fd00::1]:51821 allowed-ips 10.1.0.0/16',
    type: 35, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      90000000 2300 0500 00000000 00000000                     # nlmsghdr
      01 01 0000                                               # genlmsghdr
      0800 0200 77673000                                       # WGDEVICE_A_IFNAME wg0
      7400 0880                                                # WGDEVICE_A_PEERS
        70000080 24000100 4eb32f4a 83f88d84 2563a448 cc181bb2 c42a637b f12363e2 fb2ef594 e5965d7d 20000400 0a00ca6d
        00000000 fd000000 00000000 00000000 00000001 00000000 08000300 02000000 20000980 1c000080 06000100 02000000
        08000200 0a010000 05000300 10000000
    `,
    object: {
      cmd: 1, version: 1, ifname: 'wg0',
      peers: [{
        publicKey: hex('4eb32f4a83f88d842563a448cc181bb2c42a637bf12363e2fb2ef594e5965d7d'),
        endpoint: hex('0a00ca6d00000000fd00000000000000000000000000000100000000'), flags: ['replace_allowedips'],
        allowedips: [{ family: 'inet', ipaddr: hex('0a010000'), cidrMask: 16 }],
      }],
    },
  },
  {
    command: 'wg set wg0 peer TrMvSoP4jYQlY6RIzBgbssQqY3vxI2Pi+y71lOWWXX0= endpoint [fe80::1%lo]:51822 persistent-keepalive off',
    type: 35, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      70000000 2300 0500 00000000 00000000                     # nlmsghdr
      01 01 0000                                               # genlmsghdr
      0800 0200 77673000                                       # WGDEVICE_A_IFNAME wg0
      5400 0880                                                # WGDEVICE_A_PEERS
        50000080 24000100 4eb32f4a 83f88d84 2563a448 cc181bb2 c42a637b f12363e2 fb2ef594 e5965d7d 20000400 0a00ca6e
        00000000 fe800000 00000000 00000000 00000001 01000000 06000500 00000000
    `,
    object: {
      cmd: 1, version: 1, ifname: 'wg0',
      peers: [{
        publicKey: hex('4eb32f4a83f88d842563a448cc181bb2c42a637bf12363e2fb2ef594e5965d7d'),
        endpoint: hex('0a00ca6e00000000fe80000000000000000000000000000101000000'), persistentKeepaliveInterval: 0,
      }],
    },
  },
  {
    command: 'wg show wg0',
    type: 35, flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_DUMP'],
    bytes: `
      1c000000 2300 0503 00000000 00000000                     # nlmsghdr
      00 01 0000                                               # genlmsghdr
      0800 0200 77673000                                       # WGDEVICE_A_IFNAME wg0
    `,
    object: { version: 1, ifname: 'wg0' },
  },
  {
    command: 'wg set wg0 peer TrMvSoP4jYQlY6RIzBgbssQqY3vxI2Pi+y71lOWWXX0= allowed-ips 10.2.0.0/16',
    type: 35, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      70000000 2300 0500 00000000 00000000                     # nlmsghdr
      01 01 0000                                               # genlmsghdr
      0800 0200 77673000                                       # WGDEVICE_A_IFNAME wg0
      5400 0880                                                # WGDEVICE_A_PEERS
        50000080 24000100 4eb32f4a 83f88d84 2563a448 cc181bb2 c42a637b f12363e2 fb2ef594 e5965d7d 08000300 02000000
        20000980 1c000080 06000100 02000000 08000200 0a020000 05000300 10000000
    `,
    object: {
      cmd: 1, version: 1, ifname: 'wg0',
      peers: [{
        publicKey: hex('4eb32f4a83f88d842563a448cc181bb2c42a637bf12363e2fb2ef594e5965d7d'), flags: ['replace_allowedips'],
        allowedips: [{ family: 'inet', ipaddr: hex('0a020000'), cidrMask: 16 }],
      }],
    },
  },
  {
    command: 'wg set wg0 peer TrMvSoP4jYQlY6RIzBgbssQqY3vxI2Pi+y71lOWWXX0= remove',
    type: 35, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      50000000 2300 0500 00000000 00000000                     # nlmsghdr
      01 01 0000                                               # genlmsghdr
      0800 0200 77673000                                       # WGDEVICE_A_IFNAME wg0
      3400 0880                                                # WGDEVICE_A_PEERS
        30000080 24000100 4eb32f4a 83f88d84 2563a448 cc181bb2 c42a637b f12363e2 fb2ef594 e5965d7d 08000300 01000000
    `,
    object: {
      cmd: 1, version: 1, ifname: 'wg0',
      peers: [{
        publicKey: hex('4eb32f4a83f88d842563a448cc181bb2c42a637bf12363e2fb2ef594e5965d7d'), flags: ['remove_me'],
      }],
    },
  },
  {
    command: 'wg setconf wg1 /run/conf',
    type: 35, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      ac000000 2300 0500 00000000 00000000                     # nlmsghdr
      01 01 0000                                               # genlmsghdr
      0800 0200 77673100                                       # WGDEVICE_A_IFNAME wg1
      2400 0300                                                # WGDEVICE_A_PRIVATE_KEY
        c809f3e5 317e9575 c9b5ed78 b638b7ce 530dabe8 5ddab614 22024180 1ddf0669
      0600 0600 e803 0000                                      # WGDEVICE_A_LISTEN_PORT
      0800 0700 00000000                                       # WGDEVICE_A_FWMARK
      0800 0500 01000000                                       # WGDEVICE_A_FLAGS
      5400 0880                                                # WGDEVICE_A_PEERS
        50000080 24000100 c5320103 9adba14b e71f886d a1d8dbe9 eebded08 cb111b75 34007899 9aa9f038 08000300 02000000
        20000980 1c000080 06000100 02000000 08000200 0a030000 05000300 10000000
    `,
    object: {
      cmd: 1, version: 1, ifname: 'wg1', privateKey: hex('c809f3e5317e9575c9b5ed78b638b7ce530dabe85ddab614220241801ddf0669'),
      listenPort: 1000, fwmark: 0, flags: [ 'replace_peers' ],
      peers: [{
        publicKey: hex('c53201039adba14be71f886da1d8dbe9eebded08cb111b75340078999aa9f038'), flags: ['replace_allowedips'],
        allowedips: [{ family: 'inet', ipaddr: hex('0a030000'), cidrMask: 16 }],
      }],
    },
  },
  {
    command: 'wg addconf wg1 /run/conf',
    type: 35, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      9c000000 2300 0500 00000000 00000000                     # nlmsghdr
      01 01 0000                                               # genlmsghdr
      0800 0200 77673100                                       # WGDEVICE_A_IFNAME wg1
      2400 0300                                                # WGDEVICE_A_PRIVATE_KEY
        c809f3e5 317e9575 c9b5ed78 b638b7ce 530dabe8 5ddab614 22024180 1ddf0669
      0600 0600 e803 0000                                      # WGDEVICE_A_LISTEN_PORT
      5400 0880                                                # WGDEVICE_A_PEERS
        50000080 24000100 c5320103 9adba14b e71f886d a1d8dbe9 eebded08 cb111b75 34007899 9aa9f038 08000300 02000000
        20000980 1c000080 06000100 02000000 08000200 0a030000 05000300 10000000
    `,
    object: {
      cmd: 1, version: 1, ifname: 'wg1', privateKey: hex('c809f3e5317e9575c9b5ed78b638b7ce530dabe85ddab614220241801ddf0669'),
      listenPort: 1000,
      peers: [{
        publicKey: hex('c53201039adba14be71f886da1d8dbe9eebded08cb111b75340078999aa9f038'), flags: ['replace_allowedips'],
        allowedips: [{ family: 'inet', ipaddr: hex('0a030000'), cidrMask: 16 }],
      }],
    },
  },
  {
    command: 'wg set wg1 private-key /dev/null',
    type: 35, flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      40000000 2300 0500 00000000 00000000                     # nlmsghdr
      01 01 0000                                               # genlmsghdr
      0800 0200 77673100                                       # WGDEVICE_A_IFNAME wg1
      2400 0300                                                # WGDEVICE_A_PRIVATE_KEY
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
    `,
    object: { cmd: 1, version: 1, ifname: 'wg1', privateKey: hex('0000000000000000000000000000000000000000000000000000000000000000') },
  },
]

export const wireguardAnswers: Fixture<typeof wireguard>[] = [
  {
    command: 'wg show wg0',
    type: 35, flags: ['NLM_F_MULTI'],
    bytes: `
      2c020000 2300 0200 00000000 00000000                     # nlmsghdr
      00 01 0000                                               # genlmsghdr
      0600 0600 6cca 0000                                      # WGDEVICE_A_LISTEN_PORT
      0800 0700 34120000                                       # WGDEVICE_A_FWMARK
      0800 0100 02000000                                       # WGDEVICE_A_IFINDEX
      0800 0200 77673000                                       # WGDEVICE_A_IFNAME wg0
      2400 0300                                                # WGDEVICE_A_PRIVATE_KEY
        c809f3e5 317e9575 c9b5ed78 b638b7ce 530dabe8 5ddab614 22024180 1ddf0669
      2400 0400                                                # WGDEVICE_A_PUBLIC_KEY
        1c8828f7 137324c5 8b280492 8624ea23 26f16745 37c062e2 51e2753c a7fcca4c
      b001 0880                                                # WGDEVICE_A_PEERS
        e4000080 24000100 c5320103 9adba14b e71f886d a1d8dbe9 eebded08 cb111b75 34007899 9aa9f038 24000200 1690b287
        0b3d731c 16a15e31 10bb5f26 f8c937ec d05513c8 4a59515a 07a8a551 14000600 00000000 00000000 00000000 00000000
        06000500 19000000 0c000800 00000000 00000000 0c000700 00000000 00000000 08000a00 01000000 14000400 0200ca6c
        0a000001 00000000 00000000 48000980 1c000080 05000300 18000000 06000100 02000000 08000200 0a000000 28000080
        05000300 40000000 06000100 0a000000 14000200 fd000000 00000000 00000000 00000000 c8000080 24000100 4eb32f4a
        83f88d84 2563a448 cc181bb2 c42a637b f12363e2 fb2ef594 e5965d7d 24000200 00000000 00000000 00000000 00000000
        00000000 00000000 00000000 00000000 14000600 00000000 00000000 00000000 00000000 06000500 00000000 0c000800
        00000000 00000000 0c000700 00000000 00000000 08000a00 01000000 20000400 0a00ca6e 00000000 fe800000 00000000
        00000000 00000001 01000000 20000980 1c000080 05000300 10000000 06000100 02000000 08000200 0a010000
    `,
    object: {
      version: 1, listenPort: 51820, fwmark: 4660, ifindex: 2, ifname: 'wg0',
      privateKey: hex('c809f3e5317e9575c9b5ed78b638b7ce530dabe85ddab614220241801ddf0669'),
      publicKey: hex('1c8828f7137324c58b2804928624ea2326f1674537c062e251e2753ca7fcca4c'),
      peers: [{
        publicKey: hex('c53201039adba14be71f886da1d8dbe9eebded08cb111b75340078999aa9f038'),
        presharedKey: hex('1690b2870b3d731c16a15e3110bb5f26f8c937ecd05513c84a59515a07a8a551'),
        lastHandshakeTime: { sec: 0, nsec: 0 }, persistentKeepaliveInterval: 25, txBytes: 0, rxBytes: 0, protocolVersion: 1,
        endpoint: hex('0200ca6c0a0000010000000000000000'),
        allowedips: [{ cidrMask: 24, family: 'inet', ipaddr: hex('0a000000') }, { cidrMask: 64, family: 'inet6', ipaddr: hex('fd000000000000000000000000000000') }],
      }, {
        publicKey: hex('4eb32f4a83f88d842563a448cc181bb2c42a637bf12363e2fb2ef594e5965d7d'),
        presharedKey: hex('0000000000000000000000000000000000000000000000000000000000000000'),
        lastHandshakeTime: { sec: 0, nsec: 0 }, persistentKeepaliveInterval: 0, txBytes: 0, rxBytes: 0, protocolVersion: 1,
        endpoint: hex('0a00ca6e00000000fe80000000000000000000000000000101000000'),
        allowedips: [{ cidrMask: 16, family: 'inet', ipaddr: hex('0a010000') }],
      }],
    },
  },
  {
    command: 'wg show wg1',
    type: 35, flags: ['NLM_F_MULTI'],
    bytes: `
      e0000000 2300 0200 00000000 00000000                     # nlmsghdr
      00 01 0000                                               # genlmsghdr
      0600 0600 e803 0000                                      # WGDEVICE_A_LISTEN_PORT
      0800 0700 00000000                                       # WGDEVICE_A_FWMARK
      0800 0100 03000000                                       # WGDEVICE_A_IFINDEX
      0800 0200 77673100                                       # WGDEVICE_A_IFNAME wg1
      ac00 0880                                                # WGDEVICE_A_PEERS
        a8000080 24000100 c5320103 9adba14b e71f886d a1d8dbe9 eebded08 cb111b75 34007899 9aa9f038 24000200 00000000
        00000000 00000000 00000000 00000000 00000000 00000000 00000000 14000600 00000000 00000000 00000000 00000000
        06000500 00000000 0c000800 00000000 00000000 0c000700 00000000 00000000 08000a00 01000000 20000980 1c000080
        05000300 10000000 06000100 02000000 08000200 0a030000
    `,
    object: {
      version: 1, listenPort: 1000, fwmark: 0, ifindex: 3, ifname: 'wg1',
      peers: [{
        publicKey: hex('c53201039adba14be71f886da1d8dbe9eebded08cb111b75340078999aa9f038'),
        presharedKey: hex('0000000000000000000000000000000000000000000000000000000000000000'),
        lastHandshakeTime: { sec: 0, nsec: 0 }, persistentKeepaliveInterval: 0, txBytes: 0, rxBytes: 0, protocolVersion: 1,
        allowedips: [{ cidrMask: 16, family: 'inet', ipaddr: hex('0a030000') }],
      }],
    },
  },
]

// IPv4 routes by one way or by none.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const routeInet: readonly Fixture<typeof messages.route>[] = [
  {
    command: 'ip route add default via 192.168.15.5',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      24000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 00 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0500 c0a80f05                                       # RTA_GATEWAY
    `,
    object: { family: 'inet', rtmTable: 254, protocol: 'boot', type: 'unicast', gateway: '192.168.15.5' },
  },
  {
    command: 'ip route add 10.0.0.0/8 dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      2c000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 08 00 00 fe 03 fd 01 00000000                         # rtmsg
      0800 0100 0a000000                                       # RTA_DST
      0800 0400 03000000                                       # RTA_OIF
    `,
    object: { family: 'inet', dstLen: 8, rtmTable: 254, protocol: 'boot', scope: 'link', type: 'unicast', dst: '10.0.0.0', oif: 3 },
  },
  {
    command: 'ip route add 10.1.0.0/16 via 192.168.15.2 dev v0 metric 100 proto static src 192.168.15.1 tos 0x10',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      44000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 10 00 10 fe 04 00 01 00000000                         # rtmsg
      0800 0100 0a010000                                       # RTA_DST
      0800 0500 c0a80f02                                       # RTA_GATEWAY
      0800 0600 64000000                                       # RTA_PRIORITY
      0800 0700 c0a80f01                                       # RTA_PREFSRC
      0800 0400 03000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet', dstLen: 16, tos: 16, rtmTable: 254, protocol: 'static', type: 'unicast', dst: '10.1.0.0', gateway: '192.168.15.2',
      priority: 100, prefsrc: '192.168.15.1', oif: 3,
    },
  },
  {
    command: 'ip route add 10.2.0.0/16 via 192.168.15.2 table 100',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      2c000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 10 00 00 64 03 00 01 00000000                         # rtmsg
      0800 0100 0a020000                                       # RTA_DST
      0800 0500 c0a80f02                                       # RTA_GATEWAY
    `,
    object: { family: 'inet', dstLen: 16, rtmTable: 100, protocol: 'boot', type: 'unicast', dst: '10.2.0.0', gateway: '192.168.15.2' },
  },
  {
    command: 'ip route add 10.2.0.0/16 via 192.168.15.2 table 1000',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      34000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 10 00 00 00 03 00 01 00000000                         # rtmsg
      0800 0100 0a020000                                       # RTA_DST
      0800 0500 c0a80f02                                       # RTA_GATEWAY
      0800 0f00 e8030000                                       # RTA_TABLE
    `,
    object: { family: 'inet', dstLen: 16, protocol: 'boot', type: 'unicast', dst: '10.2.0.0', gateway: '192.168.15.2', table: 1000 },
  },
  {
    command: 'ip route add blackhole 10.3.9.0/24',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      24000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 00 06 00000000                         # rtmsg
      0800 0100 0a030900                                       # RTA_DST
    `,
    object: { family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', type: 'blackhole', dst: '10.3.9.0' },
  },
  {
    command: 'ip route add unreachable 10.3.11.0/24',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      24000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 00 07 00000000                         # rtmsg
      0800 0100 0a030b00                                       # RTA_DST
    `,
    object: { family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', type: 'unreachable', dst: '10.3.11.0' },
  },
  {
    command: 'ip route add prohibit 10.3.8.0/24',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      24000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 00 08 00000000                         # rtmsg
      0800 0100 0a030800                                       # RTA_DST
    `,
    object: { family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', type: 'prohibit', dst: '10.3.8.0' },
  },
  {
    command: 'ip route add throw 10.3.5.0/24',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      24000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 00 09 00000000                         # rtmsg
      0800 0100 0a030500                                       # RTA_DST
    `,
    object: { family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', type: 'throw', dst: '10.3.5.0' },
  },
  {
    command: 'ip route add local 10.4.0.0/24 dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      2c000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 ff 03 fe 02 00000000                         # rtmsg
      0800 0100 0a040000                                       # RTA_DST
      0800 0400 03000000                                       # RTA_OIF
    `,
    object: { family: 'inet', dstLen: 24, rtmTable: 255, protocol: 'boot', scope: 'host', type: 'local', dst: '10.4.0.0', oif: 3 },
  },
  {
    command: 'ip route add broadcast 10.4.1.255 dev v0 scope link',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      2c000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 20 00 00 ff 03 fd 03 00000000                         # rtmsg
      0800 0100 0a0401ff                                       # RTA_DST
      0800 0400 03000000                                       # RTA_OIF
    `,
    object: { family: 'inet', dstLen: 32, rtmTable: 255, protocol: 'boot', scope: 'link', type: 'broadcast', dst: '10.4.1.255', oif: 3 },
  },
  {
    command: 'ip route add 10.5.0.0/24 dev v0 scope host proto 77',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      2c000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 4d fe 01 00000000                         # rtmsg
      0800 0100 0a050000                                       # RTA_DST
      0800 0400 03000000                                       # RTA_OIF
    `,
    object: { family: 'inet', dstLen: 24, rtmTable: 254, protocol: 77, scope: 'host', type: 'unicast', dst: '10.5.0.0', oif: 3 },
  },
  {
    command: 'ip route replace 10.0.0.0/8 via 192.168.15.3',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_REPLACE', 'NLM_F_CREATE'],
    bytes: `
      2c000000 1800 0505 00000000 00000000                     # nlmsghdr
      02 08 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0100 0a000000                                       # RTA_DST
      0800 0500 c0a80f03                                       # RTA_GATEWAY
    `,
    object: { family: 'inet', dstLen: 8, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '10.0.0.0', gateway: '192.168.15.3' },
  },
  {
    command: 'ip route append 10.0.0.0/8 via 192.168.15.4',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_CREATE', 'NLM_F_APPEND'],
    bytes: `
      2c000000 1800 050c 00000000 00000000                     # nlmsghdr
      02 08 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0100 0a000000                                       # RTA_DST
      0800 0500 c0a80f04                                       # RTA_GATEWAY
    `,
    object: { family: 'inet', dstLen: 8, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '10.0.0.0', gateway: '192.168.15.4' },
  },
  {
    command: 'ip route prepend 10.0.0.0/8 via 192.168.15.6',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_CREATE'],
    bytes: `
      2c000000 1800 0504 00000000 00000000                     # nlmsghdr
      02 08 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0100 0a000000                                       # RTA_DST
      0800 0500 c0a80f06                                       # RTA_GATEWAY
    `,
    object: { family: 'inet', dstLen: 8, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '10.0.0.0', gateway: '192.168.15.6' },
  },
  {
    command: 'ip route change 10.0.0.0/8 via 192.168.15.3',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_REPLACE'],
    bytes: `
      2c000000 1800 0501 00000000 00000000                     # nlmsghdr
      02 08 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0100 0a000000                                       # RTA_DST
      0800 0500 c0a80f03                                       # RTA_GATEWAY
    `,
    object: { family: 'inet', dstLen: 8, rtmTable: 254, protocol: 'boot', type: 'unicast', dst: '10.0.0.0', gateway: '192.168.15.3' },
  },
  {
    command: 'ip route del 10.0.0.0/8 via 192.168.15.3',
    type: 'RTM_DELROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      2c000000 1900 0500 00000000 00000000                     # nlmsghdr
      02 08 00 00 fe 00 ff 00 00000000                         # rtmsg
      0800 0100 0a000000                                       # RTA_DST
      0800 0500 c0a80f03                                       # RTA_GATEWAY
    `,
    object: { family: 'inet', dstLen: 8, rtmTable: 254, scope: 'nowhere', dst: '10.0.0.0', gateway: '192.168.15.3' },
  },
  {
    command: 'ip route del default',
    type: 'RTM_DELROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      1c000000 1900 0500 00000000 00000000                     # nlmsghdr
      02 00 00 00 fe 00 ff 00 00000000                         # rtmsg
    `,
    object: { family: 'inet', rtmTable: 254, scope: 'nowhere' },
  },
  {
    command: 'ip route del 10.2.0.0/16 table 1000',
    type: 'RTM_DELROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      2c000000 1900 0500 00000000 00000000                     # nlmsghdr
      02 10 00 00 00 00 ff 00 00000000                         # rtmsg
      0800 0100 0a020000                                       # RTA_DST
      0800 0f00 e8030000                                       # RTA_TABLE
    `,
    object: { family: 'inet', dstLen: 16, scope: 'nowhere', dst: '10.2.0.0', table: 1000 },
  },
  {
    command: 'ip route del blackhole 10.3.9.0/24',
    type: 'RTM_DELROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      24000000 1900 0500 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 00 ff 06 00000000                         # rtmsg
      0800 0100 0a030900                                       # RTA_DST
    `,
    object: { family: 'inet', dstLen: 24, rtmTable: 254, scope: 'nowhere', type: 'blackhole', dst: '10.3.9.0' },
  },
]

// Rules, as ip(8) asks for them.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const rule: readonly Fixture<typeof messages.rule>[] = [
  {
    command: 'ip rule add from 192.168.15.0/24 table 100',
    type: 'RTM_NEWRULE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      24000000 2000 0506 00000000 00000000                     # nlmsghdr
      02 00 18 00 64 00 00 01 00000000                         # fib_rule_hdr
      0800 0200 c0a80f00                                       # FRA_SRC
    `,
    object: { family: 'inet', srcLen: 24, table: 100, action: 'to_tbl', src: '192.168.15.0' },
  },
  {
    command: 'ip rule add to 10.0.0.0/8 priority 500 table 1000',
    type: 'RTM_NEWRULE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      34000000 2000 0506 00000000 00000000                     # nlmsghdr
      02 08 00 00 00 00 00 01 00000000                         # fib_rule_hdr
      0800 0100 0a000000                                       # FRA_DST
      0800 0600 f4010000                                       # FRA_PRIORITY
      0800 0f00 e8030000                                       # FRA_TABLE
    `,
    object: { family: 'inet', dstLen: 8, action: 'to_tbl', dst: '10.0.0.0', priority: 500, fraTable: 1000 },
  },
  {
    command: 'ip rule add from 10.1.0.1 to 10.2.0.0/16 iif v0 oif v0 fwmark 0x10/0xff tos 0x10 priority 600 table 200 ' +
      'protocol static',
    type: 'RTM_NEWRULE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      5c000000 2000 0506 00000000 00000000                     # nlmsghdr
      02 10 20 10 c8 00 00 01 00000000                         # fib_rule_hdr
      0800 0200 0a010001                                       # FRA_SRC
      0800 0100 0a020000                                       # FRA_DST
      0700 0300 763000 00                                      # FRA_IIFNAME v0
      0700 1100 763000 00                                      # FRA_OIFNAME v0
      0800 0a00 10000000                                       # FRA_FWMARK
      0800 1000 ff000000                                       # FRA_FWMASK
      0800 0600 58020000                                       # FRA_PRIORITY
      0500 1500 04 000000                                      # FRA_PROTOCOL
    `,
    object: {
      family: 'inet', dstLen: 16, srcLen: 32, tos: 16, table: 200, action: 'to_tbl', src: '10.1.0.1', dst: '10.2.0.0', iifname: 'v0',
      oifname: 'v0', fwmark: 16, fwmask: 255, priority: 600, protocol: 'static',
    },
  },
  {
    command: 'ip rule add not from 192.168.16.0/24 priority 601 table 100',
    type: 'RTM_NEWRULE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      2c000000 2000 0506 00000000 00000000                     # nlmsghdr
      02 00 18 00 64 00 00 01 02000000                         # fib_rule_hdr
      0800 0200 c0a81000                                       # FRA_SRC
      0800 0600 59020000                                       # FRA_PRIORITY
    `,
    object: { family: 'inet', srcLen: 24, table: 100, action: 'to_tbl', flags: ['invert'], src: '192.168.16.0', priority: 601 },
  },
  {
    command: 'ip rule add priority 602 ipproto tcp sport 1000 dport 80-90 table 100',
    type: 'RTM_NEWRULE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      3c000000 2000 0506 00000000 00000000                     # nlmsghdr
      02 00 00 00 64 00 00 01 00000000                         # fib_rule_hdr
      0800 0600 5a020000                                       # FRA_PRIORITY
      0500 1600 06 000000                                      # FRA_IP_PROTO
      0800 1700                                                # FRA_SPORT_RANGE
        e803 e803                                              #   fib_rule_port_range
      0800 1800                                                # FRA_DPORT_RANGE
        5000 5a00                                              #   fib_rule_port_range
    `,
    object: {
      family: 'inet', table: 100, action: 'to_tbl', priority: 602, ipProto: 'tcp', sportRange: { start: 1000, end: 1000 },
      dportRange: { start: 80, end: 90 },
    },
  },
  {
    command: 'ip rule add priority 603 uidrange 1000-2000 table 100',
    type: 'RTM_NEWRULE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      30000000 2000 0506 00000000 00000000                     # nlmsghdr
      02 00 00 00 64 00 00 01 00000000                         # fib_rule_hdr
      0800 0600 5b020000                                       # FRA_PRIORITY
      0c00 1400                                                # FRA_UID_RANGE
        e8030000 d0070000                                      #   fib_rule_uid_range
    `,
    object: { family: 'inet', table: 100, action: 'to_tbl', priority: 603, uidRange: { start: 1000, end: 2000 } },
  },
  {
    command: 'ip rule add priority 604 l3mdev',
    type: 'RTM_NEWRULE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      2c000000 2000 0506 00000000 00000000                     # nlmsghdr
      02 00 00 00 00 00 00 01 00000000                         # fib_rule_hdr
      0800 0600 5c020000                                       # FRA_PRIORITY
      0500 1300 01 000000                                      # FRA_L3MDEV
    `,
    object: { family: 'inet', action: 'to_tbl', priority: 604, l3mdev: true },
  },
  {
    command: 'ip rule add priority 605 table main suppress_prefixlength 0 suppress_ifgroup 7',
    type: 'RTM_NEWRULE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      34000000 2000 0506 00000000 00000000                     # nlmsghdr
      02 00 00 00 fe 00 00 01 00000000                         # fib_rule_hdr
      0800 0600 5d020000                                       # FRA_PRIORITY
      0800 0e00 00000000                                       # FRA_SUPPRESS_PREFIXLEN
      0800 0d00 07000000                                       # FRA_SUPPRESS_IFGROUP
    `,
    object: { family: 'inet', table: 254, action: 'to_tbl', priority: 605, suppressPrefixlen: 0, suppressIfgroup: 7 },
  },
  {
    command: 'ip rule add priority 606 from 10.3.0.0/16 realms 3/4 table 100',
    type: 'RTM_NEWRULE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      34000000 2000 0506 00000000 00000000                     # nlmsghdr
      02 00 10 00 64 00 00 01 00000000                         # fib_rule_hdr
      0800 0600 5e020000                                       # FRA_PRIORITY
      0800 0200 0a030000                                       # FRA_SRC
      0800 0b00 04000300                                       # FRA_FLOW
    `,
    object: { family: 'inet', srcLen: 16, table: 100, action: 'to_tbl', priority: 606, src: '10.3.0.0', flow: 196612 },
  },
  {
    command: 'ip rule add priority 607 tun_id 42 table 100',
    type: 'RTM_NEWRULE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      30000000 2000 0506 00000000 00000000                     # nlmsghdr
      02 00 00 00 64 00 00 01 00000000                         # fib_rule_hdr
      0800 0600 5f020000                                       # FRA_PRIORITY
      0c00 0c00 000000000000002a                               # FRA_TUN_ID
    `,
    object: { family: 'inet', table: 100, action: 'to_tbl', priority: 607, tunId: 42n },
  },
  {
    command: 'ip rule add priority 700 goto 32766',
    type: 'RTM_NEWRULE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      2c000000 2000 0506 00000000 00000000                     # nlmsghdr
      02 00 00 00 00 00 00 02 00000000                         # fib_rule_hdr
      0800 0600 bc020000                                       # FRA_PRIORITY
      0800 0400 fe7f0000                                       # FRA_GOTO
    `,
    object: { family: 'inet', action: 'goto', priority: 700, goto: 32766 },
  },
  {
    command: 'ip rule add priority 701 fwmark 7 nop',
    type: 'RTM_NEWRULE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      2c000000 2000 0506 00000000 00000000                     # nlmsghdr
      02 00 00 00 00 00 00 03 00000000                         # fib_rule_hdr
      0800 0600 bd020000                                       # FRA_PRIORITY
      0800 0a00 07000000                                       # FRA_FWMARK
    `,
    object: { family: 'inet', action: 'nop', priority: 701, fwmark: 7 },
  },
  {
    command: 'ip rule add priority 702 from 10.4.0.0/16 blackhole',
    type: 'RTM_NEWRULE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      2c000000 2000 0506 00000000 00000000                     # nlmsghdr
      02 00 10 00 00 00 00 06 00000000                         # fib_rule_hdr
      0800 0600 be020000                                       # FRA_PRIORITY
      0800 0200 0a040000                                       # FRA_SRC
    `,
    object: { family: 'inet', srcLen: 16, action: 'blackhole', priority: 702, src: '10.4.0.0' },
  },
  {
    command: 'ip rule add priority 703 from 10.5.0.0/16 unreachable',
    type: 'RTM_NEWRULE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      2c000000 2000 0506 00000000 00000000                     # nlmsghdr
      02 00 10 00 00 00 00 07 00000000                         # fib_rule_hdr
      0800 0600 bf020000                                       # FRA_PRIORITY
      0800 0200 0a050000                                       # FRA_SRC
    `,
    object: { family: 'inet', srcLen: 16, action: 'unreachable', priority: 703, src: '10.5.0.0' },
  },
  {
    command: 'ip rule add priority 704 from 10.6.0.0/16 prohibit',
    type: 'RTM_NEWRULE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      2c000000 2000 0506 00000000 00000000                     # nlmsghdr
      02 00 10 00 00 00 00 08 00000000                         # fib_rule_hdr
      0800 0600 c0020000                                       # FRA_PRIORITY
      0800 0200 0a060000                                       # FRA_SRC
    `,
    object: { family: 'inet', srcLen: 16, action: 'prohibit', priority: 704, src: '10.6.0.0' },
  },
]

// Rules, as the kernel (Linux 6.12) shows them.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const ruleAnswers: readonly Fixture<typeof messages.rule>[] = [
  {
    command: 'ip rule show',
    type: 'RTM_NEWRULE', flags: ['NLM_F_MULTI'],
    bytes: `
      34000000 2000 0200 00000000 00000000                     # nlmsghdr
      02 00 00 00 ff 00 00 01 00000000                         # fib_rule_hdr
      0800 0f00 ff000000                                       # FRA_TABLE
      0800 0e00 ffffffff                                       # FRA_SUPPRESS_PREFIXLEN
      0500 1500 02 000000                                      # FRA_PROTOCOL
    `,
    object: { family: 'inet', action: 'to_tbl', table: 255, fraTable: 255, suppressPrefixlen: 4294967295, protocol: 'kernel' },
  },
  {
    command: 'ip rule show',
    type: 'RTM_NEWRULE', flags: ['NLM_F_MULTI'],
    bytes: `
      70000000 2000 0200 00000000 00000000                     # nlmsghdr
      02 10 20 10 fc 00 00 01 10000000                         # fib_rule_hdr
      0800 0f00 e8030000                                       # FRA_TABLE
      0800 0e00 ffffffff                                       # FRA_SUPPRESS_PREFIXLEN
      0500 1500 04 000000                                      # FRA_PROTOCOL
      0700 0300 763000 00                                      # FRA_IIFNAME v0
      0b00 1100 6e6f626f647900 00                              # FRA_OIFNAME nobody
      0800 0600 58020000                                       # FRA_PRIORITY
      0800 0a00 10000000                                       # FRA_FWMARK
      0800 1000 ff000000                                       # FRA_FWMASK
      0800 0100 0a020000                                       # FRA_DST
      0800 0200 0a010001                                       # FRA_SRC
    `,
    object: {
      family: 'inet', dstLen: 16, srcLen: 32, tos: 16, action: 'to_tbl', flags: ['oif_detached'], table: 252, fraTable: 1000,
      suppressPrefixlen: 4294967295, protocol: 'static', iifname: 'v0', oifname: 'nobody', priority: 600, fwmark: 16, fwmask: 255,
      dst: '10.2.0.0', src: '10.1.0.1',
    },
  },
  {
    command: 'ip rule show',
    type: 'RTM_NEWRULE', flags: ['NLM_F_MULTI'],
    bytes: `
      44000000 2000 0200 00000000 00000000                     # nlmsghdr
      02 00 18 00 64 00 00 01 02000000                         # fib_rule_hdr
      0800 0f00 64000000                                       # FRA_TABLE
      0800 0e00 ffffffff                                       # FRA_SUPPRESS_PREFIXLEN
      0500 1500 00 000000                                      # FRA_PROTOCOL
      0800 0600 59020000                                       # FRA_PRIORITY
      0800 0200 c0a81000                                       # FRA_SRC
    `,
    object: {
      family: 'inet', srcLen: 24, action: 'to_tbl', flags: ['invert'], table: 100, fraTable: 100, suppressPrefixlen: 4294967295,
      protocol: 'unspec', priority: 601, src: '192.168.16.0',
    },
  },
  {
    command: 'ip rule show',
    type: 'RTM_NEWRULE', flags: ['NLM_F_MULTI'],
    bytes: `
      60000000 2000 0200 00000000 00000000                     # nlmsghdr
      02 00 00 00 64 00 00 01 00000000                         # fib_rule_hdr
      0800 0f00 64000000                                       # FRA_TABLE
      0800 0e00 ffffffff                                       # FRA_SUPPRESS_PREFIXLEN
      0500 1500 00 000000                                      # FRA_PROTOCOL
      0800 0600 5a020000                                       # FRA_PRIORITY
      0c00 1400                                                # FRA_UID_RANGE
        01000000 02000000                                      #   fib_rule_uid_range
      0800 1700                                                # FRA_SPORT_RANGE
        e803 e803                                              #   fib_rule_port_range
      0800 1800                                                # FRA_DPORT_RANGE
        5000 5a00                                              #   fib_rule_port_range
      0500 1600 06 000000                                      # FRA_IP_PROTO
    `,
    object: {
      family: 'inet', action: 'to_tbl', table: 100, fraTable: 100, suppressPrefixlen: 4294967295, protocol: 'unspec', priority: 602,
      uidRange: { start: 1, end: 2 }, sportRange: { start: 1000, end: 1000 }, dportRange: { start: 80, end: 90 }, ipProto: 'tcp',
    },
  },
  {
    command: 'ip rule show',
    type: 'RTM_NEWRULE', flags: ['NLM_F_MULTI'],
    bytes: `
      44000000 2000 0200 00000000 00000000                     # nlmsghdr
      02 00 00 00 00 00 00 01 00000000                         # fib_rule_hdr
      0800 0f00 00000000                                       # FRA_TABLE
      0800 0e00 ffffffff                                       # FRA_SUPPRESS_PREFIXLEN
      0500 1500 00 000000                                      # FRA_PROTOCOL
      0800 0600 5c020000                                       # FRA_PRIORITY
      0500 1300 01 000000                                      # FRA_L3MDEV
    `,
    object: { family: 'inet', action: 'to_tbl', fraTable: 0, suppressPrefixlen: 4294967295, protocol: 'unspec', priority: 604, l3mdev: true },
  },
  {
    command: 'ip rule show',
    type: 'RTM_NEWRULE', flags: ['NLM_F_MULTI'],
    bytes: `
      44000000 2000 0200 00000000 00000000                     # nlmsghdr
      02 00 00 00 fe 00 00 01 00000000                         # fib_rule_hdr
      0800 0f00 fe000000                                       # FRA_TABLE
      0800 0e00 00000000                                       # FRA_SUPPRESS_PREFIXLEN
      0500 1500 00 000000                                      # FRA_PROTOCOL
      0800 0600 5d020000                                       # FRA_PRIORITY
      0800 0d00 07000000                                       # FRA_SUPPRESS_IFGROUP
    `,
    object: {
      family: 'inet', action: 'to_tbl', table: 254, fraTable: 254, suppressPrefixlen: 0, protocol: 'unspec', priority: 605,
      suppressIfgroup: 7,
    },
  },
  {
    command: 'ip rule show',
    type: 'RTM_NEWRULE', flags: ['NLM_F_MULTI'],
    bytes: `
      58000000 2000 0200 00000000 00000000                     # nlmsghdr
      02 00 10 00 64 00 00 01 00000000                         # fib_rule_hdr
      0800 0f00 64000000                                       # FRA_TABLE
      0800 0e00 ffffffff                                       # FRA_SUPPRESS_PREFIXLEN
      0500 1500 00 000000                                      # FRA_PROTOCOL
      0800 0600 5e020000                                       # FRA_PRIORITY
      0c00 0c00 000000000000002a                               # FRA_TUN_ID
      0800 0200 0a030000                                       # FRA_SRC
      0800 0b00 04000300                                       # FRA_FLOW
    `,
    object: {
      family: 'inet', srcLen: 16, action: 'to_tbl', table: 100, fraTable: 100, suppressPrefixlen: 4294967295, protocol: 'unspec',
      priority: 606, tunId: 42n, src: '10.3.0.0', flow: 196612,
    },
  },
  {
    command: 'ip rule show',
    type: 'RTM_NEWRULE', flags: ['NLM_F_MULTI'],
    bytes: `
      44000000 2000 0200 00000000 00000000                     # nlmsghdr
      02 00 00 00 00 00 00 02 04000000                         # fib_rule_hdr
      0800 0f00 00000000                                       # FRA_TABLE
      0800 0e00 ffffffff                                       # FRA_SUPPRESS_PREFIXLEN
      0500 1500 00 000000                                      # FRA_PROTOCOL
      0800 0600 bc020000                                       # FRA_PRIORITY
      0800 0400 20030000                                       # FRA_GOTO
    `,
    object: {
      family: 'inet', action: 'goto', flags: ['unresolved'], fraTable: 0, suppressPrefixlen: 4294967295, protocol: 'unspec', priority: 700,
      goto: 800,
    },
  },
  {
    command: 'ip rule show',
    type: 'RTM_NEWRULE', flags: ['NLM_F_MULTI'],
    bytes: `
      4c000000 2000 0200 00000000 00000000                     # nlmsghdr
      02 00 00 00 00 00 00 03 00000000                         # fib_rule_hdr
      0800 0f00 00000000                                       # FRA_TABLE
      0800 0e00 ffffffff                                       # FRA_SUPPRESS_PREFIXLEN
      0500 1500 00 000000                                      # FRA_PROTOCOL
      0800 0600 bd020000                                       # FRA_PRIORITY
      0800 0a00 07000000                                       # FRA_FWMARK
      0800 1000 ffffffff                                       # FRA_FWMASK
    `,
    object: {
      family: 'inet', action: 'nop', fraTable: 0, suppressPrefixlen: 4294967295, protocol: 'unspec', priority: 701, fwmark: 7,
      fwmask: 4294967295,
    },
  },
  {
    command: 'ip rule show',
    type: 'RTM_NEWRULE', flags: ['NLM_F_MULTI'],
    bytes: `
      44000000 2000 0200 00000000 00000000                     # nlmsghdr
      02 00 10 00 00 00 00 07 00000000                         # fib_rule_hdr
      0800 0f00 00000000                                       # FRA_TABLE
      0800 0e00 ffffffff                                       # FRA_SUPPRESS_PREFIXLEN
      0500 1500 00 000000                                      # FRA_PROTOCOL
      0800 0600 bf020000                                       # FRA_PRIORITY
      0800 0200 0a050000                                       # FRA_SRC
    `,
    object: {
      family: 'inet', srcLen: 16, action: 'unreachable', fraTable: 0, suppressPrefixlen: 4294967295, protocol: 'unspec', priority: 703,
      src: '10.5.0.0',
    },
  },
  {
    command: 'ip rule show',
    type: 'RTM_NEWRULE', flags: ['NLM_F_MULTI'],
    bytes: `
      3c000000 2000 0200 00000000 00000000                     # nlmsghdr
      02 00 00 00 fe 00 00 01 00000000                         # fib_rule_hdr
      0800 0f00 fe000000                                       # FRA_TABLE
      0800 0e00 ffffffff                                       # FRA_SUPPRESS_PREFIXLEN
      0500 1500 02 000000                                      # FRA_PROTOCOL
      0800 0600 fe7f0000                                       # FRA_PRIORITY
    `,
    object: { family: 'inet', action: 'to_tbl', table: 254, fraTable: 254, suppressPrefixlen: 4294967295, protocol: 'kernel', priority: 32766 },
  },
  {
    command: 'ip rule show',
    type: 'RTM_NEWRULE', flags: ['NLM_F_MULTI'],
    bytes: `
      3c000000 2000 0200 00000000 00000000                     # nlmsghdr
      02 00 00 00 fd 00 00 01 00000000                         # fib_rule_hdr
      0800 0f00 fd000000                                       # FRA_TABLE
      0800 0e00 ffffffff                                       # FRA_SUPPRESS_PREFIXLEN
      0500 1500 02 000000                                      # FRA_PROTOCOL
      0800 0600 ff7f0000                                       # FRA_PRIORITY
    `,
    object: { family: 'inet', action: 'to_tbl', table: 253, fraTable: 253, suppressPrefixlen: 4294967295, protocol: 'kernel', priority: 32767 },
  },
  {
    command: 'ip -6 rule show',
    type: 'RTM_NEWRULE', flags: ['NLM_F_MULTI'],
    bytes: `
      34000000 2000 0200 00000000 00000000                     # nlmsghdr
      0a 00 00 00 ff 00 00 01 00000000                         # fib_rule_hdr
      0800 0f00 ff000000                                       # FRA_TABLE
      0800 0e00 ffffffff                                       # FRA_SUPPRESS_PREFIXLEN
      0500 1500 02 000000                                      # FRA_PROTOCOL
    `,
    object: { family: 'inet6', action: 'to_tbl', table: 255, fraTable: 255, suppressPrefixlen: 4294967295, protocol: 'kernel' },
  },
  {
    command: 'ip -6 rule show',
    type: 'RTM_NEWRULE', flags: ['NLM_F_MULTI'],
    bytes: `
      58000000 2000 0200 00000000 00000000                     # nlmsghdr
      0a 80 00 00 00 00 00 08 00000000                         # fib_rule_hdr
      0800 0f00 00000000                                       # FRA_TABLE
      0800 0e00 ffffffff                                       # FRA_SUPPRESS_PREFIXLEN
      0500 1500 00 000000                                      # FRA_PROTOCOL
      0700 0300 763000 00                                      # FRA_IIFNAME v0
      0800 0600 f5010000                                       # FRA_PRIORITY
      1400 0100 20010db8000100000000000000000001               # FRA_DST
    `,
    object: {
      family: 'inet6', dstLen: 128, action: 'prohibit', fraTable: 0, suppressPrefixlen: 4294967295, protocol: 'unspec', iifname: 'v0',
      priority: 501, dst: '2001:db8:1::1',
    },
  },
  {
    command: 'ip -6 rule show',
    type: 'RTM_NEWRULE', flags: ['NLM_F_MULTI'],
    bytes: `
      3c000000 2000 0200 00000000 00000000                     # nlmsghdr
      0a 00 00 00 fe 00 00 01 00000000                         # fib_rule_hdr
      0800 0f00 fe000000                                       # FRA_TABLE
      0800 0e00 ffffffff                                       # FRA_SUPPRESS_PREFIXLEN
      0500 1500 02 000000                                      # FRA_PROTOCOL
      0800 0600 fe7f0000                                       # FRA_PRIORITY
    `,
    object: { family: 'inet6', action: 'to_tbl', table: 254, fraTable: 254, suppressPrefixlen: 4294967295, protocol: 'kernel', priority: 32766 },
  },
]

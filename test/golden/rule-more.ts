// Rules of IPv6, deleting and listing; with the selectors that only iproute2 6.15 knows.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const ruleMore: readonly Fixture<typeof messages.rule>[] = [
  {
    command: 'ip -6 rule add from 2001:db8::/32 priority 500 table 100',
    type: 'RTM_NEWRULE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      38000000 2000 0506 00000000 00000000                     # nlmsghdr
      0a 00 20 00 64 00 00 01 00000000                         # fib_rule_hdr
      1400 0200 20010db8000000000000000000000000               # FRA_SRC
      0800 0600 f4010000                                       # FRA_PRIORITY
    `,
    object: { family: 'inet6', srcLen: 32, table: 100, action: 'to_tbl', src: '2001:db8::', priority: 500 },
  },
  {
    command: 'ip -6 rule add to 2001:db8:1::1 iif v0 priority 501 prohibit',
    type: 'RTM_NEWRULE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      40000000 2000 0506 00000000 00000000                     # nlmsghdr
      0a 80 00 00 00 00 00 08 00000000                         # fib_rule_hdr
      1400 0100 20010db8000100000000000000000001               # FRA_DST
      0700 0300 763000 00                                      # FRA_IIFNAME v0
      0800 0600 f5010000                                       # FRA_PRIORITY
    `,
    object: { family: 'inet6', dstLen: 128, action: 'prohibit', dst: '2001:db8:1::1', iifname: 'v0', priority: 501 },
  },
  {
    command: 'ip rule del from 192.168.15.0/24 table 100',
    type: 'RTM_DELRULE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      24000000 2100 0500 00000000 00000000                     # nlmsghdr
      02 00 18 00 64 00 00 00 00000000                         # fib_rule_hdr
      0800 0200 c0a80f00                                       # FRA_SRC
    `,
    object: { family: 'inet', srcLen: 24, table: 100, src: '192.168.15.0' },
  },
  {
    command: 'ip rule del priority 700',
    type: 'RTM_DELRULE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      24000000 2100 0500 00000000 00000000                     # nlmsghdr
      02 00 00 00 00 00 00 00 00000000                         # fib_rule_hdr
      0800 0600 bc020000                                       # FRA_PRIORITY
    `,
    object: { family: 'inet', priority: 700 },
  },
  {
    command: 'ip rule del priority 602 ipproto tcp sport 1000 dport 80-90 table 100',
    type: 'RTM_DELRULE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      3c000000 2100 0500 00000000 00000000                     # nlmsghdr
      02 00 00 00 64 00 00 00 00000000                         # fib_rule_hdr
      0800 0600 5a020000                                       # FRA_PRIORITY
      0500 1600 06 000000                                      # FRA_IP_PROTO
      0800 1700                                                # FRA_SPORT_RANGE
        e803 e803                                              #   fib_rule_port_range
      0800 1800                                                # FRA_DPORT_RANGE
        5000 5a00                                              #   fib_rule_port_range
    `,
    object: {
      family: 'inet', table: 100, priority: 602, ipProto: 'tcp', sportRange: { start: 1000, end: 1000 }, dportRange: { start: 80, end: 90 },
    },
  },
  {
    command: 'ip rule show',
    type: 'RTM_GETRULE', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      1c000000 2200 0103 00000000 00000000                     # nlmsghdr
      02 00 00 00 00 00 00 00 00000000                         # fib_rule_hdr
    `,
    object: { family: 'inet' },
  },
  {
    command: 'ip -6 rule show',
    type: 'RTM_GETRULE', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      1c000000 2200 0103 00000000 00000000                     # nlmsghdr
      0a 00 00 00 00 00 00 00 00000000                         # fib_rule_hdr
    `,
    object: { family: 'inet6' },
  },
  {
    command: 'ip rule add dscp 10 priority 800 table 100',
    type: 'RTM_NEWRULE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      2c000000 2000 0506 00000000 00000000                     # nlmsghdr
      02 00 00 00 64 00 00 01 00000000                         # fib_rule_hdr
      0500 1900 0a 000000                                      # FRA_DSCP
      0800 0600 20030000                                       # FRA_PRIORITY
    `,
    object: { family: 'inet', table: 100, action: 'to_tbl', dscp: 10, priority: 800 },
  },
  {
    command: 'ip rule add dscp 0x08/0x38 priority 801 table 100',
    type: 'RTM_NEWRULE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      34000000 2000 0506 00000000 00000000                     # nlmsghdr
      02 00 00 00 64 00 00 01 00000000                         # fib_rule_hdr
      0500 1900 08 000000                                      # FRA_DSCP
      0500 1e00 38 000000                                      # FRA_DSCP_MASK
      0800 0600 21030000                                       # FRA_PRIORITY
    `,
    object: { family: 'inet', table: 100, action: 'to_tbl', dscp: 8, dscpMask: 56, priority: 801 },
  },
  {
    command: 'ip rule add sport 80/0xfff0 dport 0x100/0xff00 ipproto udp priority 802 table 100',
    type: 'RTM_NEWRULE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      4c000000 2000 0506 00000000 00000000                     # nlmsghdr
      02 00 00 00 64 00 00 01 00000000                         # fib_rule_hdr
      0800 1700                                                # FRA_SPORT_RANGE
        5000 5000                                              #   fib_rule_port_range
      0600 1c00 f0ff 0000                                      # FRA_SPORT_MASK
      0800 1800                                                # FRA_DPORT_RANGE
        0001 0001                                              #   fib_rule_port_range
      0600 1d00 00ff 0000                                      # FRA_DPORT_MASK
      0500 1600 11 000000                                      # FRA_IP_PROTO
      0800 0600 22030000                                       # FRA_PRIORITY
    `,
    object: {
      family: 'inet', table: 100, action: 'to_tbl', sportRange: { start: 80, end: 80 }, sportMask: 65520,
      dportRange: { start: 256, end: 256 }, dportMask: 65280, ipProto: 'udp', priority: 802,
    },
  },
  {
    command: 'ip -6 rule add flowlabel 0x12345 priority 803 table 100',
    type: 'RTM_NEWRULE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      34000000 2000 0506 00000000 00000000                     # nlmsghdr
      0a 00 00 00 64 00 00 01 00000000                         # fib_rule_hdr
      0800 1a00 00012345                                       # FRA_FLOWLABEL
      0800 1b00 000fffff                                       # FRA_FLOWLABEL_MASK
      0800 0600 23030000                                       # FRA_PRIORITY
    `,
    object: { family: 'inet6', table: 100, action: 'to_tbl', flowlabel: 74565, flowlabelMask: 1048575, priority: 803 },
  },
  {
    command: 'ip -6 rule add flowlabel 0x1/0xff priority 804 table 100',
    type: 'RTM_NEWRULE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      34000000 2000 0506 00000000 00000000                     # nlmsghdr
      0a 00 00 00 64 00 00 01 00000000                         # fib_rule_hdr
      0800 1a00 00000001                                       # FRA_FLOWLABEL
      0800 1b00 000000ff                                       # FRA_FLOWLABEL_MASK
      0800 0600 24030000                                       # FRA_PRIORITY
    `,
    object: { family: 'inet6', table: 100, action: 'to_tbl', flowlabel: 1, flowlabelMask: 255, priority: 804 },
  },
  {
    command: 'ip rule add iif vrf9 priority 805 table 9',
    type: 'RTM_NEWRULE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      30000000 2000 0506 00000000 00000000                     # nlmsghdr
      02 00 00 00 09 00 00 01 00000000                         # fib_rule_hdr
      0900 0300 7672663900 000000                              # FRA_IIFNAME vrf9
      0800 0600 25030000                                       # FRA_PRIORITY
    `,
    object: { family: 'inet', table: 9, action: 'to_tbl', iifname: 'vrf9', priority: 805 },
  },
]

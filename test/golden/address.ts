// Adding, replacing, deleting and listing addresses.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const address: readonly Fixture<typeof messages.address>[] = [
  {
    command: 'ip address add 192.168.15.1/24 dev v0',
    type: 'RTM_NEWADDR', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      28000000 1400 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 03000000                                     # ifaddrmsg
      0800 0200 c0a80f01                                       # IFA_LOCAL
      0800 0100 c0a80f01                                       # IFA_ADDRESS
    `,
    object: { family: 'inet', prefixlen: 24, index: 3, local: '192.168.15.1', address: '192.168.15.1' },
  },
  {
    command: 'ip address add 10.1.0.1 dev v0',
    type: 'RTM_NEWADDR', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      28000000 1400 0506 00000000 00000000                     # nlmsghdr
      02 20 00 00 03000000                                     # ifaddrmsg
      0800 0200 0a010001                                       # IFA_LOCAL
      0800 0100 0a010001                                       # IFA_ADDRESS
    `,
    object: { family: 'inet', prefixlen: 32, index: 3, local: '10.1.0.1', address: '10.1.0.1' },
  },
  {
    command: 'ip address add 10.2.0.1/16 broadcast + dev v0 label v0:two scope link',
    type: 'RTM_NEWADDR', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      3c000000 1400 0506 00000000 00000000                     # nlmsghdr
      02 10 00 fd 03000000                                     # ifaddrmsg
      0800 0200 0a020001                                       # IFA_LOCAL
      0b00 0300 76303a74776f00 00                              # IFA_LABEL v0:two
      0800 0100 0a020001                                       # IFA_ADDRESS
      0800 0400 0a02ffff                                       # IFA_BROADCAST
    `,
    object: {
      family: 'inet', prefixlen: 16, scope: 'link', index: 3, local: '10.2.0.1', label: 'v0:two', address: '10.2.0.1',
      broadcast: '10.2.255.255',
    },
  },
  {
    command: 'ip address add 10.3.0.1/24 broadcast 10.3.0.254 dev v0 metric 50 noprefixroute',
    type: 'RTM_NEWADDR', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      40000000 1400 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 03000000                                     # ifaddrmsg
      0800 0200 0a030001                                       # IFA_LOCAL
      0800 0400 0a0300fe                                       # IFA_BROADCAST
      0800 0900 32000000                                       # IFA_RT_PRIORITY
      0800 0800 00020000                                       # IFA_FLAGS
      0800 0100 0a030001                                       # IFA_ADDRESS
    `,
    object: {
      family: 'inet', prefixlen: 24, index: 3, local: '10.3.0.1', broadcast: '10.3.0.254', rtPriority: 50, flags: ['noprefixroute'],
      address: '10.3.0.1',
    },
  },
  {
    command: 'ip address add 10.4.0.1 peer 10.4.0.2/32 dev v0',
    type: 'RTM_NEWADDR', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      28000000 1400 0506 00000000 00000000                     # nlmsghdr
      02 20 00 00 03000000                                     # ifaddrmsg
      0800 0200 0a040001                                       # IFA_LOCAL
      0800 0100 0a040002                                       # IFA_ADDRESS
    `,
    object: { family: 'inet', prefixlen: 32, index: 3, local: '10.4.0.1', address: '10.4.0.2' },
  },
  {
    command: 'ip address add 10.5.0.1/24 dev v0 valid_lft 600 preferred_lft 300',
    type: 'RTM_NEWADDR', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      3c000000 1400 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 03000000                                     # ifaddrmsg
      0800 0200 0a050001                                       # IFA_LOCAL
      0800 0100 0a050001                                       # IFA_ADDRESS
      1400 0600 2c010000580200000000000000000000               # IFA_CACHEINFO
    `,
    object: {
      family: 'inet', prefixlen: 24, index: 3, local: '10.5.0.1', address: '10.5.0.1', cacheinfo: { ifaPrefered: 300, ifaValid: 600 },
    },
  },
  {
    command: 'ip address add 2001:db8:6::1/64 anycast 2001:db8:6::9 dev v0',
    type: 'RTM_NEWADDR', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      54000000 1400 0506 00000000 00000000                     # nlmsghdr
      0a 40 00 00 03000000                                     # ifaddrmsg
      1400 0200 20010db8000600000000000000000001               # IFA_LOCAL
      1400 0500 20010db8000600000000000000000009               # IFA_ANYCAST
      1400 0100 20010db8000600000000000000000001               # IFA_ADDRESS
    `,
    object: { family: 'inet6', prefixlen: 64, index: 3, local: '2001:db8:6::1', anycast: '2001:db8:6::9', address: '2001:db8:6::1' },
  },
  {
    command: 'ip address add 2001:db8::1/64 dev v0',
    type: 'RTM_NEWADDR', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      40000000 1400 0506 00000000 00000000                     # nlmsghdr
      0a 40 00 00 03000000                                     # ifaddrmsg
      1400 0200 20010db8000000000000000000000001               # IFA_LOCAL
      1400 0100 20010db8000000000000000000000001               # IFA_ADDRESS
    `,
    object: { family: 'inet6', prefixlen: 64, index: 3, local: '2001:db8::1', address: '2001:db8::1' },
  },
  {
    command: 'ip address add 2001:db8:1::1/64 dev v0 nodad noprefixroute home mngtmpaddr metric 77',
    type: 'RTM_NEWADDR', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      50000000 1400 0506 00000000 00000000                     # nlmsghdr
      0a 40 00 00 03000000                                     # ifaddrmsg
      1400 0200 20010db8000100000000000000000001               # IFA_LOCAL
      0800 0900 4d000000                                       # IFA_RT_PRIORITY
      0800 0800 12030000                                       # IFA_FLAGS
      1400 0100 20010db8000100000000000000000001               # IFA_ADDRESS
    `,
    object: {
      family: 'inet6', prefixlen: 64, index: 3, local: '2001:db8:1::1', rtPriority: 77,
      flags: ['nodad', 'home', 'mngtmpaddr', 'noprefixroute'], address: '2001:db8:1::1',
    },
  },
  {
    command: 'ip address add 2001:db8:2::1 peer 2001:db8:2::2/128 dev v0 nodad',
    type: 'RTM_NEWADDR', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      40000000 1400 0506 00000000 00000000                     # nlmsghdr
      0a 80 02 00 03000000                                     # ifaddrmsg
      1400 0200 20010db8000200000000000000000001               # IFA_LOCAL
      1400 0100 20010db8000200000000000000000002               # IFA_ADDRESS
    `,
    object: { family: 'inet6', prefixlen: 128, ifaFlags: 2, index: 3, local: '2001:db8:2::1', address: '2001:db8:2::2' },
  },
  {
    command: 'ip address add 2001:db8:3::1/64 dev v0 valid_lft forever preferred_lft 0 nodad',
    type: 'RTM_NEWADDR', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      54000000 1400 0506 00000000 00000000                     # nlmsghdr
      0a 40 02 00 03000000                                     # ifaddrmsg
      1400 0200 20010db8000300000000000000000001               # IFA_LOCAL
      1400 0100 20010db8000300000000000000000001               # IFA_ADDRESS
      1400 0600 00000000ffffffff0000000000000000               # IFA_CACHEINFO
    `,
    object: {
      family: 'inet6', prefixlen: 64, ifaFlags: 2, index: 3, local: '2001:db8:3::1', address: '2001:db8:3::1',
      cacheinfo: { ifaValid: 4294967295 },
    },
  },
  {
    command: 'ip address add 2001:db8:4::1/64 dev v0 scope site optimistic',
    type: 'RTM_NEWADDR', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      40000000 1400 0506 00000000 00000000                     # nlmsghdr
      0a 40 04 c8 03000000                                     # ifaddrmsg
      1400 0200 20010db8000400000000000000000001               # IFA_LOCAL
      1400 0100 20010db8000400000000000000000001               # IFA_ADDRESS
    `,
    object: { family: 'inet6', prefixlen: 64, ifaFlags: 4, scope: 'site', index: 3, local: '2001:db8:4::1', address: '2001:db8:4::1' },
  },
  {
    command: 'ip address add ff05::7/128 dev v0 autojoin',
    type: 'RTM_NEWADDR', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      48000000 1400 0506 00000000 00000000                     # nlmsghdr
      0a 80 00 00 03000000                                     # ifaddrmsg
      1400 0200 ff050000000000000000000000000007               # IFA_LOCAL
      0800 0800 00040000                                       # IFA_FLAGS
      1400 0100 ff050000000000000000000000000007               # IFA_ADDRESS
    `,
    object: { family: 'inet6', prefixlen: 128, index: 3, local: 'ff05::7', flags: ['autojoin'], address: 'ff05::7' },
  },
  {
    command: 'ip address replace 10.5.0.1/24 dev v0 valid_lft 700 preferred_lft 400',
    type: 'RTM_NEWADDR', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_REPLACE', 'NLM_F_CREATE'],
    bytes: `
      3c000000 1400 0505 00000000 00000000                     # nlmsghdr
      02 18 00 00 03000000                                     # ifaddrmsg
      0800 0200 0a050001                                       # IFA_LOCAL
      0800 0100 0a050001                                       # IFA_ADDRESS
      1400 0600 90010000bc0200000000000000000000               # IFA_CACHEINFO
    `,
    object: {
      family: 'inet', prefixlen: 24, index: 3, local: '10.5.0.1', address: '10.5.0.1', cacheinfo: { ifaPrefered: 400, ifaValid: 700 },
    },
  },
  {
    command: 'ip address change 10.5.0.1/24 dev v0 valid_lft forever preferred_lft forever',
    type: 'RTM_NEWADDR', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_REPLACE'],
    bytes: `
      3c000000 1400 0501 00000000 00000000                     # nlmsghdr
      02 18 00 00 03000000                                     # ifaddrmsg
      0800 0200 0a050001                                       # IFA_LOCAL
      0800 0100 0a050001                                       # IFA_ADDRESS
      1400 0600 ffffffffffffffff0000000000000000               # IFA_CACHEINFO
    `,
    object: {
      family: 'inet', prefixlen: 24, index: 3, local: '10.5.0.1', address: '10.5.0.1',
      cacheinfo: { ifaPrefered: 4294967295, ifaValid: 4294967295 },
    },
  },
  {
    command: 'ip address del 192.168.15.1/24 dev v0',
    type: 'RTM_DELADDR', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      28000000 1500 0500 00000000 00000000                     # nlmsghdr
      02 18 00 00 03000000                                     # ifaddrmsg
      0800 0200 c0a80f01                                       # IFA_LOCAL
      0800 0100 c0a80f01                                       # IFA_ADDRESS
    `,
    object: { family: 'inet', prefixlen: 24, index: 3, local: '192.168.15.1', address: '192.168.15.1' },
  },
  {
    command: 'ip address del 2001:db8::1/64 dev v0',
    type: 'RTM_DELADDR', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      40000000 1500 0500 00000000 00000000                     # nlmsghdr
      0a 40 00 00 03000000                                     # ifaddrmsg
      1400 0200 20010db8000000000000000000000001               # IFA_LOCAL
      1400 0100 20010db8000000000000000000000001               # IFA_ADDRESS
    `,
    object: { family: 'inet6', prefixlen: 64, index: 3, local: '2001:db8::1', address: '2001:db8::1' },
  },
  {
    command: 'ip address show',
    type: 'RTM_GETADDR', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      18000000 1600 0103 00000000 00000000                     # nlmsghdr
      00 00 00 00 00000000                                     # ifaddrmsg
    `,
    object: {},
  },
  {
    command: 'ip address show dev v0',
    type: 'RTM_GETADDR', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      18000000 1600 0103 00000000 00000000                     # nlmsghdr
      00 00 00 00 03000000                                     # ifaddrmsg
    `,
    object: { index: 3 },
  },
  {
    command: 'ip -6 address show',
    type: 'RTM_GETADDR', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      18000000 1600 0103 00000000 00000000                     # nlmsghdr
      0a 00 00 00 00000000                                     # ifaddrmsg
    `,
    object: { family: 'inet6' },
  },
]

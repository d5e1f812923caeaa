// A dump of addresses.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const addressAnswers: readonly Fixture<typeof messages.address>[] = [
  {
    command: 'ip address show',
    type: 'RTM_NEWADDR', flags: ['NLM_F_MULTI'],
    bytes: `
      58000000 1400 0200 00000000 00000000                     # nlmsghdr
      02 10 80 fd 03000000                                     # ifaddrmsg
      0800 0100 0a020001                                       # IFA_ADDRESS
      0800 0200 0a020001                                       # IFA_LOCAL
      0800 0400 0a02ffff                                       # IFA_BROADCAST
      0b00 0300 76303a74776f00 00                              # IFA_LABEL v0:two
      0800 0800 80000000                                       # IFA_FLAGS
      1400 0600 ffffffffffffffff6dcf06006dcf0600               # IFA_CACHEINFO
    `,
    object: {
      family: 'inet', prefixlen: 16, ifaFlags: 128, scope: 'link', index: 3, address: '10.2.0.1', local: '10.2.0.1',
      broadcast: '10.2.255.255', label: 'v0:two', flags: ['permanent'],
      cacheinfo: { ifaPrefered: 4294967295, ifaValid: 4294967295, cstamp: 446317, tstamp: 446317 },
    },
  },
  {
    command: 'ip address show',
    type: 'RTM_NEWADDR', flags: ['NLM_F_MULTI'],
    bytes: `
      4c000000 1400 0200 00000000 00000000                     # nlmsghdr
      02 20 80 00 03000000                                     # ifaddrmsg
      0800 0100 0a010001                                       # IFA_ADDRESS
      0800 0200 0a010001                                       # IFA_LOCAL
      0700 0300 763000 00                                      # IFA_LABEL v0
      0800 0800 80000000                                       # IFA_FLAGS
      1400 0600 ffffffffffffffff6bcf06006bcf0600               # IFA_CACHEINFO
    `,
    object: {
      family: 'inet', prefixlen: 32, ifaFlags: 128, index: 3, address: '10.1.0.1', local: '10.1.0.1', label: 'v0', flags: ['permanent'],
      cacheinfo: { ifaPrefered: 4294967295, ifaValid: 4294967295, cstamp: 446315, tstamp: 446315 },
    },
  },
  {
    command: 'ip address show',
    type: 'RTM_NEWADDR', flags: ['NLM_F_MULTI'],
    bytes: `
      5c000000 1400 0200 00000000 00000000                     # nlmsghdr
      02 18 80 00 03000000                                     # ifaddrmsg
      0800 0100 0a030001                                       # IFA_ADDRESS
      0800 0200 0a030001                                       # IFA_LOCAL
      0800 0400 0a0300fe                                       # IFA_BROADCAST
      0700 0300 763000 00                                      # IFA_LABEL v0
      0800 0800 80020000                                       # IFA_FLAGS
      0800 0900 32000000                                       # IFA_RT_PRIORITY
      1400 0600 ffffffffffffffff7ecf06007ecf0600               # IFA_CACHEINFO
    `,
    object: {
      family: 'inet', prefixlen: 24, ifaFlags: 128, index: 3, address: '10.3.0.1', local: '10.3.0.1', broadcast: '10.3.0.254',
      label: 'v0', flags: ['permanent', 'noprefixroute'], rtPriority: 50,
      cacheinfo: { ifaPrefered: 4294967295, ifaValid: 4294967295, cstamp: 446334, tstamp: 446334 },
    },
  },
  {
    command: 'ip address show',
    type: 'RTM_NEWADDR', flags: ['NLM_F_MULTI'],
    bytes: `
      4c000000 1400 0200 00000000 00000000                     # nlmsghdr
      02 20 80 00 03000000                                     # ifaddrmsg
      0800 0100 0a040002                                       # IFA_ADDRESS
      0800 0200 0a040001                                       # IFA_LOCAL
      0700 0300 763000 00                                      # IFA_LABEL v0
      0800 0800 80000000                                       # IFA_FLAGS
      1400 0600 ffffffffffffffff80cf060080cf0600               # IFA_CACHEINFO
    `,
    object: {
      family: 'inet', prefixlen: 32, ifaFlags: 128, index: 3, address: '10.4.0.2', local: '10.4.0.1', label: 'v0', flags: ['permanent'],
      cacheinfo: { ifaPrefered: 4294967295, ifaValid: 4294967295, cstamp: 446336, tstamp: 446336 },
    },
  },
  {
    command: 'ip address show',
    type: 'RTM_NEWADDR', flags: ['NLM_F_MULTI'],
    bytes: `
      4c000000 1400 0200 00000000 00000000                     # nlmsghdr
      02 18 80 00 03000000                                     # ifaddrmsg
      0800 0100 0a050001                                       # IFA_ADDRESS
      0800 0200 0a050001                                       # IFA_LOCAL
      0700 0300 763000 00                                      # IFA_LABEL v0
      0800 0800 80000000                                       # IFA_FLAGS
      1400 0600 ffffffffffffffff81cf060095cf0600               # IFA_CACHEINFO
    `,
    object: {
      family: 'inet', prefixlen: 24, ifaFlags: 128, index: 3, address: '10.5.0.1', local: '10.5.0.1', label: 'v0', flags: ['permanent'],
      cacheinfo: { ifaPrefered: 4294967295, ifaValid: 4294967295, cstamp: 446337, tstamp: 446357 },
    },
  },
  {
    command: 'ip address show',
    type: 'RTM_NEWADDR', flags: ['NLM_F_MULTI'],
    bytes: `
      50000000 1400 0200 00000000 00000000                     # nlmsghdr
      0a 40 80 fd 02000000                                     # ifaddrmsg
      1400 0100 fe80000000000000282903fffec3db98               # IFA_ADDRESS
      1400 0600 ffffffffffffffff5bcf06005bcf0600               # IFA_CACHEINFO
      0800 0800 80000000                                       # IFA_FLAGS
      0500 0b00 03 000000                                      # IFA_PROTO
    `,
    object: {
      family: 'inet6', prefixlen: 64, ifaFlags: 128, scope: 'link', index: 2, address: 'fe80::2829:3ff:fec3:db98',
      cacheinfo: { ifaPrefered: 4294967295, ifaValid: 4294967295, cstamp: 446299, tstamp: 446299 }, flags: ['permanent'],
      proto: 'kernel_ll',
    },
  },
  {
    command: 'ip address show',
    type: 'RTM_NEWADDR', flags: ['NLM_F_MULTI'],
    bytes: `
      48000000 1400 0200 00000000 00000000                     # nlmsghdr
      0a 40 c0 00 03000000                                     # ifaddrmsg
      1400 0100 20010db8000400000000000000000001               # IFA_ADDRESS
      1400 0600 ffffffffffffffff91cf060091cf0600               # IFA_CACHEINFO
      0800 0800 c0000000                                       # IFA_FLAGS
    `,
    object: {
      family: 'inet6', prefixlen: 64, ifaFlags: 192, index: 3, address: '2001:db8:4::1',
      cacheinfo: { ifaPrefered: 4294967295, ifaValid: 4294967295, cstamp: 446353, tstamp: 446353 }, flags: ['tentative', 'permanent'],
    },
  },
  {
    command: 'ip address show',
    type: 'RTM_NEWADDR', flags: ['NLM_F_MULTI'],
    bytes: `
      48000000 1400 0200 00000000 00000000                     # nlmsghdr
      0a 40 a2 00 03000000                                     # ifaddrmsg
      1400 0100 20010db8000300000000000000000001               # IFA_ADDRESS
      1400 0600 00000000ffffffff88cf060088cf0600               # IFA_CACHEINFO
      0800 0800 a2000000                                       # IFA_FLAGS
    `,
    object: {
      family: 'inet6', prefixlen: 64, ifaFlags: 162, index: 3, address: '2001:db8:3::1',
      cacheinfo: { ifaValid: 4294967295, cstamp: 446344, tstamp: 446344 }, flags: ['nodad', 'deprecated', 'permanent'],
    },
  },
  {
    command: 'ip address show',
    type: 'RTM_NEWADDR', flags: ['NLM_F_MULTI'],
    bytes: `
      5c000000 1400 0200 00000000 00000000                     # nlmsghdr
      0a 80 82 00 03000000                                     # ifaddrmsg
      1400 0200 20010db8000200000000000000000001               # IFA_LOCAL
      1400 0100 20010db8000200000000000000000002               # IFA_ADDRESS
      1400 0600 ffffffffffffffff86cf060086cf0600               # IFA_CACHEINFO
      0800 0800 82000000                                       # IFA_FLAGS
    `,
    object: {
      family: 'inet6', prefixlen: 128, ifaFlags: 130, index: 3, local: '2001:db8:2::1', address: '2001:db8:2::2',
      cacheinfo: { ifaPrefered: 4294967295, ifaValid: 4294967295, cstamp: 446342, tstamp: 446342 }, flags: ['nodad', 'permanent'],
    },
  },
  {
    command: 'ip address show',
    type: 'RTM_NEWADDR', flags: ['NLM_F_MULTI'],
    bytes: `
      50000000 1400 0200 00000000 00000000                     # nlmsghdr
      0a 40 92 00 03000000                                     # ifaddrmsg
      1400 0100 20010db8000100000000000000000001               # IFA_ADDRESS
      0800 0900 4d000000                                       # IFA_RT_PRIORITY
      1400 0600 ffffffffffffffff85cf060085cf0600               # IFA_CACHEINFO
      0800 0800 92030000                                       # IFA_FLAGS
    `,
    object: {
      family: 'inet6', prefixlen: 64, ifaFlags: 146, index: 3, address: '2001:db8:1::1', rtPriority: 77,
      cacheinfo: { ifaPrefered: 4294967295, ifaValid: 4294967295, cstamp: 446341, tstamp: 446341 },
      flags: ['nodad', 'home', 'permanent', 'mngtmpaddr', 'noprefixroute'],
    },
  },
  {
    command: 'ip address show',
    type: 'RTM_NEWADDR', flags: ['NLM_F_MULTI'],
    bytes: `
      48000000 1400 0200 00000000 00000000                     # nlmsghdr
      0a 40 c0 00 03000000                                     # ifaddrmsg
      1400 0100 20010db8000600000000000000000001               # IFA_ADDRESS
      1400 0600 ffffffffffffffff82cf060082cf0600               # IFA_CACHEINFO
      0800 0800 c0000000                                       # IFA_FLAGS
    `,
    object: {
      family: 'inet6', prefixlen: 64, ifaFlags: 192, index: 3, address: '2001:db8:6::1',
      cacheinfo: { ifaPrefered: 4294967295, ifaValid: 4294967295, cstamp: 446338, tstamp: 446338 }, flags: ['tentative', 'permanent'],
    },
  },
  {
    command: 'ip address show',
    type: 'RTM_NEWADDR', flags: ['NLM_F_MULTI'],
    bytes: `
      48000000 1400 0200 00000000 00000000                     # nlmsghdr
      0a 80 c0 c8 03000000                                     # ifaddrmsg
      1400 0100 ff050000000000000000000000000007               # IFA_ADDRESS
      1400 0600 ffffffffffffffff93cf060093cf0600               # IFA_CACHEINFO
      0800 0800 c0040000                                       # IFA_FLAGS
    `,
    object: {
      family: 'inet6', prefixlen: 128, ifaFlags: 192, scope: 'site', index: 3, address: 'ff05::7',
      cacheinfo: { ifaPrefered: 4294967295, ifaValid: 4294967295, cstamp: 446355, tstamp: 446355 },
      flags: ['tentative', 'permanent', 'autojoin'],
    },
  },
  {
    command: 'ip address show',
    type: 'RTM_NEWADDR', flags: ['NLM_F_MULTI'],
    bytes: `
      50000000 1400 0200 00000000 00000000                     # nlmsghdr
      0a 40 80 fd 03000000                                     # ifaddrmsg
      1400 0100 fe8000000000000030949afffeceb2a2               # IFA_ADDRESS
      1400 0600 ffffffffffffffff5bcf06005bcf0600               # IFA_CACHEINFO
      0800 0800 80000000                                       # IFA_FLAGS
      0500 0b00 03 000000                                      # IFA_PROTO
    `,
    object: {
      family: 'inet6', prefixlen: 64, ifaFlags: 128, scope: 'link', index: 3, address: 'fe80::3094:9aff:fece:b2a2',
      cacheinfo: { ifaPrefered: 4294967295, ifaValid: 4294967295, cstamp: 446299, tstamp: 446299 }, flags: ['permanent'],
      proto: 'kernel_ll',
    },
  },
]

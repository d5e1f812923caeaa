// Address labels, as the kernel (Linux 6.12) shows them.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const addressLabelAnswers: readonly Fixture<typeof messages.addressLabel>[] = [
  {
    command: 'ip addrlabel list',
    type: 'RTM_NEWADDRLABEL', flags: ['NLM_F_MULTI'],
    bytes: `
      38000000 4800 0200 00000000 00000000                     # nlmsghdr
      0a 00 80 00 00000000 0b000000                            # ifaddrlblmsg
      1400 0100 00000000000000000000000000000001               # IFAL_ADDRESS
      0800 0200 00000000                                       # IFAL_LABEL
    `,
    object: { family: 'inet6', prefixlen: 128, seq: 11, address: '::1', label: 0 },
  },
  {
    command: 'ip addrlabel list',
    type: 'RTM_NEWADDRLABEL', flags: ['NLM_F_MULTI'],
    bytes: `
      38000000 4800 0200 00000000 00000000                     # nlmsghdr
      0a 00 60 00 00000000 0b000000                            # ifaddrlblmsg
      1400 0100 00000000000000000000000000000000               # IFAL_ADDRESS
      0800 0200 03000000                                       # IFAL_LABEL
    `,
    object: { family: 'inet6', prefixlen: 96, seq: 11, address: '::', label: 3 },
  },
  {
    command: 'ip addrlabel list',
    type: 'RTM_NEWADDRLABEL', flags: ['NLM_F_MULTI'],
    bytes: `
      38000000 4800 0200 00000000 00000000                     # nlmsghdr
      0a 00 60 00 00000000 0b000000                            # ifaddrlblmsg
      1400 0100 00000000000000000000ffff00000000               # IFAL_ADDRESS
      0800 0200 04000000                                       # IFAL_LABEL
    `,
    object: { family: 'inet6', prefixlen: 96, seq: 11, address: '::ffff:0.0.0.0', label: 4 },
  },
  {
    command: 'ip addrlabel list',
    type: 'RTM_NEWADDRLABEL', flags: ['NLM_F_MULTI'],
    bytes: `
      38000000 4800 0200 00000000 00000000                     # nlmsghdr
      0a 00 30 00 02000000 0b000000                            # ifaddrlblmsg
      1400 0100 20010db8000100000000000000000000               # IFAL_ADDRESS
      0800 0200 4e000000                                       # IFAL_LABEL
    `,
    object: { family: 'inet6', prefixlen: 48, index: 2, seq: 11, address: '2001:db8:1::', label: 78 },
  },
  {
    command: 'ip addrlabel list',
    type: 'RTM_NEWADDRLABEL', flags: ['NLM_F_MULTI'],
    bytes: `
      38000000 4800 0200 00000000 00000000                     # nlmsghdr
      0a 00 20 00 00000000 0b000000                            # ifaddrlblmsg
      1400 0100 20010000000000000000000000000000               # IFAL_ADDRESS
      0800 0200 06000000                                       # IFAL_LABEL
    `,
    object: { family: 'inet6', prefixlen: 32, seq: 11, address: '2001::', label: 6 },
  },
  {
    command: 'ip addrlabel list',
    type: 'RTM_NEWADDRLABEL', flags: ['NLM_F_MULTI'],
    bytes: `
      38000000 4800 0200 00000000 00000000                     # nlmsghdr
      0a 00 1c 00 00000000 0b000000                            # ifaddrlblmsg
      1400 0100 20010010000000000000000000000000               # IFAL_ADDRESS
      0800 0200 07000000                                       # IFAL_LABEL
    `,
    object: { family: 'inet6', prefixlen: 28, seq: 11, address: '2001:10::', label: 7 },
  },
  {
    command: 'ip addrlabel list',
    type: 'RTM_NEWADDRLABEL', flags: ['NLM_F_MULTI'],
    bytes: `
      38000000 4800 0200 00000000 00000000                     # nlmsghdr
      0a 00 10 00 00000000 0b000000                            # ifaddrlblmsg
      1400 0100 3ffe0000000000000000000000000000               # IFAL_ADDRESS
      0800 0200 0c000000                                       # IFAL_LABEL
    `,
    object: { family: 'inet6', prefixlen: 16, seq: 11, address: '3ffe::', label: 12 },
  },
  {
    command: 'ip addrlabel list',
    type: 'RTM_NEWADDRLABEL', flags: ['NLM_F_MULTI'],
    bytes: `
      38000000 4800 0200 00000000 00000000                     # nlmsghdr
      0a 00 10 00 00000000 0b000000                            # ifaddrlblmsg
      1400 0100 20020000000000000000000000000000               # IFAL_ADDRESS
      0800 0200 02000000                                       # IFAL_LABEL
    `,
    object: { family: 'inet6', prefixlen: 16, seq: 11, address: '2002::', label: 2 },
  },
  {
    command: 'ip addrlabel list',
    type: 'RTM_NEWADDRLABEL', flags: ['NLM_F_MULTI'],
    bytes: `
      38000000 4800 0200 00000000 00000000                     # nlmsghdr
      0a 00 0a 00 00000000 0b000000                            # ifaddrlblmsg
      1400 0100 fec00000000000000000000000000000               # IFAL_ADDRESS
      0800 0200 0b000000                                       # IFAL_LABEL
    `,
    object: { family: 'inet6', prefixlen: 10, seq: 11, address: 'fec0::', label: 11 },
  },
  {
    command: 'ip addrlabel list',
    type: 'RTM_NEWADDRLABEL', flags: ['NLM_F_MULTI'],
    bytes: `
      38000000 4800 0200 00000000 00000000                     # nlmsghdr
      0a 00 07 00 00000000 0b000000                            # ifaddrlblmsg
      1400 0100 fc000000000000000000000000000000               # IFAL_ADDRESS
      0800 0200 05000000                                       # IFAL_LABEL
    `,
    object: { family: 'inet6', prefixlen: 7, seq: 11, address: 'fc00::', label: 5 },
  },
  {
    command: 'ip addrlabel list',
    type: 'RTM_NEWADDRLABEL', flags: ['NLM_F_MULTI'],
    bytes: `
      38000000 4800 0200 00000000 00000000                     # nlmsghdr
      0a 00 00 00 00000000 0b000000                            # ifaddrlblmsg
      1400 0100 00000000000000000000000000000000               # IFAL_ADDRESS
      0800 0200 01000000                                       # IFAL_LABEL
    `,
    object: { family: 'inet6', seq: 11, address: '::', label: 1 },
  },
]

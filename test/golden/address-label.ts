// Address labels, as ip(8) asks for them.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const addressLabel: readonly Fixture<typeof messages.addressLabel>[] = [
  {
    command: 'ip addrlabel add prefix 2001:db8::/32 label 77',
    type: 'RTM_NEWADDRLABEL', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      38000000 4800 0506 00000000 00000000                     # nlmsghdr
      0a 00 20 00 00000000 00000000                            # ifaddrlblmsg
      0800 0200 4d000000                                       # IFAL_LABEL
      1400 0100 20010db8000000000000000000000000               # IFAL_ADDRESS
    `,
    object: { family: 'inet6', prefixlen: 32, label: 77, address: '2001:db8::' },
  },
  {
    command: 'ip addrlabel add prefix 2001:db8:1::/48 dev v0 label 78',
    type: 'RTM_NEWADDRLABEL', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      38000000 4800 0506 00000000 00000000                     # nlmsghdr
      0a 00 30 00 02000000 00000000                            # ifaddrlblmsg
      0800 0200 4e000000                                       # IFAL_LABEL
      1400 0100 20010db8000100000000000000000000               # IFAL_ADDRESS
    `,
    object: { family: 'inet6', prefixlen: 48, index: 2, label: 78, address: '2001:db8:1::' },
  },
  {
    command: 'ip addrlabel del prefix 2001:db8::/32 label 77',
    type: 'RTM_DELADDRLABEL', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      38000000 4900 0500 00000000 00000000                     # nlmsghdr
      0a 00 20 00 00000000 00000000                            # ifaddrlblmsg
      0800 0200 4d000000                                       # IFAL_LABEL
      1400 0100 20010db8000000000000000000000000               # IFAL_ADDRESS
    `,
    object: { family: 'inet6', prefixlen: 32, label: 77, address: '2001:db8::' },
  },
  {
    command: 'ip addrlabel list',
    type: 'RTM_GETADDRLABEL', flags: ['NLM_F_REQUEST', 'NLM_F_DUMP'],
    bytes: `
      1c000000 4a00 0103 00000000 00000000                     # nlmsghdr
      0a 00 00 00 00000000 00000000                            # ifaddrlblmsg
    `,
    object: { family: 'inet6' },
  },
]

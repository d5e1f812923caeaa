// IPv4's settings on a link, which no command of iproute2 sends: derived from linux/if_link.h, linux/ip.h and inet_validate_link_af,
// which wants each setting as four bytes under its constant's number.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const linkConf: readonly Fixture<typeof messages.linkConf>[] = [
  {
    command: 'set forwarding, rp_filter and arp_ignore of link 10',
    type: 'RTM_NEWLINK', flags: ['NLM_F_REQUEST', 'NLM_F_ACK'],
    bytes: `
      44000000 1000 0500 00000000 00000000                # nlmsghdr
      00 00 0000 0a000000 00000000 00000000               # ifinfomsg
      2400 1a00                                           # IFLA_AF_SPEC
        2000 0200                                         #   AF_INET
          1c00 0100                                       #     IFLA_INET_CONF
            0800 0100 01000000                            #       IPV4_DEVCONF_FORWARDING
            0800 0800 02000000                            #       IPV4_DEVCONF_RP_FILTER
            0800 1300 01000000                            #       IPV4_DEVCONF_ARP_IGNORE
    `,
    object: { index: 10, afSpec: { inet: { conf: { forwarding: 1, rpFilter: 2, arpIgnore: 1 } } } },
  },
]

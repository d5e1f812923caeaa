// Programs that see the packets of a route; p.o has one, in its section main.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const routeBpf: readonly Fixture<typeof messages.route>[] = [
  {
    command: 'ip route add 10.30.20.0/24 encap bpf headroom 14 in obj p.o section main xmit obj p.o section main dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      78000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 fd 01 00000000                         # rtmsg
      0800 0100 0a1e1400                                       # RTA_DST
      4400 1680                                                # RTA_ENCAP
        0800 0400 0e000000                                     #   LWT_BPF_XMIT_HEADROOM
        1c00 0180                                              #   LWT_BPF_IN
          0800 0100 06000000                                   #     LWT_BPF_PROG_FD
          0f00 0200 702e6f3a5b6d61696e5d00 00                  #     LWT_BPF_PROG_NAME p.o:[main]
        1c00 0380                                              #   LWT_BPF_XMIT
          0800 0100 08000000                                   #     LWT_BPF_PROG_FD
          0f00 0200 702e6f3a5b6d61696e5d00 00                  #     LWT_BPF_PROG_NAME p.o:[main]
      0600 1500 0600 0000                                      # RTA_ENCAP_TYPE
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', scope: 'link', dst: '10.30.20.0',
      encap: { xmitHeadroom: 14, in: { fd: 6, name: 'p.o:[main]' }, xmit: { fd: 8, name: 'p.o:[main]' } }, type: 'unicast',
      encapType: 'bpf', oif: 2,
    },
  },
  {
    command: 'ip -6 route add fc00:1::b encap seg6local action End.BPF endpoint obj p.o section main dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      68000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 80 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 fc00000100000000000000000000000b               # RTA_DST
      2800 1680                                                # RTA_ENCAP
        0800 0100 0f000000                                     #   SEG6_LOCAL_ACTION
        1c00 0880                                              #   SEG6_LOCAL_BPF
          0800 0100 06000000                                   #     SEG6_LOCAL_BPF_PROG
          0f00 0200 702e6f3a5b6d61696e5d00 00                  #     SEG6_LOCAL_BPF_PROG_NAME p.o:[main]
      0600 1500 0700 0000                                      # RTA_ENCAP_TYPE
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet6', dstLen: 128, rtmTable: 254, protocol: 'boot', dst: 'fc00:1::b',
      encap: { action: 'End.BPF', bpf: { prog: 6, progName: 'p.o:[main]' } }, type: 'unicast', encapType: 'seg6local', oif: 2,
    },
  },
]

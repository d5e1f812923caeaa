// Programs of routes, as the kernel (Linux 6.12) shows them.

import { messages } from '../../lib/schema/messages.ts'
import { type Fixture } from './golden.ts'

export const bpfAnswers: readonly Fixture<typeof messages.route>[] = [
  {
    command: 'ip route show 10.30.20.0/24',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      68000000 1800 2200 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 fd 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      0800 0100 0a1e1400                                       # RTA_DST
      0800 0400 02000000                                       # RTA_OIF
      2c00 1600                                                # RTA_ENCAP
        1400 0100                                              #   LWT_BPF_IN
          0f00 0200 702e6f3a5b6d61696e5d00 00                  #     LWT_BPF_PROG_NAME p.o:[main]
        1400 0300                                              #   LWT_BPF_XMIT
          0f00 0200 702e6f3a5b6d61696e5d00 00                  #     LWT_BPF_PROG_NAME p.o:[main]
      0600 1500 0600 0000                                      # RTA_ENCAP_TYPE
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', scope: 'link', table: 254, dst: '10.30.20.0', oif: 2,
      encap: { in: { name: 'p.o:[main]' }, xmit: { name: 'p.o:[main]' } }, type: 'unicast', encapType: 'bpf',
    },
  },
  {
    command: 'ip -6 route show fc00:1::b',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      a4000000 1800 2200 00000000 00000000                     # nlmsghdr
      0a 80 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      1400 0100 fc00000100000000000000000000000b               # RTA_DST
      0800 0600 00040000                                       # RTA_PRIORITY
      0800 0400 02000000                                       # RTA_OIF
      2800 1600                                                # RTA_ENCAP
        0800 0100 0f000000                                     #   SEG6_LOCAL_ACTION
        1c00 0800                                              #   SEG6_LOCAL_BPF
          0800 0100 0a000000                                   #     SEG6_LOCAL_BPF_PROG
          0f00 0200 702e6f3a5b6d61696e5d00 00                  #     SEG6_LOCAL_BPF_PROG_NAME p.o:[main]
      0600 1500 0700 0000                                      # RTA_ENCAP_TYPE
      2400 0c00                                                # RTA_CACHEINFO
                                                               #   rta_cacheinfo
          00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0500 1400 00 000000                                      # RTA_PREF
    `,
    object: {
      family: 'inet6', dstLen: 128, rtmTable: 254, protocol: 'boot', table: 254, dst: 'fc00:1::b', priority: 1024, oif: 2,
      encap: { action: 'End.BPF', bpf: { prog: 10, progName: 'p.o:[main]' } }, type: 'unicast', encapType: 'seg6local', cacheinfo: {},
      pref: 'medium',
    },
  },
]

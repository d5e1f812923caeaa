// Segment routing, as the kernel (Linux 6.12) shows it.

import { messages } from '../../lib/schema/messages.ts'
import { hex, type Fixture } from './golden.ts'

export const seg6Answers: readonly Fixture<typeof messages.route>[] = [
  {
    command: 'ip -6 route show root 2001:db8:300::/40',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      b0000000 1800 2200 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      1400 0100 20010db8030000000000000000000000               # RTA_DST
      0800 0600 00040000                                       # RTA_PRIORITY
      0800 0400 02000000                                       # RTA_OIF
      3400 1600                                                # RTA_ENCAP
        3000 0100                                              #   SEG6_IPTUNNEL_SRH
                                                               #     seg6_iptunnel_encap
            01000000 00040401 01000000 fc000000 00000000 00000000 00000002 fc000000 00000000 00000000 00000001
      0600 1500 0500 0000                                      # RTA_ENCAP_TYPE
      2400 0c00                                                # RTA_CACHEINFO
                                                               #   rta_cacheinfo
          00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0500 1400 00 000000                                      # RTA_PREF
    `,
    object: {
      family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', table: 254, dst: '2001:db8:300::', priority: 1024, oif: 2,
      encap: { srh: { mode: 'encap', srh: hex('0004040101000000fc000000000000000000000000000002fc000000000000000000000000000001') } },
      type: 'unicast', encapType: 'seg6', cacheinfo: {}, pref: 'medium',
    },
  },
  {
    command: 'ip -6 route show root 2001:db8:300::/40',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      c0000000 1800 2200 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      1400 0100 20010db8030100000000000000000000               # RTA_DST
      0800 0600 00040000                                       # RTA_PRIORITY
      0800 0400 02000000                                       # RTA_OIF
      4400 1600                                                # RTA_ENCAP
        4000 0100                                              #   SEG6_IPTUNNEL_SRH
                                                               #     seg6_iptunnel_encap
            00000000 00060402 02000000 00000000 00000000 00000000 00000000 fc000000 00000000 00000000 00000002 fc000000
            00000000 00000000 00000001
      0600 1500 0500 0000                                      # RTA_ENCAP_TYPE
      2400 0c00                                                # RTA_CACHEINFO
                                                               #   rta_cacheinfo
          00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0500 1400 00 000000                                      # RTA_PREF
    `,
    object: {
      family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', table: 254, dst: '2001:db8:301::', priority: 1024, oif: 2,
      encap: {
        srh: { srh: hex('000604020200000000000000000000000000000000000000fc000000000000000000000000000002fc000000000000000000000000000001') },
      },
      type: 'unicast', encapType: 'seg6', cacheinfo: {}, pref: 'medium',
    },
  },
  {
    command: 'ip -6 route show root 2001:db8:300::/40',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      d8000000 1800 2200 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      1400 0100 20010db8030300000000000000000000               # RTA_DST
      0800 0600 00040000                                       # RTA_PRIORITY
      0800 0400 02000000                                       # RTA_OIF
      5c00 1600                                                # RTA_ENCAP
        5800 0100                                              #   SEG6_IPTUNNEL_SRH
                                                               #     seg6_iptunnel_encap
            01000000 00090401 01080000 fc000000 00000000 00000000 00000002 fc000000 00000000 00000000 00000001 05260000
            00001234 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0600 1500 0500 0000                                      # RTA_ENCAP_TYPE
      2400 0c00                                                # RTA_CACHEINFO
                                                               #   rta_cacheinfo
          00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0500 1400 00 000000                                      # RTA_PREF
    `,
    object: {
      family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', table: 254, dst: '2001:db8:303::', priority: 1024, oif: 2,
      encap: {
        srh: {
          mode: 'encap',
          srh: hex('0009040101080000fc000000000000000000000000000002fc00000000000000000000000000000105260000000012340000000000000000000000000000000000000000000000000000000000000000'),
        },
      },
      type: 'unicast', encapType: 'seg6', cacheinfo: {}, pref: 'medium',
    },
  },
  {
    command: 'ip -6 route show root fc00:1::/64',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      b0000000 1800 2200 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      1400 0100 20010db8030000000000000000000000               # RTA_DST
      0800 0600 00040000                                       # RTA_PRIORITY
      0800 0400 02000000                                       # RTA_OIF
      3400 1600                                                # RTA_ENCAP
        3000 0100                                              #   SEG6_IPTUNNEL_SRH
                                                               #     seg6_iptunnel_encap
            01000000 00040401 01000000 fc000000 00000000 00000000 00000002 fc000000 00000000 00000000 00000001
      0600 1500 0500 0000                                      # RTA_ENCAP_TYPE
      2400 0c00                                                # RTA_CACHEINFO
                                                               #   rta_cacheinfo
          00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0500 1400 00 000000                                      # RTA_PREF
    `,
    object: {
      family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', table: 254, dst: '2001:db8:300::', priority: 1024, oif: 2,
      encap: { srh: { mode: 'encap', srh: hex('0004040101000000fc000000000000000000000000000002fc000000000000000000000000000001') } },
      type: 'unicast', encapType: 'seg6', cacheinfo: {}, pref: 'medium',
    },
  },
  {
    command: 'ip -6 route show root fc00:1::/64',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      c0000000 1800 2200 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      1400 0100 20010db8030100000000000000000000               # RTA_DST
      0800 0600 00040000                                       # RTA_PRIORITY
      0800 0400 02000000                                       # RTA_OIF
      4400 1600                                                # RTA_ENCAP
        4000 0100                                              #   SEG6_IPTUNNEL_SRH
                                                               #     seg6_iptunnel_encap
            00000000 00060402 02000000 00000000 00000000 00000000 00000000 fc000000 00000000 00000000 00000002 fc000000
            00000000 00000000 00000001
      0600 1500 0500 0000                                      # RTA_ENCAP_TYPE
      2400 0c00                                                # RTA_CACHEINFO
                                                               #   rta_cacheinfo
          00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0500 1400 00 000000                                      # RTA_PREF
    `,
    object: {
      family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', table: 254, dst: '2001:db8:301::', priority: 1024, oif: 2,
      encap: {
        srh: { srh: hex('000604020200000000000000000000000000000000000000fc000000000000000000000000000002fc000000000000000000000000000001') },
      },
      type: 'unicast', encapType: 'seg6', cacheinfo: {}, pref: 'medium',
    },
  },
  {
    command: 'ip -6 route show root fc00:1::/64',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      d8000000 1800 2200 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      1400 0100 20010db8030300000000000000000000               # RTA_DST
      0800 0600 00040000                                       # RTA_PRIORITY
      0800 0400 02000000                                       # RTA_OIF
      5c00 1600                                                # RTA_ENCAP
        5800 0100                                              #   SEG6_IPTUNNEL_SRH
                                                               #     seg6_iptunnel_encap
            01000000 00090401 01080000 fc000000 00000000 00000000 00000002 fc000000 00000000 00000000 00000001 05260000
            00001234 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0600 1500 0500 0000                                      # RTA_ENCAP_TYPE
      2400 0c00                                                # RTA_CACHEINFO
                                                               #   rta_cacheinfo
          00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0500 1400 00 000000                                      # RTA_PREF
    `,
    object: {
      family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', table: 254, dst: '2001:db8:303::', priority: 1024, oif: 2,
      encap: {
        srh: {
          mode: 'encap',
          srh: hex('0009040101080000fc000000000000000000000000000002fc00000000000000000000000000000105260000000012340000000000000000000000000000000000000000000000000000000000000000'),
        },
      },
      type: 'unicast', encapType: 'seg6', cacheinfo: {}, pref: 'medium',
    },
  },
  {
    command: 'ip -6 route show root fc00:1::/64',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      b0000000 1800 2200 00000000 00000000                     # nlmsghdr
      0a 80 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      1400 0100 fc000001000000000000000000000001               # RTA_DST
      0800 0600 00040000                                       # RTA_PRIORITY
      0800 0400 02000000                                       # RTA_OIF
      3400 1600                                                # RTA_ENCAP
        0800 0100 01000000                                     #   SEG6_LOCAL_ACTION
        2800 0a80                                              #   SEG6_LOCAL_COUNTERS
          0c00 0200 0000000000000000                           #     SEG6_LOCAL_CNT_PACKETS
          0c00 0300 0000000000000000                           #     SEG6_LOCAL_CNT_BYTES
          0c00 0400 0000000000000000                           #     SEG6_LOCAL_CNT_ERRORS
      0600 1500 0700 0000                                      # RTA_ENCAP_TYPE
      2400 0c00                                                # RTA_CACHEINFO
                                                               #   rta_cacheinfo
          00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0500 1400 00 000000                                      # RTA_PREF
    `,
    object: {
      family: 'inet6', dstLen: 128, rtmTable: 254, protocol: 'boot', table: 254, dst: 'fc00:1::1', priority: 1024, oif: 2,
      encap: { action: 'End', counters: { packets: 0, bytes: 0, errors: 0 } }, type: 'unicast', encapType: 'seg6local', cacheinfo: {},
      pref: 'medium',
    },
  },
  {
    command: 'ip -6 route show root fc00:1::/64',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      90000000 1800 2200 00000000 00000000                     # nlmsghdr
      0a 80 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      1400 0100 fc000001000000000000000000000008               # RTA_DST
      0800 0600 00040000                                       # RTA_PRIORITY
      0800 0400 03000000                                       # RTA_OIF
      1400 1600                                                # RTA_ENCAP
        0800 0100 08000000                                     #   SEG6_LOCAL_ACTION
        0800 0900 09000000                                     #   SEG6_LOCAL_VRFTABLE
      0600 1500 0700 0000                                      # RTA_ENCAP_TYPE
      2400 0c00                                                # RTA_CACHEINFO
                                                               #   rta_cacheinfo
          00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0500 1400 00 000000                                      # RTA_PREF
    `,
    object: {
      family: 'inet6', dstLen: 128, rtmTable: 254, protocol: 'boot', table: 254, dst: 'fc00:1::8', priority: 1024, oif: 3,
      encap: { action: 'End.DT4', vrftable: 9 }, type: 'unicast', encapType: 'seg6local', cacheinfo: {}, pref: 'medium',
    },
  },
  {
    command: 'ip -6 route show root fc00:1::/64',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      a4000000 1800 2200 00000000 00000000                     # nlmsghdr
      0a 80 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      1400 0100 fc00000100000000000000000000000b               # RTA_DST
      0800 0600 00040000                                       # RTA_PRIORITY
      0800 0400 02000000                                       # RTA_OIF
      2800 1600                                                # RTA_ENCAP
        0800 0100 0a000000                                     #   SEG6_LOCAL_ACTION
        1c00 0200                                              #   SEG6_LOCAL_SRH
          00020400 00000000 fc000000 00000000 00000000 00000001
      0600 1500 0700 0000                                      # RTA_ENCAP_TYPE
      2400 0c00                                                # RTA_CACHEINFO
                                                               #   rta_cacheinfo
          00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0500 1400 00 000000                                      # RTA_PREF
    `,
    object: {
      family: 'inet6', dstLen: 128, rtmTable: 254, protocol: 'boot', table: 254, dst: 'fc00:1::b', priority: 1024, oif: 2,
      encap: { action: 'End.B6.Encaps', srh: hex('0002040000000000fc000000000000000000000000000001') }, type: 'unicast',
      encapType: 'seg6local', cacheinfo: {}, pref: 'medium',
    },
  },
  {
    command: 'ip -6 route show root fc00:1::/64',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_MULTI', 'NLM_F_DUMP_FILTERED'],
    bytes: `
      a4000000 1800 2200 00000000 00000000                     # nlmsghdr
      0a 80 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0f00 fe000000                                       # RTA_TABLE
      1400 0100 fc00000100000000000000000000000d               # RTA_DST
      0800 0600 00040000                                       # RTA_PRIORITY
      0800 0400 02000000                                       # RTA_OIF
      2800 1600                                                # RTA_ENCAP
        0800 0100 01000000                                     #   SEG6_LOCAL_ACTION
        1c00 0b80                                              #   SEG6_LOCAL_FLAVORS
          0800 0100 12000000                                   #     SEG6_LOCAL_FLV_OPERATION
          0500 0200 20 000000                                  #     SEG6_LOCAL_FLV_LCBLOCK_BITS
          0500 0300 10 000000                                  #     SEG6_LOCAL_FLV_LCNODE_FN_BITS
      0600 1500 0700 0000                                      # RTA_ENCAP_TYPE
      2400 0c00                                                # RTA_CACHEINFO
                                                               #   rta_cacheinfo
          00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0500 1400 00 000000                                      # RTA_PREF
    `,
    object: {
      family: 'inet6', dstLen: 128, rtmTable: 254, protocol: 'boot', table: 254, dst: 'fc00:1::d', priority: 1024, oif: 2,
      encap: { action: 'End', flavors: { operation: ['psp', 'next-csid'], lcblockBits: 32, lcnodeFnBits: 16 } }, type: 'unicast',
      encapType: 'seg6local', cacheinfo: {}, pref: 'medium',
    },
  },
]

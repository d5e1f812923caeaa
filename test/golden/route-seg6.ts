// Segment routing headers put around packets.

import { messages } from '../../lib/schema/messages.ts'
import { hex, type Fixture } from './golden.ts'

export const routeSeg6: readonly Fixture<typeof messages.route>[] = [
  {
    command: 'ip -6 route add 2001:db8:300::/48 encap seg6 mode encap segs fc00::1,fc00::2 dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      74000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 20010db8030000000000000000000000               # RTA_DST
      3400 1680                                                # RTA_ENCAP
        3000 0100                                              #   SEG6_IPTUNNEL_SRH
                                                               #     seg6_iptunnel_encap
            01000000 00040401 01000000 fc000000 00000000 00000000 00000002 fc000000 00000000 00000000 00000001
      0600 1500 0500 0000                                      # RTA_ENCAP_TYPE
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', dst: '2001:db8:300::',
      encap: { srh: { mode: 'encap', srh: hex('0004040101000000fc000000000000000000000000000002fc000000000000000000000000000001') } },
      type: 'unicast', encapType: 'seg6', oif: 2,
    },
  },
  {
    command: 'ip -6 route add 2001:db8:301::/48 encap seg6 mode inline segs fc00::1,fc00::2 dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      84000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 20010db8030100000000000000000000               # RTA_DST
      4400 1680                                                # RTA_ENCAP
        4000 0100                                              #   SEG6_IPTUNNEL_SRH
                                                               #     seg6_iptunnel_encap
            00000000 00060402 02000000 00000000 00000000 00000000 00000000 fc000000 00000000 00000000 00000002 fc000000
            00000000 00000000 00000001
      0600 1500 0500 0000                                      # RTA_ENCAP_TYPE
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', dst: '2001:db8:301::',
      encap: {
        srh: { srh: hex('000604020200000000000000000000000000000000000000fc000000000000000000000000000002fc000000000000000000000000000001') },
      },
      type: 'unicast', encapType: 'seg6', oif: 2,
    },
  },
  {
    command: 'ip -6 route add 2001:db8:302::/48 encap seg6 mode l2encap segs fc00::1 dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      64000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 20010db8030200000000000000000000               # RTA_DST
      2400 1680                                                # RTA_ENCAP
        2000 0100                                              #   SEG6_IPTUNNEL_SRH
                                                               #     seg6_iptunnel_encap
            02000000 00020400 00000000 fc000000 00000000 00000000 00000001
      0600 1500 0500 0000                                      # RTA_ENCAP_TYPE
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', dst: '2001:db8:302::',
      encap: { srh: { mode: 'l2encap', srh: hex('0002040000000000fc000000000000000000000000000001') } }, type: 'unicast', encapType: 'seg6',
      oif: 2,
    },
  },
  {
    command: 'ip -6 route add 2001:db8:303::/48 encap seg6 mode encap segs fc00::1,fc00::2 hmac 0x1234 dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      9c000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 20010db8030300000000000000000000               # RTA_DST
      5c00 1680                                                # RTA_ENCAP
        5800 0100                                              #   SEG6_IPTUNNEL_SRH
                                                               #     seg6_iptunnel_encap
            01000000 00090401 01080000 fc000000 00000000 00000000 00000002 fc000000 00000000 00000000 00000001 05260000
            00001234 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
      0600 1500 0500 0000                                      # RTA_ENCAP_TYPE
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', dst: '2001:db8:303::',
      encap: {
        srh: {
          mode: 'encap',
          srh: hex('0009040101080000fc000000000000000000000000000002fc00000000000000000000000000000105260000000012340000000000000000000000000000000000000000000000000000000000000000'),
        },
      },
      type: 'unicast', encapType: 'seg6', oif: 2,
    },
  },
  {
    command: 'ip -6 route add 2001:db8:304::/48 encap seg6 mode encap.red segs fc00::1,fc00::2 dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      74000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 20010db8030400000000000000000000               # RTA_DST
      3400 1680                                                # RTA_ENCAP
        3000 0100                                              #   SEG6_IPTUNNEL_SRH
                                                               #     seg6_iptunnel_encap
            03000000 00040401 01000000 fc000000 00000000 00000000 00000002 fc000000 00000000 00000000 00000001
      0600 1500 0500 0000                                      # RTA_ENCAP_TYPE
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', dst: '2001:db8:304::',
      encap: { srh: { mode: 'encap.red', srh: hex('0004040101000000fc000000000000000000000000000002fc000000000000000000000000000001') } },
      type: 'unicast', encapType: 'seg6', oif: 2,
    },
  },
  {
    command: 'ip -6 route add 2001:db8:303::/48 encap seg6 mode l2encap.red segs fc00::1 dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      64000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 20010db8030300000000000000000000               # RTA_DST
      2400 1680                                                # RTA_ENCAP
        2000 0100                                              #   SEG6_IPTUNNEL_SRH
                                                               #     seg6_iptunnel_encap
            04000000 00020400 00000000 fc000000 00000000 00000000 00000001
      0600 1500 0500 0000                                      # RTA_ENCAP_TYPE
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', dst: '2001:db8:303::',
      encap: { srh: { mode: 'l2encap.red', srh: hex('0002040000000000fc000000000000000000000000000001') } }, type: 'unicast',
      encapType: 'seg6', oif: 2,
    },
  },
]

// Encapsulations of routes, but for segment routing.

import { messages } from '../../lib/schema/messages.ts'
import { hex, type Fixture } from './golden.ts'

export const routeEncap: readonly Fixture<typeof messages.route>[] = [
  {
    command: 'ip route add 10.30.0.0/24 encap mpls 100/200 ttl 5 via 192.168.15.2',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      4c000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 00 01 00000000                         # rtmsg
      0800 0100 0a1e0000                                       # RTA_DST
      1800 1680                                                # RTA_ENCAP
        0c00 0100 00064000000c8100                             #   MPLS_IPTUNNEL_DST
        0500 0200 05 000000                                    #   MPLS_IPTUNNEL_TTL
      0600 1500 0100 0000                                      # RTA_ENCAP_TYPE
      0800 0500 c0a80f02                                       # RTA_GATEWAY
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', dst: '10.30.0.0', encap: { dst: [409600, 819456], ttl: 5 },
      type: 'unicast', encapType: 'mpls', gateway: '192.168.15.2',
    },
  },
  {
    command: 'ip route add 10.30.1.0/24 encap ip id 42 dst 172.16.0.9 src 172.16.0.1 tos 0x10 ttl 9 key csum seq dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      6c000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 fd 01 00000000                         # rtmsg
      0800 0100 0a1e0100                                       # RTA_DST
      3800 1680                                                # RTA_ENCAP
        0c00 0100 000000000000002a                             #   LWTUNNEL_IP_ID
        0800 0200 ac100009                                     #   LWTUNNEL_IP_DST
        0800 0300 ac100001                                     #   LWTUNNEL_IP_SRC
        0500 0500 10 000000                                    #   LWTUNNEL_IP_TOS
        0500 0400 09 000000                                    #   LWTUNNEL_IP_TTL
        0600 0600 000d 0000                                    #   LWTUNNEL_IP_FLAGS
      0600 1500 0200 0000                                      # RTA_ENCAP_TYPE
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', scope: 'link', dst: '10.30.1.0',
      encap: { id: 42n, dst: '172.16.0.9', src: '172.16.0.1', tos: 16, ttl: 9, flags: ['csum', 'key', 'seq'] }, type: 'unicast',
      encapType: 'ip', oif: 2,
    },
  },
  {
    command: 'ip route add 10.30.2.0/24 encap ip dst 172.16.0.9 dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      40000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 fd 01 00000000                         # rtmsg
      0800 0100 0a1e0200                                       # RTA_DST
      0c00 1680                                                # RTA_ENCAP
        0800 0200 ac100009                                     #   LWTUNNEL_IP_DST
      0600 1500 0200 0000                                      # RTA_ENCAP_TYPE
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', scope: 'link', dst: '10.30.2.0', encap: { dst: '172.16.0.9' },
      type: 'unicast', encapType: 'ip', oif: 2,
    },
  },
  {
    command: 'ip route add 10.30.3.0/24 encap ip6 id 42 dst 2001:db8::9 src 2001:db8::1 tc 0x10 hoplimit 9 key dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      84000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 fd 01 00000000                         # rtmsg
      0800 0100 0a1e0300                                       # RTA_DST
      5000 1680                                                # RTA_ENCAP
        0c00 0100 000000000000002a                             #   LWTUNNEL_IP6_ID
        1400 0200 20010db8000000000000000000000009             #   LWTUNNEL_IP6_DST
        1400 0300 20010db8000000000000000000000001             #   LWTUNNEL_IP6_SRC
        0500 0500 10 000000                                    #   LWTUNNEL_IP6_TC
        0500 0400 09 000000                                    #   LWTUNNEL_IP6_HOPLIMIT
        0600 0600 0004 0000                                    #   LWTUNNEL_IP6_FLAGS
      0600 1500 0400 0000                                      # RTA_ENCAP_TYPE
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', scope: 'link', dst: '10.30.3.0',
      encap: { id: 42n, dst: '2001:db8::9', src: '2001:db8::1', tc: 16, hoplimit: 9, flags: ['key'] }, type: 'unicast', encapType: 'ip6',
      oif: 2,
    },
  },
  {
    command: 'ip -6 route add 2001:db8:310::/48 encap ioam6 trace prealloc type 0x800000 ns 0 size 12 dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      68000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 20010db8031000000000000000000000               # RTA_DST
      2800 1680                                                # RTA_ENCAP
        0800 0400 01000000                                     #   IOAM6_IPTUNNEL_FREQ_K
        0800 0500 01000000                                     #   IOAM6_IPTUNNEL_FREQ_N
        0500 0100 01 000000                                    #   IOAM6_IPTUNNEL_MODE
        0c00 0300 0000000380000000                             #   IOAM6_IPTUNNEL_TRACE
      0600 1500 0900 0000                                      # RTA_ENCAP_TYPE
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', dst: '2001:db8:310::',
      encap: { freqK: 1, freqN: 1, mode: 'inline', trace: hex('0000000380000000') }, type: 'unicast', encapType: 'ioam6', oif: 2,
    },
  },
  {
    command: 'ip -6 route add 2001:db8:311::/48 encap ioam6 freq 2/5 mode encap tundst 2001:db8::9 trace prealloc type ' +
      '0xc00000 ns 5 size 16 dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      7c000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 20010db8031100000000000000000000               # RTA_DST
      3c00 1680                                                # RTA_ENCAP
        0800 0400 02000000                                     #   IOAM6_IPTUNNEL_FREQ_K
        0800 0500 05000000                                     #   IOAM6_IPTUNNEL_FREQ_N
        0500 0100 02 000000                                    #   IOAM6_IPTUNNEL_MODE
        1400 0200 20010db8000000000000000000000009             #   IOAM6_IPTUNNEL_DST
        0c00 0300 00050004c0000000                             #   IOAM6_IPTUNNEL_TRACE
      0600 1500 0900 0000                                      # RTA_ENCAP_TYPE
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', dst: '2001:db8:311::',
      encap: { freqK: 2, freqN: 5, mode: 'encap', dst: '2001:db8::9', trace: hex('00050004c0000000') }, type: 'unicast', encapType: 'ioam6',
      oif: 2,
    },
  },
  {
    command: 'ip -6 route add 2001:db8:312::/48 encap ioam6 mode auto tundst 2001:db8::9 trace prealloc type 0x800000 ' +
      'ns 1 size 4 dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      7c000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 20010db8031200000000000000000000               # RTA_DST
      3c00 1680                                                # RTA_ENCAP
        0800 0400 01000000                                     #   IOAM6_IPTUNNEL_FREQ_K
        0800 0500 01000000                                     #   IOAM6_IPTUNNEL_FREQ_N
        0500 0100 03 000000                                    #   IOAM6_IPTUNNEL_MODE
        1400 0200 20010db8000000000000000000000009             #   IOAM6_IPTUNNEL_DST
        0c00 0300 0001000180000000                             #   IOAM6_IPTUNNEL_TRACE
      0600 1500 0900 0000                                      # RTA_ENCAP_TYPE
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', dst: '2001:db8:312::',
      encap: { freqK: 1, freqN: 1, mode: 'auto', dst: '2001:db8::9', trace: hex('0001000180000000') }, type: 'unicast', encapType: 'ioam6',
      oif: 2,
    },
  },
  {
    command: 'ip -6 route add 2001:db8:320::/48 encap rpl segs 2001:db8::5,2001:db8::6 dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      70000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 20010db8032000000000000000000000               # RTA_DST
      3000 1680                                                # RTA_ENCAP
        2c00 0100                                              #   RPL_IPTUNNEL_SRH
          00040302 00000000 20010db8 00000000 00000000 00000006 20010db8 00000000 00000000 00000005
      0600 1500 0800 0000                                      # RTA_ENCAP_TYPE
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', dst: '2001:db8:320::',
      encap: { srh: hex('000403020000000020010db800000000000000000000000620010db8000000000000000000000005') }, type: 'unicast',
      encapType: 'rpl', oif: 2,
    },
  },
  {
    command: 'ip route add 10.30.9.0/24 encap xfrm if_id 5 link_dev v0 dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      40000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 fd 01 00000000                         # rtmsg
      0800 0100 0a1e0900                                       # RTA_DST
      1400 1680                                                # RTA_ENCAP
        0800 0100 05000000                                     #   LWT_XFRM_IF_ID
        0800 0200 02000000                                     #   LWT_XFRM_LINK
      0600 1500 0a00 0000                                      # RTA_ENCAP_TYPE
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', scope: 'link', dst: '10.30.9.0', encap: { ifId: 5, link: 2 },
      type: 'unicast', encapType: 'xfrm',
    },
  },
  {
    command: 'ip -6 route add 2001:db8:311::/48 encap ioam6 mode encap tunsrc 2001:db8::1 tundst 2001:db8::9 trace ' +
      'prealloc type 0xc00000 ns 5 size 16 dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      90000000 1800 0506 00000000 00000000                     # nlmsghdr
      0a 30 00 00 fe 03 00 01 00000000                         # rtmsg
      1400 0100 20010db8031100000000000000000000               # RTA_DST
      5000 1680                                                # RTA_ENCAP
        0800 0400 01000000                                     #   IOAM6_IPTUNNEL_FREQ_K
        0800 0500 01000000                                     #   IOAM6_IPTUNNEL_FREQ_N
        0500 0100 02 000000                                    #   IOAM6_IPTUNNEL_MODE
        1400 0600 20010db8000000000000000000000001             #   IOAM6_IPTUNNEL_SRC
        1400 0200 20010db8000000000000000000000009             #   IOAM6_IPTUNNEL_DST
        0c00 0300 00050004c0000000                             #   IOAM6_IPTUNNEL_TRACE
      0600 1500 0900 0000                                      # RTA_ENCAP_TYPE
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet6', dstLen: 48, rtmTable: 254, protocol: 'boot', dst: '2001:db8:311::',
      encap: { freqK: 1, freqN: 1, mode: 'encap', src: '2001:db8::1', dst: '2001:db8::9', trace: hex('00050004c0000000') }, type: 'unicast',
      encapType: 'ioam6', oif: 2,
    },
  },
]

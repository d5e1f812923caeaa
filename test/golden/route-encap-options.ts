// Options of the tunnels that routes lead into. They never got to a kernel: Linux 6.18 does not survive them.

import { messages } from '../../lib/schema/messages.ts'
import { hex, type Fixture } from './golden.ts'

export const routeEncapOptions: readonly Fixture<typeof messages.route>[] = [
  {
    command: 'ip route add 10.31.0.0/24 encap ip id 42 dst 172.16.0.9 geneve_opts ' +
      '0x102:0x80:0102030405060708,0x103:0x1:aabbccdd dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      8c000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 fd 01 00000000                         # rtmsg
      0800 0100 0a1f0000                                       # RTA_DST
      5800 1680                                                # RTA_ENCAP
        0c00 0100 000000000000002a                             #   LWTUNNEL_IP_ID
        0800 0200 ac100009                                     #   LWTUNNEL_IP_DST
        4000 0880                                              #   LWTUNNEL_IP_OPTS
          2000 0180                                            #     LWTUNNEL_IP_OPTS_GENEVE
            0600 0100 0102 0000                                #       LWTUNNEL_IP_OPT_GENEVE_CLASS
            0500 0200 80 000000                                #       LWTUNNEL_IP_OPT_GENEVE_TYPE
            0c00 0300 0102030405060708                         #       LWTUNNEL_IP_OPT_GENEVE_DATA
          1c00 0180                                            #     LWTUNNEL_IP_OPTS_GENEVE
            0600 0100 0103 0000                                #       LWTUNNEL_IP_OPT_GENEVE_CLASS
            0500 0200 01 000000                                #       LWTUNNEL_IP_OPT_GENEVE_TYPE
            0800 0300 aabbccdd                                 #       LWTUNNEL_IP_OPT_GENEVE_DATA
      0600 1500 0200 0000                                      # RTA_ENCAP_TYPE
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', scope: 'link', dst: '10.31.0.0',
      encap: {
        id: 42n, dst: '172.16.0.9',
        opts: { geneve: [{ class: 258, type: 128, data: hex('0102030405060708') }, { class: 259, type: 1, data: hex('aabbccdd') }] },
      },
      type: 'unicast', encapType: 'ip', oif: 2,
    },
  },
  {
    command: 'ip route add 10.31.1.0/24 encap ip id 42 dst 172.16.0.9 vxlan_opts 456 dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      5c000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 fd 01 00000000                         # rtmsg
      0800 0100 0a1f0100                                       # RTA_DST
      2800 1680                                                # RTA_ENCAP
        0c00 0100 000000000000002a                             #   LWTUNNEL_IP_ID
        0800 0200 ac100009                                     #   LWTUNNEL_IP_DST
        1000 0880                                              #   LWTUNNEL_IP_OPTS
          0c00 0280                                            #     LWTUNNEL_IP_OPTS_VXLAN
            0800 0100 c8010000                                 #       LWTUNNEL_IP_OPT_VXLAN_GBP
      0600 1500 0200 0000                                      # RTA_ENCAP_TYPE
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', scope: 'link', dst: '10.31.1.0',
      encap: { id: 42n, dst: '172.16.0.9', opts: { vxlan: { gbp: 456 } } }, type: 'unicast', encapType: 'ip', oif: 2,
    },
  },
  {
    command: 'ip route add 10.31.2.0/24 encap ip id 42 dst 172.16.0.9 erspan_opts 1:123:0:0 dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      74000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 fd 01 00000000                         # rtmsg
      0800 0100 0a1f0200                                       # RTA_DST
      4000 1680                                                # RTA_ENCAP
        0c00 0100 000000000000002a                             #   LWTUNNEL_IP_ID
        0800 0200 ac100009                                     #   LWTUNNEL_IP_DST
        2800 0880                                              #   LWTUNNEL_IP_OPTS
          2400 0380                                            #     LWTUNNEL_IP_OPTS_ERSPAN
            0500 0100 01 000000                                #       LWTUNNEL_IP_OPT_ERSPAN_VER
            0800 0200 0000007b                                 #       LWTUNNEL_IP_OPT_ERSPAN_INDEX
            0500 0300 00 000000                                #       LWTUNNEL_IP_OPT_ERSPAN_DIR
            0500 0400 00 000000                                #       LWTUNNEL_IP_OPT_ERSPAN_HWID
      0600 1500 0200 0000                                      # RTA_ENCAP_TYPE
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', scope: 'link', dst: '10.31.2.0',
      encap: { id: 42n, dst: '172.16.0.9', opts: { erspan: { ver: 1, index: 123, dir: 0, hwid: 0 } } }, type: 'unicast', encapType: 'ip',
      oif: 2,
    },
  },
  {
    command: 'ip route add 10.31.3.0/24 encap ip6 id 42 dst 2001:db8::9 erspan_opts 2:0:1:5 dev v0',
    type: 'RTM_NEWROUTE', flags: ['NLM_F_REQUEST', 'NLM_F_ACK', 'NLM_F_EXCL', 'NLM_F_CREATE'],
    bytes: `
      80000000 1800 0506 00000000 00000000                     # nlmsghdr
      02 18 00 00 fe 03 fd 01 00000000                         # rtmsg
      0800 0100 0a1f0300                                       # RTA_DST
      4c00 1680                                                # RTA_ENCAP
        0c00 0100 000000000000002a                             #   LWTUNNEL_IP6_ID
        1400 0200 20010db8000000000000000000000009             #   LWTUNNEL_IP6_DST
        2800 0880                                              #   LWTUNNEL_IP6_OPTS
          2400 0380                                            #     LWTUNNEL_IP_OPTS_ERSPAN
            0500 0100 02 000000                                #       LWTUNNEL_IP_OPT_ERSPAN_VER
            0800 0200 00000000                                 #       LWTUNNEL_IP_OPT_ERSPAN_INDEX
            0500 0300 01 000000                                #       LWTUNNEL_IP_OPT_ERSPAN_DIR
            0500 0400 05 000000                                #       LWTUNNEL_IP_OPT_ERSPAN_HWID
      0600 1500 0400 0000                                      # RTA_ENCAP_TYPE
      0800 0400 02000000                                       # RTA_OIF
    `,
    object: {
      family: 'inet', dstLen: 24, rtmTable: 254, protocol: 'boot', scope: 'link', dst: '10.31.3.0',
      encap: { id: 42n, dst: '2001:db8::9', opts: { erspan: { ver: 2, index: 0, dir: 1, hwid: 5 } } }, type: 'unicast', encapType: 'ip6',
      oif: 2,
    },
  },
]

// What a route puts around its packets (lwtunnel): one table for each type of encapsulation, chosen by RTA_ENCAP_TYPE or
// NHA_ENCAP_TYPE. Types without a table here (ila) come as bytes. Headers of variable length are bytes too: lib/encaps reads them.

import { attributes, be16, be32, be64, bits, bytes, ipv4, ipv6, multi, names, nest, nested, packed, string, struct, u32, u64, u8 } from './dsl.ts'

export const encapTypes = names({
  none: 0, mpls: 1, ip: 2, ila: 3, ip6: 4, seg6: 5, bpf: 6, seg6local: 7, rpl: 8, ioam6: 9, xfrm: 10,
})

/** Words of the label stack as they are sent: label << 12 | traffic class << 9 | bottom << 8 | time to live. */
const mpls = attributes('MPLS_IPTUNNEL_', {
  dst: packed(1, be32()),
  ttl: u8(2),
})

const tunnelFlags = bits({
  csum: 0x1, routing: 0x2, key: 0x4, seq: 0x8, strict: 0x10, rec: 0x20, version: 0x40, no_key: 0x80, dont_fragment: 0x100, oam: 0x200,
  crit_opt: 0x400, geneve_opt: 0x800, vxlan_opt: 0x1000, nocache: 0x2000, erspan_opt: 0x4000, gtp_opt: 0x8000,
})

const geneveOpt = attributes('LWTUNNEL_IP_OPT_GENEVE_', {
  class: be16(1),
  type:  u8(2),
  data:  bytes(3),                  // of whole words, 4 to 124 bytes
})

const vxlanOpt = attributes('LWTUNNEL_IP_OPT_VXLAN_', {
  gbp: u32(1),
})

const erspanOpt = attributes('LWTUNNEL_IP_OPT_ERSPAN_', {
  ver:   u8(1),                     // 1 or 2
  index: be32(2),                   // version 1
  dir:   u8(3),                     // version 2: 0 ingress, 1 egress
  hwid:  u8(4),                     // version 2
})

/** One kind of them. */
const tunnelOpts = attributes('LWTUNNEL_IP_OPTS_', {
  geneve: multi(nested(nest(1, () => geneveOpt))),
  vxlan:  nested(nest(2, () => vxlanOpt)),
  erspan: nested(nest(3, () => erspanOpt)),
})

/** Through a tunnel link with external control (collect metadata). */
const ip = attributes('LWTUNNEL_IP_', {
  id:    be64(1),
  dst:   ipv4(2),
  src:   ipv4(3),
  ttl:   u8(4),                     // 0: of the inner packet
  tos:   u8(5),
  flags: be16(6, tunnelFlags),
  opts:  nested(nest(8, () => tunnelOpts)),
})

const ip6 = attributes('LWTUNNEL_IP6_', {
  id:       be64(1),
  dst:      ipv6(2),
  src:      ipv6(3),
  hoplimit: u8(4),                  // 0: of the inner packet
  tc:       u8(5),
  flags:    be16(6, tunnelFlags),
  opts:     nested(nest(8, () => tunnelOpts)),
})

export const seg6Modes = names({ 'inline': 0, 'encap': 1, 'l2encap': 2, 'encap.red': 3, 'l2encap.red': 4 })

const seg6Encap = struct('seg6_iptunnel_encap', '', {
  mode: u32(seg6Modes),
  srh:  bytes(),                    // struct ipv6_sr_hdr
})

const seg6 = attributes('SEG6_IPTUNNEL_', {
  srh:   nest(1, () => seg6Encap),
  src:   ipv6(2),                   // of the outer header; after 6.18
  table: u32(3),                    // where the first segment is looked up; after 6.18
})

export const seg6Actions = names({
  'unspec': 0, 'End': 1, 'End.X': 2, 'End.T': 3, 'End.DX2': 4, 'End.DX6': 5, 'End.DX4': 6, 'End.DT6': 7, 'End.DT4': 8, 'End.B6': 9,
  'End.B6.Encaps': 10, 'End.BM': 11, 'End.S': 12, 'End.AS': 13, 'End.AM': 14, 'End.BPF': 15, 'End.DT46': 16,
})

const seg6localBpf = attributes('SEG6_LOCAL_BPF_', {
  prog:     u32(1),                 // written: a descriptor; shown: the program's id
  progName: string(2),
})

const seg6localCounters = attributes('SEG6_LOCAL_CNT_', {
  packets: u64(2),
  bytes:   u64(3),
  errors:  u64(4),
})

const seg6localFlavors = attributes('SEG6_LOCAL_FLV_', {
  operation:    u32(1, bits({ 'psp': 2, 'usp': 4, 'usd': 8, 'next-csid': 16 })),
  lcblockBits:  u8(2),
  lcnodeFnBits: u8(3),
})

/** What a segment of this router does. */
const seg6local = attributes('SEG6_LOCAL_', {
  action:   u32(1, seg6Actions),
  srh:      bytes(2),               // struct ipv6_sr_hdr
  table:    u32(3),
  nh4:      ipv4(4),
  nh6:      ipv6(5),
  iif:      u32(6),
  oif:      u32(7),
  bpf:      nested(nest(8, () => seg6localBpf)),
  vrftable: u32(9),
  counters: nested(nest(10, () => seg6localCounters)),   // written: which are kept, whatever the number
  flavors:  nested(nest(11, () => seg6localFlavors)),
})

const bpfProg = attributes('LWT_BPF_PROG_', {
  fd:   u32(1),                     // written only
  name: string(2),
})

const bpf = attributes('LWT_BPF_', {
  in:           nested(nest(1, () => bpfProg)),
  out:          nested(nest(2, () => bpfProg)),
  xmit:         nested(nest(3, () => bpfProg)),
  xmitHeadroom: u32(4),             // bytes, at most 256
})

const rpl = attributes('RPL_IPTUNNEL_', {
  srh: bytes(1),                    // struct ipv6_rpl_sr_hdr
})

export const ioam6Modes = names({ inline: 1, encap: 2, auto: 3 })

const ioam6 = attributes('IOAM6_IPTUNNEL_', {
  mode:  u8(1, ioam6Modes),
  dst:   ipv6(2),
  trace: bytes(3, 8),               // struct ioam6_trace_hdr
  freqK: u32(4),
  freqN: u32(5),
  src:   ipv6(6),                   // since 6.14
})

const xfrm = attributes('LWT_XFRM_', {
  ifId: u32(1),
  link: u32(2),
})

export const encaps = { mpls, ip, ip6, seg6, bpf, seg6local, rpl, ioam6, xfrm } as const

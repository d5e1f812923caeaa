// What a route or a nexthop object may put around packets, as users write it and as lists show it: one form for each type.
// Types only; lib/encap.ts turns them into attributes.

import { type LinkRef } from './link-options.ts'

/** A stack of MPLS labels. */
export interface MplsEncap {
  type: 'mpls'
  /** The outermost first, 0 to 2^20-1 each; 1 to 30 of them. */
  labels: readonly number[]
  /** Time to live of the labels, 1 to 255. Default: of the packet. */
  ttl?: number
}

/** Options of GENEVE, whose data are whole words of 4 to 124 bytes; of VXLAN; of ERSPAN. One kind at a time. */
export interface TunnelOptions {
  geneve?: readonly { class: number, type: number, data: Uint8Array }[]
  vxlan?: { gbp: number }
  /** Version 1 has an index; version 2 a direction, 0 ingress or 1 egress, and a hardware id. */
  erspan?: { ver: number, index?: number, dir?: number, hwid?: number }
}

interface TunnelEncap {
  /** Key of the tunnel: VNI, GRE key. Default 0. */
  id?: bigint | number
  /** `key`, `csum`, `seq`: what the tunnel's header has. */
  flags?: readonly string[]
  /** Some builds of Linux 6.18 (FORTIFY_SOURCE) do not survive them: BUG in ip_tun_parse_opts, with the RTNL lock held. */
  opts?: TunnelOptions
}

/** The outer header for a tunnel link that takes it from the route (`external`, collect metadata). */
export interface IpEncap extends TunnelEncap {
  type: 'ip'
  dst?: string
  src?: string
  /** 0 to 255. Default 0, of the inner packet. */
  ttl?: number
  tos?: number
}

/** The same over IPv6. */
export interface Ip6Encap extends TunnelEncap {
  type: 'ip6'
  dst?: string
  src?: string
  /** 0 to 255. Default 0, of the inner packet. */
  hoplimit?: number
  /** Traffic class. */
  tc?: number
}

/** Segment routing over IPv6. */
export interface Seg6Encap {
  type: 'seg6'
  /** `inline` puts the header into the packet itself, whose destination comes last. */
  mode: 'inline' | 'encap' | 'l2encap' | 'encap.red' | 'l2encap.red' | number
  /** Segments in the order in which they are visited, 1 to 16. */
  segs: readonly string[]
  /** Number of the key that signs the header. */
  hmac?: number
  /** Source of the outer header; after Linux 6.18. Older kernels pass over it without a word, and over `table`. */
  src?: string
  /** Table in which the first segment is looked up; after Linux 6.18. */
  table?: number
}

/** What this router does at one of its segments. */
export interface Seg6localEncap {
  type: 'seg6local'
  /** `End`, `End.X`, `End.DT4` ... Which of the others it wants depends on it. */
  action: string | number
  /** Table to look up. */
  table?: number
  /** Table of a VRF to look up. */
  vrftable?: number
  nh4?: string
  nh6?: string
  iif?: LinkRef
  oif?: LinkRef
  /** For `End.B6` and `End.B6.Encaps`: the header that is put in. */
  segs?: readonly string[]
  hmac?: number
  /** For `End.BPF`: descriptor of the program when written, its id when shown, and a name. */
  bpf?: { prog: number, progName: string }
  /** `true` counts; a list shows what has been counted. */
  counters?: boolean | { packets: number, bytes: number, errors: number }
  /** `psp`, `usp`, `usd`, `next-csid`, this one with the bits of the block and of the function; defaults 32 and 16. */
  flavors?: { operation: readonly string[], lcblockBits?: number, lcnodeFnBits?: number }
}

interface BpfProgram {
  /** Descriptor of the loaded program; a list does not show it. */
  fd?: number
  name?: string
}

/** Programs that see the packets. */
export interface BpfEncap {
  type: 'bpf'
  in?: BpfProgram
  out?: BpfProgram
  xmit?: BpfProgram
  /** Bytes that `xmit` may put in front, at most 256. */
  xmitHeadroom?: number
}

/** A source route of RPL. */
export interface RplEncap {
  type: 'rpl'
  /** In the order in which they are visited, 1 to 16. */
  segs: readonly string[]
}

/** In-situ measurement: a header that routers write into. */
export interface Ioam6Encap {
  type: 'ioam6'
  /** Default `inline`. */
  mode?: 'inline' | 'encap' | 'auto' | number
  trace: {
    /** Which data, as 24 bits: 0x800000 is hop limit and node id. */
    type: number
    /** IOAM namespace. Default 0. */
    ns?: number
    /** Bytes set aside, a multiple of 4 up to 244. */
    size: number
  }
  /** Of the outer header, for `encap` and `auto`. */
  dst?: string
  /** Since Linux 6.14. Default: the kernel's choice. */
  src?: string
  /** k of every n packets get the header. Default 1 of 1. */
  freqK?: number
  freqN?: number
}

/** Through an XFRM interface's policies. */
export interface XfrmEncap {
  type: 'xfrm'
  /** From 1 on. */
  ifId: number
  /** The underlying link. */
  link?: LinkRef
}

/** A type that has no form here, with the attribute as it is. */
export interface OtherEncap {
  type: 'ila' | number
  data: Uint8Array
}

export type Encap = MplsEncap | IpEncap | Ip6Encap | Seg6Encap | Seg6localEncap | BpfEncap | RplEncap | Ioam6Encap | XfrmEncap | OtherEncap

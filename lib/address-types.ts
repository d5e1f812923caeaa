// What users write of addresses, and what is shown to them.

import { type LinkRef } from './link-options.ts'

export type Family = 'inet' | 'inet6'

/** How to add an address. */
export interface AddressOptions {
  /** `global`, `link`, `host` ... or a number. Default: the kernel's, by the address. */
  scope?: string | number | undefined
  /** IPv4: the link's name, or that and `:` and more. */
  label?: string | undefined
  /** The other end of a point-to-point link; then the prefix length is the peer's. */
  peer?: string | undefined
  /** IPv4. Default: none. */
  broadcast?: string | undefined
  /** IPv6: use it at once, without duplicate address detection (about a second). Default false. */
  nodad?: boolean | undefined
  /** Do not make the route to the prefix. Default false. */
  noprefixroute?: boolean | undefined
  /** Seconds. Default: for ever. */
  validLifetime?: number | undefined
  /** Seconds, at most validLifetime. Default: for ever. */
  preferredLifetime?: number | undefined
  /** Metric of the route to the prefix. */
  metric?: number | undefined
  /** As `list` shows them: `home`, `mngtmpaddr`, `autojoin` ... What only the kernel sets is passed over. */
  flags?: readonly string[] | undefined
}

/** An address, or an address with its options: what `list` returned will do. */
export type AddressInput = string | (AddressOptions & { address: string })

/** An address of a link, as `list` shows it. */
export interface AddressInfo {
  /** Index of the link. */
  link: number
  /** Name of the link. */
  name: string
  /** With its prefix length: `192.168.15.1/24`. */
  address: string
  family: Family
  scope: string | number
  flags: readonly string[]
  label?: string
  peer?: string
  broadcast?: string
  /** Seconds left; absent: for ever. */
  validLifetime?: number
  preferredLifetime?: number
  metric?: number
}

export interface AddressFilter {
  link?: LinkRef | undefined
  family?: Family | undefined
  scope?: string | number | undefined
}

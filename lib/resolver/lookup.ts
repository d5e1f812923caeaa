// dns.lookup for a namespace: the same results and errors, as a promise, or with a callback where it serves as the `lookup`
// option of net, http, dgram and others.

import { type LookupAddress, type LookupOneOptions } from 'node:dns'
import { isIP } from 'node:net'
import { rangeError, typeError } from '../errors.ts'
import { innerOf } from '../inner.ts'
import { type Netns } from '../netns.ts'
import { abortSignal } from '../sockets/patience.ts'
import { boolean, formatIp, integer, snapshot } from '../values.ts'
import { addressesOf, hostName, type IpFamily } from './addresses.ts'

export interface LookupOptions {
  /** Default 0: both. */
  family?: 0 | 4 | 6 | 'IPv4' | 'IPv6' | undefined
  /** All addresses, as an array. Default false: the first. */
  all?: boolean | undefined
  /** Default 'verbatim': those that there is a route to first, IPv6 before IPv4. */
  order?: 'verbatim' | 'ipv4first' | 'ipv6first' | undefined
  /** false is `order: 'ipv4first'`. */
  verbatim?: boolean | undefined
  /** Taken for the sake of those who hand on what they have for dns.lookup; without effect. */
  hints?: number | undefined
  signal?: AbortSignal | undefined
}

export interface NetnsLookup {
  /**
   * Looks up a name inside: hosts and resolv.conf of /etc/netns/NAME or of /etc, DNS from the namespace.
   *
   * @throws Error ENOTFOUND: there is no such name. EAI_AGAIN: no server could be reached, or knew.
   * @example
   * const { address } = await red.lookup('example.org', { family: 4 })
   * http.get(url, { lookup: red.lookup })    // only the name; `agent: red.agent()` is all of it
   */
  (hostname: string, options: LookupOptions & { all: true }): Promise<LookupAddress[]>
  (hostname: string, options?: LookupOptions & { all?: false | undefined }): Promise<LookupAddress>
  (hostname: string, options: LookupOneOptions, callback: (error: NodeJS.ErrnoException | null, address: string, family: number) => void): void
  (hostname: string, options: LookupOptions, callback: (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void): void
}

type Callback = (error: unknown, address?: string | LookupAddress[], family?: number) => void

const keys = new Set<string>(['family', 'all', 'order', 'verbatim', 'hints', 'signal'])
const families: { readonly [name: string]: IpFamily | undefined } = { 0: 0, 4: 4, 6: 6, IPv4: 4, IPv6: 6 }
const orders: { readonly [name: string]: readonly number[] | undefined } = { verbatim: [], ipv4first: [4, 6], ipv6first: [6, 4] }
const never = new AbortController().signal

export function lookupIn(netns: Netns): NetnsLookup {
  // dgram calls it with a family in place of the options.
  const lookup = (hostname: string, options: LookupOptions | number = {}, callback?: Callback): unknown => {
    const wanted = typeof options === 'number' ? { family: options } : options
    const found = find(netns, hostname, wanted)
    if (!callback) return found
    // From a turn of its own: what the callback throws is not this promise's.
    found.then((result) => process.nextTick(() => {
      if (Array.isArray(result)) callback(null, result)
      else callback(null, result.address, result.family)
    }), (error: unknown) => process.nextTick(callback, error))
    return undefined
  }
  return lookup as NetnsLookup
}

async function find(netns: Netns, hostname: unknown, options: object): Promise<LookupAddress | LookupAddress[]> {
  innerOf(netns)
  const taken = snapshot<LookupOptions>(options, keys, 'options')
  const family = families[String(taken.family ?? 0)]
  if (family === undefined) throw rangeError('options.family', '0, 4 or 6 is wanted')
  const all = taken.all === undefined ? false : boolean(taken.all, 'options.all')
  if (taken.hints !== undefined) integer(taken.hints, 0, 2 ** 31 - 1, 'options.hints')
  const verbatim = taken.verbatim === undefined ? true : boolean(taken.verbatim, 'options.verbatim')
  const order = orders[String(taken.order ?? (verbatim ? 'verbatim' : 'ipv4first'))]
  if (order === undefined) throw rangeError('options.order', "'verbatim', 'ipv4first' or 'ipv6first' is wanted")
  const signal = abortSignal(taken.signal) ?? never
  const found = await entries(netns, hostname, family, signal)
  const sorted = found.sort((a, b) => order.indexOf(a.family) - order.indexOf(b.family))
  return all ? sorted : sorted[0] ?? []
}

async function entries(netns: Netns, hostname: unknown, family: IpFamily, signal: AbortSignal): Promise<LookupAddress[]> {
  if (typeof hostname !== 'string') throw typeError('hostname', 'a string is wanted')
  const own = isIP(hostname)
  if (own !== 0) return [{ address: hostname, family: own }]
  const addresses = await addressesOf(netns, hostName(hostname, 'hostname'), family, signal)
  return addresses.map((bytes) => ({ address: formatIp(bytes), family: bytes.length === 4 ? 4 : 6 }))
}

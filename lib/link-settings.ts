// The settings that links of every kind have, turned into attributes: those that may be in the message that makes a link, and those
// that only one about an existing link may have (do_setlink takes them, rtnl_create_link does not).

import { checkRequest } from './inspect.ts'
import { requests } from './protocol.ts'
import { type InetConf } from './schema/link-conf.ts'
import { messages } from './schema/messages.ts'
import { type Input } from './schema/dsl.ts'
import { boolean, integer, macForLink } from './values.ts'

export type LinkMessage = Input<typeof messages.link>

/** How the link gets its IPv6 link-local address: IN6_ADDR_GEN_MODE_*. `none`: not at all, which many ports of a bridge are better off with. */
export type AddrGenMode = 'eui64' | 'none' | 'stable_secret' | 'random'

/** What can be set when a link is made and changed later, of whatever kind it is. */
export interface CommonSettings {
  /** Administrative state: IFF_UP. Default false. */
  up?: boolean | undefined
  /** Bytes; the kind has its own default and limits. */
  mtu?: number | undefined
  /** Link-layer address, unicast, as `02:00:00:00:00:01`. Default: random. */
  address?: string | undefined
  broadcast?: string | undefined
  /** Group of links, for bulk operations. Default 0. */
  group?: number | undefined
  /** Free text, at most 255 bytes. */
  alias?: string | undefined
  /** Packets. Default 1000. */
  txQueueLength?: number | undefined
  ipv6?: AddrGenMode | undefined
  /** Lower half of the IPv6 addresses that routers' announcements give it, as `::1`; `::` for none. */
  ipv6Token?: string | undefined
  /** IPv4 on this link: what /proc/sys/net/ipv4/conf/LINK has, by the names of IPV4_DEVCONF_*. */
  inet?: InetConf | undefined
  /** Resolves neighbours: IFF_NOARP is its opposite. */
  arp?: boolean | undefined
  /** IFF_MULTICAST. */
  multicast?: boolean | undefined
  /** Receives all multicast: IFF_ALLMULTI. */
  allmulticast?: boolean | undefined
  /** Receives everything: IFF_PROMISC. */
  promisc?: boolean | undefined
  /** IFF_DYNAMIC. */
  dynamic?: boolean | undefined
  /** Bytes of a packet that the card segments, at most. */
  gsoMaxSize?: number | undefined
  gsoMaxSegs?: number | undefined
  gsoIpv4MaxSize?: number | undefined
  /** Bytes of a packet that reception puts together, at most. */
  groMaxSize?: number | undefined
  groIpv4MaxSize?: number | undefined
  /** Which operational state a carrier leads to (RFC 2863): `dormant` waits for a supplicant. */
  linkmode?: 'default' | 'dormant' | 'testing' | undefined
  /** Of a link in linkmode `dormant` or `testing`. */
  operstate?: 'unknown' | 'dormant' | 'up' | 'testing' | undefined
  /** The carrier, of kinds that let it be switched (dummy). EOPNOTSUPP on others. */
  carrier?: boolean | undefined
  /** Keeps it down whatever IFF_UP says. EOPNOTSUPP on kinds that cannot. */
  protoDown?: boolean | undefined
  /** Why, as bits: `value` under `mask`. With a reason set `protoDown: false` is refused. */
  protoDownReason?: { mask?: number, value?: number } | undefined
}

export const commonSettings = [
  'up', 'mtu', 'address', 'broadcast', 'group', 'alias', 'txQueueLength', 'ipv6', 'ipv6Token', 'inet', 'arp', 'multicast', 'allmulticast', 'promisc',
  'dynamic', 'gsoMaxSize', 'gsoMaxSegs', 'gsoIpv4MaxSize', 'groMaxSize', 'groIpv4MaxSize', 'linkmode', 'operstate', 'carrier', 'protoDown', 'protoDownReason',
] as const

/** The same and `master`, which is another link. */
export const linkSettings = [...commonSettings, 'master'] as const

type Options = { readonly [name: string]: unknown }

const verbatim = ['mtu', 'address', 'broadcast', 'group', 'txQueueLength', 'gsoMaxSize', 'gsoMaxSegs', 'gsoIpv4MaxSize', 'groMaxSize', 'groIpv4MaxSize',
  'linkmode', 'operstate'] as const

/** The attributes that have the same meaning in every message about a link. */
export function attributesOf(options: Options, path: string): LinkMessage {
  const { address, queues, numTxQueues, numRxQueues } = options
  if (address !== undefined) macForLink(address, `${path}.address`)
  const attributes: { [name: string]: unknown } = {}
  for (const name of verbatim) if (options[name] !== undefined) attributes[name === 'txQueueLength' ? 'txqlen' : name] = options[name]
  if (queues === undefined && numTxQueues === undefined && numRxQueues === undefined) return attributes
  const count = queues === undefined ? undefined : integer(queues, 1, 4096, `${path}.queues`)
  attributes['numTxQueues'] = numTxQueues === undefined ? count : integer(numTxQueues, 1, 4096, `${path}.numTxQueues`)
  attributes['numRxQueues'] = numRxQueues === undefined ? count : integer(numRxQueues, 1, 4096, `${path}.numRxQueues`)
  return attributes
}

const switches = { arp: 'NOARP', multicast: 'MULTICAST', allmulticast: 'ALLMULTI', promisc: 'PROMISC', dynamic: 'DYNAMIC' } as const

/** The flags that are asked for, other than IFF_UP, whose turn is last. */
export function flagsOf(options: Options, path: string): { flags?: string[], change?: string[] } {
  const flags: string[] = []
  const change: string[] = []
  for (const [name, flag] of Object.entries(switches)) {
    const value = options[name]
    if (value === undefined) continue
    change.push(flag)
    if (boolean(value, `${path}.${name}`) !== (name === 'arp')) flags.push(flag)
  }
  return change.length > 0 ? { flags, change } : {}
}

/** Attributes for a link that is there. Checked at once: it is sent when the link is there, too late to be refused. */
export function laterOf({ alias, ipv6, ipv6Token, carrier, protoDown, protoDownReason }: Options, path: string): LinkMessage | undefined {
  const message: { [name: string]: unknown } = { ifalias: alias, carrier, protoDown, protoDownReason }
  const inet6 = { ...(ipv6 === undefined ? {} : { addrGenMode: ipv6 }), ...(ipv6Token === undefined ? {} : { token: ipv6Token }) }
  if (Object.keys(inet6).length > 0) message['afSpec'] = { inet6 }
  if (Object.values(message).every((value) => value === undefined)) return undefined
  checkRequest(requests.setLink, message, (name) => renameOption(name).replace('options', path))
  return message
}

/** IPv4's settings on the link: a message of another form. */
export function confOf({ inet }: Options, path: string): InetConf | undefined {
  if (inet === undefined) return undefined
  checkRequest(requests.setLinkConf, { afSpec: { inet: { conf: inet as InetConf } } }, (name) => name.replace('afSpec.inet.conf', `${path}.inet`))
  return inet as InetConf
}

/** Options of every kind, by the attribute that they become. */
const optionNames: { readonly [attribute: string]: string } = { ifname: 'name', txqlen: 'txQueueLength', ifalias: 'alias', 'afSpec.inet6.addrGenMode': 'ipv6', 'afSpec.inet6.token': 'ipv6Token' }

/** Attributes that hold a whole link: the other end of a pair. */
const peers = /^linkinfo\.data\.(peer|peerInfo)\./

/** The option that an attribute's value came from: errors about input speak of what was written. */
export function renameOption(path: string): string {
  if (path === 'linkinfo.data') return 'options.data'
  const peer = peers.test(path) ? 'peer.' : ''
  const rest = path.replace(peers, '').replace(/^linkinfo\.data\./, '').replace(/^linkinfo\.slaveData/, 'port')
  return `options.${peer}${optionNames[rest] ?? rest}`
}

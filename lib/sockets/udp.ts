// Datagram sockets inside a namespace: bound and joined to their groups there, then handed to Node's own dgram.Socket.

import { createSocket, type Socket } from 'node:dgram'
import { rangeError, typeError } from '../errors.ts'
import { innerOf } from '../inner.ts'
import { type Netns } from '../netns.ts'
import { resolved } from '../resolver/addresses.ts'
import { boolean, integer, snapshot, type Snapshot } from '../values.ts'
import { placeError, endpoint, port, type Endpoint } from './endpoint.ts'
import {
  adopted, AF_INET, AF_INET6, IPPROTO_IPV6, IPV6_V6ONLY, openSocket, SO_BROADCAST, SO_RCVBUF, SO_REUSEADDR, SO_REUSEPORT, SO_SNDBUF, SOCK_DGRAM, SOL_SOCKET,
} from './open.ts'
import { abortSignal } from './patience.ts'

export interface UdpOptions {
  /** Default: that of `host` where it is an address, else 'udp4'. */
  type?: 'udp4' | 'udp6' | undefined
  /** Default 0: the kernel picks one. */
  port?: number | undefined
  /** An address, with the link behind '%' to be bound to that link, or a name, looked up inside. Default: all addresses. */
  host?: string | undefined
  /** For udp6: leaves IPv4 alone. Default false. */
  ipv6Only?: boolean | undefined
  /** SO_REUSEADDR: several sockets may have the port; for multicast all of them hear. Default false. */
  reuseAddr?: boolean | undefined
  /** SO_REUSEPORT: the kernel spreads datagrams over the sockets of the port. Default false. */
  reusePort?: boolean | undefined
  /** Whether it may send to broadcast addresses. Default false. */
  broadcast?: boolean | undefined
  /** Multicast groups to join, each with its link behind '%' where the routes do not say: '239.1.2.3%eth0', 'ff02::fb%eth0'. */
  groups?: readonly string[] | undefined
  /** Bytes; the kernel doubles it, and limits it to net.core.rmem_max. */
  recvBufferSize?: number | undefined
  /** Bytes; the kernel doubles it, and limits it to net.core.wmem_max. */
  sendBufferSize?: number | undefined
  /** Closes the socket when it is aborted. */
  signal?: AbortSignal | undefined
}

const keys = new Set<string>([
  'type', 'port', 'host', 'ipv6Only', 'reuseAddr', 'reusePort', 'broadcast', 'groups', 'recvBufferSize', 'sendBufferSize', 'signal',
])
const mostGroups = 20  // net.ipv4.igmp_max_memberships

/** `here`: the namespace is the process's own. */
export async function udp(netns: Netns, options: UdpOptions, here: boolean): Promise<Socket> {
  innerOf(netns)
  const taken = snapshot<UdpOptions>(options, keys, 'options')
  const signal = abortSignal(taken.signal)
  signal?.throwIfAborted()
  const number = taken.port === undefined ? 0 : port(taken.port, 'options.port')
  const settings = settingsOf(taken)
  const at = await place(netns, taken, signal)
  // Node asks the system for the name of a sender's link, outside, and emits an error where there is none.
  const noLinkLocal = at.family === AF_INET6 && !here
  const groups = groupsOf(taken.groups, at)
  if (at.family === AF_INET6) settings.push(IPPROTO_IPV6, IPV6_V6ONLY, flag(taken, 'ipv6Only'))
  const wish = { family: at.family, type: SOCK_DGRAM, options: settings, device: at.device, address: at.bytes, port: number, groups, noLinkLocal }
  try {
    const handle = await openSocket(netns, wish)
    if (signal?.aborted) handle.close()
    signal?.throwIfAborted()
    const socket = createSocket({ type: at.family === AF_INET ? 'udp4' : 'udp6', lookup: netns.lookup, ...signal && { signal } })
    adopted(handle, (fd) => {
      socket.bind({ fd, exclusive: true })
      // libuv turns it on for every descriptor that it is given.
      handle.set(SOL_SOCKET, SO_REUSEADDR, flag(taken, 'reuseAddr'))
    })
    return socket
  } catch (error) {
    throw placeError(error, 'bind', { address: at.address, port: number })
  }
}

function flag(taken: Snapshot<UdpOptions>, key: 'ipv6Only' | 'reuseAddr' | 'reusePort' | 'broadcast'): number {
  return taken[key] !== undefined && boolean(taken[key], `options.${key}`) ? 1 : 0
}

function settingsOf(taken: Snapshot<UdpOptions>): number[] {
  const settings = [SOL_SOCKET, SO_REUSEADDR, flag(taken, 'reuseAddr'), SOL_SOCKET, SO_BROADCAST, flag(taken, 'broadcast')]
  if (flag(taken, 'reusePort') === 1) settings.push(SOL_SOCKET, SO_REUSEPORT, 1)
  flag(taken, 'ipv6Only')
  for (const [key, name] of [['recvBufferSize', SO_RCVBUF], ['sendBufferSize', SO_SNDBUF]] as const) {
    if (taken[key] !== undefined) settings.push(SOL_SOCKET, name, integer(taken[key], 1, 2 ** 31 - 1, `options.${key}`))
  }
  return settings
}

async function place(netns: Netns, { type, host }: Snapshot<UdpOptions>, signal?: AbortSignal): Promise<Endpoint> {
  if (type !== undefined && type !== 'udp4' && type !== 'udp6') throw rangeError('options.type', "'udp4' or 'udp6' is wanted")
  if (host === undefined) return endpoint(type === 'udp6' ? '::' : '0.0.0.0', 'options.host')
  const found = await resolved(netns, host, 'options.host', { family: type === undefined ? 0 : type === 'udp4' ? 4 : 6, ...signal && { signal } })
  if (type !== undefined && found.family !== (type === 'udp4' ? AF_INET : AF_INET6)) throw rangeError('options.host', `is no address of ${type}`)
  return found
}

function groupsOf(groups: unknown, at: Endpoint): { address: Uint8Array, device: string }[] {
  if (groups === undefined) return []
  if (!Array.isArray(groups)) throw typeError('options.groups', 'an array of addresses is wanted')
  if (groups.length > mostGroups) throw rangeError('options.groups', `at most ${mostGroups} groups a socket`)
  return Array.from(groups, (group: unknown, index) => {
    const path = `options.groups[${index}]`
    const { family, bytes, device } = endpoint(group, path)
    const [first = 0] = bytes
    if (family !== at.family) throw rangeError(path, 'is of the other family than the socket')
    if (family === AF_INET ? first < 224 || first > 239 : first !== 255) throw rangeError(path, 'is no multicast address')
    return { address: bytes, device: device || at.device }
  })
}

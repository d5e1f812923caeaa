// Whether an address answers, and how fast, asked from inside a namespace: ping(8) without the program.

import { Echo, type PingError, type PingReply, type Rounds } from './echo.ts'
import { libraryError, NetnsError, rangeError, typeError } from './errors.ts'
import { innerOf } from './inner.ts'
import { knownIndex, type LinkRef } from './link-options.ts'
import { type SocketHandle } from './native.ts'
import { type Netns } from './netns.ts'
import { AF_INET, AF_INET6, IPPROTO_IPV6, openSocket, SOCK_DGRAM, SOCK_RAW, type SocketWish } from './sockets/open.ts'
import { formatIp, integer, ipBytes, linkName, snapshot, type Snapshot } from './values.ts'

export interface PingOptions {
  /** Requests. Default 1. */
  count?: number | undefined
  /** Milliseconds from one request to the next, whether that was answered or not. Default 1000. */
  interval?: number | undefined
  /** Milliseconds that a request may remain unanswered. Default 1000. */
  timeout?: number | undefined
  /** Bytes behind the ICMP header. Default 56. */
  size?: number | undefined
  /** Hops that a request may make. Default: the namespace's. */
  ttl?: number | undefined
  /** The address that it comes from. Default: the kernel's choice, by the route. */
  source?: string | undefined
  /** The link that it leaves by, a must for link-local addresses: `fe80::1%eth0` is the same. */
  dev?: LinkRef | undefined
  /** Gives up with its reason. */
  signal?: AbortSignal | undefined
}

/** What came of a ping. The times are milliseconds, and absent where nothing was received. */
export interface PingResult {
  address: string
  /** Requests that left. */
  sent: number
  received: number
  /** The part of `count` that was not answered: 0 to 1. */
  loss: number
  replies: PingReply[]
  /** What was said of requests instead of an answer; those of which nothing was heard are in neither list. */
  errors: PingError[]
  min?: number
  avg?: number
  max?: number
  /** Standard deviation, as ping(8) shows it. */
  mdev?: number
}

const optionNames = new Set(['count', 'interval', 'timeout', 'size', 'ttl', 'source', 'dev', 'signal'])
const most = 2 ** 31 - 1
const IPPROTO = { ip: 0, icmp: 1, icmpv6: 58 } as const
const hops = { v4: [IPPROTO.ip, 2, IPPROTO.ip, 33], v6: [IPPROTO_IPV6, 16, IPPROTO_IPV6, 18] } as const   // IP_TTL IP_MULTICAST_TTL, IPV6_UNICAST_HOPS IPV6_MULTICAST_HOPS
const EPERM = 1

interface Target { readonly text: string, readonly bytes: Uint8Array, readonly v6: boolean, readonly zone: string | undefined }

function takeAddress(address: unknown): Target {
  const at = typeof address === 'string' ? address.indexOf('%') : -1
  const [text, zone] = typeof address === 'string' && at >= 0 ? [address.slice(0, at), linkName(address.slice(at + 1), 'address')] : [address, undefined]
  const bytes = ipBytes(text, 'address')
  const v6 = bytes.length === 16
  if (zone !== undefined && !v6) throw rangeError('address', 'only an IPv6 address has a zone')
  return { text: formatIp(bytes), bytes, v6, zone }
}

function takeRounds(target: Target, { count = 1, interval = 1000, timeout = 1000, size = 56 }: Snapshot<PingOptions>): Omit<Rounds, 'raw'> {
  return {
    address: target.text, bytes: target.bytes,
    count: integer(count, 1, 65_535, 'options.count'), interval: integer(interval, 0, most, 'options.interval'),
    // IPv4's longest packet, less both headers.
    timeout: integer(timeout, 1, most, 'options.timeout'), size: integer(size, 0, 65_507, 'options.size'),
  }
}

/** Everything but the link, whose name may have to be asked for. */
function takeSocket({ v6 }: Target, { ttl, source }: Snapshot<PingOptions>): Omit<SocketWish, 'type'> {
  const from = source === undefined ? undefined : ipBytes(source, 'options.source')
  if (from && (from.length === 16) !== v6) throw rangeError('options.source', `an IPv${v6 ? 6 : 4} address is wanted`)
  const limit = ttl === undefined ? undefined : integer(ttl, 1, 255, 'options.ttl')
  const [level, name, multicastLevel, multicastName] = v6 ? hops.v6 : hops.v4
  return {
    family: v6 ? AF_INET6 : AF_INET, protocol: v6 ? IPPROTO.icmpv6 : IPPROTO.icmp,
    options: limit === undefined ? [] : [level, name, limit, multicastLevel, multicastName, limit],
    ...(from ? { address: from } : {}),
  }
}

/** The name that SO_BINDTODEVICE wants; a handle's may have changed. */
async function takeDevice(netns: Netns, { zone }: Target, { dev }: Snapshot<PingOptions>): Promise<string> {
  if (zone !== undefined && dev !== undefined) throw rangeError('options.dev', 'the address has a zone already')
  if (dev === undefined) return zone ?? ''
  if (typeof dev === 'string') return linkName(dev, 'options.dev')
  const link = await netns.links.get(knownIndex(netns, dev, 'options.dev'))
  return link.name
}

/** Raw as root has it; a datagram socket where net.ipv4.ping_group_range lets this user's group. */
async function openEcho(netns: Netns, wish: Omit<SocketWish, 'type'>): Promise<{ socket: SocketHandle, raw: boolean }> {
  try {
    return { socket: await openSocket(netns, { ...wish, type: SOCK_RAW }), raw: true }
  } catch (error) {
    if (!(error instanceof NetnsError && error.code === 'EPERM' && error.syscall === 'socket')) throw error
  }
  try {
    return { socket: await openSocket(netns, { ...wish, type: SOCK_DGRAM }), raw: false }
  } catch (error) {
    if (!(error instanceof NetnsError && error.code === 'EACCES' && error.syscall === 'socket')) throw error
    throw new NetnsError({ errno: EPERM, syscall: 'socket' },
      'echo takes CAP_NET_RAW in the user namespace that owns the network namespace, or a group within its net.ipv4.ping_group_range')
  }
}

function resultOf(address: string, count: number, { sent, replies, errors }: Echo): PingResult {
  const times = replies.map(({ time }) => time)
  const result: PingResult = { address, sent, received: times.length, loss: (count - times.length) / count, replies, errors }
  if (times.length === 0) return result
  const avg = times.reduce((sum, time) => sum + time, 0) / times.length
  const mdev = Math.sqrt(times.reduce((sum, time) => sum + (time - avg) ** 2, 0) / times.length)
  return { ...result, min: Math.min(...times), avg, max: Math.max(...times), mdev }
}

/** `ns.ping`. */
export async function ping(netns: Netns, address: string, given: PingOptions): Promise<PingResult> {
  const target = takeAddress(address)
  const options = snapshot<PingOptions>(given, optionNames, 'options')
  const { signal } = options
  if (signal !== undefined && !(signal instanceof AbortSignal)) throw typeError('options.signal', 'an AbortSignal is wanted')
  const rounds = takeRounds(target, options)
  const wish = takeSocket(target, options)
  signal?.throwIfAborted()
  const inner = innerOf(netns)
  const device = await takeDevice(netns, target, options)
  const { socket, raw } = await openEcho(netns, { ...wish, device })
  if (signal?.aborted || inner.closed) socket.close()
  signal?.throwIfAborted()
  innerOf(netns)
  const echo = new Echo({ ...rounds, raw }, socket)
  const end = () => echo.close()
  const forget = inner.onClose(end)
  signal?.addEventListener('abort', end)
  try {
    echo.start()
    await echo.done
    signal?.throwIfAborted()
    if (inner.closed) throw libraryError('ERR_NETNS_CLOSED', 'the namespace was closed during a ping')
    return resultOf(target.text, rounds.count, echo)
  } finally {
    forget()
    signal?.removeEventListener('abort', end)
    echo.close()
  }
}

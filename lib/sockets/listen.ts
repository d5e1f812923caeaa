// Servers inside a namespace: TCP, and unix sockets with an abstract name. The server is Node's own.

import { once } from 'node:events'
import { createServer, Server, type ServerOpts } from 'node:net'
import { typeError } from '../errors.ts'
import { innerOf } from '../inner.ts'
import { type SocketHandle } from '../native.ts'
import { type Netns } from '../netns.ts'
import { resolved } from '../resolver/addresses.ts'
import { boolean, integer, snapshot, type Snapshot } from '../values.ts'
import { abstractName, placeError, endpoint, port, type Endpoint } from './endpoint.ts'
import {
  adopted, AF_INET6, AF_UNIX, IPPROTO_IPV6, IPV6_V6ONLY, openSocket, SO_REUSEADDR, SO_REUSEPORT, SOCK_STREAM, SOL_SOCKET, type SocketWish,
} from './open.ts'
import { abortSignal } from './patience.ts'

export interface ListenOptions<S extends Server = Server> {
  /** Default 0: the kernel picks one, and `server.address()` tells which. */
  port?: number | undefined
  /** An IP address, with the link behind '%' where it is link-local, or a name, looked up inside. Default: all addresses, of IPv4 too. */
  host?: string | undefined
  /** Instead of both: '\0name', in the abstract name space of this network namespace. `server.address()` is null then. */
  path?: string | undefined
  /** Connections that wait to be accepted; the kernel limits it to net.core.somaxconn. Default 511. */
  backlog?: number | undefined
  /** For '::', the default: leaves IPv4 alone. Default false. */
  ipv6Only?: boolean | undefined
  /** SO_REUSEPORT: several sockets of one user share the port, and the kernel spreads connections over them. Default false. */
  reusePort?: boolean | undefined
  /** Closes the server when it is aborted. */
  signal?: AbortSignal | undefined
  /** Who is to listen: an http.Server, a tls.Server, or any other net.Server that does not listen yet. Default: a new one. */
  server?: S | undefined
  /** For a new server, as in net.createServer. */
  allowHalfOpen?: boolean | undefined
  pauseOnConnect?: boolean | undefined
  noDelay?: boolean | undefined
  keepAlive?: boolean | undefined
  keepAliveInitialDelay?: number | undefined
}

const ofServer = ['allowHalfOpen', 'pauseOnConnect', 'noDelay', 'keepAlive', 'keepAliveInitialDelay'] as const
const keys = new Set<string>(['port', 'host', 'path', 'backlog', 'ipv6Only', 'reusePort', 'signal', 'server', ...ofServer])
const usual = 511  // Node's
const EAFNOSUPPORT = 'EAFNOSUPPORT'
const EADDRNOTAVAIL = 'EADDRNOTAVAIL'

export async function listen<S extends Server = Server>(netns: Netns, options: ListenOptions<S>): Promise<S> {
  innerOf(netns)
  const taken = snapshot<ListenOptions>(options, keys, 'options')
  const server = listener(taken) as S
  const signal = abortSignal(taken.signal)
  signal?.throwIfAborted()
  const backlog = taken.backlog === undefined ? usual : integer(taken.backlog, 1, 2 ** 31 - 1, 'options.backlog')
  const socket = await (taken.path === undefined ? tcp(netns, taken, backlog, signal) : unix(netns, taken, backlog))
  if (signal?.aborted) socket.close()
  signal?.throwIfAborted()
  // A worker of node:cluster would ask its primary, which does not have the descriptor.
  const node = { exclusive: true, ...signal && { signal } }
  // With a descriptor it reads the backlog from here, not from the options.
  adopted(socket, (fd) => server.listen({ fd, ...node }, backlog), () => server.listening)
  if (!server.listening) throw (await once(server, 'error'))[0]
  return server
}

function listener(taken: Snapshot<ListenOptions>): Server {
  const { server } = taken
  const settings: ServerOpts = {}
  for (const key of ofServer) {
    const value = taken[key]
    if (value === undefined) continue
    if (server !== undefined) throw typeError(`options.${key}`, 'the server has been made already')
    if (key === 'keepAliveInitialDelay') settings[key] = integer(value, 0, 2 ** 31 - 1, `options.${key}`)
    else settings[key] = boolean(value, `options.${key}`)
  }
  if (server === undefined) return createServer(settings)
  if (!(server instanceof Server)) throw typeError('options.server', 'a net.Server is wanted, as http, https and tls make them too')
  if (server.listening) throw typeError('options.server', 'it listens already')
  return server
}

async function unix(netns: Netns, taken: Snapshot<ListenOptions>, backlog: number): Promise<SocketHandle> {
  for (const key of ['port', 'host', 'ipv6Only', 'reusePort'] as const) {
    if (taken[key] !== undefined) throw typeError(`options.${key}`, 'not for a unix socket, which options.path asks for')
  }
  const address = abstractName(taken.path, 'options.path')
  return bound(netns, { family: AF_UNIX, type: SOCK_STREAM, address, backlog }, { address: String(taken.path) })
}

async function tcp(netns: Netns, taken: Snapshot<ListenOptions>, backlog: number, signal?: AbortSignal): Promise<SocketHandle> {
  const number = taken.port === undefined ? 0 : port(taken.port, 'options.port')
  const only = taken.ipv6Only === undefined ? false : boolean(taken.ipv6Only, 'options.ipv6Only')
  const shared = taken.reusePort === undefined ? false : boolean(taken.reusePort, 'options.reusePort')
  const open = async (at: Endpoint): Promise<SocketHandle> => {
    const options = [SOL_SOCKET, SO_REUSEADDR, 1, ...shared ? [SOL_SOCKET, SO_REUSEPORT, 1] : []]
    // Said in both cases: net.ipv6.bindv6only may have the other default.
    if (at.family === AF_INET6) options.push(IPPROTO_IPV6, IPV6_V6ONLY, only ? 1 : 0)
    const wish = { family: at.family, type: SOCK_STREAM, options, device: at.device, address: at.bytes, port: number, backlog }
    return bound(netns, wish, { address: at.address, port: number })
  }
  if (taken.host !== undefined) return open(await resolved(netns, taken.host, 'options.host', signal ? { signal } : {}))
  try {
    return await open(endpoint('::', 'host'))
  } catch (error) {
    // As Node: a kernel, or a namespace, without IPv6 has all of IPv4.
    const without = error instanceof Error && 'code' in error && (error.code === EAFNOSUPPORT || error.code === EADDRNOTAVAIL)
    if (!without || only) throw error
    return open(endpoint('0.0.0.0', 'host'))
  }
}

async function bound(netns: Netns, wish: SocketWish, where: { address: string, port?: number }): Promise<SocketHandle> {
  try {
    return await openSocket(netns, wish)
  } catch (error) {
    throw placeError(error, 'listen', where)
  }
}

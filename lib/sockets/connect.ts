// Connections out of a namespace, over TCP and to abstract unix names. The socket is Node's own, and so are its errors.

import { getDefaultAutoSelectFamilyAttemptTimeout, Socket, type SocketConnectOpts } from 'node:net'
import { typeError } from '../errors.ts'
import { innerOf } from '../inner.ts'
import { type Netns } from '../netns.ts'
import { resolvedAll } from '../resolver/addresses.ts'
import { boolean, integer, snapshot, type Snapshot } from '../values.ts'
import { abstractName, placeError, endpoint, port, systemError, type Endpoint } from './endpoint.ts'
import { adopted, AF_UNIX, IP_BIND_ADDRESS_NO_PORT, IPPROTO_IP, openSocket, SOCK_STREAM, type SocketWish } from './open.ts'
import { abortSignal, milliseconds, orAborted, patiently } from './patience.ts'

export interface ConnectOptions {
  port?: number | undefined
  /** An IP address, with the link behind '%' where it is link-local, or a name, looked up inside. Default 'localhost'. */
  host?: string | undefined
  /** Instead of both: '\0name', in the abstract name space of this network namespace. */
  path?: string | undefined
  /** For names: addresses of IPv4 or of IPv6 only. Default 0: both, tried one after the other. */
  family?: 0 | 4 | 6 | undefined
  /** An address of the namespace's to connect from. */
  localAddress?: string | undefined
  localPort?: number | undefined
  /** Gives up connecting, with the signal's reason. A connected socket is out of its reach. */
  signal?: AbortSignal | undefined
  /** Milliseconds until it is connected, the name looked up and all; then ETIMEDOUT. Default: the kernel's, about two minutes. */
  timeout?: number | undefined
  /** As in new net.Socket and its setNoDelay and setKeepAlive. */
  allowHalfOpen?: boolean | undefined
  noDelay?: boolean | undefined
  keepAlive?: boolean | undefined
  /** Milliseconds of silence before the first probe. */
  keepAliveInitialDelay?: number | undefined
}

const keys = new Set<string>([
  'port', 'host', 'path', 'family', 'localAddress', 'localPort', 'signal', 'timeout', 'allowHalfOpen', 'noDelay', 'keepAlive', 'keepAliveInitialDelay',
])
const ETIMEDOUT = -110

interface Manner { halfOpen: boolean, noDelay: boolean, keepAlive: boolean, delay: number }

export async function connect(netns: Netns, options: ConnectOptions): Promise<Socket> {
  innerOf(netns)
  const taken = snapshot<ConnectOptions>(options, keys, 'options')
  const manner = mannerOf(taken)
  const signal = abortSignal(taken.signal)
  const timeout = taken.timeout === undefined ? undefined : milliseconds(taken.timeout, 'options.timeout')
  const where = taken.path === undefined ? { address: String(taken.host ?? 'localhost'), port: Number(taken.port) } : { address: String(taken.path) }
  const work = taken.path === undefined ? tcp(netns, taken, manner) : unix(netns, taken, manner)
  try {
    const socket = await patiently(work, signal, timeout, () => systemError('connect', ETIMEDOUT, where))
    if (manner.noDelay) socket.setNoDelay(true)
    if (manner.keepAlive) socket.setKeepAlive(true, manner.delay)
    return socket
  } catch (error) {
    // Made in a turn of the event loop where the caller is not on the stack. The signal's reason is not ours to change.
    if (error instanceof Error && error !== signal?.reason) Error.captureStackTrace(error)
    throw error
  }
}

function mannerOf(taken: Snapshot<ConnectOptions>): Manner {
  const flag = (key: 'allowHalfOpen' | 'noDelay' | 'keepAlive'): boolean => taken[key] === undefined ? false : boolean(taken[key], `options.${key}`)
  const { keepAliveInitialDelay: delay } = taken
  return {
    halfOpen: flag('allowHalfOpen'), noDelay: flag('noDelay'), keepAlive: flag('keepAlive'),
    delay: delay === undefined ? 0 : integer(delay, 0, 2 ** 31 - 1, 'options.keepAliveInitialDelay'),
  }
}

type Work = (signal: AbortSignal) => Promise<Socket>

function unix(netns: Netns, taken: Snapshot<ConnectOptions>, manner: Manner): Work {
  for (const key of ['port', 'host', 'family', 'localAddress', 'localPort'] as const) {
    if (taken[key] !== undefined) throw typeError(`options.${key}`, 'not for a unix socket, which options.path asks for')
  }
  const address = abstractName(taken.path, 'options.path')
  // By the addon: libuv's connect takes the name for a path on some versions of Node.
  const wish = { family: AF_UNIX, type: SOCK_STREAM, address, connected: true }
  return async (signal) => {
    const handle = await openSocket(netns, wish).catch((error: unknown) => { throw placeError(error, 'connect', { address: String(taken.path) }) })
    if (signal.aborted) handle.close()
    signal.throwIfAborted()
    return adopted(handle, (fd) => new Socket({ fd, readable: true, writable: true, allowHalfOpen: manner.halfOpen }))
  }
}

function tcp(netns: Netns, taken: Snapshot<ConnectOptions>, manner: Manner): Work {
  const number = port(taken.port, 'options.port', 1)
  const host = taken.host ?? 'localhost'
  const { family = 0 } = taken
  if (family !== 0 && family !== 4 && family !== 6) throw typeError('options.family', '0, 4 or 6 is wanted')
  const local = taken.localAddress === undefined ? undefined : endpoint(taken.localAddress, 'options.localAddress')
  const localPort = taken.localPort === undefined ? 0 : port(taken.localPort, 'options.localPort')
  if (localPort > 0 && !local) throw typeError('options.localPort', 'it needs options.localAddress')
  const from = local && { local, localPort }
  return async (signal) => {
    const found = await resolvedAll(netns, host, 'options.host', { family, signal })
    return firstOf(found.map((to) => async (own: AbortSignal) => tcpAttempt(netns, to, number, from, manner, own)), found, number, signal)
  }
}

interface From { readonly local: Endpoint, readonly localPort: number }

async function tcpAttempt(netns: Netns, to: Endpoint, number: number, from: From | undefined, manner: Manner, signal: AbortSignal): Promise<Socket> {
  const wish: SocketWish = { family: to.family, type: SOCK_STREAM, device: to.device || from?.local.device || '' }
  // Otherwise a port would be taken at once, and for this address alone.
  const bind = from && { address: from.local.bytes, port: from.localPort, options: [IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, 1] }
  if (from && from.local.family !== to.family) throw systemError('bind', -22, { address: from.local.address, port: from.localPort })
  try {
    return await attempt(netns, { ...wish, ...bind }, { host: to.address, port: number, autoSelectFamily: false }, manner, signal)
  } catch (error) {
    throw from ? placeError(error, 'bind', { address: from.local.address, port: from.localPort }) : error
  }
}

/** One descriptor, one connect(2). */
async function attempt(netns: Netns, wish: SocketWish, to: SocketConnectOpts, manner: Manner, signal: AbortSignal): Promise<Socket> {
  const handle = await openSocket(netns, wish)
  if (signal.aborted) handle.close()
  signal.throwIfAborted()
  // manualStart: Node would read from what is not connected yet.
  const options = { readable: true, writable: true, manualStart: true, allowHalfOpen: manner.halfOpen }
  const socket = adopted(handle, (fd) => new Socket({ fd, ...options }))
  let refuse = (_: unknown): void => undefined
  try {
    await orAborted<void>(signal, (resolve, reject) => {
      refuse = reject
      socket.once('error', refuse).connect(to, resolve)
    })
    return socket.off('error', refuse)
  } catch (error) {
    socket.destroy()
    throw error
  }
}

type Attempt = (signal: AbortSignal) => Promise<Socket>

/** One after the other, as Node does: all but the last have the time of net.getDefaultAutoSelectFamilyAttemptTimeout. */
async function firstOf(attempts: readonly Attempt[], places: readonly Endpoint[], number: number, signal: AbortSignal): Promise<Socket> {
  const errors: unknown[] = []
  for (const [index, one] of attempts.entries()) {
    const late = (): Error => systemError('connect', ETIMEDOUT, { address: places[index]?.address ?? '', port: number })
    try {
      return await patiently(one, signal, index < attempts.length - 1 ? getDefaultAutoSelectFamilyAttemptTimeout() : undefined, late)
    } catch (error) {
      // Without a port it is not about this address.
      if (signal.aborted || !(error instanceof Error && 'port' in error)) throw error
      errors.push(error)
    }
  }
  if (errors.length === 1) throw errors[0]
  const [first] = errors
  throw Object.assign(new AggregateError(errors), first instanceof Error && 'code' in first ? { code: first.code } : {})
}

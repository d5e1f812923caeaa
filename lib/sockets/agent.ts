// Clients of HTTP inside a namespace: agents for http and https, and a connector for undici, and so for fetch. The sockets come
// from `connect`; keep-alive, pools and sessions are Node's and undici's own.

import { Agent as HttpAgent, type AgentOptions } from 'node:http'
import { Agent as HttpsAgent, type AgentOptions as HttpsAgentOptions } from 'node:https'
import { isIP, type Socket } from 'node:net'
import { type Duplex } from 'node:stream'
import { connect as connectTls, type ConnectionOptions, type TLSSocket } from 'node:tls'
import { innerOf } from '../inner.ts'
import { type Netns } from '../netns.ts'
import { snapshot } from '../values.ts'
import { connect, type ConnectOptions } from './connect.ts'
import { milliseconds, orAborted, patiently } from './patience.ts'

type Created = (error: Error | null, stream: Duplex) => void

interface Wish { host?: string | null | undefined, port?: number | string | null | undefined, localAddress?: string | undefined, socketPath?: string | null | undefined, family?: number | undefined }

/** What http asks of its agent, as `connect` takes it. An abstract name can be asked for as `socketPath`. */
function optionsOf({ host, port, localAddress, socketPath, family }: Wish): ConnectOptions {
  if (socketPath) return { path: socketPath }
  const from = localAddress === undefined ? {} : { localAddress }
  return { host: bare(host ?? 'localhost'), port: Number(port), noDelay: true, ...from, ...family === 4 || family === 6 ? { family } : {} }
}

/** A URL has an IPv6 address in brackets. */
const bare = (host: string): string => host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host

export function httpAgent(netns: Netns, options: AgentOptions = {}): HttpAgent {
  innerOf(netns)
  const agent = new HttpAgent(options)
  agent.createConnection = (wish: Wish, created: Created) => {
    opened(netns, wish, created, (socket) => created(null, socket))
    return undefined as never
  }
  return agent
}

export function httpsAgent(netns: Netns, options: HttpsAgentOptions = {}): HttpsAgent {
  innerOf(netns)
  const agent = new HttpsAgent(options)
  // Node's own resumes sessions and remembers them; all that it lacks is the socket.
  const secure = agent.createConnection.bind(agent) as (wish: object) => TLSSocket
  agent.createConnection = (wish: Wish, created: Created) => {
    opened(netns, wish, created, (socket) => created(null, secure({ ...wish, socket })))
    return undefined as never
  }
  return agent
}

function opened(netns: Netns, wish: Wish, created: Created, use: (socket: Socket) => void): void {
  // From a turn of its own: what http throws at the callback is not this promise's.
  connect(netns, optionsOf(wish)).then((socket) => process.nextTick(use, socket), (error: Error) => process.nextTick(created as (error: Error) => void, error))
}

export interface ConnectorOptions {
  /** Milliseconds until it is connected, with TLS and all. Default 10,000, undici's. */
  timeout?: number | undefined
  /** For https: certificates, keys, ALPNProtocols and the rest of tls.connect. */
  tls?: ConnectionOptions | undefined
}

/** What undici says of the connection that it wants. */
export interface ConnectorWish {
  hostname: string
  host?: string | undefined
  protocol: string
  port: string
  servername?: string | undefined
  localAddress?: string | null | undefined
  httpSocket?: Socket | undefined
}

export type Connector = (wish: ConnectorWish, callback: (...result: [null, Socket | TLSSocket] | [Error, null]) => void) => void

const connectorKeys = new Set<string>(['timeout', 'tls'])
const usual = 10_000
const keepAliveDelay = 60_000  // undici's

export function connector(netns: Netns, options: ConnectorOptions = {}): Connector {
  innerOf(netns)
  const { timeout, tls = {} } = snapshot<ConnectorOptions>(options, connectorKeys, 'options')
  const limit = timeout === undefined ? usual : milliseconds(timeout, 'options.timeout')
  const own = snapshot<ConnectionOptions>(tls, new Set(Object.keys(Object(tls))), 'options.tls') as ConnectionOptions
  return (wish, callback) => {
    const late = (): Error => Object.assign(new Error(`connect ETIMEDOUT ${wish.hostname}`), { code: 'ETIMEDOUT', syscall: 'connect' })
    patiently(async (signal) => connected(netns, wish, own, signal), undefined, limit, late)
      .then((socket) => process.nextTick(callback, null, socket), (error: Error) => process.nextTick(callback, error, null))
  }
}

async function connected(netns: Netns, wish: ConnectorWish, tls: ConnectionOptions, signal: AbortSignal): Promise<Socket> {
  const secure = wish.protocol === 'https:'
  const { hostname: host, localAddress } = wish
  const port = wish.port === '' ? secure ? 443 : 80 : wish.port
  const way = { ...optionsOf({ host, port, ...localAddress ? { localAddress } : {} }), keepAlive: true, keepAliveInitialDelay: keepAliveDelay, signal }
  const socket = wish.httpSocket ?? await connect(netns, way)
  // `host` is what the certificate has to name where there is no servername.
  return secure ? shaken(socket, { ALPNProtocols: ['http/1.1'], servername: nameFor(wish), host: bare(host), ...tls, socket }, signal) : socket
}

/** Of an address there is none: RFC 6066 has names only. */
function nameFor({ servername, hostname }: ConnectorWish): string {
  const name = servername ?? bare(hostname)
  return isIP(name) === 0 ? name : ''
}

async function shaken(socket: Socket, options: ConnectionOptions, signal: AbortSignal): Promise<TLSSocket> {
  const secure = connectTls(options)
  let refuse = (_: unknown): void => undefined
  try {
    await orAborted<void>(signal, (resolve, reject) => {
      refuse = reject
      secure.once('error', refuse).once('secureConnect', resolve)
    })
    return secure.off('error', refuse)
  } catch (error) {
    secure.destroy()
    socket.destroy()
    throw error
  }
}

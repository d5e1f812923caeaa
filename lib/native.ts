// The addon, and the types of what crosses into it. The only file that loads native code.

import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Facts } from './errors.ts'
import type { Constructor } from './schema/shapes.ts'
import type { Tables } from './schema/compile.ts'

/** A namespace's descriptor, shared with every request that mentions it. */
export interface NamespaceHandle {
  readonly fd: number
  /** Of the user namespace to go through; -1 where the process's own will do. */
  readonly userFd: number
  readonly inode: number
  readonly device: number
  /** Another handle of the same descriptor, which stays open until both are closed. */
  share(): NamespaceHandle
  close(): void
}

/** A strand: one netlink socket, first in first out. */
export interface ConnectionHandle {
  /** Whether there are answers already, for `drain` to deliver. */
  submit(words: Uint32Array, count: number, namespaces: readonly NamespaceHandle[]): boolean
  close(): void
}

/** A socket joined to multicast groups. */
export interface MonitorHandle {
  close(): void
}

/** A socket that nobody has adopted yet: closed with this handle, unless it was released. */
export interface SocketHandle {
  readonly fd: number
  close(): void
  release(): void
  /** setsockopt; what the kernel says against it is not told. */
  set(level: number, name: number, value: number): void
}

/** How a socket is opened inside: as in native/runtime/open_socket.h. */
export interface SocketPlan {
  readonly family: number
  readonly type: number
  readonly protocol: number
  /** Level, name, value of setsockopt, one after the other. */
  readonly options: readonly number[]
  /** SO_BINDTODEVICE; '' for none. */
  readonly device: string
  /** Bound to it where there is one: bytes of an IP address, or an abstract name without its NUL. */
  readonly address: Uint8Array | undefined
  /** Connected to `address` instead: for an abstract name. */
  readonly connected: boolean
  /** Drops datagrams from link-local senders. */
  readonly noLinkLocal: boolean
  readonly port: number
  readonly groups: readonly { readonly address: Uint8Array, readonly device: string }[]
  /** -1: it does not listen. */
  readonly backlog: number
}

/** An echo socket; each answer is an event of the subscription with its token. */
export interface EchoHandle {
  /** The errno of sendto; 0 where it has been sent. */
  send(sequence: number): number
  close(): void
}

/** A queue of a TUN link; `read` completes as a job with the next packet. */
export interface TunQueueHandle {
  readonly fd: number
  read(token: number): void
  close(): void
}

/** As native/runtime/open_tun.h has it. */
export interface TunPlan {
  name: string
  tap: boolean
  pi: boolean
  vnetHdr: boolean
  multiQueue: boolean
  persist: boolean
  queues: number
  index: number
  owner: number
  group: number
}

/** Why a request was not answered as hoped. */
export interface Refusal extends Partial<Facts> {
  outcome: 'refused' | 'not sent' | 'interrupted' | 'stopped' | 'unknown' | 'malformed' | 'not encoded' | 'skipped'
  why?: string
}

/** What the addon calls, from its own turn of the event loop. `acked` settles `count` consecutive tokens. */
export interface Callbacks {
  acked(first: number, count: number): void
  replied(token: number, value: object | undefined): void
  refused(token: number, refusal: Refusal): void
  part(token: number, objects: object[] | Refusal): void
  restarted(token: number): void
  finished(token: number): void
  job(token: number, facts: Facts | undefined, value: unknown): void
  more(): void
  /** A message that a monitor was sent. */
  monitored(token: number, type: number, object: object): void
  /** Messages were lost. */
  overrun(token: number, why: string): void
}

/** struct ethtool_drvinfo. */
export interface DriverFacts {
  readonly driver: string
  readonly version: string
  readonly fwVersion: string
  readonly eromVersion: string
  readonly busInfo: string
  /** How many private flags, counters and results of self-tests it has. */
  readonly nPrivFlags: number
  readonly nStats: number
  readonly testinfoLen: number
  /** Bytes of its EEPROM and of its registers. */
  readonly eedumpLen: number
  readonly regdumpLen: number
}

/** Who is to own a new namespace: the process's own user namespace, a new one (perhaps with ranges of ids), or another's. */
export type Owner = boolean | readonly [firstUser: number, users: number, firstGroup: number, groups: number] | NamespaceHandle

export interface NamedEntry { name: string, inode: number, stale: boolean }

export interface Native {
  configure(tables: Tables, make: (set: number, present: number[]) => Constructor, callbacks: Callbacks): void
  drain(): void
  currentNamespace(): NamespaceHandle
  /** `meanings`: message type, set and skip, for each type that is wanted. Completes as a job when it has joined. */
  Monitor: new (token: number, namespace: NamespaceHandle, groups: readonly number[], meanings: readonly number[]) => MonitorHandle
  /** Owns the descriptor `fd`. `size`: bytes behind the ICMP header. */
  Echo: new (token: number, fd: number, raw: boolean, address: Uint8Array, size: number) => EchoHandle
  Connection: new (namespace: NamespaceHandle, deadline: number, protocol: number) => ConnectionHandle
  createNamespace(token: number, name: string, loopback: boolean, sysctls: readonly string[], owner: Owner): void
  openNamespace(token: number, how: 'name' | 'path' | 'pid' | 'fd', target: string | number): void
  deleteNamespace(token: number, name: string): void
  listNamespaces(token: number): void
  /** Moves the calling thread into the namespace, for good; what went wrong, if anything did. */
  moveIn(fd: number, inode: number, device: number): Facts | undefined
  /** Calls the function with the calling thread inside. Throws what it throws; aborts the process where there is no way back. */
  runInside(namespace: NamespaceHandle, fn: () => void): Facts | undefined
  encode(words: Uint32Array, count: number, type: number, flags: number, set: number): Uint8Array
  decode(payload: Uint8Array, set: number): object
  /** Completes as a job with a SocketHandle. */
  openSocket(token: number, namespace: NamespaceHandle, plan: SocketPlan): void
  /** Completes as a job with a TunQueueHandle for each queue. */
  openTun(token: number, namespace: NamespaceHandle, plan: TunPlan): void
  /** ETHTOOL_GDRVINFO of the link with that index. */
  ethtoolDriver(token: number, namespace: NamespaceHandle, index: number): void
  /** ETHTOOL_GSTRINGS and ETHTOOL_GSTATS: pairs of name and value. */
  ethtoolStats(token: number, namespace: NamespaceHandle, index: number): void
  sysctl(token: number, namespace: NamespaceHandle, key: string, value: string | undefined): void
}

/** The package's own folder, from lib/ as well as from dist/lib/. */
export function packageRoot(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  return here.endsWith(join('dist', 'lib')) ? join(here, '..', '..') : join(here, '..')
}

const require = createRequire(import.meta.url)
const load = require('node-gyp-build') as (folder: string) => Native

export const native: Native = load(packageRoot())

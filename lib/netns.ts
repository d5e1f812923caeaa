// Network namespaces: making, opening, naming, leaving; and the door to everything inside them.

import { type ChildProcess } from 'node:child_process'
import { type Socket as UdpSocket } from 'node:dgram'
import { type Agent, type AgentOptions } from 'node:http'
import { type Agent as HttpsAgent, type AgentOptions as HttpsAgentOptions } from 'node:https'
import { type Server, type Socket } from 'node:net'
import { type Worker } from 'node:worker_threads'
import { job } from './completions.ts'
import { libraryError, NetnsError, typeError } from './errors.ts'
import { exec, spawn, type ExecOptions, type ExecResult, type NetnsSpawnOptions } from './exec.ts'
import { Genl } from './genl/genl.ts'
import { gone } from './gone.ts'
import { closeInner, Inner, innerOf, setInner } from './inner.ts'
import { native, type NamedEntry, type NamespaceHandle } from './native.ts'
import { ownerOf, type NetnsOptions } from './netns-options.ts'
import { describeNamed, openTarget, type NetnsEntry, type NetnsTarget } from './netns-target.ts'
import { AddressLabels, Addresses, Fdb, Links, Neighbors, NeighborTables, Netconf, Nexthops, Routes, Rules } from './nouns.ts'
import { assignNsid, nsidOf } from './nsid.ts'
import { ping, type PingOptions, type PingResult } from './ping.ts'
import { residentName } from './residence.ts'
import { lookupIn, type NetnsLookup } from './resolver/lookup.ts'
import { run, type Synchronous } from './run.ts'
import { scanProcesses, type NetnsUse } from './scan.ts'
import { connector, httpAgent, httpsAgent, type Connector, type ConnectorOptions } from './sockets/agent.ts'
import { connect, type ConnectOptions } from './sockets/connect.ts'
import { listen, type ListenOptions } from './sockets/listen.ts'
import { udp, type UdpOptions } from './sockets/udp.ts'
import { Sysctl, sysctlPairs } from './sysctl.ts'
import { boolean, namespaceName, snapshot } from './values.ts'
import { startWorker, type NetnsWorkerOptions } from './worker.ts'

type How = 'created' | 'opened' | 'current'

let current: Netns | undefined

/**
 * A network namespace, held by a descriptor: it lives at least as long as this handle is open.
 *
 * @example
 * await using red = await Netns.create('red')
 * await red.exec('ip', ['addr'])
 */
export class Netns implements AsyncDisposable {
  /** Under /run/netns, where ip(8) looks too; undefined for one that has no name, or was not opened by it. */
  readonly name: string | undefined
  readonly links = new Links(this)
  readonly addresses = new Addresses(this)
  readonly addressLabels = new AddressLabels(this)
  readonly routes = new Routes(this)
  readonly nexthops = new Nexthops(this)
  readonly rules = new Rules(this)
  readonly neighbors = new Neighbors(this)
  readonly fdb = new Fdb(this)
  readonly neighborTables = new NeighborTables(this)
  readonly netconf = new Netconf(this)
  readonly sysctl = new Sysctl(this)
  readonly genl = new Genl(this)
  /** dns.lookup for this namespace: a promise, or the `lookup` option of net, http and dgram. */
  readonly lookup: NetnsLookup = lookupIn(this)
  readonly #inode: number
  readonly #device: number
  readonly #how: How
  #deleted = false

  private constructor(handle: NamespaceHandle, how: How, name?: string) {
    setInner(this, new Inner(handle))
    this.#inode = handle.inode
    this.#device = handle.device
    this.#how = how
    this.name = name
  }

  /**
   * Makes a namespace: with a name, as `ip netns add` does; without, it lives as long as something holds it.
   *
   * @throws NetnsError EEXIST: the name is taken. EPERM: CAP_SYS_ADMIN is missing, or `userns` is forbidden here; the message says by
   *   what. ENOSPC: user.max_net_namespaces or user.max_user_namespaces is reached.
   */
  static async create(name?: string, options: NetnsOptions = {}): Promise<Netns> {
    if (name !== undefined) namespaceName(name, 'name')
    const { sysctl = {}, loopback = true, userns = false } = snapshot<NetnsOptions>(options, new Set(['sysctl', 'loopback', 'userns']), 'options')
    const up = boolean(loopback, 'options.loopback')
    const pairs = sysctlPairs(sysctl)
    const owner = await ownerOf(userns)
    const handle = await job<NamespaceHandle>((token) => native.createNamespace(token, name ?? '', up, pairs, owner))
    return new Netns(handle, 'created', name)
  }

  /**
   * Opens a namespace by name, by path (`/proc/PID/ns/net`, a bind mount), by a process in it, or by a descriptor.
   *
   * @throws NetnsError ENOENT: no such name or path. EINVAL: it is no network namespace. ELOOP: the name is a symbolic link. ESRCH: no such process.
   */
  static async open(target: NetnsTarget): Promise<Netns> {
    const { how, value, name } = openTarget(target)
    const handle = await job<NamespaceHandle>((token) => native.openNamespace(token, how, value))
    return new Netns(handle, 'opened', name)
  }

  /** The namespace this process (this Worker) runs in. Closing it does nothing. */
  static current(): Netns {
    return current ??= new Netns(native.currentNamespace(), 'current', residentName())
  }

  /** The named ones: `ip netns list`. */
  static async list(): Promise<NetnsEntry[]> {
    const entries = await job<NamedEntry[]>((token) => native.listNamespaces(token))
    return Promise.all(entries.sort((a, b) => a.name < b.name ? -1 : 1).map(async (entry) => describeNamed(entry, Netns.current(), (name) => Netns.open({ name }))))
  }

  /** All that some process runs in or that have a name: `lsns -t net`. Processes of others may be hidden from an ordinary user. */
  static async scan(): Promise<NetnsUse[]> {
    const entries = await job<NamedEntry[]>((token) => native.listNamespaces(token))
    return scanProcesses(entries.filter((entry) => !entry.stale))
  }

  /**
   * Removes a name, stale or not. The namespace itself goes when nothing holds it any more: no process, socket, descriptor.
   *
   * @throws NetnsError ENOENT: there is no such name, unless `ifExists`.
   */
  static async delete(name: string, options: { ifExists?: boolean } = {}): Promise<void> {
    namespaceName(name, 'name')
    const { ifExists = false } = snapshot<{ ifExists?: boolean }>(options, new Set(['ifExists']), 'options')
    const tolerant = boolean(ifExists, 'options.ifExists')
    try {
      await job((token) => native.deleteNamespace(token, name))
    } catch (error) {
      if (!(tolerant && error instanceof NetnsError && error.code === 'ENOENT')) throw error
    }
  }

  /** Number of the namespace's file, as `ls -i /run/netns` and `lsns` show it. */
  get inode(): number { return this.#inode }

  /** Its descriptor, for as long as the handle is open. */
  get fd(): number { return innerOf(this).handle.fd }

  /** A descriptor of the user namespace to go through, as for `setns(2)`, where the process's own will not do. */
  get usernsFd(): number | undefined {
    const { userFd } = innerOf(this).handle
    return userFd < 0 ? undefined : userFd
  }

  /** The id by which this namespace knows another, if it has one: what `link-netnsid` shows. */
  async id(of: Netns): Promise<number | undefined> {
    return nsidOf(this, of)
  }

  /**
   * Gives another namespace an id in this one: `ip netns set`.
   *
   * @param id 0 to 2^31-1. Default: the kernel chooses.
   * @throws NetlinkError EEXIST: it has one already, or another has this one.
   */
  async assignId(of: Netns, id?: number): Promise<number> {
    return assignNsid(this, of, id)
  }

  /** Whether both are handles of the same namespace. */
  equals(other: Netns): boolean {
    if (!(other instanceof Netns)) throw typeError('other', 'a Netns is wanted')
    return this.#inode === other.#inode && this.#device === other.#device
  }

  /** Runs a command inside, as `ip netns exec`, and collects what it writes. */
  async exec(file: string, args: readonly string[] | undefined, options: ExecOptions & { encoding: 'buffer' }): Promise<ExecResult<Buffer>>
  async exec(file: string, args?: readonly string[], options?: ExecOptions & { encoding?: BufferEncoding }): Promise<ExecResult>
  async exec(file: string, args: readonly string[] = [], options: ExecOptions = {}): Promise<ExecResult | ExecResult<Buffer>> {
    return exec(this, file, args, options as ExecOptions & { encoding?: BufferEncoding })
  }

  /** Starts a command inside; the ChildProcess is Node's own. */
  spawn(file: string, args: readonly string[] = [], options: NetnsSpawnOptions = {}): ChildProcess {
    return spawn(this, file, args, options)
  }

  /**
   * A server inside: Node's own, listening already. `{ server: http.createServer(...) }` makes that one listen.
   *
   * @throws Error EADDRINUSE, EADDRNOTAVAIL, EACCES, as net.Server has them, with `address` and `port`.
   */
  async listen<S extends Server = Server>(options: ListenOptions<S> = {}): Promise<S> {
    return listen(this, options)
  }

  /**
   * A connection out of it: Node's own socket, connected already.
   *
   * @throws Error ECONNREFUSED, ENETUNREACH, EHOSTUNREACH, ETIMEDOUT, ENOTFOUND, as net.connect has them; AggregateError where a name has several addresses.
   */
  async connect(options: ConnectOptions): Promise<Socket> {
    return connect(this, options)
  }

  /** A datagram socket inside: Node's own, bound already. */
  async udp(options: UdpOptions = {}): Promise<UdpSocket> {
    return udp(this, options, this.equals(Netns.current()))
  }

  /** For http.get and http.request: `http.get(url, { agent: red.agent() })` runs inside, the name looked up there. `maxSockets` counts only what is connected. */
  agent(options?: AgentOptions): Agent {
    return httpAgent(this, options)
  }

  /** The same for https. */
  httpsAgent(options?: HttpsAgentOptions): HttpsAgent { return httpsAgent(this, options) }

  /** For undici: `fetch(url, { dispatcher: new undici.Agent({ connect: red.connector() }) })` runs inside. */
  connector(options?: ConnectorOptions): Connector { return connector(this, options) }

  /**
   * Starts a Worker that lives in the namespace from before its program's first line to its end: sockets, servers, `fetch`,
   * `dns` and child processes are inside, and `Netns.current()` is this namespace. It outlives this handle.
   *
   * What libuv's pool does stays outside: asynchronous `fs` of /proc/thread-self/net and /proc/sys/net (synchronous calls are inside;
   * /proc/net is the main thread's). A namespace that it may not enter is its first `error` (EPERM; no thread enters one of `userns: true`).
   *
   * @param url Its module: a path, absolute or beginning with ./ or ../ (of the working directory), or a `file:` or `data:` URL.
   * @example
   * const worker = red.worker(new URL('./server.js', import.meta.url), { workerData: { port: 80 } })
   */
  worker(url: string | URL, options?: NetnsWorkerOptions): Worker {
    return startWorker(this, url, options)
  }

  /**
   * Calls a function with this thread inside, and returns what it returns. The thread is back in its own namespace whatever the
   * function throws; should the kernel refuse the way back, the process is aborted.
   *
   * For what Node does at once: `spawnSync`, `listen(port)` without a host, reading /proc/thread-self/net. What opens its socket later lands
   * outside, silently: `listen` with a host, `net.connect`, `http.get`, `fetch`, `dgram.bind`. Workers and processes started inside stay there.
   *
   * @throws TypeError: an async or generator function, or one that returned a promise. NetnsError EPERM: CAP_SYS_ADMIN is missing.
   * @example
   * const table = red.run(() => readFileSync('/proc/thread-self/net/route', 'utf8'))
   */
  run<T>(fn: () => Synchronous<T>): T {
    return run(this, fn)
  }

  /**
   * Sends ICMP echo requests from inside, as ping(8), and resolves when each has been answered or has timed out: with loss too, and
   * where the address cannot be reached. Names are not looked up. Times are by the kernel's own stamp of arrival.
   *
   * @throws NetnsError EPERM: neither CAP_NET_RAW nor net.ipv4.ping_group_range permits it. EADDRNOTAVAIL: `source` is not an address
   *   of the namespace. ENODEV: no such `dev`.
   * @example
   * const { received, avg } = await red.ping('10.0.0.2', { count: 3, interval: 100 })
   */
  async ping(address: string, options: PingOptions = {}): Promise<PingResult> {
    return ping(this, address, options)
  }

  /** Gives up the descriptor. Requests that have been sent are answered, others fail with ERR_NETNS_CLOSED. Twice is no error. */
  async close(): Promise<void> {
    if (this.#how !== 'current') closeInner(this)
  }

  /** Removes the name, if it has one, and closes the handle: what lives on is held by others. */
  async delete(): Promise<void> {
    if (this.#how === 'current') throw libraryError('ERR_NETNS_CURRENT', 'the namespace that this process runs in cannot be deleted')
    try {
      if (this.name !== undefined) await Netns.delete(this.name)
      this.#deleted = true
    } finally {
      closeInner(this)
    }
  }

  /**
   * Resolves when the kernel has dissolved the namespace and every link of this process's namespace whose other end was in it.
   * Call it before the last hold is given up; the handle itself is closed by it, since it would hold the namespace.
   */
  async gone(options: { signal?: AbortSignal } = {}): Promise<void> {
    const { signal } = snapshot<{ signal?: AbortSignal }>(options, new Set(['signal']), 'options')
    if (signal !== undefined && !(signal instanceof AbortSignal)) throw typeError('options.signal', 'an AbortSignal is wanted')
    if (this.#how === 'current') throw libraryError('ERR_NETNS_CURRENT', 'the namespace that this process runs in does not go before it')
    await gone(Netns.current(), this, () => Netns.create(undefined, { userns: this, loopback: false }), signal)
  }

  /** At the end of an `await using` scope: deletes what `create` made, closes what `open` opened. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#how !== 'created') return this.close()
    // Once deleted, the name may be somebody else's.
    if (this.name !== undefined && !this.#deleted) await Netns.delete(this.name, { ifExists: true })
    closeInner(this)
  }
}

// What a Netns keeps to itself and the rest of the library needs: its descriptor and, once something asks, its connection.

import type { Netns } from './netns.ts'
import { Connection, NetlinkFamily } from './connection.ts'
import { libraryError, typeError } from './errors.ts'
import { type NamespaceHandle } from './native.ts'

export class Inner {
  readonly handle: NamespaceHandle
  #connection: Connection | undefined
  #generic: Connection | undefined
  #closed = false
  readonly #listeners = new Set<() => void>()

  constructor(handle: NamespaceHandle) {
    this.handle = handle
  }

  get closed(): boolean {
    return this.#closed
  }

  get connection(): Connection {
    if (this.#closed) throw libraryError('ERR_NETNS_CLOSED', 'the namespace is closed')
    return this.#connection ??= new Connection(this.handle)
  }

  /** Of generic netlink. */
  get generic(): Connection {
    if (this.#closed) throw libraryError('ERR_NETNS_CLOSED', 'the namespace is closed')
    return this.#generic ??= new Connection(this.handle, NetlinkFamily.generic)
  }

  /** Requests under way keep the descriptor until they are answered. */
  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#connection?.close()
    this.#generic?.close()
    this.handle.close()
    for (const listener of this.#listeners) listener()
  }

  /** Calls `listener` when it is closed, unless the function that is returned was called before. */
  onClose(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

const inners = new WeakMap<Netns, Inner>()

export function setInner(netns: Netns, inner: Inner): void {
  inners.set(netns, inner)
}

/** Refuses what only looks like a Netns, and one that is closed. */
export function innerOf(netns: unknown, path = 'netns'): Inner {
  const inner = typeof netns === 'object' && netns !== null ? inners.get(netns as Netns) : undefined
  if (!inner) throw typeError(path, 'a Netns is wanted')
  if (inner.closed) throw libraryError('ERR_NETNS_CLOSED', `${path}: the namespace is closed`)
  return inner
}

export const connectionOf = (netns: Netns): Connection => innerOf(netns).connection

export function closeInner(netns: Netns): void {
  inners.get(netns)?.close()
}

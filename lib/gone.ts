// The end of a namespace. The kernel dissolves it some time after the last hold on it is given up: cleanup_net tells
// everybody who has an id for it (RTM_DELNSID), then takes its links away, and with them the other ends of its veths.

import { subscribe } from './completions.ts'
import { libraryError, NetlinkError } from './errors.ts'
import { closeInner, innerOf } from './inner.ts'
import { isLink } from './link-wait.ts'
import { listLinks } from './links.ts'
import { type Netns } from './netns.ts'
import { assignNsid, nsidOf } from './nsid.ts'
import { requests } from './protocol.ts'
import { groups, types } from './schema/messages.ts'

/**
 * Watches from `current`, which gets an id for the namespace if it has none. Where it may not be given one, a `substitute` for
 * it watches: it has no links whose ends could be there. Closes the handle `netns`.
 */
export async function gone(current: Netns, netns: Netns, substitute: () => Promise<Netns>, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted()
  await using observer = await mayName(current, netns) ? current : await substitute()
  const id = await assigned(observer, netns)
  const ending = new Ending(id)
  const stop = await subscribe(innerOf(observer).handle, [groups.RTNLGRP_NSID, groups.RTNLGRP_LINK], [requests.linkDeleted, requests.nsidDeleted], ending)
  const abort = () => ending.fail(signal?.reason)
  signal?.addEventListener('abort', abort)
  // It may have come before anybody listened.
  if (signal?.aborted) abort()
  try {
    ending.expect((await listLinks(observer)).filter((link) => link.linkNetnsId === id).map((link) => link.index))
    closeInner(netns)
    await ending.done
  } finally {
    signal?.removeEventListener('abort', abort)
    stop()
  }
}

/** Whether the observer has an id for the namespace, or can have one. Only a namespace of another user namespace may be watched elsewhere. */
async function mayName(observer: Netns, netns: Netns): Promise<boolean> {
  try {
    await assigned(observer, netns)
    return true
  } catch (error) {
    if (netns.usernsFd !== undefined && error instanceof NetlinkError && error.code === 'EPERM') return false
    throw error
  }
}

/** Somebody else may give it one after it was asked for: rtnl_net_newid refuses a second. */
async function assigned(observer: Netns, netns: Netns): Promise<number> {
  const known = await nsidOf(observer, netns)
  if (known !== undefined) return known
  try {
    return await assignNsid(observer, netns)
  } catch (error) {
    const id = error instanceof NetlinkError && error.code === 'EEXIST' ? await nsidOf(observer, netns) : undefined
    if (id === undefined) throw error
    return id
  }
}

/** Waits for the id and for the links to go, in whatever order. */
class Ending {
  readonly #id: number
  readonly #deleted = new Set<number>()
  #links = new Set<number>()
  #dissolved = false
  #listed = false
  readonly done: Promise<void>
  #resolve: () => void = () => undefined
  fail: (reason: unknown) => void = () => undefined

  constructor(id: number) {
    this.#id = id
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.fail = reject
    })
    // Whoever waits sees it; until somebody does, it is not unhandled.
    this.done.catch(() => undefined)
  }

  /** Links listed after the subscription began: one that went in between is known to have gone. */
  expect(links: readonly number[]): void {
    this.#links = new Set(links.filter((index) => !this.#deleted.has(index)))
    this.#listed = true
    this.#check()
  }

  event(type: number, object: object): void {
    if (type === types.RTM_DELNSID && 'nsid' in object && object.nsid === this.#id) this.#dissolved = true
    if (type === types.RTM_DELLINK && isLink(object)) {
      this.#deleted.add(object.index)
      this.#links.delete(object.index)
    }
    this.#check()
  }

  overrun(why: string): void {
    this.fail(libraryError('ERR_OUTCOME_UNKNOWN', `the end of the namespace may have been missed: ${why}`))
  }

  #check(): void {
    if (this.#dissolved && this.#listed && this.#links.size === 0) this.#resolve()
  }
}

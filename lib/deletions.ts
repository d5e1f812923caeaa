// Deleting links together. The kernel waits for an RCU grace period for each RTM_DELLINK (16 ms), but only once for all the
// links that one of them names by their group: so links deleted in one turn are put into a group of their own first.

import { requests, type Request } from './protocol.ts'
import { messages } from './schema/messages.ts'
import { type Input } from './schema/dsl.ts'

// unregister_netdevice_many holds RTNL for about a quarter of a millisecond a link, and for 16 ms a bridge: others get
// their turn between chunks.
const chunk = 512
const chunkOfBridges = 4

/** What became of a request; `errno` is positive. */
interface Outcome {
  readonly refusal?: { readonly errno?: number } | undefined
}

type Send<O extends Outcome> = (request: Request<typeof messages.link>, value: Input<typeof messages.link>) => Promise<O>

interface Deletion<O> {
  readonly index: number
  readonly kind: string
  resolve(outcome: O | Promise<O>): void
}

/** The deletions of a turn on one connection. */
export class Deletions<O extends Outcome> {
  readonly #send: Send<O>
  #queued: Deletion<O>[] = []

  constructor(send: Send<O>) {
    this.#send = send
  }

  /** Waits for `flush`, which the connection calls at the end of the turn, and before any other request. */
  add(index: number, kind: string): Promise<O> {
    return new Promise((resolve) => this.#queued.push({ index, kind, resolve }))
  }

  flush(): void {
    if (this.#queued.length === 0) return
    const queued = this.#queued
    this.#queued = []
    // Without a kind it is hardware or the loopback: rtnl_group_dellink would refuse the whole group for it.
    const bridges = queued.filter(({ kind }) => kind === 'bridge')
    const others = queued.filter(({ kind }) => kind !== '' && kind !== 'bridge')
    for (const { index, resolve } of queued.filter(({ kind }) => kind === '')) resolve(this.#send(requests.deleteLink, { index }))
    for (let at = 0; at < others.length; at += chunk) this.#together(others.slice(at, at + chunk))
    for (let at = 0; at < bridges.length; at += chunkOfBridges) this.#together(bridges.slice(at, at + chunkOfBridges))
  }

  #together(links: readonly Deletion<O>[]): void {
    const [only, second] = links
    if (only && !second) return only.resolve(this.#send(requests.deleteLink, { index: only.index }))
    const group = privateGroup()
    const tagged = links.map(({ index }) => this.#send(requests.setLink, { index, group }))
    const deleted = this.#send(requests.deleteLink, { group })
    // A link that could not be tagged, because it is gone, say, is refused for that; the others share the group's fate.
    links.forEach(({ resolve }, at) => resolve(fate(tagged[at] ?? deleted, deleted)))
  }
}

async function fate<O extends Outcome>(tagged: Promise<O>, deleted: Promise<O>): Promise<O> {
  const outcome = await tagged
  return outcome.refusal ? outcome : deleted
}

/** 31 random bits, the highest set: nobody counts that far, and two at once will hardly meet. */
function privateGroup(): number {
  return 0x4000_0000 + Math.floor(Math.random() * 0x3fff_ffff)
}

// Deleting links together. The kernel waits for an RCU grace period for each RTM_DELLINK (16 ms), but only once for all the
// links that one of them names by their group: so links deleted in one turn are put into a group of their own first.

import { requests, type Request } from './protocol.ts'
import { messages } from './schema/messages.ts'
import { type Input } from './schema/dsl.ts'

// unregister_netdevice_many holds RTNL for 0.13 ms a link that is down, and for 16.6 ms a bridge: others get their turn between
// chunks, each of which costs an RCU barrier more. Longest wait of another process for RTNL, and the time of one deletion, on
// Linux 6.18, while 5000 veth pairs go: in chunks of 128 19 ms and 0.28 ms, 256 37 and 0.20, 512 69 and 0.18, 1024 139 and 0.16,
// all at once 636 and 0.15. While 300 bridges go: one by one 44 ms and 35 ms, in chunks of 4 80 and 22, all at once 4956 and 17.
const chunk = 512
const chunkOfBridges = 4

// A message to a group (rtnl_group_changelink) is done when the group has no link, and otherwise refused before it changes
// anything: no link takes an address of one byte (validate_linkmsg; EOPNOTSUPP from those that have no address at all).
const tooShort = '00'

/** What became of a request; `errno` is positive. */
interface Outcome {
  readonly refusal?: { readonly outcome: string, readonly errno?: number } | undefined
}

/** `guard` is sent alone; when it is refused, the `guarded` ones behind it are not sent at all. */
type Mode = 'ack' | 'guard' | 'guarded'
type Send<O extends Outcome> = (request: Request<typeof messages.link>, value: Input<typeof messages.link>, mode: Mode) => Promise<O>

interface Deletion<O> {
  readonly index: number
  readonly kind: string
  resolve(outcome: O | Promise<O>): void
}

const ENODEV = 19

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
    const grouped = queued.filter(({ kind }) => kind !== '')
    const single = grouped.length === 1 ? queued : queued.filter(({ kind }) => kind === '')
    for (const { index, resolve } of single) resolve(this.#alone(index))
    if (grouped.length < 2) return
    const bridges = grouped.filter(({ kind }) => kind === 'bridge')
    const others = grouped.filter(({ kind }) => kind !== 'bridge')
    this.#together([...chunks(others, chunk), ...chunks(bridges, chunkOfBridges)])
  }

  #alone(index: number): Promise<O> {
    return this.#send(requests.deleteLink, { index }, 'ack')
  }

  /** All are tagged before the first group goes: with it go other ends of veths and what lies on its links, which are in the list too. */
  #together(groups: readonly (readonly Deletion<O>[])[]): void {
    const first = privateGroup()
    groups.forEach((_, number) => void this.#send(requests.setLink, { group: first + number, address: tooShort }, 'guard'))
    const tagged = groups.map((links, number) => links.map(({ index }) => this.#send(requests.setLink, { index, group: first + number }, 'guarded')))
    const deleted = groups.map((_, number) => this.#send(requests.deleteLink, { group: first + number }, 'guarded'))
    groups.forEach((links, number) => links.forEach(({ index, resolve }, at) => resolve(this.#fate(index, tagged[number]?.[at], deleted[number]))))
  }

  async #fate(index: number, tagged?: Promise<O>, deleted?: Promise<O>): Promise<O> {
    const tag = await tagged
    // The group is somebody else's. One that is gone already is refused for that; the others share the group's fate.
    if (!tag || tag.refusal?.outcome === 'skipped') return this.#alone(index)
    if (tag.refusal) return tag
    const group = await deleted
    // None of the group is there any more: they went with another group's links.
    if (!group?.refusal || group.refusal.errno === ENODEV) return tag
    return group.refusal.outcome === 'refused' ? this.#untagged(index) : group
  }

  /** A group is refused as a whole. One that cannot be deleted must not stay in it, and which it came from is not known. */
  async #untagged(index: number): Promise<O> {
    const outcome = await this.#alone(index)
    if (outcome.refusal) await this.#send(requests.setLink, { index, group: 0 }, 'ack')
    return outcome
  }
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, n) => list.slice(n * size, (n + 1) * size))
}

/** 30 random bits, the highest set: nobody counts that far. Whether the group is free is asked of the kernel all the same. */
function privateGroup(): number {
  return 0x4000_0000 + Math.floor(Math.random() * 0x3f00_0000)
}

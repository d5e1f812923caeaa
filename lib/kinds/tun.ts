// Links whose other end is a program: what the kernel sends out of them it reads, what it writes they receive. TUN carries IP packets,
// TAP Ethernet frames; the kernel calls both `tun`. They are made through /dev/net/tun, and no message makes or changes them.

import { write as writeCallback } from 'node:fs'
import { promisify } from 'node:util'
import { job } from '../completions.ts'
import { rangeError } from '../errors.ts'
import { connectionOf, innerOf } from '../inner.ts'
import { checkRequest } from '../inspect.ts'
import { type Traits } from '../kind.ts'
import { furnish, orDelete } from '../link-create.ts'
import { Link } from '../link.ts'
import { planLink, takeOptions, type LinkOptions, type LinkPlan } from '../link-options.ts'
import { renameOption } from '../link-settings.ts'
import { native, type TunPlan, type TunQueueHandle } from '../native.ts'
import { Netns } from '../netns.ts'
import { requests } from '../protocol.ts'
import { tun } from '../schema/tun.ts'
import { boolean, integer } from '../values.ts'

const write = promisify(writeCallback)

export interface TunOptions extends Omit<LinkOptions, 'numTxQueues' | 'numRxQueues'> {
  /** Descriptors, 1 to 256; the kernel spreads flows over them. More than one wants `multiQueue`. Default 1. */
  queues?: number | undefined
  /** More queues can be attached. Default: whether there are several `queues`. */
  multiQueue?: boolean | undefined
  /** It stays when its descriptors are closed. Default false. */
  persist?: boolean | undefined
  /** The user that may attach to it without CAP_NET_ADMIN. */
  owner?: number | undefined
  /** The group that may. */
  ownerGroup?: number | undefined
  /** Four bytes before each packet: flags and protocol. Default false. */
  pi?: boolean | undefined
  /** A struct virtio_net_hdr before each packet. Default false. */
  vnetHdr?: boolean | undefined
}

const names = ['multiQueue', 'persist', 'owner', 'ownerGroup', 'pi', 'vnetHdr'] as const
const mostQueues = 256   // MAX_TAP_QUEUES
const mostId = 2 ** 31 - 1

/** One queue: a descriptor that does not block, on which one read or write is one packet. */
export class TunQueue {
  readonly #handle: TunQueueHandle

  /** Made by `Tun.create`. */
  constructor(handle: TunQueueHandle) {
    this.#handle = handle
  }

  /** The descriptor, for those who read and write themselves; closed by `close`. -1 after that. */
  get fd(): number { return this.#handle.fd }

  /**
   * The next packet that the kernel sends out of the link; waiting for it takes no thread of Node's pool. One at a time.
   *
   * @throws NetnsError ECANCELED: the queue was closed. EBADFD: the link was deleted.
   */
  async read(): Promise<Buffer> {
    return await job<Buffer>((token) => this.#handle.read(token))
  }

  /**
   * Lets the link receive a packet.
   *
   * @throws EINVAL: no packet of that sort. EIO: the link is down. EBADF: the queue is closed.
   */
  async write(packet: Uint8Array): Promise<void> {
    await write(this.#handle.fd, packet)
  }

  close(): void {
    this.#handle.close()
  }
}

/**
 * A TUN link: IP packets. What `links.get` finds has no queues, which are with the handle that `create` made, and are closed with it when
 * nothing refers to it any more.
 */
export class Tun extends Link implements AsyncDisposable {
  static readonly traits: Traits = { table: tun, shown: Object.keys(tun.attributes) }
  #queues: readonly TunQueue[] = []

  /**
   * Makes a TUN link and attaches to it.
   *
   * @throws NetnsError EBUSY: the name is taken. ENOENT: there is no /dev/net/tun. EPERM: CAP_NET_ADMIN is missing.
   * @example
   * await using tun = await Tun.create({ netns: red, name: 'tun0', addresses: ['10.8.0.1/24'], up: true })
   * const packet = await tun.queues[0].read()
   */
  static async create(options: TunOptions = {}): Promise<Tun> {
    return await attach(Tun, false, options)
  }

  /** The queues, as many as were asked for. */
  get queues(): readonly TunQueue[] { return this.#queues }

  /** Closes the queues: without `persist` the link goes with them. */
  async close(): Promise<void> {
    for (const queue of this.#queues) queue.close()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  /** For `create`. */
  static take<T extends Tun>(link: T, queues: readonly TunQueue[]): T {
    link.#queues = queues
    return link
  }
}

/** A TAP link: Ethernet frames. */
export class Tap extends Tun {
  /** Makes a TAP link and attaches to it: see `Tun.create`. */
  static override async create(options: TunOptions = {}): Promise<Tap> {
    return await attach(Tap, true, options)
  }
}

function planTun(tap: boolean, { name, attributes }: LinkPlan, queues: number, own: { readonly [N in typeof names[number]]?: unknown }): TunPlan {
  const flag = (option: 'multiQueue' | 'persist' | 'pi' | 'vnetHdr', otherwise = false) => own[option] === undefined ? otherwise : boolean(own[option], `options.${option}`)
  const id = (option: 'owner' | 'ownerGroup') => own[option] === undefined ? -1 : integer(own[option], 0, mostId, `options.${option}`)
  const multiQueue = flag('multiQueue', queues > 1)
  if (queues > 1 && !multiQueue) throw rangeError('options.multiQueue', `${queues} queues want it`)
  return { name, tap, queues, multiQueue, pi: flag('pi'), vnetHdr: flag('vnetHdr'), persist: flag('persist'), owner: id('owner'), group: id('ownerGroup'), index: attributes.index ?? 0 }
}

async function attach<T extends Tun>(kind: new (netns: Netns, index: number, name: string, kind: string) => T, tap: boolean, options: unknown): Promise<T> {
  const { common: { queues = 1, ...common }, own } = takeOptions(options, names)
  const count = integer(queues, 1, mostQueues, 'options.queues')
  for (const name of ['numTxQueues', 'numRxQueues']) if (common[name] !== undefined) throw rangeError(`options.${name}`, 'a TUN link has as many as are attached: `queues`')
  const planned = planLink(tap ? 'tap' : 'tun', common, Netns.current())
  const plan = planned instanceof Promise ? await planned : planned
  const tunPlan = planTun(tap, plan, count, own)
  const { ifname, index, ...settings } = plan.attributes
  // Not one ioctl before all is known to be right.
  checkRequest(requests.setLink, settings, renameOption)
  const { handle } = innerOf(plan.netns)
  const handles = await job<TunQueueHandle[]>((token) => native.openTun(token, handle, tunPlan))
  try {
    return await settle(kind, plan, settings, handles.map((one) => new TunQueue(one)))
  } catch (error) {
    for (const one of handles) one.close()
    throw error
  }
}

/** The link is there: what its message would have said of another kind. */
async function settle<T extends Tun>(kind: new (netns: Netns, index: number, name: string, kind: string) => T, plan: LinkPlan, settings: object, queues: readonly TunQueue[]): Promise<T> {
  const connection = connectionOf(plan.netns)
  const about = { target: plan.name, rename: renameOption }
  const found = await connection.reply(requests.getLink, { ifname: plan.name }, about)
  const link = new kind(plan.netns, found?.index ?? 0, plan.name, 'tun')
  await orDelete(link, async () => {
    if (Object.keys(settings).length > 0) await connection.ack(requests.setLink, { index: link.index, ...settings }, about)
    await furnish(link, plan, { master: false, up: false })
  })
  return Tun.take(link, queues)
}

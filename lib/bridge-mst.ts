// Spanning trees of which each has some of a bridge's VLANs (MST): the state of a port in each. Since 5.18. Which VLAN follows which tree
// is set by `bridge.globalVlans.set(vid, { msti })`.

import { libraryError, rangeError } from './errors.ts'
import { connectionOf } from './inner.ts'
import { type Link } from './link.ts'
import { request } from './protocol.ts'
import { type Infer } from './schema/dsl.ts'
import { portStates } from './schema/bridge-port.ts'
import { messages } from './schema/messages.ts'
import { numberOf } from './schema/record.ts'
import { integer } from './values.ts'

type Raw = Infer<typeof messages.bridgeLink>

/** `disabled`, `listening`, `learning`, `forwarding`, `blocking`, or its number. */
export type PortState = keyof typeof portStates.values | number

export interface MstInfo {
  /** Number of the tree; 0 is that of VLANs that have no other. */
  msti: number
  state: PortState
}

const set = request('RTM_SETLINK', messages.bridgeLink)
// Each port's whole link comes with it; its counters need not.
const list = request('RTM_GETLINK', messages.bridgeLink, ['NLM_F_DUMP'])

/** `port.mst`. */
export class LinkMst {
  readonly #link: Link

  constructor(link: Link) {
    this.#link = link
  }

  /**
   * Sets the port's state in a tree: for daemons that run the protocol.
   *
   * @throws NetlinkError EBUSY: the bridge has no `mst_enable`.
   */
  async set(msti: number, state: PortState): Promise<void> {
    const entry = { msti: integer(msti, 0, 4094, 'msti'), state: numberOf(portStates, state, 1, 'state') }
    if (entry.state > portStates.values.blocking) throw rangeError('state', `${entry.state} is no state of a port`)
    const message = { family: 'bridge', index: this.#link.index, afSpec: { mst: { entry: [entry] } } } as const
    await connectionOf(this.#link.netns).ack(set, message, { target: this.#link.name })
  }

  /** The port's state in each tree that its VLANs follow. */
  async list(): Promise<MstInfo[]> {
    // rtnl_bridge_getlink lists all ports or none.
    const all: Raw[] = await connectionOf(this.#link.netns).dump(list, { family: 'bridge', extMask: ['mst'] })
    const port = all.find(({ index, afSpec }) => index === this.#link.index && afSpec?.mst !== undefined)
    return (port?.afSpec?.mst?.entry ?? []).map(({ msti, state }) => {
      if (msti === undefined || state === undefined) throw libraryError('ERR_MALFORMED_MESSAGE', 'RTM_GETLINK: a spanning tree without number or state')
      return { msti, state }
    })
  }
}

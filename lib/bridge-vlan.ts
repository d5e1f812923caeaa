// VLANs of bridges and of their ports: which of them pass, and what each is set to. Links of kind vlan are lib/kinds/vlan.ts.

import { ensure } from './ensure.ts'
import { connectionOf } from './inner.ts'
import { type Link } from './link.ts'
import { afSpecOf, entryOf, globalNames, globalsOf, globalVlans, idsOf, optionNames, portVlans, settingNames, type GlobalVlanInfo, type GlobalVlanSettings, type PortVlanInfo, type PortVlanOptions, type PortVlanSettings, type VlanId } from './bridge-vlan-options.ts'
import { question, request } from './protocol.ts'
import { messages } from './schema/messages.ts'
import { boolean, merged, snapshot } from './values.ts'

/** A VLAN, several, or a VLAN with its options: what `list` returned will do. */
export type PortVlanInput = VlanId | (PortVlanOptions & { vid: VlanId })

export interface PortVlanFilter {
  vid?: VlanId | undefined
  /** Counters too; then the kernel reads each VLAN alone. Default false. */
  stats?: boolean | undefined
}

const { bridgeLink, vlan, vlanDump } = messages
const requests = {
  add: request('RTM_SETLINK', bridgeLink),
  delete: request('RTM_DELLINK', bridgeLink),
  set: request('RTM_NEWVLAN', vlan),
  list: question('RTM_GETVLAN', vlanDump, vlan, ['NLM_F_DUMP']),
}

const within = (vid: unknown): (info: { vid: number }) => boolean => {
  if (vid === undefined) return () => true
  const { first, last } = idsOf(vid, 'filter.vid')
  return (info) => info.vid >= first && info.vid <= last
}

const renamed = (what: string) => (path: string): string => path.replace(/^(entry|globalOptions)\[0\]\.?/, `${what}.`)

/** `port.vlans`, and `bridge.vlans` for what the bridge itself takes part in. They count where the bridge has `vlanFiltering`. */
export class LinkVlans {
  readonly #link: Link

  constructor(link: Link) {
    this.#link = link
  }

  /**
   * Adds VLANs, or changes `pvid` and `untagged` of those that are there.
   *
   * @throws NetlinkError EINVAL: `tunnelId` without `vlanTunnel` of the port; the VLAN is added all the same. EOPNOTSUPP: neither port nor
   *   bridge, or a kernel without VLANs of bridges (CONFIG_BRIDGE_VLAN_FILTERING).
   * @example
   * await port.vlans.add(10, { pvid: true, untagged: true })
   * await port.vlans.add([100, 199])
   * await port.vlans.add({ vid: [20, 29], tunnelId: 1020 })
   */
  async add(vlans: PortVlanInput, options: PortVlanOptions = {}): Promise<void> {
    await this.#send(requests.add, vlans, options, false)
  }

  /**
   * Sees to it that the VLANs are there, tagged or not as it is said here, and in the tunnel that is named. Says whether anything had to be
   * changed.
   */
  async ensure(vlans: PortVlanInput, options: PortVlanOptions = {}): Promise<boolean> {
    const { vid, ...given } = vlansOf(vlans, options)
    const afSpec = afSpecOf(this.#link.kind === 'bridge', vid, given, false)
    const { first, last } = idsOf(vid, 'options.vid')
    const { pvid = false, untagged = false, tunnelId } = given
    const matches = (found: PortVlanInfo): boolean => found.pvid === pvid && found.untagged === untagged && (tunnelId === undefined || found.tunnelId === Number(tunnelId) + found.vid - first)
    const set = async (): Promise<void> => this.#change(requests.add, afSpec)
    return ensure<PortVlanInfo[]>({
      find: async () => this.list({ vid: [first, last] }), matches: (found) => found.length === last - first + 1 && found.every(matches), add: set, change: set,
    })
  }

  /** Takes VLANs away; with `tunnelId`, only their tunnel. One that is not there is no error. */
  async delete(vlans: PortVlanInput, options: Pick<PortVlanOptions, 'tunnelId' | 'self' | 'master'> = {}): Promise<void> {
    await this.#send(requests.delete, vlans, options, true)
  }

  /**
   * Changes what VLANs that are there are set to on this port: `bridge vlan set`.
   *
   * @throws NetlinkError ENOENT, EINVAL: one of them is not there.
   * @example
   * await port.vlans.set([20, 29], { state: 'blocking' })
   */
  async set(vlans: VlanId, settings: PortVlanSettings): Promise<void> {
    const entry = entryOf(vlans, snapshot(settings, new Set(settingNames), 'settings'))
    await this.#ack({ entry: [entry] })
  }

  /**
   * One for each VLAN, by number. The kernel tells of several that are alike at once; Linux 6.12 does not look at all settings to find
   * them alike, so that `mcastMaxGroups` and its like can be those of a neighbour unless `stats` is given.
   */
  async list(filter: PortVlanFilter = {}): Promise<PortVlanInfo[]> {
    const { vid, stats = false } = snapshot<PortVlanFilter>(filter, new Set(['vid', 'stats']), 'filter')
    const [matches, counted] = [within(vid), boolean(stats, 'filter.stats')]
    const found = await connectionOf(this.#link.netns).dump(requests.list, { family: 'bridge', ifindex: this.#link.index, flags: counted ? ['stats'] : [] }, this.#about())
    return found.filter(({ ifindex }) => ifindex === this.#link.index).flatMap(({ entry = [] }) => entry.flatMap(portVlans)).filter(matches)
  }

  async #send(request: typeof requests.add, vlans: PortVlanInput, options: object, deleting: boolean): Promise<void> {
    const { vid, ...given } = vlansOf(vlans, options)
    await this.#change(request, afSpecOf(this.#link.kind === 'bridge', vid, given, deleting))
  }

  async #change(request: typeof requests.add, afSpec: ReturnType<typeof afSpecOf>): Promise<void> {
    await connectionOf(this.#link.netns).ack(request, { family: 'bridge', index: this.#link.index, afSpec }, this.#about())
  }

  async #ack(message: object): Promise<void> {
    await connectionOf(this.#link.netns).ack(requests.set, { family: 'bridge', ifindex: this.#link.index, ...message }, { ...this.#about(), rename: renamed('settings') })
  }

  #about(): { target: string } {
    return { target: this.#link.name }
  }
}

function vlansOf(vlans: PortVlanInput, options: object): { [name: string]: unknown } {
  const more = snapshot<PortVlanOptions>(options, optionNames, 'options')
  return typeof vlans === 'object' && vlans !== null && !Array.isArray(vlans) ? merged(snapshot(vlans, optionNames, 'options'), more) : { ...more, vid: vlans }
}

/** `bridge.globalVlans`: what VLANs are set to on the whole bridge. `bridge vlan global`. */
export class GlobalVlans {
  readonly #bridge: Link

  constructor(bridge: Link) {
    this.#bridge = bridge
  }

  /**
   * Changes what VLANs of the bridge are set to.
   *
   * @throws NetlinkError ENOENT, EINVAL: one of them is not there. EINVAL: multicast options without `mcast_vlan_snooping` of the bridge.
   * @example
   * await bridge.globalVlans.set(10, { mcastSnooping: true, mcastQuerier: true })
   */
  async set(vlans: VlanId, settings: GlobalVlanSettings): Promise<void> {
    const globals = globalsOf(vlans, snapshot(settings, new Set(globalNames), 'settings'))
    const message = { family: 'bridge', ifindex: this.#bridge.index, globalOptions: [globals] } as const
    await connectionOf(this.#bridge.netns).ack(requests.set, message, { target: this.#bridge.name, rename: renamed('settings') })
  }

  /** One for each VLAN that the bridge or one of its ports has. */
  async list(filter: { vid?: VlanId | undefined } = {}): Promise<GlobalVlanInfo[]> {
    const { vid } = snapshot<{ vid: VlanId }>(filter, new Set(['vid']), 'filter')
    const matches = within(vid)
    const found = await connectionOf(this.#bridge.netns).dump(requests.list, { family: 'bridge', ifindex: this.#bridge.index, flags: ['global'] }, { target: this.#bridge.name })
    return found.filter(({ ifindex }) => ifindex === this.#bridge.index).flatMap(({ globalOptions = [] }) => globalOptions.flatMap(globalVlans)).filter(matches)
  }
}

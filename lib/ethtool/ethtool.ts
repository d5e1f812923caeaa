// `link.ethtool`: what drivers let one see and set of a link, over generic netlink, and the two things that only an ioctl tells:
// which driver it is, and the driver's own counters.

import { job } from '../completions.ts'
import { NetlinkError, NetnsError, rangeError } from '../errors.ts'
import { ask, generic, tell } from '../genl/request.ts'
import { innerOf } from '../inner.ts'
import { type Link } from '../link.ts'
import { native, type DriverFacts } from '../native.ts'
import { genericMessages } from '../schema/generic.ts'
import { boolean, snapshot } from '../values.ts'
import { bitsetOf, bitsOf, namesOf, type Bits } from './bits.ts'
import { settings, type AnySetting, type EthtoolChangeable, type EthtoolChanges, type EthtoolInfo, type EthtoolSetting } from './settings.ts'

/** One offload. */
export interface EthtoolFeature {
  /** Whether it is in effect. */
  readonly active: boolean
  /** Whether it was asked for: it comes into effect where what it depends on does. */
  readonly requested: boolean
  /** Whether it cannot be changed. */
  readonly fixed: boolean
}

/** What came of a change. */
export interface EthtoolFeatureChanges {
  /** What is different now, and how it is: also what depends on what was asked for. */
  readonly changed: Bits
  /** What was asked for and did not come about. */
  readonly unchanged: readonly string[]
}

/** ETHTOOL_GDRVINFO: `ethtool -i`. Texts that the driver does not give are empty. */
export interface EthtoolDriver extends DriverFacts {}

const getFeatures = generic('ethtool', 'ETHTOOL_MSG_FEATURES_GET', genericMessages.ethtoolFeatures)
const setFeatures = generic('ethtool', 'ETHTOOL_MSG_FEATURES_SET', genericMessages.ethtoolFeatures)

const rename = (path: string): string => `changes.${path}`

function settingOf(name: unknown, of: readonly string[]): AnySetting {
  if (typeof name !== 'string' || !of.includes(name)) throw rangeError('name', `'${String(name)}' is none of ${of.join(' ')}`)
  return settings[name as EthtoolSetting]
}

const readable = Object.keys(settings)
const changeable = Object.entries<AnySetting>(settings).filter(([, { set }]) => set).map(([name]) => name)

/** `link.ethtool`. Drivers that do not know what is asked for answer EOPNOTSUPP: a NetlinkError. */
export class Ethtool {
  readonly #link: Link

  constructor(link: Link) {
    this.#link = link
  }

  /**
   * Reads one of the link's settings. Sets of bits (`linkmodes.ours`, `debug.msgmask`) are objects with names of bits and true or false.
   *
   * @param options.stats With the counters that belong to it, of `pause`, `fec` and `tsinfo`. Default false.
   * @throws NetlinkError EOPNOTSUPP: the driver does not know it. ENODEV: the link has gone.
   * @example
   * const { combinedCount, combinedMax } = await eth0.ethtool.get('channels')
   */
  async get<N extends EthtoolSetting>(name: N, options: { stats?: boolean } = {}): Promise<EthtoolInfo<N>> {
    const { get, bitsets } = settingOf(name, readable)
    const { stats = false } = snapshot<{ stats?: boolean }>(options, new Set(['stats']), 'options')
    const header = { devIndex: this.#link.index, ...(boolean(stats, 'options.stats') ? { flags: ['stats'] } : {}) }
    const { cmd, version, header: _, ...shown } = await ask(this.#link.netns, get, { header }, this.#about()) as Record<string, object>
    for (const bits of bitsets) if (shown[bits]) shown[bits] = bitsOf(shown[bits])
    return shown as EthtoolInfo<N>
  }

  /**
   * Changes what is named and leaves the rest. Units are those of `get`.
   *
   * @throws NetlinkError EOPNOTSUPP: the driver cannot change this. EINVAL: not to that value; `extack` and `attribute` say which.
   * @example
   * await eth0.ethtool.set('channels', { rxCount: 2, txCount: 2 })
   * await eth0.ethtool.set('coalesce', { rxUsecs: 50 })
   */
  async set<N extends EthtoolChangeable>(name: N, changes: EthtoolChanges<N>): Promise<void> {
    const { set, bitsets, changeable: names = [] } = settingOf(name, changeable)
    const taken: Record<string, unknown> = { ...snapshot(changes, new Set(names), 'changes') }
    for (const bits of bitsets) if (taken[bits] !== undefined) taken[bits] = bitsetOf(taken[bits], rename(bits))
    if (set) await tell(this.#link.netns, set, { header: { devIndex: this.#link.index }, ...taken }, this.#about())
  }

  /**
   * Offloads by the kernel's names, which `ethtool -k` shows too: `tx-tcp-segmentation`, `rx-gro`, `tx-checksum-ip-generic`.
   *
   * @example
   * const { active, fixed } = (await eth0.ethtool.features())['rx-gro']
   */
  async features(): Promise<Record<string, EthtoolFeature>> {
    const { hw, wanted, active, nochange } = await ask(this.#link.netns, getFeatures, { header: { devIndex: this.#link.index } }, this.#about())
    const on = { wanted: namesOf(wanted), active: namesOf(active), nochange: namesOf(nochange) }
    // The one set that names all there are, each with whether it can be changed; what has no name (a number instead) is the kernel's own affair.
    return Object.fromEntries(Object.entries(bitsOf(hw)).filter(([name]) => !/^\d+$/.test(name)).map(([name, changeable]) =>
      [name, { active: on.active.has(name), requested: on.wanted.has(name), fixed: !changeable || on.nochange.has(name) }]))
  }

  /**
   * Turns offloads on and off, and tells what came of it: an offload that another one needs, or that the driver does not let go,
   * is not an error. A name that the kernel does not know is one, and nothing is changed.
   *
   * @throws NetlinkError EINVAL, EOPNOTSUPP: no such offload. EPERM: CAP_NET_ADMIN is missing.
   * @example
   * const { unchanged } = await eth0.ethtool.setFeatures({ 'tx-tcp-segmentation': false, 'rx-gro': true })
   */
  async setFeatures(changes: Readonly<Record<string, boolean>>): Promise<EthtoolFeatureChanges> {
    const wanted = bitsetOf(changes, 'changes')
    const answer = await ask(this.#link.netns, setFeatures, { header: { devIndex: this.#link.index }, wanted }, this.#about())
    return { changed: bitsOf(answer.active), unchanged: Object.keys(bitsOf(answer.wanted)) }
  }

  /** Which driver it is, and in which version: `ethtool -i`. */
  async driver(): Promise<EthtoolDriver> {
    return await this.#ioctl('ETHTOOL_GDRVINFO', (token) => native.ethtoolDriver(token, innerOf(this.#link.netns).handle, this.#link.index))
  }

  /**
   * The driver's own counters by its own names: `ethtool -S`. Numbers, exact up to 2^53. Counters that every link has are `link.stats()`.
   *
   * @throws NetlinkError EOPNOTSUPP: the driver has none.
   */
  async stats(): Promise<Record<string, number>> {
    const pairs = await this.#ioctl<[string, number][]>('ETHTOOL_GSTATS', (token) => native.ethtoolStats(token, innerOf(this.#link.netns).handle, this.#link.index))
    return Object.fromEntries(pairs)
  }

  /** The address that the hardware was made with: `ethtool -P`; undefined where the kernel knows none. */
  async permAddress(): Promise<string | undefined> {
    return (await this.#link.get()).permAddress
  }

  /** A refusal is told as one of the kernel's other refusals about a link. */
  async #ioctl<T>(name: string, start: (token: number) => void): Promise<T> {
    try {
      return await job<T>(start)
    } catch (error) {
      if (!(error instanceof NetnsError) || error.syscall !== 'ioctl') throw error
      throw new NetlinkError({ errno: -error.errno, syscall: 'ioctl' }, name, this.#link.name)
    }
  }

  #about() {
    return { target: this.#link.name, rename }
  }
}

// VLANs of bridges and their ports as users write them, checked and turned into messages; and messages turned into what `list` shows.

import { rangeError, typeError } from './errors.ts'
import { type Infer, type Input } from './schema/dsl.ts'
import { messages } from './schema/messages.ts'
import { boolean, integer } from './values.ts'

type Raw = Infer<typeof messages.vlan>
type Entry = NonNullable<Raw['entry']>[number]
type Globals = NonNullable<Raw['globalOptions']>[number]
type EntryInput = NonNullable<Input<typeof messages.vlan>['entry']>[number]
type AfSpec = NonNullable<Input<typeof messages.bridgeLink>['afSpec']>

/** A VLAN, 1 to 4094, or several: the first and the last. */
export type VlanId = number | readonly [first: number, last: number]

export interface PortVlanOptions {
  /** What comes without a tag belongs to it; there is one at most. Default false. */
  pvid?: boolean | undefined
  /** It leaves without a tag. Default false. */
  untagged?: boolean | undefined
  /** Identifier in a tunnel (VXLAN), of the first of several; the port needs `vlanTunnel`. */
  tunnelId?: number | undefined
  /** For the bridge itself, or for a card's own switch. Default: true for a bridge, false for its ports. */
  self?: boolean | undefined
  /** For the bridge that the link is a port of: what happens without it, unless `self` is given. */
  master?: boolean | undefined
}

/** What a VLAN is set to on one port. */
export interface PortVlanSettings extends Omit<EntryInput, 'info' | 'range' | 'tunnelInfo' | 'stats' | 'mcastNGroups'> {
  /** In place of the identifier in the tunnel that it has. */
  tunnelId?: number | undefined
}

/** What a VLAN is set to on the whole bridge. Times in hundredths of a second (USER_HZ). */
export interface GlobalVlanSettings extends Omit<NonNullable<Input<typeof messages.vlan>['globalOptions']>[number], 'id' | 'range' | 'mcastRouterPorts' | 'mcastQuerierState'> {}

/** A VLAN of a port, or of the bridge. */
export interface PortVlanInfo extends Omit<Entry, 'info' | 'range' | 'tunnelInfo'> {
  vid: number
  pvid: boolean
  untagged: boolean
  tunnelId?: number
}

/** A VLAN of the whole bridge. */
export interface GlobalVlanInfo extends Omit<Globals, 'id' | 'range'> {
  vid: number
}

export const settingNames = ['state', 'mcastRouter', 'mcastMaxGroups', 'neighSuppress', 'neighForwardGrat', 'tunnelId'] as const
export const globalNames = ['mcastSnooping', 'mcastIgmpVersion', 'mcastMldVersion', 'mcastLastMemberCnt', 'mcastStartupQueryCnt', 'mcastLastMemberIntvl', 'mcastMembershipIntvl',
  'mcastQuerierIntvl', 'mcastQueryIntvl', 'mcastQueryResponseIntvl', 'mcastStartupQueryIntvl', 'mcastQuerier', 'msti'] as const
/** What `list` shows beside them is passed over. */
export const optionNames: ReadonlySet<string> = new Set(['vid', 'pvid', 'untagged', 'tunnelId', 'self', 'master', ...settingNames, 'mcastNGroups', 'stats'])

type Taken = { readonly [name: string]: unknown }

export function idsOf(vid: unknown, path: string): { first: number, last: number } {
  if (typeof vid === 'number') return { first: integer(vid, 1, 4094, path), last: vid }
  if (!Array.isArray(vid) || vid.length !== 2) throw typeError(path, 'a number, or the first and the last in an array, is wanted')
  const [first, last] = [integer(vid[0], 1, 4094, `${path}[0]`), integer(vid[1], 1, 4094, `${path}[1]`)]
  if (first > last) throw rangeError(path, `${first} comes after ${last}`)
  return { first, last }
}

const bit = (options: Taken, name: string): string[] => options[name] !== undefined && boolean(options[name], `options.${name}`) ? [name] : []

/** IFLA_AF_SPEC: one VLAN, or the two ends of a range; for the tunnel the same once more (br_afspec, in this order). */
export function afSpecOf(bridge: boolean, vid: unknown, options: Taken, deleting: boolean): AfSpec {
  const { first, last } = idsOf(vid, 'options.vid')
  const flags = deleting ? [] : [...bit(options, 'pvid'), ...bit(options, 'untagged')]
  if (first !== last && flags.includes('pvid')) throw rangeError('options.pvid', 'a port has one at most')
  const whose = [...bit(options, 'master'), ...options['self'] === undefined && bridge ? ['self'] : bit(options, 'self')]
  const ends: (readonly [number, string[]])[] = first === last ? [[first, []]] : [[first, ['range_begin']], [last, ['range_end']]]
  const tunnel = options['tunnelId'] === undefined ? undefined : integer(options['tunnelId'], 1, 2 ** 24 - 1 - (last - first), 'options.tunnelId')
  const vlanInfo = ends.map(([id, range]) => ({ flags: [...flags, ...range], vid: id }))
  return {
    ...whose.length > 0 ? { flags: whose } : {},
    // Without its tunnel alone the VLAN stays.
    ...deleting && tunnel !== undefined ? {} : { vlanInfo },
    ...tunnel === undefined ? {} : { vlanTunnelInfo: ends.map(([id, range]) => ({ id: tunnel + id - first, vid: id, flags: range })) },
  }
}

/** BRIDGE_VLAN_INFO_ONLY_OPTS: the VLAN itself is there already. */
export function entryOf(vid: unknown, { tunnelId, ...settings }: Taken): EntryInput {
  const { first, last } = idsOf(vid, 'vid')
  const tunnel = tunnelId === undefined ? {} : { tunnelInfo: { id: integer(tunnelId, 1, 2 ** 24 - 1 - (last - first), 'settings.tunnelId'), cmd: 'add' as const } }
  return { info: { flags: ['only_opts'], vid: first }, ...first === last ? {} : { range: last }, ...settings, ...tunnel }
}

export function globalsOf(vid: unknown, settings: Taken): object {
  const { first, last } = idsOf(vid, 'vid')
  return { id: first, ...first === last ? {} : { range: last }, ...settings }
}

const numbers = (first: number, last = first): number[] => Array.from({ length: last - first + 1 }, (_, at) => first + at)

/** One for each VLAN: the kernel puts those that are alike into a range. */
export function portVlans({ info, range, tunnelInfo, ...rest }: Entry): PortVlanInfo[] {
  const { vid = 0, flags = [] } = info ?? {}
  const known = { pvid: flags.includes('pvid'), untagged: flags.includes('untagged') }
  return numbers(vid, range).map((one) => ({ vid: one, ...known, ...tunnelInfo?.id === undefined ? {} : { tunnelId: tunnelInfo.id + one - vid }, ...rest }))
}

export function globalVlans({ id = 0, range, ...rest }: Globals): GlobalVlanInfo[] {
  return numbers(id, range).map((vid) => ({ vid, ...rest }))
}

// The options of an entry of a forwarding database, checked and turned into a message; and which entries to flush.

import { rangeError, typeError } from './errors.ts'
import { type Link } from './link.ts'
import { indexOf, type LinkRef } from './link-options.ts'
import { flagsOf } from './neighbor-flags.ts'
import { type Input } from './schema/dsl.ts'
import { messages } from './schema/messages.ts'
import { numberOf } from './schema/record.ts'
import { routeProtocols } from './schema/route.ts'
import { boolean, formatIp, ipBytes, lladdrBytes, optional, present, within } from './values.ts'

export type FdbMessage = Input<typeof messages.neighbor>

/** `permanent`: an address of the link itself. `static`: of somebody behind it, for good. `dynamic`: the same until it ages. */
export type FdbState = 'permanent' | 'static' | 'dynamic'

/** What tells one entry from others of the same address. */
export interface FdbKey {
  /** In the database of the bridge that the link is a port of. */
  master?: boolean | undefined
  /** In the link's own: a bridge's, a vxlan's, a card's filter. Default: true, unless `master` is. */
  self?: boolean | undefined
  /** 1 to 4094. Default: every VLAN of the port, or none where the bridge does not filter. */
  vlan?: number | undefined
  /** vxlan: IP address of the remote end. */
  dst?: string | undefined
  /** vxlan: UDP port of the remote end. Default: the link's. */
  port?: number | undefined
  /** vxlan: identifier towards the remote end. Default: the link's. */
  vni?: number | undefined
  /** vxlan with `collectMetadata`: identifier of the frames that this is for. */
  srcVni?: number | undefined
  /** vxlan: the link through which `dst` is reached. */
  via?: LinkRef | undefined
  /** vxlan: id of a nexthop object (`fdb`) in place of `dst`. */
  nhid?: number | undefined
}

export interface FdbOptions extends FdbKey {
  /** Default `permanent`, as of bridge(8). */
  state?: FdbState | 'stale' | undefined
  /** It counts as used now. */
  use?: boolean | undefined
  router?: boolean | undefined
  /** Who manages it is not the kernel: it does not age. */
  externLearn?: boolean | undefined
  /** The address stays at this port. */
  sticky?: boolean | undefined
  /** Tell listeners when a static entry falls silent, and when it is heard again. */
  activityNotify?: boolean | undefined
  /** It has fallen silent. With `activityNotify`. */
  inactive?: boolean | undefined
  /** Leave its age as it is. */
  dontRefresh?: boolean | undefined
  /** Who made it; vxlans keep it. A word of rt_protos or a number. */
  protocol?: string | number | undefined
  /** As `list` shows them. What only the kernel sets is passed over. */
  flags?: readonly string[] | undefined
}

/** Which entries to flush; all that is given must hold. Of a kind that is `false`, all but those. */
export interface FdbFlush extends FdbKey {
  permanent?: boolean | undefined
  /** Neither permanent nor ageing. */
  static?: boolean | undefined
  dynamic?: boolean | undefined
  externLearn?: boolean | undefined
  sticky?: boolean | undefined
  offload?: boolean | undefined
  /** By a user, not by learning. */
  addedByUser?: boolean | undefined
  router?: boolean | undefined
}

export const fdbKeys = ['master', 'self', 'vlan', 'dst', 'port', 'vni', 'srcVni', 'via', 'nhid'] as const
export const fdbOptions: ReadonlySet<string> = new Set([...fdbKeys, 'state', 'use', 'router', 'externLearn', 'sticky', 'activityNotify', 'inactive', 'dontRefresh',
  'protocol', 'flags', 'address', 'dev', 'link', 'bridge', 'linkNetnsId', 'used', 'updated'])
const flushFlags = { externLearn: 'extern_learn', sticky: 'sticky', offload: 'offload', addedByUser: 'use', router: 'router' } as const
const flushStates = ['permanent', 'static', 'dynamic'] as const
export const flushOptions: ReadonlySet<string> = new Set([...fdbKeys, ...flushStates, ...Object.keys(flushFlags)])

/** NUD_* as bridge(8) sends them. The kernel forgets a stale one soon: what is put back is new. */
const states: { readonly [state: string]: readonly string[] } = {
  permanent: ['noarp', 'permanent'], static: ['reachable', 'noarp'], dynamic: ['reachable'], stale: ['reachable'],
}
const booleans = { master: 'master', self: 'self', use: 'use', router: 'router', externLearn: 'extern_learn', sticky: 'sticky' }

export type Taken = { readonly [name: string]: unknown }

function keyAttributes(link: Link, { vlan, dst, port, vni, srcVni, via, nhid }: Taken, path: string): { message: FdbMessage, via: Promise<number> | undefined } {
  const vnis = 2 ** 24 - 1
  const message = present({
    vlan: optional(vlan, within(1, 4094, `${path}.vlan`)), dst: optional(dst, (one) => formatIp(ipBytes(one, `${path}.dst`))),
    port: optional(port, within(1, 65_535, `${path}.port`)), vni: optional(vni, within(0, vnis, `${path}.vni`)),
    srcVni: optional(srcVni, within(0, vnis, `${path}.srcVni`)), nhId: optional(nhid, within(1, 2 ** 32 - 1, `${path}.nhid`)),
  })
  return { message, via: optional(via, async (one) => indexOf(link.netns, one, `${path}.via`)) }
}

/** All but the link's name is checked in the caller's turn. */
async function completed({ message, via }: { message: FdbMessage, via: Promise<number> | undefined }, rest: () => FdbMessage): Promise<FdbMessage> {
  try {
    const more = rest()
    return { ...message, ...via ? { ndaIfindex: await via } : {}, ...more }
  } catch (error) {
    await via?.catch(() => undefined)   // one complaint will do
    throw error
  }
}

function withSelf(flags: readonly string[]): string[] {
  return flags.includes('master') || flags.includes('self') ? [...flags] : [...flags, 'self']
}

function activity({ activityNotify, inactive, dontRefresh }: Taken): FdbMessage['fdbExtAttrs'] {
  const wanted = [['notify', activityNotify, 'activityNotify'], ['inactive', inactive, 'inactive']] as const
  const named = wanted.filter(([, value, name]) => value !== undefined && boolean(value, `options.${name}`)).map(([flag]) => flag)
  const told = activityNotify !== undefined || inactive !== undefined
  const refresh = dontRefresh !== undefined && boolean(dontRefresh, 'options.dontRefresh')
  return told || refresh ? { ...told ? { activityNotify: named } : {}, ...refresh ? { dontRefresh: true } : {} } : undefined
}

function stateOf(state: unknown): readonly string[] {
  if (typeof state !== 'string') throw typeError('options.state', 'a string is wanted')
  const found = Object.hasOwn(states, state) ? states[state] : undefined
  if (!found) throw rangeError('options.state', `'${state}' is none of ${Object.keys(states).join(' ')}`)
  return found
}

/** The message of an entry of `link`. */
export async function fdbMessage(link: Link, address: unknown, options: Taken): Promise<FdbMessage> {
  lladdrBytes(address, 'address')
  return completed(keyAttributes(link, options, 'options'), () => {
    const { state = 'permanent', protocol } = options
    const { flags = [], flagsExt } = flagsOf(options, booleans)
    return present({
      family: 'bridge', ifindex: link.index, state: stateOf(state), flags: withSelf(flags), flagsExt, lladdr: String(address),
      protocol: optional(protocol, (one) => numberOf(routeProtocols, one, 1, 'options.protocol')), fdbExtAttrs: activity(options),
    })
  })
}

/** What names an entry, to delete it or to ask for it. */
export async function fdbKeyMessage(link: Link, address: unknown, options: Taken): Promise<FdbMessage> {
  lladdrBytes(address, 'address')
  const { master, self, flags } = options
  return completed(keyAttributes(link, options, 'options'), () => {
    const named = (flagsOf({ master, self, flags }, booleans).flags ?? []).filter((name) => name === 'master' || name === 'self')
    return { family: 'bridge', ifindex: link.index, flags: withSelf(named), lladdr: String(address) }
  })
}

/** NUD_* of the header and of the mask: what has to be set of what is looked at. To the kernel a permanent one has `noarp` as well. */
function flushState(filter: Taken): { state: string[], mask: string[] } {
  const { permanent, static: fixed, dynamic } = Object.fromEntries(flushStates.map((name) => [name, optional(filter[name], (one) => boolean(one, `filter.${name}`))]))
  if ([permanent, fixed, dynamic].filter((one) => one === true).length > 1) throw rangeError('filter', 'an entry is only one of permanent, static and dynamic')
  if (fixed === false && dynamic === false) throw rangeError('filter', 'what is neither static nor dynamic is permanent')
  if (permanent === true) return { state: ['permanent'], mask: ['permanent'] }
  if (fixed === true) return { state: ['noarp'], mask: ['noarp', 'permanent'] }
  if (dynamic === true) return { state: [], mask: ['noarp', 'permanent'] }
  const mask = [...permanent === false ? ['permanent'] : [], ...fixed === false || dynamic === false ? ['noarp'] : []]
  return { state: dynamic === false ? ['noarp'] : [], mask }
}

export async function flushMessage(link: Link, filter: Taken): Promise<FdbMessage> {
  return completed(keyAttributes(link, filter, 'filter'), () => {
    const { flags: ends = [] } = flagsOf({ master: filter['master'], self: filter['self'] }, booleans, 'filter')
    const named = Object.entries(flushFlags).filter(([option]) => filter[option] !== undefined)
    const set = named.filter(([option]) => boolean(filter[option], `filter.${option}`)).map(([, flag]) => flag)
    const { state, mask } = flushState(filter)
    return present({
      family: 'bridge', ifindex: link.index, flags: [...withSelf(ends), ...set], state,
      ndmFlagsMask: named.length > 0 ? named.map(([, flag]) => flag) : undefined, ndmStateMask: mask.length > 0 ? mask : undefined,
    })
  })
}

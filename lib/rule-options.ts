// The options of a rule, checked and turned into a message; and the message in the words of ip-rule(8).

import { type Family } from './address.ts'
import { rangeError, typeError } from './errors.ts'
import { Link } from './link.ts'
import { realmsOf, realmsWord, type Realms } from './realms.ts'
import { tableName, tableNumber } from './tables.ts'
import { type Infer, type Input } from './schema/dsl.ts'
import { ipProtocols } from './schema/ip-protocols.ts'
import { messages } from './schema/messages.ts'
import { numberOf } from './schema/record.ts'
import { routeProtocols } from './schema/route.ts'
import { ruleActions } from './schema/rule.ts'
import { bigint, boolean, integer, ipFamily, linkNameToFind, networkPrefix, present } from './values.ts'

export type RuleMessage = Input<typeof messages.rule>
export type RawRule = Infer<typeof messages.rule>

/** One number, or the first and the last of a range. */
export type Range = number | readonly [first: number, last: number]

/** Which packets, by all that is given, and what becomes of them. */
export interface RuleOptions {
  /** 0 to 2^32-1; the lowest is asked first. Default: one less than the first of the others but 0. */
  priority?: number | undefined
  /** Needed only where neither `from` nor `to` tells. Default `inet`. */
  family?: Family | undefined
  /** The rule is for packets that do not match. */
  not?: boolean | undefined
  /** Source prefix without host bits. Default: all. */
  from?: string | undefined
  /** Destination prefix without host bits. Default: all. */
  to?: string | undefined
  /** The type of service, 0 to 255; of IPv4 only the bits 0x1c. */
  tos?: number | undefined
  /** Differentiated services code point, 0 to 63; since Linux 6.13. */
  dscp?: number | undefined
  /** Which bits of `dscp` count. Default 63, all; since Linux 6.15. */
  dscpMask?: number | undefined
  /** IPv6, 0 to 2^20-1; since Linux 6.14. */
  flowlabel?: number | undefined
  /** Which bits of `flowlabel` count. Default: all. */
  flowlabelMask?: number | undefined
  /** The packet's mark, as nftables or SO_MARK set it. */
  fwmark?: number | undefined
  /** Which bits of `fwmark` count. Default: all. */
  fwmask?: number | undefined
  /** Name of the link that the packet came by; `lo` is for what this host sends. It need not exist. */
  iif?: string | Link | undefined
  /** Name of the link that the socket is bound to. It need not exist. */
  oif?: string | Link | undefined
  /** Numbers of users whose sockets send, as they are in the namespace of users that this process is in. */
  uidrange?: Range | undefined
  /** `tcp`, `udp`, `icmp` ... or a number. */
  ipproto?: string | number | undefined
  sport?: Range | undefined
  /** Which bits of `sport`, then one number, count; since Linux 6.15. */
  sportMask?: number | undefined
  dport?: Range | undefined
  /** Which bits of `dport`, then one number, count; since Linux 6.15. */
  dportMask?: number | undefined
  /** Id of the tunnel that the packet came through. */
  tunId?: bigint | number | undefined
  /** `main`, `local`, `default` or a number. Default `main`, where the action is to look up one and `l3mdev` is not given. */
  table?: string | number | undefined
  /** Looks up the table of the VRF that `iif` or `oif` belong to. */
  l3mdev?: boolean | undefined
  /** Default `to_tbl`, or `goto` where that is given. */
  action?: 'to_tbl' | 'goto' | 'nop' | 'blackhole' | 'unreachable' | 'prohibit' | number | undefined
  /** Priority of the rule to go on with, higher than this one's; there need not be one yet. */
  goto?: number | undefined
  /** Realms of the packet, IPv4 only. */
  realms?: Realms | undefined
  /** A route whose prefix is this long or shorter does not count. */
  suppressPrefixlength?: number | undefined
  /** A route by a link of this group does not count. */
  suppressIfgroup?: number | undefined
  /** Who made it. Default `unspec`, as of ip(8). */
  proto?: string | number | undefined
  /** As `list` shows them; none of them is the user's to set. */
  flags?: readonly string[] | undefined
}

/** A rule, as `list` shows it; `add` takes it back. */
export interface RuleInfo extends RuleOptions {
  priority: number
  family: Family
  action: NonNullable<RuleOptions['action']>
  /** Names of links that are there or not. */
  iif?: string
  oif?: string
  tunId?: bigint
  proto: string | number
  /** `iif_detached`, `oif_detached`: there is no such link; `unresolved`: there is no rule to go to. */
  flags: readonly string[]
}

const u32 = 2 ** 32 - 1

/** Options that are a number: the attribute, and the greatest value. */
const numbers = {
  priority: ['priority', u32], fwmark: ['fwmark', u32], fwmask: ['fwmask', u32], suppressPrefixlength: ['suppressPrefixlen', 128],
  suppressIfgroup: ['suppressIfgroup', 2 ** 31 - 1], dscp: ['dscp', 63], dscpMask: ['dscpMask', 63], flowlabel: ['flowlabel', 2 ** 20 - 1],
  flowlabelMask: ['flowlabelMask', 2 ** 20 - 1], sportMask: ['sportMask', 65_535], dportMask: ['dportMask', 65_535], goto: ['goto', u32],
} as const satisfies { readonly [option: string]: readonly [keyof RuleMessage, number] }
const numberEntries = Object.entries(numbers)

export const ruleOptionNames = new Set([...Object.keys(numbers), 'family', 'not', 'from', 'to', 'tos', 'iif', 'oif', 'uidrange', 'ipproto', 'sport',
  'dport', 'tunId', 'table', 'l3mdev', 'action', 'realms', 'proto', 'flags'])

type Taken = { [name: string]: unknown }

function range(value: unknown, least: number, most: number, path: string): { start: number, end: number } {
  if (!Array.isArray(value)) return { start: integer(value, least, most, path), end: integer(value, least, most, path) }
  const [first, last, ...more]: readonly unknown[] = Array.from(value as readonly unknown[])
  if (more.length > 0) throw typeError(path, 'two numbers are wanted')
  const start = integer(first, least, most, `${path}[0]`)
  return { start, end: integer(last, start, most, `${path}[1]`) }
}

function linkName(link: unknown, path: string): string {
  return link instanceof Link ? link.name : linkNameToFind(link, path)
}

function familyOf(taken: Taken): Family {
  const family = ipFamily(taken['family'], 'rule.family')
  for (const name of ['from', 'to']) {
    if (taken[name] === undefined) continue
    const told = networkPrefix(taken[name], `rule.${name}`).family === 4 ? 'inet' : 'inet6'
    if (family !== undefined && family !== told) throw rangeError('rule.family', `rule.${name} is of family ${told}`)
    return told
  }
  return family ?? 'inet'
}

function prefixes({ from, to }: Taken, family: Family): RuleMessage {
  const message: RuleMessage = {}
  const own = (text: unknown, path: string) => {
    const prefix = networkPrefix(text, path)
    if (prefix.family !== (family === 'inet' ? 4 : 6)) throw rangeError(path, `a prefix of family ${family} is wanted`)
    return prefix
  }
  if (from !== undefined) ({ length: message.srcLen, bytes: message.src } = own(from, 'rule.from'))
  if (to !== undefined) ({ length: message.dstLen, bytes: message.dst } = own(to, 'rule.to'))
  return message
}

function selectors(taken: Taken): RuleMessage {
  const { tos, iif, oif, uidrange, ipproto, sport, dport, tunId, realms, not } = taken
  const message: RuleMessage = {}
  for (const [option, [attribute, most]] of numberEntries) {
    if (taken[option] !== undefined) message[attribute] = integer(taken[option], 0, most, `rule.${option}`)
  }
  // fib6_nl2rule_flowlabel wants both.
  if (taken['flowlabel'] !== undefined && taken['flowlabelMask'] === undefined) message.flowlabelMask = 2 ** 20 - 1
  if (tos !== undefined) message.tos = integer(tos, 0, 255, 'rule.tos')
  if (iif !== undefined) message.iifname = linkName(iif, 'rule.iif')
  if (oif !== undefined) message.oifname = linkName(oif, 'rule.oif')
  if (uidrange !== undefined) message.uidRange = range(uidrange, 0, u32 - 1, 'rule.uidrange')
  if (ipproto !== undefined) message.ipProto = numberOf(ipProtocols, ipproto, 1, 'rule.ipproto')
  if (sport !== undefined) message.sportRange = range(sport, 1, 65_534, 'rule.sport')
  if (dport !== undefined) message.dportRange = range(dport, 1, 65_534, 'rule.dport')
  if (tunId !== undefined) message.tunId = bigint(tunId, 0n, 2n ** 64n - 1n, 'rule.tunId')
  if (realms !== undefined) message.flow = realmsWord(realms, 'rule.realms')
  if (not !== undefined && boolean(not, 'rule.not')) message.flags = ['invert']
  return message
}

/** The number goes into the header where it fits, as ip(8) has it. */
function setTable(message: RuleMessage, table: number): void {
  if (table < 256) message.table = table
  else message.fraTable = table
}

/** What is named, for adding and deleting alike. */
export function identity(taken: Taken): RuleMessage {
  const { table, l3mdev, proto, flags = [] } = taken
  if (!Array.isArray(flags)) throw typeError('rule.flags', 'an array is wanted')
  const family = familyOf(taken)
  const message: RuleMessage = { family, ...prefixes(taken, family), ...selectors(taken) }
  if (table !== undefined) setTable(message, tableNumber(table, 'rule.table'))
  if (l3mdev !== undefined && boolean(l3mdev, 'rule.l3mdev')) message.l3mdev = true
  if (proto !== undefined) message.protocol = numberOf(routeProtocols, proto, 1, 'rule.proto')
  if (taken['action'] !== undefined) message.action = numberOf(ruleActions, taken['action'], 1, 'rule.action')
  return message
}

/** What is not given is asked of the options: the message has Object's prototype. */
export function ruleMessage(taken: Taken): RuleMessage {
  const message = identity(taken)
  const { goto, to_tbl: lookup } = ruleActions.values
  const action = taken['action'] === undefined ? (taken['goto'] === undefined ? lookup : goto) : message.action
  message.action = action
  if (action === lookup && taken['table'] === undefined && taken['l3mdev'] !== true) setTable(message, tableNumber('main', ''))
  if ((action === goto) !== (taken['goto'] !== undefined)) throw typeError('rule.goto', 'the action goto wants a priority, and only that')
  return message
}

/** A mask of which all bits count says nothing. */
const all: { readonly [option: string]: number } = { fwmask: u32, dscpMask: 63, flowlabelMask: 2 ** 20 - 1, suppressPrefixlength: u32, sportMask: 0xffff, dportMask: 0xffff }

function rangeOf({ start, end }: { start: number, end: number }): Range {
  return start === end ? start : [start, end]
}

export function ruleInfo(raw: RawRule): RuleInfo {
  const table = raw.fraTable ?? raw.table
  const { iifname: iif, oifname: oif, tunId, ipProto: ipproto } = raw
  const found: { [option: string]: unknown } = {
    not: raw.flags.includes('invert') || undefined,
    from: raw.src === undefined ? undefined : `${raw.src}/${raw.srcLen}`, to: raw.dst === undefined ? undefined : `${raw.dst}/${raw.dstLen}`,
    tos: raw.tos || undefined, iif, oif, uidrange: raw.uidRange && rangeOf(raw.uidRange), ipproto,
    sport: raw.sportRange && rangeOf(raw.sportRange), dport: raw.dportRange && rangeOf(raw.dportRange), tunId,
    table: raw.action === 'to_tbl' && table !== 0 ? tableName(table) : undefined, l3mdev: raw.l3mdev || undefined,
    realms: raw.flow === undefined ? undefined : realmsOf(raw.flow),
  }
  for (const [option, [attribute]] of numberEntries) if (raw[attribute] !== all[option]) found[option] = raw[attribute]
  const info: RuleInfo = {
    priority: raw.priority ?? 0, family: raw.family as Family, action: raw.action as RuleInfo['action'], proto: raw.protocol ?? 'unspec',
    flags: raw.flags.filter((flag) => flag !== 'invert'),
  }
  return Object.assign(info, present(found))
}

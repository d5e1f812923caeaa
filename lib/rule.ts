// Rules, which choose the table that a packet's route is looked up in.

import { type Family } from './address.ts'
import { connectionOf } from './inner.ts'
import { settled } from './link-create.ts'
import { type Netns } from './netns.ts'
import { requests } from './protocol.ts'
import { orNone } from './refusal.ts'
import { ensureRule } from './route-ensure.ts'
import { addRule, deleteRule } from './rule-newer.ts'
import { identity, ruleInfo, ruleMessage, ruleOptionNames, type RawRule, type RuleInfo, type RuleMessage, type RuleOptions } from './rule-options.ts'
import { numberOf } from './schema/record.ts'
import { routeProtocols } from './schema/route.ts'
import { mapped } from './slices.ts'
import { tableNumber } from './tables.ts'
import { integer, ipFamily, snapshot } from './values.ts'

/** Which rules; all that is given must hold. */
export interface RuleFilter {
  family?: Family | undefined
  priority?: number | undefined
  /** `main`, `local`, `default`, or a number. */
  table?: string | number | undefined
  proto?: string | number | undefined
}

const filterNames = new Set(['family', 'priority', 'table', 'proto'])

const targetOf = ({ priority, from, to }: { [name: string]: unknown }): string => String(priority ?? from ?? to ?? 'all')

/** `ns.rules`. */
export class Rules {
  readonly #netns: Netns

  constructor(netns: Netns) {
    this.#netns = netns
  }

  /**
   * Adds a rule.
   *
   * @throws NetlinkError EEXIST: there is one that says the same. EINVAL: options contradict each other. EOPNOTSUPP: this kernel lacks a
   *   selector (`dscp`, `flowlabel`, masks of ports), which it would pass over.
   * @example
   * await red.rules.add({ from: '10.0.0.0/8', table: 100 })
   */
  async add(rule: RuleOptions): Promise<void> {
    const taken = snapshot<RuleOptions>(rule, ruleOptionNames, 'rule')
    await addRule(this.#netns, ruleMessage(taken), targetOf(taken))
  }

  /**
   * Adds a rule unless there is one that says the same, and says whether it did. A priority that is not given may be any.
   *
   * @example
   * await red.rules.ensure({ from: '10.0.0.0/8', table: 100 })
   */
  async ensure(rule: RuleOptions): Promise<boolean> {
    const taken = snapshot<RuleOptions>(rule, ruleOptionNames, 'rule')
    return await ensureRule(this.#netns, ruleMessage(taken), new Set(Object.keys(taken)), targetOf(taken))
  }

  /**
   * Deletes the first rule that has all that is named.
   *
   * @throws NetlinkError ENOENT: there is none.
   */
  async delete(rule: RuleOptions): Promise<void> {
    const taken = snapshot<RuleOptions>(rule, ruleOptionNames, 'rule')
    await deleteRule(this.#netns, identity(taken), targetOf(taken))
  }

  /** The rules of both families, each in the order in which they are asked; or those that match. */
  async list(filter: RuleFilter = {}): Promise<RuleInfo[]> {
    return mapped(await this.#select(filter), ruleInfo)
  }

  /** Deletes all but those of priority 0, or those that match: without them no packet finds a route but to this host itself. */
  async flush(filter: RuleFilter = {}): Promise<void> {
    const connection = connectionOf(this.#netns)
    const found = (await this.#select(filter)).filter(({ priority = 0, flags }) => priority !== 0 && !flags.includes('permanent'))
    await settled(found.map(async (raw) => orNone('ENOENT', connection.ack(requests.deleteRule, forDeletion(raw), { target: String(raw.priority) }))))
  }

  /** A dump of each family: one of all families would bring those of multicast too. */
  async #select(filter: RuleFilter): Promise<RawRule[]> {
    const { family: given, priority, table, proto } = snapshot<RuleFilter>(filter, filterNames, 'filter')
    const family = ipFamily(given, 'filter.family')
    const wanted = {
      priority: priority === undefined ? undefined : integer(priority, 0, 2 ** 32 - 1, 'filter.priority'),
      table: table === undefined ? undefined : tableNumber(table, 'filter.table'),
      proto: proto === undefined ? undefined : numberOf(routeProtocols, proto, 1, 'filter.proto'),
    }
    const families: Family[] = family === undefined ? ['inet', 'inet6'] : [family]
    const connection = connectionOf(this.#netns)
    const found = await Promise.all(families.map(async (one) => connection.dump(requests.listRules, { family: one })))
    return found.flat().filter((raw) => (wanted.priority === undefined || (raw.priority ?? 0) === wanted.priority) &&
      (wanted.table === undefined || (raw.fraTable ?? raw.table) === wanted.table) &&
      (wanted.proto === undefined || numberOf(routeProtocols, raw.protocol ?? 0, 1, 'protocol') === wanted.proto))
  }
}

/** As it was shown, but for what fib_nl2rule does not take: the kernel's own findings. */
function forDeletion(raw: RawRule): RuleMessage {
  const { suppressPrefixlen, ...rest } = raw
  const flags = raw.flags.filter((flag) => flag === 'invert')
  return { ...rest, flags, ...(suppressPrefixlen === 0xffff_ffff || suppressPrefixlen === undefined ? {} : { suppressPrefixlen }) }
}

// Selectors of rules that older kernels do not know. fib_nl2rule passes over attributes that are newer than itself, without a word:
// such a rule would be for all packets, and deleting by such a selector would hit a rule without it.

import { deep, NetlinkError } from './errors.ts'
import { connectionOf } from './inner.ts'
import { type Netns } from './netns.ts'
import { requests } from './protocol.ts'
import { type RawRule, type RuleMessage } from './rule-options.ts'

/** Attributes newer than Linux 6.12; of a mask, what it is where all bits count. */
const newer = { dscp: undefined, dscpMask: 63, flowlabel: undefined, flowlabelMask: 2 ** 20 - 1, sportMask: 65_535, dportMask: 65_535 } as const
type Newer = keyof typeof newer
const names = Object.keys(newer) as Newer[]

const ENOENT = 2
const EOPNOTSUPP = 95

/** What the rule does not show of what the message has. */
function lost(message: RuleMessage, rule: Partial<RawRule>): Newer | undefined {
  return names.find((name) => Object.hasOwn(message, name) && rule[name] !== message[name] && !(rule[name] === undefined && message[name] === newer[name]))
}

const hasNewer = (message: RuleMessage): boolean => names.some((name) => Object.hasOwn(message, name))

/** Adds it, and takes it away again where the kernel shows that it has passed over a selector. */
export async function addRule(netns: Netns, message: RuleMessage, target: string): Promise<void> {
  const connection = connectionOf(netns)
  if (!hasNewer(message)) return connection.ack(requests.addRule, message, { target })
  const made = await connection.reply(requests.addRuleEchoed, message, { target })
  const attribute = lost(message, made ?? {})
  if (attribute === undefined) return
  const rest = Object.fromEntries(Object.entries(message).filter(([name]) => !names.includes(name as Newer))) as RuleMessage
  await connection.ack(requests.deleteRule, made?.priority === undefined ? rest : { ...rest, priority: made.priority }, { target })
  throw deep(() => new NetlinkError({ errno: EOPNOTSUPP, syscall: 'netlink', attribute }, 'RTM_NEWRULE', target, 'this kernel has no such selector; the rule has been taken away again'))
}

export async function deleteRule(netns: Netns, message: RuleMessage, target: string): Promise<void> {
  const connection = connectionOf(netns)
  if (hasNewer(message)) {
    const found = await connection.dump(requests.listRules, { family: message.family ?? 'inet' })
    if (found.every((rule) => lost(message, rule) !== undefined)) throw deep(() => new NetlinkError({ errno: ENOENT, syscall: 'netlink' }, 'RTM_DELRULE', target))
  }
  await connection.ack(requests.deleteRule, message, { target })
}

// What the compiler has to refuse of rules, nexthop objects and encapsulations. Checked by tsc; nothing calls these functions.
import { type Link, type Netns, type RuleInfo } from '../../lib/index.ts'
import { same } from './same.ts'

export async function rules(netns: Netns, link: Link): Promise<void> {
  const [rule] = await netns.rules.list({ family: 'inet6', table: 'main' })
  same<typeof rule, RuleInfo | undefined>(true)
  if (!rule) return
  await netns.rules.add(rule)
  await netns.rules.delete(rule)
  same<typeof rule.tunId, bigint | undefined>(true)
  same<typeof rule.iif, string | undefined>(true)
  await netns.rules.add({ iif: link, oif: 'eth0', sport: [1, 2], dport: 80, tunId: 5 })
  // @ts-expect-error: a link by its index has no name
  await netns.rules.add({ iif: 5 })
  // @ts-expect-error
  await netns.rules.add({ action: 'drop' })
  // @ts-expect-error
  await netns.rules.add({ sport: [1, 2, 3] })
  // @ts-expect-error
  await netns.rules.add({ family: 'mpls' })
  // @ts-expect-error
  await netns.rules.list({ fwmark: 1 })
  // @ts-expect-error: the kernel has no such request
  await netns.rules.replace({ table: 100 })
}

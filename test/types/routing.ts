// What the compiler has to refuse of rules, nexthop objects and encapsulations. Checked by tsc; nothing calls these functions.
import { type Link, type Netns, type NexthopInfo, type RuleInfo } from '../../lib/index.ts'
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

export async function nexthops(netns: Netns, link: Link): Promise<void> {
  const id = await netns.nexthops.add({ via: '10.0.0.1', dev: link, encap: { type: 'mpls', labels: [100] } })
  same<typeof id, number>(true)
  const [object] = await netns.nexthops.list({ groups: true, dev: 'eth0', stats: true })
  same<typeof object, NexthopInfo | undefined>(true)
  if (!object) return
  await netns.nexthops.replace(object)
  await netns.nexthops.delete(object)
  same<typeof object.dev, string | undefined>(true)
  const { encap } = object
  if (encap?.type === 'mpls') same<typeof encap.labels, readonly number[]>(true)
  // @ts-expect-error: labels are numbers
  await netns.nexthops.add({ encap: { type: 'mpls', labels: ['100'] } })
  // @ts-expect-error: of another type of encapsulation
  await netns.nexthops.add({ encap: { type: 'mpls', labels: [100], segs: [] } })
  // @ts-expect-error
  await netns.nexthops.add({ encap: { type: 'seg6', segs: ['fd00::1'] } })
  // @ts-expect-error
  await netns.nexthops.add({ group: [1, 2] })
  // @ts-expect-error
  await netns.nexthops.add({ group: [{ id: 1 }], type: 'mp' })
  // @ts-expect-error
  await netns.nexthops.get('1')
  // @ts-expect-error
  await netns.addressLabels.add({ prefix: 'fd00::/16' })
  await netns.addressLabels.delete({ prefix: 'fd00::/16', dev: link })
}

export async function routes(netns: Netns, link: Link): Promise<void> {
  await netns.routes.add({ to: 100, as: [200], via: '10.0.0.1', family: 'mpls', ttlPropagate: true })
  await netns.routes.append({ to: 'fd00::/16', via: 'fd01::1', encap: { type: 'seg6', mode: 'encap', segs: ['fd02::1'] } })
  await netns.routes.add({ to: '10.0.0.0/8', nexthops: [{ via: '10.0.0.1', encap: { type: 'xfrm', ifId: 1, link }, realms: { to: 1 } }] })
  await netns.routes.add({ to: '10.0.0.0/8', dev: link, features: ['ecn'], lock: ['mtu'], rtt: 0.5 })
  const [route] = await netns.routes.list({ family: 'mpls', match: '10.0.0.1' })
  const { encap } = route ?? {}
  if (encap?.type === 'ip') same<typeof encap.id, bigint | number | undefined>(true)
  if (encap?.type === 'seg6') same<typeof encap.segs, readonly string[]>(true)
  const label = await netns.routes.get(100)
  same<typeof label.as, number[] | undefined>(true)
  // @ts-expect-error
  await netns.routes.prepend({ to: '10.0.0.0/8', lock: 'mtu' })
  // @ts-expect-error
  await netns.routes.change({ to: '10.0.0.0/8', realms: 7 })
  // @ts-expect-error
  await netns.routes.add({ to: '10.0.0.0/8', encap: { type: 'vxlan', id: 5 } })
  // @ts-expect-error
  await netns.routes.add({ to: '10.0.0.0/8', encap: { type: 'rpl', segs: 'fd00::1' } })
  // @ts-expect-error
  await netns.routes.get('10.0.0.1', { ipproto: 'tcp', sport: '80' })
  // @ts-expect-error
  await netns.routes.flush({ within: '10.0.0.0/8' })
}

// Rules: each made by us and read by ip(8), and the reverse; the round trip, verbs, filters, and what they do to a route.
import '../../sandbox.ts'
import t from 'tap'
import { Bridge, Netns, type Range, type RuleInfo, type RuleOptions } from '../../../lib/index.ts'
import { privileged, skipUnless } from '../../sandbox.ts'
import { only, place, reason, type Place } from '../place.ts'

const tidy = (line: string): string => line.replaceAll(/\s+/g, ' ').trim()
const words = (where: Place, family: '-4' | '-6' = '-4'): string[] => where.ip(family, 'rule', 'show').trimEnd().split('\n').map(tidy)

/** An ordinary user's namespaces know no other user than root. */
const uids: Range = privileged ? [7, 9] : 0

/** A rule, and the words by which ip(8) makes it. */
const rules: readonly (readonly [rule: RuleOptions, theirs: string])[] = [
  [{ priority: 100, from: '10.0.0.0/8', table: 100 }, 'from 10.0.0.0/8 table 100'],
  [{ priority: 101, to: '10.1.2.3', table: 70_000 }, 'to 10.1.2.3 table 70000'],
  [{ priority: 102, not: true, from: '10.2.0.0/16', table: 100 }, 'not from 10.2.0.0/16 table 100'],
  [{ priority: 103, iif: 'br0', oif: 'nobody', tos: 16, table: 'main' }, 'iif br0 oif nobody tos 0x10 table main'],
  [{ priority: 104, fwmark: 7, table: 100 }, 'fwmark 7 table 100'],
  [{ priority: 105, fwmark: 16, fwmask: 255, table: 'default' }, 'fwmark 16/0xff table default'],
  [{ priority: 106, ipproto: 'tcp', sport: [1000, 2000], dport: 80, table: 100 }, 'ipproto tcp sport 1000-2000 dport 80 table 100'],
  [{ priority: 107, uidrange: uids, table: 100 }, `uidrange ${privileged ? '7-9' : '0-0'} table 100`],
  [{ priority: 108, tunId: 5n, realms: { from: 1, to: 2 }, table: 100 }, 'tun_id 5 realms 1/2 table 100'],
  [{ priority: 109, realms: { to: 2 }, table: 100, proto: 'static' }, 'realms 2 table 100 protocol static'],
  [{ priority: 110, table: 'main', suppressPrefixlength: 0, suppressIfgroup: 7 }, 'table main suppress_prefixlength 0 suppress_ifgroup 7'],
  [{ priority: 111, from: '10.3.0.0/16', action: 'blackhole' }, 'from 10.3.0.0/16 blackhole'],
  [{ priority: 112, action: 'unreachable', fwmark: 1 }, 'fwmark 1 unreachable'],
  [{ priority: 113, action: 'prohibit', fwmark: 2 }, 'fwmark 2 prohibit'],
  [{ priority: 114, action: 'nop', fwmark: 3 }, 'fwmark 3 nop'],
  [{ priority: 115, goto: 32766, fwmark: 4 }, 'fwmark 4 goto 32766'],
  [{ priority: 116, goto: 300, fwmark: 4 }, 'fwmark 4 goto 300'],
]
const rules6: typeof rules = [
  [{ priority: 100, from: 'fd00::/16', table: 100 }, 'from fd00::/16 table 100'],
  [{ priority: 101, family: 'inet6', iif: 'lo', ipproto: 'udp', dport: 53, tos: 16, action: 'prohibit' }, 'iif lo ipproto udp dport 53 tos 0x10 prohibit'],
  [{ priority: 102, to: 'fd01::1', uidrange: 0, table: 100 }, 'to fd01::1 uidrange 0-0 table 100'],
]
const byUs = ({ priority }: RuleInfo): boolean => priority > 0 && priority < 32_766

await t.test('every selector and action, both ways', async (t) => {
  const [red, blue, green] = [await place(t), await place(t), await place(t)]
  for (const { netns } of [red, blue, green]) await Bridge.create({ netns, name: 'br0', ipv6: 'none' })
  for (const [rule] of [...rules, ...rules6]) await red.netns.rules.add(rule)
  for (const [{ priority }, theirs] of rules) blue.ip('rule', 'add', 'priority', String(priority), ...theirs.split(' '))
  for (const [{ priority }, theirs] of rules6) blue.ip('-6', 'rule', 'add', 'priority', String(priority), ...theirs.split(' '))
  for (const family of ['-4', '-6'] as const) t.same(words(red, family), words(blue, family), `ip(8) shows the same, ${family}`)
  t.same(words(red).length, rules.length + 3)

  const list = await red.netns.rules.list()
  t.same(await blue.netns.rules.list(), list, 'and so do we')
  const own = list.filter(byUs)
  for (const [index, [rule]] of [...rules, ...rules6].entries()) t.match(own[index], rule, `priority ${rule.priority}`)
  t.same(own[3]?.flags, ['oif_detached'])
  t.same(own[16]?.flags, ['unresolved'])
  for (const one of own) await green.netns.rules.add(one)
  for (const family of ['-4', '-6'] as const) t.same(words(green, family), words(red, family), 'what was listed goes in again')
  for (const one of own) await green.netns.rules.delete(one)
  t.same((await green.netns.rules.list()).filter(byUs), [], 'and names what is deleted')
})

await t.test('the kernel\'s own', async (t) => {
  const red = await place(t)
  const plain = { action: 'to_tbl', proto: 'kernel', flags: [] } as const
  t.strictSame(await red.netns.rules.list(), [
    { priority: 0, family: 'inet', ...plain, table: 'local' },
    { priority: 32_766, family: 'inet', ...plain, table: 'main' },
    { priority: 32_767, family: 'inet', ...plain, table: 'default' },
    { priority: 0, family: 'inet6', ...plain, table: 'local' },
    { priority: 32_766, family: 'inet6', ...plain, table: 'main' },
  ].map((rule) => ({ ...rule, flags: [...rule.flags] })))
})

await t.test('add, delete, filters, flush', async (t) => {
  const red = await place(t)
  const { rules } = red.netns
  await rules.add({ from: '10.0.0.0/8', table: 100 })
  t.equal(only(await rules.list({ table: 100 })).priority, 32_765, 'before the others')
  t.match(await reason(rules.add({ priority: 32_765, from: '10.0.0.0/8', table: 100 })), { code: 'EEXIST', request: 'RTM_NEWRULE', target: '32765' })
  await rules.add({ priority: 200, fwmark: 1, proto: 77, table: 200 })
  await rules.add({ priority: 200, family: 'inet6', fwmark: 1, table: 300 })
  t.equal((await rules.list({ priority: 200 })).length, 2)
  t.match(only(await rules.list({ priority: 200, family: 'inet6' })), { table: 300, fwmark: 1 })
  t.match(only(await rules.list({ proto: 77 })), { table: 200, priority: 200 })
  t.match(await reason(rules.delete({ priority: 999 })), { code: 'ENOENT', request: 'RTM_DELRULE', target: '999' })
  await rules.delete({ priority: 200 })
  t.same((await rules.list({ priority: 200 })).map(({ family }) => family), ['inet6'], 'the family is inet where nothing tells')
  await rules.flush({ table: 300 })
  t.same(await rules.list({ priority: 200 }), [])
  await rules.flush()
  t.same((await rules.list()).map(({ priority }) => priority), [0, 0])
  t.same(words(red), ['0: from all lookup local'])
})

await t.test('a route that a rule leads to', async (t) => {
  const { netns } = await place(t)
  await Bridge.create({ netns, name: 'br0', up: true, ipv6: 'none', addresses: ['10.0.0.1/24'] })
  await netns.routes.add({ to: 'default', via: '10.0.0.2', table: 100 })
  t.match(await reason(netns.routes.get('8.8.8.8', { mark: 7 })), { code: 'ENETUNREACH' })
  await netns.rules.add({ fwmark: 7, table: 100 })
  t.match(await netns.routes.get('8.8.8.8', { mark: 7 }), { via: '10.0.0.2', table: 100 })
  await netns.rules.add({ priority: 1, fwmark: 7, action: 'prohibit' })
  t.match(await reason(netns.routes.get('8.8.8.8', { mark: 7 })), { code: 'EACCES' })
})

await t.test('a newer selector is heeded, or the rule is refused', async (t) => {
  const { netns } = await place(t)
  const rule = { priority: 9, dscp: 1, dscpMask: 3, table: 100 }
  const error: unknown = await netns.rules.add(rule).catch((one: unknown) => one)
  const found = await netns.rules.list({ priority: 9 })
  if (error === undefined) return t.match(only(found), rule)
  t.match(error, { code: 'EOPNOTSUPP', request: 'RTM_NEWRULE' })
  t.same(found, [])
  t.match(await reason(netns.rules.delete({ dscp: 1 })), { code: 'ENOENT' })
})

// The newest of these selectors: a kernel that has it has the others.
const masks = await (async () => {
  await using netns = await Netns.create()
  return await netns.rules.add({ dscp: 1, dscpMask: 3, table: 100 }).then(() => true, () => false)
})()

/** What iproute2 6.1 cannot say. */
const newer: readonly RuleOptions[] = [
  { priority: 200, dscp: 10, table: 200 }, { priority: 201, dscp: 8, dscpMask: 0x38, table: 201 }, { priority: 202, ipproto: 'udp', dport: 0x100, dportMask: 0xff00, table: 202 },
  { priority: 203, ipproto: 'tcp', sport: 80, sportMask: 0xfff0, table: 203 }, { priority: 204, family: 'inet6', flowlabel: 0x12345, table: 204 },
  { priority: 205, family: 'inet6', flowlabel: 1, flowlabelMask: 0xff, table: 205 },
]

await t.test('DSCP, flow labels and masks', { skip: skipUnless(masks, 'rules by masked DSCP') }, async (t) => {
  const [red, blue] = [await place(t), await place(t)]
  const { netns } = red
  for (const rule of newer) await netns.rules.add(rule)
  const list = (await netns.rules.list()).filter(byUs)
  for (const [index, rule] of newer.entries()) {
    t.match(list[index], rule)
    for (const name of ['dscpMask', 'flowlabelMask', 'sportMask', 'dportMask'] as const) t.equal(list[index]?.[name], rule[name], name)
  }
  for (const one of list) await blue.netns.rules.add(one)
  t.same((await blue.netns.rules.list()).filter(byUs), list, 'what was listed goes in again')

  await Bridge.create({ netns, name: 'br0', up: true, ipv6: 'none', addresses: ['10.0.0.1/24', { address: 'fd00::1/64', nodad: true }] })
  for (const table of [200, 201, 202, 203]) await netns.routes.add({ to: 'default', via: '10.0.0.2', table })
  for (const table of [204, 205]) await netns.routes.add({ to: 'default', via: 'fd00::2', table })
  const way = async (to: string, query: object): Promise<string | number> => (await netns.routes.get(to, query)).table
  t.equal(await way('8.8.8.8', { dscp: 10 }), 200)
  t.equal(await way('8.8.8.8', { dscp: 12 }), 201, '12 & 0x38 is 8')
  t.equal(await way('8.8.8.8', { ipproto: 'udp', dport: 0x1ab }), 202)
  t.equal(await way('8.8.8.8', { ipproto: 'tcp', sport: 81 }), 203)
  t.equal(await way('fd77::1', { flowlabel: 0x12345 }), 204)
  t.equal(await way('fd77::1', { flowlabel: 0x201 }), 205)
  for (const one of list) await blue.netns.rules.delete(one)
  t.same((await blue.netns.rules.list()).filter(byUs), [], 'and names what is deleted')
})

// Kinds: one that the kernel lacks, one that this library does not know, and what a bridge knows of its ports.
import '../../sandbox.ts'
import t from 'tap'
import { kernelHas } from '../../sandbox.ts'
import { Bridge, NetlinkError, Veth } from '../../../lib/index.ts'
import { makeLink } from '../../../lib/link-create.ts'
import { planLink } from '../../../lib/link-options.ts'
import { only, place, reason } from '../place.ts'

await t.test('a kind that no kernel has', async (t) => {
  const red = await place(t)
  for (const kind of ['nosuch', ...['dummy', 'vlan', 'bond'].filter((kind) => !kernelHas(kind))]) {
    const error = await reason(makeLink(kind, await planLink(kind, { name: 'x' }, red.netns), undefined))
    t.ok(error instanceof NetlinkError, kind)
    t.match(error, { code: 'EOPNOTSUPP', errno: -95, request: 'RTM_NEWLINK', target: 'x', extack: /device type/ })
    t.match(error.message, `this kernel has no links of kind '${kind}', or not their module (rtnl-link-${kind})`)
  }
  t.same((await red.netns.links.list()).map(({ name }) => name), ['lo'])
})

await t.test('a kind that only the kernel knows', async (t) => {
  const red = await place(t)
  red.ip('link', 'add', 'name', 'ifb9', 'type', 'ifb')
  const info = (await red.netns.links.list({ kind: 'ifb' })).at(0)
  t.match(info, { name: 'ifb9', kind: 'ifb' })
  const link = await red.netns.links.get('ifb9')
  t.match(link, { kind: 'ifb', name: 'ifb9' })
  await link.set({ mtu: 1300 })
  t.equal((await link.get()).mtu, 1300)
  await link.delete()
  t.same(await red.netns.links.list({ kind: 'ifb' }), [])
})

await t.test('bridge: as ip(8) shows it', async (t) => {
  const red = await place(t)
  await Bridge.create({ netns: red.netns, name: 'br0', priority: 4096 })
  t.match(only(red.show('-d', 'link', 'show', 'dev', 'br0')), { ifname: 'br0', linkinfo: { info_kind: 'bridge', info_data: { priority: 4096 } } })
})

await t.test('veth: as ip(8) shows it', async (t) => {
  const red = await place(t)
  await Veth.create({ netns: red.netns, name: 'a', peer: { name: 'b' } })
  t.match(only(red.show('-d', 'link', 'show', 'dev', 'a')), { ifname: 'a', link: 'b', linkinfo: { info_kind: 'veth' } })
})

// Every kind that the kernel has, both ways: what this library makes and changes, ip(8) shows exactly as what it makes and changes
// itself, and this library reads the same of both.
import '../../sandbox.ts'
import t, { type Test } from 'tap'
import { Netkit, Veth, Vxcan, type Link, type LinkOptions } from '../../../lib/index.ts'
import { skipUnlessKind } from '../../sandbox.ts'
import { only, place, type Place } from '../place.ts'
import { kindCases, type KindCase } from './kind-cases.ts'

interface Shown { linkinfo?: { info_kind: string, info_data?: Record<string, unknown> } }

const address = '02:00:00:00:00:99'

async function bed(t: Test): Promise<Place> {
  const red = await place(t)
  const { netns } = red
  const pairs = [['eth0', 'eth1'], ['eth2', 'eth3']] as const
  for (const [at, [name, peer]] of pairs.entries()) {
    await Veth.create({ netns, name, address: `02:00:00:00:01:0${at}`, up: true, peer: { name: peer, address: `02:00:00:00:02:0${at}`, up: true } })
  }
  return red
}

/** What ip(8) and what this library say of the kind. */
async function seen({ netns, show }: Place, link: Link): Promise<{ ip: Shown['linkinfo'], ours: unknown }> {
  const { linkinfo } = only(show<Shown>('-d', 'link', 'show', 'dev', link.name))
  const { kind, data } = only((await netns.links.list({ kind: link.kind })).filter(({ name }) => name === link.name))
  return { ip: linkinfo, ours: { kind, data } }
}

async function throughUs(t: Test, red: Place, { kind, ours, change, ethernet, shown }: KindCase): Promise<unknown[]> {
  const common: LinkOptions = { netns: red.netns, name: 'x', ...(ethernet ? { address } : {}) }
  const link = await ours(common)
  t.equal(link.kind, kind)
  const states = [await seen(red, link)]
  t.match(states[0]?.ip, { info_kind: kind, ...(shown ? { info_data: shown } : {}) })
  if (change) {
    await link.set(change[0])
    states.push(await seen(red, link))
    t.notSame(states[1]?.ours, states[0]?.ours, 'the change shows')
  }
  await link.delete()
  return states
}

async function throughIp(red: Place, { ip: [before, after], change, ethernet }: KindCase): Promise<unknown[]> {
  const words = (text: string): string[] => text.split(' ').filter((word) => word !== '')
  red.ip('link', 'add', ...words(before), 'name', 'x', ...(ethernet ? ['address', address] : []), ...words(after))
  const link = await red.netns.links.get('x')
  const states = [await seen(red, link)]
  if (change) {
    red.ip('link', 'set', 'x', ...words(change[1]))
    states.push(await seen(red, link))
  }
  await link.delete()
  return states
}

const needs: { readonly [kind: string]: readonly string[] } = {
  vlan: ['id', '5'], vxlan: ['id', '5', 'dstport', '0'], geneve: ['id', '5', 'remote', '10.0.0.1'], vrf: ['table', '5'],
  bareudp: ['dstport', '6635', 'ethertype', 'ip'], xfrm: ['if_id', '5'], amt: ['mode', 'relay', 'local', '10.0.0.1', 'dev', 'lo'],
  hsr: ['slave1', 'lo', 'slave2', 'lo'],
}

for (const one of kindCases) {
  await t.test(one.kind, { skip: skipUnlessKind(one.kind, ...needs[one.kind] ?? []) }, async (t) => {
    const red = await bed(t)
    t.same(await throughUs(t, red, one), await throughIp(red, one))
  })
}

await t.test('vxcan', { skip: skipUnlessKind('vxcan') }, async (t) => {
  const [red, blue] = [await place(t), await place(t)]
  const can = await Vxcan.create({ netns: red.netns, name: 'can0', up: true, peer: { netns: blue.netns, name: 'can1', up: true } })
  t.match(only(red.show('-d', 'link', 'show', 'dev', 'can0')), { linkinfo: { info_kind: 'vxcan' }, link_index: can.peer.index })
  t.match(only(blue.show('-d', 'link', 'show', 'dev', 'can1')), { linkinfo: { info_kind: 'vxcan' }, link_index: can.index })
  t.match(await can.peer.get(), { up: true, carrier: true })
})

await t.test('netkit', { skip: skipUnlessKind('netkit') }, async (t) => {
  const [red, blue] = [await place(t), await place(t)]
  const peer = { netns: blue.netns, name: 'nk1', up: true }
  const kit = await Netkit.create({ netns: red.netns, name: 'nk0', mode: 'l2', policy: 'drop', peerPolicy: 'pass', up: true, peer })
  const data = async (link: Link): Promise<unknown> => (await link.get()).data
  t.match(await data(kit), { primary: true, mode: 'l2', policy: 'drop', peerPolicy: 'pass' })
  t.match(await data(kit.peer), { primary: false, mode: 'l2', policy: 'pass', peerPolicy: 'drop' }, 'the other end sees it from the other side')
  await kit.set({ policy: 'pass', peerPolicy: 'drop' })
  t.match(await data(kit.peer), { policy: 'drop', peerPolicy: 'pass' })
  t.match(only(blue.show('link', 'show', 'dev', 'nk1')), { link_index: kit.index, operstate: 'UP' })
})

// MPLS and what routes put around packets, in a virtual machine only: there are kernels that some of it brings down, so this is no
// *.test.ts, which would run wherever the tests do, but a file that test/kernels.json names. What is made by us is read by ip(8), and the reverse.
import '../sandbox.ts'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import t, { type Test } from 'tap'
import { Dummy, Vrf, type RouteInfo, type RouteOptions } from '../../lib/index.ts'
import { only, place, reason, type Place } from '../live/place.ts'

if (!readFileSync('/proc/cmdline', 'utf8').includes('mitigations=off random.trust_cpu=on')) throw new Error('not here: see the head of this file')
for (const module of ['mpls_router', 'mpls_iptunnel', 'xfrm_interface']) spawnSync('modprobe', [module])

/** A namespace with v0, v1 and vrf9, that takes labels up to 999. */
async function bed(t: Test): Promise<Place> {
  const red = await place(t)
  const { netns } = red
  await Dummy.create({ netns, name: 'v0', up: true, ipv6: 'none', addresses: ['192.168.15.1/24', { address: 'fd15::1/64', nodad: true }] })
  await Dummy.create({ netns, name: 'v1', up: true, ipv6: 'none', addresses: ['10.9.0.1/24'] })
  await Vrf.create({ netns, name: 'vrf9', table: 9, up: true })
  await netns.sysctl.set('net.vrf.strict_mode', 1)
  await netns.sysctl.set('net.mpls.platform_labels', 1000)
  return red
}

type Case = readonly [route: RouteOptions, theirs: string]
const via = { via: '192.168.15.2' }
const [one, two] = ['fc00::1', 'fc00::2'] as const
const six = (to: number, encap: RouteOptions['encap'], words: string): Case => [{ to: `fc00:1::${to}`, dev: 'v0', ...(encap ? { encap } : {}) }, `fc00:1::${to} encap ${words} dev v0`]

const cases: { readonly [type: string]: readonly Case[] } = {
  'encap-mpls': [
    [{ to: '10.30.0.0/24', ...via, encap: { type: 'mpls', labels: [100, 200], ttl: 5 } }, '10.30.0.0/24 encap mpls 100/200 ttl 5 via 192.168.15.2'],
    [{ to: '10.30.1.0/24', ...via, encap: { type: 'mpls', labels: [0] } }, '10.30.1.0/24 encap mpls 0 via 192.168.15.2'],
    [{ to: '10.30.2.0/24', nexthops: [{ ...via, encap: { type: 'mpls', labels: [100] } }, { via: '10.9.0.2', dev: 'v1', weight: 2, encap: { type: 'mpls', labels: [16, 17, 1048575] } }] },
      '10.30.2.0/24 nexthop encap mpls 100 via 192.168.15.2 nexthop encap mpls 16/17/1048575 via 10.9.0.2 dev v1 weight 2'],
    [{ to: 'fd30::/16', via: 'fd15::2', encap: { type: 'mpls', labels: [100] } }, 'fd30::/16 encap mpls 100 via fd15::2'],
  ],
  'encap-ip': [
    [{ to: '10.31.0.0/24', dev: 'v0', encap: { type: 'ip', id: 42, dst: '172.16.0.9', src: '172.16.0.1', tos: 16, ttl: 9, flags: ['csum', 'key', 'seq'] } },
      '10.31.0.0/24 encap ip id 42 dst 172.16.0.9 src 172.16.0.1 tos 0x10 ttl 9 key csum seq dev v0'],
    [{ to: '10.31.1.0/24', dev: 'v0', encap: { type: 'ip', dst: '172.16.0.9' } }, '10.31.1.0/24 encap ip dst 172.16.0.9 dev v0'],
    [{ to: '10.31.2.0/24', dev: 'v0', encap: { type: 'ip6', id: 42n, dst: 'fd77::9', src: 'fd77::1', tc: 16, hoplimit: 9, flags: ['key'] } },
      '10.31.2.0/24 encap ip6 id 42 dst fd77::9 src fd77::1 tc 0x10 hoplimit 9 key dev v0'],
  ],
  'encap-seg6': [
    six(1, { type: 'seg6', mode: 'encap', segs: [one, two] }, 'seg6 mode encap segs fc00::1,fc00::2'),
    six(2, { type: 'seg6', mode: 'inline', segs: [one, two] }, 'seg6 mode inline segs fc00::1,fc00::2'),
    six(3, { type: 'seg6', mode: 'l2encap', segs: [one] }, 'seg6 mode l2encap segs fc00::1'),
    six(4, { type: 'seg6', mode: 'encap', segs: [one, two], hmac: 7 }, 'seg6 mode encap segs fc00::1,fc00::2 hmac 7'),
  ],
  'encap-seg6local': [
    six(11, { type: 'seg6local', action: 'End', counters: true }, 'seg6local action End count'),
    six(12, { type: 'seg6local', action: 'End.X', nh6: 'fd15::2' }, 'seg6local action End.X nh6 fd15::2'),
    six(13, { type: 'seg6local', action: 'End.T', table: 100 }, 'seg6local action End.T table 100'),
    six(14, { type: 'seg6local', action: 'End.DX2', oif: 'v1' }, 'seg6local action End.DX2 oif v1'),
    six(15, { type: 'seg6local', action: 'End.DX4', nh4: '192.168.15.2' }, 'seg6local action End.DX4 nh4 192.168.15.2'),
    six(16, { type: 'seg6local', action: 'End.DT6', table: 100 }, 'seg6local action End.DT6 table 100'),
    [{ to: 'fc00:1::17', dev: 'vrf9', encap: { type: 'seg6local', action: 'End.DT4', vrftable: 9 } }, 'fc00:1::17 encap seg6local action End.DT4 vrftable 9 dev vrf9'],
    six(18, { type: 'seg6local', action: 'End.B6', segs: [one, two] }, 'seg6local action End.B6 srh segs fc00::1,fc00::2'),
    six(19, { type: 'seg6local', action: 'End.B6.Encaps', segs: [one] }, 'seg6local action End.B6.Encaps srh segs fc00::1'),
  ],
  'encap-xfrm': [
    [{ to: '10.32.0.0/24', dev: 'v0', encap: { type: 'xfrm', ifId: 5, link: 'v1' } }, '10.32.0.0/24 dev v0 encap xfrm if_id 5 link_dev v1'],
  ],
}

const tidy = (text: string): string[] => text.split('\n').map((line) => line.replaceAll(/\s+/g, ' ').trim()).filter((line) => line !== '')
const words = (where: Place): string[] => ['-4', '-6'].flatMap((family) => tidy(where.ip('-d', family, 'route', 'show', 'proto', 'boot')))

for (const [type, routes] of Object.entries(cases)) {
  await t.test(`${type}: made by us, read by ip, and the reverse`, async (t) => {
    const [red, blue, green] = [await bed(t), await bed(t), await bed(t)]
    for (const [route, theirs] of routes) {
      await red.netns.routes.add(route)
      blue.ip(...(theirs.startsWith('f') ? ['-6'] : []), 'route', 'add', ...theirs.split(' '))
    }
    t.same(words(red), words(blue), 'ip(8) shows the same')
    const list = await red.netns.routes.list({ proto: 'boot' })
    t.same(list, await blue.netns.routes.list({ proto: 'boot' }), 'and so do we')
    for (const [{ to, encap, nexthops }] of routes) {
      const shown = only(list.filter((one) => one.to === to || one.to === `${to}/128`))
      const { counters, ...rest } = { counters: undefined, ...encap }
      t.match(shown, { ...(encap ? { encap: rest } : {}), ...(nexthops ? { nexthops } : {}) } as Partial<RouteInfo>, String(to))
    }
    for (const one of list) await green.netns.routes.add(one)
    t.same(words(green), words(red), 'what was listed goes in again')
    for (const one of list) await green.netns.routes.delete(one)
    t.same(words(green), [], 'and names what is deleted')
  })
}

const labels: readonly Case[] = [
  [{ to: 100, ...via, dev: 'v0' }, '100 via inet 192.168.15.2 dev v0'],
  [{ to: 101, as: [200, 300], ...via }, '101 as 200/300 via inet 192.168.15.2'],
  [{ to: '102', family: 'mpls', dev: 'lo' }, '102 dev lo'],
  [{ to: 103, via: 'fe80::5', dev: 'v0', ttlPropagate: false, proto: 'static' }, '103 via inet6 fe80::5 dev v0 ttl-propagate disabled proto static'],
  [{ to: 104, nexthops: [{ as: [201], ...via, dev: 'v0' }, { via: '10.9.0.2', dev: 'v1' }] }, '104 nexthop as 201 via inet 192.168.15.2 dev v0 nexthop via inet 10.9.0.2 dev v1'],
  [{ to: 105, via: '02:00:00:00:00:05', dev: 'v0' }, '105 via link 02:00:00:00:00:05 dev v0'],
]

await t.test('mpls: made by us, read by ip, and the reverse', async (t) => {
  const [red, blue, green] = [await bed(t), await bed(t), await bed(t)]
  const shown = (where: Place): string[] => tidy(where.ip('-d', '-f', 'mpls', 'route', 'show'))
  for (const [route, theirs] of labels) {
    await red.netns.routes.add(route)
    blue.ip('-f', 'mpls', 'route', 'add', ...theirs.split(' '))
  }
  t.same(shown(red), shown(blue), 'ip(8) shows the same')
  const list = await red.netns.routes.list({ family: 'mpls' })
  t.same(list, await blue.netns.routes.list({ family: 'mpls' }), 'and so do we')
  for (const [{ to, ...rest }] of labels) t.match(only(list.filter((one) => one.to === String(to))), rest, String(to))
  t.same((await red.netns.routes.list()).filter(({ family }) => family === 'mpls'), [], 'not unless asked for')
  for (const one of list) await green.netns.routes.add(one)
  t.same(shown(green), shown(red), 'what was listed goes in again')

  const { routes } = green.netns
  t.match(await routes.get(101), { to: '101', family: 'mpls', as: [200, 300], via: '192.168.15.2' })
  t.match(await reason(routes.add({ to: 100, ...via })), { code: 'EEXIST', request: 'RTM_NEWROUTE', target: '100' })
  t.match(await reason(routes.add({ to: 1001, ...via })), { code: 'EINVAL', extack: /label/i })
  await routes.replace({ to: 100, as: [250], ...via })
  t.match(await routes.get(100), { as: [250] })
  await routes.delete({ to: 100 })
  await routes.delete({ to: 100 })   // of one that is not there mpls_route_del says nothing
  t.same((await routes.list({ family: 'mpls', via: '10.9.0.2' })).map(({ to }) => to), ['104'])
  await routes.flush({ family: 'mpls', dev: 'lo' })
  await routes.delete(only(list.filter(({ to }) => to === '104')))
  t.same((await routes.list({ family: 'mpls' })).map(({ to }) => to), ['101', '103', '105'])
  await routes.flush({ family: 'mpls' })
  t.same(shown(green), [])
})

await t.test('encap-nexthop: a nexthop object with labels', async (t) => {
  const { netns, show } = await bed(t)
  const id = await netns.nexthops.add({ ...via, dev: 'v0', encap: { type: 'mpls', labels: [100, 200] } })
  t.match(only(show('nexthop')), { id, encap: 'mpls' })
  const info = only(await netns.nexthops.list())
  t.match(info, { id, encap: { type: 'mpls', labels: [100, 200] }, via: '192.168.15.2', dev: 'v0' })
  await netns.nexthops.delete(info)
  await netns.nexthops.add(info)
  t.same(await netns.nexthops.list(), [info])
})

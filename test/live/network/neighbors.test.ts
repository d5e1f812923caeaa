// The ARP table and its IPv6 counterpart: states, verbs, and entries that the kernel learned.
import '../../sandbox.ts'
import t from 'tap'
import { Bridge, Veth, type NeighborState } from '../../../lib/index.ts'
import { only, place, reason } from '../place.ts'

interface Shown { dst: string, dev: string, lladdr?: string, state: string[], router?: null, proxy?: null }

await t.test('states and flags, read by ip(8)', async (t) => {
  const red = await place(t)
  const link = await Bridge.create({ netns: red.netns, name: 'br0', addresses: ['10.0.0.1/24', { address: 'fd00::1/64', nodad: true }], up: true, ipv6: 'none' })
  const shown = (dst: string): Shown => only(red.show<Shown>('neigh', 'show', 'to', dst, 'nud', 'all'))
  const address = '02:00:00:00:00:07'
  const states: NeighborState[] = ['permanent', 'noarp', 'stale', 'reachable']
  for (const [n, state] of states.entries()) {
    await link.neighbors.add(`10.0.0.${n + 10}`, { address, state })
    t.match(shown(`10.0.0.${n + 10}`), { dev: 'br0', lladdr: address, state: [state.toUpperCase()] })
    t.match((await link.neighbors.list({ state, family: 'inet' })).find(({ dst }) => dst === `10.0.0.${n + 10}`), { dst: `10.0.0.${n + 10}`, dev: 'br0', link: link.index, address, state, family: 'inet' })
  }
  await link.neighbors.add('fd00::2', { address, flags: ['router'] })
  t.match(shown('fd00::2'), { lladdr: address, state: ['PERMANENT'], router: null })
  t.ok(Object.hasOwn(shown('fd00::2'), 'router'))
  t.match(only(await link.neighbors.list({ family: 'inet6', state: 'permanent' })), { dst: 'fd00::2', flags: ['router'] })
  t.match(await reason(link.neighbors.add('10.0.0.10', { address })), { code: 'EEXIST', request: 'RTM_NEWNEIGH', target: '10.0.0.10' })
  await link.neighbors.replace('10.0.0.10', { address: '02:00:00:00:00:08', state: 'stale' })
  t.match(shown('10.0.0.10'), { lladdr: '02:00:00:00:00:08', state: ['STALE'] })
  await link.neighbors.delete('10.0.0.10')
  t.same(red.show('neigh', 'show', 'to', '10.0.0.10', 'nud', 'all'), [])
  t.match(await reason(link.neighbors.delete('10.0.0.99')), { code: 'ENOENT' })
  t.same((await red.netns.neighbors.list({ dev: 'br0', family: 'inet' })).map(({ dst }) => dst).sort(), ['10.0.0.12', '10.0.0.13'], 'noarp is not shown unless asked for')
  for (const info of await red.netns.neighbors.list({ family: 'inet' })) {
    await link.neighbors.delete(info)
    await link.neighbors.add(info)
  }
  t.equal(shown('10.0.0.12').lladdr, address, 'what list returned went in again')
  await link.neighbors.add('10.0.0.20', { address })
  await link.neighbors.flush({ family: 'inet' })
  t.same((await link.neighbors.list({ family: 'inet' })).map(({ dst }) => dst), ['10.0.0.20'], 'permanent ones stay')
  await link.neighbors.flush({ state: 'permanent' })
  t.same((await link.neighbors.list()), [])
})

await t.test('learned, at both ends', async (t) => {
  const [red, blue] = [await place(t), await place(t)]
  const veth = await Veth.create({ netns: red.netns, name: 'eth0', address: '02:00:00:00:00:01', addresses: ['10.0.0.1/24'], up: true,
    peer: { netns: blue.netns, name: 'eth0', address: '02:00:00:00:00:02', addresses: ['10.0.0.2/24'], up: true } })
  await red.netns.exec('ping', ['-c1', '-W2', '10.0.0.2'])
  t.match(only(await red.netns.neighbors.list({ family: 'inet' })), { dst: '10.0.0.2', dev: 'eth0', address: '02:00:00:00:00:02', state: /reachable|delay|stale/ })
  t.match(only(await blue.netns.neighbors.list({ family: 'inet' })), { dst: '10.0.0.1', dev: 'eth0', address: '02:00:00:00:00:01' })
  await reason(red.netns.exec('ping', ['-c1', '-W1', '10.0.0.9']))
  const failed = (await veth.neighbors.list({ family: 'inet' })).find(({ dst }) => dst === '10.0.0.9')
  t.match(failed, { state: /failed|incomplete/ })
  t.notOk(Object.hasOwn(failed ?? {}, 'address'))
})

// waitFor: resolves when the kernel says so, at once where it is so already, and leaves nothing behind when it is given up.
import '../../sandbox.ts'
import { execFileSync } from 'node:child_process'
import { getEventListeners } from 'node:events'
import t, { type Test } from 'tap'
import { setTimeout as wait } from 'node:timers/promises'
import { Bridge, Netns, Veth, type Link } from '../../../lib/index.ts'
import { descriptors, eventually, place, reason, threads, type Place } from '../place.ts'

/** How a promise stands, `pending` after some time. */
async function state(promise: Promise<unknown>): Promise<string> {
  return Promise.race([promise.then(() => 'resolved', (error: Error) => error.message), wait(50, 'pending')])
}

/** A cable inside one namespace, its far end down; duplicate address detection takes a tenth of its usual time. */
async function cable(t: Test): Promise<Place & { eth0: Link, far: Link }> {
  const at = await place(t, { sysctl: { 'net.ipv6.conf.default.router_solicitation_delay': 0 } })
  const eth0 = await Veth.create({ netns: at.netns, name: 'eth0', up: true, ipv6: 'none', peer: { name: 'far', ipv6: 'none' } })
  await at.netns.sysctl.set('net.ipv6.neigh.eth0.retrans_time_ms', 100)
  return { ...at, eth0, far: eth0.peer }
}

/** Flags as ip(8) reads them. */
const flags = (at: Place, name: string): string[] => at.show<{ flags: string[] }>('link', 'show', name)[0]?.flags ?? []

await t.test('running, no-carrier, up, down', async (t) => {
  const at = await cable(t)
  const { eth0 } = at
  t.match(await eth0.waitFor('up'), { name: 'eth0', up: true }, 'it is')
  t.match(await eth0.waitFor('no-carrier'), { name: 'eth0', up: true }, 'it is')
  const running = eth0.waitFor('running')
  const down = eth0.waitFor('down')
  t.equal(await state(running), 'pending')
  at.ip('link', 'set', 'far', 'up')
  t.match(await running, { index: eth0.index, name: 'eth0', operstate: 'up' })
  t.ok(flags(at, 'eth0').includes('LOWER_UP'))
  const lost = eth0.waitFor('no-carrier')
  t.equal(await state(lost), 'pending')
  at.ip('link', 'set', 'far', 'down')
  t.match(await lost, { up: true })
  t.equal(await state(down), 'pending')
  at.ip('link', 'set', 'eth0', 'down')
  t.match(await down, { up: false })
  t.match(await eth0.waitFor('down'), { up: false }, 'it is')
})

await t.test('what lasts a moment only', async (t) => {
  const at = await cable(t)
  const down = at.eth0.waitFor('down')
  let settled = false
  const end = down.finally(() => { settled = true })
  for (let round = 0; round < 100 && !settled; round++) {
    execFileSync('ip', ['-n', at.name, '-batch', '-'], { input: 'link set eth0 down\nlink set eth0 up\n' })
    await new Promise(setImmediate)
  }
  t.match(await end, { up: false })
  t.ok(flags(at, 'eth0').includes('UP'), 'and it is up again')
})

await t.test('gone: deleted, or moved away', async (t) => {
  const at = await cable(t)
  const bridge = await Bridge.create({ netns: at.netns, name: 'br0' })
  await at.eth0.set({ master: bridge })
  const gone = [at.eth0.waitFor('gone'), at.far.waitFor('gone')]
  t.equal(await state(Promise.race(gone)), 'pending')
  at.ip('link', 'set', 'eth0', 'nomaster')
  t.equal(await state(Promise.race(gone)), 'pending', 'a port that leaves its bridge is not')
  const other = await place(t)
  await at.far.moveTo(other.netns)
  await gone[1]
  t.equal(await state(Promise.race([gone[0]])), 'pending')
  await at.far.waitFor('down')
  at.ip('link', 'delete', 'eth0')
  await gone[0]
  await at.eth0.waitFor('gone')
  t.match(await reason(at.eth0.waitFor('up')), { code: 'ENODEV', request: 'RTM_GETLINK', target: 'eth0' })
})

await t.test('the link goes, the handle is closed', async (t) => {
  const at = await cable(t)
  const running = at.eth0.waitFor('running')
  t.equal(await state(running), 'pending')
  at.ip('link', 'delete', 'eth0')
  t.match(await reason(running), { name: 'NetlinkError', code: 'ENODEV', target: 'eth0' })
  const { eth0, netns } = await cable(t)
  const [waits, early] = [[eth0.waitFor('running'), eth0.waitFor('gone')], await Netns.open({ fd: netns.fd })]
  t.equal(await state(Promise.race(waits)), 'pending')
  const soon = (await early.links.get('eth0')).waitFor('running')
  await early.close()
  t.match(await reason(soon), { code: 'ERR_NETNS_CLOSED' }, 'before it has begun to wait')
  await netns.close()
  for (const wait of waits) t.match(await reason(wait), { code: 'ERR_NETNS_CLOSED' })
})

await t.test('events are lost', async (t) => {
  const at = await cable(t)
  const down = at.eth0.waitFor('down')
  t.equal(await state(down), 'pending')
  // This thread is blocked meanwhile: what the queue and the socket hold are the first ones.
  const flips = Array.from({ length: 4000 }, (_, n) => `link set lo mtu ${1300 + n}\n`)
  execFileSync('ip', ['-n', at.name, '-batch', '-'], { input: [...flips, 'link set eth0 down\n'].join('') })
  t.match(await down, { up: false })
})

await t.test('duplicate address detection', async (t) => {
  const at = await cable(t)
  const { netns, eth0, far } = at
  await eth0.addresses.add('10.0.0.1/24')
  t.match(await eth0.addresses.waitFor('permanent'), [{ address: '10.0.0.1/24' }], 'IPv4 has none')
  await eth0.addresses.add('fd00::1/64')
  const all = netns.addresses.waitFor('permanent', { family: 'inet6' })
  t.match(await reason(eth0.addresses.waitFor('permanent', { timeout: 30 })),
    { code: 'ERR_TIMEOUT', message: 'duplicate address detection is not over for fd00::1/64 of eth0 after 30 ms' }, 'not before it has a carrier')
  t.match(await far.addresses.waitFor('permanent'), [], 'of another link')
  t.match(await netns.addresses.waitFor('permanent', { link: 'eth0', family: 'inet' }), [{ address: '10.0.0.1/24' }], 'of another family')
  await far.up()
  const found = await eth0.addresses.waitFor('permanent')
  t.match(found.map(({ address, flags }) => [address, flags.includes('tentative')]), [['10.0.0.1/24', false], ['fd00::1/64', false]])
  t.match((await all).map(({ address }) => address), ['::1/128', 'fd00::1/64'])
  t.notMatch(at.ip('-6', 'addr', 'show', 'eth0'), /tentative/)
})

await t.test('the address is taken, or taken away', async (t) => {
  const at = await cable(t)
  const { eth0, far } = at
  await far.addresses.add('fd00::1/64', { nodad: true })
  await far.up()
  await eth0.addresses.add('fd00::1/64')
  t.match(await reason(eth0.addresses.waitFor('permanent')),
    { code: 'ERR_DAD_FAILED', message: 'duplicate address detection failed, another host has it: fd00::1/64 of eth0' })
  t.match(await reason(at.netns.addresses.waitFor('permanent')), { code: 'ERR_DAD_FAILED' }, 'and later')
  await eth0.addresses.delete('fd00::1/64')
  await far.down()
  await eth0.addresses.add('fd00::2/64')
  const over = eth0.addresses.waitFor('permanent')
  t.equal(await state(over), 'pending')
  at.ip('addr', 'del', 'fd00::2/64', 'dev', 'eth0')
  t.same(await over, [])
  await eth0.addresses.add('fd00::3/64')
  const last = eth0.addresses.waitFor('permanent')
  t.equal(await state(last), 'pending')
  at.ip('link', 'delete', 'eth0')
  t.match(await reason(last), { code: 'ENODEV' })
})

await t.test('given up', async (t) => {
  const { eth0 } = await cable(t)
  const before = [descriptors(), threads()]
  const controller = new AbortController()
  t.match(await reason(eth0.waitFor('up', { signal: AbortSignal.abort() })), { name: 'AbortError' }, 'though it is so')
  for (let turn = 0; turn < 10; turn++) {
    const early = new AbortController()
    const begun = eth0.waitFor('running', { signal: early.signal })
    for (let n = 0; n < turn; n++) await new Promise(setImmediate)
    early.abort(new Error('enough'))
    t.match(await reason(begun), { message: 'enough' })
  }
  const both = new AbortController()
  const begun = eth0.waitFor('up', { signal: both.signal })
  both.abort()
  t.match(await reason(begun), { name: 'AbortError' }, 'though the look finds it so')
  await eth0.waitFor('up', { signal: controller.signal, timeout: 60_000 })
  const late = await reason(eth0.waitFor('running', { signal: controller.signal, timeout: 20 }))
  t.match(late, { code: 'ERR_TIMEOUT', message: 'eth0 is not running, but up and no-carrier, after 20 ms' })
  t.match(late.stack, /wait\.test\.[jt]s/, 'with the caller on its stack')
  t.match(await reason(eth0.waitFor('gone', { timeout: 20 })), { message: 'eth0 is not gone, but there, after 20 ms' })
  t.same(getEventListeners(controller.signal, 'abort'), [])
  t.ok(await eventually(() => descriptors() <= (before[0] ?? 0) && threads() <= (before[1] ?? 0) + 1), `${descriptors()} descriptors, ${threads()} threads, before: ${before.join(', ')}`)
})

await t.test('refused', async (t) => {
  const { eth0, netns } = await cable(t)
  for (const name of ['', 'upp', 'toString', 'RUNNING', undefined, null, 5]) t.match(await reason(eth0.waitFor(name as never)), { name: 'RangeError', argument: 'state' })
  t.match(await reason(eth0.addresses.waitFor('tentative' as never)), { argument: 'state' })
  for (const options of [null, 5, [], { tiemout: 1 }, { timeout: -1 }, { timeout: 1.5 }, { timeout: '1' }, { timeout: 2 ** 31 }, { signal: {} }, { signal: null }]) {
    t.match(await reason(eth0.waitFor('gone', options as never)), { name: /TypeError|RangeError/ })
    t.match(await reason(eth0.addresses.waitFor('permanent', options as never)), { name: /TypeError|RangeError/ })
  }
  t.match(await reason(eth0.addresses.waitFor('permanent', { link: 'eth0' } as never)), { name: 'TypeError' })
  t.match(await reason(netns.addresses.waitFor('permanent', { family: 'ipv6' as never })), { argument: 'options.family' })
  t.match(await reason(netns.addresses.waitFor('permanent', { scope: 'planet' })), { argument: 'options.scope' })
  t.match(await reason(netns.addresses.waitFor('permanent', { link: 'eth9' })), { code: 'ENODEV' })
})

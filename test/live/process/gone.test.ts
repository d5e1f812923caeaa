// The end of a namespace: gone() resolves when the kernel has dissolved it, and the links whose other ends were in it, not before.
import '../../sandbox.ts'
import { existsSync } from 'node:fs'
import { getEventListeners } from 'node:events'
import t from 'tap'
import { setTimeout as wait } from 'node:timers/promises'
import { ipJson } from '../../sandbox.ts'
import { Bridge, Netns, NetnsError, Veth } from '../../../lib/index.ts'
import { descriptors, eventually, processIn, reason, threads } from '../place.ts'

/** Names of the links here, where the other ends are. */
const ipNames = (): string[] => ipJson<{ ifname: string }>('link').map(({ ifname }) => ifname)

/** How a promise stands, `pending` after the time given. */
async function state(promise: Promise<unknown>, milliseconds: number): Promise<string> {
  const settled = promise.then(() => 'resolved', (error: Error) => error.name)
  return Promise.race([settled, wait(milliseconds, 'pending')])
}

await t.test('the names can be had again at once', async (t) => {
  for (let round = 0; round < 30; round++) {
    const netns = await Netns.create('red')
    await Veth.create({ netns, name: 'eth0', peer: { netns: Netns.current(), name: 'host-red' } })
    const gone = netns.gone()
    await Netns.delete('red')
    await gone
    t.same(ipNames(), ['lo'], `round ${round}`)
  }
  t.same(await Netns.list(), [])
})

await t.test('many links, of all kinds of place', async (t) => {
  const [red, blue] = [await Netns.create('red'), await Netns.create('blue')]
  const host = Netns.current()
  await Promise.all(Array.from({ length: 50 }, async (_, n) => Veth.create({ netns: red, name: `r${n}`, peer: { netns: host, name: `h${n}` } })))
  await Veth.create({ netns: red, name: 'blue', peer: { netns: blue, name: 'red' } })
  await Veth.create({ netns: host, name: 'one', peer: { name: 'two' } })
  await Veth.create({ netns: host, name: 'b', peer: { netns: blue, name: 'b' } })
  const gone = red.gone()
  await Netns.delete('red')
  await gone
  t.same(ipNames().sort(), ['b', 'lo', 'one', 'two'], 'those of others stay')
  t.same((await blue.links.list()).map(({ name }) => name), ['lo', 'b'])
  await host.links.delete(['one'])
  await Promise.all([blue.gone(), Netns.delete('blue')])
  t.same(ipNames(), ['lo'])
})

await t.test('ports that leave their bridge are not gone', async (t) => {
  const netns = await Netns.create('red')
  const bridge = await Bridge.create({ name: 'br0' })
  const ends = await Promise.all(Array.from({ length: 50 }, async (_, n) => Veth.create({ name: `h${n}`, master: bridge, peer: { netns, name: `r${n}` } })))
  const gone = netns.gone()
  t.equal(await state(gone, 50), 'pending')
  await Promise.all(ends.map(async (end) => bridge.removePort(end)))
  await Netns.delete('red')
  await gone
  // Where ip(8) would wait for RTNL, and so until they are gone.
  t.same(ends.filter(({ name }) => existsSync(`/proc/sys/net/ipv4/conf/${name}`)), [])
  await bridge.delete()
})

await t.test('not while something holds it', async (t) => {
  const netns = await Netns.create('red')
  await Veth.create({ netns, name: 'eth0', peer: { netns: Netns.current(), name: 'host-red' } })
  const second = await Netns.open('red')
  const pid = await processIn(t, 'red')
  const gone = netns.gone()
  t.equal(await state(gone, 50), 'pending', 'its name does')
  t.match(await reason(netns.links.list()), { code: 'ERR_NETNS_CLOSED' }, 'the handle is closed by it')
  await Netns.delete('red')
  t.equal(await state(gone, 50), 'pending', 'another handle does')
  await second.links.list()
  await second.close()
  t.equal(await state(gone, 50), 'pending', 'a process does')
  t.same(ipNames(), ['lo', 'host-red'])
  process.kill(pid)
  await gone
  t.same(ipNames(), ['lo'])
})

await t.test('two at once, on one and on two namespaces', async (t) => {
  const red = await Netns.create('red')
  await Veth.create({ netns: red, peer: { netns: Netns.current() } })
  const [again, blue] = [await Netns.open('red'), await Netns.create('blue')]
  const both = [red.gone(), again.gone()], other = blue.gone()
  t.equal(await state(Promise.race(both), 50), 'pending')
  await Netns.delete('red')
  await Promise.all(both)
  t.equal(await state(other, 50), 'pending', 'of the other nothing is known yet')
  await Netns.delete('blue')
  await other
  const unnamed = await Promise.all(Array.from({ length: 10 }, async () => Netns.create()))
  await Promise.all(unnamed.map(async (netns) => netns.gone()))
  t.same(ipNames(), ['lo'])
})

await t.test('given up', async (t) => {
  const netns = await Netns.create('red')
  const [second, third] = [await Netns.open('red'), await Netns.open('red')]
  t.match(await reason(second.gone({ signal: AbortSignal.abort() })), { name: 'AbortError' })
  t.ok((await second.links.list()).length > 0, 'nothing was begun: the handle works')
  const controller = new AbortController()
  const gone = third.gone({ signal: controller.signal })
  t.equal(await state(gone, 30), 'pending')
  controller.abort(new Error('enough'))
  t.match(await reason(gone), { message: 'enough' })
  // At every moment between the call and the waiting.
  for (let turn = 0; turn < 10; turn++) {
    const early = new AbortController()
    const handle = await Netns.open('red')
    const begun = handle.gone({ signal: early.signal })
    for (let n = 0; n < turn; n++) await new Promise(setImmediate)
    early.abort()
    t.match(await reason(begun), { name: 'AbortError' })
    t.match(await reason(handle.links.list()), { code: 'ERR_NETNS_CLOSED' }, 'closed whenever it was given up')
  }
  t.match(await reason(second.gone({ signal: AbortSignal.timeout(30) })), { name: 'TimeoutError' })
  t.ok((await netns.links.list()).length > 0)
  const last = netns.gone({ signal: new AbortController().signal })
  await Netns.delete('red')
  await last
})

await t.test('refused', async (t) => {
  t.match(await reason(Netns.current().gone()), { code: 'ERR_NETNS_CURRENT' })
  const netns = await Netns.create('red')
  for (const options of [null, 5, [], { singal: 1 }, { signal: {} }, { signal: 'now' }, { signal: null }]) t.match(await reason(netns.gone(options as never)), { name: 'TypeError' })
  await netns.delete()
  t.match(await reason(netns.gone()), { code: 'ERR_NETNS_CLOSED' })
  t.ok(await reason(Netns.open('red')) instanceof NetnsError)
})

await t.test('nothing is left of the waiting', async (t) => {
  const before = [descriptors(), threads()]
  const controller = new AbortController()
  const held = await Netns.create()
  for (let round = 0; round < 20; round++) {
    const netns = await Netns.open({ fd: held.fd })
    const gone = netns.gone({ signal: AbortSignal.timeout(2) })
    t.match(await reason(gone), { name: 'TimeoutError' })
    await (await Netns.create()).gone({ signal: controller.signal })
  }
  await held.gone({ signal: controller.signal })
  t.same(getEventListeners(controller.signal, 'abort'), [])
  t.ok(await eventually(() => descriptors() <= (before[0] ?? 0) && threads() <= (before[1] ?? 0)), `${descriptors()} descriptors, ${threads()} threads, before: ${before.join(', ')}`)
})

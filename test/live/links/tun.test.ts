// TUN and TAP: made inside a namespace, read and written by this process, kept or gone with their descriptors.
import '../../sandbox.ts'
import { readdirSync, readlinkSync } from 'node:fs'
import t from 'tap'
import { Bridge, Tap, Tun, type TunQueue } from '../../../lib/index.ts'
import { everything, only, place, reason, withoutTun as skip } from '../place.ts'

const descriptors = (): number => readdirSync('/proc/self/fd').filter((fd) => {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`) === '/dev/net/tun'
  } catch {
    return false   // the descriptor of the listing itself
  }
}).length

/** The next ICMP echo request among what comes. */
async function echoRequest(queue: TunQueue): Promise<Buffer> {
  for (;;) {
    const packet = await queue.read()
    if (packet[0] === 0x45 && packet[9] === 1 && packet[20] === 8) return packet
  }
}

/** The answer: addresses swapped, type 0, and the checksum that goes with it. */
function answer(request: Buffer): Buffer {
  const reply = Buffer.from(request)
  request.copy(reply, 12, 16, 20)
  request.copy(reply, 16, 12, 16)
  reply[20] = 0
  const sum = request.readUInt16BE(22) + 0x0800
  reply.writeUInt16BE(sum > 0xffff ? sum - 0xffff : sum, 22)
  return reply
}

await t.test('tun: packets there and back', { skip }, async (t) => {
  const { netns, show } = await place(t)
  await using tun = await Tun.create({ netns, name: 'tun0', mtu: 1400, addresses: ['10.8.0.1/24'], ipv6: 'none', up: true })
  t.ok(tun instanceof Tun)
  t.match(only(show('-d', 'link', 'show', 'dev', 'tun0')), { ifindex: tun.index, mtu: 1400, linkinfo: { info_kind: 'tun', info_data: { type: 'tun', persist: false, pi: false } } })
  const [queue] = tun.queues
  if (!queue) throw new Error('no queue')
  t.equal(readlinkSync(`/proc/self/fd/${queue.fd}`), '/dev/net/tun')
  const ping = netns.exec('ping', ['-c1', '-W20', '10.8.0.2'])
  const request = await echoRequest(queue)
  t.same([...request.subarray(12, 20)], [10, 8, 0, 1, 10, 8, 0, 2])
  await queue.write(answer(request))
  t.match((await ping).stdout, /1 received/)
  t.match(await reason(queue.write(Buffer.of(0x99))), { code: 'EINVAL' })
  const waiting = reason(queue.read())
  t.match(await reason(queue.read()), { code: 'EBUSY', syscall: 'read' }, 'one at a time')
  await tun.close()
  t.match(await waiting, { code: 'ECANCELED', syscall: 'read' })
  t.match(await reason(queue.read()), { code: 'EBADF' })
  t.equal(queue.fd, -1)
  t.equal((await netns.links.list({ kind: 'tun' })).length, 0, 'gone with its descriptor')
})

await t.test('tap: every option', { skip }, async (t) => {
  const { netns, show, name } = await place(t)
  const bridge = await Bridge.create({ netns, name: 'br0' })
  const tap = await Tap.create({
    netns, name: 'tap0', index: 77, queues: 3, persist: true, owner: 54321, ownerGroup: 54322, vnetHdr: true, address: '02:00:00:00:00:07', alias: 'a tap', master: bridge, group: 5, ipv6: 'none', up: true,
  })
  t.ok(tap instanceof Tap)
  t.equal(tap.queues.length, 3)
  t.match(only(show('-d', 'link', 'show', 'dev', 'tap0')), { ifindex: 77, address: '02:00:00:00:00:07', ifalias: 'a tap', master: 'br0', group: '5',
    linkinfo: { info_data: { type: 'tap', persist: true, multi_queue: true, numqueues: 3, user: '54321', group: '54322', vnet_hdr: true } } })
  t.match((await tap.get()).data, { type: 'tap', owner: 54321, group: 54322, multiQueue: true, numQueues: 3, persist: true, vnetHdr: true, pi: false })
  await tap.close()
  const found = await netns.links.get('tap0')
  t.ok(found instanceof Tun, 'it stays')
  t.same((found as Tun).queues, [])
  const before = everything(name)
  t.match(await reason(Tap.create({ netns, name: 'tap0' })), { code: 'EBUSY', syscall: 'ioctl', path: '/dev/net/tun' })
  t.match(await reason(Tun.create({ netns, name: 'x', addresses: ['10.0.0.1/24', '10.0.0.1/24'] })), { code: 'EEXIST' })
  t.match(await reason(Tun.create({ netns, name: 'x', persist: true, carrier: true, master: 99 })), { code: 'EINVAL' })
  for (const wrong of [{ queues: 0 }, { queues: 257 }, { queues: 2, multiQueue: false }, { persist: 1 }, { owner: -1 }, { ownerGroup: 2 ** 31 }, { pi: 'no' }, { type: 'tap' }, { mtu: NaN }, { numTxQueues: 2 },
    { name: 'a/b' }, { index: 0 }, { inet: { forwarding: 'x' } }]) {
    // Of a name that is taken: whoever asked the kernel first would hear that.
    const error = await reason(Tun.create({ netns, name: 'tap0', ...wrong } as never))
    t.ok(error instanceof TypeError || error instanceof RangeError, JSON.stringify(wrong))
  }
  t.equal(everything(name), before)
  await found.delete()
  t.equal(descriptors(), 0, 'no descriptor is left')
})

await t.test('a link that is deleted ends its readers', { skip }, async (t) => {
  const { netns } = await place(t)
  const tun = await Tun.create({ netns })
  const waiting = reason(Promise.resolve(tun.queues[0]?.read()))
  await tun.delete()
  t.match(await waiting, { code: 'EBADFD' })
  await tun.close()
})

// ns.ping: answers, times, losses, errors and whom they come from; beside ping(8) as the independent judge of what answers.
import '../../sandbox.ts'
import { spawnSync } from 'node:child_process'
import { getEventListeners } from 'node:events'
import t, { type Test } from 'tap'
import { Netns, Veth, type PingOptions } from '../../../lib/index.ts'
import { descriptors, eventually, library, nodeWords, place, reason, threads, type Place } from '../place.ts'

/** Two namespaces and a cable: 10.0.0.1 and fd00::1 here, 10.0.0.2 and fd00::2 there. */
async function cable(t: Test, name = 'eth0'): Promise<{ near: Place, far: Place, eth0: Veth }> {
  const [near, far] = [await place(t), await place(t)]
  const addresses = (n: number) => [`10.0.0.${n}/24`, { address: `fd00::${n}/64`, nodad: true }]
  const eth0 = await Veth.create({ netns: near.netns, name, up: true, addresses: addresses(1), peer: { netns: far.netns, name: 'eth0', up: true, addresses: addresses(2) } })
  await Promise.all([eth0.waitFor('running'), eth0.peer.waitFor('running')])
  // Neighbours are asked three times before they count as unreachable.
  await near.netns.sysctl.set(`net.ipv4.neigh.${name}.retrans_time_ms`, 50)
  await near.netns.sysctl.set(`net.ipv6.neigh.${name}.retrans_time_ms`, 50)
  return { near, far, eth0 }
}

await t.test('answers', async (t) => {
  const { near: { netns, name } } = await cable(t)
  for (const address of ['10.0.0.2', 'fd00::2', '10.0.0.1', '127.0.0.1', '::1']) {
    const start = performance.now()
    const result = await netns.ping(address, { count: 3, interval: 1 })
    const elapsed = performance.now() - start
    t.match(result, { address, sent: 3, received: 3, loss: 0, errors: [] })
    t.same(result.replies.map(({ sequence, ttl, from }) => [sequence, ttl, from]), [1, 2, 3].map((sequence) => [sequence, 64, undefined]))
    const { min = NaN, avg = NaN, max = NaN, mdev = NaN, replies } = result
    for (const { time } of replies) t.ok(time > 0 && time < elapsed && time >= min && time <= max, `${time} of ${elapsed} ms`)
    t.ok(min <= avg && avg <= max && mdev >= 0 && mdev <= max - min, `${min}/${avg}/${max}/${mdev}`)
    t.equal(spawnSync('ip', ['netns', 'exec', name, 'ping', '-c1', '-W1', address]).status, 0, 'ping(8) has one too')
  }
  t.match(await netns.ping('0:0:0:0:0:0:0:1'), { address: '::1', sent: 1, received: 1 }, 'one by default')
})

await t.test('the link that it leaves by, its source', async (t) => {
  const { near: { netns }, eth0 } = await cable(t, 'wan')
  const far = eth0.peer
  const [own] = await eth0.addresses.waitFor('permanent', { scope: 'link' })
  const [other] = await far.addresses.waitFor('permanent', { scope: 'link' })
  const [local = '', theirs = ''] = [own, other].map((info) => info?.address.split('/')[0])
  for (const dev of ['wan', eth0, eth0.index]) t.match(await netns.ping(theirs, { dev }), { address: theirs, received: 1 })
  t.match(await netns.ping(`${theirs}%wan`, { source: local }), { address: theirs, received: 1 })
  t.match(await netns.ping('10.0.0.2', { dev: 'lo', timeout: 50 }), { received: 0 })
  t.match(await netns.ping('ff02::1%wan', { ttl: 1 }), { received: 1, replies: [{ from: local }] }, 'of many the first')
  t.match(await netns.ping('127.0.0.1', { source: '10.0.0.1' }), { received: 1 })
  t.match(await reason(netns.ping('10.0.0.2', { source: '10.0.0.7' })), { name: 'NetnsError', code: 'EADDRNOTAVAIL', syscall: 'bind' })
  t.match(await reason(netns.ping('10.0.0.2', { dev: 'eth9' })), { code: 'ENODEV' })
  t.match(await reason(netns.ping('10.0.0.2', { dev: 99 })), { code: 'ENODEV' })
})

await t.test('no answer, and who says so', async (t) => {
  const { near: { netns }, far } = await cable(t)
  t.match(await netns.ping('10.9.0.1', { count: 2, interval: 1 }), {
    sent: 0, received: 0, loss: 1, replies: [],
    errors: [1, 2].map((sequence) => ({ sequence, code: 'ENETUNREACH', errno: -101, message: 'ENETUNREACH: network is unreachable, sendto', from: undefined })),
  }, 'no route')
  for (const [address, from] of [['10.0.0.9', '10.0.0.1'], ['fd00::9', 'fd00::1']] as const) {
    t.match(await netns.ping(address, { timeout: 30_000 }), { sent: 1, loss: 1, errors: [{ sequence: 1, code: 'EHOSTUNREACH', from }] }, 'no neighbour')
  }
  await far.netns.sysctl.set('net.ipv4.ip_forward', 1)
  await far.netns.sysctl.set('net.ipv6.conf.all.forwarding', 1)
  await far.netns.sysctl.set('net.ipv4.icmp_ratelimit', 0)
  await far.netns.sysctl.set('net.ipv6.icmp.ratelimit', 0)
  await netns.routes.add({ to: 'default', via: '10.0.0.2' })
  await netns.routes.add({ to: 'default', via: 'fd00::2' })
  for (const [to, type] of [['10.3.0.0/16', 'prohibit'], ['10.4.0.0/16', 'unreachable'], ['10.5.0.0/16', 'blackhole'], ['fd03::/64', 'prohibit']] as const) await far.netns.routes.add({ to, type })
  t.match(await netns.ping('10.3.0.1', { timeout: 30_000 }), { errors: [{ code: 'EHOSTUNREACH', from: '10.0.0.2' }] }, 'a router says so')
  t.match(await netns.ping('fd03::1', { timeout: 30_000 }), { errors: [{ code: 'EACCES', from: 'fd00::2' }] }, 'a router says so')
  // Linux 6.12 lets a router say so once a second (ip_error), whatever icmp_ratelimit is, and it has just spoken.
  const unreachable = await netns.ping('10.4.0.1', { count: 3, interval: 1200, timeout: 2000 })
  t.match(unreachable, { sent: 3, received: 0, loss: 1 })
  t.match(unreachable.errors.slice(-2), [2, 3].map((sequence) => ({ sequence, code: 'EHOSTUNREACH', from: '10.0.0.2' })))
  t.match(await netns.ping('10.5.0.1', { timeout: 50 }), { sent: 1, received: 0, replies: [], errors: [] }, 'nobody says anything')
  await far.netns.routes.add({ to: '10.6.0.0/16', via: '10.0.0.1', dev: 'eth0' })
  t.match(await netns.ping('10.6.0.1', { ttl: 1, timeout: 30_000 }), { errors: [{ code: 'EHOSTUNREACH', from: '10.0.0.2' }] }, 'its time is over')
  await far.netns.sysctl.set('net.ipv4.icmp_echo_ignore_all', 1)
  const half = netns.ping('10.0.0.2', { count: 2, interval: 300, timeout: 100 })
  t.match(await Promise.race([half, netns.ping('10.0.0.2', { timeout: 100 })]), { sent: 1, received: 0 })
  await far.netns.sysctl.set('net.ipv4.icmp_echo_ignore_all', 0)
  t.match(await half, { sent: 2, received: 1, loss: 0.5, replies: [{ sequence: 2 }] })
})

await t.test('its size', async (t) => {
  const { near: { netns }, eth0 } = await cable(t)
  await netns.ping('10.0.0.2')
  for (const [size, bytes] of [[0, 42], [56, 98], [1000, 1042]] as const) {
    const before = (await eth0.stats()).txBytes
    t.match(await netns.ping('10.0.0.2', { size }), { received: 1 })
    const sent = (await eth0.stats()).txBytes - before
    t.ok(sent >= bytes && sent < bytes + 400, `${sent} bytes for ${bytes}`)   // what IPv6 sends by itself may be among them
  }
  t.match(await netns.ping('10.0.0.2', { size: 65_507 }), { received: 1 })
  t.match(await netns.ping('fd00::2', { size: 65_507 }), { received: 1 })
})

await t.test('this thread is busy', async (t) => {
  const { near: { netns } } = await cable(t)
  await netns.ping('10.0.0.2')
  let busy = true
  const block = () => {
    for (const end = performance.now() + 200; performance.now() < end;);
    if (busy) setTimeout(block)
  }
  setTimeout(block)
  const { received, max } = await netns.ping('10.0.0.2', { count: 2, interval: 1, timeout: 20 })
  busy = false
  t.equal(received, 2, 'an answer that has come is not lost')
  t.ok(max !== undefined && max < 100, `and its time is that of the packet: ${max} ms`)
})

await t.test('many at once', async (t) => {
  const { near: { netns, name } } = await cable(t)
  const other = spawnSync('sh', ['-c', `ip netns exec ${name} ping -i 0.01 -c 30 127.0.0.1 >/dev/null & echo`], { stdio: ['ignore', 'pipe', 'ignore'] })
  t.equal(other.status, 0)
  // A raw socket is given everybody's echoes, requests too: of many more the buffers of a slow machine would not hold all.
  const addresses = Array.from({ length: 25 }, (_, n) => n % 5 === 0 ? '10.0.0.2' : n % 5 === 1 ? 'fd00::2' : `127.0.0.${n + 1}`)
  const results = await Promise.all(addresses.map(async (address) => netns.ping(address, { count: 3, interval: 5, timeout: 30_000 })))
  t.same(results.map(({ address, sent, received, replies }) => [address, sent, received, ...replies.map(({ sequence, from }) => from ?? sequence)]),
    addresses.map((address) => [address, 3, 3, 1, 2, 3]))
})

await t.test('without CAP_NET_RAW', async (t) => {
  const program = `
    import { Netns } from '${library}'
    const host = Netns.current()
    if (process.argv[1]) await host.sysctl.set('net.ipv4.ping_group_range', process.argv[1])
    for (const address of ['127.0.0.1', '::1', '10.9.9.9']) console.log(await host.ping(address, { count: 2, interval: 1 }).then(
      ({ sent, received, errors }) => [sent, received, ...errors.map(({ code }) => code)].join(' '), ({ name, code, message }) => [name, code, message].join(' ')))`
  for (const [range, said] of [['', /^(NetnsError EPERM .*ping_group_range\n){3}$/], ['0 0', /^2 2\n2 2\n0 0 ENETUNREACH ENETUNREACH\n$/]] as const) {
    const [file, args] = nodeWords(program)
    const { stdout, stderr } = spawnSync('setpriv', ['--bounding-set', '-net_raw', '--inh-caps', '-net_raw', file, ...args, ...range === '' ? [] : [range]], { encoding: 'utf8' })
    t.match(stdout, said, `${range || 'nobody'}: ${stderr}`)
  }
})

await t.test('in a user namespace of its own', async (t) => {
  await using netns = await Netns.create(undefined, { userns: true })
  for (const address of ['127.0.0.1', '::1']) t.match(await netns.ping(address), { received: 1, loss: 0 })
})

await t.test('given up', async (t) => {
  const { near: { netns } } = await cable(t)
  await netns.ping('10.0.0.2')
  const before = [descriptors(), threads()]
  t.match(await reason(netns.ping('10.0.0.2', { signal: AbortSignal.abort() })), { name: 'AbortError' })
  for (let turn = 0; turn < 12; turn++) {
    const controller = new AbortController()
    const begun = netns.ping('10.0.0.9', { signal: controller.signal, count: 1000 })
    for (let n = 0; n < turn; n++) await new Promise(setImmediate)
    controller.abort(new Error('enough'))
    t.match(await reason(begun), { message: 'enough' })
    t.same(getEventListeners(controller.signal, 'abort'), [])
  }
  const again = await Netns.open({ fd: netns.fd })
  const closed = again.ping('10.0.0.2', { count: 1000, interval: 1 })
  await new Promise((resolve) => setTimeout(resolve, 20))
  await again.close()
  t.match(await reason(closed), { code: 'ERR_NETNS_CLOSED' })
  t.match(await reason(again.ping('10.0.0.2')), { code: 'ERR_NETNS_CLOSED' })
  t.ok(await eventually(() => descriptors() <= (before[0] ?? 0) && threads() <= (before[1] ?? 0) + 1), `${descriptors()} descriptors, ${threads()} threads, before: ${before.join(', ')}`)
})

await t.test('refused', async (t) => {
  const { near: { netns }, eth0 } = await cable(t)
  for (const address of ['', 'localhost', '10.0.0.1/24', '010.0.0.1', '10.0.0.1%eth0', 'fe80::1%', 'fe80::1%a/b', 5, null, undefined]) {
    t.match(await reason(netns.ping(address as string)), { argument: 'address' }, String(address))
  }
  const wrong: { [K in keyof PingOptions]?: unknown[] } = {
    count: [0, -1, 1.5, 65_536, '1', null, NaN], interval: [-1, 2 ** 31, '1'], timeout: [0, -1, 2 ** 31], size: [-1, 65_508, 1n], ttl: [0, 256, '64'],
    source: ['', 'fd00::1', '10.0.0.1/24', 5], dev: ['', 'a/b', 0, -1, {}, null], signal: [{}, 'now', null],
  }
  for (const [name, values] of Object.entries(wrong)) for (const value of values) t.match(await reason(netns.ping('10.0.0.2', { [name]: value })), { argument: `options.${name}` }, `${name} ${String(value)}`)
  for (const options of [null, 5, [], { cuont: 1 }]) t.match(await reason(netns.ping('10.0.0.2', options as never)), { argument: 'options' })
  t.match(await reason(netns.ping('fe80::1%eth0', { dev: eth0 })), { argument: 'options.dev' })
})

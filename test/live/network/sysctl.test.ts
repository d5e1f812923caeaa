// The net.* sysctls of a namespace: its own, by either spelling, of a link whose name has a dot; and keys that are none.
import '../../sandbox.ts'
import { readFileSync } from 'node:fs'
import t from 'tap'
import { ip } from '../../sandbox.ts'
import { Bridge, Netns, NetnsError } from '../../../lib/index.ts'
import { place, reason } from '../place.ts'

await t.test('get and set', async (t) => {
  const { netns, name } = await place(t)
  const read = (path: string): string => ip('netns', 'exec', name, 'cat', `/proc/sys/net/${path}`).trim()
  const outside = readFileSync('/proc/sys/net/ipv4/ip_forward', 'utf8')
  for (const value of [1, '0', 1]) {
    await netns.sysctl.set('net.ipv4.ip_forward', value)
    t.equal(read('ipv4/ip_forward'), String(value))
    t.equal(await netns.sysctl.get('net/ipv4/ip_forward'), String(value))
  }
  t.equal(readFileSync('/proc/sys/net/ipv4/ip_forward', 'utf8'), outside, 'this namespace\'s own has not changed')
  t.equal(await Netns.current().sysctl.get('net.ipv4.ip_forward'), outside.trim())
  await netns.sysctl.set('net.ipv4.ip_local_port_range', '2000 3000')
  t.equal(await netns.sysctl.get('net.ipv4.ip_local_port_range'), '2000\t3000')
  await Bridge.create({ netns, name: 'br0.100' })
  for (const key of ['net/ipv4/conf/br0.100/forwarding', 'net.ipv4.conf.br0/100.forwarding']) {
    await netns.sysctl.set(key, 0)
    t.equal(read('ipv4/conf/br0.100/forwarding'), '0')
    await netns.sysctl.set(key, 1)
    t.equal(await netns.sysctl.get(key), '1')
  }
})

await t.test('wrong keys and values', async (t) => {
  const { netns } = await place(t)
  for (const key of ['', 'net', 'net.', 'kernel.hostname', 'net..ipv4', 'net.ipv4.', 'net/../kernel/hostname', 'net/ipv4/../../kernel/hostname', '/proc/sys/net/ipv4/ip_forward', 'net/./ipv4/ip_forward', 'net.ipv4.\0', 5, null, {}]) {
    for (const call of [async () => netns.sysctl.get(key as string), async () => netns.sysctl.set(key as string, 1)]) {
      const error = await reason(call())
      t.ok(error instanceof TypeError || error instanceof RangeError, JSON.stringify(key))
      t.match(error, { argument: 'key' })
    }
  }
  for (const value of [NaN, 1.5, Infinity, null, {}, true, 1n, 'a\nb', 'a\0b', undefined]) t.match(await reason(netns.sysctl.set('net.ipv4.ip_forward', value as string)), { argument: 'value' })
  const cases: [() => Promise<unknown>, string][] = [
    [async () => netns.sysctl.get('net.ipv4.nosuch'), 'ENOENT'], [async () => netns.sysctl.get('net.ipv4'), 'EISDIR'], [async () => netns.sysctl.get('net.ipv4.ip_forward.x'), 'ENOTDIR'],
    [async () => netns.sysctl.set('net.ipv4.ip_forward', 'x'), 'EINVAL'], [async () => netns.sysctl.set('net.ipv4.ip_forward', ''), 'EINVAL'],
  ]
  for (const [call, code] of cases) {
    const error = await reason(call())
    t.ok(error instanceof NetnsError, String(call))
    t.match(error, { code, path: /^\/proc\/sys\/net\/ipv4/ })
  }
  t.equal(await netns.sysctl.get('net.ipv4.ip_forward'), '0')
})

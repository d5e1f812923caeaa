// examples/04-a-gateway.ts, step by step.
import '../../sandbox.ts'
import { readFileSync } from 'node:fs'
import { main } from '../../../examples/04-a-gateway.ts'
import { ipJson } from '../../sandbox.ts'
import { addresses, assertPair, assertPings, link, routes, walk } from './walk.ts'

const forwarding = (): string => readFileSync('/proc/sys/net/ipv4/ip_forward', 'utf8').trim()   // of this process's namespace

await walk(main, {
  'no route': (t, rows) => {
    assertPair(t, { name: 'veth-red-br' }, { name: 'veth-red', netns: 'red' })
    assertPair(t, { name: 'eth0' }, { name: 'eth0', netns: 'outside' })
    t.equal(link('veth-red-br').master, 'v-net-0')
    t.strictSame(addresses().sort(), ['eth0 192.168.1.2/24', 'v-net-0 192.168.15.5/24'])
    t.strictSame(addresses('red'), ['veth-red 192.168.15.1/24'])
    t.strictSame(addresses('outside').sort(), ['eth0 192.168.1.3/24', 'eth0 203.0.113.7/32'])
    t.strictSame(routes('red'), ['192.168.15.0/24 dev veth-red'])
    assertPings(t, rows, { 'red 192.168.1.3': 'ENETUNREACH' })
  },
  'a route, but the host does not forward': (t, rows) => {
    t.strictSame(routes('red'), ['192.168.1.0/24 via 192.168.15.5 dev veth-red', '192.168.15.0/24 dev veth-red'])
    t.equal(forwarding(), '0')
    assertPings(t, rows, { 'red 192.168.1.3': 'no answer' })
  },
  'the host forwards, but the answer has no way back': (t, rows) => {
    t.equal(forwarding(), '1')
    t.strictSame(routes('outside'), ['192.168.1.0/24 dev eth0'])
    assertPings(t, rows, { 'red 192.168.1.3': 'no answer' })
  },
  'with a return route': (t, rows) => {
    t.strictSame(routes('outside'), ['192.168.1.0/24 dev eth0', '192.168.15.0/24 via 192.168.1.2 dev eth0'])
    assertPings(t, rows, { 'red 192.168.1.3': true, 'outside 192.168.15.1': true })
    for (const { says } of rows) t.match(says, /ttl 63$/, 'one hop was the host')
  },
  'elsewhere: no route yet': (t, rows) => assertPings(t, rows, { 'red 203.0.113.7': 'ENETUNREACH' }),
  'elsewhere: by the default route': (t, rows) => {
    assertPings(t, rows, { 'red 203.0.113.7': true })
    t.match(rows[0]?.['says'], /ttl 63$/)
  },
  'the way it takes': (t, rows) => {
    const [way] = ipJson('-n', 'red', 'route', 'get', '203.0.113.7')
    t.match(way, { dst: '203.0.113.7', gateway: '192.168.15.5', dev: 'veth-red', prefsrc: '192.168.15.1' })
    t.strictSame(rows, [{ to: '203.0.113.7/32', via: '192.168.15.5', dev: 'veth-red', src: '192.168.15.1' }])
  },
  'routes of red': t => t.strictSame(routes('red'), [
    '192.168.1.0/24 via 192.168.15.5 dev veth-red', '192.168.15.0/24 dev veth-red', 'default via 192.168.15.5 dev veth-red',
  ]),
  'routes of the host': t => t.strictSame(routes(), [
    '192.168.1.0/24 dev eth0', '192.168.15.0/24 dev v-net-0', 'default via 192.168.1.3 dev eth0',
  ]),
  'routes of outside': t => t.strictSame(routes('outside'), ['192.168.1.0/24 dev eth0', '192.168.15.0/24 via 192.168.1.2 dev eth0']),
})

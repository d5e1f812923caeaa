// examples/06-what-goes-wrong-first.ts, step by step.
import '../../sandbox.ts'
import { main } from '../../../examples/06-what-goes-wrong-first.ts'
import { ip } from '../../sandbox.ts'
import { addresses, assertPair, assertPings, reaches, routes, walk } from './walk.ts'

await walk(main, {
  'the mistake': (t, rows) => {
    assertPair(t, { name: 'veth-red', netns: 'red' }, { name: 'veth-blue', netns: 'blue' })
    t.strictSame(addresses('red'), ['veth-red 192.168.15.1/32'])
    t.strictSame(rows, [{ name: 'veth-red', address: '192.168.15.1/32' }])
  },
  'no route comes with it': (t, rows) => {
    t.strictSame(routes('red'), [])
    t.strictSame(rows, [])
  },
  'so the neighbour is out of reach': (t, rows) => {
    assertPings(t, rows, { 'red 192.168.15.2': 'ENETUNREACH' })
    t.notOk(reaches('red', '192.168.15.2'), 'as ip netns exec has it')
  },
  'and the kernel says why': (t, _, text) => {
    t.equal(text, 'ENETUNREACH: network is unreachable, RTM_GETROUTE 192.168.15.2')
    t.throws(() => ip('-n', 'red', 'route', 'get', '192.168.15.2'), /Network is unreachable/, 'as ip(8) has it')
  },
  'with the prefix length': (t, rows) => {
    t.strictSame(addresses('red'), ['veth-red 192.168.15.1/24'])
    t.strictSame(rows, [{ name: 'veth-red', address: '192.168.15.1/24' }])
  },
  'the route comes by itself': t => t.strictSame(routes('red'), ['192.168.15.0/24 dev veth-red']),
  'and the neighbour answers': (t, rows) => {
    assertPings(t, rows, { 'red 192.168.15.2': true })
    t.ok(reaches('red', '192.168.15.2'))
  },
  'by this way': (t, _, text) => t.equal(text, 'by veth-red from 192.168.15.1, no gateway'),
})

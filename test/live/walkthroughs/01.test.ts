// examples/01-two-namespaces.ts, step by step.
import '../../sandbox.ts'
import { type Test } from 'tap'
import { main } from '../../../examples/01-two-namespaces.ts'
import { addresses, arp, assertPair, assertPings, link, linkNames, namespaceNames, reaches, routes, walk } from './walk.ts'

const both = { 'red 192.168.15.2': true, 'blue 192.168.15.1': true }

/** The end state of either way. */
function joined(t: Test): void {
  t.strictSame(linkNames(), ['lo'], 'the host has no end')
  assertPair(t, { name: 'veth-red', netns: 'red' }, { name: 'veth-blue', netns: 'blue' })
  t.strictSame(addresses('red'), ['veth-red 192.168.15.1/24'])
  t.strictSame(addresses('blue'), ['veth-blue 192.168.15.2/24'])
  t.strictSame(routes('red'), ['192.168.15.0/24 dev veth-red'])
  t.strictSame(routes('blue'), ['192.168.15.0/24 dev veth-blue'])
}

await walk(main, {
  'namespaces': t => {
    t.strictSame(namespaceNames(), ['blue', 'red'])
    for (const name of ['red', 'blue']) t.ok(link('lo', name).flags.includes('UP'), `loopback of ${name} is up`)
  },
  'a cable, both ends here': t => {
    t.strictSame(linkNames().sort(), ['lo', 'veth-blue', 'veth-red'])
    t.equal(link('veth-red').link, 'veth-blue', 'each is the other\'s peer')
    t.equal(link('veth-blue').link, 'veth-red')
  },
  'links of red': (t, rows) => t.strictSame(rows.map(({ name, index, address }) => [name, index, address]), macs('red')),
  'links of blue': (t, rows) => {
    t.strictSame(rows.map(({ name, index, address }) => [name, index, address]), macs('blue'))
    joined(t)
  },
  'ping': (t, rows) => {
    assertPings(t, rows, both)
    t.ok(reaches('red', '192.168.15.2') && reaches('blue', '192.168.15.1'), 'as ip netns exec has it')
  },
  'ARP table of red': (t, rows) => {
    t.strictSame(arp('red'), [`192.168.15.2 veth-red ${link('veth-blue', 'blue').address}`])
    t.strictSame(rows.map(({ dst, dev, address }) => [dst, dev, address].join(' ')), arp('red'))
  },
  'ARP table of blue': (t, rows) => {
    t.strictSame(arp('blue'), [`192.168.15.1 veth-blue ${link('veth-red', 'red').address}`])
    t.strictSame(rows.map(({ dst, dev, address }) => [dst, dev, address].join(' ')), arp('blue'))
  },
  'ARP table of the host': (t, rows) => {
    t.strictSame(arp(), [])
    t.strictSame(rows, [])
  },
  'links of blue, after the end in red is deleted': t => {
    t.strictSame(linkNames('red'), ['lo'])
    t.strictSame(linkNames('blue'), ['lo'], 'the other end went with it')
  },
  'namespaces, after both are deleted': t => t.strictSame(namespaceNames(), []),
  'the same in one message': t => {
    t.strictSame(namespaceNames(), ['blue', 'red'])
    joined(t)
  },
  'ping in the second network': (t, rows) => assertPings(t, rows, both),
})

function macs(netns: string): unknown[] {
  return ['lo', `veth-${netns}`].map(name => [name, link(name, netns).ifindex, link(name, netns).address])
}

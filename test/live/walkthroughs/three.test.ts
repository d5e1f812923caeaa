// examples/three-namespaces.ts, what `npm start` shows: each table against what ip(8) reads.
import '../../sandbox.ts'
import { statSync } from 'node:fs'
import { main } from '../../../examples/three-namespaces.ts'
import { addresses, arp, assertPair, link, links, namespaceNames, routes, walk } from './walk.ts'

const names = ['red', 'blue', 'orange']
const everywhere = [undefined, ...names]
const title = (netns?: string): string => netns ?? 'host'

await walk(main, {
  'namespaces': (t, rows) => {
    t.strictSame(namespaceNames(), [...names].sort())
    t.strictSame(rows.map(({ name, inode }) => [name, inode]), [...names].sort().map(name => [name, statSync(`/run/netns/${name}`).ino]))
  },
  'links and their peers': (t, rows) => {
    for (const netns of names) assertPair(t, { name: 'eth0', netns }, { name: `veth-${netns}` })
    for (const netns of names) assertPair(t, { name: `veth-${netns}` }, { name: 'eth0', netns })
    t.strictSame(
      rows.map(({ namespace, index, name, address, master }) => [namespace, index, name, address, master]),
      everywhere.flatMap(netns => links(netns).map(found => [title(netns), found.ifindex, found.ifname, found.address, found.master])))
    const veths = rows.filter(({ peer }) => peer !== undefined)
    const peers = Object.fromEntries(veths.map(({ namespace, name, peer }) => [`${String(namespace)}/${String(name)}`, peer]))
    const pairs = names.flatMap(netns => [[`host/veth-${netns}`, `${netns}/eth0`], [`${netns}/eth0`, `host/veth-${netns}`]] as const)
    t.strictSame(peers, Object.fromEntries(pairs))
  },
  'addresses': (t, rows) => t.strictSame(
    rows.map(({ namespace, name, address }) => [namespace, `${String(name)} ${String(address)}`]),
    everywhere.flatMap(netns => addresses(netns).map(address => [title(netns), address]))),
  'routes': (t, rows) => t.strictSame(
    rows.map(({ namespace, to, via, dev }) => [namespace, to, ...(via === undefined ? [] : ['via', via]), 'dev', dev].join(' ')).sort(),
    everywhere.flatMap(netns => routes(netns).map(route => `${title(netns)} ${route}`)).sort()),
  'pings': (t, rows) => {
    t.equal(rows.length, 12)
    for (const { from, to, answered } of rows) t.equal(answered, true, `${String(from)} reaches ${String(to)}`)
  },
  'neighbours': (t, rows) => {
    const found = everywhere.flatMap(netns => arp(netns).map(entry => `${title(netns)} ${entry}`))
    t.strictSame(rows.map(({ namespace, dst, dev, address }) => [namespace, dst, dev, address].join(' ')).sort(), found.sort())
    for (const netns of names) t.ok(arp(netns).includes(`192.168.15.5 eth0 ${link('v-net-0').address}`), `${netns} knows the host`)
  },
  'a page': (t, rows) => t.match(rows, [{ 'server in': 'blue', 'fetched from': 'orange', 'answer': 'hello from blue' }]),
  'how long it took': (t, rows) => {
    t.ok(rows.length >= 8)
    for (const { step, ms } of rows) t.ok(Number(ms) > 0, `${String(step)} took some time`)
  },
})

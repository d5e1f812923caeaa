// examples/02-a-server-in-a-namespace.ts, step by step.
import '../../sandbox.ts'
import { readlinkSync, statSync } from 'node:fs'
import { main } from '../../../examples/02-a-server-in-a-namespace.ts'
import { addresses, assertPair, linkNames, namespaceNames, routes, walk } from './walk.ts'

const [blue, lemon] = ['blue-namespace', 'lemon-namespace']

function row(destination: string, gateway: string, mask: string, flags: string, dev: string): object {
  return { Destination: destination, Gateway: gateway, Genmask: mask, Flags: flags, Metric: 0, Iface: dev }
}

await walk(main, {
  'routes of blue-namespace': (t, rows) => {
    t.strictSame(namespaceNames(), [blue, lemon])
    t.strictSame(linkNames(), ['lo'], 'the host has no part in it')
    assertPair(t, { name: 'blue-veth', netns: blue }, { name: 'lemon-veth', netns: lemon })
    t.strictSame(addresses(blue), ['blue-veth 192.168.0.1/24'])
    t.strictSame(routes(blue), ['192.168.0.0/24 dev blue-veth', 'default via 192.168.0.2 dev blue-veth'])
    t.strictSame(rows, [
      row('0.0.0.0', '192.168.0.2', '0.0.0.0', 'UG', 'blue-veth'),
      row('192.168.0.0', '0.0.0.0', '255.255.255.0', 'U', 'blue-veth'),
    ], 'as route -n prints them')
  },
  'routes of lemon-namespace': (t, rows) => {
    t.strictSame(addresses(lemon), ['lemon-veth 192.168.0.2/24'])
    t.strictSame(routes(lemon), ['192.168.0.0/24 dev lemon-veth', 'default via 192.168.0.1 dev lemon-veth'])
    t.strictSame(rows, [
      row('0.0.0.0', '192.168.0.1', '0.0.0.0', 'UG', 'lemon-veth'),
      row('192.168.0.0', '0.0.0.0', '255.255.255.0', 'U', 'lemon-veth'),
    ])
  },
  'servers in blue-namespace': (t, rows) => {
    t.strictSame(rows.map(({ port }) => port), [3000, 3001])
    const inode = statSync(`/run/netns/${blue}`).ino
    for (const { pid } of rows) t.equal(readlinkSync(`/proc/${String(pid)}/ns/net`), `net:[${inode}]`, 'it runs inside')
  },
  'fetched from lemon-namespace': (t, rows) => t.strictSame(rows, [
    { url: 'http://192.168.0.1:3000/', answer: 'hello from blue, port 3000' },
    { url: 'http://192.168.0.1:3001/', answer: 'hello from blue, port 3001' },
  ]),
})

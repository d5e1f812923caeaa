// examples/03-a-virtual-switch.ts, step by step.
import '../../sandbox.ts'
import { main } from '../../../examples/03-a-virtual-switch.ts'
import { addresses, arp, assertPair, assertPings, link, linkNames, namespaceNames, routes, walk } from './walk.ts'

const names = ['red', 'blue', 'orange']

await walk(main, {
  'ports of v-net-0': (t, rows) => {
    t.strictSame(namespaceNames(), ['blue', 'orange', 'red'])
    t.strictSame(linkNames().sort(), ['lo', 'v-net-0', 'veth-blue-br', 'veth-orange-br', 'veth-red-br'])
    t.ok(link('v-net-0').flags.includes('UP'))
    names.forEach((netns, position) => {
      assertPair(t, { name: `veth-${netns}-br` }, { name: `veth-${netns}`, netns })
      t.equal(link(`veth-${netns}-br`).master, 'v-net-0')
      t.strictSame(addresses(netns), [`veth-${netns} 192.168.15.${position + 1}/24`])
      t.strictSame(routes(netns), [`192.168.15.0/24 dev veth-${netns}`])
    })
    t.strictSame(rows.map(({ name, state }) => [name, state]), names.map(netns => [`veth-${netns}-br`, 'forwarding']))
  },
  'all reach each other': (t, rows) => {
    assertPings(t, rows, {
      'red 192.168.15.2': true, 'red 192.168.15.3': true, 'blue 192.168.15.1': true,
      'blue 192.168.15.3': true, 'orange 192.168.15.1': true, 'orange 192.168.15.2': true,
    })
    const macs = names.map(netns => link(`veth-${netns}`, netns).address)
    t.strictSame(arp('red'), [`192.168.15.2 veth-red ${macs[1]}`, `192.168.15.3 veth-red ${macs[2]}`])
    t.strictSame(arp(), [], 'the host has taken no part')
  },
  'the host does not reach them': (t, rows) => {
    t.strictSame(addresses(), [])
    t.strictSame(routes(), [])
    assertPings(t, rows, { 'host 192.168.15.1': 'ENETUNREACH' })
  },
  'the host reaches them by the address of the bridge': (t, rows) => {
    t.strictSame(addresses(), ['v-net-0 192.168.15.5/24'])
    t.strictSame(routes(), ['192.168.15.0/24 dev v-net-0'])
    assertPings(t, rows, { 'host 192.168.15.1': true, 'host 192.168.15.2': true, 'host 192.168.15.3': true })
    t.strictSame(arp(), names.map((netns, position) => `192.168.15.${position + 1} v-net-0 ${link(`veth-${netns}`, netns).address}`))
  },
  'the host\'s ends': (t, rows) => t.strictSame(rows, names.map(netns => {
    const end = link(`veth-${netns}-br`)
    return { index: end.ifindex, name: end.ifname, link: end.link_index, linkNetnsId: end.link_netnsid, master: link('v-net-0').ifindex }
  })),
  'where their peers are': (t, rows) => t.strictSame(rows, names.map(netns =>
    ({ end: `veth-${netns}-br`, netns, index: link(`veth-${netns}`, netns).ifindex, name: `veth-${netns}` }))),
})

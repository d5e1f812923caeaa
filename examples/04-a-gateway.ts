// The host as a gateway: a namespace behind its bridge reaches another network, and answers find their way back.
// Each step is one thing that is needed, and before it the ping shows what is missing. (NAT would do without the last one.)
//
//   red 192.168.15.1 -- v-net-0 192.168.15.5 [host] 192.168.1.2 -- 192.168.1.3 outside (203.0.113.7)
//
//   node --import=tsx examples/04-a-gateway.ts

import { Bridge, Netns, Veth } from '../lib/index.ts'
import { ping } from './ping.ts'
import { asProgram } from './sandbox.ts'
import { columns, print, type Show } from './show.ts'

const routesOf = async (netns: Netns) => columns(await netns.routes.list({ family: 'inet' }), 'to', 'via', 'dev', 'src', 'proto')

export async function main(show: Show = print): Promise<void> {
  const host = Netns.current()
  await using red = await Netns.create('red')                       // ip netns add red
  await using outside = await Netns.create('outside')               // ip netns add outside
  // A new namespace has the first one's setting: where containers run that may be 1.
  await host.sysctl.set('net.ipv4.ip_forward', 0)                   // sysctl -w net.ipv4.ip_forward=0

  // ip link add v-net-0 type bridge; ip addr add 192.168.15.5/24 dev v-net-0; ip link set v-net-0 up
  const bridge = await Bridge.create({ name: 'v-net-0', addresses: ['192.168.15.5/24'], up: true })
  // ip link add veth-red-br master v-net-0 type veth peer name veth-red netns red; ...
  const inner = await Veth.create({
    name: 'veth-red-br', master: bridge, up: true,
    peer: { netns: red, name: 'veth-red', addresses: ['192.168.15.1/24'], up: true },
  })
  // ip link add eth0 type veth peer name eth0 netns outside; ...
  const outer = await Veth.create({
    name: 'eth0', addresses: ['192.168.1.2/24'], up: true,
    peer: { netns: outside, name: 'eth0', addresses: ['192.168.1.3/24', '203.0.113.7/32'], up: true },
  })

  await show('no route', [await ping(red, '192.168.1.3')])
  await red.routes.add({ to: '192.168.1.0/24', via: '192.168.15.5' })          // ip -n red route add 192.168.1.0/24 via 192.168.15.5
  await show('a route, but the host does not forward', [await ping(red, '192.168.1.3')])
  await host.sysctl.set('net.ipv4.ip_forward', 1)                              // sysctl -w net.ipv4.ip_forward=1
  await show('the host forwards, but the answer has no way back', [await ping(red, '192.168.1.3')])
  await outside.routes.add({ to: '192.168.15.0/24', via: '192.168.1.2' })      // ip -n outside route add 192.168.15.0/24 via 192.168.1.2
  await show('with a return route', [await ping(red, '192.168.1.3'), await ping(outside, '192.168.15.1')])

  await show('elsewhere: no route yet', [await ping(red, '203.0.113.7')])
  await red.routes.add({ to: 'default', via: '192.168.15.5' })                 // ip -n red route add default via 192.168.15.5
  await host.routes.add({ to: 'default', via: '192.168.1.3' })                 // ip route add default via 192.168.1.3
  await show('elsewhere: by the default route', [await ping(red, '203.0.113.7')])
  const way = await red.routes.get('203.0.113.7')                              // ip -n red route get 203.0.113.7
  await show('the way it takes', columns([way], 'to', 'via', 'dev', 'src'))

  await show('routes of red', await routesOf(red))                  // ip -n red route
  await show('routes of the host', await routesOf(host))            // ip route
  await show('routes of outside', await routesOf(outside))          // ip -n outside route
  await host.links.delete([inner, outer, bridge])                   // ip link delete veth-red-br; ... eth0; ... v-net-0
}

await asProgram(import.meta.url, main)

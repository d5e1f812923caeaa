// Two namespaces with default routes; HTTP servers run as processes in one of them and are fetched from the other.
//
//   node --import=tsx examples/02-a-server-in-a-namespace.ts

import { Netns, Veth, type RouteInfo } from '../lib/index.ts'
import { asProgram } from './sandbox.ts'
import { fetchFrom, serve } from './server.ts'
import { print, type Row, type Show } from './show.ts'

/** `24` as `255.255.255.0`. */
function netmask(length: number): string {
  return [0, 8, 16, 24].map((bits) => 256 - 2 ** (8 - Math.min(8, Math.max(0, length - bits)))).join('.')
}

/** IPv4 routes in the words of route(8). */
export function routeTable(routes: readonly RouteInfo[]): Row[] {
  return routes.map(({ to, via, metric = 0, dev }) => {
    const [destination = '', length = '0'] = to === 'default' ? ['0.0.0.0'] : to.split('/')
    return {
      Destination: destination, Gateway: via ?? '0.0.0.0', Genmask: netmask(Number(length)),
      Flags: `U${via === undefined ? '' : 'G'}${length === '32' ? 'H' : ''}`, Metric: metric, Iface: dev,
    }
  })
}

export async function main(show: Show = print): Promise<void> {
  await using blue = await Netns.create('blue-namespace')           // ip netns add blue-namespace; ip -n blue-namespace link set lo up
  await using lemon = await Netns.create('lemon-namespace')         // ip netns add lemon-namespace; ip -n lemon-namespace link set lo up

  // ip link add blue-veth netns blue-namespace type veth peer name lemon-veth netns lemon-namespace
  // ip -n blue-namespace addr add 192.168.0.1/24 dev blue-veth;    ip -n blue-namespace link set blue-veth up
  // ip -n lemon-namespace addr add 192.168.0.2/24 dev lemon-veth;  ip -n lemon-namespace link set lemon-veth up
  const cable = await Veth.create({
    netns: blue, name: 'blue-veth', addresses: ['192.168.0.1/24'], up: true,
    peer: { netns: lemon, name: 'lemon-veth', addresses: ['192.168.0.2/24'], up: true },
  })
  await blue.routes.add({ to: 'default', via: '192.168.0.2' })      // ip -n blue-namespace route add default via 192.168.0.2
  await lemon.routes.add({ to: 'default', via: '192.168.0.1' })     // ip -n lemon-namespace route add default via 192.168.0.1
  // ip netns exec blue-namespace route -n;  ip netns exec lemon-namespace route -n
  await show('routes of blue-namespace', routeTable(await blue.routes.list({ family: 'inet' })))
  await show('routes of lemon-namespace', routeTable(await lemon.routes.list({ family: 'inet' })))

  {
    // ip netns exec blue-namespace node server.js 3000 &
    await using first = await serve(blue, '192.168.0.1', 3000, 'hello from blue, port 3000')
    await using second = await serve(blue, '192.168.0.1', 3001, 'hello from blue, port 3001')
    await show('servers in blue-namespace', [{ port: 3000, pid: first.pid }, { port: 3001, pid: second.pid }])
    const urls = ['http://192.168.0.1:3000/', 'http://192.168.0.1:3001/']
    const answers = await Promise.all(urls.map(async (url) => ({ url, answer: await fetchFrom(lemon, url) })))
    await show('fetched from lemon-namespace', answers)             // ip netns exec lemon-namespace curl http://192.168.0.1:3000/
  }
  await cable.delete()                                              // ip -n blue-namespace link delete blue-veth
}

await asProgram(import.meta.url, main)

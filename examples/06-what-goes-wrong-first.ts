// An address without its prefix length is a /32: alone on its link, with no route to the neighbour at the other end.
//
//   node --import=tsx examples/06-what-goes-wrong-first.ts

import { Netns, NetlinkError, Veth } from '../lib/index.ts'
import { ping } from './ping.ts'
import { asProgram } from './sandbox.ts'
import { columns, print, type Show } from './show.ts'

/** The way to an address, or why there is none: `ip route get`. */
async function wayTo(netns: Netns, address: string): Promise<string> {
  try {
    const { dev, src, via = 'no gateway' } = await netns.routes.get(address)
    return `by ${dev} from ${src}, ${via}`
  } catch (error) {
    if (!(error instanceof NetlinkError)) throw error
    return error.message
  }
}

export async function main(show: Show = print): Promise<void> {
  await using red = await Netns.create('red')                       // ip netns add red
  await using blue = await Netns.create('blue')                     // ip netns add blue
  // ip link add veth-red netns red type veth peer name veth-blue netns blue; ...
  const cable = await Veth.create({
    netns: red, name: 'veth-red', up: true,
    peer: { netns: blue, name: 'veth-blue', addresses: ['192.168.15.2/24'], up: true },
  })

  await cable.addresses.add('192.168.15.1')                         // ip -n red addr add 192.168.15.1 dev veth-red
  await show('the mistake', columns(await cable.addresses.list({ family: 'inet' }), 'name', 'address'))        // ip -n red addr
  await show('no route comes with it', columns(await red.routes.list({ family: 'inet' }), 'to', 'dev', 'src')) // ip -n red route
  await show('so the neighbour is out of reach', [await ping(red, '192.168.15.2')])
  await show('and the kernel says why', await wayTo(red, '192.168.15.2'))       // ip -n red route get 192.168.15.2

  await cable.addresses.delete('192.168.15.1/32')                   // ip -n red addr del 192.168.15.1/32 dev veth-red
  await cable.addresses.add('192.168.15.1/24')                      // ip -n red addr add 192.168.15.1/24 dev veth-red
  await show('with the prefix length', columns(await cable.addresses.list({ family: 'inet' }), 'name', 'address'))
  await show('the route comes by itself', columns(await red.routes.list({ family: 'inet' }), 'to', 'dev', 'src'))
  await show('and the neighbour answers', [await ping(red, '192.168.15.2')])
  await show('by this way', await wayTo(red, '192.168.15.2'))       // ip -n red route get 192.168.15.2
  await cable.delete()                                              // ip -n red link delete veth-red
}

await asProgram(import.meta.url, main)

// Two namespaces and a cable between them: first step by step, as with ip(8), then the same in one message.
// Beside each call stands the command that it replaces.
//
//   node --import=tsx examples/01-two-namespaces.ts

import { Netns, Veth } from '../lib/index.ts'
import { ping } from './ping.ts'
import { asProgram } from './sandbox.ts'
import { columns, print, type Show } from './show.ts'

const arp = async (netns: Netns) => columns(await netns.neighbors.list({ family: 'inet' }), 'dst', 'dev', 'address', 'state')
const links = async (netns: Netns) => columns(await netns.links.list(), 'index', 'name', 'up', 'address')

/** A cable made here, whose ends are then put where they belong. */
export async function stepByStep(show: Show): Promise<void> {
  await using red = await Netns.create('red')                       // ip netns add red; ip -n red link set lo up
  await using blue = await Netns.create('blue')                     // ip netns add blue; ip -n blue link set lo up
  await show('namespaces', columns(await Netns.list(), 'name', 'path', 'inode'))              // ip netns list

  // ip link add veth-red type veth peer name veth-blue
  const cable = await Veth.create({ name: 'veth-red', peer: { name: 'veth-blue' } })
  await show('a cable, both ends here', await links(Netns.current()))                         // ip link

  const { peer } = cable
  await cable.moveTo(red)                                           // ip link set veth-red netns red
  await peer.moveTo(blue)                                           // ip link set veth-blue netns blue
  await cable.addresses.add('192.168.15.1/24')                      // ip -n red addr add 192.168.15.1/24 dev veth-red
  await peer.addresses.add('192.168.15.2/24')                       // ip -n blue addr add 192.168.15.2/24 dev veth-blue
  await cable.up()                                                  // ip -n red link set veth-red up
  await peer.up()                                                   // ip -n blue link set veth-blue up
  await show('links of red', await links(red))                      // ip -n red link
  await show('links of blue', await links(blue))                    // ip -n blue link

  await talk(red, blue, show)

  await cable.delete()                                              // ip -n red link delete veth-red
  await show('links of blue, after the end in red is deleted', await links(blue))

  await red.delete()                                                // ip netns delete red
  await blue.delete()                                               // ip netns delete blue
  await show('namespaces, after both are deleted', columns(await Netns.list(), 'name', 'path', 'inode'))
}

async function talk(red: Netns, blue: Netns, show: Show): Promise<void> {
  const there = await ping(red, '192.168.15.2')                     // ip netns exec red ping -c1 192.168.15.2
  const back = await ping(blue, '192.168.15.1')                     // ip netns exec blue ping -c1 192.168.15.1
  await show('ping', [there, back])
  await show('ARP table of red', await arp(red))                    // ip -n red neigh (arp -n)
  await show('ARP table of blue', await arp(blue))                  // ip -n blue neigh
  await show('ARP table of the host', await arp(Netns.current()))   // ip neigh
}

/** Each end born where it belongs, with its address, and up. */
export async function oneMessage(show: Show): Promise<void> {
  await using red = await Netns.create('red')
  await using blue = await Netns.create('blue')
  // ip link add veth-red netns red type veth peer name veth-blue netns blue
  // ip -n red addr add 192.168.15.1/24 dev veth-red;    ip -n red link set veth-red up
  // ip -n blue addr add 192.168.15.2/24 dev veth-blue;  ip -n blue link set veth-blue up
  const cable = await Veth.create({
    netns: red, name: 'veth-red', addresses: ['192.168.15.1/24'], up: true,
    peer: { netns: blue, name: 'veth-blue', addresses: ['192.168.15.2/24'], up: true },
  })
  await show('the same in one message', [...await links(red), ...await links(blue)])
  await show('ping in the second network', [await ping(red, '192.168.15.2'), await ping(blue, '192.168.15.1')])
  await cable.delete()                                              // ip -n red link delete veth-red
}

export async function main(show: Show = print): Promise<void> {
  await stepByStep(show)
  await oneMessage(show)
}

await asProgram(import.meta.url, main)

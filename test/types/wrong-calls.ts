// Calls that have to be type errors, and types that have to come out: checked by `tsc --noEmit`, never run. What is refused
// here is refused at run time as well, by test/live/input.
import { Bridge, Link, Netns, Veth, type AddressInfo, type LinkInfo, type LinkStats, type NeighborInfo, type NetnsEntry, type NetnsUse, type RouteInfo } from '../../lib/index.ts'

/** Whether two types are the same; a type of its own, since assignability would let `any` pass. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false
function same<A, B>(_: Same<A, B>): void {}

export async function namespaces(netns: Netns): Promise<void> {
  same<typeof netns.name, string | undefined>(true)
  same<Awaited<ReturnType<typeof Netns.list>>, NetnsEntry[]>(true)
  same<Awaited<ReturnType<typeof Netns.scan>>, NetnsUse[]>(true)
  same<Awaited<ReturnType<Netns['id']>>, number | undefined>(true)
  // @ts-expect-error a name is a string
  await Netns.create(5)
  // @ts-expect-error no such option
  await Netns.create('red', { loopbck: true })
  // @ts-expect-error true or false
  await Netns.create('red', { loopback: 1 })
  // @ts-expect-error a string or a number
  await Netns.create('red', { sysctl: { 'net.ipv4.ip_forward': true } })
  // @ts-expect-error no such way
  await Netns.open({ nmae: 'red' })
  // @ts-expect-error a number
  await Netns.open({ pid: '1' })
  // @ts-expect-error made by create and open only
  new Netns()
  // @ts-expect-error a Netns
  await netns.id('red')
  // @ts-expect-error read only
  netns.name = 'blue'
  // @ts-expect-error a string or a number
  await netns.sysctl.set('net.ipv4.ip_forward', true)
  // @ts-expect-error no such option
  await Netns.delete('red', { ifexists: true })
}

export async function links(netns: Netns, link: Link, bridge: Bridge): Promise<void> {
  same<Awaited<ReturnType<Link['get']>>, LinkInfo>(true)
  same<Awaited<ReturnType<Link['stats']>>, LinkStats>(true)
  const [info] = await netns.links.list({ kind: 'bridge' })
  if (info?.data) same<typeof info.data.forwardDelay, number | undefined>(true)
  if (info?.data) same<typeof info.data.multicastSnooping, boolean | undefined>(true)
  same<NonNullable<typeof info>['kind'], 'bridge' | undefined>(true)
  // @ts-expect-error a bridge has none
  void info?.data?.peer
  const [any] = await netns.links.list()
  // @ts-expect-error without its kind the data is not known
  void any?.data?.forwardDelay
  const [port] = await bridge.ports()
  if (port?.port) same<typeof port.port.cost, number | undefined>(true)
  // @ts-expect-error no such option
  await Bridge.create({ mtuu: 1500 })
  // @ts-expect-error a number
  await Bridge.create({ mtu: '1500' })
  // @ts-expect-error one of four
  await Bridge.create({ ipv6: 'nosuch' })
  // @ts-expect-error the kernel only shows it
  await Bridge.create({ rootPort: 1 })
  // @ts-expect-error no such router mode
  await Bridge.create({ multicastRouter: 'sometimes' })
  // @ts-expect-error a veth is no bridge
  await Veth.create({ forwardDelay: 300 })
  // @ts-expect-error the peer has no peer
  await Veth.create({ peer: { peer: {} } })
  // @ts-expect-error a Netns
  await Veth.create({ netns: 'red' })
  // @ts-expect-error a link has no such option
  await link.set({ forwardDelay: 300 })
  await bridge.set({ forwardDelay: 300 })
  // @ts-expect-error only at creation
  await bridge.set({ queues: 2 })
  // @ts-expect-error a Link
  await bridge.addPort('eth0')
  // @ts-expect-error a Netns
  await link.moveTo('red')
  // @ts-expect-error no such filter
  await netns.links.list({ knid: 'veth' })
  // @ts-expect-error an array
  await netns.links.delete('eth0')
  // @ts-expect-error read only
  link.name = 'x'
  same<Veth['peer'], Link>(true)
}

export async function network(netns: Netns, link: Link): Promise<void> {
  same<Awaited<ReturnType<typeof netns.routes.get>>, RouteInfo>(true)
  for (const route of await netns.routes.list()) await netns.routes.add(route)
  for (const address of await link.addresses.list()) await link.addresses.add(address)
  for (const neighbor of await link.neighbors.list()) await link.neighbors.add(neighbor)
  same<Awaited<ReturnType<typeof link.addresses.list>>, AddressInfo[]>(true)
  same<Awaited<ReturnType<typeof netns.neighbors.list>>, NeighborInfo[]>(true)
  // @ts-expect-error a string
  await link.addresses.add(10)
  // @ts-expect-error no such option
  await link.addresses.add('10.0.0.1/24', { brodcast: '10.0.0.255' })
  // @ts-expect-error the destination is wanted
  await netns.routes.add({ via: '10.0.0.1' })
  // @ts-expect-error a number
  await netns.routes.add({ to: 'default', metric: '5' })
  // @ts-expect-error no such family
  await netns.routes.list({ family: 'inet7' })
  // @ts-expect-error no such state
  await link.neighbors.add('10.0.0.2', { state: 'gone' })
  // @ts-expect-error the filter is wanted: nothing would be left
  await netns.addresses.flush()
}

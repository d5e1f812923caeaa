// What the compiler has to refuse of forwarding databases, VLANs, multicast databases, neighbours and `ensure`, and what comes out.
// Checked by tsc; nothing calls these functions.
import {
  Bridge, Veth, Vlan, Vxlan, type EnsuredLink, type FdbInfo, type GlobalVlanInfo, type Link, type MdbInfo, type MstInfo, type NeighborInfo, type NeighborTableInfo, type NetconfInfo,
  type Netns, type PortVlanInfo,
} from '../../lib/index.ts'
import { same } from './same.ts'

export async function databases(netns: Netns, link: Link, bridge: Bridge, vxlan: Vxlan): Promise<void> {
  same<Awaited<ReturnType<typeof link.fdb.list>>, FdbInfo[]>(true)
  same<Awaited<ReturnType<typeof netns.fdb.list>>, FdbInfo[]>(true)
  same<Awaited<ReturnType<typeof link.fdb.get>>, FdbInfo>(true)
  same<Awaited<ReturnType<typeof link.fdb.ensure>>, boolean>(true)
  same<Awaited<ReturnType<typeof bridge.mdb.get>>, MdbInfo[]>(true)
  same<Awaited<ReturnType<typeof vxlan.mdb.list>>, MdbInfo[]>(true)
  for (const entry of await link.fdb.list()) await link.fdb.add(entry)
  for (const entry of await bridge.mdb.list()) await bridge.mdb.replace(entry)
  // @ts-expect-error: no such state
  await link.fdb.add('02:00:00:00:00:01', { state: 'local' })
  // @ts-expect-error: true or false
  await link.fdb.add('02:00:00:00:00:01', { master: 1 })
  // @ts-expect-error: no such option
  await link.fdb.add('02:00:00:00:00:01', { vlna: 1 })
  // @ts-expect-error: `state` says which to add, not which to flush
  await link.fdb.flush({ state: 'static' })
  // @ts-expect-error: the link is the one that it is of
  await link.fdb.list({ dev: 'eth0' })
  // @ts-expect-error: only bridges and vxlans have one
  void link.mdb
  // @ts-expect-error: a string
  await bridge.mdb.add(5)
}

export async function vlans(link: Link, bridge: Bridge): Promise<void> {
  same<Awaited<ReturnType<typeof link.vlans.list>>, PortVlanInfo[]>(true)
  same<Awaited<ReturnType<typeof bridge.globalVlans.list>>, GlobalVlanInfo[]>(true)
  same<Awaited<ReturnType<typeof link.mst.list>>, MstInfo[]>(true)
  const [one] = await link.vlans.list({ stats: true })
  const bytes = one?.stats?.rxBytes
  same<typeof bytes, number | undefined>(true)
  if (one) await link.vlans.add(one)
  await link.vlans.add([1, 5], { untagged: true })
  // @ts-expect-error: a first and a last
  await link.vlans.add([1, 2, 3])
  // @ts-expect-error: a number
  await link.vlans.add('10')
  // @ts-expect-error: no such state
  await link.vlans.set(10, { state: 'blocked' })
  // @ts-expect-error: shown only
  await link.vlans.set(10, { mcastNGroups: 1 })
  // @ts-expect-error: a bridge's
  void link.globalVlans
  // @ts-expect-error: no such state
  await link.mst.set(1, 'blocked')
}

export async function neighbours(netns: Netns, link: Link): Promise<void> {
  same<Awaited<ReturnType<typeof link.neighbors.get>>, NeighborInfo>(true)
  same<Awaited<ReturnType<typeof netns.neighborTables.list>>, NeighborTableInfo[]>(true)
  same<Awaited<ReturnType<typeof netns.netconf.get>>, NetconfInfo>(true)
  await link.neighbors.add('10.0.0.1', { proxy: true, protocol: 'static' })
  // @ts-expect-error: true or false
  await link.neighbors.add('10.0.0.1', { managed: 'yes' })
  // @ts-expect-error: shown only
  await netns.neighborTables.set({ family: 'inet', reachableTime: 1 })
  // @ts-expect-error: no such family
  await netns.netconf.get('packet', 'eth0')
}

export async function ensuring(netns: Netns): Promise<void> {
  const ensured = await netns.links.ensure(Bridge, { name: 'br0', ageingTime: 100 })
  same<typeof ensured, EnsuredLink<Bridge>>(true)
  await netns.links.ensure(Veth, { name: 'eth0', peer: { name: 'eth1' } })
  await netns.links.ensure(Vlan, { name: 'v5', link: 'eth0', id: 5 })
  same<Awaited<ReturnType<typeof netns.routes.ensure>>, boolean>(true)
  // @ts-expect-error: not an option of bridges
  await netns.links.ensure(Bridge, { name: 'br0', id: 5 })
  // @ts-expect-error: it is this namespace
  await netns.links.ensure(Bridge, { name: 'br0', netns })
}

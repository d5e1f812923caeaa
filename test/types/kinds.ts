// What the compiler has to refuse of the kinds of links, and what it has to know of them. Checked by tsc; nothing calls these functions.
import { Bond, Dummy, Gre, Hsr, Macsec, Netkit, Tap, Tun, Vlan, Vrf, Vxlan, type BondPortSettings, type Link, type LinkInfo, type Netns } from '../../lib/index.ts'
import { same } from './same.ts'

export async function creating(netns: Netns, parent: Link): Promise<void> {
  same<Awaited<ReturnType<typeof Vlan.create>>, Vlan>(true)
  await Vlan.create({ netns, link: parent, id: 5, protocol: '802.1ad', flags: { flags: ['gvrp'], mask: ['gvrp'] }, linkNetns: netns })
  // @ts-expect-error: the id is wanted
  await Vlan.create({ link: parent })
  // @ts-expect-error: the link below is wanted
  await Vlan.create({ id: 5 })
  // @ts-expect-error
  await Vlan.create({ link: parent, id: '5' })
  // @ts-expect-error
  await Vlan.create({ link: parent, id: 5, protocol: '802.1x' })
  // @ts-expect-error
  await Dummy.create({ link: parent })
  // @ts-expect-error
  await Vrf.create({})
  // @ts-expect-error: only shown
  await Hsr.create({ slave1: 1, slave2: 2, seqNr: 1 })
  // @ts-expect-error: only shown
  await Bond.create({ adInfo: {} })
  // @ts-expect-error
  await Bond.create({ mode: 'active' })
  // @ts-expect-error: a MACsec lies on a link
  await Macsec.create({ encrypt: true })
  // @ts-expect-error: the peer's options
  await Netkit.create({ peer: { policy: 'drop' } })
  // @ts-expect-error: it says so itself
  await Netkit.create({ primary: true })
  // @ts-expect-error: of mirrored frames only
  await Gre.create({ erspanVer: 1 })
  // @ts-expect-error: a class of its own
  await Tun.create({ type: 'tap' })
  same<Awaited<ReturnType<typeof Tap.create>>, Tap>(true)
}

export async function changing(vlan: Vlan, vxlan: Vxlan, bond: Bond, link: Link): Promise<void> {
  await vlan.set({ egressQos: { mapping: [{ from: 1, to: 2 }] }, mtu: 1400 })
  // @ts-expect-error: only at creation
  await vlan.set({ id: 6 })
  // @ts-expect-error: never; and a port's settings are an object
  await vxlan.set({ port: 4789 })
  await bond.set({ primary: link, activeSlave: 'eth1', miimon: 100 })
  await link.set({ port: { queueId: 2 } })
  await link.set({ port: { isolated: true, backupPort: link } })
  // @ts-expect-error: only shown
  await link.set({ port: { linkFailureCount: 1 } })
  // @ts-expect-error
  const wrong: keyof BondPortSettings = 'state'
  void wrong
  await link.set({ data: { ageing: 30 } })
  await link.set({ data: new Uint8Array(8) })
  // @ts-expect-error: no kind's
  await link.set({ data: { nosuch: 1 } })
  // @ts-expect-error
  await link.set({ inet: { nosuch: 1 } })
  if (link instanceof Vxlan) await link.set({ ageing: 30 })
}

export async function reading(netns: Netns, bond: Bond): Promise<void> {
  const [vxlan] = await netns.links.list({ kind: 'vxlan' })
  const df = vxlan?.data?.df
  same<typeof df, 'unset' | 'set' | 'inherit' | number | undefined>(true)
  const [dummy] = await netns.links.list({ kind: 'dummy' })
  const nothing = dummy?.data
  same<typeof nothing, undefined>(true)
  const [port] = await bond.ports()
  const failures = port?.port?.linkFailureCount
  same<typeof failures, number | undefined>(true)
  // @ts-expect-error: a bridge's
  void port?.port?.cost
  const { xdp, inet6 } = await bond.get({ details: true })
  same<typeof xdp, LinkInfo['xdp']>(true)
  const token = inet6?.token
  same<typeof token, string | undefined>(true)
  const { port: stats } = await bond.xstats()
  const rx = stats?.bond?.lacp?.lacpduRx
  same<typeof rx, number | undefined>(true)
}

// What the compiler has to refuse of links, and that kinds narrow what is known of them. Checked by tsc; nothing calls these functions.
import { Bridge, Link, Veth, type AddressInfo, type BridgeSettings, type LinkInfo, type Netns } from '../../lib/index.ts'
import { same } from './same.ts'

export async function narrowing(netns: Netns): Promise<void> {
  const [bridge] = await netns.links.list({ kind: 'bridge' })
  const [veth] = await netns.links.list({ kind: 'veth', up: true })
  const [other] = await netns.links.list({ kind: 'ifb' })
  const [any] = await netns.links.list()
  if (!bridge || !veth || !other || !any) return

  same<typeof bridge.kind, 'bridge' | undefined>(true)
  same<typeof other.kind, 'ifb' | undefined>(true)
  same<typeof any, LinkInfo>(true)
  const delay = bridge.data?.forwardDelay
  const filtering = bridge.data?.vlanFiltering
  const protocol = bridge.data?.vlanProtocol
  const id = bridge.data?.bridgeId?.addr
  same<typeof delay, number | undefined>(true)
  same<typeof filtering, boolean | undefined>(true)
  same<typeof protocol, '802.1Q' | '802.1ad' | number | undefined>(true)
  same<typeof id, string | undefined>(true)
  // @ts-expect-error
  void bridge.data?.forwardDelya
  // @ts-expect-error: a veth has nothing of the sort
  void veth.data?.forwardDelay
  // @ts-expect-error: of any kind it may be bytes
  void other.data?.forwardDelay
  // @ts-expect-error
  void any.data?.forwardDelay
  if (any.data && !(any.data instanceof Uint8Array) && 'forwardDelay' in any.data) {
    const found = any.data.forwardDelay
    same<typeof found, number | undefined>(true)
  }

  // @ts-expect-error: of any master it may be something else
  void any.port?.cost
  const [port] = await new Bridge(netns, 1, 'br0', 'bridge').ports()
  const cost = port?.port?.cost
  const state = port?.port?.state
  if (any.port && 'linkFailureCount' in any.port) {
    const failures = any.port.linkFailureCount
    same<typeof failures, number | undefined>(true)
  }
  same<typeof cost, number | undefined>(true)
  same<typeof state, 'disabled' | 'listening' | 'learning' | 'forwarding' | 'blocking' | number | undefined>(true)
  same<LinkInfo['master'], number | undefined>(true)
  same<LinkInfo['up'], boolean>(true)
  for await (const info of netns.links) {
    same<typeof info, LinkInfo>(true)
  }
  // @ts-expect-error
  for (const info of netns.links) void info
  // @ts-expect-error
  await netns.links.list({ kind: 5 })
  // @ts-expect-error
  await netns.links.list({ knid: 'veth' })
  // @ts-expect-error
  await netns.links.list({ up: 'yes' })
}

export async function creating(netns: Netns): Promise<void> {
  const veth = await Veth.create({ netns, name: 'eth0', mtu: 1400, addresses: ['10.0.0.1/24', { address: 'fd00::1/64', nodad: true }], up: true, ipv6: 'none', peer: { name: 'far', master: 'br0' } })
  same<typeof veth, Veth>(true)
  same<typeof veth.peer, Link>(true)
  // @ts-expect-error
  await Veth.create({ nmae: 'eth0' })
  // @ts-expect-error
  await Veth.create({ mtu: '1400' })
  // @ts-expect-error
  await Veth.create({ mtu: null })
  // @ts-expect-error
  await Veth.create({ netns: 'red' })
  // @ts-expect-error
  await Veth.create({ addresses: '10.0.0.1/24' })
  // @ts-expect-error
  await Veth.create({ addresses: [{ label: 'eth0:x' }] })
  // @ts-expect-error
  await Veth.create({ ipv6: 'nnoe' })
  // @ts-expect-error
  await Veth.create({ peer: 'far' })
  // @ts-expect-error: a peer has none of its own
  await Veth.create({ peer: { peer: {} } })
  // @ts-expect-error: a bridge's
  await Veth.create({ forwardDelay: 5 })
  // @ts-expect-error
  await Veth.create({ queues: 1n })

  const bridge = await Bridge.create({ netns, name: 'br0', forwardDelay: 400, vlanFiltering: true, vlanProtocol: '802.1ad', multiBoolopt: { optval: ['no_ll_learn'], optmask: ['no_ll_learn'] } })
  same<typeof bridge, Bridge>(true)
  // @ts-expect-error
  await Bridge.create({ peer: {} })
  // @ts-expect-error
  await Bridge.create({ vlanFiltering: 1 })
  // @ts-expect-error
  await Bridge.create({ vlanProtocol: '802.1x' })
  // @ts-expect-error
  await Bridge.create({ groupAddr: 5 })
  // @ts-expect-error: only shown
  await Bridge.create({ rootId: { prio: 1 } })
  // @ts-expect-error
  const readOnly: keyof BridgeSettings = 'gcTimer'
  void readOnly
}

export async function changing(netns: Netns, bridge: Bridge, veth: Veth, link: Link): Promise<void> {
  await bridge.set({ ageingTime: 5, mtu: 1400, up: true })
  await veth.set({ nomaster: true })
  // @ts-expect-error
  await veth.set({ ageingTime: 5 })
  // @ts-expect-error
  await link.set({ ageingTime: 5 })
  // @ts-expect-error: rename is for that
  await link.set({ name: 'eth1' })
  // @ts-expect-error
  await link.set({ up: 1 })
  // @ts-expect-error
  await link.set()
  // @ts-expect-error
  await link.rename()
  // @ts-expect-error
  await link.moveTo('red')
  // @ts-expect-error
  link.index = 5
  // @ts-expect-error
  link.name = 'eth1'
  // @ts-expect-error
  veth.peer = link
  // @ts-expect-error
  await bridge.addPort('eth0')
  await bridge.removePort('eth0')
  // @ts-expect-error
  await netns.links.delete('eth0')
  await netns.links.delete([link, 'eth0', 5])
  const { rxPackets } = await link.stats()
  same<typeof rxPackets, number>(true)
  const { stats } = await link.get({ stats: true })
  same<typeof stats, Awaited<ReturnType<Link['stats']>> | undefined>(true)
}

export async function waiting(netns: Netns, link: Link): Promise<void> {
  const { signal } = new AbortController()
  const info = await link.waitFor('running', { signal, timeout: 1000 })
  const addresses = await link.addresses.waitFor('permanent', { family: 'inet6' })
  same<typeof info, LinkInfo>(true)
  same<typeof addresses, AddressInfo[]>(true)
  same<typeof gone, Promise<void>>(true)
  const gone = link.waitFor('gone')
  await netns.addresses.waitFor('permanent', { link, scope: 'link' })
  // @ts-expect-error
  await link.waitFor('upp')
  // @ts-expect-error
  await link.waitFor('up', { timeout: '1000' })
  // @ts-expect-error: it is that of a link already
  await link.addresses.waitFor('permanent', { link })
  // @ts-expect-error
  await netns.addresses.waitFor('tentative')
}

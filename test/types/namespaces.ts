// What the compiler has to refuse of namespaces, addresses, routes, neighbours and sysctls, beside what it has to take. Checked by tsc;
// nothing calls these functions.
import { NetlinkError, Netns, NetnsError, type AddressInfo, type Link, type NeighborInfo, type RouteFamily, type RouteInfo } from '../../lib/index.ts'
import { same } from './same.ts'

export async function namespaces(): Promise<void> {
  await using netns = await Netns.create()
  await Netns.create('red', { loopback: false, sysctl: { 'net.ipv4.ip_forward': 1, 'net.ipv4.conf.all.rp_filter': '2' } })
  // @ts-expect-error
  await Netns.create(5)
  // @ts-expect-error
  await Netns.create('red', { lopback: false })
  // @ts-expect-error
  await Netns.create('red', { sysctl: { 'net.ipv4.ip_forward': true } })
  await Netns.create(undefined, { userns: true })
  await Netns.create(undefined, { userns: { range: true } })
  await Netns.create(undefined, { userns: netns })
  // @ts-expect-error
  await Netns.create(undefined, { userns: 'true' })
  // @ts-expect-error
  await Netns.create(undefined, { userns: { ranges: true } })
  same<Netns['usernsFd'], number | undefined>(true)
  // @ts-expect-error: it is made by create, open and current
  new Netns()

  for (const target of ['red', { name: 'red' }, { path: '/run/netns/red' }, { pid: 1 }, { fd: 3 }]) await Netns.open(target)
  // @ts-expect-error
  await Netns.open(1)
  // @ts-expect-error
  await Netns.open({})
  // @ts-expect-error
  await Netns.open({ pid: '1' })
  // @ts-expect-error
  await Netns.open()
  // @ts-expect-error
  await Netns.delete()

  same<Netns['name'], string | undefined>(true)
  same<Awaited<ReturnType<Netns['id']>>, number | undefined>(true)
  // @ts-expect-error
  netns.name = 'blue'
  // @ts-expect-error
  netns.fd = 3
  // @ts-expect-error
  netns.equals('red')
  // @ts-expect-error: it has no synchronous end
  using wrong = netns
  void wrong
  for (const { name, id, stale } of await Netns.list()) {
    same<[typeof name, typeof id, typeof stale], [string, number | undefined, boolean | undefined]>(true)
  }
  for (const { pids, inode } of await Netns.scan()) {
    same<(typeof pids)[number], number>(true)
    same<typeof inode, number>(true)
  }

  same<Awaited<ReturnType<typeof text>>, string>(true)
  same<Awaited<ReturnType<typeof bytes>>, Buffer>(true)
  const text = async () => (await netns.exec('id')).stdout
  const bytes = async () => (await netns.exec('id', [], { encoding: 'buffer' })).stdout
  // @ts-expect-error
  await netns.exec(['id', '-u'])
  // @ts-expect-error
  await netns.exec('id', '-u')

  await netns.sysctl.set('net.ipv4.ip_forward', 1)
  // @ts-expect-error
  await netns.sysctl.set('net.ipv4.ip_forward', true)
  // @ts-expect-error
  await netns.sysctl.set('net.ipv4.ip_forward')
  same<Awaited<ReturnType<typeof netns.sysctl.get>>, string>(true)
}

export async function routes(netns: Netns): Promise<void> {
  await netns.routes.add({ to: 'default', via: '10.0.0.1' })
  await netns.routes.add({ to: '10.0.0.0/8', nexthops: [{ via: '10.0.0.1', weight: 2 }, { dev: 'eth0' }], table: 100, type: 'unicast', metric: undefined })
  // @ts-expect-error
  await netns.routes.add({ via: '10.0.0.1' })
  // @ts-expect-error
  await netns.routes.add('default')
  // @ts-expect-error
  await netns.routes.add({ to: 'default', vai: '10.0.0.1' })
  // @ts-expect-error
  await netns.routes.add({ to: 'default', via: 5 })
  // @ts-expect-error
  await netns.routes.add({ to: 'default', metric: '5' })
  // @ts-expect-error
  await netns.routes.add({ to: 'default', family: 'ipx' })
  // @ts-expect-error
  await netns.routes.add({ to: 'default', nexthops: { via: '10.0.0.1' } })
  // @ts-expect-error
  await netns.routes.add({ to: 'default', nexthops: [{ via: '10.0.0.1', metric: 5 }] })
  // @ts-expect-error
  await netns.routes.add({ to: 'default', dev: { name: 'eth0' } })
  // @ts-expect-error
  await netns.routes.list({ famliy: 'inet' })
  // @ts-expect-error
  await netns.routes.get()
  // @ts-expect-error
  await netns.routes.get('10.0.0.1', { mark: '5' })

  const [first] = await netns.routes.list({ family: 'inet', table: 'all', dev: 1 })
  same<typeof first, RouteInfo | undefined>(true)
  same<RouteInfo['via'], string | undefined>(true)
  same<RouteInfo['family'], RouteFamily>(true)
  same<Awaited<ReturnType<typeof netns.routes.get>>, RouteInfo>(true)
  if (first) await netns.routes.add(first)   // what list returned can be added again
}

export async function neighborsAndAddresses(netns: Netns): Promise<void> {
  const eth0 = await netns.links.get('eth0')
  await eth0.neighbors.add('10.0.0.2', { address: '02:00:00:00:00:02', state: 'stale', flags: ['router'] })
  // @ts-expect-error
  await eth0.neighbors.add('10.0.0.2', { state: 'stlae' })
  // @ts-expect-error
  await eth0.neighbors.add('10.0.0.2', { lladdr: '02:00:00:00:00:02' })
  // @ts-expect-error
  await eth0.neighbors.add({ address: '02:00:00:00:00:02' })
  // @ts-expect-error
  await eth0.neighbors.list({ dev: 'eth1' })
  // @ts-expect-error: entries belong to a link
  await netns.neighbors.add('10.0.0.2')
  const [neighbor] = await netns.neighbors.list({ dev: eth0, state: 'none' })
  same<typeof neighbor, NeighborInfo | undefined>(true)
  same<NeighborInfo['address'], string | undefined>(true)
  if (neighbor) await eth0.neighbors.add(neighbor)

  await eth0.addresses.add('10.0.0.1/24', { nodad: true, scope: 'link', validLifetime: 5 })
  // @ts-expect-error
  await eth0.addresses.add(5)
  // @ts-expect-error
  await eth0.addresses.add('10.0.0.1/24', { noadd: true })
  // @ts-expect-error
  await eth0.addresses.add('10.0.0.1/24', { nodad: 1 })
  // @ts-expect-error
  await eth0.addresses.add({ label: 'eth0:x' })
  // @ts-expect-error
  await eth0.addresses.list({ link: 'eth1' })
  // @ts-expect-error: addresses belong to a link
  await netns.addresses.add('10.0.0.1/24')
  // @ts-expect-error: of all links only by a filter
  await netns.addresses.flush()
  const [address] = await netns.addresses.list({ link: 'eth0', family: 'inet6' })
  same<typeof address, AddressInfo | undefined>(true)
  if (address) await eth0.addresses.add(address)
}

export function errors(error: unknown): string | undefined {
  // @ts-expect-error: not before it is known to be one
  void error.code
  if (error instanceof NetlinkError) {
    same<[typeof error.code, typeof error.errno, typeof error.extack, typeof error.attribute], [string, number, string | undefined, string | undefined]>(true)
    // @ts-expect-error
    void error.path
    // @ts-expect-error
    error.code = 'EPERM'
    return error.request
  }
  if (!(error instanceof NetnsError)) return undefined
  // @ts-expect-error
  void error.request
  return error.path
}

export async function pinging(netns: Netns, link: Link): Promise<void> {
  const { min, replies, errors } = await netns.ping('10.0.0.2', { count: 3, interval: 0, timeout: 10, size: 0, ttl: 1, source: '10.0.0.1', dev: link })
  same<typeof min, number | undefined>(true)
  same<(typeof replies)[number]['time'], number>(true)
  same<(typeof errors)[number]['from'], string | undefined>(true)
  // @ts-expect-error
  await netns.ping()
  // @ts-expect-error
  await netns.ping('10.0.0.2', { cuont: 1 })
  // @ts-expect-error
  await netns.ping('10.0.0.2', { count: '1' })
}

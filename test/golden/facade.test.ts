// The library's methods against ip(8): the same wish has to be the same request. Compared as objects, since attributes may
// stand in another order. `but` says what the library sends instead, beside the reason why the kernel takes it for the same.

import '../sandbox.ts'
import t from 'tap'
import { Bridge, Link, Netns, Veth } from '../../lib/index.ts'
import { comparer, type Value } from './compare.ts'
import { hex } from './golden.ts'
import { answered } from './subjects.ts'
import { sentBy } from './wire.ts'

const host = Netns.current()
const red = await Netns.create('red')
const blue = await Netns.create('blue')
const compare = comparer([host, red, blue])
const link = (index: number, name = 'v0'): Link => new Link(host, index, name, '')
const { routes, neighbors } = { routes: host.routes, neighbors: link(4).neighbors }
const { addresses } = link(3)

const mac = { address: '02:00:00:00:00:01', broadcast: '02:ff:ff:ff:ff:ff' }

t.test('links', compare([
  ['ip link set v0 up', async () => link(3).up()],
  ['ip link set v0 down', async () => link(3).down()],
  ['ip link set v0 name eth0', async () => link(3).rename('eth0')],
  ['ip link set eth0 mtu 1400 txqueuelen 500 group 7 address 02:00:00:00:00:01 broadcast 02:ff:ff:ff:ff:ff',
    async () => link(3).set({ mtu: 1400, txQueueLength: 500, group: 7, ...mac })],
  ['ip link set eth0 master br0', async () => link(3).set({ master: 4 })],
  ['ip link set eth0 nomaster', async () => link(3).set({ nomaster: true })],
  ['ip link set eth0 alias "uplink of red"', async () => link(3).set({ alias: 'uplink of red' })],
  ['ip link set eth0 alias ""', async () => link(3).set({ alias: '' })],
  ['ip link set eth0 addrgenmode none', async () => link(3).set({ ipv6: 'none' })],
  ['ip link set eth0 addrgenmode stable_secret', async () => link(3).set({ ipv6: 'stable_secret' })],
  ['ip link set v0 netns red', async () => link(6).moveTo(red)],
  ['ip link del br0', async () => link(4).delete()],
  // Nobody asks for virtual functions here; for one link, skip_stats leaves out counters of IPv6 only, which are not decoded.
  ['ip link show dev eth0', async () => host.links.get('eth0'), ({ extMask, ...ip }) => ip],
  ['ip link show dev a-name-of-more-than-fifteen-bytes',
    async () => host.links.get('a-name-of-more-than-fifteen-bytes'), ({ extMask, ...ip }) => ip],
  // No links of family packet: rtnl_get_link falls back to those of all families.
  ['ip link show', async () => host.links.list(), (ip) => ({ ...ip, family: 'unspec', extMask: ['skip_stats'] })],
  ['ip link show type veth',
    async () => host.links.list({ kind: 'veth' }), (ip) => ({ ...ip, family: 'unspec', extMask: ['skip_stats'] })],
  ['ip link show master br0', async () => host.links.list({ master: 4 }), (ip) => ({ ...ip, family: 'unspec', extMask: ['skip_stats'] })],
]))

const queues = { numTxQueues: 1, numRxQueues: 1 }

/** A veth that this library makes has one queue at either end unless asked for more: veth_init_queues is slow otherwise. */
function withQueues(ip: Value): Value {
  const { linkinfo } = ip as { linkinfo: { data?: { peer?: object } } }
  return { ...ip, ...queues, linkinfo: { ...linkinfo, data: { peer: { ...linkinfo.data?.peer, ...queues } } } }
}

t.test('making links', compare([
  ['ip link add v0 type veth peer name v1', async () => Veth.create({ name: 'v0', peer: { name: 'v1' } }), withQueues],
  ['ip link add v2 mtu 1400 address 02:00:00:00:00:01 broadcast 02:ff:ff:ff:ff:ff group 7 txqueuelen 500 numtxqueues 4 numrxqueues 2 ' +
    'type veth peer name v3 netns red mtu 1300 address 02:00:00:00:00:02 txqueuelen 100 numtxqueues 2 numrxqueues 1 group 8 index 99',
  async () => Veth.create({ name: 'v2', mtu: 1400, ...mac, group: 7, txQueueLength: 500,
    peer: { netns: red, name: 'v3', mtu: 1300, address: '02:00:00:00:00:02', txQueueLength: 100, group: 8 } }),
  // Of queues there is one number for both directions, and an index is the kernel's to choose.
  (ip) => {
    const made = withQueues(ip) as { linkinfo: { data: { peer: { index: number } } } }
    made.linkinfo.data.peer.index = 0
    return made
  }],
  // The library makes a link from inside its namespace instead of naming that by a descriptor.
  ['ip link add v6 netns red up type veth peer name v7 netns blue',
    async () => Veth.create({ netns: red, name: 'v6', up: true, peer: { netns: blue, name: 'v7' } }),
    ({ netNsFd, ...ip }) => withQueues(ip)],
  ['ip link add br0 type bridge', async () => Bridge.create({ name: 'br0' })],
  ['ip link add br1 type bridge forward_delay 400 hello_time 200 max_age 2100 ageing_time 29900 stp_state 1 priority 4096 ' +
    'group_fwd_mask 0x4000 group_address 01:80:c2:00:00:0d no_linklocal_learn 1',
  async () => Bridge.create({ name: 'br1', forwardDelay: 400, helloTime: 200, maxAge: 2100, ageingTime: 29900, stpState: 1, priority: 4096,
    groupFwdMask: 0x4000, groupAddr: '01:80:c2:00:00:0d', multiBoolopt: { optval: ['no_ll_learn'], optmask: ['no_ll_learn'] } })],
  ['ip link add br4 type bridge nf_call_iptables 1 nf_call_ip6tables 0 nf_call_arptables 1',
    async () => Bridge.create({ name: 'br4', nfCallIptables: true, nfCallIp6tables: false, nfCallArptables: true })],
  ['ip link set br0 type bridge fdb_flush', async () => new Bridge(host, 2, 'br0', 'bridge').set({ fdbFlush: true })],
  ['ip link set br0 type bridge mcast_router 0 vlan_filtering 0',
    async () => new Bridge(host, 2, 'br0', 'bridge').set({ multicastRouter: 'disabled', vlanFiltering: false })],
]))

t.test('addresses', compare([
  ['ip address add 192.168.15.1/24 dev v0', async () => addresses.add('192.168.15.1/24')],
  ['ip address add 10.1.0.1 dev v0', async () => addresses.add('10.1.0.1')],
  ['ip address add 10.2.0.1/16 broadcast + dev v0 label v0:two scope link',
    async () => addresses.add('10.2.0.1/16', { broadcast: '10.2.255.255', label: 'v0:two', scope: 'link' })],
  ['ip address add 10.3.0.1/24 broadcast 10.3.0.254 dev v0 metric 50 noprefixroute',
    async () => addresses.add('10.3.0.1/24', { broadcast: '10.3.0.254', metric: 50, noprefixroute: true })],
  ['ip address add 10.4.0.1 peer 10.4.0.2/32 dev v0', async () => addresses.add('10.4.0.1', { peer: '10.4.0.2/32' })],
  ['ip address add 10.5.0.1/24 dev v0 valid_lft 600 preferred_lft 300',
    async () => addresses.add('10.5.0.1/24', { validLifetime: 600, preferredLifetime: 300 })],
  ['ip address add 2001:db8::1/64 dev v0', async () => addresses.add('2001:db8::1/64')],
  ['ip address add 2001:db8:1::1/64 dev v0 nodad noprefixroute home mngtmpaddr metric 77',
    async () => addresses.add('2001:db8:1::1/64', { nodad: true, noprefixroute: true, flags: ['home', 'mngtmpaddr'], metric: 77 })],
  ['ip address add 2001:db8:2::1 peer 2001:db8:2::2/128 dev v0 nodad',
    async () => addresses.add('2001:db8:2::1', { peer: '2001:db8:2::2', nodad: true })],
  ['ip address add 2001:db8:3::1/64 dev v0 valid_lft forever preferred_lft 0 nodad',
    async () => addresses.add('2001:db8:3::1/64', { preferredLifetime: 0, nodad: true })],
  ['ip address add 2001:db8:4::1/64 dev v0 scope site optimistic',
    async () => addresses.add('2001:db8:4::1/64', { scope: 'site', flags: ['optimistic'] })],
  ['ip address add ff05::7/128 dev v0 autojoin', async () => addresses.add('ff05::7', { flags: ['autojoin'] })],
  ['ip address replace 10.5.0.1/24 dev v0 valid_lft 700 preferred_lft 400',
    async () => addresses.replace('10.5.0.1/24', { validLifetime: 700, preferredLifetime: 400 })],
  ['ip address del 192.168.15.1/24 dev v0', async () => addresses.delete('192.168.15.1/24')],
  ['ip address del 2001:db8::1/64 dev v0', async () => addresses.delete('2001:db8::1/64')],
  ['ip address show', async () => host.addresses.list()],
  ['ip address show dev v0', async () => host.addresses.list({ link: 3 })],
  ['ip -6 address show', async () => host.addresses.list({ family: 'inet6' })],
]))

/** The library says the table by the attribute alone, which has room for every number: rtm_to_fib_config prefers it. */
const table = (ip: Value): Value => ({ ...ip, rtmTable: 0, table: ip['table'] ?? ip['rtmTable'] })

const onV0 = { dev: 3 }
t.test('IPv4 routes', compare([
  ['ip route add default via 192.168.15.5', async () => routes.add({ to: 'default', via: '192.168.15.5' }), table],
  ['ip route add 10.0.0.0/8 dev v0', async () => routes.add({ to: '10.0.0.0/8', ...onV0 }), table],
  ['ip route add 10.1.0.0/16 via 192.168.15.2 dev v0 metric 100 proto static src 192.168.15.1 tos 0x10',
    async () => routes.add({ to: '10.1.0.0/16', via: '192.168.15.2', ...onV0, metric: 100, proto: 'static', src: '192.168.15.1', tos: 16 }),
    table],
  ['ip route add 10.2.0.0/16 via 192.168.15.2 table 100',
    async () => routes.add({ to: '10.2.0.0/16', via: '192.168.15.2', table: 100 }), table],
  ['ip route add 10.2.0.0/16 via 192.168.15.2 table 1000',
    async () => routes.add({ to: '10.2.0.0/16', via: '192.168.15.2', table: 1000 }), table],
  ['ip route add blackhole 10.3.9.0/24', async () => routes.add({ to: '10.3.9.0/24', type: 'blackhole' }), table],
  ['ip route add unreachable 10.3.11.0/24', async () => routes.add({ to: '10.3.11.0/24', type: 'unreachable' }), table],
  ['ip route add prohibit 10.3.8.0/24', async () => routes.add({ to: '10.3.8.0/24', type: 'prohibit' }), table],
  ['ip route add throw 10.3.5.0/24', async () => routes.add({ to: '10.3.5.0/24', type: 'throw' }), table],
  ['ip route add local 10.4.0.0/24 dev v0', async () => routes.add({ to: '10.4.0.0/24', type: 'local', ...onV0 }), table],
  ['ip route add broadcast 10.4.1.255 dev v0 scope link',
    async () => routes.add({ to: '10.4.1.255', type: 'broadcast', ...onV0 }), table],
  ['ip route add 10.5.0.0/24 dev v0 scope host proto 77',
    async () => routes.add({ to: '10.5.0.0/24', ...onV0, scope: 'host', proto: 77 }), table],
  ['ip route add 10.6.0.0/24 via 172.16.0.1 dev v0 onlink',
    async () => routes.add({ to: '10.6.0.0/24', via: '172.16.0.1', ...onV0, onlink: true }), table],
  ['ip route add 10.7.0.0/24 via inet6 fe80::5 dev v0', async () => routes.add({ to: '10.7.0.0/24', via: 'fe80::5', ...onV0 }), table],
  ['ip route add 10.8.0.0/24 nexthop via 192.168.15.2 dev v0 weight 3 nexthop via 10.9.0.2 dev v1 weight 1 nexthop dev v0 weight 256',
    async () => routes.add({ to: '10.8.0.0/24',
      nexthops: [{ via: '192.168.15.2', dev: 3, weight: 3 }, { via: '10.9.0.2', dev: 2 }, { dev: 3, weight: 256 }] }),
    table],
  ['ip route add 10.8.1.0/24 nexthop via inet6 fe80::5 dev v0 weight 1 nexthop via 172.16.0.9 dev v1 weight 2 onlink',
    async () => routes.add({ to: '10.8.1.0/24',
      nexthops: [{ via: 'fe80::5', dev: 3 }, { via: '172.16.0.9', dev: 2, weight: 2, onlink: true }] }),
    table],
  // What list shows of it: the ways of the nexthop object do not go out.
  ['ip route add 10.11.0.0/24 nhid 5', async () => routes.add({ to: '10.11.0.0/24', nhid: 5, via: '192.168.15.9', dev: 3 }), table],
  ['ip route add 10.11.0.0/24 nhid 5', async () => routes.add({ to: '10.11.0.0/24', nhid: 5 }), table],
  ['ip route replace 10.0.0.0/8 via 192.168.15.3', async () => routes.replace({ to: '10.0.0.0/8', via: '192.168.15.3' }), table],
  ['ip route del 10.0.0.0/8 via 192.168.15.3', async () => routes.delete({ to: '10.0.0.0/8', via: '192.168.15.3' }), table],
  ['ip route del default', async () => routes.delete({ to: 'default' }), table],
  ['ip route del 10.2.0.0/16 table 1000', async () => routes.delete({ to: '10.2.0.0/16', table: 1000 }), table],
  ['ip route del blackhole 10.3.9.0/24', async () => routes.delete({ to: '10.3.9.0/24', type: 'blackhole' }), table],
  ['ip route get 10.8.0.7', async () => routes.get('10.8.0.7')],
  ['ip route get 10.8.0.7 from 192.168.15.1 oif v0 mark 0x10',
    async () => routes.get('10.8.0.7', { from: '192.168.15.1', oif: 3, mark: 16 })],
  ['ip route show', async () => routes.list({ family: 'inet' })],
  ['ip route show table 1000', async () => routes.list({ family: 'inet', table: 1000 })],
]))

t.test('metrics of routes', compare([
  ['ip route add 10.10.0.0/24 via 192.168.15.2 mtu lock 1400 advmss 1360 window 20000 hoplimit 64 initcwnd 20 initrwnd 30 rto_min ' +
    '50ms quickack 1 congctl reno features ecn',
  async () => routes.add({ to: '10.10.0.0/24', via: '192.168.15.2', mtu: 1400, advmss: 1360, window: 20000, hoplimit: 64, initcwnd: 20,
    initrwnd: 30, rtoMin: 50, quickack: true, congctl: 'reno', features: ['ecn'], lock: ['mtu'] }), table],
]))

t.test('IPv6 routes', compare([
  // A prefix of no bits says as much without its address: rtm_to_fib6_config.
  ['ip -6 route add default via 2001:db8::5',
    async () => routes.add({ to: 'default', via: '2001:db8::5' }), ({ dst, ...ip }) => table(ip)],
  ['ip -6 route add 2001:db8:100::/48 via fe80::5 dev v0 metric 7 pref high expires 300',
    async () => routes.add({ to: '2001:db8:100::/48', via: 'fe80::5', ...onV0, metric: 7, pref: 'high', expires: 300 }), table],
  ['ip -6 route add 2001:db8:101::/48 dev v0 pref low', async () => routes.add({ to: '2001:db8:101::/48', ...onV0, pref: 'low' }), table],
  ['ip -6 route add 2001:db8:102::/48 from 2001:db8:9::/64 via 2001:db8::2 src 2001:db8::1',
    async () => routes.add({ to: '2001:db8:102::/48', from: '2001:db8:9::/64', via: '2001:db8::2', src: '2001:db8::1' }), table],
  ['ip -6 route add 2001:db8:103::/48 nexthop via 2001:db8::2 dev v0 weight 2 nexthop via 2001:db8:9::2 dev v1 weight 5',
    async () => routes.add({ to: '2001:db8:103::/48',
      nexthops: [{ via: '2001:db8::2', dev: 3, weight: 2 }, { via: '2001:db8:9::2', dev: 2, weight: 5 }] }),
    table],
  ['ip -6 route add unreachable 2001:db8:104::/48', async () => routes.add({ to: '2001:db8:104::/48', type: 'unreachable' }), table],
  ['ip -6 route add 2001:db8:105::/48 nhid 6', async () => routes.add({ to: '2001:db8:105::/48', nhid: 6 }), table],
  ['ip -6 route add 2001:db8:106::1 dev v0 mtu 1280', async () => routes.add({ to: '2001:db8:106::1', ...onV0, mtu: 1280 }), table],
  ['ip -6 route replace 2001:db8:101::/48 dev v1', async () => routes.replace({ to: '2001:db8:101::/48', dev: 2 }), table],
  // Routes of IPv6 have no scope: ip6_route_del does not read it.
  ['ip -6 route del 2001:db8:101::/48',
    async () => routes.delete({ to: '2001:db8:101::/48' }), (ip) => ({ ...table(ip), scope: 'nowhere' })],
  ['ip -6 route get 2001:db8:103::9', async () => routes.get('2001:db8:103::9')],
  ['ip -6 route show', async () => routes.list({ family: 'inet6' })],
]))

t.test('neighbours', compare([
  ['ip neighbour add 192.168.15.2 lladdr 02:00:00:00:00:02 dev v0',
    async () => neighbors.add('192.168.15.2', { address: '02:00:00:00:00:02' })],
  ['ip neighbour add 2001:db8::2 lladdr 02:00:00:00:00:02 dev v0 nud reachable router',
    async () => neighbors.add('2001:db8::2', { address: '02:00:00:00:00:02', state: 'reachable', flags: ['router'] })],
  ['ip neighbour add proxy 192.168.15.7 dev v0', async () => neighbors.add('192.168.15.7', { flags: ['proxy'] })],
  ['ip neighbour add 192.168.15.4 dev v0 use', async () => neighbors.add('192.168.15.4', { flags: ['use'] })],
  ['ip neighbour add 192.168.15.8 nud none dev v0', async () => neighbors.add('192.168.15.8', { state: 'none' })],
  ['ip neighbour replace 192.168.15.2 lladdr 02:00:00:00:00:12 dev v0 nud noarp',
    async () => neighbors.replace('192.168.15.2', { address: '02:00:00:00:00:12', state: 'noarp' })],
  // neigh_delete does not read the state.
  ['ip neighbour del 192.168.15.3 dev v0', async () => neighbors.delete('192.168.15.3'), (ip) => ({ ...ip, state: [] })],
  ['ip neighbour del proxy 192.168.15.7 dev v0',
    async () => neighbors.delete({ dst: '192.168.15.7', flags: ['proxy'] }), (ip) => ({ ...ip, state: [] })],
  ['ip neighbour add 2001:db8::2 lladdr 02:00:00:00:00:02 dev v0 nud reachable router',
    async () => neighbors.add('2001:db8::2', { address: '02:00:00:00:00:02', state: 'reachable', router: true })],
  ['ip neighbour add proxy 2001:db8::7 dev v0 protocol static', async () => neighbors.add('2001:db8::7', { proxy: true, protocol: 'static' })],
  ['ip neighbour add 192.168.15.3 lladdr 02:00:00:00:00:03 dev v0 nud stale protocol zebra extern_learn',
    async () => neighbors.add('192.168.15.3', { address: '02:00:00:00:00:03', state: 'stale', protocol: 'zebra', externLearn: true })],
  ['ip neighbour add 192.168.15.5 dev v0 managed', async () => neighbors.add('192.168.15.5', { managed: true })],
  ['ip neighbour add 192.168.15.4 dev v0 router extern_learn', async () => neighbors.add('192.168.15.4', { router: true, externLearn: true })],
  ['ip neighbour add proxy 192.168.15.8 dev v0 proto zebra', async () => neighbors.add('192.168.15.8', { proxy: true, protocol: 'zebra' })],
  ['ip neighbour del proxy 192.168.15.7 dev v0',
    async () => neighbors.delete('192.168.15.7', { proxy: true }), (ip) => ({ ...ip, state: [] })],
  ['ip neighbour get 192.168.15.2 dev v0', async () => neighbors.get('192.168.15.2')],
  ['ip neighbour get proxy 192.168.15.7 dev v0', async () => neighbors.get('192.168.15.7', { proxy: true })],
  ['ip neighbour show proxy', async () => host.neighbors.list({ proxy: true })],
  ['ip neighbour show proxy dev v0', async () => host.neighbors.list({ proxy: true, dev: 4 })],
  ['ip neighbour show master br0', async () => host.neighbors.list({ master: 2 })],
  ['ip neighbour show nomaster', async () => host.neighbors.list({ nomaster: true })],
  ['ip -6 neighbour show proxy', async () => host.neighbors.list({ proxy: true, family: 'inet6' })],
  ['ip neighbour show', async () => host.neighbors.list()],
  ['ip neighbour show dev v0 nud permanent', async () => host.neighbors.list({ dev: 4, state: 'permanent' })],
  ['ip -6 neighbour show', async () => host.neighbors.list({ family: 'inet6' })],
]))

t.test('a route that was listed is deleted as what it was', async (t) => {
  const listed = answered.filter(({ name }) => name.startsWith('route')).flatMap(({ cases }) => cases)
  const shown = (command: string, dst: string): unknown =>
    listed.find(({ fixture, expected }) => fixture.command === command && (expected as Value)['dst'] === dst)?.expected
  const deletionOf = async (dst: string, family: 'inet' | 'inet6'): Promise<Value | undefined> => {
    const sent = await sentBy([host], async () => routes.flush({ family }), [shown('ip route show table all', dst)])
    t.strictSame(sent.map(({ name }) => name), ['RTM_GETROUTE', 'RTM_DELROUTE'])
    return sent[1]?.object as Value | undefined
  }
  // fib_nh_match and fib6_nh_match take a way for the wrong one where the route has a nexthop object.
  t.match(await deletionOf('10.11.0.0', 'inet'), { dstLen: 24, nhId: 5, gateway: undefined, oif: undefined, scope: 'nowhere' })
  t.match(await deletionOf('2001:db8:102::', 'inet6'), { dst: '2001:db8:102::', src: '2001:db8:9::', srcLen: 64, gateway: '2001:db8::2' })
  t.match(await deletionOf('10.7.0.0', 'inet'), { via: { family: 'inet6', addr: hex('fe800000000000000000000000000005') }, oif: 3 })
  t.match(await deletionOf('10.8.0.0', 'inet'), { multipath: undefined, oif: undefined, gateway: undefined })
})

t.test('ids of namespaces', compare([
  ['ip netns list', async () => host.id(red)],
]))
t.teardown(async () => Promise.all([red.close(), blue.close()]))

// The library's methods against bridge(8), and against ip(8) for the tables of neighbours: facade.test.ts, which has the others.

import '../sandbox.ts'
import t from 'tap'
import { Bridge, Link, Netns, Vxlan } from '../../lib/index.ts'
import { comparer, type Value } from './compare.ts'

const host = Netns.current()
const compare = comparer([host])
const link = (index: number): Link => new Link(host, index, 'v0', '')
const { neighborTables, netconf } = host

t.test('tables of neighbours, and netconf', compare([
  ['ip ntable show', async () => neighborTables.list()],
  // neightbl_dump_info chooses by family alone.
  ['ip -4 ntable show dev v0', async () => neighborTables.list({ family: 'inet', dev: 4 })],
  // The kernel finds the table by its name in the family, or, without one (ip(8)), in all.
  ['ip ntable change name arp_cache dev v0 base_reachable 40000 retrans 2000 gc_stale 70000 delay_probe 6000 queue 50 app_probes 1 ' +
    'ucast_probes 4 mcast_probes 5 anycast_delay 900 proxy_delay 700 proxy_queue 65 locktime 900',
  async () => neighborTables.set({ name: 'arp_cache', dev: 4, baseReachableTime: 40_000, retransTime: 2000, gcStaletime: 70_000, delayProbeTime: 6000,
    queueLen: 50, appProbes: 1, ucastProbes: 4, mcastProbes: 5, anycastDelay: 900, proxyDelay: 700, proxyQlen: 65, locktime: 900 }),
  (ip) => ({ ...ip, family: 'inet' })],
  ['ip ntable change name ndisc_cache thresh1 200 thresh2 600 thresh3 2048 gc_int 40000',
    async () => neighborTables.set({ family: 'inet6', thresh1: 200, thresh2: 600, thresh3: 2048, gcInterval: 40_000 }), (ip) => ({ ...ip, family: 'inet6' })],
  ['ip netconf show', async () => netconf.list()],
  ['ip -4 netconf show dev v0', async () => netconf.get('inet', 4)],
  ['ip -6 netconf show', async () => netconf.list({ family: 'inet6' })],
]))

const port = link(3).fdb
const vxlan = link(7).fdb
const br0 = new Bridge(host, 2, 'br0', 'bridge')
const bridge = br0.fdb
const { vlans, mst } = link(3)
const { mdb } = br0
const vxlanMdb = new Vxlan(host, 7, 'vx0', 'vxlan').mdb
// neigh_delete and its relatives of bridges and vxlans do not read the state.
const stateless = (ip: Value): Value => ({ ...ip, state: [] })

function withVlans(ip: Value): Value {
  const { afSpec } = ip as { afSpec: { vlanTunnelInfo: { vid: number, flags: string[] }[] } }
  return { ...ip, afSpec: { ...afSpec, vlanInfo: afSpec.vlanTunnelInfo.map(({ vid, flags }) => ({ flags, vid })) } }
}

t.test('forwarding databases', compare([
  ['bridge fdb add 02:00:00:00:00:0c dev v1 master static', async () => port.add('02:00:00:00:00:0c', { master: true, state: 'static' })],
  ['bridge fdb add 02:00:00:00:00:0d dev v1 vlan 1 master static sticky',
    async () => port.add('02:00:00:00:00:0d', { vlan: 1, master: true, state: 'static', sticky: true })],
  ['derived: bridge fdb add 02:00:00:00:00:36 dev v1 master static activity_notify',
    async () => port.add('02:00:00:00:00:36', { master: true, state: 'static', activityNotify: true, dontRefresh: true })],
  // As list shows it: what only the kernel sets does not go out.
  ['bridge fdb add 02:00:00:00:00:0d dev v1 vlan 1 master static sticky',
    async () => port.add({ address: '02:00:00:00:00:0d', vlan: 1, state: 'static', flags: ['master', 'sticky', 'offload', 'locked'] })],
  ['bridge fdb replace 02:00:00:00:00:0c dev v1 master dynamic extern_learn',
    async () => port.replace('02:00:00:00:00:0c', { master: true, state: 'dynamic', externLearn: true })],
  ['bridge fdb append 00:00:00:00:00:00 dev v0 dst 10.0.0.9 port 4790 vni 100 src_vni 7 via v1 self permanent',
    async () => link(4).fdb.append('00:00:00:00:00:00', { dst: '10.0.0.9', port: 4790, vni: 100, srcVni: 7, via: 3 })],
  ['bridge fdb add 02:00:00:00:00:0e dev v0 dst 2001:db8::e vni 5', async () => link(4).fdb.add('02:00:00:00:00:0e', { dst: '2001:db8::e', vni: 5 })],
  ['bridge fdb add 02:00:00:00:00:0f dev v0 nhid 12 self', async () => link(4).fdb.add('02:00:00:00:00:0f', { nhid: 12, self: true })],
  ['bridge fdb add 02:00:00:00:00:31 dev p0', async () => port.add('02:00:00:00:00:31')],
  ['bridge fdb add 02:00:00:00:00:32 dev p0 master dynamic', async () => port.add('02:00:00:00:00:32', { master: true, state: 'dynamic' })],
  ['bridge fdb add 02:00:00:00:00:33 dev p0 master local', async () => port.add('02:00:00:00:00:33', { master: true })],
  ['bridge fdb append 02:00:00:00:00:38 dev vx0 dst 10.0.0.3 via v0 self dynamic',
    async () => vxlan.append('02:00:00:00:00:38', { dst: '10.0.0.3', via: 4, state: 'dynamic' })],
  ['bridge fdb add 02:00:00:00:00:39 dev p0 master self static use router',
    async () => port.add('02:00:00:00:00:39', { master: true, self: true, state: 'static', use: true, router: true })],
  ['bridge fdb del 02:00:00:00:00:0c dev v1 master', async () => port.delete('02:00:00:00:00:0c', { master: true }), stateless],
  ['bridge fdb del 02:00:00:00:00:38 dev vx0 dst 10.0.0.3', async () => vxlan.delete('02:00:00:00:00:38', { dst: '10.0.0.3' }), stateless],
  ['bridge fdb del 02:00:00:00:00:0d dev p0 vlan 1 master', async () => port.delete('02:00:00:00:00:0d', { vlan: 1, master: true }), stateless],
  ['bridge fdb get 02:00:00:00:00:0d br br0 vlan 1', async () => bridge.get('02:00:00:00:00:0d', { vlan: 1 })],
  ['bridge fdb get 02:00:00:00:00:38 dev vx0 self vni 100', async () => vxlan.get('02:00:00:00:00:38', { vni: 100 })],
  ['bridge fdb get 02:00:00:00:00:32 dev p0 master', async () => port.get('02:00:00:00:00:32', { master: true })],
  ['bridge fdb show', async () => host.fdb.list()],
  ['bridge fdb show br br0', async () => host.fdb.list({ master: 2 })],
  ['bridge fdb show br br0', async () => bridge.list()],
  ['bridge fdb show dev p0', async () => port.list()],
  ['bridge fdb show br br0 brport p0', async () => host.fdb.list({ master: 2, dev: 3 })],
  ['bridge fdb flush dev br0 vlan 5 nopermanent', async () => bridge.flush({ vlan: 5, permanent: false })],
  ['bridge fdb flush dev p0 master', async () => port.flush({ master: true })],
  ['bridge fdb flush dev br0 static', async () => bridge.flush({ static: true })],
  ['bridge fdb flush dev br0 permanent', async () => bridge.flush({ permanent: true })],
  ['bridge fdb flush dev br0 dynamic', async () => bridge.flush({ dynamic: true })],
  ['bridge fdb flush dev br0 nostatic', async () => bridge.flush({ static: false })],
  ['bridge fdb flush dev br0 nodynamic', async () => bridge.flush({ dynamic: false })],
  ['bridge fdb flush dev br0 brport p0 self', async () => bridge.flush({ via: 3 })],
  ['bridge fdb flush dev br0 extern_learn sticky offloaded added_by_user',
    async () => bridge.flush({ externLearn: true, sticky: true, offload: true, addedByUser: true })],
  ['bridge fdb flush dev br0 noextern_learn nosticky nooffloaded noadded_by_user',
    async () => bridge.flush({ externLearn: false, sticky: false, offload: false, addedByUser: false })],
  ['bridge fdb flush dev vx0 src_vni 7 vni 8 port 4790 dst 10.0.0.3 nhid 12 router self',
    async () => vxlan.flush({ srcVni: 7, vni: 8, port: 4790, dst: '10.0.0.3', nhid: 12, router: true })],
]))

t.test('VLANs of bridges', compare([
  ['bridge vlan add dev p0 vid 20-29 untagged', async () => vlans.add([20, 29], { untagged: true })],
  ['bridge vlan add dev br0 vid 30 self', async () => br0.vlans.add(30)],
  ['bridge vlan add dev p0 vid 31 master', async () => vlans.add({ vid: 31, master: true })],
  ['bridge vlan add dev p0 vid 32 self master', async () => vlans.add(32, { master: true, self: true })],
  // bridge(8) takes the VLANs to be there; here they are added by the same message, before their tunnels.
  ['bridge vlan add dev p0 vid 40-49 tunnel_info id 4000-4009', async () => vlans.add({ vid: [40, 49], tunnelId: 4000 }), withVlans],
  ['bridge vlan del dev p0 vid 20-24', async () => vlans.delete([20, 24])],
  ['bridge vlan del dev p0 vid 50 tunnel_info id 5000', async () => vlans.delete(50, { tunnelId: 5000 })],
  ['bridge vlan del dev br0 vid 30 self', async () => br0.vlans.delete(30)],
  ['bridge vlan set dev p0 vid 10 state blocking', async () => vlans.set(10, { state: 'blocking' })],
  ['bridge vlan set dev p0 vid 20-29 mcast_router 2', async () => vlans.set([20, 29], { mcastRouter: 'perm' })],
  ['bridge vlan set dev p0 vid 10 mcast_max_groups 100', async () => vlans.set(10, { mcastMaxGroups: 100 })],
  ['bridge vlan set dev p0 vid 10 neigh_suppress on', async () => vlans.set(10, { neighSuppress: true })],
  ['bridge vlan global set dev br0 vid 10 mcast_snooping 1 mcast_querier 1 mcast_igmp_version 3 mcast_mld_version 2 ' +
    'mcast_last_member_count 3 mcast_startup_query_count 4 mcast_last_member_interval 101 mcast_membership_interval 26001 ' +
    'mcast_querier_interval 25501 mcast_query_interval 12501 mcast_query_response_interval 1001 mcast_startup_query_interval 3126',
  async () => br0.globalVlans.set(10, { mcastSnooping: true, mcastQuerier: true, mcastIgmpVersion: 3, mcastMldVersion: 2, mcastLastMemberCnt: 3,
    mcastStartupQueryCnt: 4, mcastLastMemberIntvl: 101, mcastMembershipIntvl: 26_001, mcastQuerierIntvl: 25_501, mcastQueryIntvl: 12_501,
    mcastQueryResponseIntvl: 1001, mcastStartupQueryIntvl: 3126 })],
  ['bridge vlan global set dev br0 vid 20-29 mcast_snooping 0', async () => br0.globalVlans.set([20, 29], { mcastSnooping: false })],
  ['bridge vlan global set dev br0 vid 10 msti 7', async () => br0.globalVlans.set(10, { msti: 7 })],
  // The kernel lists those of one link where it is named (br_vlan_rtm_dump).
  ['bridge -d vlan show dev p0', async () => vlans.list(), (ip) => ({ ...ip, ifindex: 3 })],
  ['bridge -d -s vlan show dev p0', async () => vlans.list({ stats: true }), (ip) => ({ ...ip, ifindex: 3 })],
  ['bridge vlan global show dev br0', async () => br0.globalVlans.list(), (ip) => ({ ...ip, ifindex: 2 })],
  ['bridge mst set dev p0 msti 7 state blocking', async () => mst.set(7, 'blocking')],
  ['bridge mst set dev p0 msti 7 state 3', async () => mst.set(7, 'forwarding')],
  ['bridge mst show', async () => mst.list()],
]))

t.test('multicast databases', compare([
  ['bridge mdb add dev br0 port p0 grp 239.1.1.1 permanent vid 10', async () => mdb.add('239.1.1.1', { port: 3, state: 'permanent', vid: 10 })],
  ['bridge mdb add dev br0 port p0 grp 239.1.1.2 temp', async () => mdb.add('239.1.1.2', { port: 3 })],
  ['bridge mdb add dev br0 port br0 grp ff15::1 permanent', async () => mdb.add('ff15::1', { state: 'permanent' })],
  ['bridge mdb add dev br0 port p0 grp 01:02:03:04:05:06 permanent', async () => mdb.add('01:02:03:04:05:06', { port: 3, state: 'permanent' })],
  ['bridge mdb add dev br0 port p0 grp 239.1.1.3 src 192.0.2.1', async () => mdb.add('239.1.1.3', { port: 3, source: '192.0.2.1' })],
  ['bridge mdb replace dev br0 port p0 grp 239.1.1.5 permanent source_list 192.0.2.1,192.0.2.2 filter_mode exclude proto zebra',
    async () => mdb.replace('239.1.1.5', { port: 3, state: 'permanent', sources: ['192.0.2.1', '192.0.2.2'], filterMode: 'exclude', protocol: 'zebra' })],
  ['bridge mdb add dev vx0 port vx0 grp 239.1.1.1 permanent dst 198.51.100.1 dst_port 4790 vni 200 src_vni 100 via v0',
    async () => vxlanMdb.add('239.1.1.1', { state: 'permanent', dst: '198.51.100.1', dstPort: 4790, vni: 200, srcVni: 100, via: 4 })],
  ['bridge mdb del dev br0 port p0 grp 239.1.1.1 vid 10', async () => mdb.delete('239.1.1.1', { port: 3, vid: 10 })],
  ['bridge mdb del dev vx0 port vx0 grp 239.1.1.1 dst 198.51.100.1 src_vni 100', async () => vxlanMdb.delete('239.1.1.1', { dst: '198.51.100.1', srcVni: 100 })],
  ['bridge mdb get dev br0 grp 239.1.1.5 vid 10', async () => mdb.get('239.1.1.5', { vid: 10 })],
  ['bridge mdb get dev br0 grp 239.1.1.3 src 192.0.2.1', async () => mdb.get('239.1.1.3', { source: '192.0.2.1' })],
  ['bridge mdb get dev vx0 grp 239.1.1.1 src_vni 100', async () => vxlanMdb.get('239.1.1.1', { srcVni: 100 })],
  ['bridge mdb flush dev br0', async () => mdb.flush()],
  ['bridge mdb flush dev br0 port p0 vid 10 permanent proto zebra', async () => mdb.flush({ port: 3, vid: 10, permanent: true, protocol: 'zebra' })],
  ['bridge mdb flush dev br0 nopermanent', async () => mdb.flush({ permanent: false })],
  ['bridge mdb flush dev vx0 src_vni 100 dst 198.51.100.1 dst_port 4790 vni 200',
    async () => vxlanMdb.flush({ srcVni: 100, dst: '198.51.100.1', dstPort: 4790, vni: 200 })],
  ['bridge mdb show', async () => mdb.list()],
  ['bridge mdb show', async () => mdb.routers()],
]))

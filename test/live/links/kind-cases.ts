// One wish for each kind, said to this library and said to ip(8), and a change of it said to both. Not the test: that is each-kind.test.ts.
import { Amt, Bareudp, Batadv, Bond, Dummy, Erspan, Geneve, Gre, Gretap, Gtp, Hsr, Ifb, Ip6erspan, Ip6gre, Ip6gretap, Ip6tnl, Ipip, Ipvlan, Ipvtap, Link,
  Macsec, Macvlan, Macvtap, Nlmon, Sit, Team, Vcan, Vlan, Vrf, Vti, Vti6, Vxlan, Wireguard, Xfrm, type LinkOptions } from '../../../lib/index.ts'

export interface KindCase {
  readonly kind: string
  /** Makes it with this library. The namespace has eth0, eth1 (a pair) and eth2, eth3 (another). */
  readonly ours: (common: LinkOptions) => Promise<Link>
  /** Makes the same with `ip link add ... name x`: what stands before the name, and what behind it. */
  readonly ip: readonly [before: string, after: string]
  /** A change with this library, and what follows `ip link set x` for the same. */
  readonly change?: readonly [changes: object, ip: string]
  /** It has a link-layer address that can be given. */
  readonly ethernet?: true
  /** What ip(8) has to show of it, beside showing the same of both. */
  readonly shown?: object
}

const four = { local: '10.0.0.1', remote: '10.0.0.2' }
const six = { local: 'fd00::1', remote: 'fd00::2' }
const ip4 = 'local 10.0.0.1 remote 10.0.0.2'
const ip6 = 'local fd00::1 remote fd00::2'
const keyed = { iflags: ['key', 'seq'], oflags: ['key', 'seq'], ikey: 5, okey: 5 } as const

const plain: readonly KindCase[] = [
  { kind: 'dummy', ours: async (o) => Dummy.create(o), ip: ['', 'type dummy'], ethernet: true },
  { kind: 'ifb', ours: async (o) => Ifb.create(o), ip: ['', 'type ifb'], ethernet: true },
  { kind: 'nlmon', ours: async (o) => Nlmon.create(o), ip: ['', 'type nlmon'] },
  { kind: 'vcan', ours: async (o) => Vcan.create(o), ip: ['', 'type vcan'] },
  { kind: 'wireguard', ours: async (o) => Wireguard.create(o), ip: ['', 'type wireguard'] },
  { kind: 'team', ours: async (o) => Team.create(o), ip: ['', 'type team'], ethernet: true },
  { kind: 'batadv', ours: async (o) => Batadv.create({ ...o, algoName: 'BATMAN_V' }), ip: ['', 'type batadv ra BATMAN_V'], ethernet: true },
  { kind: 'vrf', ours: async (o) => Vrf.create({ ...o, table: 10 }), ip: ['', 'type vrf table 10'], ethernet: true, shown: { table: 10 } },
]

const lower: readonly KindCase[] = [
  { kind: 'vlan', ethernet: true, shown: { protocol: '802.1ad', id: 5 },
    ours: async (o) => Vlan.create({ ...o, link: 'eth0', id: 5, protocol: '802.1ad', ingressQos: { mapping: [{ from: 1, to: 2 }] }, flags: { flags: ['gvrp'], mask: ['gvrp'] } }),
    ip: ['link eth0', 'type vlan id 5 protocol 802.1ad ingress-qos-map 1:2 gvrp on'],
    change: [{ egressQos: { mapping: [{ from: 3, to: 4 }] }, flags: { mask: ['gvrp'] } }, 'type vlan egress-qos-map 3:4 gvrp off'] },
  { kind: 'macvlan', ethernet: true, shown: { mode: 'bridge' }, ours: async (o) => Macvlan.create({ ...o, link: 'eth0', mode: 'bridge' }),
    ip: ['link eth0', 'type macvlan mode bridge'], change: [{ mode: 'private', bcQueueLen: 500 }, 'type macvlan mode private bcqueuelen 500'] },
  { kind: 'macvtap', ethernet: true, ours: async (o) => Macvtap.create({ ...o, link: 'eth0', mode: 'source' }),
    ip: ['link eth0', 'type macvtap mode source'],
    change: [{ macaddrMode: 'set', macaddrData: { macaddr: ['02:00:00:00:00:01'] } }, 'type macvtap macaddr set 02:00:00:00:00:01'] },
  { kind: 'ipvlan', shown: { mode: 'l2' }, ours: async (o) => Ipvlan.create({ ...o, link: 'eth0', mode: 'l2', flags: ['private'] }),
    ip: ['link eth0', 'type ipvlan mode l2 private'], change: [{ mode: 'l3s', flags: ['vepa'] }, 'type ipvlan mode l3s vepa'] },
  { kind: 'ipvtap', ours: async (o) => Ipvtap.create({ ...o, link: 'eth0', mode: 'l3' }), ip: ['link eth0', 'type ipvtap mode l3'] },
  { kind: 'macsec', ethernet: true, ours: async (o) => Macsec.create({ ...o, link: 'eth0', port: 11, encrypt: true, replayProtect: true, window: 10 }),
    ip: ['link eth0', 'type macsec port 11 encrypt on replay on window 10'], change: [{ validation: 'check' }, 'type macsec validate check'] },
  { kind: 'hsr', ours: async (o) => Hsr.create({ ...o, slave1: 'eth0', slave2: 'eth2', multicastSpec: 45, version: 1 }),
    ip: ['', 'type hsr slave1 eth0 slave2 eth2 supervision 45 version 1'] },
]

const bonds: readonly KindCase[] = [
  { kind: 'bond', ethernet: true, shown: { mode: 'active-backup', miimon: 100 },
    ours: async (o) => Bond.create({ ...o, mode: 'active-backup', miimon: 100, primaryReselect: 'better', failOverMac: 'active' }),
    ip: ['', 'type bond mode active-backup miimon 100 primary_reselect better fail_over_mac active'],
    change: [{ miimon: 0, arpInterval: 200, arpIpTarget: ['10.0.0.1', '10.0.0.2'] }, 'type bond miimon 0 arp_interval 200 arp_ip_target 10.0.0.1,10.0.0.2'] },
]

const tunnels: readonly KindCase[] = [
  { kind: 'vxlan', ethernet: true, shown: { id: 100, port: 4789 },
    ours: async (o) => Vxlan.create({ ...o, id: 100, ...four, link: 'eth0', port: 4789, ttlInherit: true, gbp: true, portRange: { low: 1000, high: 2000 } }),
    ip: ['', `type vxlan id 100 ${ip4} dev eth0 dstport 4789 ttl inherit gbp srcport 1000 2000`],
    change: [{ ageing: 30, learning: false, remote: '10.0.0.3' }, 'type vxlan id 100 ageing 30 nolearning remote 10.0.0.3'] },
  { kind: 'geneve', ethernet: true, shown: { id: 100 }, ours: async (o) => Geneve.create({ ...o, id: 100, remote: '10.0.0.2', ttl: 7, udpCsum: true }),
    ip: ['', 'type geneve id 100 remote 10.0.0.2 ttl 7 udpcsum'], change: [{ tos: 16 }, 'type geneve id 100 remote 10.0.0.2 tos 0x10 ttl 7'] },
  { kind: 'gre', ours: async (o) => Gre.create({ ...o, ...four, link: 'eth0', pmtudisc: true, ttl: 64, ...keyed }), ip: ['', `type gre ${ip4} dev eth0 ttl 64 key 5 seq`],
    change: [{ tos: 16 }, `type gre ${ip4} dev eth0 ttl 64 key 5 seq tos 0x10`] },
  { kind: 'gretap', ethernet: true, ours: async (o) => Gretap.create({ ...o, ...four, iflags: ['key'], ikey: 6, ignoreDf: true, pmtudisc: false }),
    ip: ['', `type gretap ${ip4} ikey 6 ignore-df nopmtudisc`] },
  { kind: 'erspan', ethernet: true, ours: async (o) => Erspan.create({ ...o, ...four, ...keyed, erspanVer: 1, erspanIndex: 123 }),
    ip: ['', `type erspan ${ip4} seq key 5 erspan_ver 1 erspan 123`] },
  { kind: 'ip6gre', ours: async (o) => Ip6gre.create({ ...o, ...six, ttl: 64, encapLimit: 4, encapFlags: ['csum6'] }), ip: ['', `type ip6gre ${ip6}`],
    change: [{ flags: ['ign_encap_limit'] }, `type ip6gre ${ip6} encaplimit none`] },
  { kind: 'ip6gretap', ethernet: true, ours: async (o) => Ip6gretap.create({ ...o, ...six, ttl: 64, encapLimit: 4, encapFlags: ['csum6'] }), ip: ['', `type ip6gretap ${ip6}`] },
  { kind: 'ip6erspan', ethernet: true,
    ours: async (o) => Ip6erspan.create({ ...o, ...six, ...keyed, ttl: 64, encapLimit: 4, encapFlags: ['csum6'], erspanVer: 2, erspanHwid: 17, erspanDir: 1 }),
    ip: ['', `type ip6erspan ${ip6} seq key 5 erspan_ver 2 erspan_dir egress erspan_hwid 17`] },
  { kind: 'ipip', ours: async (o) => Ipip.create({ ...o, ...four, ttl: 64, proto: 'ip' }), ip: ['', `type ipip ${ip4} ttl 64 mode any`],
    change: [{ fwmark: 9 }, `type ipip ${ip4} ttl 64 fwmark 9 mode any`] },
  { kind: 'sit', ours: async (o) => Sit.create({ ...o, local: '10.0.0.1', ttl: 64, proto: 'ip', sixrdPrefix: '2001:db8::', sixrdPrefixlen: 32, sixrdRelayPrefix: '10.0.0.0', sixrdRelayPrefixlen: 8 }),
    ip: ['', 'type sit local 10.0.0.1 ttl 64 6rd-prefix 2001:db8::/32 6rd-relay_prefix 10.0.0.0/8'] },
  { kind: 'ip6tnl', ours: async (o) => Ip6tnl.create({ ...o, ...six, ttl: 64, encapLimit: 4, proto: 'ipip', flags: ['rcv_dscp_copy'], encapFlags: ['csum6'] }),
    ip: ['', `type ip6tnl ${ip6} mode ipip6 dscp inherit`], change: [{ ttl: 7 }, `type ip6tnl ${ip6} mode ipip6 dscp inherit hoplimit 7`] },
  { kind: 'vti', ours: async (o) => Vti.create({ ...o, ...four, ikey: 5, okey: 6 }), ip: ['', `type vti ${ip4} ikey 5 okey 6`],
    change: [{ fwmark: 9 }, `type vti ${ip4} ikey 5 okey 6 fwmark 9`] },
  { kind: 'vti6', ours: async (o) => Vti6.create({ ...o, ...six, ikey: 5, okey: 5 }), ip: ['', `type vti6 ${ip6} key 5`] },
  { kind: 'xfrm', ours: async (o) => Xfrm.create({ ...o, ifId: 42, link: 'eth0' }), ip: ['', 'type xfrm dev eth0 if_id 42'] },
]

const others: readonly KindCase[] = [
  { kind: 'bareudp', ours: async (o) => Bareudp.create({ ...o, port: 6635, ethertype: 'mpls_uc', srcportMin: 1000 }), ip: ['', 'type bareudp dstport 6635 ethertype mpls_uc srcportmin 1000'] },
  { kind: 'gtp', ours: async (o) => Gtp.create({ ...o, createSockets: 1, role: 'sgsn', pdpHashsize: 512 }), ip: ['', 'type gtp role sgsn hsize 512'] },
  { kind: 'amt', ours: async (o) => Amt.create({ ...o, mode: 'relay', link: 'eth0', localIp: '10.0.0.1' }), ip: ['', 'type amt mode relay local 10.0.0.1 dev eth0'] },
]

export const kindCases: readonly KindCase[] = [...plain, ...lower, ...bonds, ...tunnels, ...others]

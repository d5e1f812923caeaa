// Routes beyond facade.test.ts: verbs, all metrics, encapsulations, MPLS, questions; the library's methods against ip(8).

import '../sandbox.ts'
import t from 'tap'
import { Link, Netns, type Encap, type RouteFamily, type RouteInfo } from '../../lib/index.ts'
import { comparer, type Value, type Wish } from './compare.ts'
import { answered } from './subjects.ts'
import { only } from '../live/place.ts'
import { sentBy } from './wire.ts'

const host = Netns.current()
const compare = comparer([host])
const { routes } = host
const v0 = new Link(host, 2, 'v0', '')

/** The library says the table by the attribute alone, which has room for every number: rtm_to_fib_config prefers it. */
const table = (ip: Value): Value => ({ ...ip, rtmTable: 0, table: ip['table'] ?? ip['rtmTable'] })

const via = (last: number) => ({ via: `192.168.15.${last}` })
t.test('verbs and metrics', compare([
  ['ip route append 10.0.0.0/8 via 192.168.15.3', async () => routes.append({ to: '10.0.0.0/8', ...via(3) }), table],
  ['ip route prepend 10.0.0.0/8 via 192.168.15.4', async () => routes.prepend({ to: '10.0.0.0/8', ...via(4) }), table],
  ['ip route change 10.0.0.0/8 via 192.168.15.5', async () => routes.change({ to: '10.0.0.0/8', ...via(5) }), table],
  ['ip -6 route append 2001:db8:101::/48 via 2001:db8::3', async () => routes.append({ to: '2001:db8:101::/48', via: '2001:db8::3' }), table],
  ['ip route add 10.20.0.0/24 via 192.168.15.2 mtu lock 1400 window lock 20000 rtt 100ms rttvar 20ms ssthresh 10 cwnd lock 20 advmss 1360 ' +
    'reordering 5 hoplimit 64 initcwnd 20 initrwnd 30 rto_min 50ms quickack 1 congctl lock reno features ecn fastopen_no_cookie 1',
  async () => routes.add({ to: '10.20.0.0/24', ...via(2), mtu: 1400, window: 20_000, rtt: 100, rttvar: 20, ssthresh: 10, cwnd: 20, advmss: 1360, reordering: 5, hoplimit: 64,
    initcwnd: 20, initrwnd: 30, rtoMin: 50, quickack: true, congctl: 'reno', features: ['ecn'], fastopenNoCookie: true, lock: ['mtu', 'window', 'cwnd', 'congctl'] }), table],
  ['ip route add 10.21.0.0/24 via 192.168.15.2 realms 1/2', async () => routes.add({ to: '10.21.0.0/24', ...via(2), realms: { from: 1, to: 2 } }), table],
  ['ip route add 10.21.1.0/24 via 192.168.15.2 realms 7', async () => routes.add({ to: '10.21.1.0/24', ...via(2), realms: { to: 7 } }), table],
  ['ip route add 10.22.0.0/24 nexthop encap mpls 100 via 192.168.15.2 dev v0 realms 3 nexthop encap mpls 200/300 via 10.9.0.2 dev v1 weight 2',
    async () => routes.add({ to: '10.22.0.0/24', nexthops: [
      { encap: { type: 'mpls', labels: [100] }, ...via(2), dev: v0, realms: { to: 3 } }, { encap: { type: 'mpls', labels: [200, 300] }, via: '10.9.0.2', dev: 3, weight: 2 }] }), table],
  ['ip route add 10.23.0.0/24 via 192.168.15.2 ttl-propagate disabled', async () => routes.add({ to: '10.23.0.0/24', ...via(2), ttlPropagate: false }), table],
  ['ip -6 route add 2001:db8:201::/48 via 2001:db8::2 mtu lock 1300 hoplimit 5 features ecn',
    async () => routes.add({ to: '2001:db8:201::/48', via: '2001:db8::2', mtu: 1300, hoplimit: 5, features: ['ecn'], lock: ['mtu'] }), table],
]))

t.test('questions', compare([
  ['ip route get 10.20.0.7 from 192.168.15.1 tos 0x10 uid 7 ipproto tcp sport 1000 dport 80',
    async () => routes.get('10.20.0.7', { from: '192.168.15.1', tos: 16, uid: 7, ipproto: 'tcp', sport: 1000, dport: 80 })],
  ['ip route get fibmatch 10.20.0.7 oif v0 mark 0x10', async () => routes.get('10.20.0.7', { fibmatch: true, oif: v0, mark: 16 })],
  ['ip route get 10.20.0.7 from 192.168.15.77 iif v0 tos 0x10', async () => routes.get('10.20.0.7', { from: '192.168.15.77', iif: v0, dscp: 4 })],
  ['ip -6 route get 2001:db8:201::1 from 2001:db8::1 oif v0 mark 5 ipproto udp sport 7 dport 8',
    async () => routes.get('2001:db8:201::1', { from: '2001:db8::1', vrf: v0, mark: 5, ipproto: 'udp', sport: 7, dport: 8 })],
  ['ip -6 route get fibmatch 2001:db8:201::1', async () => routes.get('2001:db8:201::1', { fibmatch: true })],
  ['ip -6 route get 2001:db8:201::1 flowlabel 0x12345', async () => routes.get('2001:db8:201::1', { flowlabel: 0x12345 })],
]))

/** A route by v0 with an encapsulation, as ip(8) says it. */
const by = (to: string, words: string, encap: Encap, dev = true, family = ''): Wish =>
  [`ip ${family}route add ${to} encap ${words}${dev ? ' dev v0' : ' via 192.168.15.2'}`, async () => routes.add({ to, encap, ...(dev ? { dev: v0 } : via(2)) }), table]
const six = (to: string, words: string, encap: Encap): Wish => by(to, words, encap, true, '-6 ')
const tunnel = { type: 'ip', id: 42, dst: '172.16.0.9' } as const
const geneve = [{ class: 0x102, type: 0x80, data: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8) }, { class: 0x103, type: 1, data: Uint8Array.of(0xaa, 0xbb, 0xcc, 0xdd) }]
const [one, two] = ['fc00::1', 'fc00::2'] as const

t.test('encapsulations', compare([
  by('10.30.0.0/24', 'mpls 100/200 ttl 5', { type: 'mpls', labels: [100, 200], ttl: 5 }, false),
  by('10.30.1.0/24', 'ip id 42 dst 172.16.0.9 src 172.16.0.1 tos 0x10 ttl 9 key csum seq',
    { ...tunnel, src: '172.16.0.1', tos: 16, ttl: 9, flags: ['csum', 'key', 'seq'] }),
  by('10.30.2.0/24', 'ip dst 172.16.0.9', { type: 'ip', dst: '172.16.0.9' }),
  by('10.30.3.0/24', 'ip6 id 42 dst 2001:db8::9 src 2001:db8::1 tc 0x10 hoplimit 9 key',
    { type: 'ip6', id: 42n, dst: '2001:db8::9', src: '2001:db8::1', tc: 16, hoplimit: 9, flags: ['key'] }),
  // ip(8) takes `dev` for a second `link_dev`.
  ['ip route add 10.30.9.0/24 encap xfrm if_id 5 link_dev v0 dev v0', async () => routes.add({ to: '10.30.9.0/24', encap: { type: 'xfrm', ifId: 5, link: v0 } }), table],
  by('10.31.0.0/24', 'ip id 42 dst 172.16.0.9 geneve_opts 0x102:0x80:0102030405060708,0x103:0x1:aabbccdd', { ...tunnel, opts: { geneve } }),
  by('10.31.1.0/24', 'ip id 42 dst 172.16.0.9 vxlan_opts 456', { ...tunnel, opts: { vxlan: { gbp: 456 } } }),
  by('10.31.2.0/24', 'ip id 42 dst 172.16.0.9 erspan_opts 1:123:0:0', { ...tunnel, opts: { erspan: { ver: 1, index: 123, dir: 0, hwid: 0 } } }),
  by('10.31.3.0/24', 'ip6 id 42 dst 2001:db8::9 erspan_opts 2:0:1:5',
    { type: 'ip6', id: 42, dst: '2001:db8::9', opts: { erspan: { ver: 2, index: 0, dir: 1, hwid: 5 } } }),
  // In ip(8)'s own process, these were the descriptors of the programs.
  by('10.30.20.0/24', 'bpf headroom 14 in obj p.o section main xmit obj p.o section main',
    { type: 'bpf', xmitHeadroom: 14, in: { fd: 6, name: 'p.o:[main]' }, xmit: { fd: 8, name: 'p.o:[main]' } }),
  six('fc00:1::b', 'seg6local action End.BPF endpoint obj p.o section main', { type: 'seg6local', action: 'End.BPF', bpf: { prog: 6, progName: 'p.o:[main]' } }),
  six('2001:db8:320::/48', 'rpl segs 2001:db8::5,2001:db8::6', { type: 'rpl', segs: ['2001:db8::5', '2001:db8::6'] }),
  six('2001:db8:311::/48', 'ioam6 freq 2/5 mode encap tundst 2001:db8::9 trace prealloc type 0xc00000 ns 5 size 16',
    { type: 'ioam6', freqK: 2, freqN: 5, mode: 'encap', dst: '2001:db8::9', trace: { type: 0xc00000, ns: 5, size: 16 } }),
  six('2001:db8:311::/48', 'ioam6 mode encap tunsrc 2001:db8::1 tundst 2001:db8::9 trace prealloc type 0xc00000 ns 5 size 16',
    { type: 'ioam6', freqK: 1, freqN: 1, mode: 'encap', src: '2001:db8::1', dst: '2001:db8::9', trace: { type: 0xc00000, ns: 5, size: 16 } }),
  six('2001:db8:310::/48', 'ioam6 trace prealloc type 0x800000 ns 0 size 12', { type: 'ioam6', freqK: 1, freqN: 1, trace: { type: 0x800000, size: 12 } }),
]))

t.test('segment routing', compare([
  six('2001:db8:300::/48', 'seg6 mode encap segs fc00::1,fc00::2', { type: 'seg6', mode: 'encap', segs: [one, two] }),
  six('2001:db8:301::/48', 'seg6 mode inline segs fc00::1,fc00::2', { type: 'seg6', mode: 'inline', segs: [one, two] }),
  six('2001:db8:302::/48', 'seg6 mode l2encap segs fc00::1', { type: 'seg6', mode: 'l2encap', segs: [one] }),
  six('2001:db8:303::/48', 'seg6 mode encap segs fc00::1,fc00::2 hmac 0x1234', { type: 'seg6', mode: 'encap', segs: [one, two], hmac: 0x1234 }),
  six('2001:db8:304::/48', 'seg6 mode encap.red segs fc00::1,fc00::2', { type: 'seg6', mode: 'encap.red', segs: [one, two] }),
  six('2001:db8:303::/48', 'seg6 mode l2encap.red segs fc00::1', { type: 'seg6', mode: 'l2encap.red', segs: [one] }),
  six('fc00:1::1', 'seg6local action End', { type: 'seg6local', action: 'End' }),
  six('fc00:1::2', 'seg6local action End.X nh6 2001:db8::2', { type: 'seg6local', action: 'End.X', nh6: '2001:db8::2' }),
  six('fc00:1::4', 'seg6local action End.DX2 oif v0', { type: 'seg6local', action: 'End.DX2', oif: v0 }),
  six('fc00:1::5', 'seg6local action End.DX6 nh6 2001:db8::2 count', { type: 'seg6local', action: 'End.DX6', nh6: '2001:db8::2', counters: true }),
  six('fc00:1::6', 'seg6local action End.DX4 nh4 192.168.15.2', { type: 'seg6local', action: 'End.DX4', nh4: '192.168.15.2' }),
  six('fc00:1::7', 'seg6local action End.DT6 table 100', { type: 'seg6local', action: 'End.DT6', table: 100 }),
  six('fc00:1::a', 'seg6local action End.B6 srh segs fc00::1,fc00::2', { type: 'seg6local', action: 'End.B6', segs: [one, two] }),
  six('fc00:1::b', 'seg6local action End.B6.Encaps srh segs fc00::1 hmac 7', { type: 'seg6local', action: 'End.B6.Encaps', segs: [one], hmac: 7 }),
  six('fc00:1::c', 'seg6local action End flavors psp,usd', { type: 'seg6local', action: 'End', flavors: { operation: ['psp', 'usd'] } }),
  six('fc00:1::d', 'seg6local action End flavors next-csid lblen 32 nflen 16',
    { type: 'seg6local', action: 'End', flavors: { operation: ['next-csid'], lcblockBits: 32, lcnodeFnBits: 16 } }),
  six('fc00:1::f', 'seg6local action End.X nh6 2001:db8::2 oif v0', { type: 'seg6local', action: 'End.X', nh6: '2001:db8::2', oif: 2 }),
]))

t.test('MPLS', compare([
  ['ip -f mpls route add 100 via inet 192.168.15.2 dev v0', async () => routes.add({ to: 100, ...via(2), dev: v0 })],
  ['ip -f mpls route add 101 as 200/300 via inet 192.168.15.2', async () => routes.add({ to: '101', family: 'mpls', as: [200, 300], ...via(2) })],
  ['ip -f mpls route add 102 dev lo', async () => routes.add({ to: 102, dev: 1 })],
  ['ip -f mpls route add 103 via inet6 fe80::5 dev v0 ttl-propagate disabled proto static',
    async () => routes.add({ to: 103, via: 'fe80::5', dev: v0, ttlPropagate: false, proto: 'static' })],
  ['ip -f mpls route add 104 nexthop as 201 via inet 192.168.15.2 dev v0 nexthop via inet 10.9.0.2 dev v1',
    async () => routes.add({ to: 104, nexthops: [{ as: [201], ...via(2), dev: v0 }, { via: '10.9.0.2', dev: 3 }] })],
  ['ip -f mpls route add 105 via link 02:00:00:00:00:05 dev v0', async () => routes.add({ to: 105, via: '02:00:00:00:00:05', dev: v0 })],
  ['ip -f mpls route replace 100 as 250 via inet 192.168.15.2', async () => routes.replace({ to: 100, as: [250], ...via(2) })],
  ['ip -f mpls route del 101', async () => routes.delete({ to: 101 })],
  ['ip -f mpls route show', async () => routes.list({ family: 'mpls' })],
]))

/** What is sent to add what is shown of a route that the kernel has answered with. Links are by v0 here, whatever they were. */
async function again(answer: Value): Promise<Value> {
  const shown: RouteInfo[] = []
  await sentBy([host], async () => shown.push(...await routes.list({ family: answer['family'] as RouteFamily, table: 'all' })), [answer])
  const { dev, nexthops, ...rest } = only(shown)
  const ways = nexthops ? { nexthops: nexthops.map((hop) => ({ ...hop, dev: v0 })) } : { dev: v0 }
  const sent = await sentBy([host], async () => routes.add({ ...rest, ...ways }))
  return sent.at(-1)?.object as Value
}

t.test('what was answered is shown and goes out again', async (t) => {
  const subjects = [['encap, answers', 5], ['seg6, answers', 10], ['mpls, answers', 6], ['bpf, answers', 2]] as const
  for (const [subject, count] of subjects) {
    const cases = answered.find(({ name }) => name === subject)?.cases ?? []
    t.equal(cases.length, count)
    for (const { expected } of cases) {
      const answer = expected as Value
      const sent = await again(answer)
      for (const name of ['dst', 'dstLen', 'encapType', 'encap', 'newdst', 'type', 'protocol', 'ttlPropagate']) t.strictSame(sent[name], answer[name], `${String(answer['dst'])} ${name}`)
      const ways = (one: Value): unknown => (one['multipath'] as Value[] | undefined)?.map(({ ifindex, flags, ...hop }) => hop)
      t.strictSame(ways(sent), ways(answer))
    }
  }
})

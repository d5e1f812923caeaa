// Nexthop objects and address labels: the library's methods against ip(8), as in facade.test.ts.

import '../sandbox.ts'
import t from 'tap'
import { Link, Netns } from '../../lib/index.ts'
import { comparer, type Value } from './compare.ts'

const host = Netns.current()
const compare = comparer([host])
const { nexthops, addressLabels } = host
const v0 = new Link(host, 2, 'v0', '')
const v1 = new Link(host, 3, 'v1', '')

const two = [{ id: 1 }, { id: 2 }]
/** ip(8) asks for one of the two counters at a time. */
const both = (ip: Value): Value => ({ ...ip, opFlags: ['dump_stats', 'dump_hw_stats'] })

t.test('nexthop objects', compare([
  ['ip nexthop add id 1 via 192.168.15.2 dev v0', async () => nexthops.add({ id: 1, via: '192.168.15.2', dev: v0 })],
  ['ip nexthop add id 2 via 10.9.0.2 dev v1 proto static', async () => nexthops.add({ id: 2, via: '10.9.0.2', dev: v1, proto: 'static' })],
  ['ip nexthop add id 3 via 2001:db8::2 dev v0', async () => nexthops.add({ id: 3, via: '2001:db8::2', dev: 2 })],
  ['ip nexthop add id 4 dev v0', async () => nexthops.add({ id: 4, dev: v0 })],
  ['ip nexthop add id 5 blackhole', async () => nexthops.add({ id: 5, blackhole: true })],
  ['ip nexthop add id 6 via 172.16.0.1 dev v0 onlink', async () => nexthops.add({ id: 6, via: '172.16.0.1', dev: v0, onlink: true })],
  ['ip nexthop add id 7 via 192.168.15.9 fdb', async () => nexthops.add({ id: 7, via: '192.168.15.9', fdb: true })],
  ['ip nexthop add id 8 encap mpls 100/200 via 192.168.15.3 dev v0',
    async () => nexthops.add({ id: 8, encap: { type: 'mpls', labels: [100, 200] }, via: '192.168.15.3', dev: v0 })],
  ['ip -6 nexthop add id 9 blackhole', async () => nexthops.add({ id: 9, blackhole: true, family: 'inet6' })],
  ['ip nexthop add id 10 group 1/2', async () => nexthops.add({ id: 10, group: two })],
  ['ip nexthop add id 11 group 1,3/2,5 proto 77', async () => nexthops.add({ id: 11, group: [{ id: 1, weight: 3 }, { id: 2, weight: 5 }], proto: 77 })],
  ['ip nexthop add id 12 group 1/2 type resilient buckets 8 idle_timer 60 unbalanced_timer 300',
    async () => nexthops.add({ id: 12, group: two, type: 'resilient', buckets: 8, idleTimer: 60, unbalancedTimer: 300 })],
  ['ip nexthop add via 192.168.15.4 dev v0', async () => nexthops.add({ via: '192.168.15.4', dev: v0 })],
  ['ip nexthop add id 13 group 7 fdb', async () => nexthops.add({ id: 13, group: [{ id: 7 }], fdb: true })],
  ['ip nexthop add id 3 group 1,300/2 hw_stats on', async () => nexthops.add({ id: 3, group: [{ id: 1, weight: 300 }, { id: 2 }], hwStats: true })],
  ['ip nexthop add id 4 group 1/2 hw_stats off', async () => nexthops.add({ id: 4, group: two, hwStats: false })],
  ['ip nexthop replace id 1 via 192.168.15.7 dev v0', async () => nexthops.replace({ id: 1, via: '192.168.15.7', dev: v0 })],
  ['ip nexthop replace id 12 group 1/2,3 type resilient',
    async () => nexthops.replace({ id: 12, group: [{ id: 1 }, { id: 2, weight: 3 }], type: 'resilient' })],
  ['ip nexthop del id 10', async () => nexthops.delete(10)],
  ['ip nexthop get id 12', async () => nexthops.get(12)],
  ['ip -s nexthop get id 3', async () => nexthops.get(3, { stats: true }), both],
  ['ip nexthop show', async () => nexthops.list()],
  ['ip nexthop show dev v0', async () => nexthops.list({ dev: v0 })],
  ['ip nexthop show groups', async () => nexthops.list({ groups: true })],
  ['ip nexthop show fdb', async () => nexthops.list({ fdb: true })],
  ['ip nexthop show master v0', async () => nexthops.list({ master: v0 })],
  ['ip -s -s nexthop show', async () => nexthops.list({ stats: true })],
  ['ip nexthop bucket show', async () => nexthops.buckets()],
  ['ip nexthop bucket show id 12', async () => nexthops.buckets({ id: 12 })],
  ['ip nexthop bucket show nhid 1', async () => nexthops.buckets({ nhid: 1 })],
]))

t.test('address labels', compare([
  ['ip addrlabel add prefix 2001:db8::/32 label 77', async () => addressLabels.add({ prefix: '2001:db8::/32', label: 77 })],
  ['ip addrlabel add prefix 2001:db8:1::/48 dev v0 label 78', async () => addressLabels.add({ prefix: '2001:db8:1::/48', dev: v0, label: 78 })],
  ['ip addrlabel del prefix 2001:db8::/32 label 77', async () => addressLabels.delete({ prefix: '2001:db8::/32', label: 77 })],
  ['ip addrlabel list', async () => addressLabels.list()],
]))

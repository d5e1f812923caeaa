// Rules: the library's methods against ip(8), as in facade.test.ts.

import '../sandbox.ts'
import t from 'tap'
import { Netns } from '../../lib/index.ts'
import { connectionOf } from '../../lib/inner.ts'
import { comparer } from './compare.ts'

const host = Netns.current()
const compare = comparer([host])
const { rules } = host

t.test('rules', compare([
  ['ip rule add from 192.168.15.0/24 table 100', async () => rules.add({ from: '192.168.15.0/24', table: 100 })],
  ['ip rule add to 10.0.0.0/8 priority 500 table 1000', async () => rules.add({ to: '10.0.0.0/8', priority: 500, table: 1000 })],
  ['ip rule add from 10.1.0.1 to 10.2.0.0/16 iif v0 oif v0 fwmark 0x10/0xff tos 0x10 priority 600 table 200 protocol static',
    async () => rules.add({ from: '10.1.0.1', to: '10.2.0.0/16', iif: 'v0', oif: 'v0', fwmark: 16, fwmask: 255, tos: 16, priority: 600, table: 200,
      proto: 'static' })],
  ['ip rule add not from 192.168.16.0/24 priority 601 table 100',
    async () => rules.add({ not: true, from: '192.168.16.0/24', priority: 601, table: 100 })],
  ['ip rule add priority 602 ipproto tcp sport 1000 dport 80-90 table 100',
    async () => rules.add({ priority: 602, ipproto: 'tcp', sport: 1000, dport: [80, 90], table: 100 })],
  ['ip rule add priority 603 uidrange 1000-2000 table 100', async () => rules.add({ priority: 603, uidrange: [1000, 2000], table: 100 })],
  ['ip rule add priority 604 l3mdev', async () => rules.add({ priority: 604, l3mdev: true })],
  ['ip rule add priority 605 table main suppress_prefixlength 0 suppress_ifgroup 7',
    async () => rules.add({ priority: 605, table: 'main', suppressPrefixlength: 0, suppressIfgroup: 7 })],
  ['ip rule add priority 606 from 10.3.0.0/16 realms 3/4 table 100',
    async () => rules.add({ priority: 606, from: '10.3.0.0/16', realms: { from: 3, to: 4 }, table: 100 })],
  ['ip rule add priority 607 tun_id 42 table 100', async () => rules.add({ priority: 607, tunId: 42, table: 100 })],
  ['ip rule add priority 700 goto 32766', async () => rules.add({ priority: 700, goto: 32766 })],
  ['ip rule add priority 701 fwmark 7 nop', async () => rules.add({ priority: 701, fwmark: 7, action: 'nop' })],
  ['ip rule add priority 702 from 10.4.0.0/16 blackhole', async () => rules.add({ priority: 702, from: '10.4.0.0/16', action: 'blackhole' })],
  ['ip rule add priority 703 from 10.5.0.0/16 unreachable', async () => rules.add({ priority: 703, from: '10.5.0.0/16', action: 'unreachable' })],
  ['ip rule add priority 704 from 10.6.0.0/16 prohibit', async () => rules.add({ priority: 704, from: '10.6.0.0/16', action: 'prohibit' })],
  ['ip -6 rule add from 2001:db8::/32 priority 500 table 100', async () => rules.add({ from: '2001:db8::/32', priority: 500, table: 100 })],
  ['ip -6 rule add to 2001:db8:1::1 iif v0 priority 501 prohibit',
    async () => rules.add({ to: '2001:db8:1::1', iif: 'v0', priority: 501, action: 'prohibit' })],
  ['ip rule del from 192.168.15.0/24 table 100', async () => rules.delete({ from: '192.168.15.0/24', table: 100 })],
  ['ip rule del priority 700', async () => rules.delete({ priority: 700 })],
  ['ip rule del priority 602 ipproto tcp sport 1000 dport 80-90 table 100',
    async () => rules.delete({ priority: 602, ipproto: 'tcp', sport: 1000, dport: [80, 90], table: 100 })],
  ['ip rule show', async () => rules.list({ family: 'inet' })],
  ['ip -6 rule show', async () => rules.list({ family: 'inet6' })],
  ['ip rule add dscp 10 priority 800 table 100', async () => rules.add({ dscp: 10, priority: 800, table: 100 })],
  ['ip rule add dscp 0x08/0x38 priority 801 table 100', async () => rules.add({ dscp: 8, dscpMask: 0x38, priority: 801, table: 100 })],
  ['ip rule add sport 80/0xfff0 dport 0x100/0xff00 ipproto udp priority 802 table 100',
    async () => rules.add({ sport: 80, sportMask: 0xfff0, dport: 0x100, dportMask: 0xff00, ipproto: 'udp', priority: 802, table: 100 })],
  ['ip -6 rule add flowlabel 0x12345 priority 803 table 100',
    async () => rules.add({ family: 'inet6', flowlabel: 0x12345, priority: 803, table: 100 })],
  ['ip -6 rule add flowlabel 0x1/0xff priority 804 table 100',
    async () => rules.add({ family: 'inet6', flowlabel: 1, flowlabelMask: 255, priority: 804, table: 100 })],
]))

// As Linux 6.12 does: what is not in its table is not there.
t.test('a kernel that passes over a selector', async (t) => {
  const done: unknown[] = []
  const connection = connectionOf(host)
  const old = {
    reply: async () => ({ family: 'inet', priority: 32_765, table: 100, action: 'to_tbl', flags: [] }),
    ack: async ({ name }: { name: string }, message: object) => { done.push([name, message]) },
    dump: async () => [{ family: 'inet', priority: 0, table: 255, action: 'to_tbl', flags: [] }],
  }
  Object.assign(connection, old)
  t.teardown(() => { for (const name of Object.keys(old)) Reflect.deleteProperty(connection, name) })
  for (const [option, attribute] of [[{ dscp: 10 }, 'dscp'], [{ dscp: 10, dscpMask: 3 }, 'dscp'], [{ sport: 80, sportMask: 0xf0 }, 'sportMask'], [{ flowlabel: 1 }, 'flowlabel']] as const) {
    const error: unknown = await rules.add({ ...option, table: 100 }).catch((one: unknown) => one)
    t.match(error, { code: 'EOPNOTSUPP', request: 'RTM_NEWRULE', attribute, message: /taken away again/ })
    t.match(done.pop(), ['RTM_DELRULE', { family: 'inet', priority: 32_765, table: 100, action: 1 }])
    t.match(await rules.delete({ ...option, table: 100 }).catch((one: unknown) => one), { code: 'ENOENT', request: 'RTM_DELRULE' })
    t.same(done, [], 'nothing is deleted in its stead')
  }
  await rules.add({ sport: 80, sportMask: 0xffff, table: 100 })
  t.same(done, [], 'a mask of all bits says nothing')
})

// What the benchmark suite says of an end state that is wrong: for each trial the right one, made by the floor, is accepted, and each
// way to spoil it is found out.

import { existsSync } from 'node:fs'
import t from 'tap'
import { ip, ipJson, skipUnless, skipUnlessKind } from '../sandbox.ts'
import { build } from '../../bench/build.ts'
import { check, type Listed } from '../../bench/check.ts'
import { driverOf } from '../../bench/drivers.ts'
import { built } from '../../bench/paths.ts'
import { prepare, runDriver } from '../../bench/prepare.ts'
import { trialOf, trials } from '../../bench/trials.ts'

build(['floor'])
const skip = skipUnless(existsSync(built('floor')), 'a C compiler') || skipUnlessKind('veth') || skipUnlessKind('bridge')

/** Words for ip(8) that spoil something, or what becomes of the driver's answer, and the complaint. */
type Spoiling = readonly [how: string | ((result: Listed) => Listed), complaint: RegExp]

const pairs: Spoiling[] = [['link set v1 mtu 1400', /v1 .* another MTU/], ['link set p2 group 5', /p2 .* group/], ['link set v1 up', /v1 is up/],
  ['link del v0', /links: 5, not 7/]]
const ports: Spoiling[] = [['link set v1 down', /v1 is down/], ['link set v2 nomaster', /ports of br0: 2, not 3/],
  ['-n other link set p0 down', /p0 up: false/], ['-n other link del p0', /links in other: 3, not 4/]]
const quiet: Spoiling[] = [['-n other link set p2 addrgenmode eui64', /p2 addrgenmode: eui64, not none/], ['link set v1 addrgenmode eui64', /v1 addrgenmode/]]
const names: Spoiling[] = [['netns add more', /names: 5, not 4/]]
const pods: Spoiling[] = [['-n pod1 route del default', /default route of pod1/],
  ['-n pod2 addr del 10.1.0.4/16 dev eth0', /address of pod2: undefined, not 10.1.0.4/],
  ['-n pod1 link set eth0 down', /eth0 of pod1 up/], ['-n pod0 link set lo down', /lo of pod0 up/], ['netns del pod1', /names: 3, not 4/], ['link set h0 nomaster', /ports of br0/]]
const lists: Spoiling[] = [[(result) => ({ ...result, count: 1 }), /listed: 1, not/], [(result) => ({ ...result, checksum: 1 }), /checksum: 1, not/]]
const routes: Spoiling[] = [['route replace 10.128.0.1/32 dev r1', /route to 10.128.0.1 by r1/], ['route del 10.128.0.0/32', /routes: 2, not 3/],
  ['route add 10.129.0.0/32 dev r0', /route to 10.129.0.0/]]

const spoilings: { readonly [trial: string]: readonly Spoiling[] } = {
  W1: pairs, W2: ports, 'W2-lean': [...quiet, ...ports],
  W3: [['link set keep1 group 5', /keep1 group/], ['link add v1 type veth peer name p1', /links: 13, not 11/], ['link del keep2', /keep2/]],
  W4: [['-n n1 link set lo up', /lo of n1 up: true/], ...names, ['netns del n0', /n0 first/]],
  'W4-down': [['netns add n1', /names: n1 other/]],
  W5: pods, 'W5-lean': [['-n pod0 link set eth0 addrgenmode eui64', /eth0 addrgenmode/], ...pods],
  'W5-down': [['netns add pod1', /names: pod1 other/], ['link add h1 type veth peer name h2', /links: lo br0 h2 h1, not lo br0/]],
  W6: [...lists, ['link add x type veth peer name y', /links: 7, not 5/]], W7: routes, 'W7-list': [...lists, ...routes],
  'W7-delete': [['route add 10.128.0.1/32 dev r0', /routes: 1, not 0/]],
  address: [['addr add 10.192.0.1/32 dev v7', /10.192.0.1\/32 on v7/], ['addr del 10.192.0.2/32 dev v2', /missing: 1, not 0/]],
  'address-delete': [['addr add 10.192.0.1/32 dev v1', /10.192.0.1\/32 on v1/]],
  single: [[(result) => ({ ...result, latencies: [1] }), /latencies: 1, not/]],
  'single-veth': [[(result) => ({ ...result, latencies: [] }), /latencies: 0, not/], ...pairs],
}

/** Nothing of a trial is there when the next begins; the links first, since those to a namespace go when it likes. */
function wipe(): void {
  const links = ipJson<{ ifname: string }>('link', 'show').filter(({ ifname }) => ifname !== 'lo')
  for (const { ifname } of links) ip('link', 'set', ifname, 'group', '99')
  if (links.length > 0) ip('link', 'del', 'group', '99')
  ip('-all', 'netns', 'del')
}

const floor = driverOf('floor')
const sizeOf = (trial: string): number => trial === 'W6' ? 4 : 3

for (const trial of Object.keys(trials)) {
  t.test(`what ${trial} must leave`, { skip }, async (t) => {
    const { as = trial, lean = false } = trialOf(trial), size = sizeOf(trial)
    t.teardown(wipe)
    prepare(as, size, lean, floor)
    const given = { size, lean, ownState: false, result: runDriver(floor.command, as, size, lean ? ['--lean'] : []) as Listed }
    t.strictSame(check(as, given), [], 'right as it is')
    t.ok(spoilings[trial]?.length, 'there is a way to spoil it')
    for (const [how, complaint] of spoilings[trial] ?? []) {
      if (typeof how === 'string') ip(...how.split(' '))
      const found = check(as, typeof how === 'string' ? given : { ...given, result: how(given.result) })
      t.match(found.join('; '), complaint, `${typeof how === 'string' ? how : 'another answer'} is found out`)
    }
  })
}

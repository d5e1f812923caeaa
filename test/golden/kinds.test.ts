// Each kind's class against ip(8): with the options that a captured command asks for, `create` and `set` send that command's
// request. The fixtures' objects say what was asked for; that they say it rightly is golden.test.ts's business and the reader's.

import '../sandbox.ts'
import t from 'tap'
import { Link, Netns } from '../../lib/index.ts'
import { kinds } from '../../lib/kinds/index.ts'
import { headerOf, type Case } from './golden.ts'
import { requested } from './subjects.ts'
import { bookkeeping, sentBy } from './wire.ts'

type Value = { readonly [name: string]: unknown }
interface KindClass { new (netns: Netns, index: number, name: string, kind: string): Link, create?(options: Value): Promise<Link> }

const host = Netns.current()
const classes: { readonly [kind: string]: { readonly handle: KindClass } } = kinds as never

/** A fixture about a kind that this library knows, taken apart. */
function request({ fixture }: Case): { kind: string, data: Value, rest: Value } | undefined {
  const { linkinfo, ...rest } = fixture.object as { linkinfo?: { kind?: string, data?: Value } }
  const { kind = '', data = {} } = linkinfo ?? {}
  return kind in classes ? { kind, data: withoutNothings(kind, data), rest } : undefined
}

/** The options that attributes come from. Links made here have one queue unless asked for more: those of veth are in facade.test.ts. */
function optionsOf({ data, rest }: { data: Value, rest: Value }): Value {
  const { ifname, ...others } = rest
  const { peer, peerInfo, ...own } = data
  const far = (peer ?? peerInfo) as { ifname: string } | undefined
  return { name: ifname, ...others, ...own, ...(far ? { peer: { name: far.ifname } } : {}) }
}

/** What ip(8) says of some tunnels although it means nothing: no link below, and a version of ERSPAN where there is no ERSPAN. */
function withoutNothings(kind: string, data: Value): Value {
  const { link, erspanVer, ...rest } = data
  return { ...rest, ...(link === 0 || link === undefined ? {} : { link }), ...(erspanVer === undefined || !kind.includes('erspan') ? {} : { erspanVer }) }
}

const cases = requested.filter(({ name }) => !['veth', 'bridge'].includes(name)).flatMap((subject) => subject.cases)
const made = cases.filter((one) => one.fixture.flags.includes('NLM_F_CREATE') && one.fixture.command.startsWith('ip link add'))
const changed = cases.filter((one) => one.fixture.command.startsWith('ip link set'))

t.test('create', async (t) => {
  const seen = new Set<string>()
  for (const one of made) {
    const wish = request(one)
    const create = wish && classes[wish.kind]?.handle.create
    if (!wish || !create) continue
    await t.test(one.fixture.command, async (t) => {
      const sent = await sentBy([host], async () => create.call(classes[wish.kind]?.handle, optionsOf(wish)))
      t.equal(sent[0]?.name, 'RTM_NEWLINK')
      t.equal((sent[0]?.flags ?? 0) & ~bookkeeping, headerOf(one).flags & ~bookkeeping, 'flags')
      const { linkinfo, ...expected } = one.expected as { linkinfo: { data?: Value } }
      const data = linkinfo.data && withoutNothings(wish.kind, linkinfo.data)
      t.strictSame(sent[0]?.object, { ...expected, linkinfo: data ? { ...linkinfo, data } : linkinfo })
    })
    seen.add(wish.kind)
  }
  const without = ['bridge', 'can', 'dsa', 'tun', 'veth']   // elsewhere, or made by no message
  t.strictSame(Object.keys(kinds).filter((kind) => !seen.has(kind)), without, 'every kind')
})

t.test('set', async (t) => {
  let count = 0
  for (const one of changed) {
    const wish = request(one)
    const handle = wish && classes[wish.kind]?.handle
    if (!wish || !handle) continue
    await t.test(one.fixture.command, async (t) => {
      const link = new handle(host, Number(wish.rest['index']), 'eth0', wish.kind)
      const sent = await sentBy([host], async () => link.set(wish.data))
      t.strictSame(sent.at(-1)?.object, one.expected)
      const again = await sentBy([host], async () => link.set({ data: wish.data }))
      t.strictSame(again, sent, 'the same by `data`')
    })
    count++
  }
  t.ok(count > 8, `${count} changes`)
})

// IPv4 and IPv6 addresses: every option read back by ip(8), theirs read by us, what list returns handed to add again.
import '../../sandbox.ts'
import t from 'tap'
import { Bridge, type AddressOptions } from '../../../lib/index.ts'
import { only, place, reason, type Place } from '../place.ts'

interface Shown { family: string, local: string, prefixlen: number, address?: string, scope: string, label?: string, broadcast?: string, valid_life_time: number, preferred_life_time: number, metric?: number, nodad?: boolean, noprefixroute?: boolean }

function shown(where: Place, local: string): Shown {
  const all = where.show<{ addr_info: Shown[] }>('addr', 'show', 'dev', 'br0').flatMap(({ addr_info }) => addr_info)
  return only(all.filter((one) => one.local === local))
}

await t.test('every option', async (t) => {
  const red = await place(t)
  const link = await Bridge.create({ netns: red.netns, name: 'br0', up: true, ipv6: 'none' })
  const forEver = 4294967295
  const cases: [address: string, options: AddressOptions, theirs: Partial<Shown>][] = [
    ['10.0.0.1/24', {}, { local: '10.0.0.1', prefixlen: 24, scope: 'global', label: 'br0', valid_life_time: forEver }],
    ['10.0.1.1/24', { scope: 'link', label: 'br0:x', broadcast: '10.0.1.255', metric: 77, noprefixroute: true }, { prefixlen: 24, scope: 'link', label: 'br0:x', broadcast: '10.0.1.255', metric: 77, noprefixroute: true }],
    ['10.0.2.1', {}, { prefixlen: 32 }],
    ['10.0.3.1', { peer: '10.0.4.1/24' }, { local: '10.0.3.1', address: '10.0.4.1', prefixlen: 24 }],
    ['10.0.5.1/8', { validLifetime: 1000, preferredLifetime: 500 }, { prefixlen: 8 }],
    ['fd00::1/64', { nodad: true, metric: 5 }, { local: 'fd00::1', prefixlen: 64, scope: 'global', nodad: true, metric: 5 }],
    ['fd01::1', { nodad: true }, { prefixlen: 128 }],
    ['fd02::1/48', { nodad: true, validLifetime: 900, preferredLifetime: 0, noprefixroute: true }, { prefixlen: 48, noprefixroute: true }],
    ['fd03::1', { peer: 'fd04::1/64', nodad: true }, { local: 'fd03::1', address: 'fd04::1', prefixlen: 64 }],
    ['fe80::1/64', { scope: 'link', nodad: true }, { scope: 'link' }],
  ]
  for (const [address, options, theirs] of cases) {
    await link.addresses.add(address, options)
    t.match(shown(red, address.split('/')[0] ?? ''), theirs, address)
  }
  const lifetimes = shown(red, '10.0.5.1')
  t.ok(lifetimes.valid_life_time > 900 && lifetimes.valid_life_time <= 1000 && lifetimes.preferred_life_time > 400 && lifetimes.preferred_life_time <= 500)
  t.equal(shown(red, 'fd02::1').preferred_life_time, 0)
  t.match(red.show<{ dst: string, metric?: number }>('-6', 'route').find(({ dst }) => dst === 'fd00::/64'), { metric: 5 })

  const list = await link.addresses.list()
  t.equal(list.length, cases.length)
  t.match(list.find(({ label }) => label === 'br0:x'), { address: '10.0.1.1/24', link: link.index, name: 'br0', family: 'inet', scope: 'link', broadcast: '10.0.1.255', metric: 77, flags: ['permanent', 'noprefixroute'] })
  t.match(list.find(({ address }) => address === '10.0.3.1/32'), { peer: '10.0.4.1/24' })
  t.match(list.find(({ address }) => address === 'fd03::1/128'), { peer: 'fd04::1/64' })
  t.notOk(Object.hasOwn(list[0] ?? {}, 'validLifetime'), 'for ever is absent')

  // What was listed goes in again, in another namespace, and looks the same to ip(8).
  const blue = await place(t)
  const other = await Bridge.create({ netns: blue.netns, name: 'br0', up: true, ipv6: 'none' })
  for (const one of list) await other.addresses.add(one)
  // IPv6 ones of one scope are listed latest first.
  const words = (where: Place): string[] => where.ip('-o', 'addr', 'show', 'dev', 'br0').replaceAll(/\d+sec/g, '').split('\n').sort()
  t.same(words(blue), words(red))
})

await t.test('one that ip(8) added, filters, replace, delete, flush', async (t) => {
  const red = await place(t)
  const { netns } = red
  const link = await Bridge.create({ netns, name: 'br0', up: true, ipv6: 'none' })
  red.ip('addr', 'add', '10.0.0.1/24', 'dev', 'br0', 'label', 'br0:a', 'valid_lft', '100', 'preferred_lft', '50')
  red.ip('addr', 'add', 'fd00::1/64', 'dev', 'br0', 'nodad')
  const [own] = await link.addresses.list({ family: 'inet' })
  t.match(own, { address: '10.0.0.1/24', label: 'br0:a' })
  t.ok((own?.validLifetime ?? 0) > 90)
  const found = async (filter: object): Promise<string> => (await netns.addresses.list(filter)).map(({ address }) => address).sort().join(' ')
  t.equal(await found({}), '10.0.0.1/24 127.0.0.1/8 ::1/128 fd00::1/64')
  t.equal(await found({ family: 'inet6' }), '::1/128 fd00::1/64')
  t.equal(await found({ scope: 'host' }), '127.0.0.1/8 ::1/128')
  for (const ref of [link, 'br0', link.index]) t.equal(await found({ link: ref, family: 'inet' }), '10.0.0.1/24')
  await link.addresses.replace('10.0.0.1/24', { validLifetime: 5000 })
  t.ok(shown(red, '10.0.0.1').valid_life_time > 4000)
  await link.addresses.replace('10.0.9.1/24')
  t.equal(shown(red, '10.0.9.1').prefixlen, 24, 'replace adds what is not there')
  t.match(await reason(link.addresses.add('10.0.9.1/24')), { code: 'EEXIST' })
  await link.addresses.delete('10.0.9.1/24')
  t.match(await reason(link.addresses.delete('10.0.9.1/24')), { code: 'EADDRNOTAVAIL' })
  await link.addresses.delete({ address: '10.0.0.1/24' })
  t.equal(await found({ link, family: 'inet' }), '')
  // Secondaries go with their primary.
  for (let n = 1; n <= 5; n++) await link.addresses.add(`10.1.0.${n}/24`)
  await link.addresses.flush({ family: 'inet' })
  t.equal(await found({ link }), 'fd00::1/64')
  await link.addresses.flush()
  t.equal(await found({ link }), '')
  await netns.addresses.flush({ link: 'lo', family: 'inet6' })
  t.equal(await found({}), '127.0.0.1/8')
})

// Netns.list, Netns#id and assignId: names, inodes, ids, stale files, and names that are also properties of objects.
import '../../sandbox.ts'
import { statSync, writeFileSync } from 'node:fs'
import t from 'tap'
import { ip, ipJson } from '../../sandbox.ts'
import { Netns, NetlinkError } from '../../../lib/index.ts'
import { descriptors, place, reason } from '../place.ts'

await t.test('before anything was made', async (t) => {
  t.same(await Netns.list(), [])
})

await t.test('theirs, ours, stale', async (t) => {
  ip('netns', 'add', 'theirs')
  ip('netns', 'set', 'theirs', '7')
  const { name, netns } = await place(t)
  writeFileSync('/run/netns/half', '')
  await Netns.list()   // opens the socket that the ids are asked by
  const held = descriptors()
  const list = await Netns.list()
  t.same(list, [
    { name: 'half', path: '/run/netns/half', inode: 0, stale: true },
    { name, path: `/run/netns/${name}`, inode: netns.inode },
    { name: 'theirs', path: '/run/netns/theirs', inode: statSync('/run/netns/theirs').ino, id: 7 },
  ])
  t.equal(descriptors(), held)
  t.match(await reason(Netns.create('half')), { code: 'EEXIST' })
  await Netns.delete('half')
  await Netns.delete('theirs')
  t.same((await Netns.list()).map((entry) => entry.name), [name])
})

await t.test('names that objects have too', async (t) => {
  const names = ['__proto__', 'constructor', 'toString', '0', '1234', 'a@b', 'a.b-c']
  for (const name of names) await Netns.create(name)
  t.same((await Netns.list()).map((entry) => entry.name), [...names].sort())
  t.same(ipJson<{ name: string }>('netns', 'list').map(({ name }) => name).sort(), [...names].sort())
  for (const name of names) {
    await using netns = await Netns.open(name)
    t.equal(netns.inode, statSync(`/run/netns/${name}`).ino, name)
    await Netns.delete(name)
  }
  t.same(await Netns.list(), [])
})

await t.test('ids', async (t) => {
  const [red, blue, green] = [await place(t), await place(t), await place(t)]
  t.equal(await red.netns.id(blue.netns), undefined)
  t.equal(await red.netns.assignId(blue.netns, 42), 42)
  t.equal(await red.netns.id(blue.netns), 42)
  t.equal(await blue.netns.id(red.netns), undefined, 'an id is known to its observer only')
  t.same(red.show<{ nsid: number, name?: string }>('netns', 'list-id').map(({ nsid, name }) => [nsid, name]), [[42, blue.name]])
  const chosen = await red.netns.assignId(green.netns)
  t.equal(red.show<{ nsid: number, name?: string }>('netns', 'list-id').find(({ name }) => name === green.name)?.nsid, chosen, 'the kernel\'s choice')
  red.ip('netns', 'set', red.name, '3')
  t.equal(await red.netns.id(red.netns), 3, 'assigned by ip(8)')
  const twice = await reason(red.netns.assignId(blue.netns, 43))
  t.ok(twice instanceof NetlinkError)
  t.match(twice, { code: 'EEXIST', request: 'RTM_NEWNSID' })
  await blue.netns.assignId(green.netns, 5)
  t.match(await reason(blue.netns.assignId(red.netns, 5)), { code: 'EEXIST', extack: /already used/ }, 'an id is given once')
})

await t.test('wrong ids', async (t) => {
  const [red, blue] = [await place(t), await place(t)]
  for (const id of [-1, 1.5, NaN, Infinity, 2 ** 31, '5', 1n, null, {}]) {
    const error = await reason(red.netns.assignId(blue.netns, id as number))
    t.ok(error instanceof TypeError || error instanceof RangeError, String(id))
    t.match(error, { argument: 'id' })
  }
  for (const other of [undefined, null, {}, 'red', blue.netns.fd]) {
    t.match(await reason(red.netns.id(other as Netns)), { name: 'TypeError', argument: 'of' })
    t.match(await reason(red.netns.assignId(other as Netns)), { name: 'TypeError', argument: 'of' })
  }
  t.equal(await red.netns.id(blue.netns), undefined)
})

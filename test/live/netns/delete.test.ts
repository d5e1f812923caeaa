// Netns.delete, Netns#delete and close: what goes, what stays with those who use it, and what a closed handle answers.
import '../../sandbox.ts'
import { closeSync, existsSync, openSync, readlinkSync, statSync } from 'node:fs'
import t from 'tap'
import { ip } from '../../sandbox.ts'
import { Netns, NetnsError, Veth } from '../../../lib/index.ts'
import { descriptors, eventually, mounts, place, processIn, reason, run } from '../place.ts'

await t.test('by name', async (t) => {
  ip('netns', 'add', 'theirs')
  await Netns.delete('theirs')
  t.equal(ip('netns', 'list'), '')
  t.throws(() => statSync('/run/netns/theirs'), { code: 'ENOENT' })
  const error = await reason(Netns.delete('theirs'))
  t.ok(error instanceof NetnsError)
  t.match(error, { code: 'ENOENT', errno: -2, path: '/run/netns/theirs' })
  await Netns.delete('theirs', { ifExists: true })
  t.match(await reason(Netns.delete('theirs', { ifExists: false })), { code: 'ENOENT' })
})

await t.test('by handle', async (t) => {
  const held = descriptors()
  const netns = await Netns.create('red')
  await netns.delete()
  t.same(await Netns.list(), [])
  t.equal(descriptors(), held)
  t.match(await reason(netns.links.list()), { code: 'ERR_NETNS_CLOSED' })
  t.match(await reason(netns.delete()), { code: 'ENOENT' })
  const opened = await Netns.create().then(async (unnamed) => Netns.open({ fd: unnamed.fd }))
  await opened.delete()
  t.match(await reason(opened.links.list()), { code: 'ERR_NETNS_CLOSED' }, 'without a name it is closed')
})

await t.test('one that a process is in', async (t) => {
  const { name, netns } = await place(t)
  const pid = await processIn(t, name)
  await netns.delete()
  t.same(await Netns.list(), [], 'the name goes')
  t.equal(readlinkSync(`/proc/${pid}/ns/net`), `net:[${netns.inode}]`, 'the process stays')
  await using again = await Netns.open({ pid })
  t.equal(again.inode, netns.inode)
  t.same((await again.links.list()).map((link) => link.name), ['lo'])
})

await t.test('one that a descriptor holds', async (t) => {
  const { name, netns } = await place(t)
  const fd = openSync(`/run/netns/${name}`, 'r')
  await netns.delete()
  {
    await using again = await Netns.open({ fd })
    t.equal(again.inode, netns.inode)
    t.same((await again.links.list()).map((link) => link.name), ['lo'])
  }
  closeSync(fd)
})

await t.test('several bound over one name', async (t) => {
  const { name } = await place(t)
  ip('netns', 'add', 'other')
  for (let turn = 0; turn < 2; turn++) run('mount', '--bind', '/run/netns/other', `/run/netns/${name}`)
  t.equal(mounts().filter((point) => point.endsWith(`/${name}`)).length, 3)
  await Netns.delete(name)
  t.same(mounts(), ['/run/netns', '/run/netns/other'])
  ip('netns', 'delete', 'other')
})

await t.test('a directory, and names outside', async (t) => {
  run('mkdir', '-p', '/run/netns/folder', '/run/kept')
  t.match(await reason(Netns.delete('folder')), { code: 'EISDIR' })
  for (const name of ['..', '.', '../kept', '/run/kept', 'folder/..', '', 'a\0b']) {
    const error = await reason(Netns.delete(name))
    t.ok(error instanceof RangeError, JSON.stringify(name))
    t.match(error, { argument: 'name' })
  }
  t.ok(statSync('/run/kept').isDirectory())
  run('rmdir', '/run/netns/folder', '/run/kept')
  for (const options of [null, 5, { ifexists: true }, { ifExists: 'yes' }]) t.ok(await reason(Netns.delete('red', options as object)) instanceof TypeError)
})

await t.test('close', async (t) => {
  const { name, netns } = await place(t)
  const link = await netns.links.get('lo')
  const held = descriptors()
  const { fd, inode } = netns
  const underWay = [netns.links.list(), netns.routes.list(), netns.links.get('lo')]
  await netns.close()
  await netns.close()
  for (const outcome of await Promise.allSettled(underWay)) {
    // Sent or not by then: an answer or ERR_NETNS_CLOSED, nothing else and never nothing.
    t.ok(outcome.status === 'fulfilled' || (outcome.reason as { code: string }).code === 'ERR_NETNS_CLOSED')
  }
  // The thread that answered last lets go of it after that.
  t.ok(await eventually(() => !existsSync(`/proc/self/fd/${fd}`)), 'the descriptor is closed')
  t.ok(descriptors() < held)
  t.equal(netns.inode, inode, 'known all the same')
  await using open = await Netns.open(name)
  t.ok(open.equals(netns))
  const closed: (() => unknown)[] = [
    () => netns.links.get('lo'), () => netns.links.list(), () => netns.links.delete([1]), () => netns.addresses.list(), () => netns.addresses.flush({}),
    () => netns.routes.add({ to: 'default', via: '10.0.0.1' }), () => netns.routes.list(), () => netns.routes.get('10.0.0.1'), () => netns.routes.flush(),
    () => netns.neighbors.list(), () => netns.sysctl.get('net.ipv4.ip_forward'), () => netns.sysctl.set('net.ipv4.ip_forward', 0),
    () => netns.id(open), () => open.id(netns), () => netns.assignId(open), () => open.assignId(netns), () => netns.exec('true'),
    () => link.get(), () => link.stats(), () => link.set({ up: true }), () => link.up(), () => link.down(), () => link.rename('x'), () => link.delete(),
    () => link.moveTo(open), () => link.addresses.add('10.0.0.1/24'), () => link.addresses.list(), () => link.neighbors.add('10.0.0.2'),
    () => Veth.create({ netns }), () => Veth.create({ netns: open, peer: { netns } }),
  ]
  for (const operation of closed) t.match(await reason((async () => operation())()), { code: 'ERR_NETNS_CLOSED', name: 'Error' }, String(operation))
  t.throws(() => netns.fd, { code: 'ERR_NETNS_CLOSED' })
  t.same((await open.links.list()).map((one) => one.name), ['lo'])
})

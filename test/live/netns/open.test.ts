// Netns.open by name, path, process and descriptor; Netns.current; and what lies in /run/netns without being a namespace.
import '../../sandbox.ts'
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import t from 'tap'
import { ip } from '../../sandbox.ts'
import { Netns, NetnsError, type NetnsTarget } from '../../../lib/index.ts'
import { descriptors, eventually, ended, mounts, node, place, processIn, reason, run } from '../place.ts'

await t.test('made by ip(8), opened in every way', async (t) => {
  ip('netns', 'add', 'theirs')
  ip('-n', 'theirs', 'link', 'add', 'mark', 'type', 'bridge')
  const pid = await processIn(t, 'theirs')
  const fd = openSync('/run/netns/theirs', 'r')
  const { ino } = statSync('/run/netns/theirs')
  const targets: [NetnsTarget, string | undefined][] = [
    ['theirs', 'theirs'], [{ name: 'theirs' }, 'theirs'], [{ path: '/run/netns/theirs' }, undefined], [{ path: `/proc/${pid}/ns/net` }, undefined],
    [{ pid }, undefined], [{ fd }, undefined],
  ]
  const held = descriptors()
  for (const [target, name] of targets) {
    await using netns = await Netns.open(target)
    t.equal(netns.inode, ino, JSON.stringify(target))
    t.equal(netns.name, name)
    t.ok((await netns.links.list()).some((link) => link.name === 'mark'))
    t.ok(netns.equals(await Netns.open({ fd: netns.fd })))
  }
  closeSync(fd)
  t.equal(statSync('/run/netns/theirs').ino, ino, 'a handle that is closed deletes nothing')
  ip('netns', 'delete', 'theirs')
  t.ok(descriptors() >= held - 1)
})

await t.test('equals', async (t) => {
  const [one, two] = [await place(t), await place(t)]
  await using again = await Netns.open(one.name)
  t.ok(one.netns.equals(again) && again.equals(one.netns) && one.netns.equals(one.netns))
  t.notOk(one.netns.equals(two.netns) || two.netns.equals(Netns.current()))
  t.throws(() => one.netns.equals({ inode: one.netns.inode } as Netns), { name: 'TypeError', argument: 'other' })
})

await t.test('current', async (t) => {
  const current = Netns.current()
  t.equal(current, Netns.current())
  t.equal(current.name, undefined)
  t.equal(current.inode, statSync('/proc/thread-self/ns/net').ino)
  await current.close()
  await current[Symbol.asyncDispose]()
  t.ok((await current.links.list()).some((link) => link.name === 'lo'), 'closing it does nothing')
  t.match(await reason(current.delete()), { code: 'ERR_NETNS_CURRENT' })
})

await t.test('what is not there', async (t) => {
  const child = node('')
  const { pid } = child
  await ended(child)
  const cases: [NetnsTarget, object][] = [
    ['nobody', { code: 'ENOENT', errno: -2, syscall: 'open', path: '/run/netns/nobody' }],
    [{ path: '/no/such' }, { code: 'ENOENT', path: '/no/such' }],
    [{ path: '/etc/passwd/x' }, { code: 'ENOTDIR' }],
    [{ pid: pid ?? 0 }, { code: 'ESRCH', errno: -3 }],
    [{ pid: 2 ** 31 - 1 }, { code: 'ESRCH' }],
    [{ fd: 2 ** 20 }, { code: 'EBADF' }],
    [{ path: '/etc/passwd' }, { code: 'EINVAL' }],
    [{ path: '/proc/self/ns/uts' }, { code: 'EINVAL' }],
    [{ path: '/proc/self/ns/user' }, { code: 'EINVAL' }],
  ]
  const held = descriptors()
  for (const [target, expected] of cases) {
    const error = await reason(Netns.open(target))
    t.ok(error instanceof NetnsError, JSON.stringify(target))
    t.match(error, expected)
  }
  t.ok(await eventually(() => descriptors() <= held), 'no descriptor is left')
})

await t.test('a descriptor of something else stays open', async (t) => {
  const fd = openSync('/dev/null', 'r')
  t.match(await reason(Netns.open({ fd })), { code: 'EINVAL' })
  closeSync(fd)
})

await t.test('digits are a name, never a process', async (t) => {
  const name = String(process.pid)
  t.match(await reason(Netns.open(name)), { code: 'ENOENT' }, 'the process lives, the name is not there')
  await using made = await Netns.create(name)
  await using opened = await Netns.open(name)
  t.equal(opened.inode, made.inode)
  t.not(opened.inode, Netns.current().inode)
})

await t.test('wrong targets', async (t) => {
  const wrong: [unknown, string][] = [
    ['', 'name'], ['..', 'name'], ['a/b', 'name'], ['../../proc/self/ns/net', 'name'], [null, 'target'], [undefined, 'target'], [5, 'target'], [[], 'target'], [{}, 'target'],
    [{ name: 'a', pid: 1 }, 'target'], [{ nmae: 'a' }, 'target'], [{ name: '/' }, 'target.name'], [{ path: '' }, 'target.path'], [{ path: 'a\0b' }, 'target.path'],
    [{ path: 5 }, 'target.path'], [{ pid: 0 }, 'target.pid'], [{ pid: -1 }, 'target.pid'], [{ pid: 1.5 }, 'target.pid'], [{ pid: NaN }, 'target.pid'],
    [{ pid: '1' }, 'target.pid'], [{ pid: 2 ** 32 + 1 }, 'target.pid'], [{ pid: 1n }, 'target.pid'], [{ fd: -1 }, 'target.fd'], [{ fd: 2 ** 31 }, 'target.fd'], [{ fd: '0' }, 'target.fd'],
  ]
  for (const [target, argument] of wrong) {
    const error = await reason(Netns.open(target as string))
    t.ok(error instanceof TypeError || error instanceof RangeError, String(JSON.stringify(target, (_, value: unknown) => typeof value === 'bigint' ? 'bigint' : value)))
    t.match(error, { argument })
  }
})

await t.test('files in /run/netns that are no network namespaces', async (t) => {
  mkdirSync('/run/netns', { recursive: true })
  const outside = '/run/outside'
  writeFileSync(outside, 'untouched')
  symlinkSync(outside, '/run/netns/file-link')
  symlinkSync('/proc/self/ns/net', '/run/netns/ns-link')
  writeFileSync('/run/netns/stale', '')
  writeFileSync('/run/netns/uts', '')
  run('mkfifo', '/run/netns/fifo')
  // An own uts namespace: a user namespace may bind only what it owns.
  run('unshare', '-u', 'mount', '--bind', '/proc/self/ns/uts', '/run/netns/uts')
  const codes = { 'file-link': 'ELOOP', 'ns-link': 'ELOOP', stale: 'EINVAL', uts: 'EINVAL', fifo: 'EINVAL' }
  const held = descriptors()
  for (const [name, code] of Object.entries(codes)) {
    const start = performance.now()
    t.match(await reason(Netns.open(name)), { code }, name)
    t.ok(performance.now() - start < 500, 'at once')
    t.match(await reason(Netns.create(name)), { code: 'EEXIST' })
  }
  t.same((await Netns.list()).map(({ name, stale, inode }) => [name, stale, inode]), Object.keys(codes).sort().map((name) => [name, true, 0]))
  for (const name of Object.keys(codes)) await Netns.delete(name)
  t.ok(await eventually(() => descriptors() <= held), 'no descriptor is left')
  t.same(await Netns.list(), [])
  t.equal(readFileSync(outside, 'utf8'), 'untouched')
  t.same(mounts().filter((point) => point !== '/run/netns'), [])
  rmSync(outside)
})

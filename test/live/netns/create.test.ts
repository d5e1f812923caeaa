// Netns.create: named as `ip netns add` makes them, unnamed, with options; what others find, and what a failure leaves.
import '../../sandbox.ts'
import { readFileSync, statSync } from 'node:fs'
import t from 'tap'
import { ip, ipJson } from '../../sandbox.ts'
import { Netns, NetnsError } from '../../../lib/index.ts'
import { descriptors, mounts, only, place, reason } from '../place.ts'

const flagsOfLo = (name: string): string[] => only(ipJson<{ flags: string[] }>('-n', name, 'link', 'show', 'lo')).flags

await t.test('a named one is what ip(8) makes', async (t) => {
  const red = await Netns.create('red')
  ip('netns', 'add', 'theirs')
  t.same(ipJson<{ name: string }>('netns', 'list').map(({ name }) => name).sort(), ['red', 'theirs'])
  const [ours, theirs] = [statSync('/run/netns/red'), statSync('/run/netns/theirs')]
  t.equal(ours.mode, theirs.mode, 'the same kind of file')
  t.equal(ours.dev, theirs.dev, 'on nsfs')
  t.equal(ours.ino, red.inode)
  t.equal(red.name, 'red')
  t.not(red.inode, Netns.current().inode)
  t.match(ip('netns', 'exec', 'red', 'readlink', '/proc/self/ns/net'), `net:[${red.inode}]`)
  t.ok(flagsOfLo('red').includes('UP'), 'loopback is up')
  const line = readFileSync('/proc/self/mountinfo', 'utf8').split('\n').find((line) => line.includes(' /run/netns '))
  t.match(line, / shared:\d+/, 'mounts spread to other mount namespaces')
  t.same(mounts(), ['/run/netns', '/run/netns/red', '/run/netns/theirs'])
  await red.delete()
  ip('netns', 'delete', 'theirs')
  t.same(mounts(), ['/run/netns'])
})

await t.test('an unnamed one', async (t) => {
  const before = mounts()
  await using netns = await Netns.create()
  t.equal(netns.name, undefined)
  t.same(mounts(), before)
  t.equal(ip('netns', 'list'), '')
  t.equal(statSync(`/proc/self/fd/${netns.fd}`).ino, netns.inode)
  t.same((await netns.links.list()).map(({ name, up }) => [name, up]), [['lo', true]])
})

await t.test('loopback: false', async (t) => {
  const { name } = await place(t, { loopback: false })
  t.notOk(flagsOfLo(name).includes('UP'))
})

await t.test('sysctl', async (t) => {
  const { name } = await place(t, { sysctl: { 'net.ipv4.ip_forward': 1, 'net/ipv6/conf/lo/disable_ipv6': '1' } })
  t.equal(ip('netns', 'exec', name, 'cat', '/proc/sys/net/ipv4/ip_forward'), '1\n')
  t.equal(ip('netns', 'exec', name, 'cat', '/proc/sys/net/ipv6/conf/lo/disable_ipv6'), '1\n')
  t.notMatch(ip('-n', name, '-6', 'addr'), '::1', 'set before loopback came up')
  t.not(readFileSync('/proc/sys/net/ipv6/conf/lo/disable_ipv6', 'utf8'), '1\n', 'here nothing changed')
})

await t.test('a sysctl that fails leaves nothing', async (t) => {
  const [mounted, held] = [mounts(), descriptors()]
  for (const [key, value, code] of [['net.no.such', 1, 'ENOENT'], ['net.ipv4.ip_forward', 'x', 'EINVAL']] as const) {
    const error = await reason(Netns.create('half', { sysctl: { [key]: value } }))
    t.ok(error instanceof NetnsError)
    t.match(error, { code, path: `/proc/sys/${key.replaceAll('.', '/')}` })
    t.same(await Netns.list(), [])
  }
  t.same(mounts(), mounted)
  t.equal(descriptors(), held)
})

await t.test('a name that is taken', async (t) => {
  const { name, netns } = await place(t)
  const error = await reason(Netns.create(name))
  t.ok(error instanceof NetnsError)
  t.match(error, { code: 'EEXIST', errno: -17, syscall: 'open', path: `/run/netns/${name}`, message: `EEXIST: file already exists, open '/run/netns/${name}'` })
  t.equal(statSync(`/run/netns/${name}`).ino, netns.inode, 'the one that was there')
})

await t.test('await using', async (t) => {
  const { name } = await place(t)
  let [made, opened]: Netns[] = []
  {
    await using one = await Netns.create('scope')
    await using two = await Netns.open(name)
    ;[made, opened] = [one, two]
    t.ok(statSync('/run/netns/scope'))
  }
  t.same((await Netns.list()).map((entry) => entry.name), [name], 'what was made is deleted, what was opened is not')
  t.match(await reason(made.links.list()), { code: 'ERR_NETNS_CLOSED' })
  t.match(await reason(opened.links.list()), { code: 'ERR_NETNS_CLOSED' })
  {
    await using gone = await Netns.create('scope')
    ip('netns', 'delete', 'scope')
    t.ok(gone)
  }
  t.same((await Netns.list()).map((entry) => entry.name), [name], 'somebody else may have deleted it')
})

await t.test('wrong arguments', async (t) => {
  const wrong: [unknown, unknown, string][] = [
    ['', {}, 'name'], ['.', {}, 'name'], ['..', {}, 'name'], ['a/b', {}, 'name'], ['../../etc/x', {}, 'name'], ['a\0b', {}, 'name'],
    ['-a', {}, 'name'], ['a b', {}, 'name'], ['\x1b[31m', {}, 'name'], ['é', {}, 'name'], ['a'.repeat(256), {}, 'name'], [5, {}, 'name'], [null, {}, 'name'],
    ['ok', null, 'options'], ['ok', [], 'options'], ['ok', 'x', 'options'], ['ok', { loopbck: true }, 'options'], ['ok', { loopback: 1 }, 'options.loopback'],
    ['ok', { sysctl: null }, 'options.sysctl'], ['ok', { sysctl: { 'kernel.hostname': 'x' } }, "options.sysctl['kernel.hostname']"],
    ['ok', { sysctl: { 'net.ipv4.ip_forward': NaN } }, "options.sysctl['net.ipv4.ip_forward']"],
    ['ok', { sysctl: { 'net.ipv4.ip_forward': {} } }, "options.sysctl['net.ipv4.ip_forward']"],
    ['ok', { sysctl: { 'net.../../kernel': 1 } }, "options.sysctl['net.../../kernel']"],
  ]
  for (const [name, options, argument] of wrong) {
    const error = await reason(Netns.create(name as string, options as object))
    t.ok(error instanceof TypeError || error instanceof RangeError, JSON.stringify([name, options]))
    t.match(error, { argument })
  }
  t.same(await Netns.list(), [])
})

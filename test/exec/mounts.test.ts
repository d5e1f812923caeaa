// The mounts of a command: its own /sys, the files of /etc/netns/NAME, and nothing of it outside. /etc is a tmpfs here,
// in the sandbox's own mount namespace.

import '../sandbox.ts'
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import t, { type Test } from 'tap'
import { exec, spawn } from '../../lib/exec.ts'
import { NetnsError } from '../../lib/errors.ts'
import { linksOf, makeTarget, type Target } from './target.ts'

const mountTable = () => readFileSync('/proc/self/mountinfo', 'utf8')
const lines = (text: string) => text.trim().split('\n').sort()

t.before(() => { execFileSync('mount', ['-t', 'tmpfs', 'none', '/etc']) })
t.teardown(() => { execFileSync('umount', ['/etc']) })

/** Writes the files of /etc/netns/NAME, and empties /etc afterwards. */
function configure(t: Test, { name }: Target, etc: Record<string, string>, own: Record<string, string>): void {
  mkdirSync(`/etc/netns/${name}`, { recursive: true })
  for (const [file, content] of Object.entries(etc)) writeFileSync(`/etc/${file}`, content)
  for (const [file, content] of Object.entries(own)) writeFileSync(`/etc/netns/${name}/${file}`, content)
  t.teardown(() => { for (const file of readdirSync('/etc')) rmSync(`/etc/${file}`, { recursive: true }) })
}

t.test('/sys shows the links of the namespace', async (t) => {
  const target = makeTarget(t)
  const outside = readdirSync('/sys/class/net').sort()
  t.notSame(linksOf(target), outside)
  t.same(lines((await exec(target, 'ls', ['/sys/class/net'])).stdout), linksOf(target))
  t.same(readdirSync('/sys/class/net').sort(), outside, 'and outside it is as before')
})

t.test('mounts: false leaves everything', async (t) => {
  const target = makeTarget(t)
  configure(t, target, { hosts: 'outer' }, { hosts: 'inner' })
  const look = 'readlink /proc/self/ns/mnt; cat /etc/hosts; ip netns identify; cat /proc/self/mountinfo'
  const { stdout } = await exec(target, 'sh', ['-c', look], { mounts: false })
  const here = execFileSync('readlink', ['/proc/self/ns/mnt'], { encoding: 'utf8' })
  t.equal(stdout, `${here}outer${target.name}\n${mountTable()}`)
})

t.test('the files of /etc/netns/NAME', async (t) => {
  const target = makeTarget(t)
  configure(t, target, { 'resolv.conf': 'outer\n', hosts: 'outer\n', other: 'outer\n' },
    { 'resolv.conf': 'inner\n', hosts: 'inner hosts\n' })
  mkdirSync('/etc/conf.d')
  mkdirSync(`/etc/netns/${target.name}/conf.d`)
  writeFileSync(`/etc/netns/${target.name}/conf.d/deep`, 'deep\n')
  const { stdout } = await exec(target, 'cat', ['/etc/resolv.conf', '/etc/hosts', '/etc/other', '/etc/conf.d/deep'])
  t.equal(stdout, 'inner\ninner hosts\nouter\ndeep\n')
  t.equal(readFileSync('/etc/resolv.conf', 'utf8'), 'outer\n', 'nothing changes outside')
  t.same(readdirSync('/etc/conf.d'), [])
})

t.test('they are those of the name', async (t) => {
  const [one, other] = [makeTarget(t), makeTarget(t)]
  configure(t, one, { hosts: 'outer' }, { hosts: 'inner' })
  t.equal((await exec(other, 'cat', ['/etc/hosts'])).stdout, 'outer')
  t.equal((await exec({ ...other, name: one.name }, 'cat', ['/etc/hosts'])).stdout, 'inner')
  const nameless = await exec({ fd: one.fd }, 'sh', ['-c', 'cat /etc/hosts; ls /sys/class/net'])
  t.same(lines(nameless.stdout.replace('outer', '')), linksOf(one), 'without a name it is /sys alone')
})

t.test('a link to a file is followed', async (t) => {
  const target = makeTarget(t)
  configure(t, target, { 'stub.conf': 'stub' }, { 'resolv.conf': 'inner' })
  symlinkSync('stub.conf', '/etc/resolv.conf')
  t.equal((await exec(target, 'cat', ['/etc/resolv.conf'])).stdout, 'inner')
})

t.test('each that cannot be mounted is an error', async (t) => {
  const target = makeTarget(t)
  configure(t, target, {}, { absent: 'x' })
  const missing = await t.rejects(exec(target, 'true'), { code: 'ENOENT', syscall: 'mount', path: '/etc/absent' })
  t.ok(missing instanceof NetnsError)
  await t.resolves(exec(target, 'true', [], { mounts: false }))
  mkdirSync('/etc/absent')
  await t.rejects(exec(target, 'true'), { code: 'ENOTDIR', syscall: 'mount', path: '/etc/absent' }, 'a file over a directory')
  writeFileSync(`/etc/netns/file`, '')
  await t.rejects(exec({ ...target, name: 'file' }, 'true'), { code: 'ENOTDIR', syscall: 'open', path: '/etc/netns/file' })
})

t.test('/sys stays read-only', async (t) => {
  const target = makeTarget(t)
  const access = async () => (await exec(target, 'findmnt', ['-rn', '-o', 'VFS-OPTIONS', '/sys'])).stdout.trim().split('\n').at(-1)
  t.match(await access(), /^rw,/)
  execFileSync('mount', ['-o', 'remount,bind,ro', '/sys'])
  t.teardown(() => { execFileSync('mount', ['-o', 'remount,bind,rw', '/sys']) })
  t.match(await access(), /^ro,/)
})

t.test('nothing gets out', async (t) => {
  const target = makeTarget(t)
  execFileSync('mount', ['--make-rshared', '/'])
  configure(t, target, { hosts: 'outer' }, { hosts: 'inner' })
  const before = mountTable()
  await exec(target, 'sh', ['-c', 'mount -t tmpfs inside /mnt && grep -q " /mnt .* inside " /proc/self/mountinfo'])
  t.equal(mountTable(), before)
})

t.test('what is mounted later comes in', async (t) => {
  const target = makeTarget(t)
  execFileSync('mount', ['--make-rshared', '/'])
  const child = spawn(target, 'sh', ['-c', 'echo ready; read line; grep -c " /mnt .* later " /proc/self/mountinfo'])
  const { stdin, stdout } = child
  if (stdin === null || stdout === null) throw new Error('no pipes')
  t.equal(String((await once(stdout, 'data'))[0]), 'ready\n')
  execFileSync('mount', ['-t', 'tmpfs', 'later', '/mnt'])
  t.teardown(() => { execFileSync('umount', ['/mnt']) })
  stdin.end('\n')
  t.equal(await text(stdout), '1\n')
})

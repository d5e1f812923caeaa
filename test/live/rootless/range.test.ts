// Ranges of ids, by way of newuidmap(1). Root lays files of its own over /etc/subuid and /etc/subgid, in the sandbox's mount
// namespace; an ordinary user takes the machine as it is, where nobody has granted any.
import { privileged } from '../../plain.ts'
import { readFileSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import t from 'tap'
import { Netns, NetnsError } from '../../../lib/index.ts'
import { findRange } from '../../../lib/subid.ts'
import { reason, run } from '../observe.ts'

const files = ['subuid', 'subgid'] as const

function grant(subuid: string, subgid: string): void {
  for (const [file, text] of [['subuid', subuid], ['subgid', subgid]] as const) {
    writeFileSync(`/run/${file}`, text)
    run('mount', '--bind', `/run/${file}`, `/etc/${file}`)
  }
}

t.test('lines', (t) => {
  const text = '# root:1:1\nalice:100000:65536\n0:200000:10\nroot:300000:20\nroot:x:1\n'
  t.same(findRange(text, ['root', '0']), { first: 200000, count: 10 }, 'the first, by name or by number')
  t.same(findRange(text, ['alice']), { first: 100000, count: 65536 })
  t.equal(findRange(text, ['ali']), undefined)
  t.end()
})

t.test('range: true', async (t) => {
  if (!privileged) {
    const granted = files.every((file) => findRange(readFileSync(`/etc/${file}`, 'utf8'), [userInfo().username, String(process.getuid?.())]))
    t.notOk(granted, 'nobody has ids')
    const error = await reason(Netns.create(undefined, { userns: { range: true } }))
    t.ok(error instanceof NetnsError)
    return t.match(error, { code: 'ENOENT', path: '/etc/subuid', message: /it grants \S+ no ids: `usermod --add-subuids/ })
  }
  grant('root:100000:5000\n', 'root:200000:6000\n')
  await using netns = await Netns.create(undefined, { userns: { range: true } })
  const { stdout } = await netns.exec('sh', ['-c', 'cat /proc/self/uid_map /proc/self/gid_map; id -u'])
  t.same(stdout.trim().split('\n').map((line) => line.trim().replaceAll(/ +/g, ' ')), ['0 0 1', '1 100000 5000', '0 0 1', '1 200000 6000', '0'])
  t.equal((await netns.exec('sh', ['-c', 'id -u; id -g'], { uid: 1000, gid: 1001 })).stdout, '1000\n1001\n')
  t.same((await netns.links.list()).map(({ name }) => name), ['lo'])
  t.equal((await Netns.create(undefined, { userns: { range: false } })).usernsFd === undefined, false, 'without, it is as true')
})

t.test('what goes wrong with it', { skip: privileged ? false : 'only root can lay files over those of /etc' }, async (t) => {
  grant('root:100000:5000\n', 'root:200000:6000\n')
  const path = process.env['PATH']
  process.env['PATH'] = '/nowhere'
  const missing = await reason(Netns.create(undefined, { userns: { range: true } }))
  t.match(missing, { code: 'ENOENT', syscall: 'posix_spawn', path: 'newuidmap', message: /package uidmap/ })
  process.env['PATH'] = '/run/bin'
  run('/bin/mkdir', '-p', '/run/bin')
  writeFileSync('/run/bin/newuidmap', '#!/bin/sh\nexit 1\n', { mode: 0o755 })
  const refused = await reason(Netns.create(undefined, { userns: { range: true } }))
  process.env['PATH'] = path
  t.match(refused, { code: 'EPERM', syscall: 'newuidmap', path: /^\/proc\/\d+\/uid_map$/, message: /setuid/ })
})

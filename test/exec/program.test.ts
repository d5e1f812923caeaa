// netns-exec by itself: its command line, its record on the report's descriptor, and entering a user namespace.

import '../sandbox.ts'
import { spawn as spawnHere, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync, readlinkSync } from 'node:fs'
import t from 'tap'
import { exec } from '../../lib/exec.ts'
import { programArguments, programPath } from '../../lib/program.ts'
import { hasUsers } from './target.ts'

t.test('bad arguments: a word on stderr, and 2', async (t) => {
  const bad: [args: string[], message: string][] = [
    [[], '--net: missing'],
    [['--net=3', '--', 'true'], '--report: missing'],
    [['--net=', '--report=4', '--', 'true'], '--net: no descriptor'],
    [['--net=-1', '--report=4', '--', 'true'], '--net: no descriptor'],
    [['--net=3x', '--report=4', '--', 'true'], '--net: no descriptor'],
    [['--net=3', '--report=99999999999', '--', 'true'], '--report: no descriptor'],
    [['--net=3', '--report=2', '--user=x', '--', 'true'], '--user: no descriptor'],
    [['--net=0', '--report=2'], 'no command after --'],
    [['--net=0', '--report=2', '--'], 'no command after --'],
    [['--net=0', '--report=2', 'true'], 'unknown option'],
    [['--net=0', '--report=2', '--name=a/b', '--', 'true'], '--name: no file name'],
    [['--net=0', '--report=2', '--name=', '--', 'true'], '--name: no file name'],
    [['--net=0', '--report=2', '--name=..', '--', 'true'], '--name: no file name'],
    [['--net=0', '--report=2', `--name=${'n'.repeat(256)}`, '--', 'true'], '--name: no file name'],
    [['--net=0', '--report=2', '--uid=4294967295', '--', 'true'], '--uid: no user id'],
    [['--net=0', '--report=2', '--gid=root', '--', 'true'], '--gid: no group id'],
    [['--net=77', '--report=2', '--', 'true'], 'a descriptor is not open'],
  ]
  for (const [args, message] of bad) {
    const { status, stderr } = spawnSync(programPath(), args, { encoding: 'utf8' })
    t.same([status, stderr], [2, `netns-exec: ${message}\n`], args.join(' '))
  }
})

t.test('the record', async (t) => {
  const own = openSync('/proc/self/ns/net', 'r')
  t.teardown(() => closeSync(own))
  const run = (file: string) => spawnSync(programPath(), programArguments({ net: 3, report: 4, mounts: false, file, args: [] }),
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe', own, 'pipe'] })
  const missing = run('/no/such/command')
  t.same([missing.status, missing.output[4]], [127, 'execve\x002\x00/no/such/command'])
  const wrong = spawnSync(programPath(), ['--net=0', '--report=1', '--', 'true'], { encoding: 'utf8' })
  t.same([wrong.status, wrong.stdout], [127, 'setns\x0022\x00net'])
  const { status, output } = run('true')
  t.same([status, output[4]], [0, ''])
})

t.test('ignored and blocked signals are reset', async (t) => {
  const script = 'trap "" INT HUP; exec "$0" --net=3 --report=4 -- grep -E "^Sig(Blk|Ign)" /proc/self/status 3< /proc/self/ns/net 4>&2'
  const { stdout } = spawnSync('sh', ['-c', script, programPath()], { encoding: 'utf8' })
  t.match(stdout, /^SigBlk:\t0{16}\nSigIgn:\t0{16}\n$/)
})

t.test('a user namespace is entered first', async (t) => {
  const script = 'ip link add inner type bridge; echo ready; exec sleep 60'
  const holder = spawnHere('unshare', ['-Urn', 'sh', '-c', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  t.teardown(async () => {
    holder.kill()
    await once(holder, 'close')
  })
  await once(holder.stdout, 'data')
  const [fd, usernsFd] = [openSync(`/proc/${holder.pid}/ns/net`, 'r'), openSync(`/proc/${holder.pid}/ns/user`, 'r')]
  t.teardown(() => [fd, usernsFd].forEach((descriptor) => closeSync(descriptor)))

  const user = readlinkSync(`/proc/${holder.pid}/ns/user`)
  const look = 'readlink /proc/self/ns/user; id -u; ls /sys/class/net; ls -l /proc/self/fd'
  const { stdout } = await exec({ fd, usernsFd }, 'sh', ['-c', look])
  const [inside, uid, ...rest] = stdout.trim().split('\n')
  t.same([inside, uid], [user, '0'])
  t.same(rest.slice(0, 2), ['inner', 'lo'])
  t.notMatch(rest.join('\n'), /(net|user):\[/, 'no descriptor of either')
  await exec({ fd, usernsFd }, 'ip', ['link', 'set', 'inner', 'up'])
  t.match(readFileSync(`/proc/${holder.pid}/net/dev`, 'utf8'), /inner/)
  if (hasUsers()) t.equal((await exec({ fd, usernsFd }, 'id', ['-u'], { uid: 0 })).stdout, '0\n')
})

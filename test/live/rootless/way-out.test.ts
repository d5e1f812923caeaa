// The example, with the sandbox's loopback as the outside. slirp4netns(1) opens /dev/net/tun, which a host may keep from ordinary
// users: then it is the example that says so.
import '../../plain.ts'
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'

function tunIsOpen(): boolean {
  try {
    accessSync('/dev/net/tun', constants.R_OK | constants.W_OK)
    return true
  } catch {
    return false
  }
}

t.test('from inside to a server outside', (t) => {
  const program = join(import.meta.dirname, '../../../examples/rootless-way-out.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import=tsx', program], { encoding: 'utf8', timeout: 60_000 })
  if (tunIsOpen()) t.same([status, stdout], [0, '127.0.0.1/8,10.0.2.100/24\nhello from outside\n'], stderr)
  else t.match([status, stderr], [1, /slirp4netns ended: 1; it needs \/dev\/net\/tun/])
  t.end()
})

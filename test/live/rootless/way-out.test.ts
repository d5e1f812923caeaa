// The example, with the sandbox's loopback as the outside. Both programs open /dev/net/tun, which a host may keep from ordinary
// users: then it is the example that says so.
import { privileged } from '../../plain.ts'
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { run } from '../observe.ts'

function tunIsOpen(): boolean {
  try {
    accessSync('/dev/net/tun', constants.R_OK | constants.W_OK)
    return true
  } catch {
    return false
  }
}

// pasta(1) insists on a default route outside, and nothing is sent by it.
if (privileged) {
  run('ip', 'link', 'add', 'eth0', 'type', 'veth', 'peer', 'name', 'far0')
  run('ip', 'address', 'add', '198.51.100.1/24', 'dev', 'eth0')
  for (const name of ['eth0', 'far0']) run('ip', 'link', 'set', name, 'up')
  run('ip', 'route', 'add', 'default', 'via', '198.51.100.254')
}

const program = join(import.meta.dirname, '../../../examples/rootless-way-out.ts')
const example = (...args: string[]) => spawnSync(process.execPath, ['--import=tsx', program, ...args], { encoding: 'utf8', timeout: 60_000 })

for (const way of ['slirp4netns', 'pasta', undefined]) {
  t.test(`from inside to a server outside by ${way ?? 'what is there'}`, (t) => {
    const { status, stdout, stderr } = example(...(way === undefined ? [] : [way]))
    if (tunIsOpen()) t.same([status, stdout], [0, '127.0.0.1/8,10.0.2.100/24\nhello from outside\n'], stderr)
    else t.match([status, stderr], [1, new RegExp(`${way ?? 'slirp4netns'} ended: 1; it needs /dev/net/tun`)])
    t.end()
  })
}

t.test('by nothing known', (t) => {
  t.match(example('carrier-pigeon'), { status: 1, stderr: /one of slirp4netns, pasta is needed/ })
  t.end()
})

// A namespace without root, and a way out of it: slirp4netns(1) or pasta(1) gives it a tap device and carries what goes through it
// over ordinary sockets of the outside. Nothing here needs a privilege; the server outside stands for the world.
// Run as: rootless-way-out.ts [slirp4netns | pasta]; without a word, the first of them that is installed.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Netns } from '../lib/index.ts'

/** The outside's loopback, as both show it inside. */
const gateway = '10.0.2.2'

/** Ends it. */
type Stop = () => void

const ended = (name: string, code: unknown) => new Error(`${name} ended: ${code}; it needs /dev/net/tun`)

/** Starts one on the namespaces of a process; resolves once the device inside is configured. */
const ways: Record<string, (pid: number) => Promise<Stop>> = {
  async slirp4netns(pid) {
    const slirp = spawn('slirp4netns', ['--configure', '--mtu=65520', '--ready-fd=3', String(pid), 'tap0'], { stdio: ['ignore', 'ignore', 'inherit', 'pipe'] })
    const ready = slirp.stdio[3]
    if (!(ready instanceof Readable)) throw new Error('slirp4netns has no pipe')
    await Promise.race([once(ready, 'data'), once(slirp, 'exit').then(([code]) => { throw ended('slirp4netns', code) })])
    return () => void slirp.kill()
  },
  /** It goes to the background when it is ready; the outside must have a default route. */
  async pasta(pid) {
    const folder = mkdtempSync(join(tmpdir(), 'pasta-'))
    const inside = ['--config-net', '--ipv4-only', '--ns-ifname', 'tap0', '--address', '10.0.2.100', '--netmask', '24', '--gateway', gateway]
    const noForwarding = ['-t', 'none', '-u', 'none', '-T', 'none', '-U', 'none']
    const asRoot = process.getuid?.() === 0 ? ['--runas', '0'] : []   // it would become nobody, who may not enter what root made
    try {
      const [code] = await once(spawn('pasta', ['--quiet', '--pid', join(folder, 'pid'), ...inside, ...noForwarding, ...asRoot, String(pid)], { stdio: ['ignore', 'ignore', 'inherit'] }), 'exit')
      if (code !== 0) throw ended('pasta', code)
      const pasta = Number(readFileSync(join(folder, 'pid'), 'utf8'))
      return () => void process.kill(pasta)
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

const installed = (name: string) => (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, name)))
const wayOut = ways[process.argv[2] ?? Object.keys(ways).find(installed) ?? '']
if (wayOut === undefined) throw new Error(`one of ${Object.keys(ways).join(', ')} is needed`)

const server = createServer((_, response) => response.end('hello from outside\n')).listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo

const netns = await Netns.create(undefined, { userns: true })
const inside = netns.spawn('sleep', ['infinity'], { stdio: 'ignore' })   // a process for it to name
await once(inside, 'spawn')
let stop: Stop | undefined
try {
  stop = await wayOut(Number(inside.pid))
  console.log((await netns.addresses.list({ family: 'inet' })).map(({ address }) => address).join())
  const fetching = `fetch('http://${gateway}:${port}/').then((answer) => answer.text()).then((text) => process.stdout.write(text))`
  console.log((await netns.exec(process.execPath, ['-e', fetching])).stdout.trim())
} finally {
  stop?.()
  inside.kill()
  await netns.close()
  server.close()
}

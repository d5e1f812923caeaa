// A namespace without root, and a way out of it: slirp4netns(1) gives it a tap device and carries what goes through it over
// ordinary sockets of the outside. Nothing here needs a privilege; the server outside stands for the world.

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { Netns } from '../lib/index.ts'

/** The outside's loopback, as slirp4netns shows it inside. */
const gateway = '10.0.2.2'

/** Starts slirp4netns on the namespaces of a process; resolves once the device inside is configured. */
async function wayOut(pid: number) {
  const slirp = spawn('slirp4netns', ['--configure', '--mtu=65520', '--ready-fd=3', String(pid), 'tap0'], { stdio: ['ignore', 'ignore', 'inherit', 'pipe'] })
  const ready = slirp.stdio[3]
  if (!(ready instanceof Readable)) throw new Error('slirp4netns has no pipe')
  await Promise.race([once(ready, 'data'), once(slirp, 'exit').then(([code]) => { throw new Error(`slirp4netns ended: ${code}; it needs /dev/net/tun`) })])
  return slirp
}

const server = createServer((_, response) => response.end('hello from outside\n')).listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo

const netns = await Netns.create(undefined, { userns: true })
const inside = netns.spawn('sleep', ['infinity'], { stdio: 'ignore' })   // a process for slirp4netns to name
await once(inside, 'spawn')
let slirp: ChildProcess | undefined
try {
  slirp = await wayOut(Number(inside.pid))
  console.log((await netns.addresses.list({ family: 'inet' })).map(({ address }) => address).join())
  const fetching = `fetch('http://${gateway}:${port}/').then((answer) => answer.text()).then((text) => process.stdout.write(text))`
  console.log((await netns.exec(process.execPath, ['-e', fetching])).stdout.trim())
} finally {
  slirp?.kill()
  inside.kill()
  await netns.close()
  server.close()
}

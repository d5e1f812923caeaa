// Ten namespaces on a bridge and an HTTP server in each; every one fetches from every other. Servers and clients are Node's own, all in
// this one process, on its one event loop.
//
//   node --import=tsx examples/http-across-namespaces.ts

import { once } from 'node:events'
import { createServer, get, type IncomingMessage, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { Bridge, Netns, Veth } from '../lib/index.ts'
import { asProgram } from './sandbox.ts'
import { print, type Row, type Show } from './show.ts'
import { Steps } from './steps.ts'

const names = ['red', 'orange', 'yellow', 'green', 'blue', 'indigo', 'violet', 'pink', 'brown', 'grey'] as const

/** Waits for all of them, so that nothing is under way any more when the first error is thrown. */
async function all<T>(work: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(work)
  return Promise.all(work)
}

/** A namespace on the bridge, and the server in it. */
class Host {
  readonly name: string
  readonly netns: Netns
  readonly address: string
  readonly server: Server
  /** Addresses that requests came from. */
  readonly heard: string[] = []

  constructor(netns: Netns, position: number) {
    this.name = netns.name ?? ''
    this.netns = netns
    this.address = `10.0.0.${position + 1}`
    this.server = createServer(({ socket }, response) => {
      this.heard.push(socket.remoteAddress ?? '')
      response.end(this.name)
    })
  }

  /** `ip netns exec NAME node server.js`, but for the process. */
  async serve(): Promise<void> {
    await this.netns.listen({ server: this.server, host: this.address, port: 80 })
  }

  /** `ip netns exec NAME curl URL` */
  async fetchFrom(other: Host): Promise<Fetched> {
    const start = performance.now()
    const request = get(`http://${other.address}/`, { agent: this.netns.agent() })
    const [response] = await once(request, 'response') as [IncomingMessage]
    return { from: this.name, to: other.name, says: await text(response), ms: performance.now() - start }
  }

  async close(): Promise<void> {
    if (!this.server.listening) return
    this.server.close()
    await once(this.server, 'close')
  }
}

interface Fetched {
  from: string
  to: string
  says: string
  ms: number
}

/** What is taken down at the end of the scope, however far it has been built. */
class Network implements AsyncDisposable {
  readonly hosts: Host[] = []

  async build(lan: Netns): Promise<void> {
    const bridge = await Bridge.create({ netns: lan, name: 'br0', up: true })
    await all(names.map(async (name, position) => {
      const host = new Host(await Netns.create(name), position)
      this.hosts[position] = host
      await Veth.create({
        netns: host.netns, name: 'eth0', addresses: [`${host.address}/24`], up: true,
        peer: { netns: lan, name: `veth-${name}`, master: bridge, up: true },
      })
    }))
  }

  async serve(): Promise<void> {
    await all(this.hosts.map(async (host) => host.serve()))
  }

  /** Nine rounds, each of ten fetches at once: from the neighbour, from the next but one, and so on. */
  async fetchAll(): Promise<Fetched[]> {
    const fetched: Fetched[] = []
    for (let distance = 1; distance < this.hosts.length; distance++) {
      const others = [...this.hosts.slice(distance), ...this.hosts]
      fetched.push(...await all(this.hosts.map(async (from, position) => from.fetchFrom(others[position] ?? from))))
    }
    return fetched
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await all(this.hosts.map(async (host) => host.close()))
    await all(this.hosts.map(async ({ netns }) => netns[Symbol.asyncDispose]()))
  }
}

/** A row for each that fetches, a column for each that is fetched from. */
function matrix(fetched: readonly Fetched[], cell: (one: Fetched) => string): Row[] {
  return names.map((from) => {
    const cells = names.map((to) => [to, fetched.filter((one) => one.from === from && one.to === to).map(cell)])
    return { from, ...Object.fromEntries(cells) }
  })
}

export async function main(show: Show = print): Promise<void> {
  const steps = new Steps()
  await using lan = await Netns.create()
  await using network = new Network()
  await steps.take('ten namespaces on a bridge', async () => network.build(lan))
  await steps.take('ten servers', async () => network.serve())
  const fetched = await steps.take('ninety fetches', async () => network.fetchAll())

  await show('who answers', matrix(fetched, ({ says }) => says))
  await show('whom the servers have heard', network.hosts.map(({ name, address, heard }) => ({ server: name, address, heard })))
  await show('milliseconds from the connection to the answer', matrix(fetched, ({ ms }) => ms.toFixed(1).padStart(5)))
  await steps.take('taking it down', async () => network[Symbol.asyncDispose]())
  await show('how long it took', steps.rows)
}

await asProgram(import.meta.url, main)

// What the tests of sockets share: two namespaces on one cable, and small talk over it. It asserts nothing.
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Test } from 'tap'
import { Netns, Veth } from '../../../lib/index.ts'
import { place } from '../place.ts'

export interface Pair {
  readonly red: Netns
  readonly blue: Netns
}

/** red has 10.0.0.1 and fd00::1, blue 10.0.0.2 and fd00::2, both on eth0. */
export async function pair(t: Test): Promise<Pair> {
  const [{ netns: red }, { netns: blue }] = await Promise.all([place(t), place(t)])
  await Veth.create({
    netns: red, name: 'eth0', up: true, addresses: ['10.0.0.1/24'], peer: { netns: blue, name: 'eth0', up: true, addresses: ['10.0.0.2/24'] },
  })
  await (await red.links.get('eth0')).addresses.add('fd00::1/64', { nodad: true })
  await (await blue.links.get('eth0')).addresses.add('fd00::2/64', { nodad: true })
  return { red, blue }
}

/** Sends a word, and returns all that comes back until the other end ends. */
export async function talk(socket: Socket, word = ''): Promise<string> {
  socket.end(word)
  return text(socket)
}

/** The port of a server or a datagram socket. */
export function portOf(bound: { address(): unknown }): number {
  const address = bound.address()
  if (typeof address === 'object' && address !== null && 'port' in address && typeof address.port === 'number') return address.port
  throw new Error('it has no port')
}

/** Closes a server and waits for the end of it. */
export async function closed(server: { close(): unknown, once(event: 'close', listener: () => void): unknown }): Promise<void> {
  const end = once(server as never, 'close')
  server.close()
  await end
}

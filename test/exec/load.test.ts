// Children started under load: while sockets, links and namespaces come and go, none of them inherits a descriptor. Those of
// child_process itself are started in between: each of both has its own exit code, and none is left unreaped.
// NETNS_NATIVE_CHILDREN is their number, 300 by default.

import '../sandbox.ts'
import { execFile, spawn as spawnHere } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import t from 'tap'
import { Netns, Veth } from '../../lib/index.ts'
import { descriptors, ended, eventually } from '../live/place.ts'
import { zombies } from './target.ts'

const count = Number(process.env['NETNS_NATIVE_CHILDREN'] ?? 300)
const atOnce = 25

interface Outcome { readonly code: number | null, readonly stdout: string }
type Words = readonly [file: string, args: string[]]

const execHere = promisify(execFile)
const settled = async (running: Promise<{ stdout: string }>): Promise<Outcome> =>
  running.then(({ stdout }) => ({ code: 0, stdout }), ({ code, stdout }: Outcome) => ({ code, stdout }))

/** The ways to start a child, one after the other. */
const ways: readonly ((netns: Netns, ...words: Words) => Promise<Outcome>)[] = [
  async (netns, file, args) => ended(netns.spawn(file, args)),
  async (_, file, args) => ended(spawnHere(file, args)),
  async (netns, file, args) => settled(netns.exec(file, args)),
  async (_, file, args) => settled(execHere(file, args)),
]

/** Runs `work` again and again until what is returned is called, which resolves with the number of times. */
function repeat(work: (n: number) => Promise<unknown>): () => Promise<number> {
  let [times, wanted] = [0, true]
  const done = (async () => {
    while (wanted) await work(times++)
    return times
  })()
  return async () => {
    wanted = false
    return done
  }
}

/** Opens and closes one of everything that has a descriptor. */
async function churn(netns: Netns, n: number): Promise<void> {
  const other = await Netns.create()
  const veth = await Veth.create({ netns, name: `c${n}`, peer: { netns: other, name: 'eth0' } })
  const server = await netns.listen({ host: '127.0.0.1', port: 0 })
  const client = await netns.connect({ host: '127.0.0.1', port: (server.address() as AddressInfo).port })
  const datagrams = await other.udp()
  const closed = [once(server, 'close'), once(client, 'close')]
  server.on('connection', (socket) => socket.destroy()).close()
  client.resume().on('error', () => {}).destroy()
  datagrams.close()
  await Promise.all([...closed, veth.delete(), netns.ping('127.0.0.1')])
  await other.close()
}

/** The descriptors of a listing but the three streams and the directory itself. */
function others(listing: string): string[] {
  const lines = listing.split('\n').map((line) => / (\d+ -> .*)$/.exec(line)?.[1] ?? '').filter((line) => line !== '')
  if (lines.length < 4) throw new Error(`no listing of descriptors: ${listing}`)
  return lines.filter((line) => !/^([012] -> |\d+ -> \/proc\/\d+\/fd$)/.test(line))
}

await t.test(`${count} children`, async (t) => {
  // What whoever runs this test has left open goes to every child: it is the library's descriptors that count.
  const given = others((await execHere('ls', ['-l', '/proc/self/fd'])).stdout)
  const netns = await Netns.create()
  await churn(netns, 0)
  const held = descriptors()
  const stops = [1, 2, 3, 4].map((first) => repeat(async (n) => churn(netns, first + 4 * n)))
  const wrong: string[] = []
  const start = async (n: number): Promise<void> => {
    const outcome = await ways[n % ways.length]?.(netns, 'sh', ['-c', 'ls -l /proc/self/fd; exit $0', String(n % 251)])
    if (outcome?.code !== n % 251) wrong.push(`${n}: exit code ${String(outcome?.code)}`)
    wrong.push(...others(outcome?.stdout ?? '').filter((one) => !given.includes(one)).map((one) => `${n}: ${one}`))
  }
  let next = 0
  await Promise.all(Array.from({ length: atOnce }, async () => {
    while (next < count) await start(next++)
  }))
  const rounds = await Promise.all(stops.map(async (stop) => stop()))
  t.ok(Math.min(...rounds) > 1, `all the while: ${rounds.join(' and ')} rounds`)
  t.same(wrong, [])
  t.same(await zombies(), [])
  t.ok(await eventually(() => descriptors() <= held), 'the descriptors came back')
  await netns.close()
})

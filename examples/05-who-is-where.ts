// Which namespaces there are, by what ids they know each other, and which process is in which: also in one without a name.
//
//   node --import=tsx examples/05-who-is-where.ts

import { Netns, Veth } from '../lib/index.ts'
import { asProgram } from './sandbox.ts'
import { Running } from './server.ts'
import { columns, print, type Row, type Show } from './show.ts'

/** A process that waits in the namespace until the end of its scope. */
const wait = async (netns: Netns) => Running.start(netns.spawn('cat', [], { stdio: ['pipe', 'ignore', 'inherit'] }))

/** What scan knows of the namespaces that these processes are in; elsewhere the machine runs much else. */
async function whereAre(processes: readonly Running[]): Promise<Row[]> {
  const uses = await Netns.scan()                                   // lsns -t net
  const own = uses.filter(({ pids }) => processes.some(({ pid }) => pids.includes(pid)))
  return columns(own, 'inode', 'names', 'processes', 'pids', 'command')
}

export async function main(show: Show = print): Promise<void> {
  const host = Netns.current()
  await using red = await Netns.create('red')                       // ip netns add red
  await using blue = await Netns.create('blue')                     // ip netns add blue
  await using nameless = await Netns.create()                       // unshare -n sleep infinity &

  await host.assignId(red, 10)                                      // ip netns set red 10
  await host.assignId(blue)                                         // ip netns set blue auto
  await show('namespaces and their ids', columns(await Netns.list(), 'name', 'id', 'inode'))         // ip netns list
  await show('as others know them', [
    { observer: 'red', of: 'blue', id: await red.id(blue) },        // ip -n red netns list-id: it has none for blue yet
    { observer: 'host', of: 'red', id: await host.id(red) },        // ip netns list-id
  ])

  await using one = await wait(red)                                 // ip netns exec red cat &
  await using another = await wait(red)
  await using lonely = await wait(nameless)
  await show('processes and their namespaces', await whereAre([one, another, lonely]))               // lsns -t net;  ip netns pids red

  // A link makes the namespace without a name easy to recognise.
  const cable = await Veth.create({ netns: nameless, name: 'secret', up: true, peer: { netns: red, name: 'to-secret', up: true } })
  await show('links where the lonely process is', await linksOf(lonely.pid))    // nsenter -t PID -n ip link
  await show('links where the first process is', await linksOf(one.pid))

  await nameless.close()
  await show('the nameless one without its handle', await whereAre([lonely]))   // held by its process alone
  await using again = await Netns.open({ pid: lonely.pid })
  await show('found again by its process', `inode ${again.inode}, ${again.equals(red) ? 'the same as' : 'another than'} red's`)
  await (await again.links.get(cable.name)).delete()                // nsenter -t PID -n ip link delete secret
}

async function linksOf(pid: number): Promise<Row[]> {
  await using netns = await Netns.open({ pid })
  return columns(await netns.links.list(), 'index', 'name', 'kind', 'up')
}

await asProgram(import.meta.url, main)

// Runs an example's main() in the test's sandbox and looks at the network at each title that it prints, with ip(8) as the
// independent reader. Every title must have its check and every check its title; and afterwards nothing may be left.
import { readdirSync, readFileSync } from 'node:fs'
import t, { type Test } from 'tap'
import { ip, ipJson } from '../../sandbox.ts'
import type { Row, Show } from '../../../examples/show.ts'

/** Gets what the example prints under the title. */
export type Check = (t: Test, rows: readonly Row[], text: string) => void

export async function walk(main: (show: Show) => Promise<void>, checks: Readonly<Record<string, Check>>): Promise<void> {
  const seen: string[] = []
  await main(async (title, what = []) => {
    seen.push(title)
    const [rows, text] = typeof what === 'string' ? [[], what] : [what, '']
    await t.test(title, async t => checks[title]?.(t, rows, text))
  })
  await t.test('the end', async t => {
    t.strictSame(seen, Object.keys(checks), 'all titles, in order')
    nothingLeft(t)
  })
}

/** Processes whose parent is this one, as /proc/PID/stat has them: Node has reaped those that ended. */
function children(): { pid: string, parent: string, name: string }[] {
  const stats = readdirSync('/proc').filter(name => /^\d+$/.test(name)).flatMap(pid => {
    try {
      return [readFileSync(`/proc/${pid}/stat`, 'utf8')]
    } catch (error) {
      if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return []   // it has ended
      throw error
    }
  })
  return stats.map(stat => {
    const [, pid = '', name = '', parent = ''] = /^(\d+) \((.*)\) \S+ (\d+)/s.exec(stat) ?? []
    return { pid, parent, name }
  }).filter(({ parent }) => parent === String(process.pid))
}

// tsx has a compiler as a child while anything has to be compiled.
const before = new Set(children().map(({ pid }) => pid))

export function nothingLeft(t: Test): void {
  t.equal(ip('netns', 'list'), '', 'no namespace is left')
  t.strictSame(linkNames(), ['lo'], 'no link is left')
  t.strictSame(children().filter(({ pid }) => !before.has(pid)), [], 'no process is left')
}

/** `['-n', NAME]`, or nothing for the host. */
const inside = (netns?: string): string[] => netns === undefined ? [] : ['-n', netns]

/** `link` is the peer's name where it is in the same namespace, else there is `link_index`. */
interface IpLink {
  ifname: string
  ifindex: number
  link?: string
  link_index?: number
  link_netnsid?: number
  master?: string
  address: string
  flags: string[]
}
interface IpAddress { ifname: string, addr_info: { family: string, local: string, prefixlen: number, scope: string }[] }
interface IpNeighbour { dst: string, dev: string, lladdr?: string, state: string[] }

export const links = (netns?: string): IpLink[] => ipJson<IpLink>(...inside(netns), '-d', 'link')
export const linkNames = (netns?: string): string[] => links(netns).map(({ ifname }) => ifname)

export function link(name: string, netns?: string): IpLink {
  const found = links(netns).find(({ ifname }) => ifname === name)
  if (!found) throw new Error(`${netns ?? 'the host'} has no link ${name}`)
  return found
}

/** IPv4, without loopback's: `veth-red 192.168.15.1/24`. */
export function addresses(netns?: string): string[] {
  return ipJson<IpAddress>(...inside(netns), '-4', 'addr').flatMap(({ ifname, addr_info: all }) =>
    all.filter(({ scope }) => scope !== 'host').map(({ local, prefixlen }) => `${ifname} ${local}/${prefixlen}`))
}

/** IPv4, as `default via 192.168.15.5 dev eth0`, sorted. */
export function routes(netns?: string): string[] {
  const all = ipJson<{ dst: string, gateway?: string, dev: string }>(...inside(netns), '-4', 'route')
  return all.map(({ dst, gateway, dev }) => `${dst}${gateway === undefined ? '' : ` via ${gateway}`} dev ${dev}`).sort()
}

/** The ARP table, as `192.168.15.2 veth-red 02:00:00:00:00:01`, sorted; without a MAC where the neighbour has not answered. */
export function arp(netns?: string): string[] {
  return ipJson<IpNeighbour>(...inside(netns), '-4', 'neigh').map(({ dst, dev, lladdr }) => [dst, dev, lladdr].join(' ').trim()).sort()
}

interface IpNetns { name: string, id?: number }

export const namespaces = (): IpNetns[] => ipJson<IpNetns>('netns', 'list').sort((a, b) => a.name < b.name ? -1 : 1)
export const namespaceNames = (): string[] => namespaces().map(({ name }) => name)

/** Both are up, each is the other's peer, and each is in the namespace that the other knows by its id. */
export function assertPair(t: Test, one: { name: string, netns?: string }, other: { name: string, netns?: string }): void {
  for (const [near, far] of [[one, other], [other, one]] as const) {
    const [here, there] = [link(near.name, near.netns), link(far.name, far.netns)]
    t.ok(here.flags.includes('UP') && here.flags.includes('LOWER_UP'), `${near.name} is up and has a carrier`)
    t.equal(here.link_index, there.ifindex, `${near.name} leads to ${far.name}`)
    if (far.netns === undefined) continue
    const ids = ipJson<{ nsid: number, name?: string }>(...inside(near.netns), 'netns', 'list-id')
    t.equal(ids.find(({ nsid }) => nsid === here.link_netnsid)?.name, far.netns, `${near.name} leads to ${far.netns}`)
  }
}

/** What the example's pings say. */
export function assertPings(t: Test, rows: readonly Row[], expected: Readonly<Record<string, boolean | string>>): void {
  const found = rows.map(({ from, to, answered, says }) => [`${String(from)} ${String(to)}`, answered === true || says])
  t.strictSame(Object.fromEntries(found), expected, 'the pings')
}

/** An answer to a ping of our own, by the same ping(8) but started by ip(8). */
export function reaches(netns: string, address: string): boolean {
  try {
    ip('netns', 'exec', netns, 'ping', '-c1', '-W1', address)
    return true
  } catch (error) {
    if (error instanceof Error && 'status' in error && (error.status === 1 || error.status === 2)) return false
    throw error
  }
}

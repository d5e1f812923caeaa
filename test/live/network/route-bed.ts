// Two links with addresses and nobody to interfere, for tests of routes. It asserts nothing.
import type { Test } from 'tap'
import { Veth, type Link } from '../../../lib/index.ts'
import { eventually, place, type Place } from '../place.ts'

/** A route, as `ip -j -d route` shows it. */
export interface ShownRoute { dst: string, gateway?: string, dev?: string, prefsrc?: string, metric?: number, table?: string, type?: string, [more: string]: unknown }

export interface RouteBed extends Place {
  readonly link: Link
  /** Routes of all tables and both families. */
  all(): ShownRoute[]
}

/** eth0 with 10.0.0.1/24 and fd00::1/64, eth1 with 10.0.1.1/24; the other ends, up, have no address. */
export async function routeBed(t: Test): Promise<RouteBed> {
  const red = await place(t)
  const end = (name: string, ...addresses: string[]) => ({ name, ipv6: 'none' as const, up: true, addresses: addresses.map((address) => ({ address, ...(address.includes(':') ? { nodad: true } : {}) })) })
  const link = await Veth.create({ netns: red.netns, ...end('eth0', '10.0.0.1/24', 'fd00::1/64'), peer: end('far0') })
  await Veth.create({ netns: red.netns, ...end('eth1', '10.0.1.1/24'), peer: end('far1') })
  const all = () => ['-4', '-6'].flatMap((family) => red.show<ShownRoute>('-d', family, 'route', 'show', 'table', 'all'))
  // addrconf_notify puts the kernel's own routes in order once more when it hears of the carrier, which is later.
  if (!await eventually(() => all().filter(({ dst }) => dst === 'ff00::/8').length === 4)) throw new Error('the links have no carrier')
  return { ...red, link, all }
}

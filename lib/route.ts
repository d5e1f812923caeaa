// IPv4 and IPv6 routes.

import { libraryError, rangeError } from './errors.ts'
import { connectionOf } from './inner.ts'
import { type Family } from './address.ts'
import { linkNames } from './link-names.ts'
import { indexOf, type LinkRef } from './link-options.ts'
import { settled } from './link-create.ts'
import { type Netns } from './netns.ts'
import { requests, type Request } from './protocol.ts'
import { orGone } from './refusal.ts'
import { routeInfo, type RawRoute, type RouteInfo } from './route-info.ts'
import { deleteMessage, routeMessage, takeRoute, type RouteMessage, type RouteOptions, type Taken } from './route-options.ts'
import { routeProtocols, routeTypes } from './schema/route.ts'
import { numberOf } from './schema/record.ts'
import { messages } from './schema/messages.ts'
import { mapped } from './slices.ts'
import { tableNumber } from './tables.ts'
import { formatIp, integer, ipBytes, snapshot } from './values.ts'

/** Which routes; all that is given must hold. */
export interface RouteFilter {
  family?: Family | undefined
  /** `main`, `local`, `default`, `all`, or a number. Default `main`. */
  table?: string | number | undefined
  dev?: LinkRef | undefined
  proto?: string | number | undefined
  type?: string | number | undefined
}

/** What the way may depend on. */
export interface RouteQuery {
  from?: string | undefined
  iif?: LinkRef | undefined
  oif?: LinkRef | undefined
  mark?: number | undefined
}

const filterNames = new Set(['family', 'table', 'dev', 'proto', 'type'])
const queryNames = new Set(['from', 'iif', 'oif', 'mark'])
const ENOENT = 2

function linksOf(raw: RawRoute): number[] {
  return [raw.oif, raw.iif, ...(raw.multipath ?? []).map((hop) => hop.ifindex)].filter((index): index is number => index !== undefined && index !== 0)
}

async function infos(netns: Netns, routes: readonly RawRoute[]): Promise<RouteInfo[]> {
  const links = await mapped(routes, linksOf)
  const names = await linkNames(netns, links.flat())
  return mapped(routes, (raw) => routeInfo(raw, names))
}

/** `ns.routes`. */
export class Routes {
  readonly #netns: Netns

  constructor(netns: Netns) {
    this.#netns = netns
  }

  /**
   * Adds a route.
   *
   * @throws NetlinkError EEXIST: there is one to the same prefix with the same metric. ENETUNREACH: `via` is on no link.
   * @example
   * await red.routes.add({ to: 'default', via: '192.168.15.5' })
   */
  add(route: RouteOptions): Promise<void> {
    return this.#send(requests.addRoute, route, routeMessage)
  }

  /** Adds a route, or takes the place of the one to the same prefix with the same metric. */
  replace(route: RouteOptions): Promise<void> {
    return this.#send(requests.replaceRoute, route, routeMessage)
  }

  /**
   * Deletes the first route that has all that is named.
   *
   * @throws NetlinkError ESRCH: there is none.
   */
  delete(route: RouteOptions): Promise<void> {
    return this.#send(requests.deleteRoute, route, deleteMessage)
  }

  /** The routes of table main, or those that match. */
  async list(filter: RouteFilter = {}): Promise<RouteInfo[]> {
    return infos(this.#netns, await this.#select(filter))
  }

  /** Deletes all that match; without a filter, what ip(8) calls `flush table main`. */
  async flush(filter: RouteFilter = {}): Promise<void> {
    const connection = connectionOf(this.#netns)
    const found = await this.#select(filter)
    await settled(found.map(async (raw) => orGone('ESRCH', connection.ack(requests.deleteRoute, forDeletion(raw), { target: raw.dst ?? 'default' }))))
  }

  /**
   * Which way a packet to `to` would take: `ip route get`.
   *
   * @throws NetlinkError ENETUNREACH: none.
   */
  async get(to: string, query: RouteQuery = {}): Promise<RouteInfo> {
    const taken = snapshot<RouteQuery>(query, queryNames, 'query')
    const bytes = ipBytes(to, 'to')
    const bits = bytes.length * 8
    const from = taken.from === undefined ? {} : { src: formatIp(ipBytes(taken.from, 'query.from')), srcLen: bits }
    const [iif, oif] = await Promise.all([this.#link(taken.iif, 'query.iif'), this.#link(taken.oif, 'query.oif')])
    const mark = taken.mark === undefined ? {} : { mark: integer(taken.mark, 0, 2 ** 32 - 1, 'query.mark') }
    // inet6_rtm_valid_getroute_req refuses the flag: IPv6 names the table in any case.
    const flags = bits === 32 ? { flags: ['lookup_table'] } : {}
    const message = { family: bits === 32 ? 'inet' : 'inet6', dstLen: bits, ...from, ...flags, dst: formatIp(bytes),
      ...(iif === undefined ? {} : { iif }), ...(oif === undefined ? {} : { oif }), ...mark } as const
    const found = await connectionOf(this.#netns).reply(requests.getRoute, message, { target: to })
    if (!found) throw libraryError('ERR_OUTCOME_UNKNOWN', `RTM_GETROUTE ${to}: the kernel answered without a route`)
    const [info] = await infos(this.#netns, [found])
    if (!info) throw libraryError('ERR_OUTCOME_UNKNOWN', `RTM_GETROUTE ${to}: the kernel answered without a route`)
    return info
  }

  async #link(link: unknown, path: string): Promise<number | undefined> {
    return link === undefined ? undefined : indexOf(this.#netns, link, path)
  }

  // Not async: a promise more for each route is a tenth of what bulk insertion costs.
  #send(request: Request<typeof messages.route>, options: RouteOptions, message: typeof routeMessage): Promise<void> {
    try {
      const route = takeRoute(this.#netns, options)
      return route instanceof Promise ? this.#sendLater(request, route, message) : this.#sendNow(request, route, message)
    } catch (error) {
      return Promise.reject(error)
    }
  }

  #sendNow(request: Request<typeof messages.route>, route: Taken, message: typeof routeMessage): Promise<void> {
    return connectionOf(this.#netns).ack(request, message(this.#netns, route), { target: String(route['to']) })
  }

  async #sendLater(request: Request<typeof messages.route>, route: Promise<Taken>, message: typeof routeMessage): Promise<void> {
    await this.#sendNow(request, await route, message)
  }

  /** A dump of each family: one of all families would bring those of multicast and MPLS too. */
  async #select(filter: RouteFilter): Promise<RawRoute[]> {
    const { family, table = 'main', dev, proto, type } = snapshot<RouteFilter>(filter, filterNames, 'filter')
    if (family !== undefined && family !== 'inet' && family !== 'inet6') throw rangeError('filter.family', "'inet' or 'inet6' is wanted")
    const wanted = {
      table: table === 'all' ? undefined : tableNumber(table, 'filter.table'), oif: await this.#link(dev, 'filter.dev'),
      proto: proto === undefined ? undefined : numberOf(routeProtocols, proto, 1, 'filter.proto'),
      type: type === undefined ? undefined : numberOf(routeTypes, type, 1, 'filter.type'),
    }
    const families: Family[] = family === undefined ? ['inet', 'inet6'] : [family]
    const found = await Promise.all(families.map((one) => this.#dump(one, wanted.table)))
    return found.flat().filter((raw) => (wanted.table === undefined || raw.table === wanted.table) &&
      (wanted.oif === undefined || linksOf(raw).includes(wanted.oif)) &&
      (wanted.proto === undefined || numberOf(routeProtocols, raw.protocol, 1, 'protocol') === wanted.proto) &&
      (wanted.type === undefined || numberOf(routeTypes, raw.type, 1, 'type') === wanted.type))
  }

  /** A table that no route was ever put in does not exist (ENOENT): it is empty. */
  async #dump(family: Family, table: number | undefined): Promise<RawRoute[]> {
    try {
      return await connectionOf(this.#netns).dump(requests.listRoutes, { family, ...(table === undefined ? {} : { table }) })
    } catch (error) {
      if (error instanceof Error && 'errno' in error && error.errno === -ENOENT) return []
      throw error
    }
  }
}

/** As it was shown: what identifies a route is in the header and these attributes. A nexthop object is named instead of its ways. */
function forDeletion(raw: RawRoute): RouteMessage {
  const { family, dstLen, srcLen, tos, protocol, type, dst, src, oif, gateway, via, priority, table, multipath, nhId } = raw
  const way = nhId !== undefined ? { nhId } : multipath ? {} : { oif, gateway, via }
  const given = { family, dstLen, srcLen, tos, protocol, scope: 'nowhere', type, dst, src, ...way, priority, table } as const
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

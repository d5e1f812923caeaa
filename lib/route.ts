// IPv4, IPv6 and MPLS routes.

import { libraryError } from './errors.ts'
import { connectionOf } from './inner.ts'
import { linkNames } from './link-names.ts'
import { settled } from './link-create.ts'
import { type Netns } from './netns.ts'
import { requests, type Request } from './protocol.ts'
import { orNone } from './refusal.ts'
import { ensureRoute } from './route-ensure.ts'
import { selectRoutes, type RouteFilter } from './route-filter.ts'
import { linksOf, routeInfo, type RawRoute, type RouteInfo } from './route-info.ts'
import { deleteMessage, routeMessage, takeRoute, type RouteOptions } from './route-options.ts'
import { queryMessage, type RouteQuery } from './route-query.ts'
import { type RouteMessage, type Taken } from './route-ways.ts'
import { messages } from './schema/messages.ts'
import { mapped } from './slices.ts'
import { present } from './values.ts'

/** Of a value in the message, the option that it came from. */
const optionName = (path: string): string => `route.${path.replace(/^multipath/, 'nexthops')}`

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
   * Makes it so where it is not so already, and says whether anything was changed: adds the route, or takes the place of the one to the
   * same prefix with the same metric. Options that are not given are not looked at, but for the way itself: `via`, `nexthops`, `encap`,
   * `nhid`. What `expires` is begun anew.
   *
   * @example
   * if (await red.routes.ensure({ to: 'default', via: '192.168.15.5' })) console.log('it was not there')
   */
  async ensure(route: RouteOptions): Promise<boolean> {
    const taken = await takeRoute(this.#netns, route)
    return await ensureRoute(this.#netns, routeMessage(this.#netns, taken), new Set(Object.keys(taken)), String(taken['to']))
  }

  /** Adds a route behind those to the same prefix with the same metric; of IPv6, as one more way of the one that is there. */
  append(route: RouteOptions): Promise<void> {
    return this.#send(requests.appendRoute, route, routeMessage)
  }

  /** Adds a route before those to the same prefix with the same metric, so that it is the one that counts; of IPv6, as `append`. */
  prepend(route: RouteOptions): Promise<void> {
    return this.#send(requests.prependRoute, route, routeMessage)
  }

  /**
   * Takes the place of the route to the same prefix with the same metric.
   *
   * @throws NetlinkError ENOENT: there is none.
   */
  change(route: RouteOptions): Promise<void> {
    return this.#send(requests.changeRoute, route, routeMessage)
  }

  /**
   * Deletes the first route that has all that is named.
   *
   * @throws NetlinkError ESRCH: there is none; of MPLS the kernel does not say so.
   */
  delete(route: RouteOptions): Promise<void> {
    return this.#send(requests.deleteRoute, route, deleteMessage)
  }

  /** The routes of table main, or those that match. */
  async list(filter: RouteFilter = {}): Promise<RouteInfo[]> {
    return infos(this.#netns, await selectRoutes(this.#netns, filter))
  }

  /** Deletes all that match; without a filter, what ip(8) calls `flush table main`. */
  async flush(filter: RouteFilter = {}): Promise<void> {
    const connection = connectionOf(this.#netns)
    const found = await selectRoutes(this.#netns, filter)
    await settled(found.map(async (raw) => orNone('ESRCH', connection.ack(requests.deleteRoute, forDeletion(raw), { target: raw.dst ?? 'default' }))))
  }

  /**
   * Which way a packet to `to` would take: `ip route get`. A number is a label of MPLS.
   *
   * @throws NetlinkError ENETUNREACH: none.
   * @example
   * const { dev, src } = await red.routes.get('10.0.0.2', { mark: 7, ipproto: 'tcp', dport: 80 })
   */
  async get(to: string | number, query: RouteQuery = {}): Promise<RouteInfo> {
    const message = await queryMessage(this.#netns, to, query)
    const found = await connectionOf(this.#netns).reply(requests.getRoute, message, { target: String(to) })
    const [info] = found ? await infos(this.#netns, [found]) : []
    if (!info) throw libraryError('ERR_OUTCOME_UNKNOWN', `RTM_GETROUTE ${to}: the kernel answered without a route`)
    return info
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
    return connectionOf(this.#netns).ack(request, message(this.#netns, route), { target: String(route['to']), rename: optionName })
  }

  async #sendLater(request: Request<typeof messages.route>, route: Promise<Taken>, message: typeof routeMessage): Promise<void> {
    await this.#sendNow(request, await route, message)
  }
}

/** As it was shown: what identifies a route is in the header and these attributes. A nexthop object is named instead of its ways. */
function forDeletion(raw: RawRoute): RouteMessage {
  const { family, dstLen, srcLen, tos, protocol, type, dst, src, oif, gateway, via, priority, table, multipath, nhId } = raw
  const way = nhId !== undefined ? { nhId } : multipath ? {} : { oif, gateway, via }
  const where = family === 'mpls' ? { scope: 'global', rtmTable: raw.rtmTable } as const : { scope: 'nowhere', table } as const
  const given = { family, dstLen, srcLen, tos, protocol, ...where, type, dst, src, ...way, priority } as const
  return present(given)
}

// By which way a route leads: a gateway, a link, several ways, a nexthop object; what is put around packets on it.

import { type Family } from './address.ts'
import { encapAttributes, namesLinks, resolveLinks, takeEncap } from './encap.ts'
import { type Encap } from './encap-types.ts'
import { rangeError, typeError } from './errors.ts'
import { indexOf, knownIndex, type LinkRef } from './link-options.ts'
import { type Netns } from './netns.ts'
import { realmsWord, type Realms } from './realms.ts'
import { type Input } from './schema/dsl.ts'
import { messages } from './schema/messages.ts'
import { array, boolean, integer, ipBytes, labelWords, lladdrBytes, snapshot } from './values.ts'

/** Families that have routes. */
export type RouteFamily = Family | 'mpls'
export type RouteMessage = Input<typeof messages.route>
type Hop = NonNullable<RouteMessage['multipath']>[number]
/** Options that have been read. */
export type Taken = { [name: string]: unknown }

/** One way of several. */
export interface NexthopOptions {
  /** As of a route. */
  via?: string | undefined
  dev?: LinkRef | undefined
  /** 1 to 256. Default 1. */
  weight?: number | undefined
  onlink?: boolean | undefined
  /** IPv4 only. */
  realms?: Realms | undefined
  encap?: Encap | undefined
  /** Of MPLS: the labels that take the place of the one that came. */
  as?: readonly number[] | undefined
}

const nexthopNames = new Set(['via', 'dev', 'weight', 'onlink', 'realms', 'encap', 'as'])
const MAC = /^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/i

function setMplsGateway(message: RouteMessage | Hop, via: unknown, path: string): void {
  if (typeof via === 'string' && MAC.test(via)) {
    message.via = { family: 'packet', addr: lladdrBytes(via, path) }
    return
  }
  const addr = ipBytes(via, path)
  message.via = { family: addr.length === 4 ? 'inet' : 'inet6', addr }
}

function setGateway(message: RouteMessage | Hop, via: unknown, family: RouteFamily, path: string): void {
  if (family === 'mpls') return setMplsGateway(message, via, path)
  const bytes = ipBytes(via, path)
  const own = bytes.length === 4 ? 'inet' : 'inet6'
  if (own === family) message.gateway = bytes
  else if (own === 'inet') throw rangeError(path, 'an IPv6 route has no IPv4 gateway')
  else message.via = { family: 'inet6', addr: bytes }   // RFC 5549
}

/** By the option, or by a flag of what `list` showed. */
export function isOnlink({ onlink, flags = [] }: Taken, path: string): boolean {
  if (!Array.isArray(flags)) throw typeError(`${path}.flags`, 'an array is wanted')
  return onlink === undefined ? (flags as unknown[]).includes('onlink') : boolean(onlink, `${path}.onlink`)
}

/** What few ways have. */
export function setRare(message: RouteMessage | Hop, netns: Netns, { realms, encap, as }: Taken, path: string): void {
  if (realms !== undefined) message.flow = realmsWord(realms, `${path}.realms`)
  if (encap !== undefined) Object.assign(message, encapAttributes(netns, encap as Taken, `${path}.encap`))
  if (as !== undefined) message.newdst = labelWords(as, `${path}.as`)
}

function nexthop(netns: Netns, taken: Taken, family: RouteFamily, path: string): Hop {
  const { via, dev, weight = 1, onlink } = taken
  const hop: Hop = { hops: integer(weight, 1, 256, `${path}.weight`) - 1 }
  if (onlink !== undefined && boolean(onlink, `${path}.onlink`)) hop.flags = ['onlink']
  if (dev !== undefined) hop.ifindex = knownIndex(netns, dev, `${path}.dev`)
  if (via !== undefined) setGateway(hop, via, family, `${path}.via`)
  setRare(hop, netns, taken, path)
  return hop
}

/** The ways: one in the message itself, several, or none where a nexthop object has them (the kernel refuses both). */
export function setWays(message: RouteMessage, netns: Netns, route: Taken, family: RouteFamily): void {
  const { nexthops, via, dev, nhid } = route
  if (nhid !== undefined) return
  if (via !== undefined) setGateway(message, via, family, 'route.via')
  if (dev !== undefined) message.oif = knownIndex(netns, dev, 'route.dev')
  if (nexthops === undefined) return
  if (via !== undefined || dev !== undefined || route['encap'] !== undefined) throw typeError('route.nexthops', 'via, dev and encap belong into the nexthops here')
  message.multipath = (nexthops as Taken[]).map((one, index) => nexthop(netns, one, family, `route.nexthops[${index}]`))
}

/** Reads what the ways have inside: nexthops and encapsulations, each once. Says whether a link is given by its name. */
export function takeWays(route: Taken): boolean {
  const { nexthops, encap } = route
  let named = typeof route['dev'] === 'string'
  if (encap !== undefined) named = takeEncapOf(route, 'route') || named
  if (nexthops === undefined) return named
  route['nexthops'] = array(nexthops, 'route.nexthops').map((one, index) => {
    const hop: Taken = snapshot(one, nexthopNames, `route.nexthops[${index}]`)
    named = typeof hop['dev'] === 'string' || named
    if (hop['encap'] !== undefined) named = takeEncapOf(hop, `route.nexthops[${index}]`) || named
    return hop
  })
  return named
}

function takeEncapOf(way: Taken, path: string): boolean {
  const encap = takeEncap(way['encap'], `${path}.encap`)
  way['encap'] = encap
  return namesLinks(encap)
}

async function resolve(netns: Netns, way: Taken, path: string): Promise<void> {
  if (typeof way['dev'] === 'string') way['dev'] = await indexOf(netns, way['dev'], `${path}.dev`)
  if (way['encap'] !== undefined) await resolveLinks(netns, way['encap'] as Taken, `${path}.encap`)
}

/** Indexes in place of names. */
export async function withIndexes(netns: Netns, route: Taken): Promise<Taken> {
  const hops = (route['nexthops'] ?? []) as Taken[]
  await resolve(netns, route, 'route')
  await Promise.all(hops.map(async (hop, index) => resolve(netns, hop, `route.nexthops[${index}]`)))
  return route
}

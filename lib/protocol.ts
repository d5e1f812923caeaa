// Every request the library makes, and the declarations compiled for the addon when the first connection needs them.

import { Compiler, type CompiledSet, type Tables } from './schema/compile.ts'
import { flags, messages, types, type MessageType } from './schema/messages.ts'
import { type AnySet, type Infer, type Input } from './schema/dsl.ts'

/** A kind of request: its type and flags, and the sets by which it is written and its answer read. */
export interface Question<S extends AnySet = AnySet, A extends AnySet = AnySet> {
  /** RTM_NEWLINK, or the command of a generic netlink family. */
  readonly name: string
  readonly type: number
  readonly flags: number
  readonly message: S
  readonly answer: A
  /** Attributes that decoding an answer passes over. */
  readonly skip: readonly string[]
  /** It is this one, with a type that was learned later. */
  readonly declaredAs?: Question
  readonly input?: Input<S>     // phantoms
  readonly output?: Infer<A>
}

/** One whose answer is of the same set. */
export interface Request<S extends AnySet = AnySet> extends Question<S, S> {}

const declared: Question[] = []

export function request<S extends AnySet>(name: MessageType, message: S, extra: readonly (keyof typeof flags)[] = [], skip: readonly string[] = []): Request<S> {
  return question(name, message, message, extra, skip)
}

/** One whose answer is of another set. */
export function question<S extends AnySet, A extends AnySet>(name: MessageType, message: S, answer: A, extra: readonly (keyof typeof flags)[] = [], skip: readonly string[] = []): Question<S, A> {
  return declare({ name, type: types[name], flags: flagBits(extra), message, answer, skip })
}

/** What a request's header says with these flags. */
export const flagBits = (extra: readonly (keyof typeof flags)[]): number => extra.reduce<number>((sum, flag) => sum | flags[flag], flags.NLM_F_REQUEST)

/** Must happen before the first connection. */
export function declare<Q extends Question>(made: Q): Q {
  declared.push(made)
  return made
}

/** What a request became in the tables. */
export interface CompiledRequest {
  readonly set: CompiledSet
  readonly answer: CompiledSet
  readonly skip: number
}

export interface Protocol {
  readonly tables: Tables
  readonly sets: readonly CompiledSet[]
  of(request: Question): CompiledRequest
}

/** Compiles all declared requests. Call it once all modules are loaded: the kinds register themselves. */
export function compile(): Protocol {
  const compiler = new Compiler()
  const compiled = new Map<Question, CompiledRequest>(declared.map((one) => {
    const [set, answer] = [compiler.add(one.message), compiler.add(one.answer)]
    return [one, { set, answer, skip: one.skip.length > 0 ? compiler.skip(answer, one.skip) : 0 }]
  }))
  return {
    tables: compiler.tables(),
    sets: compiler.sets(),
    of(one) {
      const found = compiled.get(one) ?? (one.declaredAs && compiled.get(one.declaredAs))
      if (!found) throw new Error(`${one.name} was declared after the first connection`)
      return found
    },
  }
}

const add = ['NLM_F_CREATE', 'NLM_F_EXCL'] as const
const replace = ['NLM_F_CREATE', 'NLM_F_REPLACE'] as const
const dump = ['NLM_F_DUMP'] as const

// Statistics and the kernel's per-family tables are most of a link's bytes: whoever wants them asks for them.
const bulky = ['stats', 'stats64', 'map', 'afSpec']

const { link, linkConf, address, route, neighbor, nsid, xstats, rule, nexthop, addressLabel } = messages

export const requests = {
  newLink: request('RTM_NEWLINK', link, [...add, 'NLM_F_ECHO'], bulky),
  setLink: request('RTM_NEWLINK', link),
  setLinkConf: request('RTM_NEWLINK', linkConf),
  deleteLink: request('RTM_DELLINK', link),
  getLink: request('RTM_GETLINK', link, [], bulky),
  getLinkFully: request('RTM_GETLINK', link),
  listLinks: request('RTM_GETLINK', link, dump, bulky),
  listLinksFully: request('RTM_GETLINK', link, dump),
  addLinkProperty: request('RTM_NEWLINKPROP', link, [...add, 'NLM_F_APPEND']),
  deleteLinkProperty: request('RTM_DELLINKPROP', link),
  getXstats: request('RTM_GETSTATS', xstats),
  addAddress: request('RTM_NEWADDR', address, add),
  replaceAddress: request('RTM_NEWADDR', address, replace),
  deleteAddress: request('RTM_DELADDR', address),
  listAddresses: request('RTM_GETADDR', address, dump),
  addRoute: request('RTM_NEWROUTE', route, add),
  replaceRoute: request('RTM_NEWROUTE', route, replace),
  appendRoute: request('RTM_NEWROUTE', route, ['NLM_F_CREATE', 'NLM_F_APPEND']),
  prependRoute: request('RTM_NEWROUTE', route, ['NLM_F_CREATE']),
  changeRoute: request('RTM_NEWROUTE', route, ['NLM_F_REPLACE']),
  deleteRoute: request('RTM_DELROUTE', route),
  getRoute: request('RTM_GETROUTE', route),
  listRoutes: request('RTM_GETROUTE', route, dump),
  addNeighbor: request('RTM_NEWNEIGH', neighbor, add),
  replaceNeighbor: request('RTM_NEWNEIGH', neighbor, replace),
  deleteNeighbor: request('RTM_DELNEIGH', neighbor),
  listNeighbors: request('RTM_GETNEIGH', neighbor, dump),
  addRule: request('RTM_NEWRULE', rule, add),
  addRuleEchoed: request('RTM_NEWRULE', rule, [...add, 'NLM_F_ECHO']),
  deleteRule: request('RTM_DELRULE', rule),
  listRules: request('RTM_GETRULE', rule, dump),
  addNexthop: request('RTM_NEWNEXTHOP', nexthop, [...add, 'NLM_F_ECHO']),
  replaceNexthop: request('RTM_NEWNEXTHOP', nexthop, [...replace, 'NLM_F_ECHO']),
  deleteNexthop: request('RTM_DELNEXTHOP', nexthop),
  getNexthop: request('RTM_GETNEXTHOP', nexthop),
  listNexthops: request('RTM_GETNEXTHOP', nexthop, dump),
  listNexthopBuckets: request('RTM_GETNEXTHOPBUCKET', nexthop, dump),
  addAddressLabel: request('RTM_NEWADDRLABEL', addressLabel, add),
  deleteAddressLabel: request('RTM_DELADDRLABEL', addressLabel),
  listAddressLabels: request('RTM_GETADDRLABEL', addressLabel, dump),
  // As events: what a monitor is sent.
  linkChanged: request('RTM_NEWLINK', link, [], bulky),
  addressChanged: request('RTM_NEWADDR', address),
  addressDeleted: request('RTM_DELADDR', address),
  linkDeleted: request('RTM_DELLINK', link, [], bulky),
  nsidDeleted: request('RTM_DELNSID', nsid),
  newNsid: request('RTM_NEWNSID', nsid),
  getNsid: request('RTM_GETNSID', nsid),
}

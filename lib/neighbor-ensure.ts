// `ensure` of neighbours, and of entries of forwarding databases.

import { asTold, ensure, hasAll } from './ensure.ts'
import { connectionOf } from './inner.ts'
import { type Link } from './link.ts'
import { neighborKey, type NeighborMessage, type RawNeighbor } from './neighbor-options.ts'
import { type Request } from './protocol.ts'
import { orNone } from './refusal.ts'
import { messages } from './schema/messages.ts'

type Verb = Request<typeof messages.neighbor>
/** The requests of the one and of the other. */
export interface Verbs { readonly add: Verb, readonly replace: Verb, readonly get: Verb }

type Told = Partial<RawNeighbor>

/** States that follow each other by themselves. */
const passing = ['incomplete', 'reachable', 'stale', 'delay', 'probe', 'failed']
const known = ['reachable', 'stale', 'delay', 'probe']

function sameState({ state: found }: RawNeighbor, { state: wanted = [], flagsExt = [] }: Told): boolean {
  if (flagsExt.includes('managed')) return !found.includes('permanent') && !found.includes('noarp')
  if (wanted.length === 0) return found.length === 0
  return wanted.some((word) => passing.includes(word)) ? found.some((word) => known.includes(word)) : hasAll(found, wanted)
}

/** `use` is something to do, not something to be. */
function sameFlags(found: RawNeighbor, { flags = [], flagsExt = [] }: Told): boolean {
  return hasAll([...found.flags, ...found.flagsExt ?? []], [...flags, ...flagsExt].filter((word) => word !== 'use' && word !== 'self' && word !== 'master'))
}

/** Attributes that are given have to be told. */
function sameAttributes(found: RawNeighbor, wanted: Told, names: readonly (keyof RawNeighbor)[]): boolean {
  return names.every((name) => wanted[name] === undefined || found[name] === wanted[name])
}

export async function ensureNeighbor(link: Link, { add, replace, get }: Verbs, message: NeighborMessage, target: string): Promise<boolean> {
  const connection = connectionOf(link.netns)
  const wanted: Told = asTold(add, message)
  const key = neighborKey(link.index, message.dst, { flags: message.flags?.filter((flag) => flag === 'proxy') })
  // The kernel finds out by itself what address a managed one has.
  const attributes: (keyof RawNeighbor)[] = hasAll(wanted.flagsExt, ['managed']) ? ['protocol'] : ['lladdr', 'protocol']
  return ensure<RawNeighbor>({
    find: async () => orNone('ENOENT', connection.reply(get, key, { target })),
    matches: (found) => (hasAll(wanted.flags, ['proxy']) || sameState(found, wanted)) && sameFlags(found, wanted) && sameAttributes(found, wanted, attributes),
    add: async () => connection.ack(add, message, { target }),
    change: async () => connection.ack(replace, message, { target }),
  })
}

/** fdb_to_nud tells of two bits only one; whose the database is comes as an attribute. */
function sameEntry(found: RawNeighbor, wanted: Told): boolean {
  const word = (state: readonly string[] = []): string => state.includes('permanent') ? 'permanent' : state.includes('noarp') ? 'static' : 'dynamic'
  return word(found.state) === word(wanted.state) && found.ifindex === wanted.ifindex && sameFlags(found, wanted) && sameAttributes(found, wanted, ['dst', 'vni', 'port', 'ndaIfindex', 'nhId', 'protocol'])
}

/** Of a vxlan: what goes to several ends, each of which is an entry (vxlan_fdb_update). */
const isGroup = (address = ''): boolean => address === '00:00:00:00:00:00' || (parseInt(address.slice(0, 2), 16) & 1) === 1

/** An entry of a bridge is one for each address and VLAN; so is one of a vxlan, unless it is for a group. */
export async function ensureEntry(link: Link, { add, replace, append, get, list }: Verbs & { append: Verb, list: Verb }, message: NeighborMessage, target: string): Promise<boolean> {
  const connection = connectionOf(link.netns)
  const wanted: Told = asTold(add, message)
  const { lladdr, vlan, srcVni, dst } = wanted
  const [ofBridge, group] = [hasAll(message.flags, ['master']), dst !== undefined && isGroup(lladdr)]
  const key = { family: 'bridge', ifindex: link.index, flags: ['master'], lladdr: message.lladdr, vlan: message.vlan } as const
  const own = (found: RawNeighbor): boolean => found.family === 'bridge' && found.ifindex === link.index && found.lladdr === lladdr && found.vlan === vlan &&
    (found.master === undefined || found.master === link.index) && (srcVni === undefined || found.srcVni === srcVni) && (!group || found.dst === dst)
  return ensure<RawNeighbor>({
    find: async () => ofBridge ? orNone('ENOENT', connection.reply(get, key, { target })) : (await connection.dump(list, { family: 'bridge', ifindex: link.index })).find(own),
    matches: (found) => sameEntry(found, wanted),
    add: async () => connection.ack(group ? append : add, message, { target }),
    change: async () => connection.ack(replace, message, { target }),
  })
}

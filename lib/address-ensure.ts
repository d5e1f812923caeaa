// `ensure` of a link's addresses.

import { type AddressMessage, type RawAddress } from './address.ts'
import { asTold, cannotChange, ensure, hasAll, includes } from './ensure.ts'
import { connectionOf } from './inner.ts'
import { type Link } from './link.ts'
import { requests } from './protocol.ts'
import { addressFlags, forEver } from './schema/address.ts'

/** They say how an address is added. */
const once = new Set(['nodad', 'optimistic'])
/** What RTM_NEWADDR leaves as it is where the address is there: inet_rtm_newaddr. */
const fixed = ['label', 'broadcast', 'scope'] as const

/** The header has room for some of the flags, and is used where it will do. */
function flagsOf({ flags, ifaFlags = 0 }: Partial<RawAddress>): string[] {
  const words = flags ?? Object.entries(addressFlags.values).filter(([, bit]) => (ifaFlags & bit) !== 0).map(([word]) => word)
  return words.filter((word) => !once.has(word))
}

/** An IPv6 address without a peer is told without IFA_LOCAL. */
function sameAddress(found: RawAddress, wanted: Partial<RawAddress>): boolean {
  return found.index === wanted.index && found.family === wanted.family && found.prefixlen === wanted.prefixlen &&
    (found.local ?? found.address) === wanted.local && found.address === wanted.address
}

/** What is left of a lifetime that ends is never what was asked for. */
function lasting({ cacheinfo }: Partial<RawAddress>, wanted: Partial<RawAddress>): boolean {
  if (wanted.cacheinfo === undefined) return true
  const all = [wanted.cacheinfo.ifaValid, wanted.cacheinfo.ifaPrefered, cacheinfo?.ifaValid, cacheinfo?.ifaPrefered]
  return all.every((seconds) => seconds === forEver)
}

export async function ensureAddress(link: Link, message: AddressMessage, target: string): Promise<boolean> {
  const connection = connectionOf(link.netns)
  const wanted: Partial<RawAddress> = asTold(requests.addAddress, message)
  const other = (found: RawAddress): string[] => fixed.filter((name) => wanted[name] !== undefined && found[name] !== wanted[name])
  const { family = 'unspec', index = 0 } = message
  return ensure<RawAddress>({
    find: async () => (await connection.dump(requests.listAddresses, { family, index })).find((found) => sameAddress(found, wanted)),
    matches: (found) => other(found).length === 0 && hasAll(found.flags, flagsOf(wanted)) && lasting(found, wanted) &&
      (wanted.rtPriority === undefined || includes(found.rtPriority, wanted.rtPriority)),
    add: async () => connection.ack(requests.addAddress, message, { target }),
    change: async (found) => {
      const names = other(found)
      if (names.length > 0) throw cannotChange(target, names)
      await connection.ack(requests.replaceAddress, message, { target })
    },
  })
}

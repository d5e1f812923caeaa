// What `Netns.create` takes, and whose the namespace is to be.

import { innerOf } from './inner.ts'
import { type Owner } from './native.ts'
import { Netns } from './netns.ts'
import { grantedIds } from './subid.ts'
import { boolean, snapshot } from './values.ts'

export interface NetnsOptions {
  /** Set inside, before the loopback comes up: `{ 'net.ipv4.ip_forward': 1 }`. */
  sysctl?: Readonly<Record<string, string | number>> | undefined
  /** Whether its loopback is up. Default true. */
  loopback?: boolean | undefined
  /**
   * A user namespace for it, so that no privilege is needed. `true` makes one, in which root is the caller; with `range` it has
   * the ids of /etc/subuid and /etc/subgid too, by way of newuidmap(1). A Netns shares its own: links between two namespaces
   * need one for both. Default false: the user namespace of the process.
   */
  userns?: boolean | { readonly range: boolean } | Netns | undefined
}

/** `userns`, as the addon takes it. */
export async function ownerOf(userns: unknown): Promise<Owner> {
  if (userns instanceof Netns) return innerOf(userns, 'options.userns').handle
  if (typeof userns !== 'object' || userns === null) return boolean(userns, 'options.userns')
  const { range } = snapshot<{ range: boolean }>(userns, new Set(['range']), 'options.userns')
  if (!boolean(range, 'options.userns.range')) return true
  const [users, groups] = await grantedIds()
  return [users.first, users.count, groups.first, groups.count]
}

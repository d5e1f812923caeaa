// Waiting for duplicate address detection: addrconf_dad_completed and addrconf_dad_stop tell of its end in RTM_NEWADDR.

import { listBy, takeFilter, type AddressFilter, type AddressInfo } from './address.ts'
import { libraryError, rangeError } from './errors.ts'
import { type Link } from './link.ts'
import { type Netns } from './netns.ts'
import { requests } from './protocol.ts'
import { groups } from './schema/messages.ts'
import { snapshot } from './values.ts'
import { takeLimits, waitFor, waitNames, type Answer, type WaitOptions } from './wait.ts'

const names = (infos: readonly AddressInfo[]): string => infos.map(({ address, name }) => `${address} of ${name}`).join(', ')

/** Those that are still tentative are left in `tentative`. */
function check(infos: AddressInfo[], tentative: AddressInfo[]): Answer<AddressInfo[]> | undefined {
  const failed = infos.filter(({ flags }) => flags.includes('dadfailed'))
  if (failed.length > 0) throw libraryError('ERR_DAD_FAILED', `duplicate address detection failed, another host has it: ${names(failed)}`)
  tentative.splice(0, tentative.length, ...infos.filter(({ flags }) => flags.includes('tentative')))
  return tentative.length === 0 ? { value: infos } : undefined
}

/** `link` as in `link.addresses`, whose options name none. */
export async function waitForAddresses(netns: Netns, state: string, given: WaitOptions & AddressFilter, link?: Link): Promise<AddressInfo[]> {
  if (state !== 'permanent') throw rangeError('state', "'permanent' is wanted")
  const allowed = new Set([...waitNames, 'family', 'scope', ...(link ? [] : ['link'])])
  const options = snapshot<WaitOptions & AddressFilter>(given, allowed, 'options')
  const limits = takeLimits(options)
  const filter = await takeFilter(netns, link ? { ...options, link } : options, 'options')
  const tentative: AddressInfo[] = []
  return waitFor<AddressInfo[]>(netns, {
    groups: [groups.RTNLGRP_IPV6_IFADDR],
    requests: [requests.addressChanged, requests.addressDeleted],
    look: async () => check(await listBy(netns, filter), tentative),
    event: (_, object) => filter.index === undefined || 'index' in object && object.index === filter.index ? 'look' : undefined,
    lacking: () => `duplicate address detection is not over for ${names(tentative)}`,
  }, limits)
}

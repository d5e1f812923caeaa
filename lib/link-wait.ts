// Waiting for a state of a link: netdev_state_change and linkwatch tell of every one in RTM_NEWLINK.

import { NetlinkError, rangeError } from './errors.ts'
import { connectionOf } from './inner.ts'
import { type Link } from './link.ts'
import { linkInfo, type LinkInfo, type RawLink } from './link-info.ts'
import { requests } from './protocol.ts'
import { groups, types } from './schema/messages.ts'
import { snapshot } from './values.ts'
import { takeLimits, waitFor, waitNames, type Answer, type WaitOptions } from './wait.ts'

/** In the words of ip(8) and of the kernel's flags. */
export type LinkState = 'up' | 'down' | 'running' | 'no-carrier' | 'gone'

// On older kernels (6.1) IFF_RUNNING is a second late with a loss; the carrier itself, IFF_LOWER_UP, is not.
const running = ({ flags }: LinkInfo) => flags.includes('RUNNING') && flags.includes('LOWER_UP')

const states: { readonly [state in Exclude<LinkState, 'gone'>]: (info: LinkInfo) => boolean } = {
  'up': (info) => info.up,
  'down': (info) => !info.up,
  running,
  'no-carrier': (info) => info.up && !running(info),
}

/** A bridge tells of its ports in messages of the same types, where RTM_DELLINK is a port that left it. */
export const isLink = (object: object): object is RawLink => 'family' in object && object.family === 'unspec'

/** Nothing: there is no such link. */
async function current({ netns, index, name }: Pick<Link, 'netns' | 'index' | 'name'>): Promise<LinkInfo | undefined> {
  const raw = await connectionOf(netns).reply(requests.getLink, { index }, { target: name })
  return raw && linkInfo(raw)
}

async function isGone(place: Pick<Link, 'netns' | 'index' | 'name'>): Promise<boolean> {
  try {
    return await current(place) === undefined
  } catch (error) {
    if (error instanceof NetlinkError && error.code === 'ENODEV') return true
    throw error
  }
}

function describe(info: LinkInfo | undefined): string {
  if (info === undefined) return 'there'
  return Object.entries(states).filter(([, holds]) => holds(info)).map(([state]) => state).join(' and ')
}

export async function waitForLink(link: Link, state: LinkState, given: WaitOptions): Promise<LinkInfo | void> {
  if (state !== 'gone' && !Object.hasOwn(states, state)) throw rangeError('state', `one of ${[...Object.keys(states), 'gone'].join(' ')} is wanted`)
  const limits = takeLimits(snapshot<WaitOptions>(given, new Set(waitNames), 'options'))
  // The handle may follow the link elsewhere.
  const place = { netns: link.netns, index: link.index, name: link.name }
  let seen: LinkInfo | undefined
  const check = (info: LinkInfo | undefined): Answer<LinkInfo> | undefined => {
    seen = info
    return info && state !== 'gone' && states[state](info) ? { value: info } : undefined
  }
  return waitFor<LinkInfo | void>(place.netns, {
    groups: [groups.RTNLGRP_LINK],
    requests: [requests.linkChanged, requests.linkDeleted],
    look: async () => state !== 'gone' ? check(await current(place)) : await isGone(place) ? { value: undefined } : undefined,
    event(type, object) {
      if (!isLink(object) || object.index !== place.index) return undefined
      if (type === types.RTM_NEWLINK) return check(linkInfo(object))
      return state === 'gone' ? { value: undefined } : 'look'
    },
    lacking: () => `${place.name} is not ${state}, but ${describe(seen)},`,
  }, limits)
}

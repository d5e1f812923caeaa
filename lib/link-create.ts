// Making a link: one message that makes the whole of it, then what that message cannot carry. Whatever fails, no half of
// a link stays behind.

import { type About } from './refusal.ts'
import { libraryError } from './errors.ts'
import { connectionOf, innerOf } from './inner.ts'
import { Link } from './link.ts'
import { type RawLink } from './link-info.ts'
import { type LinkPlan } from './link-options.ts'
import { renameOption, type LinkMessage } from './link-settings.ts'
import { type NamespaceHandle, type Refusal } from './native.ts'
import { requests } from './protocol.ts'

const EOPNOTSUPP = 95

/** Options that the kernel lacks, and masters that take no ports, are EOPNOTSUPP too: rtnl_newlink's own words tell. */
function unknownKind(kind: string, { errno, extack }: Refusal): string | undefined {
  if (errno !== EOPNOTSUPP || extack !== 'Unknown device type') return undefined
  return `this kernel has no links of kind '${kind}', or not their module (rtnl-link-${kind})`
}

/** The link that another one lies on: its index, and the id of the namespace where that counts, if it is another. */
export interface Below {
  readonly index?: number | undefined
  readonly linkNetnsid?: number | undefined
}

export interface Making {
  /** Nothing has to happen between making it and IFF_UP. */
  readonly early?: boolean
  readonly below?: Below
  /** Namespaces that `data` mentions. */
  readonly namespaces?: readonly NamespaceHandle[]
}

/** Sends the message. */
export async function makeLink(kind: string, plan: LinkPlan, data: object | undefined, making: Making = {}): Promise<RawLink> {
  const connection = connectionOf(plan.netns)
  const { early = false, below = {}, namespaces = [] } = making
  const about: About = { target: plan.name, namespaces, rename: renameOption, hint: (refusal) => unknownKind(kind, refusal) }
  const { flags = [], change = [] } = plan.attributes
  const up = early && plan.up ? { flags: [...flags, 'UP'], change: [...change, 'UP'] } : {}
  const master = plan.master === undefined ? {} : { master: plan.master }
  const linkinfo = data === undefined ? { kind } : { kind, data }
  const message = { ...plan.attributes, ...up, ...master, link: below.index, linkNetnsid: below.linkNetnsid, linkinfo } as LinkMessage
  // Before 6.2 the kernel did not echo a link that it made: it is looked up.
  const made = await connection.reply(requests.newLink, message, about) ?? await connection.reply(requests.getLink, { ifname: plan.name }, { target: plan.name })
  if (!made) throw libraryError('ERR_OUTCOME_UNKNOWN', `RTM_NEWLINK ${plan.name}: the link was made, but the kernel does not show it`)
  return made
}

/** Whether nothing but IFF_UP is left to do once the link is there. */
export function isPlain(plan: LinkPlan): boolean {
  return plan.later === undefined && plan.conf === undefined
}

/** What comes after: settings that precede IFF_UP, the master where the message could not have it, addresses, IFF_UP. */
export async function furnish(link: Link, plan: LinkPlan, done: { master: boolean, up: boolean }): Promise<void> {
  const connection = connectionOf(plan.netns)
  const { index } = link
  const about = { target: plan.name, rename: renameOption }
  const steps: Promise<void>[] = []
  const step = (message: LinkMessage) => void steps.push((async () => connection.ack(requests.setLink, { index, ...message }, about))())
  if (plan.later) step(plan.later)
  const { conf, altNames } = plan
  if (conf) steps.push((async () => connection.ack(requests.setLinkConf, { index, afSpec: { inet: { conf } } }, about))())
  if (altNames.length > 0) steps.push(link.addAltNames(...altNames))
  if (plan.master !== undefined && !done.master) step({ master: plan.master })
  for (const { message, target } of plan.addresses) steps.push((async () => connection.ack(requests.addAddress, { ...message, index }, { target }))())
  if (plan.up && !done.up) step({ flags: ['UP'], change: ['UP'] })
  await settled(steps)
}

/** Waits for all, so that nothing is under way any more when the first failure is reported. */
export async function settled(steps: readonly Promise<unknown>[]): Promise<void> {
  const results = await Promise.allSettled(steps)
  for (const result of results) if (result.status === 'rejected') throw result.reason
}

/** Runs `work`; when it fails, deletes the link that was made for it and passes the failure on. */
export async function orDelete(link: Link, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    // Its own failure would hide the reason; a link that is gone already needs no deleting.
    await link.delete().catch(() => undefined)
    throw error
  }
}

/** Descriptor of the namespace for a message, where that is not the one the message is sent in. */
export function elsewhere(plan: LinkPlan, other: LinkPlan): { attribute: { netNsFd?: number }, namespaces: NamespaceHandle[] } {
  if (plan.netns === other.netns || plan.netns.equals(other.netns)) return { attribute: {}, namespaces: [] }
  const { handle } = innerOf(plan.netns)
  return { attribute: { netNsFd: handle.fd }, namespaces: [handle] }
}

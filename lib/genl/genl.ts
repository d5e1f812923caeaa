// What generic netlink a namespace has: the controller's list of families.

import { type Netns } from '../netns.ts'
import { genericMessages } from '../schema/generic.ts'
import { askAll, generic } from './request.ts'

/** A family of generic netlink, as the kernel's controller tells of it. */
export interface GenlFamily {
  /** The type of its messages; given out when it is loaded. */
  readonly id: number
  readonly name: string
  readonly version: number
  /** Bytes of the family's own header; most have none. */
  readonly hdrsize: number
  /** The greatest number of its attributes. */
  readonly maxattr: number
  /** Commands, and what each wants and can do: `uns_admin_perm` is CAP_NET_ADMIN in the namespace's user namespace. */
  readonly ops: readonly { readonly id: number, readonly flags: readonly string[] }[]
  readonly mcastGroups: readonly { readonly id: number, readonly name: string }[]
}

const listFamilies = generic('nlctrl', 'CTRL_CMD_GETFAMILY', genericMessages.ctrl, ['NLM_F_DUMP'])

/** `ns.genl`. */
export class Genl {
  readonly #netns: Netns

  constructor(netns: Netns) {
    this.#netns = netns
  }

  /**
   * The families that the kernel has loaded: `genl ctrl list`. Others may come with their modules when they are asked for.
   *
   * @example
   * const hasWireguard = (await ns.genl.families()).some(({ name }) => name === 'wireguard')
   */
  async families(): Promise<GenlFamily[]> {
    const all = await askAll(this.#netns, listFamilies, {})
    return all.map(({ familyId = 0, familyName = '', ctrlAttrVersion = 0, hdrsize = 0, maxattr = 0, ops = [], mcastGroups = [] }) => ({
      id: familyId, name: familyName, version: ctrlAttrVersion, hdrsize, maxattr,
      ops: ops.map(({ id = 0, flags = [] }) => ({ id, flags })), mcastGroups: mcastGroups.map(({ id = 0, name = '' }) => ({ id, name })),
    }))
  }
}

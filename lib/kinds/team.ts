// Joins links into one, by rules that a daemon (teamd) gives over generic netlink. Its ports say nothing of themselves here.

import { Master } from '../master.ts'
import { createLink, type Traits } from '../kind.ts'
import { type LinkOptions } from '../link-options.ts'

export interface TeamOptions extends LinkOptions {}

/** A team: several links as one. */
export class Team extends Master {
  static readonly traits: Traits = {}

  /**
   * @throws NetlinkError EEXIST: the name is taken. EOPNOTSUPP: the kernel lacks the kind.
   * @example
   * const team = await Team.create({ name: 'team0' })
   */
  static async create(options: TeamOptions = {}): Promise<Team> {
    return await createLink(Team, options)
  }
}

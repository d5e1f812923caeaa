// Links that have others as their ports: bridges, bonds, teams, VRFs, mesh interfaces.

import { Link } from './link.ts'
import { type LinkInfo } from './link-info.ts'
import { indexOf, type LinkRef } from './link-options.ts'
import { listLinks } from './links.ts'

/** A link that other links are ports of. */
export class Master<C extends object = {}, P extends string = string> extends Link<C> {
  /** Makes a link a port; the same as `link.set({ master })`. */
  async addPort(link: Link): Promise<void> {
    await link.set({ master: this })
  }

  /** Makes a port an ordinary link again. */
  async removePort(link: LinkRef): Promise<void> {
    const index = await indexOf(this.netns, link, 'link')
    await new Link(this.netns, index, typeof link === 'object' ? link.name : String(link), '').set({ nomaster: true })
  }

  /** Its ports; what it knows of each is in `port`. */
  async ports(): Promise<LinkInfo<string, P>[]> {
    return await listLinks(this.netns, { master: this }) as LinkInfo<string, P>[]
  }
}

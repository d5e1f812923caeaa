// Address labels: of the addresses that a host could send from, one whose label is that of the destination is preferred
// (RFC 6724). A table of IPv6 prefixes, of which the longest that fits counts.

import { rangeError } from './errors.ts'
import { connectionOf } from './inner.ts'
import { settled } from './link-create.ts'
import { linkNames } from './link-names.ts'
import { indexOf, type LinkRef } from './link-options.ts'
import { type Netns } from './netns.ts'
import { requests, type Request } from './protocol.ts'
import { orNone } from './refusal.ts'
import { type Infer } from './schema/dsl.ts'
import { messages } from './schema/messages.ts'
import { mapped } from './slices.ts'
import { formatPrefix, integer, networkPrefix, snapshot } from './values.ts'

export interface AddressLabel {
  /** An IPv6 prefix without host bits. */
  prefix: string
  /** 0 to 2^32-2. */
  label: number
  /** Only for addresses of this link. */
  dev?: LinkRef | undefined
}

/** A label, as `list` shows it. */
export interface AddressLabelInfo extends AddressLabel {
  dev?: string
}

const names = new Set(['prefix', 'label', 'dev'])

/** `ns.addressLabels`. */
export class AddressLabels {
  readonly #netns: Netns

  constructor(netns: Netns) {
    this.#netns = netns
  }

  /**
   * Adds a label.
   *
   * @throws NetlinkError EEXIST: the prefix has one.
   * @example
   * await red.addressLabels.add({ prefix: 'fd00::/8', label: 13 })
   */
  async add(label: AddressLabel): Promise<void> {
    await this.#send(requests.addAddressLabel, label)
  }

  /** @throws NetlinkError ESRCH: there is none of that prefix. The label itself does not matter. */
  async delete(label: Omit<AddressLabel, 'label'> & { label?: number | undefined }): Promise<void> {
    await this.#send(requests.deleteAddressLabel, label)
  }

  async list(): Promise<AddressLabelInfo[]> {
    const found = await connectionOf(this.#netns).dump(requests.listAddressLabels, { family: 'inet6' })
    const links = await linkNames(this.#netns, found.flatMap(({ index }) => index === 0 ? [] : [index]))
    return mapped(found, (raw) => info(raw, links.get(raw.index)))
  }

  /** Deletes all, those too that every namespace begins with. */
  async flush(): Promise<void> {
    const connection = connectionOf(this.#netns)
    const found = await connection.dump(requests.listAddressLabels, { family: 'inet6' })
    await settled(found.map(async ({ family, prefixlen, index, address = '::', label = 0 }) =>
      orNone('ESRCH', connection.ack(requests.deleteAddressLabel, { family, prefixlen, index, address, label }, { target: address }))))
  }

  async #send(request: Request<typeof messages.addressLabel>, given: object): Promise<void> {
    const { prefix, label, dev } = snapshot<AddressLabel>(given, names, 'label')
    const { bytes, length, family } = networkPrefix(prefix, 'label.prefix')
    if (family === 4) throw rangeError('label.prefix', 'an IPv6 prefix is wanted')
    // ip6addrlbl_newdel wants the attribute for deleting too, and does not look at it.
    const number = label === undefined && request === requests.deleteAddressLabel ? 0 : integer(label, 0, 2 ** 32 - 2, 'label.label')
    const index = dev === undefined ? 0 : await indexOf(this.#netns, dev, 'label.dev')
    const message = { family: 'inet6', prefixlen: length, index, address: bytes, label: number } as const
    await connectionOf(this.#netns).ack(request, message, { target: formatPrefix(bytes, length) })
  }
}

function info({ address = '::', prefixlen, label = 0 }: Infer<typeof messages.addressLabel>, dev: string | undefined): AddressLabelInfo {
  return { prefix: `${address}/${prefixlen}`, label, ...(dev === undefined ? {} : { dev }) }
}

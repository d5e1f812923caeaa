// An encrypted tunnel. The link is rtnetlink's; its keys and peers are the generic netlink family wireguard's: lib/wireguard.

import { Link } from '../link.ts'
import { createLink, type Traits, type UnderlayOptions } from '../kind.ts'
import { type WireguardConfig } from '../wireguard/config.ts'
import { configureDevice, readDevice, type WireguardDevice } from '../wireguard/device.ts'
import { generateKey, generatePresharedKey, publicKeyOf } from '../wireguard/keys.ts'

export interface WireguardOptions extends UnderlayOptions {}

/** A WireGuard tunnel. */
export class Wireguard extends Link {
  static readonly traits: Traits = { link: 'netns' }

  /**
   * Its encrypted packets travel in the namespace it is made in, or in `linkNetns`, wherever it is moved later.
   *
   * @throws NetlinkError EEXIST: the name is taken. EOPNOTSUPP: the kernel lacks the kind.
   * @example
   * const wg0 = await Wireguard.create({ name: 'wg0', netns: red, linkNetns: Netns.current(), addresses: ['10.9.0.1/24'] })
   */
  static async create(options: WireguardOptions = {}): Promise<Wireguard> {
    return await createLink(Wireguard, options)
  }

  /** A private key: `wg genkey`. */
  static generateKey(): string { return generateKey() }

  /** A key that two peers share besides: `wg genpsk`. */
  static generatePresharedKey(): string { return generatePresharedKey() }

  /**
   * The public key that belongs to a private one: `wg pubkey`.
   *
   * @throws RangeError: it is no key.
   */
  static publicKey(privateKey: string): string { return publicKeyOf(privateKey) }

  /**
   * Sets keys, port and peers: `wg set`. What is not named stays. Thousands of peers or networks go out in several messages, of
   * which the first that is refused ends it: those before it have been done.
   *
   * @throws NetlinkError EADDRINUSE: the port is taken, of a link that is up. ENODEV: the link has gone. ENOENT: the kernel lacks the family.
   * @example
   * const privateKey = Wireguard.generateKey()
   * await wg0.configure({ privateKey, listenPort: 51820, peers: [
   *   { publicKey: theirs, endpoint: '192.0.2.1:51820', allowedIps: ['10.9.0.2/32'], persistentKeepalive: 25 },
   * ] })
   */
  async configure(config: WireguardConfig): Promise<void> {
    await configureDevice(this, config)
  }

  /**
   * Keys, port and peers as they are: `wg show`. Private and preshared keys only with `secrets: true`, so that none gets into a log by accident.
   *
   * @throws NetlinkError EPERM: CAP_NET_ADMIN is missing, without which nothing is shown. ENODEV: the link has gone.
   */
  async device(options: { secrets?: boolean } = {}): Promise<WireguardDevice> {
    return await readDevice(this, options)
  }
}

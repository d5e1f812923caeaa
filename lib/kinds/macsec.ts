// Encrypts and authenticates frames on the link below (802.1AE). Its channels and keys are the generic netlink family macsec's.

import { Link } from '../link.ts'
import { createLink, type LowerOptions, type Traits } from '../kind.ts'
import { type LinkRef } from '../link-options.ts'
import { attributes, be16, be64, bool8, id64, names, u32, u8, type Input } from '../schema/dsl.ts'

export const macsec = attributes('IFLA_MACSEC_', {
  sci:           be64(1),                                              // secure channel: the address and the port
  port:          be16(2),                                              // write only: shown in sci
  icvLen:        u8(3),                                                // bytes, 8 to 16
  cipherSuite:   id64(4),                                              // 0x0080c20001000001n: GCM-AES-128
  window:        u32(5),                                               // packets, of replayProtect
  encodingSa:    u8(6),                                                // 0 to 3
  encrypt:       bool8(7),
  protect:       bool8(8),
  incSci:        bool8(9),
  es:            bool8(10),
  scb:           bool8(11),
  replayProtect: bool8(12),
  validation:    u8(13, names({ disabled: 0, check: 1, strict: 2 })),
  offload:       u8(15, names({ off: 0, phy: 1, mac: 2 })),
})

/** What can be changed later; the kernel refuses to change the channel and the cipher. */
export interface MacsecSettings extends Omit<Input<typeof macsec>, 'sci' | 'port' | 'icvLen' | 'cipherSuite'> {}
export interface MacsecOptions extends LowerOptions, Input<typeof macsec> {
  link: LinkRef
}

/** A MACsec interface. */
export class Macsec extends Link<MacsecSettings> {
  static readonly traits: Traits = { table: macsec, fixed: ['sci', 'port', 'icvLen', 'cipherSuite'], link: 'wanted' }

  /**
   * Makes a MACsec interface. Default: port 1, GCM-AES-128 with 16 bytes of check value, `protect`, `incSci`, validation `strict`, no encryption.
   *
   * @throws NetlinkError EEXIST: the link below has this channel. EINVAL: options that exclude each other.
   * @example
   * await Macsec.create({ name: 'macsec0', link: eth0, encrypt: true, up: true })
   */
  static async create(options: MacsecOptions): Promise<Macsec> {
    return await createLink(Macsec, options)
  }
}

// WireGuard's keys: 32 bytes, written as base64 of 44 characters. Pairs are those of Curve25519, which node:crypto knows as x25519.

import { createPrivateKey, createPublicKey, randomBytes } from 'node:crypto'
import { rangeError, typeError } from '../errors.ts'

// 32 bytes end within a group of three: the last of 43 digits has two bits that are zero.
const form = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/

/** A key is never quoted in an error. */
export function keyBytes(text: unknown, path: string): Uint8Array {
  if (typeof text !== 'string') throw typeError(path, 'a key is wanted: base64 of 32 bytes')
  if (!form.test(text)) throw rangeError(path, 'this is no key: 44 characters of base64, of which the last is =')
  return Uint8Array.from(Buffer.from(text, 'base64'))
}

export const keyText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** In place of a key that there is not. */
export const isNoKey = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0)

/** A private key, as `wg genkey` makes it. */
export function generateKey(): string {
  const bytes = randomBytes(32)
  // curve25519_clamp_secret
  bytes[0] = (bytes[0] ?? 0) & 248
  bytes[31] = (bytes[31] ?? 0) & 127 | 64
  return keyText(bytes)
}

export const generatePresharedKey = (): string => keyText(randomBytes(32))

/** What stands in front of a private key in PKCS #8. */
const pkcs8 = Buffer.from('302e020100300506032b656e04220420', 'hex')

export function publicKeyOf(privateKey: unknown): string {
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, keyBytes(privateKey, 'privateKey')]), format: 'der', type: 'pkcs8' })
  return keyText(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32))
}

// The net.* sysctls of a namespace: the kernel shows each namespace its own /proc/sys/net.

import { job } from './completions.ts'
import { rangeError, typeError } from './errors.ts'
import { innerOf } from './inner.ts'
import { native } from './native.ts'
import { type Netns } from './netns.ts'

/**
 * `net.ipv4.ip_forward` as a path below /proc/sys. As sysctl(8) has it, whichever of `.` and `/` comes first separates,
 * so that `net/ipv4/conf/eth0.100/forwarding` names a link with a dot.
 */
export function sysctlPath(key: unknown, path = 'key'): string {
  if (typeof key !== 'string') throw typeError(path, 'a string is wanted')
  const slash = key.search(/[./]/) >= 0 && key[key.search(/[./]/)] === '/'
  const parts = slash ? key.split('/') : key.split('.').map((part) => part.replaceAll('/', '.'))
  if (parts[0] !== 'net') throw rangeError(path, `only net.* belongs to a network namespace, not '${key}'`)
  if (parts.length < 2 || parts.some((part) => part === '' || part === '.' || part === '..' || part.includes('\0') || part.includes('/'))) throw rangeError(path, `'${key}' is no sysctl's name`)
  return parts.join('/')
}

/** What is written: one line with its end, as of sysctl(8), since writing nothing at all would be no write. */
export function sysctlValue(value: unknown, path = 'value'): string {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw rangeError(path, `${value} is no integer`)
    return `${value}\n`
  }
  if (typeof value !== 'string') throw typeError(path, 'a string or a number is wanted')
  if (/[\n\0]/.test(value)) throw rangeError(path, 'a value is one line')
  return `${value}\n`
}

/** `ns.sysctl`. */
export class Sysctl {
  readonly #netns: Netns

  constructor(netns: Netns) {
    this.#netns = netns
  }

  /**
   * The value as text, without the line end.
   *
   * @throws NetnsError ENOENT: there is no such sysctl, at least not in this namespace.
   */
  async get(key: string): Promise<string> {
    const path = sysctlPath(key)
    const { handle } = innerOf(this.#netns)
    const text = await job<string>((token) => native.sysctl(token, handle, path, undefined))
    return text.trimEnd()
  }

  /** @throws NetnsError EINVAL: not a value for it. EACCES, EROFS: not permitted here. */
  async set(key: string, value: string | number): Promise<void> {
    const path = sysctlPath(key)
    const text = sysctlValue(value)
    const { handle } = innerOf(this.#netns)
    await job((token) => native.sysctl(token, handle, path, text))
  }
}

/** Keys and values, one after the other, as the addon takes them. */
export function sysctlPairs(sysctl: unknown): string[] {
  if (typeof sysctl !== 'object' || sysctl === null) throw typeError('options.sysctl', 'an object is wanted')
  return Object.entries(sysctl).flatMap(([key, value]) => [sysctlPath(key, `options.sysctl['${key}']`), sysctlValue(value, `options.sysctl['${key}']`)])
}

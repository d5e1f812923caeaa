// Making something so without touching it where it is so already. What is wanted is compared in the form in which the kernel tells it:
// the message that would be sent is read back as if the kernel had sent it, and each part of it is looked for in what is there.
// Options that are not given are not looked at, and what the kernel never shows cannot be.

import { libraryError, NetlinkError } from './errors.ts'
import { inspectMessage, inspectRequest } from './inspect.ts'
import { type Question } from './protocol.ts'
import { type AnySet, type Infer, type Input } from './schema/dsl.ts'

/** What is to be, and how to get there from what is. */
export interface Aim<F> {
  /** What is there under the same key. */
  find(): Promise<F | undefined>
  matches(found: F): boolean
  add(): Promise<void>
  change(found: F): Promise<void>
}

const attempts = 3

/** Somebody else was there in between: made what was not there, or took away what was. */
const races: ReadonlySet<string> = new Set(['EEXIST', 'ENOENT', 'ESRCH', 'EADDRNOTAVAIL'])

/** Whether anything had to be changed. */
export async function ensure<F>({ find, matches, add, change }: Aim<F>): Promise<boolean> {
  for (let left = attempts - 1; ; left--) {
    const found = await find()
    if (found !== undefined && matches(found)) return false
    try {
      await (found === undefined ? add() : change(found))
      return true
    } catch (error) {
      if (left === 0 || !(error instanceof NetlinkError && races.has(error.code))) throw error
    }
  }
}

type Plain = { readonly [name: string]: unknown }
const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)

/** Of what was read back only that which was said: reading fills headers with zeros. */
function said(read: unknown, message: unknown): unknown {
  if (Array.isArray(read)) return read.map((one: unknown, at) => said(one, Array.isArray(message) ? message[at] : undefined))
  if (!isPlain(read) || !isPlain(message)) return read
  return Object.fromEntries(Object.entries(read).filter(([name]) => message[name] !== undefined).map(([name, value]) => [name, said(value, message[name])]))
}

/** The message as the kernel would tell it. */
export function asTold<S extends AnySet>(request: Question<S, AnySet>, message: Input<S>): Partial<Infer<S>> {
  return said(inspectMessage(request, inspectRequest(request, message)), message) as Partial<Infer<S>>
}

/** Bits, and which of them are meant. */
const masked: readonly (readonly [bits: string, mask: string])[] = [['optval', 'optmask'], ['flags', 'mask'], ['value', 'mask']]

function sameBits(found: unknown, wanted: unknown, mask: unknown): boolean {
  if (!Array.isArray(found) || !Array.isArray(wanted) || !Array.isArray(mask)) return includes(found, wanted)
  return mask.every((bit) => found.includes(bit) === wanted.includes(bit))
}

/** Whether all that is wanted is there. Words of a set may stand in any order, elements of a list not. */
export function includes(found: unknown, wanted: unknown): boolean {
  if (wanted instanceof Uint8Array) return found instanceof Uint8Array && Buffer.compare(found, wanted) === 0
  if (Array.isArray(wanted)) {
    if (!Array.isArray(found) || found.length !== wanted.length) return false
    return wanted.every((one: unknown, at) => typeof one === 'string' ? found.includes(one) : includes(found[at], one))
  }
  if (!isPlain(wanted)) return found === wanted
  if (!isPlain(found)) return false
  const pair = masked.find(([bits, mask]) => Array.isArray(wanted[bits]) && Array.isArray(wanted[mask]))
  if (pair) return sameBits(found[pair[0]], wanted[pair[0]], wanted[pair[1]])
  return Object.entries(wanted).every(([name, value]) => includes(found[name], value))
}

/** Whether each of the words is there, whatever else is. */
export function hasAll(found: readonly string[] = [], wanted: readonly string[] = []): boolean {
  return wanted.every((word) => found.includes(word))
}

/** `ensure` takes nothing away to put it back otherwise. */
export function cannotChange(target: string, names: readonly string[]): Error {
  return libraryError('ERR_CANNOT_CHANGE', `${target} is there with another ${names.join(', another ')}, which cannot be changed`)
}

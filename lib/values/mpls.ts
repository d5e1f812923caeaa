// MPLS labels, as numbers, and the words of a label stack that stand for them: RFC 3032.

import { rangeError, typeError } from '../errors.ts'
import { integer } from './scalars.ts'

const BOTTOM = 0x100
const FIRST = 16     // MPLS_LABEL_FIRST_UNRESERVED
const MOST = 30      // MAX_NEW_LABELS of net/mpls/internal.h, and of mpls_iptunnel.c

/** A label that routes may lead to, as the bytes of a stack of one. Those below 16 mean something to every router. */
export function labelBytes(label: unknown, path: string): Uint8Array {
  const [word = 0] = labelWords([integer(label, FIRST, 2 ** 20 - 1, path)], path)
  return Uint8Array.of(word >>> 24, word >>> 16, word >>> 8, word)
}

/** The words of a stack, the outermost first; traffic class and time to live are zero, as nla_get_labels wants them. */
export function labelWords(labels: unknown, path: string): number[] {
  if (!Array.isArray(labels)) throw typeError(path, 'an array of labels is wanted')
  const given: readonly unknown[] = Array.from(labels as readonly unknown[])
  if (given.length < 1 || given.length > MOST) throw rangeError(path, `${given.length} labels where 1 to ${MOST} are wanted`)
  return given.map((label, index) => {
    const at = given.length === 1 ? path : `${path}[${index}]`
    const number = integer(label, 0, 2 ** 20 - 1, at)
    // Implicit null is never on the wire: it says that there is no label.
    if (number === 3) throw rangeError(at, 'label 3, implicit null, is in no stack')
    return number * 4096 + (index === given.length - 1 ? BOTTOM : 0)
  })
}

/** The labels of a stack's words. */
export function labelsOf(words: readonly number[]): number[] {
  return words.map((word) => word >>> 12)
}

/** The label of a stack of one, from its bytes. */
export function labelOf([first = 0, second = 0, third = 0]: Uint8Array): number {
  return first << 12 | second << 4 | third >> 4
}

// Work on long lists, such as a namespace's ten thousand links, in slices: in between the event loop gets its turn.

import { setImmediate } from 'node:timers/promises'

/** As in native/binding/completion.h. */
const slice = 2  // ms

/** `list.map(convert)`, without the elements that become undefined. A short list is done within the caller's turn. */
export async function mapped<T, U extends object>(list: readonly T[], convert: (item: T) => U | undefined): Promise<U[]> {
  const results: U[] = []
  let end = performance.now() + slice
  for (const item of list) {
    const result = convert(item)
    if (result !== undefined) results.push(result)
    if (results.length % 16 !== 0 || performance.now() < end) continue
    await setImmediate()
    end = performance.now() + slice
  }
  return results
}

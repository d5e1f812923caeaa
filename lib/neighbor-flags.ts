// Flags of neighbours and of entries of forwarding databases: NTF_* in the header, NTF_EXT_* in an attribute. Those that users set are
// options of their own too; a list of flags takes back what `list` shows.

import { rangeError, typeError } from './errors.ts'
import { type Input } from './schema/dsl.ts'
import { messages } from './schema/messages.ts'
import { neighborExtFlags, neighborFlags } from './schema/neighbor.ts'
import { array, boolean } from './values.ts'

type NeighborMessage = Input<typeof messages.neighbor>

/** Options by the flag that each stands for. */
export type FlagOptions = { readonly [option: string]: string }

/** The kernel sets them and takes them from nobody. */
const shownOnly = new Set(['offload', 'locked'])

const known = (name: string): boolean => neighborFlags.numbers.has(name) || neighborExtFlags.numbers.has(name)

/** As they go into a message. Paths of errors start with `path`. */
export function flagsOf(options: { readonly [name: string]: unknown }, booleans: FlagOptions, path = 'options'): Pick<NeighborMessage, 'flags' | 'flagsExt'> {
  const { flags: given = [] } = options
  const names = new Set<string>()
  for (const name of array(given, `${path}.flags`)) {
    if (typeof name !== 'string') throw typeError(`${path}.flags`, 'an array of strings is wanted')
    if (!known(name) && !/^0x[0-9a-f]+$/.test(name)) throw rangeError(`${path}.flags`, `'${name}' is none of ${[...neighborFlags.numbers.keys(), ...neighborExtFlags.numbers.keys()].join(' ')}`)
    if (!shownOnly.has(name)) names.add(name)
  }
  for (const [option, flag] of Object.entries(booleans)) {
    if (options[option] === undefined) continue
    if (boolean(options[option], `${path}.${option}`)) names.add(flag)
    else names.delete(flag)
  }
  const extended = [...names].filter((name) => neighborExtFlags.numbers.has(name))
  const flags = [...names].filter((name) => !neighborExtFlags.numbers.has(name))
  return extended.length > 0 ? { flags, flagsExt: extended } : { flags }
}

// Copies of objects that are many and of few shapes, such as a dump's: a function is compiled for each set of properties, which makes
// the copy at once. Setting thirty properties one by one takes several times as long.

import { compiledOr } from './generated.ts'

type Values = Readonly<Record<string, unknown>>
type Copy = (source: Values) => Record<string, unknown>

interface Known { readonly names: readonly string[], readonly copy: Copy }

/** How many sets of properties are remembered: what one dump has are a handful. */
const most = 32

function compiled(pairs: readonly (readonly [to: string, from: string])[]): Copy {
  const properties = pairs.map(([to, from]) => `${JSON.stringify(to)}: source[${JSON.stringify(from)}]`).join(', ')
  return compiledOr<Copy>(
    () => new Function('source', `return { ${properties} }`) as Copy,
    () => (source) => Object.fromEntries(pairs.map(([to, from]) => [to, source[from]])),
  )
}

const alike = (a: readonly string[], b: readonly string[]): boolean => {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}

/** Makes a copy with those properties of `names` that the source has, by what they are called there. */
export function copier(names: Readonly<Record<string, string>>): Copy {
  const known: Known[] = []
  return (source) => {
    const found = Object.keys(source)
    for (const { names, copy } of known) if (alike(names, found)) return copy(source)
    const copy = compiled(Object.entries(names).filter(([, from]) => Object.hasOwn(source, from)))
    if (known.length === most) known.length = 0
    known.push({ names: found, copy })
    return copy(source)
  }
}

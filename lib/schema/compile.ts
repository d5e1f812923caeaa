// Turns the declarations into flat tables: for the addon's codec, and for the two ends that JavaScript keeps,
// `record.ts` (checking and writing values) and `shapes.ts` (building objects). Once, at load.

import { Form, type AnySet, type Field } from './dsl.ts'

/** A field in its set: its index there is what records and presence masks speak of. */
export interface CompiledField {
  readonly name: string
  readonly index: number
  readonly field: Field
  /** The least and the greatest value of a number of at most 32 bits. */
  readonly min: number
  readonly max: number
  readonly child?: CompiledSet | undefined
  readonly element?: CompiledField | undefined
  readonly selector?: { readonly by: string, readonly sets: ReadonlyMap<string, CompiledSet> } | undefined
}

export interface CompiledSet {
  readonly id: number
  readonly set: AnySet
  readonly fields: readonly CompiledField[]
  readonly byName: ReadonlyMap<string, CompiledField>
}

/** What the addon's `configure` takes; the columns are read by native/binding/tables.cc. */
export interface Tables {
  readonly fields: Int32Array
  readonly names: readonly string[]
  readonly sets: Int32Array
  readonly selectors: readonly { readonly by: number, readonly sets: Readonly<Record<string, number>> }[]
  readonly skips: readonly (readonly number[])[]
}

const FieldFlag = { bigEndian: 1, multi: 2, nested: 4, unterminated: 8 } as const

interface Draft extends CompiledSet {
  fields: CompiledField[]
  byName: Map<string, CompiledField>
  offsets: number[]
  header: number
  openTail: boolean
}

/** Where each member of a header lies, by C's rules for what the declarations spell out: padding is a member too. */
function layout(set: AnySet): { offsets: number[], header: number, openTail: boolean } {
  const offsets: number[] = []
  let at = 0
  let openTail = false
  for (const field of Object.values(set.members)) {
    offsets.push(at)
    const width = field.form === Form.nest && field.child ? layout(field.child()).header : field.width
    if (width === 0) openTail = true
    at += width
  }
  return { offsets, header: at, openTail }
}

export class Compiler {
  readonly #drafts = new Map<AnySet, Draft>()
  readonly #rows: number[] = []
  readonly #names: string[] = []
  readonly #selectors: { by: number, sets: Record<string, number> }[] = []
  readonly #skips: number[][] = [[]]

  /** Compiles `set` and all that it contains; the same set gives the same result. */
  add(set: AnySet): CompiledSet {
    const known = this.#drafts.get(set)
    if (known) return known
    const draft: Draft = { id: this.#drafts.size, set, fields: [], byName: new Map(), ...layout(set) }
    this.#drafts.set(set, draft)
    for (const [name, field] of [...Object.entries(set.members), ...Object.entries(set.attributes)]) {
      const compiled = this.#field(name, draft.fields.length, field)
      draft.fields.push(compiled)
      draft.byName.set(name, compiled)
    }
    return draft
  }

  /** A set of `set`'s fields, by name, that decoding passes over. */
  skip(set: CompiledSet, names: readonly string[]): number {
    return this.#skips.push(names.map((name) => {
      const field = set.byName.get(name)
      if (!field) throw new Error(`no field ${name} to skip`)
      return field.index
    })) - 1
  }

  #field(name: string, index: number, field: Field): CompiledField {
    const span = 2 ** (8 * field.width)
    return {
      name, index, field,
      min: field.form === Form.signed ? -span / 2 : 0,
      max: field.form === Form.signed ? span / 2 - 1 : span - 1,
      child: field.child && this.add(field.child()),
      element: field.element && this.#field('', 0, field.element),
      selector: field.selector && {
        by: field.selector.by,
        sets: new Map(Object.entries(field.selector.sets()).map(([key, set]) => [key, this.add(set)])),
      },
    }
  }

  /** By id. */
  sets(): readonly CompiledSet[] {
    return [...this.#drafts.values()]
  }

  /** Call once, after the last `add`. */
  tables(): Tables {
    const sets: number[] = []
    const drafts = [...this.#drafts.values()]
    const first = new Map<Draft, number>()
    for (const draft of drafts) {
      first.set(draft, this.#names.length)
      for (const field of draft.fields) this.#reserve(field.name)
    }
    for (const draft of drafts) {
      const start = first.get(draft) ?? 0
      draft.fields.forEach((field, index) => this.#write(start + index, field, draft, draft.offsets[index] ?? 0))
      const members = draft.offsets.length
      sets.push(start, members, draft.fields.length - members, draft.header, draft.openTail ? 1 : 0)
    }
    return { fields: Int32Array.from(this.#rows), names: this.#names, sets: Int32Array.from(sets), selectors: this.#selectors, skips: this.#skips }
  }

  #reserve(name: string): number {
    this.#rows.push(0, 0, 0, 0, -1, 0)
    return this.#names.push(name) - 1
  }

  #write(row: number, { field, name, child, element, selector }: CompiledField, set: CompiledSet, offset: number): void {
    const flags = (field.bigEndian ? FieldFlag.bigEndian : 0) | (field.multi ? FieldFlag.multi : 0) |
      (field.nested ? FieldFlag.nested : 0) | (field.unterminated ? FieldFlag.unterminated : 0)
    let link = child?.id ?? -1
    if (element) {
      link = this.#reserve(name)
      this.#write(link, element, set, 0)
    }
    if (selector) link = this.#selectors.push(this.#selector(selector, set)) - 1
    // A struct inside a struct is as wide as it is long.
    const width = field.form === Form.nest && child && field.type === -1 ? layout(child.set).header : field.width
    this.#rows.splice(row * 6, 6, field.type, field.form, width, flags, link, offset)
  }

  #selector(selector: NonNullable<CompiledField['selector']>, set: CompiledSet): { by: number, sets: Record<string, number> } {
    const by = set.byName.get(selector.by)
    if (!by) throw new Error(`no field ${selector.by} to select by`)
    const sets: Record<string, number> = {}
    // An enumeration selects by its numbers, text by itself.
    for (const [key, child] of selector.sets) sets[String(by.field.names?.values[key] ?? key)] = child.id
    return { by: by.index, sets }
  }
}

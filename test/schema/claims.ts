// What the tables claim of the kernel's headers, as assertions in C. Widths of attributes are in no header: those are
// the business of tests that talk to a kernel.

import { Form, type AnySet, type Field } from '../../lib/schema/dsl.ts'
import { genericFamilies } from '../../lib/schema/generic.ts'
import { flags, groups, types } from '../../lib/schema/messages.ts'
import type { Assertion } from './c-headers.ts'
import { attributeConstant, isArray, isNumber, memberName, wordConstant, wordsOf, type Words } from './c-names.ts'
import { widthOf } from '../golden/tlv.ts'
import { fieldsOf } from './walk.ts'

export class Claims {
  readonly assertions: Assertion[] = []
  readonly constants = new Set<string>()      // all that the tables have
  readonly lists = new Set<Words>()
  readonly fields = new Set<string>()         // that have words
  readonly unlisted = new Set<string>()       // words of which nothing is known
  readonly #declared: ReadonlySet<string>

  /** `declared`: what the headers have, by which the one of several spellings is chosen. */
  constructor(sets: readonly AnySet[], declared: ReadonlySet<string>) {
    this.#declared = declared
    for (const set of sets) {
      for (const [name, { type }] of Object.entries(set.attributes)) this.#constant(attributeConstant(set, name), type)
      if (isArray(set)) this.#places(set)
      else if (set.struct !== '' && !isNumber(set)) this.#members(set)
      for (const [name, field] of fieldsOf(set)) if (field.names) this.#words(set, name, field)
    }
    const commands = Object.values(genericFamilies).map((family) => family.commands)
    for (const [name, number] of Object.entries(Object.assign({}, types, flags, groups, ...commands) as Record<string, number>)) this.#constant(name, number)
  }

  #claim(names: string, condition: string): void {
    this.assertions.push({ names, condition })
  }

  #constant(name: string, number: number): void {
    this.constants.add(name)
    this.#claim(name, `${name} == ${number}u`)
  }

  /** An array's places follow each other as the constants do, from whichever number the first has. */
  #places(set: AnySet): void {
    const bare = { ...set, memberPrefix: '' }
    const constants = Object.keys(set.members).map((name) => set.memberPrefix + memberName(bare, name).toUpperCase())
    constants.forEach((constant, place) => {
      this.constants.add(constant)
      this.#claim(constant, `${constant} - ${constants[0]} == ${place}`)
    })
  }

  #members(set: AnySet): void {
    const struct = `struct ${set.struct}`
    let offset = 0
    for (const [name, { form, width: own, child }] of Object.entries(set.members)) {
      const width = child ? widthOf(child()) : own
      const member = memberName(set, name)
      const names = `${set.struct}.${member}`
      if (form !== Form.pad) this.#claim(names, `offsetof(${struct}, ${member}) == ${offset}`)
      if (form !== Form.pad && width > 0) this.#claim(names, `sizeof(((${struct} *)0)->${member}) == ${width}`)
      offset += width
    }
    // Attributes that follow a header are aligned: rtgenmsg is one byte long and declared with its padding.
    this.#claim(`sizeof ${set.struct}`, `NLMSG_ALIGN(sizeof(${struct})) == NLMSG_ALIGN(${offset})`)
  }

  #words(set: AnySet, name: string, field: Field): void {
    const { id, lists } = wordsOf(set, name, field)
    this.fields.add(id)
    if (lists === 'internal') return
    for (const list of lists ?? []) this.lists.add(list)
    for (const [word, number] of Object.entries(field.names?.values ?? {})) {
      const spellings = (lists ?? []).map((list) => ({ ...list, constant: wordConstant(list, word) }))
      const { constant, shift, swapped } = spellings.find(({ constant }) => this.#declared.has(constant)) ?? spellings[0] ?? {}
      if (constant === undefined) this.unlisted.add(`${id}: ${word}`)
      else if (shift === undefined && !swapped) this.#constant(constant, number)
      else {
        this.constants.add(constant)
        this.#claim(constant, swapped ? `${constant} == __builtin_bswap16(${number})` : `1u << (${constant} - ${shift}) == ${number}u`)
      }
    }
  }
}

// What must hold of every table whatever the kernel says: the rules that lib/schema/compile.ts and the codec rely on.

import t, { type Test } from 'tap'
import { spawnSync } from 'node:child_process'
import { Form, type Field } from '../../lib/schema/dsl.ts'
import { general } from '../../lib/link-changes.ts'
import { kinds, portKinds } from '../../lib/kinds/index.ts'
import { commonOptions } from '../../lib/link-options.ts'
import { flags, groups, types } from '../../lib/schema/messages.ts'
import { fieldsOf, places } from './walk.ts'

const all = places()

const numberWidths = [0, 1, 2, 4, 8]   // 0: as long as it needs (uint)

function wrongWidth(field: Field): string | undefined {
  const { form, width } = field
  if (form === Form.unsigned || form === Form.signed) return numberWidths.includes(width) ? undefined : `a number of ${width} bytes`
  if (form === Form.bigint) return width === 8 ? undefined : `a bigint of ${width} bytes`
  if (form === Form.ip) return [0, 4, 16].includes(width) ? undefined : `an IP address of ${width} bytes`
  if (form === Form.pad) return width > 0 && width < 8 ? undefined : `padding of ${width} bytes`
  return undefined
}

function bytesOf(values: Readonly<Record<string, number>>): number {
  return Math.max(...Object.values(values)) < 0x100 ? 1 : Math.max(...Object.values(values)) < 0x1_0000 ? 2 : 4
}

t.test('the walk reaches what it should', async (t) => {
  const paths = all.map(({ path }) => path)
  for (const path of ['link', 'bridgeLink', 'address', 'route', 'neighbor', 'nsid', 'link.linkinfo.data<bridge>',
    'link.linkinfo.data<veth>', 'bridgeLink.protinfo', 'link.afSpec.inet6.conf', 'route.multipath']) {
    t.ok(paths.includes(path), path)
  }
  const veth = all.find(({ path }) => path === 'link.linkinfo.data<veth>')
  t.equal(veth?.set.attributes.peer?.child?.(), all[0]?.set, 'a peer is a link')
})

for (const { path, set } of all) {
  t.test(path, async (t) => {
    const attributes = Object.entries(set.attributes)
    const members = Object.entries(set.members)
    t.ok(fieldsOf(set).length > 0 && fieldsOf(set).length <= 128, 'between 1 and 128 fields')

    for (let i = 1; i < attributes.length; i++) {
      const [[before, a], [name, b]] = [attributes[i - 1], attributes[i]] as [[string, Field], [string, Field]]
      t.ok(a.type < b.type, `${before} (${a.type}) comes before ${name} (${b.type})`)
    }
    for (const [name, field] of attributes) {
      t.ok(Number.isInteger(field.type) && field.type >= 0 && field.type < 0x4000, `${name} has a number that fits an attribute's type`)
      t.notOk(name in set.members, `${name} is not a member's name too`)
    }
    members.forEach(([name, field], i) => {
      t.equal(field.type, -1, `${name} is a member and has no number`)
      const open = [Form.ip, Form.lladdr, Form.bytes, Form.string].includes(field.form as 3 | 4 | 5 | 6) && field.width === 0
      t.ok(field.width > 0 || field.child !== undefined || (open && i === members.length - 1 && attributes.length === 0), `${name} has a size, or takes the rest`)
    })
    t.equal(set.struct !== '', members.length > 0, 'what has members has a name in C')
    t.equal(set.prefix !== '', attributes.length > 0, 'what has attributes has a prefix')
    for (const word of Object.keys(set.words)) t.ok(attributes.some(([name]) => name.startsWith(word)), `the word ${word} is used`)

    for (const [name, field] of fieldsOf(set)) {
      t.match(name, /^[a-z][A-Za-z0-9]*$/, `${name} is in camelCase`)
      t.equal(wrongWidth(field.element ?? field), undefined, `${name} has a width that its form can have`)
      if (field.selector) {
        const by = set.attributes[field.selector.by]
        t.ok(by?.form === Form.string || by?.names, `${name} is selected by a text or by a word beside it`)
        t.ok(Object.keys(field.selector.sets()).length > 0, `${name} has something to select`)
      }
      if (field.form === Form.records) t.equal(Object.values(field.child?.().members ?? {})[0]?.width, 2, `${name} starts with its length`)
      if (field.names) checkNames(t, name, field)
    }
  })
}

t.test('kinds', async (t) => {
  for (const [word, { handle }] of Object.entries(kinds)) {
    const { table, shown = [], fixed = [], links = [], wanted = [] } = handle.traits
    const entry = kinds[word as keyof typeof kinds]
    t.equal(table, 'table' in entry ? entry.table : undefined, `${word}: class and index speak of the same table`)
    const names = Object.keys(table?.attributes ?? {})
    for (const name of [...shown, ...fixed, ...links, ...wanted]) t.ok(names.includes(name), `${word}: ${name} is in the table`)
    for (const name of names.filter((one) => !shown.includes(one) && one !== 'link')) {
      t.notOk((commonOptions as readonly string[]).includes(name), `${word}: ${name} is no option of every link`)
      t.notOk((general as readonly string[]).includes(name) && !fixed.includes(name), `${word}: ${name} is no change of every link`)
    }
  }
  for (const [word, { table, ...rest }] of Object.entries(portKinds)) {
    const { shown = [], links = [] }: { shown?: readonly string[], links?: readonly string[] } = rest
    for (const name of [...shown, ...links]) t.ok(name in table.attributes, `${word}: ${name} is in the table of ports`)
  }
})

function checkNames(t: Test, name: string, field: Field) {
  const { values = {}, bits = false } = field.names ?? {}
  const numbers = Object.values(values)
  t.equal(new Set(numbers).size, numbers.length, `${name}: no two words for one number`)
  t.ok(numbers.every((n) => Number.isInteger(n) && n >= 0) && bytesOf(values) <= field.width, `${name}: words for numbers that fit`)
  if (bits) t.ok(numbers.every((n) => Math.log2(n) % 1 === 0), `${name}: one bit each`)
  t.notOk(field.bool, `${name}: not a boolean at once`)
}

t.test('any module of the circle may be the first to load', async (t) => {
  for (const name of ['kinds/veth', 'kinds/bridge', 'kinds/vlan', 'kinds/index', 'kind', 'pair', 'master', 'schema/linkinfo', 'schema/link', 'schema/bridge-link']) {
    const url = new URL(`../../lib/${name}.ts`, import.meta.url)
    const load = ['--import=tsx', '--input-type=module', '-e', `await import('${url}')`]
    const { status, stderr } = spawnSync(process.execPath, load, { encoding: 'utf8' })
    t.equal(status, 0, `${name} ${stderr}`)
  }
})

t.test('types, flags and groups', async (t) => {
  t.equal(new Set(Object.values(types)).size, Object.keys(types).length, 'no two types of one number')
  t.equal(new Set(Object.values(groups)).size, Object.keys(groups).length, 'no two groups of one number')
  t.equal(flags.NLM_F_DUMP, flags.NLM_F_ROOT | flags.NLM_F_MATCH)
})

// Writes the real tables, those that the addon is given, as lines of text for the C++ tests and fuzzers:
// `node --import=tsx native/fuzz/tables.mts FILE`. Columns as in native/binding/tables.cc, separated by tabs.

import { writeFileSync } from 'node:fs'
import '../../lib/index.ts'   // all modules, so that all requests are declared
import { compile } from '../../lib/protocol.ts'

const fieldColumns = 6
const setColumns = 5

function* rows(columns: Int32Array, width: number): Generator<number[]> {
  for (let at = 0; at < columns.length; at += width) yield [...columns.subarray(at, at + width)]
}

function* lines(): Generator<readonly (string | number)[]> {
  const { tables } = compile()
  for (const row of rows(tables.fields, fieldColumns)) yield ['field', ...row]
  for (const name of tables.names) yield ['name', name]
  for (const row of rows(tables.sets, setColumns)) yield ['set', ...row]
  for (const { by, sets } of tables.selectors) {
    yield ['selector', by]
    for (const [key, set] of Object.entries(sets)) yield ['choice', set, key]
  }
}

const [file] = process.argv.slice(2)
if (!file) throw new Error('usage: tables.ts FILE')
writeFileSync(file, [...lines()].map(line => line.join('\t') + '\n').join(''))

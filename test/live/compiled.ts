// The library as plain JavaScript in the sandbox's own /run, for Workers and for children of which there are many: a
// loader that compiles would be most of their life. What it runs is what tsc would make of lib/.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../..', import.meta.url))
const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true, rewriteRelativeImportExtensions: true }

/** Compiles it; the address of its index.js. */
export function compiled(): string {
  const folder = mkdtempSync('/run/library-')
  for (const file of readdirSync(join(root, 'lib'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))) {
    const target = join(folder, 'lib', file.replace(/ts$/, 'js'))
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, ts.transpileModule(readFileSync(join(root, 'lib', file), 'utf8'), { compilerOptions }).outputText)
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  for (const name of ['build', 'node_modules']) symlinkSync(join(root, name), join(folder, name))
  return pathToFileURL(join(folder, 'lib/index.js')).href
}

// The checkout's TypeScript as plain JavaScript in another folder, laid out alike, without any check of types: for where a
// loader that compiles would be most of a process's life. A file's own address tells which of the two it is.
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'

const root = join(import.meta.dirname, '..')
const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true, rewriteRelativeImportExtensions: true }

function write(target: string, text: string): void {
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, text)
}

/** Writes these folders of the checkout into `target`/dist, and links to what else a program needs. */
export function transpile(target: string, folders: readonly string[]): void {
  for (const folder of folders) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))) {
      const { outputText } = ts.transpileModule(readFileSync(join(root, folder, file), 'utf8'), { compilerOptions })
      write(join(target, 'dist', folder, file.replace(/ts$/, 'js')), outputText)
    }
  }
  write(join(target, 'package.json'), '{ "type": "module" }')
  for (const name of ['build', 'node_modules']) symlinkSync(join(root, name), join(target, name))
}

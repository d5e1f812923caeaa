// The library as plain JavaScript, in the sandbox's own /run unless told otherwise, for Workers and for children of which there are many: a
// loader that compiles would be most of their life. What it runs is what tsc would make of lib/.
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { transpile } from '../transpile.ts'

/** Compiles it; the address of its index.js. */
export function compiled(parent = '/run'): string {
  const folder = mkdtempSync(join(parent, 'library-'))
  transpile(folder, ['lib'])
  return pathToFileURL(join(folder, 'dist/lib/index.js')).href
}

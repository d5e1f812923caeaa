// The library as plain JavaScript in the sandbox's own /run, for Workers and for children of which there are many: a
// loader that compiles would be most of their life. What it runs is what tsc would make of lib/.
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { transpile } from '../transpile.ts'

/** Compiles it; the address of its index.js. */
export function compiled(): string {
  const folder = mkdtempSync('/run/library-')
  transpile(folder, ['lib'])
  return pathToFileURL(join(folder, 'dist/lib/index.js')).href
}

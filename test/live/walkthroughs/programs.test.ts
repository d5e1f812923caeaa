// Each example as the program that it is: it says something, complains of nothing, ends well, and leaves neither a namespace,
// a link nor a process where it was started.
import '../../sandbox.ts'
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { nothingLeft } from './walk.ts'

const root = join(import.meta.dirname, '../../..')
const isProgram = (name: string): boolean => /^await asProgram\(/m.test(readFileSync(join(root, 'examples', name), 'utf8'))
const programs = readdirSync(join(root, 'examples')).filter(isProgram)

/** Command lines of all processes that were started with this in their environment. */
function processesWith(mark: string): string[] {
  return readdirSync('/proc').filter(name => /^\d+$/.test(name)).flatMap(pid => {
    try {
      return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(mark) ? [readFileSync(`/proc/${pid}/cmdline`, 'utf8')] : []
    } catch (error) {
      if (error instanceof Error && 'code' in error && ['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes(String(error.code))) return []
      throw error
    }
  })
}

t.strictSame(programs.map(name => name.slice(0, 2)), ['01', '02', '03', '04', '05', '06', 'ht', 'th'], 'all of them are found')

const marks = programs.map(name => `EXAMPLE_MARK=${process.pid}-${name}`)
const run = promisify(execFile)

/** Rejects where the exit code is not 0, or a signal ended it. */
const results = programs.map(async (name, position) => {
  const [key = '', value = ''] = marks[position]?.split('=') ?? []
  return run(process.execPath, ['--import=tsx', join('examples', name)], { cwd: root, env: { ...process.env, [key]: value } })
})
const all = Promise.allSettled(results)

programs.forEach((name, position) => t.test(name, async t => {
  await all
  const { stdout = '', stderr } = await results[position] ?? {}
  t.equal(stderr, '', 'it complains of nothing')
  t.match(stdout, /^\n.+\n  \S/, 'it prints a title and something below it')
  t.strictSame(processesWith(marks[position] ?? ''), [], 'it leaves no process')
}))

t.test('where they were started', async t => {
  await all
  nothingLeft(t)
})

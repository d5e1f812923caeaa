// The live tests under one of Debian's kernels: compiled, run as root in a virtual machine, counted as test/reporter.mjs counts.
// test/kernels.json says which files these are, and which kinds of links each kernel has to pass.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Parser } from 'tap-parser'
/** As test/run.ts counts. */
export interface Counts { passed: number, failed: number, skips: Record<string, number> }
import { transpile } from '../transpile.ts'
import { boot, kernel, textOf } from './machine.ts'

interface Plan {
  /** Files and folders, a folder without the files that are named; each list is one process, and all run at the same time. */
  readonly processes: readonly (readonly string[])[]
  /** By kernel: a test of each kind (of links, or of what routes do), one whose title begins with its name, has to pass. */
  readonly kinds: { readonly [version: string]: readonly string[] }
}

const root = join(import.meta.dirname, '../..')
const plan = JSON.parse(readFileSync(join(root, 'test/kernels.json'), 'utf8')) as Plan
const seconds = 1200

function filesIn(path: string): string[] {
  if (!statSync(join(root, path)).isDirectory()) return [path]
  const names = readdirSync(join(root, path), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts'))
  return names.map((name) => join(path, name)).filter((file) => !plan.processes.flat().includes(file)).sort()
}

/** The guest's program: a process for each list, its TAP and how it ended into the shared folder. */
function program(share: string, folder: string): string {
  const processes = plan.processes.map((paths, index) => {
    const files = paths.flatMap(filesIn).map((file) => join('dist', file.replace(/ts$/, 'js')))
    return `(node dist/test/kernels/guest.js ${files.join(' ')} >${share}/${index}.tap; echo $? >${share}/${index}.status) &`
  })
  // Once a test has loaded their modules, tunnels would put a fallback device (gre0, sit0 ...) into every new namespace.
  const bare = 'echo 2 >/proc/sys/net/core/fb_tunnels_only_for_init_net'
  return [`cd ${folder}`, bare, `export TAP_TIMEOUT=${seconds} HOME=/root`, ...processes, 'wait'].join('\n')
}

/** What a process wrote, as the one test that the whole of it is. */
function asTest(share: string, index: number): string {
  const ok = textOf(join(share, `${index}.status`)).trim() === '0' ? 'ok' : 'not ok'
  const name = (plan.processes[index] ?? []).join(' ')
  return `# Subtest: ${name}\n${textOf(join(share, `${index}.tap`)).replaceAll(/^(?=.)/gm, '    ')}\n${ok} ${index + 1} - ${name}\n`
}

/** Titles of the tests that passed, at every depth. */
function passedTitles(tap: string): string[] {
  const titles: string[] = []
  const follow = (parser: Parser): void => {
    parser.on('child', follow)
    parser.on('assert', (result: { ok: boolean, skip?: unknown, todo?: unknown, name: string, closingTestPoint?: boolean }) => {
      if (result.ok && !result.skip && !result.todo && result.closingTestPoint) titles.push(result.name)
    })
  }
  const parser = new Parser()
  follow(parser)
  parser.end(tap)
  return titles
}

/** Kinds that have to pass and did not. */
function missingKinds(version: string, tap: string): string[] {
  const words = new Set(passedTitles(tap).map((title) => title.split(/[ :,]/, 1)[0]))
  return (plan.kinds[version] ?? []).filter((kind) => !words.has(kind))
}

/** Prints it, and counts. */
function report(tap: string, scratch: string): Counts {
  const counts = join(scratch, 'counts.json')
  const reporter = `import R from ${JSON.stringify(join(root, 'test/reporter.mjs'))}; process.stdin.pipe(new R()).pipe(process.stdout)`
  spawnSync(process.execPath, ['--input-type=module', '-e', reporter], {
    input: tap, stdio: ['pipe', 'inherit', 'inherit'], env: { ...process.env, NETNS_NATIVE_COUNTS: counts },
  })
  return existsSync(counts) ? JSON.parse(readFileSync(counts, 'utf8')) as Counts : { passed: 0, failed: 1, skips: {} }
}

/** Runs them. A kernel that does not survive is one failure. */
export function underKernel(version: string): Counts {
  const scratch = mkdtempSync(join(tmpdir(), 'netns-native-kernel-'))
  try {
    transpile(scratch, ['lib', 'test'])
    const parts: string[] = []
    const chosen = kernel(version)
    console.log(`Linux ${chosen.release}`)
    // With more processors QEMU's emulation now and then meets a breakpoint of the kernel's patching of itself that is gone: a panic.
    const outcome = boot(chosen, (share) => program(share, scratch), { processors: 1, timeout: seconds + 60 }, (share) => {
      parts.push(...plan.processes.map((_, index) => asTest(share, index)))
    })
    const tap = `TAP version 14\n${parts.join('')}1..${parts.length}\n`
    const keep = process.env['NETNS_NATIVE_KEEP_TAP']
    if (keep) writeFileSync(keep, tap)
    const { passed, failed, skips } = report(tap, scratch)
    if (outcome.output.trim() !== '') console.log(outcome.output)
    if (outcome.status === undefined) console.log(`the kernel did not come to the end of it; its last words:\n${outcome.console.slice(-4000)}`)
    const missing = missingKinds(version, tap)
    for (const kind of missing) console.log(`FAILED  no test of ${kind} passed under ${version}`)
    return { passed, failed: failed + missing.length + (outcome.status === undefined ? 1 : 0), skips }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

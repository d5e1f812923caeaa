// What tap prints: one line for each test file, every failure with its diagnostics, and last the counts. They are of tests:
// a test is a t.test() without further t.test() in it, or a whole file without any, however many assertions it makes. A test
// around others counts only when it fails by itself. Whatever is marked skip or todo counts as skipped, with its reason.
// Plain JavaScript, since tap loads it without a loader. With NETNS_NATIVE_COUNTS=FILE the counts go there instead.
import { writeFileSync } from 'node:fs'
import { Transform } from 'node:stream'
import { inspect } from 'node:util'
import { Parser } from 'tap-parser'

/** @typedef {{ passed: number, failed: number, skips: Record<string, number> }} Counts */

/** @returns {Counts} */
const none = () => ({ passed: 0, failed: 0, skips: {} })

const sum = (/** @type {Record<string, number>} */ skips) => Object.values(skips).reduce((total, n) => total + n, 0)

const indent = (/** @type {string} */ text) => text.trimEnd().replaceAll(/^/gm, '      ')

/** What tap tells of the process that ran a file, the same for all. */
const boilerplate = new Set(['args', 'command', 'cwd', 'externalID', 'jobId', 'stdio'])

/** The diagnostics of a failure: what differs first, where it happened last. */
function describe(diagnostics) {
  const { diff, at, stack, ...rest } = diagnostics ?? {}
  const lines = diff ? [diff] : []
  for (const [key, value] of Object.entries(rest)) {
    if (boilerplate.has(key)) continue
    lines.push(`${key}: ${typeof value === 'string' ? value : inspect(value, { depth: 6 })}`)
  }
  if (at) lines.push(`at ${at.fileName}:${at.lineNumber}:${at.columnNumber}`)
  if (stack) lines.push(stack)
  return lines.map(indent).join('\n')
}

/** One level of the TAP stream: the run, a file, or a test. Adds to the counts of its file. */
class Level {
  children = 0
  assertions = 0
  skipped = 0
  failures = 0
  failedBelow = false
  /** @type {Level | undefined} */
  current

  constructor(parser, path, counts, print) {
    Object.assign(this, { path, counts, print })
    parser.on('child', child => { this.open(child) })
    parser.on('assert', result => { this.settle(result) })
    parser.on('extra', text => { print(text) })
  }

  open(child) {
    this.children++
    this.current = new Level(child, [...this.path, child.name], this.counts, this.print)
  }

  settle(result) {
    const child = result.closingTestPoint ? this.current : undefined
    if (child) child.finish(result)
    if (result.skip || result.todo) return this.skip(result, child)
    if (!result.ok) this.failedBelow = true
    if (child) return
    this.assertions++
    if (!result.ok) this.fail(result.name, result.diag)
  }

  skip(result, child) {
    if (child?.children) return
    const reason = String(result.todo ? `todo: ${result.todo}` : result.skip)
    this.counts.skips[reason] = (this.counts.skips[reason] ?? 0) + 1
    this.skipped++
  }

  fail(name, diagnostics) {
    this.failures++
    this.print(`  FAILED ${[...this.path, name].join(' > ')}\n${describe(diagnostics)}\n`)
  }

  /** This level has ended: `result` is what the level above says of it. */
  finish(result) {
    if (result.skip || result.todo) return
    const itself = this.failures > 0 || (!result.ok && !this.failedBelow)
    if (!result.ok && !this.failedBelow) this.fail('(ended)', result.diag)
    if (itself) this.counts.failed++
    else if (this.children === 0 && (this.assertions > 0 || this.skipped === 0)) this.counts.passed++
  }
}

/** The run as a whole: its children are files. */
class Run extends Level {
  total = none()

  open(child) {
    this.counts = none()
    super.open(child)
  }

  settle(result) {
    super.settle(result)
    if (!result.closingTestPoint) return
    const { passed, failed, skips } = this.counts
    const parts = [`${passed} ok`, failed && `${failed} FAILED`, sum(skips) && `${sum(skips)} skipped`].filter(Boolean)
    this.print(`${result.ok ? 'ok    ' : 'FAILED'}  ${result.name}  ${parts.join(', ')}  ${Math.round(result.time ?? 0)} ms\n`)
    this.total.passed += passed
    this.total.failed += failed
    for (const [reason, n] of Object.entries(skips)) this.total.skips[reason] = (this.total.skips[reason] ?? 0) + n
    this.counts = none()
  }
}

class Reporter extends Transform {
  #parser = new Parser()
  #run = new Run(this.#parser, [], none(), text => { this.push(text) })

  _transform(chunk, _encoding, done) {
    this.#parser.write(chunk)
    done()
  }

  _flush(done) {
    this.#parser.end()
    const { total, failures } = this.#run
    // What fails outside of any file (tap gives a timeout such a line, in the place of a file that it then leaves out),
    // and a stream that breaks off.
    total.failed += failures
    if (!this.#parser.ok && total.failed === 0) total.failed = 1
    for (const [reason, n] of Object.entries(total.skips)) this.push(`skipped ${n}: ${reason}\n`)
    const file = process.env.NETNS_NATIVE_COUNTS
    if (file) writeFileSync(file, JSON.stringify(total))
    else this.push(`${total.passed} passed, ${total.failed} failed, ${sum(total.skips)} skipped\n`)
    done()
  }
}

export { Reporter as default }

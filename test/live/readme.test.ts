// Runs and type-checks every TypeScript example of README.md. All but the first continue the first, as the text says. The comment behind
// a console.log is what it prints.
import { ip } from '../sandbox.ts'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import t from 'tap'
import { withoutTun } from './observe.ts'

const root = join(import.meta.dirname, '../..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const scratch = mkdtempSync(join(tmpdir(), 'netns-native-readme-'))
t.teardown(() => rmSync(scratch, { recursive: true }))

const blocks = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) => code)
const [first = '', ...others] = blocks
const isImport = (line: string): boolean => line.startsWith('import ')

/** Imports come first, the rest of a later example has a scope of its own. */
function program(block: string): string {
  const [opening, lines] = [first.split('\n'), block.split('\n')]
  const rest = lines.filter(line => !isImport(line))
  if (block === first) return block
  const imports = [...opening, ...lines].filter(isImport)
  return [...imports, ...opening.filter(line => !isImport(line)), '{', ...rest, '}'].join('\n')
}

const printed = (block: string): string[] => [...block.matchAll(/^.*console\.log\(.*\) +\/\/ (.*)$/gm)].map(([, text = '']) => text)

/** The expected lines that are not in the output in this order. */
function missing(output: string, expected: readonly string[]): string[] {
  let position = 0
  const lines = output.split('\n')
  return expected.filter(text => {
    const found = lines.indexOf(text, position)
    if (found >= 0) position = found + 1
    return found < 0
  })
}

const files = blocks.map((block, index) => {
  const file = join(scratch, `example-${index + 1}.mts`)
  writeFileSync(file, program(block).replaceAll("from 'netns-native'", `from ${JSON.stringify(join(root, 'lib/index.ts'))}`))
  return file
})

t.ok(others.length >= 6, 'the examples are found')
t.ok(first.split('\n').length < 20, 'the first one is short')

t.test('their types', async t => {
  const typeRoots = [join(root, 'node_modules/@types')]
  const options = { rootDir: '/', rewriteRelativeImportExtensions: false, typeRoots, noUnusedLocals: false }
  const project = { extends: join(root, 'tsconfig.json'), compilerOptions: options, include: ['*.mts'] }
  writeFileSync(join(scratch, 'tsconfig.json'), JSON.stringify(project))
  const { status, stdout } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', scratch], { encoding: 'utf8' })
  t.equal(stdout, '')
  t.equal(status, 0)
})

files.forEach((file, index) => t.test(`example ${index + 1}`, { skip: /\bTun\.create\b/.test(blocks[index] ?? '') && withoutTun }, async t => {
  const loader = pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href
  const { status, stdout, stderr } = spawnSync(process.execPath, [`--import=${loader}`, file], { cwd: root, encoding: 'utf8' })
  t.strictSame({ status, stderr }, { status: 0, stderr: '' })
  t.not(stdout, '', 'it prints something')
  t.strictSame(missing(stdout, printed(blocks[index] ?? '')), [], 'all that its comments say')
  t.equal(ip('netns', 'list'), '', 'it leaves no namespace')
}))

t.test('the packages are those that CI installs', async t => {
  const [, line = ''] = /^apt-get install --no-install-recommends (.*)$/m.exec(readme) ?? []
  t.strictSame(line.split(' '), readFileSync(join(root, '.ci/packages'), 'utf8').trim().split('\n'))
})

t.test('what it says of the layout is there', async t => {
  const [, layout = ''] = /^```\n(lib\/.*?)^```$/ms.exec(readme) ?? []
  const [tops, entries] = [layout.matchAll(/^([a-z]+)\/ +[A-Z]/gm), layout.matchAll(/^ {2}([a-z]+(?:\/|\.ts)(?: [a-z]+\.ts)*)/gm)]
  t.strictSame([...tops].map(([, name]) => name), ['lib', 'native'])
  const tracked = execFileSync('find', ['lib', 'native', '-maxdepth', '2'], { cwd: root, encoding: 'utf8' }).split('\n')
  const names = [...entries].flatMap(([, text = '']) => text.split(' ')).map(name => name.replace('/', ''))
  t.ok(names.length >= 12, 'entries are found')
  for (const name of names) t.ok(tracked.some(path => path.endsWith(`/${name}`)), name)
})

// Copies by name: what is there is copied, what is not stays away, whatever the order and the number of shapes.
import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import t from 'tap'
import { copier } from '../../lib/values/copy.ts'

const names = { index: 'ifindex', name: 'ifname', mtu: 'mtu', 'odd "name"': 'odd\nname' }

t.test('what is there, by its new name', (t) => {
  const copy = copier(names)
  t.strictSame(copy({ ifname: 'eth0', ifindex: 3, other: 1 }), { index: 3, name: 'eth0' })
  t.strictSame(Object.keys(copy({ mtu: 0, ifname: '' })), ['name', 'mtu'], 'in the order of the names; falsy values too')
  t.strictSame(copy({ 'odd\nname': 1 }), { 'odd "name"': 1 })
  t.strictSame(copy({}), {})
  t.end()
})

t.test('any shapes, more than are remembered', (t) => {
  const letters = [...'abcdefghij']
  const copy = copier(Object.fromEntries(letters.map((letter) => [letter.toUpperCase(), letter])))
  fc.assert(fc.property(fc.dictionary(fc.constantFrom(...letters, 'x', 'y'), fc.integer()), (source) => {
    const wanted = Object.entries(source).filter(([name]) => letters.includes(name)).map(([name, value]) => [name.toUpperCase(), value] as const)
    t.strictSame({ ...copy(source) }, Object.fromEntries(wanted))
  }), { numRuns: 200 })
  t.end()
})

t.test('where no code may be generated', (t) => {
  const program = `
    import { copier } from ${JSON.stringify(new URL('../../lib/values/copy.ts', import.meta.url).href)}
    console.log(JSON.stringify(copier({ a: 'b', c: 'd' })({ b: 1, e: 2 })))`
  const { stdout, stderr } = spawnSync(process.execPath, ['--import=tsx', '--disallow-code-generation-from-strings', '--input-type=module', '-e', program], { encoding: 'utf8' })
  t.equal(stdout, '{"a":1}\n', stderr)
  t.end()
})

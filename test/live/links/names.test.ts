// Names of links: ours are as strict as the kernel or stricter; others' are listed without loss and can be looked up and deleted.
import '../../sandbox.ts'
import { execFileSync } from 'node:child_process'
import t from 'tap'
import { Bridge } from '../../../lib/index.ts'
import { encodeText } from '../../../lib/values/text.ts'
import { place, reason } from '../place.ts'

const names = [
  'a', 'eth0', 'a'.repeat(15), 'a'.repeat(16), 'é', 'é'.repeat(7), 'é'.repeat(8), '', '.', '..', '...', 'all', 'default', 'a/b', 'a:b', 'a b', 'a\tb', 'a\nb',
  'br%d', '%', 'x%s', '-x', '--help', 'a\x1b[31m', 'a\x07', 'a\x7f', 'a\u00a0b', '0', '1234', '__proto__', 'a.100', 'a@b', '*', '$(x)', '漢字', '\u202eabc',
]

await t.test('the verdict is the kernel\'s or stricter', async (t) => {
  const red = await place(t)
  for (const name of names) {
    const ours = await Bridge.create({ netns: red.netns, name }).then(async (link) => {
      t.same(red.show<{ ifname: string }>('link', 'show', 'type', 'bridge').map(({ ifname }) => ifname), [name], 'the name that was asked for')
      await link.delete()
      return true
    }, (error: Error) => {
      t.ok(error instanceof RangeError, `${JSON.stringify(name)}: ${error.message}`)
      t.match(error, { argument: 'options.name' })
      return false
    })
    t.same(red.show('link', 'show', 'type', 'bridge'), [])
    let kernels = true
    try {
      red.ip('link', 'add', 'name', name, 'group', '5', 'type', 'bridge')
      red.ip('link', 'delete', 'group', '5')
    } catch {
      kernels = false
    }
    if (ours) t.ok(kernels, `${JSON.stringify(name)} is a name`)
  }
})

await t.test('wrong wherever a new name is given', async (t) => {
  const { netns } = await place(t)
  const link = await Bridge.create({ netns, name: 'one' })
  for (const name of [...names.filter((name) => /^$|[^!-~]|[/:%]|^-|^\.\.?$|^all$|^default$/.test(name) || name.length > 15), 'a\0b', '\ud800', 5, null, {}, [], 1n, true]) {
    for (const attempt of [async () => link.rename(name as string), async () => link.moveTo(netns, { name: name as string })]) {
      const error = await reason(attempt())
      t.ok(error instanceof TypeError || error instanceof RangeError, String(name))
    }
  }
  t.same((await netns.links.list({ kind: 'bridge' })).map((info) => info.name), ['one'])
})

await t.test('names that others made', async (t) => {
  const red = await place(t)
  const theirs = ['\udcff\udcfe', 'a\x1b[31m', 'é', 'caf\udce9', '-rf']
  for (const name of theirs) {
    // Node's child_process would write a lone surrogate as U+FFFD: the shell makes the bytes.
    const octal = [...encodeText(name)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')
    execFileSync('sh', ['-c', 'ip -n "$1" link add name "$(printf "$2")" type bridge', 'sh', red.name, octal.replaceAll('\\055', '-').replace(/^-/, '\\055')])
  }
  const list = await red.netns.links.list({ kind: 'bridge' })
  t.same(list.map(({ name }) => name).sort(), [...theirs].sort(), 'without loss')
  for (const name of theirs) {
    const link = await red.netns.links.get(name)
    t.equal(link.name, name)
    const error = await reason(link.set({ mtu: 10 }))
    t.notMatch(error.message, /[\u0000-\u001f\u007f-\u009f\ud800-\udfff]/, 'nothing that a terminal would obey')
  }
  const [first = '', second = '', ...rest] = theirs
  await (await red.netns.links.get(first)).rename('renamed')
  await red.netns.links.delete(['renamed', second])
  for (const name of rest) await (await red.netns.links.get(name)).delete()
  t.same(await red.netns.links.list({ kind: 'bridge' }), [])
})

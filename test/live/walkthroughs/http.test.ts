// examples/http-across-namespaces.ts: ninety fetches, each answered by the server that was asked, and out of the namespace that asked.
import '../../sandbox.ts'
import { readdirSync, readlinkSync } from 'node:fs'
import t from 'tap'
import { main } from '../../../examples/http-across-namespaces.ts'
import { Netns } from '../../../lib/index.ts'
import { ip } from '../../sandbox.ts'
import { addresses, linkNames, namespaceNames, walk } from './walk.ts'

const names = ['red', 'orange', 'yellow', 'green', 'blue', 'indigo', 'violet', 'pink', 'brown', 'grey']
const address = (position: number): string => `10.0.0.${position + 1}`

/** A cell for each of the ten in each of their rows: a list, without anything where it would fetch from itself. */
const cells = (cell: (to: string) => unknown) => names.map(from => ({ from, ...Object.fromEntries(names.map(to => [to, to === from ? [] : [cell(to)]])) }))

/** Descriptors of sockets and of namespaces that this process has. */
function descriptors(): string[] {
  return readdirSync('/proc/self/fd').flatMap(fd => {
    try {
      return [readlinkSync(`/proc/self/fd/${fd}`)]
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []   // the one that read the folder
      throw error
    }
  }).filter(target => /^(socket|net):/.test(target)).sort()
}

Netns.current()     // is opened once, for good
const before = descriptors()

await walk(main, {
  'who answers': (t, rows) => {
    t.strictSame(namespaceNames(), [...names].sort())
    t.strictSame(linkNames(), ['lo'], 'the bridge is elsewhere')
    names.forEach((netns, position) => {
      t.strictSame(addresses(netns), [`eth0 ${address(position)}/24`])
      t.match(ip('netns', 'exec', netns, 'ss', '-Hltn'), `${address(position)}:80 `, `a server listens in ${netns}`)
    })
    t.strictSame(rows, cells(to => to))
  },
  'whom the servers have heard': (t, rows) => {
    const all = names.map((_, position) => address(position))
    t.strictSame(
      rows.map(({ server, address, heard }) => [server, address, [...heard as string[]].sort()]),
      names.map((name, position) => [name, address(position), all.filter(one => one !== address(position)).sort()]))
  },
  'milliseconds from the connection to the answer': (t, rows) => t.match(rows, cells(() => /^ *\d+\.\d$/)),
  'how long it took': (t, rows) => t.equal(rows.length, 4),
})

await t.test('the end of its descriptors', async t => {
  t.strictSame(descriptors().filter(one => !before.includes(one)), [], 'none that was not there; the loader may have closed its own')
})

// Does one kind of work over and over and tells, at regular intervals, what the process holds: as lines of JSON. Run by
// soak.test.ts as `node --expose-gc`, with the library compiled and a namespace's /run of its own.
// Words: address of the library, name of the work, how many operations, of which so many are leaked on purpose.
import { readdirSync, readFileSync } from 'node:fs'
import type * as Library from '../../../lib/index.ts'

const [library = '', name = '', size = '', leaks = '0'] = process.argv.slice(2)
const { Netns, Veth } = await import(library) as typeof Library

const times = async <T>(count: number, make: (n: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: count }, async (_, n) => make(n)))
const to = (n: number): string => `10.${n >> 16 & 255}.${n >> 8 & 255}.${n & 255}/32`
const netns = await Netns.create()

interface Work { readonly perTurn: number, turn(): Promise<unknown> }

const works: { readonly [name: string]: Work } = {
  churns: {
    perTurn: 100,
    async turn() {
      const links = await times(100, async (n) => Veth.create({ netns, name: `v${n}`, peer: { name: `w${n}` } }))
      await Promise.all(links.map(async (link) => link.delete()))
    },
  },
  namespaces: {
    perTurn: 50,
    async turn() {
      const spaces = await times(50, async (n) => Netns.create(`soak${n}`))
      const last = spaces.pop()
      await Promise.all(spaces.map(async (one) => { await one.links.get('lo'); await one.delete() }))
      // The kernel dissolves them some time later: one turn's are gone before the next one's are made.
      await Netns.delete(last?.name ?? '')
      await last?.gone()
    },
  },
  operations: {
    perTurn: 1000,
    async turn() {
      await times(500, async (n) => netns.routes.add({ to: to(n), type: 'blackhole' }))
      await times(500, async (n) => netns.routes.delete({ to: to(n), type: 'blackhole' }))
    },
  },
  refusals: {
    perTurn: 500,
    async turn() {
      await times(250, async (n) => netns.links.get(`no${n}`).catch(() => undefined))
      await times(250, async (n) => Netns.open(`no${n}`).catch(() => undefined))
    },
  },
}

const held = new Set<unknown>()
const work = works[name]
if (!work) throw new RangeError(`there is no work ${name}`)

function sample(operations: number): void {
  globalThis.gc?.()
  const { rss, heapUsed, external } = process.memoryUsage()
  const mounts = readFileSync('/proc/self/mountinfo', 'utf8').split('\n').length
  console.log(JSON.stringify({ operations, descriptors: readdirSync('/proc/self/fd').length, threads: readdirSync('/proc/self/task').length, mounts, rss, heap: heapUsed + external }))
}

const turns = Math.ceil(Number(size) / work.perTurn)
const interval = Math.max(1, Math.floor(turns / 40))
for (let done = 1; done <= turns; done++) {
  await work.turn()
  if (done * Number(leaks) % turns < Number(leaks)) held.add(await Netns.create())
  if (done % interval === 0) sample(done * work.perTurn)
}

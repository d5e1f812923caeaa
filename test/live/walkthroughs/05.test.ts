// examples/05-who-is-where.ts, step by step. The readers are ip(8), lsns(8) and nsenter(1).
import '../../sandbox.ts'
import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { type Test } from 'tap'
import { main } from '../../../examples/05-who-is-where.ts'
import { ip, ipJson } from '../../sandbox.ts'
import { namespaces, walk } from './walk.ts'
import type { Row } from '../../../examples/show.ts'

const run = (command: string, ...args: string[]): string => execFileSync(command, args, { encoding: 'utf8' })
const inode = (name: string): number => statSync(`/run/netns/${name}`).ino
let lonely = 0

interface Lsns { namespaces: { ns: number, nprocs: number }[] }

/** What lsns says of the namespace that a process is in. */
function lsns(pid: number): { ns: number, nprocs: number } | undefined {
  const { namespaces: all } = JSON.parse(run('lsns', '-J', '-t', 'net', '-o', 'NS,NPROCS', '-p', String(pid))) as Lsns
  return all[0]
}

const linksSeenBy = (pid: number): string[] =>
  (JSON.parse(run('nsenter', '-t', String(pid), '-n', 'ip', '-j', 'link')) as { ifname: string }[]).map(({ ifname }) => ifname)

function assertScan(t: Test, row: Row | undefined, names: string[], processes: number): void {
  const pids = row?.['pids'] as number[]
  t.strictSame([row?.['names'], row?.['processes'], pids.length], [names, processes, processes])
  for (const pid of pids) t.match(lsns(pid), { ns: row?.['inode'], nprocs: processes }, 'as lsns has it')
}

await walk(main, {
  'namespaces and their ids': (t, rows) => {
    t.strictSame(namespaces().map(({ name, id }) => [name, id]), [['blue', 0], ['red', 10]])
    t.strictSame(rows, [{ name: 'blue', id: 0, inode: inode('blue') }, { name: 'red', id: 10, inode: inode('red') }])
  },
  'as others know them': (t, rows) => {
    t.strictSame(ipJson('-n', 'red', 'netns', 'list-id'), [])
    t.strictSame(rows, [{ observer: 'red', of: 'blue', id: undefined }, { observer: 'host', of: 'red', id: 10 }])
  },
  'processes and their namespaces': (t, rows) => {
    t.equal(rows.length, 2)
    assertScan(t, rows[0], ['red'], 2)
    assertScan(t, rows[1], [], 1)
    t.equal(rows[0]?.['inode'], inode('red'))
    t.strictSame(rows[0]?.['pids'], ip('netns', 'pids', 'red').trim().split('\n').map(Number))
    lonely = (rows[1]?.['pids'] as number[])[0] ?? 0
  },
  'links where the lonely process is': (t, rows) => {
    t.strictSame(linksSeenBy(lonely), ['lo', 'secret'])
    t.strictSame(rows.map(({ name }) => name), ['lo', 'secret'])
  },
  'links where the first process is': (t, rows) => {
    const pid = Number(ip('netns', 'pids', 'red').split('\n')[0])
    t.strictSame(linksSeenBy(pid), ['lo', 'to-secret'])
    t.strictSame(rows.map(({ name }) => name), ['lo', 'to-secret'])
  },
  'the nameless one without its handle': (t, rows) => assertScan(t, rows[0], [], 1),
  'found again by its process': (t, _, text) => t.equal(text, `inode ${lsns(lonely)?.ns}, another than red's`),
})

// ip(8): a process for each command, or with --batch one process for all commands of a namespace. Both do the work in the
// order that costs least, host ends up last.

import { address, addressLinks, gateway, indexes, podAddress, repeats, routeAddress } from '../plan.ts'
import { programs } from '../paths.ts'
import { driverArguments } from './timed.ts'
import { fileFor, runCommands, type Command } from './commands.ts'

/** Lines for one namespace. */
interface Phase { netns?: string, lines: string[] }

const each = (size: number, line: (i: number) => string): string[] => indexes(size).map(line)

/** An address of its own the link gets when it comes up, unless told before. */
const up = (link: string, lean: boolean): string[] => [...(lean ? [`link set ${link} addrgenmode none`] : []), `link set ${link} up`]
const allUp = (size: number, prefix: string, lean: boolean): string[] => indexes(size).flatMap((i) => up(`${prefix}${i}`, lean))

function attach(size: number, lean: boolean): Phase[] {
  return [
    { lines: each(size, (i) => `netns add pod${i}`) },
    { lines: each(size, (i) => `link add h${i} master br0 type veth peer name eth0 netns pod${i}`) },
    ...indexes(size).map((i) => ({
      netns: `pod${i}`,
      lines: ['link set lo up', `addr add ${podAddress(i)}/16 dev eth0`, ...up('eth0', lean), `route add default via ${gateway}`],
    })),
    { lines: allUp(size, 'h', lean) },
  ]
}

const pairs = (size: number): Phase[] => [{ lines: each(size, (i) => `link add v${i} type veth peer name p${i}`) }]
const repeated = (line: string): Phase[] => [{ lines: Array.from({ length: repeats }, () => line) }]

const trials: { readonly [name: string]: (size: number, lean: boolean) => Phase[] } = {
  W1: pairs,
  W2: (size, lean) => [
    { lines: each(size, (i) => `link add v${i} master br0 type veth peer name p${i} netns other`) },
    { netns: 'other', lines: allUp(size, 'p', lean) },
    { lines: allUp(size, 'v', lean) },
  ],
  W3: (size) => [{ lines: each(size, (i) => `link del v${i}`) }],
  W4: (size) => [{ lines: each(size, (i) => `netns add n${i}`) }],
  'W4-down': (size) => [{ lines: each(size, (i) => `netns del n${i}`) }],
  W5: attach,
  'W5-down': (size) => [{ lines: each(size, (i) => `link del h${i}`) }, { lines: each(size, (i) => `netns del pod${i}`) }],
  W6: () => repeated('link show'),
  W7: (size) => [{ lines: each(size, (i) => `route add ${routeAddress(i)}/32 dev r0`) }],
  'W7-list': () => repeated('route show'),
  'W7-delete': (size) => [{ lines: each(size, (i) => `route del ${routeAddress(i)}/32 dev r0`) }],
  address: (size) => [{ lines: each(size, (i) => `addr add ${address(i)}/32 dev v${i % addressLinks}`) }],
  'address-delete': (size) => [{ lines: each(size, (i) => `addr del ${address(i)}/32 dev v${i % addressLinks}`) }],
  single: (size) => [{ lines: each(size, () => 'link show lo') }],
  'single-veth': pairs,
}

function alone({ netns, lines }: Phase): Command[] {
  const start = netns === undefined ? [programs.ip] : [programs.ip, '-n', netns]
  return lines.map((line) => [...start, ...line.split(' ')])
}

function batched({ netns, lines }: Phase, position: number): Command[] {
  const file = fileFor(`batch-${position}`, lines.map((line) => line + '\n').join(''))
  return [[programs.ip, ...(netns === undefined ? [] : ['-n', netns]), '-batch', file]]
}

const { name, size, lean, batch } = driverArguments()
const phases = trials[name]?.(size, lean)
if (!phases) throw new Error(`no such trial: ${name}`)
const dump = name === 'W6' || name === 'W7-list'
runCommands(phases.flatMap(batch ? batched : alone), { latencies: name.startsWith('single'), ...(dump ? { repeat: repeats } : {}) })

// npm run bench -- profile: where the time of this library goes in W1, W5, W6 and W7, measured, as a table in Markdown for README.md.

import { type Spent } from './drivers/meter.ts'
import { machine } from './machine.ts'
import { type Options } from './options.ts'
import { built } from './paths.ts'
import { Progress } from './progress.ts'
import { describe, median } from './report.ts'
import { settle } from './sandbox.ts'
import { runCell, type Cell } from './suite.ts'

const profiled: { readonly [trial: string]: number } = { W1: 1000, W5: 200, W6: 5000, W7: 50_000 }

// LD_PRELOAD has to reach the driver; what lies between is not measured.
const metered = { LD_PRELOAD: built('calls.so'), NETNS_NATIVE_BENCH_CALLS: '/run/bench-calls' }
/** Runs of their own for the sampler, which costs some of what it looks at. */
const variants = {
  floor: { driver: 'floor', env: {} }, plain: { driver: 'ours', env: {} }, spent: { driver: 'ours', env: metered },
  stacks: { driver: 'ours', env: { ...metered, NETNS_NATIVE_BENCH_STACKS: '1' } },
}
type Variant = keyof typeof variants
type Runs = { readonly [variant in Variant]: Cell }

async function runsOf(trial: string, rounds: number, step: (what: string) => void): Promise<Runs> {
  const cell = (variant: Variant): Cell => ({ trial, size: profiled[trial] ?? 1000, driver: variants[variant].driver, runs: [] })
  const runs: Runs = { floor: cell('floor'), plain: cell('plain'), spent: cell('spent'), stacks: cell('stacks') }
  for (let round = 0; round < rounds; round++) {
    for (const [variant, { env }] of Object.entries(variants)) {
      step(`${trial} ${variant}`)
      const cell = runs[variant as Variant]
      await runCell(cell, [], env)
      if (cell.failure !== undefined) throw new Error(`${trial} ${cell.size} ${cell.driver}: ${cell.failure}`)
      await settle()
    }
  }
  return runs
}

const time = ({ runs }: Cell): number => median(runs.map(({ perOperation }) => perOperation))
const of = ({ runs }: Cell, value: (spent: Spent) => number): number => median(runs.flatMap(({ spent }) => spent === undefined ? [] : value(spent)))
const sum = (times: { [name: string]: number }): number => Object.values(times).reduce((all, one) => all + one, 0)

type Line = readonly [what: string, value: (runs: Runs) => number]

/** Shares of the JavaScript thread, by the sampler, of what it was busy. */
function share(...whose: string[]): Line[1] {
  return ({ stacks }) => {
    const busy = of(stacks, ({ stacks: all }) => sum(all) - (all['idle'] ?? 0))
    return of(stacks, ({ stacks: all }) => whose.reduce((sum, name) => sum + (all[name] ?? 0), 0)) / busy * 100
  }
}

const lines: readonly Line[] = [
  ['this library, wall clock', ({ plain }) => time(plain)],
  ['the C floor, wall clock', ({ floor }) => time(floor)],
  ['inside system calls of netlink and namespaces, all threads together', ({ spent }) => of(spent, ({ calls }) => sum(calls))],
  ['event loop busy', ({ spent }) => of(spent, ({ loop }) => loop)],
  ['JavaScript thread on a CPU', ({ spent }) => of(spent, ({ script }) => script)],
  ['whole process on CPUs, in user space', ({ spent }) => of(spent, ({ user }) => user)],
  ['whole process on CPUs, in the kernel', ({ spent }) => of(spent, ({ system }) => system)],
]
const shares: readonly Line[] = [
  ['lib/, TypeScript', share('lib')], ["the addon's functions and V8's built-in ones", share('native')], ['garbage collection', share('gc')],
  ["V8's and Node's own", share('engine', 'node')], ['the benchmark program', share('driver')],
]

const number = (value: number): string => value < 10 ? value.toFixed(2) : value.toFixed(value < 100 ? 1 : 0)

function table(head: string, lines: readonly Line[], all: readonly Runs[], unit: string): string[] {
  const heads = all.map(({ plain: { trial, size } }) => `\`${trial}\` ${size.toLocaleString('en')}`)
  return [`| ${[head, ...heads].join(' | ')} |`, `|---|${all.map(() => '---:|').join('')}`,
    ...lines.map(([what, value]) => `| ${[what, ...all.map((runs) => `${number(value(runs))}${unit}`)].join(' | ')} |`)]
}

export async function profile(options: Options): Promise<void> {
  const trials = Object.keys(profiled).filter((trial) => options.trials.includes(trial)), count = Object.keys(variants).length * options.rounds
  const progress = new Progress(trials.length * count, 'cells'), all: Runs[] = []
  let at = 0
  for (const trial of trials) all.push(await runsOf(trial, options.rounds, (what) => progress.step(at++, what)))
  progress.end()
  const about = machine()
  console.log(`${describe(about)}\n`)
  console.log(table('microseconds of one operation', lines, all, '').join('\n') + '\n')
  console.log(table('of the JavaScript thread, when busy', shares, all, ' %').join('\n'))
}

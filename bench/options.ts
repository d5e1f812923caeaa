// The command line of the suite.

import { parseArgs } from 'node:util'
import { driverOf, drivers } from './drivers.ts'
import { trialOf, trials } from './trials.ts'

export const usage = `npm run bench -- [options]          trials x drivers
npm run bench -- churn [options]    creates and deletes veth pairs all the time, by this library
npm run bench -- profile [options]  where the time of this library goes, in W1, W5, W6, W7
npm run bench -- headline FILE      writes the table and the chart at the top of README.md from a result
npm run bench -- install            what the other drivers are built from or are

  --trials W1,W7          default: all           ${Object.keys(trials).join(' ')}
  --drivers ours,floor    default: all there are ${Object.keys(drivers).join(' ')}
  --sizes small|full|100,1000                    default: small
  --rounds 3              times that each cell is measured
  --quick                 one round at tiny sizes, without the slowest drivers
  --cold                  without the warm-up of the drivers that are compiled while they run
  --out FOLDER            default: bench/results
  --pairs 1000 --seconds 30                      of churn
`

const commands = ['suite', 'churn', 'profile', 'headline', 'install', 'help'] as const

export type Size = 'quick' | 'small' | 'full' | readonly number[]

export interface Options {
  readonly command: typeof commands[number]
  /** Of headline. */
  readonly file: string
  readonly trials: readonly string[]
  readonly drivers: readonly string[]
  readonly sizes: Size
  readonly rounds: number
  readonly quick: boolean
  readonly cold: boolean
  readonly out: string | undefined
  readonly pairs: number
  readonly seconds: number
}

const slow = new Set(['ip', 'pyroute2', 'cni', 'netavark'])

function count(text: string, name: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError(`--${name}: a number from 1 is wanted, not ${text}`)
  return number
}

function sizesOf(text: string | undefined, quick: boolean): Size {
  if (text === undefined) return quick ? 'quick' : 'small'
  if (text === 'small' || text === 'full') return text
  return text.split(',').map((size) => count(size, 'sizes'))
}

function namesOf(text: string | undefined, all: readonly string[], known: (name: string) => unknown): readonly string[] {
  const names = text === undefined ? all : text.split(',')
  names.forEach(known)
  return names
}

export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args], allowPositionals: true,
    options: {
      trials: { type: 'string' }, drivers: { type: 'string' }, sizes: { type: 'string' }, rounds: { type: 'string' },
      quick: { type: 'boolean', default: false }, cold: { type: 'boolean', default: false }, out: { type: 'string' }, help: { type: 'boolean', default: false },
      pairs: { type: 'string', default: '1000' }, seconds: { type: 'string', default: '30' },
    },
  })
  const [word = 'suite', file = '', ...more] = positionals
  const command = commands.find((command) => command === word)
  if (command === undefined || more.length > 0 || (file !== '') !== (word === 'headline')) throw new RangeError(`not understood: ${positionals.join(' ')}\n${usage}`)
  const quick = values.quick
  return {
    command: values.help ? 'help' : command, file,
    trials: namesOf(values.trials, Object.keys(trials), trialOf),
    drivers: namesOf(values.drivers, Object.keys(drivers).filter((name) => !(quick && slow.has(name))), driverOf),
    sizes: sizesOf(values.sizes, quick), rounds: count(values.rounds ?? (quick ? '1' : '3'), 'rounds'), quick, cold: values.cold, out: values.out,
    pairs: count(values.pairs, 'pairs'), seconds: count(values.seconds, 'seconds'),
  }
}

/** Sizes of a trial; W6 counts ends of pairs, so that they are even. */
export function sizesFor(trial: string, sizes: Size): readonly number[] {
  return typeof sizes === 'string' ? trialOf(trial)[sizes] : sizes.map((size) => trial === 'W6' ? size + size % 2 : size)
}

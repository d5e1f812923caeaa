// Runs the cells: interleaved, so that what else the machine does falls on all drivers alike, several rounds, each cell in a sandbox
// of its own and after the remains of the one before it are gone.

import { driverOf } from './drivers.ts'
import { type Measured } from './measured.ts'
import { type Options, sizesFor } from './options.ts'
import { node, root } from './paths.ts'
import { Progress } from './progress.ts'
import { runInside, settle } from './sandbox.ts'

export interface CellName { trial: string, size: number, driver: string }
export interface Cell extends CellName {
  runs: Measured[]
  /** Why there is no number. */
  failure?: string
}

const timeout = 600_000  // ms

export function plan(options: Options, ready: readonly string[]): CellName[] {
  return options.trials.flatMap((trial) => sizesFor(trial, options.sizes).flatMap((size) =>
    ready.filter((driver) => size <= (driverOf(driver).trials[trial] ?? 0)).map((driver) => ({ trial, size, driver }))))
}

/** Runs it once; what it answers, or why not, is added to it. */
export async function runCell(cell: Cell, options: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<void> {
  const command = [...node, `${root}bench/cell.ts`, cell.trial, cell.driver, String(cell.size), ...options]
  const { status, stdout, stderr } = await runInside(command, timeout, env)
  if (status !== 0) {
    cell.failure = status === null ? `stopped after ${timeout / 1000} s` : stderr.trim().split('\n').slice(0, 12).join('\n')
    return
  }
  const run = JSON.parse(stdout) as Measured
  cell.runs.push(run)
  if (run.complaints.length > 0) cell.failure = `wrong end state: ${run.complaints.join('; ')}`
}

/** Starts with another driver in each round: the first of a trial has warmed no cache of the kernel's. */
function inRound(cells: readonly Cell[], round: number): Cell[] {
  const groups = new Map<string, Cell[]>()
  for (const cell of cells) groups.set(`${cell.trial} ${cell.size}`, [...groups.get(`${cell.trial} ${cell.size}`) ?? [], cell])
  return [...groups.values()].flatMap((group) => group.map((_, at) => group[(at + round) % group.length]).filter((cell) => cell !== undefined))
}

export async function runAll(names: readonly CellName[], { rounds, cold }: Pick<Options, 'rounds' | 'cold'>): Promise<Cell[]> {
  const cells: Cell[] = names.map((name) => ({ ...name, runs: [] }))
  const progress = new Progress(cells.length * rounds, 'cells')
  let at = 0
  for (let round = 0; round < rounds; round++) {
    for (const cell of inRound(cells, round)) {
      progress.step(at++, `${cell.trial} ${cell.size} ${cell.driver}`)
      if (cell.failure !== undefined) continue
      await runCell(cell, cold ? ['--cold'] : [])
      if (cell.failure !== undefined) progress.note(`${cell.trial} ${cell.size} ${cell.driver}: ${cell.failure}`)
      await settle()
    }
  }
  progress.end()
  return cells
}

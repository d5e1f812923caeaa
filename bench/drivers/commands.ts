// For drivers that are programs to be started: the commands go into a file, and bench/drivers/run.c runs and times them.

import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { built } from '../paths.ts'

export type Command = readonly string[]

/** /run is the cell's own. */
export function fileFor(name: string, text: string): string {
  const path = `/run/bench-${name}`
  writeFileSync(path, text)
  return path
}

/** Prints the line that `run` prints; dumps are repeated without a warm-up, since each is a process of its own. */
export function runCommands(commands: readonly Command[], options: { latencies?: boolean, repeat?: number } = {}): void {
  const file = fileFor('commands', commands.map((words) => words.join('\t') + '\n').join(''))
  const text = execFileSync(built('run'), options.latencies ? [file, '--latencies'] : [file],
    { encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'inherit'] })
  const result = JSON.parse(text) as object
  console.log(JSON.stringify(options.repeat === undefined ? result : { ...result, repeat: options.repeat }))
}

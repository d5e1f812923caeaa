// The small program that enters a namespace and executes a command there (native/exec): where it lies and its command
// line. Node's child_process starts it; nothing here does.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from './native.ts'

/** What the program is asked to do. The descriptors are those of the program, not of this process. */
export interface ProgramRequest {
  readonly net: number
  readonly report: number
  readonly user?: number | undefined
  readonly name?: string | undefined
  readonly mounts: boolean
  readonly uid?: number | undefined
  readonly gid?: number | undefined
  /** Number of the signal, for the death of the thread that starts the program. */
  readonly pdeathsig?: number | undefined
  readonly argv0?: string | undefined
  readonly file: string
  readonly args: readonly string[]
}

let found: string | undefined

/** The built program: one's own build first, as node-gyp-build chooses the addon, then the one that came with the package. */
export function programPath(): string {
  return found ??= findProgram()
}

function findProgram(): string {
  const places = ['build/Release', `prebuilds/linux-${process.arch}`].map((directory) => join(packageRoot(), directory, 'netns-exec'))
  const path = places.find((place) => existsSync(place))
  if (path === undefined) throw new Error(`netns-exec is not built: ${places.join(' and ')} are missing`)
  return path
}

/** The program's arguments, argv[0] excepted. */
export function programArguments(request: ProgramRequest): string[] {
  const options: [string, string | number | undefined][] = [
    ['net', request.net], ['user', request.user], ['report', request.report], ['name', request.name],
    ['uid', request.uid], ['gid', request.gid], ['argv0', request.argv0],
    ['pdeathsig', request.pdeathsig], ['parent', request.pdeathsig === undefined ? undefined : process.pid],
  ]
  const given = options.flatMap(([key, value]) => value === undefined ? [] : [`--${key}=${value}`])
  return [...given, ...(request.mounts ? ['--mounts'] : []), '--', request.file, ...request.args]
}

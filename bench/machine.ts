// Where a result comes from: without it a number says nothing.

import { execFileSync } from 'node:child_process'
import { cpus, freemem, loadavg, release, totalmem } from 'node:os'
import { root } from './paths.ts'

export interface Machine {
  date: string, commit: string, kernel: string, cpu: string, cpus: number, memoryGiB: number, freeGiB: number, load: number
  versions: { [program: string]: string }
}

/** The first line that a program prints, or nothing where it is not there. */
function firstLine(program: string, ...args: string[]): string | undefined {
  try {
    return execFileSync(program, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\n')[0]?.trim()
  } catch (error) {
    if (error instanceof Error) return undefined
    throw error
  }
}

function packageVersions(): { [name: string]: string } {
  const names = ['libnl-route-3-200', 'python3-pyroute2', 'golang-github-vishvananda-netlink-dev', 'librust-rtnetlink-dev',
    'containernetworking-plugins', 'netavark']
  const versions = names.map((name) => [name, firstLine('dpkg-query', '-W', '-f', '${Version}', name)] as const)
  return Object.fromEntries(versions.filter((entry): entry is [string, string] => Boolean(entry[1])))
}

export function machine(): Machine {
  const gib = (bytes: number): number => Math.round(bytes / 2 ** 30 * 10) / 10
  const [first] = cpus()
  const changed = firstLine('git', 'status', '--porcelain', '--untracked-files=no') ? '-changed' : ''
  const tools = {
    node: process.version, ip: firstLine('ip', '-V'), gcc: firstLine('gcc', '--version'),
    go: firstLine('go', 'version'), rustc: firstLine('rustc', '--version'),
  }
  const known = Object.entries(tools).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return {
    date: new Date().toISOString(), commit: `${firstLine('git', 'rev-parse', '--short', 'HEAD') ?? 'unknown'}${changed}`, kernel: release(),
    cpu: first?.model.trim() ?? 'unknown', cpus: cpus().length, memoryGiB: gib(totalmem()), freeGiB: gib(freemem()), load: loadavg()[0] ?? 0,
    versions: { ...Object.fromEntries(known), ...packageVersions() },
  }
}

// Who is in which network namespace: what `lsns -t net` finds by reading /proc.

import { constants } from 'node:fs'
import { open, readdir, readFile, readlink, stat, type FileHandle } from 'node:fs/promises'

/** A network namespace that some process runs in, or that has a name. */
export interface NetnsUse {
  inode: number
  /** Names in /run/netns. */
  names: string[]
  /**
   * Ids of the processes in it, ascending. `Netns.open({ pid })` opens it, or, where the process has ended since and its id was given
   * out again, another one: compare `inode`.
   */
  pids: number[]
  /** How many processes that is. */
  processes: number
  /** Command line of the first process; absent where there is none. */
  command?: string
  /** Name, or number, of that process's user. */
  user?: string
}

/** Inode of a process's network namespace; undefined when it is gone, or when it may not be looked at (ptrace access). */
async function inodeOf(directory: string): Promise<number | undefined> {
  try {
    return Number(/^net:\[(\d+)\]$/.exec(await readlink(`${directory}/ns/net`))?.[1])
  } catch (error) {
    if (isOneOf(error, ['ENOENT', 'EACCES', 'EPERM', 'ESRCH'])) return undefined
    throw error
  }
}

function isOneOf(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}

/** As lsns shows it: the arguments, or the name of a kernel thread and a zombie. */
async function commandOf(directory: string): Promise<string> {
  const line = (await readFile(`${directory}/cmdline`, 'utf8')).replaceAll('\0', ' ').trim()
  return line === '' ? (await readFile(`${directory}/comm`, 'utf8')).trim() : line
}

async function userNames(): Promise<ReadonlyMap<number, string>> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n')
  return new Map(lines.map((line) => line.split(':')).filter((fields) => fields.length > 2).map(([name = '', , uid]) => [Number(uid), name]))
}

/**
 * Tells of the first process what is still known of it. An open directory of /proc stands for one process: its id may be
 * another's by now, which is then seen to be elsewhere, or not at all.
 */
async function describe(use: NetnsUse, users: ReadonlyMap<number, string>): Promise<void> {
  const [pid] = use.pids
  if (pid === undefined) return
  let process: FileHandle | undefined
  try {
    process = await open(`/proc/${pid}`, constants.O_RDONLY | constants.O_DIRECTORY)
    const directory = `/proc/self/fd/${process.fd}`
    if (await inodeOf(directory) !== use.inode) return
    const [command, { uid }] = await Promise.all([commandOf(directory), stat(directory)])
    use.command = command
    use.user = users.get(uid) ?? String(uid)
  } catch (error) {
    if (!isOneOf(error, ['ENOENT', 'ESRCH'])) throw error
  } finally {
    await process?.close()
  }
}

const TOGETHER = 32   // descriptors that are open at a time

/** `named`: inodes of those that have names. */
export async function scanProcesses(named: readonly { inode: number, name: string }[]): Promise<NetnsUse[]> {
  const uses = new Map<number, NetnsUse>()
  const use = (inode: number): NetnsUse => {
    const known = uses.get(inode) ?? { inode, names: [], pids: [], processes: 0 }
    uses.set(inode, known)
    return known
  }
  for (const { inode, name } of named) use(inode).names.push(name)
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).sort((a, b) => Number(a) - Number(b))
  const inodes = await Promise.all(pids.map(async (pid) => inodeOf(`/proc/${pid}`)))
  pids.forEach((pid, index) => {
    const inode = inodes[index]
    if (inode !== undefined) use(inode).pids.push(Number(pid))
  })
  const users = await userNames()
  const all = [...uses.values()]
  for (let first = 0; first < all.length; first += TOGETHER) {
    await Promise.all(all.slice(first, first + TOGETHER).map(async (one) => {
      one.processes = one.pids.length
      await describe(one, users)
    }))
  }
  return all.sort((a, b) => b.processes - a.processes || a.inode - b.inode)
}

// Who is in which network namespace: what `lsns -t net` finds by reading /proc.

import { readdir, readFile, readlink, stat } from 'node:fs/promises'

/** A network namespace that some process runs in, or that has a name. */
export interface NetnsUse {
  inode: number
  /** Names in /run/netns. */
  names: string[]
  /** Ids of the processes in it, ascending; open it with `Netns.open({ pid })`. */
  pids: number[]
  /** How many processes that is. */
  processes: number
  /** Command line of the first process; absent where there is none. */
  command?: string
  /** Name, or number, of that process's user. */
  user?: string
}

/** Inode of a process's network namespace; undefined when it is gone, or when it may not be looked at (ptrace access). */
async function inodeOf(pid: string): Promise<number | undefined> {
  try {
    return Number(/^net:\[(\d+)\]$/.exec(await readlink(`/proc/${pid}/ns/net`))?.[1])
  } catch (error) {
    if (isOneOf(error, ['ENOENT', 'EACCES', 'EPERM', 'ESRCH'])) return undefined
    throw error
  }
}

function isOneOf(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}

/** As lsns shows it: the arguments, or the name of a kernel thread and a zombie. */
async function commandOf(pid: number): Promise<string> {
  const line = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ').trim()
  return line === '' ? (await readFile(`/proc/${pid}/comm`, 'utf8')).trim() : line
}

async function userNames(): Promise<ReadonlyMap<number, string>> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n')
  return new Map(lines.map((line) => line.split(':')).filter((fields) => fields.length > 2).map(([name = '', , uid]) => [Number(uid), name]))
}

/** Tells of the first process what is still known of it. */
async function describe(use: NetnsUse, users: ReadonlyMap<number, string>): Promise<void> {
  const [pid] = use.pids
  if (pid === undefined) return
  try {
    const [command, { uid }] = await Promise.all([commandOf(pid), stat(`/proc/${pid}`)])
    use.command = command
    use.user = users.get(uid) ?? String(uid)
  } catch (error) {
    if (!isOneOf(error, ['ENOENT', 'ESRCH'])) throw error
  }
}

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
  const inodes = await Promise.all(pids.map(inodeOf))
  pids.forEach((pid, index) => {
    const inode = inodes[index]
    if (inode !== undefined) use(inode).pids.push(Number(pid))
  })
  const users = await userNames()
  const all = [...uses.values()]
  await Promise.all(all.map(async (one) => {
    one.processes = one.pids.length
    await describe(one, users)
  }))
  return all.sort((a, b) => b.processes - a.processes || a.inode - b.inode)
}

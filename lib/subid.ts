// The ids that /etc/subuid and /etc/subgid grant a user, as newuidmap(1) and newgidmap(1) read them.

import { readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { NetnsError } from './errors.ts'

export interface IdRange {
  readonly first: number
  readonly count: number
}

/** The user's name, where the system knows one, and number: a line begins with either. */
function thisUser(): readonly string[] {
  const uid = String(process.getuid?.())
  try {
    return [userInfo().username, uid]
  } catch (error) {
    // Without an entry in /etc/passwd.
    if (error instanceof Error && 'syscall' in error) return [uid]
    throw error
  }
}

/** The first line of the user, such as `alice:100000:65536`. */
export function findRange(text: string, users: readonly string[]): IdRange | undefined {
  const line = text.split('\n').map((line) => /^([^:]+):(\d+):(\d+)\s*$/.exec(line)).find((fields) => users.includes(fields?.[1] ?? ''))
  return line ? { first: Number(line[2]), count: Number(line[3]) } : undefined
}

async function rangeIn(path: string): Promise<IdRange> {
  const users = thisUser()
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const range = findRange(text, users)
  if (range) return range
  throw new NetnsError({ errno: 2, syscall: 'read', path }, `it grants ${users[0]} no ids: \`usermod --add-subuids 100000-165535 --add-subgids 100000-165535 ${users[0]}\` does`)
}

/** Of users and of groups. @throws NetnsError ENOENT: there is none. */
export async function grantedIds(): Promise<[users: IdRange, groups: IdRange]> {
  return [await rangeIn('/etc/subuid'), await rangeIn('/etc/subgid')]
}

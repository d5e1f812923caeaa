// What `Netns.open` is told to open, and what `Netns.list` tells.

import { NetnsError, typeError, rangeError } from './errors.ts'
import { type NamedEntry } from './native.ts'
import { type Netns } from './netns.ts'
import { integer, namespaceName, snapshot, textBytes } from './values.ts'

/** What `Netns.list` knows of a name. */
export interface NetnsEntry {
  name: string
  path: string
  /** Of the namespace; 0 for a stale entry. */
  inode: number
  /** The nsid by which this process's namespace knows it; absent when there is none. */
  id?: number
  /** True: a file that no network namespace is bound to, left by somebody who was interrupted. `Netns.delete` removes it. */
  stale?: boolean
}

export type NetnsTarget = string | { name: string } | { path: string } | { pid: number } | { fd: number }

/** The same, checked, as the addon takes it. */
export function openTarget(target: NetnsTarget): { how: 'name' | 'path' | 'pid' | 'fd', value: string | number, name?: string } {
  if (typeof target === 'string') return { how: 'name', value: namespaceName(target, 'name'), name: target }
  const keys = ['name', 'path', 'pid', 'fd'] as const
  const taken = snapshot(target, new Set<string>(keys), 'target')
  const [how, ...more] = keys.filter((key) => taken[key] !== undefined)
  if (how === undefined || more.length > 0) throw typeError('target', 'exactly one of name, path, pid and fd is wanted')
  const value = taken[how]
  switch (how) {
    case 'name': {
      const name = namespaceName(value, 'target.name')
      return { how, value: name, name }
    }
    case 'path':
      textBytes(value, 'target.path', 4095)
      if (value === '') throw rangeError('target.path', 'a path is not empty')
      return { how, value: String(value) }
    case 'pid': return { how, value: integer(value, 1, 2 ** 31 - 1, 'target.pid') }
    case 'fd': return { how, value: integer(value, 0, 2 ** 31 - 1, 'target.fd') }
  }
}

/** What is known of a name in `current`. */
export async function describeNamed({ name, inode, stale }: NamedEntry, current: Netns, open: (name: string) => Promise<Netns>): Promise<NetnsEntry> {
  const entry: NetnsEntry = { name, path: `/run/netns/${name}`, inode }
  if (stale) return { ...entry, stale }
  try {
    await using netns = await open(name)
    const id = await current.id(netns)
    return id === undefined ? entry : { ...entry, id }
  } catch (error) {
    // Removed, or replaced, since it was listed.
    if (error instanceof NetnsError) return entry
    throw error
  }
}

// How a Worker of `Netns#worker` learns where to live. Environment data is copied when a Worker is constructed, and leaves
// `workerData`, `argv` and `env` to the user.

import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads'

/** What lib/worker-entry.ts needs to know. */
export interface Residence {
  readonly fd: number
  readonly inode: number
  readonly device: number
  /** Of the namespace, if it was opened by one. */
  readonly name: string | undefined
  /** Of the user's program. */
  readonly url: string
}

const KEY = 'netns-native: residence'

/** Whatever Worker is constructed in `start` is told; this thread's own data is as before. */
export function withResidence<T>(residence: Residence, start: () => T): T {
  setEnvironmentData(KEY, { ...residence })
  try {
    return start()
  } finally {
    setEnvironmentData(KEY, undefined)
  }
}

let name: string | undefined

/** The name of the namespace that this thread lives in, where it was told. */
export function residentName(): string | undefined {
  return name
}

/** In the Worker, once: those that it starts itself do not find it. */
export function takeResidence(): Residence {
  const residence = getEnvironmentData(KEY) as unknown as Residence
  setEnvironmentData(KEY, undefined)
  name = residence.name
  return residence
}

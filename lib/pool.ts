// libuv's pool of threads, which all of the process shares. Threads are born in the namespace of the one that starts them.

import { access } from 'node:fs'

let started = false

/** Has the pool start its threads, all of which it does at once, so that no later first use of it starts them in another namespace. */
export function startPool(): void {
  if (started) return
  started = true
  access('/', () => undefined)
}

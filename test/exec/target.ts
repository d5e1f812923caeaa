// What the tests of exec and spawn share: a namespace made by ip(8) and gone after the test, and a child's events in
// their order. Runs in the sandbox's own network and mount namespace only.

import { execFileSync, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import type { Test } from 'tap'
import type { ExecTarget } from '../../lib/exec.ts'

export interface Target extends ExecTarget {
  readonly name: string
}

let count = 0

/** A namespace with a link of its own beside `lo`. */
export function makeTarget(t: Test): Target {
  const name = `exec${process.pid}-${count++}`
  execFileSync('ip', ['netns', 'add', name])
  execFileSync('ip', ['-n', name, 'link', 'add', `o${count}`, 'type', 'bridge'])
  const fd = openSync(`/run/netns/${name}`, 'r')
  t.teardown(() => {
    closeSync(fd)
    execFileSync('ip', ['netns', 'delete', name])
  })
  return { name, fd }
}

/** What /sys/class/net has to list. */
export function linksOf(target: Target): string[] {
  const links: { ifname: string }[] = JSON.parse(execFileSync('ip', ['-n', target.name, '-j', 'link'], { encoding: 'utf8' }))
  return links.map(({ ifname }) => ifname).sort()
}

/** Every event of the child's life, in order, with its first argument; resolves with `close`. */
export async function eventsOf(child: ChildProcess): Promise<[string, unknown][]> {
  const events: [string, unknown][] = []
  for (const name of ['spawn', 'error', 'exit', 'message', 'disconnect'] as const) {
    child.on(name, (value?: unknown) => { events.push([name, value]) })
  }
  await new Promise<void>((resolve) => {
    child.on('close', (code, signal) => {
      events.push(['close', signal ?? code])
      resolve()
    })
  })
  return events
}

/** Processes of ours that ended and that nobody waits for: libuv does as soon as it hears of them. */
export async function zombies(): Promise<string[]> {
  const deadline = performance.now() + 5000
  let found = children('Z')
  while (found.length > 0 && performance.now() < deadline) {
    await setImmediate()
    found = children('Z')
  }
  return found
}

function children(wanted: string): string[] {
  return readdirSync('/proc').filter((entry) => /^\d+$/.test(entry)).filter((pid) => {
    try {
      const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'latin1').replace(/^.*\) /s, '').split(' ')
      return state === wanted && parent === String(process.pid)
    } catch (error) {
      if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return false   // ended since
      throw error
    }
  })
}

/** Whether this process may become another user: an ordinary user's user namespace has only one. */
export function hasUsers(): boolean {
  return readFileSync('/proc/self/uid_map', 'latin1').trim().split(/\s+/)[2] !== '1'
}

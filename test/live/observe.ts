// What the live tests wait for, look at and run, wherever they are: nothing here needs the sandbox, or asserts anything.
import { execFileSync, type ChildProcess } from 'node:child_process'
import { accessSync, constants, readdirSync, readlinkSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** The rejection's reason. */
export async function reason(promise: Promise<unknown>): Promise<Error & { code?: string }> {
  try {
    await promise
  } catch (error) {
    if (error instanceof Error) return error
    throw new Error('rejected with what is no Error', { cause: error })
  }
  throw new Error('it was not rejected')
}

/** Waits until it holds; false after five seconds. */
export async function eventually(condition: () => boolean | Promise<boolean>): Promise<boolean> {
  for (let attempt = 0; attempt < 500; attempt++) {
    if (await condition()) return true
    await wait(10)
  }
  return false
}

/** The text of a descriptor's link; none where it is closed by now. */
function target(link: string): string {
  try {
    return readlinkSync(link)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}

/** tsx writes down for a while yet what it has compiled, and Node 26 reads the certificates. */
const passing = /\/tsx-|^\/etc\/ssl\//

/** The open descriptors, without those that others in this process are about to close. */
export const descriptors = (pid: number | string = 'self'): number =>
  readdirSync(`/proc/${pid}/fd`).filter((fd) => !passing.test(target(`/proc/${pid}/fd/${fd}`))).length
export const threads = (pid: number | string = 'self'): number => readdirSync(`/proc/${pid}/task`).length

export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

/** Collects what a child writes until it ends. */
export async function ended(child: ChildProcess): Promise<Ended> {
  let [stdout, stderr] = ['', '']
  child.stdout?.setEncoding('utf8').on('data', (text: string) => { stdout += text })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => { stderr += text })
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.on('error', reject).on('close', (code, signal) => resolve([code, signal]))
  })
  return { code, signal, stdout, stderr }
}

/** Runs a command for what it does; its words are the error when it fails. */
export function run(command: string, ...args: string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

function mayOpen(): boolean {
  try {
    accessSync('/dev/net/tun', constants.R_OK | constants.W_OK)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EACCES') return false
    throw error
  }
}

/** Why a test of TUN and TAP is left out, or false. */
export const withoutTun = mayOpen() ? false : 'no permission to open /dev/net/tun'

// What the process spends during the timed part, for `npm run bench -- profile`: the event loop, the CPU, the system calls that calls.c
// measures, and, in a run of its own, where the JavaScript thread was (V8's sampling profiler).

import { readFileSync } from 'node:fs'
import { Session, type Profiler } from 'node:inspector/promises'
import { performance } from 'node:perf_hooks'
import { root } from '../paths.ts'

/** Microseconds. */
export interface Spent {
  loop: number, script: number, user: number, system: number
  /** Of all threads, by system call. */
  calls: { [name: string]: number }
  /** Of the JavaScript thread, by whose code it was in; only with the sampler. */
  stacks: { [whose: string]: number }
}

const { NETNS_NATIVE_BENCH_CALLS: callsFile, NETNS_NATIVE_BENCH_STACKS: sampled } = process.env

/** Whether somebody wants to know. */
export const isMetered = callsFile !== undefined

/** Records of calls.c: a name in 16 bytes, a count, nanoseconds. */
function callTimes(): Map<string, number> {
  const bytes = readFileSync(callsFile ?? ''), times = new Map<string, number>()
  for (let at = 0; at + 32 <= bytes.length; at += 32) {
    times.set(bytes.toString('latin1', at, at + 16).replace(/\0.*/s, ''), Number(bytes.readBigUInt64LE(at + 24)) / 1000)
  }
  return times
}

/** Time of the JavaScript thread on a CPU: the first number of schedstat, in nanoseconds. */
const onCpu = (): number => Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1000

function whose({ url, functionName }: { url: string, functionName: string }): string {
  if (url.startsWith(`file://${root}dist/lib/`)) return 'lib'
  if (url.startsWith(`file://${root}`)) return 'driver'
  if (url.startsWith('node:')) return 'node'
  if (functionName === '(garbage collector)') return 'gc'
  if (functionName === '(idle)') return 'idle'
  // Functions without a file are the addon's, reached from lib, and V8's builtins.
  return functionName.startsWith('(') ? 'engine' : 'native'
}

function sumUp({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): { [name: string]: number } {
  const owners = new Map(nodes.map(({ id, callFrame }) => [id, whose(callFrame)])), sums: { [name: string]: number } = {}
  samples.forEach((id, at) => {
    const owner = owners.get(id) ?? 'engine'
    sums[owner] = (sums[owner] ?? 0) + (timeDeltas[at] ?? 0)
  })
  return sums
}

async function withStacks(work: () => Promise<unknown>): Promise<{ [name: string]: number }> {
  if (sampled === undefined) {
    await work()
    return {}
  }
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: 200 })
  await session.post('Profiler.start')
  await work()
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()
  return sumUp(profile)
}

export async function metered(work: () => Promise<unknown>): Promise<Spent> {
  const calls = callTimes(), cpu = process.cpuUsage(), loop = performance.eventLoopUtilization(), script = onCpu()
  const stacks = await withStacks(work)
  const { active } = performance.eventLoopUtilization(loop), { user, system } = process.cpuUsage(cpu)
  const spent = [...callTimes()].map(([name, time]) => [name, time - (calls.get(name) ?? 0)] as const)
  return { loop: active * 1000, script: onCpu() - script, user, system, calls: Object.fromEntries(spent.filter(([, time]) => time > 0)), stacks }
}

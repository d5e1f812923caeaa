// What the compiler has to refuse of Workers and calls inside a namespace, beside what it has to take. Checked by tsc; nothing calls it.
import { type Worker } from 'node:worker_threads'
import { type Netns } from '../../lib/index.ts'
import { same } from './same.ts'

export function calls(netns: Netns, any: () => any): void {
  const list = netns.run(() => [1, 2])
  same<typeof list, number[]>(true)
  const nothing = netns.run(() => undefined)
  same<typeof nothing, undefined>(true)
  const either = netns.run(() => list.length > 0 ? 'a' as string : 5 as number)
  same<typeof either, string | number>(true)
  const action: () => void = () => undefined
  netns.run(action)
  netns.run(any)
  netns.run(() => { throw new Error('never returns') })
  // @ts-expect-error
  netns.run(async () => 5)
  // @ts-expect-error
  netns.run(async () => undefined)
  // @ts-expect-error
  netns.run(() => Promise.resolve(5))
  // @ts-expect-error
  netns.run(() => ({ then: (done: (value: number) => void) => done(5) }) as PromiseLike<number>)
  // @ts-expect-error
  netns.run(() => list.length > 0 ? Promise.resolve(5) : 5)
  // @ts-expect-error
  netns.run(() => netns.links.list())
  // @ts-expect-error
  netns.run((wanted: string) => wanted)
  // @ts-expect-error
  netns.run('whereabouts')
  // @ts-expect-error
  netns.run()
}

export function workers(netns: Netns): void {
  same<ReturnType<Netns['worker']>, Worker>(true)
  netns.worker('./server.js')
  netns.worker(new URL('./server.js', import.meta.url), { workerData: 5, argv: ['a'], name: 'server', resourceLimits: { maxOldGenerationSizeMb: 64 } })
  // @ts-expect-error
  netns.worker()
  // @ts-expect-error
  netns.worker(5)
  // @ts-expect-error
  netns.worker('./server.js', { eval: true })
  // @ts-expect-error
  netns.worker('./server.js', { workerdata: 5 })
}

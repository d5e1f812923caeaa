// `ensure` as its tests look at it: what it answers, and how many requests it sends that are no questions.
import type { Test } from 'tap'
import { connectionOf } from '../../lib/inner.ts'
import { type Netns } from '../../lib/index.ts'

/** Whether something had to be changed; of links with the link. */
export type Answer = boolean | { readonly changed: boolean }

async function watched(netns: Netns, work: () => Promise<Answer>): Promise<{ changed: boolean, sent: number }> {
  const connection = connectionOf(netns)
  const ack = connection.ack.bind(connection)
  let sent = 0
  Object.assign(connection, { ack: (...args: Parameters<typeof ack>) => { sent++; return ack(...args) } })
  try {
    const answer = await work()
    return { changed: typeof answer === 'boolean' ? answer : answer.changed, sent }
  } finally {
    Reflect.deleteProperty(connection, 'ack')
  }
}

/** Not so at first, so then; and the second time nothing is sent. */
export async function twice(t: Test, netns: Netns, work: () => Promise<Answer>, what: string): Promise<void> {
  t.equal((await watched(netns, work)).changed, true, `${what}: had to be made so`)
  t.same(await watched(netns, work), { changed: false, sent: 0 }, `${what}: is so`)
}

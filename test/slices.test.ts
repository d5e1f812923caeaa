// Long lists are converted in slices; what comes out is what `map` and `filter` would make of them.
import t from 'tap'
import { mapped } from '../lib/slices.ts'

const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n)

await t.test('in order, without what is undefined', async (t) => {
  for (const count of [0, 1, 15, 16, 17, 5000]) {
    t.same(await mapped(numbers(count), (n) => n % 3 === 0 ? undefined : { n }), numbers(count).filter((n) => n % 3 !== 0).map((n) => ({ n })))
  }
})

await t.test('the event loop gets its turn', async (t) => {
  let turns = 0, ended = false
  const turn = (): void => {
    turns++
    if (!ended) setImmediate(turn)
  }
  setImmediate(turn)
  await mapped(numbers(160), (n) => {
    for (const end = performance.now() + 1; performance.now() < end;) continue
    return { n }
  })
  ended = true
  t.ok(turns >= 8, `${turns} turns in 160 ms`)
})

await t.test('a short list costs none', async (t) => {
  let turned = false
  setImmediate(() => { turned = true })
  await mapped(numbers(10), (n) => ({ n }))
  t.notOk(turned)
})

await t.test('an error of the conversion is the list\'s', async (t) => {
  await t.rejects(mapped([1], () => { throw new Error('on purpose') }), { message: 'on purpose' })
})

// Bulk is Promise.all: what is asked for in one turn on one namespace leaves in windows of 128 messages, of which the last
// asks for an acknowledgement; each request has its own result.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import t from 'tap'
import { privileged } from '../../sandbox.ts'
import { Bridge, Netns, Veth } from '../../../lib/index.ts'
import { compiled } from '../compiled.ts'
import { ended, place, type Place } from '../place.ts'

const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n))

interface Message { type: string, acknowledged: boolean }

const types: { readonly [type: number]: string } = { 16: 'NEWLINK', 17: 'DELLINK', 18: 'GETLINK', 20: 'NEWADDR', 24: 'NEWROUTE' }

/** The messages of one sendmsg(2), as strace -xx shows it. */
function messages(line: string): Message[] {
  const bytes = Buffer.from([...line.matchAll(/iov_base="([^"]*)"/g)].map(([, text = '']) => text.replaceAll('\\x', '')).join(''), 'hex')
  const found: Message[] = []
  for (let at = 0; at < bytes.length; at += (bytes.readUInt32LE(at) + 3) & ~3) {
    found.push({ type: types[bytes.readUInt16LE(at + 4)] ?? '', acknowledged: (bytes.readUInt16LE(at + 6) & 4) !== 0 })
  }
  return found
}

/** What each sendmsg of a program carries: `NEWROUTE*128`. */
async function sent(text: string): Promise<string[]> {
  const program = `import { Bridge, Netns, Veth } from ${JSON.stringify(compiled())}
    const times = (count, make) => Promise.all(Array.from({ length: count }, (_, n) => make(n)))
    ${text}`
  const words = ['-f', '-xx', '-s', '100000', '--seccomp-bpf', '-o', '/run/trace', '-e', 'trace=sendmsg', process.execPath, '--input-type=module', '-e', program]
  const { code, stderr } = await ended(spawn('strace', words, { stdio: ['ignore', 'pipe', 'pipe'] }))
  if (code !== 0) throw new Error(stderr)
  return readFileSync('/run/trace', 'utf8').split('\n').filter((line) => line.includes('sendmsg(')).map((line) => {
    const all = messages(line)
    const kinds = [...new Set(all.map(({ type }) => type))].map((type) => `${type}*${all.filter((one) => one.type === type).length}`)
    const last = all.findIndex(({ acknowledged }) => acknowledged) === all.length - 1
    return `${kinds.join(' ')}${last ? '' : ', and not the last alone is acknowledged'}`
  })
}

await t.test('three hundred of each leave in three windows', async (t) => {
  const seen = await sent(`
    const netns = await Netns.create(undefined, { loopback: false })
    const lo = await netns.links.get('lo')
    const veths = await times(300, (n) => Veth.create({ netns, name: 'v' + n, peer: { name: 'w' + n } }))
    await times(300, (n) => Bridge.create({ netns, name: 'b' + n }))
    await times(300, (n) => lo.addresses.add('10.1.' + (n >> 8) + '.' + (n & 255) + '/32'))
    await times(300, (n) => netns.routes.add({ to: '10.2.' + (n >> 8) + '.' + (n & 255) + '/32', type: 'blackhole' }))
    await Promise.all(veths.map((veth) => veth.delete()))`)
  const threeOf = (type: string): string[] => [`${type}*128`, `${type}*128`, `${type}*44`]
  t.same(seen.slice(-10, -4), [...threeOf('NEWADDR'), ...threeOf('NEWROUTE')])
  // Links come back in echoes, for which an ordinary user's receive buffer has less room.
  const [request, ...creations] = seen.slice(0, -10)
  t.equal(request, 'GETLINK*1')
  if (privileged) t.same(creations, [...threeOf('NEWLINK'), ...threeOf('NEWLINK')])
  else t.equal(creations.reduce((sum, one) => sum + Number(/^NEWLINK\*(\d+)$/.exec(one)?.[1]), 0), 600)
  // Whether the group is free, which is asked alone; then the tags, and one message that deletes. The first full window has
  // the question in it, and leaves without it.
  const [question, first, second, last] = seen.slice(-4)
  t.equal(question, 'NEWLINK*1')
  const tags = [first, second, last].map((one) => Number(/^NEWLINK\*(\d+)( DELLINK\*1)?$/.exec(one ?? '')?.[1]))
  t.equal(tags.reduce((sum, count) => sum + count), 300, tags.join())
  t.match(last, / DELLINK\*1$/)
})

await t.test('each namespace has its own window', async (t) => {
  const seen = await sent(`
    const spaces = await times(5, () => Netns.create())
    await times(50, (n) => spaces[n % 5].routes.add({ to: '10.2.0.' + n + '/32', type: 'blackhole' }))`)
  t.same(seen, [...times(5, () => 'NEWLINK*1'), ...times(5, () => 'NEWROUTE*10')], 'the loopback of each, then the routes')
})

/** For each call, one that must fail in the middle of many; `n` counts them. */
const calls: { readonly [name: string]: (red: Place) => Promise<{ code: string, call(n: number, wrong: boolean): Promise<unknown> }> } = {
  'Veth.create': async ({ netns }) => ({ code: 'EEXIST', call: async (n, wrong) => Veth.create({ netns, name: wrong ? 'lo' : `v${n}`, peer: { name: `w${n}` } }) }),
  'Bridge.create': async ({ netns }) => ({ code: 'EEXIST', call: async (n, wrong) => Bridge.create({ netns, name: wrong ? 'lo' : `b${n}` }) }),
  'addresses.add': async ({ netns }) => {
    const lo = await netns.links.get('lo')
    return { code: 'EEXIST', call: async (n, wrong) => lo.addresses.add(wrong ? '127.0.0.1/8' : `10.1.${n >> 8}.${n & 255}/32`) }
  },
  'routes.add': async ({ netns }) => ({ code: 'ENETUNREACH', call: async (n, wrong) => netns.routes.add({ to: `10.2.${n >> 8}.${n & 255}/32`, ...(wrong ? { via: '192.0.2.1' } : { type: 'blackhole' }) }) }),
  'link.delete': async ({ netns, ip }) => {
    const links = await Promise.all(times(200, async (n) => Veth.create({ netns, name: `v${n}` })))
    ip('link', 'delete', 'v100')
    return { code: 'ENODEV', call: async (n) => links[n]?.delete() }
  },
  'Netns.create': async ({ name }) => ({ code: 'EEXIST', call: async (n, wrong) => Netns.create(wrong ? name : `${name}-${n}`) }),
}

for (const [name, prepare] of Object.entries(calls)) {
  await t.test(`${name}: one of two hundred fails`, async (t) => {
    const { code, call } = await prepare(await place(t))
    const outcomes = await Promise.allSettled(times(200, async (n) => call(n, n === 100)))
    t.same(outcomes.flatMap(({ status }, n) => status === 'rejected' ? [n] : []), [100])
    t.match(outcomes[100], { reason: { code } })
    await Promise.all(outcomes.map(async (one) => one.status === 'fulfilled' && one.value instanceof Netns && one.value.delete()))
  })
}

await t.test('made, deleted and made again in one turn', async (t) => {
  const { netns, show } = await place(t)
  const old = await Promise.all(times(20, async (n) => Veth.create({ netns, name: `v${n}`, peer: { name: `w${n}` } })))
  const again = old.map(async (veth, n) => [await veth.delete(), await Bridge.create({ netns, name: veth.name, addresses: [`10.0.${n}.1/24`], up: true })] as const)
  t.same((await Promise.allSettled(again)).map(({ status }) => status), times(20, () => 'fulfilled'))
  // The same without waiting for each other, each needing what was asked for before it.
  const bridges = (await Promise.all(again)).map(([, bridge]) => bridge)
  const steps = bridges.flatMap((bridge, n) => [
    bridge.addresses.add(`10.1.${n}.1/24`), netns.routes.add({ to: `10.2.${n}.0/24`, via: `10.1.${n}.2` }), netns.routes.delete({ to: `10.2.${n}.0/24` }),
    bridge.delete(), Veth.create({ netns, name: bridge.name, peer: { name: `w${n}` }, addresses: [`10.1.${n}.1/24`] }), netns.routes.add({ to: `10.3.${n}.0/24`, type: 'blackhole' }),
  ])
  t.same((await Promise.allSettled(steps)).flatMap((step) => step.status === 'rejected' ? [String(step.reason)] : []), [])
  t.equal(show('link', 'show', 'type', 'veth').length, 40)
  t.equal(show('link', 'show', 'type', 'bridge').length, 0)
  t.equal(show('route', 'show', 'type', 'blackhole').length, 20)
})

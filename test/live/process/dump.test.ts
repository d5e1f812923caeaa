// Lists of what changes while it is listed: each is whole, or is refused with ERR_DUMP_INTERRUPTED and what was read of it.
import '../../sandbox.ts'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import t, { type Test } from 'tap'
import { Bridge, Veth } from '../../../lib/index.ts'
import { place, run } from '../place.ts'

/** Runs a shell loop beside the test until it ends. */
async function churn(t: Test, name: string, body: string): Promise<() => Promise<void>> {
  const child = spawn('ip', ['netns', 'exec', name, 'sh', '-c', `while :; do ${body}; done`], { stdio: 'ignore' })
  const closed = once(child, 'close')
  t.teardown(() => { child.kill('SIGKILL') })
  await once(child, 'spawn')
  return async () => {
    child.kill('SIGKILL')
    await closed
  }
}

interface Outcome { names: string[], interrupted: boolean }

/** A list, or the part of it that comes with the refusal. */
async function listed<T>(list: Promise<T[]>, name: (item: T) => string): Promise<Outcome> {
  try {
    return { names: (await list).map(name), interrupted: false }
  } catch (error) {
    const { code, partial } = error as { code?: string, partial?: T[] }
    if (code !== 'ERR_DUMP_INTERRUPTED' || !Array.isArray(partial)) throw error
    return { names: partial.map(name), interrupted: true }
  }
}

await t.test('links, while others come and go', async (t) => {
  const { netns, name } = await place(t)
  const lasting = Array.from({ length: 100 }, (_, n) => `lasting${n}`)
  await Promise.all(lasting.map(async (name) => Bridge.create({ netns, name })))
  const stop = await churn(t, name, 'ip link add c0 type veth peer name c1; ip link delete c0; ip link set lasting50 mtu 1400; ip link set lasting50 mtu 1500')
  const changed = new Set<number>()
  let whole = 0
  for (let round = 0; round < 60; round++) {
    const { names, interrupted } = await listed(netns.links.list(), (link) => link.name)
    changed.add(names.length)
    if (new Set(names).size !== names.length) t.fail(`twice in a list: ${names.join(' ')}`)
    if (interrupted) continue
    whole++
    const missing = ['lo', ...lasting].filter((name) => !names.includes(name))
    if (missing.length > 0) t.fail(`missing: ${missing.join(' ')}`)
    const odd = names.filter((name) => !/^(lo|lasting\d+|c[01])$/.test(name))
    if (odd.length > 0) t.fail(`nobody made ${odd.join(' ')}`)
  }
  await stop()
  t.ok(whole > 0, `${whole} of 60 are whole`)
  t.ok(changed.size > 1, 'there was something to see')
})

await t.test('routes and addresses, while others come and go', async (t) => {
  const { netns, name } = await place(t)
  await Promise.all(Array.from({ length: 2000 }, async (_, n) => netns.routes.add({ to: `10.${n >> 8}.${n & 255}.0/24`, type: 'blackhole' })))
  const stop = await churn(t, name, 'ip route add blackhole 10.7.255.0/24; ip addr add 10.200.0.1/32 dev lo; ip route delete 10.7.255.0/24; ip addr delete 10.200.0.1/32 dev lo')
  let whole = 0
  for (let round = 0; round < 40; round++) {
    const [routes, addresses] = await Promise.all([listed(netns.routes.list(), ({ to }) => to), listed(netns.addresses.list(), ({ address }) => address)])
    for (const { names } of [routes, addresses]) t.equal(new Set(names).size, names.length, 'none twice')
    if (!routes.interrupted) {
      whole++
      const found = new Set(routes.names)
      const missing = Array.from({ length: 2000 }, (_, n) => `10.${n >> 8}.${n & 255}.0/24`).filter((to) => !found.has(to))
      t.same(missing.filter((to) => to !== '10.7.255.0/24'), [])
    }
    if (!addresses.interrupted) t.ok(addresses.names.includes('127.0.0.1/8'))
  }
  await stop()
  t.ok(whole > 0)
})

await t.test('a namespace that is emptied under a list', async (t) => {
  const { netns, name } = await place(t)
  for (let round = 0; round < 10; round++) {
    await Promise.all(Array.from({ length: 60 }, async (_, n) => Veth.create({ netns, name: `b${n}`, group: 7, peer: { name: `p${n}` } })))
    const lists = Promise.all(Array.from({ length: 10 }, async () => listed(netns.links.list(), (link) => link.name)))
    run('ip', '-n', name, 'link', 'delete', 'group', '7')
    for (const { names } of await lists) t.equal(new Set(names).size, names.length)
    t.same((await netns.links.list()).map((link) => link.name), ['lo'])
  }
})

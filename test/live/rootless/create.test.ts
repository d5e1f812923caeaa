// Namespaces that an ordinary user makes with nothing around the process but what it was born in; root makes them too.
import { privileged } from '../../plain.ts'
import { once } from 'node:events'
import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import t from 'tap'
import { Bridge, Netns, NetlinkError, NetnsError, Veth } from '../../../lib/index.ts'
import { descriptors, eventually, reason } from '../observe.ts'

const uid = process.getuid?.()

/** What `ip -j` prints inside. */
async function show<T>(netns: Netns, ...args: string[]): Promise<T[]> {
  return JSON.parse((await netns.exec('ip', ['-j', ...args])).stdout || '[]') as T[]
}

/** A child belongs to the thread that made it. The loader has one. */
const children = (): string => readdirSync('/proc/self/task').map((task) => readFileSync(`/proc/self/task/${task}/children`, 'utf8')).join('')

await t.test('a namespace of its own', async (t) => {
  await using netns = await Netns.create(undefined, { userns: true })
  t.equal(netns.name, undefined)
  t.not(netns.inode, Netns.current().inode)
  t.equal(statSync(`/proc/self/fd/${netns.fd}`).ino, netns.inode)
  t.not(readlinkSync(`/proc/self/fd/${netns.usernsFd}`), readlinkSync('/proc/self/ns/user'))
  t.same((await netns.links.list()).map(({ name, up }) => [name, up]), [['lo', true]])
  t.equal(Netns.current().usernsFd, undefined)
})

await t.test('root inside is the caller', async (t) => {
  await using netns = await Netns.create(undefined, { userns: true })
  const { stdout } = await netns.exec('sh', ['-c', 'id -u; id -g; cat /proc/self/setgroups; cat /proc/self/uid_map /proc/self/gid_map; readlink /proc/self/ns/net /proc/self/ns/user'])
  const [user0, group0, groups, users, groupMap, net, user] = stdout.trim().split('\n').map((line) => line.trim().replaceAll(/ +/g, ' '))
  t.same([user0, group0, groups], ['0', '0', 'deny'])
  t.same([users, groupMap], [`0 ${uid} 1`, `0 ${process.getgid?.()} 1`])
  t.same([net, user], [`net:[${netns.inode}]`, readlinkSync(`/proc/self/fd/${netns.usernsFd}`)])
  const { stdout: links } = await netns.exec('ls', ['/sys/class/net'])
  t.equal(links, 'lo\n', 'its own /sys')
})

await t.test('links, addresses, routes, neighbours, a bridge', async (t) => {
  await using lab = await Netns.create(undefined, { userns: true })
  await using red = await Netns.create(undefined, { userns: lab })
  await using blue = await Netns.create(undefined, { userns: red })
  t.same([red, blue].map((one) => statSync(`/proc/self/fd/${one.usernsFd}`).ino), Array(2).fill(statSync(`/proc/self/fd/${lab.usernsFd}`).ino))
  const bridge = await Bridge.create({ netns: lab, name: 'br0', addresses: ['10.1.0.254/24'], up: true })
  for (const [netns, name, address] of [[red, 'red', '10.1.0.1/24'], [blue, 'blue', '10.1.0.2/24']] as const) {
    await Veth.create({ netns, name: 'eth0', addresses: [address], up: true, peer: { netns: lab, name, master: bridge, up: true } })
  }
  await red.routes.add({ to: 'default', via: '10.1.0.254' })
  t.match(await show(red, 'route', 'show', 'default'), [{ gateway: '10.1.0.254', dev: 'eth0' }])
  t.match(await show(blue, 'addr', 'show', 'eth0'), [{ addr_info: [{ local: '10.1.0.2' }] }])
  t.match((await red.exec('ping', ['-c1', '-W5', '10.1.0.2'])).stdout, / 0% packet loss/)
  const eth0 = await red.links.get('eth0')
  await eth0.set({ mtu: 1400 })
  await eth0.neighbors.replace('10.1.0.9', { address: '02:00:00:00:00:09' })
  t.match(await show(red, 'neigh', 'show', '10.1.0.9'), [{ lladdr: '02:00:00:00:00:09', state: ['PERMANENT'] }])
  t.match(await show(red, 'link', 'show', 'eth0'), [{ mtu: 1400 }])
  await eth0.rename('wan')
  await (await red.links.get('wan')).moveTo(blue)
  t.same((await show<{ ifname: string }>(blue, 'link')).map(({ ifname }) => ifname).sort(), ['eth0', 'lo', 'wan'])
})

await t.test('sysctls', async (t) => {
  await using netns = await Netns.create(undefined, { userns: true, loopback: false, sysctl: { 'net.ipv4.ip_forward': 1 } })
  t.equal((await netns.exec('cat', ['/proc/sys/net/ipv4/ip_forward'])).stdout, '1\n')
  await netns.sysctl.set('net.ipv4.conf.lo.rp_filter', 2)
  t.equal((await netns.exec('cat', ['/proc/sys/net/ipv4/conf/lo/rp_filter'])).stdout, '2\n')
  t.equal(await netns.sysctl.get('net.ipv4.conf.lo.rp_filter'), '2')
  t.match(await reason(netns.sysctl.get('net.no.such')), { code: 'ENOENT', path: '/proc/sys/net/no/such' })
  t.match(await reason(netns.sysctl.set('net.ipv4.ip_forward', 'x')), { code: 'EINVAL' }, 'what fails inside is reported here')
  t.same((await netns.links.list()).map(({ name, up }) => [name, up]), [['lo', false]])
})

await t.test('its end', async (t) => {
  await using lab = await Netns.create(undefined, { userns: true })
  const red = await Netns.create(undefined, { userns: lab })
  await Veth.create({ netns: lab, name: 'red', peer: { netns: red, name: 'eth0' } })
  await red.gone()
  t.ok(await eventually(async () => !(await lab.links.list()).some(({ name }) => name === 'red')), 'the other end has gone with it')
  t.match(await reason(red.links.list()), { code: 'ERR_NETNS_CLOSED' })
  t.throws(() => red.usernsFd, { code: 'ERR_NETNS_CLOSED' })
  const alone = await Netns.create(undefined, { userns: true })
  await alone.gone({ signal: AbortSignal.timeout(20_000) })
})

await t.test('opened by a path and by a process in it', async (t) => {
  await using netns = await Netns.create(undefined, { userns: true })
  const child = netns.spawn('sleep', ['100'], { stdio: 'ignore' })
  t.teardown(() => { child.kill() })
  await once(child, 'spawn')
  for (const target of [{ path: `/proc/${process.pid}/fd/${netns.fd}` }, { fd: netns.fd }, { pid: Number(child.pid) }]) {
    await using again = await Netns.open(target)
    t.ok(again.equals(netns))
    t.equal(again.usernsFd === undefined, privileged, 'whoever may enter it directly does')
    await again.sysctl.set('net.ipv4.ip_forward', 1)
    await (await again.links.get('lo')).set({ mtu: 1500 })
    t.equal((await again.exec('cat', ['/sys/class/net/lo/mtu'])).stdout, '1500\n')
  }
  child.kill()
  await once(child, 'exit')
})

await t.test('two user namespaces have nothing in common', async (t) => {
  await using one = await Netns.create(undefined, { userns: true })
  await using other = await Netns.create(undefined, { userns: true })
  const both = Veth.create({ netns: one, name: 'a', peer: { netns: other, name: 'b' } })
  if (privileged) {
    await both
    return t.match(await show(other, 'link', 'show', 'b'), [{ ifname: 'b' }], 'but for root outside')
  }
  const error = await reason(both)
  t.ok(error instanceof NetlinkError)
  t.match(error, { code: 'EPERM', request: 'RTM_NEWLINK', message: /CAP_NET_ADMIN is needed .*\{ userns: other \}/ })
})

await t.test('what it takes without', async (t) => {
  const unnamed = Netns.create()
  if (privileged) {
    await using netns = await unnamed
    return t.equal(netns.usernsFd, undefined)
  }
  const own = readlinkSync('/proc/self/ns/user')
  const error = await reason(unnamed)
  t.ok(error instanceof NetnsError)
  t.match(error, { code: 'EPERM', syscall: 'unshare' })
  t.match(error.message, `CAP_SYS_ADMIN is needed in this process's user namespace, ${own}`)
  t.match(error.message, 'Netns.create(undefined, { userns: true }) does without')
  t.match(await reason(Veth.create({ name: 'no', peer: { name: 'on' } })), { code: 'EPERM', message: /CAP_NET_ADMIN is needed in the user namespace that owns/ })
  t.match(await reason(Netns.create('no', { userns: true })), { message: /names are mounts in \/run\/netns: CAP_SYS_ADMIN is needed in .*; without a name/ })
})

await t.test('wrong arguments', async (t) => {
  for (const [userns, argument] of [[1, ''], ['true', ''], [null, ''], [{ range: 1 }, '.range'], [{ rang: true }, ''], [{}, '.range'], [[], '']]) {
    const error = await reason(Netns.create(undefined, { userns } as object))
    t.ok(error instanceof TypeError, JSON.stringify(userns))
    t.match(error, { argument: `options.userns${argument}` })
  }
  const closed = await Netns.create(undefined, { userns: true })
  await closed.close()
  t.match(await reason(Netns.create(undefined, { userns: closed })), { code: 'ERR_NETNS_CLOSED' })
})

await t.test('nothing is left', async (t) => {
  await using netns = await Netns.create(undefined, { userns: true })
  await netns.links.list()
  const [held, before] = [descriptors(), children()]
  for (let round = 0; round < 20; round++) {
    await using another = await Netns.create(undefined, { userns: netns })
    await another.links.list()
  }
  t.ok(await eventually(() => descriptors() <= held), 'no descriptor')
  t.equal(children(), before, 'no process')
})

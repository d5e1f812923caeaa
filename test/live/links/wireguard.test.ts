// WireGuard's keys and peers against wg(8) both ways, and a tunnel between two namespaces that carries packets.
import { skipUnlessKind } from '../../sandbox.ts'
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import t, { type Test } from 'tap'
import { Netns, Veth, Wireguard, type WireguardConfig } from '../../../lib/index.ts'
import { place, reason, type Place } from '../place.ts'

const wg = ({ name }: Place, ...args: string[]): string => execFileSync('ip', ['netns', 'exec', name, 'wg', ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

const privateKey = 'yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk='
const [first, second] = ['xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=', 'TrMvSoP4jYQlY6RIzBgbssQqY3vxI2Pi+y71lOWWXX0=']
const presharedKey = 'FpCyhws9cxwWoV4xELtfJvjJN+zQVRPISllRWgeopVE='

const config: WireguardConfig = {
  privateKey, listenPort: 51820, fwmark: 0x1234, peers: [
    { publicKey: first, presharedKey, endpoint: '10.0.0.1:51820', persistentKeepalive: 25, allowedIps: ['10.0.0.0/24', 'fd00::/64'] },
    { publicKey: second, endpoint: '[fd00::1]:51821', allowedIps: ['10.1.0.0/16'] },
  ],
}

async function tunnel(t: Test): Promise<{ there: Place, wg0: Wireguard }> {
  const there = await place(t)
  return { there, wg0: await Wireguard.create({ netns: there.netns, name: 'wg0' }) }
}

async function bothWays(t: Test): Promise<void> {
  const { there, wg0 } = await tunnel(t)
  await wg0.configure(config)
  const shown = wg(there, 'showconf', 'wg0')
  t.equal(shown, `[Interface]\nListenPort = 51820\nFwMark = 0x1234\nPrivateKey = ${privateKey}\n\n` +
    `[Peer]\nPublicKey = ${first}\nPresharedKey = ${presharedKey}\nAllowedIPs = 10.0.0.0/24, fd00::/64\nEndpoint = 10.0.0.1:51820\nPersistentKeepalive = 25\n\n` +
    `[Peer]\nPublicKey = ${second}\nAllowedIPs = 10.1.0.0/16\nEndpoint = [fd00::1]:51821\n`)
  t.equal((await wg0.device()).publicKey, wg(there, 'show', 'wg0', 'public-key').trim())

  // Read by the one and set by the other, each way round.
  const wg1 = await Wireguard.create({ netns: there.netns, name: 'wg1' })
  writeFileSync('/run/wg1.conf', shown)
  wg(there, 'setconf', 'wg1', '/run/wg1.conf')
  t.same(await wg1.device({ secrets: true }), await wg0.device({ secrets: true }))
  await wg1.configure({ replacePeers: true, privateKey: 'A'.repeat(43) + '=', fwmark: 0, peers: [] })
  t.same(await wg1.device({ secrets: true }), { listenPort: 51820, fwmark: 0, peers: [] })
  await wg1.configure(await wg0.device({ secrets: true }))
  t.equal(wg(there, 'showconf', 'wg1'), shown)
}

async function secrets(t: Test): Promise<void> {
  const { wg0 } = await tunnel(t)
  await wg0.configure(config)
  const { privateKey: own, peers } = await wg0.device()
  t.equal(own, undefined)
  t.same(peers.map(({ presharedKey, hasPresharedKey }) => [presharedKey, hasPresharedKey]), [[undefined, true], [undefined, false]])
  t.equal((await wg0.device({ secrets: true })).peers[0]?.presharedKey, presharedKey)
}

async function changes(t: Test): Promise<void> {
  const { there, wg0 } = await tunnel(t)
  await wg0.configure(config)
  const ips = async (publicKey: string) => (await wg0.device()).peers.find((peer) => peer.publicKey === publicKey)?.allowedIps
  await wg0.configure({ peers: [{ publicKey: second, allowedIps: ['10.2.0.0/16'] }] })
  t.same((await ips(second))?.sort(), ['10.1.0.0/16', '10.2.0.0/16'], 'added')
  await wg0.configure({ peers: [{ publicKey: second, allowedIps: ['10.0.0.0/24'], replaceAllowedIps: true }] })
  t.same(await ips(second), ['10.0.0.0/24'], 'moved here')
  t.same(await ips(first), ['fd00::/64'])
  await wg0.configure({ peers: [{ publicKey: first, remove: true }, { publicKey: privateKey, updateOnly: true, persistentKeepalive: 5 }] })
  t.equal(wg(there, 'show', 'wg0', 'peers').trim(), second)
  await wg0.configure({ peers: [{ publicKey: second, endpoint: '[fe80::1%wg0]:5' }] })
  t.equal((await wg0.device()).peers[0]?.endpoint, `[fe80::1%${wg0.index}]:5`)
  t.match(await reason(wg0.configure({ peers: [{ publicKey: second, endpoint: '[fe80::1%nosuch]:5' }] })), { code: 'ENODEV', target: 'nosuch' })
}

async function thousands(t: Test): Promise<void> {
  const { there, wg0 } = await tunnel(t)
  const peers = Array.from({ length: 300 }, (_, n) => ({ publicKey: Wireguard.generatePresharedKey(), allowedIps: [`10.${n >> 8}.${n & 255}.0/24`] }))
  const large = { publicKey: second, allowedIps: Array.from({ length: 1500 }, (_, n) => `fd00:${n.toString(16)}::/32`) }
  await wg0.configure({ peers: [...peers, large] })
  t.equal(wg(there, 'show', 'wg0', 'peers').trim().split('\n').length, 301)
  const read = new Map((await wg0.device()).peers.map(({ publicKey, allowedIps }) => [publicKey, allowedIps]))
  t.equal(read.size, 301)
  t.same(read.get(second)?.sort(), large.allowedIps.map((ip) => ip.replace('fd00:0::', 'fd00::')).sort(), 'continued in several messages')
  t.same(peers.map(({ publicKey }) => read.get(publicKey)), peers.map(({ allowedIps }) => allowedIps))
  await wg0.configure({ replacePeers: true })
  t.same((await wg0.device()).peers, [])
}

async function carries(t: Test): Promise<void> {
  const [red, blue] = [(await place(t)).netns, (await place(t)).netns]
  await Veth.create({ netns: red, name: 'eth0', addresses: ['192.0.2.1/24'], up: true, peer: { netns: blue, name: 'eth0', addresses: ['192.0.2.2/24'], up: true } })
  const keys = [Wireguard.generateKey(), Wireguard.generateKey()] as const
  const end = async (netns: Netns, n: 1 | 2, mine: string, theirs: string) => {
    const link = await Wireguard.create({ netns, name: 'wg0', addresses: [`10.9.0.${n}/24`], up: true })
    await link.configure({ privateKey: mine, listenPort: 51820,
      peers: [{ publicKey: Wireguard.publicKey(theirs), endpoint: `192.0.2.${3 - n}:51820`, allowedIps: [`10.9.0.${3 - n}`] }] })
    return link
  }
  const [near] = await Promise.all([end(red, 1, keys[0], keys[1]), end(blue, 2, keys[1], keys[0])])
  t.equal((await red.ping('10.9.0.2', { timeout: 20_000 })).received, 1)
  const [peer] = (await near.device()).peers
  t.ok(peer && peer.rxBytes > 0 && peer.txBytes > 0)
  t.ok(peer?.lastHandshake && Math.abs(peer.lastHandshake.getTime() - Date.now()) < 600_000)
}

await t.test('wireguard: configured by us, read by wg(8), and the reverse', { skip: skipUnlessKind('wireguard') }, async (t) => {
  await t.test('both ways', bothWays)
  await t.test('secrets', secrets)
  await t.test('changes', changes)
  await t.test('thousands', thousands)
  await t.test('a tunnel', carries)
})

await t.test('without the family', { skip: skipUnlessKind('wireguard') === false ? 'kernel has WireGuard' : false }, async (t) => {
  const link = new Wireguard(Netns.current(), 1, 'lo', 'wireguard')
  t.match(await reason(link.device()), { code: 'ENOENT', request: 'CTRL_CMD_GETFAMILY', target: 'wireguard', message: /the kernel lacks the generic netlink family wireguard \(module wireguard\)/ })
  t.match(await reason(link.configure(config)), { code: 'ENOENT' })
  t.not(await reason(link.device()), await reason(link.device()), 'asked for again')
})

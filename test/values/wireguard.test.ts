// WireGuard's keys and endpoints as text, and how a large configuration becomes messages.
import t from 'tap'
import { Wireguard } from '../../lib/index.ts'
import { messagesOf, planConfig } from '../../lib/wireguard/config.ts'
import { endpointOf, endpointText, withScope } from '../../lib/wireguard/endpoint.ts'
import { keyBytes, keyText } from '../../lib/wireguard/keys.ts'
import { refusal } from './refusal.ts'

t.test('keys', async (t) => {
  const alice = 'yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk='
  t.ok(keyBytes(Wireguard.generateKey(), 'key').length === 32)
  t.equal(Wireguard.publicKey(alice), 'HIgo9xNzJMWLKASShiTqIybxZ0U3wGLiUeJ1PKf8ykw=', 'as wg pubkey has it')
  t.equal(keyText(keyBytes(alice, 'key')), alice)
  const keys = Array.from({ length: 50 }, () => keyBytes(Wireguard.generateKey(), 'key'))
  t.ok(keys.every((key) => ((key[0] ?? 0) & 7) === 0 && ((key[31] ?? 0) & 0xc0) === 0x40), 'clamped')
  t.equal(new Set(keys.map(keyText)).size, 50)
  t.not(Wireguard.generatePresharedKey(), Wireguard.generatePresharedKey())
  for (const wrong of [undefined, null, 5, '', 'x', 'A'.repeat(44), `${alice.slice(0, 42)}l=`, `${alice} `, alice.replace('=', ''), `${alice}\0`, Buffer.alloc(32)]) {
    t.equal(refusal((path) => keyBytes(wrong, path)).argument, 'here', String(wrong))
  }
})

t.test('endpoints', async (t) => {
  for (const text of ['10.0.0.1:51820', '[fd00::1]:1', '[fe80::1%7]:65535', '[::ffff:10.0.0.1]:80']) t.equal(endpointText(endpointOf(text, 'endpoint').sockaddr), text)
  const { sockaddr, zone } = endpointOf('[fe80::1%eth0]:51820', 'endpoint')
  t.equal(zone, 'eth0')
  t.equal(endpointText(withScope(sockaddr, 9)), '[fe80::1%9]:51820')
  t.equal(Buffer.from(endpointOf('10.0.0.1:51820', 'endpoint').sockaddr).toString('hex'), '0200ca6c0a0000010000000000000000')
  t.equal(endpointText(new Uint8Array(5)), undefined)
  for (const wrong of ['', '10.0.0.1', '10.0.0.1:0', '10.0.0.1:65536', '10.0.0.1:1e1', 'fd00::1:51820', '[10.0.0.1]:5', '[fd00::1]', '[fd00::1]:', 'localhost:5', '[fe80::1%]:5',
    '[fe80::1%4294967297]:5', ' 10.0.0.1:5', '10.0.0.1:5 ', '10.0.0.1%eth0:5', 5, null, {}]) {
    t.equal(refusal((path) => endpointOf(wrong, path)).argument, 'here', String(wrong))
  }
})

const key = (n: number): string => keyText(Uint8Array.from({ length: 32 }, (_, at) => n >> (at * 8 % 32) & 255))

t.test('large configurations are split', async (t) => {
  const many = Array.from({ length: 1500 }, (_, n) => ({ publicKey: key(n), allowedIps: [`10.${n >> 8}.${n & 255}.0/24`], replaceAllowedIps: true }))
  const one = { publicKey: key(5000), endpoint: '10.0.0.1:5', allowedIps: Array.from({ length: 3000 }, (_, n) => `fd00:${n.toString(16)}::/32`) }
  const { device, peers } = planConfig({ listenPort: 7, replacePeers: true, peers: [...many, one] })
  const messages = [...messagesOf(device, peers, 9)]
  t.ok(messages.length > 10)
  t.same(messages.map(({ ifindex }) => ifindex), messages.map(() => 9))
  t.match(messages[0], { listenPort: 7, flags: ['replace_peers'] })
  t.ok(messages.slice(1).every((message) => Object.keys(message).join() === 'ifindex,peers'), 'said once')
  const pieces = messages.flatMap((message) => message.peers ?? [])
  t.equal(pieces.length, 1500 + Math.ceil(3000 / 497))
  const last = pieces.slice(1500)
  t.ok(last.slice(1).every((piece) => Object.keys(piece).join() === 'publicKey,allowedips'), 'a continued peer is its key and networks')
  t.same(last.flatMap(({ allowedips = [] }) => allowedips).length, 3000)
  t.same([...messagesOf({}, [], 9)], [{ ifindex: 9 }])
})

t.test('what is shown is passed over, what nobody knows is refused', async (t) => {
  t.same(planConfig({ publicKey: key(1), peers: [{ publicKey: key(2), rxBytes: 5, hasPresharedKey: true }] } as never).peers.length, 1)
  t.equal(refusal(() => planConfig({ peers: [{ publicKey: key(2), nosuch: 5 }] })).argument, 'config.peers[0]')
})

// The library's methods against ethtool(8) and wg(8): the same wish has to be the same request, but that the link is meant by its
// index. Compared as objects, since attributes may stand in another order.

import '../sandbox.ts'
import t from 'tap'
import { Link, Netns, Wireguard } from '../../lib/index.ts'
import { comparer, type Value } from './compare.ts'

const host = Netns.current()
const compare = comparer([host])

// ethtool(8) names the link, and wants answers short, which are then read by the names of bits that it asked for before.
const byIndex = (ip: Value): Value => ({ ...ip, header: { devIndex: 3 } })
const { ethtool } = new Link(host, 3, 'v0', '')

t.test('ethtool', compare([
  ['ethtool -K v0 tx-udp-segmentation off rx-gro on', async () => ethtool.setFeatures({ 'tx-udp-segmentation': false, 'rx-gro': true }), byIndex],
  ['ethtool -k v0', async () => ethtool.features(), byIndex],
  ['ethtool -s t0 speed 100 duplex half autoneg off', async () => ethtool.set('linkmodes', { speed: 100, duplex: 'half', autoneg: false }), byIndex],
  ['ethtool -s t0 lanes 4 speed 1000', async () => ethtool.set('linkmodes', { lanes: 4, speed: 1000 }), byIndex],
  ['ethtool -s t0 master-slave preferred-master', async () => ethtool.set('linkmodes', { masterSlaveCfg: 'master_preferred' }), byIndex],
  ['ethtool -s t0 mdix on phyad 3', async () => ethtool.set('linkinfo', { tpMdixCtrl: 'mdi_x', phyaddr: 3 }), byIndex],
  ['ethtool -s t0 msglvl link on drv off', async () => ethtool.set('debug', { msgmask: { link: true, drv: false } }), byIndex],
  ['ethtool -G v0 rx 512 rx-mini 16 rx-jumbo 32 tx 256', async () => ethtool.set('rings', { rx: 512, rxMini: 16, rxJumbo: 32, tx: 256 }), byIndex],
  ['ethtool -G v0 rx-buf-len 2048 cqe-size 64 tx-push on', async () => ethtool.set('rings', { rxBufLen: 2048, cqeSize: 64, txPush: true }), byIndex],
  ['ethtool -L v0 rx 2 tx 1', async () => ethtool.set('channels', { rxCount: 2, txCount: 1 }), byIndex],
  ['ethtool -L v0 combined 4 other 1', async () => ethtool.set('channels', { combinedCount: 4, otherCount: 1 }), byIndex],
  ['ethtool -C t0 rx-frames 16', async () => ethtool.set('coalesce', { rxMaxFrames: 16 }), byIndex],
  ['ethtool -I -a v0', async () => ethtool.get('pause', { stats: true }), (ip) => ({ ...ip, header: { devIndex: 3, flags: ['stats'] } })],
  ['ethtool -A v0 autoneg on rx on tx off', async () => ethtool.set('pause', { autoneg: true, rx: true, tx: false }), byIndex],
  ['ethtool --set-module v0 power-mode-policy auto', async () => ethtool.set('module', { powerModePolicy: 'auto' }), byIndex],
  ['ethtool --show-priv-flags v0', async () => ethtool.get('privflags'), byIndex],
]))

const wg0 = new Wireguard(host, 2, 'wg0', 'wireguard')
const named = ({ ifname, ...ip }: Value): Value => ({ ...ip, ifindex: 2 })
const privateKey = 'yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk='
const presharedKey = 'FpCyhws9cxwWoV4xELtfJvjJN+zQVRPISllRWgeopVE='
const [first, second] = ['xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=', 'TrMvSoP4jYQlY6RIzBgbssQqY3vxI2Pi+y71lOWWXX0=']

t.test('wireguard', compare([
  ['wg set wg0 listen-port 51820 fwmark 0x1234 private-key /run/private', async () => wg0.configure({ listenPort: 51820, fwmark: 0x1234, privateKey }), named],
  [`wg set wg0 peer ${first} preshared-key /run/psk endpoint 10.0.0.1:51820 persistent-keepalive 25 allowed-ips 10.0.0.0/24,fd00::/64`,
    async () => wg0.configure({ peers: [{ publicKey: first, presharedKey, endpoint: '10.0.0.1:51820', persistentKeepalive: 25, allowedIps: ['10.0.0.0/24', 'fd00::/64'], replaceAllowedIps: true }] }), named],
  [`wg set wg0 peer ${second} endpoint [fd00::1]:51821 allowed-ips 10.1.0.0/16`,
    async () => wg0.configure({ peers: [{ publicKey: second, endpoint: '[fd00::1]:51821', allowedIps: ['10.1.0.0/16'], replaceAllowedIps: true }] }), named],
  [`wg set wg0 peer ${second} endpoint [fe80::1%lo]:51822 persistent-keepalive off`,
    async () => wg0.configure({ peers: [{ publicKey: second, endpoint: '[fe80::1%1]:51822', persistentKeepalive: 0 }] }), named],
  [`wg set wg0 peer ${second} remove`, async () => wg0.configure({ peers: [{ publicKey: second, remove: true }] }), named],
  // addconf says the same without taking the other peers away.
  ['wg setconf wg1 /run/conf', async () => wg0.configure({ privateKey, listenPort: 1000, fwmark: 0, replacePeers: true, peers: [{ publicKey: first, allowedIps: ['10.3.0.0/16'], replaceAllowedIps: true }] }), named],
  ['wg set wg1 private-key /dev/null', async () => wg0.configure({ privateKey: `${'A'.repeat(43)}=` }), named],
]))

t.test('wg show', compare([
  ['wg show wg0', async () => wg0.device(), named],
]))

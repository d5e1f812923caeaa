// What WireGuard is told: checked, put into the kernel's form, and split into messages, since neither a message nor an attribute
// has room for thousands of peers or of their addresses.

import { type Netns } from '../netns.ts'
import { type genericMessages } from '../schema/generic.ts'
import { type Input } from '../schema/dsl.ts'
import { array, boolean, integer, networkPrefix, snapshot } from '../values.ts'
import { endpointOf, type PlannedEndpoint } from './endpoint.ts'
import { keyBytes } from './keys.ts'

/** One peer. What is not named stays as it is; a peer that is not there yet is added. */
export interface WireguardPeerOptions {
  /** By which it is known: base64 of 32 bytes. */
  publicKey: string
  /** The key of 32 zeros is none. */
  presharedKey?: string | undefined
  /** '10.0.0.1:51820', '[fd00::1]:51820'; `%eth0` behind an address is a link in the namespace that the packets travel in. */
  endpoint?: string | undefined
  /** Seconds between packets that keep a firewall's memory alive, 0 to 65535; 0: none. */
  persistentKeepalive?: number | undefined
  /** Networks that are behind it, such as '10.0.0.0/24', added to those it has; one that another peer has moves here. */
  allowedIps?: readonly string[] | undefined
  /** Forgets those it has first: `wg set` always does. Default false. */
  replaceAllowedIps?: boolean | undefined
  /** Removes the peer. Default false. */
  remove?: boolean | undefined
  /** Changes it only if it is there. Default false. */
  updateOnly?: boolean | undefined
}

/** What a WireGuard link is set to. What is not named stays as it is. */
export interface WireguardConfig {
  /** The key of 32 zeros removes it. */
  privateKey?: string | undefined
  /** 0: the kernel chooses one. */
  listenPort?: number | undefined
  /** Of its encrypted packets; 0: none. */
  fwmark?: number | undefined
  /** Removes all peers that there are before those of `peers` are added. Default false. */
  replacePeers?: boolean | undefined
  peers?: readonly WireguardPeerOptions[] | undefined
  /** Where links in endpoints are looked up: the namespace that its packets travel in. Default: the one that the link is in. */
  linkNetns?: Netns | undefined
}

export type DeviceMessage = Input<typeof genericMessages.wireguard>
type Peer = NonNullable<DeviceMessage['peers']>[number]
type AllowedIp = NonNullable<Peer['allowedips']>[number]

/** A peer whose endpoint's link may have to be looked up yet. */
export interface PlannedPeer {
  readonly peer: Peer
  readonly allowedIps: readonly AllowedIp[]
  readonly endpoint?: PlannedEndpoint | undefined
}

export interface Plan {
  readonly device: DeviceMessage
  readonly peers: readonly PlannedPeer[]
  readonly linkNetns: unknown
}

/** What is only shown, and passed over here so that what `device` returns can be handed in again. */
const shownOfPeers = ['rxBytes', 'txBytes', 'lastHandshake', 'protocolVersion', 'hasPresharedKey']
const peerNames = new Set(['publicKey', 'presharedKey', 'endpoint', 'persistentKeepalive', 'allowedIps', 'replaceAllowedIps', 'remove', 'updateOnly', ...shownOfPeers])
const names = new Set(['privateKey', 'listenPort', 'fwmark', 'replacePeers', 'peers', 'linkNetns', 'publicKey'])

function allowedIp(text: unknown, path: string): AllowedIp {
  const { bytes, length, family } = networkPrefix(text, path)
  return { family: family === 4 ? 'inet' : 'inet6', ipaddr: bytes, cidrMask: length }
}

function flagsOf(given: { readonly [name: string]: unknown }, words: readonly (readonly [name: string, flag: string])[], path: string): { flags?: string[] } {
  const flags = words.filter(([name]) => given[name] !== undefined && boolean(given[name], `${path}.${name}`)).map(([, flag]) => flag)
  return flags.length > 0 ? { flags } : {}
}

const peerFlags = [['remove', 'remove_me'], ['replaceAllowedIps', 'replace_allowedips'], ['updateOnly', 'update_only']] as const

function planPeer(options: unknown, path: string): PlannedPeer {
  const given = snapshot<WireguardPeerOptions>(options, peerNames, path)
  const { presharedKey, persistentKeepalive, allowedIps = [] } = given
  const peer: Peer = {
    publicKey: keyBytes(given.publicKey, `${path}.publicKey`),
    ...(presharedKey === undefined ? {} : { presharedKey: keyBytes(presharedKey, `${path}.presharedKey`) }),
    ...flagsOf(given, peerFlags, path),
    ...(persistentKeepalive === undefined ? {} : { persistentKeepaliveInterval: integer(persistentKeepalive, 0, 65535, `${path}.persistentKeepalive`) }),
  }
  const endpoint = given.endpoint === undefined ? undefined : endpointOf(given.endpoint, `${path}.endpoint`)
  return { peer, endpoint, allowedIps: array(allowedIps, `${path}.allowedIps`).map((one, at) => allowedIp(one, `${path}.allowedIps[${at}]`)) }
}

export function planConfig(config: unknown): Plan {
  const given = snapshot<WireguardConfig>(config, names, 'config')
  const { privateKey, listenPort, fwmark, peers = [] } = given
  const device: DeviceMessage = {
    ...(privateKey === undefined ? {} : { privateKey: keyBytes(privateKey, 'config.privateKey') }),
    ...flagsOf(given, [['replacePeers', 'replace_peers']], 'config'),
    ...(listenPort === undefined ? {} : { listenPort: integer(listenPort, 0, 65535, 'config.listenPort') }),
    ...(fwmark === undefined ? {} : { fwmark: integer(fwmark, 0, 0xffff_ffff, 'config.fwmark') }),
  }
  return { device, peers: array(peers, 'config.peers').map((one, at) => planPeer(one, `config.peers[${at}]`)), linkNetns: given.linkNetns }
}

// Bytes, generously: what a peer and one of its networks take at most, and how much of them goes into one message.
const peerCost = 144
const ipCost = 48
const room = 24_000

/** A peer in pieces: only the first has more than the key and some of the networks. */
function* piecesOf({ peer, allowedIps }: PlannedPeer): Generator<Peer> {
  const each = Math.floor((room - peerCost) / ipCost)
  yield allowedIps.length > 0 ? { ...peer, allowedips: allowedIps.slice(0, each) } : peer
  for (let at = each; at < allowedIps.length; at += each) yield { publicKey: peer.publicKey, allowedips: allowedIps.slice(at, at + each) }
}

/** The messages, which have to be sent one after the other. */
export function* messagesOf(device: DeviceMessage, peers: readonly PlannedPeer[], ifindex: number): Generator<DeviceMessage> {
  let message: DeviceMessage = { ifindex, ...device }
  let gathered: Peer[] = []
  let left = room
  for (const piece of peers.flatMap((one) => [...piecesOf(one)])) {
    const cost = peerCost + (piece.allowedips?.length ?? 0) * ipCost
    if (cost > left) {
      yield { ...message, peers: gathered }
      message = { ifindex }
      gathered = []
      left = room
    }
    gathered.push(piece)
    left -= cost
  }
  yield gathered.length > 0 ? { ...message, peers: gathered } : message
}

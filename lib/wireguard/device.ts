// A WireGuard link's keys and peers, read and set over generic netlink. The link itself is lib/kinds/wireguard.ts.

import { askAll, generic, tell } from '../genl/request.ts'
import { innerOf } from '../inner.ts'
import { type Link } from '../link.ts'
import { indexOf } from '../link-options.ts'
import { type Netns } from '../netns.ts'
import { type Infer } from '../schema/dsl.ts'
import { genericMessages } from '../schema/generic.ts'
import { boolean, formatPrefix, snapshot } from '../values.ts'
import { messagesOf, planConfig, type Plan, type PlannedPeer, type WireguardConfig } from './config.ts'
import { endpointText, withScope } from './endpoint.ts'
import { isNoKey, keyText } from './keys.ts'

const getDevice = generic('wireguard', 'WG_CMD_GET_DEVICE', genericMessages.wireguard, ['NLM_F_DUMP'])
const setDevice = generic('wireguard', 'WG_CMD_SET_DEVICE', genericMessages.wireguard)

/** What is known of a peer. */
export interface WireguardPeer {
  publicKey: string
  /** With `secrets: true` only. */
  presharedKey?: string
  hasPresharedKey: boolean
  /** Where it was last heard from, or was said to be. */
  endpoint?: string
  /** Seconds; 0: off. */
  persistentKeepalive: number
  /** Absent before the first handshake. */
  lastHandshake?: Date
  rxBytes: number
  txBytes: number
  allowedIps: string[]
  protocolVersion?: number
}

/** What is known of a WireGuard link. `configure` takes it again. */
export interface WireguardDevice {
  /** With `secrets: true` only. */
  privateKey?: string
  /** Absent without a private key. */
  publicKey?: string
  listenPort: number
  /** 0: none. */
  fwmark: number
  peers: WireguardPeer[]
}

type RawDevice = Infer<typeof genericMessages.wireguard>
type RawPeer = NonNullable<RawDevice['peers']>[number]

/** In milliseconds of the epoch; the kernel's zero is never. */
function timeOf({ sec, nsec }: { sec: number, nsec: number }): Date | undefined {
  return sec === 0 && nsec === 0 ? undefined : new Date(sec * 1000 + nsec / 1e6)
}

function keyOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes === undefined || isNoKey(bytes) ? undefined : keyText(bytes)
}

function peerOf(raw: RawPeer, secrets: boolean): WireguardPeer {
  const presharedKey = keyOf(raw.presharedKey)
  const endpoint = raw.endpoint && endpointText(raw.endpoint)
  const lastHandshake = raw.lastHandshakeTime && timeOf(raw.lastHandshakeTime)
  return {
    publicKey: keyText(raw.publicKey ?? new Uint8Array()),
    ...(secrets && presharedKey !== undefined ? { presharedKey } : {}), hasPresharedKey: presharedKey !== undefined,
    ...(endpoint === undefined ? {} : { endpoint }), persistentKeepalive: raw.persistentKeepaliveInterval ?? 0,
    ...(lastHandshake ? { lastHandshake } : {}), rxBytes: raw.rxBytes ?? 0, txBytes: raw.txBytes ?? 0, allowedIps: ipsOf(raw),
    ...(raw.protocolVersion === undefined ? {} : { protocolVersion: raw.protocolVersion }),
  }
}

const ipsOf = ({ allowedips = [] }: RawPeer): string[] => allowedips.map(({ ipaddr = new Uint8Array(4), cidrMask = 0 }) => formatPrefix(ipaddr, cidrMask))

/** A peer that did not fit is continued in the next message: its key again, and the rest of its networks. */
function peersOf(messages: readonly RawDevice[], secrets: boolean): WireguardPeer[] {
  const peers: WireguardPeer[] = []
  for (const raw of messages.flatMap(({ peers: some = [] }) => some)) {
    const last = peers.at(-1)
    if (last && raw.publicKey && last.publicKey === keyText(raw.publicKey)) last.allowedIps.push(...ipsOf(raw))
    else peers.push(peerOf(raw, secrets))
  }
  return peers
}

export async function readDevice(link: Link, options: { secrets?: boolean }): Promise<WireguardDevice> {
  const { secrets = false } = snapshot<{ secrets?: boolean }>(options, new Set(['secrets']), 'options')
  const wanted = boolean(secrets, 'options.secrets')
  const messages = await askAll(link.netns, getDevice, { ifindex: link.index }, { target: link.name })
  const { privateKey, publicKey, listenPort = 0, fwmark = 0 } = messages[0] ?? {}
  const [own, known] = [keyOf(privateKey), keyOf(publicKey)]
  return {
    ...(wanted && own !== undefined ? { privateKey: own } : {}), ...(known === undefined ? {} : { publicKey: known }),
    listenPort, fwmark, peers: peersOf(messages, wanted),
  }
}

async function withEndpoint(netns: Netns, planned: PlannedPeer): Promise<PlannedPeer> {
  const { endpoint, peer } = planned
  if (!endpoint) return planned
  const sockaddr = endpoint.zone === undefined ? endpoint.sockaddr : withScope(endpoint.sockaddr, await indexOf(netns, endpoint.zone, 'config.peers'))
  return { ...planned, peer: { ...peer, endpoint: sockaddr } }
}

function underlay({ linkNetns }: Plan, link: Link): Netns {
  if (linkNetns === undefined) return link.netns
  innerOf(linkNetns, 'config.linkNetns')
  return linkNetns as Netns
}

/** One message after the other, as a peer may be continued in the next; the first refusal ends it. */
export async function configureDevice(link: Link, config: WireguardConfig): Promise<void> {
  const plan = planConfig(config)
  const netns = underlay(plan, link)
  const peers = await Promise.all(plan.peers.map(async (peer) => withEndpoint(netns, peer)))
  for (const message of messagesOf(plan.device, peers, link.index)) await tell(link.netns, setDevice, message, { target: link.name })
}

// What the compiler has to refuse of WireGuard's keys and peers. Checked by tsc; nothing calls this function.
import { type Wireguard, type WireguardPeer } from '../../lib/index.ts'
import { same } from './same.ts'

export async function device(wg0: Wireguard): Promise<void> {
  const { peers, privateKey, listenPort } = await wg0.device({ secrets: true })
  same<typeof privateKey, string | undefined>(true)
  same<typeof listenPort, number>(true)
  same<typeof peers, WireguardPeer[]>(true)
  await wg0.configure(await wg0.device())
  await wg0.configure({ peers: [{ publicKey: 'x', allowedIps: ['10.0.0.0/24'], endpoint: '10.0.0.1:5' }] })
  // @ts-expect-error: a peer is known by its key
  await wg0.configure({ peers: [{ allowedIps: [] }] })
  // @ts-expect-error
  await wg0.configure({ peers: [{ publicKey: new Uint8Array(32) }] })
  // @ts-expect-error
  await wg0.configure({ port: 51820 })
  // @ts-expect-error
  await wg0.device({ secret: true })
}

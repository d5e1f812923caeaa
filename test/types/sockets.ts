// What the compiler has to refuse of sockets inside a namespace, beside what it has to take. Checked by tsc; nothing calls it.
import { type Socket as UdpSocket } from 'node:dgram'
import { type Agent, type Server as HttpServer } from 'node:http'
import { type Agent as HttpsAgent } from 'node:https'
import { type Server, type Socket } from 'node:net'
import { type Netns } from '../../lib/index.ts'
import { same } from './same.ts'

export async function servers(netns: Netns, http: HttpServer): Promise<void> {
  const plain = await netns.listen()
  same<typeof plain, Server>(true)
  const given = await netns.listen({ server: http, host: '::', ipv6Only: true, backlog: 5 })
  same<typeof given, HttpServer>(true)
  await netns.listen({ path: '\0name', signal: AbortSignal.timeout(5) })
  // @ts-expect-error
  await netns.listen(8080)
  // @ts-expect-error
  await netns.listen({ port: '8080' })
  // @ts-expect-error
  await netns.listen({ server: {} })
  // @ts-expect-error
  await netns.listen({ hostname: '::1' })
}

export async function clients(netns: Netns): Promise<void> {
  const socket = await netns.connect({ port: 80, host: 'server', family: 6, timeout: 1000 })
  same<typeof socket, Socket>(true)
  // @ts-expect-error
  await netns.connect()
  // @ts-expect-error
  await netns.connect({ port: 80, family: 5 })
  // @ts-expect-error
  await netns.connect({ port: 80, timeout: '1s' })
  same<ReturnType<Netns['agent']>, Agent>(true)
  same<ReturnType<Netns['httpsAgent']>, HttpsAgent>(true)
  netns.agent({ keepAlive: true })
  // @ts-expect-error
  netns.agent({ keepalive: true })
}

export async function datagrams(netns: Netns): Promise<void> {
  const socket = await netns.udp({ type: 'udp6', groups: ['ff15::1%eth0'] })
  same<typeof socket, UdpSocket>(true)
  // @ts-expect-error
  await netns.udp({ type: 'udp' })
  // @ts-expect-error
  await netns.udp({ groups: '239.1.2.3' })
}

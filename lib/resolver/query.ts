// One question to the servers of resolv.conf(5), from sockets inside the namespace: over UDP, and over TCP where the answer
// did not fit. Every question has a socket of its own, and with it a port and a number that nobody can foresee.

import { randomInt } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { type Netns } from '../netns.ts'
import { connect } from '../sockets/connect.ts'
import { endpoint } from '../sockets/endpoint.ts'
import { adopted, AF_INET, openSocket, SOCK_DGRAM } from '../sockets/open.ts'
import { orAborted, patiently } from '../sockets/patience.ts'
import { decodeAnswer, encodeQuestion, type AddressType, type Answer, type Question } from './message.ts'
import { type ResolverSettings } from './resolv-conf.ts'

const PORT = 53
const idRange = 1 << 16

/** `failure` where no server could say, or none answered; rejects only with the signal's reason and for want of a socket. */
export async function query(netns: Netns, name: string, type: AddressType, settings: ResolverSettings, signal: AbortSignal): Promise<Answer> {
  const { servers, timeout, attempts } = settings
  const first = settings.rotate ? randomInt(servers.length) : 0
  let last: Answer = { kind: 'failure', rcode: 2 }
  for (let turn = 0; turn < attempts * servers.length; turn++) {
    const server = servers[(first + turn) % servers.length] ?? ''
    const answer = await orNothing(signal, async () => patiently(async (own) => ask(netns, server, name, type, settings.tcp, own), signal, timeout * 1000, late))
    if (answer && answer.kind !== 'failure') return answer
    if (answer) last = answer
  }
  return last
}

const late = (): Error => Object.assign(new Error('the server did not answer in time'), { code: 'ETIMEDOUT' })

/** What the network said against it is a reason to ask another server. */
const passing = new Set<unknown>(['ETIMEDOUT', 'ECONNREFUSED', 'ECONNRESET', 'ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL', 'ENODEV', 'EAFNOSUPPORT', 'EPIPE', 'EACCES', 'EPERM', 'ENETDOWN', 'EINVAL'])

async function orNothing<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof Error && 'code' in error && passing.has(error.code)) return undefined
    throw error
  }
}

async function ask(netns: Netns, server: string, name: string, type: AddressType, tcp: boolean, signal: AbortSignal): Promise<Answer> {
  const question: Question = { id: randomInt(idRange), name, type }
  const message = encodeQuestion(question)
  if (!message) return { kind: 'none' }
  const answer = tcp ? undefined : await overUdp(netns, server, question, message, signal)
  return answer && answer.kind !== 'truncated' ? answer : overTcp(netns, server, question, message, signal)
}

async function overUdp(netns: Netns, server: string, question: Question, message: Buffer, signal: AbortSignal): Promise<Answer> {
  const { family, address, device } = endpoint(server, 'server')
  const handle = await openSocket(netns, { family, type: SOCK_DGRAM, device })
  const socket = createSocket({ type: family === AF_INET ? 'udp4' : 'udp6' })
  try {
    adopted(handle, (fd) => socket.bind({ fd, exclusive: true }))
    return await orAborted<Answer>(signal, (resolve, reject) => {
      socket.on('error', reject)
      // Connected: the kernel lets nothing in that others sent.
      socket.on('message', (bytes) => {
        const answer = decodeAnswer(bytes, question)
        if (answer) resolve(answer)
      })
      // The error is passed to this callback, and to nobody else.
      socket.connect(PORT, address, (error?: Error) => {
        if (error || signal.aborted) reject(error ?? signal.reason)
        else socket.send(message)
      })
    })
  } finally {
    socket.close()
  }
}

async function overTcp(netns: Netns, server: string, question: Question, message: Buffer, signal: AbortSignal): Promise<Answer> {
  const socket = await connect(netns, { host: server, port: PORT, signal })
  const length = Buffer.alloc(2)
  length.writeUInt16BE(message.length)
  try {
    return await orAborted<Answer>(signal, (resolve, reject) => {
      let received = Buffer.alloc(0)
      socket.on('error', reject)
      socket.on('data', (bytes) => {
        received = Buffer.concat([received, bytes])
        if (received.length < 2 || received.length < 2 + received.readUInt16BE(0)) return
        resolve(decodeAnswer(received.subarray(2, 2 + received.readUInt16BE(0)), question) ?? { kind: 'failure', rcode: 1 })
      })
      // A server that will not go on is one that cannot say.
      socket.on('end', () => resolve({ kind: 'failure', rcode: 2 }))
      socket.write(Buffer.concat([length, message]))
    })
  } finally {
    socket.destroy()
  }
}

// What the methods of the library would send, without sending it: the methods of a namespace's connection are replaced for
// as long as a call takes. Not a fake kernel: answers are only as good as the call needs them.

import { innerOf } from '../../lib/inner.ts'
import { inspectMessage, inspectRequest } from '../../lib/inspect.ts'
import { type Netns } from '../../lib/index.ts'
import { requests, type Request } from '../../lib/protocol.ts'
import { flags } from '../../lib/schema/messages.ts'
import { complete } from './golden.ts'

/** A request as it would go out, read back from its bytes. */
export interface Sent {
  readonly name: string
  readonly flags: number
  readonly object: unknown
}

type Value = Parameters<typeof inspectRequest>[1]

function answerTo(request: Request): unknown {
  if (request === requests.newLink) return complete(request.message, { index: 3, link: 9 })
  if (request.type === requests.getNsid.type) return complete(request.message, { nsid: 0 })
  if (request.name.endsWith('NEXTHOP')) return complete(request.message, { id: 12 })
  return complete(request.message, { index: 3, ifname: 'eth0' })
}

/** Runs `call` and returns what it would have sent in these namespaces, in order; dumps answer with `listed`. */
export async function sentBy(namespaces: readonly Netns[], call: () => Promise<unknown>, listed: readonly unknown[] = []): Promise<Sent[]> {
  const sent: Sent[] = []
  const note = (request: Request, value: Value): void => {
    const bytes = inspectRequest(request, value)
    sent.push({ name: request.name, flags: Buffer.from(bytes).readUInt16LE(6), object: inspectMessage(request, bytes) })
  }
  const replaced = {
    ack: async (request: Request, value: Value) => note(request, value),
    post: async (request: Request, value: Value) => { note(request, value); return {} },
    deleteLink: async (index: number) => note(requests.deleteLink, { index }),
    reply: async (request: Request, value: Value) => {
      // The question for a family's number, which fixtures leave out.
      if (request.name === 'CTRL_CMD_GETFAMILY') return { familyId: 22 }
      note(request, value)
      // A rule comes back as it went.
      return request.name === 'RTM_NEWRULE' ? sent.at(-1)?.object : answerTo(request)
    },
    dump: async (request: Request, value: Value) => { note(request, value); return listed },
  }
  const connections = namespaces.flatMap((netns) => [innerOf(netns).connection, innerOf(netns).generic])
  for (const connection of connections) Object.assign(connection, replaced)
  try {
    await call()
  } finally {
    for (const connection of connections) for (const name of Object.keys(replaced)) Reflect.deleteProperty(connection, name)
  }
  return sent
}

/** What the transaction adds to each request, or asks back: not a part of what is wanted from the kernel. */
export const bookkeeping: number = flags.NLM_F_ACK | flags.NLM_F_ECHO

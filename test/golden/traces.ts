// What strace(1) wrote of a command, as netlink messages: what it sent, and what it received. strace runs with raw arguments
// and hexadecimal dumps of the buffers; messages that lie in one buffer are taken apart.

export interface Message {
  readonly sent: boolean
  /** Of NETLINK_ROUTE or of another: the number in <linux/netlink.h>. */
  readonly protocol: number
  readonly bytes: Buffer
}

const MSG_PEEK = 2
const AF_NETLINK = 16
const number = (text: string | undefined): number => Number(text?.trim() ?? NaN)

interface Call {
  readonly name: string
  readonly args: readonly string[]
  readonly result: string
  readonly data: number[]
}

/** Each call with the dump that follows it. A call that another process interrupts stands in two lines. */
function callsOf(text: string): Call[] {
  const calls: Call[] = []
  const begun = new Map<string, string>()
  for (const line of text.split('\n')) {
    const dump = /^ \| [0-9a-f]+ ((?: {1,2}[0-9a-f]{2}){1,16})/.exec(line)   // behind 16 bytes the same as text, which may look like more
    if (dump) calls.at(-1)?.data.push(...(dump[1] ?? '').trim().split(/ +/).map((byte) => parseInt(byte, 16)))
    const [, pid = '', rest = ''] = /^(\d+) +(.*)$/.exec(line) ?? []
    if (rest.endsWith('<unfinished ...>')) begun.set(pid, rest.replace('<unfinished ...>', ''))
    const whole = rest.replace(/^<\.\.\. \w+ resumed>/, () => begun.get(pid) ?? '')
    const call = /^(\w+)\((.*)\) += (.*)$/.exec(whole)
    if (call) calls.push({ name: call[1] ?? '', args: (call[2] ?? '').split(','), result: call[3] ?? '', data: [] })
  }
  return calls
}

function* pieces(data: Buffer): Generator<Buffer> {
  for (let at = 0; at + 16 <= data.length;) {
    const length = data.readUInt32LE(at)
    if (length < 16 || at + length > data.length) return
    yield data.subarray(at, at + length)
    at += (length + 3) & ~3
  }
}

export function messagesOf(text: string): Message[] {
  const protocols = new Map<number, number>()
  return callsOf(text).flatMap(({ name, args, result, data }) => {
    if (name === 'socket') {
      if (number(args[0]) === AF_NETLINK) protocols.set(parseInt(result), number(args[2]))
      else protocols.delete(parseInt(result))
      return []
    }
    const protocol = protocols.get(number(args[0]))
    const peeked = name === 'recvmsg' && (number(args[2]) & MSG_PEEK) !== 0
    if (protocol === undefined || peeked) return []
    return [...pieces(Buffer.from(data))].map((bytes) => ({ sent: name.startsWith('send'), protocol, bytes }))
  })
}

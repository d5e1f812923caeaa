// Captured commands as fixtures: for each message an entry as the lists of this folder have them, and for what the library does
// not declare the bytes with a comment that says so. Look-ups that tools make on their own account are marked, not left out.
import { inspect } from 'node:util'
import '../../lib/index.ts'   // the kinds register themselves
import { inspectMessage } from '../../lib/inspect.ts'
import { declare as declareRequest, request, type Request } from '../../lib/protocol.ts'
import { type AnySet } from '../../lib/schema/dsl.ts'
import { types, type MessageType } from '../../lib/schema/messages.ts'
import { flagNames, genericSetOf, messageLines, ordered, setOf, stripped, typeName } from './rendering.ts'
import { parse } from './tlv.ts'
import { messagesOf, type Message } from './traces.ts'

export interface Capture {
  readonly command: string
  readonly trace: string
  readonly output: string
  /** The command's exit status; empty where it did not come to its end. */
  readonly status: string
}

const NETLINK_ROUTE = 0
const NETLINK_GENERIC = 16
const GENL_ID_CTRL = 16
const firstType = 16

/** Requests by type and set: they have to be declared before the first message is read. */
const requests = new Map<AnySet, Map<number, Request>>()

function declare({ bytes, protocol }: Message, families: Map<number, string>): void {
  const type = bytes.readUInt16LE(4)
  const set = declarationOf(bytes, protocol, families)
  const name = typeName(type)
  if (!set || (protocol === NETLINK_ROUTE && !(name in types))) return
  const known = requests.get(set) ?? requests.set(set, new Map()).get(set)
  if (known?.has(type)) return
  known?.set(type, protocol === NETLINK_ROUTE ? request(name as MessageType, set) : declareRequest({ name, type, flags: 0, message: set, answer: set, skip: [] }))
}

function declarationOf(bytes: Buffer, protocol: number, families: Map<number, string>): AnySet | undefined {
  const type = bytes.readUInt16LE(4)
  if (protocol === NETLINK_GENERIC) return genericSetOf(families.get(type) ?? '', bytes)
  return protocol === NETLINK_ROUTE && type >= firstType ? setOf(bytes) : undefined
}

/** Names of generic netlink's families, from the answers to the question for them. */
function familiesOf(messages: readonly Message[]): Map<number, string> {
  const families = new Map<number, string>([[GENL_ID_CTRL, 'nlctrl']])
  for (const { bytes, protocol, sent } of messages) {
    if (sent || protocol !== NETLINK_GENERIC || bytes.readUInt16LE(4) !== GENL_ID_CTRL) continue
    let [id, name] = [0, '']
    for (let at = 20; at + 4 <= bytes.length; at += Math.max(4, (bytes.readUInt16LE(at) + 3) & ~3)) {
      const end = at + bytes.readUInt16LE(at)
      if (bytes.readUInt16LE(at + 2) === 1) id = bytes.readUInt16LE(at + 4)
      if (bytes.readUInt16LE(at + 2) === 2) name = bytes.toString('latin1', at + 4, end - 1)
    }
    families.set(id, name)
  }
  return families
}

/** ip(8) asks first whether the kernel knows RTM_NEWLINK. */
const isProbe = ({ bytes }: Message): boolean => bytes.readUInt16LE(4) === types.RTM_NEWLINK && bytes.length === 32 && bytes.readUInt32LE(8) === 0
const isQuestion = (bytes: Buffer): boolean => (bytes.readUInt16LE(4) & 3) === 2

/** What a reader has to know of a message before making a fixture of it. */
function remark({ bytes, protocol, sent }: Message, families: Map<number, string>): string {
  const type = bytes.readUInt16LE(4)
  if (!sent) return 'answer'
  if (protocol === NETLINK_GENERIC) return `generic: family ${families.get(type) ?? type}, command ${bytes[16]}, version ${bytes[17]}`
  if (protocol !== NETLINK_ROUTE) return `of netlink protocol ${protocol}`
  return isProbe({ bytes, protocol, sent }) ? 'probe' : ''
}

/** What it says, attributes in the order of the bytes; a text where it is not as declared. */
function decoded(set: AnySet, known: Request, bytes: Buffer): unknown {
  try {
    return ordered(parse(set, bytes.subarray(16)), stripped(set, inspectMessage(known, bytes)))
  } catch (error) {
    return String(error)
  }
}

function objectText(bytes: Buffer, set: AnySet | undefined): string {
  const known = set && requests.get(set)?.get(bytes.readUInt16LE(4))
  if (!set || !known) return '// the library declares no such message'
  const object = decoded(set, known, bytes)
  if (typeof object === 'string') return `// it cannot be read: ${object}`
  const text = inspect(object, { depth: null, breakLength: 130, compact: 6, maxArrayLength: null, maxStringLength: null, sorted: false })
  return `object: ${text.replaceAll('\n', '\n    ')},`
}

function entry(command: string, one: Message, note: string, families: Map<number, string>): string {
  const { bytes, protocol } = one
  const generic = protocol !== NETLINK_ROUTE
  const set = declarationOf(bytes, protocol, families)
  const names = flagNames(bytes, generic).map((name) => `'${name}'`).join(', ')
  const lines = messageLines(bytes, generic, set).join('\n')
  return [
    ...(note ? [`  // ${note}`] : []), '  {', `    command: ${inspect(command)},`,
    `    type: ${generic ? bytes.readUInt16LE(4) : inspect(typeName(bytes.readUInt16LE(4)))}, flags: [${names}],`, `    bytes: \`\n${lines}\n    \`,`,
    `    ${objectText(bytes, set)}`, '  },',
  ].join('\n')
}

/** What the command is about: neither a probe nor, where it does more than ask, a question. */
function essential(sent: readonly Message[]): readonly Message[] {
  const wanted = sent.filter((one) => !isProbe(one) && !(one.protocol === NETLINK_GENERIC && one.bytes.readUInt16LE(4) === GENL_ID_CTRL))
  const doing = wanted.filter(({ protocol, bytes }) => protocol !== NETLINK_ROUTE || !isQuestion(bytes))
  return doing.length > 0 ? doing : wanted
}

function heading({ command, status, output }: Capture): string {
  if (status === '0') return `  // $ ${command}`
  return `  // $ ${command}   -> ${status === '' ? 'never ended' : `exit status ${status}`}: ${output.replaceAll('\n', ' | ')}`
}

export interface Choice {
  /** Look-ups and probes too. */
  readonly all: boolean
  /** What the kernel answered too. */
  readonly answers: boolean
  /** One line for each message: command, type or generic netlink's family, hexadecimal bytes. */
  readonly hex: boolean
}

/** The text for all of them. */
export function entries(captures: readonly Capture[], { all, answers, hex }: Choice): string {
  const read = captures.map((capture) => ({ capture, messages: messagesOf(capture.trace).filter(({ bytes }) => bytes.readUInt16LE(4) >= firstType) }))
  const families = familiesOf(read.flatMap(({ messages }) => messages))
  for (const { messages } of read) for (const one of messages) declare(one, families)
  return read.map(({ capture, messages }) => {
    const sent = messages.filter((one) => one.sent)
    const kept = new Set(all ? sent : essential(sent))
    const wanted = messages.filter((one) => one.sent ? kept.has(one) : answers)
    if (hex) return wanted.map(({ bytes, protocol }) => `${capture.command}\t${protocol === NETLINK_ROUTE ? typeName(bytes.readUInt16LE(4)) : families.get(bytes.readUInt16LE(4)) ?? protocol}\t${Buffer.from(bytes).fill(0, 8, 16).toString('hex')}`).join('\n')
    return [heading(capture), ...wanted.map((one) => entry(capture.command, one, remark(one, families), families))].join('\n')
  }).join(hex ? '\n' : '\n\n')
}

// The messages of DNS (RFC 1035, 3596) as far as looking up addresses takes: one question out, one answer in. What does not
// answer the question that was asked, byte for byte, is not an answer.

export const types = { A: 1, CNAME: 5, AAAA: 28 } as const
export type AddressType = 'A' | 'AAAA'

const IN = 1
const headerBytes = 12
const longest = { label: 63, name: 255 }
const flags = { response: 0x8000, opcode: 0x7800, truncated: 0x0200, recursion: 0x0100, rcode: 0x000f }
const rcodes = { none: 0, nameError: 3 }

export interface Question { readonly id: number, readonly name: string, readonly type: AddressType }

/** `failure`: the server cannot say; another may. */
export type Answer = { kind: 'addresses', addresses: Uint8Array[] } | { kind: 'none' } | { kind: 'truncated' } | { kind: 'failure', rcode: number }

/** The name in wire format, or undefined for what is no name: an empty or a long label, or more than 255 bytes. */
export function nameBytes(name: string): Uint8Array | undefined {
  const parts: Uint8Array[] = []
  for (const label of name.split('.')) {
    const bytes = Buffer.from(label, 'latin1')
    if (bytes.length === 0 || bytes.length > longest.label) return undefined
    parts.push(Uint8Array.of(bytes.length), bytes)
  }
  const whole = Buffer.concat([...parts, Uint8Array.of(0)])
  return whole.length > longest.name ? undefined : whole
}

export function encodeQuestion({ id, name, type }: Question): Buffer | undefined {
  const owner = nameBytes(name)
  if (!owner) return undefined
  const message = Buffer.alloc(headerBytes + owner.length + 4)
  message.writeUInt16BE(id, 0)
  message.writeUInt16BE(flags.recursion, 2)
  message.writeUInt16BE(1, 4)
  message.set(owner, headerBytes)
  message.writeUInt16BE(types[type], headerBytes + owner.length)
  message.writeUInt16BE(IN, headerBytes + owner.length + 2)
  return message
}

/** What the message says to the question; undefined where it is not the answer to it, or cannot be read. */
export function decodeAnswer(message: Uint8Array, question: Question): Answer | undefined {
  try {
    return new Reader(message).answer(question)
  } catch (error) {
    if (error instanceof Unreadable) return undefined
    throw error
  }
}

class Unreadable extends Error {}

interface Entry { readonly owner: string, readonly type: number, readonly start: number, readonly end: number }

class Reader {
  readonly #bytes: Buffer
  #at = headerBytes

  constructor(message: Uint8Array) {
    this.#bytes = Buffer.from(message.buffer, message.byteOffset, message.byteLength)
    if (message.length < headerBytes) throw new Unreadable()
  }

  answer(question: Question): Answer | undefined {
    const bits = this.#bytes.readUInt16BE(2)
    const mine = this.#bytes.readUInt16BE(0) === question.id && (bits & flags.response) !== 0 && (bits & flags.opcode) === 0
    if (!mine || this.#bytes.readUInt16BE(4) !== 1 || !this.#repeats(question)) return undefined
    if ((bits & flags.truncated) !== 0) return { kind: 'truncated' }
    const rcode = bits & flags.rcode
    if (rcode === rcodes.nameError) return { kind: 'none' }
    if (rcode !== rcodes.none) return { kind: 'failure', rcode }
    const entries = Array.from({ length: this.#bytes.readUInt16BE(6) }, () => this.#entry())
    const addresses = this.#addresses(entries, question)
    return addresses.length > 0 ? { kind: 'addresses', addresses } : { kind: 'none' }
  }

  #repeats({ name, type }: Question): boolean {
    const owner = this.#name()
    return owner === name.toLowerCase() && this.#number() === types[type] && this.#number() === IN
  }

  #addresses(entries: readonly Entry[], { name, type }: Question): Uint8Array[] {
    const aliases = new Map<string, Entry>()
    for (const entry of entries) if (entry.type === types.CNAME) aliases.set(entry.owner, entry)
    let owner = name.toLowerCase()
    // Each alias is followed once, so that a circle of them comes to an end.
    for (let alias = aliases.get(owner); alias; alias = aliases.get(owner)) {
      aliases.delete(owner)
      this.#at = alias.start
      owner = this.#name()
      if (this.#at !== alias.end) throw new Unreadable()
    }
    const length = type === 'A' ? 4 : 16
    return entries.filter((entry) => entry.owner === owner && entry.type === types[type]).map(({ start, end }) => {
      if (end - start !== length) throw new Unreadable()
      return Uint8Array.from(this.#bytes.subarray(start, end))
    })
  }

  #entry(): Entry {
    const owner = this.#name()
    const [type, group] = [this.#number(), this.#number()]
    this.#at += 4  // how long it may be kept
    const length = this.#number()
    const start = this.#at
    const end = this.#at = start + length
    if (end > this.#bytes.length) throw new Unreadable()
    // Of another class it says nothing about this name.
    return { owner, type: group === IN ? type : -1, start, end }
  }

  #number(): number {
    if (this.#at + 2 > this.#bytes.length) throw new Unreadable()
    this.#at += 2
    return this.#bytes.readUInt16BE(this.#at - 2)
  }

  /** In lower case. A pointer leads to what came before it, and so to an end. */
  #name(): string {
    const labels: string[] = []
    let total = 1
    let behind = -1
    let before = this.#at
    for (let at = this.#at; ;) {
      const length = this.#byte(at)
      if (length === 0) {
        this.#at = behind < 0 ? at + 1 : behind
        return labels.join('.')
      }
      if (length >= 0xc0) {
        const target = (length & 0x3f) << 8 | this.#byte(at + 1)
        if (target >= before) throw new Unreadable()
        if (behind < 0) behind = at + 2
        at = before = target
        continue
      }
      total += length + 1
      if (length > longest.label || total > longest.name || at + 1 + length > this.#bytes.length) throw new Unreadable()
      // A dot within a label would read as two of them.
      const label = this.#bytes.toString('latin1', at + 1, at + 1 + length).toLowerCase()
      if (label.includes('.')) throw new Unreadable()
      labels.push(label)
      at += 1 + length
    }
  }

  #byte(at: number): number {
    const byte = this.#bytes[at]
    if (byte === undefined) throw new Unreadable()
    return byte
  }
}

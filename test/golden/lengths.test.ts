// What is wrong in a message and what is merely new: every attribute of every fixture with a wrong length is an error that
// names it, and an attribute that nobody knows changes nothing.

import t from 'tap'
import { inspectMessage } from '../../lib/inspect.ts'
import { Form, type AnySet, type Field } from '../../lib/schema/dsl.ts'
import { genericMessages } from '../../lib/schema/generic.ts'
import { messages } from '../../lib/schema/messages.ts'
import { type Case } from './golden.ts'
import { answered, requested } from './subjects.ts'
import { everywhere, message, parse, serialize, widthOf, type Content, type Tlv } from './tlv.ts'

const subjects = [...requested, ...answered]

/** Whether the declaration gives the attribute a length: texts, bytes and hardware addresses may have any, structs grow. */
function hasLength({ field, contents }: Tlv): boolean {
  if (!field || contents) return false
  const sized: readonly Field['form'][] = [Form.unsigned, Form.signed, Form.bigint, Form.lladdr, Form.bytes]
  return field.form === Form.ip || (sized.includes(field.form) && field.width > 0)
}

const read = ({ request }: Case, content: Content): unknown => inspectMessage(request, message(0, 0, serialize(content)))

/** The error that reading gives, as text; undefined when there is none. */
function complaint(one: Case, content: Content): string | undefined {
  try {
    read(one, content)
    return undefined
  } catch (error) {
    return error instanceof RangeError ? error.message : `no RangeError: ${String(error)}`
  }
}

t.test('a wrong length is an error with the path', async (t) => {
  const seen = new Map<AnySet, Set<string>>(Object.values({ ...messages, ...genericMessages }).map((set) => [set, new Set<string>()]))
  for (const { set, name, cases } of subjects) {
    for (const one of cases) {
      for (const { path, tlv, replace } of everywhere(parse(set, one.bytes.subarray(16)))) {
        if (!hasLength(tlv)) continue
        seen.get(set)?.add(path.replace(/\[\d+\]/, '[]'))
        for (const payload of [tlv.payload.subarray(1), Buffer.concat([tlv.payload, Buffer.alloc(1)]), new Uint8Array()]) {
          const said = complaint(one, replace({ ...tlv, payload }))
          const wanted = `${path}: ${payload.length} bytes where `
          if (!said?.startsWith(wanted)) t.fail(`${name}, ${one.fixture.command}: '${said}' instead of '${wanted}'`)
        }
      }
    }
  }
  for (const [set, paths] of seen) t.ok(paths.size > 0, `${set.struct}: attributes with a length: ${paths.size}`)
  const { link, bridgeLink, route } = messages
  t.ok(seen.get(link)?.has('linkinfo.data.peer.mtu'), 'inside a link inside a link')
  t.ok(seen.get(link)?.has('linkinfo.data.multicastQuerierIntvl') && seen.get(link)?.has('linkinfo.slaveData.cost'), 'by the kind')
  t.ok(seen.get(bridgeLink)?.has('protinfo.cost') && seen.get(bridgeLink)?.has('afSpec.vlanTunnelInfo.id'), 'of family bridge')
  t.ok(seen.get(route)?.has('multipath[].gateway') && seen.get(route)?.has('metrics.mtu'), 'of a nexthop, of metrics')
})

const unknown: Tlv = { type: 0x3ff0, name: undefined, field: undefined, payload: Uint8Array.of(1, 2, 3, 4, 5) }

/** The tree with the unknown attribute at the end, and once for each nest with it at the end of that nest. */
function* withUnknown(content: Content): Generator<Content> {
  const append = (inner: Content): Content => ({ ...inner, attributes: [...inner.attributes, unknown] })
  yield append(content)
  for (const { tlv, replace } of everywhere(content)) {
    for (const [index, inner] of (tlv.contents ?? []).entries())
      if (Object.keys(inner.set.attributes).length > 0) yield replace({ ...tlv, contents: tlv.contents?.with(index, append(inner)) ?? [] })
  }
}

t.test('an unknown attribute is passed over, wherever it stands', async (t) => {
  for (const { set, name, cases } of subjects) {
    await t.test(name, async (t) => {
      for (const one of cases) {
        const messages = [...withUnknown(parse(set, one.bytes.subarray(16)))]
        for (const content of messages) t.strictSame(read(one, content), one.expected, one.fixture.command)
      }
    })
  }
})

t.test('a length that goes past the end is an error', async (t) => {
  for (const { set, cases } of subjects) {
    for (const { request, bytes, fixture } of cases) {
      const first = 16 + (widthOf(set) + 3 & ~3)
      if (first >= bytes.length) continue
      const copy = Buffer.from(bytes)
      const error = { name: 'RangeError', message: /length goes past the end/ }
      copy.writeUInt16LE(bytes.length - first + 1, first)
      t.throws(() => inspectMessage(request, copy), error, fixture.command)
      copy.writeUInt16LE(3, first)
      t.throws(() => inspectMessage(request, copy), error, `${fixture.command}: shorter than its header`)
    }
  }
})

t.test('a message that ends inside its header is an error', async (t) => {
  for (const { set, cases } of subjects) {
    const [one] = cases
    if (!one) continue
    const short = one.bytes.subarray(0, 15 + widthOf(set))
    t.throws(() => inspectMessage(one.request, short), { name: 'RangeError', message: /where the header alone has/ })
  }
})

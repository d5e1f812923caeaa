// Golden bytes in both directions: the object of a fixture is written as exactly its bytes, and its bytes are read as
// exactly its object.

import t, { type Test } from 'tap'
import { inspectMessage, inspectRequest } from '../../lib/inspect.ts'
import { request } from '../../lib/protocol.ts'
import { bondPort } from '../../lib/kinds/bond.ts'
import { bridgePort } from '../../lib/schema/bridge-port.ts'
import { flags } from '../../lib/schema/messages.ts'
import { complete, headerOf, type Case, type Subject } from './golden.ts'
import { answered, requested } from './subjects.ts'
import { declaredEndings, everywhere, message, parse, serialize } from './tlv.ts'

// ip(8) sends these without saying of what kind the master is: read as what they are, they have to be the port's attributes.
const ports = request('RTM_NEWLINK', bridgePort)
const bondPorts = request('RTM_NEWLINK', bondPort)
const portObjects: { readonly [words: string]: object } = {
  'state 3 priority 33 cost 100 guard on hairpin on fastleave on root_block on learning off flood off': {
    state: 'forwarding', priority: 33, cost: 100, guard: true, mode: true, fastLeave: true, protect: true, learning: false,
    unicastFlood: false,
  },
  ['proxy_arp on proxy_arp_wifi on mcast_router 2 mcast_fast_leave off mcast_flood off bcast_flood off mcast_to_unicast on ' +
    'group_fwd_mask 0x4000 neigh_suppress on vlan_tunnel on isolated on locked on']: {
    proxyarp: true, proxyarpWifi: true, multicastRouter: 'perm', fastLeave: false, multicastFlood: false, bcastFlood: false,
    multicastToUcast: true, groupFwdMask: 0x4000, neighSuppress: true, vlanTunnel: true, isolated: true, locked: true,
  },
  'backup_port p1': { backupPort: 6 },
  'nobackup_port': { backupPort: 0 },
  'fdb_flush': { flush: true },
}

/** Bytes in lines of eight, so that a difference shows where it is. */
const hex = (bytes: Uint8Array): string[] => Buffer.from(bytes).toString('hex').match(/.{1,16}/g) ?? []

/** The fixture itself: its header says what the fixture says, and the tests' own reader sees nothing but attributes in it. */
function checkFixture(t: Test, one: Case, subject: Subject): void {
  const { bytes, fixture } = one
  const view = Buffer.from(bytes)
  const header = headerOf(one)
  const said = { length: view.readUInt32LE(0), type: view.readUInt16LE(4), flags: view.readUInt16LE(6) }
  t.strictSame(said, { length: bytes.length, ...header }, 'header')
  t.equal(view.readBigUInt64LE(8), 0n, 'sequence number and port')
  const tree = parse(subject.set, bytes.subarray(16))
  t.strictSame(hex(message(header.type, header.flags, serialize(tree))), hex(bytes), 'attributes')
  for (const { path, tlv } of everywhere(tree)) if (!tlv.name) t.fail(`${fixture.command}: ${path} is not declared`)
}

/** The bytes as they would be sent. */
function declared(one: Case, subject: Subject): Uint8Array {
  const { type, flags: names } = headerOf(one)
  return message(type, names | flags.NLM_F_REQUEST, serialize(declaredEndings(parse(subject.set, one.bytes.subarray(16)))))
}

function each(subjects: readonly Subject[], test: (t: Test, one: Case, subject: Subject) => void): void {
  for (const subject of subjects) {
    void t.test(subject.name, async (t) => {
      for (const one of subject.cases) await t.test(one.fixture.command, async (t) => test(t, one, subject))
    })
  }
}

each(requested, (t, one, subject) => {
  checkFixture(t, one, subject)
  t.strictSame(hex(inspectRequest(one.request, one.fixture.object)), hex(one.fixture.lossy ? declared(one, subject) : one.bytes), 'written')
  t.strictSame(inspectMessage(one.request, one.bytes), one.expected, 'read')
})

each(answered, (t, one, subject) => {
  checkFixture(t, one, subject)
  const read = inspectMessage(one.request, one.bytes)
  t.strictSame(read, one.expected, 'read')
  t.strictSame(hex(inspectRequest(one.request, one.fixture.object)), hex(declared(one, subject)), 'written')
  // In the order of the declarations instead of the kernel's.
  t.strictSame(inspectMessage(one.request, inspectRequest(one.request, read)), one.expected, 'read, written and read again')
})

t.test('the data of bond_slave', async (t) => {
  const slaveData = requested.flatMap(({ cases }) => cases).find(({ fixture }) => fixture.command.includes('bond_slave'))?.fixture.object as
    { linkinfo: { slaveData: Uint8Array } } | undefined
  const bytes = slaveData?.linkinfo.slaveData ?? new Uint8Array()
  t.strictSame(hex(inspectRequest(bondPorts, { queueId: 2, prio: 5 }).subarray(16)), hex(bytes), 'written')
  t.strictSame(inspectMessage(bondPorts, message(0, 0, bytes)), { queueId: 2, prio: 5 }, 'read')
})

t.test('the data of bridge_slave', async (t) => {
  const cases = requested.find(({ name }) => name === 'bridge port')?.cases ?? []
  t.equal(cases.length, Object.keys(portObjects).length)
  for (const { fixture, expected } of cases) {
    const object = portObjects[fixture.command.replace(/^.* bridge_slave /, '')]
    const { linkinfo } = expected as { linkinfo: { slaveData: Uint8Array } }
    t.strictSame(hex(inspectRequest(ports, object as {}).subarray(16)), hex(linkinfo.slaveData), `${fixture.command}: written`)
    t.strictSame(inspectMessage(ports, message(0, 0, linkinfo.slaveData)), complete(bridgePort, object), `${fixture.command}: read`)
  }
})

t.test('a flag that the kernel shows as a byte', async (t) => {
  const [one] = requested.find(({ name }) => name === 'vxlan')?.cases ?? []
  const shown = (byte: number): unknown => {
    const data = Buffer.of(5, 0, 28, 0, byte, 0, 0, 0)   // IFLA_VXLAN_TTL_INHERIT
    const kind = Buffer.from('0a00010076786c616e000000', 'hex')
    const info = Buffer.concat([Buffer.of(4 + kind.length + 4 + data.length, 0, 18, 0), kind, Buffer.of(4 + data.length, 0, 2, 0), data])
    const read = one && inspectMessage(one.request, message(16, 0, Buffer.concat([new Uint8Array(16), info])))
    return (read as { linkinfo?: { data?: unknown } } | undefined)?.linkinfo?.data
  }
  t.strictSame(shown(1), { ttlInherit: true })
  t.strictSame(shown(0), { ttlInherit: false })
})

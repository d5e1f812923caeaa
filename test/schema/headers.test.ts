// The tables against the kernel's headers, in both directions: what the tables say is true, and what the headers have
// is in the tables. Needs cc. See c-headers.ts for which headers.

import t from 'tap'
import { readFileSync } from 'node:fs'
import { check, headers, source, version } from './c-headers.ts'
import { listed } from './c-names.ts'
import { Claims } from './claims.ts'
import { places } from './walk.ts'

const { enums, macros } = headers()
const claims = new Claims(places().map(({ set }) => set), new Set([...enums.flat(), ...macros]))
const verdict = check(claims.assertions)
const unknown = new Set(verdict.unknown)

// A name on each line that Linux 6.1 did not have: what may be unknown to installed headers of that version or later.
const newer = readFileSync(new URL('newer-than-6.1.txt', import.meta.url), 'utf8').split('\n').filter((line) => line !== '')

t.test('every number, offset and size is the headers\'', async (t) => {
  t.ok(claims.assertions.length > 1500, `${claims.assertions.length} assertions`)
  t.same(verdict.noise, [], 'the compiler had nothing else to say')
  // A struct that has grown since: its size says nothing while members are unknown.
  const structs = verdict.unknown.filter((name) => name.includes('.')).map((name) => `sizeof(struct ${name.split('.')[0]})`)
  const grown = (condition: string) => structs.some((struct) => condition.includes(struct))
  t.same(verdict.failed.filter((condition) => !grown(condition)), [], 'all assertions hold')
})

t.test(`what Linux ${version()} does not know`, async (t) => {
  if (source === 'given') return t.same(verdict.unknown, [], 'the newest headers know it all')
  t.same(verdict.unknown.filter((name) => !newer.includes(name)), [], 'is newer than 6.1')
  if (version() === '6.1') t.same(newer.filter((name) => !unknown.has(name)), [], 'and the list of what is newer has nothing else')
})

t.test('words of enumerations and bits', async (t) => {
  t.same([...claims.unlisted], [], 'each has a constant')
  t.same(listed.filter((id) => !claims.fields.has(id)), [], 'and each line of the list of spellings is used')
})

// Sets of which only a few lines are wanted: all messages there are, and families that are not rtnetlink's.
const partial = /^(RTM|RTNLGRP|CTRL_CMD|ETHTOOL_MSG|DEVLINK_ATTR|DPLL_A_PIN|IPPROTO)_|^NETKIT_(NEXT|REDIRECT)$|^BR_MCAST_DIR_SIZE$|^IFLA_DSA_MASTER$/
// Not attributes, and IFLA_TARGET_NETNSID by its older name.
const bookkeeping = /^__|_(UNSPEC|PAD|MAX|CNT)$|^IFLA_IF_NETNSID$|^NETNSA_NONE$|^RTAX_UNSPEC$|^FRA_UNUSED|^FR_ACT_RES/

t.test('nothing of the headers is missing', async (t) => {
  const missing = enums.filter((names) => names.some((name) => claims.constants.has(name))).flat()
    .filter((name) => !claims.constants.has(name) && !partial.test(name) && !bookkeeping.test(name))
  t.same(missing, [], 'every enumerator has its line')
  const lists = [...claims.lists]
  const absent = macros.filter((name) => !claims.constants.has(name) && !bookkeeping.test(name)).filter((name) => {
    const ours = lists.filter(({ prefix }) => name.startsWith(prefix))
    return ours.length > 0 && !ours.some(({ prefix, others }) => others?.test(name.slice(prefix.length)))
  })
  t.same(absent, [], 'every macro has its word')
})

// A kind of links without a table here, what RTM_SETSTATS takes, and one attribute that Linux 6.1 has by another name.
const otherKinds = /^IFLA_(STATS_GETSET|PPP|DSA)_/

t.test('no section of if_link.h is overlooked', async (t) => {
  const untouched = enums.filter((names) => !names.some((name) => claims.constants.has(name)))
    .flatMap(([first = '']) => first.startsWith('IFLA_') && !otherKinds.test(first) ? [first] : [])
  t.same(untouched, [])
})

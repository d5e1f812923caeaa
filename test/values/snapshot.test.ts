// Options are read once, from the object itself, and only under known names.

import t from 'tap'
import { snapshot } from '../../lib/values.ts'
import { refusal, wrongType } from './refusal.ts'

const ALLOWED: ReadonlySet<string> = new Set(['name', 'mtu', 'up', 'peer', 'address', 'addresses', 'txQueueLength'])

/** A proxy over `target`, and how often each property was read through it, by any way there is. */
function counted(target: object): { proxy: object, reads: Map<PropertyKey, number> } {
  const reads = new Map<PropertyKey, number>()
  const count = (key: PropertyKey) => reads.set(key, (reads.get(key) ?? 0) + 1)
  const proxy = new Proxy(target, {
    get(from, key, receiver) {
      count(key)
      return Reflect.get(from, key, receiver)
    },
    has(from, key) {
      count(key)
      return Reflect.has(from, key)
    }
  })
  return { proxy, reads }
}

/** What an object has of its prototypes. */
function inherited(object: object): PropertyKey[] {
  const prototype = Object.getPrototypeOf(object) as object | null
  return prototype ? [...Reflect.ownKeys(prototype), ...inherited(prototype)] : []
}

/** Runs `body` while Object.prototype has these properties. */
function polluted(properties: Record<string, unknown>, body: () => void): void {
  Object.assign(Object.prototype, properties)
  try {
    body()
  } finally {
    for (const key of Object.keys(properties)) Reflect.deleteProperty(Object.prototype, key)
  }
}

t.test('the copy', async (t) => {
  const peer = { name: 'b' }
  const copy = snapshot({ name: 'a', mtu: 0, up: false, peer, address: null, addresses: undefined }, ALLOWED, 'here')
  t.same(inherited(copy), [], 'nothing is inherited')
  t.same(Object.entries(copy), [['name', 'a'], ['mtu', 0], ['up', false], ['peer', peer], ['address', null]])
  t.equal(copy.peer, peer, 'what is inside is the next snapshot\'s matter')
  t.notOk('addresses' in copy, 'undefined counts as absent')
  t.same(Object.keys(snapshot({}, ALLOWED, 'here')), [])
  t.equal(snapshot(Object.assign(Object.create(null), { mtu: 9 }), ALLOWED, 'here').mtu, 9, 'an object without a prototype will do')
  t.equal(snapshot(Object.freeze({ mtu: 9 }), ALLOWED, 'here').mtu, 9)
})

t.test('each property is read exactly once', async (t) => {
  const { proxy, reads } = counted({ name: 'a', mtu: 1500, up: true, addresses: undefined })
  t.same({ ...snapshot(proxy, ALLOWED, 'here') }, { name: 'a', mtu: 1500, up: true })
  t.same([...reads], [['name', 1], ['mtu', 1], ['up', 1], ['addresses', 1]])
})

t.test('a getter that changes its answer is asked once', async (t) => {
  const answers = ['ok', '../../evil']
  const options = { get name() { return answers.shift() } }
  const copy = snapshot(options, ALLOWED, 'here')
  t.equal(copy.name, 'ok')
  t.equal(copy.name, 'ok')
  t.same(answers, ['../../evil'])
})

t.test('what a getter throws reaches the caller', async (t) => {
  const mine = new Error('mine')
  t.throws(() => snapshot({ get mtu() { throw mine } }, ALLOWED, 'here'), mine)
})

t.test('only own enumerable properties count', async (t) => {
  t.same(Object.keys(snapshot(Object.create({ mtu: 9, evil: 1 }), ALLOWED, 'here')), [])
  t.same(Object.keys(snapshot(Object.defineProperty({}, 'mtu', { value: 9 }), ALLOWED, 'here')), [])
})

t.test('a polluted prototype supplies nothing', async (t) => {
  polluted({ mtu: 9, netns: 'evil' }, () => {
    const copy = snapshot({ name: 'a' }, ALLOWED, 'here')
    t.equal(copy.mtu, undefined)
    t.notOk('netns' in copy)
    t.same(Object.keys(copy), ['name'])
    t.equal(snapshot({ name: 'a', mtu: undefined }, ALLOWED, 'here').mtu, undefined, 'nor where undefined stood')
  })
})

t.test('a __proto__ key is a key like another', async (t) => {
  const evil: unknown = JSON.parse('{"__proto__": {"mtu": 9}}')
  t.same(refusal((path) => snapshot(evil, ALLOWED, path)), wrongType("unknown option '__proto__'"))
  const copy = snapshot(evil, new Set(['__proto__']), 'here')
  t.same(inherited(copy), [], 'nothing is inherited')
  t.same(Object.keys(copy), ['__proto__'])
})

t.test('unknown names, and the name that was probably meant', async (t) => {
  const unknown: [key: string, reason: string][] = [
    ['mtuu', "unknown option 'mtuu', did you mean 'mtu'?"], ['mut', "unknown option 'mut', did you mean 'mtu'?"],
    ['Name', "unknown option 'Name', did you mean 'name'?"],
    ['nmae', "unknown option 'nmae', did you mean 'name'?"], ['adress', "unknown option 'adress', did you mean 'address'?"],
    ['addres', "unknown option 'addres', did you mean 'address'?"],
    ['addressess', "unknown option 'addressess', did you mean 'addresses'?"],
    ['txqueuelength', "unknown option 'txqueuelength', did you mean 'txQueueLength'?"], ['txqueuelen', "unknown option 'txqueuelen'"],
    ['mtuuu', "unknown option 'mtuuu', did you mean 'mtu'?"], ['txQueueLeng', "unknown option 'txQueueLeng', did you mean 'txQueueLength'?"],
    ['txQueueLen', "unknown option 'txQueueLen'"], ['u', "unknown option 'u'"], ['xy', "unknown option 'xy'"], ['ip', "unknown option 'ip', did you mean 'up'?"],
    ['bogus', "unknown option 'bogus'"], ['', "unknown option ''"],
    ['constructor', "unknown option 'constructor'"], ['toString', "unknown option 'toString'"],
    ['hasOwnProperty', "unknown option 'hasOwnProperty'"],
    ['\u001b[2J', "unknown option '\\u001b[2J'"], ['x'.repeat(100), `unknown option '${'x'.repeat(64)}...'`]
  ]
  for (const [key, reason] of unknown) t.same(refusal((path) => snapshot({ [key]: 1 }, ALLOWED, path)), wrongType(reason), key)
  t.equal(refusal((path) => snapshot({ mtuu: undefined }, ALLOWED, path)).name, 'TypeError', 'a misspelt key is one even without a value')
  t.equal(refusal((path) => snapshot({ 0: 'a' }, ALLOWED, path)).reason, "unknown option '0'")
  t.equal(refusal((path) => snapshot({ mtu: 1 }, new Set(), path)).reason, "unknown option 'mtu'", 'where nothing is allowed')
})

t.test('nothing is read from an object that is refused', async (t) => {
  const { proxy, reads } = counted({ name: 'a', bogus: 1 })
  t.equal(refusal((path) => snapshot(proxy, ALLOWED, path)).reason, "unknown option 'bogus'")
  t.equal(reads.size, 0)
})

t.test('symbol keys are refused', async (t) => {
  t.same(refusal((path) => snapshot({ mtu: 9, [Symbol('mtu')]: 1 }, ALLOWED, path)), wrongType('options have no symbol keys'))
})

t.test('what is no object of options', async (t) => {
  const bad: [value: unknown, name: string][] = [
    [undefined, 'undefined'], [null, 'null'], [[], 'an array'], [['name'], 'an array'], [() => 1, 'a function'],
    [class {}, 'a function'], ['name', 'a string'],
    [1, 'a number'], [1n, 'a bigint'], [true, 'a boolean'], [Symbol('s'), 'a symbol'], [new Proxy([], {}), 'an array']
  ]
  for (const [value, name] of bad) t.same(refusal((path) => snapshot(value, ALLOWED, path)), wrongType(`an object is wanted, not ${name}`))
})

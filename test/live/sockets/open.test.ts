// A descriptor opened inside: where it is, what it is, who has it, and what is left of it when something fails.
import '../../sandbox.ts'
import { spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync, readlinkSync } from 'node:fs'
import t from 'tap'
import { AF_INET, AF_INET6, AF_UNIX, adopted, openSocket, SOCK_DGRAM, SOCK_RAW, SOCK_STREAM } from '../../../lib/sockets/open.ts'
import { descriptors, ended, library, nodeWords, place, reason } from '../place.ts'

const open = new URL('../../../lib/sockets/open.ts', import.meta.url).href

await t.test('every kind', async (t) => {
  const { netns } = await place(t)
  const before = descriptors()
  for (const [family, type, protocol, kind] of [
    [AF_INET, SOCK_STREAM, 0, 'socket'], [AF_INET6, SOCK_STREAM, 0, 'socket'], [AF_INET, SOCK_DGRAM, 0, 'socket'],
    [AF_INET6, SOCK_DGRAM, 0, 'socket'], [AF_UNIX, SOCK_STREAM, 0, 'socket'], [AF_INET, SOCK_RAW, 1, 'socket'], [AF_INET6, SOCK_RAW, 58, 'socket'],
  ] as const) {
    const socket = await openSocket(netns, { family, type, protocol })
    t.ok(socket.fd > 2)
    t.match(readlinkSync(`/proc/self/fd/${socket.fd}`), kind)
    socket.close()
    t.equal(socket.fd, -1)
    socket.close()
  }
  t.equal(descriptors(), before)
})

await t.test('what the kernel refuses', async (t) => {
  const { netns } = await place(t)
  const before = descriptors()
  t.match(await reason(openSocket(netns, { family: 99, type: SOCK_STREAM })), { name: 'NetnsError', code: 'EAFNOSUPPORT', syscall: 'socket' })
  t.match(await reason(openSocket(netns, { family: AF_INET, type: SOCK_STREAM, options: [1, 9999, 1] })), { code: 'ENOPROTOOPT', syscall: 'setsockopt' })
  t.match(await reason(openSocket(netns, { family: AF_INET, type: SOCK_STREAM, device: 'nobody' })), { code: 'ENODEV' })
  t.match(await reason(openSocket(netns, { family: AF_INET, type: SOCK_STREAM, address: new Uint8Array([192, 0, 2, 1]) })), { code: 'EADDRNOTAVAIL', syscall: 'bind' })
  t.match(await reason(openSocket(netns, { family: AF_INET, type: SOCK_DGRAM, backlog: 1 })), { code: 'EOPNOTSUPP', syscall: 'listen' })
  t.equal(descriptors(), before, 'nothing is left of them')
  await netns.close()
  t.match(await reason(openSocket(netns, { family: AF_INET, type: SOCK_STREAM })), { code: 'ERR_NETNS_CLOSED' })
})

await t.test('adopting', async (t) => {
  const { netns } = await place(t)
  const before = descriptors()
  const refused = await openSocket(netns, { family: AF_INET, type: SOCK_STREAM })
  t.throws(() => adopted(refused, () => { throw new Error('on purpose') }), { message: 'on purpose' })
  t.equal(descriptors(), before, 'closed where it was refused')
  const taken = await openSocket(netns, { family: AF_INET, type: SOCK_STREAM })
  const fd = adopted(taken, (fd) => fd)
  t.equal(descriptors(), before + 1, 'left open for the one who took it')
  t.equal(taken.fd, -1)
  closeSync(fd)
  const closed = await openSocket(netns, { family: AF_INET, type: SOCK_STREAM })
  const number = closed.fd
  closeSync(number)
  const other = openSync('/dev/null', 'r')
  t.equal(other, number, 'the number is somebody else\'s now')
  closed.close()
  t.equal(readlinkSync(`/proc/self/fd/${other}`), '/dev/null', 'and is left to him')
  closeSync(other)
})

await t.test('no child gets it', async (t) => {
  const { netns } = await place(t)
  const list = (): string => spawnSync('ls', ['/proc/self/fd'], { encoding: 'utf8' }).stdout
  const before = list()
  const sockets = await Promise.all(Array.from({ length: 10 }, async () => openSocket(netns, { family: AF_INET, type: SOCK_STREAM })))
  t.equal(list(), before)
  for (const socket of sockets) socket.close()
})

await t.test('forgotten', async (t) => {
  const program = `
    import { readdirSync } from 'node:fs'
    import { setTimeout } from 'node:timers/promises'
    import { Netns } from ${JSON.stringify(library)}
    import { openSocket } from ${JSON.stringify(open)}
    const held = () => readdirSync('/proc/self/fd').length
    const netns = await Netns.create()
    const before = held()
    await Promise.all(Array.from({ length: 20 }, () => openSocket(netns, { family: 2, type: 1 })))
    const most = held()
    for (let attempt = 0; attempt < 200 && held() > before; attempt++) { globalThis.gc(); await setTimeout(10) }
    console.log(JSON.stringify([most - before, held() - before]))`
  const { stdout, stderr } = await ended(spawn(...nodeWords(program, '--expose-gc'), { stdio: ['ignore', 'pipe', 'pipe'] }))
  t.equal(stdout, '[20,0]\n', stderr)
})

/** Runs the text with faults of strace(1)'s in it; what it prints. */
async function traced(text: string, ...words: string[]): Promise<string> {
  const program = `
    import { readdirSync } from 'node:fs'
    import { Netns } from ${JSON.stringify(library)}
    import { openSocket } from ${JSON.stringify(open)}
    const held = () => readdirSync('/proc/self/fd').length
    const outcome = (promise) => promise.then(() => 'opened', ({ code, syscall }) => code + ' ' + syscall)
    const netns = await Netns.create()
    ${text}`
  const [file, args] = nodeWords(program)
  const { stdout, stderr, code } = await ended(spawn('strace', ['-f', '--seccomp-bpf', '-o', '/run/trace', ...words, file, ...args], { stdio: ['ignore', 'pipe', 'pipe'] }))
  if (code !== 0) throw new Error(`strace ${words.join(' ')}: ${stderr}`)
  return stdout
}

await t.test('a setns that does nothing', async (t) => {
  const text = `
    const before = held()
    console.log(await outcome(openSocket(netns, { family: 2, type: 1 })), held() - before)`
  t.equal(await traced(text, '-e', 'trace=setns', '-e', 'inject=setns:retval=0'), 'EXDEV setns 0\n')
})

await t.test('faults on the way', async (t) => {
  const text = `
    const before = held()
    console.log(await outcome(openSocket(netns, { family: 10, type: 1, options: [41, 26, 1], address: new Uint8Array(16), backlog: 5 })), held() - before)`
  for (const [call, error, outcome] of [
    ['setns', 'EPERM', 'EPERM setns'], ['setsockopt', 'ENOMEM', 'ENOMEM setsockopt'], ['listen', 'EADDRINUSE', 'EADDRINUSE listen'],
  ] as const) {
    t.equal(await traced(text, '-e', `trace=${call}`, '-e', `inject=${call}:error=${error}`), `${outcome} 0\n`)
  }
})

await t.test('no descriptor left', async (t) => {
  const text = `
    import { closeSync, openSync } from 'node:fs'
    const taken = []
    try { for (;;) taken.push(openSync('/dev/null')) } catch {}
    const full = await outcome(openSocket(netns, { family: 2, type: 1 }))
    closeSync(taken.pop())
    const one = await outcome(openSocket(netns, { family: 2, type: 1 }))
    closeSync(taken.pop())
    const two = await outcome(openSocket(netns, { family: 2, type: 1 }))
    for (const fd of taken) closeSync(fd)
    console.log([full, one, two].join())`
  const program = `
    import { Netns } from ${JSON.stringify(library)}
    import { openSocket } from ${JSON.stringify(open)}
    const outcome = (promise) => promise.then(() => 'opened', ({ code, syscall }) => code + ' ' + syscall)
    const netns = await Netns.create()
    ${text}`
  const [file, args] = nodeWords(program)
  const { stdout, stderr } = await ended(spawn('sh', ['-c', 'ulimit -n 512; exec "$@"', 'sh', file, ...args], { stdio: ['ignore', 'pipe', 'pipe'] }))
  t.equal(stdout, 'EMFILE socket,EMFILE ioctl,opened\n', stderr)
})

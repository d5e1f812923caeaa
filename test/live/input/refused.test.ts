// Wrong input is a TypeError or a RangeError that names the argument, and nothing in the namespace changes; in a process
// whose system calls are watched, nothing is sent.
import '../../sandbox.ts'
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import t from 'tap'
import { Bridge } from '../../../lib/index.ts'
import { ended, everything, library, nodeWords, place } from '../place.ts'
import { kindCases, linkCases, networkCases, pingCases } from './cases.ts'
import { ethtoolCases, wireguardCases } from './generic-cases.ts'
import { routingCases } from './routing-cases.ts'

await t.test('refused, and nothing changed', async (t) => {
  const { netns, name } = await place(t)
  const bridge = await Bridge.create({ netns, name: 'br0', addresses: ['10.0.0.254/24'], ipv6: 'none', up: true })
  const before = everything(name)
  const all = [...linkCases(netns, bridge), ...kindCases(netns), ...networkCases(netns, bridge), ...pingCases(netns, bridge), ...routingCases(netns), ...ethtoolCases(bridge), ...wireguardCases(bridge)]
  const wrong: string[] = []
  for (const { name, argument, call } of all) {
    try {
      await call()
      wrong.push(`${name}: accepted`)
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof RangeError) || !('argument' in error)) wrong.push(`${name}: ${String(error)}`)
      else if (!String(error.argument).startsWith(argument)) wrong.push(`${name}: blames ${String(error.argument)}`)
      else if (!error.message.startsWith(`${String(error.argument)}: `)) wrong.push(`${name}: says ${error.message}`)
      else if (/[\u0000-\u001f\u007f-\u009f\ud800-\udfff]/.test(error.message)) wrong.push(`${name}: control characters in ${JSON.stringify(error.message)}`)
    }
  }
  t.ok(all.length > 4000)
  t.same(wrong, [])
  t.equal(everything(name), before)
})

await t.test('nothing is sent', async (t) => {
  const program = `
    import { Bridge, Netns } from ${JSON.stringify(library)}
    import { kindCases, linkCases, networkCases, pingCases } from ${JSON.stringify(new URL('cases.ts', import.meta.url).href)}
    import { ethtoolCases, wireguardCases } from ${JSON.stringify(new URL('generic-cases.ts', import.meta.url).href)}
    import { routingCases } from ${JSON.stringify(new URL('routing-cases.ts', import.meta.url).href)}
    const netns = Netns.current()
    const bridge = new Bridge(netns, 9, 'br0', 'bridge')
    let refused = 0
    for (const { call } of [...linkCases(netns, bridge), ...kindCases(netns), ...networkCases(netns, bridge), ...pingCases(netns, bridge), ...routingCases(netns), ...ethtoolCases(bridge), ...wireguardCases(bridge)]) await call().catch(() => refused++)
    await netns.links.get('lo')   // the one request that is seen
    console.log(refused)`
  const [file, args] = nodeWords(program)
  const words = ['-f', '-yy', '--seccomp-bpf', '-o', '/run/trace', '-e', 'trace=sendmsg,sendto,sendmmsg,socket', file, ...args]
  const { code, stdout, stderr } = await ended(spawn('strace', words, { stdio: ['ignore', 'pipe', 'pipe'] }))
  t.equal(code, 0, stderr)
  t.ok(Number(stdout) > 4000)
  const lines = readFileSync('/run/trace', 'utf8').split('\n')
  t.same(lines.filter((line) => /socket\(AF_INET6?, /.test(line)), [], 'nor is a socket opened for it')
  const sends = lines.filter((line) => /send\w+\(\d+<(NETLINK|ROUTE):/.test(line))
  t.equal(sends.length, 1, sends.join('\n'))
  t.match(sends[0], String.raw`\22\0`, 'RTM_GETLINK')
})

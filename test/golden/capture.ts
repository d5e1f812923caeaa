// Captures what ip(8), bridge(8), tc(8), ethtool(8) and wg(8) send, in the form of the fixtures: not on this machine but in a
// virtual one, since there are requests that kernels do not survive. A tool of developers, of which no test makes use:
//
//   node --import=tsx test/golden/capture.ts [--kernel 6.12] [--iproute2 6.15] FILE >fixtures.txt
//
// with --all for look-ups that a tool makes on its own account, --answers for what the kernel answers, --hex for one line a message.
// Each line of FILE is a command to capture, for sh(1). `+ COMMAND` prepares and is not captured; `# ...` is passed over;
// `=== TITLE` starts anew in an empty network namespace with an empty /run. `~ COMMAND` keeps from the kernel all that the command
// sends (each call fails with EIO), `~2 COMMAND` from the second message on: for what the kernel is not to see at all.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { boot, kernel, textOf } from '../kernels/machine.ts'
import { unpacked } from '../kernels/debian.ts'
import { entries, type Capture } from './entries.ts'

const { values, positionals: [file = '/dev/stdin'] } = parseArgs({
  allowPositionals: true,
  options: {
    kernel: { type: 'string', default: '6.12' }, iproute2: { type: 'string' }, all: { type: 'boolean', default: false }, answers: { type: 'boolean', default: false },
    hex: { type: 'boolean', default: false },
  },
})

interface Line { readonly command: string, readonly captured: boolean, readonly keptFrom: number }

function parsed(text: string): Line | undefined {
  if (/^\s*(#|$)/.test(text)) return undefined
  const [, sign = '', from = '', command = ''] = /^([+~]?)(\d*) *(.*)$/.exec(text) ?? []
  if (sign === '') return { command: text, captured: true, keptFrom: 0 }
  return { command, captured: sign === '~', keptFrom: sign === '~' ? Number(from || 1) : 0 }
}

const sections = `=== first\n${readFileSync(file, 'utf8')}`.split(/^=== .*$/m).slice(1).map((text) => text.split('\n').flatMap((line) => parsed(line) ?? []))
const captured = sections.flat().filter((line) => line.captured)
const quoted = (text: string): string => `'${text.replaceAll('\'', `'\\''`)}'`

function scriptLine(line: Line, share: string): string {
  const { command, keptFrom } = line
  if (!line.captured) return `${command} || echo "status $? of: "${quoted(command)} >&2`
  const trace = `${share}/${captured.indexOf(line)}`
  const calls = 'sendmsg,sendto'
  const kept = keptFrom > 0 ? `-e inject=${calls}:error=EIO:when=${keptFrom}+` : ''
  const strace = `strace -f -qq -e trace=socket,${calls},recvmsg -e raw=all -e signal=none -e write=all -e read=all ${kept} -o ${trace}.trace`
  return `${strace} sh -c ${quoted(command)} >${trace}.output 2>&1; echo $? >${trace}.status`
}

/** One section a shell, in namespaces of its own. */
function program(share: string): string {
  // Tunnels' modules otherwise put a link of theirs into each new namespace.
  const path = [iproute2 && `${iproute2}/sbin:${iproute2}/usr/sbin:${iproute2}/bin:${iproute2}/usr/bin`, `${tools}/sbin:${tools}/usr/sbin:${tools}/usr/bin`]
  const scripts = sections.map((lines, index) => {
    writeFileSync(join(share, `section-${index}`), ['mount -t tmpfs run /run', 'ip link set lo up', ...lines.map((line) => scriptLine(line, share))].join('\n'))
    return `unshare -nm --propagation private sh ${share}/section-${index}`
  })
  return ['echo 2 >/proc/sys/net/core/fb_tunnels_only_for_init_net', `export PATH="${path.filter(Boolean).join(':')}:$PATH" LC_ALL=C`, ...scripts].join('\n')
}

const iproute2 = values.iproute2 === undefined ? '' : unpacked('iproute2-6.15', 'bookworm-backports', ['iproute2/bookworm-backports'])
const tools = unpacked('tools', 'bookworm', ['ethtool', 'wireguard-tools'])
const captures: Capture[] = []
const outcome = boot(kernel(values.kernel), program, { timeout: 3600 }, (share) => {
  for (const [index, { command }] of captured.entries()) {
    const of = (what: string): string => textOf(join(share, `${index}.${what}`))
    captures.push({ command, trace: of('trace'), output: of('output').trim(), status: of('status').trim() })
  }
})
if (outcome.output.trim() !== '') console.error(outcome.output)
if (outcome.status === undefined) console.error(`the kernel did not survive; its last words:\n${outcome.console.slice(-3000)}`)
console.log(entries(captures, values))

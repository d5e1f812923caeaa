// The kernel's headers as a test needs them: read as text for what they declare, and compiled with cc for whether an
// assertion holds. NETNS_NATIVE_HEADERS names a folder (its usr/include) that goes before the installed ones.

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const given = process.env['NETNS_NATIVE_HEADERS']
const folder = given ?? '/usr/include'

const names = ['rtnetlink', 'netlink', 'if_link', 'if_bridge', 'mrp_bridge', 'if_addr', 'if_arp', 'if_ether', 'if', 'neighbour', 'netconf',
  'net_namespace', 'veth', 'can/vxcan', 'can/netlink', 'if_vlan', 'if_tunnel', 'ip6_tunnel', 'in', 'in6', 'if_bonding', 'if_tun', 'amt', 'batman_adv', 'mpls', 'ip', 'ipv6', 'icmpv6', 'snmp', 'lwtunnel', 'devlink', 'dpll',
  'fib_rules', 'nexthop', 'if_addrlabel', 'mpls_iptunnel', 'seg6', 'seg6_iptunnel', 'seg6_local', 'rpl_iptunnel', 'ioam6_iptunnel',
  'genetlink', 'ethtool', 'ethtool_netlink', 'ethtool_netlink_generated', 'wireguard', 'time_types']

/** 'given' where the newest headers are at hand: then nothing at all may be unknown. */
export const source: 'given' | 'installed' = given === undefined ? 'installed' : 'given'

function read(name: string): string {
  const path = join(folder, 'linux', `${name}.h`)
  return existsSync(path) ? readFileSync(path, 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*/g, ' ') : ''
}

export function version(): string {
  const [, major, minor] = /LINUX_VERSION_MAJOR (\d+)[^]*LINUX_VERSION_PATCHLEVEL (\d+)/.exec(read('version')) ?? []
  return `${major}.${minor}`
}

export interface Headers {
  readonly enums: readonly (readonly string[])[]   // enumerators, in order
  readonly macros: readonly string[]
}

export function headers(): Headers {
  const texts = names.map(read)
  const enums = texts.flatMap((text) => [...text.replace(/^[ \t]*#.*$/gm, '').matchAll(/\benum\b\s*\w*\s*\{([^}]*)\}/g)])
    .map(([, body = '']) => body.split(',').map((one) => one.trim().replace(/[\s=][^]*/, '')).filter((one) => one !== ''))
  const macros = texts.flatMap((text) => [...text.matchAll(/^[ \t]*#[ \t]*define[ \t]+(\w+)[ \t]/gm)]).map(([, name = '']) => name)
  return { enums, macros }
}

export interface Assertion {
  readonly condition: string   // in C
  readonly names: string       // what is unknown where it does not compile
}

export interface Verdict {
  readonly failed: readonly string[]    // conditions that do not hold
  readonly unknown: readonly string[]   // names that these headers do not have
  readonly noise: readonly string[]     // what else the compiler said
}

/** Compiles every assertion, one a line, and sorts the errors by line. Nothing is run and no file is written. */
export function check(assertions: readonly Assertion[]): Verdict {
  const includes = names.map((name) => `#if __has_include(<linux/${name}.h>)\n#include <linux/${name}.h>\n#endif\n`).join('')
  const lines = assertions.map(({ condition }) => `_Static_assert(${condition}, "");\n`).join('')
  // linux/nexthop.h makes use of a macro that only the kernel has.
  const program = `#define BIT(number) (1u << (number))\n#include <stddef.h>\n#include <sys/socket.h>\n${includes}#line 1 "assertions"\n${lines}`
  const cc = spawnSync('cc', ['-std=c11', '-fsyntax-only', '-fmax-errors=0', '-x', 'c', ...(given ? ['-isystem', given] : []), '-'],
    { input: program, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } })
  if (cc.error) throw cc.error
  const failed = new Set<string>(), unknown = new Set<string>(), noise: string[] = []
  for (const [, file, line, text = ''] of cc.stderr.matchAll(/^([^:\n]+):(\d+):\d+: (?:fatal )?error: (.*)$/gm)) {
    const assertion = file === 'assertions' ? assertions[Number(line) - 1] : undefined
    if (!assertion) noise.push(text)
    else if (/undeclared|has no member|undefined type|incomplete type/.test(text)) unknown.add(assertion.names)
    else if (/static assertion failed/.test(text)) failed.add(assertion.condition)
    else if (!/not constant|not an integer/.test(text)) noise.push(`${assertion.condition}: ${text}`)
  }
  if (cc.status !== 0 && failed.size + unknown.size + noise.length === 0) noise.push(cc.stderr)
  return { failed: [...failed], unknown: [...unknown].sort(), noise }
}

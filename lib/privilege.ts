// What to do about a privilege that is missing: which capability, in which user namespace, and what does without it. And
// where the host does not let an ordinary user have a user namespace, which of its settings that is.

import { readFileSync, readlinkSync } from 'node:fs'
import { constants } from 'node:os'
import { type Facts } from './errors.ts'

const { EACCES, ENOENT, ENOSPC, ENOSYS, EPERM } = constants.errno

/** PROC_USER_INIT_INO */
const initial = 'user:[4026531837]'

const rootless = 'Netns.create(undefined, { userns: true }) does without'

/** The text of a file below /proc, trimmed; undefined where there is none to read. */
type Read = (path: string) => string | undefined

const read: Read = (path) => {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return undefined   // only a hint depends on it
  }
}

/** "this process's user namespace, user:[4026531837] (the initial one)" */
function ownUserns(): string {
  try {
    const name = readlinkSync('/proc/self/ns/user')
    return `this process's user namespace, ${name}${name === initial ? ' (the initial one)' : ''}`
  } catch {
    return "this process's user namespace"
  }
}

/** Which setting of the host keeps an ordinary user from having a user namespace. */
export function forbidden(errno: number, ask: Read = read): string {
  const most = ask('/proc/sys/user/max_user_namespaces')
  if (most === '0') return 'user.max_user_namespaces is 0: user namespaces are forbidden on this host, or within this user namespace'
  if (errno === ENOSPC) return `user.max_user_namespaces (${most}) is reached, or user namespaces are nested too deep`
  if (ask('/proc/sys/kernel/unprivileged_userns_clone') === '0') return 'kernel.unprivileged_userns_clone is 0: this host lets only root make user namespaces'
  if (ask('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1') {
    return 'kernel.apparmor_restrict_unprivileged_userns is 1: this host wants an AppArmor profile for node that allows userns'
  }
  return 'no setting of the host forbids user namespaces: a seccomp filter may (container runtimes install one), or a changed root directory (chroot)'
}

/** Making a user namespace: clone(2) itself, and the maps that the child writes first. */
function makesUserns({ syscall, path = '' }: Facts): boolean {
  return syscall === 'clone' || /^\/proc\/thread-self\/(setgroups|[ug]id_map)$/.test(path)
}

/** Where it is not CAP_NET_ADMIN: ports below net.ipv4.ip_unprivileged_port_start, and raw sockets. */
const wanted: Readonly<Record<string, string>> = { bind: 'CAP_NET_BIND_SERVICE', socket: 'CAP_NET_RAW' }

const isName = (path = ''): boolean => path === '/run/netns' || path.startsWith('/run/netns/')

/** For a system call about a namespace. Nothing where another privilege would not help. */
export function namespaceHint(facts: Facts): string | undefined {
  const { errno, syscall, path } = facts
  if (makesUserns(facts) && [EPERM, EACCES, ENOSPC, ENOSYS].includes(errno)) return forbidden(errno)
  if (syscall === 'unshare' && errno === ENOSPC) return `user.max_net_namespaces (${read('/proc/sys/user/max_net_namespaces')}) is reached`
  if (syscall === 'posix_spawn' && errno === ENOENT) return 'ranges of ids take newuidmap and newgidmap (on Debian: the package uidmap)'
  if (errno !== EPERM && errno !== EACCES) return undefined
  if (/^new[ug]idmap$/.test(syscall)) return '/etc/subuid and /etc/subgid have to grant the ids, and the program has to be setuid'
  if (syscall === 'unshare') return `CAP_SYS_ADMIN is needed in ${ownUserns()}; ${rootless}`
  if (syscall === 'setns') return `CAP_SYS_ADMIN is needed in ${ownUserns()}, and in the one that owns the network namespace`
  if (isName(path)) return `names are mounts in /run/netns: CAP_SYS_ADMIN is needed in ${ownUserns()}, and a /run that may be written; without a name, ${rootless}`
  return `${wanted[syscall] ?? 'CAP_NET_ADMIN'} is needed in the user namespace that owns the network namespace`
}

/** For a request that the kernel refused. */
export function requestHint(errno: number): string | undefined {
  if (errno !== EPERM && errno !== EACCES) return undefined
  return `CAP_NET_ADMIN is needed in the user namespace that owns the network namespace, and in that of each other one the request mentions; ${rootless}, ` +
    'and { userns: other } makes a second one in the same user namespace'
}

// A socket opened inside a namespace, and its way into the object that adopts it. It is the addon's until then, so that
// nothing is left open when the adoption fails or the Worker ends before it.

import { job } from '../completions.ts'
import { innerOf } from '../inner.ts'
import { native, type SocketHandle, type SocketPlan } from '../native.ts'
import { type Netns } from '../netns.ts'

/** The kernel's numbers: <bits/socket.h>, <asm-generic/socket.h>, <linux/in6.h>. */
export const AF_UNIX = 1
export const AF_INET = 2
export const AF_INET6 = 10
export const SOCK_STREAM = 1
export const SOCK_DGRAM = 2
export const SOCK_RAW = 3
export const SOL_SOCKET = 1
export const SO_REUSEADDR = 2
export const SO_BROADCAST = 6
export const SO_SNDBUF = 7
export const SO_RCVBUF = 8
export const SO_REUSEPORT = 15
export const IPPROTO_IP = 0
export const IP_BIND_ADDRESS_NO_PORT = 24
export const IPPROTO_IPV6 = 41
export const IPV6_V6ONLY = 26

const plain: Omit<SocketPlan, 'family' | 'type'> = {
  protocol: 0, options: [], device: '', address: undefined, connected: false, noLinkLocal: false, port: 0, groups: [], backlog: -1,
}

export type SocketWish = Pick<SocketPlan, 'family' | 'type'> & Partial<SocketPlan>

/**
 * Opens a socket in the namespace, without the calling thread ever being there.
 *
 * @throws NetnsError EMFILE, EACCES, EXDEV (the socket is not where it should be), and what setsockopt, bind and listen say.
 */
export async function openSocket(netns: Netns, wish: SocketWish): Promise<SocketHandle> {
  const { handle } = innerOf(netns)
  return job<SocketHandle>((token) => native.openSocket(token, handle, { ...plain, ...wish }))
}

/** Hands the descriptor to what `adopt` makes of it; closes it where that throws, or did not take it after all. */
export function adopted<T>(socket: SocketHandle, adopt: (fd: number) => T, taken: () => boolean = () => true): T {
  try {
    const owner = adopt(socket.fd)
    if (taken()) socket.release()
    return owner
  } finally {
    socket.close()
  }
}

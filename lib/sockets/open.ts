// A socket opened inside a namespace, and its way into the object that adopts it. It is the addon's until then, so that
// nothing is left open when the adoption fails or the Worker ends before it.

export * from './numbers.ts'
import { job } from '../completions.ts'
import { innerOf } from '../inner.ts'
import { native, type SocketHandle, type SocketPlan } from '../native.ts'
import { type Netns } from '../netns.ts'

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

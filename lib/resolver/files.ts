// The files of /etc that say how names are looked up, as a program started by `ip netns exec` would find them: those of
// /etc/netns/NAME where there are any. Read anew each time: they are small, and nobody has to be told of a change.

import { readFile } from 'node:fs/promises'
import { type Netns } from '../netns.ts'
import { ipBytes } from '../values.ts'

/** The text; empty where there is no such file, as resolv.conf(5) and hosts(5) have it. */
export async function etcFile(netns: Netns, file: 'hosts' | 'resolv.conf'): Promise<string> {
  const own = netns.name === undefined ? undefined : await textOf(`/etc/netns/${netns.name}/${file}`)
  return own ?? await textOf(`/etc/${file}`) ?? ''
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'latin1')
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return undefined
    throw error
  }
}

/** The bytes of an address, or nothing: a line of somebody's file that cannot be read is passed over. */
export function addressIn(text: string): Uint8Array | undefined {
  try {
    return ipBytes(text, 'file')
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** hosts(5): the addresses of a name, in lower case, in the order of the lines. */
export function hostsOf(text: string, name: string): Uint8Array[] {
  const found: Uint8Array[] = []
  for (const line of text.split('\n')) {
    const [address = '', ...names] = line.replace(/#.*/, '').trim().split(/\s+/)
    if (!names.some((one) => one.toLowerCase() === name)) continue
    const bytes = addressIn(address)
    if (bytes) found.push(bytes)
  }
  return found
}

// Names in a Worker of `Netns#worker`. Node's dns.lookup asks on libuv's pool, whose threads are outside; net, tls, http, fetch and
// dgram all look names up by it, and find what is in its place.

import dns from 'node:dns'
import { readFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { isIP } from 'node:net'
import { resolverSettings } from './resolver/resolv-conf.ts'

type Lookup = (...words: unknown[]) => unknown

/** From here on names are looked up, and resolved, inside by whatever in this thread asks `node:dns`. */
export function askInside(name: string | undefined): void {
  const outside = { lookup: dns.lookup as Lookup, promised: dns.promises.lookup as Lookup }
  install(dns, outside.lookup, (hostname, ...rest) => {
    const callback = rest.at(-1)
    if (!isName(hostname) || typeof callback !== 'function') return outside.lookup(hostname, ...rest)
    const options = rest.length > 1 ? rest[0] ?? {} : {}
    lookup().then((find) => find(hostname, options, callback), (error: unknown) => process.nextTick(() => { Reflect.apply(callback, undefined, [error]) }))
    return {}
  })
  install(dns.promises, outside.promised, async (hostname, ...rest) => isName(hostname) ? (await lookup())(hostname, ...rest) : outside.promised(hostname, ...rest))
  syncBuiltinESMExports()
  if (name !== undefined) useServersOf(name)
}

/** Addresses need no asking, and what is wrong Node itself says best. */
function isName(hostname: unknown): boolean {
  return typeof hostname === 'string' && hostname !== '' && isIP(hostname) === 0
}

/** Not before a name is asked for: it takes the whole library. */
async function lookup(): Promise<Lookup> {
  const { Netns } = await import('./index.ts')
  return Netns.current().lookup as Lookup
}

/** With what util.promisify goes by. */
function install(holder: object, original: Lookup, replacement: Lookup): void {
  Object.defineProperties(replacement, Object.getOwnPropertyDescriptors(original))
  Reflect.set(holder, 'lookup', replacement)
}

/** For the queries of dns.resolve, which do leave from inside but go where /etc/resolv.conf says. */
function useServersOf(name: string): void {
  let text: string
  try {
    text = readFileSync(`/etc/netns/${name}/resolv.conf`, 'utf8')
  } catch {
    return   // most have none
  }
  dns.setServers(resolverSettings(text).servers)
}

// Where the suite finds and puts things.

import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The package's own folder: commands are started there. */
export const root = fileURLToPath(new URL('..', import.meta.url))
/** What is built and installed for the suite only. */
export const cache = process.env['NETNS_NATIVE_BENCH_CACHE'] ?? join(root, 'bench', '.cache')
export const source = (name: string): string => join(root, 'bench', 'drivers', name)
export const built = (name: string): string => join(cache, name)
/** `node` with TypeScript, as every program of the suite is started. */
export const node: readonly string[] = [process.execPath, '--import=tsx']

/** Programs by path: no search along PATH is measured. */
export const programs = { ip: '/sbin/ip', cni: '/usr/lib/cni', netavark: '/usr/lib/podman/netavark', python: '/usr/bin/python3' }

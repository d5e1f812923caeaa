// Names to addresses as somebody inside the namespace finds them: its hosts, its resolv.conf, and questions that leave from
// it. nsswitch.conf is not read: files first, then DNS. What else it can name (mDNS, systemd-resolved, nscd) is asked over
// sockets in the file system, and would answer from wherever it runs.

import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'
import { NetlinkError, rangeError, typeError } from '../errors.ts'
import { innerOf } from '../inner.ts'
import { type Netns } from '../netns.ts'
import { endpoint, looksLikeAddress, type Endpoint } from '../sockets/endpoint.ts'
import { formatIp } from '../values.ts'
import { etcFile, hostsOf } from './files.ts'
import { type AddressType } from './message.ts'
import { query } from './query.ts'
import { candidates, resolverSettings } from './resolv-conf.ts'

export type IpFamily = 0 | 4 | 6

export interface Wanted { family?: IpFamily, signal?: AbortSignal }

const never = new AbortController().signal
const localhost = [new Uint8Array([...new Uint8Array(15), 1]), new Uint8Array([127, 0, 0, 1])]

/** The addresses of a host that an option names; an address stands for itself. */
export async function resolvedAll(netns: Netns, host: unknown, path: string, { family = 0, signal = never }: Wanted = {}): Promise<Endpoint[]> {
  if (typeof host !== 'string') throw typeError(path, 'an IP address or a name is wanted')
  if (looksLikeAddress(host)) return [endpoint(host, path)]
  const addresses = await addressesOf(netns, hostName(host, path), family, signal)
  return addresses.map((bytes) => endpoint(formatIp(bytes), path))
}

/** The first of them: for what can be bound only once. */
export async function resolved(netns: Netns, host: unknown, path: string, wanted: Wanted = {}): Promise<Endpoint> {
  const [first] = await resolvedAll(netns, host, path, wanted)
  if (!first) throw notFound(String(host), 'ENOTFOUND')
  return first
}

/** In lower case and ASCII. */
export function hostName(host: string, path: string): string {
  const ascii = domainToASCII(host)
  // Neither an empty name nor one that WHATWG's parser takes for an address, such as 0x7f.1.
  if (ascii === '' || isIP(ascii) !== 0) throw rangeError(path, `'${host}' is neither an address nor a host's name`)
  return ascii
}

/** Never empty: ENOTFOUND, or EAI_AGAIN where no server could say, as dns.lookup has them. */
export async function addressesOf(netns: Netns, name: string, family: IpFamily, signal: AbortSignal): Promise<Uint8Array[]> {
  innerOf(netns)
  signal.throwIfAborted()
  const plain = name.replace(/\.$/, '')
  const local = ofFamily(hostsOf(await etcFile(netns, 'hosts'), plain), family)
  if (local.length > 0) return sorted(netns, local)
  if (plain === 'localhost' || plain.endsWith('.localhost')) return sorted(netns, ofFamily(localhost, family))
  const settings = resolverSettings(await etcFile(netns, 'resolv.conf'))
  let failed = false
  for (const candidate of candidates(name, settings)) {
    const answers = await Promise.all(typesOf(family).map(async (type) => query(netns, candidate, type, settings, signal)))
    const addresses = answers.flatMap((answer) => answer.kind === 'addresses' ? answer.addresses : [])
    if (addresses.length > 0) return sorted(netns, addresses)
    failed ||= answers.some(({ kind }) => kind === 'failure')
  }
  throw notFound(plain, failed ? 'EAI_AGAIN' : 'ENOTFOUND')
}

const typesOf = (family: IpFamily): AddressType[] => family === 4 ? ['A'] : family === 6 ? ['AAAA'] : ['AAAA', 'A']

function ofFamily(addresses: readonly Uint8Array[], family: IpFamily): Uint8Array[] {
  return addresses.filter(({ length }) => family === 0 || length === (family === 4 ? 4 : 16))
}

/** As RFC 6724 has it: what there is a way to comes first, and IPv6 before IPv4. Within a family the order stays. */
async function sorted(netns: Netns, addresses: readonly Uint8Array[]): Promise<Uint8Array[]> {
  const [six, four] = [ofFamily(addresses, 6), ofFamily(addresses, 4)]
  const [first] = six
  if (!first || four.length === 0) return [...six, ...four]
  return await reachable(netns, first) ? [...six, ...four] : [...four, ...six]
}

async function reachable(netns: Netns, address: Uint8Array): Promise<boolean> {
  try {
    await netns.routes.get(formatIp(address))
    return true
  } catch (error) {
    if (error instanceof NetlinkError) return false
    throw error
  }
}

const errnos = { ENOTFOUND: -3008, EAI_AGAIN: -3001 }  // UV_EAI_NONAME, UV_EAI_AGAIN

function notFound(hostname: string, code: keyof typeof errnos): Error {
  return Object.assign(new Error(`getaddrinfo ${code} ${hostname}`), { errno: errnos[code], code, syscall: 'getaddrinfo', hostname })
}

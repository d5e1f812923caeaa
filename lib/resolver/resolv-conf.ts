// resolv.conf(5): which servers are asked, for which names, and for how long. Limits and defaults are glibc's.

import { addressIn } from './files.ts'

export interface ResolverSettings {
  /** Addresses, with the link behind '%' where they are link-local. Default: 127.0.0.1. At most three. */
  servers: string[]
  /** Appended to names with fewer dots than `ndots`, and to those that were not found otherwise. */
  search: string[]
  ndots: number
  /** Seconds for one answer. */
  timeout: number
  attempts: number
  /** Begin with another server each time. */
  rotate: boolean
  /** Ask over TCP only. */
  tcp: boolean
}

const most = { servers: 3, ndots: 15, timeout: 30, attempts: 5 }

export function resolverSettings(text: string): ResolverSettings {
  const settings: ResolverSettings = { servers: [], search: [], ndots: 1, timeout: 5, attempts: 2, rotate: false, tcp: false }
  for (const line of text.split('\n')) {
    if (/^[#;]/.test(line)) continue
    const [keyword = '', ...words] = line.replace(/\s[#;].*/, '').trim().split(/\s+/)
    keywords[keyword]?.(settings, words)
  }
  if (settings.servers.length === 0) settings.servers.push('127.0.0.1')
  return settings
}

const keywords: { readonly [keyword: string]: ((settings: ResolverSettings, words: readonly string[]) => void) | undefined } = {
  nameserver(settings, [server = '']) {
    const [address = ''] = server.split('%')
    if (addressIn(address) && settings.servers.length < most.servers) settings.servers.push(server)
  },
  // The last of both counts.
  search: (settings, words) => { settings.search = words.map(domain).filter((word) => word !== '') },
  domain: (settings, words) => { settings.search = words.slice(0, 1).map(domain).filter((word) => word !== '') },
  options: (settings, words) => { for (const word of words) option(settings, word) },
}

const domain = (word: string): string => word.replace(/\.$/, '').toLowerCase()

function option(settings: ResolverSettings, word: string): void {
  const [, name, digits] = /^(ndots|timeout|attempts):(\d+)$/.exec(word) ?? []
  if (name === 'ndots' || name === 'timeout' || name === 'attempts') {
    settings[name] = Math.min(most[name], Math.max(name === 'ndots' ? 0 : 1, Number(digits)))
  }
  if (word === 'rotate') settings.rotate = true
  if (word === 'use-vc') settings.tcp = true
}

/** The names that are asked for, one after the other. A dot at the end means just this one. */
export function candidates(name: string, { search, ndots }: Pick<ResolverSettings, 'search' | 'ndots'>): string[] {
  if (name.endsWith('.')) return [name.slice(0, -1)]
  const longer = search.map((domain) => `${name}.${domain}`)
  const dots = name.split('.').length - 1
  return dots >= ndots ? [name, ...longer] : [...longer, name]
}

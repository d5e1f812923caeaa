// Realms of IPv4 routing: what a route and a rule say of where a packet comes from and goes to, for tc(8) and iptables.

import { typeError } from './errors.ts'
import { integer, snapshot } from './values.ts'

/** Each 0 to 65535; 0, and what is left out, is none. */
export interface Realms {
  from?: number | undefined
  to?: number | undefined
}

const names = new Set(['from', 'to'])

/** As RTA_FLOW and FRA_FLOW have them. */
export function realmsWord(realms: unknown, path: string): number {
  const { from, to } = snapshot<Realms>(realms, names, path)
  if (from === undefined && to === undefined) throw typeError(path, 'from or to is wanted')
  return integer(from ?? 0, 0, 65_535, `${path}.from`) * 65_536 + integer(to ?? 0, 0, 65_535, `${path}.to`)
}

export function realmsOf(word: number): Realms {
  const [from, to] = [word >>> 16, word & 0xffff]
  return { ...(from === 0 ? {} : { from }), ...(to === 0 ? {} : { to }) }
}

// The metrics of a route (RTAX_*): what TCP and the path may be told by it.

import { rangeError, typeError } from './errors.ts'
import { type Infer, type Input } from './schema/dsl.ts'
import { metrics as table } from './schema/route.ts'
import { array, boolean, integer, textBytes } from './values.ts'

export interface RouteMetrics {
  /** Bytes. */
  mtu?: number | undefined
  /** The greatest segment that TCP offers to receive, bytes. */
  advmss?: number | undefined
  /** The greatest window that TCP offers, bytes. */
  window?: number | undefined
  /** The first estimate of the round trip time, milliseconds in eighths. */
  rtt?: number | undefined
  /** The first estimate of its variation, milliseconds in quarters. */
  rttvar?: number | undefined
  /** Packets: where slow start ends. */
  ssthresh?: number | undefined
  /** Packets: the greatest congestion window. Counts only when locked. */
  cwnd?: number | undefined
  /** Packets that may overtake each other before one is held to be lost. */
  reordering?: number | undefined
  /** Of packets sent, 1 to 255; 0 is the namespace's own. */
  hoplimit?: number | undefined
  /** Packets: the congestion window to begin with. */
  initcwnd?: number | undefined
  /** Packets: the window offered to begin with. */
  initrwnd?: number | undefined
  /** The least time before TCP sends again, milliseconds. Always locked, as by ip(8): tcp_rto_min passes over it otherwise. */
  rtoMin?: number | undefined
  quickack?: boolean | undefined
  /** TCP Fast Open without a cookie. */
  fastopenNoCookie?: boolean | undefined
  /** Congestion control: `cubic`, `reno` ... which the kernel has. */
  congctl?: string | undefined
  /** `ecn`; `tcp_usec_ts`, since Linux 6.7. */
  features?: readonly string[] | undefined
  /** Which of these nothing may change later, such as path MTU discovery: `['mtu']`. */
  lock?: readonly string[] | undefined
}

type Wire = Input<typeof table>
type Taken = { [name: string]: unknown }

const u32 = 2 ** 32 - 1
/** Numbers, with how many units of the wire one is. */
const numbers = {
  mtu: 1, advmss: 1, window: 1, rtt: 8, rttvar: 4, ssthresh: 1, cwnd: 1, reordering: 1, hoplimit: 1, initcwnd: 1, initrwnd: 1, rtoMin: 1,
} as const
const flags = ['quickack', 'fastopenNoCookie'] as const
const numberEntries = Object.entries(numbers) as [keyof typeof numbers, number][]

/** As the bits of RTAX_LOCK are called. */
const lockWords: { readonly [option: string]: string } = {
  ...Object.fromEntries([...numberEntries.map(([name]) => name), ...flags, 'features'].map((name) => [name, name])),
  rtoMin: 'rto_min', fastopenNoCookie: 'fastopen_no_cookie', congctl: 'cc_algo',
}
const lockOptions = new Map(Object.entries(lockWords).map(([option, word]) => [word, option]))

export const metricNames: readonly string[] = [...Object.keys(numbers), ...flags, 'congctl', 'features', 'lock']

function scaled(value: unknown, units: number, path: string): number {
  if (units === 1 || typeof value !== 'number') return integer(value, 0, u32, path)
  const whole = value * units
  if (!Number.isInteger(whole) || whole < 0 || whole > u32) throw rangeError(path, `${value} is not a multiple of ${1 / units} from 0 to ${u32 / units}`)
  return whole
}

function words(value: unknown, path: string): string[] {
  return array(value, path).map((one, index) => {
    if (typeof one !== 'string') throw typeError(`${path}[${index}]`, 'a string is wanted')
    return one
  })
}

function locks(lock: unknown, path: string): string[] {
  return words(lock, path).map((name, index) => {
    if (!Object.hasOwn(lockWords, name)) throw rangeError(`${path}[${index}]`, `'${name}' is none of ${Object.keys(lockWords).join(' ')}`)
    return lockWords[name] ?? ''
  })
}

function features(value: unknown, path: string): string[] {
  const { values } = table.attributes.features.names ?? { values: {} }
  return words(value, path).map((name, index) => {
    if (!Object.hasOwn(values, name)) throw rangeError(`${path}[${index}]`, `'${name}' is none of ${Object.keys(values).join(' ')}`)
    return name
  })
}

export function metricsOf(route: Taken, path: string): Wire {
  const metrics: Wire = {}
  for (const [name, units] of numberEntries) if (route[name] !== undefined) metrics[name] = scaled(route[name], units, `${path}.${name}`)
  if (metrics.hoplimit !== undefined) integer(metrics.hoplimit, 0, 255, `${path}.hoplimit`)   // ip_metrics_convert cuts it
  for (const name of flags) if (route[name] !== undefined) metrics[name] = boolean(route[name], `${path}.${name}`)
  if (route['features'] !== undefined) metrics.features = features(route['features'], `${path}.features`)
  const locked = route['lock'] === undefined ? [] : locks(route['lock'], `${path}.lock`)
  if (route['rtoMin'] !== undefined && !locked.includes('rto_min')) locked.push('rto_min')
  if (locked.length > 0) metrics.lock = locked
  if (route['congctl'] !== undefined) {
    textBytes(route['congctl'], `${path}.congctl`, 15)
    metrics.ccAlgo = route['congctl'] as string
  }
  return metrics
}

export function metricsInfo(raw: Infer<typeof table>): RouteMetrics {
  const info: { [name: string]: unknown } = {}
  for (const [name, units] of numberEntries) if (raw[name] !== undefined) info[name] = raw[name] / units
  for (const name of flags) if (raw[name] !== undefined) info[name] = raw[name]
  if (raw.ccAlgo !== undefined) info['congctl'] = raw.ccAlgo
  if (raw.features !== undefined) info['features'] = raw.features
  const locked = (raw.lock ?? []).filter((word) => word !== 'rto_min').map((word) => lockOptions.get(word) ?? word)
  if (locked.length > 0) info['lock'] = locked
  return info
}

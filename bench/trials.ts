// The trials: what each counts and at which sizes. What has to be there before is in prepare.ts, what must be there after in check.ts.

export interface Trial {
  readonly title: string
  /** What one operation is. */
  readonly unit: string
  readonly quick: readonly number[]
  readonly small: readonly number[]
  readonly full: readonly number[]
  /** Both ends of each link without IPv6, and a bridge without multicast snooping. */
  readonly lean?: boolean
  /** The trial that the drivers know it by, where that is another one's. */
  readonly as?: string
  /** Operations that a driver which is compiled while it runs makes before the clock starts, elsewhere: until V8 has nothing more to compile. */
  readonly warm: number
}

interface Sizes { warm: number, quick: number, small: readonly number[], full: readonly number[] }

function trial(title: string, unit: string, { quick, ...sizes }: Sizes, more: Pick<Trial, 'lean' | 'as'> = {}): Trial {
  return { title, unit, quick: [quick], ...sizes, ...more }
}

const ports: Sizes = { warm: 400, quick: 20, small: [50, 200], full: [200, 1000] }
const namespaces: Sizes = { warm: 400, quick: 10, small: [20, 100], full: [200, 1000] }
const routes: Sizes = { warm: 20_000, quick: 500, small: [1000, 5000], full: [10_000, 50_000] }
const addresses: Sizes = { warm: 10_000, quick: 200, small: [500, 2000], full: [2000, 10_000] }
const quiet = 'the same, without IPv6 and snooping'

export const trials: { readonly [name: string]: Trial } = {
  W1: trial('create veth pairs in one namespace', 'pair', { warm: 1500, quick: 50, small: [100, 1000], full: [100, 1000, 5000] }),
  W2: trial('veths from a bridge to another namespace, up', 'pair', ports),
  'W2-lean': trial(quiet, 'pair', ports, { lean: true, as: 'W2' }),
  W3: trial('delete veth pairs out of many', 'pair', { warm: 400, quick: 20, small: [20, 100], full: [200, 1000] }),
  W4: trial('create named namespaces', 'namespace', namespaces),
  'W4-down': trial('remove the names of namespaces', 'namespace', namespaces),
  W5: trial('pods: namespace, veth on a bridge, address, route', 'pod', namespaces),
  'W5-lean': trial(quiet, 'pod', namespaces, { lean: true, as: 'W5' }),
  'W5-down': trial('pods torn down: link deleted, name removed', 'pod', { warm: 200, quick: 10, small: [20, 100], full: [50, 200] }),
  W6: trial('dump links to typed objects', 'link', { warm: 5000, quick: 100, small: [200, 1000], full: [1000, 5000] }),
  W7: trial('add IPv4 routes', 'route', routes),
  'W7-list': trial('dump IPv4 routes to typed objects', 'route', routes),
  'W7-delete': trial('delete IPv4 routes', 'route', routes),
  address: trial('add IPv4 addresses, to 100 links', 'address', addresses),
  'address-delete': trial('delete IPv4 addresses', 'address', addresses),
  single: trial('one RTM_GETLINK of lo, awaited alone', 'request', { warm: 20_000, quick: 200, small: [500, 2000], full: [1000, 10_000] }),
  'single-veth': trial('one veth pair, awaited alone', 'pair', { warm: 400, quick: 20, small: [50, 200], full: [200, 1000] }),
}

export function trialOf(name: string): Trial {
  const trial = trials[name]
  if (!trial) throw new RangeError(`there is no trial ${name}; there are ${Object.keys(trials).join(' ')}`)
  return trial
}

export const plural = (unit: string): string => `${unit}${unit.endsWith('s') ? 'es' : 's'}`

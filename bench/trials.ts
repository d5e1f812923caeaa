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
}

interface Sizes { quick: number, small: readonly number[], full: readonly number[] }

function trial(title: string, unit: string, { quick, ...sizes }: Sizes, more: Pick<Trial, 'lean' | 'as'> = {}): Trial {
  return { title, unit, quick: [quick], ...sizes, ...more }
}

const ports: Sizes = { quick: 20, small: [50, 200], full: [200, 1000] }
const namespaces: Sizes = { quick: 10, small: [20, 100], full: [200, 1000] }
const routes: Sizes = { quick: 500, small: [1000, 5000], full: [10_000, 50_000] }
const quiet = 'the same without IPv6 on the links and without multicast snooping'

export const trials: { readonly [name: string]: Trial } = {
  W1: trial('create veth pairs in one namespace', 'pair', { quick: 50, small: [100, 1000], full: [100, 1000, 5000] }),
  W2: trial('create veths, peer in another namespace, near end on a bridge, both up', 'pair', ports),
  'W2-lean': trial(quiet, 'pair', ports, { lean: true, as: 'W2' }),
  W3: trial('delete veth pairs out of many, by a list of links', 'pair', { quick: 20, small: [20, 100], full: [200, 1000] }),
  W4: trial('create named namespaces, loopback up', 'namespace', namespaces),
  W5: trial('attach pods: namespace, loopback, veth on a bridge, address, default route', 'pod', namespaces),
  'W5-lean': trial(quiet, 'pod', namespaces, { lean: true, as: 'W5' }),
  'W5-down': trial('tear pods down: host ends deleted, names removed', 'pod', { quick: 10, small: [20, 100], full: [50, 200] }),
  W6: trial('dump links to typed objects', 'link', { quick: 100, small: [200, 1000], full: [1000, 5000] }),
  W7: trial('add IPv4 routes', 'route', routes),
  'W7-list': trial('dump them to typed objects', 'route', routes),
  'W7-delete': trial('delete them', 'route', routes),
  single: trial('one RTM_GETLINK of lo, awaited alone', 'request', { quick: 200, small: [500, 2000], full: [1000, 10_000] }),
  'single-veth': trial('one veth pair, awaited alone', 'pair', { quick: 20, small: [50, 200], full: [200, 1000] }),
}

export function trialOf(name: string): Trial {
  const trial = trials[name]
  if (!trial) throw new RangeError(`there is no trial ${name}; there are ${Object.keys(trials).join(' ')}`)
  return trial
}

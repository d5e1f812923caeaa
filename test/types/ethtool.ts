// What the compiler has to refuse of ethtool's settings, and what their types are. Checked by tsc; nothing calls these functions.
import { type Bits, type EthtoolFeature, type GenlFamily, type Link, type Netns } from '../../lib/index.ts'
import { same } from './same.ts'

export async function settings({ ethtool }: Link): Promise<void> {
  const rings = await ethtool.get('rings')
  same<typeof rings.rxMax, number | undefined>(true)
  same<typeof rings.tcpDataSplit, number | 'unknown' | 'disabled' | 'enabled' | undefined>(true)
  // @ts-expect-error: the header is not shown
  rings.header
  // @ts-expect-error
  rings.cmd
  same<Awaited<ReturnType<typeof ethtool.get<'linkmodes'>>>['ours'], Bits | undefined>(true)
  await ethtool.set('linkmodes', { ours: { '100baseT/Full': true }, duplex: 'full', speed: 100 })
  await ethtool.set('rings', { rx: 512 })
  // @ts-expect-error: the driver says that
  await ethtool.set('rings', { rxMax: 512 })
  // @ts-expect-error
  await ethtool.set('linkmodes', { ours: ['100baseT/Full'] })
  // @ts-expect-error
  await ethtool.set('linkmodes', { duplex: 'both' })
  // @ts-expect-error: nobody changes it
  await ethtool.set('linkstate', {})
  // @ts-expect-error
  await ethtool.get('ring')
  // @ts-expect-error
  await ethtool.set('channels', { rxCount: '2' })
}

export async function features({ ethtool }: Link): Promise<void> {
  same<Awaited<ReturnType<typeof ethtool.features>>, Record<string, EthtoolFeature>>(true)
  const { changed, unchanged } = await ethtool.setFeatures({ 'rx-gro': false })
  same<typeof changed, Bits>(true)
  same<typeof unchanged, readonly string[]>(true)
  // @ts-expect-error
  await ethtool.setFeatures({ 'rx-gro': 'off' })
  same<Awaited<ReturnType<typeof ethtool.stats>>, Record<string, number>>(true)
}

export async function families(netns: Netns): Promise<void> {
  same<Awaited<ReturnType<typeof netns.genl.families>>, GenlFamily[]>(true)
}

// Settings of IPv4 on one link as they are written: IFLA_INET_CONF is an array where the kernel sends it (devconf.ts), and a nest
// of attributes, numbered by the same constants, where it takes it (inet_set_link_af).

import { attributes, message, nest, u32, type AttributeSet, type Field, type Input } from './dsl.ts'
import { ipv4Devconf } from './devconf.ts'
import { ifinfomsg } from './link.ts'

type Conf = { readonly [K in keyof typeof ipv4Devconf.members]: Field<number> }
const numbered = Object.fromEntries(Object.keys(ipv4Devconf.members).map((name, place) => [name, u32(place + 1)])) as Conf

const inetConf: AttributeSet<{}, Conf> = attributes(ipv4Devconf.memberPrefix, numbered)

/** IPv4's settings on a link. Numbers are unsigned: -1 is 4294967295. */
export interface InetConf extends Input<typeof inetConf> {}

const inet = attributes('IFLA_INET_', {
  conf: nest(1, () => inetConf),
})

const afSpec = attributes('AF_', {
  inet: nest(2, () => inet),
})

export const linkConf = message(ifinfomsg, attributes('IFLA_', {
  afSpec: nest(26, () => afSpec),
}))

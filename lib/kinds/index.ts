// The kinds of links this library knows by name, and the kinds of masters whose ports have attributes of their own.
// The key is the kernel's word (rtnl_link_ops.kind). Other kinds' data come and go as bytes.

import { registerClasses } from '../link.ts'
import { bridgePort } from '../schema/bridge-port.ts'
import { register } from '../schema/registry.ts'
import { Bridge, bridge } from './bridge.ts'
import { Veth, veth } from './veth.ts'

export const kinds = {
  bridge: { table: bridge, handle: Bridge },
  veth: { table: veth, handle: Veth },
}

export const portKinds = {
  bridge: bridgePort,
}

register(kinds, portKinds)
registerClasses(kinds)

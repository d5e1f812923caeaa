// The kinds of links this library knows by name, and the kinds of masters whose ports have attributes of their own.
// The key is the kernel's word (rtnl_link_ops.kind). Other kinds' data come and go as bytes.

import { registerClasses } from '../link.ts'
import { bridgePort, bridgePortShown } from '../schema/bridge-port.ts'
import { register } from '../schema/registry.ts'
import { tun } from '../schema/tun.ts'
import { erspan, gre, ip6gre, ip6tnl, ipip, sit, vti, vti6 } from '../schema/tunnel.ts'
import { Amt, amt } from './amt.ts'
import { Bareudp, bareudp } from './bareudp.ts'
import { Batadv, batadv } from './batadv.ts'
import { Bond, bond, bondPort, bondPortShown } from './bond.ts'
import { Bridge, bridge } from './bridge.ts'
import { Can, can } from './can.ts'
import { Dsa, dsa } from './dsa.ts'
import { Dummy } from './dummy.ts'
import { Erspan } from './erspan.ts'
import { Geneve, geneve } from './geneve.ts'
import { Gre } from './gre.ts'
import { Gretap } from './gretap.ts'
import { Gtp, gtp } from './gtp.ts'
import { Hsr, hsr } from './hsr.ts'
import { Ifb } from './ifb.ts'
import { Ip6erspan } from './ip6erspan.ts'
import { Ip6gre } from './ip6gre.ts'
import { Ip6gretap } from './ip6gretap.ts'
import { Ip6tnl } from './ip6tnl.ts'
import { Ipip } from './ipip.ts'
import { Ipoib, ipoib } from './ipoib.ts'
import { Ipvlan, ipvlan } from './ipvlan.ts'
import { Ipvtap } from './ipvtap.ts'
import { Lowpan } from './lowpan.ts'
import { Macsec, macsec } from './macsec.ts'
import { Macvlan, macvlan } from './macvlan.ts'
import { Macvtap } from './macvtap.ts'
import { Netkit, netkit } from './netkit.ts'
import { Nlmon } from './nlmon.ts'
import { Ovpn, ovpn } from './ovpn.ts'
import { Rmnet, rmnet } from './rmnet.ts'
import { Sit } from './sit.ts'
import { Team } from './team.ts'
import { Tun } from './tun.ts'
import { Vcan } from './vcan.ts'
import { Veth, veth } from './veth.ts'
import { VirtWifi } from './virt_wifi.ts'
import { Vlan, vlan } from './vlan.ts'
import { Vrf, vrf, vrfPort } from './vrf.ts'
import { Vti } from './vti.ts'
import { Vti6 } from './vti6.ts'
import { Vxcan, vxcan } from './vxcan.ts'
import { Vxlan, vxlan } from './vxlan.ts'
import { Wireguard } from './wireguard.ts'
import { Xfrm, xfrm } from './xfrm.ts'

export const kinds = {
  amt:       { table: amt, handle: Amt },
  bareudp:   { table: bareudp, handle: Bareudp },
  batadv:    { table: batadv, handle: Batadv },
  bond:      { table: bond, handle: Bond },
  bridge:    { table: bridge, handle: Bridge },
  can:       { table: can, handle: Can },
  dsa:       { table: dsa, handle: Dsa },
  dummy:     { handle: Dummy },
  erspan:    { table: erspan, handle: Erspan },
  geneve:    { table: geneve, handle: Geneve },
  gre:       { table: gre, handle: Gre },
  gretap:    { table: gre, handle: Gretap },
  gtp:       { table: gtp, handle: Gtp },
  hsr:       { table: hsr, handle: Hsr },
  ifb:       { handle: Ifb },
  ip6erspan: { table: ip6gre, handle: Ip6erspan },
  ip6gre:    { table: ip6gre, handle: Ip6gre },
  ip6gretap: { table: ip6gre, handle: Ip6gretap },
  ip6tnl:    { table: ip6tnl, handle: Ip6tnl },
  ipip:      { table: ipip, handle: Ipip },
  ipoib:     { table: ipoib, handle: Ipoib },
  ipvlan:    { table: ipvlan, handle: Ipvlan },
  ipvtap:    { table: ipvlan, handle: Ipvtap },
  lowpan:    { handle: Lowpan },
  macsec:    { table: macsec, handle: Macsec },
  macvlan:   { table: macvlan, handle: Macvlan },
  macvtap:   { table: macvlan, handle: Macvtap },
  netkit:    { table: netkit, handle: Netkit },
  nlmon:     { handle: Nlmon },
  ovpn:      { table: ovpn, handle: Ovpn },
  rmnet:     { table: rmnet, handle: Rmnet },
  sit:       { table: sit, handle: Sit },
  team:      { handle: Team },
  tun:       { table: tun, handle: Tun },
  vcan:      { handle: Vcan },
  veth:      { table: veth, handle: Veth },
  virt_wifi: { handle: VirtWifi },
  vlan:      { table: vlan, handle: Vlan },
  vrf:       { table: vrf, handle: Vrf },
  vti:       { table: vti, handle: Vti },
  vti6:      { table: vti6, handle: Vti6 },
  vxcan:     { table: vxcan, handle: Vxcan },
  vxlan:     { table: vxlan, handle: Vxlan },
  wireguard: { handle: Wireguard },
  xfrm:      { table: xfrm, handle: Xfrm },
}

/** What a master of the kind knows of its ports. */
export const portKinds = {
  bond:   { table: bondPort, shown: bondPortShown },
  bridge: { table: bridgePort, shown: bridgePortShown, links: ['backupPort'] },
  vrf:    { table: vrfPort, shown: ['table'] },
}

register(kinds, portKinds)
registerClasses(kinds)

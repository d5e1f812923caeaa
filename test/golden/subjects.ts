// All fixtures, each list with the message set that it is of.

import { address } from './address.ts'
import { addressAnswers } from './address-answers.ts'
import { bond } from './bond.ts'
import { bridge } from './bridge.ts'
import { bridgeAnswers } from './bridge-answers.ts'
import { bridgeLink, bridgePort } from './bridge-port.ts'
import { bridgeLinkAnswers, bridgePortAnswers } from './bridge-port-answers.ts'
import { addressEvents, linkEvents, neighborEvents, nsidEvents, routeEvents } from './events.ts'
import { deviceAnswers } from './device-answers.ts'
import { fdb } from './fdb.ts'
import { geneve } from './geneve.ts'
import { subject } from './golden.ts'
import { gre } from './gre.ts'
import { gretap } from './gretap.ts'
import { ip6gre } from './ip6gre.ts'
import { ip6tnl } from './ip6tnl.ts'
import { ipip } from './ipip.ts'
import { ipvlan } from './ipvlan.ts'
import { kindAnswers } from './kind-answers.ts'
import { link } from './link.ts'
import { linkConf } from './link-conf.ts'
import { linkMore } from './link-more.ts'
import { linkQueries } from './link-queries.ts'
import { linkRare } from './link-rare.ts'
import { loopbackAnswers } from './loopback-answers.ts'
import { macvlan } from './macvlan.ts'
import { neighbor } from './neighbor.ts'
import { neighborAnswers } from './neighbor-answers.ts'
import { netkit } from './netkit.ts'
import { nsid } from './nsid.ts'
import { nsidAnswers } from './nsid-answers.ts'
import { otherKinds } from './other-kinds.ts'
import { plainKinds } from './plain-kinds.ts'
import { routeAnswersInet } from './route-answers-inet.ts'
import { routeAnswersInet6 } from './route-answers-inet6.ts'
import { routeInet } from './route-inet.ts'
import { routeInet6 } from './route-inet6.ts'
import { routeQueries } from './route-queries.ts'
import { routeWays } from './route-ways.ts'
import { sit } from './sit.ts'
import { tunnelAnswers } from './tunnel-answers.ts'
import { veth } from './veth.ts'
import { vethAnswers } from './veth-answers.ts'
import { vlan } from './vlan.ts'
import { vti } from './vti.ts'
import { vxlan } from './vxlan.ts'
import { xfrmMacsecHsr } from './xfrm-macsec-hsr.ts'
import { xstats, xstatsAnswers } from './xstats.ts'
import { messages } from '../../lib/schema/messages.ts'

const { address: addresses, bridgeLink: bridgeLinks, link: links, linkConf: linkConfs, xstats: statistics, neighbor: neighbors, nsid: nsids, route: routes } = messages

/** Links by their kinds. */
const kinds = { bond, geneve, gre, gretap, ip6gre, ip6tnl, ipip, ipvlan, macvlan, netkit, otherKinds, plainKinds, sit, vlan, vti, vxlan, xfrmMacsecHsr }

/** What ip(8) and bridge(8) send. */
export const requested = [
  subject('link', links, link), subject('link, rare', links, linkRare), subject('link, queries', links, linkQueries),
  ...Object.entries(kinds).map(([name, fixtures]) => subject(name, links, fixtures)),
  subject('link, more', links, linkMore), subject('link, conf', linkConfs, linkConf), subject('statistics', statistics, xstats),
  subject('veth', links, veth), subject('bridge', links, bridge), subject('bridge port', links, bridgePort),
  subject('bridge port, family bridge', bridgeLinks, bridgeLink),
  subject('address', addresses, address),
  subject('route, inet', routes, routeInet), subject('route, ways', routes, routeWays), subject('route, inet6', routes, routeInet6),
  subject('route, queries', routes, routeQueries),
  subject('neighbor', neighbors, neighbor), subject('neighbor, fdb', neighbors, fdb),
  subject('nsid', nsids, nsid),
]

/** What the kernel answers and announces. */
export const answered = [
  subject('kinds, answers', links, kindAnswers), subject('devices, answers', links, deviceAnswers), subject('tunnels, answers', links, tunnelAnswers),
  subject('statistics, answers', statistics, xstatsAnswers),
  subject('veth, answers', links, vethAnswers), subject('loopback, answers', links, loopbackAnswers),
  subject('bridge, answers', links, bridgeAnswers),
  subject('bridge port, answers', links, bridgePortAnswers), subject('bridge port, family bridge, answers', bridgeLinks, bridgeLinkAnswers),
  subject('address, answers', addresses, addressAnswers),
  subject('route, inet, answers', routes, routeAnswersInet), subject('route, inet6, answers', routes, routeAnswersInet6),
  subject('neighbor, answers', neighbors, neighborAnswers),
  subject('nsid, answers', nsids, nsidAnswers),
  subject('link, events', links, linkEvents), subject('address, events', addresses, addressEvents),
  subject('route, events', routes, routeEvents),
  subject('neighbor, events', neighbors, neighborEvents), subject('nsid, events', nsids, nsidEvents),
]

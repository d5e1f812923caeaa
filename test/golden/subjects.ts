// All fixtures, each list with the message set that it is of.

import { addressAnswers } from './address-answers.ts'
import { addressLabelAnswers } from './address-label-answers.ts'
import { addressLabel } from './address-label.ts'
import { address } from './address.ts'
import { bond } from './bond.ts'
import { bpfAnswers } from './bpf-answers.ts'
import { bridgeAnswers } from './bridge-answers.ts'
import { bridgeLink, bridgePort } from './bridge-port.ts'
import { mstAnswers, vlanAnswers } from './bridge-vlan-answers.ts'
import { bridgeVlans } from './bridge-vlans.ts'
import { bridgeLinkAnswers, bridgePortAnswers } from './bridge-port-answers.ts'
import { bridge } from './bridge.ts'
import { deviceAnswers } from './device-answers.ts'
import { encapAnswers } from './encap-answers.ts'
import { addressEvents, linkEvents, neighborEvents, nsidEvents, routeEvents } from './events.ts'
import * as ethtoolAnswers from './ethtool-answers.ts'
import * as ethtoolMore from './ethtool-more.ts'
import * as ethtool from './ethtool.ts'
import { fdb } from './fdb.ts'
import { fdbAnswers, fdbMore } from './fdb-more.ts'
import { geneve } from './geneve.ts'
import { ctrl, ctrlAnswers } from './genl.ts'
import { subject, type Fixture, type Subject } from './golden.ts'
import { gre } from './gre.ts'
import { gretap } from './gretap.ts'
import { ip6gre } from './ip6gre.ts'
import { ip6tnl } from './ip6tnl.ts'
import { ipip } from './ipip.ts'
import { ipvlan } from './ipvlan.ts'
import { kindAnswers } from './kind-answers.ts'
import { linkConf } from './link-conf.ts'
import { linkMore } from './link-more.ts'
import { linkQueries } from './link-queries.ts'
import { linkRare } from './link-rare.ts'
import { link } from './link.ts'
import { loopbackAnswers } from './loopback-answers.ts'
import { macvlan } from './macvlan.ts'
import { mplsAnswers } from './mpls-answers.ts'
import { mpls } from './mpls.ts'
import { neighborAnswers } from './neighbor-answers.ts'
import { neighbor } from './neighbor.ts'
import { mdb } from './mdb.ts'
import { mdbAnswers } from './mdb-answers.ts'
import { neighborMoreAnswers, neighborTableAnswers, netconfAnswers } from './neighbor-table-answers.ts'
import { neighborMore, neighborTables, netconf } from './neighbor-tables.ts'
import { netkit } from './netkit.ts'
import { nexthopAnswers } from './nexthop-answers.ts'
import { nexthopQueries } from './nexthop-queries.ts'
import { nexthop } from './nexthop.ts'
import { nsidAnswers } from './nsid-answers.ts'
import { nsid } from './nsid.ts'
import { moreKinds } from './more-kinds.ts'
import { otherKinds } from './other-kinds.ts'
import { plainKinds } from './plain-kinds.ts'
import { routeAnswersInet } from './route-answers-inet.ts'
import { routeAnswersInet6 } from './route-answers-inet6.ts'
import { routeBpf } from './route-bpf.ts'
import { routeEncapOptions } from './route-encap-options.ts'
import { routeEncap } from './route-encap.ts'
import { routeInet } from './route-inet.ts'
import { routeInet6 } from './route-inet6.ts'
import { routeMore } from './route-more.ts'
import { routeQueries } from './route-queries.ts'
import { routeSeg6 } from './route-seg6.ts'
import { routeSeg6local } from './route-seg6local.ts'
import { routeWays } from './route-ways.ts'
import { ruleAnswers } from './rule-answers.ts'
import { ruleMore } from './rule-more.ts'
import { rule } from './rule.ts'
import { seg6Answers } from './seg6-answers.ts'
import { sit } from './sit.ts'
import { tunnelAnswers } from './tunnel-answers.ts'
import { vethAnswers } from './veth-answers.ts'
import { veth } from './veth.ts'
import { vlan } from './vlan.ts'
import { vlanQueries, vlans } from './vlans.ts'
import { vti } from './vti.ts'
import { vxlan } from './vxlan.ts'
import { wireguardAnswers, wireguardRequests } from './wireguard.ts'
import { xfrmMacsecHsr } from './xfrm-macsec-hsr.ts'
import { xstats, xstatsAnswers } from './xstats.ts'
import { type AnySet } from '../../lib/schema/dsl.ts'
import { genericMessages } from '../../lib/schema/generic.ts'
import { messages } from '../../lib/schema/messages.ts'

const { address: addresses, bridgeLink: bridgeLinks, link: links, linkConf: linkConfs, xstats: statistics, neighbor: neighbors, nsid: nsids, route: routes, rule: rules, nexthop: nexthops, addressLabel: addressLabels } = messages

/** Links by their kinds. */
const kinds = { bond, geneve, gre, gretap, ip6gre, ip6tnl, ipip, ipvlan, macvlan, moreKinds, netkit, otherKinds, plainKinds, sit, vlan, vti, vxlan, xfrmMacsecHsr }

/** Those of the family ethtool: each list is named as what it is about. */
function generic(lists: { readonly [name: string]: readonly Fixture<AnySet>[] }): Subject[] {
  const sets: { readonly [name: string]: AnySet } = genericMessages
  return Object.entries(lists).map(([name, fixtures]) => {
    const noun = name.replace('Answers', '')
    const set = sets[`ethtool${noun.charAt(0).toUpperCase()}${noun.slice(1)}`]
    if (!set) throw new Error(`${name} is of no message`)
    return subject(`ethtool, ${name}`, set, fixtures)
  })
}

/** What ip(8), bridge(8), ethtool(8), genl(8) and wg(8) send. */
export const requested = [
  subject('link', links, link), subject('link, rare', links, linkRare), subject('link, queries', links, linkQueries),
  ...Object.entries(kinds).map(([name, fixtures]) => subject(name, links, fixtures)),
  subject('link, more', links, linkMore), subject('link, conf', linkConfs, linkConf), subject('statistics', statistics, xstats),
  subject('veth', links, veth), subject('bridge', links, bridge), subject('bridge port', links, bridgePort),
  subject('bridge port, family bridge', bridgeLinks, bridgeLink),
  subject('address', addresses, address),
  subject('route, inet', routes, routeInet), subject('route, ways', routes, routeWays), subject('route, inet6', routes, routeInet6),
  subject('route, queries', routes, routeQueries),
  subject('route, more', routes, routeMore), subject('route, encapsulated', routes, routeEncap), subject('route, options of tunnels', routes, routeEncapOptions),
  subject('route, seg6', routes, routeSeg6), subject('route, seg6local', routes, routeSeg6local), subject('route, bpf', routes, routeBpf), subject('mpls', routes, mpls),
  subject('rule', rules, rule), subject('rule, more', rules, ruleMore), subject('nexthop', nexthops, nexthop), subject('nexthop, queries', nexthops, nexthopQueries),
  subject('address label', addressLabels, addressLabel),
  subject('neighbor', neighbors, neighbor), subject('neighbor, fdb', neighbors, fdb),
  subject('neighbor, more', neighbors, neighborMore), subject('neighbor, more of fdb', neighbors, fdbMore),
  subject('neighbor tables', messages.neighborTable, neighborTables), subject('netconf', messages.netconf, netconf),
  subject('VLANs, family bridge', bridgeLinks, bridgeVlans), subject('VLANs', messages.vlan, vlans), subject('VLANs, queries', messages.vlanDump, vlanQueries),
  subject('multicast database', messages.mdbRequest, mdb),
  subject('nsid', nsids, nsid),
  ...generic({ ...ethtool, ...ethtoolMore }), subject('generic netlink', genericMessages.ctrl, ctrl), subject('wireguard', genericMessages.wireguard, wireguardRequests),
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
  subject('encap, answers', routes, encapAnswers), subject('seg6, answers', routes, seg6Answers), subject('mpls, answers', routes, mplsAnswers), subject('bpf, answers', routes, bpfAnswers),
  subject('rule, answers', rules, ruleAnswers), subject('nexthop, answers', nexthops, nexthopAnswers),
  subject('address label, answers', addressLabels, addressLabelAnswers),
  subject('neighbor, answers', neighbors, neighborAnswers),
  subject('neighbor, more answers', neighbors, neighborMoreAnswers), subject('fdb, answers', neighbors, fdbAnswers),
  subject('neighbor tables, answers', messages.neighborTable, neighborTableAnswers), subject('netconf, answers', messages.netconf, netconfAnswers),
  subject('VLANs, answers', messages.vlan, vlanAnswers), subject('spanning trees, answers', bridgeLinks, mstAnswers),
  subject('multicast database, answers', messages.mdb, mdbAnswers),
  subject('nsid, answers', nsids, nsidAnswers),
  subject('link, events', links, linkEvents), subject('address, events', addresses, addressEvents),
  subject('route, events', routes, routeEvents),
  subject('neighbor, events', neighbors, neighborEvents), subject('nsid, events', nsids, nsidEvents),
  ...generic(ethtoolAnswers), subject('generic netlink, answers', genericMessages.ctrl, ctrlAnswers), subject('wireguard, answers', genericMessages.wireguard, wireguardAnswers),
]

// Virtual functions of a network card (SR-IOV) and their 802.1Qbg ports, as a link message carries them. The kernel
// sends them only when asked with IFLA_EXT_MASK = vf. In requests every struct starts with the number of its function.

import { attributes, be16, bytes, id64, multi, names, nest, pad, string, struct, u16, u32, u64, u8 } from './dsl.ts'

const mac = struct('ifla_vf_mac', '', {
  vf:  u32(),
  mac: bytes(-1, 32),   // the link's own length counts, zeros follow
})

const broadcast = struct('ifla_vf_broadcast', '', {
  broadcast: bytes(-1, 32),
})

const vlan = struct('ifla_vf_vlan', '', {
  vf:   u32(),
  vlan: u32(),   // 0: no filter
  qos:  u32(),
})

const txRate = struct('ifla_vf_tx_rate', '', {
  vf:   u32(),
  rate: u32(),   // Mbit/s, 0: unlimited
})

const rate = struct('ifla_vf_rate', '', {
  vf:        u32(),
  minTxRate: u32(),   // Mbit/s
  maxTxRate: u32(),
})

const setting = { vf: u32(), setting: u32() }   // 0 and 1; 0xffffffff: the driver does not say
const spoofchk = struct('ifla_vf_spoofchk', '', setting)
const rssQueryEn = struct('ifla_vf_rss_query_en', '', setting)
const trust = struct('ifla_vf_trust', '', setting)

const linkState = struct('ifla_vf_link_state', '', {
  vf:        u32(),
  linkState: u32(names({ auto: 0, enable: 1, disable: 2 })),
})

const guid = struct('ifla_vf_guid', '', {
  vf:   u32(),
  pad:  pad(4),
  guid: id64(),
})

const vlanInfo = struct('ifla_vf_vlan_info', '', {
  vf:        u32(),
  vlan:      u32(),
  qos:       u32(),
  vlanProto: be16(names({ '802.1Q': 0x8100, '802.1ad': 0x88a8 })),
  pad:       pad(2),
})

const vlanList = attributes('IFLA_VF_VLAN_', {
  info: multi(nest(1, () => vlanInfo)),
})

const vfStats = attributes('IFLA_VF_STATS_', {
  rxPackets: u64(0),
  txPackets: u64(1),
  rxBytes:   u64(2),
  txBytes:   u64(3),
  broadcast: u64(4),
  multicast: u64(5),
  rxDropped: u64(7),
  txDropped: u64(8),
})

const vfInfo = attributes('IFLA_VF_', {
  mac:        nest(1, () => mac),
  vlan:       nest(2, () => vlan),
  txRate:     nest(3, () => txRate),
  spoofchk:   nest(4, () => spoofchk),
  linkState:  nest(5, () => linkState),
  rate:       nest(6, () => rate),
  rssQueryEn: nest(7, () => rssQueryEn),
  stats:      nest(8, () => vfStats),
  trust:      nest(9, () => trust),
  ibNodeGuid: nest(10, () => guid),
  ibPortGuid: nest(11, () => guid),
  vlanList:   nest(12, () => vlanList),
  broadcast:  nest(13, () => broadcast),
})

export const vfInfoList = attributes('IFLA_VF_', {
  info: multi(nest(1, () => vfInfo)),
})

const portVsi = struct('ifla_port_vsi', '', {
  vsiMgrId:       u8(),
  vsiTypeId:      bytes(-1, 3),
  vsiTypeVersion: u8(),
  pad:            pad(3),
})

const portRequests = names({ preassociate: 0, preassociate_rr: 1, associate: 2, disassociate: 3 })

/** Of one function, or of the card itself (IFLA_PORT_SELF, whose `vf` is 0xffffffff). */
export const port = attributes('IFLA_PORT_', {
  vf:           u32(1),
  profile:      string(2, 39),
  vsiType:      nest(3, () => portVsi),   // no longer looked at
  instanceUuid: bytes(4, 16),
  hostUuid:     bytes(5, 16),
  request:      u8(6, portRequests),
  response:     u16(7),                   // PORT_VDP_RESPONSE_* or PORT_PROFILE_RESPONSE_*, read only
})

export const vfPorts = attributes('IFLA_VF_', {
  port: multi(nest(1, () => port)),
})

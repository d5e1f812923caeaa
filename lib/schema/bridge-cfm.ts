// Connectivity Fault Management (802.1Q clause 12.14) on a bridge. Commands and, with `Info` in their names, what a dump
// tells of each maintenance end point; those are repeated, and `instance` says to which of them they belong.

import { attributes, bool32, bytes, mac, multi, nest, nested, u32, u8 } from './dsl.ts'

const mepCreate = attributes('IFLA_BRIDGE_CFM_MEP_CREATE_', {
  instance:  u32(1),
  domain:    u32(2),
  direction: u32(3),
  ifindex:   u32(4),
})

const mepDelete = attributes('IFLA_BRIDGE_CFM_MEP_DELETE_', {
  instance: u32(1),
})

const mepConfig = attributes('IFLA_BRIDGE_CFM_MEP_CONFIG_', {
  instance:   u32(1),
  unicastMac: mac(2),
  mdlevel:    u32(3),
  mepid:      u32(4),
})

const ccConfig = attributes('IFLA_BRIDGE_CFM_CC_CONFIG_', {
  instance:    u32(1),
  enable:      bool32(2),
  expInterval: u32(3),
  expMaid:     bytes(4, 48),
})

// The kernel's names are not of one prefix: ..._PEER_MEP_INSTANCE and ..._PEER_MEPID.
const ccPeerMep = attributes('IFLA_BRIDGE_CFM_CC_PEER_', {
  mepInstance: u32(1),
  mepid:       u32(2),
})

const ccRdi = attributes('IFLA_BRIDGE_CFM_CC_RDI_', {
  instance: u32(1),
  rdi:      bool32(2),
})

const ccCcmTx = attributes('IFLA_BRIDGE_CFM_CC_CCM_TX_', {
  instance:     u32(1),
  dmac:         mac(2),
  seqNoUpdate:  bool32(3),
  period:       u32(4),      // s, 0 stops
  ifTlv:        bool32(5),
  ifTlvValue:   u8(6),
  portTlv:      bool32(7),
  portTlvValue: u8(8),
})

/** What was seen since the last dump: reading clears it. */
const mepStatus = attributes('IFLA_BRIDGE_CFM_MEP_STATUS_', {
  instance:         u32(1),
  opcodeUnexpSeen:  bool32(2),
  versionUnexpSeen: bool32(3),
  rxLevelLowSeen:   bool32(4),
})

const ccPeerStatus = attributes('IFLA_BRIDGE_CFM_CC_PEER_STATUS_', {
  instance:     u32(1),
  peerMepid:    u32(2),
  ccmDefect:    bool32(3),
  rdi:          bool32(4),
  portTlvValue: u8(5),
  ifTlvValue:   u8(6),
  seen:         bool32(7),
  tlvSeen:      bool32(8),
  seqUnexpSeen: bool32(9),
})

export const cfm = attributes('IFLA_BRIDGE_CFM_', {
  mepCreate:        nested(nest(1, () => mepCreate)),
  mepDelete:        nested(nest(2, () => mepDelete)),
  mepConfig:        nested(nest(3, () => mepConfig)),
  ccConfig:         nested(nest(4, () => ccConfig)),
  ccPeerMepAdd:     nested(nest(5, () => ccPeerMep)),
  ccPeerMepRemove:  nested(nest(6, () => ccPeerMep)),
  ccRdi:            nested(nest(7, () => ccRdi)),
  ccCcmTx:          nested(nest(8, () => ccCcmTx)),
  mepCreateInfo:    multi(nest(9, () => mepCreate)),
  mepConfigInfo:    multi(nest(10, () => mepConfig)),
  ccConfigInfo:     multi(nest(11, () => ccConfig)),
  ccRdiInfo:        multi(nest(12, () => ccRdi)),
  ccCcmTxInfo:      multi(nest(13, () => ccCcmTx)),
  ccPeerMepInfo:    multi(nest(14, () => ccPeerMep)),
  mepStatusInfo:    multi(nest(15, () => mepStatus)),
  ccPeerStatusInfo: multi(nest(16, () => ccPeerStatus)),
})

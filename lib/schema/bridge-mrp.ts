// Media Redundancy Protocol (IEC 62439-2) on a bridge: rings of switches. Each nest but `info` is a command.

import { attributes, bool32, multi, names, nest, nested, u16, u32 } from './dsl.ts'

const ringStates = names({ open: 0, closed: 1 })
const ringRoles = names({ disabled: 0, mrc: 1, mrm: 2, mra: 3 })
const inRoles = names({ disabled: 0, mic: 1, mim: 2 })
const portStates = names({ disabled: 0, blocked: 1, forwarding: 2, not_connected: 3 })
const portRoles = names({ primary: 0, secondary: 1, inter: 2 })

const instance = attributes('IFLA_BRIDGE_MRP_INSTANCE_', {
  ringId:   u32(1),
  pIfindex: u32(2),
  sIfindex: u32(3),
  prio:     u16(4),
})

const portState = attributes('IFLA_BRIDGE_MRP_PORT_STATE_', {
  state: u32(1, portStates),
})

const portRole = attributes('IFLA_BRIDGE_MRP_PORT_ROLE_', {
  role: u32(1, portRoles),
})

const ringState = attributes('IFLA_BRIDGE_MRP_RING_STATE_', {
  ringId: u32(1),
  state:  u32(2, ringStates),
})

const ringRole = attributes('IFLA_BRIDGE_MRP_RING_ROLE_', {
  ringId: u32(1),
  role:   u32(2, ringRoles),
})

/** Intervals and periods in µs. */
const startTest = attributes('IFLA_BRIDGE_MRP_START_TEST_', {
  ringId:   u32(1),
  interval: u32(2),
  maxMiss:  u32(3),
  period:   u32(4),
  monitor:  bool32(5),
})

const info = attributes('IFLA_BRIDGE_MRP_INFO_', {
  ringId:         u32(1),
  pIfindex:       u32(2),
  sIfindex:       u32(3),
  prio:           u16(4),
  ringState:      u32(5, ringStates),
  ringRole:       u32(6, ringRoles),
  testInterval:   u32(7),
  testMaxMiss:    u32(8),
  testMonitor:    bool32(9),
  iIfindex:       u32(10),
  inState:        u32(11, ringStates),
  inRole:         u32(12, inRoles),
  inTestInterval: u32(13),
  inTestMaxMiss:  u32(14),
})

const inRole = attributes('IFLA_BRIDGE_MRP_IN_ROLE_', {
  ringId:   u32(1),
  inId:     u16(2),
  role:     u32(3, inRoles),
  iIfindex: u32(4),
})

const inState = attributes('IFLA_BRIDGE_MRP_IN_STATE_', {
  inId:  u32(1),
  state: u32(2, ringStates),
})

const startInTest = attributes('IFLA_BRIDGE_MRP_START_IN_TEST_', {
  inId:     u32(1),
  interval: u32(2),
  maxMiss:  u32(3),
  period:   u32(4),
})

export const mrp = attributes('IFLA_BRIDGE_MRP_', {
  instance:    nested(nest(1, () => instance)),
  portState:   nested(nest(2, () => portState)),
  portRole:    nested(nest(3, () => portRole)),
  ringState:   nested(nest(4, () => ringState)),
  ringRole:    nested(nest(5, () => ringRole)),
  startTest:   nested(nest(6, () => startTest)),
  info:        multi(nested(nest(7, () => info))),
  inRole:      nested(nest(8, () => inRole)),
  inState:     nested(nest(9, () => inState)),
  startInTest: nested(nest(10, () => startInTest)),
})

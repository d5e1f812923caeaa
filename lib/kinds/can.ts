// A controller of a CAN bus: hardware. It cannot be made, only set up, and that while it is down.

import { Link } from '../link.ts'
import { type Traits } from '../kind.ts'
import { attributes, bits, bytes, names, nest, nested, packed, struct, u16, u32, type Input } from '../schema/dsl.ts'

const bittiming = struct('can_bittiming', '', {
  bitrate:     u32(),   // bits a second
  samplePoint: u32(),   // tenths of a percent
  tq:          u32(),   // ns
  propSeg:     u32(),   // the rest in quanta
  phaseSeg1:   u32(),
  phaseSeg2:   u32(),
  sjw:         u32(),
  brp:         u32(),
})

const bittimingConst = struct('can_bittiming_const', '', {
  name:     bytes(-1, 16),
  tseg1Min: u32(),
  tseg1Max: u32(),
  tseg2Min: u32(),
  tseg2Max: u32(),
  sjwMax:   u32(),
  brpMin:   u32(),
  brpMax:   u32(),
  brpInc:   u32(),
})

const clock = struct('can_clock', '', {
  freq: u32(),          // Hz
})

const modes = bits({
  'loopback': 0x1, 'listenonly': 0x2, '3_samples': 0x4, 'one_shot': 0x8, 'berr_reporting': 0x10, 'fd': 0x20, 'presume_ack': 0x40, 'fd_non_iso': 0x80,
  'cc_len8_dlc': 0x100, 'tdc_auto': 0x200, 'tdc_manual': 0x400, 'restricted': 0x800, 'xl': 0x1000, 'xl_tdc_auto': 0x2000, 'xl_tdc_manual': 0x4000, 'xl_tms': 0x8000,
})

const ctrlmode = struct('can_ctrlmode', '', {
  mask:  u32(modes),    // which to change
  flags: u32(modes),
})

const berrCounter = struct('can_berr_counter', '', {
  txerr: u16(),
  rxerr: u16(),
})

/** Transmitter delay compensation, in quanta. */
const tdc = attributes('IFLA_CAN_TDC_', {
  tdcvMin: u32(1),
  tdcvMax: u32(2),
  tdcoMin: u32(3),
  tdcoMax: u32(4),
  tdcfMin: u32(5),
  tdcfMax: u32(6),
  tdcv:    u32(7),
  tdco:    u32(8),
  tdcf:    u32(9),
})

const ctrlmodeExt = attributes('IFLA_CAN_CTRLMODE_', {
  supported: u32(1, modes),
})

/** Pulse-width modulation. */
const pwm = attributes('IFLA_CAN_PWM_', {
  pwmsMin: u32(1),
  pwmsMax: u32(2),
  pwmlMin: u32(3),
  pwmlMax: u32(4),
  pwmoMin: u32(5),
  pwmoMax: u32(6),
  pwms:    u32(7),
  pwml:    u32(8),
  pwmo:    u32(9),
})

export const can = attributes('IFLA_CAN_', {
  bittiming:            nest(1, () => bittiming),
  bittimingConst:       nest(2, () => bittimingConst),
  clock:                nest(3, () => clock),
  state:                u32(4, names({ error_active: 0, error_warning: 1, error_passive: 2, bus_off: 3, stopped: 4, sleeping: 5 })),
  ctrlmode:             nest(5, () => ctrlmode),
  restartMs:            u32(6),                               // ms; 0: it stays off the bus
  restart:              u32(7),                               // write only: now, whatever the number
  berrCounter:          nest(8, () => berrCounter),
  dataBittiming:        nest(9, () => bittiming),
  dataBittimingConst:   nest(10, () => bittimingConst),
  termination:          u16(11),                              // ohms
  terminationConst:     packed(12, u16()),
  bitrateConst:         packed(13, u32()),
  dataBitrateConst:     packed(14, u32()),
  bitrateMax:           u32(15),
  tdc:                  nested(nest(16, () => tdc)),
  ctrlmodeExt:          nested(nest(17, () => ctrlmodeExt)),
  xlDataBittiming:      nest(18, () => bittiming),            // after 6.18
  xlDataBittimingConst: nest(19, () => bittimingConst),
  xlDataBitrateConst:   packed(20, u32()),
  xlTdc:                nested(nest(21, () => tdc)),
  xlPwm:                nested(nest(22, () => pwm)),
})

const shown = ['bittimingConst', 'clock', 'state', 'berrCounter', 'dataBittimingConst', 'terminationConst', 'bitrateConst', 'dataBitrateConst', 'bitrateMax',
  'ctrlmodeExt', 'xlDataBittimingConst', 'xlDataBitrateConst'] as const

export interface CanSettings extends Omit<Input<typeof can>, typeof shown[number]> {}

/**
 * A CAN controller.
 *
 * @example
 * const can0 = await host.links.get('can0')
 * if (can0 instanceof Can) await can0.set({ bittiming: { bitrate: 500_000 }, restartMs: 100, up: true })
 */
export class Can extends Link<CanSettings> {
  static readonly traits: Traits = { table: can, shown }
}

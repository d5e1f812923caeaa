// The family wireguard: a link's keys and peers. What does not fit into one message is continued in the next ones, by the
// kernel and by who asks alike.

import { attributes, bits, bytes, listOfZeros, message, nest, nested, s64, string, struct, u16, u32, u64, u8 } from './dsl.ts'
import { families } from './families.ts'
import { genlmsghdr } from './genl.ts'

const allowedIp = attributes('WGALLOWEDIP_A_', {
  family:   u16(1, families),
  ipaddr:   bytes(2),
  cidrMask: u8(3),
  flags:    u32(4, bits({ remove_me: 1 })),                       // since 6.16
})

/** Of CLOCK_REALTIME; zeros before the first. */
const timespec = struct('__kernel_timespec', 'tv_', {
  sec:  s64(),
  nsec: s64(),
})

const peer = attributes('WGPEER_A_', {
  publicKey:                   bytes(1, 32),
  presharedKey:                bytes(2, 32),                      // zeros: none
  flags:                       u32(3, bits({ remove_me: 1, replace_allowedips: 2, update_only: 4 })),
  endpoint:                    bytes(4),                          // sockaddr_in or sockaddr_in6
  persistentKeepaliveInterval: u16(5),                            // s, 0: off
  lastHandshakeTime:           nest(6, () => timespec),
  rxBytes:                     u64(7),
  txBytes:                     u64(8),
  allowedips:                  nested(listOfZeros(9, nested(nest(() => allowedIp)))),
  protocolVersion:             u32(10),
})

export const wireguard = message(genlmsghdr, attributes('WGDEVICE_A_', {
  ifindex:    u32(1),
  ifname:     string(2, 15),
  privateKey: bytes(3, 32),                                       // zeros: none
  publicKey:  bytes(4, 32),
  flags:      u32(5, bits({ replace_peers: 1 })),
  listenPort: u16(6),                                             // 0: the kernel chooses
  fwmark:     u32(7),
  peers:      nested(listOfZeros(8, nested(nest(() => peer)))),
}))

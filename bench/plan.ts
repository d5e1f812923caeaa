// What every driver makes: the names and addresses of the trials. bench/drivers/result.h has the same for the drivers in C.

/** IPv4, from its number. */
function ipv4(number: number): string {
  return [24, 16, 8, 0].map((shift) => number >>> shift & 255).join('.')
}

export const gateway = ipv4(0x0a010001)
export const podAddress = (i: number): string => ipv4(0x0a010000 + i + 2)
export const routeAddress = (i: number): string => ipv4(0x0a800000 + i)

/** Of host `i`, on a link of its own among `addressLinks`. */
export const address = (i: number): string => ipv4(0x0ac00000 + i)
export const addressLinks = 100

/** How often a dump is repeated after one that does not count. */
export const repeats = 5

/** 0 to size - 1. */
export const indexes = (size: number): number[] => Array.from({ length: size }, (_, i) => i)

function ipv4(number) {
  return [24, 16, 8, 0].map((shift) => number >>> shift & 255).join(".");
}
const gateway = ipv4(167837697);
const podAddress = (i) => ipv4(167837696 + i + 2);
const routeAddress = (i) => ipv4(176160768 + i);
const address = (i) => ipv4(180355072 + i);
const addressLinks = 100;
const repeats = 5;
const indexes = (size) => Array.from({ length: size }, (_, i) => i);
export {
  address,
  addressLinks,
  gateway,
  indexes,
  podAddress,
  repeats,
  routeAddress
};

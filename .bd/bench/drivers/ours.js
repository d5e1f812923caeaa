import { Bridge, Netns, Veth } from "../../../dist/lib/index.js";
import { address, addressLinks, gateway, indexes, podAddress, repeats, routeAddress } from "../plan.js";
import { settle } from "../sandbox.ts";
import { driverArguments, oneByOne, timed } from "./timed.ts";
const quiet = (lean2) => lean2 ? { ipv6: "none" } : {};
const each = (size2, make) => Promise.all(indexes(size2).map(make));
const found = (netns, size2, prefix) => each(size2, (i) => netns.links.get(`${prefix}${i}`));
const pair = (netns, i) => Veth.create({ netns, name: `v${i}`, peer: { name: `p${i}` } });
async function toOtherNetns({ host: host2, other, size: size2, lean: lean2 }) {
  const bridge = await host2.links.get("br0");
  const ipv6 = quiet(lean2);
  return timed(() => each(size2, (i) => Veth.create({
    netns: host2,
    name: `v${i}`,
    master: bridge,
    up: true,
    ...ipv6,
    peer: { netns: other, name: `p${i}`, up: true, ...ipv6 }
  })));
}
async function attach({ host: host2, lean: lean2, prefix, made }, bridge, i) {
  const netns = await Netns.create(`${prefix}pod${i}`);
  made.push(netns);
  await Veth.create({
    netns,
    name: "eth0",
    addresses: [`${podAddress(i)}/16`],
    up: true,
    ...quiet(lean2),
    peer: { netns: host2, name: `h${i}`, master: bridge, up: true, ...quiet(lean2) }
  });
  await netns.routes.add({ to: "default", via: gateway });
}
async function attachAll(place) {
  const bridge = await place.host.links.get("br0");
  return timed(() => each(place.size, (i) => attach(place, bridge, i)));
}
async function detachAll({ host: host2, size: size2, prefix }) {
  const pods = await each(size2, (i) => Netns.open(`${prefix}pod${i}`));
  const ends = await found(host2, size2, "h");
  return timed(async () => {
    await Promise.all(ends.map((end) => end.delete()));
    await Promise.all(pods.map((pod) => pod.delete()));
  });
}
async function listed(list, value) {
  let infos = await list();
  const time = await timed(async () => {
    for (let at = 0; at < repeats; at++) infos = await list();
  });
  return { ...time, repeat: repeats, count: infos.length, checksum: infos.reduce((sum, info) => sum + value(info), 0) };
}
const ofLink = (info) => info.index + (info.mtu ?? 0) + info.name.length;
async function listRoutes({ host: host2 }) {
  const { index } = await host2.links.get("r0");
  return listed(() => host2.routes.list({ family: "inet" }), ({ to }) => Number(to.split("/")[1] ?? 32) + index);
}
async function routes({ host: host2, size: size2 }, verb) {
  const dev = await host2.links.get("r0");
  return timed(() => each(size2, (i) => host2.routes[verb]({ to: `${routeAddress(i)}/32`, dev })));
}
async function addresses({ host: host2, size: size2 }, verb) {
  const links = await found(host2, addressLinks, "v");
  return timed(() => each(size2, async (i) => links[i % addressLinks]?.addresses[verb](`${address(i)}/32`)));
}
const trials = {
  W1: ({ host: host2, size: size2 }) => timed(() => each(size2, (i) => pair(host2, i))),
  W2: toOtherNetns,
  W3: async ({ host: host2, size: size2 }) => {
    const links = await found(host2, size2, "v");
    return timed(() => Promise.all(links.map((link) => link.delete())));
  },
  W4: ({ size: size2, prefix, made }) => timed(async () => {
    made.push(...await each(size2, (i) => Netns.create(`${prefix}n${i}`, { loopback: false })));
  }),
  "W4-down": ({ size: size2, prefix }) => timed(() => each(size2, (i) => Netns.delete(`${prefix}n${i}`))),
  W5: attachAll,
  "W5-down": detachAll,
  W6: ({ host: host2 }) => listed(() => host2.links.list(), ofLink),
  W7: (place) => routes(place, "add"),
  "W7-list": listRoutes,
  "W7-delete": (place) => routes(place, "delete"),
  address: (place) => addresses(place, "add"),
  "address-delete": (place) => addresses(place, "delete"),
  single: async ({ host: host2, size: size2 }) => {
    const lo = await host2.links.get(1);
    return oneByOne(size2, () => lo.get());
  },
  "single-veth": ({ host: host2, size: size2 }) => oneByOne(size2, (i) => pair(host2, i))
};
const bridged = ({ host: host2, lean: lean2 }) => Bridge.create({ netns: host2, name: "br0", up: true, multicastSnooping: !lean2, addresses: [`${gateway}/16`] });
const oneLink = ({ host: host2 }) => Veth.create({ netns: host2, name: "r0", up: true, peer: { name: "r1", up: true } });
const withRoutes = async (place) => void await oneLink(place).then(() => routes(place, "add"));
const withLinks = ({ host: host2 }, size2) => each(size2, (i) => pair(host2, i));
const starts = {
  W2: bridged,
  W5: bridged,
  W7: oneLink,
  "W7-list": withRoutes,
  "W7-delete": withRoutes,
  W3: (place) => withLinks(place, place.size),
  "W4-down": (place) => trials["W4"]?.(place) ?? Promise.resolve(),
  "W5-down": (place) => bridged(place).then(() => attachAll(place)),
  W6: (place) => withLinks(place, place.size / 2),
  address: (place) => withLinks(place, addressLinks),
  "address-delete": (place) => withLinks(place, addressLinks).then(() => addresses(place, "add"))
};
async function warmUp(name2, trial2, size2, lean2) {
  const place = { host: await Netns.create(), other: await Netns.create(), size: size2, lean: lean2, prefix: "warm", made: [] };
  await starts[name2]?.(place);
  await trial2(place);
  await Promise.all(place.made.map(async (netns) => {
    if (netns.name !== void 0) await Netns.delete(netns.name, { ifExists: true });
    await netns.close();
  }));
  await Promise.all([place.other.close(), place.host.close()]);
  await settle();
}
const { name, size, lean, warm } = driverArguments();
const trial = trials[name];
if (!trial) throw new Error(`no such trial: ${name}`);
const host = Netns.current();
await host.links.get("lo");
if (warm > 0) await warmUp(name, trial, warm, lean);
console.log(JSON.stringify(await trial({ host, other: await Netns.open("other"), size, lean, prefix: "", made: [] })));

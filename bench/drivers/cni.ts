// The CNI plugins bridge with host-local and loopback, called as a container runtime calls them: a process each, the namespace
// made before by ip(8). host-local gives the addresses out.

import { gateway, indexes } from '../plan.ts'
import { programs } from '../paths.ts'
import { fileFor, runCommands, type Command } from './commands.ts'
import { driverArguments } from './timed.ts'

const common = { cniVersion: '0.4.0', name: 'bench' }
const bridge = fileFor('cni-bridge', JSON.stringify({
  ...common, type: 'bridge', bridge: 'br0',
  ipam: { type: 'host-local', subnet: '10.1.0.0/16', gateway, routes: [{ dst: '0.0.0.0/0' }], dataDir: '/run/bench-cni' },
}))
const loopback = fileFor('cni-loopback', JSON.stringify({ ...common, type: 'loopback' }))

function plugin(name: string, verb: string, file: string, ifname: string, i: number): Command {
  return [`<${file}`, `CNI_COMMAND=${verb}`, `CNI_CONTAINERID=pod${i}`, `CNI_NETNS=/run/netns/pod${i}`, `CNI_IFNAME=${ifname}`,
    `CNI_PATH=${programs.cni}`, `${programs.cni}/${name}`]
}

const attach = (i: number): Command[] =>
  [[programs.ip, 'netns', 'add', `pod${i}`], plugin('loopback', 'ADD', loopback, 'lo', i), plugin('bridge', 'ADD', bridge, 'eth0', i)]
const detach = (i: number): Command[] => [plugin('bridge', 'DEL', bridge, 'eth0', i), [programs.ip, 'netns', 'del', `pod${i}`]]

const { name, size } = driverArguments()
runCommands(indexes(size).flatMap(name === 'W5' ? attach : detach))

// netavark, as podman calls it: a process for each pod, told by standard input what to do. With a firewall driver, as in its
// default configuration: it has none without.

import { gateway, indexes, podAddress } from '../plan.ts'
import { programs } from '../paths.ts'
import { fileFor, runCommands, type Command } from './commands.ts'
import { driverArguments } from './timed.ts'

function optionsOf(i: number): string {
  return fileFor(`netavark-${i}`, JSON.stringify({
    container_id: i.toString(16).padStart(64, '0'), container_name: `pod${i}`,
    networks: { bench: { static_ips: [podAddress(i)], interface_name: 'eth0' } },
    network_info: {
      bench: {
        name: 'bench', id: 'b'.repeat(64), driver: 'bridge', network_interface: 'br0', subnets: [{ subnet: '10.1.0.0/16', gateway }],
        ipv6_enabled: false, internal: false, dns_enabled: false, ipam_options: { driver: 'host-local' },
      },
    },
  }))
}

const call = (verb: string, i: number): Command =>
  [`<${optionsOf(i)}`, programs.netavark, '--config', '/run/bench-netavark', verb, `/run/netns/pod${i}`]
const attach = (i: number): Command[] => [[programs.ip, 'netns', 'add', `pod${i}`], call('setup', i)]
const detach = (i: number): Command[] => [call('teardown', i), [programs.ip, 'netns', 'del', `pod${i}`]]

const { name, size } = driverArguments()
runCommands(indexes(size).flatMap(name === 'W5' ? attach : detach))

// The state that a trial starts from, made before the clock runs and the same for every driver.

import { execFileSync } from 'node:child_process'
import { type Driver } from './drivers.ts'
import { addressLinks, gateway, indexes } from './plan.ts'
import { built, root } from './paths.ts'

/** Links that a deletion must leave alone. */
export const keepers = indexes(5).map((i) => `keep${i}`)

function batch(lines: readonly string[]): void {
  execFileSync('ip', ['-batch', '-'], { input: lines.map((line) => line + '\n').join(''), stdio: ['pipe', 'ignore', 'inherit'] })
}

/** Runs a driver and reads the line that it prints. */
export function runDriver(command: readonly string[], trial: string, size: number, options: readonly string[] = []): object {
  const [program = '', ...args] = command
  const text = execFileSync(program, [...args, trial, String(size), ...options],
    { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'inherit'] })
  return JSON.parse(text) as object
}

const floor = (trial: string, size: number): void => void runDriver([built('floor')], trial, size)

function bridge(lean: boolean): void {
  batch([`link add br0 type bridge${lean ? ' mcast_snooping 0' : ''}`, `addr add ${gateway}/16 dev br0`, 'link set br0 up'])
}

function oneLink(): void {
  batch(['link add r0 type veth peer name r1', 'link set r0 up', 'link set r1 up'])
}

const starts: { readonly [trial: string]: (size: number, lean: boolean, driver: Driver) => void } = {
  W2: (_, lean) => bridge(lean),
  W3: (size) => {
    floor('W1', size)
    batch(keepers.map((name) => `link add ${name} type veth peer name un${name}`))
  },
  'W4-down': (size) => floor('W4', size),
  W5: (_, lean) => bridge(lean),
  'W5-down': (size, _, driver) => {
    bridge(false)
    if (driver.ownState) runDriver(driver.command, 'W5', size)
    else floor('W5', size)
  },
  W6: (size) => floor('W1', size / 2),
  W7: oneLink,
  'W7-list': (size) => {
    oneLink()
    floor('W7', size)
  },
  'W7-delete': (size) => {
    oneLink()
    floor('W7', size)
  },
  address: () => floor('W1', addressLinks),
  'address-delete': (size) => {
    floor('W1', addressLinks)
    floor('address', size)
  },
}

export function prepare(trial: string, size: number, lean: boolean, driver: Driver): void {
  // Also makes a mount of /run/netns, which the first name needs.
  batch(['netns add other'])
  starts[trial]?.(size, lean, driver)
}
